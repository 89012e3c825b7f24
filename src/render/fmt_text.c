/* Plain text for terminals, mail and chat: wrapped at a width, with tables that line up. Nothing here
 * needs escaping; what could act on a terminal was taken out when the text was collected. */
#include "render/address.h"
#include "render/citing.h"
#include "render/inline.h"
#include "render/text_table.h"
#include "render/wrap.h"
#include "rtopitch/render.h"

enum { WIDTH_DEFAULT = 72, WIDTH_LEAST = 20 };

typedef struct writer {
    rtp_buf *out;
    rtp_arena *arena;
    rtp_inline line; /* the block at hand */
    rtp_citing citing;
    size_t width;
    rtp_str mark; /* at the start of every line of a quote */
    bool started; /* something stands above */
    bool noted;   /* so does a note */
} writer;

/* ---- spans ---- */

typedef void node_put(writer *w, const rtp_node *node);

static void spans_put(writer *w, const rtp_node *parent);

static void words_put(writer *w, const rtp_node *node)
{
    rtp_inline_put(&w->line, node->text);
}

/* The address follows in angle brackets, unless it is what is seen. */
static void link_put(writer *w, const rtp_node *node)
{
    size_t from = w->line.len;
    spans_put(w, node);
    rtp_str seen = {rtp_inline_text(&w->line).ptr + from, w->line.len - from};
    if (!rtp_address_is_safe(node->text) || rtp_str_equal(rtp_str_trim(seen), node->text)) {
        return;
    }
    rtp_buf address = rtp_buf_in(w->arena);
    rtp_address_put(&address, node->text);
    rtp_inline_blank(&w->line);
    rtp_str parts[] = {rtp_lit("<"), rtp_buf_text(&address), rtp_lit(">")};
    rtp_str shown = rtp_arena_join(w->arena, parts, RTP_COUNT(parts), rtp_lit(""));
    rtp_inline_put(&w->line, node->first ? shown : (rtp_str){shown.ptr + 1, shown.len - 2});
}

static void citation_put(writer *w, const rtp_node *node)
{
    rtp_citing_put(&w->citing, node, rtp_arena_format(w->arena, "[%d]", node->level), &w->line);
}

static void break_put(writer *w, const rtp_node *node)
{
    (void)node;
    rtp_inline_break(&w->line);
}

static void spark_put(writer *w, const rtp_node *node)
{
    rtp_inline_break(&w->line);
    words_put(w, node);
}

static node_put *const span_puts[RTP_NODE_KIND_COUNT] = {
    [RTP_SPAN_TEXT] = words_put,     [RTP_SPAN_FIGURE] = words_put, [RTP_SPAN_STRONG] = spans_put,
    [RTP_SPAN_EMPHASIS] = spans_put, [RTP_SPAN_LINK] = link_put,    [RTP_SPAN_CITATION] = citation_put,
    [RTP_SPAN_BREAK] = break_put,    [RTP_SPAN_SPARK] = spark_put,
};

static void spans_put(writer *w, const rtp_node *parent)
{
    for (const rtp_node *span = parent->first; span; span = span->next) {
        span_puts[span->kind](w, span);
    }
}

static rtp_str block_text(writer *w, const rtp_node *block)
{
    rtp_inline_clear(&w->line);
    spans_put(w, block);
    return rtp_inline_text(&w->line);
}

/* ---- lines ---- */

static void line_start(writer *w)
{
    rtp_buf_put(w->out, w->mark);
}

static void block_start(writer *w)
{
    if (w->started) {
        rtp_buf_put_char(w->out, '\n');
    }
    w->started = true;
}

/* Wrapped, with `first` before the first line and as many blanks before the others; returns the
 * width of the widest line. */
static size_t wrapped_put(writer *w, rtp_str text, rtp_str first)
{
    size_t used = w->mark.len + first.len, widest = 0;
    rtp_wrap wrap = {text, w->width > used + 1 ? w->width - used : 1, false};
    rtp_str line, before = first;
    while (rtp_wrap_next(&wrap, &line)) {
        line_start(w);
        rtp_buf_put(w->out, before);
        rtp_buf_fill(w->out, ' ', first.len - before.len);
        rtp_buf_put(w->out, line);
        rtp_buf_put_char(w->out, '\n');
        size_t width = rtp_utf8_width(line);
        widest = width > widest ? width : widest;
        before = rtp_lit("");
    }
    return widest;
}

