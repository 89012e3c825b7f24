/* Summarises each metric once: values sorted into ways of working, medians, change and claim.
 * Medians are compared as they are printed, so a reader who recomputes finds the same. */
#include "facts/summary.h"
#include "facts/roles.h"
#include "facts/value.h"

#include <math.h>
#include <stdlib.h>

enum { FEWEST_TO_TELL = 4 }; /* values on a side; below that it is an anecdote */

/* ---- values by way of working ---- */

typedef struct sorter {
    double *values;
    rtp_side_summary *side;
} sorter;

int rtp_month_mode(const rtp_profile *profile, rtp_month month)
{
    const rtp_objects *periods = &profile->history.modes;
    for (size_t i = 0; i < periods->len; i++) {
        const rtp_period *period = rtp_item(periods, rtp_period, i);
        if (month >= period->from && (period->to == RTP_DATE_UNKNOWN || month <= period->to)) {
            return period->mode;
        }
    }
    return RTP_MODE_UNKNOWN;
}

static void put_value(sorter *bucket, double value)
{
    bucket->values[bucket->side->n++] = value;
}

static void put_month(sorter *bucket, const rtp_month_value *given)
{
    rtp_side_summary *side = bucket->side;
    side->first = side->n == 0 || given->month < side->first ? given->month : side->first;
    side->last = side->n == 0 || given->month > side->last ? given->month : side->last;
    put_value(bucket, given->value);
}

static int compare_numbers(const void *left, const void *right)
{
    const double a = *(const double *)left;
    const double b = *(const double *)right;
    return (a > b) - (a < b);
}

/* Halved before they are added, so that no sum can overflow. */
static double median_of(const double *sorted, size_t n)
{
    return sorted[(n - 1) / 2] / 2 + sorted[n / 2] / 2;
}

static double mean_of(const double *values, size_t n)
{
    double mean = 0;
    for (size_t i = 0; i < n; i++) {
        mean += values[i] / (double)n;
    }
    return mean;
}

static void close_bucket(sorter *bucket, int decimals)
{
    rtp_side_summary *side = bucket->side;
    if (side->n == 0) {
        return;
    }
    qsort(bucket->values, side->n, sizeof *bucket->values, compare_numbers);
    side->median = rtp_value_round(median_of(bucket->values, side->n), decimals);
    side->mean = rtp_value_round(mean_of(bucket->values, side->n), decimals);
}

static void raise_decimals(int *most, double value)
{
    int decimals = rtp_value_decimals(value);
    *most = decimals > *most ? decimals : *most;
}

static void fill_from_months(const rtp_derive *from, const rtp_metric *metric, sorter *buckets, int *decimals)
{
    for (size_t i = 0; i < metric->values.len; i++) {
        const rtp_month_value *given = &metric->values.items[i];
        if (from->today != RTP_DATE_UNKNOWN && given->month > rtp_date_month(from->today)) {
            continue; /* nothing has been counted yet */
        }
        put_month(&buckets[rtp_month_mode(from->profile, given->month)], given);
        raise_decimals(decimals, given->value);
    }
}

static void fill_from_samples(const rtp_metric *metric, sorter *buckets, int *decimals)
{
    for (size_t mode = 0; mode < RTP_MODE_COUNT; mode++) {
        const rtp_sample *sample = &metric->samples.mode[mode];
        for (size_t i = 0; i < sample->len; i++) {
            put_value(&buckets[mode + 1], sample->items[i]);
            raise_decimals(decimals, sample->items[i]);
        }
    }
}

static size_t value_count(const rtp_metric *metric)
{
    size_t count = metric->values.len;
    for (size_t mode = 0; mode < RTP_MODE_COUNT; mode++) {
        count += metric->samples.mode[mode].len;
    }
    return count;
}

static void summarise_modes(const rtp_derive *from, const rtp_metric *metric, rtp_metric_summary *summary)
{
    size_t count = value_count(metric);
    sorter buckets[RTP_MODE_COUNT + 1];
    for (size_t i = 0; i < RTP_COUNT(buckets); i++) {
        summary->modes[i] = (rtp_side_summary){.first = RTP_DATE_UNKNOWN, .last = RTP_DATE_UNKNOWN};
        buckets[i] = (sorter){RTP_NEW_ARRAY(from->arena, double, count), &summary->modes[i]};
    }
    fill_from_months(from, metric, buckets, &summary->decimals);
    fill_from_samples(metric, buckets, &summary->decimals);
    summary->decimals += summary->decimals == 0; /* the middle of two whole numbers may lie between them */
    for (size_t i = 0; i < RTP_COUNT(buckets); i++) {
        close_bucket(&buckets[i], summary->decimals);
    }
}

