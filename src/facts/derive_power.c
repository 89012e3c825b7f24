/* Facts about what the trial can tell before it starts, from the spread of the main measure so far. A
 * trial that cannot settle its question says so, and what would. */
#include "facts/summary.h"
#include "facts/trial.h"
#include "facts/value.h"
#include "facts/wording.h"

#include <math.h>
#include <stdlib.h>

/* ---- the spread ---- */

typedef struct reading {
    rtp_month month; /* or its place among samples */
    int mode;
    double value; /* less the mean of its way of working */
} reading;

typedef struct readings {
    reading *items;
    size_t len;
} readings;

static int compare_readings(const void *left, const void *right)
{
    const reading *a = left, *b = right;
    return a->mode != b->mode ? a->mode - b->mode : (a->month > b->month) - (a->month < b->month);
}

static readings read_metric(const rtp_derive *from, const rtp_metric *metric)
{
    size_t most = metric->values.len;
    for (size_t i = 0; i < RTP_MODE_COUNT; i++) {
        most += metric->samples.mode[i].len;
    }
    readings all = {RTP_NEW_ARRAY(from->arena, reading, most), 0};
    rtp_month last = from->today == RTP_DATE_UNKNOWN ? INT32_MAX : rtp_date_month(from->today);
    for (size_t i = 0; i < metric->values.len; i++) {
        rtp_month_value given = metric->values.items[i];
        if (given.month <= last) {
            all.items[all.len++] = (reading){given.month, rtp_month_mode(from->profile, given.month), given.value};
        }
    }
    for (int mode = 0; mode < RTP_MODE_COUNT; mode++) {
        const rtp_sample *sample = &metric->samples.mode[mode];
        for (size_t i = 0; i < sample->len; i++) {
            all.items[all.len++] = (reading){(rtp_month)i, mode + 1, sample->items[i]};
        }
    }
    if (all.len > 0) {
        qsort(all.items, all.len, sizeof *all.items, compare_readings);
    }
    return all;
}

static size_t mode_end(readings all, size_t start)
{
    size_t end = start;
    while (end < all.len && all.items[end].mode == all.items[start].mode) {
        end++;
    }
    return end;
}

typedef struct pool { /* over the ways of working, each about its own mean */
    double squares;
    size_t freedom, n;
} pool;

static void pool_mode(reading *items, size_t n, pool *into)
{
    double mean = 0;
    for (size_t i = 0; i < n; i++) {
        mean += items[i].value / (double)n;
    }
    for (size_t i = 0; i < n; i++) {
        items[i].value -= mean;
        into->squares += items[i].value * items[i].value;
    }
    into->freedom += n - 1;
    into->n += n;
}

static pool pool_readings(readings all)
{
    pool sum = {0};
    for (size_t start = 0, end; start < all.len; start = end) {
        end = mode_end(all, start);
        pool_mode(all.items + start, end - start, &sum);
    }
    return sum;
}

static double alike_of(const rtp_derive *from, readings all)
{
    double *values = RTP_NEW_ARRAY(from->arena, double, all.len);
    for (size_t i = 0; i < all.len; i++) {
        values[i] = all.items[i].value;
    }
    double alike = rtp_effort_alike(values, all.len, from->arena);
    return alike > 0 ? alike : 0;
}

/* ---- rounding: two digits that count ---- */

static double scale_of(double value)
{
    double scale = 1;
    for (int i = 0; i < 300 && value * scale < 10; i++) {
        scale *= 10;
    }
    for (int i = 0; i < 300 && value * scale >= 100; i++) {
        scale /= 10;
    }
    return scale;
}

/* Up, since a smaller number would promise more than the trial can see; the little that binary arithmetic adds is
 * not rounded up. */
static double round_up(double value)
{
    const double noise = 1e-9;
    double scale = scale_of(value), scaled = value * scale;
    double whole = (double)(int64_t)(scaled + 1 - noise);
    return rtp_value_round(whole / scale, rtp_value_decimals(whole / scale));
}

