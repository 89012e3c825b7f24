/* Facts about what may be claimed of each metric: the change with its interval, the claim, and what a
 * sceptic would ask. The same rows serve the metric to lead with and the one to name openly. */
#include "facts/claim.h"
#include "facts/summary.h"
#include "facts/value.h"
#include "facts/wording.h"

#include <math.h>

enum { HUNDRED = 100, TEN = 10 };

#define CHOICES(name, ...)                                                                                             \
    static const rtp_str name##_items[] = {__VA_ARGS__};                                                               \
    static const rtp_texts rtp_words_##name = {name##_items, RTP_COUNT(name##_items)}

CHOICES(direction, RTP_STR("improved"), RTP_STR("unchanged"), RTP_STR("worse"));
CHOICES(claim, RTP_STR("better"), RTP_STR("no_worse"), RTP_STR("inconclusive"), RTP_STR("worse"), RTP_STR("anecdotal"),
        RTP_STR("not_testable"));

static const rtp_metric_summary *summary_at(const rtp_site *at)
{
    return rtp_metric_summarise(at->from, at->item);
}

static rtp_amount amount_at(const rtp_site *at, double number)
{
    const rtp_metric *metric = at->object;
    return (rtp_amount){number, rtp_value_decimals(number), metric->unit};
}

/* What is computed from the values of both sides. */
static rtp_value at_both(const rtp_site *at, rtp_value value, rtp_str formula)
{
    const rtp_metric *metric = at->object;
    const char *pointer = metric->values.len > 0 ? "/history/metrics/#/values" : "/history/metrics/#/samples";
    return value.known ? computed(found_at(value, pointer, at->item), formula) : value;
}

/* A number of the comparison: unknown unless both sides have values. */
static rtp_value number_at(const rtp_site *at, double number, rtp_str formula)
{
    const rtp_metric_summary *summary = summary_at(at);
    return summary->comparable ? at_both(at, rtp_value_decimal(at, number, summary->decimals), formula)
                               : unknown_value(at);
}

static rtp_value words_at(const rtp_site *at, bool known, rtp_str text, rtp_str formula)
{
    return known ? at_both(at, text_value(at, text), formula) : unknown_value(at);
}

/* ---- the medians ---- */

static rtp_value metric_change(const rtp_site *at)
{
    return number_at(at, summary_at(at)->change, rtp_lit("median compared less median at the office"));
}

static rtp_value metric_change_abs(const rtp_site *at)
{
    return number_at(at, fabs(summary_at(at)->change), rtp_lit("size of the difference between the medians"));
}

static rtp_value percent_value(const rtp_site *at, double percent)
{
    return rtp_value_decimal(at, percent, fabs(percent) < TEN ? 1 : 0);
}

static rtp_value metric_change_percent(const rtp_site *at)
{
    const rtp_metric_summary *summary = summary_at(at);
    double base = summary->modes[RTP_MODE_OFFICE].median;
    if (!summary->comparable || !(base > 0)) {
        return unknown_value(at);
    }
    return at_both(at, percent_value(at, fabs(summary->change) / base * HUNDRED),
                   rtp_lit("size of the change in percent of the median at the office"));
}

static rtp_value metric_change_text(const rtp_site *at)
{
    const rtp_metric_summary *summary = summary_at(at);
    return words_at(at, summary->comparable, rtp_change_text(at->from->arena, amount_at(at, summary->change)),
                    rtp_lit("difference between the medians, in words"));
}

/* ---- the shift ---- */

#define SHIFT_FORMULA                                                                                                  \
    "Hodges-Lehmann shift: the median of all differences between a value compared and a value at the office"
#define INTERVAL_FORMULA "95 % interval of the Hodges-Lehmann shift, free of any assumed distribution"

static rtp_value metric_shift(const rtp_site *at)
{
    return number_at(at, summary_at(at)->shift, rtp_lit(SHIFT_FORMULA));
}

static rtp_str shift_text(const rtp_site *at)
{
    return rtp_change_text(at->from->arena, amount_at(at, summary_at(at)->shift));
}

static rtp_value metric_shift_text(const rtp_site *at)
{
    return words_at(at, summary_at(at)->comparable, shift_text(at), rtp_lit(SHIFT_FORMULA));
}

static bool has_interval(const rtp_metric_summary *summary)
{
    return summary->comparable && summary->found.has_interval;
}

