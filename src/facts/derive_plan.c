/* Facts for the private sheet: which day comes next, how far it is to the day that matters, and what
 * lies between the smallest step and the floor. Days that nobody named are proposed, never invented. */
#include "facts/value.h"

enum { SATURDAY = 5, WEEK = 7, SOON = 2, SHORT_TIME = 14 };

/* ---- days ---- */

/* The first of given days and `date` that is no weekend, looking `step` days at a time. */
static rtp_date working(rtp_date date, int step)
{
    while (date != RTP_DATE_UNKNOWN && rtp_date_weekday(date) >= SATURDAY) {
        date = rtp_date_after(date, step);
    }
    return date;
}

typedef struct plan_day {
    const char *pointer;
    rtp_date date;
} plan_day;

static bool is_ahead(const rtp_site *at, rtp_date date)
{
    return date != RTP_DATE_UNKNOWN && at->from->today != RTP_DATE_UNKNOWN && date >= at->from->today;
}

/* The day a decision is needed or the policy begins, whichever is next. Who earns days back complies
 * from the first day, so that the policy's start is no deadline then. */
static plan_day deadline_of(const rtp_site *at)
{
    const rtp_profile *profile = at->from->profile;
    const plan_day days[] = {{"/ask/decide_by", profile->ask.decide_by}, {"/mandate/start", profile->mandate.start}};
    size_t count = rtp_strategy_choose(at->from) == RTP_EARN_BACK ? 1 : RTP_COUNT(days);
    plan_day next = {NULL, RTP_DATE_UNKNOWN};
    for (size_t i = 0; i < count; i++) {
        if (is_ahead(at, days[i].date) && (!next.pointer || days[i].date < next.date)) {
            next = days[i];
        }
    }
    return next;
}

static rtp_value plan_deadline(const rtp_site *at)
{
    plan_day next = deadline_of(at);
    return found_at(date_value(at, next.date), next.pointer, 0);
}

static const rtp_str kind_items[] = {RTP_STR("decision"), RTP_STR("policy")};
static const rtp_texts rtp_words_deadline = {kind_items, RTP_COUNT(kind_items)};

static rtp_value plan_deadline_kind(const rtp_site *at)
{
    plan_day next = deadline_of(at);
    if (!next.pointer) {
        return unknown_value(at);
    }
    bool decision = next.date == at->from->profile->ask.decide_by;
    return computed(found_at(text_value(at, kind_items[!decision]), next.pointer, 0), rtp_lit("the next of the two"));
}

static rtp_value days_between(const rtp_site *at, rtp_date from, rtp_date to, rtp_str formula)
{
    if (from == RTP_DATE_UNKNOWN || to == RTP_DATE_UNKNOWN) {
        return unknown_value(at);
    }
    return computed(whole_value(at, (int64_t)to - from), formula);
}

static rtp_value plan_days(const rtp_site *at)
{
    plan_day next = deadline_of(at);
    rtp_value days = days_between(at, at->from->today, next.date, rtp_lit("from the document's date to the deadline"));
    days.origin.pointer = next.pointer;
    return days;
}

/* ---- the next talk ---- */

static rtp_value talk_given(const rtp_site *at)
{
    const rtp_objects *all = &at->from->profile->conversations;
    for (size_t i = all->len; i > 0; i--) {
        rtp_date next = rtp_item(all, rtp_conversation, i - 1)->next;
        if (is_ahead(at, next)) {
            return found_at(date_value(at, next), "/conversations/#/next", i - 1);
        }
    }
    return unknown_value(at);
}

/* In a week, or half-way when time is short; never after the deadline. */
static rtp_date talk_proposed(const rtp_site *at)
{
    rtp_date today = at->from->today, deadline = deadline_of(at).date;
    bool dated = deadline != RTP_DATE_UNKNOWN;
    int64_t left = dated ? (int64_t)deadline - today : 0;
    bool is_short = dated && left < SHORT_TIME;
    rtp_date day = working(rtp_date_after(today, is_short ? (left + 1) / 2 : WEEK), 1);
    day = dated && day > deadline ? working(deadline, -1) : day;
    return day > today ? day : RTP_DATE_UNKNOWN;
}

static rtp_value plan_talk(const rtp_site *at)
{
    return given_or(talk_given(at), proposed(date_value(at, talk_proposed(at)),
                                             rtp_lit("in a week, or half-way to the deadline, on a working day")));
}

static rtp_value plan_talk_given(const rtp_site *at)
{
    return computed(flag_value(at, talk_given(at).known), rtp_lit("whether a conversation names the next day"));
}

static rtp_date talk_of(const rtp_site *at)
{
    rtp_value given = talk_given(at);
    return given.known ? given.date : talk_proposed(at);
}

