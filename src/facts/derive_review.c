/* Facts about what a trial showed, in words and amounts that a document can print. The judging is done
 * elsewhere; here every value says how it came about. */
#include "facts/review_value.h"
#include "facts/trial.h"
#include "facts/wording.h"

/* ---- the verdict ---- */

static const rtp_review_metric *primary(const rtp_site *at)
{
    return rtp_judged(at) ? rtp_judged(at)->primary : NULL;
}

static rtp_value review_verdict(const rtp_site *at)
{
    return rtp_judged_word(at, rtp_judged(at) ? (int)rtp_judged(at)->verdict : 0,
                           rtp_lit("a crossed limit decides, else the main measure"));
}

static rtp_value review_measured(const rtp_site *at)
{
    return rtp_judged_word(at, rtp_judged(at) ? (int)rtp_judged(at)->measured : 0,
                           rtp_lit("the main measure against the recorded margin"));
}

static rtp_value review_with_all(const rtp_site *at)
{
    return rtp_judged_word(at, rtp_judged(at) ? (int)rtp_judged(at)->with_all : 0,
                           rtp_lit("as if no week had been excluded"));
}

static rtp_value review_swayed(const rtp_site *at)
{
    const rtp_judgement *review = rtp_judged(at);
    return rtp_judged_flag(at, review && review->with_all > 0 && review->with_all != review->measured,
                           rtp_lit("whether the excluded weeks turn the verdict"));
}

/* What a test would need and does not have, the first of it. */
static rtp_value review_reason(const rtp_site *at)
{
    const rtp_judgement *review = rtp_judged(at);
    if (!review || review->measured != RTP_OUTCOME_NOT_TESTABLE) {
        return unknown_value(at);
    }
    const rtp_review_metric *metric = review->primary;
    const bool reasons[] = {
        !metric,
        metric && metric->found.flags & RTP_STATS_NO_DIRECTION,
        review->week_count == 0 && metric && metric->base != RTP_BASE_SAMPLES,
        metric && !review->terms.alternating && metric->base == RTP_BASE_NONE,
    };
    int i = 0;
    while (i < (int)RTP_COUNT(reasons) && !reasons[i]) {
        i++;
    }
    return rtp_judged_word(at, i + 1, rtp_lit("the first thing that a test lacks"));
}

static bool in_pairs(const rtp_judgement *review)
{
    return review && review->terms.alternating && review->primary && !review->primary->unpaired;
}

static rtp_value review_least(const rtp_site *at)
{
    int64_t least = in_pairs(rtp_judged(at)) ? RTP_STATS_LEAST_PAIRS : RTP_STATS_LEAST_VALUES;
    return rtp_judged(at) ? computed(whole_value(at, least), rtp_lit("the fewest that any test can work with"))
                          : unknown_value(at);
}

static rtp_value review_side(const rtp_site *at)
{
    const rtp_review_metric *metric = primary(at);
    if (!rtp_judged_sides(metric)) {
        return unknown_value(at);
    }
    int better = rtp_item(&at->from->profile->history.metrics, rtp_metric, metric->metric)->better;
    double shift = rtp_value_round(metric->found.shift, metric->decimals);
    double gain = better == RTP_BETTER_HIGHER ? shift : -shift;
    int side = better == RTP_BETTER_UNKNOWN ? 0 : gain > 0 ? 1 : gain < 0 ? 2 : 3;
    return rtp_judged_word(at, side, rtp_lit("the sign of the shift, by what is better"));
}

/* ---- what was judged ---- */

static rtp_value review_primary(const rtp_site *at)
{
    const rtp_judgement *review = rtp_judged(at);
    if (!review || review->terms.primary < 0) {
        return unknown_value(at);
    }
    rtp_str name = rtp_item(&at->from->profile->history.metrics, rtp_metric, review->terms.primary)->name;
    return found_at(text_value(at, name), "/history/metrics/#/name", (size_t)review->terms.primary);
}

static rtp_value review_design(const rtp_site *at)
{
    return rtp_judged_word(at, rtp_judged(at) ? 1 + rtp_judged(at)->terms.alternating : 0,
                           rtp_lit("as recorded, else as the profile says"));
}

static rtp_value review_is_recorded(const rtp_site *at)
{
    return rtp_judged_flag(at, rtp_judged(at) && rtp_judged(at)->terms.recorded,
                           rtp_lit("whether the profile has recorded terms"));
}

static rtp_value review_recorded_late(const rtp_site *at)
{
    const rtp_judgement *review = rtp_judged(at);
    rtp_date recorded = at->from->profile->pilot.plan.recorded;
    bool dated = review && review->week_count > 0 && recorded != RTP_DATE_UNKNOWN;
    return dated ? rtp_judged_flag(at, recorded > review->terms.start,
                                   rtp_lit("recorded after the first day of the trial"))
                 : unknown_value(at);
}

