/* Terms as they were recorded against terms as they stand: what was changed after the start is told, and the
 * recorded one counts. */
#include "facts/review.h"
#include "facts/summary.h"
#include "facts/trial.h"
#include "facts/value.h"
#include "facts/wording.h"

enum { TERMS_MOST = 6 };

typedef struct lister {
    rtp_derive *from;
    rtp_judgement *judgement;
} lister;

static const rtp_str unsaid = RTP_STR("not set");

static void put(lister *l, rtp_changed_term changed)
{
    bool same = rtp_str_equal(changed.recorded, changed.now);
    if (same) {
        return;
    }
    changed.recorded = changed.recorded.len > 0 ? changed.recorded : unsaid;
    changed.now = changed.now.len > 0 ? changed.now : unsaid;
    l->judgement->changes[l->judgement->change_count++] = changed;
}

/* ---- terms as text; nothing for one that is not set ---- */

static rtp_str date_text(const lister *l, rtp_date date)
{
    return date == RTP_DATE_UNKNOWN ? (rtp_str){NULL, 0} : rtp_date_long(l->from->arena, date);
}

static rtp_str weeks_text(const lister *l, rtp_count weeks)
{
    return weeks.known ? rtp_arena_format(l->from->arena, "%ld week%s", (long)weeks.value, weeks.value == 1 ? "" : "s")
                       : (rtp_str){NULL, 0};
}

static rtp_str design_text(int design)
{
    static const rtp_str texts[] = {{NULL, 0}, RTP_STR("before and after"), RTP_STR("weeks that take turns")};
    return texts[design];
}

/* Days are earned back before and after, whatever the profile says of a later trial. */
static int design_now(const lister *l)
{
    int given = l->from->profile->pilot.design;
    return given > 0 && !rtp_schedule_derive(l->from)->alternating ? 1 : given;
}

static rtp_str unit_of(const lister *l, rtp_str name)
{
    ptrdiff_t found = rtp_metric_find(l->from->profile, name);
    return found < 0 ? (rtp_str){NULL, 0} : rtp_item(&l->from->profile->history.metrics, rtp_metric, found)->unit;
}

static rtp_str amount_text(const lister *l, rtp_number number, rtp_str unit)
{
    rtp_amount amount = {number.value, rtp_value_decimals(number.value), unit};
    return number.known ? rtp_amount_text(l->from->arena, amount) : (rtp_str){NULL, 0};
}

/* ---- limits ---- */

static const rtp_guardrail *limit_of(const rtp_objects *guardrails, rtp_str metric)
{
    for (size_t i = 0; i < guardrails->len; i++) {
        const rtp_guardrail *guardrail = rtp_item(guardrails, rtp_guardrail, i);
        if (rtp_str_equal(guardrail->metric, metric)) {
            return guardrail;
        }
    }
    return NULL;
}

static void put_limit(lister *l, rtp_str metric, const rtp_guardrail *recorded, const rtp_guardrail *now)
{
    const rtp_number none = {false, 0};
    rtp_str unit = unit_of(l, metric);
    put(l, (rtp_changed_term){rtp_arena_format(l->from->arena, "the stop sign on %.*s", RTP_FMT(metric)),
                              amount_text(l, recorded ? recorded->limit : none, unit),
                              amount_text(l, now ? now->limit : none, unit), "/pilot/guardrails"});
}

static void list_limits(lister *l)
{
    const rtp_objects *recorded = &l->from->profile->pilot.plan.guardrails, *now = &l->from->profile->pilot.guardrails;
    for (size_t i = 0; i < recorded->len; i++) {
        const rtp_guardrail *then = rtp_item(recorded, rtp_guardrail, i);
        put_limit(l, then->metric, then, limit_of(now, then->metric));
    }
    for (size_t i = 0; i < now->len; i++) {
        const rtp_guardrail *added = rtp_item(now, rtp_guardrail, i);
        if (!limit_of(recorded, added->metric)) {
            put_limit(l, added->metric, NULL, added);
        }
    }
}

void rtp_review_list_changes(rtp_derive *from, rtp_judgement *judgement)
{
    const rtp_pilot *pilot = &from->profile->pilot;
    const rtp_plan *plan = &pilot->plan;
    lister l = {from, judgement};
    if (!plan->known) {
        return;
    }
    judgement->changes =
        RTP_NEW_ARRAY(from->arena, rtp_changed_term, TERMS_MOST + plan->guardrails.len + pilot->guardrails.len);
    rtp_str unit = unit_of(&l, plan->primary);
    const rtp_changed_term terms[TERMS_MOST] = {
        {rtp_lit("the measure that decides"), plan->primary, pilot->primary, "/pilot/primary"},
        {rtp_lit("the margin"), amount_text(&l, plan->margin, unit), amount_text(&l, pilot->margin, unit),
         "/pilot/margin"},
        {rtp_lit("the design"), design_text(plan->design), design_text(design_now(&l)), "/pilot/design"},
        {rtp_lit("the start"), date_text(&l, plan->start), date_text(&l, pilot->start), "/pilot/start"},
        {rtp_lit("the length"), weeks_text(&l, plan->weeks), weeks_text(&l, pilot->weeks), "/pilot/weeks"},
        {rtp_lit("the review"), date_text(&l, plan->review), date_text(&l, pilot->review), "/pilot/review"},
    };
    for (size_t i = 0; i < RTP_COUNT(terms); i++) {
        put(&l, terms[i]);
    }
    list_limits(&l);
}
