/* Puts texts into every position a document has and prints the documents, for oracles that parse them back:
 * render_probe FORMAT [WIDTH [usual | footnotes | endnotes | inline [front]]]
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

/* With sources, so that citations can become notes; the study is invented. */
static void sources_put(const recipe *r, rtp_node *root)
{
    static const rtp_evidence study = {.year = 2024};
    static const char *const entries[] = {"T", NULL};
    rtp_node *heading = recipe_block(r, root, RTP_NODE_HEADING, "Sources");
    rtp_node *list = recipe_list(r, root, true, entries);
    heading->level = 2;
    heading->section = list->section = rtp_lit("sources");
    list->first->evidence = &study;
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
    sources_put(r, root);
}

/* ---- options ---- */

static const char *const citations[] = {
    [RTP_CITATIONS_USUAL] = "usual",
    [RTP_CITATIONS_FOOTNOTES] = "footnotes",
    [RTP_CITATIONS_ENDNOTES] = "endnotes",
    [RTP_CITATIONS_INLINE] = "inline",
};

static bool options_read(int argc, char **argv, rtp_render_options *options)
{
    size_t way = 0;
    while (argc > 3 && way < RTP_COUNT(citations) && strcmp(argv[3], citations[way]) != 0) {
        way++;
    }
    options->width = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 0;
    options->citations = (rtp_citations)way;
    options->front_matter = argc > 4;
    return way < RTP_COUNT(citations);
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
    rtp_render_options options = {.width = 0};
    if (!format || !options_read(argc, argv, &options)) {
        fputs("render_probe FORMAT [WIDTH [CITATIONS [front]]] <texts\n", stderr);
        return 2;
    }
    recipe r = {.arena = rtp_arena_make()};
    while (text_read(r.arena, &r.text)) {
        rtp_document document;
        rtp_buf out = rtp_buf_make((size_t)1 << 30);
        document_put(&r, &document);
        options.arena = r.arena;
        format->render(&document, &options, &out);
        printf("%zu\n", out.len);
        fwrite(rtp_buf_text(&out).ptr, 1, out.len, stdout);
        rtp_buf_free(&out);
        rtp_arena_reset(r.arena);
    }
    rtp_arena_free(r.arena);
    return 0;
}