static double round_near(double value)
{
    double scale = scale_of(value);
    double whole = (double)(int64_t)(value * scale + 0.5);
    return rtp_value_round(whole / scale, rtp_value_decimals(whole / scale));
}

/* ---- what the weeks can tell ---- */

/* A month's value is taken as the sum or mean of its weeks, so a week spreads by the root of the weeks in it. */
static double weekly_of(double spread, rtp_str step)
{
    const double weeks_a_month = 52.0 / 12;
    double weeks = rtp_str_equal(step, rtp_lit("month"))     ? weeks_a_month
                   : rtp_str_equal(step, rtp_lit("quarter")) ? 3 * weeks_a_month
                                                             : 1;
    return spread * sqrt(weeks);
}

/* The office's months, or those of the way of working with the most. */
static int base_mode(const rtp_metric_summary *summary)
{
    int most = RTP_MODE_OFFICE;
    for (int mode = RTP_MODE_OFFICE; mode <= RTP_MODE_REMOTE && summary->modes[RTP_MODE_OFFICE].n == 0; mode++) {
        most = summary->modes[mode].n > summary->modes[most].n ? mode : most;
    }
    return summary->modes[most].n > 0 ? most : RTP_MODE_UNKNOWN;
}

static void find_margin(rtp_derive *from, const rtp_metric *metric, rtp_power *power)
{
    power->margin = rtp_metric_summarise(from, power->metric)->margin;
    bool judged = metric->better != RTP_BETTER_UNKNOWN;
    if (!power->margin.known && judged && isfinite(power->base) && fabs(power->base) > 0) {
        power->margin = (rtp_number){true, round_near(fabs(power->base) / 10)};
        power->margin_proposed = true;
    }
}

static void find_effort(rtp_derive *from, readings all, rtp_power *power)
{
    bool paired = rtp_schedule_derive(from)->alternating;
    rtp_effort effort = {paired, power->weekly, paired ? 0 : alike_of(from, all)};
    size_t arms = paired ? 2 : 1;
    double detectable = rtp_effort_detectable(effort, power->arm, from->arena);
    power->detectable = detectable > 0 ? round_up(detectable) : 0;
    if (power->margin.known) {
        power->margin_weeks = arms * rtp_effort_weeks(effort, power->margin.value, from->arena);
    }
}

static size_t whole_weeks(const rtp_schedule *schedule)
{
    size_t len = schedule->len;
    return len > 0 && schedule->weeks[len - 1].to - schedule->weeks[len - 1].from < 6 ? len - 1 : len;
}

/* Weeks a way of working: half of those that take turns; else the trial's, or those before it if they are fewer. */
static size_t weeks_of_arm(const rtp_derive *from, const rtp_schedule *schedule)
{
    rtp_count before = from->profile->pilot.baseline_weeks;
    size_t len = schedule->alternating ? schedule->pairs : whole_weeks(schedule);
    return !schedule->alternating && before.known && (size_t)before.value < len ? (size_t)before.value : len;
}

static void fill(rtp_derive *from, size_t metric, rtp_power *power)
{
    const rtp_metric *given = rtp_item(&from->profile->history.metrics, rtp_metric, metric);
    const rtp_metric_summary *summary = rtp_metric_summarise(from, metric);
    int mode = base_mode(summary);
    power->metric = metric;
    power->base = summary->modes[mode].median;
    find_margin(from, given, power);
    readings all = read_metric(from, given);
    pool sum = pool_readings(all);
    double variance = sum.freedom > 0 ? sum.squares / (double)sum.freedom : 0;
    if (sum.n < 4 || !(variance > 0) || !isfinite(variance)) {
        return;
    }
    power->n = sum.n;
    power->step = rtp_side_step(from, metric, mode);
    power->spread = sqrt(variance);
    power->weekly = weekly_of(power->spread, power->step);
    find_effort(from, all, power);
}

