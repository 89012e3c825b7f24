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

static bool is_letter_or_digit(unsigned char c)
{
    unsigned char small = c | 0x20;
    return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9');
}

/* One character beyond ASCII; gives its length. */
static size_t count_wide(counter *count, rtp_str rest)
{
    uint32_t c = 0;
    size_t len = rtp_utf8_decode(rest.ptr, rest.len, &c);
    if (is_blank(c)) {
        count->counted = false;
    } else if (!count->counted && rtp_letter_is(c)) {
        count->counted = true;
        count->words++;
    }
    return len + (len == 0);
}

enum { ASCII_END = 0x80 };

/* The rest of a word that is counted, or what stands before one; ends at a character beyond ASCII, too. */
static const unsigned char *skip(const unsigned char *at, const unsigned char *end, bool counted)
{
    if (counted) {
        while (at<end && * at> ' ' && *at < ASCII_END) {
            at++;
        }
    } else {
        while (at < end && *at < ASCII_END && !is_letter_or_digit(*at)) {
            at++;
        }
    }
    return at;
}

static void count_text(counter *count, rtp_str text)
{
    const unsigned char *at = (const unsigned char *)text.ptr, *end = at + text.len;
    while ((at = skip(at, end, count->counted)) < end) {
        if (*at >= ASCII_END) {
            at += count_wide(count, (rtp_str){(const char *)at, (size_t)(end - at)});
        } else {
            count->words += !count->counted;
            count->counted = !count->counted;
            at++;
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
    bool block = node->kind < RTP_SPAN_TEXT || node->kind == RTP_SPAN_BREAK || node->kind == RTP_SPAN_SPARK;
    if (is_numbered(node)) {
        count_text(count, rtp_lit("1"));
    }
    if (block) {
        count->counted = false;
    }
    if (node->kind == RTP_SPAN_TEXT || node->kind == RTP_SPAN_FIGURE || node->kind == RTP_SPAN_SPARK) {
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
