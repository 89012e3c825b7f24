/* Compiles conditions from JSON and types them against the catalogue, so that a rule which could
 * never fire, or would compare the wrong things, is refused when its pack is loaded. */
#include "rules/condition.h"
#include "rules/packed.h"

enum { ORDERED = 1U << RTP_NUMBER | 1U << RTP_DATE | 1U << RTP_MONTH, ANYTHING = 0x7F };

typedef enum operand_form { FORM_PARTS, FORM_PART, FORM_VALUE, FORM_VALUES, FORM_PAIR, FORM_FLAG } operand_form;

typedef struct test_row {
    rtp_str name;
    rtp_test test;
    operand_form form;
    unsigned types; /* a bit for each rtp_type it can read */
} test_row;

static const test_row tests[] = {
    {RTP_STR("all"), RTP_ALL, FORM_PARTS, 0},
    {RTP_STR("any"), RTP_ANY, FORM_PARTS, 0},
    {RTP_STR("not"), RTP_NOT, FORM_PART, 0},
    {RTP_STR("is"), RTP_IS, FORM_VALUE, ANYTHING},
    {RTP_STR("in"), RTP_IN, FORM_VALUES, ANYTHING & ~(1U << RTP_FLAG)},
    {RTP_STR("lt"), RTP_LT, FORM_VALUE, ORDERED},
    {RTP_STR("le"), RTP_LE, FORM_VALUE, ORDERED},
    {RTP_STR("gt"), RTP_GT, FORM_VALUE, ORDERED},
    {RTP_STR("ge"), RTP_GE, FORM_VALUE, ORDERED},
    {RTP_STR("between"), RTP_BETWEEN, FORM_PAIR, ORDERED},
    {RTP_STR("known"), RTP_KNOWN, FORM_FLAG, ANYTHING},
};

static const rtp_str keys[] = {
    RTP_STR("all"), RTP_STR("any"), RTP_STR("not"), RTP_STR("fact"), RTP_STR("is"),      RTP_STR("in"),
    RTP_STR("lt"),  RTP_STR("le"),  RTP_STR("gt"),  RTP_STR("ge"),   RTP_STR("between"), RTP_STR("known"),
};

static const char *const type_names[] = {
    [RTP_TEXT] = "a text",   [RTP_NUMBER] = "a number", [RTP_FLAG] = "true or false", [RTP_DATE] = "a date",
    [RTP_MONTH] = "a month", [RTP_WORD] = "a word",     [RTP_LIST] = "a list",
};

static const test_row *find_test(rtp_str name)
{
    for (size_t i = 0; i < RTP_COUNT(tests); i++) {
        if (rtp_str_equal(tests[i].name, name)) {
            return &tests[i];
        }
    }
    return NULL;
}

/* ---- operands ---- */

typedef struct operand_kind {
    rtp_json_kind json;
    const char *expected;
} operand_kind;

static const operand_kind kinds[] = {
    [RTP_TEXT] = {RTP_JSON_STRING, "a string"},
    [RTP_NUMBER] = {RTP_JSON_NUMBER, "a number"},
    [RTP_FLAG] = {RTP_JSON_FLAG, "true or false"},
    [RTP_DATE] = {RTP_JSON_STRING, "a date such as \"2027-01-11\""},
    [RTP_MONTH] = {RTP_JSON_STRING, "a month such as \"2027-01\""},
    [RTP_WORD] = {RTP_JSON_STRING, "a string"},
    [RTP_LIST] = {RTP_JSON_STRING, "a string, one element of the list"},
};

static bool report_operand(const rtp_context *context, rtp_str pointer, const rtp_fact *fact, rtp_str found)
{
    const char *expected = kinds[fact->type].expected;
    rtp_context_report(context, (rtp_spot){.pointer = pointer},
                       (rtp_fault){.code = "R0014",
                                   .message = rtp_arena_format(context->arena, "\"%s\" is %s, and this is %.*s",
                                                               fact->name, type_names[fact->type], RTP_FMT(found)),
                                   .found = found,
                                   .expected = rtp_str_from(expected),
                                   .hint = rtp_arena_format(context->arena, "write %s", expected)});
    return false;
}

