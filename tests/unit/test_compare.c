/* floor: stats */
#include "stats_support.h"

#include <float.h>
#include <string.h>

static const rtp_question higher = {RTP_GAIN_HIGHER, false, 0};

static rtp_comparison compare(const double *base, size_t m, const double *compared, size_t n)
{
    const rtp_series sides[] = {{.values = base, .len = m}, {.values = compared, .len = n}};
    return rtp_stats_compare(sides, higher, arena);
}

static rtp_comparison compare_pairs(const double *base, const double *compared, size_t n)
{
    const rtp_series sides[] = {{.values = base, .len = n}, {.values = compared, .len = n}};
    return rtp_stats_compare_pairs(sides, higher, arena);
}

/* ---- known values ---- */

/* Hollander & Wolfe, "Nonparametric Statistical Methods" (1973), page 69. */
static void windows_of_the_book(void **state)
{
    (void)state;
    static const double x[] = {0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46};
    static const double y[] = {1.15, 0.88, 0.90, 0.74, 1.21};
    rtp_comparison found = compare(y, RTP_COUNT(y), x, RTP_COUNT(x));
    assert_int_equal(found.n[0], 5);
    assert_int_equal(found.n[1], 10);
    assert_number(found.median[0], 0.9);
    assert_number(found.median[1], 1.415);
    assert_number(found.shift, 0.305);
    assert_true(found.has_interval);
    assert_number(found.interval.low, -0.15);
    assert_number(found.interval.high, 0.76);
    assert_close(found.p, 0.2544122544122544, 1e-14);
    assert_close(found.smallest_p, 2.0 / 3003, 1e-14);
    assert_int_equal(found.verdict, RTP_VERDICT_INCONCLUSIVE);
    assert_true((found.flags & RTP_STATS_UNEQUAL) != 0);
}

/* The same book, page 29; and Darwin's maize (1876) as in Fisher (1935). */
static void pairs_of_the_books(void **state)
{
    (void)state;
    static const double before[] = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
    static const double after[] = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
    static const double maize[] = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48}, none[15] = {0};
    rtp_comparison found = compare_pairs(before, after, RTP_COUNT(before));
    assert_number(found.shift, -0.46);
    assert_number(found.interval.low, -0.786);
    assert_number(found.interval.high, -0.01);
    assert_close(found.p, 0.0390625, 1e-14);
    assert_int_equal(found.verdict, RTP_VERDICT_WORSE);
    found = compare_pairs(none, maize, RTP_COUNT(maize));
    assert_number(found.shift, 25);
    assert_number(found.interval.low, 4);
    assert_number(found.interval.high, 41.5);
    assert_close(found.p, 0.041259765625, 1e-14);
    assert_int_equal(found.verdict, RTP_VERDICT_BETTER);
    assert_false(found.has_percent);
}

/* Every value three quarters of one on the other side. */
static void changes_in_per_cent(void **state)
{
    (void)state;
    static const double base[] = {40, 44, 48, 52, 56, 60}, compared[] = {30, 33, 36, 39, 42, 45};
    rtp_comparison pairs = compare_pairs(base, compared, 6), windows = compare(base, 6, compared, 6);
    assert_true(pairs.has_percent && windows.has_percent);
    assert_number(pairs.percent, -25);
    assert_number(pairs.percent_interval.low, -25);
    assert_number(pairs.percent_interval.high, -25);
    assert_number(windows.percent, -25);
    assert_true(windows.percent_interval.low < -25 && windows.percent_interval.high > -25);
}

static void per_cent_of_little(void **state)
{
    (void)state;
    static const double zero[] = {0, 1, 2, 3, 4, 5}, negative[] = {-1, 1, 2, 3, 4, 5}, positive[] = {1, 2, 3, 4, 5, 6};
    static const double speck[] = {1e-20, 1, 2, 3, 4, 5};
    assert_false(compare(zero, 6, positive, 6).has_percent);
    assert_false(compare(positive, 6, negative, 6).has_percent);
    assert_false(compare_pairs(zero, positive, 6).has_percent);
    assert_false(compare(speck, 6, positive, 6).has_percent);
    assert_true(compare(positive, 6, positive, 6).has_percent);
}

