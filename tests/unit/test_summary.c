/* floor: facts */
#include "facts_support.h"

/* Numbers worked out by hand from the example profiles. */
static void backend_engineer(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        /* Twelve office months, 22 remote months over two periods: the middle pairs are 30.7, 31.5 and 24.8, 24.9,
         * told with the one decimal of the values. */
        {NULL, "metric.office.n", 0, "12", 'f', "/history/metrics/0/values"},
        {NULL, "metric.office.median", 0, "31.1", 'f', "/history/metrics/0/values"},
        {NULL, "metric.office.mean", 0, "31.4", 'f', NULL},
        {NULL, "metric.hybrid.n", 0, "0", 'f', ""},
        {NULL, "metric.hybrid.median", 0, NULL, 0, NULL},
        {NULL, "metric.hybrid.period", 0, NULL, 0, NULL},
        {NULL, "metric.remote.n", 0, "22", 'f', NULL},
        {NULL, "metric.remote.median", 0, "24.9", 'f', NULL},
        {NULL, "metric.base.mode", 0, "office", 'f', NULL},
        {NULL, "metric.base.period", 0, "2024", 'f', NULL},
        {NULL, "metric.compared.mode", 0, "remote", 'f', NULL},
        {NULL, "metric.compared.label", 0, "remote", 'f', NULL},
        {NULL, "metric.compared.first", 0, "January 2025", 'f', NULL},
        {NULL, "metric.compared.last", 0, "October 2026", 'f', NULL},
        {NULL, "metric.compared.period", 0, "January 2025 to October 2026", 'f', NULL},
        {NULL, "metric.change", 0, "-6.2", 'f', NULL},
        {NULL, "metric.change_abs", 0, "6.2", 'f', NULL},
        {NULL, "metric.change_percent", 0, "20", 'f', NULL},
        {NULL, "metric.change_text", 0, "6.2 h shorter", 'f', NULL},
        {NULL, "metric.direction", 0, "improved", 'f', NULL},
        {NULL, "metric.claim", 0, "better", 'f', "/history/metrics/0"},
        {NULL, "metric.reading", 0, "better, though part of it may be a trend", 'f', NULL},
        {NULL, "metric.unequal", 0, "yes", 'f', NULL},
        {NULL, "metric.counted_by", 0, "month", 'f', NULL},
        {NULL, "metric.headline", 0, "yes", 'f', NULL},
        {NULL, "metric.primary", 0, "yes", 'f', NULL},
        {NULL, "metric.margin", 0, "3", 'p', "/pilot/margin"},
        /* One defect fewer, which is no more than the margin of one. */
        {NULL, "metric.base.median", 1, "3", 'f', NULL},
        {NULL, "metric.compared.median", 1, "2", 'f', NULL},
        {NULL, "metric.change_text", 1, "1 fewer", 'f', NULL},
        {NULL, "metric.change_percent", 1, "33", 'f', NULL},
        {NULL, "metric.direction", 1, "unchanged", 'f', NULL},
        {NULL, "metric.claim", 1, "no_worse", 'f', NULL},
        {NULL, "metric.reading", 1, "no worse", 'f', NULL},
        {NULL, "metric.unequal", 1, "no", 'f', NULL},
        {NULL, "metric.headline", 1, "no", 'f', NULL},
        {NULL, "metric.guardrail", 1, "yes", 'f', NULL},
        {NULL, "metric.margin", 1, "1", 'p', "/history/metrics/1/margin"},
        /* 87.5 to 67, and more is better. */
        {NULL, "metric.base.median", 2, "87.5", 'f', NULL},
        {NULL, "metric.compared.median", 2, "67", 'f', NULL},
        {NULL, "metric.change", 2, "-20.5", 'f', NULL},
        {NULL, "metric.change_text", 2, "20.5 fewer", 'f', NULL},
        {NULL, "metric.direction", 2, "worse", 'f', NULL},
        {NULL, "metric.claim", 2, "worse", 'f', NULL},
        {NULL, "metric.must_show", 2, "yes", 'f', NULL},
        {NULL, "metric.guardrail_limit", 2, "55", 'p', "/pilot/guardrails/1/limit"},
        {NULL, "metric.answer_concern", 2, "new_staff", 'p', "/mitigations/0/concern"},
    };
    check_example("backend-engineer", cases, RTP_COUNT(cases));
}