static bool check_word(const rtp_context *context, rtp_str pointer, const rtp_fact *fact, rtp_str word)
{
    const rtp_texts *words = fact->words;
    for (size_t i = 0; words && i < words->len; i++) {
        if (rtp_str_equal(words->items[i], word)) {
            return true;
        }
    }
    if (!words) {
        return true;
    }
    rtp_str nearest = rtp_str_nearest(word, words->items, words->len);
    rtp_str all = rtp_arena_join(context->arena, words->items, words->len, rtp_lit(", "));
    rtp_context_report(
        context, (rtp_spot){.pointer = pointer},
        (rtp_fault){.code = "R0015",
                    .message =
                        rtp_arena_format(context->arena, "\"%s\" can never be \"%.*s\"", fact->name, RTP_FMT(word)),
                    .found = word,
                    .expected = rtp_arena_format(context->arena, "one of %.*s", RTP_FMT(all)),
                    .hint = nearest.ptr ? rtp_arena_format(context->arena, "did you mean \"%.*s\"?", RTP_FMT(nearest))
                                        : rtp_arena_format(context->arena, "it is one of %.*s", RTP_FMT(all))});
    return false;
}

bool rtp_operand_load(const rtp_json *node, rtp_str pointer, const rtp_fact *fact, const rtp_context *context,
                      rtp_operand *out)
{
    rtp_json_kind kind = rtp_json_kind_of(node);
    if (kind != kinds[fact->type].json) {
        return report_operand(context, pointer, fact, rtp_str_from(rtp_json_kind_name(kind)));
    }
    rtp_operand operand = {0};
    if (kind == RTP_JSON_NUMBER) {
        operand.number = rtp_json_number(node);
    } else if (kind == RTP_JSON_FLAG) {
        operand.number = rtp_json_flag(node) ? 1 : 0;
    } else {
        operand.text = rtp_json_text(node);
    }
    int32_t time = 0;
    bool is_date = fact->type == RTP_DATE, is_month = fact->type == RTP_MONTH;
    if ((is_date && !rtp_date_parse(operand.text, &time)) || (is_month && !rtp_month_parse(operand.text, &time))) {
        return report_operand(context, pointer, fact,
                              rtp_arena_format(context->arena, "\"%.*s\"", RTP_FMT(operand.text)));
    }
    if (is_date || is_month) {
        operand = (rtp_operand){.number = time};
    }
    if (!is_date && !is_month && kind == RTP_JSON_STRING && !check_word(context, pointer, fact, operand.text)) {
        return false;
    }
    *out = operand;
    return true;
}

/* ---- leaves ---- */

typedef struct leaf_form {
    const rtp_json *node; /* the operand */
    rtp_str pointer;
    const test_row *row;
    const rtp_fact *fact;
} leaf_form;

static bool report_shape(const rtp_context *context, rtp_str pointer, rtp_str message, rtp_str hint)
{
    rtp_context_report(context, (rtp_spot){.pointer = pointer},
                       (rtp_fault){.code = "R0010", .message = message, .hint = hint});
    return false;
}

static bool load_list(const leaf_form *form, const rtp_context *context, rtp_buf *out)
{
    size_t count = rtp_json_kind_of(form->node) == RTP_JSON_ARRAY ? rtp_json_count(form->node) : 0;
    bool pair = form->row->form == FORM_PAIR;
    if (pair ? count != 2 : count == 0) {
        return report_shape(context, form->pointer,
                            rtp_arena_format(context->arena, "\"%.*s\" takes %s", RTP_FMT(form->row->name),
                                             pair ? "two values, the least and the most" : "a list of values"),
                            rtp_lit("write them in square brackets"));
    }
    rtp_operand operand = {0}, before = {0};
    bool ok = true;
    size_t i = 0;
    for (const rtp_json *item = rtp_json_first(form->node); item; item = rtp_json_next(item), i++) {
        before = operand;
        ok = rtp_operand_load(item, rtp_pointer_index(context->arena, form->pointer, i), form->fact, context,
                              &operand) &&
             ok;
        rtp_operand_put(&operand, out);
    }
    if (ok && pair && before.number > operand.number) {
        return report_shape(context, form->pointer, rtp_lit("no value lies between these two"),
                            rtp_lit("the least comes first"));
    }
    return ok;
}

