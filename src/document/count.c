/* Counts words of the tree, so that a length is known before any format is written. Markdown and plain
 * text show the same words: the marks between them hold neither letters nor digits. */
#include "document/count.h"

#include "rules/letters.h"

typedef struct counter {
    size_t words;
    bool counted; /* the run of characters under way is a word already */
} counter;

static bool is_blank(uint32_t c)
{
    static const struct {
        uint32_t first, last;
    } wide[] = {{0x85, 0x85},     {0xA0, 0xA0},     {0x1680, 0x1680}, {0x2000, 0x200A},
                {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}};
    for (size_t i = 0; c > ' ' && i < RTP_COUNT(wide); i++) {
        if (c >= wide[i].first && c <= wide[i].last) {
            return true;
        }
    }
    return c <= ' ';
}

static bool is_letter_or_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || rtp_letter_is(c);
}

static void count_text(counter *count, rtp_str text)
{
    for (size_t at = 0, len; at < text.len; at += len) {
        uint32_t c = 0;
        len = rtp_utf8_decode(text.ptr + at, text.len - at, &c);
        len += len == 0;
        if (is_blank(c)) {
            count->counted = false;
        } else if (!count->counted && is_letter_or_digit(c)) {
            count->counted = true;
            count->words++;
        }
    }
}

/* ---- documents ---- */

/* The number before an item, or in a citation's brackets. */
static bool is_numbered(const rtp_node *node)
{
    return node->kind == RTP_SPAN_CITATION ||
           (node->kind == RTP_NODE_ITEM && node->parent->kind == RTP_NODE_LIST && node->parent->level > 0);
}

static void count_node(counter *count, const rtp_node *node)
{
    bool block = node->kind < RTP_SPAN_TEXT || node->kind == RTP_SPAN_BREAK;
    if (is_numbered(node)) {
        count_text(count, rtp_lit("1"));
    }
    if (block) {
        count->counted = false;
    }
    if (node->kind == RTP_SPAN_TEXT || node->kind == RTP_SPAN_FIGURE) {
        count_text(count, node->text);
    }
}

size_t rtp_document_words(const rtp_document *document)
{
    counter count = {0, false};
    for (rtp_walk walk = rtp_walk_make(document->root); rtp_walk_next(&walk);) {
        if (walk.entering) {
            count_node(&count, walk.node);
        } else if (walk.node->kind < RTP_SPAN_TEXT) {
            count.counted = false;
        }
    }
    return count.words;
}

/* ---- points ---- */

static size_t count_runs(rtp_runs runs)
{
    counter count = {0, false};
    for (size_t i = 0; i < runs.len; i++) {
        count_text(&count, runs.items[i].text);
    }
    return count.words;
}

size_t rtp_point_words(const rtp_point *point)
{
    size_t words = count_runs(point->lead) + count_runs(point->text);
    for (size_t i = 0; i < point->rule->cell_count; i++) {
        words += count_runs(point->cells[i]);
    }
    return words;
}
