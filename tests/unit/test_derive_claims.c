/* floor: facts */
#include "facts_support.h"

/* Invented values; the shifts and intervals were worked out with R's wilcox.test. */
#define METRICS(list) BASE ", 'history': {'metrics': [" list "]}"
#define SAMPLES(unit, more, office, remote)                                                                            \
    METRICS("{'name': 'a', 'better': 'lower', 'unit': '" unit "'" more ", 'samples': {'office': [" office              \
            "], 'remote': [" remote "]}}")

static void the_example(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {NULL, "metric.shift", 0, "-6.5", 'f', "/history/metrics/0/values"},
        {NULL, "metric.shift_text", 0, "6.5 h shorter", 'f', NULL},
        {NULL, "metric.interval_low", 0, "-7.9", 'f', NULL},
        {NULL, "metric.interval_high", 0, "-5.1", 'f', NULL},
        {NULL, "metric.interval_text", 0, "5.1 to 7.9", 'f', NULL},
        {NULL, "metric.result_text", 0, "6.5 h shorter (95 % interval 5.1 to 7.9)", 'f', NULL},
        {NULL, "metric.percent", 0, "-21", 'f', NULL},
        {NULL, "metric.percent_text", 0, "21 % lower (95 % interval 17 to 25)", 'f', NULL},
        {NULL, "metric.p_text", 0, "under 0.001", 'f', NULL},
        {NULL, "metric.range_text", 0, "in the office 28.9 to 35.2, median 31.1; remote 22.3 to 28.1, median 24.9", 'f',
         NULL},
        {NULL, "metric.partial", 0, "no", 'f', NULL},
        {NULL, "metric.seasonal", 0, "no", 'f', NULL},
        {NULL, "metric.needs_care", 0, "yes", 'f', NULL},
        {NULL, "metric.result_text", 1, "no clear change (95 % interval 0 to 1 fewer)", 'f', NULL},
        {NULL, "metric.partial", 1, "yes", 'f', NULL},
        {NULL, "metric.partial_text", 1, "12 of 22 remote months have a value", 'f', NULL},
        {NULL, "metric.result_text", 2, "20.5 fewer (95 % interval 15 to 25)", 'f', NULL},
        {NULL, "metrics.main", 0, "Pull-request cycle time", 'f', "/history/metrics/0/name"},
        {NULL, "metrics.secondary_list", 0, "Escaped defects and Review comments given", 'f', NULL},
        {NULL, "metrics.secondary_count", 0, "2", 'f', NULL},
    };
    check_example("backend-engineer", cases, RTP_COUNT(cases));
}

