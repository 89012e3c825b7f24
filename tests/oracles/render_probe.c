/* Puts texts into every position a document has and prints the documents, for oracles that parse them back.
 * Standard input: texts, each as its length in bytes, a line end, and the bytes; output: documents, likewise. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rtopitch/render.h"

typedef struct builder {
    rtp_arena *arena;
    rtp_str text; /* the one that is tried */
} builder;

/* ---- spans, by a small language ----
 *
 * T the text · * strong · / emphasis · @ link, each with what stands in its brackets · [ a citation ·
 * 5 a figure · | a line break · any other character is itself */

static void spans_put(const builder *b, rtp_node *parent, const char **recipe);

static void leaf_put(const builder *b, rtp_node *parent, rtp_node_kind kind, rtp_str text)
{
    rtp_node_put(b->arena, parent, kind)->text = text;
}

static void span_put(const builder *b, rtp_node *parent, const char **recipe)
{
    static const char signs[] = "*/@";
    static const rtp_node_kind kinds[] = {RTP_SPAN_STRONG, RTP_SPAN_EMPHASIS, RTP_SPAN_LINK};
    rtp_node *span = rtp_node_put(b->arena, parent, kinds[strchr(signs, **recipe) - signs]);
    span->text = span->kind == RTP_SPAN_LINK ? rtp_lit("https://example.org/a?b=1&c=2") : rtp_lit("");
    *recipe += 2; /* the sign and its bracket */
    spans_put(b, span, recipe);
}

static void spans_put(const builder *b, rtp_node *parent, const char **recipe)
{
    for (; **recipe && **recipe != ')'; (*recipe)++) {
        switch (**recipe) {
        case 'T':
            leaf_put(b, parent, RTP_SPAN_TEXT, b->text);
            break;
        case '*':
        case '/':
        case '@':
            span_put(b, parent, recipe);
            break;
        case '[':
            rtp_node_put(b->arena, parent, RTP_SPAN_CITATION)->level = 1;
            break;
        case '5':
            leaf_put(b, parent, RTP_SPAN_FIGURE, rtp_lit("5"));
            break;
        case '|':
            rtp_node_put(b->arena, parent, RTP_SPAN_BREAK);
            break;
        default:
            leaf_put(b, parent, RTP_SPAN_TEXT, (rtp_str){*recipe, 1});
            break;
        }
    }
}

static rtp_node *block_put(const builder *b, rtp_node *parent, rtp_node_kind kind, const char *recipe)
{
    rtp_node *block = rtp_node_put(b->arena, parent, kind);
    spans_put(b, block, &recipe);
    return block;
}

/* ---- blocks ---- */

static void headings_put(const builder *b, rtp_node *root)
{
    block_put(b, root, RTP_NODE_HEADING, "T")->level = 1;
    block_put(b, root, RTP_NODE_HEADING, "x T")->level = 2;
    block_put(b, root, RTP_NODE_HEADING, "*(T) T")->level = 3;
}

static void paragraphs_put(const builder *b, rtp_node *root)
{
    static const char *const recipes[] = {"T",           "before T after",
                                          "aTb",         "5T5",
                                          "*(T) rest",   "*(T)rest",
                                          "x*(T)",       "*(Lead.)T",
                                          "T*(x)T",      "x*(T)y",
                                          "/(T)",        "/(x)T/(y)",
                                          "a/(T)b",      "*(x /(T))",
                                          "@(T)",        "T@(x)T",
                                          "@(aTb)",      "T[",
                                          "T [ T",       "[T",
                                          "[ T",         "T|T|T",
                                          "*(T)|T",      "*(T)*(T)",
                                          "T T",         "end",
                                          "*(T) *(T) T", "see T: *(x) and *(y)",
                                          "(T) [ (T)",   "[|[T"};
    for (size_t i = 0; i < RTP_COUNT(recipes); i++) {
        block_put(b, root, RTP_NODE_PARAGRAPH, recipes[i]);
    }
}