static void support_agent(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {NULL, "metric.base.median", 0, "91.5", 'f', "/history/metrics/0/samples/office"},
        {NULL, "metric.compared.median", 0, "92", 'f', "/history/metrics/0/samples/hybrid"},
        {NULL, "metric.change_text", 0, "0.5 points higher", 'f', NULL},
        {NULL, "metric.change_percent", 0, "0.5", 'f', NULL},
        {NULL, "metric.claim", 0, "no_worse", 'f', NULL},
        {NULL, "metric.base.period", 0, NULL, 0, NULL},
        {NULL, "metric.base.first", 0, NULL, 0, NULL},
        {NULL, "metric.counted_by", 0, NULL, 0, NULL},
        {NULL, "metric.must_show", 0, "no", 'f', NULL},
        {NULL, "metric.base.median", 1, "22.5", 'f', NULL},
        {NULL, "metric.compared.median", 1, "30.5", 'f', NULL},
        {NULL, "metric.change", 1, "8", 'f', NULL},
        {NULL, "metric.change_text", 1, "8 min longer", 'f', NULL},
        {NULL, "metric.change_percent", 1, "36", 'f', NULL},
        {NULL, "metric.direction", 1, "worse", 'f', NULL},
        {NULL, "metric.claim", 1, "worse", 'f', NULL},
        /* Two values on a side are an anecdote, whatever they say. */
        {NULL, "metric.claim", 2, "anecdotal", 'f', NULL},
        {NULL, "metric.reading", 2, "too few to say", 'f', NULL},
        {NULL, "metric.direction", 2, "improved", 'f', NULL},
        {NULL, "metrics.comparable", 0, "2", 'f', NULL},
        {NULL, "metrics.better_count", 0, "0", 'f', ""},
        {NULL, "metrics.worse_count", 0, "1", 'f', NULL},
        {NULL, "lead.name", 0, "Customer satisfaction", 'p', "/history/metrics/0/name"},
        {NULL, "weak.name", 0, "First reply", 'p', "/history/metrics/1/name"},
    };
    check_example("support-agent", cases, RTP_COUNT(cases));
}

#define METRICS(list) BASE ", 'history': {'metrics': [" list "]}"
#define METRIC(name, better, more, office, remote)                                                                     \
    "{'name': '" name "', 'better': '" better "'" more ", 'samples': {'office': [" office "], 'remote': [" remote "]}" \
    "}"

