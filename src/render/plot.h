/* The geometry of a chart, as plain numbers: a scale with round ticks, months on the axis, and where values and
 * months come to lie. No format's syntax is known here, so that every picture shows the same. */
#ifndef RTOPITCH_RENDER_PLOT_H
#define RTOPITCH_RENDER_PLOT_H

#include "rtopitch/document.h"

typedef struct rtp_plot_scale { /* ticks at every whole multiple of step from low to high */
    double low, high;           /* low < high, both finite; all points, medians and the interval lie between */
    double step;
    int count;    /* ticks, at least 2 */
    int decimals; /* that ticks are told with */
} rtp_plot_scale;
rtp_plot_scale rtp_plot_scale_make(const rtp_chart *chart);
double rtp_plot_tick(const rtp_plot_scale *scale, int i);
double rtp_plot_share(const rtp_plot_scale *scale, double value); /* 0 at low, 1 at high, never outside */

typedef struct rtp_plot_months { /* a month's middle is the number of the month and a half */
    double from, to;             /* from < to; room for a step of the chart around the first and the last point */
    rtp_month step;              /* months between labels: 1, 2, 3, 6, 12 or whole years; at multiples of it */
} rtp_plot_months;
/* With at most so many labels. */
rtp_plot_months rtp_plot_months_make(const rtp_chart *chart, int labels_most);
double rtp_plot_month_share(const rtp_plot_months *months, double month); /* 0 at from, 1 at to, never outside */

/* The months that a band covers: half a step around its points. */
rtp_plot_months rtp_plot_band(const rtp_chart *chart, const rtp_chart_band *band);
bool rtp_plot_is_joined(const rtp_chart *chart, size_t i); /* no value is missing between point i and the one before,
                                                              and both are of one way of working */

typedef struct rtp_plot_change { /* where the change leads to from the median at the office */
    bool known;                  /* with an interval; false: nothing to draw */
    double from, shift, low, high;
} rtp_plot_change;
rtp_plot_change rtp_plot_change_make(const rtp_chart *chart);

#endif
