/* The grammar of documents: which node may hold which. One table that building refuses against and every
 * renderer may rely on, so that no format meets a tree it cannot draw. */
#include "rtopitch/document.h"

#define HOLDS(kind) (1u << (kind))

enum {
    PLAIN = HOLDS(RTP_SPAN_TEXT) | HOLDS(RTP_SPAN_FIGURE),
    LINE = PLAIN | HOLDS(RTP_SPAN_STRONG) | HOLDS(RTP_SPAN_EMPHASIS) | HOLDS(RTP_SPAN_LINK) | HOLDS(RTP_SPAN_CITATION),
    LINES = LINE | HOLDS(RTP_SPAN_BREAK),
    BLOCKS = HOLDS(RTP_NODE_HEADING) | HOLDS(RTP_NODE_PARAGRAPH) | HOLDS(RTP_NODE_LIST) | HOLDS(RTP_NODE_TABLE) |
             HOLDS(RTP_NODE_QUOTE) | HOLDS(RTP_NODE_NOTE) | HOLDS(RTP_NODE_CHART) | HOLDS(RTP_NODE_RULE)
};

/* Items and cells hold spans directly: a list inside a list, or a break inside a cell, has no plain
 * form in Markdown tables and text columns. Kinds that are not named hold nothing. */
static const unsigned grammar[RTP_NODE_KIND_COUNT] = {
    [RTP_NODE_DOCUMENT] = BLOCKS,
    [RTP_NODE_HEADING] = LINE,
    [RTP_NODE_PARAGRAPH] = LINES,
    [RTP_NODE_LIST] = HOLDS(RTP_NODE_ITEM),
    [RTP_NODE_ITEM] = LINES,
    [RTP_NODE_TABLE] = HOLDS(RTP_NODE_ROW),
    [RTP_NODE_ROW] = HOLDS(RTP_NODE_CELL),
    [RTP_NODE_CELL] = LINE,
    [RTP_NODE_QUOTE] = HOLDS(RTP_NODE_PARAGRAPH),
    [RTP_NODE_NOTE] = HOLDS(RTP_NODE_PARAGRAPH) | HOLDS(RTP_NODE_LIST),
    [RTP_NODE_CHART] = LINE | HOLDS(RTP_SPAN_SPARK),
    [RTP_SPAN_STRONG] = PLAIN | HOLDS(RTP_SPAN_EMPHASIS),
    [RTP_SPAN_EMPHASIS] = PLAIN,
    [RTP_SPAN_LINK] = PLAIN,
};

bool rtp_node_may_hold(rtp_node_kind parent, rtp_node_kind child)
{
    return parent < RTP_NODE_KIND_COUNT && child < RTP_NODE_KIND_COUNT && (grammar[parent] & HOLDS(child)) != 0;
}