static rtp_value metric_interval_low(const rtp_site *at)
{
    return has_interval(summary_at(at)) ? number_at(at, summary_at(at)->interval.low, rtp_lit(INTERVAL_FORMULA))
                                        : unknown_value(at);
}

static rtp_value metric_interval_high(const rtp_site *at)
{
    return has_interval(summary_at(at)) ? number_at(at, summary_at(at)->interval.high, rtp_lit(INTERVAL_FORMULA))
                                        : unknown_value(at);
}

/* Both ends with the decimals that the wider of them needs. */
static rtp_str interval_text(const rtp_site *at)
{
    const rtp_metric_summary *summary = summary_at(at);
    int low = rtp_value_decimals(summary->interval.low), high = rtp_value_decimals(summary->interval.high);
    rtp_amount change = amount_at(at, summary->shift);
    change.decimals = low > high ? low : high;
    rtp_str text = rtp_interval_text(at->from->arena, summary->interval.low, summary->interval.high, change);
    bool open = text.len > 0 && (summary->found.flags & RTP_STATS_ZERO_OUT) != 0; /* zero itself is left out */
    return open ? rtp_arena_join(at->from->arena, (rtp_str[]){rtp_lit("above"), text}, 2, rtp_lit(" ")) : text;
}

static rtp_value metric_interval_text(const rtp_site *at)
{
    bool known = has_interval(summary_at(at));
    return words_at(at, known, known ? interval_text(at) : (rtp_str){NULL, 0}, rtp_lit(INTERVAL_FORMULA));
}

static rtp_value metric_result_text(const rtp_site *at)
{
    const rtp_metric_summary *summary = summary_at(at);
    rtp_str interval = has_interval(summary) ? interval_text(at) : (rtp_str){NULL, 0};
    bool open = interval.len > 0 && summary->direction == RTP_UNCHANGED; /* medians beside it may differ */
    rtp_str shift = open ? rtp_lit("no clear change") : shift_text(at);
    rtp_str text = interval.len > 0 ? rtp_arena_format(at->from->arena, "%.*s (95 %% interval %.*s)", RTP_FMT(shift),
                                                       RTP_FMT(interval))
                                    : shift;
    return words_at(at, summary->comparable, text, rtp_lit(SHIFT_FORMULA ", with its 95 % interval"));
}

/* ---- the same in per cent ---- */

#define PERCENT_FORMULA "Hodges-Lehmann shift of the logarithms, as a change in percent"

/* NULL: it cannot be told. Per cent of per cent confuses. */
static const rtp_comparison *found_in_percent(const rtp_site *at)
{
    const rtp_metric *metric = at->object;
    const rtp_comparison *found =
        rtp_unit_is_percent(metric->unit) ? NULL : rtp_metric_found(at->from, at->item, RTP_STATS_PERCENT);
    return found && found->has_percent ? found : NULL;
}

static rtp_value metric_percent(const rtp_site *at)
{
    const rtp_comparison *found = found_in_percent(at);
    return found ? at_both(at, percent_value(at, found->percent), rtp_lit(PERCENT_FORMULA)) : unknown_value(at);
}

static rtp_value metric_percent_text(const rtp_site *at)
{
    const rtp_comparison *found = found_in_percent(at);
    if (!found || !found->has_interval) {
        return unknown_value(at);
    }
    int decimals = fabs(found->percent) < TEN ? 1 : 0;
    double size = rtp_value_round(found->percent, decimals);
    double low = rtp_value_round(found->percent_interval.low, decimals);
    double high = rtp_value_round(found->percent_interval.high, decimals);
    if (!(low < high)) {
        return unknown_value(at);
    }
    rtp_arena *arena = at->from->arena;
    rtp_str number = rtp_number_text(arena, fabs(size), rtp_value_decimals(size));
    rtp_str interval = rtp_interval_text(arena, low, high, (rtp_amount){size, decimals, {NULL, 0}});
    const char *way = size < 0 ? " lower" : size > 0 ? " higher" : "";
    rtp_str text = rtp_arena_format(arena, "%.*s %%%s (95 %% interval %.*s)", RTP_FMT(number), way, RTP_FMT(interval));
    return words_at(at, true, text, rtp_lit(PERCENT_FORMULA ", with its 95 % interval"));
}

/* ---- the claim ---- */

static rtp_value metric_direction(const rtp_site *at)
{
    rtp_str word = rtp_word(&rtp_words_direction, summary_at(at)->direction);
    return at_both(at, text_value(at, word), rtp_lit("the sign of the change, and which way is better"));
}