/* ---- the verdict ---- */

typedef struct verdict_case {
    double by; /* added to the compared side */
    rtp_question question;
    rtp_verdict verdict;
    unsigned flag; /* that must be there */
} verdict_case;

static void verdicts(void **state)
{
    (void)state;
    static const double base[] = {10, 11, 12, 13, 14, 15, 16, 17};
    static const verdict_case cases[] = {
        {9, {RTP_GAIN_HIGHER, false, 0}, RTP_VERDICT_BETTER, 0},
        {9, {RTP_GAIN_LOWER, false, 0}, RTP_VERDICT_WORSE, 0},
        {-9, {RTP_GAIN_LOWER, false, 0}, RTP_VERDICT_BETTER, 0},
        {-9, {RTP_GAIN_HIGHER, true, 5}, RTP_VERDICT_WORSE, 0},
        {0, {RTP_GAIN_HIGHER, false, 0}, RTP_VERDICT_INCONCLUSIVE, 0},
        {0, {RTP_GAIN_HIGHER, true, 1}, RTP_VERDICT_INCONCLUSIVE, 0},
        {0, {RTP_GAIN_HIGHER, true, 4}, RTP_VERDICT_NO_WORSE, 0},
        {0, {RTP_GAIN_LOWER, true, -4}, RTP_VERDICT_NO_WORSE, 0},
        {9, {RTP_GAIN_HIGHER, true, 4}, RTP_VERDICT_BETTER, 0},
        {-4, {RTP_GAIN_HIGHER, true, 20}, RTP_VERDICT_NO_WORSE, RTP_STATS_SMALL_LOSS},
        {9, {RTP_GAIN_UNKNOWN, true, 4}, RTP_VERDICT_NOT_TESTABLE, RTP_STATS_NO_DIRECTION},
        {0, {RTP_GAIN_HIGHER, true, (double)INFINITY}, RTP_VERDICT_INCONCLUSIVE, 0},
        {0, {RTP_GAIN_HIGHER, true, (double)NAN}, RTP_VERDICT_INCONCLUSIVE, 0},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        double compared[RTP_COUNT(base)];
        for (size_t at = 0; at < RTP_COUNT(base); at++) {
            compared[at] = base[at] + cases[i].by;
        }
        const rtp_series sides[] = {SERIES(base), SERIES(compared)};
        rtp_comparison found = rtp_stats_compare(sides, cases[i].question, arena);
        assert_int_equal(found.verdict, cases[i].verdict);
        assert_int_equal(found.flags & cases[i].flag, cases[i].flag);
        assert_number(found.shift, cases[i].by);
    }
}

/* 30.1 - 28.9 is not 2.2 - 1 in binary, and 1 - 2.2 does not cancel it: the ranks must not see that. */
static void decimals_that_differ_alike(void **state)
{
    (void)state;
    static const double base[] = {28.9, 1, 2.2, 31.3, 5, 7}, compared[] = {30.1, 2.2, 1, 30.1, 8, 11};
    rtp_comparison found = compare_pairs(base, compared, 6);
    assert_true((found.flags & RTP_STATS_TIES) != 0);
    assert_close(found.p, 0.375, 1e-14);
}

