/* Turns the statistics of two sides into a claim, and gathers what a sceptic would ask about them.
 * One comparison a metric; everything told of it later is read from the summary. */
#include "facts/claim.h"
#include "facts/value.h"

#include <math.h>

enum { MONTHS_A_YEAR = 12, MONTH = 1, QUARTER = 3 };

static const rtp_side_summary *side_of(const rtp_metric_summary *summary, size_t side)
{
    return &summary->modes[side == 0 ? RTP_MODE_OFFICE : summary->compared];
}

/* ---- what is compared ---- */

static int compared_mode(const rtp_derive *from, const rtp_metric_summary *summary)
{
    bool remote_ask = from->ladder.steps[0].rung.office_days.value == 0;
    int wanted = remote_ask ? RTP_MODE_REMOTE : RTP_MODE_HYBRID;
    int other = remote_ask ? RTP_MODE_HYBRID : RTP_MODE_REMOTE;
    return summary->modes[wanted].n == 0 && summary->modes[other].n > 0 ? other : wanted;
}

/* ---- the periods behind the values ---- */

/* A month or a quarter, 0 when the values stand in no such step. */
static int32_t step_of(const rtp_metric_summary *summary)
{
    int32_t least = 0;
    for (size_t k = 0; k < 2; k++) {
        const rtp_side_summary *side = side_of(summary, k);
        for (size_t i = 1; side->months && i < side->n; i++) {
            int32_t gap = side->months[i] - side->months[i - 1];
            least = least == 0 || gap < least ? gap : least;
        }
    }
    return least == MONTH || least == QUARTER ? least : 0;
}

/* The month under way may have no value yet, unless one is given for it. */
static rtp_month last_counted(const rtp_derive *from, const rtp_side_summary *side)
{
    bool dated = from->today != RTP_DATE_UNKNOWN;
    rtp_month before = dated ? rtp_date_month(from->today) - 1 : side->last;
    return side->last > before ? side->last : before;
}

static size_t room_of(const rtp_derive *from, const rtp_side_summary *side, int mode, int32_t step)
{
    const rtp_objects *periods = &from->profile->history.modes;
    rtp_month end = last_counted(from, side);
    size_t room = 0;
    for (size_t i = 0; i < periods->len; i++) {
        const rtp_period *period = rtp_item(periods, rtp_period, i);
        rtp_month to = period->to == RTP_DATE_UNKNOWN || period->to > end ? end : period->to;
        room += period->mode == mode && to >= period->from ? (size_t)((to - period->from + 1) / step) : 0;
    }
    return room;
}

bool rtp_claim_is_partial(const rtp_metric_summary *summary)
{
    return summary->comparable && (side_of(summary, 0)->n < side_of(summary, 0)->expected ||
                                   side_of(summary, 1)->n < side_of(summary, 1)->expected);
}

static unsigned months_of_year(const rtp_side_summary *side)
{
    unsigned seen = 0;
    for (size_t i = 0; side->months && i < side->n; i++) {
        seen |= 1U << (unsigned)(side->months[i] % MONTHS_A_YEAR);
    }
    return seen;
}

static void look_at_periods(const rtp_derive *from, rtp_metric_summary *summary)
{
    int32_t step = step_of(summary);
    const int modes[] = {RTP_MODE_OFFICE, summary->compared};
    for (size_t i = 0; i < RTP_COUNT(modes) && step > 0; i++) {
        rtp_side_summary *side = &summary->modes[modes[i]];
        side->expected = room_of(from, side, modes[i], step);
    }
}

/* ---- cautions ---- */

