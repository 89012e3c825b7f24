/* "add": the JSON that would fill a gap in a profile, made for the profile at hand. Its strings are phrases;
 * it is compiled into one phrase of JSON, so that what is printed is JSON whatever the facts hold. */
#include "rules/condition.h"
#include "rules/filters.h"
#include "rules/pack.h"
#include "rules/packed.h"
#include "rules/phrase.h"

typedef struct template
{ /* one alternative under way */
    const rtp_context *context;
    rtp_buf phrase, pending; /* pending: JSON text that no segment holds yet */
    uint8_t groups;          /* bracketed parts of the strings so far */
    bool ok;
}
template;

static bool report(const rtp_context *context, rtp_str pointer, const char *message)
{
    rtp_context_report(context, (rtp_spot){.pointer = pointer},
                       (rtp_fault){.code = "R0047",
                                   .message = rtp_str_from(message),
                                   .expected = rtp_lit("an object as it stands in a profile, or a list of them"),
                                   .hint = rtp_lit("for example {\"needs\": [{\"need\": \"quiet mornings\"}]}")});
    return false;
}

/* ---- strings ---- */

/* A string as JSON, without its quotes. */
static void put_escaped(rtp_buf *out, rtp_str text)
{
    rtp_buf quoted = rtp_buf_make(SIZE_MAX);
    rtp_json_writer w = rtp_json_writer_make(&quoted, 0);
    rtp_json_put_text(&w, text);
    rtp_buf_put(out, (rtp_str){quoted.ptr + 1, quoted.len - 2});
    rtp_buf_free(&quoted);
}

static void flush(template *t)
{
    if (t->pending.len > 0) {
        rtp_segment_put(&(rtp_segment){.text = rtp_buf_text(&t->pending), .fact = RTP_LITERAL}, &t->phrase);
        t->pending.len = 0;
    }
}

static void put_fact(template *t, rtp_segment segment, const char *filter, rtp_str pointer)
{
    if (segment.filter_count == RTP_FILTER_LIMIT) {
        t->ok = report(t->context, pointer, "one filter fewer: the last turns the fact into JSON");
        return;
    }
    flush(t);
    int number = rtp_filter_find(rtp_str_from(filter));
    segment.filters[segment.filter_count++] = (rtp_filter_use){.filter = (uint8_t)number};
    rtp_segment_put(&segment, &t->phrase);
}

static void put_segment(template *t, rtp_segment segment, rtp_str pointer)
{
    segment.group = (uint8_t)(segment.group > 0 ? segment.group + t->groups : 0);
    if (segment.fact != RTP_LITERAL) {
        put_fact(t, segment, "escaped", pointer);
    } else if (segment.group == 0) {
        put_escaped(&t->pending, segment.text);
    } else {
        rtp_buf text = rtp_buf_make(SIZE_MAX);
        flush(t);
        put_escaped(&text, segment.text);
        segment.text = rtp_buf_text(&text);
        rtp_segment_put(&segment, &t->phrase);
        rtp_buf_free(&text);
    }
}

/* A string that is one fact and nothing else gives the fact's own kind of value: a number, a list, a date. */
static bool is_whole_fact(rtp_str phrase, rtp_segment *segment)
{
    return rtp_segment_next(&phrase, segment) && phrase.len == 0 && segment->fact != RTP_LITERAL && segment->group == 0;
}

static rtp_str load_phrase(template *t, rtp_str text, rtp_str pointer)
{
    rtp_phrases phrases;
    t->ok = rtp_phrase_load(text, pointer, t->context, &phrases) && t->ok;
    rtp_str items = rtp_packed_items(phrases), phrase = {NULL, 0};
    rtp_packed_next(&items, &phrase);
    return phrase;
}

static void put_quoted(template *t, rtp_str phrase, rtp_str pointer)
{
    unsigned groups = t->groups;
    rtp_buf_put_char(&t->pending, '"');
    for (rtp_segment segment; rtp_segment_next(&phrase, &segment);) {
        put_segment(t, segment, pointer);
        groups = segment.group + t->groups > groups ? segment.group + t->groups : groups;
    }
    rtp_buf_put_char(&t->pending, '"');
    if (groups > RTP_GROUP_LIMIT) {
        t->ok = report(t->context, pointer, "there are too many parts in brackets");
    }
    t->groups = (uint8_t)groups;
}

static void put_string(template *t, rtp_str text, rtp_str pointer)
{
    rtp_str phrase = load_phrase(t, text, pointer);
    rtp_segment segment;
    if (is_whole_fact(phrase, &segment)) {
        put_fact(t, segment, "json", pointer);
    } else {
        put_quoted(t, phrase, pointer);
    }
}