/* The interval begins at 0; the test that knows the ties says whether 0 belongs to it. */
static void an_end_at_zero(void **state)
{
    (void)state;
    static const double base[] = {0, 0, 0, 0, 1, 1}, more[] = {1, 1, 1, 1, 2, 2}, some[] = {0, 1, 1, 1, 1, 2};
    rtp_comparison out = compare(base, 6, more, 6), in = compare(base, 6, some, 6), back = compare(more, 6, base, 6);
    assert_number(out.interval.low, 0);
    assert_true(out.p < 0.05);
    assert_true((out.flags & RTP_STATS_ZERO_OUT) != 0);
    assert_int_equal(out.verdict, RTP_VERDICT_BETTER);
    assert_int_equal(back.verdict, RTP_VERDICT_WORSE);
    assert_number(in.interval.low, 0);
    assert_true(in.p > 0.05);
    assert_true((in.flags & RTP_STATS_ZERO_OUT) == 0);
    assert_int_equal(in.verdict, RTP_VERDICT_INCONCLUSIVE);
}

/* 0.3 - 0.1 is less than 0.2 in binary: a loss of exactly the margin still keeps it. */
static void a_margin_met_to_the_digit(void **state)
{
    (void)state;
    static const double base[] = {0.3, 0.3, 0.3, 0.3, 0.3, 0.3}, compared[] = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
    const rtp_series sides[] = {SERIES(base), SERIES(compared)}, back[] = {SERIES(compared), SERIES(base)};
    rtp_question exact = {RTP_GAIN_HIGHER, true, 0.2}, close = {RTP_GAIN_HIGHER, true, 0.1999},
                 lower = {RTP_GAIN_LOWER, true, 0.2};
    assert_int_equal(rtp_stats_compare(sides, exact, arena).verdict, RTP_VERDICT_NO_WORSE);
    assert_int_equal(rtp_stats_compare(back, lower, arena).verdict, RTP_VERDICT_NO_WORSE);
    assert_int_equal(rtp_stats_compare_pairs(sides, exact, arena).verdict, RTP_VERDICT_NO_WORSE);
    assert_int_equal(rtp_stats_compare(sides, close, arena).verdict, RTP_VERDICT_WORSE);
    assert_int_equal(rtp_stats_compare_pairs(sides, close, arena).verdict, RTP_VERDICT_WORSE);
}

static void too_few_to_test(void **state)
{
    (void)state;
    static const double low[] = {1, 2, 3, 4, 5, 6}, high[] = {11, 12, 13, 14, 15, 16};
    for (size_t m = 0; m <= 6; m++) {
        for (size_t n = 0; n <= 6; n++) {
            rtp_comparison found = compare(low, m, high, n);
            bool enough = m >= 4 && n >= 4;
            assert_int_equal(found.verdict, enough ? RTP_VERDICT_BETTER : RTP_VERDICT_NOT_TESTABLE);
            assert_int_equal(found.has_interval, enough);
            assert_int_equal(found.method, enough ? RTP_METHOD_EXACT : RTP_METHOD_NONE);
            assert_int_equal(found.interval_method, found.method);
            assert_int_equal((found.flags & RTP_STATS_FEW) != 0, !enough);
            assert_true(enough || found.p >= 1);
            assert_true(is_finite_comparison(&found));
        }
        rtp_comparison pairs = compare_pairs(low, high, m);
        assert_int_equal(pairs.verdict, m == 6 ? RTP_VERDICT_BETTER : RTP_VERDICT_NOT_TESTABLE);
        assert_int_equal(pairs.has_interval, m == 6);
        assert_number(pairs.shift, m > 0 ? 10 : 0);
    }
}

/* ---- properties ---- */

enum { MOST = 40 };

static uint64_t bits = 2026;

/* Marsaglia's xorshift, J. Stat. Software 8 (2003); one decimal, so that values repeat. */
static double draw(void)
{
    bits ^= bits << 13;
    bits ^= bits >> 7;
    bits ^= bits << 17;
    return (double)(bits >> 55) / 8;
}

static void fill(double *values, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        values[i] = draw();
    }
}