/* ---- the comparison ---- */

static int compared_mode(const rtp_derive *from, const rtp_metric_summary *summary)
{
    bool remote_ask = from->ladder.steps[0].rung.office_days.value == 0;
    int wanted = remote_ask ? RTP_MODE_REMOTE : RTP_MODE_HYBRID;
    int other = remote_ask ? RTP_MODE_HYBRID : RTP_MODE_REMOTE;
    return summary->modes[wanted].n == 0 && summary->modes[other].n > 0 ? other : wanted;
}

static int direction_of(const rtp_metric_summary *summary, int better)
{
    if (!summary->comparable || better == RTP_BETTER_UNKNOWN) {
        return 0;
    }
    double gain = better == RTP_BETTER_HIGHER ? summary->change : -summary->change;
    return gain > 0 ? RTP_IMPROVED : gain < 0 ? RTP_WORSE : RTP_UNCHANGED;
}

static rtp_claim claim_of(const rtp_metric_summary *summary)
{
    static const rtp_claim by_direction[] = {
        [0] = RTP_CLAIM_NOT_TESTABLE,
        [RTP_IMPROVED] = RTP_CLAIM_BETTER,
        [RTP_UNCHANGED] = RTP_CLAIM_NO_WORSE,
        [RTP_WORSE] = RTP_CLAIM_WORSE,
    };
    if (!summary->comparable || summary->direction == 0) {
        return RTP_CLAIM_NOT_TESTABLE;
    }
    if (summary->modes[RTP_MODE_OFFICE].n < FEWEST_TO_TELL || summary->modes[summary->compared].n < FEWEST_TO_TELL) {
        return RTP_CLAIM_ANECDOTAL;
    }
    if (summary->margin.known && fabs(summary->change) <= summary->margin.value) {
        return RTP_CLAIM_NO_WORSE;
    }
    return by_direction[summary->direction];
}

static void compare_sides(const rtp_derive *from, const rtp_metric *metric, rtp_metric_summary *summary)
{
    summary->compared = compared_mode(from, summary);
    const rtp_side_summary *base = &summary->modes[RTP_MODE_OFFICE];
    const rtp_side_summary *side = &summary->modes[summary->compared];
    summary->comparable = base->n > 0 && side->n > 0;
    if (summary->comparable) {
        summary->change = rtp_value_round(side->median - base->median, summary->decimals);
    }
    summary->direction = direction_of(summary, metric->better);
    summary->claim = claim_of(summary);
}

/* ---- what the profile makes of the metric ---- */

ptrdiff_t rtp_metric_find(const rtp_profile *profile, rtp_str name)
{
    const rtp_objects *metrics = &profile->history.metrics;
    for (size_t i = 0; i < metrics->len && name.len > 0; i++) {
        if (rtp_str_equal(rtp_item(metrics, rtp_metric, i)->name, name)) {
            return (ptrdiff_t)i;
        }
    }
    return RTP_NO_ITEM;
}

ptrdiff_t rtp_metric_headline(const rtp_profile *profile)
{
    const rtp_objects *metrics = &profile->history.metrics;
    for (size_t i = 0; i < metrics->len; i++) {
        if (rtp_item(metrics, rtp_metric, i)->headline == RTP_FLAG_YES) {
            return (ptrdiff_t)i;
        }
    }
    return RTP_NO_ITEM;
}

static ptrdiff_t chosen_primary(const rtp_profile *profile)
{
    rtp_str named = profile->pilot.primary;
    return named.len > 0 ? rtp_metric_find(profile, named) : rtp_metric_headline(profile);
}

static ptrdiff_t find_guardrail(const rtp_profile *profile, rtp_str metric)
{
    const rtp_objects *guardrails = &profile->pilot.guardrails;
    for (size_t i = 0; i < guardrails->len; i++) {
        if (rtp_str_equal(rtp_item(guardrails, rtp_guardrail, i)->metric, metric)) {
            return (ptrdiff_t)i;
        }
    }
    return RTP_NO_ITEM;
}

static void place_metric(rtp_derive *from, size_t index, rtp_metric_summary *summary)
{
    const rtp_profile *profile = from->profile;
    const rtp_metric *metric = rtp_item(&profile->history.metrics, rtp_metric, index);
    summary->headline = rtp_metric_headline(profile) == (ptrdiff_t)index;
    summary->primary = chosen_primary(profile) == (ptrdiff_t)index;
    summary->guardrail = find_guardrail(profile, metric->name);
    summary->margin_of_pilot = summary->primary && profile->pilot.margin.known;
    summary->margin = summary->margin_of_pilot ? profile->pilot.margin : metric->margin;
}

