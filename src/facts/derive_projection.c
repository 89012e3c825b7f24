/* Facts for a projection: where a metric stands that a mitigation names as its measure. Without a
 * target, and a metric that is counted already, nothing is projected. */
#include "facts/roles.h"
#include "facts/summary.h"
#include "facts/value.h"
#include "facts/wording.h"

/* Whether the name, too, speaks of that measure, as "decision time" and "days to a decision" do of one. */
static bool is_of_measure(const rtp_role *role, const rtp_measure *measure, rtp_str name)
{
    rtp_measure other;
    return rtp_measure_find(role, name, &other) &&
           rtp_str_equal(measure->texts[RTP_MEASURE_NAME], other.texts[RTP_MEASURE_NAME]);
}

/* The metric that the measure names. */
static ptrdiff_t measured(rtp_derive *from, rtp_str measure)
{
    const rtp_objects *metrics = &from->profile->history.metrics;
    const rtp_role *role = rtp_role_of(from);
    rtp_measure known;
    bool is_known = rtp_measure_find(role, measure, &known);
    for (size_t i = 0; i < metrics->len; i++) {
        rtp_str name = rtp_item(metrics, rtp_metric, i)->name;
        if (rtp_text_has(measure, name) || rtp_text_has(name, measure) ||
            (is_known && is_of_measure(role, &known, name))) {
            return (ptrdiff_t)i;
        }
    }
    return RTP_NO_ITEM;
}

static const rtp_side_summary *latest_side(const rtp_metric_summary *summary)
{
    const rtp_side_summary *away = &summary->modes[summary->compared];
    return away->n > 0 ? away : &summary->modes[RTP_MODE_OFFICE];
}

typedef struct projection {
    const rtp_metric *metric; /* NULL: nothing to project from */
    size_t index;
    const rtp_metric_summary *summary;
    const rtp_side_summary *side;
} projection;

static projection project(const rtp_site *at)
{
    const rtp_mitigation *mitigation = at->object;
    ptrdiff_t found = mitigation->target.len > 0 && !rtp_concern_is_motive(mitigation->concern)
                          ? measured(at->from, mitigation->measure)
                          : RTP_NO_ITEM;
    if (found < 0) {
        return (projection){.metric = NULL};
    }
    const rtp_metric_summary *summary = rtp_metric_summarise(at->from, (size_t)found);
    const rtp_side_summary *side = latest_side(summary);
    const rtp_metric *metric = rtp_item(&at->from->profile->history.metrics, rtp_metric, found);
    return (projection){side->n > 0 ? metric : NULL, (size_t)found, summary, side};
}

static rtp_value projection_metric(const rtp_site *at)
{
    projection made = project(at);
    return made.metric ? found_at(text_value(at, made.metric->name), "/history/metrics/#/name", made.index)
                       : unknown_value(at);
}

static rtp_value projection_now(const rtp_site *at)
{
    projection made = project(at);
    if (!made.metric) {
        return unknown_value(at);
    }
    rtp_str text = rtp_amount_text(
        at->from->arena, (rtp_amount){made.side->median, rtp_value_decimals(made.side->median), made.metric->unit});
    return computed(found_at(text_value(at, text), "/history/metrics/#", made.index),
                    rtp_lit("median of the values away from the office, else of those at the office"));
}

static rtp_value projection_period(const rtp_site *at)
{
    projection made = project(at);
    if (!made.metric || made.side->first == RTP_DATE_UNKNOWN) {
        return unknown_value(at);
    }
    int mode = (int)(made.side - made.summary->modes);
    rtp_str text = rtp_side_period(at->from, made.index, mode);
    return computed(found_at(text_value(at, text), "/history/metrics/#/values", made.index),
                    rtp_lit("the months with a value, in one range or several"));
}

static const rtp_row projection_rows[] = {
    FACT("projection.metric", RTP_TEXT, "The metric that this mitigation aims at, when it has a target.",
         COMPUTED(projection_metric)),
    FACT("projection.now", RTP_TEXT, "Where that metric stands now, such as \"26 h\".", COMPUTED(projection_now)),
    FACT("projection.period", RTP_TEXT, "The time that this value covers.", COMPUTED(projection_period)),
};

TOPIC(projection, RTP_MITIGATIONS, projection_rows);
