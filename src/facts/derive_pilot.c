/* Facts about the pilot: its dates, its main measure, its limits. What the profile leaves out is
 * proposed, and each such value says that it is. */
#include "facts/summary.h"
#include "facts/trial.h"
#include "facts/value.h"
#include "facts/wording.h"

enum {
    DEFAULT_WEEKS = 12,
    DEFAULT_PERIOD_DAYS = 30, /* office period and starter trial */
    DEFAULT_NOTICE_DAYS = 7,
    REVIEW_AFTER_DAYS = 7,
    DAYS_A_WEEK = 7
};

static const rtp_pilot *pilot_of(const rtp_site *at)
{
    return &at->from->profile->pilot;
}

/* A date, and whether it was said, counted from one that was said, or rests on a default. */
typedef struct day {
    const char *pointer; /* where it was said, or what it was counted from */
    rtp_date date;
    bool counted, proposed;
} day;

static const day no_day = {.date = RTP_DATE_UNKNOWN};

static day said_day(rtp_date date, const char *pointer)
{
    return (day){.date = date, .pointer = pointer};
}

/* Nothing can start on a day that has passed. */
static day coming_day(const rtp_site *at, rtp_date date, const char *pointer)
{
    return date >= at->from->today ? said_day(date, pointer) : no_day;
}

static day first_said(const day *days, size_t n)
{
    size_t i = 0;
    while (i < n && days[i].date == RTP_DATE_UNKNOWN) {
        i++;
    }
    return i < n ? days[i] : no_day;
}

static day day_after(day from, int64_t days, bool proposed_days)
{
    return (day){from.pointer, rtp_date_after(from.date, days), true, from.proposed || proposed_days};
}

/* Nobody starts or reviews on a weekend: Saturday and Sunday become the Monday after. */
static day working_day(day when)
{
    enum { SATURDAY = 5, WEEK = 7 };
    bool dated = when.date != RTP_DATE_UNKNOWN;
    int weekday = dated ? rtp_date_weekday(when.date) : 0;
    return weekday < SATURDAY ? when : day_after(when, WEEK - weekday, false);
}

static rtp_value day_value(const rtp_site *at, day when, rtp_str formula)
{
    rtp_value value = found_at(date_value(at, when.date), when.pointer, 0);
    if (when.proposed) {
        return proposed(value, formula);
    }
    return when.counted ? computed(value, formula) : value;
}

/* ---- lengths ---- */

typedef struct span {
    int64_t days;
    bool proposed;
    const char *pointer; /* what it was computed from; NULL when it was given or proposed */
} span;

static span period_of(rtp_count given)
{
    return (span){given.known ? given.value : DEFAULT_PERIOD_DAYS, !given.known, NULL};
}

/* ---- earning back: an office period, then the trial ---- */

static day baseline_start(const rtp_site *at)
{
    const rtp_profile *profile = at->from->profile;
    const day days[] = {
        said_day(profile->mandate.start, "/mandate/start"),
        coming_day(at, profile->ask.start, "/ask/start"),
    };
    day said = first_said(days, RTP_COUNT(days));
    bool past = said.date != RTP_DATE_UNKNOWN && said.date < at->from->today;
    return working_day(past ? (day){.pointer = said.pointer, .date = at->from->today, .counted = true} : said);
}

/* As given; else what lies between two given days, so that lengths and dates agree; else the default. */
static span period_between(rtp_count given, day from, day to)
{
    bool between = !given.known && from.date != RTP_DATE_UNKNOWN && to.date > from.date;
    return between ? (span){(int64_t)to.date - from.date, false, to.pointer} : period_of(given);
}

/* A pilot planned for a day before the office period is over belongs to another plan, and so do its dates. */
static bool has_other_plan(const rtp_site *at)
{
    rtp_date start = pilot_of(at)->start, baseline = baseline_start(at).date;
    rtp_count days = pilot_of(at)->baseline_days;
    bool both = start != RTP_DATE_UNKNOWN && baseline != RTP_DATE_UNKNOWN;
    return both && (start <= baseline || (days.known && start < baseline + (rtp_date)days.value));
}

