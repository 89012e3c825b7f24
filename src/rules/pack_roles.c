/* Role files: what each kind of work makes, which measures carry weight there and which convince
 * nobody alone. The texts are joined flat for the facts floor, which recognises metrics by them. */
#include "rules/pack.h"
#include "rules/style.h"

#include <string.h>

typedef struct measure_form {
    rtp_str texts[RTP_MEASURE_TEXT_COUNT];
    rtp_texts words;
} measure_form;

typedef struct trap_form {
    rtp_texts words, unless;
    rtp_str why;
} trap_form;

typedef struct role_form {
    rtp_str id;
    rtp_str texts[RTP_ROLE_TEXT_COUNT];
    rtp_objects measures, traps;
} role_form;

typedef struct file_form {
    rtp_objects roles;
} file_form;

/* ---- fields ---- */

enum { WORDS_MOST = 40, ENTRIES_MOST = 20 };

#define MEASURE(text, key, ...) RTP_ROW(measure_form, texts[RTP_MEASURE_##text], key, TEXT, __VA_ARGS__)
static const rtp_field measure_fields[] = {
    MEASURE(NAME, "name", .required = true),
    MEASURE(UNIT, "unit", .required = true),
    MEASURE(BETTER, "better", .required = true),
    MEASURE(WHERE, "where", .required = true),
    MEASURE(KIND, "kind", .required = true),
    MEASURE(PAIR, "pair"),
    RTP_ROW(measure_form, words, "words", TEXTS, .required = true, .least = 1, .most = WORDS_MOST),
};
static const rtp_shape measure_shape = {"measure", measure_fields, RTP_COUNT(measure_fields), sizeof(measure_form),
                                        false};

static const rtp_field trap_fields[] = {
    RTP_ROW(trap_form, words, "words", TEXTS, .required = true, .least = 1, .most = WORDS_MOST),
    RTP_ROW(trap_form, unless, "unless", TEXTS),
    RTP_ROW(trap_form, why, "why", TEXT, .required = true),
};
static const rtp_shape trap_shape = {"trap", trap_fields, RTP_COUNT(trap_fields), sizeof(trap_form), false};

static const char *const text_keys[RTP_ROLE_TEXT_COUNT] = {
    [RTP_ROLE_OUTPUT] = "output", [RTP_ROLE_UPDATE] = "update",   [RTP_ROLE_QUIET] = "quiet",
    [RTP_ROLE_ROOM] = "room",     [RTP_ROLE_EXHIBIT] = "exhibit",
};
#define ROLE(text, key) RTP_ROW(role_form, texts[RTP_ROLE_##text], key, TEXT, .required = false)
static const rtp_field role_fields[] = {
    RTP_ROW(role_form, id, "id", TEXT, .required = true),
    ROLE(OUTPUT, "output"),
    ROLE(UPDATE, "update"),
    ROLE(QUIET, "quiet"),
    ROLE(ROOM, "room"),
    ROLE(EXHIBIT, "exhibit"),
    RTP_ROW(role_form, measures, "measures", OBJECTS, .shape = &measure_shape, .most = ENTRIES_MOST),
    RTP_ROW(role_form, traps, "traps", OBJECTS, .shape = &trap_shape, .most = ENTRIES_MOST),
};
static const rtp_shape role_shape = {"role", role_fields, RTP_COUNT(role_fields), sizeof(role_form), false};

static const rtp_field file_fields[] = {
    RTP_ROW(file_form, roles, "roles", OBJECTS, .required = true, .shape = &role_shape),
};
static const rtp_shape file_shape = {"roles", file_fields, RTP_COUNT(file_fields), sizeof(file_form), false};

/* ---- checks ---- */

static bool is_one_of(rtp_str text, const rtp_str *words, size_t count)
{
    bool found = false;
    for (size_t i = 0; i < count && !found; i++) {
        found = rtp_str_equal(words[i], text);
    }
    return found;
}

