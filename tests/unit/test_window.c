/* floor: stats */
#include "stats_support.h"

#include "stats/window.h"

static rtp_trend trend_of(const double *values, const int32_t *times, size_t n)
{
    rtp_series series = {.values = values, .times = times, .len = n};
    return rtp_stats_trend(&series, arena);
}

/* Of the 120 orders of five values one only rises and one only falls. */
static void a_straight_line(void **state)
{
    (void)state;
    static const double values[] = {1, 3, 5, 7, 9}, falling[] = {9, 7, 5, 3, 1};
    rtp_trend up = trend_of(values, NULL, 5), down = trend_of(falling, NULL, 5);
    assert_int_equal(up.method, RTP_METHOD_EXACT);
    assert_number(up.slope, 2);
    assert_true(up.has_interval);
    assert_number(up.interval.low, 2);
    assert_number(up.interval.high, 2);
    assert_close(up.p, 2.0 / 120, 1e-13);
    assert_number(down.slope, -2);
    assert_close(down.p, up.p, 1e-13);
}

/* The months between count. */
static void gaps_in_time(void **state)
{
    (void)state;
    static const double values[] = {0, 10, 12, 20, 22};
    static const int32_t times[] = {0, 5, 6, 10, 11}, far[] = {INT32_MIN, -1, 0, 1, INT32_MAX};
    assert_number(trend_of(values, times, 5).slope, 2);
    rtp_trend wide = trend_of(values, far, 5);
    assert_true(is_finite_trend(&wide));
}

/* The worked example of Sen, JASA 63 (1968): the estimate is 4. */
static void example_of_sen(void **state)
{
    (void)state;
    static const double values[] = {9, 15, 19, 20, 45, 55, 78};
    static const int32_t times[] = {1, 2, 3, 4, 10, 12, 18};
    rtp_trend found = trend_of(values, times, RTP_COUNT(values));
    assert_number(found.slope, 4);
    assert_close(found.p, 2.0 / 5040, 1e-13);
}

static void few_and_many(void **state)
{
    (void)state;
    static double values[RTP_STATS_MOST_TREND + 1];
    for (size_t i = 0; i < RTP_COUNT(values); i++) {
        values[i] = (double)(i * 37 % 101) + (double)i;
    }
    for (size_t n = 0; n <= 2; n++) {
        rtp_trend found = trend_of(values, NULL, n);
        assert_false(found.has_interval);
        assert_int_equal(found.n, n);
        assert_true(is_finite_trend(&found));
    }
    assert_false(trend_of(values, NULL, 4).has_interval);
    assert_true(trend_of(values, NULL, 5).has_interval);
    assert_int_equal(trend_of(values, NULL, 49).method, RTP_METHOD_EXACT);
    assert_int_equal(trend_of(values, NULL, 50).method, RTP_METHOD_NORMAL);
    rtp_trend most = trend_of(values, NULL, RTP_STATS_MOST_TREND);
    assert_int_equal(most.method, RTP_METHOD_NORMAL);
    assert_true(most.interval.low < 1 && most.interval.high > 0.9);
    assert_int_equal(trend_of(values, NULL, RTP_STATS_MOST_TREND + 1).method, RTP_METHOD_NONE);
}

static void constants(void **state)
{
    (void)state;
    static const double values[] = {3, 3, 3, 3, 3, 3, 3};
    rtp_trend found = trend_of(values, NULL, RTP_COUNT(values));
    assert_number(found.slope, 0);
    assert_number(found.p, 1);
    assert_int_equal(found.method, RTP_METHOD_NORMAL);
}

/* All 18 pairs that differ rise; the variance is (7 6 19 - 3 (2 1 9)) / 18. */
static void ties(void **state)
{
    (void)state;
    static const double values[] = {1, 1, 2, 2, 3, 3, 4};
    rtp_trend found = trend_of(values, NULL, RTP_COUNT(values));
    assert_int_equal(found.method, RTP_METHOD_NORMAL);
    assert_close(found.p, erfc(17 / sqrt(744.0 / 18) / sqrt(2)), 1e-12);
}

/* Twice at the same time: no slope between those two. */
static void the_same_time(void **state)
{
    (void)state;
    static const double values[] = {1, 5, 3, 4};
    static const int32_t same[] = {2, 2, 2, 2}, partly[] = {1, 1, 2, 3};
    rtp_trend none = trend_of(values, same, 4), some = trend_of(values, partly, 4);
    assert_true(is_finite_trend(&none));
    assert_int_equal(none.method, RTP_METHOD_NONE);
    assert_true(is_finite_trend(&some));
    assert_int_equal(some.method, RTP_METHOD_NORMAL);
}

static void partial_windows(void **state)
{
    (void)state;
    static const double values[] = {1, 2, 3};
    static const int32_t dense[] = {4, 5, 6}, gap[] = {4, 5, 7}, quarters[] = {0, 3, 6};
    const rtp_window cases[] = {
        {values, values, NULL, 3, 0},     {values, values, NULL, 3, 3}, {values, values, dense, 3, 0},
        {values, values, quarters, 3, 0}, {values, values, NULL, 3, 4}, {values, values, gap, 3, 0},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        assert_int_equal(rtp_window_is_partial(&cases[i]), i >= 4);
    }
}

static void scales(void **state)
{
    (void)state;
    static const double plain[] = {1, -8, 3}, huge[] = {1e300}, tiny[] = {1e-200}, zero[] = {0};
    const rtp_series series[] = {SERIES(plain), SERIES(huge), SERIES(tiny), SERIES(zero)};
    assert_number(rtp_scale_find(&series[0], 1).factor, 1);
    assert_number(rtp_scale_find(&series[0], 1).most, 8);
    assert_true(rtp_scale_find(series, 2).factor < 1);
    assert_true(rtp_scale_find(&series[2], 1).factor > 1);
    assert_number(rtp_scale_find(&series[3], 1).factor, 1);
    rtp_scale large = rtp_scale_find(&series[1], 1);
    assert_true(isfinite(rtp_scale_undo(&large, 0x1p1000)) && isfinite(rtp_scale_undo(&large, -0x1p1000)));
    assert_close(rtp_scale_undo(&large, 1e300 * large.factor), 1e300, 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_straight_line), cmocka_unit_test(gaps_in_time), cmocka_unit_test(example_of_sen),
        cmocka_unit_test(few_and_many),    cmocka_unit_test(constants),    cmocka_unit_test(the_same_time),
        cmocka_unit_test(partial_windows), cmocka_unit_test(scales),       cmocka_unit_test(ties),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
