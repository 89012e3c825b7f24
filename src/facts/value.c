/* Values as text, their origins as pointers, and numbers without the noise of binary arithmetic.
 * What is printed is what was compared: a computed number is rounded once, when it is made. */
#include "facts/value.h"

#include <math.h>
#include <string.h>

enum { DECIMALS_USUAL = 6, DECIMALS_MOST = 15 };

static const double powers[DECIMALS_MOST + 1] = {1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

/* From here on a double no longer holds six decimals. */
static const double exact_limit = 1e9;

int rtp_value_decimals(double number)
{
    if (fabs(number) >= exact_limit) {
        return rtp_number_decimals(number);
    }
    if ((double)(int64_t)number == number) { /* whole, as most are */
        return 0;
    }
    int decimals = 1;
    while (decimals < DECIMALS_USUAL && round(number * powers[decimals]) / powers[decimals] != number) {
        decimals++;
    }
    return decimals < DECIMALS_USUAL ? decimals : rtp_number_decimals(number);
}

double rtp_value_round(double number, int decimals)
{
    const double most = 1e15; /* a double holds no more digits, so there is nothing to round */
    bool exact = decimals <= DECIMALS_MOST && fabs(number) * powers[decimals] < most;
    /* Adding zero turns -0 into 0. */
    return exact ? round(number * powers[decimals]) / powers[decimals] + 0.0 : number;
}

rtp_value rtp_value_decimal(const rtp_site *at, double number, int decimals)
{
    if (!isfinite(number)) {
        return unknown_value(at);
    }
    rtp_value value = known_value(at);
    value.number = rtp_value_round(number, decimals);
    int needed = rtp_value_decimals(value.number);
    value.decimals = (uint8_t)(needed < decimals ? needed : decimals);
    return value;
}

rtp_value rtp_value_number(const rtp_site *at, double number)
{
    rtp_value value = known_value(at);
    value.number = number;
    value.decimals = (uint8_t)rtp_value_decimals(number);
    return value;
}

rtp_value rtp_value_count(const rtp_site *at, size_t count)
{
    rtp_value value = whole_value(at, (int64_t)count);
    if (count == 0) {
        value.origin.pointer = NULL;
    }
    return computed(value, count > 0 ? rtp_lit("how many are listed") : rtp_lit("none given"));
}

rtp_date rtp_date_after(rtp_date date, int64_t days)
{
    enum { FIRST_DAY = -25567, LAST_DAY = 84005 }; /* 1900-01-01 and 2199-12-31, the calendar of base */
    int64_t after = (int64_t)date + days;
    bool inside = date != RTP_DATE_UNKNOWN && after >= FIRST_DAY && after <= LAST_DAY;
    return inside ? (rtp_date)after : RTP_DATE_UNKNOWN;
}

rtp_str rtp_origin_pointer(const rtp_origin *origin, rtp_arena *arena)
{
    if (!origin->pointer) {
        return (rtp_str){NULL, 0};
    }
    rtp_str pointer = rtp_str_from(origin->pointer);
    const char *mark = memchr(pointer.ptr, '#', pointer.len);
    if (!mark) {
        return pointer;
    }
    return rtp_arena_format(arena, "%.*s%lu%s", (int)(mark - pointer.ptr), pointer.ptr, (unsigned long)origin->index,
                            mark + 1);
}

static rtp_str text_of_text(const rtp_value *value, rtp_arena *arena)
{
    (void)arena;
    return value->text;
}

static rtp_str text_of_number(const rtp_value *value, rtp_arena *arena)
{
    return rtp_number_text(arena, value->number, value->decimals);
}

static rtp_str text_of_flag(const rtp_value *value, rtp_arena *arena)
{
    (void)arena;
    return value->flag ? rtp_lit("yes") : rtp_lit("no");
}

static rtp_str text_of_date(const rtp_value *value, rtp_arena *arena)
{
    return rtp_date_long(arena, value->date);
}

static rtp_str text_of_month(const rtp_value *value, rtp_arena *arena)
{
    return rtp_month_long(arena, value->month);
}

static rtp_str text_of_list(const rtp_value *value, rtp_arena *arena)
{
    rtp_texts list = value->list;
    if (list.len < 2) {
        return list.len > 0 ? list.items[0] : (rtp_str)RTP_STR("");
    }
    rtp_str front = rtp_arena_join(arena, list.items, list.len - 1, rtp_lit(", "));
    return rtp_arena_join(arena, (rtp_str[]){front, list.items[list.len - 1]}, 2, rtp_lit(" and "));
}

rtp_str rtp_value_text(const rtp_value *value, rtp_arena *arena)
{
    static rtp_str (*const writers[])(const rtp_value *, rtp_arena *) = {
        [RTP_TEXT] = text_of_text, [RTP_NUMBER] = text_of_number, [RTP_FLAG] = text_of_flag,
        [RTP_DATE] = text_of_date, [RTP_MONTH] = text_of_month,   [RTP_WORD] = text_of_text,
        [RTP_LIST] = text_of_list,
    };
    return value->known ? writers[value->type](value, arena) : (rtp_str){NULL, 0};
}