static day planned_start(const rtp_site *at)
{
    return has_other_plan(at) ? no_day : said_day(pilot_of(at)->start, "/pilot/start");
}

static day planned_review(const rtp_site *at)
{
    return has_other_plan(at) ? no_day : said_day(pilot_of(at)->review, "/pilot/review");
}

static span baseline_length(const rtp_site *at)
{
    return period_between(pilot_of(at)->baseline_days, baseline_start(at), planned_start(at));
}

static day trial_start(const rtp_site *at)
{
    span baseline = baseline_length(at);
    day planned = planned_start(at);
    return planned.date != RTP_DATE_UNKNOWN
               ? planned
               : working_day(day_after(baseline_start(at), baseline.days, baseline.proposed));
}

static span trial_length(const rtp_site *at)
{
    const rtp_pilot *pilot = pilot_of(at);
    bool weeks = pilot->weeks.known && !pilot->trial_days.known;
    return weeks ? (span){(int64_t)pilot->weeks.value * DAYS_A_WEEK, false, "/pilot/weeks"}
                 : period_between(pilot->trial_days, trial_start(at), planned_review(at));
}

static day trial_decision(const rtp_site *at)
{
    span trial = trial_length(at);
    day planned = planned_review(at);
    return planned.date != RTP_DATE_UNKNOWN ? planned
                                            : working_day(day_after(trial_start(at), trial.days, trial.proposed));
}

/* Weeks as given; else the starter trial when days are earned back, else the default. */
static span pilot_length(const rtp_site *at)
{
    const rtp_pilot *pilot = pilot_of(at);
    if (pilot->weeks.known) {
        return (span){(int64_t)pilot->weeks.value * DAYS_A_WEEK, false, "/pilot/weeks"};
    }
    if (rtp_strategy_choose(at->from) == RTP_EARN_BACK) {
        return trial_length(at);
    }
    return (span){(int64_t)DEFAULT_WEEKS * DAYS_A_WEEK, true, NULL};
}

/* A start that the pilot itself gives stays, since a trial may be under way. */
static day pilot_start(const rtp_site *at)
{
    const rtp_profile *profile = at->from->profile;
    bool earns = rtp_strategy_choose(at->from) == RTP_EARN_BACK;
    const day days[] = {
        earns ? trial_start(at) : said_day(profile->pilot.start, "/pilot/start"),
        working_day(coming_day(at, profile->ask.start, "/ask/start")),
        working_day(coming_day(at, profile->mandate.start, "/mandate/start")),
    };
    return first_said(days, RTP_COUNT(days));
}

rtp_window rtp_pilot_window(rtp_derive *from)
{
    const rtp_site at = {.from = from};
    int64_t days = pilot_length(&at).days;
    return (rtp_window){pilot_start(&at).date, (size_t)(days > 0 ? days : 0)};
}

static rtp_value earn_baseline_start(const rtp_site *at)
{
    return day_value(at, baseline_start(at), rtp_lit("the start that was said"));
}

static rtp_value earn_baseline_until(const rtp_site *at)
{
    return day_value(at, day_after(trial_start(at), -1, false), rtp_lit("the day before the trial starts"));
}

static rtp_value earn_trial_start(const rtp_site *at)
{
    return day_value(at, trial_start(at), rtp_lit("the end of the office period"));
}

static rtp_value earn_decision(const rtp_site *at)
{
    return day_value(at, trial_decision(at), rtp_lit("the end of the trial"));
}

static const rtp_row earn_rows[] = {
    FACT("earn.baseline_start", RTP_DATE, "The day the measured office period begins.", COMPUTED(earn_baseline_start)),
    FACT("earn.trial_start", RTP_DATE, "The day the trial begins after the office period.", COMPUTED(earn_trial_start)),
    FACT("earn.decision", RTP_DATE, "The day you decide together after the trial.", COMPUTED(earn_decision)),
    FACT("pilot.baseline_until", RTP_DATE, "The last day of the measured office period.",
         COMPUTED(earn_baseline_until)),
};

