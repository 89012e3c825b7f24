/* Statistics for a handful of months or weeks: what two ways of working differ by, with an interval that holds
 * whatever the distribution, and what a trial can decide at all. Same input, same bits: nothing here is random.
 *
 * Where the formulas come from:
 *   shift             Hodges & Lehmann, "Estimates of location based on rank tests", Ann. Math. Stat. 34 (1963)
 *   interval          Moses in Walker & Lev, "Statistical Inference" (1953), and Tukey (1949), by order statistics of
 *                     pairwise differences and of Walsh averages; Bauer, JASA 67 (1972)
 *   ... with ties     closed, so at least as wide as promised: Noether, JASA 62 (1967)
 *   rank sum          Mann & Whitney, Ann. Math. Stat. 18 (1947); the null distribution as a Gaussian binomial:
 *                     Andrews, "The Theory of Partitions" (1976), chapter 3
 *   signed rank       Wilcoxon, Biometrics Bulletin 1 (1945); pairs without a difference are left out of its p
 *   ... with ties     the distribution given the ties: Streitberg & Roehmel, Stat. Software Newsl. 12 (1986)
 *   normal p          continuity and ties: Lehmann, "Nonparametrics" (1975), chapters 1 and 3
 *   margins           non-inferiority by the one-sided interval: Westlake, Biometrics 32 (1976); ICH E9 (1998)
 *   slope             Theil, Proc. KNAW 53 (1950); Sen, JASA 63 (1968), with the interval and the ties
 *   its p             Kendall, "Rank Correlation Methods" (1948); Mann, Econometrica 13 (1945); over several windows:
 *                     Hirsch, Slack & Smith, Water Resources Research 18 (1982)
 *   autocorrelation   Anderson, Ann. Math. Stat. 13 (1942); its bias: Marriott & Pope, Biometrika 41 (1954)
 *   effect, weeks     Cochran & Cox, "Experimental Designs" (1957), section 2.2, with Student's t by Fisher & Cornish,
 *                     Technometrics 2 (1960); pi/3 for ranks: Hodges & Lehmann, Ann. Math. Stat. 27 (1956); correlated
 *                     weeks: Bayley & Hammersley, J. R. Stat. Soc. Suppl. 8 (1946) */
#ifndef RTOPITCH_STATS_H
#define RTOPITCH_STATS_H

#include "rtopitch/base.h"

/* ---- what is asked ---- */

enum {
    RTP_STATS_LEAST_VALUES = 4, /* a side; with fewer no interval of 95 % exists */
    RTP_STATS_LEAST_PAIRS = 6,  /* likewise */
    RTP_STATS_MOST_TREND = 512  /* values in a window; with more, trend and drift are not looked for */
};

/* The values of one way of working; without times in order of time. They are finite: a series that holds anything else
 * counts as empty, and the result says so. */
typedef struct rtp_series {
    const double *values;
    const int32_t *times; /* of each value, in any order: months, week numbers; NULL: one step apart */
    size_t len;
    size_t expected; /* values the whole window would have, 0 when that is not known */
} rtp_series;

typedef enum rtp_gain { RTP_GAIN_UNKNOWN, RTP_GAIN_HIGHER, RTP_GAIN_LOWER } rtp_gain; /* as enum rtp_better */

typedef struct rtp_question {
    rtp_gain better;
    bool has_margin;
    double margin; /* how much worse would still do; its sign does not matter */
} rtp_question;

/* ---- what is answered; no number is ever infinite or not a number ---- */

typedef struct rtp_interval { /* both ends belong to it, but see RTP_STATS_ZERO_OUT */
    double low, high;
} rtp_interval;

typedef enum rtp_method { RTP_METHOD_NONE, RTP_METHOD_EXACT, RTP_METHOD_NORMAL } rtp_method;

typedef enum rtp_verdict {
    RTP_VERDICT_NOT_TESTABLE, /* too few values, or nobody said which direction is better */
    RTP_VERDICT_BETTER,       /* the whole interval is a gain (see RTP_STATS_ZERO_OUT for one that ends at 0) */
    RTP_VERDICT_NO_WORSE,     /* the one-sided bound on the loss stays within the margin */
    RTP_VERDICT_INCONCLUSIVE,
    RTP_VERDICT_WORSE /* the whole interval is a loss, and the margin is not kept */
} rtp_verdict;

/* Bits: what a reader should be told beside the figures. */
typedef enum rtp_stats_flag {
    RTP_STATS_FEW = 0x001,            /* too few values to test */
    RTP_STATS_UNEQUAL = 0x002,        /* one side has more than one and a half times as many values */
    RTP_STATS_TIES = 0x004,           /* equal values, or pairs without a difference: the interval is cautious */
    RTP_STATS_CONSTANT = 0x008,       /* a side, or all differences of pairs, are one value */
    RTP_STATS_AUTOCORRELATED = 0x010, /* neighbours are alike, so the interval is too narrow */
    RTP_STATS_DRIFTING = 0x020,       /* the values move within the windows, too */
    RTP_STATS_DRIFT_OPEN = 0x040,     /* windows: a drift the values do not rule out would explain the change */
    RTP_STATS_PARTIAL = 0x080,        /* fewer values than the window has, or gaps between them */
    RTP_STATS_SMALL_LOSS = 0x100,     /* no worse by the margin, yet the whole interval is a loss */
    RTP_STATS_NO_DIRECTION = 0x200,   /* nobody said whether higher or lower is better */
    RTP_STATS_ZERO_OUT = 0x400,       /* an end of the interval is 0, and the test, knowing the ties, leaves 0 out */
    RTP_STATS_INVALID = 0x800         /* a value was infinite or not a number, or pairs did not match */
} rtp_stats_flag;

