/* Tables of a Word document, with the width of every column said: editors that must guess guess differently.
 * Narrow columns get what they need, and wide ones share the rest by the square root of their text. */
#include "render/docx.h"
#include "render/xml.h"

enum {
    CHARACTER = 104, /* twips of a usual letter in a cell */
    PADDING = 240,   /* at both sides of a cell, with the rounding of a line */
    COLUMN_LEAST = 300
};

typedef struct column {
    long most, word; /* the width of the longest text, and of the longest word */
    long width;
    bool fixed;
} column;

typedef struct grid {
    column *columns;
    size_t count;
} grid;

/* ---- measuring ---- */

typedef struct measure {
    long line, word, widest;
} measure;

/* A letter of a script with wide characters counts twice, and bytes that go on a letter not at all. */
static long letter_width(unsigned char c)
{
    enum { GOES_ON = 0x80, LEADS = 0xC0, IS_WIDE = 0xE3 };
    return (c < GOES_ON || c >= LEADS) + (c >= IS_WIDE);
}

static void text_measure(measure *m, rtp_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        long width = letter_width(c);
        m->line += width;
        m->word = c == ' ' ? 0 : m->word + width;
        m->widest = m->word > m->widest ? m->word : m->widest;
    }
}

static void spans_measure(measure *m, const rtp_node *parent)
{
    for (const rtp_node *span = parent->first; span; span = span->next) {
        if (span->first) {
            spans_measure(m, span);
        } else if (span->kind != RTP_SPAN_CITATION) {
            text_measure(m, span->text);
        }
    }
}

static void cell_measure(column *column, const rtp_node *cell)
{
    measure m = {0, 0, 0};
    spans_measure(&m, cell);
    long most = m.line * CHARACTER + PADDING, word = m.widest * CHARACTER + PADDING;
    column->most = most > column->most ? most : column->most;
    column->word = word > column->word ? word : column->word;
}

static size_t child_count(const rtp_node *node)
{
    size_t count = 0;
    for (const rtp_node *child = node->first; child; child = child->next) {
        count++;
    }
    return count;
}

static grid grid_make(const rtp_node *table, rtp_arena *arena)
{
    grid g = {.count = 0};
    for (const rtp_node *row = table->first; row; row = row->next) {
        size_t count = child_count(row);
        g.count = count > g.count ? count : g.count;
    }
    g.columns = RTP_NEW_ARRAY(arena, column, g.count);
    for (const rtp_node *row = table->first; row; row = row->next) {
        size_t i = 0;
        for (const rtp_node *cell = row->first; cell; cell = cell->next) {
            cell_measure(&g.columns[i++], cell);
        }
    }
    return g;
}

/* ---- widths ---- */

static long root(long value)
{
    long low = 1;
    for (long bit = 1L << 20; bit > 0; bit >>= 1) {
        low += (low + bit) * (low + bit) <= value ? bit : 0;
    }
    return low;
}

/* What is left for the columns that are not settled, and what they weigh together. */
static long room_left(const grid *g, long width, long *weight)
{
    *weight = 0;
    for (size_t i = 0; i < g->count; i++) {
        width -= g->columns[i].fixed ? g->columns[i].width : 0;
        *weight += g->columns[i].fixed ? 0 : root(g->columns[i].most);
    }
    return width;
}

/* Settles columns that need less than their share, else those whose longest word needs more. */
static bool settle(grid *g, long width, bool narrow)
{
    long weight = 0, room = room_left(g, width, &weight);
    bool any = false;
    for (size_t i = 0; i < g->count; i++) {
        column *c = &g->columns[i];
        if (c->fixed) {
            continue;
        }
        long share = room > 0 ? room * root(c->most) / weight : 0;
        c->width = share;
        if (narrow ? c->most <= share : c->word > share) {
            c->width = narrow ? c->most : c->word;
            c->fixed = any = true;
        }
    }
    return any;
}

