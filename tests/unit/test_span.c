/* floor: document */
/* Spans: how sentences end, where citations go, and that every figure remembers its fact. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document/span.h"
#include "points.h"
#include "tree.h"

#include <string.h>

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

static void texts_end_or_do_not(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool ended;
    } rows[] = {
        {"It works.", true},
        {"Does it?", true},
        {"It does!", true},
        {"As follows:", true},
        {"And so on…", true},
        {"She said “no.”", true},
        {"(Like this.)", true},
        {"He said \"yes!\"", true},
        {"It works", false},
        {"twelve weeks (proposed)", false},
        {"“no”", false},
        {"one, two,", false},
        {"", false},
        {"”", false},
        {".", true},
        {"5.1", false},
        {"“‘Why?’”)", true},
        {"a;", false},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        if (rtp_text_is_ended(rtp_str_from(rows[i].text)) != rows[i].ended) {
            fail_msg("%s", rows[i].text);
        }
    }
}

static void an_end_may_lie_runs_back(void **state)
{
    (void)state;
    const rtp_run quote[] = {{.text = RTP_STR("“")}, {.text = RTP_STR("I need them here.")}, {.text = RTP_STR("”")}};
    const rtp_run open[] = {{.text = RTP_STR("They said.")}, {.text = RTP_STR(" and a lot more than the tail holds")}};
    const rtp_run blank[] = {{.text = RTP_STR("Done.")}, {.text = RTP_STR("")}, {.text = RTP_STR("")}};
    assert_true(rtp_runs_are_ended((rtp_runs){quote, 3}));
    assert_false(rtp_runs_are_ended((rtp_runs){quote, 1}));
    assert_false(rtp_runs_are_ended((rtp_runs){open, 2}));
    assert_true(rtp_runs_are_ended((rtp_runs){blank, 3}));
    assert_false(rtp_runs_are_ended((rtp_runs){NULL, 0}));
}

/* ---- citations ---- */

static const rtp_evidence studies[] = {{.id = RTP_STR("s0")}, {.id = RTP_STR("s1")}, {.id = RTP_STR("s0b")}};
static const rtp_evidence *const study[] = {&studies[0], &studies[2], &studies[1]};

static void citations_go_before_the_full_stop(void **state)
{
    static const struct {
        const char *parts[3];
        size_t evidence;
        bool ended;
        const char *expected;
    } rows[] = {
        {{"It works."}, 0, true, "p It works.\n"},
        {{"It works"}, 0, true, "p It works.\n"},
        {{"It works"}, 0, false, "p It works\n"},
        {{"It works."}, 1, true, "p It works [1].\n"},
        {{"It works"}, 1, true, "p It works [1].\n"},
        {{"It works"}, 1, false, "p It works [1]\n"},
        {{"It works", "."}, 1, true, "p It works [1].\n"},
        {{"It works", ".", ""}, 1, true, "p It works [1].\n"},
        {{"Does it?"}, 1, true, "p Does it? [1]\n"},
        {{"“It does.", "”"}, 1, true, "p “It does.” [1]\n"},
        {{"And on..."}, 1, true, "p And on... [1]\n"},
        {{"Two findings."}, 2, true, "p Two findings [1].\n"}, /* of one study */
        {{"Two studies."}, 3, true, "p Two studies [1] [2].\n"},
    };
    rtp_citation citations[] = {{&studies[0], 1}, {&studies[2], 1}, {&studies[1], 2}};
    const rtp_selection selection = {.citations = citations, .citation_count = 3, .source_count = 2};
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_run runs[3] = {{.fact = RTP_LITERAL}};
        size_t count = 0;
        for (; count < 3 && rows[i].parts[count]; count++) {
            runs[count] = (rtp_run){.text = rtp_str_from(rows[i].parts[count]), .fact = RTP_LITERAL};
        }
        const rtp_point point = {.text = {runs, count}, .evidence = study, .evidence_count = rows[i].evidence};
        rtp_builder b = {.arena = *state, .selection = &selection, .point = &point};
        b.root = rtp_node_put(*state, NULL, RTP_NODE_DOCUMENT);
        rtp_point_put(&b, rtp_build_put(&b, b.root, RTP_NODE_PARAGRAPH), rows[i].ended);
        assert_string_equal(tree_text(b.root, *state), rows[i].expected);
    }
}