static void words_of_an_interval(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {SAMPLES("h", "", "10,11,12,13,14", "9,12,11,15,13"), "metric.result_text", 0,
         "no clear change (95 % interval 3 h shorter to 3 h longer)", 'f', NULL},
        {SAMPLES("h", "", "10,10,10,10", "7,7,7,7"), "metric.result_text", 0, "3 h shorter", 'f', NULL},
        {NULL, "metric.interval_text", 0, NULL, 0, NULL}, /* both ends are one: nothing to tell */
        {NULL, "metric.percent_text", 0, NULL, 0, NULL},
        /* under four a side nothing is tested */
        {SAMPLES("h", "", "10,11,12", "7,8,9"), "metric.interval_text", 0, NULL, 0, NULL},
        {NULL, "metric.interval_low", 0, NULL, 0, NULL},
        {NULL, "metric.result_text", 0, "3 h shorter", 'f', NULL},
        {NULL, "metric.p_text", 0, NULL, 0, NULL},
        {NULL, "metric.smallest_p_text", 0, "0.100", 'f', NULL},
        /* no percent of zero, of what is below it, nor of percent */
        {SAMPLES("h", "", "0,1,2,3", "5,6,7,8"), "metric.percent", 0, NULL, 0, NULL},
        {SAMPLES("%", "", "50,51,52,53", "60,61,62,63"), "metric.percent", 0, NULL, 0, NULL},
        {NULL, "metric.result_text", 0, "10 points higher (95 % interval 7 to 13)", 'f', NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

#define MONTHS(modes, values)                                                                                          \
    BASE ", 'history': {'modes': [" modes "], 'metrics': [{'name': 'a', 'better': 'lower', 'values': {" values "}}]}"
#define OFFICE "{'mode': 'office', 'from': '2025-01', 'to': '2025-06'}"

static void windows_are_looked_at(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        /* January to April against July to October: six months each, four counted, none the same */
        {MONTHS(OFFICE ", {'mode': 'hybrid', 'from': '2025-07', 'to': '2025-12'}",
                "'2025-01': 9, '2025-02': 8, '2025-03': 9, '2025-04': 8, "
                "'2025-07': 3, '2025-08': 4, '2025-09': 3, '2025-10': 4"),
         "metric.seasonal", 0, "yes", 'f', NULL},
        {NULL, "metric.partial", 0, "yes", 'f', NULL},
        {NULL, "metric.partial_text", 0, "4 of 6 office months have a value", 'f', NULL},
        {NULL, "metric.unequal", 0, "no", 'f', NULL},
        {NULL, "metric.claim", 0, "better", 'f', NULL},
        /* an office month behind the hybrid ones leaves no gap */
        {MONTHS("{'mode': 'office', 'from': '2025-01', 'to': '2025-03'}, {'mode': 'hybrid', 'from': '2025-04', 'to': "
                "'2025-06'}, {'mode': 'office', 'from': '2025-07', 'to': '2025-07'}",
                "'2025-01': 9, '2025-02': 8, '2025-03': 9, '2025-04': 8, '2025-05': 8, '2025-06': 8, '2025-07': 8"),
         "metric.partial", 0, "no", 'f', NULL},
        /* quarters are no gaps */
        {MONTHS("{'mode': 'office', 'from': '2024-01', 'to': '2024-12'}, {'mode': 'hybrid', 'from': '2025-01', 'to': "
                "'2025-12'}",
                "'2024-03': 9, '2024-06': 8, '2024-09': 9, '2024-12': 8, '2025-03': 8, '2025-06': 8, '2025-09': 8, "
                "'2025-12': 7"),
         "metric.partial", 0, "no", 'f', NULL},
        {NULL, "metric.seasonal", 0, "no", 'f', NULL},
        /* a slip that the margin allows */
        {SAMPLES("h", ", 'margin': 3", "10,10,10,10", "11,11,11,11"), "metric.small_loss", 0, "yes", 'f', NULL},
        {NULL, "metric.claim", 0, "no_worse", 'f', NULL},
        {NULL, "metric.ties", 0, "yes", 'f', NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

/* Sizes at the ends of what a number holds: words, and never one that is none. */
static void strange_series_have_words(void **state)
{
    (void)state;
    static const char *const series[] = {"1e307,2e307,3e307,4e307",
                                         "-1e307,-2e307,-3e307,-4e307",
                                         "1e-300,2e-300,0,0",
                                         "0,0,0,0",
                                         "7,7,7,7",
                                         "-1,0,1,2"};
    static const char *const texts[] = {"metric.result_text", "metric.percent_text", "metric.flags_text",
                                        "metric.range_text",  "metric.p_text",       "metric.reading"};
    for (size_t i = 0; i < RTP_COUNT(series); i++) {
        for (size_t k = 0; k < RTP_COUNT(series); k++) {
            char json[512];
            (void)snprintf(json, sizeof json, SAMPLES("h", ", 'margin': 1", "%s", "%s"), series[i], series[k]);
            bench made = bench_make(json, document_date);
            for (size_t n = 0; n < RTP_COUNT(texts); n++) {
                const rtp_value *value = bench_get(&made, texts[n], 0);
                char text[4096];
                (void)snprintf(text, sizeof text, "%.*s", value->known ? (int)value->text.len : 0,
                               value->known ? value->text.ptr : "");
                assert_null(strstr(text, "nan"));
                assert_null(strstr(text, "inf"));
                assert_true(n < 5 || value->known);
            }
            bench_free(&made);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_example),
        cmocka_unit_test(words_of_an_interval),
        cmocka_unit_test(windows_are_looked_at),
        cmocka_unit_test(strange_series_have_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
