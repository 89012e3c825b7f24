/* Puts what was judged into values: words, flags, and amounts with the metric's unit, rounded once. */
#include "facts/review_value.h"

#include "facts/wording.h"

#define LIST(name, ...)                                                                                                \
    static const rtp_str name##_items[] = {__VA_ARGS__};                                                               \
    const rtp_texts rtp_words_##name = {name##_items, RTP_COUNT(name##_items)}

LIST(outcome, RTP_STR("limit"), RTP_STR("better"), RTP_STR("no_worse"), RTP_STR("inconclusive"), RTP_STR("worse"),
     RTP_STR("not_testable"));
LIST(baseline, RTP_STR("weeks"), RTP_STR("history"), RTP_STR("samples"));
LIST(reason, RTP_STR("no_measure"), RTP_STR("no_direction"), RTP_STR("no_weeks"), RTP_STR("no_baseline"),
     RTP_STR("few"));
LIST(side, RTP_STR("gain"), RTP_STR("loss"), RTP_STR("none"));
LIST(limit, RTP_STR("kept"), RTP_STR("crossed"), RTP_STR("set_aside"), RTP_STR("open"));
LIST(omission, RTP_STR("excluded"), RTP_STR("missing"), RTP_STR("partner"), RTP_STR("spare"), RTP_STR("early"),
     RTP_STR("late"), RTP_STR("pending"), RTP_STR("unplaced"), RTP_STR("deviated"));

const rtp_judgement *rtp_judged(const rtp_site *at)
{
    return rtp_judgement_derive(at->from);
}

rtp_value rtp_judged_word(const rtp_site *at, int word, rtp_str formula)
{
    return computed(text_value(at, rtp_word(at->row->fact.words, word)), formula);
}

rtp_value rtp_judged_flag(const rtp_site *at, bool flag, rtp_str formula)
{
    return rtp_judged(at) ? computed(flag_value(at, flag), formula) : unknown_value(at);
}

/* ---- amounts ---- */

static rtp_amount amount_of(const rtp_site *at, const rtp_review_metric *metric, double number)
{
    double told = rtp_value_round(number, metric->decimals);
    rtp_str unit = rtp_item(&at->from->profile->history.metrics, rtp_metric, metric->metric)->unit;
    return (rtp_amount){told, rtp_value_decimals(told), unit};
}

rtp_value rtp_judged_median(const rtp_site *at, const rtp_review_metric *metric, int side, rtp_str formula)
{
    if (!metric || metric->found.n[side] == 0) {
        return unknown_value(at);
    }
    rtp_amount amount = amount_of(at, metric, metric->found.median[side]);
    return computed(text_value(at, rtp_amount_text(at->from->arena, amount)), formula);
}

bool rtp_judged_sides(const rtp_review_metric *metric)
{
    return metric && metric->found.n[RTP_SIDE_OFFICE] > 0 && metric->found.n[RTP_SIDE_HOME] > 0;
}

rtp_value rtp_judged_change(const rtp_site *at, const rtp_review_metric *metric)
{
    if (!rtp_judged_sides(metric)) {
        return unknown_value(at);
    }
    rtp_amount change = amount_of(at, metric, metric->found.shift);
    return computed(text_value(at, rtp_change_text(at->from->arena, change)),
                    rtp_lit("Hodges-Lehmann shift, home less office"));
}

/* "1.1 to 6.2 h shorter", "0.4 h shorter to 3 h longer". */
static rtp_str interval_text(const rtp_site *at, rtp_amount low, rtp_amount high)
{
    rtp_arena *arena = at->from->arena;
    bool gain = high.number <= 0, loss = low.number >= 0;
    rtp_amount near = gain ? high : low, far = gain ? low : high;
    if (!(low.number < high.number)) {
        return rtp_change_text(arena, low);
    }
    double size = near.number < 0 ? -near.number : near.number;
    rtp_str first = gain || loss ? rtp_number_text(arena, size, near.decimals) : rtp_change_text(arena, near);
    return rtp_arena_join(arena, (rtp_str[]){first, rtp_change_text(arena, far)}, 2, rtp_lit(" to "));
}

rtp_value rtp_judged_interval(const rtp_site *at, const rtp_review_metric *metric)
{
    if (!rtp_judged_sides(metric) || !metric->found.has_interval) {
        return unknown_value(at);
    }
    rtp_amount low = amount_of(at, metric, metric->found.interval.low);
    rtp_amount high = amount_of(at, metric, metric->found.interval.high);
    return computed(text_value(at, interval_text(at, low, high)),
                    rtp_lit("distribution-free interval of the shift, two-sided"));
}

rtp_value rtp_judged_verdict(const rtp_site *at, const rtp_review_metric *metric)
{
    static const rtp_outcome_word words[] = {
        [RTP_VERDICT_NOT_TESTABLE] = RTP_OUTCOME_NOT_TESTABLE,
        [RTP_VERDICT_BETTER] = RTP_OUTCOME_BETTER,
        [RTP_VERDICT_NO_WORSE] = RTP_OUTCOME_NO_WORSE,
        [RTP_VERDICT_INCONCLUSIVE] = RTP_OUTCOME_INCONCLUSIVE,
        [RTP_VERDICT_WORSE] = RTP_OUTCOME_WORSE,
    };
    return rtp_judged_word(at, (int)words[metric->found.verdict],
                           rtp_lit("the interval of the shift against zero and, for the main measure, the margin"));
}

rtp_value rtp_judged_count(const rtp_site *at, const rtp_review_metric *metric, int side)
{
    return metric ? computed(whole_value(at, (int64_t)metric->found.n[side]), rtp_lit("values that count"))
                  : unknown_value(at);
}

rtp_str rtp_judged_limit(const rtp_site *at, const rtp_review_limit *limit)
{
    const rtp_metric *metric =
        limit->metric < 0 ? NULL : rtp_item(&at->from->profile->history.metrics, rtp_metric, limit->metric);
    double number = limit->given->limit.value;
    rtp_amount amount = {number, rtp_value_decimals(number), metric ? metric->unit : (rtp_str){NULL, 0}};
    return rtp_limit_text(at->from->arena, limit->given->metric, amount, metric ? metric->better : RTP_BETTER_LOWER);
}