static bool check_word(rtp_str text, const rtp_texts *words, rtp_str pointer, const rtp_context *context)
{
    if (text.len == 0 || is_one_of(text, words->items, words->len)) {
        return true; /* what is absent was reported when it was bound */
    }
    rtp_str nearest = rtp_str_nearest(text, words->items, words->len);
    rtp_context_report(
        context, (rtp_spot){.pointer = pointer},
        (rtp_fault){.code = "R0051",
                    .message = rtp_arena_format(context->arena, "\"%.*s\" is no word for this", RTP_FMT(text)),
                    .found = text,
                    .expected = rtp_arena_join(context->arena, words->items, words->len, rtp_lit(", ")),
                    .hint = nearest.ptr ? rtp_arena_format(context->arena, "did you mean \"%.*s\"?", RTP_FMT(nearest))
                                        : (rtp_str){NULL, 0}});
    return false;
}

/* The words of families, and one for what holds for all of them. */
static bool check_family(rtp_str id, rtp_str pointer, const rtp_context *context)
{
    int fact = rtp_fact_find(rtp_lit("person.role_family"));
    const rtp_texts *words = fact < 0 ? NULL : rtp_fact_at((size_t)fact)->words;
    bool any = rtp_str_equal(id, rtp_lit(RTP_ROLE_ANY));
    return any || !words || check_word(id, words, rtp_pointer_key(context->arena, pointer, rtp_lit("id")), context);
}

/* Words are joined by bars, so none may hold one. */
static bool check_bars(const rtp_texts *words, rtp_str pointer, const rtp_context *context)
{
    bool ok = true;
    for (size_t i = 0; i < words->len; i++) {
        if (words->items[i].len > 0 && !memchr(words->items[i].ptr, '|', words->items[i].len)) {
            continue;
        }
        rtp_context_report(context, (rtp_spot){.pointer = rtp_pointer_index(context->arena, pointer, i)},
                           (rtp_fault){.code = "R0052",
                                       .message = rtp_lit("this can be no part of a metric's name"),
                                       .expected = rtp_lit("words set off by blanks"),
                                       .hint = rtp_lit("alternatives are items of the list")});
        ok = false;
    }
    return ok;
}

static const measure_form *find_measure(const rtp_objects *measures, rtp_str name)
{
    for (size_t i = 0; i < measures->len; i++) {
        const measure_form *measure = (const measure_form *)measures->items + i;
        if (rtp_str_equal(measure->texts[RTP_MEASURE_NAME], name)) {
            return measure;
        }
    }
    return NULL;
}

static bool check_pair(const rtp_objects *measures, rtp_str pair, rtp_str pointer, const rtp_context *context)
{
    const measure_form *found = find_measure(measures, pair);
    if (pair.len == 0 || (found && rtp_str_equal(found->texts[RTP_MEASURE_KIND], rtp_lit(RTP_MEASURE_QUALITY)))) {
        return true;
    }
    rtp_context_report(context, (rtp_spot){.pointer = rtp_pointer_key(context->arena, pointer, rtp_lit("pair"))},
                       (rtp_fault){.code = "R0053",
                                   .message = rtp_arena_format(
                                       context->arena, "\"%.*s\" is no measure of quality of this role", RTP_FMT(pair)),
                                   .found = pair,
                                   .expected = rtp_lit("the name of a measure in the same list, of kind quality")});
    return false;
}

static bool check_style(rtp_str text, rtp_str pointer, const char *key, const rtp_context *context)
{
    return text.len == 0 || rtp_style_check(text, rtp_pointer_key(context->arena, pointer, rtp_str_from(key)), context);
}

static bool check_measure(const rtp_objects *measures, size_t i, rtp_str role, const rtp_context *context)
{
    static const rtp_str kinds[] = {RTP_STR("outcome"), RTP_STR(RTP_MEASURE_QUALITY), RTP_STR("flow"),
                                    RTP_STR("collaboration")};
    static const rtp_str betters[] = {RTP_STR("higher"), RTP_STR("lower")};
    const measure_form *measure = (const measure_form *)measures->items + i;
    const rtp_str *texts = measure->texts;
    rtp_arena *arena = context->arena;
    rtp_str pointer = rtp_arena_format(arena, "%.*s/measures/%zu", RTP_FMT(role), i);
    bool ok = check_style(texts[RTP_MEASURE_NAME], pointer, "name", context);
    ok = check_style(texts[RTP_MEASURE_WHERE], pointer, "where", context) && ok;
    ok = check_word(texts[RTP_MEASURE_BETTER], &(rtp_texts){betters, RTP_COUNT(betters)},
                    rtp_pointer_key(arena, pointer, rtp_lit("better")), context) &&
         ok;
    ok = check_word(texts[RTP_MEASURE_KIND], &(rtp_texts){kinds, RTP_COUNT(kinds)},
                    rtp_pointer_key(arena, pointer, rtp_lit("kind")), context) &&
         ok;
    ok = check_pair(measures, texts[RTP_MEASURE_PAIR], pointer, context) && ok;
    return check_bars(&measure->words, rtp_pointer_key(arena, pointer, rtp_lit("words")), context) && ok;
}

