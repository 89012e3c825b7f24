/* Facts about each metric, and the same facts about the one to lead with and the one to name openly.
 * One list of rows serves all three: they differ in the metric that is read, not in what is read. */
#include "facts/summary.h"
#include "facts/value.h"
#include "facts/wording.h"

#include <string.h>

/* Which values of a metric a row is about: one way of working, or a side of the comparison. */
enum { SIDE_NONE, SIDE_OFFICE, SIDE_HYBRID, SIDE_REMOTE, SIDE_BASE, SIDE_COMPARED };

static const rtp_metric_summary *summary_at(const rtp_site *at)
{
    return rtp_metric_summarise(at->from, at->item);
}

/* ---- one side ---- */

static int mode_at(const rtp_site *at)
{
    const int modes[] = {
        [SIDE_NONE] = RTP_MODE_UNKNOWN,  [SIDE_OFFICE] = RTP_MODE_OFFICE, [SIDE_HYBRID] = RTP_MODE_HYBRID,
        [SIDE_REMOTE] = RTP_MODE_REMOTE, [SIDE_BASE] = RTP_MODE_OFFICE,   [SIDE_COMPARED] = summary_at(at)->compared,
    };
    return modes[at->row->side];
}

static const rtp_side_summary *side_at(const rtp_site *at)
{
    return &summary_at(at)->modes[mode_at(at)];
}

/* Where the values of the side stand. */
static rtp_value at_values(const rtp_site *at, rtp_value value)
{
    static const char *const samples[] = {
        [RTP_MODE_UNKNOWN] = "/history/metrics/#/samples",
        [RTP_MODE_OFFICE] = "/history/metrics/#/samples/office",
        [RTP_MODE_HYBRID] = "/history/metrics/#/samples/hybrid",
        [RTP_MODE_REMOTE] = "/history/metrics/#/samples/remote",
    };
    const rtp_metric *metric = at->object;
    bool months = metric->values.len > 0;
    return found_at(value, months ? "/history/metrics/#/values" : samples[mode_at(at)], at->item);
}

static bool has_values(const rtp_metric_summary *summary)
{
    size_t count = 0;
    for (size_t i = 0; i < RTP_COUNT(summary->modes); i++) {
        count += summary->modes[i].n;
    }
    return count > 0;
}

static rtp_value side_n(const rtp_site *at)
{
    const rtp_side_summary *side = side_at(at);
    if (!has_values(summary_at(at))) {
        return unknown_value(at);
    }
    rtp_value value = whole_value(at, (int64_t)side->n);
    return side->n > 0 ? computed(at_values(at, value), rtp_lit("how many values there are"))
                       : computed(value, rtp_lit("none given"));
}

static rtp_value side_number(const rtp_site *at, double number, rtp_str formula)
{
    if (side_at(at)->n == 0) {
        return unknown_value(at);
    }
    rtp_value value = rtp_value_decimal(at, number, summary_at(at)->decimals);
    return computed(at_values(at, value), formula);
}

static rtp_value side_median(const rtp_site *at)
{
    return side_number(at, side_at(at)->median, rtp_lit("median of the values"));
}

static rtp_value side_mean(const rtp_site *at)
{
    return side_number(at, side_at(at)->mean, rtp_lit("mean of the values"));
}

static rtp_value side_first(const rtp_site *at)
{
    return computed(at_values(at, month_value(at, side_at(at)->first)), rtp_lit("the first month with a value"));
}

static rtp_value side_last(const rtp_site *at)
{
    return computed(at_values(at, month_value(at, side_at(at)->last)), rtp_lit("the last month with a value"));
}

static rtp_value side_period(const rtp_site *at)
{
    rtp_str text = rtp_side_period(at->from, at->item, mode_at(at));
    return computed(at_values(at, text_value(at, text)), rtp_lit("the months with a value, in one range or several"));
}

static rtp_value side_count_text(const rtp_site *at)
{
    rtp_str text = rtp_side_count_text(at->from, at->item, mode_at(at));
    return computed(at_values(at, text_value(at, text)), rtp_lit("how many values there are, and how far apart"));
}

