/* floor: stats */
#include "stats_support.h"

#include "stats/normal.h"

/* From R: pnorm(z, lower.tail = FALSE). */
static void shares_above(void **state)
{
    (void)state;
    static const struct {
        double z, above;
    } cases[] = {
        {0, 0.5},
        {1, 1.5865525393145705e-01},
        {1.96, 2.4997895148220428e-02},
        {3, 1.3498980316300946e-03},
        {5, 2.8665157187919391e-07},
        {10, 7.6198530241605269e-24},
        {20, 2.7536241186062337e-89},
        {-1, 1 - 1.5865525393145705e-01},
        {100, 0},
        {-100, 1},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        assert_close(rtp_normal_above(cases[i].z), cases[i].above, 1e-13);
    }
}

/* The two halves of the computation meet at three. */
static void falls_without_a_step(void **state)
{
    (void)state;
    for (double z = -8; z < 8; z += 0.0625) {
        assert_true(rtp_normal_above(z + 0.0625) < rtp_normal_above(z));
    }
    assert_close(rtp_normal_above(3 + 1e-12), rtp_normal_above(3), 1e-11);
}

static void quantiles(void **state)
{
    (void)state;
    assert_number(rtp_normal_quantile(0.8), 0.84162123357291441);
    assert_number(rtp_normal_quantile(0.95), RTP_NORMAL_95);
    assert_number(rtp_normal_quantile(0.975), RTP_NORMAL_975);
    assert_number(rtp_normal_quantile(0.025), -RTP_NORMAL_975);
    assert_number(rtp_normal_quantile(0.5), 0);
}

static void two_sided(void **state)
{
    (void)state;
    assert_close(rtp_two_sided_p(1.96), 2 * 2.4997895148220428e-02, 1e-13);
    assert_close(rtp_two_sided_p(-1.96), 2 * 2.4997895148220428e-02, 1e-13);
    assert_number(rtp_two_sided_p(0), 1);
}

/* From R: qt(0.975, degrees); an expansion, so close for many degrees and close enough for few. */
static void student(void **state)
{
    (void)state;
    assert_close(rtp_student_quantile(0.975, 6), 2.44691185114, 1e-3);
    assert_close(rtp_student_quantile(0.975, 10), 2.22813885199, 1e-4);
    assert_close(rtp_student_quantile(0.975, 22), 2.07387306790, 1e-5);
    assert_close(rtp_student_quantile(0.975, 1e9), RTP_NORMAL_975, 1e-8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_above), cmocka_unit_test(falls_without_a_step),
        cmocka_unit_test(quantiles),    cmocka_unit_test(two_sided),
        cmocka_unit_test(student),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
