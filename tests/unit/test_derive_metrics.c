/* floor: facts */
#include "facts_support.h"

/* A metric reads the same under its three names. */
static void lead_reads_as_the_metric_it_is(void **state)
{
    (void)state;
    static const struct {
        const char *prefix;
        size_t metric;
    } chosen[] = {{"lead", 0}, {"weak", 2}};
    bench made = bench_example("backend-engineer");
    size_t compared = 0;
    for (size_t number = 0; number < rtp_fact_count(); number++) {
        rtp_str name = rtp_str_from(rtp_fact_at(number)->name);
        if (!rtp_str_starts(name, rtp_lit("metric."))) {
            continue;
        }
        for (size_t i = 0; i < RTP_COUNT(chosen); i++) {
            rtp_str other = rtp_arena_format(made.arena, "%s%s", chosen[i].prefix, name.ptr + strlen("metric"));
            const rtp_value *left = rtp_facts_get(made.facts, number, chosen[i].metric);
            const rtp_value *right = bench_get(&made, other.ptr, 0);
            assert_int_equal(left->known, right->known);
            assert_true(rtp_str_equal(rtp_value_text(left, made.arena), rtp_value_text(right, made.arena)));
            assert_true(rtp_str_equal(rtp_origin_pointer(&left->origin, made.arena),
                                      rtp_origin_pointer(&right->origin, made.arena)));
            compared++;
        }
    }
    assert_true(compared > 100);
    bench_free(&made);
}

static void members_stand_where_they_were_given(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {NULL, "metric.name", 2, "Review comments given", 'p', "/history/metrics/2/name"},
        {NULL, "metric.unit", 2, "comments", 'p', "/history/metrics/2/unit"},
        {NULL, "metric.unit_text", 0, "h", 'p', "/history/metrics/0/unit"},
        {NULL, "metric.unit_text", 1, NULL, 0, NULL}, /* "Escaped defects, defects" would say it twice */
        {NULL, "metric.source", 1, "Jira, severity 1 and 2 a month", 'p', "/history/metrics/1/source"},
        {NULL, "metric.note", 1, NULL, 0, NULL},
        {NULL, "metric.better", 2, "higher", 'p', "/history/metrics/2/better"},
        {NULL, "metric.about", 2, "new_staff and collaboration", 'p', "/history/metrics/2/about"},
        {NULL, "metric.position", 2, "3", 'f', "/history/metrics/2"},
        {NULL, "metric.name", 3, NULL, 0, NULL},
        {NULL, "metrics.count", 0, "3", 'f', "/history/metrics"},
        {NULL, "metrics.comparable", 0, "3", 'f', "/history/metrics"},
        {NULL, "metrics.better_count", 0, "1", 'f', "/history/metrics"},
        {NULL, "metrics.worse_count", 0, "1", 'f', "/history/metrics"},
        /* Who holds the numbers, each once. */
        {NULL, "metrics.source_list", 0, "GitHub and Jira", 'f', "/history/metrics"},
        {NULL, "metrics.has_monthly", 0, "yes", 'f', "/history/metrics"},
    };
    check_example("backend-engineer", cases, RTP_COUNT(cases));
}

#define ABOUT(about, mitigations)                                                                                      \
    BASE ", 'history': {'metrics': [{'name': 'a', 'better': 'lower'" about "}]}, 'mitigations': [" mitigations "]"

static void an_answer_speaks_to_what_the_metric_is_about(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {ABOUT(", 'about': ['culture', 'morale']", "{'concern': 'cost', 'action': 'x'}, {'concern': 'morale', "
                                                   "'action': 'y'}, {'concern': 'culture', 'action': 'z'}"),
         "metric.answer", 0, "y", 'p', "/mitigations/1/action"},
        {NULL, "metric.answer_concern", 0, "morale", 'p', "/mitigations/1/concern"},
        {ABOUT("", "{'concern': 'cost', 'action': 'x'}"), "metric.answer", 0, NULL, 0, NULL},
        {ABOUT(", 'about': ['headcount']", "{'concern': 'headcount', 'action': 'x'}"), "metric.answer", 0, NULL, 0,
         NULL},
        {NULL, "metric.answer_concern", 0, NULL, 0, NULL},
        {BASE ", 'concerns': [{'about': 'headcount'}, {'about': 'cost'}, {'about': 'morale'}], 'history': {'metrics': "
              "[{'name': 'a', 'better': 'lower', 'about': ['morale']}]}, 'mitigations': [{'concern': 'morale', "
              "'action': 'x'}]",
         "metric.answer_place", 0, "2", 'f', "/concerns/2/about"},
        {ABOUT(", 'about': ['morale']", "{'concern': 'morale', 'action': 'x'}"), "metric.answer_place", 0, NULL, 0,
         NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lead_reads_as_the_metric_it_is),
        cmocka_unit_test(members_stand_where_they_were_given),
        cmocka_unit_test(an_answer_speaks_to_what_the_metric_is_about),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
