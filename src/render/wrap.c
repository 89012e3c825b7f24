/* Breaking text into lines of a given width: greedy, at blanks. Words too long for a line are broken only
 * where the script allows it or the caller insists, because a broken address is no address. */
#include "render/wrap.h"

#include <string.h>

static size_t word_length(rtp_str text)
{
    size_t i = 0;
    while (i < text.len && text.ptr[i] != ' ' && text.ptr[i] != '\n') {
        i++;
    }
    return i;
}

static bool is_ascii(rtp_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if ((unsigned char)text.ptr[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

typedef struct fit {
    size_t len, width;
    bool whole; /* the word ends here */
} fit;

/* As much of the first word as fits; marks without a width stay with the character they sit on. Looks no
 * further than the width, since a text may be one endless word. */
static fit word_fit(rtp_str text, size_t width)
{
    fit found = {0, 0, false};
    while (found.len < text.len && text.ptr[found.len] != ' ' && text.ptr[found.len] != '\n') {
        size_t len = rtp_utf8_length(text.ptr + found.len, text.len - found.len);
        len += len == 0;
        size_t wide = rtp_utf8_width((rtp_str){text.ptr + found.len, len});
        if (found.width + wide > width) {
            return found;
        }
        found.width += wide;
        found.len += len;
    }
    found.whole = true;
    return found;
}

static rtp_str head_of(rtp_str text, size_t len)
{
    return (rtp_str){text.ptr, len};
}

static void skip(rtp_str *text, size_t n)
{
    text->ptr += n;
    text->len -= n;
}

static void blanks_skip(rtp_str *text)
{
    while (text->len > 0 && text->ptr[0] == ' ') {
        skip(text, 1);
    }
}

/* A first word that does not fit: cut, at least behind one character, or left whole. */
static size_t long_word_length(const rtp_wrap *wrap, size_t fitting)
{
    rtp_str word = head_of(wrap->rest, word_length(wrap->rest));
    if (!wrap->hard && is_ascii(word)) {
        return word.len;
    }
    size_t first = rtp_utf8_length(word.ptr, word.len);
    return fitting > 0 ? fitting : first + (first == 0);
}

/* Whole words while they fit. */
static size_t line_length(const rtp_wrap *wrap)
{
    size_t end = 0, used = 0;
    rtp_str rest = wrap->rest;
    while (rest.len > 0 && rest.ptr[0] != '\n') {
        size_t gap = end > 0, room = wrap->width > used + gap ? wrap->width - used - gap : 0;
        fit word = word_fit(rest, room);
        if (!word.whole) {
            return end > 0 ? end : long_word_length(wrap, word.len);
        }
        used += word.width + gap;
        skip(&rest, word.len);
        end = wrap->rest.len - rest.len;
        blanks_skip(&rest);
    }
    return end;
}

bool rtp_wrap_next(rtp_wrap *wrap, rtp_str *line)
{
    blanks_skip(&wrap->rest);
    if (wrap->rest.len == 0) {
        return false;
    }
    *line = head_of(wrap->rest, line_length(wrap));
    skip(&wrap->rest, line->len);
    blanks_skip(&wrap->rest);
    if (wrap->rest.len > 0 && wrap->rest.ptr[0] == '\n') {
        skip(&wrap->rest, 1);
    }
    return true;
}

size_t rtp_wrap_least(rtp_str text)
{
    size_t least = 0;
    while (text.len > 0) {
        size_t len = word_length(text), wide = rtp_utf8_width(head_of(text, len));
        least = wide > least ? wide : least;
        skip(&text, len < text.len ? len + 1 : len);
    }
    return least;
}
