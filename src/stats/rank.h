/* The two Wilcoxon tests: how unusual the ranks are, exactly while that is quick, ties or not. */
#ifndef RTOPITCH_STATS_RANK_H
#define RTOPITCH_STATS_RANK_H

#include "rtopitch/stats.h"

typedef struct rtp_rank_test {
    double p; /* two-sided: twice the smaller tail */
    rtp_method method;
    bool tied; /* equal values on the two sides, or differences of equal size or of none */
} rtp_rank_test;

/* Both sorted. */
bool rtp_rank_sum_has_ties(const double *base, size_t m, const double *compared, size_t n);
rtp_rank_test rtp_rank_sum_test(const double *base, size_t m, const double *compared, size_t n, rtp_arena *arena);
/* Differences, in any order. */
rtp_rank_test rtp_signed_rank_test(const double *differences, size_t n, rtp_arena *arena);

#endif