static rtp_value side_mode(const rtp_site *at)
{
    if (side_at(at)->n == 0) {
        return unknown_value(at);
    }
    return computed(at_values(at, text_value(at, rtp_word(&rtp_words_mode, mode_at(at)))),
                    rtp_lit("the way of working that these values come from"));
}

/* ---- what the profile makes of the metric ---- */

/* "Escaped defects, defects" says it twice. */
static rtp_value metric_unit_text(const rtp_site *at)
{
    const rtp_metric *metric = at->object;
    return rtp_text_has(metric->name, metric->unit) ? unknown_value(at) : text_value(at, metric->unit);
}

static rtp_value metric_margin(const rtp_site *at)
{
    const rtp_metric_summary *summary = summary_at(at);
    if (!summary->margin.known) {
        return unknown_value(at);
    }
    rtp_value value = rtp_value_number(at, summary->margin.value);
    return summary->margin_of_pilot ? found_at(value, "/pilot/margin", 0) : value;
}

static rtp_value metric_headline(const rtp_site *at)
{
    return computed(flag_value(at, summary_at(at)->headline), rtp_lit("the first metric marked as headline"));
}

static rtp_value metric_primary(const rtp_site *at)
{
    return computed(flag_value(at, summary_at(at)->primary), rtp_lit("whether it is the pilot's main measure"));
}

static rtp_value metric_guardrail(const rtp_site *at)
{
    return computed(flag_value(at, summary_at(at)->guardrail >= 0), rtp_lit("whether the pilot sets a limit for it"));
}

static rtp_value metric_guardrail_limit(const rtp_site *at)
{
    ptrdiff_t guardrail = summary_at(at)->guardrail;
    if (guardrail < 0) {
        return unknown_value(at);
    }
    const rtp_guardrail *given = rtp_item(&at->from->profile->pilot.guardrails, rtp_guardrail, guardrail);
    if (!given->limit.known) {
        return unknown_value(at);
    }
    return found_at(rtp_value_number(at, given->limit.value), "/pilot/guardrails/#/limit", (size_t)guardrail);
}

static rtp_value metric_must_show(const rtp_site *at)
{
    return computed(flag_value(at, rtp_metric_must_show(summary_at(at))),
                    rtp_lit("headline, main measure or limited by the pilot"));
}

/* What a value stands for, when it is the same on both sides. */
static rtp_str step_of(rtp_derive *from, size_t metric)
{
    const rtp_metric_summary *summary = rtp_metric_summarise(from, metric);
    const int modes[] = {RTP_MODE_OFFICE, summary->compared};
    rtp_str step = {NULL, 0};
    for (size_t i = 0; i < RTP_COUNT(modes); i++) {
        if (summary->modes[modes[i]].n == 0) {
            continue;
        }
        rtp_str side = rtp_side_step(from, metric, modes[i]);
        step = step.len == 0 || rtp_str_equal(step, side) ? side : rtp_lit("reading");
    }
    return step.len > 0 ? step : rtp_lit("reading");
}

static rtp_value metric_counted_by(const rtp_site *at)
{
    const rtp_metric *metric = at->object;
    if (metric->values.len == 0) {
        return unknown_value(at);
    }
    rtp_str step = step_of(at->from, at->item);
    return computed(at_values(at, text_value(at, step)), rtp_lit("how far apart the months with a value are"));
}

static bool speaks_to(const rtp_mitigation *mitigation, const void *about)
{
    const rtp_choices *concerns = about;
    bool found = false;
    for (size_t i = 0; i < concerns->len && !found; i++) {
        found = concerns->items[i] == mitigation->concern && !rtp_concern_is_motive(mitigation->concern);
    }
    return found;
}

/* The first of the person's mitigations that speaks to what the metric is about. */
static const rtp_mitigation *answer_of(const rtp_site *at, size_t *index)
{
    const rtp_metric *metric = at->object;
    ptrdiff_t found = rtp_mitigation_find(at->from->profile, speaks_to, &metric->about);
    if (found < 0) {
        return NULL;
    }
    *index = (size_t)found;
    return rtp_item(&at->from->profile->mitigations, rtp_mitigation, found);
}

