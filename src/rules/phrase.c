/* Compiles phrases: cuts a text at its braces, finds the facts, and types the chain of filters, so
 * that expanding can only fail for want of a fact. */
#include "rules/phrase.h"

#include "rules/condition.h"
#include "rules/filters.h"
#include "rules/packed.h"
#include "rules/style.h"

typedef struct compiler {
    const rtp_context *context;
    rtp_str text, pointer;
    rtp_segment *segments;
    size_t len, cap;
    uint8_t groups, group;     /* bracketed parts so far; the one that is open, or 0 */
    size_t opened, opened_len; /* where it opened, in the text and in the segments */
    bool ok;
} compiler;

static void report(compiler *c, rtp_str part, rtp_fault fault)
{
    rtp_spot spot = {.pointer = c->pointer, .from = (size_t)(part.ptr - c->text.ptr), .len = part.len};
    rtp_context_report(c->context, spot, fault);
    c->ok = false;
}

static void put_segment(compiler *c, rtp_segment segment)
{
    c->segments = rtp_array_grow(c->context->arena, c->segments, c->len, &c->cap, sizeof *c->segments);
    segment.group = c->group;
    c->segments[c->len++] = segment;
}

static void put_literal(compiler *c, size_t from, size_t to)
{
    if (to > from) {
        put_segment(c, (rtp_segment){.text = {c->text.ptr + from, to - from}, .fact = RTP_LITERAL});
    }
}

/* ---- fields ---- */

/* The part of `rest` up to `mark`; `rest` is then what follows the mark. */
static rtp_str cut(rtp_str *rest, char mark)
{
    size_t len = 0;
    while (len < rest->len && rest->ptr[len] != mark) {
        len++;
    }
    rtp_str part = {rest->ptr, len};
    size_t skip = len + (len < rest->len);
    *rest = (rtp_str){rest->ptr + skip, rest->len - skip};
    return part;
}

static void report_filter(compiler *c, rtp_str name)
{
    rtp_str nearest = rtp_filter_nearest(name);
    report(c, name,
           (rtp_fault){.code = "R0021",
                       .message = rtp_arena_format(c->context->arena, "no filter is called \"%.*s\"", RTP_FMT(name)),
                       .found = name,
                       .hint = nearest.ptr
                                   ? rtp_arena_format(c->context->arena, "did you mean \"%.*s\"?", RTP_FMT(nearest))
                                   : rtp_lit("write {fact|filter}, for example {ask.office_weekdays|list}")});
}

static const char *const type_names[] = {
    [RTP_TEXT] = "text",     [RTP_NUMBER] = "a number", [RTP_FLAG] = "true or false", [RTP_DATE] = "a date",
    [RTP_MONTH] = "a month", [RTP_WORD] = "a word",     [RTP_LIST] = "a list",
};

static bool check_filter(compiler *c, const rtp_filter *filter, rtp_str part, rtp_str argument, rtp_type type)
{
    if (!rtp_filter_takes(filter, type)) {
        report(c, part,
               (rtp_fault){.code = "R0022",
                           .message = rtp_arena_format(c->context->arena, "\"%.*s\" cannot write %s",
                                                       RTP_FMT(filter->name), type_names[type]),
                           .found = filter->name,
                           .hint = rtp_lit("choose a filter for this type of fact")});
        return false;
    }
    if ((argument.len > 0) == (filter->argument != NULL)) {
        return true;
    }
    report(c, part,
           (rtp_fault){.code = "R0023",
                       .message = rtp_arena_format(c->context->arena,
                                                   filter->argument ? "\"%.*s\" needs something after a colon"
                                                                    : "\"%.*s\" takes nothing after it",
                                                   RTP_FMT(filter->name)),
                       .expected = rtp_str_from(filter->argument ? filter->argument : "no colon"),
                       .hint = rtp_str_from(filter->argument ? filter->argument : "remove the colon")});
    return false;
}