static rtp_value review_start(const rtp_site *at)
{
    return rtp_judged(at)
               ? computed(date_value(at, rtp_judged(at)->terms.start), rtp_lit("the first week of the calendar"))
               : unknown_value(at);
}

static rtp_value review_end(const rtp_site *at)
{
    return rtp_judged(at) ? computed(date_value(at, rtp_judged(at)->end), rtp_lit("the last day of the calendar"))
                          : unknown_value(at);
}

static rtp_value review_weeks(const rtp_site *at)
{
    return rtp_judged(at)
               ? computed(whole_value(at, (int64_t)rtp_judged(at)->week_count), rtp_lit("weeks of the calendar"))
               : unknown_value(at);
}

static rtp_value review_running(const rtp_site *at)
{
    const rtp_judgement *review = rtp_judged(at);
    bool dated = review && review->week_count > 0 && at->from->today != RTP_DATE_UNKNOWN;
    return dated ? rtp_judged_flag(at, review->end >= at->from->today, rtp_lit("the last day is not over"))
                 : unknown_value(at);
}

static rtp_value review_base(const rtp_site *at)
{
    const rtp_review_metric *metric = primary(at);
    return rtp_judged_word(at, metric ? (int)metric->base : 0, rtp_lit("what the weeks at home are held against"));
}

static rtp_value review_unpaired(const rtp_site *at)
{
    return rtp_judged_flag(at, primary(at) && primary(at)->unpaired,
                           rtp_lit("the results do not say the weeks of the pairs"));
}

static rtp_value review_by_month(const rtp_site *at)
{
    return rtp_judged_flag(at, primary(at) && primary(at)->by_month,
                           rtp_lit("the profile counts it by the month, the results by the week"));
}

static rtp_value review_home_count(const rtp_site *at)
{
    return rtp_judged_count(at, primary(at), RTP_SIDE_HOME);
}

static rtp_value review_office_count(const rtp_site *at)
{
    return rtp_judged_count(at, primary(at), RTP_SIDE_OFFICE);
}

static rtp_value review_in_pairs(const rtp_site *at)
{
    return rtp_judged_flag(at, in_pairs(rtp_judged(at)), rtp_lit("weeks are compared within their pairs"));
}

static rtp_value review_home_median(const rtp_site *at)
{
    return rtp_judged_median(at, primary(at), RTP_SIDE_HOME,
                             rtp_lit("median of the weeks with days at home, from the results"));
}

static rtp_value review_office_median(const rtp_site *at)
{
    bool history = primary(at) && primary(at)->base == RTP_BASE_HISTORY;
    return rtp_judged_median(at, primary(at), RTP_SIDE_OFFICE,
                             history ? rtp_lit("median of the office months of the profile")
                                     : rtp_lit("median of the office weeks, from the results"));
}

static rtp_value review_change(const rtp_site *at)
{
    return rtp_judged_change(at, primary(at));
}

static rtp_value review_interval(const rtp_site *at)
{
    return rtp_judged_interval(at, primary(at));
}

static rtp_value review_confidence(const rtp_site *at)
{
    return rtp_judged(at) ? computed(text_value(at, rtp_lit("95 %")), rtp_lit("the level of every interval"))
                          : unknown_value(at);
}

/* ---- the margin ---- */

static bool has_margin(const rtp_judgement *review)
{
    return review && review->terms.margin.known && review->primary;
}

static rtp_value margin_value(const rtp_site *at, rtp_str (*text)(rtp_arena *arena, rtp_amount amount, int better))
{
    const rtp_judgement *review = rtp_judged(at);
    if (!has_margin(review)) {
        return unknown_value(at);
    }
    const rtp_metric *metric = rtp_item(&at->from->profile->history.metrics, rtp_metric, review->primary->metric);
    double margin = review->terms.margin.value;
    rtp_amount amount = {margin, rtp_value_decimals(margin), metric->unit};
    rtp_value value = text_value(at, text(at->from->arena, amount, metric->better));
    return computed(found_at(value, review->terms.recorded ? "/pilot/x-plan/margin" : NULL, 0),
                    rtp_lit("the margin in words"));
}

static rtp_str difference_of(rtp_arena *arena, rtp_amount amount, int better)
{
    (void)better;
    return rtp_difference_text(arena, amount);
}

static rtp_value review_margin(const rtp_site *at)
{
    return margin_value(at, rtp_margin_text);
}

static rtp_value review_margin_amount(const rtp_site *at)
{
    return margin_value(at, difference_of);
}

/* ---- cautions ---- */

