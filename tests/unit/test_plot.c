/* floor: render */
/* The geometry of charts: round ticks around every value, months that a calendar begins with. Charts are invented. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "charts.h"
#include "render/plot.h"

static bool is_near(double a, double b)
{
    return fabs(a - b) <= 1e-9 * fmax(1, fabs(b));
}

/* ---- values ---- */

static void test_ticks_are_round(void **state)
{
    static const struct {
        double values[2], low, high, step;
        int count, decimals;
    } rows[] = {
        {{22.3, 35.2}, 20, 40, 5, 5, 0},
        {{1, 4}, 0, 4, 1, 5, 0},
        {{0, 1}, 0, 1, 1, 2, 0}, /* whole values */
        {{0.1, 0.4}, 0, 0.4, 0.1, 5, 1},
        {{0.25, 0.31}, 0.24, 0.32, 0.02, 5, 2},
        {{86, 92}, 86, 92, 2, 4, 0},
        {{-3, 5}, -4, 6, 2, 6, 0},
        {{-9, -1}, -10, 0, 5, 3, 0},
        {{5, 5}, 4, 6, 1, 3, 0},
        {{0, 0}, -1, 1, 1, 3, 0},
        {{-2.5, -2.5}, -3, -2, 0.2, 6, 1},
        {{1e15, 3e15}, 0, 3e15, 1e15, 4, 0},
        {{1e-7, 4e-7}, 0, 4e-7, 1e-7, 5, 7},
    };
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_arena *arena = rtp_arena_make();
        rtp_plot_scale scale = rtp_plot_scale_make(chart_make(arena, "or", 1, rows[i].values));
        if (!is_near(scale.low, rows[i].low) || !is_near(scale.high, rows[i].high) || scale.count != rows[i].count ||
            !is_near(scale.step / rows[i].step, 1) || scale.decimals != rows[i].decimals) {
            fail_msg("row %zu: %g to %g by %g, %d ticks, %d decimals", i, scale.low, scale.high, scale.step,
                     scale.count, scale.decimals);
        }
        rtp_arena_free(arena);
    }
}

/* Whatever the values: finite, in order, and around them. */
static void test_any_values_have_a_scale(void **state)
{
    static const double values[] = {0,     1,      -1,      0.1,      1e15,   -1e15,  1e15 + 1, 1e300, -1e300,
                                    9e307, -9e307, 1.7e308, -1.7e308, 5e-324, 1e-300, 33.3,     0.3};
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(values); i++) {
        for (size_t j = 0; j < RTP_COUNT(values); j++) {
            rtp_arena *arena = rtp_arena_make();
            rtp_plot_scale scale = rtp_plot_scale_make(chart_make(arena, "or", 1, (double[]){values[i], values[j]}));
            assert_true(isfinite(scale.low) && isfinite(scale.high) && scale.low < scale.high);
            assert_true(scale.count >= 2 && scale.count <= 12);
            double most = 1e-9 * (scale.high / 2 - scale.low / 2); /* as good as on the edge */
            if (scale.low - fmin(values[i], values[j]) > most || fmax(values[i], values[j]) - scale.high > most) {
                fail_msg("%.17g and %.17g: %.17g to %.17g", values[i], values[j], scale.low, scale.high);
            }
            for (int tick = 0; tick < scale.count; tick++) {
                assert_true(isfinite(rtp_plot_tick(&scale, tick)));
            }
            rtp_arena_free(arena);
        }
    }
}

static void test_ticks_do_not_drift(void **state)
{
    static const double wanted[] = {0, 0.1, 0.2, 0.3, 0.4};
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_plot_scale scale = rtp_plot_scale_make(chart_make(arena, "or", 1, (double[]){0.1, 0.4}));
    for (int i = 0; i < scale.count; i++) {
        double tick = rtp_plot_tick(&scale, i);
        assert_true(tick >= wanted[i] && tick <= wanted[i]);
    }
    rtp_arena_free(arena);
}

