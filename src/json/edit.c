/* Changes values in a JSON text and leaves every other byte as its author wrote it: order of keys,
 * indentation, line ends, byte order mark. Afterwards the scan has the last word. */
#include "json/layout.h"
#include "json/locate.h"

#include <string.h>

enum { EDIT_MOST = 16 * 1024 * 1024 /* bytes; what is cut there does not pass the scan */ };

typedef struct place { /* a value in the text, or the container that it is missing from */
    size_t offset, length;
    size_t parent; /* offset of the container around it; its own for the root */
    rtp_str rest;  /* of the pointer, that nothing was found for */
} place;

typedef struct editor {
    const rtp_source *source;
    rtp_arena *arena;
    rtp_diags *diags;
    rtp_str text; /* so far */
} editor;

static bool refuse(editor *at, rtp_str pointer, const char *why)
{
    rtp_diags_put(at->diags,
                  (rtp_diag){
                      .severity = RTP_ERROR,
                      .code = "J0028",
                      .source = at->source,
                      .pointer = pointer,
                      .message = rtp_arena_format(at->diags->arena, "%.*s cannot be set: %s", RTP_FMT(pointer), why),
                  });
    return false;
}

/* Behind the next token of a pointer. */
static size_t token_end(rtp_str pointer, size_t at)
{
    for (at++; at < pointer.len && pointer.ptr[at] != '/'; at++) {
    }
    return at;
}

/* As far down the pointer as the text goes. */
static place find(const editor *at, rtp_str pointer)
{
    place found = {.rest = pointer};
    (void)rtp_json_locate(at->text, rtp_lit(""), false, &found.offset, &found.length);
    found.parent = found.offset;
    for (size_t end = 0; end < pointer.len;) {
        end = token_end(pointer, end);
        size_t offset = 0, length = 0;
        if (!rtp_json_locate(at->text, (rtp_str){pointer.ptr, end}, false, &offset, &length)) {
            break;
        }
        found = (place){offset, length, found.offset, {pointer.ptr + end, pointer.len - end}};
    }
    return found;
}

static void splice(editor *at, size_t offset, size_t length, rtp_str put)
{
    const rtp_str parts[] = {
        {at->text.ptr, offset}, put, {at->text.ptr + offset + length, at->text.len - offset - length}};
    at->text = rtp_arena_join(at->arena, parts, RTP_COUNT(parts), rtp_lit(""));
}

/* The token with its escapes resolved, as the text of a key. */
static rtp_str key_text(rtp_str token, rtp_arena *arena)
{
    rtp_buf out = rtp_buf_make(token.len + 1);
    for (size_t i = 0; i < token.len; i++) {
        bool escaped = token.ptr[i] == '~' && i + 1 < token.len;
        char c = escaped ? (char)(token.ptr[++i] == '1' ? '/' : '~') : token.ptr[i];
        rtp_buf_put_char(&out, c);
    }
    rtp_str key = rtp_arena_copy(arena, rtp_buf_text(&out));
    rtp_buf_free(&out);
    return key;
}

static bool is_end(rtp_str token)
{
    return token.len == 1 && *token.ptr == '-';
}

static rtp_layout deeper(const rtp_layout *layout, rtp_arena *arena)
{
    rtp_layout inner = *layout;
    inner.indent = rtp_arena_join(arena, (rtp_str[]){layout->indent, layout->unit}, 2, rtp_lit(""));
    return inner;
}

static void put_line(const rtp_layout *layout, rtp_buf *out)
{
    if (layout->lines) {
        rtp_buf_put(out, layout->newline);
        rtp_buf_put(out, layout->indent);
    }
}

typedef struct addition { /* a value, and the containers around it that are missing, too */
    rtp_str rest, json;
} addition;

/* What stands behind the opening bracket or the comma. */
static void put_addition(addition added, bool item, const rtp_layout *layout, rtp_arena *arena, rtp_buf *out)
{
    size_t end = token_end(added.rest, 0);
    rtp_str token = {added.rest.ptr + 1, end - 1};
    added.rest = (rtp_str){added.rest.ptr + end, added.rest.len - end};
    if (!item) {
        rtp_json_writer w = rtp_json_writer_make(out, 0);
        rtp_json_put_text(&w, key_text(token, arena));
        rtp_buf_put(out, layout->colon);
    }
    if (added.rest.len == 0) {
        rtp_layout_put(added.json, layout, arena, out);
        return;
    }
    end = token_end(added.rest, 0);
    bool list = is_end((rtp_str){added.rest.ptr + 1, end - 1});
    rtp_layout inner = deeper(layout, arena);
    rtp_buf_put_char(out, list ? '[' : '{');
    put_line(&inner, out);
    put_addition(added, list, &inner, arena, out);
    put_line(layout, out);
    rtp_buf_put_char(out, list ? ']' : '}');
}