static rtp_value flagged(const rtp_site *at, unsigned flags, rtp_str formula)
{
    const rtp_review_metric *metric = primary(at);
    bool told = metric && metric->found.has_interval;
    return told ? computed(flag_value(at, (metric->found.flags & flags) != 0), formula) : unknown_value(at);
}

static rtp_value review_alike(const rtp_site *at)
{
    return flagged(at, RTP_STATS_AUTOCORRELATED, rtp_lit("lag-1 autocorrelation"));
}

static rtp_value review_drift(const rtp_site *at)
{
    return flagged(at, RTP_STATS_DRIFTING | RTP_STATS_DRIFT_OPEN, rtp_lit("Theil-Sen slope within the windows"));
}

static rtp_value review_small_loss(const rtp_site *at)
{
    return flagged(at, RTP_STATS_SMALL_LOSS, rtp_lit("no worse by the margin, and the whole interval a loss"));
}

static rtp_value review_zero_out(const rtp_site *at)
{
    return flagged(at, RTP_STATS_ZERO_OUT, rtp_lit("the exact test leaves out the end at zero"));
}

static rtp_value review_unequal(const rtp_site *at)
{
    return flagged(at, RTP_STATS_UNEQUAL, rtp_lit("one side has half as many values again"));
}

/* ---- what comes next ---- */

static rtp_date on_a_working_day(rtp_date date)
{
    enum { SATURDAY = 5, WEEK = 7 };
    int weekday = date == RTP_DATE_UNKNOWN ? 0 : rtp_date_weekday(date);
    return weekday < SATURDAY ? date : rtp_date_after(date, WEEK - weekday);
}

static rtp_value review_again(const rtp_site *at)
{
    enum { WEEK = 7 };
    const rtp_judgement *review = rtp_judged(at);
    if (!review || review->week_count == 0) {
        return unknown_value(at);
    }
    rtp_date day = rtp_date_after(at->from->today, (int64_t)review->week_count * WEEK);
    return proposed(date_value(at, on_a_working_day(day)), rtp_lit("as many weeks on as the trial had"));
}

static rtp_value review_extend(const rtp_site *at)
{
    size_t weeks = rtp_judged(at) ? rtp_judged(at)->extend : 0;
    return weeks > 0 ? computed(whole_value(at, (int64_t)weeks), rtp_lit("weeks until the margin could be told"))
                     : unknown_value(at);
}

static rtp_value review_extended(const rtp_site *at)
{
    const rtp_pilot *pilot = &at->from->profile->pilot;
    bool both = pilot->plan.weeks.known && pilot->weeks.known;
    return rtp_judged_flag(at, both && pilot->weeks.value > pilot->plan.weeks.value,
                           rtp_lit("more weeks now than were recorded"));
}

/* ---- limits together ---- */

static rtp_value limits_in(const rtp_site *at, rtp_limit_state state)
{
    const rtp_judgement *review = rtp_judged(at);
    rtp_str *texts = RTP_NEW_ARRAY(at->from->arena, rtp_str, review ? review->limit_count : 0);
    size_t len = 0;
    for (size_t i = 0; review && i < review->limit_count; i++) {
        if (review->limits[i].state == state) {
            texts[len++] = rtp_judged_limit(at, &review->limits[i]);
        }
    }
    return computed(list_value(at, (rtp_texts){texts, len}), rtp_lit("recorded limits against the results"));
}

static rtp_value review_crossed(const rtp_site *at)
{
    return limits_in(at, RTP_LIMIT_CROSSED);
}

static rtp_value review_open(const rtp_site *at)
{
    return limits_in(at, RTP_LIMIT_OPEN);
}

static rtp_value review_kept(const rtp_site *at)
{
    return limits_in(at, RTP_LIMIT_KEPT);
}

static rtp_value review_limit_count(const rtp_site *at)
{
    return rtp_judged(at)
               ? computed(whole_value(at, (int64_t)rtp_judged(at)->limit_count), rtp_lit("limits that were agreed"))
               : unknown_value(at);
}

static rtp_value review_notes(const rtp_site *at)
{
    return rtp_judged(at) ? computed(text_value(at, at->from->profile->results->notes), rtp_lit("from the results"))
                          : unknown_value(at);
}

