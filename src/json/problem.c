/* How a value that does not fit is reported: named, shown, placed, with what was expected. Every
 * binder reports through here, so that all messages read alike. */
#include "json/bind.h"

#include <string.h>

enum { SHOWN_LENGTH = 60 /* bytes of a value in a message; longer texts are cut */ };

/* ---- names and places ---- */

static size_t pointer_length(const rtp_step *step)
{
    size_t len = 0;
    for (; step && step->up; step = step->up) {
        len += step->key.ptr ? 1 + 2 * step->key.len : 1 + 20; /* every byte an escape; a size_t's digits */
    }
    return len;
}

static size_t key_put_back(rtp_str key, char *end)
{
    char *ptr = end;
    for (size_t i = key.len; i-- > 0;) {
        char c = key.ptr[i];
        *--ptr = c;
        if (c == '~' || c == '/') {
            *ptr = (char)(c == '/' ? '1' : '0');
            *--ptr = '~';
        }
    }
    return (size_t)(end - ptr);
}

static size_t index_put_back(size_t index, char *end)
{
    char *ptr = end;
    do {
        *--ptr = (char)('0' + index % 10);
        index /= 10;
    } while (index > 0);
    return (size_t)(end - ptr);
}

/* Written from its end, since a step knows only what is above it. */
static rtp_str pointer_make(rtp_arena *arena, const rtp_step *step)
{
    size_t room = pointer_length(step);
    char *end = (char *)rtp_arena_take(arena, room + 1) + room, *ptr = end;
    for (; step && step->up; step = step->up) {
        ptr -= step->key.ptr ? key_put_back(step->key, ptr) : index_put_back(step->index, ptr);
        *--ptr = '/';
    }
    return (rtp_str){ptr, (size_t)(end - ptr)};
}

rtp_str rtp_step_name(rtp_binding *binding, const rtp_step *step)
{
    if (!step->up) {
        return rtp_lit("the file");
    }
    if (step->key.ptr) {
        return rtp_arena_format(binding->arena, "\"%.*s\"", RTP_FMT(step->key));
    }
    if (!step->up->up) {
        return rtp_arena_format(binding->arena, "item %zu of the list", step->index + 1);
    }
    return rtp_arena_format(binding->arena, "item %zu of %.*s", step->index + 1,
                            RTP_FMT(rtp_step_name(binding, step->up)));
}

void rtp_problem_report(rtp_binding *binding, const rtp_step *step, rtp_problem problem)
{
    binding->failed = binding->failed || problem.severity == RTP_ERROR;
    rtp_diag diag = {
        .severity = problem.severity,
        .code = problem.code,
        .source = binding->source,
        .message = problem.message,
        .found = problem.found,
        .expected = problem.expected,
        .hint = problem.hint,
    };
    if (binding->diags->len < RTP_DIAG_LIMIT) { /* the place costs a walk; nobody sees it beyond the limit */
        diag.pointer = pointer_make(binding->arena, step);
        rtp_json_locate(binding->source->text, diag.pointer, problem.at_key, &diag.offset, &diag.length);
        diag.length = problem.at_start && diag.length > 1 ? 1 : diag.length;
    }
    rtp_diags_put(binding->diags, diag);
}

/* ---- values ---- */

static rtp_str text_shown(rtp_binding *binding, rtp_str text)
{
    size_t len = 0;
    while (len < text.len && len < SHOWN_LENGTH) {
        size_t step = rtp_utf8_length(text.ptr + len, text.len - len);
        len += step ? step : 1;
    }
    return rtp_arena_format(binding->arena, "\"%.*s%s\"", (int)len, text.ptr, len < text.len ? "…" : "");
}

rtp_str rtp_value_shown(rtp_binding *binding, const rtp_json *node)
{
    rtp_json_kind kind = rtp_json_kind_of(node);
    switch (kind) {
    case RTP_JSON_STRING:
        return text_shown(binding, rtp_json_text(node));
    case RTP_JSON_NUMBER:
        return rtp_number_json(binding->arena, rtp_json_number(node));
    case RTP_JSON_FLAG:
        return rtp_json_flag(node) ? rtp_lit("true") : rtp_lit("false");
    case RTP_JSON_NULL:
    case RTP_JSON_ARRAY:
    case RTP_JSON_OBJECT:
        break;
    }
    return rtp_str_from(rtp_json_kind_name(kind));
}

