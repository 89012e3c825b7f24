/* Writes the draft-07 JSON Schema of a shape, from the rows that the loader reads, so that the two
 * cannot drift. Patterns avoid what regular expression engines see differently: \d, \s, a bare $. */
#include "json/bind.h"

#include <assert.h>
#include <math.h>

enum { SHAPE_LIMIT = 64 };

#define YEAR  "(19|20|21)[0-9]{2}"
#define MONTH "(0[1-9]|1[0-2])"
#define LEAP  "(0[48]|[2468][048]|[13579][26])"
#define END   "(?!\\n)$" /* Python's $ also matches before a last line end */
#define BLANK "^[ \\t\\r\\n]*$"

static const char month_pattern[] = "^" YEAR "-" MONTH END;
/* Real days only: many editors do not check "format". */
static const char date_pattern[] = "^(" YEAR "-(" MONTH "-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|"
                                   "(0[13578]|1[02])-31)|((19|21)" LEAP "|20([02468][048]|[13579][26]))-02-29)" END;
static const char link_pattern[] = "^https://[A-Za-z0-9\\[]";
static const char link_stray_pattern[] = "[^A-Za-z0-9!#$%&()*+,./:;=?@\\[\\]_~-]";

typedef struct shapes { /* those that need a definition */
    const rtp_shape *items[SHAPE_LIMIT];
    size_t count;
} shapes;

/* ---- small words of the schema ---- */

static void put_text(rtp_json_writer *w, const char *key, const char *text)
{
    rtp_json_put_key(w, key);
    rtp_json_put_text(w, rtp_str_from(text));
}

static void put_number(rtp_json_writer *w, const char *key, double value)
{
    rtp_json_put_key(w, key);
    rtp_json_put_number(w, value);
}

static void put_reference(rtp_json_writer *w, const rtp_shape *shape)
{
    static const char folder[] = "#/definitions/";
    rtp_buf path = rtp_buf_make(SIZE_MAX);
    rtp_buf_puts(&path, folder);
    rtp_buf_puts(&path, shape->name);
    rtp_json_put_key(w, "$ref");
    rtp_json_put_text(w, rtp_buf_text(&path));
    rtp_buf_free(&path);
}

static void put_words(rtp_json_writer *w, const rtp_str *words, size_t n)
{
    rtp_json_put_key(w, "enum");
    rtp_json_open(w, '[');
    for (size_t i = 0; i < n; i++) {
        rtp_json_put_text(w, words[i]);
    }
    rtp_json_close(w, ']');
}

/* Keys that any object may have, whatever they hold. */
static void put_free_keys(rtp_json_writer *w)
{
    static const char *const keys[] = {"$schema", "$comment"};
    for (size_t i = 0; i < RTP_COUNT(keys); i++) {
        rtp_json_put_key(w, keys[i]);
        rtp_json_put_flag(w, true);
    }
}

static void put_free_pattern(rtp_json_writer *w)
{
    rtp_json_put_key(w, "^x-");
    rtp_json_put_flag(w, true);
}

static void put_no_other_keys(rtp_json_writer *w)
{
    rtp_json_put_key(w, "additionalProperties");
    rtp_json_put_flag(w, false);
}

/* ---- one value of each type ---- */

static void put_string_type(const rtp_field *field, rtp_json_writer *w)
{
    bool own_limit = field->type == RTP_FIELD_TEXT && field->most > 0;
    put_text(w, "type", "string");
    put_number(w, "maxLength", own_limit ? floor(field->most) : RTP_TEXT_LIMIT);
    if (field->required && field->type != RTP_FIELD_TEXTS) {
        put_text(w, "pattern", "[^ \\t\\r\\n]");
    }
}

static void put_link_type(const rtp_field *field, rtp_json_writer *w)
{
    put_string_type(field, w);
    rtp_json_put_key(w, "anyOf");
    rtp_json_open(w, '[');
    rtp_json_open(w, '{');
    put_text(w, "pattern", link_pattern);
    rtp_json_put_key(w, "not");
    rtp_json_open(w, '{');
    put_text(w, "pattern", link_stray_pattern);
    rtp_json_close(w, '}');
    rtp_json_close(w, '}');
    rtp_json_open(w, '{');
    put_text(w, "pattern", BLANK);
    rtp_json_close(w, '}');
    rtp_json_close(w, ']');
}

static void put_number_type(const rtp_field *field, rtp_json_writer *w)
{
    double least, most;
    put_text(w, "type", field->type == RTP_FIELD_COUNT ? "integer" : "number");
    if (!rtp_field_range(field, &least, &most)) {
        return;
    }
    put_number(w, "minimum", least);
    if (!isinf(most)) {
        put_number(w, "maximum", most);
    }
}

