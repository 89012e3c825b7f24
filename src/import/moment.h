/* Points in time as services write them: a day, a time, and how far it is from UTC.
 * The month is that of the day as written, which is the month the person worked in. */
#ifndef IMPORT_MOMENT_H
#define IMPORT_MOMENT_H

#include "rtopitch/base.h"

typedef struct rtp_moment {
    int64_t seconds; /* since 1970, UTC */
    rtp_date day;    /* as written */
} rtp_moment;

/* "2024-01-05T06:07:08Z", "…08.123+0000", "…08-11:30". */
bool rtp_moment_read(rtp_str text, rtp_moment *moment);
/* Rounded to a tenth of an hour; negative when `to` comes first. */
double rtp_moment_hours(rtp_moment from, rtp_moment to);

/* The middle one, or the mean of the two in the middle; sorts `values`, of which there is at least one. */
double rtp_median(double *values, size_t n);

#endif