static bool compile_filter(compiler *c, rtp_str part, rtp_type *type, rtp_filter_use *out)
{
    rtp_str argument = part;
    rtp_str name = cut(&argument, ':');
    int found = rtp_filter_find(name);
    if (found < 0) {
        report_filter(c, name.len ? name : (rtp_str){name.ptr - 1, 1});
        return false;
    }
    if (!check_filter(c, &rtp_filters[found], part, argument, *type)) {
        return false;
    }
    *out = (rtp_filter_use){.filter = (uint8_t)found, .argument = argument};
    *type = rtp_filter_gives(&rtp_filters[found], *type);
    return true;
}

static void compile_filters(compiler *c, rtp_str rest, rtp_type type, rtp_segment *segment)
{
    while (rest.len) {
        rtp_str part = cut(&rest, '|');
        if (segment->filter_count == RTP_FILTER_LIMIT) {
            report(c, part,
                   (rtp_fault){.code = "R0024",
                               .message = rtp_lit("too many filters on one fact"),
                               .expected = rtp_arena_format(c->context->arena, "at most %d", RTP_FILTER_LIMIT),
                               .hint = rtp_lit("ask for a fact that already has this form")});
            return;
        }
        if (!compile_filter(c, part, &type, &segment->filters[segment->filter_count])) {
            return;
        }
        segment->filter_count++;
    }
}

static void compile_field(compiler *c, rtp_str field)
{
    rtp_str rest = field;
    rtp_str name = cut(&rest, '|');
    rtp_spot spot = {.pointer = c->pointer, .from = (size_t)(name.ptr - c->text.ptr), .len = name.len};
    int fact = rtp_context_fact(c->context, name, RTP_USE_PRINT, spot);
    if (fact < 0) {
        c->ok = false;
        return;
    }
    rtp_segment segment = {.fact = (uint16_t)fact};
    bool dangling = field.len > name.len && rest.len == 0;
    if (dangling) {
        report_filter(c, (rtp_str){rest.ptr - 1, 1});
    } else if (rest.len && rtp_fact_is_wording((size_t)fact)) {
        report(c, rest,
               (rtp_fault){.code = "R0027",
                           .message = rtp_lit("this fact is wording of its own and takes no filter"),
                           .found = rest,
                           .hint = rtp_lit("write the sentence around it so that it fits as it is")});
    } else if (rest.len) {
        compile_filters(c, rest, rtp_fact_at((size_t)fact)->type, &segment);
    }
    put_segment(c, segment);
}

/* ---- marks ---- */

static void report_brace(compiler *c, size_t at, const char *message)
{
    report(c, (rtp_str){c->text.ptr + at, 1},
           (rtp_fault){.code = "R0020",
                       .message = rtp_str_from(message),
                       .hint = rtp_lit("{fact} prints a fact; {{ and }} stand for one brace")});
}

static void report_bracket(compiler *c, size_t at, const char *message)
{
    report(c, (rtp_str){c->text.ptr + at, 1},
           (rtp_fault){
               .code = "R0026",
               .message = rtp_str_from(message),
               .hint = rtp_lit("[a part] is left out when a fact in it is unknown; [[ and ]] stand for one bracket")});
}

static size_t compile_open_brace(compiler *c, size_t at)
{
    rtp_str rest = {c->text.ptr + at + 1, c->text.len - at - 1};
    rtp_str field = cut(&rest, '}');
    if (field.len == c->text.len - at - 1) {
        report_brace(c, at, "this brace is never closed");
        return c->text.len;
    }
    compile_field(c, field);
    return at + field.len + 2;
}

static size_t compile_close_brace(compiler *c, size_t at)
{
    report_brace(c, at, "this brace closes nothing");
    return at + 1;
}

static size_t compile_open_bracket(compiler *c, size_t at)
{
    if (c->group || c->groups == RTP_GROUP_LIMIT) {
        report_bracket(c, at, c->group ? "an optional part inside an optional part" : "too many optional parts");
    } else {
        c->group = ++c->groups;
    }
    c->opened = at;
    c->opened_len = c->len;
    return at + 1;
}

static size_t compile_close_bracket(compiler *c, size_t at)
{
    bool has_fact = false;
    for (size_t i = c->opened_len; c->group && i < c->len; i++) {
        has_fact = has_fact || c->segments[i].fact != RTP_LITERAL;
    }
    if (!c->group) {
        report_bracket(c, at, "this bracket closes nothing");
    } else if (!has_fact && c->ok) {
        report_bracket(c, c->opened, "this optional part reads no fact");
    }
    c->group = 0;
    return at + 1;
}

