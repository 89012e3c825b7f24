/* A series made ready: checked, scaled where its size would overflow, sorted; and what can be said of
 * it along time. Scaling is by a power of two, so it changes no digit. */
#ifndef RTOPITCH_STATS_WINDOW_H
#define RTOPITCH_STATS_WINDOW_H

#include "rtopitch/stats.h"

typedef struct rtp_scale {
    bool valid;    /* all values finite */
    double factor; /* that values were multiplied by */
    double most;   /* the largest absolute value, scaled */
} rtp_scale;

rtp_scale rtp_scale_find(const rtp_series *series, size_t count);
double rtp_scale_undo(const rtp_scale *scale, double value); /* at most the largest finite number */
rtp_interval rtp_scale_undo_both(const rtp_scale *scale, rtp_interval interval);

typedef struct rtp_window { /* values of one side, scaled */
    const double *values;   /* in order of time */
    const double *sorted;   /* likewise; NULL when not asked for */
    const int32_t *times;
    size_t len, expected;
} rtp_window;

rtp_window rtp_window_make(const rtp_series *series, const rtp_scale *scale, rtp_arena *arena);
/* By time, where it is not so already: months of a profile may stand in any order. */
void rtp_window_order(rtp_window *window, rtp_arena *arena);
void rtp_window_sort(rtp_window *window, rtp_arena *arena);
bool rtp_window_is_partial(const rtp_window *window);

/* Of one or two windows together, each on its own level. */
rtp_trend rtp_windows_trend(const rtp_window *windows, size_t count, const rtp_scale *scale, rtp_arena *arena);
/* From the middle of the first to the middle of the second, in steps. */
double rtp_windows_distance(const rtp_window windows[2]);
double rtp_windows_autocorrelation(const rtp_window *windows, size_t count);

#endif
