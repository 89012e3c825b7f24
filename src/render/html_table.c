/* Tables as HTML: header cells say what they head, and each cell knows its column's name, so that a narrow screen can
 * show rows one below the other. */
#include "render/html.h"
#include "render/xml.h"

enum { COLUMNS_MOST = 16, ROOM = 64 /* bytes of text side by side on a phone */ };

/* What a table looks like. */
typedef struct shape {
    const rtp_node *header; /* NULL: none to show */
    bool terms;             /* two columns without names */
    bool wide;              /* three columns or more: it may have no room on a phone */
} shape;

static size_t count_words(const rtp_node *parent)
{
    size_t count = 0;
    for (const rtp_node *span = parent->first; span; span = span->next) {
        count += span->text.len + count_words(span);
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

static size_t count_columns(const rtp_node *table)
{
    size_t columns = 0;
    for (const rtp_node *row = table->first; row; row = row->next) {
        size_t i = 0;
        for (const rtp_node *cell = row->first; cell; cell = cell->next) {
            i++;
        }
        columns = i > columns ? i : columns;
    }
    return columns;
}

/* Whether the longest cells of all columns fit side by side. */
static bool is_slim(const rtp_node *table)
{
    size_t longest[COLUMNS_MOST] = {0}, total = 0;
    for (const rtp_node *row = table->first; row; row = row->next) {
        size_t i = 0;
        for (const rtp_node *cell = row->first; cell && i < COLUMNS_MOST; cell = cell->next, i++) {
            size_t words = count_words(cell);
            total += words > longest[i] ? words - longest[i] : 0;
            longest[i] = words > longest[i] ? words : longest[i];
        }
    }
    return total <= ROOM;
}

static shape shape_of(const rtp_node *table)
{
    const rtp_node *first = table->first;
    bool named = first->level == 1 && has_words(first);
    return (shape){.header = named ? first : NULL, .terms = !named, .wide = named && count_columns(table) > 2};
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
    const rtp_node *name = table->header ? table->header->first : NULL;
    start_put(html, rtp_lit("<tr"), rtp_lit(" role=\"row\""), table->wide);
    for (const rtp_node *cell = row->first; cell; cell = cell->next) {
        cell_kind heads = is_header ? CELL_COLUMN : cell == row->first ? CELL_ROW : CELL_DATA;
        cell_put(html, cell, cell->first ? heads : CELL_DATA, is_header ? NULL : name, table->wide);
        name = name ? name->next : NULL;
    }
    rtp_buf_put(html->out, rtp_lit("</tr>\n"));
}

static void rows_put(rtp_html *html, const rtp_node *table, const shape *found)
{
    static const rtp_str group = RTP_STR(" role=\"rowgroup\"");
    if (found->header) {
        start_put(html, rtp_lit("<thead"), group, found->wide);
        row_put(html, found->header, found, true);
        rtp_buf_put(html->out, rtp_lit("</thead>\n"));
    }
    start_put(html, rtp_lit("<tbody"), group, found->wide);
    for (const rtp_node *row = table->first; row; row = row->next) {
        if (row->level != 1) {
            row_put(html, row, found, false);
        }
    }
    rtp_buf_put(html->out, rtp_lit("</tbody>\n"));
}

void rtp_html_put_table(rtp_html *html, const rtp_node *table)
{
    if (!table->first || !table->first->first) {
        return;
    }
    shape found = shape_of(table);
    rtp_buf_put(html->out, !found.wide      ? rtp_lit("<table")
                           : is_slim(table) ? rtp_lit("<table class=\"slim\" role=\"table\"")
                                            : rtp_lit("<table class=\"wide\" role=\"table\""));
    rtp_buf_put(html->out, found.terms ? rtp_lit(" class=\"terms\"") : rtp_lit(""));
    if (html->section.len > 0) {
        rtp_buf_put(html->out, rtp_lit(" aria-labelledby=\""));
        rtp_html_put_id(html->out, html->section);
        rtp_buf_put(html->out, rtp_lit("-heading\""));
    }
    rtp_buf_put(html->out, rtp_lit(">\n"));
    rows_put(html, table, &found);
    rtp_buf_put(html->out, rtp_lit("</table>\n"));
}
