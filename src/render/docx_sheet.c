/* The numbers of a chart as a workbook of one sheet, which Word opens when somebody edits the chart's data. It
 * holds dates, numbers and words of ours: nothing in it is a formula. */
#include <math.h>

#include "render/docx.h"
#include "render/xml.h"

#define XML     "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define SHEETS  "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE  "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define TYPE    "application/vnd.openxmlformats-officedocument.spreadsheetml."

static const struct {
    rtp_str name, text;
} parts[] = {
    /* the same in every workbook */
    {RTP_STR("[Content_Types].xml"),
     RTP_STR(XML "<Types xmlns=\"" PACKAGE "content-types\"><Default Extension=\"rels\" "
                 "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                 "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" TYPE "sheet.main+xml\"/>"
                 "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" TYPE "worksheet+xml\"/>"
                 "<Override PartName=\"/xl/styles.xml\" ContentType=\"" TYPE "styles+xml\"/></Types>")},
    {RTP_STR("_rels/.rels"),
     RTP_STR(XML "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"rId1\" Type=\"" OFFICE
                 "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")},
    {RTP_STR("xl/workbook.xml"),
     RTP_STR(XML "<workbook xmlns=\"" SHEETS "\" xmlns:r=\"" OFFICE "\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" "
                 "r:id=\"rId1\"/></sheets></workbook>")},
    {RTP_STR("xl/_rels/workbook.xml.rels"),
     RTP_STR(XML "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"rId1\" Type=\"" OFFICE
                 "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" OFFICE
                 "/styles\" Target=\"styles.xml\"/></Relationships>")},
    {RTP_STR("xl/styles.xml"), /* the second format is that of months */
     RTP_STR(XML "<styleSheet xmlns=\"" SHEETS "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" "
                 "formatCode=\"mmm\\ yyyy\"/></numFmts><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/>"
                 "</font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
                 "patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/>"
                 "<diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" "
                 "fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" "
                 "fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" "
                 "borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>")},
};

static void head_put(rtp_buf *out, const rtp_docx_plot *plot)
{
    RTP_PUT(out, "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Month</t></is></c>");
    for (size_t i = 0; i < plot->series_count; i++) {
        RTP_PUT(out, "<c r=\"");
        rtp_buf_put_char(out, (char)('B' + i));
        RTP_PUT(out, "1\" t=\"inlineStr\"><is><t>");
        rtp_docx_series_name_put(out, &plot->series[i]);
        RTP_PUT(out, "</t></is></c>");
    }
    RTP_PUT(out, "</row>");
}

static void row_put(rtp_buf *out, const rtp_docx_plot *plot, size_t row)
{
    long number = (long)row + 2;
    RTP_PUT(out, "<row r=\"");
    rtp_xml_put_number(out, number);
    RTP_PUT(out, "\"><c r=\"A");
    rtp_xml_put_number(out, number);
    RTP_PUT(out, "\" s=\"1\"><v>");
    rtp_xml_put_number(out, rtp_docx_plot_day(plot, row));
    RTP_PUT(out, "</v></c>");
    for (size_t i = 0; i < plot->series_count; i++) {
        double value = rtp_docx_plot_value(plot, row, i);
        if (isnan(value)) {
            continue;
        }
        RTP_PUT(out, "<c r=\"");
        rtp_buf_put_char(out, (char)('B' + i));
        rtp_xml_put_number(out, number);
        RTP_PUT(out, "\"><v>");
        rtp_number_put_json(value, out);
        RTP_PUT(out, "</v></c>");
    }
    RTP_PUT(out, "</row>");
}

void rtp_docx_sheet_put(rtp_docx *d, const rtp_docx_plot *plot)
{
    rtp_zip zip = rtp_zip_inside(&d->zip);
    for (size_t i = 0; i < RTP_COUNT(parts); i++) {
        rtp_zip_open(&zip, parts[i].name);
        rtp_buf_put(d->out, parts[i].text);
        rtp_zip_close(&zip);
    }
    rtp_zip_open(&zip, rtp_lit("xl/worksheets/sheet1.xml"));
    RTP_PUT(d->out, XML "<worksheet xmlns=\"" SHEETS "\"><cols><col min=\"1\" max=\"8\" width=\"16\" "
                        "customWidth=\"1\"/></cols><sheetData>");
    head_put(d->out, plot);
    for (size_t row = 0; row < plot->rows; row++) {
        row_put(d->out, plot, row);
    }
    RTP_PUT(d->out, "</sheetData></worksheet>");
    rtp_zip_close(&zip);
    rtp_zip_finish(&zip);
}
