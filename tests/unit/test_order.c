/* floor: stats */
#include "stats_support.h"

#include "stats/order.h"

#include <stdlib.h>
#include <string.h>

static uint64_t bits = 34;

/* Marsaglia's xorshift, J. Stat. Software 8 (2003). */
static double draw(void)
{
    bits ^= bits << 13;
    bits ^= bits >> 7;
    bits ^= bits << 17;
    return (double)(bits >> 11) * 0x1p-53;
}

/* From all different to nearly all equal, rising and falling. */
static double value_of(size_t kind, size_t i)
{
    switch (kind) {
    case 0:
        return draw() - 0.5;
    case 1:
        return draw() < 0.5 ? (double)(bits % 5) : 2;
    case 2:
        return (double)i;
    case 3:
        return -(double)i;
    case 4:
        return 7;
    default:
        return i % 97 == 0 ? 1e300 * draw() : draw();
    }
}

enum { KINDS = 6 };

static int compare(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static void sorts(void **state)
{
    (void)state;
    double values[200];
    for (size_t n = 0; n <= RTP_COUNT(values); n += 1 + n / 9) {
        for (size_t i = 0; i < n; i++) {
            values[i] = draw();
        }
        rtp_sort_numbers(values, n);
        for (size_t i = 1; i < n; i++) {
            assert_true(values[i - 1] <= values[i]);
        }
    }
}

static void selects(void **state)
{
    (void)state;
    double values[400], sorted[400];
    for (size_t round = 0; round < 300; round++) {
        size_t n = 1 + round * 7 % RTP_COUNT(values);
        for (size_t i = 0; i < n; i++) {
            values[i] = sorted[i] = value_of(round % KINDS, i);
        }
        qsort(sorted, n, sizeof *sorted, compare);
        size_t places[] = {0, n / 9, n / 3, (n - 1) / 2, n / 2, n - 1 - n / 3, n - 1}; /* some twice */
        rtp_select(values, n, places, RTP_COUNT(places));
        for (size_t i = 0; i < RTP_COUNT(places); i++) {
            assert_true(fabs(values[places[i]] - sorted[places[i]]) <= 0);
        }
    }
}

static double combined_at(rtp_combination kind, const double *x, const double *y, const size_t at[2])
{
    const double a = x[at[0]];
    return kind == RTP_DIFFERENCES ? y[at[1]] - a
           : kind == RTP_RATIOS    ? y[at[1]] / a
           : kind == RTP_AVERAGES  ? (a + x[at[1]]) / 2
                                   : a * x[at[1]];
}

/* Small ones are selected in an array, large ones by counting: both against sorting everything. */
static void hold_combined(rtp_combination kind, size_t m, size_t n, size_t values)
{
    double *x = RTP_NEW_ARRAY(arena, double, m), *y = RTP_NEW_ARRAY(arena, double, n);
    for (size_t i = 0; i < m; i++) {
        x[i] = 1 + fabs(value_of(values, i));
    }
    for (size_t i = 0; i < n; i++) {
        y[i] = 1 + fabs(value_of(values, i));
    }
    rtp_sort_numbers(x, m);
    rtp_sort_numbers(y, n);
    rtp_combined of = {kind, x, y, m, n};
    size_t all = rtp_combined_count(&of), count = 0;
    double *sorted = RTP_NEW_ARRAY(arena, double, all), found[5];
    for (size_t i = 0; i < m; i++) {
        bool alone = kind == RTP_AVERAGES || kind == RTP_PRODUCTS;
        for (size_t j = alone ? i : 0; j < (alone ? m : n); j++) {
            sorted[count++] = combined_at(kind, x, y, (const size_t[]){i, j});
        }
    }
    assert_int_equal(count, all);
    qsort(sorted, all, sizeof *sorted, compare);
    size_t places[] = {0, all / 5, (all - 1) / 2, all / 2, all - 1};
    rtp_combined_select(&of, places, RTP_COUNT(places), arena, found);
    for (size_t i = 0; i < RTP_COUNT(places); i++) {
        assert_close(found[i], sorted[places[i]], 1e-14);
    }
    rtp_arena_reset(arena);
}

static void combinations(void **state)
{
    (void)state;
    static const rtp_combination kinds[] = {RTP_DIFFERENCES, RTP_RATIOS, RTP_AVERAGES, RTP_PRODUCTS};
    static const size_t sizes[][2] = {{1, 1}, {1, 5}, {4, 4}, {12, 22}, {60, 70}, {90, 100}, {3, 2000}};
    for (size_t i = 0; i < RTP_COUNT(kinds) * RTP_COUNT(sizes); i++) {
        const size_t *size = sizes[i / RTP_COUNT(kinds)];
        for (size_t values = 0; values < 5; values++) {
            hold_combined(kinds[i % RTP_COUNT(kinds)], size[0], size[1], values);
        }
    }
}

/* Counting halves the range of numbers: from negative through both zeros to positive. */
static void counts_across_zero(void **state)
{
    (void)state;
    double x[100], zeros[100] = {0};
    for (size_t i = 0; i < RTP_COUNT(x); i++) {
        x[i] = (double)i - 50;
    }
    rtp_combined of = {RTP_DIFFERENCES, x, x, RTP_COUNT(x), RTP_COUNT(x)};
    size_t places[] = {0, 4999, 5000, 9999};
    double found[4];
    rtp_combined_select(&of, places, RTP_COUNT(places), arena, found);
    assert_number(found[0], -99);
    assert_number(found[1], 0);
    assert_number(found[2], 0);
    assert_number(found[3], 99);
    of.first = of.second = zeros;
    rtp_combined_select(&of, places, RTP_COUNT(places), arena, found);
    assert_number(found[0], 0);
    assert_number(found[3], 0);
}

static void medians(void **state)
{
    (void)state;
    static const double values[] = {-1e308, 1, 2, 4, 1.7e308};
    assert_number(rtp_median_sorted(values + 1, 1), 1);
    assert_number(rtp_median_sorted(values + 1, 2), 1.5);
    assert_number(rtp_median_sorted(values + 1, 3), 2);
    assert_number(rtp_median_sorted(values, 5), 2);
    static const double huge[] = {1.7e308, 1.7e308};
    assert_close(rtp_median_sorted(huge, 2), 1.7e308, 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sorts),        cmocka_unit_test(selects),
        cmocka_unit_test(combinations), cmocka_unit_test(counts_across_zero),
        cmocka_unit_test(medians),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
