/* Days against the day of the document: what is told as done lies behind it, what is planned lies ahead.
 * Apart from the other checks, since only a run knows its day. */
#include "profile/check.h"
#include "profile/fields.h"

typedef struct day_check {
    rtp_check check;
    rtp_date today;
} day_check;

/* ---- the future, told as the past ---- */

static void put_future(const day_check *on, rtp_str pointer, rtp_str found, bool at_key)
{
    rtp_str today = rtp_date_iso(on->check.arena, on->today);
    rtp_finding finding = {
        .code = "P0221",
        .pointer = pointer,
        .at_key = at_key,
        .message =
            rtp_check_say(&on->check, "this is told as done, and it is after the document's day, %.*s", RTP_FMT(today)),
        .found = found,
        .expected = rtp_check_say(&on->check, "%.*s or earlier", RTP_FMT(today)),
        .hint = rtp_lit("correct the date; what is only planned does not belong here"),
    };
    rtp_check_put(&on->check, finding);
}

/* Of item i of a list. */
static void check_day(const day_check *on, rtp_date day, const char *list, size_t i, const char *key)
{
    if (day != RTP_DATE_UNKNOWN && day > on->today) {
        rtp_str pointer = rtp_check_say(&on->check, "%s/%zu/%s", list, i, key);
        put_future(on, pointer, rtp_date_iso(on->check.arena, day), false);
    }
}

/* The month under way counts as measured: some systems are read in the middle of it. */
static void check_months(const day_check *on, const rtp_metric *metric, size_t i)
{
    rtp_month last = rtp_date_month(on->today);
    for (size_t k = 0; k < metric->values.len; k++) {
        rtp_month month = metric->values.items[k].month;
        if (month > last) {
            rtp_str text = rtp_month_iso(on->check.arena, month);
            put_future(on, rtp_check_say(&on->check, "/history/metrics/%zu/values/%.*s", i, RTP_FMT(text)), text, true);
            return;
        }
    }
}

static void check_done(const day_check *on)
{
    const rtp_profile *profile = on->check.profile;
    for (size_t i = 0; i < profile->deliverables.len && i < DELIVERABLE_LIMIT; i++) {
        check_day(on, rtp_item(&profile->deliverables, rtp_deliverable, i)->done, "/deliverables", i, "done");
    }
    for (size_t i = 0; i < profile->history.reviews.len && i < DELIVERABLE_LIMIT; i++) {
        check_day(on, rtp_item(&profile->history.reviews, rtp_review, i)->date, "/history/reviews", i, "date");
    }
    for (size_t i = 0; i < profile->conversations.len && i < DELIVERABLE_LIMIT; i++) {
        check_day(on, rtp_item(&profile->conversations, rtp_conversation, i)->date, "/conversations", i, "date");
    }
    for (size_t i = 0; i < profile->history.metrics.len && i < METRIC_LIMIT; i++) {
        check_months(on, rtp_item(&profile->history.metrics, rtp_metric, i), i);
    }
}

/* ---- the past, told as a plan ---- */

static void check_plan(const day_check *on, rtp_date day, const char *pointer, const char *what)
{
    if (day == RTP_DATE_UNKNOWN || day >= on->today) {
        return;
    }
    rtp_str today = rtp_date_iso(on->check.arena, on->today);
    rtp_finding finding = {
        .code = "P0222",
        .pointer = rtp_str_from(pointer),
        .message = rtp_check_say(&on->check, "%s has passed: the document's day is %.*s", what, RTP_FMT(today)),
        .found = rtp_date_iso(on->check.arena, day),
        .expected = rtp_check_say(&on->check, "%.*s or later", RTP_FMT(today)),
        .hint = rtp_lit("give a day that is still to come, or leave it out"),
    };
    rtp_check_put(&on->check, finding);
}

/* ---- an office period that the trial cuts short ---- */

static rtp_date later_of(rtp_date a, rtp_date b)
{
    return a > b ? a : b;
}

static void check_office_period(const day_check *on)
{
    const rtp_profile *profile = on->check.profile;
    const rtp_pilot *pilot = &profile->pilot;
    rtp_date asked = profile->ask.start >= on->today ? profile->ask.start : RTP_DATE_UNKNOWN;
    rtp_date first = profile->mandate.start != RTP_DATE_UNKNOWN ? profile->mandate.start : asked;
    bool counted = pilot->baseline_days.known && pilot->baseline_days.value <= DAY_LIMIT;
    if (!counted || first == RTP_DATE_UNKNOWN || pilot->start == RTP_DATE_UNKNOWN) {
        return;
    }
    rtp_date last = later_of(first, on->today) + pilot->baseline_days.value;
    if (pilot->start >= last || pilot->start < on->today) {
        return;
    }
    rtp_str date = rtp_date_iso(on->check.arena, last);
    rtp_finding finding = {
        .code = "P0223",
        .pointer = rtp_lit("/pilot/start"),
        .message = rtp_check_say(&on->check, "the trial starts within the %d days at the office before it",
                                 pilot->baseline_days.value),
        .found = rtp_date_iso(on->check.arena, pilot->start),
        .expected = rtp_check_say(&on->check, "%.*s or later", RTP_FMT(date)),
        .hint = rtp_lit("start the trial later, or make baseline_days fewer"),
    };
    rtp_check_put(&on->check, finding);
}

void rtp_profile_check_days(const rtp_profile *profile, const rtp_source *source, rtp_date today, rtp_diags *diags)
{
    size_t first = diags->len;
    day_check on = {{.profile = profile, .source = source, .arena = diags->arena, .diags = diags}, today};
    check_done(&on);
    check_plan(&on, profile->ask.decide_by, "/ask/decide_by", "the day for an answer");
    check_plan(&on, profile->ask.start, "/ask/start", "the start");
    check_plan(&on, profile->pilot.review, "/pilot/review", "the review");
    check_office_period(&on);
    rtp_check_drop_ignored(profile, first, diags);
}
