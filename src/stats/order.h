/* Order statistics: of given values, and of all differences, ratios or averages of two of them.
 * Those are quadratically many and only a few places among them matter, so nothing is sorted that need not be. */
#ifndef RTOPITCH_STATS_ORDER_H
#define RTOPITCH_STATS_ORDER_H

#include "rtopitch/base.h"

void rtp_sort_numbers(double *values, size_t n);
double rtp_median_sorted(const double *sorted, size_t n); /* n > 0 */

/* Puts in each place (rising, from 0, at most eight) the value that sorting would put there; the rest is used up. */
void rtp_select(double *values, size_t n, const size_t *places, size_t count);

typedef enum rtp_combination {
    RTP_DIFFERENCES, /* second[j] - first[i] */
    RTP_RATIOS,      /* second[j] / first[i], all positive */
    RTP_AVERAGES,    /* (first[i] + first[j]) / 2, i <= j: Walsh's averages */
    RTP_PRODUCTS     /* first[i] * first[j], i <= j, all positive */
} rtp_combination;

typedef struct rtp_combined {
    rtp_combination kind;
    const double *first, *second; /* sorted */
    size_t m, n;                  /* their lengths; n is not used with one */
} rtp_combined;

size_t rtp_combined_count(const rtp_combined *of);
/* The values at `places` (rising, from 0, at most eight) among all combinations. */
void rtp_combined_select(const rtp_combined *of, const size_t *places, size_t count, rtp_arena *arena, double *found);
enum { RTP_PLACES_AT_MOST = 8 };

#endif