static const rtp_row review_rows[] = {
    FACT("review.verdict", RTP_WORD, "What the trial came to: a crossed limit decides, else the main measure.",
         COMPUTED(review_verdict), WORDS(outcome)),
    FACT("review.measured", RTP_WORD, "What the main measure says, whatever the limits.", COMPUTED(review_measured),
         WORDS(outcome)),
    FACT("review.with_all", RTP_WORD, "What it would say had no week been excluded.", COMPUTED(review_with_all),
         WORDS(outcome)),
    FACT("review.swayed", RTP_FLAG, "Whether the excluded weeks turn the verdict.", COMPUTED(review_swayed)),
    FACT("review.reason", RTP_WORD, "Why the main measure cannot be tested.", COMPUTED(review_reason), WORDS(reason)),
    QUANTITY("review.least", "", "How many weeks of each kind, or pairs, any test needs.", COMPUTED(review_least)),
    FACT("review.side", RTP_WORD, "Whether the change is a gain or a loss.", COMPUTED(review_side), WORDS(side)),
    FACT("review.primary", RTP_TEXT, "The measure that decides, as recorded.", COMPUTED(review_primary)),
    FACT("review.design", RTP_WORD, "What the trial compared, as recorded.", COMPUTED(review_design), WORDS(design)),
    FACT("review.is_recorded", RTP_FLAG, "Whether the terms were recorded.", COMPUTED(review_is_recorded)),
    FACT("review.recorded_late", RTP_FLAG, "Whether the terms were recorded after the trial had begun.",
         COMPUTED(review_recorded_late)),
    FACT("review.start", RTP_DATE, "The first day of the trial, as recorded.", COMPUTED(review_start)),
    FACT("review.end", RTP_DATE, "Its last day.", COMPUTED(review_end)),
    QUANTITY("review.weeks", "weeks", "How many weeks the trial has.", COMPUTED(review_weeks)),
    FACT("review.running", RTP_FLAG, "Whether the trial still runs.", COMPUTED(review_running)),
    FACT("review.base", RTP_WORD, "What the weeks at home are held against.", COMPUTED(review_base), WORDS(baseline)),
    FACT("review.in_pairs", RTP_FLAG, "Whether weeks are compared within their pairs.", COMPUTED(review_in_pairs)),
    FACT("review.unpaired", RTP_FLAG, "Whether weeks that took turns have to be compared without their pairs.",
         COMPUTED(review_unpaired)),
    FACT("review.by_month", RTP_FLAG, "Whether the margin is for a month and the results are by the week.",
         COMPUTED(review_by_month)),
    QUANTITY("review.home_count", "", "Weeks at home, or pairs, that count.", COMPUTED(review_home_count)),
    QUANTITY("review.office_count", "", "Values on the other side.", COMPUTED(review_office_count)),
    FACT("review.home_median", RTP_TEXT, "The median at home, with its unit.", COMPUTED(review_home_median)),
    FACT("review.office_median", RTP_TEXT, "The median it is held against, with its unit.",
         COMPUTED(review_office_median)),
    FACT("review.change", RTP_TEXT, "The shift of the main measure, such as \"6.2 h shorter\".",
         COMPUTED(review_change)),
    FACT("review.interval", RTP_TEXT, "Its interval, such as \"1.1 to 6.2 h shorter\".", COMPUTED(review_interval)),
    FACT("review.confidence", RTP_TEXT, "The level of the intervals.", COMPUTED(review_confidence)),
    FACT("review.margin", RTP_TEXT, "The margin in words.", COMPUTED(review_margin)),
    FACT("review.margin_amount", RTP_TEXT, "The margin with its unit.", COMPUTED(review_margin_amount)),
    FACT("review.alike", RTP_FLAG, "Whether neighbouring weeks are alike.", COMPUTED(review_alike)),
    FACT("review.drift", RTP_FLAG, "Whether a drift would explain the change.", COMPUTED(review_drift)),
    FACT("review.small_loss", RTP_FLAG, "Whether the margin is kept and there is a loss all the same.",
         COMPUTED(review_small_loss)),
    FACT("review.zero_out", RTP_FLAG, "Whether the interval ends at zero, and zero is left out.",
         COMPUTED(review_zero_out)),
    FACT("review.unequal", RTP_FLAG, "Whether one side has many more values than the other.", COMPUTED(review_unequal)),
    FACT("review.again", RTP_DATE, "The day of the next look when the pattern goes on.", COMPUTED(review_again)),
    QUANTITY("review.extend", "weeks", "How many weeks more could settle it.", COMPUTED(review_extend)),
    FACT("review.extended", RTP_FLAG, "Whether the trial was made longer once already.", COMPUTED(review_extended)),
    FACT("review.crossed", RTP_LIST, "Limits that were crossed.", COMPUTED(review_crossed)),
    FACT("review.kept", RTP_LIST, "Limits that were kept.", COMPUTED(review_kept)),
    FACT("review.open", RTP_LIST, "Limits that the results say nothing about.", COMPUTED(review_open)),
    QUANTITY("review.limit_count", "limits", "How many limits were agreed.", COMPUTED(review_limit_count)),
    FACT("review.notes", RTP_TEXT, "What the results note.", COMPUTED(review_notes)),
};

TOPIC(review, RTP_ONCE, review_rows);