TOPIC(earn, RTP_ONCE, earn_rows);

/* ---- dates of the pilot ---- */

static rtp_value pilot_given(const rtp_site *at)
{
    bool known = pilot_of(at)->known;
    rtp_value value = flag_value(at, known);
    value.origin.pointer = known ? at->row->pointer : NULL;
    return computed(value, known ? rtp_lit("the profile has a pilot") : rtp_lit("none given"));
}

static rtp_value pilot_weeks(const rtp_site *at)
{
    span length = pilot_length(at);
    if (length.days % DAYS_A_WEEK != 0) {
        return unknown_value(at);
    }
    rtp_value value = whole_value(at, length.days / DAYS_A_WEEK);
    if (length.proposed) {
        return proposed(value, rtp_lit("twelve weeks, unless the profile says otherwise"));
    }
    return pilot_of(at)->weeks.known
               ? value
               : computed(found_at(value, "/pilot/trial_days", 0), rtp_lit("trial days in weeks"));
}

static rtp_value pilot_start_date(const rtp_site *at)
{
    bool earns = rtp_strategy_choose(at->from) == RTP_EARN_BACK;
    return day_value(at, pilot_start(at),
                     earns ? rtp_lit("the end of the office period") : rtp_lit("the next working day"));
}

static rtp_value pilot_end(const rtp_site *at)
{
    span length = pilot_length(at);
    return day_value(at, day_after(pilot_start(at), length.days - 1, length.proposed),
                     rtp_lit("the last day, counted from the start"));
}

static rtp_value pilot_spans_mandate_start(const rtp_site *at)
{
    rtp_date mandate = at->from->profile->mandate.start;
    rtp_value first = pilot_start_date(at), last = pilot_end(at);
    if (mandate == RTP_DATE_UNKNOWN || !first.known || !last.known) {
        return unknown_value(at);
    }
    return computed(flag_value(at, mandate >= first.date && mandate <= last.date),
                    rtp_lit("the mandate begins between the first and the last day of the pilot"));
}

static rtp_value pilot_midpoint(const rtp_site *at)
{
    int64_t weeks = pilot_length(at).days / DAYS_A_WEEK;
    if (weeks < 2) {
        return unknown_value(at);
    }
    return day_value(at, working_day(day_after(pilot_start(at), weeks / 2 * DAYS_A_WEEK, true)),
                     rtp_lit("half of the whole weeks after the start, on a working day"));
}

static rtp_value pilot_review(const rtp_site *at)
{
    bool earns = rtp_strategy_choose(at->from) == RTP_EARN_BACK;
    if (pilot_of(at)->review != RTP_DATE_UNKNOWN && !(earns && has_other_plan(at))) {
        return date_value(at, pilot_of(at)->review);
    }
    bool trial = !pilot_of(at)->weeks.known && earns;
    int64_t days = pilot_length(at).days - 1 + (trial ? 1 : REVIEW_AFTER_DAYS);
    return day_value(at, working_day(day_after(pilot_start(at), days, true)),
                     trial ? rtp_lit("the working day after the trial")
                           : rtp_lit("a week after the pilot's last day, on a working day"));
}

static rtp_value pilot_weeks_given(const rtp_site *at)
{
    bool given = pilot_of(at)->weeks.known;
    rtp_value value = flag_value(at, given);
    value.origin.pointer = given ? "/pilot/weeks" : NULL;
    return computed(value, rtp_lit("whether the profile says how long the pilot takes"));
}

static rtp_value pilot_review_given(const rtp_site *at)
{
    bool given = pilot_of(at)->review != RTP_DATE_UNKNOWN;
    rtp_value value = flag_value(at, given);
    value.origin.pointer = given ? "/pilot/review" : NULL;
    return computed(value, rtp_lit("whether the profile gives a review date"));
}

