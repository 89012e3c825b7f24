/* Facts about what the comparison leaves out: the way of working that is neither the office nor the one
 * compared with it, and metrics without a source. The other side has seen those months too. */
#include "facts/summary.h"
#include "facts/value.h"
#include "facts/wording.h"

#include <math.h>

enum { FEWEST_TO_TELL = 4 };

static int other_mode(const rtp_site *at)
{
    int compared = rtp_metric_summarise(at->from, at->item)->compared;
    return compared == RTP_MODE_HYBRID ? RTP_MODE_REMOTE : RTP_MODE_HYBRID;
}

static const rtp_side_summary *other_side(const rtp_site *at)
{
    return &rtp_metric_summarise(at->from, at->item)->modes[other_mode(at)];
}

static rtp_value at_values(const rtp_site *at, rtp_value value)
{
    const rtp_metric *metric = at->object;
    return found_at(value, metric->values.len > 0 ? "/history/metrics/#/values" : "/history/metrics/#/samples",
                    at->item);
}

static rtp_value of_other(const rtp_site *at, rtp_value value, rtp_str formula)
{
    return other_side(at)->n > 0 ? computed(at_values(at, value), formula) : unknown_value(at);
}

static rtp_value other_label(const rtp_site *at)
{
    return of_other(at, text_value(at, rtp_word(&rtp_words_mode, other_mode(at))),
                    rtp_lit("the way of working that is not compared"));
}

static rtp_value other_n(const rtp_site *at)
{
    return of_other(at, whole_value(at, (int64_t)other_side(at)->n), rtp_lit("how many values there are"));
}

static rtp_value other_median(const rtp_site *at)
{
    int decimals = rtp_metric_summarise(at->from, at->item)->decimals;
    return of_other(at, rtp_value_decimal(at, other_side(at)->median, decimals), rtp_lit("median of the values"));
}

static rtp_value other_period(const rtp_site *at)
{
    return of_other(at, text_value(at, rtp_side_period(at->from, at->item, other_mode(at))),
                    rtp_lit("the months with a value, in one range or several"));
}

static rtp_value other_count_text(const rtp_site *at)
{
    return of_other(at, text_value(at, rtp_side_count_text(at->from, at->item, other_mode(at))),
                    rtp_lit("how many values there are, and how far apart"));
}

/* Worse than at the office, by more than the margin; unknown where too few values say so. */
static rtp_value other_worse(const rtp_site *at)
{
    const rtp_metric *metric = at->object;
    const rtp_metric_summary *summary = rtp_metric_summarise(at->from, at->item);
    const rtp_side_summary *base = &summary->modes[RTP_MODE_OFFICE], *side = other_side(at);
    if (base->n < FEWEST_TO_TELL || side->n < FEWEST_TO_TELL || metric->better == RTP_BETTER_UNKNOWN) {
        return unknown_value(at);
    }
    double change = rtp_value_round(side->median - base->median, summary->decimals);
    double loss = metric->better == RTP_BETTER_HIGHER ? -change : change;
    bool beyond = !summary->margin.known || fabs(change) > summary->margin.value;
    return computed(at_values(at, flag_value(at, loss > 0 && beyond)),
                    rtp_lit("its median against that at the office, and the margin"));
}

#define LEFT_OUT_ROWS(prefix, of, subject)                                                                             \
    FACT(prefix ".other.label", RTP_TEXT, "The way of working that is not compared for " of ".",                       \
         COMPUTED(other_label), SUBJECT(subject)),                                                                     \
        QUANTITY(prefix ".other.n", "", "How many values of " of " belong to it.", COMPUTED(other_n),                  \
                 SUBJECT(subject)),                                                                                    \
        QUANTITY(prefix ".other.median", "metric", "The median of those values of " of ".", COMPUTED(other_median),    \
                 SUBJECT(subject)),                                                                                    \
        FACT(prefix ".other.period", RTP_TEXT, "The time that those values of " of " cover.", COMPUTED(other_period),  \
             SUBJECT(subject)),                                                                                        \
        FACT(prefix ".other.count_text", RTP_TEXT, "How many of those values there are, such as \"6 months\".",        \
             COMPUTED(other_count_text), SUBJECT(subject)),                                                            \
        FACT(prefix ".other.worse", RTP_FLAG,                                                                          \
             "Whether those values of " of " are worse than at the office, by more than the margin.",                  \
             COMPUTED(other_worse), SUBJECT(subject))

static const rtp_row left_out_rows[] = {LEFT_OUT_ROWS("metric", "this metric", ITEM)};

TOPIC(left_out, RTP_METRICS, left_out_rows);

/* ---- sources ---- */

static bool has_values(rtp_derive *from, size_t metric)
{
    const rtp_metric_summary *summary = rtp_metric_summarise(from, metric);
    size_t count = 0;
    for (size_t mode = 0; mode < RTP_COUNT(summary->modes); mode++) {
        count += summary->modes[mode].n;
    }
    return count > 0;
}

static rtp_value metrics_all_sourced(const rtp_site *at)
{
    const rtp_objects *metrics = &at->from->profile->history.metrics;
    bool all = true;
    for (size_t i = 0; i < metrics->len && all; i++) {
        all = rtp_item(metrics, rtp_metric, i)->source.len > 0 || !has_values(at->from, i);
    }
    return metrics->len > 0 ? computed(flag_value(at, all), rtp_lit("whether each metric with values has a source"))
                            : unknown_value(at);
}

static const rtp_row left_out_once_rows[] = {
    LEFT_OUT_ROWS("lead", "the metric to lead with", LEAD),
    LEFT_OUT_ROWS("weak", "the metric that got worse and must be named", WEAK),
    FACT("metrics.all_sourced", RTP_FLAG, "Whether each metric with values says where they come from.",
         COMPUTED(metrics_all_sourced), FROM("/history/metrics")),
};

TOPIC(left_out_once, RTP_ONCE, left_out_once_rows);