const rtp_metric_summary *rtp_metric_summarise(rtp_derive *from, size_t metric)
{
    const rtp_objects *metrics = &from->profile->history.metrics;
    if (!from->metrics) {
        rtp_metric_summary *summaries = RTP_NEW_ARRAY(from->arena, rtp_metric_summary, metrics->len);
        for (size_t i = 0; i < metrics->len; i++) {
            const rtp_metric *given = rtp_item(metrics, rtp_metric, i);
            place_metric(from, i, &summaries[i]);
            summarise_modes(from, given, &summaries[i]);
            compare_sides(from, given, &summaries[i]);
        }
        from->metrics = summaries;
        ptrdiff_t primary = rtp_metric_primary(from);
        if (primary >= 0) {
            summaries[primary].primary = true;
        }
    }
    return &from->metrics[metric];
}

bool rtp_metric_must_show(const rtp_metric_summary *metric)
{
    return metric->headline || metric->primary || metric->guardrail != RTP_NO_ITEM;
}

typedef bool (*metric_test)(rtp_derive *from, size_t metric);

static bool is_sound(rtp_derive *from, size_t metric)
{
    rtp_trap trap;
    return !rtp_metric_trap(from, rtp_item(&from->profile->history.metrics, rtp_metric, metric)->name, &trap);
}

static bool is_shown(rtp_derive *from, size_t metric)
{
    return rtp_metric_must_show(rtp_metric_summarise(from, metric));
}

static bool is_any(rtp_derive *from, size_t metric)
{
    (void)from;
    (void)metric;
    return true;
}

static ptrdiff_t first_with_claim(rtp_derive *from, rtp_claim claim, metric_test test)
{
    for (size_t i = 0; i < from->profile->history.metrics.len; i++) {
        if (rtp_metric_summarise(from, i)->claim == claim && test(from, i)) {
            return (ptrdiff_t)i;
        }
    }
    return RTP_NO_ITEM;
}

/* The one marked; else one that convinces by itself, before one that only looks better. */
ptrdiff_t rtp_metric_lead(rtp_derive *from)
{
    ptrdiff_t headline = rtp_metric_headline(from->profile);
    if (headline >= 0 && rtp_metric_summarise(from, (size_t)headline)->claim <= RTP_CLAIM_NO_WORSE) {
        return headline;
    }
    static const struct {
        rtp_claim claim;
        metric_test test;
    } choices[] = {
        {RTP_CLAIM_BETTER, is_sound},
        {RTP_CLAIM_NO_WORSE, is_sound},
        {RTP_CLAIM_BETTER, is_any},
        {RTP_CLAIM_NO_WORSE, is_any},
    };
    ptrdiff_t lead = RTP_NO_ITEM;
    for (size_t i = 0; i < RTP_COUNT(choices) && lead < 0; i++) {
        lead = first_with_claim(from, choices[i].claim, choices[i].test);
    }
    return lead;
}

ptrdiff_t rtp_metric_weak(rtp_derive *from)
{
    return first_with_claim(from, RTP_CLAIM_WORSE, is_shown);
}

/* Enough values away from the office to start from, and nothing that speaks against it. */
static bool is_measure(rtp_derive *from, size_t metric)
{
    const rtp_metric_summary *summary = rtp_metric_summarise(from, metric);
    bool counted = summary->modes[summary->compared].n >= FEWEST_TO_TELL;
    bool turned = rtp_item(&from->profile->history.metrics, rtp_metric, metric)->better != RTP_BETTER_UNKNOWN;
    return counted && turned && summary->claim != RTP_CLAIM_WORSE && is_sound(from, metric);
}

/* Where nobody chose: the one that leads, else the first of the person's own that can be measured on. */
static ptrdiff_t own_measure(rtp_derive *from)
{
    size_t count = from->profile->history.metrics.len, i = 0;
    ptrdiff_t lead = rtp_metric_lead(from);
    if (lead >= 0 && is_measure(from, (size_t)lead)) {
        return lead;
    }
    while (i < count && !is_measure(from, i)) {
        i++;
    }
    return i < count ? (ptrdiff_t)i : RTP_NO_ITEM;
}

ptrdiff_t rtp_metric_primary(rtp_derive *from)
{
    ptrdiff_t chosen = chosen_primary(from->profile);
    return chosen >= 0 || from->profile->pilot.primary.len > 0 ? chosen : own_measure(from);
}
