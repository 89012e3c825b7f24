/* What may honestly be claimed about a metric: the statistics of its two sides, capped by the margin. */
#ifndef RTOPITCH_FACTS_CLAIM_H
#define RTOPITCH_FACTS_CLAIM_H

#include "facts/summary.h"

/* Compares the two sides and fills everything of the summary that rests on the comparison; its values, its
 * decimals and its margin are there already. */
void rtp_claim_make(const rtp_derive *from, const rtp_metric *metric, rtp_metric_summary *summary);
/* Adds parts (of rtp_stats_part) that few documents show. */
void rtp_claim_add_parts(const rtp_metric *metric, const rtp_metric_summary *summary, unsigned parts, rtp_arena *arena,
                         rtp_comparison *found);
bool rtp_claim_is_partial(const rtp_metric_summary *summary); /* months of its periods have no value */
/* What a sceptic would ask, as far as it was looked at: a set of rtp_caution. */
unsigned rtp_claim_cautions(const rtp_metric_summary *summary, const rtp_comparison *found);

#endif
