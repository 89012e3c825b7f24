/* floor: document */
/* Selection: which points a slot shows, in which order, and why the others are not there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document/select.h"
#include "points.h"

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

/* The points of a slot as "id id/1 id/2": the item is told when it is not the first. */
static const char *selected(bench *b, const rtp_outline *outline, const char *section, const char *slot)
{
    const rtp_point **points = NULL;
    size_t count = rtp_points_select(outline, &b->points, rtp_str_from(section), rtp_str_from(slot), b->arena, &points);
    rtp_str *words = RTP_NEW_ARRAY(b->arena, rtp_str, count + 1);
    for (size_t i = 0; i < count; i++) {
        rtp_str id = points[i]->rule->id;
        words[i] = points[i]->item == 0 ? id : rtp_arena_format(b->arena, "%.*s/%zu", RTP_FMT(id), points[i]->item);
    }
    return rtp_arena_copy(b->arena, rtp_arena_join(b->arena, words, count, rtp_lit(" "))).ptr;
}

/* ---- where a point goes ---- */

static void points_go_to_the_slot_their_rule_names(void **state)
{
    static const rtp_slot slots[] = {{.name = RTP_STR("first"), .form = RTP_FORM_BULLETS},
                                     {.name = RTP_STR("second"), .form = RTP_FORM_BULLETS}};
    static const rtp_section sections[] = {{.id = RTP_STR("one"), .slots = slots, .slot_count = 2},
                                           {.id = RTP_STR("two"), .slots = slots, .slot_count = 2}};
    static const rtp_outline outline = {.name = RTP_STR("made"), .sections = sections, .section_count = 2};
    static const rtp_rule rules[] = {
        {.id = RTP_STR("a"), .section = RTP_STR("two"), .slot = RTP_STR("second")},
        {.id = RTP_STR("b"), .section = RTP_STR("two")},
        {.id = RTP_STR("c"), .section = RTP_STR("two"), .slot = RTP_STR("third")},
        {.id = RTP_STR("d"), .section = RTP_STR("three")},
        {.id = RTP_STR("e"), .section = RTP_STR("one"), .slot = RTP_STR("second")},
    };
    bench b = bench_make(*state, rules);
    for (size_t i = 0; i < RTP_COUNT(rules); i++) {
        bench_put(&b, i, 0, NO_CONCERN);
    }
    static const struct {
        const char *section, *slot, *expected;
    } rows[] = {{"one", "first", ""}, {"one", "second", "e"}, {"two", "first", "b"}, {"two", "second", "a"},
                {"two", "third", ""}, {"three", "", ""},      {"two", "", "b"},      {"one", "", ""}};
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        assert_string_equal(selected(&b, &outline, rows[i].section, rows[i].slot), rows[i].expected);
    }
}

/* ---- one slot, many cases ---- */

/* An outline of one section "s" with one slot. */
typedef struct frame {
    rtp_slot slot;
    rtp_section section;
    rtp_outline outline;
} frame;

static frame *frame_make(rtp_arena *arena, rtp_slot slot)
{
    frame *made = RTP_NEW(arena, frame);
    made->slot = slot;
    made->slot.name = rtp_lit("slot");
    made->section = (rtp_section){.id = rtp_lit("s"), .slots = &made->slot, .slot_count = 1};
    made->outline = (rtp_outline){.name = rtp_lit("made"), .sections = &made->section, .section_count = 1};
    return made;
}

static void private_points_stay_in_private_documents(void **state)
{
    static const rtp_rule rules[] = {{.id = RTP_STR("open"), .section = RTP_STR("s")},
                                     {.id = RTP_STR("secret"), .section = RTP_STR("s"), .personal = true}};
    bench b = bench_make(*state, rules);
    bench_put(&b, 0, 0, NO_CONCERN);
    bench_put(&b, 1, 0, NO_CONCERN);
    frame *f = frame_make(*state, (rtp_slot){.form = RTP_FORM_BULLETS});
    assert_string_equal(selected(&b, &f->outline, "s", ""), "open");
    f->outline.personal = true;
    assert_string_equal(selected(&b, &f->outline, "s", ""), "open secret");
}

