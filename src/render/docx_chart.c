/* A metric as a chart that Word draws and lets people edit: months on the axis, a series a way of working, its
 * median as a level line. Gaps stay gaps, since a line across months without values would claim some. */
#include <math.h>

#include "render/docx.h"
#include "render/xml.h"

/* ---- the chart as a sheet ---- */

/* So wide that every point's month is one of the rows. */
static rtp_month common_step(const rtp_chart *chart)
{
    rtp_month step = 0;
    for (size_t i = 1; i < chart->len; i++) {
        rtp_month rest = chart->points[i].month - chart->points[i - 1].month;
        while (rest > 0) {
            rtp_month before = rest;
            rest = step > 0 ? step % rest : 0;
            step = before;
        }
    }
    return step > 0 ? step : 1;
}

static void series_add(rtp_docx_plot *plot, int mode, bool median)
{
    rtp_docx_series *series = &plot->series[plot->series_count++];
    *series = (rtp_docx_series){rtp_word(&rtp_words_mode, mode), mode, median};
}

static const rtp_chart_band *band_of(const rtp_chart *chart, int mode)
{
    size_t i = 0;
    while (i < chart->band_count && chart->bands[i].mode != mode) {
        i++;
    }
    return i < chart->band_count ? &chart->bands[i] : NULL;
}

/* All values first, then the medians. */
static void series_find(rtp_docx_plot *plot)
{
    for (int median = 0; median < 2; median++) {
        for (int mode = RTP_MODE_OFFICE; mode <= RTP_MODE_COUNT; mode++) {
            if (band_of(plot->chart, mode)) {
                series_add(plot, mode, median != 0);
            }
        }
    }
}

static void values_fill(rtp_docx_plot *plot)
{
    const rtp_chart *chart = plot->chart;
    for (size_t i = 0; i < plot->rows * plot->series_count; i++) {
        plot->values[i] = (double)NAN;
    }
    for (size_t i = 0; i < chart->len; i++) {
        const rtp_chart_point *point = &chart->points[i];
        double *row = plot->values + (size_t)((point->month - plot->first) / plot->step) * plot->series_count;
        for (size_t k = 0; k < plot->series_count; k++) {
            if (plot->series[k].mode == point->mode) {
                row[k] = plot->series[k].median ? band_of(chart, point->mode)->median : point->value;
            }
        }
    }
}

rtp_docx_plot rtp_docx_plot_make(const rtp_chart *chart, rtp_arena *arena)
{
    rtp_docx_plot plot = {.chart = chart, .first = chart->points[0].month, .step = common_step(chart)};
    plot.rows = (size_t)((chart->points[chart->len - 1].month - plot.first) / plot.step) + 1;
    series_find(&plot);
    plot.values = RTP_NEW_ARRAY(arena, double, plot.rows *plot.series_count);
    values_fill(&plot);
    return plot;
}

double rtp_docx_plot_value(const rtp_docx_plot *plot, size_t row, size_t series)
{
    return plot->values[row * plot->series_count + series];
}

long rtp_docx_plot_day(const rtp_docx_plot *plot, size_t row)
{
    enum { DAY_1970 = 25569 }; /* with the leap day that 1900 did not have */
    return (long)rtp_month_first(plot->first + (rtp_month)row * plot->step) + DAY_1970;
}

/* ---- the numbers, kept in the chart as well ---- */

static void range_put(rtp_buf *out, size_t column, size_t from, size_t to)
{
    RTP_PUT(out, "<c:f>Sheet1!$");
    for (size_t row = from; row <= to; row += to > from ? to - from : 1) {
        rtp_buf_puts(out, row > from ? ":$" : "");
        rtp_buf_put_char(out, (char)('A' + column));
        rtp_buf_put_char(out, '$');
        rtp_xml_put_number(out, (long)row);
    }
    RTP_PUT(out, "</c:f>");
}

static void point_open(rtp_buf *out, size_t i)
{
    RTP_PUT(out, "<c:pt idx=\"");
    rtp_xml_put_number(out, (long)i);
    RTP_PUT(out, "\"><c:v>");
}

static void count_put(rtp_buf *out, size_t rows)
{
    RTP_PUT(out, "<c:ptCount val=\"");
    rtp_xml_put_number(out, (long)rows);
    RTP_PUT(out, "\"/>");
}