const rtp_power *rtp_power_derive(rtp_derive *from)
{
    if (!from->power) {
        rtp_power *power = RTP_NEW(from->arena, rtp_power);
        const rtp_schedule *schedule = rtp_schedule_derive(from);
        ptrdiff_t primary = rtp_metric_primary(from);
        power->arm = weeks_of_arm(from, schedule);
        power->least = rtp_effort_least(schedule->alternating) * (schedule->alternating ? 2 : 1);
        if (primary >= 0) {
            fill(from, (size_t)primary, power);
        }
        from->power = power;
    }
    return from->power;
}

/* ---- as facts; the site is the main measure ---- */

static rtp_value amount_value(const rtp_site *at, double number, rtp_str formula)
{
    const rtp_metric *metric = at->object;
    if (!(number > 0) || !isfinite(number)) {
        return unknown_value(at);
    }
    rtp_amount amount = {number, rtp_value_decimals(number), metric->unit};
    return computed(found_at(text_value(at, rtp_amount_text(at->from->arena, amount)), "/history/metrics/#", at->item),
                    formula);
}

static rtp_value power_spread(const rtp_site *at)
{
    return amount_value(at, round_near(rtp_power_derive(at->from)->spread),
                        rtp_lit("standard deviation within each way of working"));
}

static rtp_value power_weekly(const rtp_site *at)
{
    return amount_value(at, round_near(rtp_power_derive(at->from)->weekly),
                        rtp_lit("the spread times the root of the weeks in a value"));
}

static rtp_value power_count(const rtp_site *at)
{
    const rtp_power *power = rtp_power_derive(at->from);
    if (power->n == 0) {
        return unknown_value(at);
    }
    rtp_str text =
        rtp_arena_format(at->from->arena, "%zu %.*s%s", power->n, RTP_FMT(power->step), power->n == 1 ? "" : "s");
    return computed(found_at(text_value(at, text), "/history/metrics/#", at->item),
                    rtp_lit("how many values there are"));
}

static rtp_value power_step(const rtp_site *at)
{
    return computed(text_value(at, rtp_power_derive(at->from)->step), rtp_lit("what one value stands for"));
}

static rtp_value power_detectable(const rtp_site *at)
{
    return amount_value(at, rtp_power_derive(at->from)->detectable,
                        rtp_lit("the shift that four such trials of five would show"));
}

static rtp_value power_percent(const rtp_site *at)
{
    const rtp_power *power = rtp_power_derive(at->from);
    if (!(power->detectable > 0) || !(power->base > 0)) {
        return unknown_value(at);
    }
    return computed(rtp_value_decimal(at, 100 * power->detectable / power->base, 0),
                    rtp_lit("of the median it is held against"));
}

static rtp_value power_arm(const rtp_site *at)
{
    size_t arm = rtp_power_derive(at->from)->arm;
    return arm > 0 ? computed(whole_value(at, (int64_t)arm), rtp_lit("weeks on each side")) : unknown_value(at);
}

static rtp_value power_least(const rtp_site *at)
{
    return computed(whole_value(at, (int64_t)rtp_power_derive(at->from)->least),
                    rtp_lit("the fewest weeks that any test can work with"));
}

static rtp_value power_enough(const rtp_site *at)
{
    const rtp_power *power = rtp_power_derive(at->from);
    size_t sides = rtp_schedule_derive(at->from)->alternating ? 2 : 1;
    if (power->arm == 0) {
        return unknown_value(at);
    }
    return computed(flag_value(at, sides * power->arm >= power->least), rtp_lit("the weeks against the fewest"));
}

static rtp_value power_weeks(const rtp_site *at)
{
    const rtp_power *power = rtp_power_derive(at->from);
    return power->margin_weeks > 0 ? computed(whole_value(at, (int64_t)power->margin_weeks),
                                              rtp_lit("weeks until the interval fits into the margin"))
                                   : unknown_value(at);
}

static rtp_value power_decides(const rtp_site *at)
{
    const rtp_power *power = rtp_power_derive(at->from);
    size_t sides = rtp_schedule_derive(at->from)->alternating ? 2 : 1;
    if (!power->margin.known || power->n == 0 || power->arm == 0) {
        return unknown_value(at);
    }
    bool decides = power->margin_weeks > 0 && power->margin_weeks <= sides * power->arm;
    return computed(flag_value(at, decides), rtp_lit("the weeks needed against the weeks planned"));
}

