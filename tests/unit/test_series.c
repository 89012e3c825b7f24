/* floor: stats */
#include "stats_support.h"

static void medians_and_spreads(void **state)
{
    (void)state;
    static const double values[] = {2, 4, 4, 4, 5, 5, 7, 9}, one[] = {3};
    rtp_series series = SERIES(values), single = SERIES(one), none = {.values = NULL};
    assert_number(rtp_stats_median(&series, arena), 4.5);
    assert_number(rtp_stats_spread(&series), sqrt(32.0 / 7));
    assert_number(rtp_stats_median(&single, arena), 3);
    assert_number(rtp_stats_spread(&single), 0);
    assert_number(rtp_stats_median(&none, arena), 0);
    assert_number(rtp_stats_spread(&none), 0);
}

static void sizes_that_overflow(void **state)
{
    (void)state;
    static const double huge[] = {1.6e308, -1.6e308, 1.7e308, -1.7e308, 1e308}, tiny[] = {5e-324, 1e-323, 5e-324, 0};
    rtp_series large = SERIES(huge), small = SERIES(tiny);
    assert_close(rtp_stats_median(&large, arena), 1e308, 1e-12);
    assert_close(rtp_stats_spread(&large), sqrt(2.925) * 1e308, 1e-12);
    assert_true(rtp_stats_spread(&small) > 0);
    rtp_trend trend = rtp_stats_trend(&large, arena);
    assert_true(is_finite_trend(&trend));
    assert_true(isfinite(rtp_stats_autocorrelation(&large, arena)));
}

/* Deviations -2, -1, 0, 1, 2: products of neighbours 2, 0, 0, 2, of squares 10. */
static void autocorrelations(void **state)
{
    (void)state;
    static const double rising[] = {1, 2, 3, 4, 5}, turning[] = {1, -1, 1, -1, 1, -1}, flat[] = {4, 4, 4, 4};
    rtp_series up = SERIES(rising), turns = SERIES(turning), level = SERIES(flat), none = {.values = NULL};
    assert_number(rtp_stats_autocorrelation(&up, arena), 0.4);
    assert_number(rtp_stats_autocorrelation(&turns, arena), -5.0 / 6);
    assert_number(rtp_stats_autocorrelation(&level, arena), 0);
    assert_number(rtp_stats_autocorrelation(&none, arena), 0);
}

/* Over a gap there are no neighbours. */
static void autocorrelation_with_gaps(void **state)
{
    (void)state;
    static const double values[] = {1, 2, 3, 4, 5};
    static const int32_t gap[] = {1, 2, 3, 10, 11}, quarters[] = {0, 3, 6, 9, 12};
    rtp_series series = SERIES(values);
    series.times = gap;
    assert_number(rtp_stats_autocorrelation(&series, arena), 0.4);
    series.times = quarters;
    assert_number(rtp_stats_autocorrelation(&series, arena), 0.4);
    static const int32_t other[] = {1, 5, 6, 10, 11};
    series.times = other;
    assert_number(rtp_stats_autocorrelation(&series, arena), 0.2);
}

static void not_finite(void **state)
{
    (void)state;
    const double values[] = {1, 2, (double)NAN, 4}, others[] = {1, (double)INFINITY, 3, 4};
    for (size_t i = 0; i < 2; i++) {
        rtp_series series = {.values = i ? values : others, .len = 4};
        rtp_trend trend = rtp_stats_trend(&series, arena);
        assert_int_equal(trend.n, 0);
        assert_int_equal(trend.method, RTP_METHOD_NONE);
        assert_true(is_finite_trend(&trend));
        assert_number(rtp_stats_median(&series, arena), 0);
        assert_number(rtp_stats_spread(&series), 0);
        assert_number(rtp_stats_autocorrelation(&series, arena), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(medians_and_spreads), cmocka_unit_test(sizes_that_overflow),
        cmocka_unit_test(autocorrelations),    cmocka_unit_test(autocorrelation_with_gaps),
        cmocka_unit_test(not_finite),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
