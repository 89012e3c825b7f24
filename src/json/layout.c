/* Reads how a JSON text is laid out and writes values in the same manner. Nothing is normalised: the
 * bytes of strings and numbers are copied, blanks between them alone are chosen. */
#include "json/layout.h"
#include "json/locate.h"

#include <string.h>

enum { SHORT_VALUE = 72 /* bytes that still go into one line */ };

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

static size_t root_of(rtp_str text)
{
    return rtp_json_skip_blanks(text, rtp_str_starts(text, rtp_lit("\xEF\xBB\xBF")) ? 3 : 0);
}

static rtp_str newline_of(rtp_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '\n') {
            return rtp_lit("\n");
        }
        if (text.ptr[i] == '\r') {
            return i + 1 < text.len && text.ptr[i + 1] == '\n' ? rtp_lit("\r\n") : rtp_lit("\r");
        }
    }
    return rtp_lit("\n");
}

rtp_str rtp_layout_indent(rtp_str text, size_t at)
{
    size_t start = at;
    while (start > 0 && !is_line_end(text.ptr[start - 1])) {
        start--;
    }
    size_t end = start;
    while (end < at && (text.ptr[end] == ' ' || text.ptr[end] == '\t')) {
        end++;
    }
    return (rtp_str){text.ptr + start, end - start};
}

static bool has_line_end(rtp_str text, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (is_line_end(text.ptr[i])) {
            return true;
        }
    }
    return false;
}

/* What stands between two places, when it fits into a line; else what most people write. */
static rtp_str between(rtp_str text, size_t from, size_t to, rtp_str usual)
{
    return has_line_end(text, from, to) ? usual : (rtp_str){text.ptr + from, to - from};
}

static rtp_str colon_of(rtp_str text, size_t first)
{
    size_t end = rtp_json_skip_string(text, first);
    size_t value = rtp_json_skip_blanks(text, rtp_json_skip_blanks(text, end) + 1);
    return between(text, end, value, rtp_lit(": "));
}

/* Behind the first comma of an object or array, when it has one. */
static rtp_str comma_of(rtp_str text, size_t first, bool object, rtp_str usual)
{
    size_t at = first;
    if (object) {
        at = rtp_json_skip_blanks(text, rtp_json_skip_string(text, first)) + 1;
    }
    size_t comma = rtp_json_skip_blanks(text, rtp_json_skip_value(text, at));
    if (text.ptr[comma] != ',') {
        return usual;
    }
    return between(text, comma, rtp_json_skip_blanks(text, comma + 1), usual);
}

/* One level: what the first line behind the root's bracket is indented by. */
static rtp_str unit_of(rtp_str text, size_t root)
{
    size_t first = rtp_json_skip_blanks(text, root + 1);
    rtp_str unit = has_line_end(text, root, first) ? rtp_layout_indent(text, first) : rtp_lit("");
    return unit.len > 0 ? unit : rtp_lit("  ");
}

static bool has_items(rtp_str text, size_t at)
{
    return strchr("{[", text.ptr[at]) && !strchr("}]", text.ptr[rtp_json_skip_blanks(text, at + 1)]);
}

static rtp_layout read_filled(rtp_str text, size_t at, const rtp_layout *usual)
{
    size_t first = rtp_json_skip_blanks(text, at + 1);
    rtp_layout layout = *usual;
    bool object = text.ptr[at] == '{';
    layout.lines = has_line_end(text, at, first);
    layout.indent = rtp_layout_indent(text, layout.lines ? first : at);
    layout.colon = object ? colon_of(text, first) : layout.colon;
    rtp_str tight = rtp_str_ends(layout.colon, rtp_lit(":")) ? rtp_lit(",") : rtp_lit(", ");
    layout.comma = comma_of(text, first, object, tight);
    return layout;
}

static rtp_layout read_root(rtp_str text, size_t root)
{
    rtp_layout usual = {.lines = has_line_end(text, root, text.len),
                        .newline = newline_of(text),
                        .unit = unit_of(text, root),
                        .indent = rtp_layout_indent(text, root),
                        .comma = rtp_lit(", "),
                        .colon = rtp_lit(": ")};
    return has_items(text, root) ? read_filled(text, root, &usual) : usual;
}

bool rtp_layout_has_lines(rtp_str text)
{
    return read_root(text, root_of(text)).lines;
}

rtp_layout rtp_layout_read(rtp_str text, size_t at)
{
    size_t root = root_of(text);
    rtp_layout usual = read_root(text, root);
    if (at == root) {
        return usual;
    }
    usual.indent = rtp_layout_indent(text, at);
    return has_items(text, at) ? read_filled(text, at, &usual) : usual;
}

/* ---- writing ---- */

/* In one line: blanks go, and what the layout has comes behind commas and colons. */
static void put_flat(rtp_str json, const rtp_layout *layout, rtp_buf *out)
{
    for (size_t at = 0; at < json.len;) {
        size_t start = at;
        char c = json.ptr[at];
        at = c == '"' ? rtp_json_skip_string(json, at) : at + 1;
        if (c == ',') {
            rtp_buf_put(out, layout->comma);
        } else if (c == ':') {
            rtp_buf_put(out, layout->colon);
        } else if (!strchr(" \t\r\n", c)) {
            rtp_buf_put(out, (rtp_str){json.ptr + start, at - start});
        }
    }
}

static void put_line(const rtp_layout *layout, rtp_str indent, rtp_buf *out)
{
    rtp_buf_put(out, layout->newline);
    rtp_buf_put(out, indent);
}

static rtp_str value_at(rtp_str json, size_t at)
{
    return (rtp_str){json.ptr + at, rtp_json_skip_value(json, at) - at};
}

/* Deeper by one level at each call; the scan has limited the levels. */
static void put_tall(rtp_str json, const rtp_layout *layout, rtp_arena *arena, rtp_buf *out)
{
    rtp_layout inner = *layout;
    inner.indent = rtp_arena_join(arena, (rtp_str[]){layout->indent, layout->unit}, 2, rtp_lit(""));
    rtp_buf_put_char(out, json.ptr[0]);
    for (size_t at = rtp_json_skip_blanks(json, 1); at + 1 < json.len;) {
        put_line(layout, inner.indent, out);
        if (json.ptr[0] == '{') {
            size_t end = rtp_json_skip_string(json, at);
            rtp_buf_put(out, (rtp_str){json.ptr + at, end - at});
            rtp_buf_put(out, layout->colon);
            at = rtp_json_skip_blanks(json, rtp_json_skip_blanks(json, end) + 1);
        }
        rtp_str value = value_at(json, at);
        rtp_layout_put(value, &inner, arena, out);
        at = rtp_json_skip_blanks(json, at + value.len);
        if (json.ptr[at] == ',') {
            rtp_buf_put_char(out, ',');
            at = rtp_json_skip_blanks(json, at + 1);
        }
    }
    put_line(layout, layout->indent, out);
    rtp_buf_put_char(out, json.ptr[json.len - 1]);
}

void rtp_layout_put(rtp_str json, const rtp_layout *layout, rtp_arena *arena, rtp_buf *out)
{
    json = rtp_str_trim(json);
    rtp_layout flat = *layout;
    if (layout->lines) { /* a comma may be followed by a line end there */
        flat.comma = rtp_str_ends(layout->colon, rtp_lit(":")) ? rtp_lit(",") : rtp_lit(", ");
    }
    bool tall = layout->lines && json.len > SHORT_VALUE && has_items(json, 0);
    if (tall) {
        put_tall(json, layout, arena, out);
    } else {
        put_flat(json, &flat, out);
    }
}
