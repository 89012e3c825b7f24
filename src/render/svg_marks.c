/* What a chart's picture shows: a band and a median for each way of working, a mark for each value, the interval of
 * the change at the right, and a key. Each way of working has a shape of its own, so that colour is not needed. */
#include "render/svg_draw.h"

enum { NAMES = 14, MEDIANS = 29, KEY = 244, GAP = 6, MARK = 12, CAP = 5, CLOSE = 7, HALF_LETTER = 4 };

typedef struct look {                   /* of a way of working */
    rtp_str class, style, large, small; /* shapes around the point that a path has moved to */
} look;

#define HOLLOW "fill=\"#fff\" stroke=\"currentColor\" stroke-width=\"1.2\""

static const look looks[RTP_MODE_REMOTE + 1] = {
    [RTP_MODE_OFFICE] = {RTP_STR("office"), RTP_STR(HOLLOW), RTP_STR("m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z"),
                         RTP_STR("m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0z")},
    [RTP_MODE_HYBRID] = {RTP_STR("hybrid"), RTP_STR("stroke=\"none\""), RTP_STR("m0-4.2l4.2 4.2-4.2 4.2-4.2-4.2z"),
                         RTP_STR("m0-2.8l2.8 2.8-2.8 2.8-2.8-2.8z")},
    [RTP_MODE_REMOTE] = {RTP_STR("remote"), RTP_STR("stroke=\"none\""), RTP_STR("m-3-3h6v6h-6z"),
                         RTP_STR("m-2-2h4v4h-4z")},
};

static const look *look_of(int mode)
{
    return &looks[mode >= RTP_MODE_OFFICE && mode <= RTP_MODE_REMOTE ? mode : RTP_MODE_OFFICE];
}

/* `<path class="… office" ` */
static void path_start(rtp_svg *svg, rtp_str class, int mode)
{
    rtp_buf_put(svg->out, rtp_lit("<path class=\""));
    rtp_buf_put(svg->out, class);
    rtp_buf_put(svg->out, look_of(mode)->class);
    rtp_buf_put(svg->out, rtp_lit("\" "));
}

/* ---- bands ---- */

static void band_rect_put(rtp_svg *svg, int mode, double left, double right)
{
    rtp_buf_put(svg->out, rtp_lit("<path class=\"band "));
    rtp_buf_put(svg->out, look_of(mode)->class);
    rtp_buf_put(svg->out,
                mode == RTP_MODE_OFFICE ? rtp_lit("\" fill=\"none\" d=\"M") : rtp_lit("\" fill-opacity=\".08\" d=\"M"));
    rtp_svg_put_pair(svg->out, left, RTP_SVG_TOP);
    rtp_buf_put_char(svg->out, 'H');
    rtp_svg_put_number(svg->out, right);
    rtp_buf_put_char(svg->out, 'V');
    rtp_svg_put_number(svg->out, RTP_SVG_BOTTOM);
    rtp_buf_put_char(svg->out, 'H');
    rtp_svg_put_number(svg->out, left);
    rtp_buf_put(svg->out, rtp_lit("z\"/>\n"));
}

static void median_line_put(rtp_svg *svg, const rtp_chart_band *band, double left, double right)
{
    path_start(svg, rtp_lit("median "), band->mode);
    rtp_buf_put(svg->out, rtp_lit("fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" d=\"M"));
    rtp_svg_put_pair(svg->out, left, rtp_svg_y(svg, band->median));
    rtp_buf_put_char(svg->out, 'H');
    rtp_svg_put_number(svg->out, right);
    rtp_buf_put(svg->out, rtp_lit("\"/>\n"));
}

/* Above the band, as far as it is wide enough; the key names what stays without a name. */
static void band_names_put(rtp_svg *svg, const rtp_chart_band *band, double left, double right)
{
    const struct {
        rtp_str text;
        double y;
    } names[] = {{rtp_word(&rtp_words_mode, band->mode), NAMES}, {rtp_svg_median(svg, band), MEDIANS}};
    for (size_t i = 0; i < RTP_COUNT(names) && rtp_svg_width(names[i].text) <= right - left; i++) {
        rtp_svg_put_text(svg, (left + right) / 2, names[i].y, rtp_lit("middle"), names[i].text);
    }
}

void rtp_svg_put_bands(rtp_svg *svg)
{
    for (size_t i = 0; i < svg->chart->band_count; i++) {
        const rtp_chart_band *band = &svg->chart->bands[i];
        rtp_plot_months months = rtp_plot_band(svg->chart, band);
        double left = rtp_svg_x(svg, months.from), right = rtp_svg_x(svg, months.to);
        band_rect_put(svg, band->mode, left, right);
        median_line_put(svg, band, left, right);
        band_names_put(svg, band, left, right);
    }
}

/* ---- points ---- */

static double point_x(const rtp_svg *svg, size_t i)
{
    return rtp_svg_x(svg, svg->chart->points[i].month + 0.5);
}

static double point_y(const rtp_svg *svg, size_t i)
{
    return rtp_svg_y(svg, svg->chart->points[i].value);
}

/* Thin, and broken where a value is missing. */
static void line_put(rtp_svg *svg)
{
    rtp_buf_put(svg->out, rtp_lit("<path class=\"line\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".5\" "
                                  "stroke-width=\".8\" d=\""));
    for (size_t i = 0; i < svg->chart->len; i++) {
        rtp_buf_put_char(svg->out, rtp_plot_is_joined(svg->chart, i) ? 'L' : 'M');
        rtp_svg_put_pair(svg->out, point_x(svg, i), point_y(svg, i));
    }
    rtp_buf_put(svg->out, rtp_lit("\"/>\n"));
}

