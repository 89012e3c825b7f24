/* What the test statistics do when there is no effect, exactly: shares of all the ways in which
 * labels, signs or orders could have fallen. */
#ifndef RTOPITCH_STATS_NULL_H
#define RTOPITCH_STATS_NULL_H

#include "rtopitch/base.h"

enum { RTP_EXACT_BELOW = 50 }; /* values a side; from there the normal approximation does */

typedef struct rtp_tails { /* both hold the point itself */
    double below, above;
} rtp_tails;

/* P(U <= u) for m and n values without ties. */
double rtp_rank_sum_tail(size_t m, size_t n, size_t u, rtp_arena *arena);

/* The pooled values, smallest first: how many are equal to each other. */
typedef struct rtp_ties {
    uint32_t *groups;
    size_t len;
} rtp_ties;
bool rtp_rank_sum_is_small(size_t m, size_t n); /* enough for the next to be quick */
/* Of twice U for a side of m among m + n values with these ties; one half of a pair of equals counts. */
rtp_tails rtp_rank_sum_tied(rtp_ties ties, size_t m, size_t n, size_t twice_u, rtp_arena *arena);

/* P(the chosen ranks add up to at most `limit`) when a coin decides for each of them. */
double rtp_signed_rank_tail(const uint32_t *ranks, size_t n, size_t limit, rtp_arena *arena);
/* P(at most `inversions` among n values in random order). */
double rtp_kendall_tail(size_t n, size_t inversions, rtp_arena *arena);

/* ---- how many order statistics an interval goes in from each end ---- */

typedef struct rtp_critical { /* 0: with so few values there is none */
    size_t both;              /* 2.5 % beyond each end */
    size_t one;               /* 5 % */
} rtp_critical;
rtp_critical rtp_rank_sum_critical(size_t m, size_t n);
rtp_critical rtp_signed_rank_critical(size_t n);
rtp_critical rtp_kendall_critical(size_t n);
/* From mean and spread of the count. */
rtp_critical rtp_normal_critical(double mean, double spread);

#endif
