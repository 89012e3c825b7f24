/* Results on their way to a review: read, then held against the trial they are said to come from. A week that
 * is none of the trial's, or not over, would turn the verdict unnoticed. */
#include "rtopitch/app.h"

enum { WEEK = 7 };

typedef struct checker {
    const rtp_job *job;
    const rtp_results *results;
    const rtp_source *source;
    rtp_frame frame;
    rtp_arena *arena;
    rtp_diags *diags;
} checker;

static bool is_told(const checker *c, const rtp_diag *diag)
{
    bool told = false;
    for (size_t i = 0; i < c->diags->len && !told; i++) {
        const rtp_diag *other = &c->diags->items[i];
        told = other->source == diag->source && other->offset == diag->offset &&
               rtp_str_equal(rtp_str_from(other->code), rtp_str_from(diag->code));
    }
    return told;
}

/* The columns of a sheet share its weeks, so a row is told once. */
static void put(const checker *c, rtp_result_spot spot, rtp_diag words)
{
    rtp_diag diag = rtp_results_diag(c->results, c->source, spot, c->arena);
    diag.code = words.code;
    diag.message = words.message;
    diag.found = words.found;
    diag.expected = words.expected;
    diag.hint = words.hint;
    if (!is_told(c, &diag)) {
        rtp_diags_put(c->diags, diag);
    }
}

/* ---- weeks ---- */

/* The week of the trial that this day falls into; absent for none. */
static rtp_date week_around(const checker *c, rtp_date day)
{
    rtp_date found = RTP_DATE_UNKNOWN;
    for (size_t i = 0; i < c->frame.weeks.len; i++) {
        rtp_date week = c->frame.weeks.items[i];
        bool shares = day > week - WEEK && day < week + WEEK;
        bool closer = found == RTP_DATE_UNKNOWN || day >= week;
        found = shares && closer ? week : found;
    }
    return found;
}

static void refuse_week(const checker *c, rtp_result_spot spot, rtp_date near)
{
    rtp_str day = rtp_date_iso(c->arena, spot.week);
    rtp_str week = near == RTP_DATE_UNKNOWN ? (rtp_str){NULL, 0} : rtp_date_iso(c->arena, near);
    rtp_diag words = {.code = "P0156", .found = day, .expected = week};
    words.message = rtp_arena_format(c->arena, "no week of the trial begins on %.*s", RTP_FMT(day));
    words.hint = week.len > 0 ? rtp_arena_format(c->arena, "the week around it begins on %.*s", RTP_FMT(week))
                              : rtp_lit("rtopitch pilot plan lists the weeks");
    put(c, spot, words);
}

static void check_over(const checker *c, rtp_result_spot spot)
{
    if (rtp_facts_is_over(c->job->facts, spot.week)) {
        return;
    }
    rtp_str week = rtp_date_iso(c->arena, spot.week), today = rtp_date_iso(c->arena, c->job->today);
    rtp_diag words = {.code = "P0157", .found = week};
    words.message = rtp_arena_format(c->arena, "the week of %.*s is not over on %.*s", RTP_FMT(week), RTP_FMT(today));
    words.hint = rtp_lit("leave it out, or give the day of the review with --date");
    put(c, spot, words);
}

static void check_values(const checker *c, size_t item)
{
    const rtp_day_series *values = &rtp_item(&c->results->metrics, rtp_result, item)->values;
    for (size_t i = 0; i < values->len; i++) {
        rtp_result_spot spot = {RTP_RESULT_WEEK, item, values->items[i].day};
        rtp_date near = week_around(c, spot.week);
        if (near != RTP_DATE_UNKNOWN && near != spot.week) {
            refuse_week(c, spot, near);
        } else {
            check_over(c, spot);
        }
    }
}

/* Before the trial any week may be a part of the baseline. */
static void check_exclusions(const checker *c)
{
    for (size_t i = 0; i < c->results->exclude.len; i++) {
        rtp_date week = rtp_item(&c->results->exclude, rtp_exclusion, i)->week, near = week_around(c, week);
        bool before = near == RTP_DATE_UNKNOWN && week < c->frame.weeks.items[0];
        if (near != week && !before) {
            refuse_week(c, (rtp_result_spot){RTP_RESULT_EXCLUDED, i, week}, near);
        }
    }
}

static void check_lived(const checker *c)
{
    for (size_t i = 0; i < c->results->weeks.len; i++) {
        rtp_date week = rtp_item(&c->results->weeks, rtp_plan_week, i)->week, near = week_around(c, week);
        if (near != week && (near != RTP_DATE_UNKNOWN || !c->results->sheet)) {
            refuse_week(c, (rtp_result_spot){RTP_RESULT_LIVED, i, week}, near);
        }
    }
}

/* ---- the measure that decides ---- */

static void check_primary(const checker *c)
{
    rtp_str name = c->frame.primary;
    bool found = name.len == 0;
    for (size_t i = 0; i < c->results->metrics.len && !found; i++) {
        found = rtp_str_equal(rtp_item(&c->results->metrics, rtp_result, i)->name, name);
    }
    if (!found) {
        rtp_diag words = {.code = "P0155", .expected = name};
        words.message =
            rtp_arena_format(c->arena, "the results have no values of \"%.*s\", which decides", RTP_FMT(name));
        words.hint = rtp_lit("add its values; the measure that was agreed cannot be left out");
        put(c, (rtp_result_spot){.part = RTP_RESULT_WHOLE}, words);
    }
}

static bool fits(const checker *c)
{
    size_t errors = c->diags->errors;
    check_primary(c);
    for (size_t i = 0; i < c->results->metrics.len; i++) {
        check_values(c, i);
    }
    if (c->frame.weeks.len > 0) {
        check_exclusions(c);
        check_lived(c);
    }
    return c->diags->errors == errors;
}

/* ---- the way ---- */

static bool has_pilot(const rtp_job *job, rtp_arena *arena, rtp_diags *diags)
{
    if (job->profile->pilot.known) {
        return true;
    }
    rtp_source *source = RTP_NEW(arena, rtp_source);
    *source = job->source;
    rtp_diags_put(diags, (rtp_diag){.severity = RTP_ERROR,
                                    .code = "P0158",
                                    .source = source,
                                    .length = 1,
                                    .message = rtp_lit("the profile has no pilot to review"),
                                    .hint = rtp_lit("record its terms before it starts: rtopitch pilot plan --into")});
    return false;
}

bool rtp_job_review(rtp_job *job, rtp_str path, rtp_arena *arena, rtp_diags *diags)
{
    rtp_source *source = RTP_NEW(arena, rtp_source); /* diagnostics point at it */
    if (!has_pilot(job, arena, diags) || !rtp_file_read(path, rtp_json_profile_limits.bytes, arena, diags, source)) {
        return false;
    }
    const rtp_results *results = rtp_results_load(source, job->profile, arena, diags);
    if (!results) {
        return false;
    }
    checker c = {job, results, source, rtp_facts_frame(job->facts), arena, diags};
    if (!fits(&c)) {
        return false;
    }
    job->results = results;
    rtp_job_derive(job, job->profile, arena);
    return true;
}
