/* floor: document */
/* Composing: every form of slot, titles, headings, intros, and what is left out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "points.h"
#include "tree.h"
#include "words.h"

#include <string.h>

enum { TODAY = 20778 }; /* 2026-11-21 */

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

/* Facts of a profile that says one thing: a name. */
static const rtp_facts *facts_make(rtp_arena *arena)
{
    rtp_profile *profile = RTP_NEW(arena, rtp_profile);
    profile->person.name = rtp_lit("Sam Rivera");
    return rtp_facts_derive(profile, TODAY, (rtp_roles){NULL, 0}, arena);
}

static const char *composed(bench *b, const rtp_outline *outline)
{
    const rtp_document *document = rtp_compose(outline, facts_make(b->arena), &b->points, TODAY, b->arena);
    return tree_text(document->root, b->arena);
}

static rtp_phrases fact_phrase(rtp_arena *arena, const char *before, const char *fact)
{
    int number = rtp_fact_find(rtp_str_from(fact));
    assert_true(number >= 0);
    const rtp_segment segments[] = {{.text = rtp_str_from(before), .fact = RTP_LITERAL}, {.fact = (uint16_t)number}};
    return words_make(arena, segments, RTP_COUNT(segments));
}

/* ---- title ---- */

static const rtp_slot title_slots[] = {{.name = RTP_STR("title"), .form = RTP_FORM_TITLE}};
static const rtp_slot bullet_slots[] = {{.name = RTP_STR("all"), .form = RTP_FORM_BULLETS, .intro = WORDS("Intro")},
                                        {.name = RTP_STR("more"), .form = RTP_FORM_NUMBERS}};
static const rtp_section titled_sections[] = {
    {.id = RTP_STR("top"), .heading = WORDS("Never shown"), .slots = title_slots, .slot_count = 1},
    {.id = RTP_STR("first"), .heading = WORDS("First"), .slots = bullet_slots, .slot_count = 2},
    {.id = RTP_STR("second"), .slots = bullet_slots, .slot_count = 2}};
static const rtp_outline titled = {.name = RTP_STR("talking-points"), .sections = titled_sections, .section_count = 3};
static const rtp_rule titled_rules[] = {
    {.id = RTP_STR("Two days a week"), .section = RTP_STR("top"), .strength = 9},
    {.id = RTP_STR("Another title"), .section = RTP_STR("top")},
    {.id = RTP_STR("one"), .section = RTP_STR("first"), .slot = RTP_STR("more")},
    {.id = RTP_STR("two"), .section = RTP_STR("second"), .slot = RTP_STR("all")},
};

static void a_document_of_nothing_is_a_title(void **state)
{
    bench b = bench_make(*state, titled_rules);
    const rtp_document *document = rtp_compose(&titled, facts_make(*state), &b.points, TODAY, *state);
    assert_string_equal(tree_text(document->root, *state), "h1 Talking points\n");
    assert_true(rtp_str_equal(document->title, rtp_lit("Talking points")));
    assert_true(rtp_str_equal(document->name, rtp_lit("talking-points")));
    assert_int_equal(document->date, TODAY);
    assert_false(document->personal);
}

static void the_first_title_point_names_the_document(void **state)
{
    bench b = bench_make(*state, titled_rules);
    bench_put(&b, 1, 0, NO_CONCERN);
    bench_put(&b, 0, 0, NO_CONCERN);
    rtp_outline outline = titled;
    outline.personal = true;
    const rtp_document *document = rtp_compose(&outline, facts_make(*state), &b.points, TODAY, *state);
    assert_string_equal(tree_text(document->root, *state), "h1 Two days a week\n");
    assert_true(rtp_str_equal(document->title, rtp_lit("Two days a week")));
    assert_true(document->personal);
    assert_int_equal(bench_outcome(&b, 1, 0), RTP_DROPPED_BUDGET);
}

/* ---- sections ---- */

