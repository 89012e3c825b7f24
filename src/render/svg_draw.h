/* The parts of a chart's picture, shared by the files that draw it. Sizes are those of the viewBox, chosen so that
 * labels can be read on a phone, where the picture is as wide as the screen. */
#ifndef RTOPITCH_RENDER_SVG_DRAW_H
#define RTOPITCH_RENDER_SVG_DRAW_H

#include "render/plot.h"

enum {
    RTP_SVG_TOP = 38, /* of the field; above it stand the names of the bands */
    RTP_SVG_BOTTOM = 186,
    RTP_SVG_RIGHT = 434,
    RTP_SVG_GUTTER = 26 /* at the right, for the interval */
};

typedef struct rtp_svg {
    rtp_buf *out;
    rtp_arena *arena;
    const rtp_chart *chart;
    rtp_plot_scale scale;
    rtp_plot_months months;
    rtp_plot_change change;
    double left, right; /* of the field */
} rtp_svg;

/* svg_put.c: numbers with one decimal at most, and words. */
void rtp_svg_put_number(rtp_buf *out, double number);
void rtp_svg_put_pair(rtp_buf *out, double x, double y);
void rtp_svg_put_text(rtp_svg *svg, double x, double y, rtp_str anchor, rtp_str text);
double rtp_svg_width(rtp_str text);
double rtp_svg_x(const rtp_svg *svg, double month);
double rtp_svg_y(const rtp_svg *svg, double value);
rtp_str rtp_svg_value(const rtp_svg *svg, double value); /* as the document tells it */
rtp_str rtp_svg_median(const rtp_svg *svg, const rtp_chart_band *band);

/* svg_axes.c */
double rtp_svg_left(const rtp_svg *svg); /* where the field begins, so that its labels fit */
void rtp_svg_put_axes(rtp_svg *svg);
/* svg_marks.c */
void rtp_svg_put_bands(rtp_svg *svg);
void rtp_svg_put_points(rtp_svg *svg);
void rtp_svg_put_change(rtp_svg *svg);
void rtp_svg_put_key(rtp_svg *svg);

#endif
