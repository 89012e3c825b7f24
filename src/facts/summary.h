/* What the numbers of a metric say: each way of working on its own, the two that are compared, and
 * the claim that can be made. */
#ifndef RTOPITCH_FACTS_SUMMARY_H
#define RTOPITCH_FACTS_SUMMARY_H

#include "facts/derive.h"
#include "rtopitch/stats.h"

typedef struct rtp_side_summary {
    size_t n;
    size_t expected; /* values that its periods have room for; 0 when that is not known */
    double median, mean, low, high;
    rtp_month first, last;   /* RTP_DATE_UNKNOWN for samples */
    const double *values;    /* in order of time; samples as given */
    const rtp_month *months; /* of each value; NULL for samples */
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
    RTP_CLAIM_NO_WORSE, /* within the margin, whichever way */
    RTP_CLAIM_INCONCLUSIVE,
    RTP_CLAIM_WORSE, /* up to here the sides could be compared */
    RTP_CLAIM_ANECDOTAL,
    RTP_CLAIM_NOT_TESTABLE
} rtp_claim;

typedef enum rtp_caution { /* bits: what a sceptic would ask about the comparison */
                           RTP_CAUTION_UNEQUAL = 1 << 0,
                           RTP_CAUTION_SEASON = 1 << 1,  /* months of the year on one side only */
                           RTP_CAUTION_PARTIAL = 1 << 2, /* months without a value inside the periods */
                           RTP_CAUTION_DRIFT = 1 << 3,   /* the values move within the periods, too */
                           RTP_CAUTION_ALIKE = 1 << 4,   /* neighbours are alike: the interval is too narrow */
                           RTP_CAUTION_TIES = 1 << 5,
                           RTP_CAUTION_SMALL_LOSS = 1 << 6, /* no worse by the margin, yet wholly a loss */
                           RTP_CAUTION_TREND = 1 << 7,      /* a slow trend could make up the whole change */
                           RTP_CAUTION_COUNT = 8,
                           RTP_CAUTION_ALL = 255,
                           RTP_CAUTION_TIME = RTP_CAUTION_DRIFT | RTP_CAUTION_ALIKE | RTP_CAUTION_TREND
} rtp_caution;

struct rtp_metric_summary {
    rtp_side_summary modes[RTP_MODE_COUNT + 1]; /* by enum rtp_mode; [0]: months that no mode covers */
    int compared;                               /* the mode set against the office */
    int decimals;                               /* that medians and changes are told with */
    bool comparable;                            /* both sides have values */
    double change;                              /* compared median less office median */
    rtp_comparison found;                       /* as judged, without any of its parts; when comparable */
    double shift;                               /* as it is told, like the next two */
    rtp_interval interval;                      /* when found.has_interval */
    int direction;                              /* rtp_direction of the shift, 0 when it cannot be told */
    rtp_claim claim;
    rtp_number margin; /* the pilot's for its main measure, else the metric's own */
    bool margin_of_pilot, headline, primary;
    ptrdiff_t guardrail; /* the first that limits it, or RTP_NO_ITEM */
};

const rtp_metric_summary *rtp_metric_summarise(rtp_derive *from, size_t metric);
/* What was found, with these parts of rtp_stats_part at least, computed when they are first asked for. NULL: the sides
 * cannot be compared. */
const rtp_comparison *rtp_metric_found(rtp_derive *from, size_t metric, unsigned parts);
/* Those among `asked` that hold: sets of rtp_caution. */
unsigned rtp_metric_cautions(rtp_derive *from, size_t metric, unsigned asked);
/* The metric to lead with, the one to name openly, the pilot's main measure: or RTP_NO_ITEM. */
ptrdiff_t rtp_metric_lead(rtp_derive *from);
ptrdiff_t rtp_metric_weak(rtp_derive *from);
ptrdiff_t rtp_metric_primary(rtp_derive *from);
ptrdiff_t rtp_metric_headline(const rtp_profile *profile);
ptrdiff_t rtp_metric_find(const rtp_profile *profile, rtp_str name);
const rtp_chart *rtp_chart_make(rtp_derive *from, size_t metric); /* points.c; NULL without values by month */
bool rtp_metric_must_show(const rtp_metric_summary *metric);
/* Whether its comparison is told to others: what speaks against the case is, when it must be shown. */
bool rtp_metric_is_shown(const rtp_metric_summary *metric);

#endif
