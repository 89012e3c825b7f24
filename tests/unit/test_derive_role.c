/* floor: facts */
#include "roles_bench.h"

#define ROLE(title) "'person': {'role': '" title "'}, 'ask': {'preferred': {'office_days': 2}}"

static void a_family_says_what_it_makes(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {ROLE("Customer Support Specialist"), "role.output", 0, "solved cases", 'k', ""},
        {NULL, "role.update", 0, "what is solved", 'k', ""},
        {NULL, "role.quiet", 0, "long cases", 'k', ""},
        {NULL, "role.room", 0, "hard cases", 'k', ""},
        {NULL, "role.exhibit", 0, "a solved case", 'k', ""},
        {NULL, "role.measures", 0, "time to first reply and reopened tickets", 'k', ""},
        {NULL, "role.measure_first", 0, "time to first reply", 'k', ""},
        {NULL, "role.measure_where", 0, "the help desk", 'k', ""},
        {NULL, "role.pair", 0, "reopened tickets", 'k', ""},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void any_desk_speaks_for_a_title_nobody_knows(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {ROLE("Clerk"), "role.output", 0, "finished work", 'k', ""},
        {NULL, "role.update", 0, NULL, 0, NULL},
        {NULL, "role.measures", 0, NULL, 0, NULL},
        {NULL, "role.measure_first", 0, NULL, 0, NULL},
        {ROLE("Tester"), "role.output", 0, NULL, 0, NULL}, /* a family that this pack does not have */
        {NULL, "role.measures", 0, NULL, 0, NULL},
        {"'person': {'role': 'Tester', 'role_family': 'support'}, 'ask': {'preferred': {'office_days': 2}}",
         "role.output", 0, "solved cases", 'k', ""},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void without_roles_nothing_is_known(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {ROLE("Customer Support Specialist"), "role.output", 0, NULL, 0, NULL},
        {NULL, "role.measures", 0, NULL, 0, NULL},
        {NULL, "role.pair", 0, NULL, 0, NULL},
        {NULL, "person.role_family", 0, "support", 'f', "/person/role"},
    };
    bench_roles = (rtp_roles){NULL, 0};
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_family_says_what_it_makes, roles_set_up),
        cmocka_unit_test_setup(any_desk_speaks_for_a_title_nobody_knows, roles_set_up),
        cmocka_unit_test(without_roles_nothing_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