static void direction_and_claim(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {METRICS(METRIC("a", "lower", "", "6,5,5,4", "4,4,4,4")), "metric.direction", 0, "improved", 'f', NULL},
        {NULL, "metric.claim", 0, "inconclusive", 'f', NULL}, /* one of the office values is as low */
        {NULL, "metric.change", 0, "-1", 'f', NULL},
        {METRICS(METRIC("a", "lower", "", "6,5,5,6", "4,4,4,4")), "metric.claim", 0, "better", 'f', NULL},
        {METRICS(METRIC("a", "higher", "", "6,5,5,6", "4,4,4,4")), "metric.direction", 0, "worse", 'f', NULL},
        {NULL, "metric.claim", 0, "worse", 'f', NULL},
        {METRICS(METRIC("a", "higher", "", "5,5,5,5", "1,5,5,9")), "metric.direction", 0, "unchanged", 'f', NULL},
        {NULL, "metric.claim", 0, "inconclusive", 'f', NULL},
        {NULL, "metric.reading", 0, "the figures do not tell", 'f', NULL},
        {NULL, "metric.change_text", 0, "unchanged", 'f', NULL},
        {NULL, "metric.change_percent", 0, "0", 'f', NULL},
        /* 0.1 + 0.2 against 0.3: what binary arithmetic adds is no change. */
        {METRICS(METRIC("a", "higher", "", "0.3,0.3,0.3,0.3", "0.1,0.2,0.4,0.5")), "metric.direction", 0, "unchanged",
         'f', NULL},
        /* No percentage of nothing, nor of less than nothing. */
        {METRICS(METRIC("a", "lower", "", "0,0,0,0", "2,2,2,2")), "metric.change_percent", 0, NULL, 0, NULL},
        {NULL, "metric.change_abs", 0, "2", 'f', NULL},
        {NULL, "metric.direction", 0, "worse", 'f', NULL},
        {METRICS(METRIC("a", "higher", "", "-4,-4,-4,-4", "2,2,2,2")), "metric.change_percent", 0, NULL, 0, NULL},
        {NULL, "metric.direction", 0, "improved", 'f', NULL},
        /* Exactly the margin is no worse; a hair more is. */
        {METRICS(METRIC("a", "lower", ", 'margin': 0.3", "1,1,1,1", "1.3,1.3,1.3,1.3")), "metric.claim", 0, "no_worse",
         'f', NULL},
        {METRICS(METRIC("a", "lower", ", 'margin': 0.3", "1,1,1,1", "1.31,1.31,1.31,1.31")), "metric.claim", 0, "worse",
         'f', NULL},
        {METRICS(METRIC("a", "lower", ", 'margin': 0.3", "1,1,1,1", "0.71,0.71,0.71,0.71")), "metric.claim", 0,
         "no_worse", 'f', NULL},
        {METRICS(METRIC("a", "lower", ", 'margin': 0.3", "1,1,1,1", "0.7,0.7,0.7,0.7")), "metric.claim", 0, "better",
         'f', NULL},
        /* Three values are too few on either side, and none cannot be tested. */
        {METRICS(METRIC("a", "lower", "", "9,9,9", "1,1,1,1")), "metric.claim", 0, "anecdotal", 'f', NULL},
        {METRICS(METRIC("a", "lower", "", "9,9,9,9", "1,1,1")), "metric.claim", 0, "anecdotal", 'f', NULL},
        {METRICS("{'name': 'a', 'better': 'lower', 'samples': {'remote': [1,2,3,4]}}"), "metric.claim", 0,
         "not_testable", 'f', NULL},
        {NULL, "metric.reading", 0, NULL, 0, NULL},
        {NULL, "metric.direction", 0, NULL, 0, NULL},
        {NULL, "metric.change", 0, NULL, 0, NULL},
        {NULL, "metric.change_text", 0, NULL, 0, NULL},
        {NULL, "metric.unequal", 0, NULL, 0, NULL},
        {NULL, "metric.base.n", 0, "0", 'f', ""},
        {NULL, "metric.base.mode", 0, NULL, 0, NULL},
        {NULL, "metric.compared.mode", 0, "remote", 'f', "/history/metrics/0/samples/remote"},
        {METRICS("{'name': 'a', 'better': 'lower'}"), "metric.office.n", 0, NULL, 0, NULL},
        {NULL, "metric.compared.mode", 0, NULL, 0, NULL},
        {NULL, "metric.claim", 0, "not_testable", 'f', NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void medians_and_decimals(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {METRICS(METRIC("a", "lower", "", "3,1,2", "2,1")), "metric.base.median", 0, "2", 'f', NULL},
        {NULL, "metric.compared.median", 0, "1.5", 'f', NULL},
        {NULL, "metric.change", 0, "-0.5", 'f', NULL},
        {METRICS(METRIC("a", "lower", "", "1.25", "1.3,1.4")), "metric.base.median", 0, "1.25", 'f', NULL},
        {NULL, "metric.compared.median", 0, "1.35", 'f', NULL},
        {NULL, "metric.base.mean", 0, "1.25", 'f', NULL},
        {METRICS(METRIC("a", "lower", "", "1,1,2", "0,0,1")), "metric.base.mean", 0, "1.3", 'f', NULL},
        {NULL, "metric.compared.mean", 0, "0.3", 'f', NULL},
        {METRICS(METRIC("a", "lower", "", "12500,12501", "-3,-4")), "metric.base.median", 0, "12,500.5", 'f', NULL},
        {NULL, "metric.compared.median", 0, "-3.5", 'f', NULL},
        /* The largest numbers a profile may hold: neither sum nor difference runs over. */
        {METRICS(METRIC("a", "lower", "", "9e307,9e307", "-9e307,-9e307")), "metric.change", 0, NULL, 0, NULL},
        {METRICS(METRIC("a", "lower", "", "1e-300,1e-300", "9e307,9e307")), "metric.change_percent", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

#define ASK(days) "'person': {'role': 'Clerk'}, 'ask': {'preferred': {'office_days': " days "}}"
#define BOTH(days)                                                                                                     \
    ASK(days)                                                                                                          \
    ", 'history': {'metrics': [{'name': 'a', 'better': 'lower', 'samples': "                                           \
    "{'office': [5,5,5,5], 'hybrid': [4,4,4,4], 'remote': [3,3,3,3]}}]}"

static void the_ask_decides_what_is_compared(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {BOTH("2"), "metric.compared.mode", 0, "hybrid", 'f', NULL},
        {NULL, "metric.compared.median", 0, "4", 'f', NULL},
        {BOTH("0"), "metric.compared.mode", 0, "remote", 'f', NULL},
        {NULL, "metric.compared.label", 0, "remote", 'f', NULL},
        {ASK("0") ", 'history': {'metrics': [{'name': 'a', 'better': 'lower', 'samples': "
                  "{'office': [5,5,5,5], 'hybrid': [4,4,4,4]}}]}",
         "metric.compared.mode", 0, "hybrid", 'f', NULL},
        {METRICS(METRIC("a", "lower", "", "5,5,5,5", "3,3,3,3")), "metric.compared.mode", 0, "remote", 'f', NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

#define MONTHS(modes, values)                                                                                          \
    BASE ", 'history': {'modes': [" modes "], 'metrics': [{'name': 'a', 'better': 'lower', 'values': {" values "}}]}"

static void months_take_their_mode_from_the_periods(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {MONTHS("{'mode': 'office', 'from': '2025-01', 'to': '2025-02'}, {'mode': 'hybrid', 'from': '2025-04'}",
                "'2024-12': 99, '2025-02': 3, '2025-01': 1, '2025-03': 99, '2025-04': 7, '2026-11': 9, '2031-01': 9"),
         "metric.office.n", 0, "2", 'f', NULL},
        {NULL, "metric.office.median", 0, "2", 'f', NULL},
        {NULL, "metric.office.first", 0, "January 2025", 'f', NULL},
        {NULL, "metric.office.period", 0, "January to February 2025", 'f', NULL},
        {NULL, "metric.hybrid.n", 0, "2", 'f', NULL},
        /* A month to come has counted nothing yet. */
        {NULL, "metric.hybrid.last", 0, "November 2026", 'f', NULL},
        {NULL, "metric.remote.n", 0, "0", 'f', ""},
        {NULL, "metrics.has_monthly", 0, "no", 'f', "/history/metrics"}, /* too few to compare */
        /* Values that no period covers are not compared with anything. */
        {MONTHS("", "'2025-01': 1"), "metric.office.n", 0, "0", 'f', ""},
        {NULL, "metric.claim", 0, "not_testable", 'f', NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

#define GOOD(name, more) METRIC(name, "lower", more, "5,5,5,5", "3,3,3,3")
#define SAME(name, more) METRIC(name, "lower", ", 'margin': 1" more, "5,5,5,5", "5,5,5,5")
#define OPEN(name, more) METRIC(name, "lower", more, "5,5,5,5", "4,5,5,6")
#define LEAN(name, more) METRIC(name, "lower", more, "5,5,5,5", "5,6,6,7")
#define BAD(name, more)  METRIC(name, "lower", more, "5,5,5,5", "8,8,8,8")
#define HEADLINE         ", 'headline': true"

static void lead_and_weak_are_chosen(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {METRICS(GOOD("a", "") "," SAME("b", HEADLINE)), "lead.name", 0, "b", 'p', "/history/metrics/1/name"},
        {METRICS(SAME("a", "") "," GOOD("b", "")), "lead.name", 0, "b", 'p', NULL},
        {METRICS(SAME("a", "") "," SAME("b", "")), "lead.name", 0, "a", 'p', NULL},
        {METRICS(BAD("a", HEADLINE) "," SAME("b", "")), "lead.name", 0, "b", 'p', NULL},
        {NULL, "weak.name", 0, "a", 'p', NULL},
        {NULL, "weak.claim", 0, "worse", 'f', "/history/metrics/0"},
        {NULL, "weak.position", 0, "1", 'f', NULL},
        /* What the figures leave open leads last, and only when it must be shown or does not lean against. */
        {METRICS(OPEN("a", "") "," SAME("b", "")), "lead.name", 0, "b", 'p', NULL},
        {METRICS(LEAN("a", "") "," OPEN("b", "")), "lead.name", 0, "b", 'p', NULL},
        {NULL, "lead.claim", 0, "inconclusive", 'f', NULL},
        {NULL, "metric.shown", 0, "no", 'f', NULL},
        {NULL, "metric.shown", 1, "yes", 'f', NULL},
        {METRICS(LEAN("a", HEADLINE) "," OPEN("b", "")), "lead.name", 0, "a", 'p', NULL},
        {NULL, "metric.shown", 0, "yes", 'f', NULL},
        {METRICS(LEAN("a", "")), "lead.name", 0, NULL, 0, NULL},
        /* What got worse and nobody is shown is not named openly. */
        {METRICS(BAD("a", "")), "weak.name", 0, NULL, 0, NULL},
        {NULL, "lead.name", 0, NULL, 0, NULL},
        {NULL, "lead.claim", 0, NULL, 0, NULL},
        {NULL, "lead.base.median", 0, NULL, 0, NULL},
        {METRICS(GOOD("a", HEADLINE) "," GOOD("b", HEADLINE)), "metric.headline", 0, "yes", 'f', NULL},
        {NULL, "metric.headline", 1, "no", 'f', NULL},
        {METRICS(BAD("a", "")) ", 'pilot': {'primary': 'a'}", "weak.name", 0, "a", 'p', NULL},
        {METRICS(BAD("a", "")) ", 'pilot': {'guardrails': [{'metric': 'a', 'limit': 9}]}", "weak.name", 0, "a", 'p',
         NULL},
        {NULL, "weak.guardrail_limit", 0, "9", 'p', "/pilot/guardrails/0/limit"},
    };
    check_cases(cases, RTP_COUNT(cases));
}

#define BETTER(better, remote)                                                                                         \
    METRICS("{'name': 'a', 'better': '" better "', 'samples': {'office': [5,5,5,5], 'remote': [" remote "]}}")
#define MIRROR(remote)                                                                                                 \
    {                                                                                                                  \
        BETTER("lower", remote), BETTER("higher", remote)                                                              \
    }

/* Whichever way is better, the other side of the mirror says the opposite. */
static void a_mirrored_metric_reads_mirrored(void **state)
{
    (void)state;
    static const struct {
        const char *lower, *higher;
    } mirrors[] = {MIRROR("1,2,3,4"), MIRROR("5,5,5,6"), MIRROR("7,8,9,9"), MIRROR("0,0,0,0"), MIRROR("5,5,6,6")};
    for (size_t i = 0; i < RTP_COUNT(mirrors); i++) {
        bench lower = bench_make(mirrors[i].lower, document_date);
        bench higher = bench_make(mirrors[i].higher, document_date);
        rtp_str one = bench_get(&lower, "metric.direction", 0)->text;
        rtp_str other = bench_get(&higher, "metric.direction", 0)->text;
        bool unchanged = bench_get(&lower, "metric.change_abs", 0)->number <= 0;
        assert_int_equal(rtp_str_equal(one, rtp_lit("unchanged")), unchanged);
        assert_int_equal(rtp_str_equal(one, other), unchanged);
        assert_true(bench_get(&lower, "metric.change", 0)->number == bench_get(&higher, "metric.change", 0)->number);
        bench_free(&lower);
        bench_free(&higher);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(backend_engineer),
        cmocka_unit_test(support_agent),
        cmocka_unit_test(direction_and_claim),
        cmocka_unit_test(medians_and_decimals),
        cmocka_unit_test(the_ask_decides_what_is_compared),
        cmocka_unit_test(months_take_their_mode_from_the_periods),
        cmocka_unit_test(lead_and_weak_are_chosen),
        cmocka_unit_test(a_mirrored_metric_reads_mirrored),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
