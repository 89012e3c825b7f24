/* Numbers and words of a chart's picture, and where on it months and values lie. */
#include "render/svg_draw.h"
#include "render/xml.h"

void rtp_svg_put_number(rtp_buf *out, double number)
{
    long tenths = (long)(number * 10 + 0.5); /* every place on the picture is small and above zero */
    rtp_xml_put_number(out, tenths / 10);
    if (tenths % 10 != 0) {
        rtp_buf_put_char(out, '.');
        rtp_xml_put_number(out, tenths % 10);
    }
}

void rtp_svg_put_pair(rtp_buf *out, double x, double y)
{
    rtp_svg_put_number(out, x);
    rtp_buf_put_char(out, ' ');
    rtp_svg_put_number(out, y);
}

void rtp_svg_put_text(rtp_svg *svg, double x, double y, rtp_str anchor, rtp_str text)
{
    rtp_buf_put(svg->out, rtp_lit("<text x=\""));
    rtp_svg_put_number(svg->out, x);
    rtp_buf_put(svg->out, rtp_lit("\" y=\""));
    rtp_svg_put_number(svg->out, y);
    rtp_buf_put(svg->out, rtp_lit("\" text-anchor=\""));
    rtp_buf_put(svg->out, anchor);
    rtp_buf_put(svg->out, rtp_lit("\">"));
    rtp_xml_put(svg->out, text);
    rtp_buf_put(svg->out, rtp_lit("</text>\n"));
}

double rtp_svg_width(rtp_str text)
{
    const double letter = 8.4; /* on the safe side */
    return (double)rtp_utf8_count(text) * letter;
}

double rtp_svg_x(const rtp_svg *svg, double month)
{
    return svg->left + rtp_plot_month_share(&svg->months, month) * (svg->right - svg->left);
}

double rtp_svg_y(const rtp_svg *svg, double value)
{
    return RTP_SVG_BOTTOM - rtp_plot_share(&svg->scale, value) * (RTP_SVG_BOTTOM - RTP_SVG_TOP);
}

rtp_str rtp_svg_value(const rtp_svg *svg, double value)
{
    int decimals = rtp_number_decimals(value); /* 3, not 3.0 */
    return rtp_number_text(svg->arena, value, decimals < svg->chart->decimals ? decimals : svg->chart->decimals);
}

rtp_str rtp_svg_median(const rtp_svg *svg, const rtp_chart_band *band)
{
    rtp_str parts[] = {RTP_STR("median "), rtp_svg_value(svg, band->median)};
    return rtp_arena_join(svg->arena, parts, RTP_COUNT(parts), rtp_lit(""));
}
