/* Writes JSON as a stream: the caller opens, puts and closes, commas and indentation follow. Text
 * that could act on a terminal or end a line is escaped, so output is safe to print. */
#include "rtopitch/json.h"
#include "json/plain.h"

rtp_json_writer rtp_json_writer_make(rtp_buf *out, int indent)
{
    return (rtp_json_writer){.out = out, .indent = indent, .first = true};
}

/* What must stand between the value before and the next one is put, and there is room for `n` bytes behind it: here.
 * NULL when the output has failed. */
static char *separate(rtp_json_writer *w, bool value, size_t n)
{
    bool comma = value && !w->after_key && !w->first;
    bool line = w->indent > 0 && (value ? !w->after_key && w->depth > 0 : !w->first);
    size_t blanks = line ? (size_t)w->indent * (size_t)w->depth : 0;
    char *at = rtp_buf_room(w->out, (size_t)comma + (size_t)line + blanks + n);
    w->after_key = false;
    w->first = false;
    if (at && comma) {
        *at++ = ',';
    }
    if (at && line) {
        *at++ = '\n';
        memset(at, ' ', blanks);
        at += blanks;
    }
    return at;
}

static void put_sign(rtp_json_writer *w, bool value, char sign)
{
    char *at = separate(w, value, 1);
    if (at) {
        *at = sign;
        rtp_buf_fit(w->out, at + 1);
    }
}

void rtp_json_open(rtp_json_writer *w, char bracket)
{
    put_sign(w, true, bracket);
    w->depth++;
    w->first = true;
}

void rtp_json_close(rtp_json_writer *w, char bracket)
{
    w->depth--;
    put_sign(w, false, bracket);
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

static bool is_plain(char c)
{
    unsigned char byte = (unsigned char)c;
    return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\';
}

/* Bytes at its start that stand as they are; those of more than one byte may, too, but are looked at one by one. */
static size_t plain_run(rtp_str text)
{
    size_t at = 0, plain = RTP_PLAIN_TOGETHER;
    while (plain == RTP_PLAIN_TOGETHER && text.len - at >= RTP_PLAIN_TOGETHER) {
        plain = rtp_plain_bytes(text.ptr + at);
        at += plain;
    }
    while (at < text.len && is_plain(text.ptr[at])) {
        at++;
    }
    return at;
}

/* The first bytes are known to be plain. */
static void put_with_escapes(rtp_buf *out, rtp_str text, size_t plain)
{
    size_t start = 0;
    for (size_t at = plain; at < text.len;) {
        uint32_t code_point = 0;
        size_t length = rtp_utf8_decode(text.ptr + at, text.len - at, &code_point);
        size_t step = length ? length : 1;
        if (length == 0 || needs_escape(code_point)) {
            rtp_buf_put(out, (rtp_str){text.ptr + start, at - start});
            put_escape(out, length ? code_point : 0xFFFD); /* one for each byte that is no UTF-8 */
            start = at + step;
        }
        at += step;
        at += plain_run((rtp_str){text.ptr + at, text.len - at});
    }
    rtp_buf_put(out, (rtp_str){text.ptr ? text.ptr + start : "", text.len - start});
}

/* Nearly every text is plain: then it is put at once, with what stands around it. */
static void put_string(rtp_json_writer *w, rtp_str text, rtp_str behind)
{
    size_t plain = plain_run(text);
    if (plain < text.len) {
        rtp_json_open_text(w);
        put_with_escapes(w->out, text, plain);
        rtp_json_close_text(w);
        rtp_buf_put(w->out, behind);
        return;
    }
    char *at = separate(w, true, plain + behind.len + 2);
    if (at) {
        *at++ = '"';
        memcpy(at, text.ptr ? text.ptr : "", plain);
        at += plain;
        *at++ = '"';
        memcpy(at, behind.ptr, behind.len);
        rtp_buf_fit(w->out, at + behind.len);
    }
}

void rtp_json_open_text(rtp_json_writer *w)
{
    put_sign(w, true, '"');
}

void rtp_json_add_text(rtp_json_writer *w, rtp_str part)
{
    put_with_escapes(w->out, part, plain_run(part));
}

void rtp_json_close_text(rtp_json_writer *w)
{
    rtp_buf_put_char(w->out, '"');
}

void rtp_json_put_key(rtp_json_writer *w, const char *key)
{
    put_string(w, rtp_str_from(key), w->indent > 0 ? rtp_lit(": ") : rtp_lit(":"));
    w->after_key = true;
}

void rtp_json_put_text(rtp_json_writer *w, rtp_str text)
{
    put_string(w, text, rtp_lit(""));
}

void rtp_json_put_number(rtp_json_writer *w, double value)
{
    char *at = separate(w, true, 0);
    if (at) {
        rtp_buf_fit(w->out, at);
        rtp_number_put_json(value, w->out);
    }
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
    char *at = separate(w, true, json.len);
    if (at && json.len > 0) {
        memcpy(at, json.ptr, json.len);
    }
    if (at) {
        rtp_buf_fit(w->out, at + json.len);
    }
}
