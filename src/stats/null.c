/* Null distributions by counting, from the small end up to the limit that is asked for: a clear result
 * is cheap. All sums are of positive numbers or of whole ones, so the small tail keeps its digits. */
#include "stats/null.h"

enum { CELLS_AT_MOST = 100000 };

static double binomial(size_t n, size_t k)
{
    double product = 1;
    for (size_t i = 1; i <= k; i++) {
        product = product * (double)(n - k + i) / (double)i;
    }
    return product;
}

static double sum_up_to(const double *counts, size_t last)
{
    double sum = 0;
    for (size_t i = 0; i <= last; i++) {
        sum += counts[i];
    }
    return sum;
}

/* The coefficients of the Gaussian binomial (m + n over m): a product of (1 - x^(n + i)) / (1 - x^i). */
double rtp_rank_sum_tail(size_t m, size_t n, size_t u, rtp_arena *arena)
{
    double *counts = RTP_NEW_ARRAY(arena, double, u + 1);
    counts[0] = 1;
    for (size_t i = 1; i <= m; i++) {
        for (size_t at = u; at >= n + i; at--) {
            counts[at] -= counts[at - n - i];
        }
        for (size_t at = i; at <= u; at++) {
            counts[at] += counts[at - i];
        }
    }
    return sum_up_to(counts, u) / binomial(m + n, m);
}

/* ---- rank sums with ties ---- */

typedef struct tied {
    double **ways;     /* [a][s]: ways for the first values to hold a of the side and add s to twice U */
    size_t m, n;       /* values of the side, of the other */
    size_t limit;      /* sums beyond are not counted */
    const double *row; /* binomials of the group's size */
    size_t seen, size; /* values before the group, in it */
} tied;

/* Two at a time: compilers do this by themselves only at a level that this is not built with. */
typedef double two_doubles __attribute__((vector_size(16), aligned(8), may_alias));

static void add_times(double *restrict target, const double *restrict source, double weight, size_t n)
{
    const two_doubles weights = {weight, weight};
    size_t i = 0;
    for (; i + 4 <= n; i += 4) {
        *(two_doubles *)(target + i) += weights * *(const two_doubles *)(source + i);
        *(two_doubles *)(target + i + 2) += weights * *(const two_doubles *)(source + i + 2);
    }
    for (; i < n; i++) {
        target[i] += weight * source[i];
    }
}

bool rtp_rank_sum_is_small(size_t m, size_t n)
{
    return m < RTP_EXACT_BELOW && n < RTP_EXACT_BELOW && m * (m + 1) * n * (n + 1) / 4 <= CELLS_AT_MOST;
}

/* `chosen` of the group go to the side: each of them beats those of the other side before, and half of those beside.
 * What is still to come will beat all of the other side so far, so that much of the limit is spent already. */
static void add_ways(const tied *work, size_t a, size_t chosen)
{
    size_t from = a - chosen, before = work->seen - from;
    size_t gain = chosen * (2 * before + work->size - chosen);
    size_t spent = gain + 2 * (work->m - a) * (work->seen + work->size - a);
    if (spent > work->limit) {
        return;
    }
    size_t last = 2 * from * before;
    last = last < work->limit - spent ? last : work->limit - spent;
    add_times(work->ways[a] + gain, work->ways[from], work->row[chosen], last + 1);
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* From the largest a down, so that what is read has not been changed. */
static void add_group(const tied *work)
{
    size_t after = work->seen + work->size;
    size_t first = after > work->n ? after - work->n : 0;
    for (size_t a = smaller(work->m, after); a >= larger(first, 1); a--) {
        size_t least_before = work->seen > work->n ? work->seen - work->n : 0;
        size_t from = a > work->size ? a - work->size : 0;
        for (size_t source = larger(from, least_before); source < a; source++) {
            if (source <= work->seen) {
                add_ways(work, a, a - source);
            }
        }
    }
}

static void fill_binomials(double *row, size_t n)
{
    row[0] = 1;
    for (size_t k = 1; k <= n; k++) {
        row[k] = row[k - 1] * (double)(n - k + 1) / (double)k;
    }
}

/* With `backward` the largest come first, which counts from the other end. */
static const double *count_ways(rtp_ties ties, bool backward, tied *work, rtp_arena *arena)
{
    work->ways = RTP_NEW_ARRAY(arena, double *, work->m + 1);
    for (size_t a = 0; a <= work->m; a++) {
        work->ways[a] = RTP_NEW_ARRAY(arena, double, smaller(work->limit, 2 * a * work->n) + 1);
    }
    work->ways[0][0] = 1;
    double *row = RTP_NEW_ARRAY(arena, double, work->m + work->n + 1);
    work->row = row;
    for (size_t i = 0; i < ties.len; i++) {
        work->size = ties.groups[backward ? ties.len - 1 - i : i];
        fill_binomials(row, work->size);
        add_group(work);
        work->seen += work->size;
    }
    return work->ways[work->m];
}

rtp_tails rtp_rank_sum_tied(rtp_ties ties, size_t m, size_t n, size_t twice_u, rtp_arena *arena)
{
    bool backward = twice_u > m * n;
    tied work = {.m = m, .n = n, .limit = backward ? 2 * m * n - twice_u : twice_u};
    const double *ways = count_ways(ties, backward, &work, arena);
    double all = binomial(m + n, m);
    double near = sum_up_to(ways, work.limit) / all;
    double far = 1 - near + ways[work.limit] / all;
    return backward ? (rtp_tails){far, near} : (rtp_tails){near, far};
}

/* ---- signs and orders ---- */

double rtp_signed_rank_tail(const uint32_t *ranks, size_t n, size_t limit, rtp_arena *arena)
{
    double *share = RTP_NEW_ARRAY(arena, double, limit + 1);
    share[0] = 1;
    size_t reached = 0;
    for (size_t i = 0; i < n; i++) {
        reached = smaller(reached + ranks[i], limit);
        for (size_t at = reached; at >= ranks[i]; at--) {
            share[at] = (share[at] + share[at - ranks[i]]) / 2;
        }
        for (size_t at = 0; at < smaller(ranks[i], reached + 1); at++) {
            share[at] /= 2;
        }
    }
    return sum_up_to(share, limit);
}

/* A new last value makes 0 to i inversions, each as likely: a moving sum. */
double rtp_kendall_tail(size_t n, size_t inversions, rtp_arena *arena)
{
    double *share = RTP_NEW_ARRAY(arena, double, inversions + 1);
    double *next = RTP_NEW_ARRAY(arena, double, inversions + 1);
    share[0] = 1;
    for (size_t i = 1; i < n; i++) {
        double sum = 0;
        for (size_t at = 0; at <= inversions; at++) {
            sum += share[at];
            sum -= at > i ? share[at - i - 1] : 0;
            next[at] = sum / (double)(i + 1);
        }
        double *old = share;
        share = next;
        next = old;
    }
    return sum_up_to(share, inversions);
}
