/* Binders for what a trial measures: one value a week under the week's first day, or loose numbers.
 * Values come out in order of time, since a reader may list weeks as they come to mind. */
#include "json/bind.h"

#include <stdlib.h>

static bool day_of(rtp_binding *binding, const rtp_step *step, rtp_date *day)
{
    if (rtp_date_parse(step->key, day)) {
        return true;
    }
    rtp_key_refuse(binding, step,
                   (rtp_problem){.code = "P0018",
                                 .expected = rtp_lit("a day"),
                                 .hint = rtp_lit("write the first day of the week, such as \"2027-01-11\"")});
    return false;
}

/* Keys are unique, so no two days are equal. */
static int compare_days(const void *left, const void *right)
{
    const rtp_day_value *a = left, *b = right;
    return (a->day > b->day) - (a->day < b->day);
}

void rtp_bind_days(rtp_binding *binding, const rtp_json *node, const rtp_field *field, const rtp_step *step,
                   void *member)
{
    if (!rtp_kind_check(binding, node, step, RTP_JSON_OBJECT)) {
        return;
    }
    size_t len = 0;
    rtp_day_value *items = RTP_NEW_ARRAY(binding->arena, rtp_day_value, rtp_json_count(node));
    for (const rtp_json *child = rtp_json_first(node); child; child = rtp_json_next(child)) {
        rtp_step below = {.up = step, .key = rtp_json_key(child)};
        if (rtp_key_is_free(below.key)) {
            continue;
        }
        bool named = day_of(binding, &below, &items[len].day);
        bool fits = rtp_kind_check(binding, child, &below, RTP_JSON_NUMBER);
        items[len].value = rtp_json_number(child);
        len += named && fits;
    }
    if (len > 0) {
        qsort(items, len, sizeof *items, compare_days);
    }
    if (rtp_values_check(binding, field, step, rtp_json_count(node))) { /* x- keys too, as the schema does */
        *(rtp_day_series *)member = (rtp_day_series){items, len, true};
    }
}

void rtp_bind_numbers(rtp_binding *binding, const rtp_json *node, const rtp_field *field, const rtp_step *step,
                      void *member)
{
    rtp_sample numbers = rtp_numbers_read(binding, node, step);
    if (numbers.known && rtp_values_check(binding, field, step, numbers.len)) {
        *(rtp_sample *)member = numbers;
    }
}
