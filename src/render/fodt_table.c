/* Tables of a flat OpenDocument text: widths said outright, header rows that repeat on each page, numbers to the
 * right. The widths stand among the styles, before the text. */
#include "render/columns.h"
#include "render/fodt.h"
#include "render/xml.h"

/* Between the margins of fodt_styles.c, in hundredths of a centimetre. */
static const int page_widths[] = {[RTP_PAPER_A4] = 1660, [RTP_PAPER_LETTER] = 1719};

static void hundredths_put(rtp_buf *out, int length)
{
    rtp_xml_put_number(out, length / 100);
    rtp_buf_put_char(out, '.');
    rtp_buf_put_char(out, (char)('0' + length / 10 % 10));
    rtp_buf_put_char(out, (char)('0' + length % 10));
    rtp_buf_puts(out, "cm");
}

/* "T2" and "T2.3": tables and their columns are counted from 1. */
static void name_put(rtp_buf *out, const char *attribute, int table, size_t column)
{
    rtp_buf_puts(out, attribute);
    rtp_buf_puts(out, "='T");
    rtp_xml_put_number(out, table);
    if (column > 0) {
        rtp_buf_put_char(out, '.');
        rtp_xml_put_number(out, (long)column);
    }
    rtp_buf_put_char(out, '\'');
}

/* ---- styles ---- */

static void table_style_put(const rtp_fodt *w, const rtp_node *table, int number)
{
    int width = page_widths[w->options->paper], from = 0, share = 0;
    rtp_columns columns = rtp_columns_make(table, w->options->arena);
    name_put(w->out, "<style:style style:name", number, 0);
    rtp_buf_puts(w->out, " style:family='table'><style:table-properties table:align='margins' style:width='");
    hundredths_put(w->out, width);
    rtp_buf_puts(w->out, "' style:may-break-between-rows='true'/></style:style>\n");
    for (size_t i = 0; i < columns.count; i++) {
        share += columns.shares[i];
        int to = width * share / RTP_COLUMNS_WHOLE;
        name_put(w->out, "<style:style style:name", number, i + 1);
        rtp_buf_puts(w->out, " style:family='table-column'><style:table-column-properties style:column-width='");
        hundredths_put(w->out, to - from);
        rtp_buf_puts(w->out, "'/></style:style>\n");
        from = to;
    }
}

void rtp_fodt_table_styles_put(const rtp_fodt *w)
{
    int number = 0;
    for (const rtp_node *block = w->document->root->first; block; block = block->next) {
        if (block->kind == RTP_NODE_TABLE) {
            table_style_put(w, block, ++number);
        }
    }
}

/* ---- cells ---- */

typedef enum cell_kind { CELL_DATA, CELL_TERM, CELL_HEAD } cell_kind;

static void cell_put(rtp_fodt *w, const rtp_node *cell, cell_kind kind)
{
    static const rtp_str styles[2][2] = {
        {RTP_STR("Table_20_Contents'>"), RTP_STR("Table_20_Heading'>")},
        {RTP_STR("Table_20_Number'>"), RTP_STR("Table_20_Number_20_Heading'>")},
    };
    rtp_buf_puts(w->out, kind == CELL_HEAD ? "<table:table-cell table:style-name='Head' office:value-type='string'>"
                                           : "<table:table-cell table:style-name='Cell' office:value-type='string'>");
    rtp_buf_puts(w->out, "<text:p text:style-name='");
    rtp_buf_put(w->out, styles[cell && cell->align == RTP_ALIGN_RIGHT][kind != CELL_DATA]);
    if (cell) {
        rtp_fodt_spans_put(w, cell);
    }
    rtp_buf_puts(w->out, "</text:p></table:table-cell>");
}

static void row_put(rtp_fodt *w, const rtp_node *row, size_t columns, cell_kind first, cell_kind others)
{
    const rtp_node *cell = row->first;
    rtp_buf_puts(w->out, "<table:table-row table:style-name='Row'>");
    for (size_t i = 0; i < columns; i++) {
        cell_put(w, cell, i == 0 ? first : others);
        cell = cell ? cell->next : NULL;
    }
    rtp_buf_puts(w->out, "</table:table-row>\n");
}

static void columns_put(rtp_fodt *w, size_t count)
{
    for (size_t i = 1; i <= count; i++) {
        rtp_buf_puts(w->out, "<table:table-column");
        name_put(w->out, " table:style-name", w->tables, i);
        rtp_buf_puts(w->out, "/>");
    }
    rtp_buf_put_char(w->out, '\n');
}

void rtp_fodt_table_put(rtp_fodt *w, const rtp_node *table)
{
    size_t columns = rtp_columns_count(table);
    bool headed = rtp_columns_are_headed(table);
    const rtp_node *row = table->first;
    w->tables++;
    if (columns == 0) {
        return;
    }
    name_put(w->out, "<table:table table:name", w->tables, 0);
    name_put(w->out, " table:style-name", w->tables, 0);
    rtp_buf_put_char(w->out, '>');
    columns_put(w, columns);
    if (headed) {
        rtp_buf_puts(w->out, "<table:table-header-rows>");
        row_put(w, row, columns, CELL_HEAD, CELL_HEAD);
        rtp_buf_puts(w->out, "</table:table-header-rows>\n");
    }
    for (row = row->level == 1 ? row->next : row; row; row = row->next) {
        row_put(w, row, columns, headed ? CELL_DATA : CELL_TERM, CELL_DATA);
    }
    rtp_buf_puts(w->out, "</table:table>\n<text:p text:style-name='After_20_table'/>\n");
}