/* ---- values ---- */

static void put_value(template *t, const rtp_json *node, rtp_str pointer);

static void put_members(template *t, const rtp_json *node, rtp_str pointer)
{
    bool object = rtp_json_kind_of(node) == RTP_JSON_OBJECT;
    rtp_arena *arena = t->context->arena;
    size_t i = 0;
    for (const rtp_json *child = rtp_json_first(node); child; child = rtp_json_next(child), i++) {
        rtp_str place =
            object ? rtp_pointer_key(arena, pointer, rtp_json_key(child)) : rtp_pointer_index(arena, pointer, i);
        rtp_buf_puts(&t->pending, i > 0 ? ", " : "");
        if (object) {
            put_quoted(t, load_phrase(t, rtp_json_key(child), place), place);
            rtp_buf_puts(&t->pending, ": ");
        }
        put_value(t, child, place);
    }
}

static void put_value(template *t, const rtp_json *node, rtp_str pointer)
{
    switch (rtp_json_kind_of(node)) {
    case RTP_JSON_OBJECT:
        rtp_buf_put_char(&t->pending, '{');
        put_members(t, node, pointer);
        rtp_buf_put_char(&t->pending, '}');
        return;
    case RTP_JSON_ARRAY:
        rtp_buf_put_char(&t->pending, '[');
        put_members(t, node, pointer);
        rtp_buf_put_char(&t->pending, ']');
        return;
    case RTP_JSON_STRING:
        put_string(t, rtp_json_text(node), pointer);
        return;
    case RTP_JSON_NUMBER:
        rtp_buf_put(&t->pending, rtp_number_json(t->context->arena, rtp_json_number(node)));
        return;
    case RTP_JSON_FLAG:
        rtp_buf_puts(&t->pending, rtp_json_flag(node) ? "true" : "false");
        return;
    case RTP_JSON_NULL:
        break;
    }
    t->ok = report(t->context, pointer, "a profile holds no null");
}

/* ---- alternatives ---- */

/* {"when": CONDITION, "text": OBJECT} */
static const rtp_json *load_condition(template *t, const rtp_json *node, rtp_str *pointer)
{
    const rtp_json *when = rtp_json_find(node, rtp_lit("when")), *text = rtp_json_find(node, rtp_lit("text"));
    rtp_arena *arena = t->context->arena;
    if (!when || !text) {
        return node;
    }
    rtp_packed condition = {NULL};
    t->ok = rtp_condition_load(when, rtp_pointer_key(arena, *pointer, rtp_lit("when")), t->context, &condition);
    if (t->ok) {
        rtp_phrase_put_when(condition, &t->phrase);
    }
    *pointer = rtp_pointer_key(arena, *pointer, rtp_lit("text"));
    return text;
}

/* Printed without its outer braces, to stand among the members that a profile has. */
static bool put_alternative(const rtp_json *node, rtp_str pointer, const rtp_context *context, rtp_buf *phrases)
{
    template t = {.context = context, .phrase = rtp_buf_make(SIZE_MAX), .pending = rtp_buf_make(SIZE_MAX), .ok = true};
    node = rtp_json_kind_of(node) == RTP_JSON_OBJECT ? load_condition(&t, node, &pointer) : node;
    if (rtp_json_kind_of(node) != RTP_JSON_OBJECT || !rtp_json_first(node)) {
        t.ok = report(context, pointer, "this is no part of a profile");
    } else {
        put_members(&t, node, pointer);
        flush(&t);
    }
    rtp_packed_put(rtp_buf_text(&t.phrase), phrases);
    rtp_buf_free(&t.phrase);
    rtp_buf_free(&t.pending);
    return t.ok;
}

bool rtp_add_load(const rtp_json *node, rtp_str pointer, const rtp_context *context, rtp_phrases *out)
{
    rtp_context inside = *context;
    inside.personal = true; /* shown to the user alone */
    rtp_buf phrases = rtp_buf_make(SIZE_MAX);
    bool ok = true;
    if (rtp_json_kind_of(node) == RTP_JSON_ARRAY) {
        size_t i = 0;
        for (const rtp_json *child = rtp_json_first(node); child; child = rtp_json_next(child), i++) {
            ok = put_alternative(child, rtp_pointer_index(context->arena, pointer, i), &inside, &phrases) && ok;
        }
        ok = (i > 0 || report(context, pointer, "an empty list fills no gap")) && ok;
    } else {
        ok = put_alternative(node, pointer, &inside, &phrases);
    }
    if (ok) {
        *out = rtp_packed_make(rtp_buf_text(&phrases), context->arena);
    }
    rtp_buf_free(&phrases);
    return ok;
}
