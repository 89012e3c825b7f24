/* Limits that were agreed, each held against the weeks with days at home: one value past it crosses it. A week
 * that was excluded cannot hide a crossing. */
#include "facts/review.h"
#include "facts/summary.h"

static bool is_past(double value, double limit, int better)
{
    return better == RTP_BETTER_HIGHER ? value < limit : value > limit;
}

typedef struct tally {
    rtp_review_limit *limit;
    int better;
    size_t set_aside; /* crossings in excluded weeks */
} tally;

static void count_value(tally *of, double value, rtp_date week, bool aside)
{
    rtp_review_limit *limit = of->limit;
    bool first = limit->n == 0, past = is_past(value, limit->given->limit.value, of->better);
    of->set_aside += past && aside;
    if (aside) {
        return;
    }
    if (first || is_past(value, limit->worst, of->better)) {
        limit->worst = value;
        limit->week = week;
    }
    limit->n++;
    limit->crossed += past;
}

static void count_weeks(const rtp_judgement *judgement, const rtp_result *result, tally *of)
{
    for (size_t i = 0; i < judgement->week_count; i++) {
        const rtp_review_week *week = &judgement->weeks[i];
        const double *value = week->at == RTP_LIVED_HOME ? rtp_review_value(result, week->from) : NULL;
        if (value) {
            count_value(of, *value, week->from, week->taken >= 0);
        }
    }
}

/* A limit for a month: one week past it is past it all the more, and a week within it says nothing yet. */
static rtp_limit_state state_of(const tally *of)
{
    const rtp_review_limit *limit = of->limit;
    bool lower = of->better == RTP_BETTER_LOWER;
    if (limit->by_month) {
        return lower && limit->crossed > 0 ? RTP_LIMIT_CROSSED : RTP_LIMIT_OPEN;
    }
    if (limit->crossed > 0) {
        return RTP_LIMIT_CROSSED;
    }
    return of->set_aside > 0 ? RTP_LIMIT_SET_ASIDE : limit->n > 0 ? RTP_LIMIT_KEPT : RTP_LIMIT_OPEN;
}

static const rtp_result *result_of(const rtp_results *results, rtp_str name)
{
    for (size_t i = 0; i < results->metrics.len; i++) {
        const rtp_result *result = rtp_item(&results->metrics, rtp_result, i);
        if (rtp_str_equal(result->name, name)) {
            return result;
        }
    }
    return NULL;
}

static rtp_review_limit hold(const rtp_derive *from, const rtp_judgement *judgement, const rtp_guardrail *given)
{
    const rtp_profile *profile = from->profile;
    rtp_review_limit limit = {.given = given, .metric = rtp_metric_find(profile, given->metric)};
    limit.state = RTP_LIMIT_OPEN;
    limit.week = RTP_DATE_UNKNOWN;
    const rtp_result *result = result_of(profile->results, given->metric);
    if (limit.metric < 0 || !result || !given->limit.known) {
        return limit;
    }
    tally of = {&limit, rtp_item(&profile->history.metrics, rtp_metric, limit.metric)->better, 0};
    limit.by_month = result->values.len > 0 && rtp_review_adds_up(profile, (size_t)limit.metric);
    count_weeks(judgement, result, &of);
    for (size_t i = 0; i < result->samples.home.len; i++) {
        count_value(&of, result->samples.home.items[i], RTP_DATE_UNKNOWN, false);
    }
    limit.state = of.better == RTP_BETTER_UNKNOWN ? RTP_LIMIT_OPEN : state_of(&of);
    return limit;
}

void rtp_review_hold_limits(rtp_derive *from, rtp_judgement *judgement)
{
    const rtp_objects *guardrails = judgement->terms.guardrails;
    judgement->limits = RTP_NEW_ARRAY(from->arena, rtp_review_limit, guardrails->len);
    for (size_t i = 0; i < guardrails->len; i++) {
        judgement->limits[i] = hold(from, judgement, rtp_item(guardrails, rtp_guardrail, i));
    }
    judgement->limit_count = guardrails->len;
}
