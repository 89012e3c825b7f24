/* floor: stats */
#include "stats_support.h"

#include "stats/null.h"

/* From R: pwilcox(u, m, n). */
static void rank_sums(void **state)
{
    (void)state;
    assert_close(rtp_rank_sum_tail(6, 6, 5, arena), 0.020562770562770564, 1e-14);
    assert_close(rtp_rank_sum_tail(12, 12, 37, arena), 0.022450997649543891, 1e-14);
    assert_close(rtp_rank_sum_tail(12, 22, 100, arena), 0.130257864061692680, 1e-14);
    assert_close(rtp_rank_sum_tail(4, 4, 0, arena), 1.0 / 70, 1e-14);
    assert_close(rtp_rank_sum_tail(4, 4, 16, arena), 1, 1e-14);
    assert_close(rtp_rank_sum_tail(49, 49, 49 * 49, arena), 1, 1e-12);
}

/* Without ties both ways of counting must agree, from either end. */
static void ties_of_one(void **state)
{
    (void)state;
    uint32_t ones[49];
    for (size_t i = 0; i < RTP_COUNT(ones); i++) {
        ones[i] = 1;
    }
    for (size_t m = 1; m <= 12; m++) {
        for (size_t n = m; n <= 14; n += 3) {
            for (size_t u = 0; u <= m * n; u++) {
                rtp_tails tails = rtp_rank_sum_tied((rtp_ties){ones, m + n}, m, n, 2 * u, arena);
                assert_close(tails.below, rtp_rank_sum_tail(m, n, u, arena), 1e-12);
                assert_close(tails.above, rtp_rank_sum_tail(m, n, m * n - u, arena), 1e-12);
            }
            rtp_arena_reset(arena);
        }
    }
}

/* Two of {1, 1, 2}: of three choices one beats nobody and ties nobody's half away. Counted by hand: the pairs that
 * hold 2 win 1 1/2 twice, the pair of ones ends with 0. */
static void ties_by_hand(void **state)
{
    (void)state;
    uint32_t groups[] = {2, 1};
    rtp_ties ties = {groups, 2};
    rtp_tails none = rtp_rank_sum_tied(ties, 2, 1, 0, arena), most = rtp_rank_sum_tied(ties, 2, 1, 3, arena);
    assert_close(none.below, 1.0 / 3, 1e-15);
    assert_close(none.above, 1, 1e-15);
    assert_close(most.below, 1, 1e-15);
    assert_close(most.above, 2.0 / 3, 1e-15);
}

static void all_equal(void **state)
{
    (void)state;
    uint32_t group[] = {9};
    rtp_tails tails = rtp_rank_sum_tied((rtp_ties){group, 1}, 4, 5, 20, arena);
    assert_close(tails.below, 1, 1e-15);
    assert_close(tails.above, 1, 1e-15);
}

static void what_is_small(void **state)
{
    (void)state;
    assert_true(rtp_rank_sum_is_small(4, 4));
    assert_true(rtp_rank_sum_is_small(12, 22));
    assert_true(rtp_rank_sum_is_small(24, 24));
    assert_false(rtp_rank_sum_is_small(30, 30));
    assert_false(rtp_rank_sum_is_small(4, 50));
    assert_false(rtp_rank_sum_is_small(SIZE_MAX, SIZE_MAX));
}

/* From R: psignrank(8, 10), psignrank(52, 20). */
static void signed_ranks(void **state)
{
    (void)state;
    uint32_t ranks[20];
    for (uint32_t i = 0; i < 20; i++) {
        ranks[i] = i + 1;
    }
    assert_close(rtp_signed_rank_tail(ranks, 10, 8, arena), 0.0244140625, 1e-14);
    assert_close(rtp_signed_rank_tail(ranks, 20, 52, arena), 0.024220466613769531, 1e-14);
    assert_close(rtp_signed_rank_tail(ranks, 6, 0, arena), 1.0 / 64, 1e-15);
    assert_close(rtp_signed_rank_tail(ranks, 6, 21, arena), 1, 1e-15);
    assert_close(rtp_signed_rank_tail(ranks, 0, 0, arena), 1, 1e-15);
}

static void tied_signs(void **state)
{
    (void)state;
    uint32_t twice[] = {3, 3, 6}; /* sums 0, 3, 3, 6, 6, 9, 9, 12 */
    static const double below[] = {1, 1, 1, 3, 3, 3, 5, 5, 5, 7, 7, 7, 8};
    for (size_t i = 0; i < RTP_COUNT(below); i++) {
        assert_close(rtp_signed_rank_tail(twice, 3, i, arena), below[i] / 8, 1e-15);
    }
}

/* Of the 24 orders of four values 1, 3, 5, 6, 5, 3, 1 have 0 to 6 inversions. */
static void orders(void **state)
{
    (void)state;
    static const double counts[] = {1, 3, 5, 6, 5, 3, 1};
    double below = 0;
    for (size_t i = 0; i < RTP_COUNT(counts); i++) {
        below += counts[i];
        assert_close(rtp_kendall_tail(4, i, arena), below / 24, 1e-14);
    }
    assert_close(rtp_kendall_tail(5, 0, arena), 1.0 / 120, 1e-14);
    assert_close(rtp_kendall_tail(49, 49 * 48 / 2, arena), 1, 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rank_sums),  cmocka_unit_test(ties_of_one),   cmocka_unit_test(ties_by_hand),
        cmocka_unit_test(all_equal),  cmocka_unit_test(what_is_small), cmocka_unit_test(signed_ranks),
        cmocka_unit_test(tied_signs), cmocka_unit_test(orders),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