static void sections_appear_when_they_say_something(void **state)
{
    static const struct {
        bool first, second;
        const char *expected;
    } rows[] = {
        {true, false, "h1 Talking points\nh2 First\nol\n- one\n"},
        {false, true, "h1 Talking points\np Intro\nul\n- two\n"},
        {true, true, "h1 Talking points\nh2 First\nol\n- one\np Intro\nul\n- two\n"},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        bench b = bench_make(*state, titled_rules);
        if (rows[i].first) {
            bench_put(&b, 2, 0, NO_CONCERN);
        }
        if (rows[i].second) {
            bench_put(&b, 3, 0, NO_CONCERN);
        }
        assert_string_equal(composed(&b, &titled), rows[i].expected);
    }
}

static void headings_and_intros_need_known_facts(void **state)
{
    static const struct {
        const char *fact, *expected;
    } rows[] = {
        {"person.name", "h1 Made\nh2 About Sam Rivera\np By Sam Rivera\nul\n- said\n"},
        {"person.team", "h1 Made\nul\n- said\n"},
    };
    static const rtp_rule rules[] = {{.id = RTP_STR("said"), .section = RTP_STR("s")}};
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_slot slot = {.name = rtp_lit("all"), .form = RTP_FORM_BULLETS};
        slot.intro = fact_phrase(*state, "By ", rows[i].fact);
        const rtp_section section = {.id = rtp_lit("s"),
                                     .heading = fact_phrase(*state, "About ", rows[i].fact),
                                     .slots = &slot,
                                     .slot_count = 1};
        const rtp_outline outline = {.name = rtp_lit("made"), .sections = &section, .section_count = 1};
        bench b = bench_make(*state, rules);
        bench_put(&b, 0, 0, NO_CONCERN);
        assert_string_equal(composed(&b, &outline), rows[i].expected);
    }
}

static bool says_something(const rtp_node *heading)
{
    return heading->first && heading->first->text.len > 0 && heading->next && heading->next->kind != RTP_NODE_HEADING;
}

/* Every set of points of a small pack: whatever fires, no heading stands over nothing. */
static void no_set_of_points_leaves_an_empty_heading(void **state)
{
    enum { SETS = 1 << RTP_COUNT(titled_rules) };
    for (size_t set = 0; set < SETS; set++) {
        bench b = bench_make(*state, titled_rules);
        for (size_t i = 0; i < RTP_COUNT(titled_rules); i++) {
            if (set & (size_t)1 << i) {
                bench_put(&b, i, 0, NO_CONCERN);
            }
        }
        const rtp_document *document = rtp_compose(&titled, facts_make(*state), &b.points, TODAY, *state);
        const rtp_node *node = document->root->first;
        assert_int_equal(node->level, 1);
        for (node = node->next; node; node = node->next) {
            assert_true(node->kind != RTP_NODE_HEADING || says_something(node));
        }
    }
}

/* ---- forms ---- */

static void every_form_arranges_its_points(void **state)
{
    static const struct {
        rtp_form form;
        const char *expected;
    } rows[] = {
        {RTP_FORM_TITLE, "h1 First said\n"},
        {RTP_FORM_LINES, "h1 Made\np *To:* First said / Second said. / *Why?* Third said”\n"},
        {RTP_FORM_PARAGRAPH, "h1 Made\np *To:* First said. Second said. *Why?* Third said”.\n"},
        {RTP_FORM_PARAGRAPHS, "h1 Made\np *To:* First said.\np Second said.\np *Why?* Third said”.\n"},
        {RTP_FORM_BULLETS, "h1 Made\nul\n- *To:* First said\n- Second said.\n- *Why?* Third said”\n"},
        {RTP_FORM_NUMBERS, "h1 Made\nol\n- *To:* First said\n- Second said.\n- *Why?* Third said”\n"},
        {RTP_FORM_TERMS, "h1 Made\ntable\n||| head\n|To:|First said|\n||Second said.|\n|Why?|Third said”|\n"},
        {RTP_FORM_QUOTES, "h1 Made\nquote p *To:* First said\nquote p Second said.\nquote p *Why?* Third said”\n"},
        {RTP_FORM_SOURCES, "h1 Made\n"},
    };
    static const rtp_rule rules[] = {{.id = RTP_STR("First said"), .section = RTP_STR("s"), .strength = 3},
                                     {.id = RTP_STR("Second said."), .section = RTP_STR("s"), .strength = 2},
                                     {.id = RTP_STR("Third said”"), .section = RTP_STR("s"), .strength = 1}};
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        const rtp_slot slot = {.name = rtp_lit("all"), .form = rows[i].form};
        const rtp_section section = {.id = rtp_lit("s"), .slots = &slot, .slot_count = 1};
        const rtp_outline outline = {.name = rtp_lit("made"), .sections = &section, .section_count = 1};
        bench b = bench_make(*state, rules);
        const rtp_runs leads[] = {SAY("To:"), {NULL, 0}, SAY("Why?")};
        for (size_t k = 0; k < RTP_COUNT(leads); k++) {
            bench_put(&b, k, 0, NO_CONCERN)->lead = leads[k];
        }
        assert_string_equal(composed(&b, &outline), rows[i].expected);
    }
}

