/* Tables of a Word document, with the width of every column said: editors that must guess guess differently.
 * A header row comes again on every page, and no row is torn apart by the end of one. */
#include "render/columns.h"
#include "render/docx.h"
#include "render/xml.h"

static long width_of(const rtp_docx *d, const rtp_columns *columns, size_t i)
{
    return rtp_docx_text_width(&d->page) * columns->shares[i] / RTP_COLUMNS_WHOLE;
}

static void table_open(rtp_docx *d, const rtp_columns *columns, bool header)
{
    rtp_buf *out = d->out;
    RTP_PUT(out, "<w:tbl><w:tblPr><w:tblStyle w:val=\"PlainRows\"/><w:tblW w:w=\"");
    rtp_xml_put_number(out, rtp_docx_text_width(&d->page));
    RTP_PUT(out, "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>");
    if (header) {
        RTP_PUT(out,
                "<w:tblLook w:val=\"0420\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" "
                "w:noHBand=\"0\" w:noVBand=\"1\"/>");
    } else { /* terms: what they are about stands in the first column */
        RTP_PUT(out,
                "<w:tblLook w:val=\"0480\" w:firstRow=\"0\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" "
                "w:noHBand=\"0\" w:noVBand=\"1\"/>");
    }
    RTP_PUT(out, "</w:tblPr><w:tblGrid>");
    for (size_t i = 0; i < columns->count; i++) {
        RTP_PUT(out, "<w:gridCol w:w=\"");
        rtp_xml_put_number(out, width_of(d, columns, i));
        RTP_PUT(out, "\"/>");
    }
    RTP_PUT(out, "</w:tblGrid>");
}

static void cell_put(rtp_docx *d, const rtp_node *cell, long width, rtp_docx_style style)
{
    RTP_PUT(d->out, "<w:tc><w:tcPr><w:tcW w:w=\"");
    rtp_xml_put_number(d->out, width);
    RTP_PUT(d->out, "\" w:type=\"dxa\"/></w:tcPr>");
    rtp_docx_paragraph_open(d, (rtp_docx_paragraph){.style = style, .right = cell && cell->align == RTP_ALIGN_RIGHT});
    if (cell) {
        rtp_docx_spans_put(d, cell);
    }
    rtp_docx_paragraph_close(d);
    RTP_PUT(d->out, "</w:tc>");
}

static void row_put(rtp_docx *d, const rtp_node *row, const rtp_columns *columns, bool terms)
{
    bool header = row->level == 1;
    RTP_PUT(d->out, "<w:tr><w:trPr><w:cantSplit/>");
    if (header) {
        RTP_PUT(d->out, "<w:tblHeader/>");
    }
    RTP_PUT(d->out, "</w:trPr>");
    const rtp_node *cell = row->first;
    for (size_t i = 0; i < columns->count; i++) {
        cell_put(d, cell, width_of(d, columns, i), header || (terms && i == 0) ? RTP_DOCX_CELL_HEADING : RTP_DOCX_CELL);
        cell = cell ? cell->next : NULL;
    }
    RTP_PUT(d->out, "</w:tr>");
}

bool rtp_docx_table_put(rtp_docx *d, const rtp_node *table)
{
    rtp_columns columns = rtp_columns_make(table, d->arena);
    bool headed = rtp_columns_are_headed(table);
    const rtp_node *row = table->first;
    bool terms = row && row->level == 1 && !headed;
    row = terms ? row->next : row;
    if (columns.count == 0 || !row) {
        return false;
    }
    table_open(d, &columns, headed);
    for (; row; row = row->next) {
        row_put(d, row, &columns, terms);
    }
    RTP_PUT(d->out, "</w:tbl>");
    return true;
}
