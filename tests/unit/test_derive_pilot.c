/* floor: facts */
#include "facts_support.h"

#define ROLE(more)     "'person': {'role': 'Clerk'}, 'ask': {'preferred': {'office_days': 2}" more "}"
#define STARTS         ROLE(", 'start': '2027-02-01'") ", 'mandate': {'start': '2027-01-11'}"
#define PILOT(members) ", 'pilot': {" members "}"
#define EARN           ", 'strategy': 'earn_back'"

static void dates_of_the_pilot(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {BASE PILOT("'weeks': 12, 'start': '2027-01-11'"), "pilot.start", 0, "11 January 2027", 'p', "/pilot/start"},
        {NULL, "pilot.given", 0, "yes", 'f', "/pilot"},
        {NULL, "pilot.weeks", 0, "12", 'p', "/pilot/weeks"},
        {NULL, "pilot.end", 0, "4 April 2027", 'f', "/pilot/start"},
        {NULL, "pilot.midpoint", 0, "22 February 2027", 'd', ""},
        {NULL, "pilot.review", 0, "12 April 2027", 'd', ""},
        {NULL, "pilot.review_given", 0, "no", 'f', ""},
        {NULL, "pilot.weeks_given", 0, "yes", 'f', "/pilot/weeks"},
        {BASE PILOT("'weeks': 7, 'start': '2027-01-11', 'review': '2027-03-08'"), "pilot.midpoint", 0,
         "1 February 2027", 'd', NULL},
        {NULL, "pilot.end", 0, "28 February 2027", 'f', NULL},
        {NULL, "pilot.review", 0, "8 March 2027", 'p', "/pilot/review"},
        {NULL, "pilot.review_given", 0, "yes", 'f', "/pilot/review"},
        {STARTS, "pilot.start", 0, "1 February 2027", 'p', "/ask/start"},
        {NULL, "pilot.given", 0, "no", 'f', ""},
        {NULL, "pilot.weeks_given", 0, "no", 'f', ""},
        {NULL, "pilot.weeks", 0, "12", 'd', ""},
        {NULL, "pilot.end", 0, "25 April 2027", 'd', ""},
        {NULL, "pilot.review", 0, "3 May 2027", 'd', ""},
        {BASE ", 'mandate': {'start': '2027-01-11'}", "pilot.start", 0, "11 January 2027", 'p', "/mandate/start"},
        {BASE, "pilot.start", 0, NULL, 0, NULL},
        {NULL, "pilot.end", 0, NULL, 0, NULL},
        {NULL, "pilot.midpoint", 0, NULL, 0, NULL},
        {NULL, "pilot.review", 0, NULL, 0, NULL},
        /* Nothing starts on a day that has passed, and a pilot counted from another day starts on a working day. */
        {BASE ", 'mandate': {'start': '2026-10-01'}", "pilot.start", 0, NULL, 0, NULL},
        {NULL, "pilot.review", 0, NULL, 0, NULL},
        {NULL, "pilot.spans_mandate_start", 0, NULL, 0, NULL},
        {ROLE(", 'start': '2026-10-05'"), "pilot.start", 0, NULL, 0, NULL},
        {NULL, "ask.start", 0, NULL, 0, NULL},
        {ROLE(", 'start': '2026-10-05'") ", 'mandate': {'start': '2027-01-11'}", "pilot.start", 0, "11 January 2027",
         'p', "/mandate/start"},
        {BASE PILOT("'start': '2026-10-05'"), "pilot.start", 0, "5 October 2026", 'p', "/pilot/start"},
        {BASE ", 'mandate': {'start': '2026-11-21'}", "pilot.start", 0, "23 November 2026", 'f', "/mandate/start"},
        {BASE ", 'mandate': {'start': '2027-01-10'}", "pilot.start", 0, "11 January 2027", 'f', "/mandate/start"},
        {ROLE(", 'start': '2027-01-09'"), "pilot.start", 0, "11 January 2027", 'f', "/ask/start"},
        {NULL, "ask.start", 0, "9 January 2027", 'p', "/ask/start"},
        /* Over the end of a leap February. */
        {BASE PILOT("'weeks': 4, 'start': '2028-02-07'"), "pilot.end", 0, "5 March 2028", 'f', NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

#define TWO_WEEKS(mandate) BASE PILOT("'weeks': 2, 'start': '2027-01-11'") ", 'mandate': {'start': '" mandate "'}"

static void the_mandate_may_begin_while_the_pilot_runs(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {TWO_WEEKS("2027-01-11"), "pilot.spans_mandate_start", 0, "yes", 'f', "/mandate/start"},
        {TWO_WEEKS("2027-01-24"), "pilot.spans_mandate_start", 0, "yes", 'f', NULL},
        {TWO_WEEKS("2027-01-25"), "pilot.spans_mandate_start", 0, "no", 'f', NULL},
        {TWO_WEEKS("2027-01-10"), "pilot.spans_mandate_start", 0, "no", 'f', NULL},
        {BASE PILOT("'weeks': 2, 'start': '2027-01-11'"), "pilot.spans_mandate_start", 0, NULL, 0, NULL},
        {BASE, "pilot.spans_mandate_start", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void earning_back_starts_with_the_office(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {STARTS EARN, "earn.baseline_start", 0, "11 January 2027", 'p', "/mandate/start"},
        {NULL, "earn.trial_start", 0, "10 February 2027", 'd', ""},
        {NULL, "earn.decision", 0, "12 March 2027", 'd', ""},
        {NULL, "pilot.baseline_until", 0, "9 February 2027", 'd', ""},
        {NULL, "pilot.start", 0, "10 February 2027", 'd', ""},
        {NULL, "pilot.weeks", 0, NULL, 0, NULL},
        {NULL, "pilot.end", 0, "11 March 2027", 'd', ""},
        {NULL, "pilot.midpoint", 0, "24 February 2027", 'd', ""},
        {NULL, "pilot.review", 0, "12 March 2027", 'd', ""},
        {STARTS EARN PILOT("'baseline_days': 14, 'trial_days': 28"), "earn.trial_start", 0, "25 January 2027", 'f',
         "/mandate/start"},
        {NULL, "earn.decision", 0, "22 February 2027", 'f', "/mandate/start"},
        {NULL, "pilot.start", 0, "25 January 2027", 'f', "/mandate/start"},
        {NULL, "pilot.weeks", 0, "4", 'f', "/pilot/trial_days"},
        {NULL, "pilot.baseline_days", 0, "14", 'p', "/pilot/baseline_days"},
        {NULL, "pilot.trial_days", 0, "28", 'p', "/pilot/trial_days"},
        {ROLE(", 'start': '2027-02-01'") EARN, "earn.baseline_start", 0, "1 February 2027", 'p', "/ask/start"},
        /* Five days after a Monday is a Saturday, and nobody starts on one; nor on the Sunday behind it. */
        {STARTS EARN PILOT("'baseline_days': 5, 'trial_days': 13"), "earn.trial_start", 0, "18 January 2027", 'f',
         NULL},
        {NULL, "earn.decision", 0, "1 February 2027", 'f', NULL},
        {STARTS EARN PILOT("'baseline_days': 4"), "earn.trial_start", 0, "15 January 2027", 'f', NULL},
        /* What the profile says goes before what would be worked out, and lengths follow from it. */
        {STARTS EARN PILOT("'start': '2027-02-01', 'review': '2027-03-15'"), "earn.trial_start", 0, "1 February 2027",
         'p', "/pilot/start"},
        {NULL, "earn.decision", 0, "15 March 2027", 'p', "/pilot/review"},
        {NULL, "pilot.baseline_days", 0, "21", 'f', "/pilot/start"},
        {NULL, "pilot.trial_days", 0, "42", 'f', "/pilot/review"},
        {STARTS EARN PILOT("'weeks': 6"), "pilot.trial_days", 0, "42", 'f', "/pilot/weeks"},
        {NULL, "earn.decision", 0, "24 March 2027", 'd', ""},
        /* Nobody can start in the past; today is a Saturday. */
        {ROLE("") EARN ", 'mandate': {'start': '2020-01-06'}", "earn.baseline_start", 0, "23 November 2026", 'f',
         "/mandate/start"},
        /* A mandate may begin on a Sunday. */
        {ROLE("") EARN ", 'mandate': {'start': '2027-01-10'}", "earn.baseline_start", 0, "11 January 2027", 'f',
         "/mandate/start"},
        {ROLE(", 'start': '2026-10-05'") EARN, "earn.baseline_start", 0, NULL, 0, NULL},
        /* A pilot that was to begin with the mandate belongs to another plan: the office period comes first. */
        {STARTS EARN PILOT("'start': '2027-01-11', 'review': '2027-04-08'"), "earn.trial_start", 0, "10 February 2027",
         'd', ""},
        {NULL, "earn.decision", 0, "12 March 2027", 'd', ""},
        {NULL, "pilot.start", 0, "10 February 2027", 'd', ""},
        {NULL, "pilot.baseline_until", 0, "9 February 2027", 'd', ""},
        {NULL, "pilot.review", 0, "12 March 2027", 'd', ""},
        {STARTS EARN PILOT("'start': '2027-01-18', 'baseline_days': 14, 'trial_days': 28"), "earn.trial_start", 0,
         "25 January 2027", 'f', NULL},
        {STARTS EARN PILOT("'start': '2027-01-18', 'baseline_days': 7"), "earn.trial_start", 0, "18 January 2027", 'p',
         "/pilot/start"},
        {BASE EARN, "earn.baseline_start", 0, NULL, 0, NULL},
        {NULL, "earn.trial_start", 0, NULL, 0, NULL},
        {NULL, "earn.decision", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void lengths_have_defaults(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {BASE, "pilot.notice_days", 0, "7", 'd', ""},
        {NULL, "pilot.baseline_days", 0, "30", 'd', ""},
        {NULL, "pilot.trial_days", 0, "30", 'd', ""},
        {NULL, "pilot.baseline_weeks", 0, NULL, 0, NULL},
        {NULL, "pilot.design", 0, NULL, 0, NULL},
        {NULL, "pilot.decider", 0, NULL, 0, NULL},
        {NULL, "pilot.secondary", 0, NULL, 0, NULL},
        {BASE PILOT("'notice_days': 14, 'baseline_weeks': 6, 'design': 'before_after', 'decider': 'Dana'"),
         "pilot.notice_days", 0, "14", 'p', "/pilot/notice_days"},
        {NULL, "pilot.baseline_weeks", 0, "6", 'p', "/pilot/baseline_weeks"},
        {NULL, "pilot.design", 0, "before_after", 'p', "/pilot/design"},
        {NULL, "pilot.decider", 0, "Dana", 'p', "/pilot/decider"},
    };
    check_cases(cases, RTP_COUNT(cases));
}

#define METRICS                                                                                                        \
    ", 'history': {'metrics': [{'name': 'Defects', 'better': 'lower', 'unit': 'defects'}, "                            \
    "{'name': 'First reply', 'better': 'lower', 'unit': 'min', 'source': 'desk', 'headline': true, 'margin': 5}, "     \
    "{'name': 'Score', 'better': 'higher'}]}"

static void the_main_measure(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {BASE METRICS PILOT("'primary': 'Defects', 'margin': 1"), "pilot.primary", 0, "Defects", 'p', "/pilot/primary"},
        {NULL, "pilot.primary_unit", 0, "defects", 'p', "/history/metrics/0/unit"},
        {NULL, "pilot.primary_better", 0, "lower", 'p', "/history/metrics/0/better"},
        {NULL, "pilot.primary_source", 0, NULL, 0, NULL},
        {NULL, "pilot.margin", 0, "1", 'p', "/pilot/margin"},
        {NULL, "pilot.margin_text", 0, "no more than 1 above the baseline", 'f', "/pilot/margin"},
        {BASE METRICS, "pilot.primary", 0, "First reply", 'd', ""},
        {NULL, "pilot.primary_unit", 0, "min", 'p', "/history/metrics/1/unit"},
        {NULL, "pilot.primary_source", 0, "desk", 'p', NULL},
        {NULL, "pilot.margin", 0, "5", 'p', "/history/metrics/1/margin"},
        {NULL, "pilot.margin_text", 0, "no more than 5 min longer than the baseline", 'f', "/history/metrics/1/margin"},
        {BASE METRICS PILOT("'primary': 'Score'"), "pilot.margin", 0, NULL, 0, NULL},
        {NULL, "pilot.margin_text", 0, NULL, 0, NULL},
        {NULL, "metric.primary", 1, "no", 'f', NULL},
        {NULL, "metric.primary", 2, "yes", 'f', NULL},
        {BASE, "pilot.primary", 0, NULL, 0, NULL},
        {NULL, "pilot.primary_better", 0, NULL, 0, NULL},
        {NULL, "pilot.margin", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

#define OWN(list) BASE ", 'history': {'metrics': [" list "]}"
#define THREE     "{'name': 'Escapes', 'better': 'lower', 'samples': {'remote': [1, 2, 3]}}"
#define FOUR      "{'name': 'Incidents', 'better': 'lower', 'unit': 'incidents', 'samples': {'remote': [1, 2, 3, 4]}}"
#define FIVE      "{'name': 'Closed requests', 'better': 'higher', 'samples': {'remote': [1, 2, 3, 4, 5]}}"

/* Without a headline the main measure is the first of the person's own that says anything. */
static void an_own_measure_is_proposed(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {OWN(FOUR), "pilot.primary", 0, "Incidents", 'd', ""},
        {NULL, "pilot.primary_unit", 0, "incidents", 'p', "/history/metrics/0/unit"},
        {NULL, "metric.primary", 0, "yes", 'f', NULL},
        {OWN(THREE ", " FOUR), "pilot.primary", 0, "Incidents", 'd', ""},
        {OWN(THREE), "pilot.primary", 0, NULL, 0, NULL},
        {OWN("{'name': 'Escapes', 'better': 'lower', 'samples': {'office': [1, 2, 3, 4], 'remote': [1, 2, 3]}}"),
         "pilot.primary", 0, NULL, 0, NULL},
        {OWN("{'name': 'Escapes', 'better': 'lower', 'samples': {'office': [1, 2, 3, 4], 'remote': [5, 6, 7, 8]}}"),
         "pilot.primary", 0, NULL, 0, NULL},
        {OWN(FIVE ", " FOUR), "pilot.primary", 0, "Closed requests", 'd', ""},
        {OWN(FOUR ", " FIVE) PILOT("'primary': 'Closed requests'"), "pilot.primary", 0, "Closed requests", 'p', NULL},
        {OWN(FOUR ", {'name': 'Score', 'better': 'higher', 'headline': true}"), "pilot.primary", 0, "Score", 'd', ""},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void guardrails(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {BASE METRICS PILOT("'guardrails': [{'metric': 'Score', 'limit': 55}, {'metric': 'First reply', 'limit': 30}]"),
         "guardrail.text", 0, "Score below 55", 'f', "/pilot/guardrails/0/limit"},
        {NULL, "guardrail.text", 1, "First reply above 30 min", 'f', NULL},
        {NULL, "guardrail.metric", 1, "First reply", 'p', "/pilot/guardrails/1/metric"},
        {NULL, "guardrail.limit", 1, "30", 'p', "/pilot/guardrails/1/limit"},
        {NULL, "guardrail.unit", 1, "min", 'p', "/history/metrics/1/unit"},
        {NULL, "guardrail.unit", 0, NULL, 0, NULL},
        {NULL, "guardrail.better", 0, "higher", 'p', "/history/metrics/2/better"},
        {NULL, "guardrail.position", 1, "2", 'f', "/pilot/guardrails/1"},
        {NULL, "guardrail.text", 2, NULL, 0, NULL},
        {NULL, "pilot.limits", 0, "score below 55 and first reply above 30 min", 'f', "/pilot/guardrails"},
        {NULL, "pilot.guardrail_count", 0, "2", 'f', "/pilot/guardrails"},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_of_the_pilot),
        cmocka_unit_test(the_mandate_may_begin_while_the_pilot_runs),
        cmocka_unit_test(earning_back_starts_with_the_office),
        cmocka_unit_test(lengths_have_defaults),
        cmocka_unit_test(the_main_measure),
        cmocka_unit_test(an_own_measure_is_proposed),
        cmocka_unit_test(guardrails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