static void a_finding_is_cited_where_it_is_told(void **state)
{
    static const struct {
        const char *parts[3]; /* the second is the finding */
        const char *expected;
    } rows[] = {
        {{"", "Ideas were fewer.", " So I keep them for the office."},
         "p Ideas were fewer [1]. So I keep them for the office.\n"},
        {{"In one trial ", "ideas were fewer", ", so I keep them for the office."},
         "p In one trial ideas were fewer [1], so I keep them for the office.\n"},
        {{"In one trial ", "ideas were fewer.", ""}, "p In one trial ideas were fewer [1].\n"},
    };
    int fact = rtp_fact_find(rtp_lit("evidence.claim")), answer = rtp_fact_find(rtp_lit("evidence.answer"));
    assert_true(fact >= 0 && answer >= 0);
    rtp_citation citations[] = {{&studies[0], 1}};
    const rtp_selection selection = {.citations = citations, .citation_count = 1, .source_count = 1};
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_run runs[3];
        for (size_t k = 0; k < 3; k++) {
            runs[k] = (rtp_run){.text = rtp_str_from(rows[i].parts[k]),
                                .fact = k == 1 ? (uint16_t)fact : (uint16_t)RTP_LITERAL};
        }
        runs[2].fact = i == 0 ? (uint16_t)answer : runs[2].fact; /* an answer is not what was found */
        const rtp_point point = {.text = {runs, 3}, .evidence = study, .evidence_count = 1};
        rtp_builder b = {.arena = *state, .selection = &selection, .point = &point};
        b.root = rtp_node_put(*state, NULL, RTP_NODE_DOCUMENT);
        rtp_point_put(&b, rtp_build_put(&b, b.root, RTP_NODE_PARAGRAPH), true);
        assert_string_equal(tree_text(b.root, *state), rows[i].expected);
    }
}

/* ---- provenance ---- */

static void numbers_and_dates_become_figures(void **state)
{
    static const struct {
        rtp_type type;
        const char *expected;
    } rows[] = {{RTP_NUMBER, "p {said}\n"}, {RTP_DATE, "p {said}\n"}, {RTP_MONTH, "p {said}\n"}, {RTP_TEXT, "p said\n"},
                {RTP_WORD, "p said\n"},     {RTP_LIST, "p said\n"},   {RTP_FLAG, "p said\n"}};
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        const rtp_value value = {.known = true, .type = rows[i].type};
        const rtp_run run = {.text = RTP_STR("said"), .value = &value, .fact = 3};
        rtp_builder b = {.arena = *state, .root = rtp_node_put(*state, NULL, RTP_NODE_DOCUMENT)};
        rtp_node *paragraph = rtp_build_put(&b, b.root, RTP_NODE_PARAGRAPH);
        rtp_runs_put(&b, paragraph, (rtp_runs){&run, 1});
        assert_string_equal(tree_text(b.root, *state), rows[i].expected);
        assert_ptr_equal(paragraph->first->value, &value);
        assert_int_equal(paragraph->first->fact, 3);
    }
}

static void what_says_nothing_is_no_span(void **state)
{
    const rtp_run runs[] = {{.text = RTP_STR(""), .fact = RTP_LITERAL},
                            {.text = RTP_STR("One run."), .fact = RTP_LITERAL},
                            {.text = RTP_STR(""), .fact = RTP_LITERAL}};
    const rtp_point point = {.text = {runs, 3}};
    rtp_builder b = {.arena = *state, .point = &point, .root = rtp_node_put(*state, NULL, RTP_NODE_DOCUMENT)};
    rtp_node *paragraph = rtp_build_put(&b, b.root, RTP_NODE_PARAGRAPH);
    rtp_point_put(&b, paragraph, true);
    assert_string_equal(tree_text(b.root, *state), "p One run.\n");
    assert_non_null(paragraph->first);
    assert_null(paragraph->first->next);
}

static void every_node_of_a_point_points_back(void **state)
{
    const rtp_value value = {.known = true, .type = RTP_NUMBER};
    const rtp_run lead = {.text = RTP_STR("Days:"), .fact = RTP_LITERAL};
    const rtp_run text[] = {{.text = RTP_STR("2"), .value = &value, .fact = 9},
                            {.text = RTP_STR(" days."), .fact = RTP_LITERAL}};
    rtp_citation citations[] = {{&studies[0], 1}};
    const rtp_selection selection = {.citations = citations, .citation_count = 1, .source_count = 1};
    const rtp_point point = {.lead = {&lead, 1}, .text = {text, 2}, .evidence = study, .evidence_count = 1};
    rtp_builder b = {.arena = *state, .selection = &selection, .section = RTP_STR("s"), .point = &point};
    b.root = rtp_node_put(*state, NULL, RTP_NODE_DOCUMENT);
    rtp_node *paragraph = rtp_build_put(&b, b.root, RTP_NODE_PARAGRAPH);
    rtp_point_put(&b, paragraph, true);
    assert_string_equal(tree_text(b.root, *state), "p *Days:* {2} days [1].\n");
    assert_true(rtp_str_equal(paragraph->section, rtp_lit("s")));
    for (rtp_walk walk = rtp_walk_make(paragraph); rtp_walk_next(&walk);) {
        assert_ptr_equal(walk.node->point, &point);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_end_or_do_not),
        cmocka_unit_test(an_end_may_lie_runs_back),
        cmocka_unit_test(citations_go_before_the_full_stop),
        cmocka_unit_test(a_finding_is_cited_where_it_is_told),
        cmocka_unit_test(numbers_and_dates_become_figures),
        cmocka_unit_test(what_says_nothing_is_no_span),
        cmocka_unit_test(every_node_of_a_point_points_back),
    };
    return cmocka_run_group_tests(tests, arena_set_up, arena_tear_down);
}
