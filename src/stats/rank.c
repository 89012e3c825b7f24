/* Ranks the values and asks the null distributions how far out the result lies.
 * Ranks are kept doubled, so that the middle rank of equal values is a whole number. */
#include "stats/rank.h"
#include "stats/normal.h"
#include "stats/null.h"
#include "stats/order.h"

#include <math.h>

/* Half a step towards the middle for continuity; no spread: nothing can be told. */
static rtp_rank_test normal_test(double off, double variance, bool tied)
{
    double size = fabs(off) - 0.5;
    double p = variance > 0 && size > 0 ? rtp_two_sided_p(size / rtp_root(variance)) : 1;
    return (rtp_rank_test){p, RTP_METHOD_NORMAL, tied};
}

static rtp_rank_test exact_test(double tail, bool tied)
{
    return (rtp_rank_test){2 * tail < 1 ? 2 * tail : 1, RTP_METHOD_EXACT, tied};
}

static double cube_less_one(size_t size)
{
    double t = (double)size;
    return t * t * t - t;
}

/* ---- rank sum ---- */

typedef struct ranking {
    rtp_ties ties;
    size_t twice_u; /* pairs in which the compared value is larger, equal ones as half */
    double cubes;   /* of the tied groups */
} ranking;

static ranking rank_both(const double *base, size_t m, const double *compared, size_t n, rtp_arena *arena)
{
    ranking made = {.ties = {RTP_NEW_ARRAY(arena, uint32_t, m + n), 0}};
    for (size_t i = 0, j = 0; i < m || j < n;) {
        double value = j == n || (i < m && base[i] < compared[j]) ? base[i] : compared[j];
        size_t first = i, second = j;
        while (i < m && base[i] <= value) {
            i++;
        }
        while (j < n && compared[j] <= value) {
            j++;
        }
        made.twice_u += (j - second) * (first + i);
        made.ties.groups[made.ties.len++] = (uint32_t)(i - first + j - second);
        made.cubes += cube_less_one(i - first + j - second);
    }
    return made;
}

bool rtp_rank_sum_has_ties(const double *base, size_t m, const double *compared, size_t n)
{
    for (size_t i = 0, j = 0; i < m || j < n;) {
        bool from_base = j == n || (i < m && base[i] < compared[j]);
        const double *same = from_base ? &base[i++] : &compared[j++];
        bool again = from_base ? i < m && base[i] <= *same : j < n && compared[j] <= *same;
        if (again || (!from_base && i < m && base[i] <= *same)) {
            return true;
        }
    }
    return false;
}

static double sum_variance(size_t m, size_t n, double cubes)
{
    double all = (double)(m + n), product = (double)m * (double)n;
    return product / 12 * (all + 1 - cubes / (all * (all - 1)));
}

rtp_rank_test rtp_rank_sum_test(const double *base, size_t m, const double *compared, size_t n, rtp_arena *arena)
{
    ranking ranks = rank_both(base, m, compared, n, arena);
    size_t twice_u = ranks.twice_u, twice_most = 2 * m * n;
    if (ranks.ties.len == m + n && m < RTP_EXACT_BELOW && n < RTP_EXACT_BELOW) {
        size_t u = (twice_u < m * n ? twice_u : twice_most - twice_u) / 2;
        return exact_test(m < n ? rtp_rank_sum_tail(m, n, u, arena) : rtp_rank_sum_tail(n, m, u, arena), false);
    }
    bool tied = ranks.ties.len < m + n;
    if (!rtp_rank_sum_is_small(m, n)) {
        double off = ((double)twice_u - (double)(m * n)) / 2;
        return normal_test(off, sum_variance(m, n, ranks.cubes), tied);
    }
    rtp_tails tails = n <= m ? rtp_rank_sum_tied(ranks.ties, n, m, twice_u, arena)
                             : rtp_rank_sum_tied(ranks.ties, m, n, twice_most - twice_u, arena);
    return exact_test(tails.below < tails.above ? tails.below : tails.above, tied);
}

/* ---- signed rank ---- */

typedef struct signed_ranks {
    uint32_t *twice; /* doubled ranks of the sizes */
    size_t n;        /* without those of size zero */
    size_t positive; /* doubled ranks of positive differences, added up */
    double cubes;
    bool whole; /* all ranks are whole, so that they need not be doubled */
} signed_ranks;

/* Sizes sorted; of equal ones, how many are positive is found by counting. */
static signed_ranks rank_sizes(const double *differences, size_t n, rtp_arena *arena)
{
    double *sizes = RTP_NEW_ARRAY(arena, double, n), *gains = RTP_NEW_ARRAY(arena, double, n);
    signed_ranks made = {.twice = RTP_NEW_ARRAY(arena, uint32_t, n), .whole = true};
    size_t gained = 0;
    for (size_t i = 0; i < n; i++) {
        double size = fabs(differences[i]);
        if (size > 0) {
            sizes[made.n++] = size;
            gains[gained] = size;
            gained += differences[i] > 0;
        }
    }
    rtp_sort_numbers(sizes, made.n);
    rtp_sort_numbers(gains, gained);
    for (size_t start = 0, at = 0; start < made.n;) {
        size_t end = start;
        while (end < made.n && sizes[end] <= sizes[start]) {
            end++;
        }
        for (; at < gained && gains[at] <= sizes[start]; at++) {
            made.positive += start + end + 1;
        }
        made.cubes += cube_less_one(end - start);
        made.whole = made.whole && (start + end + 1) % 2 == 0;
        for (size_t i = start; i < end; i++) {
            made.twice[i] = (uint32_t)(start + end + 1);
        }
        start = end;
    }
    return made;
}

static double exact_tail(const signed_ranks *ranks, rtp_arena *arena)
{
    size_t unit = ranks->whole ? 2 : 1, all = ranks->n * (ranks->n + 1);
    size_t least = ranks->positive < all - ranks->positive ? ranks->positive : all - ranks->positive;
    for (size_t i = 0; i < ranks->n; i++) {
        ranks->twice[i] /= (uint32_t)unit;
    }
    return rtp_signed_rank_tail(ranks->twice, ranks->n, least / unit, arena);
}

rtp_rank_test rtp_signed_rank_test(const double *differences, size_t n, rtp_arena *arena)
{
    signed_ranks ranks = rank_sizes(differences, n, arena);
    bool tied = ranks.cubes > 0 || ranks.n < n;
    if (n < RTP_EXACT_BELOW) {
        return exact_test(exact_tail(&ranks, arena), tied);
    }
    double all = (double)ranks.n * (double)(ranks.n + 1);
    double variance = all * (2 * (double)ranks.n + 1) / 24 - ranks.cubes / 48;
    return normal_test(((double)ranks.positive - all / 2) / 2, variance, tied);
}
