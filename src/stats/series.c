/* What can be said of one series alone: its middle, its spread, its trend, how alike neighbours are. */
#include "rtopitch/stats.h"
#include "stats/normal.h"
#include "stats/order.h"
#include "stats/window.h"

#include <float.h>

rtp_trend rtp_stats_trend(const rtp_series *series, rtp_arena *arena)
{
    rtp_scale scale = rtp_scale_find(series, 1);
    if (!scale.valid) {
        return (rtp_trend){.p = 1};
    }
    rtp_window window = rtp_window_make(series, &scale, arena);
    rtp_window_order(&window, arena);
    rtp_window_sort(&window, arena);
    return rtp_windows_trend(&window, 1, &scale, arena);
}

double rtp_stats_median(const rtp_series *series, rtp_arena *arena)
{
    rtp_scale scale = rtp_scale_find(series, 1);
    if (!scale.valid || series->len == 0) {
        return 0;
    }
    rtp_window window = {.values = series->values, .len = series->len};
    rtp_window_sort(&window, arena);
    return rtp_median_sorted(window.sorted, window.len);
}

/* Scaled one by one: these need no memory, and so no arena. */
static double mean_of(const rtp_series *series, double factor)
{
    double sum = 0;
    for (size_t i = 0; i < series->len; i++) {
        sum += series->values[i] * factor;
    }
    return sum / (double)series->len;
}

double rtp_stats_spread(const rtp_series *series)
{
    rtp_scale scale = rtp_scale_find(series, 1);
    if (!scale.valid || series->len < 2) {
        return 0;
    }
    double mean = mean_of(series, scale.factor), squares = 0;
    for (size_t i = 0; i < series->len; i++) {
        double rest = series->values[i] * scale.factor - mean;
        squares += rest * rest;
    }
    return rtp_scale_undo(&scale, rtp_root(squares / (double)(series->len - 1)));
}

double rtp_stats_autocorrelation(const rtp_series *series, rtp_arena *arena)
{
    rtp_scale scale = rtp_scale_find(series, 1);
    if (!scale.valid) {
        return 0;
    }
    rtp_window window = rtp_window_make(series, &scale, arena);
    rtp_window_order(&window, arena);
    return rtp_windows_autocorrelation(&window, 1);
}
