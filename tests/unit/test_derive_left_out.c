/* floor: facts */
#include "facts_support.h"

#define HYBRID       "'person': {'role': 'Clerk'}, 'ask': {'preferred': {'office_days': 3}}"
#define REMOTE       "'person': {'role': 'Clerk'}, 'ask': {'preferred': {'office_days': 0}}"
#define HISTORY(all) ", 'history': {'metrics': [" all "]}"
#define BUGS(more, office, hybrid, remote)                                                                             \
    HISTORY("{'name': 'Bugs', 'unit': 'bugs', 'better': 'lower'" more ", 'samples': {'office': [" office               \
            "], 'hybrid': [" hybrid "], 'remote': [" remote "]}}")
#define THREES "3, 3, 3, 3"

static void the_other_way_of_working_is_held_against_the_office(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {HYBRID BUGS("", THREES, THREES, "5, 6, 5, 6"), "metric.other.label", 0, "remote", 'f',
         "/history/metrics/0/samples"},
        {NULL, "metric.other.n", 0, "4", 'f', NULL},
        {NULL, "metric.other.median", 0, "5.5", 'f', NULL},
        {NULL, "metric.other.count_text", 0, "4 readings", 'f', NULL},
        {NULL, "metric.other.period", 0, NULL, 0, NULL},
        {NULL, "metric.other.worse", 0, "yes", 'f', NULL},
        {NULL, "lead.other.worse", 0, "yes", 'f', NULL},
        /* Asked the other way round, the hybrid months are the ones left out. */
        {REMOTE BUGS("", THREES, "5, 6, 5, 6", THREES), "metric.other.label", 0, "hybrid", 'f', NULL},
        {NULL, "metric.other.worse", 0, "yes", 'f', NULL},
        {HYBRID BUGS("", THREES, THREES, "2, 2, 2, 2"), "metric.other.worse", 0, "no", 'f', NULL},
        {HYBRID BUGS("", THREES, THREES, THREES), "metric.other.worse", 0, "no", 'f', NULL},
        /* Within the margin, and just beyond it. */
        {HYBRID BUGS(", 'margin': 2.5", THREES, THREES, "5, 6, 5, 6"), "metric.other.worse", 0, "no", 'f', NULL},
        {HYBRID BUGS(", 'margin': 2.4", THREES, THREES, "5, 6, 5, 6"), "metric.other.worse", 0, "yes", 'f', NULL},
        /* Three values on a side are an anecdote. */
        {HYBRID BUGS("", THREES, THREES, "5, 6, 5"), "metric.other.worse", 0, NULL, 0, NULL},
        {HYBRID BUGS("", "3, 3, 3", THREES, "5, 6, 5, 6"), "metric.other.worse", 0, NULL, 0, NULL},
        /* Where only one of the two has values, it is the one compared. */
        {HYBRID BUGS("", THREES, "", "5, 6, 5, 6"), "metric.other.n", 0, NULL, 0, NULL},
        {NULL, "metric.other.worse", 0, NULL, 0, NULL},
        {HYBRID HISTORY("{'name': 'Score', 'better': 'higher', 'samples': {'office': [7, 7, 7, 7], 'hybrid': [7, 7, 7, "
                        "7], 'remote': [6, 6, 6, 6]}}"),
         "metric.other.worse", 0, "yes", 'f', NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void months_say_when_it_was(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {HYBRID
         ", 'history': {'modes': [{'mode': 'office', 'from': '2025-01', 'to': '2025-04'}, {'mode': 'hybrid', 'from': "
         "'2025-05', 'to': '2025-08'}, {'mode': 'remote', 'from': '2025-09'}], 'metrics': [{'name': 'Bugs', 'better': "
         "'lower', 'values': {'2025-01': 3, '2025-02': 3, '2025-03': 3, '2025-04': 3, '2025-05': 3, '2025-06': 3, "
         "'2025-07': 3, '2025-08': 3, '2025-09': 5, '2025-10': 6, '2025-11': 5, '2025-12': 6}}]}",
         "metric.other.period", 0, "September to December 2025", 'f', "/history/metrics/0/values"},
        {NULL, "metric.other.count_text", 0, "4 months", 'f', NULL},
        {NULL, "metric.other.worse", 0, "yes", 'f', NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

#define SOURCED   "{'name': 'Bugs', 'better': 'lower', 'source': 'a tracker', 'samples': {'remote': [1]}}"
#define UNSOURCED "{'name': 'Score', 'better': 'lower', 'samples': {'remote': [1]}}"
#define EMPTY     "{'name': 'Calls', 'better': 'lower'}"

static void each_metric_may_say_where_it_comes_from(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {HYBRID HISTORY(SOURCED), "metrics.all_sourced", 0, "yes", 'f', "/history/metrics"},
        {HYBRID HISTORY(SOURCED ", " UNSOURCED), "metrics.all_sourced", 0, "no", 'f', NULL},
        {HYBRID HISTORY(SOURCED ", " EMPTY), "metrics.all_sourced", 0, "yes", 'f', NULL},
        {HYBRID, "metrics.all_sourced", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_other_way_of_working_is_held_against_the_office),
        cmocka_unit_test(months_say_when_it_was),
        cmocka_unit_test(each_metric_may_say_where_it_comes_from),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