static rtp_value plan_slack(const rtp_site *at)
{
    return days_between(at, talk_of(at), deadline_of(at).date, rtp_lit("from the next talk to the deadline"));
}

static rtp_value plan_sound_out(const rtp_site *at)
{
    rtp_date day = working(rtp_date_after(at->from->today, SOON), 1), talk = talk_of(at);
    bool before = talk != RTP_DATE_UNKNOWN && day < talk;
    return proposed(date_value(at, before ? day : RTP_DATE_UNKNOWN), rtp_lit("in two days, on a working day"));
}

static rtp_date working_day_before(rtp_date date)
{
    return date == RTP_DATE_UNKNOWN ? date : working(rtp_date_after(date, -1), -1);
}

static rtp_value plan_send(const rtp_site *at)
{
    rtp_date day = working_day_before(talk_of(at));
    return proposed(date_value(at, is_ahead(at, day) ? day : RTP_DATE_UNKNOWN),
                    rtp_lit("the working day before the talk"));
}

/* Before the document goes out, so that what was heard can still change it. */
static rtp_value plan_rehearse(const rtp_site *at)
{
    rtp_date eve = working_day_before(talk_of(at)), day = working_day_before(eve);
    day = is_ahead(at, day) ? day : eve;
    return proposed(date_value(at, is_ahead(at, day) ? day : RTP_DATE_UNKNOWN),
                    rtp_lit("two working days before the talk, or one"));
}

static rtp_value plan_terms(const rtp_site *at)
{
    rtp_date talk = talk_of(at), deadline = deadline_of(at).date;
    rtp_date day = talk == RTP_DATE_UNKNOWN ? talk : working(rtp_date_after(talk, WEEK), 1);
    bool late = deadline != RTP_DATE_UNKNOWN && day > deadline;
    return proposed(date_value(at, late ? RTP_DATE_UNKNOWN : day), rtp_lit("a week after the talk, on a working day"));
}

/* ---- the floor ---- */

static rtp_value floor_room(const rtp_site *at)
{
    rtp_count limit = at->from->profile->personal.floor.office_days;
    ptrdiff_t smallest = rtp_ladder_smallest(at->from);
    if (!limit.known || smallest < 0) {
        return unknown_value(at);
    }
    int32_t asked = at->from->ladder.steps[smallest].rung.office_days.value;
    return computed(whole_value(at, (int64_t)limit.value - asked), rtp_lit("the floor less the smallest step"));
}

static rtp_value floor_short(const rtp_site *at)
{
    rtp_count limit = at->from->profile->personal.floor.office_days;
    if (!limit.known) {
        return unknown_value(at);
    }
    return computed(whole_value(at, (int64_t)rtp_mandate_days(at->from->profile) - limit.value),
                    rtp_lit("the mandate's days less the floor"));
}

#define FLOOR_ROW(name, doc, function)                                                                                 \
    QUANTITY(name, "days", doc, PRIVATE, COMPUTED(function), FROM("/private/floor/office_days"))

static const rtp_row plan_rows[] = {
    FACT("plan.deadline", RTP_DATE, "The next day that matters: a decision is needed, or the policy begins.", PRIVATE,
         COMPUTED(plan_deadline)),
    FACT("plan.deadline_kind", RTP_WORD, "What happens on the next day that matters.", PRIVATE,
         COMPUTED(plan_deadline_kind), WORDS(deadline)),
    QUANTITY("plan.days", "days", "How many days there are until then.", PRIVATE, COMPUTED(plan_days)),
    FACT("plan.talk", RTP_DATE, "The day of the next talk, as agreed or proposed.", PRIVATE, COMPUTED(plan_talk)),
    FACT("plan.talk_given", RTP_FLAG, "Whether the day of the next talk is agreed.", PRIVATE,
         COMPUTED(plan_talk_given)),
    QUANTITY("plan.slack", "days", "How many days there are between the next talk and the deadline.", PRIVATE,
             COMPUTED(plan_slack)),
    FACT("plan.sound_out", RTP_DATE, "A day to sound it out before the talk.", PRIVATE, COMPUTED(plan_sound_out)),
    FACT("plan.send", RTP_DATE, "The last day to send a document ahead of the talk.", PRIVATE, COMPUTED(plan_send)),
    FACT("plan.rehearse", RTP_DATE, "The last day to rehearse.", PRIVATE, COMPUTED(plan_rehearse)),
    FACT("plan.terms", RTP_DATE, "A day to settle the terms after the talk.", PRIVATE, COMPUTED(plan_terms)),
    FLOOR_ROW("plan.floor_room", "How many office days your floor lies above the smallest step.", floor_room),
    FLOOR_ROW("plan.floor_short", "How many office days your floor lies below the mandate.", floor_short),
};

TOPIC(plan, RTP_ONCE, plan_rows);
