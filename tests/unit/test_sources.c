/* floor: document */
/* The list of sources: authors, punctuation, links, and caveats that are never left off. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "points.h"
#include "tree.h"

static int arena_set_up(void **state)
{
    *state = rtp_arena_make();
    return 0;
}

static int arena_tear_down(void **state)
{
    rtp_arena_free(*state);
    return 0;
}

#define AUTHORS(...)                                                                                                   \
    {                                                                                                                  \
        (const rtp_str[]){__VA_ARGS__}, sizeof((const rtp_str[]){__VA_ARGS__}) / sizeof(rtp_str)                       \
    }

/* Invented studies. */
static const rtp_evidence whole = {.id = RTP_STR("whole"),
                                   .authors = AUTHORS(RTP_STR("Ash"), RTP_STR("Birch")),
                                   .year = 2024,
                                   .title = RTP_STR("Where Work Goes"),
                                   .venue = RTP_STR("Journal 7:1-9"),
                                   .design = RTP_STR("randomized trial"),
                                   .sample = RTP_STR("40 clerks"),
                                   .caveat = RTP_STR("One firm; it was long ago."),
                                   .doi = RTP_STR("10.1/x"),
                                   .url = RTP_STR("https://example.org/x")};
static const rtp_evidence finding = {
    .id = RTP_STR("finding"), .doi = RTP_STR("10.1/x"), .caveat = RTP_STR("Managers only")};
static const rtp_evidence crowd = {.id = RTP_STR("crowd"),
                                   .authors = AUTHORS(RTP_STR("Cedar"), RTP_STR("Dogwood"), RTP_STR("Elm")),
                                   .year = 1999,
                                   .title = RTP_STR("Does It?"),
                                   .sample = RTP_STR("lime growers"),
                                   .url = RTP_STR("https://example.org/c")};
static const rtp_evidence bare = {.id = RTP_STR("bare"), .authors = AUTHORS(RTP_STR("Fir")), .title = RTP_STR("Notes")};

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
    const rtp_facts *facts = rtp_facts_derive(RTP_NEW(arena, rtp_profile), 0, arena);
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
    return cmocka_run_group_tests(tests, arena_set_up, arena_tear_down);
}