static void put_flag_type(const rtp_field *field, rtp_json_writer *w)
{
    (void)field;
    put_text(w, "type", "boolean");
}

static void put_date_type(const rtp_field *field, rtp_json_writer *w)
{
    bool month = field->type == RTP_FIELD_MONTH;
    put_text(w, "type", "string");
    put_text(w, "pattern", month ? month_pattern : date_pattern);
    if (!month) {
        put_text(w, "format", "date");
    }
}

static void put_choice_type(const rtp_field *field, rtp_json_writer *w)
{
    put_words(w, field->words->items, field->words->len);
}

static void put_object_type(const rtp_field *field, rtp_json_writer *w)
{
    put_reference(w, field->shape);
}

static void put_raw_type(const rtp_field *field, rtp_json_writer *w)
{
    (void)field;
    static const rtp_str kinds[] = {RTP_STR("object"), RTP_STR("array"), RTP_STR("string"), RTP_STR("number"),
                                    RTP_STR("boolean")};
    rtp_json_put_key(w, "type");
    rtp_json_open(w, '[');
    for (size_t i = 0; i < RTP_COUNT(kinds); i++) {
        rtp_json_put_text(w, kinds[i]);
    }
    rtp_json_close(w, ']');
}

static void put_value_list(const rtp_field *field, rtp_json_writer *w)
{
    put_text(w, "type", "array");
    put_number(w, "maxItems", (double)rtp_field_values(field));
    rtp_json_put_key(w, "items");
    rtp_json_open(w, '{');
    put_text(w, "type", "number");
    rtp_json_close(w, '}');
}

static void put_samples_type(const rtp_field *field, rtp_json_writer *w)
{
    static const char *const modes[] = {"office", "hybrid", "remote"};
    put_text(w, "type", "object");
    rtp_json_put_key(w, "properties");
    rtp_json_open(w, '{');
    for (size_t i = 0; i < RTP_COUNT(modes); i++) {
        rtp_json_put_key(w, modes[i]);
        rtp_json_open(w, '{');
        put_value_list(field, w);
        rtp_json_close(w, '}');
    }
    put_free_keys(w);
    rtp_json_close(w, '}');
    rtp_json_put_key(w, "patternProperties");
    rtp_json_open(w, '{');
    put_free_pattern(w);
    rtp_json_close(w, '}');
    put_no_other_keys(w);
}

static void put_series_type(const rtp_field *field, rtp_json_writer *w)
{
    put_text(w, "type", "object");
    put_number(w, "maxProperties", (double)rtp_field_values(field));
    rtp_json_put_key(w, "properties");
    rtp_json_open(w, '{');
    put_free_keys(w);
    rtp_json_close(w, '}');
    rtp_json_put_key(w, "patternProperties");
    rtp_json_open(w, '{');
    rtp_json_put_key(w, field->type == RTP_FIELD_DAYS ? date_pattern : month_pattern);
    rtp_json_open(w, '{');
    put_text(w, "type", "number");
    rtp_json_close(w, '}');
    put_free_pattern(w);
    rtp_json_close(w, '}');
    put_no_other_keys(w);
}

static void put_list_type(const rtp_field *field, rtp_json_writer *w);

typedef void type_writer(const rtp_field *field, rtp_json_writer *w);

static type_writer *const types[] = {
    [RTP_FIELD_TEXT] = put_string_type,     [RTP_FIELD_LINK] = put_link_type,     [RTP_FIELD_NUMBER] = put_number_type,
    [RTP_FIELD_COUNT] = put_number_type,    [RTP_FIELD_FLAG] = put_flag_type,     [RTP_FIELD_DATE] = put_date_type,
    [RTP_FIELD_MONTH] = put_date_type,      [RTP_FIELD_CHOICE] = put_choice_type, [RTP_FIELD_TEXTS] = put_list_type,
    [RTP_FIELD_CHOICES] = put_list_type,    [RTP_FIELD_DATES] = put_list_type,    [RTP_FIELD_OBJECT] = put_object_type,
    [RTP_FIELD_OBJECTS] = put_list_type,    [RTP_FIELD_RAW] = put_raw_type,       [RTP_FIELD_SERIES] = put_series_type,
    [RTP_FIELD_SAMPLES] = put_samples_type, [RTP_FIELD_DAYS] = put_series_type,   [RTP_FIELD_NUMBERS] = put_value_list,
};

/* What a list of this type holds; the type itself when it is no list. */
static rtp_field_type item_type(rtp_field_type type)
{
    static const rtp_field_type items[] = {
        [RTP_FIELD_TEXTS] = RTP_FIELD_TEXT,
        [RTP_FIELD_CHOICES] = RTP_FIELD_CHOICE,
        [RTP_FIELD_DATES] = RTP_FIELD_DATE,
        [RTP_FIELD_OBJECTS] = RTP_FIELD_OBJECT,
    };
    return items[type];
}

