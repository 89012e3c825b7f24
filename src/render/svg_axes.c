/* The axes of a chart's picture: values at the left with a line across for each, months below. */
#include <math.h>

#include "render/svg_draw.h"

enum { MONTHS_A_YEAR = 12, GAP = 6, HALF_LETTER = 4, TICK = 4, LABELS = 16, YEARS = 31, ROOM_FOR_YEAR = 34 };

static rtp_str tick_text(const rtp_svg *svg, int i)
{
    return rtp_number_text(svg->arena, rtp_plot_tick(&svg->scale, i), svg->scale.decimals);
}

double rtp_svg_left(const rtp_svg *svg)
{
    double widest = 0;
    for (int i = 0; i < svg->scale.count; i++) {
        double width = rtp_svg_width(tick_text(svg, i));
        widest = width > widest ? width : widest;
    }
    const double most = RTP_SVG_RIGHT / 2.0;
    return widest + GAP < most ? widest + GAP : most;
}

static void values_put(rtp_svg *svg)
{
    rtp_buf_put(svg->out,
                rtp_lit("<path class=\"grid\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".25\" d=\""));
    for (int i = 0; i < svg->scale.count; i++) {
        rtp_buf_put_char(svg->out, 'M');
        rtp_svg_put_pair(svg->out, svg->left, rtp_svg_y(svg, rtp_plot_tick(&svg->scale, i)));
        rtp_buf_put_char(svg->out, 'H');
        rtp_svg_put_number(svg->out, svg->right);
    }
    rtp_buf_put(svg->out, rtp_lit("\"/>\n"));
    for (int i = 0; i < svg->scale.count; i++) {
        double y = rtp_svg_y(svg, rtp_plot_tick(&svg->scale, i));
        rtp_svg_put_text(svg, svg->left - GAP, y + HALF_LETTER, rtp_lit("end"), tick_text(svg, i));
    }
}

/* ---- months ---- */

static rtp_month first_label(const rtp_svg *svg)
{
    rtp_month first = (rtp_month)ceil(svg->months.from - 0.5), over = first % svg->months.step;
    return over > 0 ? first + svg->months.step - over : first;
}

static bool is_shown(const rtp_svg *svg, rtp_month month)
{
    return month + 0.5 < svg->months.to;
}

static rtp_str year_text(const rtp_svg *svg, rtp_month month)
{
    rtp_str iso = rtp_month_iso(svg->arena, month);
    return (rtp_str){iso.ptr, iso.len > 3 ? iso.len - 3 : 0};
}

static void month_put(rtp_svg *svg, rtp_month month, double x)
{
    static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    rtp_str name = {names + 3 * (size_t)(month % MONTHS_A_YEAR), 3};
    bool years = svg->months.step % MONTHS_A_YEAR == 0;
    rtp_svg_put_text(svg, x, RTP_SVG_BOTTOM + LABELS, rtp_lit("middle"), years ? year_text(svg, month) : name);
}

/* Below January, and below the first month when there is room before January. */
static void years_put(rtp_svg *svg, rtp_month first)
{
    double last = -ROOM_FOR_YEAR;
    rtp_month january = first + (MONTHS_A_YEAR - first % MONTHS_A_YEAR) % MONTHS_A_YEAR;
    double room = rtp_svg_x(svg, january + 0.5) - rtp_svg_x(svg, first + 0.5);
    for (rtp_month month = first; is_shown(svg, month); month += svg->months.step) {
        double x = rtp_svg_x(svg, month + 0.5);
        bool starts = month == first && (room > ROOM_FOR_YEAR || !is_shown(svg, january));
        if ((starts || month % MONTHS_A_YEAR == 0) && x - last >= ROOM_FOR_YEAR) {
            rtp_svg_put_text(svg, x, RTP_SVG_BOTTOM + YEARS, rtp_lit("middle"), year_text(svg, month));
            last = x;
        }
    }
}

static void months_put(rtp_svg *svg)
{
    rtp_month first = first_label(svg);
    rtp_buf_put(svg->out, rtp_lit("<path fill=\"none\" stroke=\"currentColor\" d=\""));
    for (rtp_month month = first; is_shown(svg, month); month += svg->months.step) {
        rtp_buf_put_char(svg->out, 'M');
        rtp_svg_put_pair(svg->out, rtp_svg_x(svg, month + 0.5), RTP_SVG_BOTTOM);
        rtp_buf_put_char(svg->out, 'v');
        rtp_svg_put_number(svg->out, TICK);
    }
    rtp_buf_put(svg->out, rtp_lit("\"/>\n"));
    for (rtp_month month = first; is_shown(svg, month); month += svg->months.step) {
        month_put(svg, month, rtp_svg_x(svg, month + 0.5));
    }
    if (svg->months.step % MONTHS_A_YEAR != 0) {
        years_put(svg, first);
    }
}

void rtp_svg_put_axes(rtp_svg *svg)
{
    values_put(svg);
    months_put(svg);
}