static rtp_value metric_answer(const rtp_site *at)
{
    size_t index = 0;
    const rtp_mitigation *answer = answer_of(at, &index);
    return answer ? found_at(text_value(at, answer->action), "/mitigations/#/action", index) : unknown_value(at);
}

static rtp_value metric_answer_concern(const rtp_site *at)
{
    size_t index = 0;
    const rtp_mitigation *answer = answer_of(at, &index);
    return answer ? found_at(text_value(at, rtp_word(&rtp_words_concern, answer->concern)), "/mitigations/#/concern",
                             index)
                  : unknown_value(at);
}

static rtp_value metric_answer_place(const rtp_site *at)
{
    size_t index = 0;
    const rtp_mitigation *answer = answer_of(at, &index);
    return answer ? rtp_concern_place(at, answer->concern) : unknown_value(at);
}

/* ---- rows ---- */

#define OWN(read, member) MEMBER(read, rtp_metric, member, "/history/metrics/#/" #member)
#define METRIC_FROM       FROM("/history/metrics/#")

/* One way of working, or one side of the comparison. */
#define SIDE_ROWS(prefix, of, subject_, side_, values)                                                                 \
    QUANTITY(prefix ".n", "", "How many " values " " of " has.", COMPUTED(side_n), SUBJECT(subject_),                  \
             .side = (side_)),                                                                                         \
        QUANTITY(prefix ".median", "metric", "The median of the " values " of " of ".", COMPUTED(side_median),         \
                 SUBJECT(subject_), .side = (side_)),                                                                  \
        QUANTITY(prefix ".mean", "metric", "The mean of the " values " of " of ".", COMPUTED(side_mean),               \
                 SUBJECT(subject_), .side = (side_)),                                                                  \
        FACT(prefix ".first", RTP_MONTH, "The first month with " values " of " of ".", COMPUTED(side_first),           \
             SUBJECT(subject_), .side = (side_)),                                                                      \
        FACT(prefix ".last", RTP_MONTH, "The last month with " values " of " of ".", COMPUTED(side_last),              \
             SUBJECT(subject_), .side = (side_)),                                                                      \
        FACT(prefix ".period", RTP_TEXT, "The time that the " values " of " of " cover.", COMPUTED(side_period),       \
             SUBJECT(subject_), .side = (side_)),                                                                      \
        FACT(prefix ".count_text", RTP_TEXT, "How many " values " " of " has, such as \"12 months\".",                 \
             COMPUTED(side_count_text), SUBJECT(subject_), .side = (side_))

