/* Markdown as GitHub reads it. People edit this source in their editor, so one paragraph is one line,
 * tables are padded, and nothing is escaped that needs not be. */
#include <string.h>

#include "render/address.h"
#include "render/citing.h"
#include "render/escape.h"
#include "render/front_matter.h"
#include "render/grid.h"
#include "rtopitch/render.h"

enum { PREFIX_LIMIT = 32, USUAL_SIZE = 15 * 1024 /* of a document */ };

typedef struct writer {
    rtp_buf *out;
    rtp_arena *arena;
    rtp_inline line; /* the block at hand */
    rtp_citing citing;
    const rtp_node *skipped; /* the title, when the front matter has it */
    char prefix[PREFIX_LIMIT];
    size_t prefix_len; /* what starts each line: "> " in a quote, blanks in an item */
    size_t gap_len;    /* as much of it starts the blank line above the next block */
    bool started;      /* something stands above */
    bool other;        /* the list stands right behind another of its kind */
} writer;

static rtp_str prefix_of(const writer *w)
{
    return (rtp_str){w->prefix, w->prefix_len};
}

static void prefix_push(writer *w, rtp_str text)
{
    for (size_t i = 0; i < text.len && w->prefix_len < PREFIX_LIMIT; i++) {
        w->prefix[w->prefix_len++] = text.ptr[i];
    }
}

/* ---- spans ---- */

static const rtp_str strong = RTP_STR("**"), emphasis = RTP_STR("*");

static void citation_put(writer *w, const rtp_node *node)
{
    rtp_citing_put(&w->citing, node, rtp_arena_format(w->arena, "[^%d]", node->level), &w->line);
}

static bool says(const rtp_node *node, rtp_str text)
{
    for (const rtp_node *child = node->first; child; child = child->next) {
        if (!rtp_str_starts(text, child->text)) {
            return false;
        }
        text = (rtp_str){text.ptr + child->text.len, text.len - child->text.len};
    }
    return text.len == 0;
}

/* "<address>" when the address is all there is to read. */
static bool bare_link_put(writer *w, const rtp_node *node)
{
    if (!rtp_address_is_plain(node->text) || (node->first && !says(node, node->text))) {
        return false;
    }
    rtp_str parts[] = {rtp_lit("<"), node->text, rtp_lit(">")};
    rtp_inline_put_own(&w->line, rtp_arena_join(w->arena, parts, RTP_COUNT(parts), rtp_lit("")));
    return true;
}

/* "](address)": what would end it, or be decoded as a character reference, gets a backslash. */
static rtp_str link_tail(writer *w, rtp_str address)
{
    rtp_buf encoded = rtp_buf_in(w->arena), tail = rtp_buf_in(w->arena);
    rtp_address_put(&encoded, address);
    bool references = encoded.len > 0 && memchr(encoded.ptr, ';', encoded.len);
    rtp_buf_puts(&tail, "](");
    for (size_t i = 0; i < encoded.len; i++) {
        char c = encoded.ptr[i];
        if (c == '(' || c == ')' || (c == '&' && references)) {
            rtp_buf_put_char(&tail, '\\');
        }
        rtp_buf_put_char(&tail, c);
    }
    rtp_buf_put_char(&tail, ')');
    return rtp_buf_text(&tail);
}

static void spans_put(writer *w, const rtp_node *parent);

static void link_put(writer *w, const rtp_node *node)
{
    if (!rtp_address_is_safe(node->text)) {
        spans_put(w, node);
    } else if (!bare_link_put(w, node)) {
        rtp_inline_open(&w->line, rtp_lit("["), RTP_MARK_LINK);
        if (node->first) {
            spans_put(w, node);
        } else {
            rtp_inline_put(&w->line, node->text);
        }
        rtp_inline_close(&w->line, link_tail(w, node->text));
    }
}

static void emphasis_put(writer *w, const rtp_node *node)
{
    rtp_str marker = node->kind == RTP_SPAN_STRONG ? strong : emphasis;
    rtp_inline_open(&w->line, marker, RTP_MARK_INSIDE);
    spans_put(w, node);
    rtp_inline_close(&w->line, marker);
}

static void text_put(writer *w, const rtp_node *node)
{
    rtp_inline_put(&w->line, node->text);
}

static void break_put(writer *w, const rtp_node *node)
{
    (void)node;
    rtp_inline_break(&w->line);
}

static void spark_put(writer *w, const rtp_node *node)
{
    rtp_inline_break(&w->line);
    text_put(w, node);
}

typedef void node_put(writer *w, const rtp_node *node);

static node_put *const span_puts[RTP_NODE_KIND_COUNT] = {
    [RTP_SPAN_TEXT] = text_put,         [RTP_SPAN_FIGURE] = text_put, [RTP_SPAN_STRONG] = emphasis_put,
    [RTP_SPAN_EMPHASIS] = emphasis_put, [RTP_SPAN_LINK] = link_put,   [RTP_SPAN_CITATION] = citation_put,
    [RTP_SPAN_BREAK] = break_put,       [RTP_SPAN_SPARK] = spark_put,
};

