/* Loads the results of a pilot and holds them against the profile: known metrics, each once, one value a
 * week. Whether the weeks are the trial's is for those to say who know its calendar. */
#include "profile/results.h"

enum { WEEK = 7 };

typedef struct checker {
    const rtp_results *results;
    const rtp_source *source;
    const rtp_profile *profile;
    rtp_arena *arena;
    rtp_diags *diags;
} checker;

/* ---- places ---- */

/* The cell that names a week, or a metric. */
static const rtp_cell *cell_of(const rtp_sheet *sheet, const rtp_result *metric, rtp_result_spot spot)
{
    const rtp_sheet_row *header = &sheet->rows[0];
    for (size_t i = 0; spot.part == RTP_RESULT_NAME && i < header->len; i++) {
        if (rtp_str_equal(header->cells[i].text, metric->name)) {
            return &header->cells[i];
        }
    }
    for (size_t i = 1; spot.part != RTP_RESULT_NAME && i < sheet->len; i++) {
        rtp_date day = RTP_DATE_UNKNOWN;
        if (rtp_date_parse(sheet->rows[i].cells[0].text, &day) && day == spot.week) {
            return &sheet->rows[i].cells[0];
        }
    }
    return &header->cells[0];
}

static rtp_str pointer_of(rtp_result_spot spot, rtp_arena *arena)
{
    rtp_str week = spot.part == RTP_RESULT_WEEK ? rtp_date_iso(arena, spot.week) : rtp_lit("");
    const rtp_str pointers[] = {
        [RTP_RESULT_WHOLE] = RTP_STR(""),
        [RTP_RESULT_NAME] = rtp_arena_format(arena, "/metrics/%zu/name", spot.item),
        [RTP_RESULT_WEEK] = rtp_arena_format(arena, "/metrics/%zu/values/%.*s", spot.item, RTP_FMT(week)),
        [RTP_RESULT_EXCLUDED] = rtp_arena_format(arena, "/exclude/%zu/week", spot.item),
        [RTP_RESULT_LIVED] = rtp_arena_format(arena, "/weeks/%zu/week", spot.item),
    };
    return pointers[spot.part];
}

rtp_diag rtp_results_diag(const rtp_results *results, const rtp_source *source, rtp_result_spot spot, rtp_arena *arena)
{
    rtp_diag diag = {.severity = RTP_ERROR, .source = source, .length = 1};
    bool of_metric = spot.part == RTP_RESULT_NAME || spot.part == RTP_RESULT_WEEK;
    if (results->sheet) {
        const rtp_result *metric = of_metric ? rtp_item(&results->metrics, rtp_result, spot.item) : NULL;
        const rtp_cell *cell = cell_of(results->sheet, metric, spot);
        diag.offset = cell->offset;
        diag.length = cell->length;
        return diag;
    }
    diag.pointer = pointer_of(spot, arena);
    (void)rtp_json_locate(source->text, diag.pointer, spot.part == RTP_RESULT_WEEK, &diag.offset, &diag.length);
    diag.length = spot.part == RTP_RESULT_WHOLE ? 1 : diag.length;
    return diag;
}

/* The columns of a sheet share its weeks, so one row would be told for each metric. */
static bool is_told(const checker *c, const rtp_diag *diag)
{
    bool told = false;
    for (size_t i = 0; c->results->sheet && i < c->diags->len && !told; i++) {
        const rtp_diag *other = &c->diags->items[i];
        told = other->source == diag->source && other->offset == diag->offset &&
               rtp_str_equal(rtp_str_from(other->code), rtp_str_from(diag->code));
    }
    return told;
}

static void put(const checker *c, const char *code, rtp_result_spot spot, rtp_str message, rtp_str hint)
{
    rtp_diag diag = rtp_results_diag(c->results, c->source, spot, c->arena);
    diag.code = code;
    diag.message = message;
    diag.hint = hint;
    if (!is_told(c, &diag)) {
        rtp_diags_put(c->diags, diag);
    }
}

/* ---- metrics ---- */

static const rtp_result *result_at(const checker *c, size_t i)
{
    return rtp_item(&c->results->metrics, rtp_result, i);
}

static rtp_str *metric_names(const checker *c)
{
    const rtp_objects *metrics = &c->profile->history.metrics;
    rtp_str *names = RTP_NEW_ARRAY(c->arena, rtp_str, metrics->len);
    for (size_t i = 0; i < metrics->len; i++) {
        names[i] = rtp_item(metrics, rtp_metric, i)->name;
    }
    return names;
}

static void check_name(const checker *c, size_t item, const rtp_str *names)
{
    rtp_str name = result_at(c, item)->name;
    size_t count = c->profile->history.metrics.len, i = 0;
    while (i < count && !rtp_str_equal(names[i], name)) {
        i++;
    }
    if (i < count || name.len == 0) {
        return;
    }
    rtp_str nearest = rtp_str_nearest(name, names, count);
    put(c, "P0150", (rtp_result_spot){RTP_RESULT_NAME, item, 0},
        rtp_arena_format(c->arena, "the profile has no metric named \"%.*s\"", RTP_FMT(name)),
        nearest.len > 0 ? rtp_arena_format(c->arena, "did you mean \"%.*s\"?", RTP_FMT(nearest))
                        : rtp_lit("name it as history.metrics of the profile does, or add it there"));
}