/* A long value takes lines of its own where the file has lines, even in an object that stands in one. */
static rtp_layout layout_of_value(rtp_str text, rtp_layout layout, size_t at)
{
    if (!layout.lines) {
        layout.lines = rtp_layout_has_lines(text);
        layout.indent = rtp_layout_indent(text, at);
    }
    return layout;
}

/* Behind the last value of the container, or behind its opening bracket when it has none. */
static size_t last_end(rtp_str text, place container)
{
    size_t at = container.offset + container.length - 1;
    while (strchr(" \t\r\n", text.ptr[at - 1])) {
        at--;
    }
    return at;
}

static void insert(editor *at, place container, rtp_str json)
{
    rtp_layout outer = rtp_layout_read(at->text, container.offset), layout = outer;
    size_t end = last_end(at->text, container);
    bool empty = end == container.offset + 1, item = at->text.ptr[container.offset] == '[';
    rtp_buf out = rtp_buf_make(EDIT_MOST);
    if (empty) {
        layout = deeper(&outer, at->arena);
    } else {
        rtp_buf_put(&out, layout.lines ? rtp_lit(",") : layout.comma);
    }
    put_line(&layout, &out);
    rtp_layout of_value = layout_of_value(at->text, layout, container.offset);
    put_addition((addition){container.rest, json}, item, &of_value, at->arena, &out);
    if (empty) {
        put_line(&outer, &out);
    }
    splice(at, end, empty ? container.length - 2 : 0, rtp_arena_copy(at->arena, rtp_buf_text(&out)));
    rtp_buf_free(&out);
}

/* The new value stands in the same line as the old one, and its lines are indented like that one. */
static void replace(editor *at, place found, rtp_str json)
{
    rtp_layout layout = rtp_layout_read(at->text, found.parent);
    layout.indent = rtp_layout_indent(at->text, found.offset);
    layout.lines = rtp_layout_has_lines(at->text);
    rtp_buf out = rtp_buf_make(EDIT_MOST);
    rtp_layout_put(json, &layout, at->arena, &out);
    splice(at, found.offset, found.length, rtp_arena_copy(at->arena, rtp_buf_text(&out)));
    rtp_buf_free(&out);
}

static bool apply(editor *at, const rtp_json_edit *edit)
{
    rtp_source *value = RTP_NEW(at->arena, rtp_source); /* a diagnostic may point at it */
    *value = (rtp_source){.name = rtp_lit("the new value"), .text = rtp_arena_copy(at->arena, edit->value)};
    if (!rtp_json_scan(value, &rtp_json_profile_limits, at->diags)) {
        return false;
    }
    if (edit->pointer.len > 0 && *edit->pointer.ptr != '/') {
        return refuse(at, edit->pointer, "a pointer starts with a slash");
    }
    place found = find(at, edit->pointer);
    if (found.rest.len == 0) {
        replace(at, found, value->text);
        return true;
    }
    char kind = at->text.ptr[found.offset];
    if (kind != '{' && kind != '[') {
        return refuse(at, edit->pointer, "what should hold it is neither an object nor a list");
    }
    size_t end = token_end(found.rest, 0);
    if (kind == '[' && !is_end((rtp_str){found.rest.ptr + 1, end - 1})) {
        return refuse(at, edit->pointer, "the list has no such item; - stands for a new one");
    }
    insert(at, found, value->text);
    return true;
}

bool rtp_json_change(const rtp_source *source, rtp_json_edits edits, rtp_arena *arena, rtp_diags *diags, rtp_str *text)
{
    if (!rtp_json_scan(source, &rtp_json_profile_limits, diags)) {
        return false;
    }
    editor at = {source, arena, diags, source->text};
    for (size_t i = 0; i < edits.len; i++) {
        if (!apply(&at, &edits.items[i])) {
            return false;
        }
    }
    rtp_source *changed = RTP_NEW(arena, rtp_source);
    *changed = (rtp_source){.name = source->name, .text = rtp_arena_copy(arena, at.text)};
    if (!rtp_json_scan(changed, &rtp_json_profile_limits, diags)) {
        return false;
    }
    *text = changed->text;
    return true;
}
