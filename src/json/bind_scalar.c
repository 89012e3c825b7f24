/* Binders for one text, link, number, count, flag, date, month or word of a list. Each checks the
 * kind first, then what its table row says. */
#include "json/bind.h"

#include <math.h>
#include <string.h>

/* ---- texts and links ---- */

/* Only blanks says nothing: absent with a warning, or an error where something must be said. */
static bool check_not_blank(rtp_binding *binding, rtp_str text, const rtp_field *field, const rtp_step *step)
{
    if (rtp_str_trim(text).len > 0) {
        return true;
    }
    rtp_str name = rtp_step_name(binding, step);
    rtp_problem problem = {.code = "P0008", .severity = RTP_WARNING};
    problem.message = rtp_arena_format(binding->arena, "%.*s is empty and counts as absent", RTP_FMT(name));
    problem.hint = rtp_lit("write something, or leave the key out");
    if (field->required && step->key.ptr) {
        problem =
            (rtp_problem){.code = "P0009", .severity = RTP_ERROR, .expected = rtp_lit("a text that is not empty")};
        problem.message = rtp_arena_format(binding->arena, "%.*s is empty, but needed", RTP_FMT(name));
        problem.hint = rtp_str_from(field->doc);
    }
    problem.found = rtp_lit("an empty text");
    rtp_problem_report(binding, step, problem);
    return false;
}

static size_t text_limit(const rtp_field *field)
{
    return field->type == RTP_FIELD_TEXT && field->most > 0 ? (size_t)field->most : RTP_TEXT_LIMIT;
}

static bool check_length(rtp_binding *binding, rtp_str text, const rtp_field *field, const rtp_step *step)
{
    size_t most = text_limit(field);
    size_t count = text.len > most ? rtp_utf8_count(text) : text.len;
    if (count <= most) {
        return true;
    }
    rtp_arena *arena = binding->arena;
    rtp_str limit = rtp_number_text(arena, (double)most, 0), length = rtp_number_text(arena, (double)count, 0);
    rtp_problem_report(binding, step,
                       (rtp_problem){.code = "P0007",
                                     .severity = RTP_ERROR,
                                     .message = rtp_arena_format(
                                         arena, "%.*s has %.*s characters, but may have at most %.*s",
                                         RTP_FMT(rtp_step_name(binding, step)), RTP_FMT(length), RTP_FMT(limit)),
                                     .found = rtp_arena_format(arena, "%.*s characters", RTP_FMT(length)),
                                     .expected = rtp_arena_format(arena, "at most %.*s characters", RTP_FMT(limit)),
                                     .hint = rtp_lit("shorten it; a document quotes a sentence, not a page")});
    return false;
}

void rtp_bind_text(rtp_binding *binding, const rtp_json *node, const rtp_field *field, const rtp_step *step,
                   void *member)
{
    if (!rtp_kind_check(binding, node, step, RTP_JSON_STRING)) {
        return;
    }
    rtp_str text = rtp_json_text(node);
    if (check_not_blank(binding, text, field, step) && check_length(binding, text, field, step)) {
        *(rtp_str *)member = text;
    }
}

/* What an address may hold, apart from letters and digits; quotes and brackets could end it early
 * where it is printed. */
static bool is_link_char(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c != '\0' && strchr("!#$%&()*+,-./:;=?@[]_~", c));
}

static bool is_link(rtp_str text)
{
    const rtp_str scheme = RTP_STR("https://");
    bool starts = rtp_str_starts(text, scheme) && text.len > scheme.len;
    if (!starts || strchr("!#$%&()*+,-./:;=?@]_~", text.ptr[scheme.len])) {
        return false;
    }
    for (size_t i = scheme.len; i < text.len; i++) {
        if (!is_link_char(text.ptr[i])) {
            return false;
        }
    }
    return true;
}

void rtp_bind_link(rtp_binding *binding, const rtp_json *node, const rtp_field *field, const rtp_step *step,
                   void *member)
{
    if (!rtp_kind_check(binding, node, step, RTP_JSON_STRING)) {
        return;
    }
    rtp_str text = rtp_json_text(node);
    if (!check_not_blank(binding, text, field, step) || !check_length(binding, text, field, step)) {
        return;
    }
    if (is_link(text)) {
        *(rtp_str *)member = text;
        return;
    }
    rtp_value_refuse(binding, node, step,
                     (rtp_problem){.code = "P0014",
                                   .expected = rtp_lit("an https:// address"),
                                   .hint = rtp_lit("copy it from the address bar of a browser; blanks, quotes and "
                                                   "other special characters are written as %20, %27 and so on")});
}

/* ---- numbers ---- */

