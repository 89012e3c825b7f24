/* The pilot's terms, tried out and written down. What the review will judge by must stand in the profile
 * before the trial starts, so that nobody can move it afterwards unnoticed. */
#include "rtopitch/app.h"

enum { EDITS_MOST = 48 };

typedef struct recorder {
    const rtp_job *job;
    rtp_arena *arena;
    rtp_json_edit edits[EDITS_MOST];
    size_t len;
} recorder;

static void put_edit(recorder *r, rtp_str pointer, rtp_str json)
{
    if (r->len < EDITS_MOST) {
        r->edits[r->len++] = (rtp_json_edit){pointer, json};
    }
}

static rtp_str quoted(rtp_str text, rtp_arena *arena)
{
    rtp_buf out = rtp_buf_make(8 * text.len + 16);
    rtp_json_writer w = rtp_json_writer_make(&out, 0);
    rtp_json_put_text(&w, text);
    rtp_str made = rtp_arena_copy(arena, rtp_buf_text(&out));
    rtp_buf_free(&out);
    return made;
}

static rtp_str json_of(const rtp_value *value, rtp_arena *arena)
{
    switch (value->type) {
    case RTP_NUMBER:
        return rtp_number_json(arena, value->number);
    case RTP_DATE:
        return quoted(rtp_date_iso(arena, value->date), arena);
    case RTP_TEXT:
    case RTP_WORD:
        return quoted(value->text, arena);
    case RTP_FLAG:
    case RTP_MONTH:
    case RTP_LIST:
        break;
    }
    return (rtp_str){NULL, 0};
}

static const rtp_value *fact_of(const rtp_job *job, const char *name, size_t item)
{
    int number = rtp_fact_find(rtp_str_from(name));
    return rtp_facts_get(job->facts, number < 0 ? SIZE_MAX : (size_t)number, item);
}

/* ---- trying terms out ---- */

/* What only the assumption brought up is told without a place, since it stands in no file. */
static bool tell_new(const rtp_diags *assumed, rtp_diags *diags)
{
    size_t errors = diags->errors;
    for (size_t i = 0; i < assumed->len; i++) {
        rtp_diag diag = assumed->items[i];
        bool known = false;
        for (size_t k = 0; k < diags->len && !known; k++) {
            known = rtp_str_equal(rtp_str_from(diags->items[k].code), rtp_str_from(diag.code));
        }
        if (!known) {
            diag.source = NULL;
            rtp_diags_put(diags, diag);
        }
    }
    return diags->errors == errors;
}

bool rtp_job_assume(rtp_job *job, rtp_terms terms, rtp_arena *arena, rtp_diags *diags)
{
    recorder *r = RTP_NEW(arena, recorder);
    *r = (recorder){.job = job, .arena = arena};
    if (terms.weeks > 0) {
        put_edit(r, rtp_lit("/pilot/weeks"), rtp_number_json(arena, terms.weeks));
    }
    if (terms.design > 0) {
        put_edit(r, rtp_lit("/pilot/design"), quoted(rtp_word(&rtp_words_design, terms.design), arena));
    }
    if (terms.seed > 0) {
        put_edit(r, rtp_lit("/pilot/x-plan/seed"), rtp_number_json(arena, terms.seed));
    }
    if (r->len == 0) {
        return true;
    }
    rtp_source *source = RTP_NEW(arena, rtp_source);
    source->name = job->source.name;
    rtp_diags *assumed = rtp_diags_make(diags->arena);
    rtp_job made = {.pack = job->pack, .today = job->today};
    bool done = rtp_json_change(&job->source, (rtp_json_edits){r->edits, r->len}, arena, diags, &source->text) &&
                rtp_job_take(&made, source, arena, assumed);
    if (!tell_new(assumed, diags) || !done) {
        return false;
    }
    *job = made;
    return true;
}

/* ---- writing them down ---- */

typedef struct term {
    const char *pointer, *fact;
} term;

static const term terms_of_all[] = {
    {"/pilot/start", "pilot.start"},
    {"/pilot/weeks", "pilot.weeks"},
    {"/pilot/primary", "pilot.primary"},
    {"/pilot/margin", "trial.margin"},
    {"/pilot/decider", "decider.name"},
    {"/pilot/review", "pilot.review"},
    {"/pilot/notice_days", "pilot.notice_days"},
    {"/pilot/design", "trial.design"},
};
/* Of days to be earned back. */
static const term terms_of_earning[] = {
    {"/pilot/baseline_days", "pilot.baseline_days"},
    {"/pilot/trial_days", "pilot.trial_days"},
};
/* Before and after alone: weeks that take turns have their baseline among them. */
static const term terms_of_windows[] = {
    {"/pilot/baseline_weeks", "trial.arm"},
};
/* Copies, so that the review sees what was changed later. */
static const term terms_of_record[] = {
    {"/pilot/x-plan/seed", "trial.seed"},     {"/pilot/x-plan/design", "trial.design"},
    {"/pilot/x-plan/start", "pilot.start"},   {"/pilot/x-plan/weeks", "pilot.weeks"},
    {"/pilot/x-plan/review", "pilot.review"}, {"/pilot/x-plan/primary", "pilot.primary"},
    {"/pilot/x-plan/margin", "trial.margin"},
};