static void moves_with_the_values(void **state)
{
    (void)state;
    double x[MOST], y[MOST], moved[MOST];
    for (size_t round = 0; round < 60; round++) {
        size_t m = 4 + round % 9, n = 6 + round % 30;
        fill(x, m);
        fill(y, n);
        for (size_t i = 0; i < n; i++) {
            moved[i] = y[i] + 16;
        }
        rtp_comparison here = compare(x, m, y, n), there = compare(x, m, moved, n);
        assert_number(there.shift, here.shift + 16);
        assert_number(there.interval.low, here.interval.low + 16);
        assert_number(there.interval.high, here.interval.high + 16);
        assert_number(there.bounds.low, here.bounds.low + 16);
        assert_number(there.autocorrelation, here.autocorrelation);
        assert_number(there.drift.slope, here.drift.slope);
        rtp_arena_reset(arena);
    }
}

static void hold_opposite(const rtp_comparison *here, const rtp_comparison *there)
{
    assert_number(there->shift, -here->shift);
    assert_number(there->interval.low, -here->interval.high);
    assert_number(there->interval.high, -here->interval.low);
    assert_number(there->bounds.high, -here->bounds.low);
    assert_number(there->p, here->p);
    bool settled = here->verdict == RTP_VERDICT_INCONCLUSIVE || here->verdict == RTP_VERDICT_NOT_TESTABLE;
    assert_int_equal(there->verdict, settled                               ? here->verdict
                                     : here->verdict == RTP_VERDICT_BETTER ? RTP_VERDICT_WORSE
                                                                           : RTP_VERDICT_BETTER);
}

/* Swapping the sides turns everything round, and so does turning every value. */
static void turns_with_the_sides(void **state)
{
    (void)state;
    double x[MOST], y[MOST], minus_x[MOST], minus_y[MOST];
    for (size_t round = 0; round < 60; round++) {
        size_t m = 6 + round % 9, n = 6 + round % 30;
        fill(x, MOST);
        fill(y, MOST);
        for (size_t i = 0; i < MOST; i++) {
            y[i] += (double)(round % 5) * 8;
            minus_x[i] = -x[i];
            minus_y[i] = -y[i];
        }
        rtp_comparison here = compare(x, m, y, n), swapped = compare(y, n, x, m),
                       turned = compare(minus_x, m, minus_y, n);
        hold_opposite(&here, &swapped);
        hold_opposite(&here, &turned);
        rtp_comparison pairs = compare_pairs(x, y, n), back = compare_pairs(y, x, n);
        hold_opposite(&pairs, &back);
        rtp_arena_reset(arena);
    }
}

/* Time matters to the warnings alone. */
static void order_does_not_matter(void **state)
{
    (void)state;
    double x[MOST], y[MOST];
    for (size_t round = 0; round < 40; round++) {
        size_t n = 6 + round % 20;
        fill(x, n);
        fill(y, n);
        rtp_comparison windows = compare(x, n, y, n), pairs = compare_pairs(x, y, n);
        for (size_t i = 0; i + 1 < n; i++) {
            size_t with = i + (size_t)draw() % (n - i);
            double first = x[i], second = y[i];
            x[i] = x[with];
            y[i] = y[with];
            x[with] = first;
            y[with] = second;
        }
        rtp_comparison mixed = compare(x, n, y, n), mixed_pairs = compare_pairs(x, y, n);
        assert_memory_equal(&windows.shift, &mixed.shift,
                            offsetof(rtp_comparison, autocorrelation) - offsetof(rtp_comparison, shift));
        assert_number(pairs.shift, mixed_pairs.shift);
        assert_number(pairs.interval.low, mixed_pairs.interval.low);
        assert_close(pairs.p, mixed_pairs.p, 1e-14);
        rtp_arena_reset(arena);
    }
}