typedef struct rtp_trend { /* per step of time */
    size_t n;              /* values */
    double slope;
    bool has_interval;
    rtp_interval interval; /* 95 % */
    double p;              /* two-sided, that there is no trend */
    rtp_method method;     /* of p */
} rtp_trend;

typedef struct rtp_comparison {
    size_t n[2];      /* base, compared */
    double median[2]; /* likewise */
    double shift;     /* compared less base: the Hodges-Lehmann estimate */
    bool has_interval;
    rtp_method interval_method; /* exact below 50 values a side, ties or not */
    rtp_interval interval;      /* of the shift, 95 % two-sided */
    rtp_interval bounds;        /* each end alone a bound of 95 %: [low, oo) and (-oo, high] */
    bool has_percent;           /* all values positive; then the same on the log scale, as a change in per cent */
    double percent;
    rtp_interval percent_interval; /* when has_interval */
    double p;                      /* two-sided, that there is no shift; 1 without a method */
    rtp_method method;             /* of p */
    double smallest_p;             /* that the numbers of values can reach at all */
    double autocorrelation;        /* lag 1, of what is left after each side's mean; of pairs: of the differences */
    rtp_trend drift;               /* within the sides, both together; of pairs: of the differences */
    double drift_reach;            /* windows: the most that a drift within its interval adds up to between them */
    rtp_verdict verdict;
    unsigned flags; /* rtp_stats_flag */
} rtp_comparison;

/* Two windows: before against after, office months against remote months. Without times the compared one follows the
 * base at once. A slow drift cannot be seen within short windows, yet shifts them: the flag RTP_STATS_DRIFT_OPEN stays
 * away only when even the end of the drift's interval, over the time between the windows, leaves a change. */
rtp_comparison rtp_stats_compare(const rtp_series sides[2], rtp_question question, rtp_arena *arena);
/* The same with no more than these parts; without any, all that a verdict rests on, at a third of the cost. */
typedef enum rtp_stats_part {
    RTP_STATS_TEST = 1,    /* p and the smallest p; without it p is found where an end of the interval is 0 */
    RTP_STATS_PERCENT = 2, /* all in per cent */
    RTP_STATS_TIME = 4,    /* autocorrelation and drift, and their flags */
    RTP_STATS_WHOLE = 7
} rtp_stats_part;
rtp_comparison rtp_stats_compare_parts(const rtp_series sides[2], rtp_question question, unsigned parts,
                                       rtp_arena *arena);
/* Adds parts to what was found for these sides and this question before. */
void rtp_stats_add_parts(const rtp_series sides[2], rtp_question question, unsigned parts, rtp_arena *arena,
                         rtp_comparison *found);
/* Pairs: values[i] of both sides belong together, as the two weeks of an alternating pair do; times are the base's. */
rtp_comparison rtp_stats_compare_pairs(const rtp_series sides[2], rtp_question question, rtp_arena *arena);

rtp_trend rtp_stats_trend(const rtp_series *series, rtp_arena *arena);
double rtp_stats_autocorrelation(const rtp_series *series, rtp_arena *arena); /* lag 1; 0 when it cannot be told */
double rtp_stats_median(const rtp_series *series, rtp_arena *arena);
double rtp_stats_spread(const rtp_series *series); /* the standard deviation of a sample */

/* ---- before a trial ---- */

/* Assumes roughly normal weeks of one spread in both arms. Pairs are taken as two independent weeks each, which errs
 * on the safe side where neighbouring weeks are alike. */
typedef struct rtp_trial {
    bool paired;            /* alternating weeks; else two windows */
    double spread;          /* standard deviation from week to week */
    double autocorrelation; /* lag 1, for two windows; 0 when not known */
    double power;           /* 0 stands for 0.8 */
} rtp_trial;

/* The smallest true shift that so many weeks an arm would call better (or worse) with that power; 0 when so few weeks
 * can never tell, or the spread is unknown. */
double rtp_stats_detectable(const rtp_trial *trial, size_t weeks, rtp_arena *arena);
/* Weeks an arm until work that is in truth as good is called no worse by that margin; 0: none of ten years does. */
size_t rtp_stats_weeks_needed(const rtp_trial *trial, double margin, rtp_arena *arena);

/* The smallest two-sided p of a design. */
double rtp_stats_smallest_p(size_t base, size_t compared);
double rtp_stats_smallest_p_of_pairs(size_t pairs);

#endif