#define CLAIM_FORMULA                                                                                                  \
    "better or worse: the whole 95 % interval is; no_worse: the one-sided 95 % bound keeps the margin, or the change " \
    "is within it; else inconclusive; anecdotal: under four values on a side"

static rtp_value metric_claim(const rtp_site *at)
{
    rtp_str word = rtp_word(&rtp_words_claim, (int)summary_at(at)->claim);
    return computed(text_value(at, word), rtp_lit(CLAIM_FORMULA));
}

static bool needs_care(const rtp_site *at)
{
    return rtp_metric_cautions(at->from, at->item, RTP_CAUTION_TIME) != 0;
}

static rtp_value metric_reading(const rtp_site *at)
{
    static const rtp_str readings[] = {
        [RTP_CLAIM_BETTER] = RTP_STR("better"),
        [RTP_CLAIM_NO_WORSE] = RTP_STR("no worse"),
        [RTP_CLAIM_INCONCLUSIVE] = RTP_STR("the figures do not tell"),
        [RTP_CLAIM_WORSE] = RTP_STR("worse"),
        [RTP_CLAIM_ANECDOTAL] = RTP_STR("too few to say"),
        [RTP_CLAIM_NOT_TESTABLE] = {NULL, 0},
    };
    static const struct { /* the gravest last */
        rtp_caution caution;
        rtp_str reading;
    } warnings[] = {
        {RTP_CAUTION_ALIKE, RTP_STR("better, though the interval may be too narrow")},
        {RTP_CAUTION_DRIFT, RTP_STR("better, though part of it may be a trend")},
        {RTP_CAUTION_TREND, RTP_STR("better, though a slow trend could explain it")},
    };
    const rtp_metric_summary *summary = summary_at(at);
    rtp_str reading = readings[summary->claim];
    unsigned cautions =
        summary->claim == RTP_CLAIM_BETTER ? rtp_metric_cautions(at->from, at->item, RTP_CAUTION_TIME) : 0;
    for (size_t i = 0; i < RTP_COUNT(warnings); i++) {
        reading = (cautions & (unsigned)warnings[i].caution) != 0 ? warnings[i].reading : reading;
    }
    return computed(text_value(at, reading), rtp_lit(CLAIM_FORMULA));
}

static rtp_value metric_needs_care(const rtp_site *at)
{
    const rtp_metric_summary *summary = summary_at(at);
    return summary->comparable
               ? at_both(at, flag_value(at, needs_care(at)),
                         rtp_lit("whether the values drift, could do so unseen, or neighbours are alike"))
               : unknown_value(at);
}

static rtp_value metric_shown(const rtp_site *at)
{
    return computed(flag_value(at, rtp_metric_is_shown(summary_at(at))),
                    rtp_lit("a claim that may be made, or one against you about a metric that must be shown"));
}

/* ---- p, for the private sheet alone ---- */

static rtp_value p_text(const rtp_site *at, double p)
{
    enum { DECIMALS = 3 };
    const double least = 0.001;
    rtp_str text = p < least ? rtp_lit("under 0.001") : rtp_number_text(at->from->arena, p, DECIMALS);
    return words_at(at, true, text, rtp_lit("Wilcoxon rank-sum test, two-sided"));
}

static rtp_value metric_p(const rtp_site *at)
{
    const rtp_comparison *found = rtp_metric_found(at->from, at->item, RTP_STATS_TEST);
    return found && found->method != RTP_METHOD_NONE ? p_text(at, found->p) : unknown_value(at);
}

static rtp_value metric_smallest_p(const rtp_site *at)
{
    const rtp_comparison *found = rtp_metric_found(at->from, at->item, RTP_STATS_TEST);
    return found ? p_text(at, found->smallest_p) : unknown_value(at);
}

/* ---- cautions ---- */

static rtp_value metric_caution(const rtp_site *at)
{
    static const rtp_str formulas[] = {
        RTP_STR("one side has over one and a half times as many values"),
        RTP_STR("a month of the year has a value on one side only"),
        RTP_STR("fewer values than the periods have months"),
        RTP_STR("Kendall's test finds a trend within the periods (p under 0.15)"),
        RTP_STR("lag-1 autocorrelation within the periods is high for so few values"),
        RTP_STR("some values are equal"),
        RTP_STR("the whole interval is a loss, within the margin"),
        RTP_STR("a trend within its 95 % interval, over the time between the middles of the periods, is the change"),
    };
    if (!summary_at(at)->comparable) {
        return unknown_value(at);
    }
    bool set = rtp_metric_cautions(at->from, at->item, 1U << at->row->side) != 0;
    return at_both(at, flag_value(at, set), formulas[at->row->side]);
}