static void list_put(const builder *b, rtp_node *parent, int numbered)
{
    static const char *const recipes[] = {"T", "*(T) rest", "x", "T|T", "[T"};
    rtp_node *list = rtp_node_put(b->arena, parent, RTP_NODE_LIST);
    list->level = numbered;
    for (size_t i = 0; i < RTP_COUNT(recipes); i++) {
        block_put(b, list, RTP_NODE_ITEM, recipes[i]);
    }
}

static void row_put(const builder *b, rtp_node *table, bool header, const char *const cells[3])
{
    rtp_node *row = rtp_node_put(b->arena, table, RTP_NODE_ROW);
    row->level = header;
    for (size_t i = 0; i < 3; i++) {
        block_put(b, row, RTP_NODE_CELL, cells[i])->align = i == 2 ? RTP_ALIGN_RIGHT : RTP_ALIGN_LEFT;
    }
}

static void tables_put(const builder *b, rtp_node *root)
{
    static const char *const named[] = {"T", "x", "T"}, *const filled[] = {"T", "*(T) T", "T ["};
    static const char *const empty[] = {"", "", ""}, *const linked[] = {"@(T)", "", "xTy"};
    const char *const *heads[] = {named, empty};
    for (size_t i = 0; i < RTP_COUNT(heads); i++) {
        rtp_node *table = rtp_node_put(b->arena, root, RTP_NODE_TABLE);
        row_put(b, table, true, heads[i]);
        row_put(b, table, false, filled);
        row_put(b, table, false, linked);
    }
}

static void quotes_put(const builder *b, rtp_node *root)
{
    rtp_node *quote = rtp_node_put(b->arena, root, RTP_NODE_QUOTE);
    block_put(b, quote, RTP_NODE_PARAGRAPH, "T");
    block_put(b, quote, RTP_NODE_PARAGRAPH, "T|T");
    rtp_node *note = rtp_node_put(b->arena, root, RTP_NODE_NOTE);
    block_put(b, note, RTP_NODE_PARAGRAPH, "T");
    list_put(b, note, 1);
}

static void document_put(const builder *b, rtp_document *document)
{
    rtp_node *root = rtp_node_put(b->arena, NULL, RTP_NODE_DOCUMENT);
    *document = (rtp_document){.root = root, .name = rtp_lit("probe"), .title = b->text};
    headings_put(b, root);
    paragraphs_put(b, root);
    list_put(b, root, 0);
    list_put(b, root, 0);
    list_put(b, root, 1);
    list_put(b, root, 1);
    tables_put(b, root);
    quotes_put(b, root);
    rtp_node_put(b->arena, root, RTP_NODE_RULE);
    block_put(b, root, RTP_NODE_PARAGRAPH, "end");
}

/* ---- streams ---- */

static bool text_read(rtp_arena *arena, rtp_str *text)
{
    char line[32];
    if (!fgets(line, sizeof line, stdin)) {
        return false;
    }
    size_t len = (size_t)strtoul(line, NULL, 10);
    char *bytes = rtp_arena_take(arena, len + 1);
    *text = (rtp_str){bytes, len};
    return fread(bytes, 1, len, stdin) == len;
}

int main(int argc, char **argv)
{
    const rtp_format *format = argc > 1 ? rtp_format_find(rtp_str_from(argv[1])) : NULL;
    if (!format) {
        fputs("render_probe FORMAT [WIDTH] <texts\n", stderr);
        return 2;
    }
    int width = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 0;
    builder b = {.arena = rtp_arena_make()};
    while (text_read(b.arena, &b.text)) {
        rtp_document document;
        rtp_buf out = rtp_buf_make((size_t)1 << 30);
        document_put(&b, &document);
        format->render(&document, &(rtp_render_options){.width = width, .arena = b.arena}, &out);
        printf("%zu\n%s", out.len, rtp_buf_text(&out).ptr);
        rtp_buf_free(&out);
        rtp_arena_reset(b.arena);
    }
    rtp_arena_free(b.arena);
    return 0;
}
