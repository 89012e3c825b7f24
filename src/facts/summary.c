/* Summarises each metric once: values sorted into ways of working, in order of time, then compared.
 * What the comparison allows to be claimed is decided in claim.c. */
#include "facts/claim.h"
#include "facts/roles.h"
#include "facts/value.h"

/* ---- values by way of working ---- */

typedef struct sorter {
    double *values;
    rtp_month *months;
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

/* In order of time: a profile may list its months as it likes. */
static void put_month(sorter *bucket, const rtp_month_value *given)
{
    size_t at = bucket->side->n++;
    for (; at > 0 && bucket->months[at - 1] > given->month; at--) {
        bucket->months[at] = bucket->months[at - 1];
        bucket->values[at] = bucket->values[at - 1];
    }
    bucket->months[at] = given->month;
    bucket->values[at] = given->value;
}

static double mean_of(const double *values, size_t n)
{
    double mean = 0;
    for (size_t i = 0; i < n; i++) {
        mean += values[i] / (double)n;
    }
    return mean;
}

static void close_bucket(const sorter *bucket, bool has_months)
{
    rtp_side_summary *side = bucket->side;
    side->values = bucket->values;
    side->low = side->high = side->n > 0 ? bucket->values[0] : 0;
    for (size_t i = 1; i < side->n; i++) {
        double value = bucket->values[i];
        side->low = value < side->low ? value : side->low;
        side->high = value > side->high ? value : side->high;
    }
    if (has_months && side->n > 0) {
        side->months = bucket->months;
        side->first = bucket->months[0];
        side->last = bucket->months[side->n - 1];
    }
}

static void raise_decimals(int *most, double value)
{
    int decimals = rtp_value_decimals(value);
    *most = decimals > *most ? decimals : *most;
}

static void fill_from_months(const rtp_derive *from, const rtp_metric *metric, sorter *buckets, int *decimals)
{
    rtp_month last = from->today == RTP_DATE_UNKNOWN ? INT32_MAX : rtp_date_month(from->today);
    for (size_t i = 0; i < metric->values.len; i++) {
        const rtp_month_value *given = &metric->values.items[i];
        if (given->month > last) {
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
            sorter *bucket = &buckets[mode + 1];
            bucket->values[bucket->side->n++] = sample->items[i];
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
    size_t count = value_count(metric), months = metric->values.len;
    sorter buckets[RTP_MODE_COUNT + 1];
    for (size_t i = 0; i < RTP_COUNT(buckets); i++) {
        summary->modes[i] = (rtp_side_summary){.first = RTP_DATE_UNKNOWN, .last = RTP_DATE_UNKNOWN};
        buckets[i] = (sorter){RTP_NEW_ARRAY(from->arena, double, count), RTP_NEW_ARRAY(from->arena, rtp_month, months),
                              &summary->modes[i]};
    }
    fill_from_months(from, metric, buckets, &summary->decimals);
    fill_from_samples(metric, buckets, &summary->decimals);
    summary->decimals += summary->decimals == 0; /* the middle of two whole numbers may lie between them */
    for (size_t i = 0; i < RTP_COUNT(buckets); i++) {
        close_bucket(&buckets[i], months > 0);
    }
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

/* The comparison has found the medians of its two sides already. */
static void tell_middles(rtp_derive *from, rtp_metric_summary *summary)
{
    for (int mode = 0; mode <= RTP_MODE_COUNT; mode++) {
        rtp_side_summary *side = &summary->modes[mode];
        bool found = summary->comparable && (mode == RTP_MODE_OFFICE || mode == summary->compared);
        double median = 0;
        if (found) {
            median = summary->found.median[mode != RTP_MODE_OFFICE];
        } else if (side->n > 0) {
            median = rtp_stats_median(&(rtp_series){.values = side->values, .len = side->n}, from->arena);
        }
        side->median = rtp_value_round(median, summary->decimals);
        side->mean = rtp_value_round(mean_of(side->values, side->n), summary->decimals);
    }
    summary->change = rtp_value_round(summary->modes[summary->compared].median - summary->modes[RTP_MODE_OFFICE].median,
                                      summary->decimals);
}

static void summarise_all(rtp_derive *from)
{
    const rtp_objects *metrics = &from->profile->history.metrics;
    rtp_metric_summary *summaries = RTP_NEW_ARRAY(from->arena, rtp_metric_summary, metrics->len);
    for (size_t i = 0; i < metrics->len; i++) {
        const rtp_metric *given = rtp_item(metrics, rtp_metric, i);
        place_metric(from, i, &summaries[i]);
        summarise_modes(from, given, &summaries[i]);
        rtp_claim_make(from, given, &summaries[i]);
        tell_middles(from, &summaries[i]);
    }
    from->metrics = summaries;
    ptrdiff_t primary = rtp_metric_primary(from);
    if (primary >= 0) {
        summaries[primary].primary = true;
    }
}

const rtp_metric_summary *rtp_metric_summarise(rtp_derive *from, size_t metric)
{
    if (!from->metrics) {
        summarise_all(from);
    }
    return &from->metrics[metric];
}

struct rtp_metric_parts { /* what was looked at more closely, by metric */
    unsigned parts;
    rtp_comparison found;
};

const rtp_comparison *rtp_metric_found(rtp_derive *from, size_t metric, unsigned parts)
{
    const rtp_objects *metrics = &from->profile->history.metrics;
    const rtp_metric_summary *summary = rtp_metric_summarise(from, metric);
    if (!summary->comparable) {
        return NULL;
    }
    if (!from->parts) {
        from->parts = RTP_NEW_ARRAY(from->arena, rtp_metric_parts, metrics->len);
    }
    rtp_metric_parts *known = &from->parts[metric];
    unsigned missing = parts & ~known->parts;
    if (missing != 0) {
        known->found = known->parts == 0 ? summary->found : known->found;
        known->parts |= missing;
        rtp_claim_add_parts(rtp_item(metrics, rtp_metric, metric), summary, missing, from->arena, &known->found);
    }
    return &known->found;
}

unsigned rtp_metric_cautions(rtp_derive *from, size_t metric, unsigned asked)
{
    const rtp_metric_summary *summary = rtp_metric_summarise(from, metric);
    bool along_time = (asked & (unsigned)RTP_CAUTION_TIME) != 0;
    const rtp_comparison *found = along_time ? rtp_metric_found(from, metric, RTP_STATS_TIME) : &summary->found;
    return summary->comparable ? asked & rtp_claim_cautions(summary, found) : 0;
}

bool rtp_metric_must_show(const rtp_metric_summary *metric)
{
    return metric->headline || metric->primary || metric->guardrail != RTP_NO_ITEM;
}

static bool speaks_against(const rtp_metric_summary *metric)
{
    bool open = metric->claim == RTP_CLAIM_INCONCLUSIVE;
    return metric->claim == RTP_CLAIM_WORSE || (open && metric->direction == RTP_WORSE);
}

bool rtp_metric_is_shown(const rtp_metric_summary *metric)
{
    return metric->claim <= RTP_CLAIM_WORSE && (!speaks_against(metric) || rtp_metric_must_show(metric));
}

typedef bool (*metric_test)(rtp_derive *from, size_t metric);

static bool is_sound(rtp_derive *from, size_t metric)
{
    rtp_trap trap;
    return !rtp_metric_trap(from, rtp_item(&from->profile->history.metrics, rtp_metric, metric)->name, &trap);
}

static bool must_be_shown(rtp_derive *from, size_t metric)
{
    return rtp_metric_must_show(rtp_metric_summarise(from, metric));
}

static bool is_any(rtp_derive *from, size_t metric)
{
    (void)from;
    (void)metric;
    return true;
}

static bool leans_well(rtp_derive *from, size_t metric)
{
    return rtp_metric_summarise(from, metric)->direction != RTP_WORSE && is_sound(from, metric);
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

/* The one marked; else one that convinces by itself, before one that only looks better; last one that the figures
 * leave open: it must be shown anyway, or at least does not speak against the case. */
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
        {RTP_CLAIM_BETTER, is_sound}, {RTP_CLAIM_NO_WORSE, is_sound},          {RTP_CLAIM_BETTER, is_any},
        {RTP_CLAIM_NO_WORSE, is_any}, {RTP_CLAIM_INCONCLUSIVE, must_be_shown}, {RTP_CLAIM_INCONCLUSIVE, leans_well},
    };
    ptrdiff_t lead = RTP_NO_ITEM;
    for (size_t i = 0; i < RTP_COUNT(choices) && lead < 0; i++) {
        lead = first_with_claim(from, choices[i].claim, choices[i].test);
    }
    return lead;
}

ptrdiff_t rtp_metric_weak(rtp_derive *from)
{
    return first_with_claim(from, RTP_CLAIM_WORSE, must_be_shown);
}

/* Enough values away from the office to start from, and nothing that speaks against it. */
static bool is_measure(rtp_derive *from, size_t metric)
{
    const rtp_metric_summary *summary = rtp_metric_summarise(from, metric);
    bool counted = summary->modes[summary->compared].n >= RTP_STATS_LEAST_VALUES;
    bool turned = rtp_item(&from->profile->history.metrics, rtp_metric, metric)->better != RTP_BETTER_UNKNOWN;
    return counted && turned && !speaks_against(summary) && is_sound(from, metric);
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