/* A unit ten thousand times smaller is the same measurement. */
static void units_do_not_matter(void **state)
{
    (void)state;
    double x[MOST], y[MOST], fine_x[MOST], fine_y[MOST];
    for (size_t round = 0; round < 40; round++) {
        size_t n = 6 + round % 20;
        fill(x, n);
        fill(y, n);
        double unit = round % 2 ? 0x1p-900 : 0x1p900;
        for (size_t i = 0; i < n; i++) {
            fine_x[i] = x[i] * unit;
            fine_y[i] = y[i] * unit;
        }
        rtp_comparison here = compare(x, n, y, n), there = compare(fine_x, n, fine_y, n);
        assert_close(there.shift / unit, here.shift, 1e-14);
        assert_close(there.interval.high / unit, here.interval.high, 1e-14);
        assert_close(there.p, here.p, 1e-14);
        assert_close(there.percent, here.percent, 1e-12);
        assert_int_equal(there.verdict, here.verdict);
        assert_int_equal(there.flags, here.flags);
        rtp_arena_reset(arena);
    }
}

/* ---- warnings ---- */

static unsigned flags_of(const double *base, const double *compared, size_t n)
{
    return compare(base, n, compared, n).flags;
}

static void warnings(void **state)
{
    (void)state;
    static const double mixed[] = {5, 2, 8, 1, 9, 3, 7, 4}, other[] = {5.5, 2.5, 8.5, 1.5, 9.5, 3.5, 7.5, 4.5};
    static const double rising[] = {1, 2, 3, 4, 5, 6, 7, 8}, more[] = {1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5};
    static const double flat[] = {5, 5, 5, 5, 5, 5, 5, 5}, far[] = {505, 502, 508, 501, 509, 503, 507, 504};
    const unsigned in_time = RTP_STATS_AUTOCORRELATED | RTP_STATS_DRIFTING;
    assert_int_equal(flags_of(mixed, other, 8), RTP_STATS_DRIFT_OPEN);
    assert_int_equal(flags_of(mixed, far, 8), 0);
    assert_int_equal(flags_of(rising, more, 8) & in_time, in_time);
    assert_int_equal(flags_of(mixed, rising, 8) & RTP_STATS_TIES, RTP_STATS_TIES);
    assert_int_equal(flags_of(mixed, flat, 8) & RTP_STATS_CONSTANT, RTP_STATS_CONSTANT);
    assert_int_equal(compare(mixed, 8, other, 5).flags & RTP_STATS_UNEQUAL, RTP_STATS_UNEQUAL);
    assert_int_equal(compare(mixed, 6, other, 4).flags & RTP_STATS_UNEQUAL, 0);
    assert_int_equal(compare_pairs(mixed, other, 8).flags, RTP_STATS_TIES | RTP_STATS_CONSTANT);
}

static void partial_windows(void **state)
{
    (void)state;
    static const double base[] = {5, 2, 8, 1}, compared[] = {6, 3, 9, 2};
    static const int32_t months[] = {1, 2, 3, 4}, gap[] = {8, 9, 11, 12};
    rtp_series sides[] = {{base, months, 4, 4}, {compared, months, 4, 0}};
    assert_int_equal(rtp_stats_compare(sides, higher, arena).flags & RTP_STATS_PARTIAL, 0);
    sides[1].times = gap;
    assert_int_equal(rtp_stats_compare(sides, higher, arena).flags & RTP_STATS_PARTIAL, RTP_STATS_PARTIAL);
    sides[1].times = months;
    sides[0].expected = 12;
    assert_int_equal(rtp_stats_compare(sides, higher, arena).flags & RTP_STATS_PARTIAL, RTP_STATS_PARTIAL);
}

/* Both windows rise by one a month; from middle to middle are eight months, so that all of the change is drift. */
static void a_change_that_is_drift(void **state)
{
    (void)state;
    static const double base[] = {1, 2, 3, 4, 5, 6, 7, 8}, compared[] = {9, 10, 11, 12, 13, 14, 15, 16};
    rtp_comparison up = compare(base, 8, compared, 8), down = compare(compared, 8, base, 8);
    assert_int_equal(up.verdict, RTP_VERDICT_BETTER);
    assert_number(up.shift, 8);
    assert_number(up.drift.slope, 1);
    assert_number(up.drift_reach, 8);
    assert_true((up.flags & RTP_STATS_DRIFT_OPEN) != 0);
    assert_true((down.flags & RTP_STATS_DRIFT_OPEN) == 0); /* the drift went the other way */
    assert_number(compare_pairs(base, compared, 8).drift_reach, 0);
}

