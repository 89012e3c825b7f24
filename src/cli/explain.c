/* Walks a document and cuts every block into stretches with one reason each.
 * A paragraph may join several points; each is then explained on its own. */
#include "cli/explain.h"

const char *rtp_outcome_words(rtp_outcome outcome)
{
    static const char *const words[RTP_OUTCOME_COUNT] = {
        [RTP_FIRED] = "used",
        [RTP_WITHHELD_FALSE] = "the condition is not met",
        [RTP_WITHHELD_UNKNOWN] = "the profile does not say",
        [RTP_WITHHELD_PHRASE] = "its text needs what the profile does not say",
        [RTP_WITHHELD_EVIDENCE] = "no study in the library fits",
        [RTP_DROPPED_BUDGET] = "no room, since stronger points come first",
        [RTP_DROPPED_SAME] = "another point argues the same",
        [RTP_DROPPED_CITATIONS] = "the document cites enough already",
        [RTP_DROPPED_WORDS] = "the document would be too long, and stronger points come first",
    };
    return words[outcome];
}

const char *rtp_outcome_name(rtp_outcome outcome)
{
    static const char *const names[RTP_OUTCOME_COUNT] = {
        [RTP_FIRED] = "fired",
        [RTP_WITHHELD_FALSE] = "condition-false",
        [RTP_WITHHELD_UNKNOWN] = "condition-unknown",
        [RTP_WITHHELD_PHRASE] = "phrase-unknown",
        [RTP_WITHHELD_EVIDENCE] = "no-evidence",
        [RTP_DROPPED_BUDGET] = "no-room",
        [RTP_DROPPED_SAME] = "same-argument",
        [RTP_DROPPED_CITATIONS] = "citations-used-up",
        [RTP_DROPPED_WORDS] = "words-used-up",
    };
    return names[outcome];
}

bool rtp_explanation_has(const rtp_explanation *explanation, const rtp_rule *rule)
{
    if (explanation->only) {
        return rule == explanation->only;
    }
    for (size_t i = 0; i < explanation->outline->section_count; i++) {
        if (rtp_str_equal(explanation->outline->sections[i].id, rule->section)) {
            return true;
        }
    }
    return false;
}

typedef struct collector {
    rtp_explanation *explanation;
    rtp_arena *arena;
    rtp_buf text; /* of the stretch under way */
    const rtp_node **spans;
    size_t span_count, span_cap;
    const rtp_node *block, *cell;
    const rtp_point *point;
} collector;

static bool is_span(const rtp_node *node)
{
    return node->kind >= RTP_SPAN_TEXT;
}

static void finish_stretch(collector *c)
{
    rtp_explanation *e = c->explanation;
    rtp_str text = rtp_str_trim(rtp_buf_text(&c->text));
    bool wanted = !e->only || (c->point && c->point->rule == e->only);
    if (wanted && (text.len > 0 || c->span_count > 0)) {
        e->items = rtp_array_grow(c->arena, e->items, e->len, &e->cap, sizeof *e->items);
        e->items[e->len++] = (rtp_explained){c->block, c->point, rtp_arena_copy(c->arena, text),
                                             (const rtp_node *const *)c->spans, c->span_count};
    }
    c->text.len = 0;
    c->spans = NULL;
    c->span_count = c->span_cap = 0;
}

static const rtp_point *point_of(const rtp_node *node)
{
    while (node && !node->point) {
        node = node->parent;
    }
    return node ? node->point : NULL;
}

static void put_span(collector *c, const rtp_node *node)
{
    const rtp_point *point = point_of(node);
    if (point != c->point) {
        finish_stretch(c);
        c->point = point;
    }
    switch (node->kind) {
    case RTP_SPAN_TEXT:
    case RTP_SPAN_FIGURE:
        rtp_buf_put(&c->text, node->text);
        break;
    case RTP_SPAN_BREAK:
        rtp_buf_put_char(&c->text, ' ');
        break;
    case RTP_SPAN_SPARK:
    case RTP_SPAN_STRONG:
    case RTP_SPAN_EMPHASIS:
    case RTP_SPAN_LINK:
    case RTP_SPAN_CITATION:
    case RTP_NODE_DOCUMENT:
    case RTP_NODE_HEADING:
    case RTP_NODE_PARAGRAPH:
    case RTP_NODE_LIST:
    case RTP_NODE_ITEM:
    case RTP_NODE_TABLE:
    case RTP_NODE_ROW:
    case RTP_NODE_CELL:
    case RTP_NODE_QUOTE:
    case RTP_NODE_NOTE:
    case RTP_NODE_CHART:
    case RTP_NODE_RULE:
    case RTP_NODE_KIND_COUNT:
        break;
    }
    if (node->value || node->kind == RTP_SPAN_CITATION) {
        c->spans = rtp_array_grow(c->arena, (void *)c->spans, c->span_count, &c->span_cap, sizeof(rtp_node *));
        c->spans[c->span_count++] = node;
    }
}

static void enter(collector *c, const rtp_node *node)
{
    if (is_span(node)) {
        put_span(c, node);
    } else if (node->kind != RTP_NODE_CELL) {
        finish_stretch(c);
        c->block = node;
        c->point = point_of(node);
    } else if (c->text.len > 0) {
        rtp_buf_puts(&c->text, " | ");
    }
}

void rtp_explanation_collect(rtp_explanation *explanation, rtp_arena *arena)
{
    collector c = {.explanation = explanation, .arena = arena, .text = rtp_buf_make(1 << 24)};
    rtp_walk walk = rtp_walk_make(explanation->document->root);
    while (rtp_walk_next(&walk)) {
        if (walk.entering) {
            enter(&c, walk.node);
        } else if (!is_span(walk.node) && walk.node->kind != RTP_NODE_CELL) {
            finish_stretch(&c);
        }
    }
    rtp_buf_free(&c.text);
}