static size_t missing(const rtp_side_summary *side)
{
    return side->expected > side->n ? side->expected - side->n : 0;
}

/* "12 of 22 remote months have a value": of the side that lacks most. */
static rtp_str partial_text(const rtp_site *at)
{
    const rtp_metric_summary *summary = summary_at(at);
    bool home = missing(&summary->modes[summary->compared]) > missing(&summary->modes[RTP_MODE_OFFICE]);
    int mode = home ? summary->compared : RTP_MODE_OFFICE;
    const rtp_side_summary *side = &summary->modes[mode];
    rtp_str word = rtp_word(&rtp_words_mode, mode), step = rtp_side_step(at->from, at->item, mode);
    return rtp_arena_format(at->from->arena, "%zu of %zu %.*s %.*ss have a value", side->n, side->expected,
                            RTP_FMT(word), RTP_FMT(step));
}

static rtp_value metric_partial_text(const rtp_site *at)
{
    bool partial = rtp_claim_is_partial(summary_at(at));
    return words_at(at, partial, partial ? partial_text(at) : (rtp_str){NULL, 0},
                    rtp_lit("values there are, and months in the periods"));
}

static rtp_value metric_flags_text(const rtp_site *at)
{
    unsigned cautions = rtp_metric_cautions(at->from, at->item, RTP_CAUTION_ALL);
    const rtp_str words[RTP_CAUTION_COUNT] = {
        RTP_STR("one side is much longer than the other"),
        RTP_STR("the two sides are not the same months of the year"),
        (cautions & RTP_CAUTION_PARTIAL) != 0 ? partial_text(at) : (rtp_str){NULL, 0},
        (cautions & RTP_CAUTION_TREND) != 0 ? (rtp_str){NULL, 0} : rtp_lit("the values also move within each period"),
        RTP_STR("values next to each other are alike, which makes the interval too narrow"),
        {NULL, 0},
        {NULL, 0},
        RTP_STR("a slow trend could make up the whole change"),
    };
    rtp_str found[RTP_CAUTION_COUNT];
    size_t len = 0;
    for (size_t i = 0; i < RTP_CAUTION_COUNT; i++) {
        if ((cautions & (1U << i)) != 0 && words[i].len > 0) {
            found[len++] = words[i];
        }
    }
    rtp_str text = len > 0 ? rtp_arena_join(at->from->arena, found, len, rtp_lit("; ")) : (rtp_str){NULL, 0};
    return words_at(at, summary_at(at)->comparable, text, rtp_lit("what the windows and the order of the values show"));
}

/* ---- the picture in words ---- */

static rtp_str range_text(const rtp_site *at, int mode, const char *label)
{
    const rtp_side_summary *side = &summary_at(at)->modes[mode];
    rtp_arena *arena = at->from->arena;
    int decimals = summary_at(at)->decimals;
    if (side->n == 0) {
        return (rtp_str){NULL, 0};
    }
    const double numbers[] = {side->low, side->high, side->median};
    rtp_str texts[RTP_COUNT(numbers)];
    for (size_t i = 0; i < RTP_COUNT(numbers); i++) {
        int needed = rtp_value_decimals(numbers[i]);
        texts[i] = rtp_number_text(arena, numbers[i], needed < decimals ? needed : decimals);
    }
    return rtp_arena_format(arena, "%s %.*s to %.*s, median %.*s", label, RTP_FMT(texts[0]), RTP_FMT(texts[1]),
                            RTP_FMT(texts[2]));
}

static rtp_value metric_range_text(const rtp_site *at)
{
    static const char *const labels[] = {"", "in the office", "hybrid", "remote"};
    const rtp_metric_summary *summary = summary_at(at);
    const int modes[] = {RTP_MODE_OFFICE, summary->compared};
    rtp_str parts[RTP_COUNT(modes)];
    size_t len = 0;
    for (size_t i = 0; i < RTP_COUNT(modes); i++) {
        rtp_str part = range_text(at, modes[i], labels[modes[i]]);
        if (part.len > 0) {
            parts[len++] = part;
        }
    }
    rtp_str text = len > 0 ? rtp_arena_join(at->from->arena, parts, len, rtp_lit("; ")) : (rtp_str){NULL, 0};
    return words_at(at, len > 0, text, rtp_lit("smallest, largest and middle value of each side"));
}