/* ---- lengths as facts ---- */

static rtp_value count_or(const rtp_site *at, int64_t number, rtp_str why)
{
    return given_or(rtp_read_count(at), proposed(whole_value(at, number), why));
}

static rtp_value pilot_notice_days(const rtp_site *at)
{
    return count_or(at, DEFAULT_NOTICE_DAYS, rtp_lit("seven days, unless the profile says otherwise"));
}

static rtp_value period_days(const rtp_site *at, span period, rtp_count given)
{
    rtp_value value = whole_value(at, period.days);
    if (given.known) {
        return value;
    }
    return period.proposed ? proposed(value, rtp_lit("thirty days, unless the profile says otherwise"))
                           : computed(found_at(value, period.pointer, 0), rtp_lit("from the days the profile gives"));
}

static rtp_value pilot_baseline_days(const rtp_site *at)
{
    return period_days(at, baseline_length(at), pilot_of(at)->baseline_days);
}

static rtp_value pilot_trial_days(const rtp_site *at)
{
    return period_days(at, trial_length(at), pilot_of(at)->trial_days);
}

/* ---- the main measure ---- */

static rtp_value pilot_primary(const rtp_site *at)
{
    ptrdiff_t own = rtp_metric_primary(at->from);
    if (pilot_of(at)->primary.len > 0 || own < 0) {
        return rtp_read_text(at);
    }
    rtp_str name = rtp_item(&at->from->profile->history.metrics, rtp_metric, own)->name;
    return proposed(text_value(at, name),
                    own == rtp_metric_headline(at->from->profile)
                        ? rtp_lit("the headline metric")
                        : rtp_lit("a metric of yours with at least four values away from the office"));
}

/* The site is the main measure. */
static rtp_value pilot_margin(const rtp_site *at)
{
    rtp_number margin = rtp_metric_summarise(at->from, at->item)->margin;
    bool of_pilot = rtp_metric_summarise(at->from, at->item)->margin_of_pilot;
    if (!margin.known) {
        return unknown_value(at);
    }
    return found_at(rtp_value_number(at, margin.value), of_pilot ? "/pilot/margin" : "/history/metrics/#/margin",
                    at->item);
}

static rtp_value pilot_margin_text(const rtp_site *at)
{
    const rtp_metric *metric = at->object;
    rtp_value margin = pilot_margin(at);
    if (!margin.known) {
        return margin;
    }
    rtp_amount amount = {margin.number, margin.decimals, metric->unit};
    rtp_str text = rtp_margin_text(at->from->arena, amount, metric->better);
    return computed(found_at(text_value(at, text), margin.origin.pointer, margin.origin.index),
                    rtp_lit("the margin in words"));
}

/* ---- all limits at once, for one sentence ---- */

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* "Escaped defects" inside a sentence; "SLA breaches", "CSAT" and "GitHub issues" stay as they are. */
static rtp_str name_inside(rtp_arena *arena, rtp_str name)
{
    bool plain = name.len > 1 && is_capital(name.ptr[0]);
    for (size_t i = 1; i < name.len && name.ptr[i] != ' ' && plain; i++) {
        plain = !is_capital(name.ptr[i]) && !(name.ptr[i] >= '0' && name.ptr[i] <= '9');
    }
    if (!plain) {
        return name;
    }
    char first = rtp_ascii_lower(name.ptr[0]);
    return rtp_arena_join(arena, (rtp_str[]){{&first, 1}, {name.ptr + 1, name.len - 1}}, 2, rtp_lit(""));
}

