/* Collects the text of one block, cleaned and marked. Blanks and opening markers wait until a word
 * follows, which is what moves blanks out of spans and drops empty ones. */
#include "render/inline.h"
#include "render/stray.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { USUAL_LENGTH = 1024 };

__attribute__((noinline)) static void line_grow(rtp_inline *line, size_t n)
{
    size_t cap = line->cap * 2 > line->len + n ? line->cap * 2 : line->len + n;
    char *text = rtp_arena_take(line->arena, cap);
    unsigned char *marks = rtp_arena_take(line->arena, cap);
    if (line->len > 0) {
        memcpy(text, line->text, line->len);
        memcpy(marks, line->marks, line->len);
    }
    line->text = text;
    line->marks = marks;
    line->cap = cap;
}

/* Room for n bytes more, and their marks. */
static void line_reserve(rtp_inline *line, size_t n)
{
    if (n > line->cap - line->len) {
        line_grow(line, n);
    }
}

rtp_inline rtp_inline_make(rtp_arena *arena)
{
    rtp_inline line = {.arena = arena};
    line_reserve(&line, USUAL_LENGTH);
    return line;
}

void rtp_inline_clear(rtp_inline *line)
{
    memset(line->marks, 0, line->len);
    line->len = line->sign_count = 0;
    line->bits = 0;
    line->blank = line->emphasised = false;
    line->breaks = line->depth = line->closed_at = 0;
    line->closed = (rtp_str){NULL, 0};
}

rtp_str rtp_inline_text(const rtp_inline *line)
{
    return (rtp_str){line->text, line->len};
}

/* Marks behind the text are zero, which is what most bytes have. */
static void bytes_put(rtp_inline *line, rtp_str bytes, unsigned bits)
{
    line_reserve(line, bytes.len);
    memcpy(line->text + line->len, bytes.ptr, bytes.len);
    if (bits != 0) {
        memset(line->marks + line->len, (int)bits, bytes.len);
    }
    line->len += bytes.len;
}

/* ---- what waits ---- */

static void own_put(rtp_inline *line, rtp_str markup, unsigned bits)
{
    line->emphasised = line->emphasised || bits & (RTP_MARK_OPENS | RTP_MARK_CLOSES);
    bytes_put(line, markup, RTP_MARK_OWN | bits);
}

static void gap_flush(rtp_inline *line)
{
    for (size_t i = 0; i < line->breaks && line->len > 0; i++) {
        own_put(line, rtp_lit("\n"), 0);
    }
    if (line->blank && line->breaks == 0 && line->len > 0) {
        bytes_put(line, rtp_lit(" "), line->bits);
    }
    line->blank = false;
    line->breaks = 0;
}

__attribute__((noinline)) static void flush_all(rtp_inline *line)
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

/* Between most pieces of a text nothing waits. */
static void flush(rtp_inline *line)
{
    if (line->blank || line->breaks > 0 || line->depth > 0) {
        flush_all(line);
    }
}

/* ---- words ---- */

/* What a byte is to whoever copies words: odd, which is looked at by itself, plain, a sign that may mean something to
 * Markdown, or a blank. */
enum { O, P, S, B };
/* In rows of sixteen, as code charts have them; what is not listed, from 0x80 on, is odd. */
/* clang-format off */
static const unsigned char kinds[UCHAR_MAX + 1] = {
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
    B, S, P, P, P, P, S, P, S, P, S, P, P, P, S, P,
    P, P, P, P, P, P, P, P, P, P, S, P, S, P, P, P,
    P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P,
    P, P, P, P, P, P, P, P, P, P, P, S, S, S, S, S,
    S, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P,
    P, P, P, P, P, P, P, P, P, P, P, P, S, P, S, O,
};
/* clang-format on */

static unsigned kind_of(char c)
{
    return kinds[(unsigned char)c];
}

static void sign_put(rtp_inline *line, size_t at)
{
    line->signs = rtp_array_grow(line->arena, line->signs, line->sign_count, &line->sign_cap, sizeof *line->signs);
    line->signs[line->sign_count++] = at;
}

/* Behind plain bytes and single blanks; the text does not begin with one. */
static size_t plain_end(rtp_str text, size_t i)
{
    for (; i < text.len; i++) {
        unsigned kind = kind_of(text.ptr[i]);
        if (kind != P && (kind != B || text.ptr[i - 1] == ' ')) {
            break;
        }
    }
    return i;
}

/* Bytes of the character at i when it is odd and yet nothing to be taken out, else 0. */
static size_t harmless_length(rtp_str text, size_t i)
{
    size_t len = 0;
    bool odd = i < text.len && kind_of(text.ptr[i]) == O;
    return odd && rtp_stray_at((rtp_str){text.ptr + i, text.len - i}, &len) == RTP_STRAY_NONE ? len : 0;
}

/* As much as can be copied to `at` in the line at once: nothing to be taken out, and single blanks between. Its signs
 * are noted on the way. */
static size_t plain_length(rtp_inline *line, rtp_str text, size_t at)
{
    size_t i = 0, step = 1;
    while (step > 0) {
        i = plain_end(text, i);
        unsigned kind = i < text.len ? kind_of(text.ptr[i]) : O;
        if (kind == S) {
            sign_put(line, at + i);
        }
        step = kind == S ? 1 : harmless_length(text, i);
        i += step;
    }
    return text.ptr[i - 1] == ' ' ? i - 1 : i;
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
        size_t len;
        unsigned kind = kind_of(text.ptr[0]);
        if (kind == P || kind == S || harmless_length(text, 0) > 0) {
            flush(line);
            len = plain_length(line, text, line->len);
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

void rtp_inline_unblank(rtp_inline *line)
{
    line->blank = false;
}

void rtp_inline_break(rtp_inline *line)
{
    line->breaks++;
}

/* "**a****b**" would be one span with four asterisks in it, so neighbours become one span. */
static bool span_resume(rtp_inline *line, const rtp_inline_span *span)
{
    if ((span->bits & RTP_MARK_OPENS) == 0 || line->closed_at != line->len || line->len == 0 || line->blank ||
        line->breaks > 0 || !rtp_str_equal(line->closed, span->marker)) {
        return false;
    }
    line->len -= span->marker.len;
    memset(line->marks + line->len, 0, span->marker.len);
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
    line->closed_at = line->len;
}