/* ---- rows ---- */

#define METRIC_FROM FROM("/history/metrics/#")
#define VALUES_FROM FROM("/history/metrics/#/values")

#define CAUTION(name, doc, bit, subject)                                                                               \
    FACT(name, RTP_FLAG, doc, COMPUTED(metric_caution), VALUES_FROM, SUBJECT(subject), .side = (bit))

#define CLAIM_ROWS(prefix, of, subject)                                                                                \
    QUANTITY(prefix ".change", "metric", "How much the median of " of " changed, with its sign.",                      \
             COMPUTED(metric_change), VALUES_FROM, SUBJECT(subject)),                                                  \
        QUANTITY(prefix ".change_abs", "metric", "How much the median of " of " changed, without sign.",               \
                 COMPUTED(metric_change_abs), VALUES_FROM, SUBJECT(subject)),                                          \
        QUANTITY(prefix ".change_percent", "percent", "The size of the change of " of " in percent.",                  \
                 COMPUTED(metric_change_percent), VALUES_FROM, SUBJECT(subject)),                                      \
        FACT(prefix ".change_text", RTP_TEXT, "The change of the median of " of ", such as \"6.2 h shorter\".",        \
             COMPUTED(metric_change_text), VALUES_FROM, SUBJECT(subject)),                                             \
        QUANTITY(prefix ".shift", "metric", "The typical change of " of ", with its sign.", COMPUTED(metric_shift),    \
                 VALUES_FROM, SUBJECT(subject)),                                                                       \
        FACT(prefix ".shift_text", RTP_TEXT, "The typical change of " of ", such as \"6.5 h shorter\".",               \
             COMPUTED(metric_shift_text), VALUES_FROM, SUBJECT(subject)),                                              \
        QUANTITY(prefix ".interval_low", "metric", "The lower end of the interval of the change of " of ".",           \
                 COMPUTED(metric_interval_low), VALUES_FROM, SUBJECT(subject)),                                        \
        QUANTITY(prefix ".interval_high", "metric", "The upper end of the interval of the change of " of ".",          \
                 COMPUTED(metric_interval_high), VALUES_FROM, SUBJECT(subject)),                                       \
        FACT(prefix ".interval_text", RTP_TEXT, "That interval, such as \"5.1 to 7.9\", for " of ".",                  \
             COMPUTED(metric_interval_text), VALUES_FROM, SUBJECT(subject)),                                           \
        FACT(prefix ".result_text", RTP_TEXT, "The typical change of " of " with its interval.",                       \
             COMPUTED(metric_result_text), VALUES_FROM, SUBJECT(subject)),                                             \
        QUANTITY(prefix ".percent", "percent", "The typical change of " of " in percent, with its sign.",              \
                 COMPUTED(metric_percent), VALUES_FROM, SUBJECT(subject)),                                             \
        FACT(prefix ".percent_text", RTP_TEXT, "The typical change of " of " in percent, with its interval.",          \
             COMPUTED(metric_percent_text), VALUES_FROM, SUBJECT(subject)),                                            \
        FACT(prefix ".direction", RTP_WORD, "Whether " of " improved, stayed or got worse.",                           \
             COMPUTED(metric_direction), VALUES_FROM, WORDS(direction), SUBJECT(subject)),                             \
        FACT(prefix ".claim", RTP_WORD, "What may honestly be claimed about " of ".", COMPUTED(metric_claim),          \
             METRIC_FROM, WORDS(claim), SUBJECT(subject)),                                                             \
        FACT(prefix ".reading", RTP_TEXT, "The claim about " of " in plain words.", COMPUTED(metric_reading),          \
             METRIC_FROM, SUBJECT(subject)),                                                                           \
        FACT(prefix ".shown", RTP_FLAG, "Whether the comparison of " of " belongs into what others read.",             \
             COMPUTED(metric_shown), METRIC_FROM, SUBJECT(subject)),                                                   \
        FACT(prefix ".p_text", RTP_TEXT, "The p-value of the comparison of " of ".", PRIVATE, COMPUTED(metric_p),      \
             VALUES_FROM, SUBJECT(subject)),                                                                           \
        FACT(prefix ".smallest_p_text", RTP_TEXT, "The smallest p-value that so many values of " of " can reach.",     \
             PRIVATE, COMPUTED(metric_smallest_p), VALUES_FROM, SUBJECT(subject)),                                     \
        FACT(prefix ".needs_care", RTP_FLAG, "Whether the order of the values of " of " asks for care.",               \
             COMPUTED(metric_needs_care), VALUES_FROM, SUBJECT(subject)),                                              \
        FACT(prefix ".flags_text", RTP_TEXT, "What a sceptic would ask about the comparison of " of ".",               \
             COMPUTED(metric_flags_text), VALUES_FROM, SUBJECT(subject)),                                              \
        FACT(prefix ".partial_text", RTP_TEXT, "How much of its periods the values of " of " cover.",                  \
             COMPUTED(metric_partial_text), VALUES_FROM, SUBJECT(subject)),                                            \
        FACT(prefix ".range_text", RTP_TEXT, "Smallest, largest and middle value of each side of " of ".",             \
             COMPUTED(metric_range_text), VALUES_FROM, SUBJECT(subject)),                                              \
        CAUTION(prefix ".unequal", "Whether one side of " of " has many more values than the other.", 0, subject),     \
        CAUTION(prefix ".seasonal", "Whether the sides of " of " are different months of the year.", 1, subject),      \
        CAUTION(prefix ".partial", "Whether months without a value of " of " lie in the periods.", 2, subject),        \
        CAUTION(prefix ".drifting", "Whether the values of " of " move within the periods, too.", 3, subject),         \
        CAUTION(prefix ".alike", "Whether values of " of " next to each other are alike.", 4, subject),                \
        CAUTION(prefix ".ties", "Whether some values of " of " are equal.", 5, subject),                               \
        CAUTION(prefix ".small_loss", "Whether " of " got worse, within the margin.", 6, subject)