static rtp_value margin_of(const rtp_site *at, rtp_value value)
{
    const rtp_power *power = rtp_power_derive(at->from);
    bool of_pilot = rtp_metric_summarise(at->from, at->item)->margin_of_pilot;
    if (power->margin_proposed) {
        return proposed(value, rtp_lit("a tenth of the median it is held against"));
    }
    return found_at(value, of_pilot ? "/pilot/margin" : "/history/metrics/#/margin", at->item);
}

static rtp_value trial_margin(const rtp_site *at)
{
    rtp_number margin = rtp_power_derive(at->from)->margin;
    return margin.known ? margin_of(at, rtp_value_number(at, margin.value)) : unknown_value(at);
}

static rtp_value trial_margin_text(const rtp_site *at)
{
    const rtp_metric *metric = at->object;
    rtp_number margin = rtp_power_derive(at->from)->margin;
    if (!margin.known) {
        return unknown_value(at);
    }
    rtp_amount amount = {margin.value, rtp_value_decimals(margin.value), metric->unit};
    return margin_of(at, text_value(at, rtp_margin_text(at->from->arena, amount, metric->better)));
}

static rtp_value trial_margin_amount(const rtp_site *at)
{
    const rtp_metric *metric = at->object;
    rtp_number margin = rtp_power_derive(at->from)->margin;
    if (!margin.known || !(margin.value > 0)) {
        return unknown_value(at);
    }
    rtp_amount amount = {margin.value, rtp_value_decimals(margin.value), metric->unit};
    return margin_of(at, text_value(at, rtp_amount_text(at->from->arena, amount)));
}

/* ---- a stop sign, where nobody named one: the worst that the other measure was so far ---- */

typedef struct stop_sign {
    const rtp_metric *metric; /* NULL: none can be proposed */
    size_t index;
    double limit;
} stop_sign;

enum { FEWEST_TO_LIMIT = 4 };

/* A number that got worse is no reader's unless it is told anyway. */
static bool is_for_readers(rtp_derive *from, size_t index)
{
    const rtp_metric_summary *summary = rtp_metric_summarise(from, index);
    return summary->direction != RTP_WORSE || rtp_metric_must_show(summary);
}

static stop_sign limit_of(rtp_derive *from, size_t index)
{
    if (!is_for_readers(from, index)) {
        return (stop_sign){NULL, 0, 0};
    }
    const rtp_metric *metric = rtp_item(&from->profile->history.metrics, rtp_metric, index);
    int mode = base_mode(rtp_metric_summarise(from, index));
    readings all = read_metric(from, metric);
    double sign = metric->better == RTP_BETTER_LOWER ? 1 : -1, worst = 0;
    size_t n = 0;
    for (size_t i = 0; i < all.len; i++) {
        double value = sign * all.items[i].value;
        bool counts = all.items[i].mode == mode;
        worst = counts && (n == 0 || value > worst) ? value : worst;
        n += counts;
    }
    bool enough = n >= FEWEST_TO_LIMIT && mode != RTP_MODE_UNKNOWN && metric->better != RTP_BETTER_UNKNOWN;
    return enough ? (stop_sign){metric, index, sign * worst} : (stop_sign){NULL, 0, 0};
}

/* The first of those that are watched anyway, else the first of the others. */
static stop_sign propose_stop(rtp_derive *from)
{
    const rtp_profile *profile = from->profile;
    ptrdiff_t primary = rtp_metric_primary(from);
    stop_sign sign = {NULL, 0, 0};
    if (profile->pilot.guardrails.len > 0 || primary < 0) {
        return sign;
    }
    for (size_t i = 0; i < profile->pilot.secondary.len && !sign.metric; i++) {
        ptrdiff_t found = rtp_metric_find(profile, profile->pilot.secondary.items[i]);
        sign = found >= 0 && found != primary ? limit_of(from, (size_t)found) : sign;
    }
    for (size_t i = 0; i < profile->history.metrics.len && !sign.metric; i++) {
        sign = (ptrdiff_t)i != primary ? limit_of(from, i) : sign;
    }
    return sign;
}

