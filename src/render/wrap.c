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

/* As many characters as fit, at least one; marks without a width stay with the character they sit on. */
static size_t fitting_length(rtp_str text, size_t width)
{
    size_t used = 0, i = 0;
    while (i < text.len) {
        size_t len = rtp_utf8_length(text.ptr + i, text.len - i);
        len += len == 0;
        size_t wide = rtp_utf8_width((rtp_str){text.ptr + i, len});
        if (i > 0 && used + wide > width) {
            break;
        }
        used += wide;
        i += len;
    }
    return i;
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

/* The length of a line that starts with `text`: whole words while they fit. */
static size_t line_length(rtp_str text, size_t width)
{
    size_t end = 0, used = 0;
    rtp_str rest = text;
    while (rest.len > 0 && rest.ptr[0] != '\n') {
        size_t len = word_length(rest), wide = rtp_utf8_width(head_of(rest, len));
        if (end > 0 && used + 1 + wide > width) {
            break;
        }
        used += wide + (end > 0);
        skip(&rest, len);
        end = text.len - rest.len;
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
    size_t len = line_length(wrap->rest, wrap->width);
    rtp_str found = head_of(wrap->rest, len);
    if (rtp_utf8_width(found) > wrap->width && (wrap->hard || !is_ascii(found))) {
        found.len = fitting_length(found, wrap->width);
    }
    skip(&wrap->rest, found.len);
    blanks_skip(&wrap->rest);
    if (wrap->rest.len > 0 && wrap->rest.ptr[0] == '\n') {
        skip(&wrap->rest, 1);
    }
    *line = found;
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
