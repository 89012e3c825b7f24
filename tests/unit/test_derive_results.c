/* floor: facts */
#include "facts_support.h"

/* Metrics of four values on each side: 10 at the office, and what is said at home; lower is better. */
#define HISTORY(members) BASE ", 'history': {" members "}"
#define METRICS(...)     HISTORY("'metrics': [" __VA_ARGS__ "]")
#define METRIC(name, home, more)                                                                                       \
    "{'name': '" name "', 'better': 'lower', 'samples': {'office': [10, 10, 10, 10], 'hybrid': [" home ", " home       \
    ", " home ", " home "]}" more "}"
#define BETTER(name) METRIC(name, "8", "")
#define SAME(name)   METRIC(name, "10", ", 'margin': 1")
#define OPEN(name)   METRIC(name, "10", "")
#define WORSE(name)  METRIC(name, "12", "")
#define HEADLINE     ", 'headline': true"

static void the_claim_is_the_strongest_honest_word(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {METRICS(BETTER("a")), "results.claim", 0, "better", 'f', "/history/metrics"},
        {METRICS(BETTER("a") "," SAME("b")), "results.claim", 0, "better", 'f', NULL},
        /* worse, and nothing says that it must be shown */
        {METRICS(BETTER("a") "," WORSE("b")), "results.claim", 0, "better", 'f', NULL},
        {METRICS(BETTER("a") "," METRIC("b", "12", HEADLINE)), "results.claim", 0, "mixed", 'f', NULL},
        {METRICS(BETTER("a") "," WORSE("b")) ", 'pilot': {'guardrails': [{'metric': 'b', 'limit': 11}]}",
         "results.claim", 0, "mixed", 'f', NULL},
        {METRICS(METRIC("a", "10", ", 'margin': 1" HEADLINE) "," BETTER("b")), "results.claim", 0, "no_worse", 'f',
         NULL},
        /* equal values show no equality unless somebody says how much worse would do */
        {METRICS(OPEN("a")), "results.claim", 0, "inconclusive", 'f', NULL},
        {METRICS(OPEN("a") "," SAME("b")), "results.claim", 0, "no_worse", 'f', NULL},
        {METRICS(OPEN("a") "," WORSE("b")), "results.claim", 0, "worse", 'f', NULL},
        {METRICS(SAME("a")), "results.claim", 0, "no_worse", 'f', NULL},
        {METRICS(SAME("a") "," WORSE("b")), "results.claim", 0, "worse", 'f', NULL},
        {METRICS(WORSE("a")), "results.claim", 0, "worse", 'f', NULL},
        {METRICS("{'name': 'a', 'better': 'lower', 'samples': {'office': [10, 10, 10], 'hybrid': [1, 1, 1, 1]}}"),
         "results.claim", 0, "anecdotal", 'f', NULL},
        {METRICS("{'name': 'a', 'better': 'lower', 'samples': {'hybrid': [1, 1, 1, 1]}}"), "results.claim", 0,
         "not_testable", 'f', NULL},
        {BASE, "results.claim", 0, "none", 'f', ""},
    };
    check_cases(cases, RTP_COUNT(cases));
}

#define DONE ", 'deliverables': [{'title': 'T', 'done': '2026-03-01'}]"

static void dated_work_stands_in_for_numbers(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {BASE DONE, "results.qualitative", 0, "yes", 'f', ""},
        {NULL, "metrics.none", 0, "yes", 'f', ""},
        {HISTORY("'reviews': [{'date': '2026-01-10'}]"), "results.qualitative", 0, "yes", 'f', ""},
        {BASE ", 'deliverables': [{'title': 'T', 'due': '2026-03-01'}]", "results.qualitative", 0, "no", 'f', NULL},
        {BASE, "results.qualitative", 0, "no", 'f', NULL},
        {METRICS("{'name': 'a', 'better': 'lower', 'samples': {'office': [1], 'hybrid': [1]}}") DONE,
         "results.qualitative", 0, "yes", 'f', NULL},
        {METRICS(WORSE("a")) DONE, "results.qualitative", 0, "no", 'f', NULL},
        {NULL, "metrics.none", 0, "no", 'f', "/history/metrics"},
    };
    check_cases(cases, RTP_COUNT(cases));
}

#define REVIEW(date, mode) "{'date': '" date "', 'mode': '" mode "', 'rating': '" date "'}"

static void the_last_review_away_from_the_office_is_chosen(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {HISTORY("'reviews': [" REVIEW("2026-02-01", "remote") "," REVIEW("2025-02-01", "remote") "," REVIEW(
             "2026-05-01", "hybrid") "," REVIEW("2026-06-01", "office") "]"),
         "review_remote.date", 0, "1 February 2026", 'p', "/history/reviews/0/date"},
        {NULL, "review_remote.rating", 0, "2026-02-01", 'p', "/history/reviews/0/rating"},
        {NULL, "review_remote.said", 0, NULL, 0, NULL},
        {HISTORY("'reviews': [" REVIEW("2025-05-01", "hybrid") "," REVIEW("2026-05-01", "hybrid") "," REVIEW(
             "2026-06-01", "office") "]"),
         "review_remote.mode", 0, "hybrid", 'p', "/history/reviews/1/mode"},
        {HISTORY("'reviews': [" REVIEW("2026-06-01", "office") "]"), "review_remote.date", 0, NULL, 0, NULL},
        {HISTORY("'reviews': [{'date': '2026-06-01'}]"), "review_remote.date", 0, NULL, 0, NULL},
        {BASE, "review_remote.by", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_claim_is_the_strongest_honest_word),
        cmocka_unit_test(dated_work_stands_in_for_numbers),
        cmocka_unit_test(the_last_review_away_from_the_office_is_chosen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