/* Gaps are looked for here: a side's months may be apart because others lie between them. */
unsigned rtp_claim_cautions(const rtp_metric_summary *summary, const rtp_comparison *of)
{
    unsigned flags = of->flags;
    bool changed =
        summary->claim == RTP_CLAIM_BETTER || summary->claim == RTP_CLAIM_WORSE; /* else nothing to explain */
    const struct {
        bool holds;
        rtp_caution caution;
    } cautions[] = {
        {(flags & RTP_STATS_UNEQUAL) != 0, RTP_CAUTION_UNEQUAL},
        {months_of_year(side_of(summary, 0)) != months_of_year(side_of(summary, 1)), RTP_CAUTION_SEASON},
        {rtp_claim_is_partial(summary), RTP_CAUTION_PARTIAL},
        {(flags & RTP_STATS_DRIFTING) != 0, RTP_CAUTION_DRIFT},
        {(flags & RTP_STATS_AUTOCORRELATED) != 0, RTP_CAUTION_ALIKE},
        {(flags & RTP_STATS_TIES) != 0, RTP_CAUTION_TIES},
        {(flags & RTP_STATS_SMALL_LOSS) != 0, RTP_CAUTION_SMALL_LOSS},
        {changed && (flags & RTP_STATS_DRIFT_OPEN) != 0, RTP_CAUTION_TREND},
    };
    unsigned found = 0;
    for (size_t i = 0; i < RTP_COUNT(cautions); i++) {
        found |= cautions[i].holds ? (unsigned)cautions[i].caution : 0U;
    }
    return found;
}

/* ---- the claim ---- */

static int direction_of(const rtp_metric_summary *summary, int better)
{
    if (!summary->comparable || better == RTP_BETTER_UNKNOWN) {
        return 0;
    }
    double gain = better == RTP_BETTER_HIGHER ? summary->shift : -summary->shift;
    return gain > 0 ? RTP_IMPROVED : gain < 0 ? RTP_WORSE : RTP_UNCHANGED;
}

/* A change so small that nobody would mind it is none that anybody should be asked to admire. */
static bool is_within_margin(const rtp_metric_summary *summary)
{
    return summary->margin.known && fabs(summary->shift) < summary->margin.value;
}

static rtp_claim claim_of(const rtp_metric_summary *summary)
{
    static const rtp_claim by_verdict[] = {
        [RTP_VERDICT_NOT_TESTABLE] = RTP_CLAIM_NOT_TESTABLE,
        [RTP_VERDICT_BETTER] = RTP_CLAIM_BETTER,
        [RTP_VERDICT_NO_WORSE] = RTP_CLAIM_NO_WORSE,
        [RTP_VERDICT_INCONCLUSIVE] = RTP_CLAIM_INCONCLUSIVE,
        [RTP_VERDICT_WORSE] = RTP_CLAIM_WORSE,
    };
    if (summary->direction == 0) {
        return RTP_CLAIM_NOT_TESTABLE;
    }
    if ((summary->found.flags & RTP_STATS_FEW) != 0) {
        return RTP_CLAIM_ANECDOTAL;
    }
    rtp_claim claim = by_verdict[summary->found.verdict];
    return claim == RTP_CLAIM_BETTER && is_within_margin(summary) ? RTP_CLAIM_NO_WORSE : claim;
}

static rtp_series series_of(const rtp_metric_summary *summary, size_t i)
{
    const rtp_side_summary *side = side_of(summary, i);
    return (rtp_series){.values = side->values, .times = side->months, .len = side->n};
}

static rtp_question question_of(const rtp_metric *metric, const rtp_metric_summary *summary)
{
    return (rtp_question){(rtp_gain)metric->better, summary->margin.known, summary->margin.value};
}

void rtp_claim_add_parts(const rtp_metric *metric, const rtp_metric_summary *summary, unsigned parts, rtp_arena *arena,
                         rtp_comparison *found)
{
    rtp_series sides[] = {series_of(summary, 0), series_of(summary, 1)};
    rtp_stats_add_parts(sides, question_of(metric, summary), parts, arena, found);
}

static void compare(const rtp_derive *from, const rtp_metric *metric, rtp_metric_summary *summary)
{
    rtp_series sides[] = {series_of(summary, 0), series_of(summary, 1)};
    summary->found = rtp_stats_compare_parts(sides, question_of(metric, summary), 0, from->arena);
    summary->shift = rtp_value_round(summary->found.shift, summary->decimals);
    summary->interval = (rtp_interval){rtp_value_round(summary->found.interval.low, summary->decimals),
                                       rtp_value_round(summary->found.interval.high, summary->decimals)};
}

void rtp_claim_make(const rtp_derive *from, const rtp_metric *metric, rtp_metric_summary *summary)
{
    summary->compared = compared_mode(from, summary);
    summary->comparable = side_of(summary, 0)->n > 0 && side_of(summary, 1)->n > 0;
    if (summary->comparable) {
        look_at_periods(from, summary);
        compare(from, metric, summary);
    }
    summary->direction = direction_of(summary, metric->better);
    summary->claim = claim_of(summary);
}
