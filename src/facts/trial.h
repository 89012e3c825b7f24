/* The pilot as a trial: which week follows which pattern, drawn by lot where weeks take turns, and what
 * so many weeks can tell at all. Rules see it as facts; a calendar and the review need it whole. */
#ifndef RTOPITCH_FACTS_TRIAL_H
#define RTOPITCH_FACTS_TRIAL_H

#include "facts/derive.h"
#include "facts/power.h"

typedef struct rtp_window {
    rtp_date start; /* RTP_DATE_UNKNOWN: nobody said */
    size_t days;
} rtp_window;
rtp_window rtp_pilot_window(rtp_derive *from); /* derive_pilot.c */

typedef struct rtp_trial_week {
    rtp_date from, to;
    size_t pair; /* from 1; 0: in no pair */
    bool home;   /* the pattern asked for; else the office's */
} rtp_trial_week;

struct rtp_schedule {
    bool alternating;
    int32_t seed;
    rtp_trial_week *weeks; /* none without a start */
    size_t len, pairs;
};
const rtp_schedule *rtp_schedule_derive(rtp_derive *from);
/* So many weeks at most; costs nothing, so that a run without a plan pays nothing for it. */
size_t rtp_schedule_most(const rtp_profile *profile);

/* The lot. A minimal standard generator (Park & Miller, Communications of the ACM 31, 1988), since anybody can redo
 * it in a spreadsheet: multiply by 16807, keep the remainder by 2147483647; the first ten numbers are left out;
 * then one number a pair, and an odd one puts the home week first. */
enum { RTP_LOT_FACTOR = 16807, RTP_LOT_DIVISOR = 2147483647, RTP_LOT_LEFT_OUT = 10, RTP_SEED_MOST = 999999 };
typedef struct rtp_lot {
    uint64_t number;
} rtp_lot;
rtp_lot rtp_lot_make(int32_t seed);
bool rtp_lot_draw(rtp_lot *lot); /* home first? */
/* A seed of a text: the same text, the same seed, 1 to RTP_SEED_MOST. */
int32_t rtp_seed_of(rtp_str text);

struct rtp_power { /* of the main measure; numbers are 0 where nothing is known */
    size_t metric; /* its index, when `spread` is known */
    size_t n;      /* values behind the spread */
    rtp_str step;  /* what one of them stands for: "month", "quarter", "reading" */
    double spread; /* from one value to the next within one way of working */
    double weekly; /* from week to week */
    double detectable;
    size_t arm;           /* weeks a way of working */
    size_t least;         /* weeks of trial before anything can be told */
    size_t margin_weeks;  /* weeks of trial until the margin can be kept to; 0: not within ten years */
    double base;          /* the median that the trial is held against */
    rtp_number margin;    /* given, or proposed */
    bool margin_proposed; /* a tenth of the base */
};
const rtp_power *rtp_power_derive(rtp_derive *from);

#endif