static rtp_value pilot_limits(const rtp_site *at)
{
    const rtp_profile *profile = at->from->profile;
    const rtp_objects *guardrails = &profile->pilot.guardrails;
    rtp_str *texts = RTP_NEW_ARRAY(at->from->arena, rtp_str, guardrails->len);
    size_t len = 0;
    for (size_t i = 0; i < guardrails->len; i++) {
        const rtp_guardrail *guardrail = rtp_item(guardrails, rtp_guardrail, i);
        ptrdiff_t found = rtp_metric_find(profile, guardrail->metric);
        if (found >= 0 && guardrail->limit.known) {
            const rtp_metric *metric = rtp_item(&profile->history.metrics, rtp_metric, found);
            rtp_amount limit = {guardrail->limit.value, rtp_value_decimals(guardrail->limit.value), metric->unit};
            rtp_str name = name_inside(at->from->arena, guardrail->metric);
            texts[len++] = rtp_limit_text(at->from->arena, name, limit, metric->better);
        }
    }
    return computed(list_value(at, (rtp_texts){texts, len}), rtp_lit("the limits in words"));
}

#define PRIMARY(read, member) MEMBER(read, rtp_metric, member, "/history/metrics/#/" #member), SUBJECT(PRIMARY)
#define PILOT(member)         AT(rtp_profile, pilot.member, "/pilot/" #member)

static const rtp_row pilot_rows[] = {
    FACT("pilot.given", RTP_FLAG, "Whether the profile has a pilot.", COMPUTED(pilot_given), FROM("/pilot")),
    QUANTITY("pilot.weeks", "weeks", "How many weeks the pilot takes.", COMPUTED(pilot_weeks), FROM("/pilot/weeks")),
    FACT("pilot.start", RTP_DATE, "The day the pilot begins.", COMPUTED(pilot_start_date)),
    FACT("pilot.weeks_given", RTP_FLAG, "Whether the profile says how long the pilot takes.",
         COMPUTED(pilot_weeks_given)),
    FACT("pilot.end", RTP_DATE, "The last day of the pilot.", COMPUTED(pilot_end)),
    FACT("pilot.spans_mandate_start", RTP_FLAG, "Whether the mandate begins while the pilot runs.",
         COMPUTED(pilot_spans_mandate_start), FROM("/mandate/start")),
    FACT("pilot.midpoint", RTP_DATE, "The day of a first look, half-way.", COMPUTED(pilot_midpoint)),
    FACT("pilot.review", RTP_DATE, "The day the pilot is reviewed.", COMPUTED(pilot_review), FROM("/pilot/review")),
    FACT("pilot.review_given", RTP_FLAG, "Whether the profile gives a review date.", COMPUTED(pilot_review_given)),
    FACT("pilot.primary", RTP_TEXT, "The name of the main measure.", COMPUTED(pilot_primary), PILOT(primary)),
    FACT("pilot.primary_unit", RTP_TEXT, "The unit of the main measure.", PRIMARY(text, unit)),
    FACT("pilot.primary_better", RTP_WORD, "Which way the main measure gets better.", PRIMARY(word, better),
         WORDS(better)),
    FACT("pilot.primary_source", RTP_TEXT, "Where the values of the main measure come from.", PRIMARY(text, source)),
    QUANTITY("pilot.margin", "metric", "The largest change for the worse that the pilot may show.",
             COMPUTED(pilot_margin), SUBJECT(PRIMARY)),
    FACT("pilot.margin_text", RTP_TEXT, "The margin in words, such as \"no more than 3 h longer than the baseline\".",
         COMPUTED(pilot_margin_text), SUBJECT(PRIMARY)),
    FACT("pilot.secondary", RTP_LIST, "The other measures.", .read = rtp_read_texts, PILOT(secondary)),
    FACT("pilot.decider", RTP_TEXT, "Who decides after the pilot.", .read = rtp_read_text, PILOT(decider)),
    QUANTITY("pilot.notice_days", "days", "How many days of notice end the pilot.", COMPUTED(pilot_notice_days),
             PILOT(notice_days)),
    FACT("pilot.design", RTP_WORD, "How the pilot compares.", .read = rtp_read_word, PILOT(design), WORDS(design)),
    QUANTITY("pilot.baseline_weeks", "weeks", "How many weeks before the pilot are measured.", .read = rtp_read_count,
             PILOT(baseline_weeks)),
    QUANTITY("pilot.baseline_days", "days", "How many days the measured office period takes.",
             COMPUTED(pilot_baseline_days), PILOT(baseline_days)),
    QUANTITY("pilot.trial_days", "days", "How many days the starter trial takes.", COMPUTED(pilot_trial_days),
             PILOT(trial_days)),
    QUANTITY("pilot.guardrail_count", "limits", "How many limits the pilot has.",
             MEMBER(size, rtp_profile, pilot.guardrails, "/pilot/guardrails")),
    FACT("pilot.limits", RTP_LIST, "What ends the pilot, each limit in words, such as \"escaped defects above 5\".",
         COMPUTED(pilot_limits), FROM("/pilot/guardrails")),
};