static void test_shares_stay_inside(void **state)
{
    static const struct {
        double value, share;
    } rows[] = {{0, 0}, {4, 1}, {1, 0.25}, {-7, 0}, {99, 1}, {1e308, 1}, {-1e308, 0}};
    (void)state;
    rtp_plot_scale scale = {.low = 0, .high = 4, .step = 1, .count = 5};
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        assert_true(is_near(rtp_plot_share(&scale, rows[i].value), rows[i].share));
    }
    scale.high = 0; /* no room at all is the middle */
    assert_true(is_near(rtp_plot_share(&scale, 7), 0.5));
}

/* ---- months ---- */

static void test_labels_are_few_and_fit_a_calendar(void **state)
{
    static const struct {
        int months, most;
        rtp_month step;
    } rows[] = {{1, 10, 1},  {10, 10, 1},  {11, 10, 2},   {24, 10, 3},   {34, 10, 6},
                {60, 10, 6}, {61, 10, 12}, {120, 10, 12}, {121, 10, 24}, {600, 10, 96}};
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        char letters[601] = {0};
        memset(letters, '-', (size_t)rows[i].months);
        letters[0] = letters[rows[i].months - 1] = 'o';
        rtp_arena *arena = rtp_arena_make();
        rtp_plot_months months = rtp_plot_months_make(chart_make(arena, letters, 1, (double[]){1, 2}), rows[i].most);
        assert_int_equal(months.step, rows[i].step);
        assert_true(is_near(months.from, CHART_JANUARY));
        assert_true(is_near(months.to, CHART_JANUARY + rows[i].months));
        rtp_arena_free(arena);
    }
}

static void test_bands_meet_without_overlapping(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_chart *quarters = chart_make(arena, "oor-r", 3, (double[]){1, 2, 3, 4});
    rtp_plot_months office = rtp_plot_band(quarters, &quarters->bands[0]);
    rtp_plot_months remote = rtp_plot_band(quarters, &quarters->bands[1]);
    assert_true(is_near(office.from, CHART_JANUARY - 1));
    assert_true(is_near(office.to, remote.from));
    assert_true(is_near(remote.to, CHART_JANUARY + 14));
    assert_true(is_near(rtp_plot_month_share(&office, office.from), 0));
    assert_true(is_near(rtp_plot_month_share(&office, office.to + 9), 1));
    rtp_arena_free(arena);
}

static void test_lines_break_at_gaps_and_bands(void **state)
{
    static const bool wanted[] = {false, true, false, true, false};
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_chart *chart = chart_make(arena, "oorr-r", 1, (double[]){1, 2, 3, 4, 5});
    for (size_t i = 0; i < RTP_COUNT(wanted); i++) {
        assert_int_equal(rtp_plot_is_joined(chart, i), wanted[i]);
    }
    rtp_arena_free(arena);
}

/* ---- the change ---- */

static void test_a_change_starts_at_the_office(void **state)
{
    static const struct {
        const char *months;
        rtp_chart_change change;
        bool known;
    } rows[] = {
        {"or", {RTP_MODE_REMOTE, true, -6, -8, -5}, true},
        {"or", {RTP_MODE_REMOTE, false, -6, 0, 0}, false},
        {"or", {0, true, -6, -8, -5}, false},
        {"hr", {RTP_MODE_REMOTE, true, -6, -8, -5}, false},
    };
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_arena *arena = rtp_arena_make();
        rtp_chart *chart = chart_make(arena, rows[i].months, 1, (double[]){30, 24});
        chart->change = rows[i].change;
        rtp_plot_change change = rtp_plot_change_make(chart);
        assert_int_equal(change.known, rows[i].known);
        if (change.known) {
            assert_true(is_near(change.from, 30) && is_near(change.shift, 24));
            assert_true(is_near(change.low, 22) && is_near(change.high, 25));
            assert_true(rtp_plot_scale_make(chart).low <= 22); /* it is to be seen */
        }
        rtp_arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ticks_are_round),
        cmocka_unit_test(test_any_values_have_a_scale),
        cmocka_unit_test(test_ticks_do_not_drift),
        cmocka_unit_test(test_shares_stay_inside),
        cmocka_unit_test(test_labels_are_few_and_fit_a_calendar),
        cmocka_unit_test(test_bands_meet_without_overlapping),
        cmocka_unit_test(test_lines_break_at_gaps_and_bands),
        cmocka_unit_test(test_a_change_starts_at_the_office),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