static const rtp_str worst_so_far = RTP_STR("the worst it was so far");

static rtp_value stop_text(const rtp_site *at)
{
    stop_sign sign = propose_stop(at->from);
    if (!sign.metric) {
        return unknown_value(at);
    }
    rtp_amount limit = {sign.limit, rtp_value_decimals(sign.limit), sign.metric->unit};
    rtp_str text = rtp_limit_text(at->from->arena, sign.metric->name, limit, sign.metric->better);
    return proposed(text_value(at, text), worst_so_far);
}

static rtp_value stop_metric(const rtp_site *at)
{
    stop_sign sign = propose_stop(at->from);
    return sign.metric ? proposed(text_value(at, sign.metric->name), worst_so_far) : unknown_value(at);
}

static rtp_value stop_limit(const rtp_site *at)
{
    stop_sign sign = propose_stop(at->from);
    return sign.metric ? proposed(rtp_value_number(at, sign.limit), worst_so_far) : unknown_value(at);
}

static rtp_value stop_source(const rtp_site *at)
{
    stop_sign sign = propose_stop(at->from);
    return sign.metric ? found_at(text_value(at, sign.metric->source), "/history/metrics/#/source", sign.index)
                       : unknown_value(at);
}

#define MAIN_MEASURE(function) COMPUTED(function), SUBJECT(PRIMARY)

static const rtp_row power_rows[] = {
    FACT("trial.margin_text", RTP_TEXT, "The margin in words, given or proposed.", MAIN_MEASURE(trial_margin_text)),
    FACT("trial.margin_amount", RTP_TEXT, "The margin as an amount.", MAIN_MEASURE(trial_margin_amount)),
    QUANTITY("trial.margin", "metric", "The margin, given or proposed.", MAIN_MEASURE(trial_margin)),
    FACT("trial.spread", RTP_TEXT, "How much the main measure varies from one value to the next.",
         MAIN_MEASURE(power_spread)),
    FACT("trial.step", RTP_TEXT, "What one value of the main measure stands for: month, quarter or reading.",
         MAIN_MEASURE(power_step)),
    FACT("trial.count", RTP_TEXT, "How many values that was found in, such as \"24 months\".",
         MAIN_MEASURE(power_count)),
    FACT("trial.weekly", RTP_TEXT, "How much it would vary from week to week.", MAIN_MEASURE(power_weekly)),
    FACT("trial.detectable", RTP_TEXT, "The smallest change that the trial would mostly show.",
         MAIN_MEASURE(power_detectable)),
    QUANTITY("trial.detectable_percent", "percent", "The same in per cent of the median so far.",
             MAIN_MEASURE(power_percent)),
    QUANTITY("trial.arm", "weeks", "How many weeks there are on each side.", COMPUTED(power_arm)),
    QUANTITY("trial.least_weeks", "weeks", "The fewest weeks of trial that any test can work with.",
             COMPUTED(power_least)),
    FACT("trial.enough", RTP_FLAG, "Whether there are enough weeks for any test.", COMPUTED(power_enough)),
    QUANTITY("trial.margin_weeks", "weeks", "How many weeks of trial the margin needs.", COMPUTED(power_weeks)),
    FACT("trial.decides", RTP_FLAG, "Whether the weeks planned are enough for the margin.", COMPUTED(power_decides)),
    FACT("trial.stop_sign", RTP_TEXT, "A limit to propose where none is named, such as \"Escaped defects above 5\".",
         COMPUTED(stop_text)),
    FACT("trial.stop_metric", RTP_TEXT, "The metric of the limit to propose.", COMPUTED(stop_metric)),
    QUANTITY("trial.stop_limit", "metric", "The limit to propose.", COMPUTED(stop_limit)),
    FACT("trial.stop_source", RTP_TEXT, "Where the values of that metric come from.", COMPUTED(stop_source)),
};

TOPIC(power, RTP_ONCE, power_rows);