static void months_put(rtp_buf *out, const rtp_docx_plot *plot)
{
    RTP_PUT(out, "<c:cat><c:numRef>");
    range_put(out, 0, 2, plot->rows + 1);
    RTP_PUT(out, "<c:numCache><c:formatCode>mmm\\ yyyy</c:formatCode>");
    count_put(out, plot->rows);
    for (size_t row = 0; row < plot->rows; row++) {
        point_open(out, row);
        rtp_xml_put_number(out, rtp_docx_plot_day(plot, row));
        RTP_PUT(out, "</c:v></c:pt>");
    }
    RTP_PUT(out, "</c:numCache></c:numRef></c:cat>");
}

static void values_put(rtp_buf *out, const rtp_docx_plot *plot, size_t series)
{
    RTP_PUT(out, "<c:val><c:numRef>");
    range_put(out, series + 1, 2, plot->rows + 1);
    RTP_PUT(out, "<c:numCache><c:formatCode>General</c:formatCode>");
    count_put(out, plot->rows);
    for (size_t row = 0; row < plot->rows; row++) {
        double value = rtp_docx_plot_value(plot, row, series);
        if (!isnan(value)) {
            point_open(out, row);
            rtp_number_put_json(value, out);
            RTP_PUT(out, "</c:v></c:pt>");
        }
    }
    RTP_PUT(out, "</c:numCache></c:numRef></c:val>");
}

/* ---- series ---- */

/* Colours that differ in brightness too, with a sign of their own for each way of working. */
static const struct {
    rtp_str colour, sign;
} looks[RTP_MODE_COUNT + 1] = {
    [RTP_MODE_OFFICE] = {RTP_STR("B45309"), RTP_STR("circle")},
    [RTP_MODE_HYBRID] = {RTP_STR("4D7C0F"), RTP_STR("triangle")},
    [RTP_MODE_REMOTE] = {RTP_STR("1D4ED8"), RTP_STR("diamond")},
};

static void line_put(rtp_buf *out, int mode, bool median)
{
    if (median) {
        RTP_PUT(out, "<c:spPr><a:ln w=\"15875\" cap=\"flat\"><a:solidFill><a:srgbClr val=\"");
        rtp_buf_put(out, looks[mode].colour);
        RTP_PUT(out, "\"/></a:solidFill><a:prstDash val=\"dash\"/><a:round/></a:ln></c:spPr>"
                     "<c:marker><c:symbol val=\"none\"/></c:marker>");
        return;
    }
    RTP_PUT(out, "<c:spPr><a:ln w=\"22225\" cap=\"rnd\"><a:solidFill><a:srgbClr val=\"");
    rtp_buf_put(out, looks[mode].colour);
    RTP_PUT(out, "\"/></a:solidFill><a:round/></a:ln></c:spPr><c:marker><c:symbol val=\"");
    rtp_buf_put(out, looks[mode].sign);
    RTP_PUT(out, "\"/><c:size val=\"6\"/><c:spPr><a:solidFill><a:srgbClr val=\"");
    rtp_buf_put(out, looks[mode].colour);
    RTP_PUT(out, "\"/></a:solidFill><a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill></a:ln>"
                 "</c:spPr></c:marker>");
}

static void series_put(rtp_buf *out, const rtp_docx_plot *plot, size_t i)
{
    const rtp_docx_series *series = &plot->series[i];
    RTP_PUT(out, "<c:ser><c:idx val=\"");
    rtp_xml_put_number(out, (long)i);
    RTP_PUT(out, "\"/><c:order val=\"");
    rtp_xml_put_number(out, (long)i);
    RTP_PUT(out, "\"/><c:tx><c:strRef>");
    range_put(out, i + 1, 1, 1);
    RTP_PUT(out, "<c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>");
    rtp_docx_series_name_put(out, series);
    RTP_PUT(out, "</c:v></c:pt></c:strCache></c:strRef></c:tx>");
    line_put(out, series->mode, series->median);
    months_put(out, plot);
    values_put(out, plot, i);
    RTP_PUT(out, "<c:smooth val=\"0\"/></c:ser>");
}

void rtp_docx_series_name_put(rtp_buf *out, const rtp_docx_series *series)
{
    rtp_xml_put(out, series->name);
    rtp_buf_put(out, series->median ? rtp_lit(", median") : rtp_lit(""));
}

/* ---- axes and frame ---- */