void rtp_value_refuse(rtp_binding *binding, const rtp_json *node, const rtp_step *step, rtp_problem problem)
{
    problem.severity = RTP_ERROR;
    problem.found = rtp_value_shown(binding, node);
    problem.message =
        rtp_arena_format(binding->arena, "%.*s is %.*s, but must be %.*s", RTP_FMT(rtp_step_name(binding, step)),
                         RTP_FMT(problem.found), RTP_FMT(problem.expected));
    rtp_problem_report(binding, step, problem);
}

/* What people most often mean when they write the wrong type. */
static const char *kind_hint(rtp_json_kind expected, const rtp_json *node)
{
    static const struct {
        rtp_json_kind expected, found;
        const char *hint;
    } rows[] = {
        {RTP_JSON_NUMBER, RTP_JSON_STRING, "write the number without quotes"},
        {RTP_JSON_FLAG, RTP_JSON_STRING, "write true or false, without quotes"},
        {RTP_JSON_FLAG, RTP_JSON_NUMBER, "write true or false"},
        {RTP_JSON_STRING, RTP_JSON_NUMBER, "put it in double quotes"},
        {RTP_JSON_STRING, RTP_JSON_FLAG, "put it in double quotes"},
        {RTP_JSON_STRING, RTP_JSON_ARRAY, "write one text instead of the list"},
        {RTP_JSON_ARRAY, RTP_JSON_STRING, "put it in square brackets: [ ]"},
        {RTP_JSON_ARRAY, RTP_JSON_NUMBER, "put it in square brackets: [ ]"},
        {RTP_JSON_ARRAY, RTP_JSON_OBJECT, "put it in square brackets: [ ]"},
        {RTP_JSON_OBJECT, RTP_JSON_ARRAY, "write one object in { } instead of the list"},
    };
    rtp_json_kind found = rtp_json_kind_of(node);
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        if (rows[i].expected == expected && rows[i].found == found) {
            return rows[i].hint;
        }
    }
    return NULL;
}

void rtp_null_refuse(rtp_binding *binding, const rtp_step *step, rtp_str expected)
{
    rtp_str name = rtp_step_name(binding, step);
    rtp_problem problem = {.code = "P0001", .severity = RTP_ERROR, .found = rtp_lit("null"), .expected = expected};
    problem.message =
        rtp_arena_format(binding->arena, "%.*s must be %.*s, but is null", RTP_FMT(name), RTP_FMT(expected));
    problem.hint = step->key.ptr ? rtp_lit("leave the key out when there is nothing to say") : rtp_lit("leave it out");
    rtp_problem_report(binding, step, problem);
}

static void kind_refuse(rtp_binding *binding, const rtp_json *node, const rtp_step *step, rtp_json_kind kind)
{
    rtp_json_kind found = rtp_json_kind_of(node);
    rtp_problem problem = {
        .code = "P0002",
        .severity = RTP_ERROR,
        .at_start = found == RTP_JSON_ARRAY || found == RTP_JSON_OBJECT,
        .found = rtp_str_from(rtp_json_kind_name(found)),
        .expected = rtp_str_from(rtp_json_kind_name(kind)),
        .hint = rtp_str_from(kind_hint(kind, node)),
    };
    problem.message =
        rtp_arena_format(binding->arena, "%.*s must be %.*s, but is %.*s", RTP_FMT(rtp_step_name(binding, step)),
                         RTP_FMT(problem.expected), RTP_FMT(problem.found));
    rtp_problem_report(binding, step, problem);
}

bool rtp_kind_check(rtp_binding *binding, const rtp_json *node, const rtp_step *step, rtp_json_kind kind)
{
    rtp_json_kind found = rtp_json_kind_of(node);
    if (found == kind) {
        return true;
    }
    if (found == RTP_JSON_NULL) {
        rtp_null_refuse(binding, step, rtp_str_from(rtp_json_kind_name(kind)));
    } else {
        kind_refuse(binding, node, step, kind);
    }
    return false;
}

rtp_str rtp_nearest_hint(rtp_binding *binding, rtp_str word, const rtp_str *words, size_t n)
{
    rtp_str near = rtp_str_nearest(word, words, n);
    if (!near.ptr) {
        return near;
    }
    return rtp_arena_format(binding->arena, "did you mean \"%.*s\"?", RTP_FMT(near));
}

bool rtp_key_is_free(rtp_str key)
{
    bool possible = key.len > 0 && (key.ptr[0] == 'x' || key.ptr[0] == '$');
    return possible && (rtp_str_starts(key, rtp_lit("x-")) || rtp_str_equal(key, rtp_lit("$schema")) ||
                        rtp_str_equal(key, rtp_lit("$comment")));
}
