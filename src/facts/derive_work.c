/* Facts about finished work, reviews and tasks. Early and late are told in days and only when both
 * dates are given. */
#include "facts/value.h"
#include "facts/wording.h"

/* ---- deliverables ---- */

/* What is done in the future is a slip of the pen, or a hope. */
static bool is_done(const rtp_deliverable *deliverable, rtp_date today)
{
    return deliverable->done != RTP_DATE_UNKNOWN && (today == RTP_DATE_UNKNOWN || deliverable->done <= today);
}

/* Days done before the due date; false when a date is missing. */
static bool days_ahead(const rtp_deliverable *deliverable, rtp_date today, int64_t *days)
{
    bool dated = deliverable->due != RTP_DATE_UNKNOWN && is_done(deliverable, today);
    if (dated) {
        *days = (int64_t)deliverable->due - deliverable->done;
    }
    return dated;
}

static rtp_value days_early(const rtp_site *at)
{
    int64_t days = 0;
    bool early = days_ahead(at->object, at->from->today, &days) && days > 0;
    return early ? computed(whole_value(at, days), rtp_lit("days from done to due")) : unknown_value(at);
}

static rtp_value days_late(const rtp_site *at)
{
    int64_t days = 0;
    bool late = days_ahead(at->object, at->from->today, &days) && days < 0;
    return late ? computed(whole_value(at, -days), rtp_lit("days from due to done")) : unknown_value(at);
}

static rtp_value on_time(const rtp_site *at)
{
    int64_t days = 0;
    return days_ahead(at->object, at->from->today, &days)
               ? computed(flag_value(at, days >= 0), rtp_lit("done no later than due"))
               : unknown_value(at);
}

/* "eleven days early", "on time", "one day late": a single day early is no boast. */
static rtp_str punctuality(rtp_arena *arena, int64_t ahead)
{
    int64_t days = ahead < 0 ? -ahead : ahead;
    if (ahead == 0 || ahead == 1) {
        return rtp_lit("on time");
    }
    rtp_str number = rtp_number_word(arena, (size_t)days);
    return rtp_arena_format(arena, "%.*s %s %s", RTP_FMT(number), days == 1 ? "day" : "days",
                            ahead < 0 ? "late" : "early");
}

/* The outcome says in the person's own words when it was done. */
static bool tells_time(rtp_str outcome)
{
    static const rtp_str words[] = {RTP_STR("late"), RTP_STR("early"), RTP_STR("on time")};
    bool tells = false;
    for (size_t i = 0; i < RTP_COUNT(words); i++) {
        tells = tells || rtp_text_has(outcome, words[i]);
    }
    return tells;
}

static rtp_value deliverable_when(const rtp_site *at)
{
    const rtp_deliverable *deliverable = at->object;
    rtp_arena *arena = at->from->arena;
    int64_t days = 0;
    if (!is_done(deliverable, at->from->today) || tells_time(deliverable->outcome)) {
        return unknown_value(at);
    }
    rtp_str done = rtp_date_long(arena, deliverable->done);
    rtp_str text = days_ahead(deliverable, at->from->today, &days)
                       ? rtp_arena_join(arena, (rtp_str[]){punctuality(arena, days), done}, 2, rtp_lit(", on "))
                       : rtp_arena_join(arena, (rtp_str[]){RTP_STR("done on"), done}, 2, rtp_lit(" "));
    return computed(text_value(at, text), rtp_lit("the day it was done, against the day it was due"));
}

static rtp_str figure_amount(rtp_arena *arena, double number, rtp_str unit)
{
    return rtp_amount_text(arena, (rtp_amount){number, rtp_value_decimals(number), unit});
}

static rtp_value figure_text(const rtp_site *at)
{
    const rtp_figure *figure = &((const rtp_deliverable *)at->object)->figure;
    rtp_arena *arena = at->from->arena;
    if (figure->name.len == 0 || !figure->value.known) {
        return unknown_value(at);
    }
    rtp_str now = figure_amount(arena, figure->value.value, figure->unit);
    rtp_str text = rtp_arena_join(arena, (rtp_str[]){figure->name, now}, 2, rtp_lit(": "));
    if (figure->before.known) {
        rtp_str before = figure_amount(arena, figure->before.value, figure->unit);
        text = rtp_arena_format(arena, "%.*s: %.*s before, %.*s now", RTP_FMT(figure->name), RTP_FMT(before),
                                RTP_FMT(now));
    }
    return computed(text_value(at, text), rtp_lit("the figure in words"));
}

static rtp_value figure_direction(const rtp_site *at)
{
    const rtp_figure *figure = &((const rtp_deliverable *)at->object)->figure;
    if (!figure->before.known || !figure->value.known || figure->better == RTP_BETTER_UNKNOWN) {
        return unknown_value(at);
    }
    double gain = figure->value.value - figure->before.value;
    gain = figure->better == RTP_BETTER_HIGHER ? gain : -gain;
    rtp_str word = gain > 0 ? rtp_lit("improved") : gain < 0 ? rtp_lit("worse") : rtp_lit("unchanged");
    return computed(text_value(at, word), rtp_lit("the value against the one before, and which way is better"));
}

