/* One measure of the results, home against office, as the trial's design wants it: in pairs where weeks took
 * turns, else the trial against the weeks before it or against the profile's history. */
#include "facts/review.h"
#include "facts/summary.h"
#include "facts/value.h"
#include "facts/wording.h"

enum { WEEK = 7, OFFICE = 0, HOME = 1, DECIMALS_MOST = 6 };

typedef struct arms {
    double *values[2];
    int32_t *times[2];
    size_t len[2], room;
    bool timed;
} arms;

static arms make_arms(const rtp_derive *from, size_t room)
{
    arms made = {.room = room, .timed = true};
    for (int side = OFFICE; side <= HOME; side++) {
        made.values[side] = RTP_NEW_ARRAY(from->arena, double, room);
        made.times[side] = RTP_NEW_ARRAY(from->arena, int32_t, room);
    }
    return made;
}

static void put(arms *into, int side, double value, int32_t time)
{
    if (into->len[side] < into->room) {
        into->values[side][into->len[side]] = value;
        into->times[side][into->len[side]++] = time;
    }
}

const double *rtp_review_value(const rtp_result *result, rtp_date week)
{
    size_t low = 0, high = result->values.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (result->values.items[middle].day < week) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool found = low < result->values.len && result->values.items[low].day == week;
    return found ? &result->values.items[low].value : NULL;
}

bool rtp_review_adds_up(const rtp_profile *profile, size_t metric)
{
    const rtp_metric *given = rtp_item(&profile->history.metrics, rtp_metric, metric);
    return given->values.len > 0 && rtp_unit_adds_up(given->unit);
}

/* ---- weeks in pairs ---- */

/* The value, when the week counts. */
static const double *counted(const rtp_judgement *judgement, const rtp_result *result, size_t i, bool with_all)
{
    const rtp_review_week *week = &judgement->weeks[i];
    return week->taken < 0 || with_all ? rtp_review_value(result, week->from) : NULL;
}

static void take_pairs(const rtp_judgement *judgement, rtp_review_metric *metric, bool with_all, arms *into)
{
    for (size_t i = 0; i + 1 < judgement->week_count; i += 2) {
        const rtp_review_week *first = &judgement->weeks[i], *second = first + 1;
        const double *values[] = {counted(judgement, metric->result, i, with_all),
                                  counted(judgement, metric->result, i + 1, with_all)};
        bool turned = first->at != second->at && first->at > 0 && second->at > 0;
        if (turned && values[0] && values[1]) {
            bool home_first = first->at == RTP_LIVED_HOME;
            put(into, OFFICE, *values[home_first], (int32_t)(i / 2));
            put(into, HOME, *values[!home_first], (int32_t)(i / 2));
        } else {
            metric->lost++;
        }
    }
    metric->base = RTP_BASE_WEEKS;
}

/* ---- two windows ---- */

/* The first of the weeks before the trial that count as its baseline. */
static size_t baseline_start(const rtp_derive *from, const rtp_judgement *judgement, const rtp_day_series *values)
{
    size_t end = 0, first = 0;
    while (end < values->len && values->items[end].day + WEEK <= judgement->terms.start) {
        end++;
    }
    rtp_count weeks = from->profile->pilot.baseline_weeks;
    rtp_date earliest = judgement->terms.start - (weeks.known ? weeks.value : 0) * WEEK;
    while (weeks.known && first < end && values->items[first].day < earliest) {
        first++;
    }
    return first;
}

static bool is_excluded(const rtp_results *results, rtp_date week)
{
    bool found = false;
    for (size_t i = 0; i < results->exclude.len && !found; i++) {
        found = rtp_item(&results->exclude, rtp_exclusion, i)->week == week;
    }
    return found;
}

static void take_baseline(const rtp_derive *from, const rtp_judgement *judgement, rtp_review_metric *metric,
                          bool with_all, arms *into)
{
    const rtp_day_series *values = &metric->result->values;
    for (size_t i = baseline_start(from, judgement, values);
         i < values->len && values->items[i].day + WEEK <= judgement->terms.start; i++) {
        if (with_all || !is_excluded(from->profile->results, values->items[i].day)) {
            put(into, OFFICE, values->items[i].value, (values->items[i].day - judgement->terms.start) / WEEK);
        }
    }
    metric->base = into->len[OFFICE] > 0 ? RTP_BASE_WEEKS : RTP_BASE_NONE;
}

static void take_window(const rtp_judgement *judgement, const rtp_result *result, bool with_all, arms *into)
{
    for (size_t i = 0; i < judgement->week_count; i++) {
        const double *value = counted(judgement, result, i, with_all);
        if (value && judgement->weeks[i].at == RTP_LIVED_HOME) {
            put(into, HOME, *value, (judgement->weeks[i].from - judgement->terms.start) / WEEK);
        }
    }
}