static const rtp_row metrics_claim_rows[] = {CLAIM_ROWS("metric", "this metric", ITEM)};

TOPIC(metrics_claim, RTP_METRICS, metrics_claim_rows);

/* ---- the main measure and the others ---- */

static ptrdiff_t main_measure(rtp_derive *from)
{
    ptrdiff_t primary = rtp_metric_primary(from);
    bool shown = primary >= 0 && rtp_metric_is_shown(rtp_metric_summarise(from, (size_t)primary));
    return shown ? primary : rtp_metric_lead(from);
}

static rtp_value metrics_main(const rtp_site *at)
{
    ptrdiff_t found = main_measure(at->from);
    if (found < 0) {
        return unknown_value(at);
    }
    const rtp_metric *metric = rtp_item(&at->from->profile->history.metrics, rtp_metric, found);
    return computed(found_at(text_value(at, metric->name), "/history/metrics/#/name", (size_t)found),
                    rtp_lit("the trial's main measure, else the metric to lead with"));
}

static rtp_texts secondary(const rtp_site *at)
{
    const rtp_objects *metrics = &at->from->profile->history.metrics;
    rtp_str *names = RTP_NEW_ARRAY(at->from->arena, rtp_str, metrics->len);
    size_t len = 0;
    for (size_t i = 0; i < metrics->len; i++) {
        if ((ptrdiff_t)i != main_measure(at->from) && rtp_metric_is_shown(rtp_metric_summarise(at->from, i))) {
            names[len++] = rtp_item(metrics, rtp_metric, i)->name;
        }
    }
    return (rtp_texts){names, len};
}

static rtp_value metrics_secondary_list(const rtp_site *at)
{
    return computed(list_value(at, secondary(at)), rtp_lit("the other metrics that are shown"));
}

static rtp_value metrics_secondary_count(const rtp_site *at)
{
    return rtp_value_count(at, secondary(at).len);
}

static const rtp_row lead_claim_rows[] = {
    FACT("metrics.main", RTP_TEXT, "The name of the main measure, when its comparison is shown.",
         COMPUTED(metrics_main), FROM("/history/metrics")),
    FACT("metrics.secondary_list", RTP_LIST, "The names of the other metrics that are shown.",
         COMPUTED(metrics_secondary_list), FROM("/history/metrics")),
    QUANTITY("metrics.secondary_count", "metrics", "How many other metrics are shown.",
             COMPUTED(metrics_secondary_count), FROM("/history/metrics")),
    CLAIM_ROWS("lead", "the metric to lead with", LEAD),
    CLAIM_ROWS("weak", "the metric that got worse and must be named", WEAK),
};

TOPIC(lead_claim, RTP_ONCE, lead_claim_rows);
