/* A document as a few lines of text, for tests: one line a block, spans with one sign each.
 * *strong* _emphasis_ {figure} [1] <address|text> and / for a break. */
#ifndef RTP_TESTS_TREE_H
#define RTP_TESTS_TREE_H

#include "rtopitch/document.h"

static inline void tree_enter(const rtp_node *node, rtp_buf *out)
{
    static const char *const signs[RTP_NODE_KIND_COUNT] = {
        [RTP_NODE_DOCUMENT] = "", [RTP_NODE_PARAGRAPH] = "p ", [RTP_NODE_ITEM] = "- ",    [RTP_NODE_TABLE] = "table\n",
        [RTP_NODE_ROW] = "",      [RTP_NODE_QUOTE] = "quote ", [RTP_NODE_NOTE] = "note ", [RTP_NODE_RULE] = "rule",
        [RTP_SPAN_TEXT] = "",     [RTP_SPAN_FIGURE] = "{",     [RTP_SPAN_STRONG] = "*",   [RTP_SPAN_EMPHASIS] = "_",
        [RTP_SPAN_LINK] = "<",    [RTP_SPAN_BREAK] = " / ",    [RTP_SPAN_CITATION] = "[", [RTP_NODE_CHART] = "chart ",
        [RTP_SPAN_SPARK] = " ~ ",
    };
    if (node->kind == RTP_NODE_HEADING) {
        rtp_buf_format(out, "h%d ", node->level);
    } else if (node->kind == RTP_NODE_LIST) {
        rtp_buf_puts(out, node->level == 1 ? "ol\n" : "ul\n");
    } else if (node->kind == RTP_NODE_CELL) {
        rtp_buf_puts(out, node->align == RTP_ALIGN_RIGHT ? ">" : "|");
    } else {
        rtp_buf_puts(out, signs[node->kind]);
    }
    if (node->kind >= RTP_SPAN_TEXT) {
        rtp_buf_put(out, node->text);
    }
    if (node->kind == RTP_SPAN_LINK) {
        rtp_buf_put_char(out, '|');
    }
    if (node->kind == RTP_SPAN_CITATION) {
        rtp_buf_format(out, "%d", node->level);
    }
}

static inline void tree_leave(const rtp_node *node, rtp_buf *out)
{
    static const char *const signs[RTP_NODE_KIND_COUNT] = {
        [RTP_NODE_HEADING] = "\n", [RTP_NODE_PARAGRAPH] = "\n", [RTP_NODE_ITEM] = "\n",
        [RTP_NODE_RULE] = "\n",    [RTP_SPAN_FIGURE] = "}",     [RTP_SPAN_STRONG] = "*",
        [RTP_SPAN_EMPHASIS] = "_", [RTP_SPAN_LINK] = ">",       [RTP_SPAN_CITATION] = "]",
    };
    if (node->kind == RTP_NODE_ROW) {
        rtp_buf_puts(out, node->level == 1 ? "| head\n" : "|\n");
    } else if (signs[node->kind]) {
        rtp_buf_puts(out, signs[node->kind]);
    }
}

/* NUL-terminated, in the arena. */
static inline const char *tree_text(rtp_node *root, rtp_arena *arena)
{
    rtp_buf out = rtp_buf_make(1 << 20);
    for (rtp_walk walk = rtp_walk_make(root); rtp_walk_next(&walk);) {
        (walk.entering ? tree_enter : tree_leave)(walk.node, &out);
    }
    const char *text = rtp_arena_copy(arena, rtp_buf_text(&out)).ptr;
    rtp_buf_free(&out);
    return text;
}

#endif