static bool is_crowded(const rtp_svg *svg)
{
    double step = svg->chart->step > 0 ? svg->chart->step : 1;
    return rtp_svg_x(svg, svg->months.from + step) - svg->left < CLOSE;
}

static void marks_put(rtp_svg *svg, int mode, rtp_str shape)
{
    path_start(svg, rtp_lit("mark "), mode);
    rtp_buf_put(svg->out, look_of(mode)->style);
    rtp_buf_put(svg->out, rtp_lit(" d=\""));
    for (size_t i = 0; i < svg->chart->len; i++) {
        if (svg->chart->points[i].mode == mode) {
            rtp_buf_put_char(svg->out, 'M');
            rtp_svg_put_pair(svg->out, point_x(svg, i), point_y(svg, i));
            rtp_buf_put(svg->out, shape);
        }
    }
    rtp_buf_put(svg->out, rtp_lit("\"/>\n"));
}

static bool has_mode(const rtp_chart *chart, int mode)
{
    size_t i = 0;
    while (i < chart->band_count && chart->bands[i].mode != mode) {
        i++;
    }
    return i < chart->band_count;
}

void rtp_svg_put_points(rtp_svg *svg)
{
    bool crowded = is_crowded(svg);
    line_put(svg);
    for (int mode = RTP_MODE_OFFICE; mode <= RTP_MODE_REMOTE; mode++) {
        if (has_mode(svg->chart, mode)) {
            marks_put(svg, mode, crowded ? looks[mode].small : looks[mode].large);
        }
    }
}

/* ---- the change ---- */

/* A bar with caps from `low` to `high`, and a bead at `middle`. */
static void interval_put(rtp_svg *svg, double x, const double places[3])
{
    rtp_buf_put(svg->out,
                rtp_lit("<path class=\"change\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.6\" d=\""));
    for (size_t i = 0; i < 3; i += 2) {
        rtp_buf_put_char(svg->out, 'M');
        rtp_svg_put_pair(svg->out, x - CAP, places[i]);
        rtp_buf_put_char(svg->out, 'H');
        rtp_svg_put_number(svg->out, x + CAP);
    }
    rtp_buf_put_char(svg->out, 'M');
    rtp_svg_put_pair(svg->out, x, places[0]);
    rtp_buf_put_char(svg->out, 'V');
    rtp_svg_put_number(svg->out, places[2]);
    rtp_buf_put(svg->out, rtp_lit("\"/>\n<path class=\"change\" d=\"M"));
    rtp_svg_put_pair(svg->out, x, places[1]);
    rtp_buf_put(svg->out, looks[RTP_MODE_HYBRID].large);
    rtp_buf_put(svg->out, rtp_lit("\"/>\n"));
}

/* The median at the office goes on as a broken line: from it to the interval is the change. */
void rtp_svg_put_change(rtp_svg *svg)
{
    if (!svg->change.known) {
        return;
    }
    const double places[3] = {rtp_svg_y(svg, svg->change.low), rtp_svg_y(svg, svg->change.shift),
                              rtp_svg_y(svg, svg->change.high)};
    rtp_buf_put(svg->out,
                rtp_lit("<path class=\"from\" fill=\"none\" stroke=\"currentColor\" stroke-dasharray=\"3 3\" d=\"M"));
    rtp_svg_put_pair(svg->out, svg->left, rtp_svg_y(svg, svg->change.from));
    rtp_buf_put_char(svg->out, 'H');
    rtp_svg_put_number(svg->out, RTP_SVG_RIGHT);
    rtp_buf_put(svg->out, rtp_lit("\"/>\n"));
    interval_put(svg, (svg->right + RTP_SVG_RIGHT) / 2 + CAP / 2, places);
}

/* ---- the key ---- */

static double key_words_put(rtp_svg *svg, double x, rtp_str words)
{
    rtp_svg_put_text(svg, x, KEY, rtp_lit("start"), words);
    return x + rtp_svg_width(words) + MARK;
}

static double key_mode_put(rtp_svg *svg, double x, int mode)
{
    path_start(svg, rtp_lit("mark "), mode);
    rtp_buf_put(svg->out, looks[mode].style);
    rtp_buf_put(svg->out, rtp_lit(" d=\"M"));
    rtp_svg_put_pair(svg->out, x + MARK / 2, KEY - HALF_LETTER);
    rtp_buf_put(svg->out, looks[mode].large);
    rtp_buf_put(svg->out, rtp_lit("\"/>\n"));
    return key_words_put(svg, x + MARK + 2, rtp_word(&rtp_words_mode, mode));
}

static double key_median_put(rtp_svg *svg, double x)
{
    rtp_buf_put(svg->out,
                rtp_lit("<path class=\"median\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" d=\"M"));
    rtp_svg_put_pair(svg->out, x, KEY - HALF_LETTER);
    rtp_buf_put(svg->out, rtp_lit("h16\"/>\n"));
    return key_words_put(svg, x + MARK + GAP + 2, rtp_lit("median"));
}

void rtp_svg_put_key(rtp_svg *svg)
{
    double x = 2;
    for (int mode = RTP_MODE_OFFICE; mode <= RTP_MODE_REMOTE; mode++) {
        if (has_mode(svg->chart, mode)) {
            x = key_mode_put(svg, x, mode);
        }
    }
    x = key_median_put(svg, x);
    if (svg->change.known) {
        interval_put(svg, x + CAP, (const double[3]){KEY - MARK, KEY - HALF_LETTER, KEY + HALF_LETTER});
        key_words_put(svg, x + MARK + GAP, rtp_lit("change, 95 % interval"));
    }
}
