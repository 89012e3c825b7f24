/* Draws a chart and says in words what it shows. Essential strokes are attributes, so that the picture can be read
 * without a style sheet, too; classes are there for one. */
#include "render/svg.h"

#include "render/svg_draw.h"
#include "render/xml.h"

/* ---- what it shows, for those who cannot see it ---- */

static size_t count_of(const rtp_chart *chart, int mode)
{
    size_t count = 0;
    for (size_t i = 0; i < chart->len; i++) {
        count += chart->points[i].mode == mode;
    }
    return count;
}

static const rtp_chart_band *band_of(const rtp_chart *chart, int mode)
{
    size_t i = 0;
    while (i < chart->band_count && chart->bands[i].mode != mode) {
        i++;
    }
    return i < chart->band_count ? &chart->bands[i] : NULL;
}

static void period_put(rtp_svg *svg)
{
    const rtp_chart *chart = svg->chart;
    rtp_xml_put_number(svg->out, (long)chart->len);
    rtp_buf_put(svg->out, chart->len > 1 ? rtp_lit(" points, from ") : rtp_lit(" point, "));
    rtp_buf_put(svg->out, rtp_month_long(svg->arena, chart->points[0].month));
    if (chart->len > 1) {
        rtp_buf_put(svg->out, rtp_lit(" to "));
        rtp_buf_put(svg->out, rtp_month_long(svg->arena, chart->points[chart->len - 1].month));
    }
}

static void mode_put(rtp_svg *svg, int mode)
{
    const rtp_chart_band *band = band_of(svg->chart, mode);
    if (band) {
        rtp_buf_put(svg->out, rtp_lit("; "));
        rtp_buf_put(svg->out, rtp_word(&rtp_words_mode, mode));
        rtp_buf_put_char(svg->out, ' ');
        rtp_xml_put_number(svg->out, (long)count_of(svg->chart, mode));
        rtp_buf_put(svg->out, rtp_lit(", "));
        rtp_buf_put(svg->out, rtp_svg_median(svg, band));
    }
}

static void change_put(rtp_svg *svg)
{
    const rtp_chart_change *change = &svg->chart->change;
    const struct {
        rtp_str before;
        double number;
    } parts[] = {{RTP_STR("; change from the office "), change->shift},
                 {RTP_STR(", 95 % interval "), change->low},
                 {RTP_STR(" to "), change->high}};
    for (size_t i = 0; i < RTP_COUNT(parts) && svg->change.known; i++) {
        rtp_buf_put(svg->out, parts[i].before);
        rtp_buf_put(svg->out, rtp_svg_value(svg, parts[i].number));
    }
}

static void description_put(rtp_svg *svg)
{
    period_put(svg);
    for (int mode = RTP_MODE_OFFICE; mode <= RTP_MODE_REMOTE; mode++) {
        mode_put(svg, mode);
    }
    change_put(svg);
    rtp_buf_put_char(svg->out, '.');
}

/* `before`chart-`number`: ids are one in a page. */
static void id_put(rtp_svg *svg, rtp_str before, int number)
{
    rtp_buf_put(svg->out, before);
    rtp_buf_put(svg->out, rtp_lit("chart-"));
    rtp_xml_put_number(svg->out, number);
}

static void head_put(rtp_svg *svg, int number)
{
    id_put(svg,
           rtp_lit("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 440 252\" role=\"img\" "
                   "fill=\"currentColor\" font-size=\"13\" aria-labelledby=\""),
           number);
    id_put(svg, rtp_lit(" "), number);
    id_put(svg, rtp_lit("-text\">\n<title id=\""), number);
    rtp_buf_put(svg->out, rtp_lit("\">"));
    rtp_xml_put(svg->out, svg->chart->name);
    id_put(svg, rtp_lit("</title>\n<desc id=\""), number);
    rtp_buf_put(svg->out, rtp_lit("-text\">"));
    description_put(svg);
    rtp_buf_put(svg->out, rtp_lit("</desc>\n"));
}

/* ---- the picture ---- */

static rtp_svg svg_make(const rtp_chart *chart, rtp_arena *arena, rtp_buf *out)
{
    enum { LABEL = 38 }; /* room that a month's needs */
    rtp_svg svg = {.out = out,
                   .arena = arena,
                   .chart = chart,
                   .scale = rtp_plot_scale_make(chart),
                   .change = rtp_plot_change_make(chart)};
    svg.left = rtp_svg_left(&svg);
    svg.right = RTP_SVG_RIGHT - (svg.change.known ? RTP_SVG_GUTTER : 0);
    svg.months = rtp_plot_months_make(chart, (int)((svg.right - svg.left) / LABEL));
    return svg;
}

void rtp_svg_put(const rtp_node *node, int number, rtp_arena *arena, rtp_buf *out)
{
    if (!node->chart || node->chart->len == 0) {
        return;
    }
    rtp_svg svg = svg_make(node->chart, arena, out);
    head_put(&svg, number);
    rtp_svg_put_bands(&svg);
    rtp_svg_put_axes(&svg);
    rtp_svg_put_points(&svg);
    rtp_svg_put_change(&svg);
    rtp_svg_put_key(&svg);
    rtp_buf_put(out, rtp_lit("</svg>\n"));
}
