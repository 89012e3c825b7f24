/* The ranks of the order statistics that bound an interval, from a table up to 49 values a side.
 * The table is exact and costs nothing; beyond it the normal approximation is off by less than one rank. */
#include "stats/normal.h"
#include "stats/null.h"

#include "stats/critical.inc"

enum { LAST = RTP_EXACT_BELOW - 1 };

static rtp_critical at(const uint16_t *table, size_t index)
{
    return (rtp_critical){table[2 * index], table[2 * index + 1]};
}

/* The smallest whole number that is at least `value`, at least 1. */
static size_t round_up(double value)
{
    if (value <= 1) {
        return 1;
    }
    size_t whole = (size_t)value;
    return whole + ((double)whole < value);
}

rtp_critical rtp_normal_critical(double mean, double spread)
{
    return (rtp_critical){round_up(mean - RTP_NORMAL_975 * spread - 0.5),
                          round_up(mean - RTP_NORMAL_95 * spread - 0.5)};
}

rtp_critical rtp_rank_sum_critical(size_t m, size_t n)
{
    size_t few = m < n ? m : n, many = m < n ? n : m;
    if (few == 0) {
        return (rtp_critical){0, 0};
    }
    if (many > LAST) {
        double product = (double)m * (double)n;
        return rtp_normal_critical(product / 2, rtp_root(product * (double)(m + n + 1) / 12));
    }
    return at(rank_sum_critical, (few - 1) * (2 * LAST + 2 - few) / 2 + many - few);
}

rtp_critical rtp_signed_rank_critical(size_t n)
{
    if (n == 0) {
        return (rtp_critical){0, 0};
    }
    if (n > LAST) {
        double all = (double)n * (double)(n + 1);
        return rtp_normal_critical(all / 4, rtp_root(all * (double)(2 * n + 1) / 24));
    }
    return at(signed_rank_critical, n - 1);
}

rtp_critical rtp_kendall_critical(size_t n)
{
    if (n < 2) {
        return (rtp_critical){0, 0};
    }
    if (n > LAST) {
        double pairs = (double)n * (double)(n - 1) / 2;
        return rtp_normal_critical(pairs / 2, rtp_root(pairs * (double)(2 * n + 5) / 9) / 2);
    }
    return at(kendall_critical, n - 2);
}