static bool load_known(const leaf_form *form, const rtp_context *context, rtp_operand *out)
{
    if (rtp_json_kind_of(form->node) != RTP_JSON_FLAG) {
        return report_shape(context, form->pointer, rtp_lit("\"known\" takes true or false"),
                            rtp_lit("write true, or false for \"nobody said it\""));
    }
    out->number = rtp_json_flag(form->node) ? 1 : 0;
    return true;
}

static bool check_type(const leaf_form *form, const rtp_context *context)
{
    if (form->row->types & 1U << form->fact->type) {
        return true;
    }
    rtp_context_report(
        context, (rtp_spot){.pointer = form->pointer, .key = true},
        (rtp_fault){.code = "R0013",
                    .message =
                        rtp_arena_format(context->arena, "\"%.*s\" cannot test \"%s\", which is %s",
                                         RTP_FMT(form->row->name), form->fact->name, type_names[form->fact->type]),
                    .found = form->row->name,
                    .expected = form->row->types == ORDERED ? rtp_lit("a number, date or month fact")
                                                            : rtp_lit("any fact that is not true or false"),
                    .hint = rtp_lit("\"is\" and \"known\" work for every fact")});
    return false;
}

static bool load_leaf(const leaf_form *form, const rtp_context *context, rtp_buf *out)
{
    if (!check_type(form, context)) {
        return false;
    }
    if (form->row->form == FORM_VALUES || form->row->form == FORM_PAIR) {
        return load_list(form, context, out);
    }
    rtp_operand operand = {0};
    bool ok = form->row->form == FORM_FLAG ? load_known(form, context, &operand)
                                           : rtp_operand_load(form->node, form->pointer, form->fact, context, &operand);
    rtp_operand_put(&operand, out);
    return ok;
}

/* ---- the tree ---- */

static bool load_into(const rtp_json *node, rtp_str pointer, const rtp_context *context, rtp_buf *out);

static bool load_part(const rtp_json *node, rtp_str pointer, const rtp_context *context, rtp_buf *out)
{
    rtp_buf part = rtp_buf_make(SIZE_MAX);
    bool ok = load_into(node, pointer, context, &part);
    rtp_packed_put(rtp_buf_text(&part), out);
    rtp_buf_free(&part);
    return ok;
}

static bool load_parts(const leaf_form *form, const rtp_context *context, rtp_buf *out)
{
    bool single = form->row->form == FORM_PART;
    size_t count = single ? 1 : rtp_json_count(form->node);
    if (!single && (rtp_json_kind_of(form->node) != RTP_JSON_ARRAY || count == 0)) {
        return report_shape(
            context, form->pointer,
            rtp_arena_format(context->arena, "\"%.*s\" takes a list of conditions", RTP_FMT(form->row->name)),
            rtp_lit("write one condition or more in square brackets"));
    }
    if (single) {
        return load_part(form->node, form->pointer, context, out);
    }
    bool ok = true;
    size_t i = 0;
    for (const rtp_json *item = rtp_json_first(form->node); item; item = rtp_json_next(item), i++) {
        ok = load_part(item, rtp_pointer_index(context->arena, form->pointer, i), context, out) && ok;
    }
    return ok;
}

/* The members of one condition, sorted out. */
typedef struct members {
    const rtp_json *fact, *operand;
    const test_row *row;
    size_t test_count;
    bool ok;
} members;

static bool is_remark(rtp_str key)
{
    return rtp_str_starts(key, rtp_lit("x-")) || rtp_str_equal(key, rtp_lit("$comment"));
}

