/* Binders for the numbers of a metric: by month, or loose for each mode. Both are objects whose
 * keys are data, so no table of fields describes them. */
#include "json/bind.h"

#include <string.h>

static const rtp_str modes[RTP_MODE_COUNT] = {RTP_STR("office"), RTP_STR("hybrid"), RTP_STR("remote")};

size_t rtp_field_values(const rtp_field *field)
{
    return field->most > 0 ? (size_t)field->most : RTP_VALUES_LIMIT;
}

bool rtp_values_check(rtp_binding *binding, const rtp_field *field, const rtp_step *step, size_t count)
{
    size_t most = rtp_field_values(field);
    if (count <= most) {
        return true;
    }
    rtp_problem problem = {.code = "P0017", .severity = RTP_ERROR, .at_start = true};
    problem.found = rtp_arena_format(binding->arena, "%zu values", count);
    problem.expected = rtp_arena_format(binding->arena, "at most %zu values", most);
    problem.message =
        rtp_arena_format(binding->arena, "%.*s holds %.*s, but a metric may have %.*s",
                         RTP_FMT(rtp_step_name(binding, step)), RTP_FMT(problem.found), RTP_FMT(problem.expected));
    problem.hint = rtp_lit("use one value a week or a month");
    rtp_problem_report(binding, step, problem);
    return false;
}

void rtp_key_refuse(rtp_binding *binding, const rtp_step *step, rtp_problem problem)
{
    problem.severity = RTP_ERROR;
    problem.at_key = true;
    problem.found = step->key;
    problem.message = rtp_arena_format(binding->arena, "the key \"%.*s\" must be %.*s", RTP_FMT(step->key),
                                       RTP_FMT(problem.expected));
    rtp_problem_report(binding, step, problem);
}

/* ---- by month ---- */

static bool month_of(rtp_binding *binding, const rtp_step *step, rtp_month *month)
{
    if (rtp_month_parse(step->key, month)) {
        return true;
    }
    rtp_key_refuse(binding, step,
                   (rtp_problem){.code = "P0015",
                                 .expected = rtp_lit("a month"),
                                 .hint = rtp_lit("write year and month, such as \"2027-01\"")});
    return false;
}

void rtp_bind_series(rtp_binding *binding, const rtp_json *node, const rtp_field *field, const rtp_step *step,
                     void *member)
{
    if (!rtp_kind_check(binding, node, step, RTP_JSON_OBJECT)) {
        return;
    }
    size_t len = 0;
    rtp_month_value *items = RTP_NEW_ARRAY(binding->arena, rtp_month_value, rtp_json_count(node));
    for (const rtp_json *child = rtp_json_first(node); child; child = rtp_json_next(child)) {
        rtp_step below = {.up = step, .key = rtp_json_key(child)};
        if (rtp_key_is_free(below.key)) {
            continue;
        }
        bool named = month_of(binding, &below, &items[len].month);
        bool fits = rtp_kind_check(binding, child, &below, RTP_JSON_NUMBER);
        items[len].value = rtp_json_number(child);
        len += named && fits;
    }
    if (rtp_values_check(binding, field, step, rtp_json_count(node))) { /* x- keys too, as the schema does */
        *(rtp_month_series *)member = (rtp_month_series){items, len, true};
    }
}

/* ---- loose, for each mode ---- */

static size_t mode_of(rtp_binding *binding, const rtp_step *step)
{
    size_t mode = 0;
    while (mode < RTP_MODE_COUNT && !rtp_str_equal(step->key, modes[mode])) {
        mode++;
    }
    if (mode == RTP_MODE_COUNT) {
        rtp_key_refuse(binding, step,
                       (rtp_problem){.code = "P0016",
                                     .expected = rtp_lit("one of office, hybrid, remote"),
                                     .hint = rtp_nearest_hint(binding, step->key, modes, RTP_MODE_COUNT)});
    }
    return mode;
}

rtp_sample rtp_numbers_read(rtp_binding *binding, const rtp_json *node, const rtp_step *step)
{
    if (!rtp_kind_check(binding, node, step, RTP_JSON_ARRAY)) {
        return (rtp_sample){.known = false};
    }
    size_t len = 0;
    double *items = RTP_NEW_ARRAY(binding->arena, double, rtp_json_count(node));
    rtp_step below = {.up = step};
    for (const rtp_json *child = rtp_json_first(node); child; child = rtp_json_next(child), below.index++) {
        if (rtp_kind_check(binding, child, &below, RTP_JSON_NUMBER)) {
            items[len++] = rtp_json_number(child);
        }
    }
    return (rtp_sample){items, len, true};
}

void rtp_bind_samples(rtp_binding *binding, const rtp_json *node, const rtp_field *field, const rtp_step *step,
                      void *member)
{
    if (!rtp_kind_check(binding, node, step, RTP_JSON_OBJECT)) {
        return;
    }
    size_t total = 0;
    rtp_samples samples = {.known = true};
    for (const rtp_json *child = rtp_json_first(node); child; child = rtp_json_next(child)) {
        rtp_step below = {.up = step, .key = rtp_json_key(child)};
        size_t mode = rtp_key_is_free(below.key) ? RTP_MODE_COUNT : mode_of(binding, &below);
        if (mode < RTP_MODE_COUNT) {
            samples.mode[mode] = rtp_numbers_read(binding, child, &below);
            total += samples.mode[mode].len;
        }
    }
    if (rtp_values_check(binding, field, step, total)) {
        *(rtp_samples *)member = samples;
    }
}
