/* floor: stats */
#include "stats_support.h"

#include "stats/order.h"
#include "stats/rank.h"

static rtp_rank_test sum_test(double *x, size_t m, double *y, size_t n)
{
    rtp_sort_numbers(x, m);
    rtp_sort_numbers(y, n);
    rtp_rank_test found = rtp_rank_sum_test(x, m, y, n, arena);
    assert_int_equal(rtp_rank_sum_has_ties(x, m, y, n), found.tied);
    return found;
}

/* Hollander & Wolfe, "Nonparametric Statistical Methods" (1973), page 69: permeability of a membrane. */
static void rank_sum_of_the_book(void **state)
{
    (void)state;
    double x[] = {0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46}, y[] = {1.15, 0.88, 0.90, 0.74, 1.21};
    rtp_rank_test found = sum_test(x, RTP_COUNT(x), y, RTP_COUNT(y));
    assert_int_equal(found.method, RTP_METHOD_EXACT);
    assert_false(found.tied);
    assert_close(found.p, 0.2544122544122544, 1e-14);
}

/* All 70 and all 924 splits, counted. */
static void rank_sum_with_ties(void **state)
{
    (void)state;
    double a[] = {1, 1, 2, 2}, b[] = {2, 3, 3, 3}, c[] = {0, 0, 1, 0, 2}, d[] = {1, 2, 2, 3, 0, 5};
    rtp_rank_test found = sum_test(a, 4, b, 4);
    assert_int_equal(found.method, RTP_METHOD_EXACT);
    assert_true(found.tied);
    assert_close(found.p, 6.0 / 70, 1e-14);
    assert_close(sum_test(b, 4, a, 4).p, 6.0 / 70, 1e-14);
    assert_close(sum_test(c, 5, d, 6).p, 70.0 / 462, 1e-14);
    assert_close(sum_test(d, 6, c, 5).p, 70.0 / 462, 1e-14);
}

static void rank_sum_of_equals(void **state)
{
    (void)state;
    double x[60], y[60];
    for (size_t i = 0; i < 60; i++) {
        x[i] = y[i] = 3;
    }
    assert_number(sum_test(x, 5, y, 7).p, 1);
    rtp_rank_test many = sum_test(x, 60, y, 60);
    assert_int_equal(many.method, RTP_METHOD_NORMAL);
    assert_number(many.p, 1);
}

/* Two ladders, one 15 1/2 rungs higher: it loses 45 * 44 / 2 of 60 * 60 comparisons. */
static void rank_sum_of_many(void **state)
{
    (void)state;
    double x[60], y[60];
    for (size_t i = 0; i < 60; i++) {
        x[i] = (double)i;
        y[i] = (double)i + 15.5;
    }
    rtp_rank_test found = sum_test(x, 60, y, 60);
    double off = 60 * 60 / 2.0 - 45 * 44 / 2.0 - 0.5;
    assert_int_equal(found.method, RTP_METHOD_NORMAL);
    assert_false(found.tied);
    assert_close(found.p, erfc(off / sqrt(60 * 60 * 121 / 12.0) / sqrt(2)), 1e-12);
}

/* Hollander & Wolfe (1973), page 29: a depression scale before and after; Darwin, "The Effects of Cross and Self
 * Fertilisation" (1876): heights of maize in eighths of an inch, as in Fisher, "The Design of Experiments" (1935). */
static void signed_rank_of_the_books(void **state)
{
    (void)state;
    double scale[] = {-0.952, 0.147, -1.022, -0.43, -0.62, -0.59, -0.49, 0.08, -0.01};
    double maize[] = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};
    rtp_rank_test found = rtp_signed_rank_test(scale, RTP_COUNT(scale), arena);
    assert_int_equal(found.method, RTP_METHOD_EXACT);
    assert_false(found.tied);
    assert_close(found.p, 0.0390625, 1e-14);
    assert_close(rtp_signed_rank_test(maize, RTP_COUNT(maize), arena).p, 0.041259765625, 1e-14);
}

static void signed_rank_with_ties(void **state)
{
    (void)state;
    double differences[] = {1, 1, -1, 2, 2, 3, 3, 0, 0}, none[70] = {0};
    rtp_rank_test found = rtp_signed_rank_test(differences, RTP_COUNT(differences), arena);
    assert_int_equal(found.method, RTP_METHOD_EXACT);
    assert_true(found.tied);
    assert_close(found.p, 0.0625, 1e-14);
    assert_number(rtp_signed_rank_test(none, 8, arena).p, 1);
    assert_number(rtp_signed_rank_test(none, 70, arena).p, 1);
}

static void signs_do_not_matter(void **state)
{
    (void)state;
    double up[60], down[60];
    for (size_t n = 6; n <= 60; n += 9) {
        for (size_t i = 0; i < n; i++) {
            up[i] = (double)(i * 7 % 13) - 4;
            down[i] = -up[i];
        }
        assert_close(rtp_signed_rank_test(up, n, arena).p, rtp_signed_rank_test(down, n, arena).p, 1e-13);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rank_sum_of_the_book),     cmocka_unit_test(rank_sum_with_ties),
        cmocka_unit_test(rank_sum_of_equals),       cmocka_unit_test(rank_sum_of_many),
        cmocka_unit_test(signed_rank_of_the_books), cmocka_unit_test(signed_rank_with_ties),
        cmocka_unit_test(signs_do_not_matter),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
