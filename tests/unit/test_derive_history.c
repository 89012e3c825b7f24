/* floor: facts */
#include "facts_support.h"

#define MODES(items) BASE ", 'history': {'modes': [" items "]}"

static void months_come_from_the_periods(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {BASE, "history.office_last", 0, NULL, 0, NULL},
        {NULL, "history.away_first", 0, NULL, 0, NULL},
        {MODES("{'mode': 'office', 'from': '2024-01', 'to': '2024-12'}, {'mode': 'remote', 'from': '2025-01'}"),
         "history.office_last", 0, "December 2024", 'f', "/history/modes"},
        {NULL, "history.away_first", 0, "January 2025", 'f', "/history/modes"},
        {MODES("{'mode': 'hybrid', 'from': '2025-03'}"), "history.office_last", 0, NULL, 0, NULL},
        {NULL, "history.away_first", 0, "March 2025", 'f', NULL},
        /* still in the office: the month before this one, when there is one */
        {MODES("{'mode': 'office', 'from': '2024-01'}"), "history.office_last", 0, "October 2026", 'f', NULL},
        {MODES("{'mode': 'office', 'from': '2026-11'}"), "history.office_last", 0, NULL, 0, NULL},
        {MODES("{'mode': 'remote', 'from': '2023-01', 'to': '2023-06'}, {'mode': 'office', 'from': '2023-07', 'to': "
               "'2024-02'}, {'mode': 'hybrid', 'from': '2024-03'}"),
         "history.office_last", 0, "February 2024", 'f', NULL},
        {NULL, "history.away_first", 0, "January 2023", 'f', NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_come_from_the_periods),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