/* ---- blocks ---- */

static void heading_put(writer *w, const rtp_node *node)
{
    static const char underlines[] = {'=', '=', '-', '\0'};
    rtp_str text = block_text(w, node);
    block_start(w);
    size_t width = wrapped_put(w, text, rtp_lit(""));
    char underline = node->level >= 0 && node->level < 3 ? underlines[node->level] : '\0';
    if (underline && width > 0) {
        rtp_buf_fill(w->out, underline, width);
        rtp_buf_put_char(w->out, '\n');
    }
}

static void paragraph_put(writer *w, const rtp_node *node)
{
    rtp_str text = block_text(w, node);
    if (text.len > 0) {
        block_start(w);
        wrapped_put(w, text, rtp_lit(""));
    }
}

static void list_put(writer *w, const rtp_node *list)
{
    size_t number = 0;
    block_start(w);
    for (const rtp_node *item = list->first; item; item = item->next) {
        number++;
        rtp_str marker = list->level ? rtp_arena_format(w->arena, "%zu. ", number) : rtp_lit("- ");
        wrapped_put(w, block_text(w, item), marker);
    }
}

static void blocks_put(writer *w, const rtp_node *parent);

static void quote_put(writer *w, const rtp_node *node)
{
    w->mark = rtp_lit("  ");
    blocks_put(w, node);
    w->mark = rtp_lit("");
}

static void rule_put(writer *w, const rtp_node *node)
{
    (void)node;
    block_start(w);
    rtp_buf_fill(w->out, '-', w->width);
    rtp_buf_put_char(w->out, '\n');
}

static void table_put(writer *w, const rtp_node *table)
{
    rtp_grid grid = rtp_grid_make(table, w->arena);
    rtp_str *cell_text = grid.cells;
    for (const rtp_node *row = table->first; row; row = row->next) {
        size_t i = 0;
        for (const rtp_node *cell = row->first; cell; cell = cell->next) {
            cell_text[i++] = rtp_arena_copy(w->arena, block_text(w, cell));
        }
        cell_text += grid.columns;
    }
    if (grid.columns > 0) {
        block_start(w);
        rtp_text_table_put(w->out, &grid, w->width, w->arena);
    }
}

static node_put *const block_puts[RTP_NODE_KIND_COUNT] = {
    [RTP_NODE_HEADING] = heading_put, [RTP_NODE_PARAGRAPH] = paragraph_put, [RTP_NODE_LIST] = list_put,
    [RTP_NODE_TABLE] = table_put,     [RTP_NODE_QUOTE] = quote_put,         [RTP_NODE_NOTE] = quote_put,
    [RTP_NODE_RULE] = rule_put,       [RTP_NODE_CHART] = paragraph_put,
};

static void blocks_put(writer *w, const rtp_node *parent)
{
    for (const rtp_node *block = parent->first; block; block = block->next) {
        if (!rtp_citing_leaves_out(&w->citing, block)) {
            block_puts[block->kind](w, block);
        }
    }
}

/* Behind a line across the page, since no page has a foot. */
static void notes_put(writer *w)
{
    int number = 0;
    for (const rtp_node *entry; (entry = rtp_citing_next(&w->citing, &number));) {
        if (!w->noted) {
            rule_put(w, entry);
        }
        block_start(w);
        wrapped_put(w, block_text(w, entry), rtp_arena_format(w->arena, "[%d] ", number));
        w->noted = true;
    }
}

static size_t width_of(const rtp_render_options *options)
{
    size_t width = options->width > 0 ? (size_t)options->width : WIDTH_DEFAULT;
    return width > WIDTH_LEAST ? width : WIDTH_LEAST;
}

static void text_render(const rtp_document *document, const rtp_render_options *options, rtp_buf *out)
{
    writer w = {
        .out = out, .arena = options->arena, .line = rtp_inline_make(options->arena), .width = width_of(options)};
    w.mark = rtp_lit("");
    w.citing = rtp_citing_make(document, options, RTP_CITATIONS_ENDNOTES);
    blocks_put(&w, document->root);
    notes_put(&w);
}

const rtp_format rtp_format_text = {
    .name = "text",
    .suffixes = "txt text",
    .media_type = "text/plain",
    .summary = "plain text, wrapped, with aligned tables",
    .takes = RTP_TAKES_WIDTH | RTP_TAKES_CITATIONS,
    .render = text_render,
};