static bool check_trap(const rtp_objects *traps, size_t i, rtp_str role, const rtp_context *context)
{
    const trap_form *trap = (const trap_form *)traps->items + i;
    rtp_str pointer = rtp_arena_format(context->arena, "%.*s/traps/%zu", RTP_FMT(role), i);
    bool ok = check_style(trap->why, pointer, "why", context);
    ok = check_bars(&trap->words, rtp_pointer_key(context->arena, pointer, rtp_lit("words")), context) && ok;
    return check_bars(&trap->unless, rtp_pointer_key(context->arena, pointer, rtp_lit("unless")), context) && ok;
}

static bool check_role(const role_form *form, rtp_str pointer, const rtp_context *context)
{
    bool ok = check_family(form->id, pointer, context);
    for (size_t i = 0; i < RTP_ROLE_TEXT_COUNT; i++) {
        ok = check_style(form->texts[i], pointer, text_keys[i], context) && ok;
    }
    for (size_t i = 0; i < form->measures.len; i++) {
        ok = check_measure(&form->measures, i, pointer, context) && ok;
    }
    for (size_t i = 0; i < form->traps.len; i++) {
        ok = check_trap(&form->traps, i, pointer, context) && ok;
    }
    return ok;
}

/* ---- the flat form ---- */

static void put_ended(rtp_buf *out, rtp_str text)
{
    rtp_buf_put(out, text);
    rtp_buf_put_char(out, '\0');
}

static void put_words(rtp_buf *out, const rtp_texts *words)
{
    for (size_t i = 0; i < words->len; i++) {
        rtp_buf_puts(out, i > 0 ? "|" : "");
        rtp_buf_put(out, words->items[i]);
    }
    rtp_buf_put_char(out, '\0');
}

static void put_measure(rtp_buf *out, const measure_form *measure)
{
    for (size_t i = 0; i < RTP_MEASURE_WORDS; i++) {
        put_ended(out, measure->texts[i]);
    }
    put_words(out, &measure->words);
}

static void put_trap(rtp_buf *out, const trap_form *trap)
{
    put_words(out, &trap->words);
    put_words(out, &trap->unless);
    put_ended(out, trap->why);
}

static rtp_str make_bytes(const role_form *form, rtp_arena *arena)
{
    rtp_buf out = rtp_buf_make(SIZE_MAX);
    for (size_t i = 0; i < RTP_ROLE_TEXT_COUNT; i++) {
        put_ended(&out, form->texts[i]);
    }
    for (size_t i = 0; i < form->measures.len; i++) {
        put_measure(&out, (const measure_form *)form->measures.items + i);
    }
    rtp_buf_put_char(&out, '\0');
    for (size_t i = 0; i < form->traps.len; i++) {
        put_trap(&out, (const trap_form *)form->traps.items + i);
    }
    rtp_buf_put_char(&out, '\0');
    rtp_str bytes = rtp_arena_copy(arena, rtp_buf_text(&out));
    rtp_buf_free(&out);
    return bytes;
}

static bool compile(const void *item, rtp_str pointer, const rtp_context *context, void *entry)
{
    const role_form *form = item;
    *(rtp_role *)entry = (rtp_role){.id = form->id, .bytes = make_bytes(form, context->arena)};
    return check_role(form, pointer, context);
}

static const rtp_entry_kind kind = {RTP_STR("/roles"), sizeof(role_form), sizeof(rtp_role), compile};

bool rtp_roles_bind(rtp_pack_file *file)
{
    const rtp_context *context = &file->context;
    file_form form = {0};
    rtp_entries roles = {file->pack->roles.items, file->pack->roles.len};
    bool bound = rtp_bind(file->root, &file_shape, context->source, context->arena, context->diags, &form);
    bool good = rtp_entries_add(&kind, &form.roles, context, &roles);
    file->pack->roles = (rtp_roles){roles.items, roles.len};
    return good && bound;
}
