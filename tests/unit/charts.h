/* Charts made by hand, for tests of what draws them: a letter a month, and a value for each that is no gap.
 * All of them are invented; a band's median is its first value, which is enough to draw. */
#ifndef RTP_TESTS_CHARTS_H
#define RTP_TESTS_CHARTS_H

#include "rtopitch/document.h"

#include <string.h>

enum { CHART_JANUARY = 2024 * 12 };

/* `months`: o office, h hybrid, r remote, - none; `step` months a letter, the first in January 2024. */
static inline rtp_chart *chart_make(rtp_arena *arena, const char *months, rtp_month step, const double *values)
{
    static const char letters[] = "-ohr";
    size_t most = strlen(months);
    rtp_chart_point *points = RTP_NEW_ARRAY(arena, rtp_chart_point, most);
    rtp_chart_band *bands = RTP_NEW_ARRAY(arena, rtp_chart_band, most);
    rtp_chart *chart = RTP_NEW(arena, rtp_chart);
    *chart = (rtp_chart){.name = rtp_lit("Name"), .points = points, .bands = bands, .decimals = 1};
    chart->low = chart->high = values[0];
    for (size_t i = 0; i < most; i++) {
        int mode = (int)(strchr(letters, months[i]) - letters);
        if (mode == 0) {
            continue;
        }
        double value = values[chart->len];
        points[chart->len] = (rtp_chart_point){CHART_JANUARY + (rtp_month)i * step, mode, value};
        if (chart->len == 0 || points[chart->len - 1].mode != mode) {
            bands[chart->band_count++] = (rtp_chart_band){chart->len, 0, mode, value};
        }
        bands[chart->band_count - 1].len++;
        chart->low = value < chart->low ? value : chart->low;
        chart->high = value > chart->high ? value : chart->high;
        chart->len++;
    }
    chart->step = chart->len > 1 ? step : 0;
    return chart;
}

#endif