#define GREY(width)                                                                                                    \
    "<c:spPr><a:ln w=\"" width "\"><a:solidFill><a:srgbClr val=\"BFBFBF\"/></a:solidFill></a:ln></c:spPr>"
#define TEXT(size, bold)                                                                                               \
    "<a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"" size "\" b=\"" bold                                          \
    "\"><a:latin typeface=\"Calibri\"/></a:defRPr></a:pPr>"

static void title_put(rtp_buf *out, rtp_str open, rtp_str text)
{
    RTP_PUT(out, "<c:title><c:tx><c:rich>");
    rtp_buf_put(out, open);
    RTP_PUT(out, "<a:r><a:t>");
    rtp_xml_put(out, text);
    RTP_PUT(out, "</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>");
}

/* As many labels as fit beside one another: a step of 1, 3, 6 or 12 months, and then of years. */
static long label_step(const rtp_docx_plot *plot)
{
    enum { LABELS_MOST = 9, YEAR = 12 };
    static const long steps[] = {1, 2, 3, 6};
    long span = (long)plot->rows * plot->step, step = YEAR;
    for (size_t i = RTP_COUNT(steps); i-- > 0;) {
        step = span <= steps[i] * LABELS_MOST ? steps[i] : step;
    }
    while (span > step * LABELS_MOST) {
        step *= 2;
    }
    return step;
}

static void axes_put(rtp_buf *out, const rtp_docx_plot *plot)
{
    RTP_PUT(out, "<c:dateAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling>"
                 "<c:delete val=\"0\"/><c:axPos val=\"b\"/>");
    title_put(out, rtp_lit(TEXT("900", "0")), rtp_lit("Month"));
    RTP_PUT(
        out,
        "<c:numFmt formatCode=\"mmm\\ yyyy\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/>"
        "<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>" GREY(
            "9525") "<c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblOffset val=\"100\"/>"
                    "<c:baseTimeUnit val=\"months\"/><c:majorUnit val=\"");
    rtp_xml_put_number(out, label_step(plot));
    RTP_PUT(out, "\"/><c:majorTimeUnit val=\"months\"/></c:dateAx>"
                 "<c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling>"
                 "<c:delete val=\"0\"/><c:axPos val=\"l\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill>"
                 "<a:srgbClr val=\"E3E3E3\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>");
    title_put(out,
              rtp_lit("<a:bodyPr rot=\"-5400000\" vert=\"horz\"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"900\" "
                      "b=\"0\"/></a:pPr>"),
              plot->chart->unit.len > 0 ? plot->chart->unit : rtp_lit("Value"));
    RTP_PUT(
        out,
        "<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>"
        "<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/>" GREY(
            "9525") "<c:crossAx val=\"1\"/><c:crosses val=\"autoZero\"/><c:crossBetween val=\"between\"/></c:valAx>");
}

static void chart_open(rtp_docx *d)
{
    RTP_PUT(d->out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                    "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
                    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
                    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                    "<c:date1904 val=\"0\"/><c:roundedCorners val=\"0\"/><c:chart>");
}

void rtp_docx_chart_put(rtp_docx *d, const rtp_docx_plot *plot)
{
    rtp_buf *out = d->out;
    chart_open(d);
    title_put(out, rtp_lit(TEXT("1100", "1")), plot->chart->name);
    RTP_PUT(out, "<c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/><c:lineChart><c:grouping val=\"standard\"/>"
                 "<c:varyColors val=\"0\"/>");
    for (size_t i = 0; i < plot->series_count; i++) {
        series_put(out, plot, i);
    }
    RTP_PUT(out, "<c:marker val=\"1\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:lineChart>");
    axes_put(out, plot);
    RTP_PUT(out,
            "<c:spPr><a:noFill/></c:spPr></c:plotArea><c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/>"
            "</c:legend><c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>"
            "<c:spPr><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>"
            "<c:txPr>" TEXT(
                "900", "0") "<a:endParaRPr lang=\"en-US\"/></a:p></c:txPr>"
                            "<c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>");
}

void rtp_docx_chart_links_put(rtp_docx *d, size_t number)
{
    RTP_PUT(d->out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    "<Relationship Id=\"rId1\" "
                    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/package\" "
                    "Target=\"../embeddings/chart");
    rtp_xml_put_number(d->out, (long)number);
    RTP_PUT(d->out, ".xlsx\"/></Relationships>");
}