/* Every fact of a metric; `of` names the metric in the sentences. */
#define METRIC_ROWS(prefix, of, subject)                                                                               \
    FACT(prefix ".name", RTP_TEXT, "The name of " of ".", OWN(text, name), SUBJECT(subject)),                          \
        FACT(prefix ".unit", RTP_TEXT, "The unit of " of ".", OWN(text, unit), SUBJECT(subject)),                      \
        FACT(prefix ".unit_text", RTP_TEXT, "The unit of " of ", unless its name says it already.",                    \
             COMPUTED(metric_unit_text), FROM("/history/metrics/#/unit"), SUBJECT(subject)),                           \
        FACT(prefix ".source", RTP_TEXT, "Where the values of " of " come from.", OWN(text, source),                   \
             SUBJECT(subject)),                                                                                        \
        FACT(prefix ".note", RTP_TEXT, "What to know about " of ".", OWN(text, note), SUBJECT(subject)),               \
        FACT(prefix ".better", RTP_WORD, "Which way " of " gets better.", OWN(word, better), WORDS(better),            \
             SUBJECT(subject)),                                                                                        \
        FACT(prefix ".about", RTP_LIST, "The concerns that " of " speaks to.", OWN(choices, about), WORDS(concern),    \
             SUBJECT(subject)),                                                                                        \
        QUANTITY(prefix ".margin", "metric", "The largest change for the worse in " of " that nobody would mind.",     \
                 COMPUTED(metric_margin), FROM("/history/metrics/#/margin"), SUBJECT(subject)),                        \
        FACT(prefix ".headline", RTP_FLAG, "Whether " of " is the headline.", COMPUTED(metric_headline), METRIC_FROM,  \
             SUBJECT(subject)),                                                                                        \
        QUANTITY(prefix ".position", "", "The place of " of " in your list, from one.", COMPUTED(rtp_read_position),   \
                 METRIC_FROM, SUBJECT(subject)),                                                                       \
        SIDE_ROWS(prefix ".office", of, subject, SIDE_OFFICE, "office values"),                                        \
        SIDE_ROWS(prefix ".hybrid", of, subject, SIDE_HYBRID, "hybrid values"),                                        \
        SIDE_ROWS(prefix ".remote", of, subject, SIDE_REMOTE, "remote values"),                                        \
        FACT(prefix ".base.mode", RTP_WORD, "The way of working that " of " starts from.", COMPUTED(side_mode),        \
             WORDS(mode), SUBJECT(subject), .side = SIDE_BASE),                                                        \
        SIDE_ROWS(prefix ".base", of, subject, SIDE_BASE, "values compared with"),                                     \
        FACT(prefix ".compared.mode", RTP_WORD, "The way of working that is compared with the office for " of ".",     \
             COMPUTED(side_mode), WORDS(mode), SUBJECT(subject), .side = SIDE_COMPARED),                               \
        FACT(prefix ".compared.label", RTP_TEXT, "What to call the compared values of " of ".", COMPUTED(side_mode),   \
             SUBJECT(subject), .side = SIDE_COMPARED),                                                                 \
        SIDE_ROWS(prefix ".compared", of, subject, SIDE_COMPARED, "compared values"),                                  \
        FACT(prefix ".primary", RTP_FLAG, "Whether " of " is the pilot's main measure.", COMPUTED(metric_primary),     \
             METRIC_FROM, SUBJECT(subject)),                                                                           \
        FACT(prefix ".guardrail", RTP_FLAG, "Whether the pilot sets a limit for " of ".", COMPUTED(metric_guardrail),  \
             METRIC_FROM, SUBJECT(subject)),                                                                           \
        QUANTITY(prefix ".guardrail_limit", "metric", "The limit that the pilot sets for " of ".",                     \
                 COMPUTED(metric_guardrail_limit), SUBJECT(subject)),                                                  \
        FACT(prefix ".must_show", RTP_FLAG, "Whether " of " is shown even if it got worse.",                           \
             COMPUTED(metric_must_show), METRIC_FROM, SUBJECT(subject)),                                               \
        FACT(prefix ".counted_by", RTP_TEXT, "What one value of " of " stands for.", COMPUTED(metric_counted_by),      \
             SUBJECT(subject), .side = SIDE_COMPARED),                                                                 \
        FACT(prefix ".answer", RTP_TEXT, "What you will do about " of ", from your mitigations.",                      \
             COMPUTED(metric_answer), SUBJECT(subject)),                                                               \
        FACT(prefix ".answer_concern", RTP_WORD, "The concern that your answer for " of " belongs to.",                \
             COMPUTED(metric_answer_concern), WORDS(concern), SUBJECT(subject)),                                       \
        FACT(prefix ".answer_place", RTP_NUMBER,                                                                       \
             "The place of that concern among those that others may read, from one.", COMPUTED(metric_answer_place),   \
             SUBJECT(subject))

static const rtp_row metric_rows[] = {METRIC_ROWS("metric", "this metric", ITEM)};

TOPIC(metrics, RTP_METRICS, metric_rows);

/* ---- all metrics ---- */

static rtp_value count_claims(const rtp_site *at, rtp_claim first, rtp_claim last, rtp_str formula)
{
    size_t count = 0;
    for (size_t i = 0; i < at->from->profile->history.metrics.len; i++) {
        rtp_claim claim = rtp_metric_summarise(at->from, i)->claim;
        count += claim >= first && claim <= last ? 1 : 0;
    }
    return count > 0 ? computed(whole_value(at, (int64_t)count), formula) : rtp_value_count(at, 0);
}

