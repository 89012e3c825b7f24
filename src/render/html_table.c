/* Tables as HTML: header cells say what they head, and each cell knows its column's name, so that a narrow screen can
 * show rows one below the other. */
#include "render/html.h"
#include "render/xml.h"

enum { WIDE = 3 }; /* columns from which a table has no room on a phone */

/* What a table looks like: how many columns, and whether its header row says anything. */
typedef struct shape {
    const rtp_node *header; /* NULL: none to show */
    size_t columns;
} shape;

static size_t count_cells(const rtp_node *row)
{
    size_t count = 0;
    for (const rtp_node *cell = row->first; cell; cell = cell->next) {
        count++;
    }
    return count;
}

static bool has_words(const rtp_node *row)
{
    const rtp_node *cell = row->first;
    while (cell && !cell->first) {
        cell = cell->next;
    }
    return cell != NULL;
}

static shape shape_of(const rtp_node *table)
{
    shape found = {NULL, 0};
    for (const rtp_node *row = table->first; row; row = row->next) {
        size_t count = count_cells(row);
        found.columns = count > found.columns ? count : found.columns;
    }
    const rtp_node *first = table->first;
    found.header = first && first->level == 1 && has_words(first) ? first : NULL;
    return found;
}

/* ---- cells ---- */

static void label_words_put(rtp_buf *out, const rtp_node *parent)
{
    for (const rtp_node *span = parent->first; span; span = span->next) {
        if (span->kind == RTP_SPAN_TEXT || span->kind == RTP_SPAN_FIGURE) {
            rtp_xml_put(out, span->text);
        }
        label_words_put(out, span);
    }
}

/* ` data-label="At the office"` */
static void label_put(rtp_buf *out, const rtp_node *name)
{
    if (name && name->first) {
        rtp_buf_put(out, rtp_lit(" data-label=\""));
        label_words_put(out, name);
        rtp_buf_put_char(out, '"');
    }
}

typedef enum cell_kind { CELL_DATA, CELL_COLUMN, CELL_ROW } cell_kind;

static const struct {
    rtp_str open, role, close;
} cells[] = {
    [CELL_DATA] = {RTP_STR("<td"), RTP_STR(" role=\"cell\""), RTP_STR("</td>\n")},
    [CELL_COLUMN] = {RTP_STR("<th scope=\"col\""), RTP_STR(" role=\"columnheader\""), RTP_STR("</th>\n")},
    [CELL_ROW] = {RTP_STR("<th scope=\"row\""), RTP_STR(" role=\"rowheader\""), RTP_STR("</th>\n")},
};

static void cell_put(rtp_html *html, const rtp_node *cell, cell_kind kind, const rtp_node *name, bool wide)
{
    rtp_buf_put(html->out, cells[kind].open);
    rtp_buf_put(html->out, wide ? cells[kind].role : rtp_lit(""));
    rtp_buf_put(html->out, cell->align == RTP_ALIGN_RIGHT ? rtp_lit(" class=\"n\"") : rtp_lit(""));
    if (kind == CELL_DATA && wide) {
        label_put(html->out, name);
    }
    rtp_buf_put_char(html->out, '>');
    (void)rtp_html_put_spans(html, cell);
    rtp_buf_put(html->out, cells[kind].close);
}

/* ---- rows ---- */

/* An element's start, with its role where a narrow screen takes the table's display away. */
static void start_put(rtp_html *html, rtp_str element, rtp_str role, bool wide)
{
    rtp_buf_put(html->out, element);
    rtp_buf_put(html->out, wide ? role : rtp_lit(""));
    rtp_buf_put(html->out, rtp_lit(">\n"));
}

static void row_put(rtp_html *html, const rtp_node *row, const shape *table, bool is_header)
{
    bool wide = table->columns >= WIDE;
    const rtp_node *name = table->header ? table->header->first : NULL;
    start_put(html, rtp_lit("<tr"), rtp_lit(" role=\"row\""), wide);
    for (const rtp_node *cell = row->first; cell; cell = cell->next) {
        cell_kind heads = is_header ? CELL_COLUMN : cell == row->first ? CELL_ROW : CELL_DATA;
        cell_put(html, cell, cell->first ? heads : CELL_DATA, is_header ? NULL : name, wide);
        name = name ? name->next : NULL;
    }
    rtp_buf_put(html->out, rtp_lit("</tr>\n"));
}

static void rows_put(rtp_html *html, const rtp_node *table, const shape *found)
{
    static const rtp_str group = RTP_STR(" role=\"rowgroup\"");
    bool wide = found->columns >= WIDE;
    if (found->header) {
        start_put(html, rtp_lit("<thead"), group, wide);
        row_put(html, found->header, found, true);
        rtp_buf_put(html->out, rtp_lit("</thead>\n"));
    }
    start_put(html, rtp_lit("<tbody"), group, wide);
    for (const rtp_node *row = table->first; row; row = row->next) {
        if (row->level != 1) {
            row_put(html, row, found, false);
        }
    }
    rtp_buf_put(html->out, rtp_lit("</tbody>\n"));
}

void rtp_html_put_table(rtp_html *html, const rtp_node *table)
{
    shape found = shape_of(table);
    if (found.columns == 0) {
        return;
    }
    rtp_buf_put(html->out, found.columns >= WIDE ? rtp_lit("<table class=\"wide\" role=\"table\"")
                           : found.header        ? rtp_lit("<table")
                                                 : rtp_lit("<table class=\"terms\""));
    if (html->section.len > 0) {
        rtp_buf_put(html->out, rtp_lit(" aria-labelledby=\""));
        rtp_html_put_id(html->out, html->section);
        rtp_buf_put(html->out, rtp_lit("-heading\""));
    }
    rtp_buf_put(html->out, rtp_lit(">\n"));
    rows_put(html, table, &found);
    rtp_buf_put(html->out, rtp_lit("</table>\n"));
}
