/* Weeks that do not count, and why: declared ones one by one with their reason, the others together. What
 * nobody declared is told as plainly as what somebody did. */
#include "facts/review.h"

#include <stdlib.h>

enum { WEEK = 7 };

typedef struct lister {
    rtp_derive *from;
    rtp_judgement *judgement;
    size_t cap;
} lister;

static void put(lister *l, rtp_omission omission)
{
    rtp_judgement *judgement = l->judgement;
    if (omission.len == 0) {
        return;
    }
    judgement->omissions = rtp_array_grow(l->from->arena, judgement->omissions, judgement->omission_count, &l->cap,
                                          sizeof *judgement->omissions);
    judgement->omissions[judgement->omission_count++] = omission;
}

static void list_excluded(lister *l)
{
    const rtp_objects *exclude = &l->from->profile->results->exclude;
    for (size_t i = 0; i < exclude->len; i++) {
        const rtp_exclusion *given = rtp_item(exclude, rtp_exclusion, i);
        put(l, (rtp_omission){RTP_OMITTED_EXCLUDED, &given->week, 1, given->why});
    }
}

/* ---- weeks of the trial ---- */

typedef bool week_test(const lister *l, size_t i);

static bool has_value(const lister *l, size_t i)
{
    const rtp_review_metric *primary = l->judgement->primary;
    return primary && rtp_review_value(primary->result, l->judgement->weeks[i].from) != NULL;
}

static bool counts(const lister *l, size_t i)
{
    return l->judgement->weeks[i].taken < 0 && has_value(l, i);
}

static bool by_week(const lister *l)
{
    return l->judgement->primary && l->judgement->primary->result->values.known;
}

static bool is_missing(const lister *l, size_t i)
{
    const rtp_review_week *week = &l->judgement->weeks[i];
    return by_week(l) && week->taken < 0 && !has_value(l, i) && rtp_review_is_over(l->from, week->from);
}

static bool is_pending(const lister *l, size_t i)
{
    return !rtp_review_is_over(l->from, l->judgement->weeks[i].from);
}

static bool is_unplaced(const lister *l, size_t i)
{
    return l->judgement->weeks[i].at == RTP_LIVED_UNKNOWN && counts(l, i);
}

static bool is_spare(const lister *l, size_t i)
{
    return l->judgement->terms.alternating && l->judgement->weeks[i].pair == 0 && counts(l, i);
}

static bool is_partner(const lister *l, size_t i)
{
    const rtp_review_week *week = &l->judgement->weeks[i];
    size_t other = i % 2 == 0 ? i + 1 : i - 1;
    if (!by_week(l) || week->pair == 0 || !counts(l, i) || week->at == RTP_LIVED_UNKNOWN) {
        return false;
    }
    return !counts(l, other) || l->judgement->weeks[other].at == week->at;
}

static bool is_deviated(const lister *l, size_t i)
{
    const rtp_review_week *week = &l->judgement->weeks[i];
    return week->lived != week->at && week->at != RTP_LIVED_UNKNOWN;
}

static void list_weeks(lister *l, rtp_omission_kind kind, week_test *test)
{
    const rtp_judgement *judgement = l->judgement;
    rtp_date *weeks = RTP_NEW_ARRAY(l->from->arena, rtp_date, judgement->week_count);
    size_t len = 0;
    for (size_t i = 0; i < judgement->week_count; i++) {
        if (test(l, i)) {
            weeks[len++] = judgement->weeks[i].from;
        }
    }
    put(l, (rtp_omission){kind, weeks, len, {NULL, 0}});
}

/* ---- weeks outside of it ---- */

static bool is_early(const lister *l, rtp_date week)
{
    const rtp_judgement *judgement = l->judgement;
    rtp_count baseline = l->from->profile->pilot.baseline_weeks;
    if (judgement->terms.start == RTP_DATE_UNKNOWN || week >= judgement->terms.start) {
        return false;
    }
    bool before = baseline.known && week < judgement->terms.start - (rtp_date)baseline.value * WEEK;
    return judgement->terms.alternating || before;
}

static bool is_late(const lister *l, rtp_date week)
{
    return l->judgement->end != RTP_DATE_UNKNOWN && week > l->judgement->end;
}

static void list_outside(lister *l, rtp_omission_kind kind, bool (*test)(const lister *l, rtp_date week))
{
    if (!by_week(l)) {
        return;
    }
    const rtp_day_series *values = &l->judgement->primary->result->values;
    rtp_date *weeks = RTP_NEW_ARRAY(l->from->arena, rtp_date, values->len);
    size_t len = 0;
    for (size_t i = 0; i < values->len; i++) {
        if (test(l, values->items[i].day)) {
            weeks[len++] = values->items[i].day;
        }
    }
    put(l, (rtp_omission){kind, weeks, len, {NULL, 0}});
}

void rtp_review_list_omissions(rtp_derive *from, rtp_judgement *judgement)
{
    static const struct {
        rtp_omission_kind kind;
        week_test *test;
    } rows[] = {
        {RTP_OMITTED_MISSING, is_missing},   {RTP_OMITTED_PARTNER, is_partner}, {RTP_OMITTED_SPARE, is_spare},
        {RTP_OMITTED_UNPLACED, is_unplaced}, {RTP_OMITTED_PENDING, is_pending}, {RTP_OMITTED_DEVIATED, is_deviated},
    };
    lister l = {.from = from, .judgement = judgement};
    list_excluded(&l);
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        list_weeks(&l, rows[i].kind, rows[i].test);
    }
    list_outside(&l, RTP_OMITTED_EARLY, is_early);
    list_outside(&l, RTP_OMITTED_LATE, is_late);
}
