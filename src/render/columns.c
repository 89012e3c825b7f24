/* Shares out a table's width: each column gets what its longest word needs, then the rest is shared by what is
 * still missing for a line. So short columns stay on one line and long ones wrap. */
#include "render/columns.h"

/* In characters: of a line as wide as the page, of what stands between two columns, and what one column may ask for. */
enum { LINE_WIDTH = 92, GAP = 3, WORD_MOST = 18, WISH_MOST = 66 };

typedef struct column {
    size_t least, wish;
} column;

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t word_longest(rtp_str text)
{
    size_t longest = 0, from = 0;
    for (size_t i = 0; i <= text.len; i++) {
        if (i == text.len || text.ptr[i] == ' ') {
            longest = larger(longest, rtp_utf8_width((rtp_str){text.ptr + from, i - from}));
            from = i + 1;
        }
    }
    return longest;
}

/* Spans hold spans, but the grammar nests two at most. */
static void spans_measure(const rtp_node *parent, size_t *width, size_t *word)
{
    for (const rtp_node *span = parent->first; span; span = span->next) {
        if (span->first) {
            spans_measure(span, width, word);
        } else if (span->kind != RTP_SPAN_CITATION && span->text.ptr) {
            *width += rtp_utf8_width(span->text);
            *word = larger(*word, word_longest(span->text));
        }
    }
}

size_t rtp_columns_count(const rtp_node *table)
{
    size_t most = 0;
    for (const rtp_node *row = table->first; row; row = row->next) {
        size_t count = 0;
        for (const rtp_node *cell = row->first; cell; cell = cell->next) {
            count++;
        }
        most = larger(most, count);
    }
    return most;
}

static column *columns_measure(const rtp_node *table, size_t count, rtp_arena *arena)
{
    column *columns = RTP_NEW_ARRAY(arena, column, count);
    for (const rtp_node *row = table->first; row; row = row->next) {
        column *at = columns;
        for (const rtp_node *cell = row->first; cell; cell = cell->next, at++) {
            size_t width = 0, word = 0;
            spans_measure(cell, &width, &word);
            at->least = larger(at->least, smaller(word, WORD_MOST) + GAP);
            at->wish = larger(at->wish, smaller(width, WISH_MOST) + GAP);
        }
    }
    for (size_t i = 0; i < count; i++) {
        columns[i].wish = larger(columns[i].wish, columns[i].least);
    }
    return columns;
}

/* In the same unit: what each column gets of a line. */
static void widths_share(column *columns, size_t count)
{
    size_t least = 0, missing = 0;
    for (size_t i = 0; i < count; i++) {
        least += columns[i].least;
        missing += columns[i].wish - columns[i].least;
    }
    size_t rest = least < LINE_WIDTH ? LINE_WIDTH - least : 0;
    for (size_t i = 0; i < count && rest < missing; i++) {
        columns[i].wish = columns[i].least + (columns[i].wish - columns[i].least) * rest / missing;
    }
}

rtp_columns rtp_columns_make(const rtp_node *table, rtp_arena *arena)
{
    size_t count = rtp_columns_count(table), whole = 0, before = 0;
    column *columns = columns_measure(table, count, arena);
    int *shares = RTP_NEW_ARRAY(arena, int, count);
    widths_share(columns, count);
    for (size_t i = 0; i < count; i++) {
        whole += columns[i].wish;
    }
    for (size_t i = 0; i < count; i++) { /* of what is left, so that nothing is lost in rounding */
        size_t from = before * RTP_COLUMNS_WHOLE / whole;
        before += columns[i].wish;
        shares[i] = (int)(before * RTP_COLUMNS_WHOLE / whole - from);
    }
    return (rtp_columns){count, shares};
}

bool rtp_columns_are_headed(const rtp_node *table)
{
    const rtp_node *row = table->first;
    bool says = false;
    for (const rtp_node *cell = row && row->level == 1 ? row->first : NULL; cell && !says; cell = cell->next) {
        says = cell->first != NULL;
    }
    return says;
}
