/* Documents from short recipes, for tests of the render floor: one sign a span, so that a text can be put into
 * many places in a few characters. Used by unit tests and by the probe of the oracles. */
#ifndef RTP_TESTS_RECIPE_H
#define RTP_TESTS_RECIPE_H

#include "rtopitch/document.h"

#include <string.h>

typedef struct recipe {
    rtp_arena *arena;
    rtp_str text; /* what T stands for */
} recipe;

/* T the text · * strong · / emphasis · @ link, each with what it holds in brackets · [ a citation · 5 a figure ·
 * | a line break · any other character is itself. Returns where it stopped: at the end or a closing bracket. */
static inline const char *recipe_spans(const recipe *r, rtp_node *parent, const char *spans)
{
    static const char signs[] = "*/@[|5T";
    static const rtp_node_kind kinds[] = {RTP_SPAN_STRONG, RTP_SPAN_EMPHASIS, RTP_SPAN_LINK, RTP_SPAN_CITATION,
                                          RTP_SPAN_BREAK,  RTP_SPAN_FIGURE,   RTP_SPAN_TEXT};
    for (; *spans && *spans != ')'; spans++) {
        const char *sign = strchr(signs, *spans);
        rtp_node *span = rtp_node_put(r->arena, parent, sign ? kinds[sign - signs] : RTP_SPAN_TEXT);
        span->fact = RTP_LITERAL;
        span->level = 1; /* the citation's number */
        if (span->kind == RTP_SPAN_TEXT || span->kind == RTP_SPAN_FIGURE) {
            span->text = *spans == 'T' ? r->text : (rtp_str){spans, 1};
        } else if (span->kind == RTP_SPAN_LINK) {
            span->text = rtp_lit("https://example.org/a?b=1&c=2");
        }
        if (spans[1] == '(' && strchr("*/@", *spans)) {
            spans = recipe_spans(r, span, spans + 2);
        }
    }
    return spans;
}

static inline rtp_node *recipe_block(const recipe *r, rtp_node *parent, rtp_node_kind kind, const char *spans)
{
    rtp_node *block = rtp_node_put(r->arena, parent, kind);
    recipe_spans(r, block, spans);
    return block;
}

static inline rtp_node *recipe_list(const recipe *r, rtp_node *parent, bool numbered, const char *const *items)
{
    rtp_node *list = rtp_node_put(r->arena, parent, RTP_NODE_LIST);
    list->level = numbered;
    for (; *items; items++) {
        recipe_block(r, list, RTP_NODE_ITEM, *items);
    }
    return list;
}

/* `cells` ends with NULL; the last column is aligned right. */
static inline rtp_node *recipe_row(const recipe *r, rtp_node *table, bool header, const char *const *cells)
{
    rtp_node *row = rtp_node_put(r->arena, table, RTP_NODE_ROW);
    row->level = header;
    for (; *cells; cells++) {
        recipe_block(r, row, RTP_NODE_CELL, *cells)->align = cells[1] ? RTP_ALIGN_LEFT : RTP_ALIGN_RIGHT;
    }
    return row;
}

#endif
