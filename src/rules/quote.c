/* Puts words into quotation marks. Marks inside them become single ones, and those that someone put around
 * the whole in the profile are not doubled. */
#include <string.h>

#include "rules/letters.h"

typedef struct quote_row {
    rtp_str mark, open, close; /* as written; as it stands inside “…” when it opens and when it closes */
} quote_row;

static const quote_row quotes[] = {
    {RTP_STR("\""), RTP_STR("\u2018"), RTP_STR("\u2019")},
    {RTP_STR("\u201C"), RTP_STR("\u2018"), RTP_STR("\u2018")},
    {RTP_STR("\u201D"), RTP_STR("\u2019"), RTP_STR("\u2019")},
    {RTP_STR("\u201E"), RTP_STR("\u2018"), RTP_STR("\u2018")},
};

static const quote_row *quote_at(rtp_str text)
{
    for (size_t i = 0; i < RTP_COUNT(quotes); i++) {
        if (rtp_str_starts(text, quotes[i].mark)) {
            return &quotes[i];
        }
    }
    return NULL;
}

/* The bytes before one that a mark of the table could start with. */
static size_t unquoted_len(rtp_str text)
{
    size_t len = 0;
    while (len < text.len && text.ptr[len] != '"' && text.ptr[len] != '\xE2') {
        len++;
    }
    return len;
}

/* Someone who already quoted the words in the profile meant them once. */
static rtp_str without_own_quotes(rtp_str text)
{
    const quote_row *first = quote_at(text);
    bool closed = rtp_str_ends(text, rtp_lit("\"")) || rtp_str_ends(text, rtp_lit("\u201D"));
    if (!first || !closed || text.len < 2 * first->mark.len) {
        return text;
    }
    size_t tail = rtp_str_ends(text, rtp_lit("\"")) ? 1 : 3;
    rtp_str inner = {text.ptr + first->mark.len, text.len - first->mark.len - tail};
    for (size_t i = 0; i < inner.len; i++) {
        if (quote_at((rtp_str){inner.ptr + i, inner.len - i})) {
            return text;
        }
    }
    return inner;
}

static void put(rtp_str text, char **end)
{
    if (text.len) {
        memcpy(*end, text.ptr, text.len);
        *end += text.len;
    }
}

static void put_quoted(rtp_str text, char **end)
{
    for (size_t i = 0; i < text.len;) {
        rtp_str rest = {text.ptr + i, text.len - i};
        size_t plain = unquoted_len(rest);
        const quote_row *row = plain ? NULL : quote_at(rest);
        bool opens = i == 0 || text.ptr[i - 1] == ' ' || text.ptr[i - 1] == '(';
        if (row) {
            put(opens ? row->open : row->close, end);
            i += row->mark.len;
        } else {
            plain += plain == 0;
            put((rtp_str){rest.ptr, plain}, end);
            i += plain;
        }
    }
}

/* A straight mark becomes three bytes; the others keep their length. */
static size_t quoted_room(rtp_str text)
{
    size_t room = text.len + 2 * strlen("\u201C");
    for (size_t i = 0; i < text.len; i++) {
        room += text.ptr[i] == '"' ? strlen("\u2019") - 1 : 0;
    }
    return room;
}

rtp_str rtp_text_quoted(rtp_str words, rtp_arena *arena)
{
    rtp_str text = without_own_quotes(words);
    char *start = rtp_arena_take(arena, quoted_room(text)), *end = start;
    put(rtp_lit("\u201C"), &end);
    put_quoted(text, &end);
    put(rtp_lit("\u201D"), &end);
    return (rtp_str){start, (size_t)(end - start)};
}
