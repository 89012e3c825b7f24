/* floor: facts */
/* The months behind one side: what a value stands for, and which time they cover. All invented. */
#include "facts_support.h"

#define HISTORY(modes, values)                                                                                         \
    BASE ", 'history': {'modes': [" modes "], 'metrics': [{'name': 'a', 'better': 'lower', 'values': {" values "}}]}"
#define MODE(mode, from, to) "{'mode': '" mode "', 'from': '" from "', 'to': '" to "'}"
#define TWO_YEARS            MODE("office", "2024-01", "2024-12") "," MODE("hybrid", "2025-01", "2025-12")
#define FOUR_OFFICE          "'2024-01': 1, '2024-02': 2, '2024-03': 3, '2024-04': 4"
#define QUARTERS_OFFICE      "'2024-03': 1, '2024-06': 2, '2024-12': 3, '2024-09': 4"
#define QUARTERS_HYBRID      "'2025-03': 1, '2025-06': 2, '2025-09': 3, '2025-12': 4"

static void values_are_counted_by_what_they_stand_for(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {HISTORY(TWO_YEARS, FOUR_OFFICE ", '2025-01': 1"), "metric.office.count_text", 0, "4 months", 'f',
         "/history/metrics/0/values"},
        {NULL, "metric.base.count_text", 0, "4 months", 'f', NULL},
        {NULL, "metric.hybrid.count_text", 0, "1 month", 'f', NULL}, /* as its other side */
        {NULL, "metric.remote.count_text", 0, NULL, 0, NULL},
        {NULL, "metric.counted_by", 0, "month", 'f', NULL},
        {HISTORY(TWO_YEARS, QUARTERS_OFFICE "," QUARTERS_HYBRID), "metric.compared.count_text", 0, "4 quarters", 'f',
         NULL},
        {NULL, "metric.counted_by", 0, "quarter", 'f', NULL},
        {NULL, "metrics.has_monthly", 0, "no", 'f', NULL},
        {HISTORY(TWO_YEARS, FOUR_OFFICE "," QUARTERS_HYBRID), "metric.counted_by", 0, "reading", 'f', NULL},
        {NULL, "metric.base.count_text", 0, "4 months", 'f', NULL},
        {NULL, "metric.compared.count_text", 0, "4 quarters", 'f', NULL},
        /* one month missing is still monthly, one quarter missing still quarterly */
        {HISTORY(TWO_YEARS, "'2024-01': 1, '2024-02': 2, '2024-03': 3, '2024-05': 4"), "metric.base.count_text", 0,
         "4 months", 'f', NULL},
        {HISTORY(TWO_YEARS, "'2024-03': 1, '2024-06': 1, '2024-12': 2"), "metric.base.count_text", 0, "3 readings", 'f',
         NULL},
        {HISTORY(TWO_YEARS, "'2024-01': 1, '2024-03': 1, '2024-08': 2"), "metric.base.count_text", 0, "3 readings", 'f',
         NULL},
        {HISTORY(TWO_YEARS, "'2024-01': 1"), "metric.base.count_text", 0, "1 reading", 'f', NULL},
        {BASE ", 'history': {'metrics': [{'name': 'a', 'better': 'lower', 'samples': {'office': [1, 2]}}]}",
         "metric.base.count_text", 0, "2 readings", 'f', "/history/metrics/0/samples/office"},
        {NULL, "metric.counted_by", 0, NULL, 0, NULL},
        {NULL, "metric.compared.count_text", 0, NULL, 0, NULL},
        {HISTORY(TWO_YEARS, FOUR_OFFICE ", '2025-01': 1, '2025-02': 1, '2025-03': 1, '2025-04': 1"),
         "metrics.has_monthly", 0, "yes", 'f', NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

#define TURNS                                                                                                          \
    MODE("office", "2025-01", "2025-09")                                                                               \
    "," MODE("hybrid", "2025-10", "2026-09") "," MODE("office", "2026-10", "2026-10")
#define SHORT(mode, month) MODE(mode, month, month)
#define FIRST_FOUR                                                                                                     \
    SHORT("office", "2024-01")                                                                                         \
    "," SHORT("hybrid", "2024-02") "," SHORT("office", "2024-03") "," SHORT("hybrid", "2024-04")
#define MANY                                                                                                           \
    FIRST_FOUR "," SHORT("office", "2024-05") "," SHORT("hybrid", "2024-06") "," MODE("office", "2024-07", "2024-08")

static void a_range_claims_no_month_of_another_way_of_working(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {HISTORY(TURNS, "'2026-10': 4, '2025-01': 1, '2025-09': 2"), "metric.base.period", 0,
         "January to September 2025 and October 2026", 'f', "/history/metrics/0/values"},
        {HISTORY(TURNS, "'2025-01': 1, '2025-09': 2"), "metric.base.period", 0, "January to September 2025", 'f', NULL},
        /* a gap that nobody filled with another way of working stays inside */
        {HISTORY(MODE("office", "2024-01", "2024-03") "," MODE("office", "2024-08", "2024-09"),
                 "'2024-01': 1, '2024-09': 2"),
         "metric.base.period", 0, "January to September 2024", 'f', NULL},
        {HISTORY(MANY, "'2024-01': 1, '2024-03': 2, '2024-05': 3"), "metric.base.period", 0,
         "January 2024, March 2024 and May 2024", 'f', NULL},
        {NULL, "metric.compared.period", 0, NULL, 0, NULL},
        {HISTORY(MANY, "'2024-01': 1, '2024-03': 2, '2024-05': 3, '2024-07': 4, '2024-08': 4"), "metric.base.period", 0,
         "5 readings between January 2024 and August 2024", 'f', NULL},
        {HISTORY(MANY, "'2024-02': 1"), "metric.base.period", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_counted_by_what_they_stand_for),
        cmocka_unit_test(a_range_claims_no_month_of_another_way_of_working),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
