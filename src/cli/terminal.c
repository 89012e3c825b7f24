/* Text for people: colour only where it is wanted, nothing that steers the terminal, lines that fit.
 * The environment is read here and nowhere else but for the date. */
#include "cli/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool environment_has(const char *name)
{
    const char *value = getenv(name);
    return value && value[0] != '\0';
}

bool rtp_terminal_has_colour(int fd, rtp_when when)
{
    if (when != RTP_WHEN_AUTO) {
        return when == RTP_WHEN_ALWAYS;
    }
    if (environment_has("NO_COLOR")) {
        return false;
    }
    if (environment_has("FORCE_COLOR")) {
        return true;
    }
    const char *kind = getenv("TERM");
    return kind && strcmp(kind, "dumb") != 0 && isatty(fd);
}

static void put_escaped(rtp_buf *out, rtp_str bytes, uint32_t code_point)
{
    if (bytes.len == 0) {
        return;
    }
    if (code_point == '\t') {
        rtp_buf_put_char(out, ' ');
    } else if (code_point == '\n' || rtp_utf8_is_unsafe(code_point)) {
        rtp_buf_format(out, "\\u{%x}", (unsigned)code_point);
    } else {
        rtp_buf_put(out, bytes);
    }
}

static bool is_plain(char c)
{
    return c >= ' ' && c <= '~';
}

void rtp_terminal_put(rtp_buf *out, rtp_str text)
{
    size_t i = 0;
    while (i < text.len) {
        size_t run = i;
        while (run < text.len && is_plain(text.ptr[run])) {
            run++;
        }
        rtp_buf_put(out, (rtp_str){text.ptr + i, run - i});
        i = run;
        if (i == text.len) {
            return;
        }
        uint32_t code_point = 0;
        size_t length = rtp_utf8_decode(text.ptr + i, text.len - i, &code_point);
        if (length == 0) {
            rtp_buf_format(out, "\\x{%02x}", (unsigned)(unsigned char)text.ptr[i]);
        }
        put_escaped(out, (rtp_str){text.ptr + i, length}, code_point);
        i += length > 0 ? length : 1;
    }
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void rtp_terminal_wrap(rtp_buf *out, rtp_str text, size_t column, size_t indent, size_t width)
{
    bool first = true;
    while (text.len > 0) {
        text = rtp_str_trim(text);
        size_t len = 0;
        while (len < text.len && !is_blank(text.ptr[len])) {
            len++;
        }
        size_t before = out->len;
        if (!first) {
            rtp_buf_put_char(out, ' ');
            column++;
        }
        size_t word = out->len;
        rtp_terminal_put(out, (rtp_str){text.ptr, len});
        size_t columns = out->failed ? 0 : rtp_utf8_width((rtp_str){out->ptr + word, out->len - word});
        if (!first && column + columns > width && !out->failed) {
            out->len = before;
            rtp_buf_put_char(out, '\n');
            rtp_buf_fill(out, ' ', indent);
            rtp_terminal_put(out, (rtp_str){text.ptr, len});
            column = indent;
        }
        column += columns;
        first = false;
        text.ptr += len;
        text.len -= len;
    }
}
