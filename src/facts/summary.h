/* What the numbers of a metric say: each way of working on its own, the two that are compared, and
 * the claim that can be made. Later statistics refine the claim, so it is made in one place. */
#ifndef RTOPITCH_FACTS_SUMMARY_H
#define RTOPITCH_FACTS_SUMMARY_H

#include "facts/derive.h"

typedef struct rtp_side_summary {
    size_t n;
    double median, mean;
    rtp_month first, last; /* RTP_DATE_UNKNOWN for samples */
} rtp_side_summary;

/* ---- the months behind one side (side.c) ---- */

/* What one value of the side stands for: "month", "quarter" or "reading". */
rtp_str rtp_side_step(rtp_derive *from, size_t metric, int mode);
/* "12 months", "1 quarter"; absent without values. */
rtp_str rtp_side_count_text(rtp_derive *from, size_t metric, int mode);
/* The time that the values cover, without what belongs to another way of working; absent for samples. */
rtp_str rtp_side_period(rtp_derive *from, size_t metric, int mode);
int rtp_month_mode(const rtp_profile *profile, rtp_month month); /* 0 when no period covers it */

typedef enum rtp_direction { RTP_IMPROVED = 1, RTP_UNCHANGED, RTP_WORSE } rtp_direction;

typedef enum rtp_claim {
    RTP_CLAIM_BETTER = 1,
    RTP_CLAIM_NO_WORSE,
    RTP_CLAIM_WORSE,
    RTP_CLAIM_ANECDOTAL,
    RTP_CLAIM_NOT_TESTABLE
} rtp_claim;

struct rtp_metric_summary {
    rtp_side_summary modes[RTP_MODE_COUNT + 1]; /* by enum rtp_mode; [0]: months that no mode covers */
    int compared;                               /* the mode set against the office */
    int decimals;                               /* that medians and changes are told with */
    bool comparable;                            /* both sides have values */
    double change;                              /* compared median less office median */
    int direction;                              /* rtp_direction, 0 when it cannot be told */
    rtp_claim claim;
    rtp_number margin; /* the pilot's for its main measure, else the metric's own */
    bool margin_of_pilot, headline, primary;
    ptrdiff_t guardrail; /* the first that limits it, or RTP_NO_ITEM */
};

const rtp_metric_summary *rtp_metric_summarise(rtp_derive *from, size_t metric);
/* The metric to lead with, the one to name openly, the pilot's main measure: or RTP_NO_ITEM. */
ptrdiff_t rtp_metric_lead(rtp_derive *from);
ptrdiff_t rtp_metric_weak(rtp_derive *from);
ptrdiff_t rtp_metric_primary(rtp_derive *from);
ptrdiff_t rtp_metric_headline(const rtp_profile *profile);
ptrdiff_t rtp_metric_find(const rtp_profile *profile, rtp_str name);
bool rtp_metric_must_show(const rtp_metric_summary *metric);

#endif
