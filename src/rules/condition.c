/* Tests conditions with three values, since a profile says only part of what could be said. What
 * is unknown never counts as yes and never as no. */
#include "rules/condition.h"

static double comparable(const rtp_value *value)
{
    switch (value->type) {
    case RTP_NUMBER:
        return value->number;
    case RTP_FLAG:
        return value->flag ? 1 : 0;
    case RTP_DATE:
        return value->date;
    case RTP_MONTH:
        return value->month;
    case RTP_TEXT:
    case RTP_WORD:
    case RTP_LIST:
        break;
    }
    return 0;
}

static bool list_has(rtp_texts list, rtp_str text)
{
    for (size_t i = 0; i < list.len; i++) {
        if (rtp_str_equal(list.items[i], text)) {
            return true;
        }
    }
    return false;
}

static bool is_one(const rtp_value *value, const rtp_operand *operand)
{
    if (value->type == RTP_LIST) {
        return list_has(value->list, operand->text);
    }
    if (value->type == RTP_TEXT || value->type == RTP_WORD) {
        return rtp_str_equal(value->text, operand->text);
    }
    return comparable(value) == operand->number;
}

static bool is_any(const rtp_value *value, rtp_str operands)
{
    rtp_operand operand;
    while (rtp_operand_next(&operands, &operand)) {
        if (is_one(value, &operand)) {
            return true;
        }
    }
    return false;
}

static double next_number(rtp_str *operands)
{
    rtp_operand operand = {0};
    rtp_operand_next(operands, &operand);
    return operand.number;
}

static bool is_between(double number, rtp_str bounds)
{
    double least = next_number(&bounds), most = next_number(&bounds);
    return number >= least && number <= most;
}

static bool holds(const rtp_value *value, const rtp_condition *leaf)
{
    rtp_str operands = leaf->items;
    switch (leaf->test) {
    case RTP_IS:
    case RTP_IN:
        return is_any(value, operands);
    case RTP_LT:
        return comparable(value) < next_number(&operands);
    case RTP_LE:
        return comparable(value) <= next_number(&operands);
    case RTP_GT:
        return comparable(value) > next_number(&operands);
    case RTP_GE:
        return comparable(value) >= next_number(&operands);
    case RTP_BETWEEN:
        return is_between(comparable(value), operands);
    case RTP_KNOWN:
        return value->known == (next_number(&operands) != 0);
    case RTP_ALL:
    case RTP_ANY:
    case RTP_NOT:
        break;
    }
    return false;
}

static rtp_truth leaf_view(const rtp_condition *leaf, const rtp_view *view, uint16_t *decided)
{
    const rtp_value *value = rtp_view_get(view, leaf->fact);
    rtp_truth truth = RTP_UNKNOWN;
    if (value->known || leaf->test == RTP_KNOWN) {
        truth = holds(value, leaf) ? RTP_YES : RTP_NO;
    }
    *decided = truth == RTP_YES ? RTP_LITERAL : leaf->fact;
    return truth;
}

static rtp_truth whole_view(const rtp_condition *condition, const rtp_view *view, uint16_t *decided);

/* Nearly all conditions are leaves, or lists of leaves. */
static inline rtp_truth condition_view(const rtp_condition *condition, const rtp_view *view, uint16_t *decided)
{
    return condition->test > RTP_NOT ? leaf_view(condition, view, decided) : whole_view(condition, view, decided);
}

/* `all` ends at the first NO, `any` at the first YES; UNKNOWN is kept unless one of those comes. */
static rtp_truth parts_view(const rtp_condition *condition, const rtp_view *view, uint16_t *decided)
{
    rtp_truth winner = condition->test == RTP_ALL ? RTP_NO : RTP_YES;
    rtp_truth result = condition->test == RTP_ALL ? RTP_YES : RTP_NO;
    rtp_str rest = condition->items;
    rtp_condition part;
    *decided = RTP_LITERAL;
    while (rtp_condition_next(&rest, &part)) {
        uint16_t fact = RTP_LITERAL;
        rtp_truth truth = condition_view(&part, view, &fact);
        if (truth == winner || (truth == RTP_UNKNOWN && result != RTP_UNKNOWN) || *decided == RTP_LITERAL) {
            *decided = fact;
        }
        if (truth == winner) {
            return winner;
        }
        if (truth == RTP_UNKNOWN) {
            result = RTP_UNKNOWN;
        }
    }
    return result;
}

/* The fact a condition turns on when it is YES, which `not` makes the reason of a NO. */
static uint16_t first_fact(rtp_condition condition)
{
    while (condition.test <= RTP_NOT) {
        rtp_str rest = condition.items;
        rtp_condition_next(&rest, &condition);
    }
    return condition.fact;
}

static rtp_truth not_view(const rtp_condition *condition, const rtp_view *view, uint16_t *decided)
{
    rtp_str rest = condition->items;
    rtp_condition part = *condition;
    rtp_condition_next(&rest, &part);
    rtp_truth truth = condition_view(&part, view, decided);
    if (truth == RTP_UNKNOWN) {
        return RTP_UNKNOWN;
    }
    *decided = truth == RTP_YES ? first_fact(part) : RTP_LITERAL;
    return truth == RTP_YES ? RTP_NO : RTP_YES;
}

static rtp_truth whole_view(const rtp_condition *condition, const rtp_view *view, uint16_t *decided)
{
    return condition->test == RTP_NOT ? not_view(condition, view, decided) : parts_view(condition, view, decided);
}

rtp_truth rtp_condition_view(rtp_packed when, const rtp_view *view, uint16_t *decided)
{
    uint16_t unread = RTP_LITERAL;
    rtp_condition condition = rtp_condition_read(when);
    return condition_view(&condition, view, decided ? decided : &unread);
}
