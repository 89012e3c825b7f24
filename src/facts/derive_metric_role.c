/* Facts about a metric that only the kind of work can tell: whether it carries weight there, why it
 * may convince nobody alone, and whether one of quality is missing beside it. */
#include "facts/roles.h"
#include "facts/summary.h"
#include "facts/value.h"

#include <math.h>

static rtp_str name_of(const rtp_site *at)
{
    const rtp_metric *metric = at->object;
    return metric->name;
}

static rtp_value metric_trap(const rtp_site *at)
{
    rtp_trap trap;
    const rtp_role *role = rtp_metric_trap(at->from, name_of(at), &trap);
    if (!role) {
        return unknown_value(at);
    }
    rtp_value value = text_value(at, trap.texts[RTP_TRAP_WHY]);
    value.origin = (rtp_origin){.kind = RTP_FROM_PACK, .formula = role->id};
    return value;
}

static rtp_value metric_credible(const rtp_site *at)
{
    rtp_measure measure;
    rtp_trap trap;
    bool credible = rtp_measure_find(rtp_role_of(at->from), name_of(at), &measure);
    if (!credible && !rtp_metric_trap(at->from, name_of(at), &trap)) {
        return unknown_value(at);
    }
    return computed(flag_value(at, credible), rtp_lit("whether its name is that of a measure of this kind of work"));
}

static bool is_quality(const rtp_measure *measure)
{
    return rtp_str_equal(measure->texts[RTP_MEASURE_KIND], rtp_lit(RTP_MEASURE_QUALITY));
}

static bool has_quality(const rtp_site *at, const rtp_role *role)
{
    const rtp_objects *metrics = &at->from->profile->history.metrics;
    bool found = false;
    for (size_t i = 0; i < metrics->len && !found; i++) {
        rtp_measure measure;
        found = rtp_measure_find(role, rtp_item(metrics, rtp_metric, i)->name, &measure) && is_quality(&measure);
    }
    return found;
}

/* The measure that the metric is, when it is one that should have another beside it. */
static bool find_paired(const rtp_site *at, const rtp_role *role, rtp_measure *measure)
{
    return rtp_measure_find(role, name_of(at), measure) && measure->texts[RTP_MEASURE_PAIR].len > 0;
}

static rtp_value metric_pair_missing(const rtp_site *at)
{
    const rtp_role *role = rtp_role_of(at->from);
    rtp_measure measure;
    if (!find_paired(at, role, &measure)) {
        return unknown_value(at);
    }
    return computed(flag_value(at, !has_quality(at, role)), rtp_lit("whether no metric of quality stands beside it"));
}

static bool find_by_name(const rtp_role *role, rtp_str name, rtp_measure *measure)
{
    rtp_cursor cursor = rtp_role_measures(role);
    bool found = false;
    while (!found && rtp_measure_next(&cursor, measure)) {
        found = rtp_str_equal(measure->texts[RTP_MEASURE_NAME], name);
    }
    return found;
}

/* A text of the measure to show beside it; the row says which. */
static rtp_value metric_pair(const rtp_site *at)
{
    const rtp_role *role = rtp_role_of(at->from);
    rtp_measure measure, pair;
    if (!find_paired(at, role, &measure) || !find_by_name(role, measure.texts[RTP_MEASURE_PAIR], &pair)) {
        return unknown_value(at);
    }
    rtp_value value = text_value(at, pair.texts[at->row->side]);
    value.origin = (rtp_origin){.kind = RTP_FROM_PACK, .formula = role->id};
    return value;
}

static rtp_value metric_effect_small(const rtp_site *at)
{
    const rtp_metric_summary *summary = rtp_metric_summarise(at->from, at->item);
    if (!summary->comparable || !summary->margin.known) {
        return unknown_value(at);
    }
    return computed(flag_value(at, fabs(summary->shift) <= summary->margin.value),
                    rtp_lit("the Hodges-Lehmann shift is within the margin"));
}

#define NAME_FROM FROM("/history/metrics/#/name")

#define ROLE_ROWS(prefix, of, subject)                                                                                 \
    FACT(prefix ".trap", RTP_TEXT, "Why " of " convinces nobody on its own.", STEERING, COMPUTED(metric_trap),         \
         SUBJECT(subject)),                                                                                            \
        FACT(prefix ".credible", RTP_FLAG, "Whether " of " carries weight for this kind of work.", STEERING,           \
             COMPUTED(metric_credible), NAME_FROM, SUBJECT(subject)),                                                  \
        FACT(prefix ".pair", RTP_TEXT, "The measure of quality to show beside " of ".", COMPUTED(metric_pair),         \
             SUBJECT(subject), .side = RTP_MEASURE_NAME),                                                              \
        FACT(prefix ".pair_unit", RTP_TEXT, "The unit of the measure to show beside " of ".", COMPUTED(metric_pair),   \
             SUBJECT(subject), .side = RTP_MEASURE_UNIT),                                                              \
        FACT(prefix ".pair_better", RTP_TEXT, "Which way the measure to show beside " of " gets better.",              \
             COMPUTED(metric_pair), SUBJECT(subject), .side = RTP_MEASURE_BETTER),                                     \
        FACT(prefix ".pair_where", RTP_TEXT, "Where the measure to show beside " of " is found.",                      \
             COMPUTED(metric_pair), SUBJECT(subject), .side = RTP_MEASURE_WHERE),                                      \
        FACT(prefix ".pair_missing", RTP_FLAG, "Whether no metric of quality stands beside " of ".", STEERING,         \
             COMPUTED(metric_pair_missing), NAME_FROM, SUBJECT(subject)),                                              \
        FACT(prefix ".effect_small", RTP_FLAG, "Whether the change of " of " is within the margin.",                   \
             COMPUTED(metric_effect_small), NAME_FROM, SUBJECT(subject))

static const rtp_row metrics_role_rows[] = {ROLE_ROWS("metric", "this metric", ITEM)};

TOPIC(metrics_role, RTP_METRICS, metrics_role_rows);

static const rtp_row lead_role_rows[] = {
    ROLE_ROWS("lead", "the metric to lead with", LEAD),
    ROLE_ROWS("weak", "the metric that got worse and must be named", WEAK),
};

TOPIC(lead_role, RTP_ONCE, lead_role_rows);