static bool has_witness(const rtp_deliverable *deliverable)
{
    return deliverable->said.text.len > 0 && deliverable->said.by.len > 0;
}

static rtp_value deliverable_has_witness(const rtp_site *at)
{
    return computed(flag_value(at, has_witness(at->object)), rtp_lit("somebody who is named said something about it"));
}

static const rtp_str direction_items[] = {RTP_STR("improved"), RTP_STR("unchanged"), RTP_STR("worse")};
static const rtp_texts rtp_words_direction = {direction_items, RTP_COUNT(direction_items)};

#define DELIVERABLE(read, member, pointer) MEMBER(read, rtp_deliverable, member, "/deliverables/#/" pointer)
#define DONE                               FROM("/deliverables/#/done")

static const rtp_row deliverable_rows[] = {
    FACT("deliverable.title", RTP_TEXT, "What was delivered.", DELIVERABLE(text, title, "title")),
    FACT("deliverable.expectation", RTP_TEXT, "What was expected.", DELIVERABLE(text, expectation, "expectation")),
    FACT("deliverable.outcome", RTP_TEXT, "What came of it.", DELIVERABLE(text, outcome, "outcome")),
    FACT("deliverable.link", RTP_TEXT, "Where it can be seen.", DELIVERABLE(text, link, "link")),
    FACT("deliverable.said", RTP_TEXT, "What somebody said about it.", DELIVERABLE(text, said.text, "said/text")),
    FACT("deliverable.said_by", RTP_TEXT, "Who said it.", DELIVERABLE(text, said.by, "said/by")),
    FACT("deliverable.has_witness", RTP_FLAG, "Whether somebody who is named said something about it.",
         COMPUTED(deliverable_has_witness), FROM("/deliverables/#")),
    FACT("deliverable.due", RTP_DATE, "The day it was due.", DELIVERABLE(date, due, "due")),
    FACT("deliverable.done", RTP_DATE, "The day it was done.", DELIVERABLE(date, done, "done")),
    FACT("deliverable.mode", RTP_WORD, "Where you worked on it.", DELIVERABLE(word, mode, "mode"), WORDS(mode)),
    QUANTITY("deliverable.position", "", "The place of this deliverable in your list, from one.",
             COMPUTED(rtp_read_position), FROM("/deliverables/#")),
    QUANTITY("deliverable.days_early", "days", "How many days before the due date it was done.", COMPUTED(days_early),
             DONE),
    QUANTITY("deliverable.days_late", "days", "How many days after the due date it was done.", COMPUTED(days_late),
             DONE),
    FACT("deliverable.on_time", RTP_FLAG, "Whether it was done by the due date.", COMPUTED(on_time), DONE),
    FACT("deliverable.when", RTP_TEXT, "When it was done, such as \"four days late, on 4 July 2025\".",
         COMPUTED(deliverable_when), DONE),
    FACT("deliverable.figure.text", RTP_TEXT, "Its figure in words, such as \"manual retries: 41 before, 6 now\".",
         COMPUTED(figure_text), FROM("/deliverables/#/figure")),
    FACT("deliverable.figure.name", RTP_TEXT, "What its figure measures.",
         DELIVERABLE(text, figure.name, "figure/name")),
    FACT("deliverable.figure.unit", RTP_TEXT, "The unit of its figure.", DELIVERABLE(text, figure.unit, "figure/unit")),
    QUANTITY("deliverable.figure.before", "metric", "Its figure before.",
             DELIVERABLE(number, figure.before, "figure/before")),
    QUANTITY("deliverable.figure.value", "metric", "Its figure now.",
             DELIVERABLE(number, figure.value, "figure/value")),
    FACT("deliverable.figure.direction", RTP_WORD, "Whether its figure improved, stayed or got worse.",
         COMPUTED(figure_direction), FROM("/deliverables/#/figure/value"), WORDS(direction)),
};

TOPIC(deliverables, RTP_DELIVERABLES, deliverable_rows);

/* ---- reviews ---- */

#define REVIEW(read, member) MEMBER(read, rtp_review, member, "/history/reviews/#/" #member)

static const rtp_row review_rows[] = {
    FACT("review.date", RTP_DATE, "The day of the review.", REVIEW(date, date)),
    FACT("review.mode", RTP_WORD, "Where you worked in the time reviewed.", REVIEW(word, mode), WORDS(mode)),
    FACT("review.rating", RTP_TEXT, "The rating, in the reviewer's words.", REVIEW(text, rating)),
    FACT("review.said", RTP_TEXT, "What the reviewer said.", REVIEW(text, said)),
    FACT("review.by", RTP_TEXT, "Who reviewed you.", REVIEW(text, by)),
};

TOPIC(reviews, RTP_REVIEWS, review_rows);

/* ---- all of them ---- */

typedef bool (*deliverable_test)(const rtp_deliverable *deliverable, rtp_date today);