static void spans_put(writer *w, const rtp_node *parent)
{
    for (const rtp_node *span = parent->first; span; span = span->next) {
        span_puts[span->kind](w, span);
    }
}

static void line_collect(writer *w, const rtp_node *block)
{
    rtp_inline_clear(&w->line);
    spans_put(w, block);
}

/* ---- blocks ---- */

/* The blank line above a block, but for the first, and the prefix of its first line. */
static void block_start(writer *w)
{
    if (w->started) {
        rtp_buf_put(w->out, rtp_str_trim((rtp_str){w->prefix, w->gap_len}));
        rtp_buf_put_char(w->out, '\n');
    }
    rtp_buf_put(w->out, prefix_of(w));
    w->gap_len = w->prefix_len;
    w->started = true;
}

static void heading_put(writer *w, const rtp_node *node)
{
    line_collect(w, node);
    block_start(w);
    rtp_buf_fill(w->out, '#', node->level > 1 ? (size_t)node->level : 1);
    rtp_buf_puts(w->out, w->line.len > 0 ? " " : "");
    rtp_markdown_put(w->out, &w->line, RTP_SPOT_HEADING, rtp_lit(""));
    rtp_buf_put_char(w->out, '\n');
}

static void paragraph_put(writer *w, const rtp_node *node)
{
    line_collect(w, node);
    if (w->line.len > 0) {
        block_start(w);
        rtp_markdown_put(w->out, &w->line, RTP_SPOT_LINE, prefix_of(w));
        rtp_buf_put_char(w->out, '\n');
    }
}

/* "-" and "1."; a list right behind another of its kind has "*" and "1)", or the two would be one. */
static rtp_str item_marker(const writer *w, bool numbered, size_t number)
{
    if (!numbered) {
        return w->other ? rtp_lit("* ") : rtp_lit("- ");
    }
    return rtp_arena_format(w->arena, w->other ? "%zu) " : "%zu. ", number);
}

static void item_put(writer *w, const rtp_node *item, rtp_str marker)
{
    static const char blanks[] = "                        ";
    size_t kept = w->prefix_len;
    line_collect(w, item);
    rtp_buf_put(w->out, w->line.len > 0 ? marker : rtp_str_trim(marker));
    prefix_push(w, (rtp_str){blanks, marker.len < sizeof blanks ? marker.len : sizeof blanks - 1});
    rtp_markdown_put(w->out, &w->line, RTP_SPOT_ITEM, prefix_of(w));
    rtp_buf_put_char(w->out, '\n');
    w->prefix_len = kept;
}

static void list_put(writer *w, const rtp_node *list)
{
    size_t number = 0;
    for (const rtp_node *item = list->first; item; item = item->next) {
        if (number++ == 0) {
            block_start(w);
        } else {
            rtp_buf_put(w->out, prefix_of(w));
        }
        item_put(w, item, item_marker(w, list->level != 0, number));
    }
}

static void blocks_put(writer *w, const rtp_node *parent);

static void quote_put(writer *w, const rtp_node *node)
{
    size_t kept = w->prefix_len;
    prefix_push(w, rtp_lit("> "));
    blocks_put(w, node);
    w->prefix_len = w->gap_len = kept;
}

static void rule_put(writer *w, const rtp_node *node)
{
    (void)node;
    block_start(w);
    rtp_buf_puts(w->out, "---\n");
}

/* ---- tables ---- */

enum { TABLE_WIDTH = 120, DASHES = 3 }; /* wider tables are not padded: an editor would wrap the blanks */

/* A cell is written at the end of the document, and taken off again: its row starts only once all are measured. */
static rtp_str cell_take(writer *w, const rtp_node *cell)
{
    size_t from = w->out->len;
    line_collect(w, cell);
    rtp_markdown_put(w->out, &w->line, RTP_SPOT_CELL, rtp_lit(""));
    rtp_str source = rtp_arena_copy(w->arena, (rtp_str){rtp_buf_text(w->out).ptr + from, w->out->len - from});
    w->out->len = from;
    return source;
}

static void cells_collect(writer *w, const rtp_node *table, const rtp_grid *grid)
{
    rtp_str *cells = grid->cells;
    for (const rtp_node *row = table->first; row; row = row->next) {
        size_t i = 0;
        for (const rtp_node *cell = row->first; cell; cell = cell->next) {
            cells[i++] = cell_take(w, cell);
        }
        cells += grid->columns;
    }
}

