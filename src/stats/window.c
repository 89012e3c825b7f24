/* Checks and scales series, and finds what neighbouring values share and how the values move in time.
 * A drift is looked for within the windows, so that the step between them does not pass for one. */
#include "stats/window.h"
#include "stats/normal.h"
#include "stats/null.h"
#include "stats/order.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- scale ---- */

rtp_scale rtp_scale_find(const rtp_series *series, size_t count)
{
    double most = 0, nothing = 0;
    for (size_t side = 0; side < count; side++) {
        for (size_t i = 0; i < series[side].len; i++) {
            double size = fabs(series[side].values[i]);
            nothing += size * 0; /* anything but 0 for what is not finite */
            most = size > most ? size : most;
        }
    }
    double factor = most > 0x1p500 ? 0x1p-600 : most > 0 && most < 0x1p-400 ? 0x1p600 : 1;
    return (rtp_scale){.valid = nothing == 0, .factor = factor, .most = most * factor};
}

double rtp_scale_undo(const rtp_scale *scale, double value)
{
    double plain = value / scale->factor;
    return plain > DBL_MAX ? DBL_MAX : plain < -DBL_MAX ? -DBL_MAX : plain;
}

rtp_interval rtp_scale_undo_both(const rtp_scale *scale, rtp_interval interval)
{
    return (rtp_interval){rtp_scale_undo(scale, interval.low), rtp_scale_undo(scale, interval.high)};
}

rtp_window rtp_window_make(const rtp_series *series, const rtp_scale *scale, rtp_arena *arena)
{
    rtp_window made = {
        .values = series->values, .times = series->times, .len = series->len, .expected = series->expected};
    if (scale->factor < 1 || scale->factor > 1) {
        double *scaled = RTP_NEW_ARRAY(arena, double, series->len);
        for (size_t i = 0; i < series->len; i++) {
            scaled[i] = series->values[i] * scale->factor;
        }
        made.values = scaled;
    }
    return made;
}

void rtp_window_sort(rtp_window *window, rtp_arena *arena)
{
    double *sorted = RTP_NEW_ARRAY(arena, double, window->len);
    if (window->len > 0) {
        memcpy(sorted, window->values, window->len * sizeof *sorted);
    }
    rtp_sort_numbers(sorted, window->len);
    window->sorted = sorted;
}

/* ---- along time ---- */

typedef struct moment {
    int32_t time;
    double value;
    size_t place;
} moment;

static int compare_moments(const void *left, const void *right)
{
    const moment *a = left, *b = right;
    return a->time != b->time ? (a->time > b->time) - (a->time < b->time)
                              : (a->place > b->place) - (a->place < b->place);
}

static bool is_rising(const int32_t *times, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        if (times[i] < times[i - 1]) {
            return false;
        }
    }
    return true;
}

void rtp_window_order(rtp_window *window, rtp_arena *arena)
{
    size_t n = window->len;
    if (!window->times || is_rising(window->times, n)) {
        return;
    }
    moment *moments = RTP_NEW_ARRAY(arena, moment, n);
    int32_t *times = RTP_NEW_ARRAY(arena, int32_t, n);
    double *values = RTP_NEW_ARRAY(arena, double, n);
    for (size_t i = 0; i < n; i++) {
        moments[i] = (moment){window->times[i], window->values[i], i};
    }
    qsort(moments, n, sizeof *moments, compare_moments);
    for (size_t i = 0; i < n; i++) {
        times[i] = moments[i].time;
        values[i] = moments[i].value;
    }
    window->times = times;
    window->values = values;
}

static double gap(const rtp_window *window, size_t from, size_t to)
{
    return window->times ? (double)window->times[to] - (double)window->times[from] : (double)(to - from);
}

static double smallest_gap(const rtp_window *window)
{
    double least = 0;
    for (size_t i = 1; window->times && i < window->len; i++) {
        double here = gap(window, i - 1, i);
        least = i == 1 || here < least ? here : least;
    }
    return window->times ? least : 1;
}

bool rtp_window_is_partial(const rtp_window *window)
{
    double step = smallest_gap(window);
    return window->len < window->expected ||
           (window->len > 1 && gap(window, 0, window->len - 1) > step * (double)(window->len - 1));
}

static double mean_of(const rtp_window *window)
{
    double sum = 0;
    for (size_t i = 0; i < window->len; i++) {
        sum += window->values[i];
    }
    return window->len > 0 ? sum / (double)window->len : 0;
}

static double mean_time(const rtp_window *window)
{
    double sum = 0;
    for (size_t i = 0; i < window->len; i++) {
        sum += window->times[i];
    }
    return sum / (double)window->len;
}

double rtp_windows_distance(const rtp_window windows[2])
{
    if (windows[0].times && windows[1].times && windows[0].len > 0 && windows[1].len > 0) {
        return mean_time(&windows[1]) - mean_time(&windows[0]);
    }
    return ((double)windows[0].len + (double)windows[1].len) / 2;
}

