/* Nodes of the document tree: their names and how one is appended to another. The grammar is asked
 * at every append, so a tree that exists is a tree that can be rendered. */
#include <stdlib.h>

#include "rtopitch/document.h"

static const char *const names[RTP_NODE_KIND_COUNT] = {
    [RTP_NODE_DOCUMENT] = "document", [RTP_NODE_HEADING] = "heading",   [RTP_NODE_PARAGRAPH] = "paragraph",
    [RTP_NODE_LIST] = "list",         [RTP_NODE_ITEM] = "item",         [RTP_NODE_TABLE] = "table",
    [RTP_NODE_ROW] = "row",           [RTP_NODE_CELL] = "cell",         [RTP_NODE_QUOTE] = "quote",
    [RTP_NODE_NOTE] = "note",         [RTP_NODE_RULE] = "rule",         [RTP_SPAN_TEXT] = "text",
    [RTP_SPAN_FIGURE] = "figure",     [RTP_SPAN_STRONG] = "strong",     [RTP_SPAN_EMPHASIS] = "emphasis",
    [RTP_SPAN_LINK] = "link",         [RTP_SPAN_CITATION] = "citation", [RTP_SPAN_BREAK] = "break",
    [RTP_NODE_CHART] = "chart",       [RTP_SPAN_SPARK] = "spark",
};

const char *rtp_node_kind_name(rtp_node_kind kind)
{
    return kind < RTP_NODE_KIND_COUNT ? names[kind] : "unknown";
}

/* A broken tree is our bug, never the user's, and must not reach a document in release either;
 * so this is abort() and not assert(), which NDEBUG removes. */
static void check_place(const rtp_node *parent, rtp_node_kind kind)
{
    if (parent ? !rtp_node_may_hold(parent->kind, kind) : kind != RTP_NODE_DOCUMENT) {
        abort();
    }
}

rtp_node *rtp_node_put(rtp_arena *arena, rtp_node *parent, rtp_node_kind kind)
{
    check_place(parent, kind);
    rtp_node *node = RTP_NEW(arena, rtp_node);
    node->kind = kind;
    node->parent = parent;
    node->fact = RTP_LITERAL;
    if (parent) {
        *(parent->last ? &parent->last->next : &parent->first) = node;
        parent->last = node;
    }
    return node;
}
