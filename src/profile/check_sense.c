/* Parts of a profile that cannot all be true, or that would make a plan nobody can keep. Each alone is
 * well-formed, so these are warnings; a document built on them would be put aside. */
#include "profile/check.h"
#include "profile/fields.h"

/* ---- steps of the ask that ask for nothing ---- */

static void check_rung(const rtp_check *check, const char *name, const rtp_rung *rung)
{
    rtp_count told = check->profile->mandate.office_days, days = rung->office_days;
    if (!told.known || !days.known || days.value < told.value) {
        return;
    }
    rtp_finding finding = {
        .code = "P0215",
        .pointer = rtp_check_say(check, "/ask/%s/office_days", name),
        .message = rtp_check_say(check, "%s has %d office day%s, and the mandate is %d", name, days.value,
                                 rtp_check_plural(days.value), told.value),
        .found = rtp_check_say(check, "%d", days.value),
        .expected = rtp_check_say(check, "fewer than %d", told.value),
        .hint = rtp_lit("a step that grants nothing is none; name fewer office days or leave it out"),
    };
    rtp_check_put(check, finding);
}

/* When the preferred step asks for nothing, that is told there. */
static void check_rungs(const rtp_check *check)
{
    const rtp_ask *ask = &check->profile->ask;
    rtp_count told = check->profile->mandate.office_days, preferred = ask->preferred.office_days;
    if (told.known && preferred.known && preferred.value < told.value) {
        check_rung(check, "acceptable", &ask->acceptable);
        check_rung(check, "starter", &ask->starter);
    }
}

/* ---- the trial before what it tries ---- */

static void check_start(const rtp_check *check)
{
    rtp_date asked = check->profile->ask.start, starts = check->profile->pilot.start;
    if (asked == RTP_DATE_UNKNOWN || starts == RTP_DATE_UNKNOWN || starts >= asked) {
        return;
    }
    rtp_str date = rtp_date_iso(check->arena, asked);
    rtp_finding finding = {
        .code = "P0216",
        .pointer = rtp_lit("/pilot/start"),
        .message = rtp_check_say(check, "the trial starts before what is asked for, on %.*s", RTP_FMT(date)),
        .found = rtp_date_iso(check->arena, starts),
        .expected = rtp_check_say(check, "%.*s or later", RTP_FMT(date)),
        .hint = rtp_lit("correct pilot.start or ask.start; with one of them the document has the other"),
    };
    rtp_check_put(check, finding);
}

/* ---- people ---- */

static void check_new_hires(const rtp_check *check)
{
    rtp_count size = check->profile->team.size, hires = check->profile->team.new_hires;
    if (!size.known || !hires.known || hires.value <= size.value) {
        return;
    }
    rtp_finding finding = {
        .code = "P0217",
        .pointer = rtp_lit("/team/new_hires"),
        .message = rtp_check_say(check, "%d new hires are more than the team, which has %d", hires.value, size.value),
        .found = rtp_check_say(check, "%d", hires.value),
        .expected = rtp_check_say(check, "%d or fewer", size.value),
        .hint = rtp_lit("correct size or new_hires; size counts everybody, you and the new hires too"),
    };
    rtp_check_put(check, finding);
}

/* ---- work done before there was anybody to do it ---- */

static void check_done(const rtp_check *check)
{
    const rtp_profile *profile = check->profile;
    rtp_month started = profile->person.started;
    for (size_t i = 0; started != RTP_DATE_UNKNOWN && i < profile->deliverables.len; i++) {
        rtp_date done = rtp_item(&profile->deliverables, rtp_deliverable, i)->done;
        if (done == RTP_DATE_UNKNOWN || rtp_date_month(done) >= started) {
            continue;
        }
        rtp_str month = rtp_month_iso(check->arena, started);
        rtp_finding finding = {
            .code = "P0218",
            .pointer = rtp_check_say(check, "/deliverables/%zu/done", i),
            .message = rtp_check_say(check, "this was done before you started, in %.*s", RTP_FMT(month)),
            .found = rtp_date_iso(check->arena, done),
            .expected = rtp_check_say(check, "%.*s or later", RTP_FMT(month)),
            .hint = rtp_lit("correct done or person.started"),
        };
        rtp_check_put(check, finding);
    }
}

void rtp_check_sense(const rtp_check *check)
{
    check_rungs(check);
    check_start(check);
    check_new_hires(check);
    check_done(check);
}