static const struct {
    char mark;
    size_t (*compile)(compiler *c, size_t at); /* gives where to go on */
} marks[] = {
    {'{', compile_open_brace},
    {'}', compile_close_brace},
    {'[', compile_open_bracket},
    {']', compile_close_bracket},
};

static size_t find_mark(char c)
{
    size_t i = 0;
    while (i < RTP_COUNT(marks) && marks[i].mark != c) {
        i++;
    }
    return i;
}

/* ---- texts ---- */

static void compile_text(compiler *c)
{
    size_t from = 0;
    for (size_t at = 0; at < c->text.len;) {
        size_t row = find_mark(c->text.ptr[at]);
        if (row == RTP_COUNT(marks)) {
            at++;
            continue;
        }
        bool twice = at + 1 < c->text.len && c->text.ptr[at + 1] == marks[row].mark;
        put_literal(c, from, at + twice);
        from = at = twice ? at + 2 : marks[row].compile(c, at);
    }
    put_literal(c, from, c->text.len);
    if (c->group) {
        report_bracket(c, c->opened, "this bracket is never closed");
    }
}

/* ---- alternatives ---- */

typedef struct alternatives { /* under way */
    const rtp_context *context;
    rtp_buf phrases;
    bool settled; /* one of those before is always used */
    bool ok;
} alternatives;

static bool needs_fact(const compiler *c)
{
    for (size_t i = 0; i < c->len; i++) {
        if (c->segments[i].fact != RTP_LITERAL && c->segments[i].group == 0) {
            return true;
        }
    }
    return false;
}

/* `conditional`: it is used only sometimes. */
static bool compile_words(rtp_str text, rtp_str pointer, const rtp_context *context, rtp_buf *phrase, bool *conditional)
{
    compiler c = {.context = context, .text = text, .pointer = pointer, .ok = true};
    compile_text(&c);
    bool styled = rtp_style_check(c.text, pointer, context);
    for (size_t i = 0; c.ok && i < c.len; i++) {
        rtp_segment_put(&c.segments[i], phrase);
    }
    *conditional = *conditional || !c.ok || needs_fact(&c);
    return c.ok && styled;
}

static bool report_kind(const rtp_json *node, rtp_str pointer, const rtp_context *context)
{
    rtp_str found = rtp_str_from(rtp_json_kind_name(rtp_json_kind_of(node)));
    rtp_context_report(
        context, (rtp_spot){.pointer = pointer},
        (rtp_fault){.code = "R0025",
                    .message = rtp_arena_format(context->arena, "words are wanted here, not %.*s", RTP_FMT(found)),
                    .found = found,
                    .expected = rtp_lit("a string, or a list of strings to choose from"),
                    .hint = rtp_lit("of a list, the first whose facts are all known is used")});
    return false;
}

static bool is_remark(rtp_str key)
{
    return rtp_str_starts(key, rtp_lit("x-")) || rtp_str_equal(key, rtp_lit("$comment"));
}

static bool report_conditional(const rtp_context *context, rtp_spot spot, rtp_str message)
{
    rtp_context_report(context, spot,
                       (rtp_fault){.code = "R0028",
                                   .message = message,
                                   .expected = rtp_lit("\"when\" and \"text\""),
                                   .hint = rtp_lit("write {\"when\": CONDITION, \"text\": \"words\"}")});
    return false;
}

static bool check_conditional(const rtp_json *node, rtp_str pointer, const rtp_context *context)
{
    static const rtp_str keys[] = {RTP_STR("when"), RTP_STR("text")};
    bool ok = true;
    for (const rtp_json *member = rtp_json_first(node); member; member = rtp_json_next(member)) {
        rtp_str key = rtp_json_key(member);
        if (!rtp_str_equal(key, keys[0]) && !rtp_str_equal(key, keys[1]) && !is_remark(key)) {
            rtp_spot spot = {.pointer = rtp_pointer_key(context->arena, pointer, key), .key = true};
            ok = report_conditional(
                context, spot,
                rtp_arena_format(context->arena, "words with a condition have no \"%.*s\"", RTP_FMT(key)));
        }
    }
    for (size_t i = 0; i < RTP_COUNT(keys); i++) {
        if (!rtp_json_find(node, keys[i])) {
            ok = report_conditional(context, (rtp_spot){.pointer = pointer},
                                    rtp_arena_format(context->arena, "\"%.*s\" is missing here", RTP_FMT(keys[i])));
        }
    }
    return ok;
}

