/* floor: facts */
#include "facts_support.h"

#define ROLE(more) "'person': {'role': 'Technical Writer'" more "}, 'ask': {'preferred': {'office_days': 2}}"

static void person(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {ROLE(""), "document.date", 0, "21 November 2026", 'a', ""},
        {NULL, "person.role", 0, "Technical Writer", 'p', "/person/role"},
        {NULL, "person.name", 0, NULL, 0, NULL},
        {NULL, "person.role_family", 0, "writer", 'f', "/person/role"},
        {NULL, "person.role_inferred", 0, "yes", 'f', "/person/role"},
        {NULL, "person.goal", 0, NULL, 0, NULL},
        {NULL, "person.goals", 0, NULL, 0, NULL},
        {NULL, "person.goal_count", 0, "0", 'f', ""},
        {ROLE(", 'role_family': 'other'"), "person.role_family", 0, "other", 'p', "/person/role_family"},
        {NULL, "person.role_inferred", 0, "no", 'f', "/person/role"},
        {BASE, "person.role_family", 0, NULL, 0, NULL},
        {NULL, "person.role_inferred", 0, "no", 'f', "/person/role"},
        {ROLE(", 'goals': ['one thing', 'another']"), "person.goal", 0, "one thing", 'p', "/person/goals/0"},
        {NULL, "person.goals", 0, "one thing and another", 'p', "/person/goals"},
        {NULL, "person.goal_count", 0, "2", 'f', "/person/goals"},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void tenure_counts_whole_months(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {ROLE(", 'started': '2026-11'"), "person.tenure_months", 0, "0", 'f', "/person/started"},
        {ROLE(", 'started': '2026-10'"), "person.tenure_months", 0, "1", 'f', NULL},
        {ROLE(", 'started': '2022-03'"), "person.tenure_months", 0, "56", 'f', NULL},
        {NULL, "person.started", 0, "March 2022", 'p', "/person/started"},
        {ROLE(", 'started': '2026-12'"), "person.tenure_months", 0, NULL, 0, NULL},
        {ROLE(""), "person.tenure_months", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(person),
        cmocka_unit_test(tenure_counts_whole_months),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
