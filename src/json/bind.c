/* Binds JSON objects to structs by their tables, and goes on after a problem so that all are
 * listed at once. Each type has one binder, found by the type's number. */
#include "json/bind.h"

#include <string.h>

static rtp_binder *const binders[] = {
    [RTP_FIELD_TEXT] = rtp_bind_text,       [RTP_FIELD_LINK] = rtp_bind_link,
    [RTP_FIELD_NUMBER] = rtp_bind_number,   [RTP_FIELD_COUNT] = rtp_bind_count,
    [RTP_FIELD_FLAG] = rtp_bind_flag,       [RTP_FIELD_DATE] = rtp_bind_date,
    [RTP_FIELD_MONTH] = rtp_bind_month,     [RTP_FIELD_CHOICE] = rtp_bind_choice,
    [RTP_FIELD_TEXTS] = rtp_bind_texts,     [RTP_FIELD_CHOICES] = rtp_bind_choices,
    [RTP_FIELD_DATES] = rtp_bind_dates,     [RTP_FIELD_OBJECT] = rtp_bind_object,
    [RTP_FIELD_OBJECTS] = rtp_bind_objects, [RTP_FIELD_RAW] = rtp_bind_raw,
    [RTP_FIELD_SERIES] = rtp_bind_series,   [RTP_FIELD_SAMPLES] = rtp_bind_samples,
    [RTP_FIELD_DAYS] = rtp_bind_days,       [RTP_FIELD_NUMBERS] = rtp_bind_numbers,
};

static void *member_of(void *object, const rtp_field *field)
{
    return (char *)object + field->offset;
}

static void fields_clear(const rtp_shape *shape, void *object)
{
    const rtp_date unknown = RTP_DATE_UNKNOWN;
    for (size_t i = 0; i < shape->count; i++) {
        const rtp_field *field = &shape->fields[i];
        void *member = member_of(object, field);
        if (field->type == RTP_FIELD_DATE || field->type == RTP_FIELD_MONTH) {
            memcpy(member, &unknown, sizeof unknown);
        } else if (field->type == RTP_FIELD_OBJECT) {
            fields_clear(field->shape, member);
        }
    }
}

void rtp_object_clear(const rtp_shape *shape, void *object)
{
    memset(object, 0, shape->size);
    fields_clear(shape, object);
}

/* Documents mostly follow the order of the table, so the search starts where it last ended. */
static const rtp_field *field_find(const rtp_shape *shape, const char *key, size_t *next)
{
    size_t i = *next;
    for (size_t left = shape->count; left > 0; left--) {
        const rtp_field *field = &shape->fields[i < shape->count ? i : 0];
        i = (size_t)(field - shape->fields) + 1;
        if (field->key[0] == key[0] && strcmp(field->key, key) == 0) {
            *next = i;
            return field;
        }
    }
    return NULL;
}

/* ---- keys that should not be there, and keys that should ---- */

enum { SEEN_FIELDS = 64 };

/* The field's bit among those that an object gave; 0 for fields too far down the table. */
static uint64_t bit_of(const rtp_shape *shape, const rtp_field *field)
{
    size_t i = (size_t)(field - shape->fields);
    return i < SEEN_FIELDS ? UINT64_C(1) << i : 0;
}

static rtp_str *keys_of(rtp_binding *binding, const rtp_shape *shape)
{
    rtp_str *keys = RTP_NEW_ARRAY(binding->arena, rtp_str, shape->count);
    for (size_t i = 0; i < shape->count; i++) {
        keys[i] = rtp_str_from(shape->fields[i].key);
    }
    return keys;
}

