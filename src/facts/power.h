/* The door from facts to the statistics of plans. Base types only: both floors have a series of their
 * own, so nothing that includes the profile can include them, too. */
#ifndef RTOPITCH_FACTS_POWER_H
#define RTOPITCH_FACTS_POWER_H

#include "rtopitch/base.h"

typedef struct rtp_effort { /* of a trial by weeks */
    bool paired;            /* weeks that take turns; else before and after */
    double spread;          /* standard deviation from week to week */
    double autocorrelation; /* of neighbours, for before and after */
} rtp_effort;

/* The smallest shift that so many weeks an arm would mostly show; 0 when they never can. */
double rtp_effort_detectable(rtp_effort effort, size_t weeks, rtp_arena *arena);
/* Weeks an arm until work as good as before is called no worse by the margin; 0: not within ten years. */
size_t rtp_effort_weeks(rtp_effort effort, double margin, rtp_arena *arena);
size_t rtp_effort_least(bool paired); /* weeks an arm before any test is possible */
double rtp_effort_alike(const double *values, size_t n, rtp_arena *arena); /* lag 1, in order of time */

#endif