static void pipe_row_put(writer *w, const rtp_grid *grid, const rtp_str *cells)
{
    for (size_t i = 0; i < grid->columns; i++) {
        rtp_str text = cells ? cells[i] : rtp_lit("");
        size_t width = grid->widths[i] > 0 ? rtp_utf8_width(text) : 0;
        size_t pad = width < grid->widths[i] ? grid->widths[i] - width : 0;
        bool right = grid->aligns[i] == RTP_ALIGN_RIGHT;
        rtp_buf_puts(w->out, "| ");
        rtp_buf_fill(w->out, ' ', right ? pad : 0);
        rtp_buf_put(w->out, text);
        rtp_buf_fill(w->out, ' ', (right ? 0 : pad) + (text.len > 0 || pad > 0));
    }
    rtp_buf_puts(w->out, "|\n");
}

static void pipe_rule_put(writer *w, const rtp_grid *grid)
{
    for (size_t i = 0; i < grid->columns; i++) {
        bool right = grid->aligns[i] == RTP_ALIGN_RIGHT;
        size_t width = grid->widths[i] > DASHES ? grid->widths[i] : DASHES;
        rtp_buf_puts(w->out, "| ");
        rtp_buf_fill(w->out, '-', width - right);
        rtp_buf_puts(w->out, right ? ": " : " ");
    }
    rtp_buf_puts(w->out, "|\n");
}

static void widths_decide(rtp_grid *grid)
{
    size_t total = 1;
    for (size_t i = 0; i < grid->columns; i++) {
        grid->widths[i] = grid->widths[i] > DASHES ? grid->widths[i] : DASHES;
        total += grid->widths[i] + 3;
    }
    for (size_t i = 0; i < grid->columns && total > TABLE_WIDTH; i++) {
        grid->widths[i] = 0;
    }
}

static void table_put(writer *w, const rtp_node *node)
{
    rtp_grid grid = rtp_grid_make(node, w->arena);
    if (grid.columns == 0) {
        return;
    }
    cells_collect(w, node, &grid);
    rtp_grid_measure(&grid);
    widths_decide(&grid);
    block_start(w);
    pipe_row_put(w, &grid, grid.has_header ? grid.cells : NULL);
    pipe_rule_put(w, &grid);
    for (size_t row = grid.has_header; row < grid.rows; row++) {
        pipe_row_put(w, &grid, grid.cells + row * grid.columns);
    }
}

/* ---- the document ---- */

static node_put *const block_puts[RTP_NODE_KIND_COUNT] = {
    [RTP_NODE_HEADING] = heading_put, [RTP_NODE_PARAGRAPH] = paragraph_put, [RTP_NODE_LIST] = list_put,
    [RTP_NODE_TABLE] = table_put,     [RTP_NODE_QUOTE] = quote_put,         [RTP_NODE_NOTE] = quote_put,
    [RTP_NODE_RULE] = rule_put,       [RTP_NODE_CHART] = paragraph_put,
};

static void blocks_put(writer *w, const rtp_node *parent)
{
    bool other = false;
    const rtp_node *before = NULL;
    for (const rtp_node *block = parent->first; block; block = block->next) {
        if (block == w->skipped || rtp_citing_leaves_out(&w->citing, block)) {
            continue;
        }
        bool lists = before && before->kind == RTP_NODE_LIST && block->kind == RTP_NODE_LIST;
        other = lists && before->level == block->level && !other;
        w->other = other;
        block_puts[block->kind](w, block);
        before = block;
    }
}

static void definitions_put(writer *w)
{
    int number = 0;
    for (const rtp_node *entry; (entry = rtp_citing_next(&w->citing, &number));) {
        block_start(w);
        item_put(w, entry, rtp_arena_format(w->arena, "[^%d]: ", number));
    }
}

static bool is_title(const rtp_node *block)
{
    return block && block->kind == RTP_NODE_HEADING && block->level <= 1;
}

static void markdown_render(const rtp_document *document, const rtp_render_options *options, rtp_buf *out)
{
    writer w = {.out = out, .arena = options->arena, .line = rtp_inline_make(options->arena)};
    w.line.width = options->width > 0 ? (size_t)options->width : 0;
    w.citing = rtp_citing_make(document, options, RTP_CITATIONS_ENDNOTES);
    rtp_buf_expect(out, USUAL_SIZE);
    if (options->front_matter) {
        rtp_front_matter_put(document, options, out);
        w.skipped = is_title(document->root->first) ? document->root->first : NULL;
        w.started = true;
    }
    blocks_put(&w, document->root);
    definitions_put(&w);
}

const rtp_format rtp_format_markdown = {
    .name = "markdown",
    .suffixes = "md markdown",
    .media_type = "text/markdown",
    .summary = "Markdown as GitHub reads it; tables and lists, easy to edit",
    .takes = RTP_TAKES_WIDTH | RTP_TAKES_CITATIONS | RTP_TAKES_FRONT_MATTER | RTP_TAKES_LANGUAGE,
    .render = markdown_render,
};