static void check_once(const checker *c, size_t item)
{
    rtp_str name = result_at(c, item)->name;
    for (size_t i = 0; i < item; i++) {
        if (name.len > 0 && rtp_str_equal(result_at(c, i)->name, name)) {
            put(c, "P0151", (rtp_result_spot){RTP_RESULT_NAME, item, 0},
                rtp_arena_format(c->arena, "the results of \"%.*s\" stand twice", RTP_FMT(name)),
                rtp_lit("keep one of the two"));
            return;
        }
    }
}

static void check_numbers(const checker *c, size_t item)
{
    const rtp_result *result = result_at(c, item);
    bool both = result->values.known && result->samples.known;
    size_t loose = result->samples.office.len + result->samples.home.len;
    if (both || result->values.len + loose == 0) {
        put(c, "P0152", (rtp_result_spot){RTP_RESULT_NAME, item, 0},
            rtp_arena_format(c->arena, "\"%.*s\" has %s", RTP_FMT(result->name),
                             both ? "values and samples" : "no number"),
            both ? rtp_lit("keep the values, since they tell the week") : rtp_lit("add its values, or leave it out"));
    }
}

/* ---- weeks ---- */

static void check_weeks(const checker *c, size_t item)
{
    const rtp_day_series *values = &result_at(c, item)->values;
    for (size_t i = 1; i < values->len; i++) {
        rtp_date before = values->items[i - 1].day, day = values->items[i].day;
        if (day - before < WEEK) {
            rtp_str first = rtp_date_iso(c->arena, before), second = rtp_date_iso(c->arena, day);
            put(c, "P0153", (rtp_result_spot){RTP_RESULT_WEEK, item, day},
                day == before
                    ? rtp_arena_format(c->arena, "the week of %.*s stands twice", RTP_FMT(first))
                    : rtp_arena_format(c->arena, "the weeks of %.*s and %.*s overlap", RTP_FMT(first), RTP_FMT(second)),
                rtp_lit("one value a week, under the week's first day"));
        }
    }
}

static void check_repeated(const checker *c, rtp_result_part part, const rtp_date *weeks, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        bool again = false;
        for (size_t k = 0; k < i && !again; k++) {
            again = weeks[k] == weeks[i];
        }
        if (again && weeks[i] != RTP_DATE_UNKNOWN) {
            rtp_str week = rtp_date_iso(c->arena, weeks[i]);
            put(c, "P0154", (rtp_result_spot){part, i, weeks[i]},
                rtp_arena_format(c->arena, "the week of %.*s is named twice", RTP_FMT(week)),
                rtp_lit("name each week once"));
        }
    }
}

static void check_lists(const checker *c)
{
    const rtp_objects *exclude = &c->results->exclude, *lived = &c->results->weeks;
    rtp_date *weeks = RTP_NEW_ARRAY(c->arena, rtp_date, exclude->len + lived->len);
    for (size_t i = 0; i < exclude->len; i++) {
        weeks[i] = rtp_item(exclude, rtp_exclusion, i)->week;
    }
    check_repeated(c, RTP_RESULT_EXCLUDED, weeks, exclude->len);
    for (size_t i = 0; i < lived->len; i++) {
        weeks[i] = rtp_item(lived, rtp_plan_week, i)->week;
    }
    check_repeated(c, RTP_RESULT_LIVED, weeks, lived->len);
}

static void check_metrics(const checker *c)
{
    const rtp_str *names = metric_names(c);
    for (size_t i = 0; i < c->results->metrics.len; i++) {
        check_name(c, i, names);
        check_once(c, i);
        check_numbers(c, i);
        check_weeks(c, i);
    }
}

/* ---- loading ---- */

/* What begins like JSON is JSON, and so is what is named so. */
static bool is_json(const rtp_source *source)
{
    rtp_str text = source->text;
    size_t i = rtp_str_starts(text, rtp_lit("\xEF\xBB\xBF")) ? 3 : 0;
    while (i < text.len && (text.ptr[i] == ' ' || text.ptr[i] == '\n' || text.ptr[i] == '\r' || text.ptr[i] == '\t')) {
        i++;
    }
    bool bracket = i < text.len && (text.ptr[i] == '{' || text.ptr[i] == '[');
    return bracket || rtp_str_ends(source->name, rtp_lit(".json"));
}

static bool bind_json(const rtp_source *source, rtp_arena *arena, rtp_diags *diags, rtp_results *results)
{
    const rtp_json *root = rtp_json_read(source, &rtp_json_profile_limits, arena, diags);
    return root && rtp_bind(root, &rtp_results_shape, source, arena, diags, results);
}

const rtp_results *rtp_results_load(const rtp_source *source, const rtp_profile *profile, rtp_arena *arena,
                                    rtp_diags *diags)
{
    size_t errors = diags->errors;
    rtp_results *results = RTP_NEW(arena, rtp_results);
    bool whole = is_json(source) ? bind_json(source, arena, diags, results)
                                 : rtp_results_of_sheet(source, arena, diags, results);
    /* What was bound in part would only be told again in other words. */
    if (whole) {
        checker c = {results, source, profile, diags->arena, diags};
        check_metrics(&c);
        check_lists(&c);
    }
    return diags->errors == errors ? results : NULL;
}