static void order_is_concern_then_strength_then_list_then_pack(void **state)
{
    static const rtp_rule rules[] = {
        {.id = RTP_STR("weak"), .section = RTP_STR("s"), .strength = 10},
        {.id = RTP_STR("twin"), .section = RTP_STR("s"), .strength = 50},
        {.id = RTP_STR("twin2"), .section = RTP_STR("s"), .strength = 50},
        {.id = RTP_STR("worry"), .section = RTP_STR("s"), .scope = RTP_CONCERNS, .strength = 1},
        {.id = RTP_STR("home"), .section = RTP_STR("s"), .scope = RTP_TASKS, .strength = 50},
        {.id = RTP_STR("office"), .section = RTP_STR("s"), .scope = RTP_TASKS, .strength = 50},
        {.id = RTP_STR("cost"), .section = RTP_STR("s"), .scope = RTP_COSTS, .strength = 50},
    };
    static const struct {
        size_t rule, item;
        int concern;
    } made[] = {{6, 0, NO_CONCERN}, {0, 0, NO_CONCERN}, {5, 1, NO_CONCERN}, {2, 0, NO_CONCERN}, {3, 1, 1},
                {4, 2, NO_CONCERN}, {1, 0, NO_CONCERN}, {3, 0, 0},          {4, 0, NO_CONCERN}, {5, 3, NO_CONCERN}};
    bench b = bench_make(*state, rules);
    for (size_t i = 0; i < RTP_COUNT(made); i++) {
        bench_put(&b, made[i].rule, made[i].item, made[i].concern);
    }
    frame *f = frame_make(*state, (rtp_slot){.form = RTP_FORM_BULLETS});
    assert_string_equal(selected(&b, &f->outline, "s", ""),
                        "worry worry/1 twin twin2 home office/1 home/2 office/3 cost weak");
}

static void a_budget_keeps_the_first(void **state)
{
    static const rtp_rule rules[] = {{.id = RTP_STR("r"), .section = RTP_STR("s"), .scope = RTP_CONCERNS}};
    /* item and rank of the concern */
    static const int made[][2] = {{0, 0}, {1, 0}, {2, 0}, {3, 1}, {4, 2}, {5, 2}, {6, NO_CONCERN}, {7, NO_CONCERN}};
    static const struct {
        int most, each;
        const char *expected;
    } rows[] = {
        {0, 0, "r r/1 r/2 r/3 r/4 r/5 r/6 r/7"}, {3, 0, "r r/1 r/2"}, {0, 1, "r r/3 r/4 r/6 r/7"},
        {0, 2, "r r/1 r/3 r/4 r/5 r/6 r/7"},     {3, 1, "r r/3 r/4"}, {100, 0, "r r/1 r/2 r/3 r/4 r/5 r/6 r/7"},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        bench b = bench_make(*state, rules);
        for (size_t k = 0; k < RTP_COUNT(made); k++) {
            bench_put(&b, 0, (size_t)made[k][0], made[k][1]);
        }
        frame *f = frame_make(*state, (rtp_slot){.form = RTP_FORM_TERMS, .most = rows[i].most, .each = rows[i].each});
        assert_string_equal(selected(&b, &f->outline, "s", ""), rows[i].expected);
        bool limited = rows[i].most == 3;
        assert_int_equal(bench_outcome(&b, 0, 0), RTP_FIRED);
        assert_int_equal(bench_outcome(&b, 0, 5), limited || rows[i].each == 1 ? RTP_DROPPED_BUDGET : RTP_FIRED);
        assert_int_equal(bench_outcome(&b, 0, 7), limited ? RTP_DROPPED_BUDGET : RTP_FIRED);
    }
}

