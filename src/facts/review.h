/* The pilot after the fact: its results held against the terms that were recorded before it started. Limits
 * come first, then the main measure; every other measure is told and decides nothing. */
#ifndef RTOPITCH_FACTS_REVIEW_H
#define RTOPITCH_FACTS_REVIEW_H

#include "facts/derive.h"
#include "rtopitch/stats.h"

typedef enum rtp_place_lived { RTP_LIVED_UNKNOWN, RTP_LIVED_HOME, RTP_LIVED_OFFICE } rtp_place_lived;

typedef struct rtp_review_week {
    rtp_date from;
    int at;          /* as planned: rtp_place_lived, the order of rtp_words_place */
    int lived;       /* as the results say, else as planned */
    size_t pair;     /* from 1; 0: in none */
    ptrdiff_t taken; /* index of its exclusion; -1: it counts */
} rtp_review_week;

/* What the trial is judged by: as recorded, else as the profile says today. */
typedef struct rtp_review_terms {
    bool recorded, alternating;
    ptrdiff_t primary; /* index of the metric; -1: none */
    rtp_number margin;
    const rtp_objects *guardrails; /* guardrail */
    rtp_date start;
} rtp_review_terms;

typedef enum rtp_baseline { RTP_BASE_NONE, RTP_BASE_WEEKS, RTP_BASE_HISTORY, RTP_BASE_SAMPLES } rtp_baseline;

typedef struct rtp_review_metric {
    size_t metric; /* of history.metrics */
    const rtp_result *result;
    bool primary;
    rtp_baseline base; /* what the home weeks are held against */
    bool unpaired;     /* loose samples of weeks that took turns */
    bool by_month;     /* counted by the month in the profile, by the week in the results */
    int decimals;
    rtp_comparison found; /* base: the office */
    size_t lost;          /* pairs that fell out */
} rtp_review_metric;

typedef enum rtp_limit_state {
    RTP_LIMIT_KEPT = 1,
    RTP_LIMIT_CROSSED,
    RTP_LIMIT_SET_ASIDE,
    RTP_LIMIT_OPEN
} rtp_limit_state;

typedef struct rtp_review_limit {
    const rtp_guardrail *given;
    ptrdiff_t metric;      /* -1: the profile has it no longer */
    rtp_limit_state state; /* SET_ASIDE: crossed in an excluded week alone; OPEN: no value, or by the month */
    bool by_month;
    size_t crossed, n;
    double worst;
    rtp_date week; /* of the worst; unknown for samples */
} rtp_review_limit;

typedef enum rtp_omission_kind {
    RTP_OMITTED_EXCLUDED = 1, /* declared, with a reason */
    RTP_OMITTED_MISSING,      /* no value, and nobody said why */
    RTP_OMITTED_PARTNER,      /* the other week of its pair is not there */
    RTP_OMITTED_SPARE,        /* in no pair */
    RTP_OMITTED_EARLY,        /* before the trial or its baseline */
    RTP_OMITTED_LATE,         /* after the trial */
    RTP_OMITTED_PENDING,      /* not over yet */
    RTP_OMITTED_UNPLACED,     /* nobody wrote down where it was to be */
    RTP_OMITTED_DEVIATED      /* counted, though it was worked the other way */
} rtp_omission_kind;

typedef struct rtp_omission {
    rtp_omission_kind kind;
    const rtp_date *weeks;
    size_t len;
    rtp_str why;
} rtp_omission;

typedef struct rtp_changed_term {
    rtp_str term, recorded, now;
    const char *pointer;
} rtp_changed_term;

typedef enum rtp_outcome_word {
    RTP_OUTCOME_LIMIT = 1, /* a limit was crossed, so nothing else decides */
    RTP_OUTCOME_BETTER,
    RTP_OUTCOME_NO_WORSE,
    RTP_OUTCOME_INCONCLUSIVE,
    RTP_OUTCOME_WORSE,
    RTP_OUTCOME_NOT_TESTABLE
} rtp_outcome_word;

struct rtp_judgement {
    rtp_review_terms terms;
    rtp_review_week *weeks;
    size_t week_count;
    rtp_date end; /* the last day; unknown without weeks */
    rtp_review_metric *metrics;
    size_t metric_count;
    const rtp_review_metric *primary; /* NULL: none to judge by */
    rtp_review_limit *limits;
    size_t limit_count;
    rtp_omission *omissions;
    size_t omission_count;
    rtp_changed_term *changes;
    size_t change_count;
    rtp_outcome_word verdict, measured; /* measured: by the main measure alone */
    rtp_outcome_word with_all;          /* likewise, had nothing been excluded; 0: nothing was */
    size_t extend;                      /* weeks more that could settle it; 0: none of a sensible number */
};

/* NULL when the profile has no results. */
const rtp_judgement *rtp_judgement_derive(rtp_derive *from);

/* ---- parts (review_*.c), for the one that puts them together ---- */

rtp_review_terms rtp_review_terms_of(rtp_derive *from);
void rtp_review_lay_weeks(rtp_derive *from, rtp_judgement *judgement);
/* The metric as it is, or as if nothing had been excluded. */
rtp_review_metric rtp_review_measure(rtp_derive *from, const rtp_judgement *judgement, const rtp_result *result,
                                     bool with_all);
void rtp_review_hold_limits(rtp_derive *from, rtp_judgement *judgement);
void rtp_review_list_omissions(rtp_derive *from, rtp_judgement *judgement);
void rtp_review_list_changes(rtp_derive *from, rtp_judgement *judgement);
const double *rtp_review_value(const rtp_result *result, rtp_date week); /* or NULL */
/* Whether the profile counts it up month by month: then a week's value is a part of a month's. */
bool rtp_review_adds_up(const rtp_profile *profile, size_t metric);
/* The last day on which the results may speak of a week: it has to be over. */
bool rtp_review_is_over(const rtp_derive *from, rtp_date week);

#endif
