/* floor: facts */
#include "facts_support.h"

/* The document's date is Saturday, 21 November 2026. All profiles are invented. */
#define MANDATE(start) BASE ", 'mandate': {'start': '" start "'}"

static void the_deadline_is_the_next_day_that_matters(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {MANDATE("2027-01-11"), "plan.deadline", 0, "11 January 2027", 'p', "/mandate/start"},
        {NULL, "plan.deadline_kind", 0, "policy", 'f', "/mandate/start"},
        {NULL, "plan.days", 0, "51", 'f', "/mandate/start"},
        {"'person': {'role': 'Clerk'}, 'ask': {'preferred': {'office_days': 2}, 'decide_by': '2026-12-10'}, "
         "'mandate': {'start': '2027-01-11'}",
         "plan.deadline", 0, "10 December 2026", 'p', "/ask/decide_by"},
        {NULL, "plan.deadline_kind", 0, "decision", 'f', "/ask/decide_by"},
        {MANDATE("2026-11-20"), "plan.deadline", 0, NULL, 0, NULL},
        {NULL, "plan.deadline_kind", 0, NULL, 0, NULL},
        {NULL, "plan.days", 0, NULL, 0, NULL},
        {BASE, "plan.deadline", 0, NULL, 0, NULL},
        {MANDATE("2027-01-11") ", 'strategy': 'earn_back'", "plan.deadline", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void an_agreed_talk_goes_before_a_proposed_one(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {BASE ", 'conversations': [{'date': '2026-11-12', 'next': '2026-12-01'}]", "plan.talk", 0, "1 December 2026",
         'p', "/conversations/0/next"},
        {NULL, "plan.talk_given", 0, "yes", 'f', NULL},
        {NULL, "plan.send", 0, "30 November 2026", 'd', ""},
        {NULL, "plan.rehearse", 0, "27 November 2026", 'd', ""},
        {NULL, "plan.terms", 0, "8 December 2026", 'd', ""},
        {NULL, "plan.slack", 0, NULL, 0, NULL},
        {BASE ", 'conversations': [{'date': '2026-11-02', 'next': '2026-11-09'}]", "plan.talk", 0, "30 November 2026",
         'd', ""},
        {NULL, "plan.talk_given", 0, "no", 'f', NULL},
        {NULL, "plan.sound_out", 0, "23 November 2026", 'd', ""},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void short_time_brings_the_talk_nearer(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {MANDATE("2026-12-01"), "plan.talk", 0, "26 November 2026", 'd', ""},
        {NULL, "plan.slack", 0, "5", 'f', NULL},
        {NULL, "plan.terms", 0, NULL, 0, NULL},
        {MANDATE("2026-11-23"), "plan.talk", 0, "23 November 2026", 'd', ""},
        {NULL, "plan.sound_out", 0, NULL, 0, NULL},
        {NULL, "plan.send", 0, NULL, 0, NULL},
        {NULL, "plan.rehearse", 0, NULL, 0, NULL},
        {BASE ", 'conversations': [{'date': '2026-11-12', 'next': '2026-11-24'}]", "plan.send", 0, "23 November 2026",
         'd', ""},
        {NULL, "plan.rehearse", 0, "23 November 2026", 'd', ""},
        {MANDATE("2026-11-21"), "plan.talk", 0, NULL, 0, NULL},
        {NULL, "plan.slack", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void the_floor_lies_between_step_and_mandate(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {"'person': {'role': 'Clerk'}, 'ask': {'preferred': {'office_days': 2}, 'starter': {'office_days': 3}}, "
         "'mandate': {'office_days': 5}, 'private': {'floor': {'office_days': 4}}",
         "plan.floor_room", 0, "1", 'f', "/private/floor/office_days"},
        {NULL, "plan.floor_short", 0, "1", 'f', "/private/floor/office_days"},
        {BASE ", 'mandate': {'office_days': 5}", "plan.floor_room", 0, NULL, 0, NULL},
        {NULL, "plan.floor_short", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_deadline_is_the_next_day_that_matters),
        cmocka_unit_test(an_agreed_talk_goes_before_a_proposed_one),
        cmocka_unit_test(short_time_brings_the_talk_nearer),
        cmocka_unit_test(the_floor_lies_between_step_and_mandate),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