static void what_a_budget_drops_is_told_in_the_trace(void **state)
{
    static const rtp_rule rules[] = {{.id = RTP_STR("a"), .section = RTP_STR("s"), .strength = 2},
                                     {.id = RTP_STR("b"), .section = RTP_STR("s"), .strength = 1}};
    bench b = bench_make(*state, rules);
    bench_put(&b, 0, 0, NO_CONCERN);
    bench_put(&b, 1, 0, NO_CONCERN);
    frame *f = frame_make(*state, (rtp_slot){.form = RTP_FORM_BULLETS, .most = 1});
    assert_string_equal(selected(&b, &f->outline, "s", ""), "a");
    assert_int_equal(bench_outcome(&b, 0, 0), RTP_FIRED);
    assert_int_equal(bench_outcome(&b, 1, 0), RTP_DROPPED_BUDGET);
    f->slot.most = 0; /* another outline has room for it: the trace forgets the first */
    assert_string_equal(selected(&b, &f->outline, "s", ""), "a b");
    assert_int_equal(bench_outcome(&b, 1, 0), RTP_FIRED);
}

static void a_title_is_one_point(void **state)
{
    static const rtp_rule rules[] = {{.id = RTP_STR("long"), .section = RTP_STR("s"), .strength = 2},
                                     {.id = RTP_STR("short"), .section = RTP_STR("s"), .strength = 1}};
    bench b = bench_make(*state, rules);
    bench_put(&b, 1, 0, NO_CONCERN);
    bench_put(&b, 0, 0, NO_CONCERN);
    frame *f = frame_make(*state, (rtp_slot){.form = RTP_FORM_TITLE});
    assert_string_equal(selected(&b, &f->outline, "s", ""), "long");
    assert_int_equal(bench_outcome(&b, 1, 0), RTP_DROPPED_BUDGET);
}

static void points_that_say_nothing_are_left_out(void **state)
{
    static const rtp_rule rules[] = {
        {.id = RTP_STR("mute"), .section = RTP_STR("s")},
        {.id = RTP_STR("row"), .section = RTP_STR("s"), .cell_count = 2},
        {.id = RTP_STR("holes"), .section = RTP_STR("s"), .cell_count = 2},
        {.id = RTP_STR("beyond"), .section = RTP_STR("s"), .cell_count = 2},
        {.id = RTP_STR("text"), .section = RTP_STR("s")},
    };
    const rtp_runs row[] = {{NULL, 0}, SAY("told")}, holes[] = {SAY(""), {NULL, 0}};
    bench b = bench_make(*state, rules);
    for (size_t i = 0; i < RTP_COUNT(rules); i++) {
        bench_put(&b, i, 0, NO_CONCERN);
    }
    b.points.items[0].text = (rtp_runs){NULL, 0};
    for (size_t i = 1; i < 4; i++) {
        b.points.items[i].text = (rtp_runs){NULL, 0};
        b.points.items[i].cells = i == 2 ? holes : row;
    }
    frame *f = frame_make(*state, (rtp_slot){.form = RTP_FORM_TABLE, .column_count = 2});
    assert_string_equal(selected(&b, &f->outline, "s", ""), "row beyond");
    f->slot.column_count = 1; /* what they say has no column */
    assert_string_equal(selected(&b, &f->outline, "s", ""), "");
    f->slot.form = RTP_FORM_BULLETS;
    assert_string_equal(selected(&b, &f->outline, "s", ""), "text");
}

/* ---- one argument once ---- */

static const rtp_slot plain_slot[] = {{.name = RTP_STR("slot"), .form = RTP_FORM_BULLETS}};
static const rtp_slot small_slot[] = {{.name = RTP_STR("slot"), .form = RTP_FORM_BULLETS, .most = 1}};
static const rtp_section two_sections[] = {{.id = RTP_STR("early"), .slots = small_slot, .slot_count = 1},
                                           {.id = RTP_STR("late"), .slots = plain_slot, .slot_count = 1}};
static const rtp_outline two = {.name = RTP_STR("made"), .sections = two_sections, .section_count = 2};