static void put_most_items(double most, rtp_json_writer *w)
{
    if (!isinf(most)) {
        put_number(w, "maxItems", floor(most));
    }
}

static void put_list_type(const rtp_field *field, rtp_json_writer *w)
{
    rtp_field item = *field;
    item.type = item_type(field->type);
    item.required = false;
    item.least = item.most = 0;
    put_text(w, "type", "array");
    if (field->least < field->most) {
        put_number(w, "minItems", ceil(field->least));
        put_most_items(field->most, w);
    }
    rtp_json_put_key(w, "items");
    rtp_json_open(w, '{');
    types[item.type](&item, w);
    rtp_json_close(w, '}');
}

/* ---- fields and shapes ---- */

static void put_examples(const rtp_field *field, rtp_json_writer *w)
{
    if (field->example) {
        rtp_json_put_key(w, "examples");
        rtp_json_open(w, '[');
        rtp_json_put_raw(w, rtp_str_from(field->example));
        rtp_json_close(w, ']');
    }
}

/* A reference stands alone in its object: draft-07 ignores what stands beside it. */
static void put_wrapped_reference(const rtp_field *field, rtp_json_writer *w)
{
    rtp_json_put_key(w, "allOf");
    rtp_json_open(w, '[');
    rtp_json_open(w, '{');
    put_reference(w, field->shape);
    rtp_json_close(w, '}');
    rtp_json_close(w, ']');
}

static void put_field(const rtp_field *field, rtp_json_writer *w)
{
    rtp_json_put_key(w, field->key);
    rtp_json_open(w, '{');
    if (field->doc) {
        put_text(w, "description", field->doc);
    }
    if (field->type == RTP_FIELD_OBJECT) {
        put_wrapped_reference(field, w);
    } else {
        types[field->type](field, w);
    }
    put_examples(field, w);
    rtp_json_close(w, '}');
}

static void put_required(const rtp_shape *shape, rtp_json_writer *w)
{
    size_t count = 0;
    for (size_t i = 0; i < shape->count; i++) {
        if (!shape->fields[i].required) {
            continue;
        }
        if (count++ == 0) {
            rtp_json_put_key(w, "required");
            rtp_json_open(w, '[');
        }
        rtp_json_put_text(w, rtp_str_from(shape->fields[i].key));
    }
    if (count > 0) {
        rtp_json_close(w, ']');
    }
}

static void put_shape(const rtp_shape *shape, rtp_json_writer *w)
{
    put_text(w, "type", "object");
    put_required(shape, w);
    rtp_json_put_key(w, "properties");
    rtp_json_open(w, '{');
    for (size_t i = 0; i < shape->count; i++) {
        put_field(&shape->fields[i], w);
    }
    put_free_keys(w);
    rtp_json_close(w, '}');
    rtp_json_put_key(w, "patternProperties");
    rtp_json_open(w, '{');
    put_free_pattern(w);
    rtp_json_close(w, '}');
    put_no_other_keys(w);
}

/* Every shape below this one, each once, in the order of the tables. */
static void collect(shapes *all, const rtp_shape *shape)
{
    for (size_t i = 0; i < shape->count; i++) {
        const rtp_shape *below = shape->fields[i].shape;
        size_t known = 0;
        while (below && known < all->count && all->items[known] != below) {
            known++;
        }
        if (below && known == all->count) {
            assert(all->count < SHAPE_LIMIT);
            all->items[all->count++] = below;
            collect(all, below);
        }
    }
}

static void put_definitions(const shapes *all, rtp_json_writer *w)
{
    rtp_json_put_key(w, "definitions");
    rtp_json_open(w, '{');
    for (size_t i = 0; i < all->count; i++) {
        rtp_json_put_key(w, all->items[i]->name);
        rtp_json_open(w, '{');
        put_shape(all->items[i], w);
        rtp_json_close(w, '}');
    }
    rtp_json_close(w, '}');
}

void rtp_schema_write(const rtp_shape *shape, const char *id, const char *title, rtp_buf *out)
{
    rtp_json_writer w = rtp_json_writer_make(out, 2);
    shapes all = {.count = 0};
    collect(&all, shape);
    rtp_json_open(&w, '{');
    put_text(&w, "$schema", "http://json-schema.org/draft-07/schema#");
    put_text(&w, "$id", id);
    put_text(&w, "title", title);
    put_shape(shape, &w);
    put_definitions(&all, &w);
    rtp_json_close(&w, '}');
    rtp_buf_put_char(out, '\n');
}