static long total_width(const grid *g)
{
    long total = 0;
    for (size_t i = 0; i < g->count; i++) {
        total += g->columns[i].width;
    }
    return total;
}

/* So that the table is as wide as the text, whatever stands in it. */
static void stretch(grid *g, long width)
{
    long before = total_width(g);
    for (size_t i = 0; i < g->count; i++) {
        long share = before > 0 ? g->columns[i].width * width / before : 0;
        g->columns[i].width = share > COLUMN_LEAST ? share : COLUMN_LEAST;
    }
    long over = total_width(g) - width;
    if (g->count > 0 && g->columns[g->count - 1].width - over >= COLUMN_LEAST) {
        g->columns[g->count - 1].width -= over;
    }
}

static void widths_decide(grid *g, long width)
{
    long most_of_a_word = width / 3, natural = 0;
    for (size_t i = 0; i < g->count; i++) {
        column *c = &g->columns[i];
        enum { LINE_MOST = 1 << 20 };
        c->most = c->most < LINE_MOST ? c->most : LINE_MOST;
        c->most = c->most > COLUMN_LEAST ? c->most : COLUMN_LEAST;
        c->word = c->word < most_of_a_word ? c->word : most_of_a_word;
        c->width = c->most;
        natural += c->most;
    }
    if (natural > width) {
        while (settle(g, width, true) || settle(g, width, false)) {
        }
    }
    stretch(g, width);
}

/* ---- writing ---- */

static bool says(const rtp_node *row)
{
    for (const rtp_node *cell = row->first; cell; cell = cell->next) {
        if (cell->first) {
            return true;
        }
    }
    return false;
}

static void table_open(rtp_docx *d, const grid *g, bool header)
{
    rtp_buf *out = d->out;
    RTP_PUT(out, "<w:tbl><w:tblPr><w:tblStyle w:val=\"PlainRows\"/><w:tblW w:w=\"");
    rtp_xml_put_number(out, total_width(g));
    RTP_PUT(out, "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>");
    if (header) {
        RTP_PUT(out, "<w:tblLook w:val=\"0420\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" "
                     "w:noHBand=\"0\" w:noVBand=\"1\"/>");
    } else { /* terms: what they are about stands in the first column */
        RTP_PUT(out, "<w:tblLook w:val=\"0480\" w:firstRow=\"0\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" "
                     "w:noHBand=\"0\" w:noVBand=\"1\"/>");
    }
    RTP_PUT(out, "</w:tblPr><w:tblGrid>");
    for (size_t i = 0; i < g->count; i++) {
        RTP_PUT(out, "<w:gridCol w:w=\"");
        rtp_xml_put_number(out, g->columns[i].width);
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

static void row_put(rtp_docx *d, const rtp_node *row, const grid *g, bool terms)
{
    bool header = row->level == 1;
    RTP_PUT(d->out, "<w:tr><w:trPr><w:cantSplit/>");
    if (header) {
        RTP_PUT(d->out, "<w:tblHeader/>");
    }
    RTP_PUT(d->out, "</w:trPr>");
    const rtp_node *cell = row->first;
    for (size_t i = 0; i < g->count; i++) {
        cell_put(d, cell, g->columns[i].width, header || (terms && i == 0) ? RTP_DOCX_CELL_HEADING : RTP_DOCX_CELL);
        cell = cell ? cell->next : NULL;
    }
    RTP_PUT(d->out, "</w:tr>");
}

bool rtp_docx_table_put(rtp_docx *d, const rtp_node *table)
{
    grid g = grid_make(table, d->arena);
    bool header = table->first && table->first->level == 1, named = header && says(table->first);
    const rtp_node *row = header && !named ? table->first->next : table->first;
    if (g.count == 0 || !row) {
        return false;
    }
    widths_decide(&g, rtp_docx_text_width(&d->page));
    table_open(d, &g, named);
    for (; row; row = row->next) {
        row_put(d, row, &g, header && !named);
    }
    RTP_PUT(d->out, "</w:tbl>");
    return true;
}