/* A profile's months may stand in any order. */
static void months_in_any_order(void **state)
{
    (void)state;
    static const double base[] = {5, 2, 8, 1, 9, 3}, compared[] = {7, 9, 6, 8, 4, 3};
    static const double base_mixed[] = {9, 5, 1, 3, 8, 2}, compared_mixed[] = {4, 7, 8, 3, 6, 9};
    static const int32_t first[] = {1, 2, 3, 4, 5, 6}, first_mixed[] = {5, 1, 4, 6, 3, 2};
    static const int32_t second[] = {7, 8, 9, 10, 11, 12}, second_mixed[] = {11, 7, 10, 12, 9, 8};
    const rtp_series sides[] = {{base, first, 6, 0}, {compared, second, 6, 0}};
    const rtp_series mixed[] = {{base_mixed, first_mixed, 6, 0}, {compared_mixed, second_mixed, 6, 0}};
    rtp_comparison here = rtp_stats_compare(sides, higher, arena), there = rtp_stats_compare(mixed, higher, arena);
    rtp_comparison pairs = rtp_stats_compare_pairs(sides, higher, arena),
                   back = rtp_stats_compare_pairs(mixed, higher, arena);
    assert_number(there.shift, here.shift);
    assert_number(there.autocorrelation, here.autocorrelation);
    assert_number(there.drift.slope, here.drift.slope);
    assert_int_equal(there.flags, here.flags);
    assert_number(back.shift, pairs.shift);
    assert_number(back.p, pairs.p);
    assert_number(back.autocorrelation, pairs.autocorrelation);
    assert_int_equal(back.flags, pairs.flags);
}

/* The farther apart the windows, the more a slow drift could do. */
static void distance_between_windows(void **state)
{
    (void)state;
    static const double base[] = {5, 2, 8, 1, 9, 3, 7, 4}, compared[] = {25, 22, 28, 21, 29, 23, 27, 24};
    static const int32_t first[] = {0, 1, 2, 3, 4, 5, 6, 7}, next[] = {8, 9, 10, 11, 12, 13, 14, 15},
                         late[] = {100, 101, 102, 103, 104, 105, 106, 107};
    rtp_series sides[] = {{base, first, 8, 0}, {compared, next, 8, 0}};
    assert_int_equal(rtp_stats_compare(sides, higher, arena).flags & RTP_STATS_DRIFT_OPEN, 0);
    sides[1].times = late;
    assert_int_equal(rtp_stats_compare(sides, higher, arena).flags & RTP_STATS_DRIFT_OPEN, RTP_STATS_DRIFT_OPEN);
    sides[0].times = late;
    sides[1].times = first;
    assert_int_equal(rtp_stats_compare(sides, higher, arena).flags & RTP_STATS_DRIFT_OPEN, RTP_STATS_DRIFT_OPEN);
}

/* ---- hostile series ---- */

static const double hostile[][8] = {
    {0, 0, 0, 0, 0, 0, 0, 0},
    {5, 5, 5, 5, 5, 5, 5, 5},
    {-3, -3, -3, -3, -3, -3, -3, -3},
    {1e300, -1e300, 1.7e308, -1.7e308, 0, 1, -1, 5e-324},
    {DBL_MAX, DBL_MAX, DBL_MAX, DBL_MAX, DBL_MAX, DBL_MAX, DBL_MAX, DBL_MAX},
    {-DBL_MAX, -DBL_MAX, -DBL_MAX, -DBL_MAX, -DBL_MAX, -DBL_MAX, -DBL_MAX, -DBL_MAX},
    {5e-324, 1e-323, 5e-324, 1.5e-323, 5e-324, 2e-323, 5e-324, 1e-323},
    {DBL_MIN, 2 * DBL_MIN, DBL_MIN, DBL_MIN, DBL_MIN, DBL_MIN, DBL_MIN, DBL_MIN},
    {1e-300, 1, 1e300, 1, 1e-300, 1, 1e300, 1},
    {0.0, -0.0, 0.0, -0.0, 0.0, -0.0, 0.0, -0.0},
    {-1, -2, -3, -4, -5, -6, -7, -8},
    {1, 2, 3, 4, 5, 6, 7, 8},
    {1e16, 1e16 + 2, 1e16 + 4, 1e16, 1e16 + 2, 1e16 + 6, 1e16, 1e16},
    {(double)INFINITY, 1, 2, 3, 4, 5, 6, 7},
    {1, 2, 3, -(double)INFINITY, 4, 5, 6, 7},
    {1, 2, 3, 4, 5, 6, 7, (double)NAN},
};

