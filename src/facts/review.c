/* Judges a trial: terms, weeks, limits, then measures, each from its own part. The verdict is the limit's when
 * one was crossed, else the main measure's. */
#include "facts/review.h"

#include "facts/summary.h"
#include "facts/trial.h"

#include <math.h>
#include <stdlib.h>

enum { WEEK = 7, DESIGN_ALTERNATING = 2, EXTEND_MOST = 26 };

/* ---- terms ---- */

static ptrdiff_t primary_of(rtp_derive *from, const rtp_plan *plan)
{
    return plan->primary.len > 0 ? rtp_metric_find(from->profile, plan->primary) : rtp_metric_primary(from);
}

rtp_review_terms rtp_review_terms_of(rtp_derive *from)
{
    const rtp_pilot *pilot = &from->profile->pilot;
    const rtp_plan *plan = &pilot->plan;
    rtp_review_terms terms = {.recorded = plan->known, .primary = primary_of(from, plan)};
    bool turns = rtp_schedule_derive(from)->alternating;
    terms.alternating = plan->known && plan->design > 0 ? plan->design == DESIGN_ALTERNATING : turns;
    terms.guardrails = plan->known ? &plan->guardrails : &pilot->guardrails;
    terms.margin = plan->margin;
    if (!plan->known && terms.primary >= 0) {
        terms.margin = rtp_metric_summarise(from, (size_t)terms.primary)->margin;
    }
    return terms;
}

/* ---- weeks ---- */

static int compare_weeks(const void *left, const void *right)
{
    const rtp_review_week *a = left, *b = right;
    return a->from != b->from ? (a->from > b->from) - (a->from < b->from) : a->at - b->at;
}

static void take_recorded(const rtp_plan *plan, rtp_judgement *judgement)
{
    for (size_t i = 0; i < plan->calendar.len; i++) {
        const rtp_plan_week *week = rtp_item(&plan->calendar, rtp_plan_week, i);
        judgement->weeks[judgement->week_count++] = (rtp_review_week){.from = week->week, .at = week->at};
    }
    if (judgement->week_count > 0) {
        qsort(judgement->weeks, judgement->week_count, sizeof *judgement->weeks, compare_weeks);
    }
}

/* An order that nobody recorded is drawn anew from today's profile, so it says nothing about what was planned. */
static void take_schedule(rtp_derive *from, rtp_judgement *judgement)
{
    const rtp_schedule *schedule = rtp_schedule_derive(from);
    bool drawn = !judgement->terms.alternating || from->profile->pilot.plan.seed.known;
    for (size_t i = 0; i < schedule->len; i++) {
        int at = !drawn ? RTP_LIVED_UNKNOWN : schedule->weeks[i].home ? RTP_LIVED_HOME : RTP_LIVED_OFFICE;
        judgement->weeks[judgement->week_count++] = (rtp_review_week){.from = schedule->weeks[i].from, .at = at};
    }
}

/* Of two weeks that overlap the later one falls out, so that no day counts twice. */
static void drop_overlaps(rtp_judgement *judgement)
{
    size_t kept = 0;
    for (size_t i = 0; i < judgement->week_count; i++) {
        const rtp_review_week *week = &judgement->weeks[i];
        if (kept == 0 || week->from - judgement->weeks[kept - 1].from >= WEEK) {
            judgement->weeks[kept++] = *week;
        }
    }
    judgement->week_count = kept;
}

static ptrdiff_t exclusion_of(const rtp_results *results, rtp_date week)
{
    ptrdiff_t i = (ptrdiff_t)results->exclude.len - 1;
    while (i >= 0 && rtp_item(&results->exclude, rtp_exclusion, i)->week != week) {
        i--;
    }
    return i;
}

static int lived_at(const rtp_results *results, const rtp_review_week *week)
{
    for (size_t i = 0; i < results->weeks.len; i++) {
        const rtp_plan_week *told = rtp_item(&results->weeks, rtp_plan_week, i);
        if (told->week == week->from) {
            return told->at;
        }
    }
    return week->at;
}

