/* Writes JSON as a stream: the caller opens, puts and closes, commas and indentation follow. Text
 * that could act on a terminal or end a line is escaped, so output is safe to print. */
#include "json/locate.h"

rtp_json_writer rtp_json_writer_make(rtp_buf *out, int indent)
{
    return (rtp_json_writer){.out = out, .indent = indent, .first = true};
}

static void break_line(rtp_json_writer *w)
{
    if (w->indent > 0) {
        rtp_buf_put_char(w->out, '\n');
        rtp_buf_fill(w->out, ' ', (size_t)w->indent * (size_t)w->depth);
    }
}

/* What must stand between the value before and the next one. */
static void separate(rtp_json_writer *w)
{
    if (!w->after_key && !w->first) {
        rtp_buf_put_char(w->out, ',');
    }
    if (!w->after_key && w->depth > 0) {
        break_line(w);
    }
    w->after_key = false;
    w->first = false;
}

void rtp_json_open(rtp_json_writer *w, char bracket)
{
    separate(w);
    rtp_buf_put_char(w->out, bracket);
    w->depth++;
    w->first = true;
}

void rtp_json_close(rtp_json_writer *w, char bracket)
{
    w->depth--;
    if (!w->first) {
        break_line(w);
    }
    rtp_buf_put_char(w->out, bracket);
    w->first = false;
}

/* The letter of a short escape, or NUL. */
static char escape_letter(uint32_t code_point)
{
    switch (code_point) {
    case '"':
        return '"';
    case '\\':
        return '\\';
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return '\0';
    }
}

/* C0, DEL, C1, and the two line ends that JavaScript sees. */
static bool needs_escape(uint32_t code_point)
{
    return code_point < 0x20 || code_point == '"' || code_point == '\\' || (code_point >= 0x7F && code_point <= 0x9F) ||
           code_point == 0x2028 || code_point == 0x2029;
}

static void put_escape(rtp_buf *out, uint32_t code_point)
{
    static const char digits[] = "0123456789abcdef";
    char letter = escape_letter(code_point);
    rtp_buf_put_char(out, '\\');
    rtp_buf_put_char(out, (char)(letter ? letter : 'u'));
    for (int shift = 12; shift >= 0 && !letter; shift -= 4) {
        rtp_buf_put_char(out, digits[code_point >> shift & 0xF]);
    }
}

/* Nearly every character is put as it is. */
static size_t skip_plain(rtp_str text, size_t at)
{
    while (at < text.len && text.ptr[at] >= ' ' && text.ptr[at] < 0x7F && text.ptr[at] != '"' && text.ptr[at] != '\\') {
        at++;
    }
    return at;
}

static void put_string(rtp_buf *out, rtp_str text)
{
    size_t start = 0;
    rtp_buf_put_char(out, '"');
    for (size_t at = skip_plain(text, 0); at < text.len; at = skip_plain(text, at)) {
        uint32_t code_point = 0;
        size_t length = rtp_utf8_decode(text.ptr + at, text.len - at, &code_point);
        size_t step = length ? length : 1;
        if (length == 0 || needs_escape(code_point)) {
            rtp_buf_put(out, (rtp_str){text.ptr + start, at - start});
            put_escape(out, length ? code_point : 0xFFFD); /* one for each byte that is no UTF-8 */
            start = at + step;
        }
        at += step;
    }
    rtp_buf_put(out, (rtp_str){text.ptr ? text.ptr + start : "", text.len - start});
    rtp_buf_put_char(out, '"');
}

void rtp_json_put_key(rtp_json_writer *w, const char *key)
{
    separate(w);
    put_string(w->out, rtp_str_from(key));
    rtp_buf_puts(w->out, w->indent > 0 ? ": " : ":");
    w->after_key = true;
}

void rtp_json_put_text(rtp_json_writer *w, rtp_str text)
{
    separate(w);
    put_string(w->out, text);
}

void rtp_json_put_number(rtp_json_writer *w, double value)
{
    separate(w);
    rtp_number_put_json(value, w->out);
}

void rtp_json_put_flag(rtp_json_writer *w, bool flag)
{
    rtp_json_put_raw(w, flag ? rtp_lit("true") : rtp_lit("false"));
}

void rtp_json_put_null(rtp_json_writer *w)
{
    rtp_json_put_raw(w, rtp_lit("null"));
}

void rtp_json_put_raw(rtp_json_writer *w, rtp_str json)
{
    separate(w);
    rtp_buf_put(w->out, json);
}

void rtp_json_put_compact(rtp_json_writer *w, rtp_str json)
{
    separate(w);
    rtp_buf_expect(w->out, json.len);
    for (size_t at = 0; at < json.len;) {
        size_t from = at = rtp_json_skip_blanks(json, at);
        while (at < json.len && json.ptr[at] != ' ' && json.ptr[at] != '\n') {
            at = json.ptr[at] == '"' ? rtp_json_skip_string(json, at) : at + 1;
        }
        rtp_buf_put(w->out, (rtp_str){json.ptr + from, at - from});
    }
}
