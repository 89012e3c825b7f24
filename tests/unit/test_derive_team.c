/* floor: facts */
#include "facts_support.h"

#define TEAM(members) BASE ", 'team': {" members "}"

static void team(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {TEAM("'size': 8, 'same_site': 3, 'sites': ['Austin', 'Lisbon'], 'creative_rut': true, 'new_hires': 2, "
              "'mentees': 1"),
         "team.others", 0, "7", 'f', "/team/size"},
        {NULL, "team.elsewhere", 0, "4", 'f', "/team/same_site"},
        {NULL, "team.site_count", 0, "2", 'f', "/team/sites"},
        {NULL, "team.sites", 0, "Austin and Lisbon", 'p', "/team/sites"},
        {NULL, "team.creative_rut", 0, "yes", 'p', "/team/creative_rut"},
        {NULL, "team.new_hires", 0, "2", 'p', "/team/new_hires"},
        {NULL, "team.mentees", 0, "1", 'p', "/team/mentees"},
        {TEAM("'size': 1"), "team.others", 0, "0", 'f', NULL},
        {NULL, "team.elsewhere", 0, NULL, 0, NULL},
        {NULL, "team.same_site", 0, NULL, 0, NULL},
        {TEAM("'same_site': 3"), "team.elsewhere", 0, NULL, 0, NULL},
        {TEAM("'size': 4, 'same_site': 3"), "team.elsewhere", 0, "0", 'f', NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void whom_an_office_day_would_meet(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {TEAM("'size': 9, 'same_site': 4"), "team.mostly_elsewhere", 0, "no", 'f', "/team/same_site"},
        {NULL, "team.nobody_here", 0, "no", 'f', "/team/same_site"},
        {NULL, "team.all_here", 0, "no", 'f', "/team/same_site"},
        {TEAM("'size': 9, 'same_site': 3"), "team.mostly_elsewhere", 0, "yes", 'f', NULL},
        {TEAM("'size': 9, 'same_site': 0"), "team.mostly_elsewhere", 0, "yes", 'f', NULL},
        {NULL, "team.nobody_here", 0, "yes", 'f', NULL},
        {TEAM("'size': 9, 'same_site': 8"), "team.all_here", 0, "yes", 'f', NULL},
        {NULL, "team.mostly_elsewhere", 0, "no", 'f', NULL},
        /* nobody to meet anywhere */
        {TEAM("'size': 1, 'same_site': 0"), "team.nobody_here", 0, NULL, 0, NULL},
        {NULL, "team.all_here", 0, NULL, 0, NULL},
        {TEAM("'size': 9"), "team.mostly_elsewhere", 0, NULL, 0, NULL},
        {TEAM("'same_site': 2"), "team.mostly_elsewhere", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void practices_in_use_come_first(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {BASE ", 'practices': {'already': ['a', 'b'], 'proposed': ['c']}", "practice.text", 1, "b", 'p',
         "/practices/already/1"},
        {NULL, "practice.kind", 1, "already", 'f', "/practices/already/1"},
        {NULL, "practice.text", 2, "c", 'p', "/practices/proposed/0"},
        {NULL, "practice.kind", 2, "proposed", 'f', "/practices/proposed/0"},
        {NULL, "practice.text", 3, NULL, 0, NULL},
        {NULL, "practices.already", 0, "a and b", 'p', "/practices/already"},
        {NULL, "practices.proposed", 0, "c", 'p', "/practices/proposed"},
        {NULL, "practices.count", 0, "3", 'f', "/practices"},
        {BASE ", 'practices': {'proposed': ['c']}", "practice.text", 0, "c", 'p', "/practices/proposed/0"},
        {NULL, "practices.already", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void costs_and_cover(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {BASE ", 'costs': [{'cost': 'waiting', 'borne_by': 'the team', 'mitigation': 'core hours'}]", "cost.cost", 0,
         "waiting", 'p', "/costs/0/cost"},
        {NULL, "cost.borne_by", 0, "the team", 'p', "/costs/0/borne_by"},
        {NULL, "cost.mitigation", 0, "core hours", 'p', "/costs/0/mitigation"},
        {NULL, "cost.position", 0, "1", 'f', "/costs/0"},
        {NULL, "costs.count", 0, "1", 'f', "/costs"},
        {NULL, "cover.any", 0, "no", 'f', ""},
        {NULL, "cover.core_hours", 0, NULL, 0, NULL},
        {BASE ", 'cover': {'onsite_minutes': 60, 'security': ['VPN']}", "cover.any", 0, "yes", 'f', "/cover"},
        {NULL, "cover.onsite_minutes", 0, "60", 'p', "/cover/onsite_minutes"},
        {NULL, "cover.security", 0, "VPN", 'p', "/cover/security"},
        {NULL, "cover.response_minutes", 0, NULL, 0, NULL},
        {NULL, "cover.onsite_backup", 0, NULL, 0, NULL},
        {BASE ", 'cover': {'core_hours': '9 to 3'}", "cover.any", 0, "yes", 'f', NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(team),
        cmocka_unit_test(whom_an_office_day_would_meet),
        cmocka_unit_test(practices_in_use_come_first),
        cmocka_unit_test(costs_and_cover),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