static void fill_weeks(const rtp_derive *from, rtp_judgement *judgement)
{
    const rtp_results *results = from->profile->results;
    for (size_t i = 0; results && i < judgement->week_count; i++) {
        rtp_review_week *week = &judgement->weeks[i];
        bool paired = judgement->terms.alternating && i / 2 < judgement->week_count / 2;
        week->pair = paired ? i / 2 + 1 : 0;
        week->taken = exclusion_of(results, week->from);
        week->lived = lived_at(results, week);
        week->at = week->at == RTP_LIVED_UNKNOWN ? week->lived : week->at;
    }
}

static rtp_date review_day(const rtp_profile *profile)
{
    return profile->pilot.plan.known ? profile->pilot.plan.review : profile->pilot.review;
}

/* A review within the last week ends it: trials counted in days need not end with a week. */
static rtp_date last_day(const rtp_derive *from, rtp_date week)
{
    rtp_date review = review_day(from->profile);
    return review > week && review < week + WEEK ? review - 1 : week + WEEK - 1;
}

void rtp_review_lay_weeks(rtp_derive *from, rtp_judgement *judgement)
{
    const rtp_plan *plan = &from->profile->pilot.plan;
    size_t most = plan->calendar.len + rtp_schedule_derive(from)->len;
    judgement->weeks = RTP_NEW_ARRAY(from->arena, rtp_review_week, most);
    judgement->end = judgement->terms.start = RTP_DATE_UNKNOWN;
    if (plan->calendar.len > 0) {
        take_recorded(plan, judgement);
    } else {
        take_schedule(from, judgement);
    }
    drop_overlaps(judgement);
    fill_weeks(from, judgement);
    if (judgement->week_count > 0) {
        judgement->terms.start = judgement->weeks[0].from;
        judgement->end = last_day(from, judgement->weeks[judgement->week_count - 1].from);
    }
}

bool rtp_review_is_over(const rtp_derive *from, rtp_date week)
{
    return from->today == RTP_DATE_UNKNOWN || last_day(from, week) < from->today;
}

/* ---- the verdict ---- */

static rtp_outcome_word word_of(rtp_verdict verdict)
{
    static const rtp_outcome_word words[] = {
        [RTP_VERDICT_NOT_TESTABLE] = RTP_OUTCOME_NOT_TESTABLE,
        [RTP_VERDICT_BETTER] = RTP_OUTCOME_BETTER,
        [RTP_VERDICT_NO_WORSE] = RTP_OUTCOME_NO_WORSE,
        [RTP_VERDICT_INCONCLUSIVE] = RTP_OUTCOME_INCONCLUSIVE,
        [RTP_VERDICT_WORSE] = RTP_OUTCOME_WORSE,
    };
    return words[verdict];
}

static void judge(rtp_derive *from, rtp_judgement *judgement)
{
    const rtp_review_metric *primary = judgement->primary;
    judgement->measured = primary ? word_of(primary->found.verdict) : RTP_OUTCOME_NOT_TESTABLE;
    judgement->verdict = judgement->measured;
    for (size_t i = 0; i < judgement->limit_count; i++) {
        if (judgement->limits[i].state == RTP_LIMIT_CROSSED) {
            judgement->verdict = RTP_OUTCOME_LIMIT;
        }
    }
    if (primary && from->profile->results->exclude.len > 0) {
        judgement->with_all = word_of(rtp_review_measure(from, judgement, primary->result, true).found.verdict);
    }
}

/* ---- what a longer trial could do ---- */

/* Weeks more until there are enough to test at all. */
static size_t weeks_to_test(const rtp_judgement *judgement)
{
    const rtp_review_metric *primary = judgement->primary;
    bool pairs = judgement->terms.alternating && !primary->unpaired;
    size_t least = pairs ? RTP_STATS_LEAST_PAIRS : RTP_STATS_LEAST_VALUES;
    size_t home = primary->found.n[1], office = primary->found.n[0];
    if (primary->base == RTP_BASE_SAMPLES || (!pairs && office < least)) {
        return 0; /* nobody said how many values a week has; weeks before the trial cannot be had afterwards */
    }
    return home < least ? (least - home) * (pairs ? 2 : 1) : 0;
}

