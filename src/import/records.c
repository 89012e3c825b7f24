/* Finds the records. Programs put their pages one behind the other, so a file may hold several values; each is read
 * by the strict reader alone, with its place in the file. */
#include "import/records.h"

#include <string.h>

static const rtp_json_limits limits = {64 * 1024 * 1024, 64, 4000000, 4 * 1024 * 1024};

enum { VALUES_MOST = 500000 };

/* ---- values of a file ---- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t string_end(rtp_str text, size_t at)
{
    for (at++; at < text.len && text.ptr[at] != '"'; at++) {
        at += text.ptr[at] == '\\' && at + 1 < text.len;
    }
    return at < text.len ? at + 1 : at;
}

/* Behind the value that begins at `at`, as brackets have it; the strict reader judges what is between. */
static size_t value_end(rtp_str text, size_t at)
{
    size_t depth = 0;
    while (at < text.len) {
        char c = text.ptr[at];
        if (c == '"') {
            at = string_end(text, at);
        } else {
            depth += c == '{' || c == '[';
            bool closes = (c == '}' || c == ']') && depth > 0;
            depth -= closes;
            at++;
            if (depth == 0 && (closes || (at < text.len && is_blank(text.ptr[at])))) {
                return at;
            }
        }
    }
    return at;
}

/* A value with a text of its own, that knows where it stands in the file. */
static const rtp_source *value_source(rtp_import *run, const rtp_source *file, size_t from, size_t to, bool whole)
{
    if (whole) {
        return file;
    }
    rtp_source *made = RTP_NEW(run->arena, rtp_source);
    rtp_pieces *pieces = RTP_NEW(run->arena, rtp_pieces);
    rtp_piece *piece = RTP_NEW(run->arena, rtp_piece);
    *piece = (rtp_piece){0, file, from, to - from};
    *pieces = (rtp_pieces){piece, 1};
    *made = (rtp_source){.name = file->name,
                         .text = rtp_arena_copy(run->arena, (rtp_str){file->text.ptr + from, to - from}),
                         .pieces = pieces};
    return made;
}

/* ---- members ---- */

static const rtp_json *child(const rtp_json *node, rtp_str token)
{
    if (rtp_json_kind_of(node) == RTP_JSON_OBJECT) {
        return rtp_json_find(node, token);
    }
    size_t index = 0;
    bool good = rtp_json_kind_of(node) == RTP_JSON_ARRAY && token.len > 0 && token.len < 7;
    for (size_t i = 0; i < token.len && good; i++) {
        good = token.ptr[i] >= '0' && token.ptr[i] <= '9';
        index = index * 10 + (size_t)(token.ptr[i] - '0');
    }
    const rtp_json *found = good ? rtp_json_first(node) : NULL;
    for (size_t i = 0; i < index && found; i++) {
        found = rtp_json_next(found);
    }
    return found;
}

/* ~1 is a slash and ~0 a tilde, in a pointer. */
static rtp_str unescaped(rtp_import *run, rtp_str token)
{
    char *made = rtp_arena_take(run->arena, token.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < token.len; i++) {
        bool escape = token.ptr[i] == '~' && i + 1 < token.len && (token.ptr[i + 1] == '0' || token.ptr[i + 1] == '1');
        made[len++] = escape ? (token.ptr[i + 1] == '0' ? '~' : '/') : token.ptr[i];
        i += escape;
    }
    return (rtp_str){made, len};
}

static rtp_str escaped(rtp_import *run, rtp_str token)
{
    char *made = rtp_arena_take(run->arena, token.len * 2 + 1);
    size_t len = 0;
    for (size_t i = 0; i < token.len; i++) {
        bool special = token.ptr[i] == '~' || token.ptr[i] == '/';
        made[len++] = special ? '~' : token.ptr[i];
        if (special) {
            made[len++] = token.ptr[i] == '~' ? '0' : '1';
        }
    }
    return (rtp_str){made, len};
}

static void lengthen(rtp_import *run, rtp_str *pointer, rtp_str token)
{
    if (pointer) {
        *pointer = rtp_arena_format(run->arena, "%.*s/%.*s", RTP_FMT(*pointer), RTP_FMT(escaped(run, token)));
    }
}

const rtp_json *rtp_records_find(rtp_import *run, const rtp_json *object, rtp_str path, rtp_str *pointer)
{
    bool slashes = path.len > 0 && path.ptr[0] == '/';
    const rtp_json *whole = slashes ? NULL : child(object, path), *at = object;
    if (whole) {
        lengthen(run, pointer, path);
        return whole;
    }
    for (size_t from = slashes ? 1 : 0, to; at && from <= path.len; from = to + 1) {
        for (to = from; to < path.len && path.ptr[to] != (slashes ? '/' : '.');) {
            to++;
        }
        rtp_str token = {path.ptr + from, to - from};
        token = slashes ? unescaped(run, token) : token;
        at = child(at, token);
        lengthen(run, at ? pointer : NULL, token);
    }
    return at;
}

/* ---- errors ---- */

void rtp_records_place(rtp_arena *arena, const rtp_json_record *record, rtp_str pointer, rtp_diag *diag)
{
    rtp_str base = record->index == RTP_RECORD_ALONE
                       ? record->pointer
                       : rtp_arena_format(arena, "%.*s/%zu", RTP_FMT(record->pointer), record->index);
    diag->source = record->value;
    diag->pointer = rtp_arena_format(arena, "%.*s%.*s", RTP_FMT(base), RTP_FMT(pointer));
    diag->length = 1;
    (void)rtp_json_locate(record->value->text, diag->pointer, false, &diag->offset, &diag->length);
}