/* {"when": CONDITION, "text": "words"} */
static bool compile_conditional(const rtp_json *node, rtp_str pointer, const rtp_context *context, rtp_buf *phrase)
{
    if (!check_conditional(node, pointer, context)) {
        return false;
    }
    const rtp_json *text = rtp_json_find(node, rtp_lit("text"));
    rtp_str words = rtp_pointer_key(context->arena, pointer, rtp_lit("text"));
    rtp_packed when = {NULL};
    bool ok = rtp_condition_load(rtp_json_find(node, rtp_lit("when")),
                                 rtp_pointer_key(context->arena, pointer, rtp_lit("when")), context, &when);
    if (ok) {
        rtp_phrase_put_when(when, phrase);
    }
    if (rtp_json_kind_of(text) != RTP_JSON_STRING) {
        return report_kind(text, words, context);
    }
    bool conditional = true;
    return compile_words(rtp_json_text(text), words, context, phrase, &conditional) && ok;
}

static bool report_unreached(rtp_str pointer, const rtp_context *context)
{
    rtp_context_report(context, (rtp_spot){.pointer = pointer},
                       (rtp_fault){.code = "R0029",
                                   .message = rtp_lit("these words are never used: those before them always are"),
                                   .hint = rtp_lit("words without a fact or a condition stand last in the list")});
    return false;
}

static void put_alternative(alternatives *all, const rtp_json *node, rtp_str pointer, bool listed)
{
    rtp_json_kind kind = rtp_json_kind_of(node);
    rtp_buf phrase = rtp_buf_make(SIZE_MAX);
    bool conditional = kind != RTP_JSON_STRING, ok;
    if (kind == RTP_JSON_STRING) {
        ok = compile_words(rtp_json_text(node), pointer, all->context, &phrase, &conditional);
    } else if (kind == RTP_JSON_OBJECT && listed) {
        ok = compile_conditional(node, pointer, all->context, &phrase);
    } else {
        ok = report_kind(node, pointer, all->context);
    }
    ok = ok && (!all->settled || report_unreached(pointer, all->context));
    rtp_packed_put(rtp_buf_text(&phrase), &all->phrases);
    rtp_buf_free(&phrase);
    all->settled = all->settled || (ok && !conditional);
    all->ok = all->ok && ok;
}

bool rtp_phrases_load(const rtp_json *node, rtp_str pointer, const rtp_context *context, rtp_phrases *out)
{
    bool listed = rtp_json_kind_of(node) == RTP_JSON_ARRAY && rtp_json_count(node) > 0;
    alternatives all = {.context = context, .phrases = rtp_buf_make(SIZE_MAX), .ok = true};
    if (!listed) {
        put_alternative(&all, node, pointer, false);
    }
    size_t i = 0;
    for (const rtp_json *item = listed ? rtp_json_first(node) : NULL; item; item = rtp_json_next(item), i++) {
        put_alternative(&all, item, rtp_pointer_index(context->arena, pointer, i), true);
    }
    if (all.ok) {
        *out = rtp_packed_make(rtp_buf_text(&all.phrases), context->arena);
    }
    rtp_buf_free(&all.phrases);
    return all.ok;
}

bool rtp_phrase_load(rtp_str text, rtp_str pointer, const rtp_context *context, rtp_phrases *out)
{
    rtp_buf phrase = rtp_buf_make(SIZE_MAX), phrases = rtp_buf_make(SIZE_MAX);
    bool conditional = false, ok = compile_words(text, pointer, context, &phrase, &conditional);
    rtp_packed_put(rtp_buf_text(&phrase), &phrases);
    *out = rtp_packed_make(rtp_buf_text(&phrases), context->arena);
    rtp_buf_free(&phrase);
    rtp_buf_free(&phrases);
    return ok;
}
