/* Judges which fact a piece of a pack may read, and places what is wrong with it. A place inside
 * a JSON string is counted in decoded bytes by those who report, in source bytes by those who print. */
#include "rules/context.h"

#include "rules/view.h"

/* ---- places ---- */

/* Diagnostics may outlive the arena a pack is loaded into. */
static rtp_str keep(const rtp_context *context, rtp_str text)
{
    return text.ptr ? rtp_arena_copy(context->diags->arena, text) : text;
}

void rtp_context_report(const rtp_context *context, rtp_spot spot, rtp_fault fault)
{
    rtp_str text = context->source->text;
    rtp_diag diag = {.severity = RTP_ERROR,
                     .code = fault.code,
                     .source = context->source,
                     .pointer = keep(context, spot.pointer),
                     .message = keep(context, fault.message),
                     .found = keep(context, fault.found),
                     .expected = keep(context, fault.expected),
                     .hint = keep(context, fault.hint)};
    if (spot.key) {
        rtp_json_locate(text, spot.pointer, true, &diag.offset, &diag.length);
    } else {
        rtp_json_part part = {spot.from, spot.len};
        rtp_json_locate_part(text, spot.pointer, part, &diag.offset, &diag.length);
    }
    rtp_diags_put(context->diags, diag);
}

static void put_escaped(rtp_buf *out, rtp_str key)
{
    for (size_t i = 0; i < key.len; i++) {
        if (key.ptr[i] == '~') {
            rtp_buf_puts(out, "~0");
        } else if (key.ptr[i] == '/') {
            rtp_buf_puts(out, "~1");
        } else {
            rtp_buf_put_char(out, key.ptr[i]);
        }
    }
}

rtp_str rtp_pointer_key(rtp_arena *arena, rtp_str pointer, rtp_str key)
{
    rtp_buf buf = rtp_buf_make(pointer.len + 2 * key.len + 1);
    rtp_buf_put(&buf, pointer);
    rtp_buf_put_char(&buf, '/');
    put_escaped(&buf, key);
    rtp_str joined = rtp_arena_copy(arena, rtp_buf_text(&buf));
    rtp_buf_free(&buf);
    return joined;
}

rtp_str rtp_pointer_index(rtp_arena *arena, rtp_str pointer, size_t index)
{
    return rtp_arena_format(arena, "%.*s/%zu", RTP_FMT(pointer), index);
}

/* ---- reach ---- */

static bool is_concern_scope(rtp_scope scope)
{
    return scope == RTP_CONCERNS || scope == RTP_MITIGATIONS || scope == RTP_SCOPE_COUNT;
}

static bool report_unknown(const rtp_context *context, rtp_str name, rtp_spot spot)
{
    rtp_str nearest = rtp_fact_nearest(name);
    rtp_str hint = rtp_lit("`rtopitch facts` lists all of them");
    if (nearest.ptr) {
        hint = rtp_arena_format(context->arena, "did you mean \"%.*s\"?", RTP_FMT(nearest));
    }
    rtp_context_report(
        context, spot,
        (rtp_fault){.code = "R0001",
                    .message = rtp_arena_format(context->arena, "no fact is called \"%.*s\"", RTP_FMT(name)),
                    .found = name,
                    .expected = rtp_lit("the name of a fact"),
                    .hint = hint});
    return false;
}

/* Wording is made of other facts: it is there to be printed, and once only. */
static bool check_wording(const rtp_context *context, rtp_str name, rtp_use use, rtp_spot spot)
{
    if (use == RTP_USE_PRINT && !context->wording) {
        return true;
    }
    bool test = use == RTP_USE_TEST;
    rtp_context_report(context, spot,
                       (rtp_fault){.code = test ? "R0016" : "R0006",
                                   .message = rtp_arena_format(context->arena,
                                                               test ? "\"%.*s\" is wording, which cannot be tested"
                                                                    : "\"%.*s\" is wording, and so is this",
                                                               RTP_FMT(name)),
                                   .found = name,
                                   .hint = test
                                               ? rtp_lit("test a fact of the concern, such as \"concerns.first.about\"")
                                               : rtp_lit("write the words out, or print a plain fact")});
    return false;
}

static bool check_pack_fact(const rtp_context *context, rtp_str name, rtp_use use, rtp_spot spot)
{
    bool research = rtp_str_starts(name, rtp_lit("evidence."));
    bool item = rtp_str_starts(name, rtp_lit("concern."));
    if (research ? context->evidence && use == RTP_USE_PRINT : !item || is_concern_scope(context->scope)) {
        return true;
    }
    rtp_context_report(
        context, spot,
        (rtp_fault){
            .code = research ? "R0003" : "R0002",
            .message = rtp_arena_format(context->arena, "\"%.*s\" is out of reach here", RTP_FMT(name)),
            .found = name,
            .hint = research
                        ? rtp_lit("research can be read only in the words of a rule whose point asks for \"evidence\"")
                        : rtp_lit("add \"for_each\": \"concerns\" or \"mitigations\" to the rule")});
    return false;
}

static bool check_scope(const rtp_context *context, rtp_str name, size_t fact, rtp_spot spot)
{
    rtp_scope scope = rtp_fact_scope(fact);
    if (scope == RTP_ONCE || scope == context->scope || context->scope == RTP_SCOPE_COUNT) {
        return true;
    }
    const char *needed = rtp_scope_name(scope);
    rtp_context_report(
        context, spot,
        (rtp_fault){.code = "R0002",
                    .message = rtp_arena_format(
                        context->arena, "\"%.*s\" belongs to one of the %s, and this place reads %s", RTP_FMT(name),
                        needed, context->scope == RTP_ONCE ? "no list" : rtp_scope_name(context->scope)),
                    .found = name,
                    .hint = rtp_arena_format(context->arena, "only \"for_each\": \"%s\" can read it", needed)});
    return false;
}

static bool check_visibility(const rtp_context *context, rtp_str name, rtp_use use, size_t fact, rtp_spot spot)
{
    rtp_visibility visibility = rtp_fact_at(fact)->visibility;
    if (context->personal || visibility == RTP_SHAREABLE) {
        return true;
    }
    if (visibility == RTP_STEERING && use == RTP_USE_TEST) {
        return true;
    }
    bool closed = visibility == RTP_PRIVATE;
    rtp_context_report(
        context, spot,
        (rtp_fault){
            .code = closed ? "R0004" : "R0005",
            .message =
                closed ? rtp_arena_format(context->arena, "\"%.*s\" is private, and this can be shared", RTP_FMT(name))
                       : rtp_arena_format(context->arena, "\"%.*s\" may decide, but never be printed for others",
                                          RTP_FMT(name)),
            .found = name,
            .hint = rtp_lit("leave it out, or add \"private\": true to the rule")});
    return false;
}

int rtp_context_fact(const rtp_context *context, rtp_str name, rtp_use use, rtp_spot spot)
{
    int found = rtp_fact_find(name);
    if (found < 0) {
        report_unknown(context, name, spot);
        return -1;
    }
    size_t fact = (size_t)found;
    bool reached = rtp_fact_scope(fact) == RTP_PACK ? check_pack_fact(context, name, use, spot)
                                                    : check_scope(context, name, fact, spot);
    bool fits = !rtp_fact_is_wording(fact) || check_wording(context, name, use, spot);
    return reached && fits && check_visibility(context, name, use, fact, spot) ? found : -1;
}