bool rtp_records_refuse(rtp_import *run, const char *code, const rtp_json_record *record, rtp_str pointer,
                        rtp_diag diag)
{
    rtp_records_place(run->arena, record, pointer, &diag);
    return rtp_export_refuse(run, code, diag.source, diag);
}

static bool refuse(rtp_import *run, const rtp_source *value, rtp_str pointer, rtp_str message, rtp_str hint)
{
    rtp_json_record whole = {NULL, value, pointer, RTP_RECORD_ALONE};
    return rtp_records_refuse(run, "I0507", &whole, rtp_lit(""), (rtp_diag){.message = message, .hint = hint});
}

/* ---- records of a value ---- */

static bool is_list(const rtp_json *node)
{
    const rtp_json *first = rtp_json_kind_of(node) == RTP_JSON_ARRAY ? rtp_json_first(node) : NULL;
    return first && rtp_json_kind_of(first) == RTP_JSON_OBJECT;
}

/* The only member that is a list of objects; NULL when there is none or more. */
static const rtp_json *only_list(rtp_import *run, const rtp_json *object, rtp_str *pointer, size_t *lists)
{
    const rtp_json *found = NULL;
    *lists = 0;
    for (const rtp_json *at = rtp_json_first(object); at; at = rtp_json_next(at)) {
        if (is_list(at)) {
            found = at;
            ++*lists;
        }
    }
    if (*lists == 1) {
        lengthen(run, pointer, rtp_json_key(found));
    }
    return *lists == 1 ? found : NULL;
}

static void add(rtp_import *run, rtp_json_records *records, rtp_json_record record)
{
    records->items = rtp_array_grow(run->arena, records->items, records->len, &records->cap, sizeof *records->items);
    records->items[records->len++] = record;
}

static bool take_list(rtp_import *run, const rtp_source *value, const rtp_json *list, rtp_str pointer,
                      rtp_json_records *records)
{
    rtp_json_record record = {.value = value, .pointer = pointer};
    for (const rtp_json *at = rtp_json_first(list); at; at = rtp_json_next(at), record.index++) {
        record.node = at;
        if (rtp_json_kind_of(at) != RTP_JSON_OBJECT) {
            return rtp_records_refuse(
                run, "I0507", &record, rtp_lit(""),
                (rtp_diag){.message = rtp_arena_format(run->arena, "a record is an object, and this is %s",
                                                       rtp_json_kind_name(rtp_json_kind_of(at))),
                           .hint = rtp_lit("name the list of records with --records")});
        }
        add(run, records, record);
    }
    return true;
}

static bool take_value(rtp_import *run, const rtp_source *value, rtp_str where, rtp_json_records *records)
{
    rtp_str pointer = rtp_lit("");
    size_t lists = 0;
    const rtp_json *root = rtp_json_read(value, &limits, run->arena, run->diags), *list = root;
    if (!root) {
        return false;
    }
    if (where.ptr && where.len > 0) {
        list = rtp_records_find(run, root, where, &pointer);
        if (!list || rtp_json_kind_of(list) != RTP_JSON_ARRAY) {
            return refuse(
                run, value, rtp_lit(""),
                rtp_arena_format(run->arena, "there is no list at \"%.*s\"", RTP_FMT(rtp_export_show(run, where))),
                rtp_lit("give --records a path such as data.items, or a pointer such as /data/items"));
        }
    } else if (rtp_json_kind_of(root) == RTP_JSON_OBJECT) {
        list = only_list(run, root, &pointer, &lists);
        if (!list && lists == 0) {
            add(run, records, (rtp_json_record){root, value, pointer, RTP_RECORD_ALONE});
            return true;
        }
    }
    if (!list || rtp_json_kind_of(list) != RTP_JSON_ARRAY) {
        return refuse(run, value, rtp_lit(""),
                      lists > 1 ? rtp_lit("several lists of records are in it")
                                : rtp_lit("this is no list of records and no object"),
                      rtp_lit("name the list of records with --records, such as --records data.items"));
    }
    return take_list(run, value, list, pointer, records);
}

bool rtp_records_read(rtp_import *run, const rtp_source *text, rtp_str where, rtp_json_records *records)
{
    size_t at = 0, values = 0, to;
    for (;; at = to, values++) {
        while (at < text->text.len && is_blank(text->text.ptr[at])) {
            at++;
        }
        if (at == text->text.len) {
            return values > 0 || rtp_export_refuse(run, "I0507", NULL,
                                                   (rtp_diag){.message = rtp_lit("the file holds no JSON"),
                                                              .hint = rtp_lit("fetch the records again")});
        }
        to = value_end(text->text, at);
        size_t rest = to;
        while (rest < text->text.len && is_blank(text->text.ptr[rest])) {
            rest++;
        }
        bool whole = values == 0 && rest == text->text.len;
        if (values == VALUES_MOST) {
            return rtp_export_refuse(run, "I0507", text,
                                     (rtp_diag){.offset = at,
                                                .message = rtp_lit("the file holds more than 500,000 values"),
                                                .hint = rtp_lit("fetch fewer months")});
        }
        if (!take_value(run, value_source(run, text, at, to, whole), where, records)) {
            return false;
        }
    }
}