static bool has(const rtp_source *profile, const char *pointer)
{
    size_t offset = 0, length = 0;
    return rtp_json_locate(profile->text, rtp_str_from(pointer), false, &offset, &length);
}

static void put_new(recorder *r, const rtp_source *profile, const char *pointer, rtp_str json)
{
    if (json.ptr && !has(profile, pointer)) {
        put_edit(r, rtp_str_from(pointer), json);
    }
}

static void put_terms(recorder *r, const rtp_source *profile, const term *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const rtp_value *value = fact_of(r->job, rows[i].fact, 0);
        if (value->known && !has(profile, rows[i].pointer)) {
            bool number = rtp_str_equal(rtp_str_from(rows[i].fact), rtp_lit("trial.seed"));
            put_edit(r, rtp_str_from(rows[i].pointer), number ? value->text : json_of(value, r->arena));
        }
    }
}

static void put_guardrail(rtp_json_writer *w, rtp_str metric, double limit)
{
    rtp_json_open(w, '{');
    rtp_json_put_key(w, "metric");
    rtp_json_put_text(w, metric);
    rtp_json_put_key(w, "limit");
    rtp_json_put_number(w, limit);
    rtp_json_close(w, '}');
}

/* Those that are named, else the one that is proposed; absent when there is none. */
static rtp_str guardrails_json(const rtp_job *job, rtp_arena *arena)
{
    const rtp_objects *list = &job->profile->pilot.guardrails;
    const rtp_value *metric = fact_of(job, "trial.stop_metric", 0), *limit = fact_of(job, "trial.stop_limit", 0);
    if (list->len == 0 && !(metric->known && limit->known)) {
        return (rtp_str){NULL, 0};
    }
    rtp_buf out = rtp_buf_make(1 << 20);
    rtp_json_writer w = rtp_json_writer_make(&out, 0);
    rtp_json_open(&w, '[');
    for (size_t i = 0; i < list->len; i++) {
        const rtp_guardrail *guardrail = rtp_item(list, rtp_guardrail, i);
        put_guardrail(&w, guardrail->metric, guardrail->limit.value);
    }
    if (list->len == 0) {
        put_guardrail(&w, metric->text, limit->number);
    }
    rtp_json_close(&w, ']');
    rtp_str made = rtp_arena_copy(arena, rtp_buf_text(&out));
    rtp_buf_free(&out);
    return made;
}

static rtp_str calendar_json(const rtp_job *job, rtp_arena *arena)
{
    rtp_buf out = rtp_buf_make(1 << 20);
    rtp_json_writer w = rtp_json_writer_make(&out, 0);
    rtp_json_open(&w, '[');
    for (size_t i = 0; fact_of(job, "week.from", i)->known; i++) {
        rtp_json_open(&w, '{');
        rtp_json_put_key(&w, "week");
        rtp_json_put_text(&w, rtp_date_iso(arena, fact_of(job, "week.from", i)->date));
        rtp_json_put_key(&w, "at");
        rtp_json_put_text(&w, fact_of(job, "week.at", i)->text);
        rtp_json_close(&w, '}');
    }
    rtp_json_close(&w, ']');
    rtp_str made = rtp_arena_copy(arena, rtp_buf_text(&out));
    rtp_buf_free(&out);
    return made;
}

static void put_record(recorder *r, const rtp_source *profile)
{
    enum { VERSION = 1 };
    bool dated = fact_of(r->job, "week.from", 0)->known;
    put_new(r, profile, "/pilot/x-plan/version", rtp_number_json(r->arena, VERSION));
    put_new(r, profile, "/pilot/x-plan/recorded", quoted(rtp_date_iso(r->arena, r->job->today), r->arena));
    put_terms(r, profile, terms_of_record, RTP_COUNT(terms_of_record));
    put_new(r, profile, "/pilot/x-plan/guardrails", guardrails_json(r->job, r->arena));
    put_new(r, profile, "/pilot/x-plan/calendar", dated ? calendar_json(r->job, r->arena) : (rtp_str){NULL, 0});
}

