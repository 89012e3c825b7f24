/* Collects the text of one block, cleaned and marked. Blanks and opening markers wait until a word
 * follows, which is what moves blanks out of spans and drops empty ones. */
#include "render/inline.h"

#include <stdlib.h>

#include "render/stray.h"

enum { LINE_LIMIT = 1 << 30 };

rtp_inline rtp_inline_make(void)
{
    return (rtp_inline){.text = rtp_buf_make(LINE_LIMIT), .marks = rtp_buf_make(LINE_LIMIT)};
}

void rtp_inline_free(rtp_inline *line)
{
    rtp_buf_free(&line->text);
    rtp_buf_free(&line->marks);
}

void rtp_inline_clear(rtp_inline *line)
{
    line->text.len = line->marks.len = 0;
    line->bits = line->signs = 0;
    line->blank = false;
    line->breaks = line->depth = line->closed_at = 0;
    line->closed = (rtp_str){NULL, 0};
}

/* Found while the text is looked at anyway, so that an escaper knows what it need not search. */
static const unsigned char signs[128] = {
    ['*'] = RTP_SIGN_PAIR,    ['_'] = RTP_SIGN_PAIR,    ['~'] = RTP_SIGN_PAIR,    ['`'] = RTP_SIGN_PAIR,
    ['['] = RTP_SIGN_BRACKET, [']'] = RTP_SIGN_BRACKET, ['('] = RTP_SIGN_BRACKET, [')'] = RTP_SIGN_BRACKET,
    ['!'] = RTP_SIGN_BRACKET, ['^'] = RTP_SIGN_BRACKET, ['.'] = RTP_SIGN_STOP,    [':'] = RTP_SIGN_STOP,
    ['\\'] = RTP_SIGN_RARE,   ['<'] = RTP_SIGN_RARE,    ['&'] = RTP_SIGN_RARE,    ['|'] = RTP_SIGN_RARE,
};

static void bytes_put(rtp_inline *line, rtp_str bytes, unsigned bits)
{
    rtp_buf_put(&line->text, bytes);
    rtp_buf_fill(&line->marks, (char)bits, bytes.len);
}

/* ---- what waits ---- */

static void own_put(rtp_inline *line, rtp_str markup, unsigned bits)
{
    for (size_t i = 0; i < markup.len; i++) {
        unsigned char c = (unsigned char)markup.ptr[i];
        line->signs |= c < sizeof signs ? signs[c] : 0;
    }
    bytes_put(line, markup, RTP_MARK_OWN | bits);
}

static void gap_flush(rtp_inline *line)
{
    for (size_t i = 0; i < line->breaks && line->text.len > 0; i++) {
        own_put(line, rtp_lit("\n"), 0);
    }
    if (line->blank && line->breaks == 0 && line->text.len > 0) {
        bytes_put(line, rtp_lit(" "), line->bits);
    }
    line->blank = false;
    line->breaks = 0;
}

static void flush(rtp_inline *line)
{
    if (line->blank || line->breaks > 0) {
        gap_flush(line);
    }
    for (size_t i = 0; i < line->depth; i++) {
        rtp_inline_span *span = &line->spans[i];
        if (!span->written) {
            own_put(line, span->marker, span->bits);
            span->written = true;
        }
    }
}

/* ---- words ---- */

static bool is_plain(char c)
{
    return (unsigned char)(c - '!') <= '~' - '!';
}

/* As much as can be copied at once: printable ASCII with single blanks between. Adds the signs in it. */
static size_t plain_length(rtp_str text, unsigned char *found)
{
    unsigned char seen = 0;
    size_t i = 0;
    for (; i < text.len; i++) {
        char c = text.ptr[i];
        if (is_plain(c)) {
            seen |= signs[(unsigned char)c];
        } else if (c != ' ' || i == 0 || text.ptr[i - 1] == ' ') {
            break;
        }
    }
    *found |= seen;
    return i > 0 && text.ptr[i - 1] == ' ' ? i - 1 : i;
}

static void word_put(rtp_inline *line, rtp_str bytes)
{
    flush(line);
    bytes_put(line, bytes, line->bits);
}

/* One character that is not plain; returns how many bytes it took. */
static size_t odd_put(rtp_inline *line, rtp_str text)
{
    size_t len = 1;
    switch (rtp_stray_at(text, &len)) {
    case RTP_STRAY_NONE:
        word_put(line, (rtp_str){text.ptr, len});
        break;
    case RTP_STRAY_BLANK:
        line->blank = true;
        break;
    case RTP_STRAY_MARK:
        word_put(line, rtp_lit(RTP_STRAY_REPLACEMENT));
        break;
    case RTP_STRAY_HIDDEN:
        break;
    }
    return len;
}

void rtp_inline_put(rtp_inline *line, rtp_str text)
{
    while (text.len > 0) {
        size_t len = plain_length(text, &line->signs);
        if (len > 0) {
            flush(line);
            bytes_put(line, (rtp_str){text.ptr, len}, line->bits);
        } else {
            len = odd_put(line, text);
        }
        text.ptr += len;
        text.len -= len;
    }
}

/* ---- markup ---- */

void rtp_inline_put_own(rtp_inline *line, rtp_str markup)
{
    flush(line);
    own_put(line, markup, 0);
}

void rtp_inline_blank(rtp_inline *line)
{
    line->blank = true;
}

void rtp_inline_break(rtp_inline *line)
{
    line->breaks++;
}

/* "**a****b**" would be one span with four asterisks in it, so neighbours become one span. */
static bool span_resume(rtp_inline *line, const rtp_inline_span *span)
{
    if ((span->bits & RTP_MARK_OPENS) == 0 || line->closed_at != line->text.len || line->text.len == 0 || line->blank ||
        line->breaks > 0 || !rtp_str_equal(line->closed, span->marker)) {
        return false;
    }
    line->text.len -= span->marker.len;
    line->marks.len -= span->marker.len;
    return true;
}

void rtp_inline_open(rtp_inline *line, rtp_str marker, unsigned bits)
{
    if (line->depth == RTP_INLINE_DEPTH) { /* the grammar does not nest so deep */
        abort();
    }
    bool emphasis = (bits & RTP_MARK_INSIDE) != 0;
    rtp_inline_span span = {marker, RTP_MARK_OWN | (emphasis ? RTP_MARK_OPENS : 0), line->bits, false};
    span.written = span_resume(line, &span);
    line->spans[line->depth++] = span;
    line->bits = (unsigned char)(line->bits | bits);
}

void rtp_inline_close(rtp_inline *line, rtp_str marker)
{
    if (line->depth == 0) { /* closed twice: a renderer's mistake */
        abort();
    }
    rtp_inline_span span = line->spans[--line->depth];
    line->bits = span.before;
    if (!span.written) {
        return;
    }
    bool emphasis = (span.bits & RTP_MARK_OPENS) != 0;
    own_put(line, marker, emphasis ? RTP_MARK_CLOSES : 0);
    line->closed = marker;
    line->closed_at = line->text.len;
}
