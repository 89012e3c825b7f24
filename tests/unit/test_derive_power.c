/* floor: facts */
/* What a plan says about itself beforehand: the spread, what it can see, the margin. All numbers are invented. */
#include "facts_support.h"

#define METRIC(values, more)                                                                                           \
    ", 'history': {'modes': [{'mode': 'office', 'from': '2025-01', 'to': '2025-12'}, {'mode': 'remote', 'from': "      \
    "'2026-01'}], 'metrics': [{'name': 'Pace', 'unit': 'h', 'better': 'lower', 'values': {" values "}" more "}]}"
#define SIX         "'2025-01': 20, '2025-02': 22, '2025-03': 18, '2025-04': 21, '2025-05': 19, '2025-06': 20"
#define TRIAL(more) ", 'strategy': 'push_back', 'pilot': {'start': '2027-01-11', 'primary': 'Pace'" more "}"
#define TURNS       ", 'design': 'alternating_weeks'"

static void the_spread_is_told(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {BASE METRIC(SIX, "") TRIAL(", 'weeks': 24" TURNS), "trial.spread", 0, "1.4 h", 'f', "/history/metrics/0"},
        {NULL, "trial.step", 0, "month", 'f', NULL},
        {NULL, "trial.count", 0, "6 months", 'f', NULL},
        {NULL, "trial.weekly", 0, "2.9 h", 'f', NULL},
        /* Each way of working about its own average: a step between them is no spread. */
        {BASE METRIC(SIX ", '2026-01': 120, '2026-02': 122, '2026-03': 118", "") TRIAL(""), "trial.spread", 0, "1.6 h",
         'f', NULL},
        {NULL, "trial.count", 0, "9 months", 'f', NULL},
        {BASE METRIC("'2025-01': 20, '2025-02': 22, '2025-03': 19", "") TRIAL(""), "trial.spread", 0, NULL, 0, NULL},
        {BASE METRIC("'2025-01': 20, '2025-02': 20, '2025-03': 20, '2025-04': 20", "") TRIAL(""), "trial.spread", 0,
         NULL, 0, NULL},
        {BASE METRIC("'2025-01': 1e307, '2025-02': -1e307, '2025-03': 1e307, '2025-04': -1e307", "") TRIAL(""),
         "trial.spread", 0, NULL, 0, NULL},
        {NULL, "trial.detectable", 0, NULL, 0, NULL},
        {BASE, "trial.spread", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void few_weeks_cannot_tell(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {BASE METRIC(SIX, "") TRIAL(", 'weeks': 10" TURNS), "trial.detectable", 0, NULL, 0, NULL},
        {NULL, "trial.enough", 0, "no", 'f', NULL},
        {NULL, "trial.least_weeks", 0, "12", 'f', NULL},
        {BASE METRIC(SIX, "") TRIAL(", 'weeks': 3"), "trial.enough", 0, "no", 'f', NULL},
        {NULL, "trial.least_weeks", 0, "4", 'f', NULL},
        {BASE METRIC(SIX, "") TRIAL(", 'weeks': 12, 'baseline_weeks': 3"), "trial.enough", 0, "no", 'f', NULL},
        {NULL, "trial.arm", 0, "3", 'f', NULL},
        {BASE METRIC(SIX, "") TRIAL(", 'weeks': 24" TURNS), "trial.enough", 0, "yes", 'f', NULL},
        {NULL, "trial.arm", 0, "12", 'f', NULL},
        {NULL, "trial.detectable", 0, "3.9 h", 'f', NULL},
        {NULL, "trial.detectable_percent", 0, "20", 'f', NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void the_margin_decides_how_long(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {BASE METRIC(SIX, ", 'margin': 6") TRIAL(", 'weeks': 24" TURNS), "trial.decides", 0, "yes", 'f', NULL},
        {NULL, "trial.margin_weeks", 0, "12", 'f', NULL},
        {NULL, "trial.margin", 0, "6", 'p', "/history/metrics/0/margin"},
        {NULL, "trial.margin_amount", 0, "6 h", 'p', NULL},
        {BASE METRIC(SIX, ", 'margin': 6") TRIAL(", 'weeks': 24, 'margin': 1" TURNS), "trial.decides", 0, "no", 'f',
         NULL},
        {NULL, "trial.margin", 0, "1", 'p', "/pilot/margin"},
        /* A tenth of 20 when nobody said. */
        {BASE METRIC(SIX, "") TRIAL(", 'weeks': 24" TURNS), "trial.margin", 0, "2", 'd', ""},
        {NULL, "trial.margin_text", 0, "no more than 2 h longer than the baseline", 'd', ""},
        {BASE METRIC(SIX, ", 'margin': 0") TRIAL(", 'weeks': 24" TURNS), "trial.decides", 0, "no", 'f', NULL},
        {NULL, "trial.margin_weeks", 0, NULL, 0, NULL},
        {BASE METRIC("'2025-01': 0, '2025-02': 0", "") TRIAL(", 'weeks': 24" TURNS), "trial.margin", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_spread_is_told),
        cmocka_unit_test(few_weeks_cannot_tell),
        cmocka_unit_test(the_margin_decides_how_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