/* ---- provenance ---- */

/* The points of a document's blocks, in order: the rule's id, or "-" for the outline's own. */
static const char *block_points(const rtp_node *root, rtp_arena *arena)
{
    rtp_str text = {NULL, 0};
    for (const rtp_node *block = root->first; block; block = block->next) {
        rtp_str id = block->point ? block->point->rule->id : rtp_lit("-");
        text = rtp_arena_format(arena, "%.*s %.*s:%.*s", RTP_FMT(text), RTP_FMT(block->section), RTP_FMT(id));
    }
    return rtp_arena_copy(arena, text).ptr;
}

static const rtp_slot own_slots[] = {{.name = RTP_STR("text"), .form = RTP_FORM_PARAGRAPH, .intro = WORDS("Before")},
                                     {.name = RTP_STR("all"), .form = RTP_FORM_PARAGRAPHS, .intro = WORDS("Between")}};
static const rtp_section own_sections[] = {
    {.id = RTP_STR("top"), .slots = title_slots, .slot_count = 1},
    {.id = RTP_STR("s"), .heading = WORDS("H"), .slots = own_slots, .slot_count = 2}};
static const rtp_outline own = {.name = RTP_STR("made"), .sections = own_sections, .section_count = 2};
static const rtp_rule own_rules[] = {{.id = RTP_STR("t"), .section = RTP_STR("top")},
                                     {.id = RTP_STR("a"), .section = RTP_STR("s")},
                                     {.id = RTP_STR("b"), .section = RTP_STR("s")},
                                     {.id = RTP_STR("c"), .section = RTP_STR("s"), .slot = RTP_STR("all")}};

static void blocks_know_their_section_and_point(void **state)
{
    static const char *const expected[] = {" top:t s:- s:- s:a s:- s:c", " top:t s:- s:- s:- s:- s:c"};
    for (size_t joined = 0; joined < RTP_COUNT(expected); joined++) {
        bench b = bench_make(*state, own_rules);
        for (size_t i = 0; i < RTP_COUNT(own_rules); i++) {
            if (i != 2 || joined) {
                bench_put(&b, i, 0, NO_CONCERN);
            }
        }
        const rtp_document *document = rtp_compose(&own, facts_make(*state), &b.points, TODAY, *state);
        assert_string_equal(block_points(document->root, *state), expected[joined]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document_of_nothing_is_a_title),
        cmocka_unit_test(the_first_title_point_names_the_document),
        cmocka_unit_test(sections_appear_when_they_say_something),
        cmocka_unit_test(headings_and_intros_need_known_facts),
        cmocka_unit_test(no_set_of_points_leaves_an_empty_heading),
        cmocka_unit_test(every_form_arranges_its_points),
        cmocka_unit_test(blocks_know_their_section_and_point),
    };
    return cmocka_run_group_tests(tests, arena_set_up, arena_tear_down);
}
