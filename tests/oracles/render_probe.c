/* Puts texts into every position a document has and prints the documents, for oracles that parse them back.
 * Standard input: texts, each as its length in bytes, a line end, and the bytes; output: documents, likewise. */
#include <stdio.h>
#include <stdlib.h>

#include "recipe.h"
#include "rtopitch/render.h"

static void headings_put(const recipe *r, rtp_node *root)
{
    recipe_block(r, root, RTP_NODE_HEADING, "T")->level = 1;
    recipe_block(r, root, RTP_NODE_HEADING, "x T")->level = 2;
    recipe_block(r, root, RTP_NODE_HEADING, "*(T) T")->level = 3;
}

static void paragraphs_put(const recipe *r, rtp_node *root)
{
    static const char *const recipes[] = {
        "T",        "before T after", "aTb",       "5T5",       "*(T) rest",
        "*(T)rest", "x*(T)",          "*(Lead.)T", "T*(x)T",    "x*(T)y",
        "/(T)",     "/(x)T/(y)",      "a/(T)b",    "*(x /(T))", "@(T)",
        "T@(x)T",   "@(aTb)",         "T[",        "T [ T",     "[T",
        "[ T",      "T|T|T",          "*(T)|T",    "*(T)*(T)",  "T T",
        "end",      "*(T) *(T) T",    "(T",        "[|[T",      "see T: *(x) and *(y)"};
    for (size_t i = 0; i < RTP_COUNT(recipes); i++) {
        recipe_block(r, root, RTP_NODE_PARAGRAPH, recipes[i]);
    }
}

static const char *const items[] = {"T", "*(T) rest", "x", "T|T", "[T", NULL};

static void tables_put(const recipe *r, rtp_node *root)
{
    static const char *const named[] = {"T", "x", "T", NULL}, *const empty[] = {"", "", "", NULL};
    static const char *const filled[] = {"T", "*(T) T", "T [", NULL}, *const linked[] = {"@(T)", "", "xTy", NULL};
    const char *const *heads[] = {named, empty};
    for (size_t i = 0; i < RTP_COUNT(heads); i++) {
        rtp_node *table = rtp_node_put(r->arena, root, RTP_NODE_TABLE);
        recipe_row(r, table, true, heads[i]);
        recipe_row(r, table, false, filled);
        recipe_row(r, table, false, linked);
    }
}

static void quotes_put(const recipe *r, rtp_node *root)
{
    rtp_node *quote = rtp_node_put(r->arena, root, RTP_NODE_QUOTE);
    recipe_block(r, quote, RTP_NODE_PARAGRAPH, "T");
    recipe_block(r, quote, RTP_NODE_PARAGRAPH, "T|T");
    rtp_node *note = rtp_node_put(r->arena, root, RTP_NODE_NOTE);
    recipe_block(r, note, RTP_NODE_PARAGRAPH, "T");
    recipe_list(r, note, true, items);
}

static void document_put(const recipe *r, rtp_document *document)
{
    rtp_node *root = rtp_node_put(r->arena, NULL, RTP_NODE_DOCUMENT);
    *document = (rtp_document){.root = root, .name = rtp_lit("probe"), .title = r->text};
    headings_put(r, root);
    paragraphs_put(r, root);
    recipe_list(r, root, false, items);
    recipe_list(r, root, false, items);
    recipe_list(r, root, true, items);
    recipe_list(r, root, true, items);
    tables_put(r, root);
    quotes_put(r, root);
    rtp_node_put(r->arena, root, RTP_NODE_RULE);
    recipe_block(r, root, RTP_NODE_PARAGRAPH, "end");
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
    recipe r = {.arena = rtp_arena_make()};
    while (text_read(r.arena, &r.text)) {
        rtp_document document;
        rtp_buf out = rtp_buf_make((size_t)1 << 30);
        document_put(&r, &document);
        format->render(&document, &(rtp_render_options){.width = width, .arena = r.arena}, &out);
        printf("%zu\n%s", out.len, rtp_buf_text(&out).ptr);
        rtp_buf_free(&out);
        rtp_arena_reset(r.arena);
    }
    rtp_arena_free(r.arena);
    return 0;
}