static bool is_finite_series(const double *values, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!isfinite(values[i])) {
            return false;
        }
    }
    return true;
}

static void hold_hostile(const rtp_series sides[2])
{
    bool valid = is_finite_series(sides[0].values, sides[0].len) && is_finite_series(sides[1].values, sides[1].len);
    for (rtp_gain better = RTP_GAIN_UNKNOWN; better <= RTP_GAIN_LOWER; better++) {
        rtp_question question = {better, true, 1e305};
        rtp_comparison found[] = {rtp_stats_compare(sides, question, arena),
                                  rtp_stats_compare_pairs(sides, question, arena)};
        for (size_t i = 0; i < 2; i++) {
            bool matched = i == 0 || sides[0].len == sides[1].len;
            assert_true(is_finite_comparison(&found[i]));
            assert_int_equal((found[i].flags & RTP_STATS_INVALID) != 0, !valid || !matched);
            assert_true((valid && matched) || found[i].verdict == RTP_VERDICT_NOT_TESTABLE);
        }
        rtp_arena_reset(arena);
    }
}

static void hostile_series(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(hostile) * RTP_COUNT(hostile); i++) {
        for (size_t cut = 0; cut < 9 * 9; cut++) {
            const rtp_series sides[] = {{.values = hostile[i / RTP_COUNT(hostile)], .len = cut / 9},
                                        {.values = hostile[i % RTP_COUNT(hostile)], .len = cut % 9}};
            hold_hostile(sides);
        }
    }
}

/* The largest difference there is would overflow; the answer stays the largest number. */
static void the_largest_difference(void **state)
{
    (void)state;
    rtp_comparison found = compare(hostile[5], 8, hostile[4], 8);
    assert_true(found.shift >= DBL_MAX && isfinite(found.shift));
    assert_int_equal(found.verdict, RTP_VERDICT_BETTER);
    assert_close(found.p, 2.0 / 12870, 1e-13);
}

/* Ties make p costly; the interval needs no such counting. */
static void exact_interval_beside_normal_p(void **state)
{
    (void)state;
    double x[MOST], y[MOST];
    fill(x, MOST);
    fill(y, MOST);
    x[0] = y[0];
    rtp_comparison found = compare(x, MOST, y, MOST);
    assert_int_equal(found.method, RTP_METHOD_NORMAL);
    assert_int_equal(found.interval_method, RTP_METHOD_EXACT);
    assert_int_equal(compare_pairs(x, y, MOST).method, RTP_METHOD_EXACT);
}

