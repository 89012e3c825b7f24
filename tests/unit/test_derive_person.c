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

static void tenure_is_told_in_words(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {ROLE(", 'started': '2022-03'"), "person.tenure_text", 0, "four years", 'f', "/person/started"},
        {NULL, "person.tenure_years", 0, "4", 'f', "/person/started"},
        {NULL, "person.is_new", 0, "no", 'f', "/person/started"},
        {ROLE(", 'started': '2025-11'"), "person.tenure_text", 0, "one year", 'f', NULL},
        {ROLE(", 'started': '2025-12'"), "person.tenure_text", 0, "eleven months", 'f', NULL},
        {NULL, "person.tenure_years", 0, "0", 'f', NULL},
        {ROLE(", 'started': '2026-05'"), "person.is_new", 0, "no", 'f', NULL},
        {ROLE(", 'started': '2026-06'"), "person.is_new", 0, "yes", 'f', NULL},
        {ROLE(", 'started': '2026-10'"), "person.tenure_text", 0, "one month", 'f', NULL},
        {ROLE(", 'started': '2026-11'"), "person.tenure_text", 0, NULL, 0, NULL},
        {NULL, "person.is_new", 0, "yes", 'f', NULL},
        {ROLE(", 'started': '2001-01'"), "person.tenure_text", 0, "25 years", 'f', NULL},
        {ROLE(""), "person.tenure_text", 0, NULL, 0, NULL},
        {NULL, "person.tenure_years", 0, NULL, 0, NULL},
        {NULL, "person.is_new", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

#define TITLE(title) "'person': {'name': 'Sam Rivera', 'role': '" title "'}, 'ask': {'preferred': {'office_days': 2}}"

static void some_lead(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {TITLE("Team Lead, Claims"), "person.leads", 0, "yes", 'f', "/person/role"},
        {NULL, "person.called", 0, "Sam", 'f', "/person/name"},
        {TITLE("Scrum Master"), "person.leads", 0, "yes", 'f', NULL},
        {TITLE("Lead Carpenter"), "person.leads", 0, "yes", 'f', NULL},
        {TITLE("Branch Manager"), "person.leads", 0, "yes", 'f', NULL},
        {TITLE("Account Manager"), "person.leads", 0, "no", 'f', NULL},
        {TITLE("Product Manager"), "person.leads", 0, "no", 'f', NULL},
        {TITLE("Leading Seaman"), "person.leads", 0, "no", 'f', NULL},
        {TITLE("Data Analyst"), "person.leads", 0, "no", 'f', NULL},
        {ROLE(""), "person.called", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(person),
        cmocka_unit_test(tenure_counts_whole_months),
        cmocka_unit_test(tenure_is_told_in_words),
        cmocka_unit_test(some_lead),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