static bool report_key(const rtp_context *context, rtp_str pointer, rtp_str key)
{
    rtp_str nearest = rtp_str_nearest(key, keys, RTP_COUNT(keys));
    rtp_str hint = rtp_lit("a condition has \"all\", \"any\" or \"not\", or \"fact\" and one test");
    if (nearest.ptr) {
        hint = rtp_arena_format(context->arena, "did you mean \"%.*s\"?", RTP_FMT(nearest));
    }
    rtp_context_report(
        context, (rtp_spot){.pointer = rtp_pointer_key(context->arena, pointer, key), .key = true},
        (rtp_fault){.code = "R0011",
                    .message = rtp_arena_format(context->arena, "a condition has no \"%.*s\"", RTP_FMT(key)),
                    .found = key,
                    .hint = hint});
    return false;
}

static members sort_members(const rtp_json *node, rtp_str pointer, const rtp_context *context)
{
    members found = {.ok = true};
    for (const rtp_json *member = rtp_json_first(node); member; member = rtp_json_next(member)) {
        rtp_str key = rtp_json_key(member);
        const test_row *row = find_test(key);
        if (rtp_str_equal(key, rtp_lit("fact"))) {
            found.fact = member;
        } else if (row) {
            found.row = row;
            found.operand = member;
            found.test_count++;
        } else if (!is_remark(key)) {
            found.ok = report_key(context, pointer, key);
        }
    }
    return found;
}

static const rtp_fact *load_fact(const members *found, rtp_str pointer, const rtp_context *context, rtp_buf *out)
{
    rtp_spot spot = {.pointer = rtp_pointer_key(context->arena, pointer, rtp_lit("fact"))};
    if (rtp_json_kind_of(found->fact) != RTP_JSON_STRING) {
        report_shape(context, spot.pointer, rtp_lit("\"fact\" takes the name of a fact"),
                     rtp_lit("`rtopitch facts` lists all of them"));
        return NULL;
    }
    int number = rtp_context_fact(context, rtp_json_text(found->fact), RTP_USE_TEST, spot);
    if (number < 0) {
        return NULL;
    }
    rtp_packed_put_size((size_t)number, out);
    return rtp_fact_at((size_t)number);
}

static bool check_members(const members *found, rtp_str pointer, const rtp_context *context)
{
    if (!found->ok) {
        return false;
    }
    if (found->test_count != 1) {
        rtp_context_report(
            context, (rtp_spot){.pointer = pointer},
            (rtp_fault){.code = "R0012",
                        .message = rtp_arena_format(context->arena, "this condition has %zu tests", found->test_count),
                        .expected = rtp_lit("exactly one test"),
                        .hint = rtp_lit("join two conditions with \"all\" or \"any\"")});
        return false;
    }
    bool leaf = found->row->types != 0;
    if (leaf == (found->fact != NULL)) {
        return true;
    }
    return report_shape(
        context, pointer,
        rtp_arena_format(context->arena,
                         leaf ? "\"%.*s\" needs a \"fact\" beside it" : "\"%.*s\" takes conditions, not a \"fact\"",
                         RTP_FMT(found->row->name)),
        rtp_lit("for example {\"fact\": \"ask.office_days\", \"le\": 2}"));
}

static bool load_into(const rtp_json *node, rtp_str pointer, const rtp_context *context, rtp_buf *out)
{
    if (rtp_json_kind_of(node) != RTP_JSON_OBJECT) {
        return report_shape(context, pointer, rtp_lit("a condition is an object"),
                            rtp_lit("for example {\"fact\": \"ask.office_days\", \"le\": 2}"));
    }
    members found = sort_members(node, pointer, context);
    if (!check_members(&found, pointer, context)) {
        return false;
    }
    leaf_form form = {
        .node = found.operand, .pointer = rtp_pointer_key(context->arena, pointer, found.row->name), .row = found.row};
    rtp_buf_put_char(out, (char)found.row->test);
    if (!found.fact) {
        return load_parts(&form, context, out);
    }
    form.fact = load_fact(&found, pointer, context, out);
    return form.fact && load_leaf(&form, context, out);
}

bool rtp_condition_load(const rtp_json *node, rtp_str pointer, const rtp_context *context, rtp_packed *out)
{
    rtp_buf when = rtp_buf_make(SIZE_MAX);
    bool ok = load_part(node, pointer, context, &when);
    if (ok) {
        *out = rtp_packed_make(rtp_buf_text(&when), context->arena);
    }
    rtp_buf_free(&when);
    return ok;
}