/* The field that was meant, or NULL. */
static const rtp_field *refuse_key(rtp_binding *binding, const rtp_shape *shape, const rtp_step *step)
{
    rtp_str *keys = keys_of(binding, shape);
    rtp_str meant = rtp_str_nearest(step->key, keys, shape->count);
    rtp_str all = rtp_arena_join(binding->arena, keys, shape->count, rtp_lit(", "));
    rtp_str hint = rtp_nearest_hint(binding, step->key, keys, shape->count);
    rtp_problem_report(
        binding, step,
        (rtp_problem){
            .code = "P0003",
            .severity = RTP_ERROR,
            .at_key = true,
            .message = rtp_arena_format(binding->arena, "unknown key \"%.*s\"", RTP_FMT(step->key)),
            .found = step->key,
            .expected = all,
            .hint = hint.ptr ? hint : rtp_arena_format(binding->arena, "the keys here are: %.*s", RTP_FMT(all)),
        });
    size_t next = 0;
    return meant.ptr ? field_find(shape, meant.ptr, &next) : NULL;
}

static void report_missing(rtp_binding *binding, const rtp_field *field, const rtp_step *step)
{
    rtp_problem problem = {
        .code = "P0004",
        .severity = RTP_ERROR,
        .at_start = true,
        .message = step->up ? rtp_arena_format(binding->arena, "\"%s\" is missing in %.*s", field->key,
                                               RTP_FMT(rtp_step_name(binding, step)))
                            : rtp_arena_format(binding->arena, "\"%s\" is missing", field->key),
        .expected = rtp_str_from(field->key),
    };
    if (field->example) {
        problem.hint = rtp_arena_format(binding->arena, "add it, such as \"%s\": %s", field->key, field->example);
    }
    rtp_problem_report(binding, step, problem);
}

static void check_required(rtp_binding *binding, const rtp_json *node, const rtp_shape *shape, const rtp_step *step,
                           uint64_t seen)
{
    for (size_t i = 0; i < shape->count; i++) {
        const rtp_field *field = &shape->fields[i];
        if (field->required && !(seen & bit_of(shape, field)) && !rtp_json_find(node, rtp_str_from(field->key))) {
            report_missing(binding, field, step);
        }
    }
}

/* ---- objects ---- */

void rtp_bind_object(rtp_binding *binding, const rtp_json *node, const rtp_field *field, const rtp_step *step,
                     void *member)
{
    const rtp_shape *shape = field->shape;
    if (!rtp_kind_check(binding, node, step, RTP_JSON_OBJECT)) {
        return;
    }
    if (shape->known_first) {
        *(bool *)member = true;
    }
    size_t next = 0;
    uint64_t seen = 0;
    for (const rtp_json *child = rtp_json_first(node); child; child = rtp_json_next(child)) {
        rtp_step below = {.up = step, .key = rtp_json_key(child)};
        const rtp_field *found = field_find(shape, below.key.ptr, &next);
        if (found) {
            seen |= bit_of(shape, found);
            binders[found->type](binding, child, found, &below, member_of(member, found));
        } else if (!rtp_key_is_free(below.key)) {
            const rtp_field *meant = refuse_key(binding, shape, &below);
            seen |= meant ? bit_of(shape, meant) : 0; /* one mistake, told once */
        }
    }
    check_required(binding, node, shape, step, seen);
}

void rtp_bind_raw(rtp_binding *binding, const rtp_json *node, const rtp_field *field, const rtp_step *step,
                  void *member)
{
    (void)field;
    if (rtp_json_kind_of(node) == RTP_JSON_NULL) {
        rtp_null_refuse(binding, step, rtp_lit("a value"));
        return;
    }
    *(const rtp_json **)member = node;
}

bool rtp_bind(const rtp_json *node, const rtp_shape *shape, const rtp_source *source, rtp_arena *arena,
              rtp_diags *diags, void *object)
{
    rtp_binding binding = {.source = source, .arena = arena, .diags = diags};
    rtp_step root = {.up = NULL};
    rtp_object_clear(shape, object);
    rtp_bind_object(&binding, node, &(rtp_field){.shape = shape}, &root, object);
    return !binding.failed;
}