static void put_missing(recorder *r, const rtp_source *profile)
{
    bool earns = rtp_str_equal(fact_of(r->job, "strategy.chosen", 0)->text, rtp_lit("earn_back"));
    bool windows = !fact_of(r->job, "trial.seed", 0)->known;
    put_terms(r, profile, terms_of_all, RTP_COUNT(terms_of_all));
    put_terms(r, profile, terms_of_earning, earns ? RTP_COUNT(terms_of_earning) : 0);
    put_terms(r, profile, terms_of_windows, windows && !earns ? RTP_COUNT(terms_of_windows) : 0);
    put_new(r, profile, "/pilot/guardrails", guardrails_json(r->job, r->arena));
    put_record(r, profile);
}

static bool refuse(const rtp_source *profile, const char *pointer, rtp_str given, rtp_diags *diags)
{
    size_t offset = 0, length = 0;
    (void)rtp_json_locate(profile->text, rtp_str_from(pointer), false, &offset, &length);
    rtp_str found = {profile->text.ptr + offset, length};
    rtp_diags_put(
        diags,
        (rtp_diag){.severity = RTP_ERROR,
                   .code = "U0016",
                   .source = profile,
                   .offset = offset,
                   .length = length,
                   .pointer = rtp_str_from(pointer),
                   .message = rtp_arena_format(diags->arena, "the profile says %.*s, not %.*s", RTP_FMT(found),
                                               RTP_FMT(given)),
                   .found = found,
                   .expected = given,
                   .hint = rtp_lit("recording changes no term: change it in the profile, or leave the option out")});
    return false;
}

/* An option and the profile must not say different things about what is written down. */
static bool agrees(const rtp_source *profile, const char *pointer, rtp_str given, rtp_diags *diags)
{
    size_t offset = 0, length = 0;
    bool other = given.ptr && rtp_json_locate(profile->text, rtp_str_from(pointer), false, &offset, &length) &&
                 !rtp_str_equal((rtp_str){profile->text.ptr + offset, length}, given);
    return !other || refuse(profile, pointer, given, diags);
}

static bool all_agree(const rtp_source *profile, rtp_terms terms, rtp_arena *arena, rtp_diags *diags)
{
    const rtp_str none = {NULL, 0};
    rtp_str design = terms.design > 0 ? quoted(rtp_word(&rtp_words_design, terms.design), arena) : none;
    return agrees(profile, "/pilot/weeks", terms.weeks > 0 ? rtp_number_json(arena, terms.weeks) : none, diags) &&
           agrees(profile, "/pilot/design", design, diags) &&
           agrees(profile, "/pilot/x-plan/seed", terms.seed > 0 ? rtp_number_json(arena, terms.seed) : none, diags);
}

static rtp_texts pointers_of(const recorder *r)
{
    rtp_str *items = RTP_NEW_ARRAY(r->arena, rtp_str, r->len);
    for (size_t i = 0; i < r->len; i++) {
        items[i] = r->edits[i].pointer;
    }
    return (rtp_texts){items, r->len};
}

/* What was counted may lie beyond what the format allows (a trial of two hundred years): such terms stay away. */
static void drop_refused(recorder *r, const rtp_diags *refused)
{
    size_t kept = 0;
    for (size_t i = 0; i < r->len; i++) {
        bool drop = false;
        for (size_t k = 0; k < refused->len && !drop; k++) {
            drop = refused->items[k].severity == RTP_ERROR &&
                   rtp_str_starts(refused->items[k].pointer, r->edits[i].pointer);
        }
        r->edits[kept] = r->edits[i];
        kept += !drop;
    }
    r->len = kept;
}

/* The text with the edits, which must load again; false after a diagnostic. */
static bool write_down(recorder *r, const rtp_source *profile, rtp_diags *diags, rtp_str *text)
{
    rtp_source *made = RTP_NEW(r->arena, rtp_source);
    *made = *profile;
    if (!rtp_json_change(profile, (rtp_json_edits){r->edits, r->len}, r->arena, diags, &made->text) ||
        !rtp_profile_load(made, r->arena, diags)) {
        return false;
    }
    *text = made->text;
    return true;
}

bool rtp_job_record(const rtp_job *job, rtp_arena *arena, rtp_diags *diags, rtp_recording *recording)
{
    const rtp_source *profile = recording->profile;
    if (!all_agree(profile, recording->terms, arena, diags)) {
        return false;
    }
    recorder *r = RTP_NEW(arena, recorder);
    *r = (recorder){.job = job, .arena = arena};
    if (!has(profile, "/pilot/x-plan/recorded")) {
        put_missing(r, profile);
    }
    rtp_diags *tried = rtp_diags_make(arena);
    rtp_str text = profile->text;
    if (!write_down(r, profile, tried, &text)) {
        rtp_diags *again = rtp_diags_make(diags->arena);
        drop_refused(r, tried);
        if (!write_down(r, profile, again, &text)) {
            (void)tell_new(again, diags);
            return false;
        }
    }
    recording->text = text;
    recording->added = pointers_of(r);
    return true;
}
