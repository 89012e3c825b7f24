/* floor: facts */
#include "roles_bench.h"

#define HISTORY                                                                                                        \
    ", 'history': {'modes': [{'mode': 'office', 'from': '2024-01', 'to': '2024-12'}, {'mode': 'hybrid', 'from': "      \
    "'2025-01'}], 'metrics': [{'name': 'First reply', 'unit': 'min', 'better': 'lower', 'values': {'2024-11': 40, "    \
    "'2025-02': 30, '2025-03': 31}}, {'name': 'Smiles', 'better': 'higher', 'samples': {'office': [5]}}, {'name': "    \
    "'Empty', 'better': 'lower', 'samples': {'remote': []}}]}"
#define MITIGATION(concern, measure, more)                                                                             \
    BASE HISTORY ", 'mitigations': [{'concern': '" concern "', 'action': 'A', 'measure': '" measure "'" more "}]"
#define TARGET ", 'target': '20 or less'"

static void a_target_on_a_known_metric_is_projected(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {MITIGATION("customers", "first reply, by the help desk", TARGET), "projection.metric", 0, "First reply", 'p',
         "/history/metrics/0/name"},
        {NULL, "projection.now", 0, "30.5 min", 'f', "/history/metrics/0"},
        {NULL, "projection.period", 0, "February to March 2025", 'f', "/history/metrics/0/values"},
        {MITIGATION("customers", "smiles", TARGET), "projection.now", 0, "5", 'f', "/history/metrics/1"},
        {NULL, "projection.period", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void another_name_of_the_same_measure_will_do(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {"'person': {'role': 'Support Agent'}, 'ask': {'preferred': {'office_days': 2}}" HISTORY
         ", 'mitigations': [{'concern': 'customers', 'action': 'A', 'measure': 'minutes until a reply, the "
         "first'" TARGET "}]",
         "projection.metric", 0, "First reply", 'p', "/history/metrics/0/name"},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void nothing_else_is_projected(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {MITIGATION("customers", "first reply", ""), "projection.metric", 0, NULL, 0, NULL},
        {NULL, "projection.now", 0, NULL, 0, NULL},
        {MITIGATION("customers", "second reply", TARGET), "projection.metric", 0, NULL, 0, NULL},
        {MITIGATION("customers", "empty", TARGET), "projection.metric", 0, NULL, 0, NULL},
        {MITIGATION("headcount", "first reply", TARGET), "projection.metric", 0, NULL, 0, NULL},
        {NULL, "projection.now", 0, NULL, 0, NULL},
        {NULL, "projection.period", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_target_on_a_known_metric_is_projected),
        cmocka_unit_test_setup(another_name_of_the_same_measure_will_do, roles_set_up),
        cmocka_unit_test(nothing_else_is_projected),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
