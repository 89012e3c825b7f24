/* floor: stats */
#include "stats_support.h"

#include "stats/null.h"

/* The published tables name the largest statistic that still rejects, one less than ours. */
static void published(void **state)
{
    (void)state;
    assert_int_equal(rtp_rank_sum_critical(4, 4).both, 1);
    assert_int_equal(rtp_rank_sum_critical(8, 8).both, 13 + 1);
    assert_int_equal(rtp_rank_sum_critical(10, 10).both, 23 + 1);
    assert_int_equal(rtp_rank_sum_critical(20, 20).both, 127 + 1);
    assert_int_equal(rtp_rank_sum_critical(10, 10).one, 27 + 1);
    assert_int_equal(rtp_signed_rank_critical(6).both, 0 + 1);
    assert_int_equal(rtp_signed_rank_critical(10).both, 8 + 1);
    assert_int_equal(rtp_signed_rank_critical(20).both, 52 + 1);
    assert_int_equal(rtp_signed_rank_critical(20).one, 60 + 1);
}

static void too_few(void **state)
{
    (void)state;
    assert_int_equal(rtp_rank_sum_critical(0, 9).both, 0);
    assert_int_equal(rtp_rank_sum_critical(3, 3).both, 0);
    assert_int_equal(rtp_rank_sum_critical(3, 3).one, 0); /* one in twenty is not less than 5 % */
    assert_int_equal(rtp_rank_sum_critical(3, 4).one, 1);
    assert_int_equal(rtp_signed_rank_critical(0).both, 0);
    assert_int_equal(rtp_signed_rank_critical(5).both, 0);
    assert_int_equal(rtp_kendall_critical(1).both, 0);
    assert_int_equal(rtp_kendall_critical(4).both, 0);
    assert_int_equal(rtp_kendall_critical(5).both, 1);
}

/* P(T < q) < tail <= P(T <= q): the whole table against the distributions that the library counts itself. */
static void hold(double before, double at, double tail)
{
    assert_true(before < tail);
    assert_true(at >= tail - 1e-12);
}

static double ranks_below(size_t n, size_t limit)
{
    uint32_t ranks[RTP_EXACT_BELOW];
    for (uint32_t i = 0; i < n; i++) {
        ranks[i] = i + 1;
    }
    return rtp_signed_rank_tail(ranks, n, limit, arena);
}

static void whole_table(void **state)
{
    (void)state;
    for (size_t n = 1; n < RTP_EXACT_BELOW; n++) {
        for (size_t m = 1; m <= n; m += 1 + m / 8) {
            rtp_critical found = rtp_rank_sum_critical(n, m);
            hold(found.both ? rtp_rank_sum_tail(m, n, found.both - 1, arena) : 0,
                 rtp_rank_sum_tail(m, n, found.both, arena), 0.025);
            hold(found.one ? rtp_rank_sum_tail(m, n, found.one - 1, arena) : 0,
                 rtp_rank_sum_tail(m, n, found.one, arena), 0.05);
            rtp_arena_reset(arena);
        }
        rtp_critical signs = rtp_signed_rank_critical(n), orders = rtp_kendall_critical(n);
        hold(signs.both ? ranks_below(n, signs.both - 1) : 0, ranks_below(n, signs.both), 0.025);
        hold(signs.one ? ranks_below(n, signs.one - 1) : 0, ranks_below(n, signs.one), 0.05);
        hold(orders.both ? rtp_kendall_tail(n, orders.both - 1, arena) : 0, rtp_kendall_tail(n, orders.both, arena),
             0.025);
        hold(orders.one ? rtp_kendall_tail(n, orders.one - 1, arena) : 0, rtp_kendall_tail(n, orders.one, arena), 0.05);
    }
}

/* At the end of the table the approximation differs by a rank at most. */
static void goes_on_smoothly(void **state)
{
    (void)state;
    for (size_t n = 40; n < 80; n++) {
        assert_in_range(rtp_rank_sum_critical(n + 1, n + 1).both - rtp_rank_sum_critical(n, n).both, 25, 80);
        assert_in_range(rtp_signed_rank_critical(n + 1).both - rtp_signed_rank_critical(n).both, 13, 38);
        assert_in_range(rtp_kendall_critical(n + 1).both - rtp_kendall_critical(n).both, 14, 38);
    }
    double mean = 49 * 49 / 2.0;
    assert_in_range(rtp_normal_critical(mean, sqrt(49 * 49 * 99 / 12.0)).both, rtp_rank_sum_critical(49, 49).both - 1,
                    rtp_rank_sum_critical(49, 49).both + 1);
    assert_int_equal(rtp_normal_critical(1, 100).both, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published),
        cmocka_unit_test(too_few),
        cmocka_unit_test(whole_table),
        cmocka_unit_test(goes_on_smoothly),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
