/* floor: facts */
#include "facts_support.h"

#define WORK(members)   BASE ", 'deliverables': [{'title': 'a', " members "}]"
#define FIGURE(members) WORK("'figure': {" members "}")

static void early_and_late_in_days(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {WORK("'due': '2026-03-31', 'done': '2026-03-20'"), "deliverable.days_early", 0, "11", 'f',
         "/deliverables/0/done"},
        {NULL, "deliverable.days_late", 0, NULL, 0, NULL},
        {NULL, "deliverable.on_time", 0, "yes", 'f', NULL},
        {NULL, "deliverable.when", 0, "eleven days early, on 20 March 2026", 'f', NULL},
        {WORK("'due': '2026-09-30', 'done': '2026-09-29'"), "deliverable.days_early", 0, "1", 'f', NULL},
        {NULL, "deliverable.when", 0, "on time, on 29 September 2026", 'f', NULL},
        {WORK("'due': '2025-06-30', 'done': '2025-07-04'"), "deliverable.days_late", 0, "4", 'f', NULL},
        {NULL, "deliverable.days_early", 0, NULL, 0, NULL},
        {NULL, "deliverable.on_time", 0, "no", 'f', NULL},
        {NULL, "deliverable.when", 0, "four days late, on 4 July 2025", 'f', NULL},
        {WORK("'due': '2024-02-28', 'done': '2024-02-29'"), "deliverable.when", 0, "one day late, on 29 February 2024",
         'f', NULL},
        {WORK("'due': '2026-01-31', 'done': '2026-01-01'"), "deliverable.when", 0, "30 days early, on 1 January 2026",
         'f', NULL},
        {WORK("'due': '2026-01-31', 'done': '2026-01-31'"), "deliverable.on_time", 0, "yes", 'f', NULL},
        {NULL, "deliverable.days_early", 0, NULL, 0, NULL},
        {NULL, "deliverable.days_late", 0, NULL, 0, NULL},
        {NULL, "deliverable.when", 0, "on time, on 31 January 2026", 'f', NULL},
        {WORK("'done': '2026-06-10'"), "deliverable.when", 0, "done on 10 June 2026", 'f', "/deliverables/0/done"},
        {NULL, "deliverable.on_time", 0, NULL, 0, NULL},
        /* The outcome tells it already. */
        {WORK("'done': '2026-06-10', 'outcome': 'accepted, four days late'"), "deliverable.when", 0, NULL, 0, NULL},
        {WORK("'done': '2026-06-10', 'outcome': 'related work'"), "deliverable.when", 0, "done on 10 June 2026", 'f',
         NULL},
        {WORK("'due': '2026-06-10'"), "deliverable.when", 0, NULL, 0, NULL},
        {NULL, "deliverable.on_time", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void figures(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {FIGURE("'name': 'retries a month', 'before': 41, 'value': 6, 'unit': 'retries'"), "deliverable.figure.text", 0,
         "retries a month: 41 before, 6 now", 'f', "/deliverables/0/figure"},
        /* Told without praise when nobody says which way is better. */
        {NULL, "deliverable.figure.direction", 0, NULL, 0, NULL},
        {NULL, "deliverable.figure.before", 0, "41", 'p', "/deliverables/0/figure/before"},
        {NULL, "deliverable.figure.value", 0, "6", 'p', "/deliverables/0/figure/value"},
        {NULL, "deliverable.figure.unit", 0, "retries", 'p', "/deliverables/0/figure/unit"},
        {FIGURE("'name': 'wait', 'value': 2.5, 'unit': 'min', 'better': 'lower'"), "deliverable.figure.text", 0,
         "wait: 2.5 min", 'f', NULL},
        {NULL, "deliverable.figure.direction", 0, NULL, 0, NULL},
        {FIGURE("'name': 'wait', 'before': 3, 'value': 2, 'better': 'lower'"), "deliverable.figure.direction", 0,
         "improved", 'f', "/deliverables/0/figure/value"},
        {FIGURE("'name': 'wait', 'before': 3, 'value': 2, 'better': 'higher'"), "deliverable.figure.direction", 0,
         "worse", 'f', NULL},
        {FIGURE("'name': 'wait', 'before': 3, 'value': 3, 'better': 'higher'"), "deliverable.figure.direction", 0,
         "unchanged", 'f', NULL},
        {FIGURE("'name': 'wait'"), "deliverable.figure.text", 0, NULL, 0, NULL},
        {WORK("'outcome': 'fine'"), "deliverable.figure.text", 0, NULL, 0, NULL},
        {NULL, "deliverable.outcome", 0, "fine", 'p', "/deliverables/0/outcome"},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void time_tells(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        /* Overdue counts as late, and what is still to come counts as nothing. */
        {WORK("'due': '2026-01-10'"), "deliverables.dated", 0, "1", 'f', NULL},
        {NULL, "deliverables.late", 0, "1", 'f', NULL},
        {NULL, "deliverables.on_time", 0, "0", 'f', NULL},
        {WORK("'due': '2027-01-10'"), "deliverables.dated", 0, "0", 'f', NULL},
        {WORK("'due': '2028-01-10', 'done': '2028-01-01'"), "deliverable.when", 0, NULL, 0, NULL},
        {WORK("'mode': 'hybrid', 'done': '2026-01-10', 'said': {'by': 'Jo', 'text': 'Fine.'}"),
         "deliverables.hybrid_count", 0, "1", 'f', NULL},
        {NULL, "deliverables.with_witness", 0, "1", 'f', NULL},
        {WORK("'mode': 'office', 'done': '2026-11-22'"), "deliverables.office_count", 0, "0", 'f', NULL},
        {WORK("'mode': 'office', 'done': '2026-11-21'"), "deliverables.office_count", 0, "1", 'f', NULL},
        {WORK("'mode': 'remote'"), "deliverables.remote_count", 0, "0", 'f', NULL},
        {WORK("'due': '2028-01-10', 'done': '2028-01-01'"), "deliverables.late", 0, "0", 'f', NULL},
        {NULL, "deliverables.on_time", 0, "0", 'f', NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void the_example(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {NULL, "deliverable.title", 1, "Ledger migration, phase 1", 'p', "/deliverables/1/title"},
        {NULL, "deliverable.mode", 1, "remote", 'p', "/deliverables/1/mode"},
        {NULL, "deliverable.said", 0, "This gave us our evenings back.", 'p', "/deliverables/0/said/text"},
        {NULL, "deliverable.said_by", 0, "Head of Operations", 'p', "/deliverables/0/said/by"},
        {NULL, "deliverable.said", 1, NULL, 0, NULL},
        {NULL, "deliverable.link", 0, "https://wiki.example.com/settlement-retry", 'p', NULL},
        {NULL, "deliverable.position", 2, "3", 'f', NULL},
        {NULL, "deliverables.count", 0, "3", 'f', "/deliverables"},
        {NULL, "deliverables.dated", 0, "3", 'f', "/deliverables"},
        {NULL, "deliverables.on_time", 0, "2", 'f', NULL},
        {NULL, "deliverables.late", 0, "1", 'f', NULL},
        {NULL, "deliverable.has_witness", 0, "yes", 'f', "/deliverables/0"},
        {NULL, "deliverable.has_witness", 1, "no", 'f', "/deliverables/1"},
        {NULL, "deliverables.with_witness", 0, "1", 'f', "/deliverables"},
        {NULL, "deliverables.remote_count", 0, "3", 'f', "/deliverables"},
        {NULL, "deliverables.hybrid_count", 0, "0", 'f', ""},
        {NULL, "deliverables.office_count", 0, "0", 'f', ""},
        {NULL, "reviews.count", 0, "2", 'f', "/history/reviews"},
        {NULL, "review.date", 1, "12 December 2025", 'p', "/history/reviews/1/date"},
        {NULL, "review.mode", 0, "office", 'p', NULL},
        {NULL, "review.rating", 1, "exceeds expectations", 'p', NULL},
        {NULL, "review.said", 0, NULL, 0, NULL},
        {NULL, "review.by", 0, "Maya Chen", 'p', NULL},
        {NULL, "review.by", 2, NULL, 0, NULL},
    };
    check_example("backend-engineer", cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(early_and_late_in_days),
        cmocka_unit_test(figures),
        cmocka_unit_test(time_tells),
        cmocka_unit_test(the_example),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