static void an_argument_is_made_once_where_it_comes_first(void **state)
{
    static const rtp_rule rules[] = {
        {.id = RTP_STR("again"), .section = RTP_STR("late"), .strength = 99, .argues = RTP_STR("speed")},
        {.id = RTP_STR("first"), .section = RTP_STR("early"), .strength = 50, .argues = RTP_STR("speed")},
        {.id = RTP_STR("crowded"), .section = RTP_STR("early"), .strength = 1, .argues = RTP_STR("quality")},
        {.id = RTP_STR("heard"), .section = RTP_STR("late"), .strength = 1, .argues = RTP_STR("quality")},
        {.id = RTP_STR("free"), .section = RTP_STR("late"), .strength = 0},
        {.id = RTP_STR("free2"), .section = RTP_STR("late"), .strength = 0},
    };
    bench b = bench_make(*state, rules);
    for (size_t i = 0; i < RTP_COUNT(rules); i++) {
        bench_put(&b, i, 0, NO_CONCERN);
    }
    assert_string_equal(selected(&b, &two, "early", ""), "first");
    assert_string_equal(selected(&b, &two, "late", ""), "heard free free2");
    assert_int_equal(bench_outcome(&b, 0, 0), RTP_DROPPED_SAME);
    assert_int_equal(bench_outcome(&b, 2, 0), RTP_DROPPED_BUDGET); /* so "quality" was still to be argued */
    assert_int_equal(bench_outcome(&b, 3, 0), RTP_FIRED);
}

static void items_of_a_list_argue_each_for_itself(void **state)
{
    static const rtp_rule rules[] = {
        {.id = RTP_STR("m"), .section = RTP_STR("late"), .scope = RTP_METRICS, .strength = 9, .argues = RTP_STR("x")},
        {.id = RTP_STR("n"), .section = RTP_STR("late"), .scope = RTP_METRICS, .strength = 8, .argues = RTP_STR("x")},
        {.id = RTP_STR("t"), .section = RTP_STR("late"), .scope = RTP_TASKS, .strength = 7, .argues = RTP_STR("x")},
    };
    bench b = bench_make(*state, rules);
    bench_put(&b, 0, 0, NO_CONCERN);
    bench_put(&b, 0, 1, NO_CONCERN);
    bench_put(&b, 1, 1, NO_CONCERN);
    bench_put(&b, 1, 2, NO_CONCERN);
    bench_put(&b, 2, 1, NO_CONCERN);
    assert_string_equal(selected(&b, &two, "late", ""), "m m/1 n/2 t/1");
    assert_int_equal(bench_outcome(&b, 1, 1), RTP_DROPPED_SAME);
}

/* ---- citations ---- */

static const rtp_str addresses[][RTP_STUDY_TEXT_COUNT] = {
    {[RTP_STUDY_DOI] = RTP_STR("10.1/a"), [RTP_STUDY_URL] = RTP_STR("https://example.org/a")},
    {[RTP_STUDY_URL] = RTP_STR("https://example.org/b")},
    {[RTP_STUDY_URL] = RTP_STR("https://example.org/c")},
    {[RTP_STUDY_DOI] = RTP_STR("10.1/a"), [RTP_STUDY_URL] = RTP_STR("https://example.org/a2")}, /* another finding */
};
static rtp_evidence studies[RTP_COUNT(addresses)];
static const rtp_evidence *const study[] = {&studies[0], &studies[1], &studies[2], &studies[3]};

/* A run that tells evidence.claim. */
static rtp_runs claim_make(rtp_arena *arena)
{
    rtp_run *run = RTP_NEW(arena, rtp_run);
    int fact = rtp_fact_find(rtp_lit("evidence.claim"));
    assert_true(fact >= 0);
    *run = (rtp_run){.text = rtp_lit("what was found"), .fact = (uint16_t)fact};
    return (rtp_runs){run, 1};
}

static void fill_studies(rtp_arena *arena)
{
    for (size_t i = 0; i < RTP_COUNT(studies); i++) {
        studies[i].id = rtp_arena_format(arena, "study-%zu", i);
        studies[i].texts = study_texts(addresses[i], arena);
    }
}

