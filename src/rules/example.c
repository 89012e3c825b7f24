/* The examples inside rules: little worlds in which a rule says whether it fires. They are typed
 * like conditions, and a rule whose examples do not hold is reported with the fact that decided. */
#include "rules/condition.h"
#include "rules/pack.h"

/* ---- loading ---- */

static bool load_list(const rtp_json *node, rtp_str pointer, const rtp_fact *fact, const rtp_context *context,
                      rtp_texts *out)
{
    size_t count = rtp_json_count(node);
    rtp_str *items = RTP_NEW_ARRAY(context->arena, rtp_str, count);
    bool ok = true;
    size_t i = 0;
    for (const rtp_json *item = rtp_json_first(node); item; item = rtp_json_next(item), i++) {
        rtp_operand operand = {0};
        ok = rtp_operand_load(item, rtp_pointer_index(context->arena, pointer, i), fact, context, &operand) && ok;
        items[i] = operand.text;
    }
    *out = (rtp_texts){items, count};
    return ok;
}

static rtp_value from_operand(rtp_type type, const rtp_operand *operand)
{
    rtp_value value = {.known = true, .type = type};
    switch (type) {
    case RTP_NUMBER:
        value.number = operand->number;
        value.decimals = (uint8_t)rtp_number_decimals(operand->number);
        break;
    case RTP_FLAG:
        value.flag = operand->number != 0;
        break;
    case RTP_DATE:
        value.date = (rtp_date)operand->number;
        break;
    case RTP_MONTH:
        value.month = (rtp_month)operand->number;
        break;
    case RTP_TEXT:
    case RTP_WORD:
    case RTP_LIST:
        value.text = operand->text;
        break;
    }
    return value;
}

static bool load_value(const rtp_json *node, rtp_str pointer, const rtp_fact *fact, const rtp_context *context,
                       rtp_value *out)
{
    if (fact->type == RTP_LIST && rtp_json_kind_of(node) == RTP_JSON_ARRAY) {
        *out = (rtp_value){.known = true, .type = RTP_LIST};
        return load_list(node, pointer, fact, context, &out->list);
    }
    rtp_operand operand = {0};
    bool ok = rtp_operand_load(node, pointer, fact, context, &operand);
    *out = from_operand(fact->type, &operand);
    if (ok && fact->type == RTP_LIST) {
        rtp_str *only = RTP_NEW(context->arena, rtp_str);
        *only = operand.text;
        out->list = (rtp_texts){only, 1};
    }
    return ok;
}

bool rtp_given_load(const rtp_json *facts, rtp_str pointer, const rtp_context *context, rtp_given *out)
{
    if (!facts) {
        return true;
    }
    if (rtp_json_kind_of(facts) != RTP_JSON_OBJECT) {
        rtp_context_report(
            context, (rtp_spot){.pointer = pointer},
            (rtp_fault){.code = "R0046",
                        .message = rtp_lit("the facts of an example are an object"),
                        .hint = rtp_lit("for example {\"ask.office_days\": 2}; {} when nothing is known")});
        return false;
    }
    uint16_t *numbers = RTP_NEW_ARRAY(context->arena, uint16_t, rtp_json_count(facts));
    rtp_value *values = RTP_NEW_ARRAY(context->arena, rtp_value, rtp_json_count(facts));
    size_t len = 0;
    bool ok = true;
    for (const rtp_json *member = rtp_json_first(facts); member; member = rtp_json_next(member), len++) {
        rtp_str place = rtp_pointer_key(context->arena, pointer, rtp_json_key(member));
        int number =
            rtp_context_fact(context, rtp_json_key(member), RTP_USE_TEST, (rtp_spot){.pointer = place, .key = true});
        numbers[len] = (uint16_t)number;
        ok = number >= 0 && load_value(member, place, rtp_fact_at((size_t)number), context, &values[len]) && ok;
    }
    *out = (rtp_given){numbers, values, len};
    return ok;
}

/* ---- running ---- */

static const char *const truth_names[] = {[RTP_NO] = "no", [RTP_UNKNOWN] = "unknown", [RTP_YES] = "yes"};

static void report_example(const rtp_example *example, rtp_truth truth, uint16_t decided, const rtp_context *context)
{
    const char *reason = decided == RTP_LITERAL ? "" : rtp_fact_at(decided)->name;
    rtp_context_report(
        context, (rtp_spot){.pointer = example->pointer},
        (rtp_fault){.code = "R0044",
                    .message = rtp_arena_format(context->arena, "\"%.*s\" should %s here, and its condition is %s%s%s",
                                                RTP_FMT(example->rule->id), example->fires ? "fire" : "not fire",
                                                truth_names[truth], *reason ? " because of " : "", reason),
                    .found = rtp_str_from(truth_names[truth]),
                    .expected = rtp_str_from(example->fires ? "yes" : "no or unknown"),
                    .hint = rtp_lit("change the condition or the example; facts that are not named are unknown")});
}

static bool run(const rtp_example *example, const rtp_context *context)
{
    rtp_view view = {.arena = context->arena, .given = &example->given};
    uint16_t decided = RTP_LITERAL;
    rtp_packed when = example->rule->when;
    rtp_truth truth = when.bytes ? rtp_condition_view(when, &view, &decided) : RTP_YES;
    if (example->fires == (truth == RTP_YES)) {
        return true;
    }
    report_example(example, truth, decided, context);
    return false;
}

bool rtp_examples_run(const rtp_examples *examples, const rtp_context *context)
{
    bool ok = true;
    for (size_t i = 0; i < examples->len; i++) {
        ok = run(&examples->items[i], context) && ok;
    }
    return ok;
}
