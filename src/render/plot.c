/* Scales that people can read: ticks at 1, 2 or 5 times a power of ten, labels at months that a calendar begins
 * with. Sizes whose difference is no number must come out as a picture, too, so differences are taken of halves. */
#include "render/plot.h"

#include <float.h>
#include <math.h>

enum { MONTHS_A_YEAR = 12, TICKS_MOST = 12, POWERS_MOST = 300 };

/* ---- values ---- */

static double finite(double value)
{
    return value > DBL_MAX ? DBL_MAX : value < -DBL_MAX ? -DBL_MAX : value;
}

typedef struct range {
    double low, high;
} range;

static range with(range r, double value)
{
    r.low = value < r.low ? value : r.low;
    r.high = value > r.high ? value : r.high;
    return r;
}

/* All that is to be seen. */
static range range_of(const rtp_chart *chart)
{
    range shown = {chart->low, chart->high};
    for (size_t i = 0; i < chart->band_count; i++) {
        shown = with(shown, chart->bands[i].median);
    }
    rtp_plot_change change = rtp_plot_change_make(chart);
    return change.known ? with(with(with(shown, change.low), change.high), change.shift) : shown;
}

static bool is_whole(const rtp_chart *chart)
{
    bool whole = true;
    for (size_t i = 0; i < chart->len && whole; i++) {
        whole = floor(chart->points[i].value) >= chart->points[i].value;
    }
    return whole;
}

/* Zero is shown when it costs no more than half of the picture; a range that is none gets some room. */
static range room_of(range r)
{
    const double nothing = 1e-290, some = 8;
    double half = r.high / 2 - r.low / 2;
    if (half > nothing && r.low >= 0 && r.low / 2 <= half) {
        r.low = 0;
    } else if (half > nothing && r.high <= 0 && r.high / 2 >= -half) {
        r.high = 0;
    } else if (!(half > nothing)) {
        double pad = fabs(r.high) / some;
        pad = pad > nothing ? pad : 1;
        r = (range){finite(r.low - pad), finite(r.high + pad)};
    }
    return r;
}

typedef struct stride { /* 1, 2 or 5 times a power of ten */
    double size;
    int decimals;
} stride;

/* The smallest that is at least `least`; dividing by an exact power keeps 0.1 what it is. */
static stride stride_of(double least)
{
    static const double factors[] = {1, 2, 5, 10};
    double power = 1;
    int decimals = 0, i = 0;
    while (least * power < 1 && decimals < POWERS_MOST) {
        power *= 10;
        decimals++;
    }
    bool small = decimals > 0;
    while (!small && least / power >= 10) {
        power *= 10;
    }
    double mantissa = small ? least * power : least / power;
    while (i < 3 && factors[i] < mantissa) {
        i++;
    }
    return (stride){small ? factors[i] / power : factors[i] * power, i == 3 && small ? decimals - 1 : decimals};
}

rtp_plot_scale rtp_plot_scale_make(const rtp_chart *chart)
{
    range shown = room_of(range_of(chart));
    stride step = stride_of(shown.high / 2 - shown.low / 2 > 0 ? (shown.high / 2 - shown.low / 2) / 2 : 1);
    if (step.size < 1 && is_whole(chart)) {
        step = (stride){1, 0};
    }
    double first = floor(shown.low / step.size), last = ceil(shown.high / step.size);
    last = last > first ? last : first + 1;
    double count = last - first + 1;
    return (rtp_plot_scale){.low = finite(first * step.size),
                            .high = finite(last * step.size),
                            .step = step.size,
                            .count = count < TICKS_MOST ? (int)count : TICKS_MOST,
                            .decimals = step.decimals};
}

double rtp_plot_tick(const rtp_plot_scale *scale, int i)
{
    double first = floor(scale->low / scale->step + 0.5); /* whole steps, so that 0.3 is not 0.1 three times */
    return finite(scale->step < 1 ? (first + i) / (1 / scale->step) : (first + i) * scale->step);
}

static double share_of(double value, double low, double high)
{
    double width = high / 2 - low / 2, at = value / 2 - low / 2;
    double share = width > 0 ? at / width : 0.5;
    return share < 0 ? 0 : share > 1 ? 1 : share;
}

double rtp_plot_share(const rtp_plot_scale *scale, double value)
{
    return share_of(value, scale->low, scale->high);
}

/* ---- months ---- */

static double half_step(const rtp_chart *chart)
{
    return chart->step > 0 ? chart->step / 2.0 : 0.5;
}

static rtp_plot_months span_of(const rtp_chart *chart, size_t first, size_t last)
{
    const double middle = 0.5;
    return (rtp_plot_months){.from = chart->points[first].month + middle - half_step(chart),
                             .to = chart->points[last].month + middle + half_step(chart)};
}

rtp_plot_months rtp_plot_months_make(const rtp_chart *chart, int labels_most)
{
    static const rtp_month steps[] = {1, 2, 3, 6, MONTHS_A_YEAR};
    rtp_plot_months months = span_of(chart, 0, chart->len - 1);
    size_t i = 0;
    while (i + 1 < RTP_COUNT(steps) && (months.to - months.from) / steps[i] > labels_most) {
        i++;
    }
    months.step = steps[i];
    while ((months.to - months.from) / months.step > labels_most) {
        months.step *= 2;
    }
    return months;
}

double rtp_plot_month_share(const rtp_plot_months *months, double month)
{
    return share_of(month, months->from, months->to);
}

rtp_plot_months rtp_plot_band(const rtp_chart *chart, const rtp_chart_band *band)
{
    return span_of(chart, band->first, band->first + band->len - 1);
}

bool rtp_plot_is_joined(const rtp_chart *chart, size_t i)
{
    const rtp_chart_point *points = chart->points;
    return i > 0 && points[i].mode == points[i - 1].mode && points[i].month - points[i - 1].month <= chart->step;
}

/* ---- the change ---- */

static const rtp_chart_band *office_find(const rtp_chart *chart)
{
    size_t i = 0;
    while (i < chart->band_count && chart->bands[i].mode != RTP_MODE_OFFICE) {
        i++;
    }
    return i < chart->band_count ? &chart->bands[i] : NULL;
}

rtp_plot_change rtp_plot_change_make(const rtp_chart *chart)
{
    const rtp_chart_band *office = office_find(chart);
    const rtp_chart_change *change = &chart->change;
    if (!office || change->mode == 0 || !change->has_interval) {
        return (rtp_plot_change){0};
    }
    return (rtp_plot_change){.known = true,
                             .from = office->median,
                             .shift = finite(office->median + change->shift),
                             .low = finite(office->median + change->low),
                             .high = finite(office->median + change->high)};
}