/* What each kept point cites, as "[1][2]" behind its id, and how the dropped ended. */
static const char *cited(bench *b, const rtp_outline *outline)
{
    fill_studies(b->arena);
    rtp_selection selection = rtp_selection_make(outline, &b->points, NULL, b->arena);
    rtp_str text = {NULL, 0};
    for (size_t i = 0; i < selection.slots[0].count; i++) {
        const rtp_point *point = selection.slots[0].points[i];
        text = rtp_arena_format(b->arena, "%.*s%s%.*s", RTP_FMT(text), i ? " " : "", RTP_FMT(point->rule->id));
        for (size_t k = 0; k < point->evidence_count; k++) {
            int number = rtp_selection_number(&selection, point->evidence[k]);
            text = rtp_arena_format(b->arena, "%.*s[%d]", RTP_FMT(text), number);
        }
    }
    return rtp_arena_copy(b->arena, text).ptr;
}

static const rtp_rule cited_rules[] = {{.id = RTP_STR("a"), .section = RTP_STR("s")},
                                       {.id = RTP_STR("b"), .section = RTP_STR("s")},
                                       {.id = RTP_STR("c"), .section = RTP_STR("s")},
                                       {.id = RTP_STR("d"), .section = RTP_STR("s")}};

typedef struct citation_case {
    struct {
        const rtp_evidence *const *evidence;
        size_t count;
        bool tells;
    } points[4];
    int limit;
    const char *expected;
    rtp_outcome outcomes[4];
} citation_case;

static const citation_case citation_cases[] = {
    /* each its own, none beyond the limit */
    {{{study + 2, 1, false}, {study, 1, true}, {NULL, 0, false}, {NULL, 0, false}},
     2,
     "a[1] b[2] c d",
     {RTP_FIRED, RTP_FIRED, RTP_FIRED, RTP_FIRED}},
    /* beyond: what only cites stays without, what tells is dropped */
    {{{study, 1, true}, {study + 1, 1, false}, {study + 2, 1, true}, {NULL, 0, false}},
     1,
     "a[1] b d",
     {RTP_FIRED, RTP_FIRED, RTP_DROPPED_CITATIONS, RTP_FIRED}},
    /* one point with more than there is room for keeps the first */
    {{{study, 3, true}, {study + 1, 1, true}, {NULL, 0, false}, {NULL, 0, false}},
     2,
     "a[1][2] c d",
     {RTP_FIRED, RTP_DROPPED_SAME, RTP_FIRED, RTP_FIRED}},
    /* the same finding again: not told twice, not cited twice */
    {{{study, 1, true}, {study, 1, false}, {study, 1, true}, {study, 2, false}},
     2,
     "a[1] b d[2]",
     {RTP_FIRED, RTP_FIRED, RTP_DROPPED_SAME, RTP_FIRED}},
    /* another finding of one study: one number, no room taken */
    {{{study, 1, true}, {study + 3, 1, true}, {study + 1, 1, true}, {NULL, 0, false}},
     1,
     "a[1] b[1] d",
     {RTP_FIRED, RTP_FIRED, RTP_DROPPED_CITATIONS, RTP_FIRED}},
    /* a document that cites nothing */
    {{{study, 1, true}, {study, 1, false}, {NULL, 0, false}, {NULL, 0, false}},
     0,
     "b c d",
     {RTP_DROPPED_CITATIONS, RTP_FIRED, RTP_FIRED, RTP_FIRED}},
};

static void sources_are_limited_and_numbered_in_reading_order(void **state)
{
    for (size_t i = 0; i < RTP_COUNT(citation_cases); i++) {
        const citation_case *row = &citation_cases[i];
        bench b = bench_make(*state, cited_rules);
        for (size_t k = 0; k < 4; k++) {
            rtp_point *point = bench_put(&b, k, 0, NO_CONCERN);
            point->evidence = row->points[k].evidence;
            point->evidence_count = row->points[k].count;
            point->text = row->points[k].tells ? claim_make(*state) : point->text;
        }
        frame *f = frame_make(*state, (rtp_slot){.form = RTP_FORM_BULLETS});
        f->outline.citations = row->limit;
        assert_string_equal(cited(&b, &f->outline), row->expected);
        for (size_t k = 0; k < 4; k++) {
            assert_int_equal(bench_outcome(&b, k, 0), row->outcomes[k]);
        }
        assert_ptr_equal(b.points.items[0].evidence, row->points[0].evidence); /* the points are as they were */
        assert_int_equal(b.points.items[1].evidence_count, row->points[1].count);
    }
}

