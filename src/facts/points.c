/* A metric as points for a chart: each value with its month and its way of working, in order of time.
 * Nothing is drawn here; what draws it finds bands, medians and gaps ready. */
#include "facts/summary.h"

/* The side whose next value is the earliest; RTP_MODE_COUNT + 1 when all are told. */
static int next_mode(const rtp_metric_summary *summary, const size_t *told)
{
    int next = RTP_MODE_COUNT + 1;
    for (int mode = RTP_MODE_OFFICE; mode <= RTP_MODE_COUNT; mode++) {
        const rtp_side_summary *side = &summary->modes[mode];
        bool earlier = side->months && told[mode] < side->n &&
                       (next > RTP_MODE_COUNT || side->months[told[mode]] < summary->modes[next].months[told[next]]);
        next = earlier ? mode : next;
    }
    return next;
}

static size_t put_points(const rtp_metric_summary *summary, rtp_chart_point *points)
{
    size_t told[RTP_MODE_COUNT + 1] = {0}, len = 0;
    for (int mode; (mode = next_mode(summary, told)) <= RTP_MODE_COUNT; told[mode]++) {
        const rtp_side_summary *side = &summary->modes[mode];
        points[len++] = (rtp_chart_point){side->months[told[mode]], mode, side->values[told[mode]]};
    }
    return len;
}

static size_t put_bands(const rtp_metric_summary *summary, const rtp_chart_point *points, size_t len,
                        rtp_chart_band *bands)
{
    size_t count = 0;
    for (size_t i = 0; i < len; i++) {
        if (i == 0 || points[i].mode != points[i - 1].mode) {
            bands[count++] = (rtp_chart_band){i, 0, points[i].mode, summary->modes[points[i].mode].median};
        }
        bands[count - 1].len++;
    }
    return count;
}

static void measure(rtp_chart *chart)
{
    const rtp_chart_point *points = chart->points;
    chart->low = chart->high = points[0].value;
    for (size_t i = 1; i < chart->len; i++) {
        rtp_month gap = points[i].month - points[i - 1].month;
        chart->low = points[i].value < chart->low ? points[i].value : chart->low;
        chart->high = points[i].value > chart->high ? points[i].value : chart->high;
        chart->step = chart->step == 0 || gap < chart->step ? gap : chart->step;
    }
}

static rtp_chart_change change_of(const rtp_metric_summary *summary)
{
    if (!summary->comparable || !rtp_metric_is_shown(summary)) {
        return (rtp_chart_change){0};
    }
    return (rtp_chart_change){summary->compared, summary->found.has_interval, summary->shift, summary->interval.low,
                              summary->interval.high};
}

const rtp_chart *rtp_chart_make(rtp_derive *from, size_t metric)
{
    const rtp_metric *given = rtp_item(&from->profile->history.metrics, rtp_metric, metric);
    const rtp_metric_summary *summary = rtp_metric_summarise(from, metric);
    rtp_chart_point *points = RTP_NEW_ARRAY(from->arena, rtp_chart_point, given->values.len);
    size_t len = put_points(summary, points);
    if (len == 0) {
        return NULL;
    }
    rtp_chart_band *bands = RTP_NEW_ARRAY(from->arena, rtp_chart_band, len);
    rtp_chart *chart = RTP_NEW(from->arena, rtp_chart);
    *chart = (rtp_chart){.name = given->name,
                         .unit = given->unit,
                         .points = points,
                         .len = len,
                         .bands = bands,
                         .band_count = put_bands(summary, points, len, bands),
                         .decimals = (uint8_t)summary->decimals,
                         .change = change_of(summary)};
    measure(chart);
    return chart;
}