/* Of parts and whole, what both say is the same; whole numbers often put an end at 0. */
static void parts_as_the_whole(void **state)
{
    (void)state;
    double x[MOST], y[MOST];
    size_t at_zero = 0;
    for (unsigned round = 0; round < 400; round++) {
        size_t m = 1 + round % 11, n = 2 + round % 13, step = 1 + round % 8;
        fill(x, m);
        fill(y, n);
        for (size_t i = 0; i < n; i++) {
            y[i] = floor(y[i] / (double)step) * (double)step + (double)(round % 5) * 4;
            x[i % m] = floor(x[i % m] / (double)step) * (double)step;
        }
        const rtp_series sides[] = {{.values = x, .len = m}, {.values = y, .len = n}};
        const rtp_question question = {RTP_GAIN_LOWER, round % 2 == 0, 3};
        const unsigned of_time = RTP_STATS_DRIFTING | RTP_STATS_DRIFT_OPEN | RTP_STATS_AUTOCORRELATED;
        rtp_comparison whole = rtp_stats_compare(sides, question, arena);
        for (unsigned parts = 0; parts <= RTP_STATS_WHOLE; parts++) {
            rtp_comparison found = rtp_stats_compare_parts(sides, question, parts & round, arena);
            rtp_stats_add_parts(sides, question, parts & ~round, arena, &found);
            assert_int_equal(found.verdict, whole.verdict);
            assert_int_equal(found.flags, parts & RTP_STATS_TIME ? whole.flags : whole.flags & ~of_time);
            assert_memory_equal(&found.shift, &whole.shift, sizeof found.shift);
            assert_memory_equal(&found.interval, &whole.interval, sizeof found.interval);
            assert_memory_equal(&found.bounds, &whole.bounds, sizeof found.bounds);
            assert_memory_equal(&found.median, &whole.median, sizeof found.median);
            double p = parts & RTP_STATS_TEST ? whole.p : found.p, drift = parts & RTP_STATS_TIME ? whole.drift.p : 1;
            double percent = parts & RTP_STATS_PERCENT ? whole.percent : 0;
            assert_memory_equal(&found.p, &p, sizeof p);
            assert_memory_equal(&found.drift.p, &drift, sizeof drift);
            assert_memory_equal(&found.percent, &percent, sizeof percent);
        }
        at_zero += (whole.flags & RTP_STATS_ZERO_OUT) != 0;
    }
    assert_true(at_zero > 0);
}

static void long_series(void **state)
{
    (void)state;
    static double x[3000], y[2500];
    fill(x, RTP_COUNT(x));
    fill(y, RTP_COUNT(y));
    rtp_comparison found = compare(x, RTP_COUNT(x), y, RTP_COUNT(y));
    assert_true(is_finite_comparison(&found));
    assert_int_equal(found.method, RTP_METHOD_NORMAL);
    assert_int_equal(found.interval_method, RTP_METHOD_NORMAL);
    assert_int_equal(found.drift.method, RTP_METHOD_NONE);
    assert_true(found.interval.low <= found.shift && found.shift <= found.interval.high);
    rtp_comparison pairs = compare_pairs(x, y, RTP_COUNT(y));
    assert_true(is_finite_comparison(&pairs));
    assert_true(pairs.interval.low <= pairs.shift && pairs.shift <= pairs.interval.high);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(windows_of_the_book),
        cmocka_unit_test(pairs_of_the_books),
        cmocka_unit_test(changes_in_per_cent),
        cmocka_unit_test(per_cent_of_little),
        cmocka_unit_test(verdicts),
        cmocka_unit_test(a_margin_met_to_the_digit),
        cmocka_unit_test(an_end_at_zero),
        cmocka_unit_test(decimals_that_differ_alike),
        cmocka_unit_test(too_few_to_test),
        cmocka_unit_test(moves_with_the_values),
        cmocka_unit_test(turns_with_the_sides),
        cmocka_unit_test(order_does_not_matter),
        cmocka_unit_test(units_do_not_matter),
        cmocka_unit_test(warnings),
        cmocka_unit_test(partial_windows),
        cmocka_unit_test(months_in_any_order),
        cmocka_unit_test(a_change_that_is_drift),
        cmocka_unit_test(distance_between_windows),
        cmocka_unit_test(hostile_series),
        cmocka_unit_test(the_largest_difference),
        cmocka_unit_test(long_series),
        cmocka_unit_test(parts_as_the_whole),
        cmocka_unit_test(exact_interval_beside_normal_p),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