/* Due in the past and not done: to leave it out of the count would flatter. */
static bool is_overdue(const rtp_deliverable *deliverable, rtp_date today)
{
    return deliverable->done == RTP_DATE_UNKNOWN && deliverable->due != RTP_DATE_UNKNOWN && deliverable->due < today;
}

static bool is_dated(const rtp_deliverable *deliverable, rtp_date today)
{
    int64_t days = 0;
    return days_ahead(deliverable, today, &days) || is_overdue(deliverable, today);
}

static bool is_on_time(const rtp_deliverable *deliverable, rtp_date today)
{
    int64_t days = 0;
    return days_ahead(deliverable, today, &days) && days >= 0;
}

static bool is_late(const rtp_deliverable *deliverable, rtp_date today)
{
    int64_t days = 0;
    return (days_ahead(deliverable, today, &days) && days < 0) || is_overdue(deliverable, today);
}

static rtp_value count_deliverables(const rtp_site *at, deliverable_test test, rtp_str formula)
{
    const rtp_objects *deliverables = &at->from->profile->deliverables;
    size_t count = 0;
    for (size_t i = 0; i < deliverables->len; i++) {
        count += test(rtp_item(deliverables, rtp_deliverable, i), at->from->today) ? 1 : 0;
    }
    return count > 0 ? computed(whole_value(at, (int64_t)count), formula) : rtp_value_count(at, 0);
}

static rtp_value deliverables_dated(const rtp_site *at)
{
    return count_deliverables(at, is_dated, rtp_lit("how many have both dates, or are overdue"));
}

static rtp_value deliverables_on_time(const rtp_site *at)
{
    return count_deliverables(at, is_on_time, rtp_lit("how many were done no later than due"));
}

static rtp_value deliverables_late(const rtp_site *at)
{
    return count_deliverables(at, is_late, rtp_lit("how many were done after the due date, or are overdue"));
}

static bool is_witnessed(const rtp_deliverable *deliverable, rtp_date today)
{
    (void)today;
    return has_witness(deliverable);
}

static bool is_office_work(const rtp_deliverable *deliverable, rtp_date today)
{
    return deliverable->mode == RTP_MODE_OFFICE && is_done(deliverable, today);
}

static bool is_hybrid_work(const rtp_deliverable *deliverable, rtp_date today)
{
    return deliverable->mode == RTP_MODE_HYBRID && is_done(deliverable, today);
}

static bool is_remote_work(const rtp_deliverable *deliverable, rtp_date today)
{
    return deliverable->mode == RTP_MODE_REMOTE && is_done(deliverable, today);
}

static rtp_value deliverables_witnessed(const rtp_site *at)
{
    return count_deliverables(at, is_witnessed, rtp_lit("about how many somebody who is named said something"));
}

static rtp_value deliverables_office(const rtp_site *at)
{
    return count_deliverables(at, is_office_work, rtp_lit("how many were done while you worked at the office"));
}

static rtp_value deliverables_hybrid(const rtp_site *at)
{
    return count_deliverables(at, is_hybrid_work, rtp_lit("how many were done while you worked in both places"));
}

static rtp_value deliverables_remote(const rtp_site *at)
{
    return count_deliverables(at, is_remote_work, rtp_lit("how many were done while you worked from home"));
}

#define ALL_DELIVERABLES FROM("/deliverables")

static const rtp_row work_once_rows[] = {
    QUANTITY("deliverables.count", "deliverables", "How many deliverables you listed.",
             MEMBER(size, rtp_profile, deliverables, "/deliverables")),
    QUANTITY("deliverables.dated", "deliverables", "How many deliverables have both dates.",
             COMPUTED(deliverables_dated), ALL_DELIVERABLES),
    QUANTITY("deliverables.on_time", "deliverables", "How many deliverables were on time.",
             COMPUTED(deliverables_on_time), ALL_DELIVERABLES),
    QUANTITY("deliverables.late", "deliverables", "How many deliverables were late.", COMPUTED(deliverables_late),
             ALL_DELIVERABLES),
    QUANTITY("deliverables.with_witness", "deliverables",
             "About how many deliverables somebody who is named said something.", COMPUTED(deliverables_witnessed),
             ALL_DELIVERABLES),
    QUANTITY("deliverables.office_count", "deliverables", "How many deliverables you finished while at the office.",
             COMPUTED(deliverables_office), ALL_DELIVERABLES),
    QUANTITY("deliverables.hybrid_count", "deliverables", "How many deliverables you finished in hybrid work.",
             COMPUTED(deliverables_hybrid), ALL_DELIVERABLES),
    QUANTITY("deliverables.remote_count", "deliverables", "How many deliverables you finished in remote work.",
             COMPUTED(deliverables_remote), ALL_DELIVERABLES),
    QUANTITY("reviews.count", "reviews", "How many reviews you listed.",
             MEMBER(size, rtp_profile, history.reviews, "/history/reviews")),
};

TOPIC(work_once, RTP_ONCE, work_once_rows);
