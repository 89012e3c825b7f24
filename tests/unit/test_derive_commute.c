/* floor: facts */
#include "facts_support.h"

#define COMMUTE(days, more, members)                                                                                   \
    "'person': {'role': 'Clerk'}, 'ask': {'preferred': {'office_days': " days "}}" more ", 'commute': {" members "}"
#define MANDATE(days) ", 'mandate': {'office_days': " days "}"

static void time_saved_counts_both_ways(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        /* Three days, two ways of 45 minutes: 270 minutes. */
        {COMMUTE("2", "", "'minutes': 45, 'share': 0.5, 'reinvest': 'the ledger'"), "commute.hours_week", 0, "4.5", 'f',
         "/commute/minutes"},
        {NULL, "commute.days", 0, "3", 'f', "/ask/preferred/office_days"},
        {NULL, "commute.minutes", 0, "45", 'p', "/commute/minutes"},
        {NULL, "commute.share", 0, "0.5", 'p', "/commute/share"},
        {NULL, "commute.reinvest", 0, "the ledger", 'p', "/commute/reinvest"},
        {COMMUTE("2", MANDATE("4"), "'minutes': 30, 'share': 0.25"), "commute.days", 0, "2", 'f', NULL},
        {NULL, "commute.hours_week", 0, "2", 'f', NULL},
        {NULL, "commute.reinvest_hours", 0, "0.5", 'f', "/commute/share"},
        {COMMUTE("2", "", "'minutes': 40"), "commute.hours_week", 0, "4", 'f', NULL},
        {NULL, "commute.reinvest_hours", 0, NULL, 0, NULL},
        {COMMUTE("2", "", "'minutes': 37"), "commute.hours_week", 0, "3.7", 'f', NULL},
        {COMMUTE("4", MANDATE("3"), "'minutes': 37"), "commute.days", 0, "0", 'f', NULL},
        {NULL, "commute.hours_week", 0, NULL, 0, NULL},
        {COMMUTE("2", "", "'share': 1"), "commute.hours_week", 0, NULL, 0, NULL},
        {NULL, "commute.reinvest_hours", 0, NULL, 0, NULL},
        {COMMUTE("2", "", "'minutes': 0, 'share': 1"), "commute.hours_week", 0, "0", 'f', NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(time_saved_counts_both_ways)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
