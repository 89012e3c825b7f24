/* floor: facts */
#include "roles_bench.h"

#define WORK(metrics)                                                                                                  \
    "'person': {'role': 'Support Agent'}, 'ask': {'preferred': {'office_days': 2}},"                                   \
    " 'history': {'metrics': [" metrics "]}"
#define NAMED(name)        "{'name': '" name "', 'better': 'lower', 'samples': {'office': [1]}}"
#define SAMPLED(name, ...) "{'name': '" name "', 'better': 'lower', " __VA_ARGS__ "}"
#define SIDES              "'samples': {'office': [10, 10, 10, 10], 'hybrid': [8, 8, 8, 8]}"

static void a_trap_is_told_by_the_name(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {WORK(NAMED("Tickets closed")), "metric.trap", 0, "closing early raises it", 'k', ""},
        {NULL, "metric.credible", 0, "no", 'f', "/history/metrics/0/name"},
        {NULL, "metric.pair", 0, NULL, 0, NULL},
        {NULL, "metric.pair_missing", 0, NULL, 0, NULL},
        {WORK(NAMED("Closed tickets a week")), "metric.trap", 0, "closing early raises it", 'k', ""},
        {WORK(NAMED("Tickets closed within a day")), "metric.trap", 0, NULL, 0, NULL},
        {WORK(NAMED("Hours online")), "metric.trap", 0, "being there is no result", 'k', ""},
        {WORK(NAMED("Hours of toil online")), "metric.trap", 0, NULL, 0, NULL},
        /* a measure that carries weight is no trap, whatever else its name says */
        {WORK(NAMED("Tickets reopened after they were closed")), "metric.trap", 0, NULL, 0, NULL},
        {NULL, "metric.credible", 0, "yes", 'f', "/history/metrics/0/name"},
        {WORK(NAMED("Smiles")), "metric.trap", 0, NULL, 0, NULL},
        {NULL, "metric.credible", 0, NULL, 0, NULL},
        {"'person': {'role': 'Clerk'}, 'ask': {'preferred': {'office_days': 2}},"
         " 'history': {'metrics': [{'name': 'Tickets closed', 'better': 'lower', 'samples': {'office': [1]}}, {'name': "
         "'Hours online', 'better': 'lower', 'samples': {'office': [1]}}]}",
         "metric.trap", 0, NULL, 0, NULL},
        {NULL, "metric.trap", 1, "being there is no result", 'k', ""},
    };
    check_cases(cases, RTP_COUNT(cases));
}

#define BETTER(name) SAMPLED(name, SIDES)
#define SAME(name)   SAMPLED(name, "'margin': 1, 'samples': {'office': [8, 8, 8, 8], 'hybrid': [8, 8, 8, 8]}")

static void a_trap_leads_only_when_nothing_else_can(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {WORK(BETTER("Tickets closed") "," BETTER("Smiles")), "lead.name", 0, "Smiles", 'p', NULL},
        {WORK(BETTER("Tickets closed") "," SAME("First reply")), "lead.name", 0, "First reply", 'p', NULL},
        {WORK(BETTER("Tickets closed")), "lead.name", 0, "Tickets closed", 'p', NULL},
        {NULL, "lead.trap", 0, "closing early raises it", 'k', ""},
        {WORK(SAMPLED("Tickets closed", "'headline': true, " SIDES) "," BETTER("Smiles")), "lead.name", 0,
         "Tickets closed", 'p', NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void speed_wants_quality_beside_it(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {WORK(NAMED("First reply")), "metric.pair", 0, "reopened tickets", 'k', ""},
        {NULL, "metric.pair_unit", 0, "%", 'k', ""},
        {NULL, "metric.pair_better", 0, "lower", 'k', ""},
        {NULL, "metric.pair_where", 0, "the help desk", 'k', ""},
        {NULL, "metric.pair_missing", 0, "yes", 'f', "/history/metrics/0/name"},
        {WORK(NAMED("First reply") ", " NAMED("Reopened tickets")), "metric.pair_missing", 0, "no", 'f', NULL},
        {NULL, "metric.pair_missing", 1, NULL, 0, NULL},
        {NULL, "metric.pair", 1, NULL, 0, NULL},
        {WORK(NAMED("First reply") ", " NAMED("Tickets closed")), "metric.pair_missing", 0, "yes", 'f', NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void an_effect_within_the_margin_is_small(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {WORK(SAMPLED("First reply", "'margin': 2, " SIDES)), "metric.effect_small", 0, "yes", 'f', NULL},
        {NULL, "lead.effect_small", 0, "yes", 'f', NULL},
        {NULL, "lead.pair", 0, "reopened tickets", 'k', ""},
        {WORK(SAMPLED("First reply", "'margin': 1.9, " SIDES)), "metric.effect_small", 0, "no", 'f', NULL},
        {WORK(SAMPLED("First reply", SIDES)), "metric.effect_small", 0, NULL, 0, NULL},
        {WORK(SAMPLED("First reply", "'margin': 2, 'samples': {'office': [1]}")), "metric.effect_small", 0, NULL, 0,
         NULL},
        {NULL, "lead.effect_small", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_trap_is_told_by_the_name, roles_set_up),
        cmocka_unit_test_setup(a_trap_leads_only_when_nothing_else_can, roles_set_up),
        cmocka_unit_test_setup(speed_wants_quality_beside_it, roles_set_up),
        cmocka_unit_test_setup(an_effect_within_the_margin_is_small, roles_set_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
