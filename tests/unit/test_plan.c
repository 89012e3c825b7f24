/* floor: stats */
#include "stats_support.h"

static void smallest_p(void **state)
{
    (void)state;
    assert_close(rtp_stats_smallest_p(3, 3), 0.1, 1e-14);
    assert_close(rtp_stats_smallest_p(4, 4), 2.0 / 70, 1e-14);
    assert_close(rtp_stats_smallest_p(5, 5), 2.0 / 252, 1e-14);
    assert_close(rtp_stats_smallest_p(12, 4), rtp_stats_smallest_p(4, 12), 1e-14);
    assert_number(rtp_stats_smallest_p(1, 1), 1);
    assert_number(rtp_stats_smallest_p(0, 9), 1);
    assert_true(rtp_stats_smallest_p(100000, 100000) >= 0);
    assert_close(rtp_stats_smallest_p_of_pairs(4), 0.125, 1e-15);
    assert_close(rtp_stats_smallest_p_of_pairs(6), 0.03125, 1e-15);
    assert_number(rtp_stats_smallest_p_of_pairs(1), 1);
    assert_number(rtp_stats_smallest_p_of_pairs(0), 1);
    assert_true(rtp_stats_smallest_p_of_pairs(100000) >= 0);
}

/* Found earlier by simulation with 80 % power; tests/stats/simulate.c holds the formula against more of it. */
static void detectable_effects(void **state)
{
    (void)state;
    static const struct {
        size_t weeks;
        double effect;
    } cases[] = {{4, 2.8}, {6, 1.8}, {8, 1.5}, {12, 1.2}, {20, 0.9}, {26, 0.8}};
    const rtp_trial trial = {.spread = 1};
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        assert_close(rtp_stats_detectable(&trial, cases[i].weeks, arena), cases[i].effect, 0.06);
    }
}

static void weeks_for_a_margin(void **state)
{
    (void)state;
    const rtp_trial windows = {.spread = 1}, pairs = {.paired = true, .spread = 1};
    assert_in_range(rtp_stats_weeks_needed(&windows, 1, arena), 13, 15);
    assert_in_range(rtp_stats_weeks_needed(&windows, 0.8, arena), 20, 22);
    assert_in_range(rtp_stats_weeks_needed(&windows, 0.5, arena), 50, 54);
    assert_in_range(rtp_stats_weeks_needed(&pairs, 1, arena), 13, 16);
    assert_int_equal(rtp_stats_weeks_needed(&windows, 0.05, arena), 0);
    assert_in_range(rtp_stats_weeks_needed(&windows, 1000, arena), 4, 4);
    assert_in_range(rtp_stats_weeks_needed(&pairs, 1000, arena), 6, 6);
}

static void what_few_weeks_cannot_tell(void **state)
{
    (void)state;
    const rtp_trial windows = {.spread = 1}, pairs = {.paired = true, .spread = 1};
    assert_number(rtp_stats_detectable(&windows, 3, arena), 0);
    assert_true(rtp_stats_detectable(&windows, 4, arena) > 0);
    assert_number(rtp_stats_detectable(&pairs, 5, arena), 0);
    /* All six must agree: 0.8^(1/6) = 0.9635, which 1.793 standard deviations leave below; times root two. */
    assert_close(rtp_stats_detectable(&pairs, 6, arena), 2.536, 1e-3);
    assert_number(rtp_stats_detectable(&windows, 0, arena), 0);
}

/* Longer tells more; wider spread, alike weeks and more power need more. */
static void directions(void **state)
{
    (void)state;
    const rtp_trial plain = {.spread = 1}, wide = {.spread = 3}, alike = {.spread = 1, .autocorrelation = 0.4},
                    sure = {.spread = 1, .power = 0.9};
    for (size_t weeks = 8; weeks < 120; weeks++) {
        double here = rtp_stats_detectable(&plain, weeks, arena);
        assert_true(rtp_stats_detectable(&plain, weeks + 4, arena) < here);
        assert_close(rtp_stats_detectable(&wide, weeks, arena), 3 * here, 1e-12);
        assert_close(rtp_stats_detectable(&alike, weeks, arena), here * sqrt(1.4 / 0.6), 1e-12);
        assert_true(rtp_stats_detectable(&sure, weeks, arena) > here);
        rtp_arena_reset(arena);
    }
}

static void senseless_questions(void **state)
{
    (void)state;
    static const double odd[] = {0, -1, (double)INFINITY, (double)NAN};
    for (size_t i = 0; i < RTP_COUNT(odd); i++) {
        rtp_trial trial = {.spread = odd[i]}, plain = {.spread = 1}, alike = {.spread = 1, .autocorrelation = odd[i]},
                  power = {.spread = 1, .power = odd[i]};
        assert_number(rtp_stats_detectable(&trial, 12, arena), 0);
        assert_int_equal(rtp_stats_weeks_needed(&trial, 1, arena), 0);
        assert_int_equal(rtp_stats_weeks_needed(&plain, odd[i], arena), 0);
        assert_true(isfinite(rtp_stats_detectable(&alike, 12, arena)));
        assert_true(isfinite(rtp_stats_detectable(&power, 12, arena)));
    }
    const rtp_trial huge = {.spread = 1e308};
    assert_true(isfinite(rtp_stats_detectable(&huge, 4, arena)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(smallest_p),
        cmocka_unit_test(detectable_effects),
        cmocka_unit_test(directions),
        cmocka_unit_test(weeks_for_a_margin),
        cmocka_unit_test(what_few_weeks_cannot_tell),
        cmocka_unit_test(senseless_questions),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