TOPIC(pilot, RTP_ONCE, pilot_rows);

/* ---- guardrails ---- */

static const rtp_metric *guarded_metric(const rtp_site *at, size_t *index)
{
    const rtp_guardrail *guardrail = at->object;
    ptrdiff_t found = rtp_metric_find(at->from->profile, guardrail->metric);
    if (found < 0) {
        return NULL;
    }
    *index = (size_t)found;
    return rtp_item(&at->from->profile->history.metrics, rtp_metric, found);
}

static rtp_value guardrail_unit(const rtp_site *at)
{
    size_t index = 0;
    const rtp_metric *metric = guarded_metric(at, &index);
    return metric ? found_at(text_value(at, metric->unit), "/history/metrics/#/unit", index) : unknown_value(at);
}

static rtp_value guardrail_better(const rtp_site *at)
{
    size_t index = 0;
    const rtp_metric *metric = guarded_metric(at, &index);
    return metric ? found_at(text_value(at, rtp_word(&rtp_words_better, metric->better)), "/history/metrics/#/better",
                             index)
                  : unknown_value(at);
}

static rtp_value guardrail_text(const rtp_site *at)
{
    size_t index = 0;
    const rtp_guardrail *guardrail = at->object;
    const rtp_metric *metric = guarded_metric(at, &index);
    if (!metric || !guardrail->limit.known) {
        return unknown_value(at);
    }
    rtp_amount limit = {guardrail->limit.value, rtp_value_decimals(guardrail->limit.value), metric->unit};
    rtp_str text = rtp_limit_text(at->from->arena, guardrail->metric, limit, metric->better);
    return computed(text_value(at, text), rtp_lit("the limit in words"));
}

static rtp_value guardrail_source(const rtp_site *at)
{
    size_t index = 0;
    const rtp_metric *metric = guarded_metric(at, &index);
    return metric ? found_at(text_value(at, metric->source), "/history/metrics/#/source", index) : unknown_value(at);
}

#define GUARDRAIL(read, member) MEMBER(read, rtp_guardrail, member, "/pilot/guardrails/#/" #member)

static const rtp_row guardrail_rows[] = {
    FACT("guardrail.metric", RTP_TEXT, "The metric with a limit.", GUARDRAIL(text, metric)),
    FACT("guardrail.unit", RTP_TEXT, "The unit of the limit.", COMPUTED(guardrail_unit)),
    QUANTITY("guardrail.limit", "metric", "The limit that ends the pilot.", GUARDRAIL(number, limit)),
    FACT("guardrail.better", RTP_WORD, "Which way the metric gets better.", COMPUTED(guardrail_better), WORDS(better)),
    FACT("guardrail.text", RTP_TEXT, "What ends the pilot, in words, such as \"Escaped defects above 5\".",
         COMPUTED(guardrail_text), FROM("/pilot/guardrails/#/limit")),
    FACT("guardrail.source", RTP_TEXT, "Where the values of the metric with a limit come from.",
         COMPUTED(guardrail_source)),
    QUANTITY("guardrail.position", "", "The place of this limit in your list, from one.", COMPUTED(rtp_read_position),
             FROM("/pilot/guardrails/#")),
};

TOPIC(guardrails, RTP_GUARDRAILS, guardrail_rows);
