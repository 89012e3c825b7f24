/* floor: facts */
#include "facts_support.h"

/* An invented metric whose months stand in no order, with a gap and a month that no period covers. */
#define HISTORY                                                                                                        \
    BASE ", 'history': {'modes': [{'mode': 'office', 'from': '2025-01', 'to': '2025-03'}, "                            \
         "{'mode': 'hybrid', 'from': '2025-04', 'to': '2025-06'}, {'mode': 'office', 'from': '2025-07'}], "            \
         "'metrics': [{'name': 'a', 'unit': 'h', 'better': 'lower', 'values': {'2025-07': 4, '2025-01': 3, "           \
         "'2025-02': 1.5, '2025-04': 9, '2025-06': 8, '2024-12': 99}}, "                                               \
         "{'name': 'b', 'better': 'lower', 'samples': {'office': [1, 2]}}]}"

static void points_stand_in_order_of_time(void **state)
{
    (void)state;
    static const struct {
        const char *month;
        int mode;
        double value;
    } wanted[] = {
        {"January 2025", RTP_MODE_OFFICE, 3}, {"February 2025", RTP_MODE_OFFICE, 1.5},
        {"April 2025", RTP_MODE_HYBRID, 9},   {"June 2025", RTP_MODE_HYBRID, 8},
        {"July 2025", RTP_MODE_OFFICE, 4},
    };
    bench made = bench_make(HISTORY, document_date);
    const rtp_chart *chart = rtp_facts_chart(made.facts, 0);
    assert_non_null(chart);
    assert_int_equal(chart->len, RTP_COUNT(wanted));
    for (size_t i = 0; i < RTP_COUNT(wanted); i++) {
        rtp_str month = rtp_month_long(made.arena, chart->points[i].month);
        assert_true(rtp_str_equal(month, rtp_str_from(wanted[i].month)));
        assert_int_equal(chart->points[i].mode, wanted[i].mode);
        assert_true(chart->points[i].value >= wanted[i].value && chart->points[i].value <= wanted[i].value);
    }
    assert_true(chart->low >= 1.5 && chart->low <= 1.5 && chart->high >= 9 && chart->high <= 9);
    assert_int_equal(chart->step, 1);
    assert_true(rtp_str_equal(chart->unit, rtp_lit("h")));
    bench_free(&made);
}

static void bands_tell_ways_of_working_apart(void **state)
{
    (void)state;
    static const struct {
        size_t first, len;
        int mode;
        double median;
    } wanted[] = {{0, 2, RTP_MODE_OFFICE, 3}, {2, 2, RTP_MODE_HYBRID, 8.5}, {4, 1, RTP_MODE_OFFICE, 3}};
    bench made = bench_make(HISTORY, document_date);
    const rtp_chart *chart = rtp_facts_chart(made.facts, 0);
    assert_int_equal(chart->band_count, RTP_COUNT(wanted));
    for (size_t i = 0; i < RTP_COUNT(wanted); i++) {
        const rtp_chart_band *band = &chart->bands[i];
        assert_int_equal(band->first, wanted[i].first);
        assert_int_equal(band->len, wanted[i].len);
        assert_int_equal(band->mode, wanted[i].mode);
        assert_true(band->median >= wanted[i].median && band->median <= wanted[i].median);
    }
    bench_free(&made);
}

/* Office 10 to 14, remote 4 to 8; the first metric is told to others, the second has too few values to claim anything.
 */
#define COMPARED                                                                                                       \
    BASE ", 'history': {'modes': [{'mode': 'office', 'from': '2025-01', 'to': '2025-05'}, "                            \
         "{'mode': 'remote', 'from': '2025-06'}], 'metrics': [{'name': 'a', 'better': 'lower', 'values': {"            \
         "'2025-01': 10, '2025-02': 11, '2025-03': 12, '2025-04': 13, '2025-05': 14, "                                 \
         "'2025-06': 4, '2025-07': 5, '2025-08': 6, '2025-09': 7, '2025-10': 8}}, "                                    \
         "{'name': 'b', 'better': 'lower', 'values': {'2025-01': 10, '2025-06': 4}}]}"

static bool is_near(double a, double b)
{
    return a - b < 1e-9 && b - a < 1e-9;
}

static void a_change_is_told_with_its_interval(void **state)
{
    (void)state;
    bench made = bench_make(COMPARED, document_date);
    rtp_chart_change change = rtp_facts_chart(made.facts, 0)->change;
    assert_int_equal(change.mode, RTP_MODE_REMOTE);
    assert_true(change.has_interval && is_near(change.shift, -6));
    assert_true(change.low < change.shift && change.shift < change.high && change.high < 0);
    assert_int_equal(rtp_facts_chart(made.facts, 1)->change.mode, 0);
    bench_free(&made);
}

static void what_has_no_months_has_no_chart(void **state)
{
    (void)state;
    bench made = bench_make(HISTORY, document_date);
    assert_null(rtp_facts_chart(made.facts, 1));
    assert_null(rtp_facts_chart(made.facts, 2));
    bench_free(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(points_stand_in_order_of_time),
        cmocka_unit_test(bands_tell_ways_of_working_apart),
        cmocka_unit_test(a_change_is_told_with_its_interval),
        cmocka_unit_test(what_has_no_months_has_no_chart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
