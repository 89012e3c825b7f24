/* What may honestly be claimed about a metric: the statistics of its two sides, capped by the margin. */
#ifndef RTOPITCH_FACTS_CLAIM_H
#define RTOPITCH_FACTS_CLAIM_H

#include "facts/summary.h"

/* Compares the two sides and fills everything of the summary that rests on the comparison; its values, its
 * decimals and its margin are there already. */
void rtp_claim_make(const rtp_derive *from, const rtp_metric *metric, rtp_metric_summary *summary);
/* The comparison once more, with p and per cent, which few documents show. */
rtp_comparison rtp_claim_whole(const rtp_metric *metric, const rtp_metric_summary *summary, rtp_arena *arena);

#endif
