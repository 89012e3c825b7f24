/* floor: document */
/* The list of sources: authors, punctuation, links, and caveats that are never left off. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "points.h"
#include "tree.h"

#include <string.h>

/* Invented studies. */
static const rtp_str names[][3] = {
    {RTP_STR("Ash"), RTP_STR("Birch")}, {RTP_STR("Cedar"), RTP_STR("Dogwood"), RTP_STR("Elm")}, {RTP_STR("Fir")}};
static const rtp_str whole_texts[RTP_STUDY_TEXT_COUNT] = {[RTP_STUDY_TITLE] = RTP_STR("Where Work Goes"),
                                                          [RTP_STUDY_VENUE] = RTP_STR("Journal 7:1-9"),
                                                          [RTP_STUDY_SAMPLE] = RTP_STR("40 clerks"),
                                                          [RTP_STUDY_CAVEAT] = RTP_STR("One firm; it was long ago."),
                                                          [RTP_STUDY_DOI] = RTP_STR("10.1/x"),
                                                          [RTP_STUDY_URL] = RTP_STR("https://example.org/x")};
static const rtp_str finding_texts[RTP_STUDY_TEXT_COUNT] = {
    [RTP_STUDY_DOI] = RTP_STR("10.1/x"), [RTP_STUDY_CAVEAT] = RTP_STR("Managers only")};
static const rtp_str crowd_texts[RTP_STUDY_TEXT_COUNT] = {[RTP_STUDY_TITLE] = RTP_STR("Does It?"),
                                                          [RTP_STUDY_SAMPLE] = RTP_STR("lime growers"),
                                                          [RTP_STUDY_URL] = RTP_STR("https://example.org/c")};
static const rtp_str bare_texts[RTP_STUDY_TEXT_COUNT] = {[RTP_STUDY_TITLE] = RTP_STR("Notes")};

static rtp_evidence whole = {.id = RTP_STR("whole"), .year = 2024}, finding = {.id = RTP_STR("finding")},
                    crowd = {.id = RTP_STR("crowd"), .year = 1999}, bare = {.id = RTP_STR("bare")};

static rtp_packed texts_by(const rtp_str *given, const rtp_str *authors, size_t len, rtp_arena *arena)
{
    rtp_str texts[RTP_STUDY_TEXT_COUNT];
    memcpy(texts, given, sizeof texts);
    texts[RTP_STUDY_AUTHORS] = rtp_packed_join(authors, len, arena);
    return study_texts(texts, arena);
}

static int set_up(void **state)
{
    rtp_arena *arena = rtp_arena_make();
    whole.design = 2; /* a randomized trial */
    whole.texts = texts_by(whole_texts, names[0], 2, arena);
    finding.texts = texts_by(finding_texts, NULL, 0, arena);
    crowd.texts = texts_by(crowd_texts, names[1], 3, arena);
    bare.texts = texts_by(bare_texts, names[2], 1, arena);
    *state = arena;
    return 0;
}

static int arena_tear_down(void **state)
{
    rtp_arena_free(*state);
    return 0;
}

static const char whole_line[] = "Ash and Birch (2024). Where Work Goes. Journal 7:1-9. Randomized trial, 40 clerks. "
                                 "One firm; it was long ago.";
static const char crowd_line[] = "- Cedar et al. (1999). Does It? Lime growers. "
                                 "<https://example.org/c|https://example.org/c>\n";

static const rtp_slot slots[] = {{.name = RTP_STR("said"), .form = RTP_FORM_BULLETS},
                                 {.name = RTP_STR("list"), .form = RTP_FORM_SOURCES}};
static const rtp_section section = {.id = RTP_STR("s"), .slots = slots, .slot_count = 2};
static const rtp_outline outline = {.name = RTP_STR("made"), .citations = 3, .sections = &section, .section_count = 1};
static const rtp_rule rules[] = {{.id = RTP_STR("One."), .section = RTP_STR("s")},
                                 {.id = RTP_STR("Two."), .section = RTP_STR("s")},
                                 {.id = RTP_STR("Three."), .section = RTP_STR("s")}};

static rtp_node *composed(rtp_arena *arena, const rtp_evidence *const *evidence, size_t count)
{
    bench b = bench_make(arena, rules);
    for (size_t i = 0; i < count; i++) {
        rtp_point *point = bench_put(&b, i, 0, NO_CONCERN);
        point->evidence = evidence + i;
        point->evidence_count = 1;
    }
    const rtp_facts *facts = rtp_facts_derive(RTP_NEW(arena, rtp_profile), 0, (rtp_roles){NULL, 0}, arena);
    return rtp_compose(&outline, facts, &b.points, 0, arena)->root;
}

static void sources_are_listed_in_the_order_of_their_numbers(void **state)
{
    const rtp_evidence *const cited[] = {&crowd, &whole, &bare};
    rtp_str expected = rtp_arena_format(*state,
                                        "h1 Made\nul\n- One [1].\n- Two [2].\n- Three [3].\nol\n%s- %s "
                                        "<https://doi.org/10.1/x|https://doi.org/10.1/x>\n"
                                        "- Fir. Notes.\n",
                                        crowd_line, whole_line);
    assert_string_equal(tree_text(composed(*state, cited, 3), *state), expected.ptr);
}

static void findings_of_one_study_share_a_line_and_keep_their_caveats(void **state)
{
    const rtp_evidence *const cited[] = {&whole, &finding};
    rtp_str expected = rtp_arena_format(*state,
                                        "h1 Made\nul\n- One [1].\n- Two [1].\nol\n- %s Managers only. "
                                        "<https://doi.org/10.1/x|https://doi.org/10.1/x>\n",
                                        whole_line);
    assert_string_equal(tree_text(composed(*state, cited, 2), *state), expected.ptr);
}

static void items_and_citations_know_their_evidence(void **state)
{
    const rtp_evidence *const cited[] = {&whole};
    size_t items = 0, citations = 0;
    for (rtp_walk walk = rtp_walk_make(composed(*state, cited, 1)); rtp_walk_next(&walk);) {
        bool item = walk.node->kind == RTP_NODE_ITEM && walk.node->parent->level == 1;
        bool citation = walk.node->kind == RTP_SPAN_CITATION;
        if (walk.entering && (item || citation)) {
            assert_ptr_equal(walk.node->evidence, &whole);
            *(item ? &items : &citations) += 1;
        }
    }
    assert_int_equal(items, 1);
    assert_int_equal(citations, 1);
}

static void without_citations_there_is_no_list(void **state)
{
    assert_string_equal(tree_text(composed(*state, NULL, 0), *state), "h1 Made\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sources_are_listed_in_the_order_of_their_numbers),
        cmocka_unit_test(findings_of_one_study_share_a_line_and_keep_their_caveats),
        cmocka_unit_test(items_and_citations_know_their_evidence),
        cmocka_unit_test(without_citations_there_is_no_list),
    };
    return cmocka_run_group_tests(tests, set_up, arena_tear_down);
}