bool rtp_field_range(const rtp_field *field, double *least, double *most)
{
    bool limited = field->least < field->most;
    *least = limited ? field->least : -(double)RTP_COUNT_LIMIT;
    *most = limited ? field->most : (double)RTP_COUNT_LIMIT;
    return limited || field->type == RTP_FIELD_COUNT;
}

static rtp_str range_text(rtp_binding *binding, double least, double most)
{
    rtp_str low = rtp_number_json(binding->arena, least);
    if (isinf(most)) {
        return rtp_arena_format(binding->arena, "at least %.*s", RTP_FMT(low));
    }
    return rtp_arena_format(binding->arena, "%.*s to %.*s", RTP_FMT(low),
                            RTP_FMT(rtp_number_json(binding->arena, most)));
}

static bool check_range(rtp_binding *binding, const rtp_json *node, const rtp_field *field, const rtp_step *step)
{
    double value = rtp_json_number(node), least, most;
    if (!rtp_field_range(field, &least, &most) || (value >= least && value <= most)) {
        return true;
    }
    rtp_value_refuse(binding, node, step, (rtp_problem){.code = "P0006", .expected = range_text(binding, least, most)});
    return false;
}

void rtp_bind_number(rtp_binding *binding, const rtp_json *node, const rtp_field *field, const rtp_step *step,
                     void *member)
{
    if (rtp_kind_check(binding, node, step, RTP_JSON_NUMBER) && check_range(binding, node, field, step)) {
        *(rtp_number *)member = (rtp_number){true, rtp_json_number(node)};
    }
}

void rtp_bind_count(rtp_binding *binding, const rtp_json *node, const rtp_field *field, const rtp_step *step,
                    void *member)
{
    if (!rtp_kind_check(binding, node, step, RTP_JSON_NUMBER) || !check_range(binding, node, field, step)) {
        return;
    }
    int32_t whole = (int32_t)rtp_json_number(node); /* the range was checked */
    if ((double)whole == rtp_json_number(node)) {   /* 2.0 and 1e1 are whole */
        *(rtp_count *)member = (rtp_count){true, whole};
        return;
    }
    rtp_value_refuse(binding, node, step, (rtp_problem){.code = "P0005", .expected = rtp_lit("a whole number")});
}

void rtp_bind_flag(rtp_binding *binding, const rtp_json *node, const rtp_field *field, const rtp_step *step,
                   void *member)
{
    (void)field;
    if (rtp_kind_check(binding, node, step, RTP_JSON_FLAG)) {
        *(rtp_flag *)member = rtp_json_flag(node) ? RTP_FLAG_YES : RTP_FLAG_NO;
    }
}

/* ---- dates ---- */

void rtp_bind_date(rtp_binding *binding, const rtp_json *node, const rtp_field *field, const rtp_step *step,
                   void *member)
{
    (void)field;
    rtp_date date;
    if (!rtp_kind_check(binding, node, step, RTP_JSON_STRING)) {
        return;
    }
    if (rtp_date_parse(rtp_json_text(node), &date)) {
        *(rtp_date *)member = date;
        return;
    }
    rtp_value_refuse(binding, node, step,
                     (rtp_problem){.code = "P0011",
                                   .expected = rtp_lit("a day of the calendar"),
                                   .hint = rtp_lit("write year, month and day, such as \"2027-01-11\"")});
}

void rtp_bind_month(rtp_binding *binding, const rtp_json *node, const rtp_field *field, const rtp_step *step,
                    void *member)
{
    (void)field;
    rtp_month month;
    if (!rtp_kind_check(binding, node, step, RTP_JSON_STRING)) {
        return;
    }
    if (rtp_month_parse(rtp_json_text(node), &month)) {
        *(rtp_month *)member = month;
        return;
    }
    rtp_value_refuse(binding, node, step,
                     (rtp_problem){.code = "P0012",
                                   .expected = rtp_lit("a month"),
                                   .hint = rtp_lit("write year and month, such as \"2027-01\"")});
}

/* ---- choices ---- */

void rtp_bind_choice(rtp_binding *binding, const rtp_json *node, const rtp_field *field, const rtp_step *step,
                     void *member)
{
    if (!rtp_kind_check(binding, node, step, RTP_JSON_STRING)) {
        return;
    }
    rtp_str word = rtp_json_text(node);
    const rtp_texts *words = field->words;
    for (size_t i = 0; i < words->len; i++) {
        if (rtp_str_equal(word, words->items[i])) {
            *(int *)member = (int)i + 1;
            return;
        }
    }
    rtp_str all = rtp_arena_join(binding->arena, words->items, words->len, rtp_lit(", "));
    rtp_value_refuse(binding, node, step,
                     (rtp_problem){.code = "P0013",
                                   .expected = rtp_arena_format(binding->arena, "one of %.*s", RTP_FMT(all)),
                                   .hint = rtp_nearest_hint(binding, word, words->items, words->len)});
}