static rtp_value metrics_comparable(const rtp_site *at)
{
    return count_claims(at, RTP_CLAIM_BETTER, RTP_CLAIM_WORSE, rtp_lit("how many have enough values on both sides"));
}

static rtp_value metrics_better(const rtp_site *at)
{
    return count_claims(at, RTP_CLAIM_BETTER, RTP_CLAIM_BETTER, rtp_lit("how many got better"));
}

static rtp_value metrics_worse(const rtp_site *at)
{
    return count_claims(at, RTP_CLAIM_WORSE, RTP_CLAIM_WORSE, rtp_lit("how many got worse"));
}

static bool has_text(const rtp_str *texts, size_t len, rtp_str text)
{
    bool found = false;
    for (size_t i = 0; i < len && !found; i++) {
        found = rtp_str_equal(texts[i], text);
    }
    return found;
}

/* "GitHub" of "GitHub, median a month": who holds the numbers, without how they were counted. */
static rtp_str holder_of(rtp_str source)
{
    const char *comma = source.len > 0 ? memchr(source.ptr, ',', source.len) : NULL;
    return rtp_str_trim((rtp_str){source.ptr, comma ? (size_t)(comma - source.ptr) : source.len});
}

static rtp_value metrics_sources(const rtp_site *at)
{
    const rtp_objects *metrics = &at->from->profile->history.metrics;
    rtp_str *sources = RTP_NEW_ARRAY(at->from->arena, rtp_str, metrics->len);
    size_t len = 0;
    for (size_t i = 0; i < metrics->len; i++) {
        rtp_str source = holder_of(rtp_item(metrics, rtp_metric, i)->source);
        if (source.len > 0 && !has_text(sources, len, source)) {
            sources[len++] = source;
        }
    }
    return computed(list_value(at, (rtp_texts){sources, len}), rtp_lit("each source once, up to its first comma"));
}

static rtp_value metrics_has_monthly(const rtp_site *at)
{
    const rtp_objects *metrics = &at->from->profile->history.metrics;
    bool monthly = false;
    for (size_t i = 0; i < metrics->len && !monthly; i++) {
        bool comparable = rtp_metric_summarise(at->from, i)->claim <= RTP_CLAIM_WORSE;
        monthly = comparable && rtp_str_equal(step_of(at->from, i), rtp_lit("month"));
    }
    rtp_value value = flag_value(at, monthly);
    value.origin.pointer = metrics->len > 0 ? at->row->pointer : NULL;
    return computed(value, rtp_lit("whether a metric that can be compared has values by month"));
}

#define ALL_METRICS FROM("/history/metrics")

static const rtp_row metrics_once_rows[] = {
    QUANTITY("metrics.count", "metrics", "How many metrics you gave.",
             MEMBER(size, rtp_profile, history.metrics, "/history/metrics")),
    QUANTITY("metrics.comparable", "metrics", "How many metrics can be compared.", COMPUTED(metrics_comparable),
             ALL_METRICS),
    QUANTITY("metrics.better_count", "metrics", "How many metrics got better.", COMPUTED(metrics_better), ALL_METRICS),
    QUANTITY("metrics.worse_count", "metrics", "How many metrics got worse.", COMPUTED(metrics_worse), ALL_METRICS),
    FACT("metrics.source_list", RTP_LIST, "Where your metrics come from.", COMPUTED(metrics_sources), ALL_METRICS),
    FACT("metrics.has_monthly", RTP_FLAG, "Whether a metric that can be compared has values by month.",
         COMPUTED(metrics_has_monthly), ALL_METRICS),
    METRIC_ROWS("lead", "the metric to lead with", LEAD),
    METRIC_ROWS("weak", "the metric that got worse and must be named", WEAK),
};

TOPIC(metrics_once, RTP_ONCE, metrics_once_rows);