/* Neighbours are one smallest step apart. */
double rtp_windows_autocorrelation(const rtp_window *windows, size_t count)
{
    double together = 0, squares = 0;
    for (size_t at = 0; at < count; at++) {
        const rtp_window *window = &windows[at];
        double mean = mean_of(window), step = smallest_gap(window), before = 0;
        for (size_t i = 0; i < window->len; i++) {
            double rest = window->values[i] - mean;
            together += i > 0 && gap(window, i - 1, i) <= step ? before * rest : 0;
            squares += rest * rest;
            before = rest;
        }
    }
    return squares > 0 ? together / squares : 0;
}

/* ---- trend ---- */

typedef struct slopes {
    double *items;
    size_t len;
    double score;    /* Kendall's S: rising pairs less falling ones */
    double variance; /* of S when there is no trend */
    size_t values;
    bool tied;
} slopes;

static void put_slopes(const rtp_window *window, slopes *out)
{
    size_t len = out->len;
    int64_t score = 0;
    for (size_t i = 0; i < window->len; i++) {
        for (size_t j = i + 1; j < window->len; j++) {
            double rise = window->values[j] - window->values[i], run = gap(window, i, j);
            bool counts = run > 0;
            out->items[len] = rise / run; /* the next overwrites it if it does not count */
            len += counts;
            score += counts ? (rise > 0) - (rise < 0) : 0;
        }
    }
    out->len = len;
    out->score += (double)score;
}

static double kendall_term(double n)
{
    return n * (n - 1) * (2 * n + 5);
}

static void put_variance(const rtp_window *window, slopes *out)
{
    double eighteen = kendall_term((double)window->len);
    for (size_t i = 0, start = 0; i < window->len; i++) {
        if (i + 1 == window->len || window->sorted[i + 1] > window->sorted[i]) {
            eighteen -= kendall_term((double)(i + 1 - start));
            out->tied = out->tied || i > start;
            start = i + 1;
        }
    }
    out->variance += eighteen / 18;
    out->values += window->len;
}

static slopes slopes_of(const rtp_window *windows, size_t count, rtp_arena *arena)
{
    size_t pairs = 0;
    for (size_t i = 0; i < count; i++) {
        pairs += windows[i].len > 0 ? windows[i].len * (windows[i].len - 1) / 2 : 0;
    }
    slopes made = {.items = RTP_NEW_ARRAY(arena, double, pairs)};
    for (size_t i = 0; i < count; i++) {
        put_slopes(&windows[i], &made);
        put_variance(&windows[i], &made);
    }
    return made;
}

/* One step less for continuity: S moves by two. */
static double normal_p(const slopes *found)
{
    double size = fabs(found->score) - 1;
    return found->variance > 0 && size > 0 ? rtp_two_sided_p(size / rtp_root(found->variance)) : 1;
}

static double exact_p(const slopes *found, rtp_arena *arena)
{
    size_t fewer = (size_t)(((double)found->len - fabs(found->score)) / 2);
    double p = 2 * rtp_kendall_tail(found->values, fewer, arena);
    return p < 1 ? p : 1;
}

static void place_slopes(slopes *found, rtp_critical critical, const rtp_scale *scale, rtp_trend *trend)
{
    size_t n = found->len, in = critical.both, first = 0, last = 4;
    size_t places[] = {in - 1, (n - 1) / 2, n / 2, n - in};
    if (in == 0 || in > n / 2) {
        first = 1;
        last = 3;
    }
    rtp_select(found->items, n, places + first, last - first);
    const double *items = found->items;
    trend->slope = rtp_scale_undo(scale, items[places[1]] / 2 + items[places[2]] / 2);
    trend->has_interval = first == 0;
    if (trend->has_interval) {
        trend->interval = rtp_scale_undo_both(scale, (rtp_interval){items[places[0]], items[places[3]]});
    }
}

static bool has_too_many(const rtp_window *windows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (windows[i].len > RTP_STATS_MOST_TREND) {
            return true;
        }
    }
    return false;
}

rtp_trend rtp_windows_trend(const rtp_window *windows, size_t count, const rtp_scale *scale, rtp_arena *arena)
{
    rtp_trend trend = {.p = 1};
    if (has_too_many(windows, count)) {
        return trend;
    }
    slopes found = slopes_of(windows, count, arena);
    trend.n = found.values;
    if (found.len == 0) {
        return trend;
    }
    double pairs = (double)found.len;
    bool exact = count == 1 && found.values < RTP_EXACT_BELOW && found.len == found.values * (found.values - 1) / 2;
    rtp_critical critical =
        exact ? rtp_kendall_critical(found.values) : rtp_normal_critical(pairs / 2, rtp_root(found.variance) / 2);
    place_slopes(&found, critical, scale, &trend);
    exact = exact && !found.tied;
    trend.method = exact ? RTP_METHOD_EXACT : RTP_METHOD_NORMAL;
    trend.p = exact ? exact_p(&found, arena) : normal_p(&found);
    return trend;
}