static double spread_of(const rtp_review_metric *metric, const rtp_judgement *judgement, rtp_arena *arena)
{
    double squares = 0;
    size_t arms = 0;
    for (int at = RTP_LIVED_HOME; at <= RTP_LIVED_OFFICE; at++) {
        double *values = RTP_NEW_ARRAY(arena, double, judgement->week_count);
        size_t len = 0;
        for (size_t i = 0; i < judgement->week_count; i++) {
            const rtp_review_week *week = &judgement->weeks[i];
            const double *value =
                week->at == at && week->taken < 0 ? rtp_review_value(metric->result, week->from) : NULL;
            if (value) {
                values[len++] = *value;
            }
        }
        double spread = rtp_stats_spread(&(rtp_series){.values = values, .len = len});
        squares += spread * spread;
        arms += len > 1;
    }
    return arms > 0 ? sqrt(squares / (double)arms) : 0;
}

/* Weeks more until work that is in truth as good would keep the margin, by the spread of this trial. */
static size_t weeks_to_settle(rtp_derive *from, const rtp_judgement *judgement)
{
    const rtp_review_metric *primary = judgement->primary;
    bool pairs = judgement->terms.alternating;
    rtp_trial trial = {.paired = pairs, .spread = spread_of(primary, judgement, from->arena)};
    bool weekly = primary->result->values.len > 0 && !primary->by_month;
    if (!weekly || !judgement->terms.margin.known || !(trial.spread > 0) || !isfinite(trial.spread)) {
        return 0;
    }
    size_t needed = rtp_stats_weeks_needed(&trial, judgement->terms.margin.value, from->arena) * (pairs ? 2 : 1);
    size_t had = primary->found.n[1] * (pairs ? 2 : 1);
    return needed > had ? needed - had : 0;
}

static size_t weeks_more(rtp_derive *from, const rtp_judgement *judgement)
{
    size_t more = 0;
    if (judgement->primary && judgement->measured == RTP_OUTCOME_NOT_TESTABLE) {
        more = weeks_to_test(judgement);
    } else if (judgement->primary && judgement->measured == RTP_OUTCOME_INCONCLUSIVE) {
        more = weeks_to_settle(from, judgement);
    }
    return more <= EXTEND_MOST ? more : 0;
}

/* ---- all of it ---- */

static void measure_all(rtp_derive *from, rtp_judgement *judgement)
{
    const rtp_results *results = from->profile->results;
    judgement->metrics = RTP_NEW_ARRAY(from->arena, rtp_review_metric, results->metrics.len);
    for (size_t i = 0; i < results->metrics.len; i++) {
        const rtp_result *result = rtp_item(&results->metrics, rtp_result, i);
        if (rtp_metric_find(from->profile, result->name) < 0) {
            continue; /* left out of what is shared */
        }
        rtp_review_metric *metric = &judgement->metrics[judgement->metric_count++];
        *metric = rtp_review_measure(from, judgement, result, false);
        judgement->primary = metric->primary ? metric : judgement->primary;
    }
}

const rtp_judgement *rtp_judgement_derive(rtp_derive *from)
{
    if (!from->judgement && from->profile->results) {
        rtp_judgement *judgement = RTP_NEW(from->arena, rtp_judgement);
        judgement->terms = rtp_review_terms_of(from);
        rtp_review_lay_weeks(from, judgement);
        measure_all(from, judgement);
        rtp_review_hold_limits(from, judgement);
        judge(from, judgement);
        judgement->extend = weeks_more(from, judgement);
        rtp_review_list_omissions(from, judgement);
        rtp_review_list_changes(from, judgement);
        from->judgement = judgement;
    }
    return from->judgement;
}
