/* Makes values together with their origin. A value starts as the profile's own at the row's
 * pointer; the functions behind say when it was computed, proposed or found elsewhere. */
#ifndef RTOPITCH_FACTS_VALUE_H
#define RTOPITCH_FACTS_VALUE_H

#include "facts/derive.h"

/* As rtp_number_decimals, without turning the number into text. */
int rtp_value_decimals(double number);
/* The nearest number of so many decimals: takes away what binary arithmetic added. */
double rtp_value_round(double number, int decimals);

static inline rtp_value unknown_value(const rtp_site *at)
{
    return (rtp_value){.known = false, .type = at->row->fact.type};
}

static inline rtp_value known_value(const rtp_site *at)
{
    return (rtp_value){.known = true,
                       .type = at->row->fact.type,
                       .origin = {.kind = at->row->pointer ? RTP_FROM_PROFILE : RTP_FROM_FORMULA,
                                  .pointer = at->row->pointer,
                                  .index = (uint32_t)at->item}};
}

static inline rtp_value text_value(const rtp_site *at, rtp_str text) /* also a word */
{
    if (text.len == 0) {
        return unknown_value(at);
    }
    rtp_value value = known_value(at);
    value.text = text;
    return value;
}

/* A number that prints with so many decimals at most; one that is not finite is unknown. */
rtp_value rtp_value_decimal(const rtp_site *at, double number, int decimals);
rtp_value rtp_value_number(const rtp_site *at, double number); /* exactly as given */

static inline rtp_value whole_value(const rtp_site *at, int64_t number)
{
    rtp_value value = known_value(at);
    value.number = (double)number;
    return value;
}

static inline rtp_value flag_value(const rtp_site *at, bool flag)
{
    rtp_value value = known_value(at);
    value.flag = flag;
    return value;
}

static inline rtp_value date_value(const rtp_site *at, rtp_date date)
{
    if (date == RTP_DATE_UNKNOWN) {
        return unknown_value(at);
    }
    rtp_value value = known_value(at);
    value.date = date;
    return value;
}

static inline rtp_value month_value(const rtp_site *at, rtp_month month)
{
    if (month == RTP_DATE_UNKNOWN) {
        return unknown_value(at);
    }
    rtp_value value = known_value(at);
    value.month = month;
    return value;
}

static inline rtp_value list_value(const rtp_site *at, rtp_texts list)
{
    if (list.len == 0) {
        return unknown_value(at);
    }
    rtp_value value = known_value(at);
    value.list = list;
    return value;
}

/* How many are listed: known even when there is no list, which then has no pointer. */
rtp_value rtp_value_count(const rtp_site *at, size_t count);

static inline rtp_value computed(rtp_value value, rtp_str formula)
{
    value.origin.kind = RTP_FROM_FORMULA;
    value.origin.formula = formula;
    return value;
}

/* Nobody said it: no pointer, marked "(proposed)". */
static inline rtp_value proposed(rtp_value value, rtp_str why)
{
    value.origin = (rtp_origin){.kind = RTP_FROM_DEFAULT, .formula = why};
    return value;
}

static inline rtp_value found_at(rtp_value value, const char *pointer, size_t index)
{
    value.origin.kind = RTP_FROM_PROFILE;
    value.origin.pointer = pointer;
    value.origin.index = (uint32_t)index;
    return value;
}

/* `given` when the profile says it, else the default. */
static inline rtp_value given_or(rtp_value given, rtp_value other)
{
    return given.known ? given : other;
}

#endif