static void lead_and_cells_may_tell_evidence_too(void **state)
{
    static const rtp_rule rules[] = {{.id = RTP_STR("lead"), .section = RTP_STR("s")},
                                     {.id = RTP_STR("cell"), .section = RTP_STR("s"), .cell_count = 1}};
    bench b = bench_make(*state, rules);
    rtp_runs claim = claim_make(*state);
    for (size_t i = 0; i < 2; i++) {
        bench_put(&b, i, 0, NO_CONCERN);
        b.points.items[i].evidence = study;
        b.points.items[i].evidence_count = 1;
    }
    b.points.items[0].lead = claim;
    b.points.items[1].cells = &claim;
    frame *f = frame_make(*state, (rtp_slot){.form = RTP_FORM_BULLETS});
    assert_string_equal(cited(&b, &f->outline), "");
    assert_int_equal(bench_outcome(&b, 0, 0), RTP_DROPPED_CITATIONS);
    assert_int_equal(bench_outcome(&b, 1, 0), RTP_DROPPED_CITATIONS);
}

static void a_dropped_point_takes_no_citation(void **state)
{
    static const rtp_rule rules[] = {{.id = RTP_STR("a"), .section = RTP_STR("early"), .strength = 2},
                                     {.id = RTP_STR("b"), .section = RTP_STR("early"), .strength = 1},
                                     {.id = RTP_STR("c"), .section = RTP_STR("late")}};
    bench b = bench_make(*state, rules);
    for (size_t i = 0; i < 3; i++) {
        rtp_point *point = bench_put(&b, i, 0, NO_CONCERN);
        point->evidence = study + i;
        point->evidence_count = i > 0;
    }
    rtp_outline outline = two;
    outline.citations = 1;
    rtp_selection selection = rtp_selection_make(&outline, &b.points, NULL, *state);
    assert_int_equal(selection.source_count, 1);
    assert_int_equal(rtp_selection_number(&selection, study[1]), 0);
    assert_int_equal(rtp_selection_number(&selection, study[2]), 1);
}

static void nothing_to_select_from_is_fine(void **state)
{
    rtp_points none = {.items = NULL};
    const rtp_point **points = NULL;
    static const rtp_outline empty = {.name = RTP_STR("empty")};
    assert_int_equal(rtp_points_select(&two, &none, rtp_lit("late"), rtp_lit("slot"), *state, &points), 0);
    assert_int_equal(rtp_points_select(&empty, &none, rtp_lit("late"), rtp_lit("slot"), *state, &points), 0);
    assert_int_equal(rtp_selection_make(&empty, &none, NULL, *state).citation_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(points_go_to_the_slot_their_rule_names),
        cmocka_unit_test(private_points_stay_in_private_documents),
        cmocka_unit_test(order_is_concern_then_strength_then_list_then_pack),
        cmocka_unit_test(a_budget_keeps_the_first),
        cmocka_unit_test(what_a_budget_drops_is_told_in_the_trace),
        cmocka_unit_test(a_title_is_one_point),
        cmocka_unit_test(points_that_say_nothing_are_left_out),
        cmocka_unit_test(an_argument_is_made_once_where_it_comes_first),
        cmocka_unit_test(items_of_a_list_argue_each_for_itself),
        cmocka_unit_test(sources_are_limited_and_numbered_in_reading_order),
        cmocka_unit_test(lead_and_cells_may_tell_evidence_too),
        cmocka_unit_test(a_dropped_point_takes_no_citation),
        cmocka_unit_test(nothing_to_select_from_is_fine),
    };
    return cmocka_run_group_tests(tests, arena_set_up, arena_tear_down);
}