/* A profile lists months as it likes; drift is looked for in order of time. */
static void order_by_time(arms *of, int side)
{
    for (size_t i = 1; i < of->len[side]; i++) {
        double value = of->values[side][i];
        int32_t time = of->times[side][i];
        size_t k = i;
        for (; k > 0 && of->times[side][k - 1] > time; k--) {
            of->values[side][k] = of->values[side][k - 1];
            of->times[side][k] = of->times[side][k - 1];
        }
        of->values[side][k] = value;
        of->times[side][k] = time;
    }
}

/* Months of the profile's office time stand in for weeks that nobody measured, unless a month adds them up. */
static void take_history(rtp_derive *from, const rtp_judgement *judgement, rtp_review_metric *metric, arms *into)
{
    const rtp_month_series *values = &rtp_item(&from->profile->history.metrics, rtp_metric, metric->metric)->values;
    if (metric->by_month || judgement->terms.start == RTP_DATE_UNKNOWN) {
        return;
    }
    rtp_month start = rtp_date_month(judgement->terms.start);
    for (size_t i = 0; i < values->len; i++) {
        rtp_month month = values->items[i].month;
        if (month < start && rtp_month_mode(from->profile, month) == RTP_MODE_OFFICE) {
            put(into, OFFICE, values->items[i].value, month);
        }
    }
    order_by_time(into, OFFICE);
    into->timed = false; /* months and weeks have no step in common */
    metric->base = into->len[OFFICE] > 0 ? RTP_BASE_HISTORY : RTP_BASE_NONE;
}

/* ---- loose values ---- */

static void take_samples(const rtp_judgement *judgement, rtp_review_metric *metric, arms *into)
{
    const rtp_sample *samples[] = {&metric->result->samples.office, &metric->result->samples.home};
    for (int side = OFFICE; side <= HOME; side++) {
        for (size_t i = 0; i < samples[side]->len; i++) {
            put(into, side, samples[side]->items[i], (int32_t)i);
        }
    }
    into->timed = false;
    metric->base = RTP_BASE_SAMPLES;
    metric->unpaired = judgement->terms.alternating;
}

/* ---- the comparison ---- */

static void raise_decimals(const arms *of, int *decimals)
{
    for (int side = OFFICE; side <= HOME; side++) {
        for (size_t i = 0; i < of->len[side]; i++) {
            int needed = rtp_value_decimals(of->values[side][i]);
            *decimals = needed > *decimals ? needed : *decimals;
        }
    }
    *decimals += *decimals < DECIMALS_MOST; /* what lies half-way between two values */
}

static rtp_question question_of(const rtp_derive *from, const rtp_judgement *judgement, const rtp_review_metric *metric)
{
    static const rtp_gain gains[] = {RTP_GAIN_UNKNOWN, RTP_GAIN_HIGHER, RTP_GAIN_LOWER};
    const rtp_metric *given = rtp_item(&from->profile->history.metrics, rtp_metric, metric->metric);
    rtp_question question = {.better = gains[given->better]};
    question.has_margin = metric->primary && judgement->terms.margin.known && !metric->by_month;
    question.margin = question.has_margin ? judgement->terms.margin.value : 0;
    return question;
}

static void compare(rtp_derive *from, const rtp_judgement *judgement, const arms *of, rtp_review_metric *metric)
{
    rtp_question question = question_of(from, judgement, metric);
    rtp_series sides[2];
    for (int side = OFFICE; side <= HOME; side++) {
        sides[side] =
            (rtp_series){.values = of->values[side], .times = of->timed ? of->times[side] : NULL, .len = of->len[side]};
    }
    bool pairs = judgement->terms.alternating && metric->base == RTP_BASE_WEEKS;
    metric->found =
        pairs ? rtp_stats_compare_pairs(sides, question, from->arena) : rtp_stats_compare(sides, question, from->arena);
    raise_decimals(of, &metric->decimals);
}

static size_t room_for(const rtp_profile *profile, const rtp_judgement *judgement, const rtp_review_metric *metric)
{
    const rtp_metric *given = rtp_item(&profile->history.metrics, rtp_metric, metric->metric);
    return judgement->week_count + metric->result->values.len + given->values.len + metric->result->samples.office.len +
           metric->result->samples.home.len;
}

rtp_review_metric rtp_review_measure(rtp_derive *from, const rtp_judgement *judgement, const rtp_result *result,
                                     bool with_all)
{
    ptrdiff_t found = rtp_metric_find(from->profile, result->name);
    rtp_review_metric metric = {
        .metric = (size_t)found, .result = result, .primary = found == judgement->terms.primary};
    metric.by_month = result->values.len > 0 && rtp_review_adds_up(from->profile, metric.metric);
    arms both = make_arms(from, room_for(from->profile, judgement, &metric));
    if (result->samples.known) {
        take_samples(judgement, &metric, &both);
    } else if (judgement->terms.alternating) {
        take_pairs(judgement, &metric, with_all, &both);
    } else {
        take_window(judgement, result, with_all, &both);
        take_baseline(from, judgement, &metric, with_all, &both);
        if (metric.base == RTP_BASE_NONE) {
            take_history(from, judgement, &metric, &both);
        }
    }
    compare(from, judgement, &both, &metric);
    return metric;
}
