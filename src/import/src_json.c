/* JSON that another tool fetched: gh, glab, curl, jq. A field tells the month, another the value, or two tell how
 * long something took; so that what has an API needs no importer of its own. */
#include "import/amount.h"
#include "import/moment.h"
#include "import/records.h"
#include "import/series.h"
#include "import/when.h"

enum { ERRORS_MOST = 20 };

typedef struct json_options {
    rtp_series_options series;
    rtp_str records, month, value, from, to, in;
} json_options;

typedef struct json_reader {
    rtp_import *run;
    const json_options *given;
    rtp_json_records found;
    rtp_str month;
    size_t undated, empty; /* records left out */
} json_reader;

static const rtp_import_option options[] = {
    {.name = "records",
     .value = "PATH",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(json_options, records),
     .help = "where the list of records is: data.items or /data/items (default: the file, or the only list in it)"},
    {.name = "month",
     .value = "FIELD",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(json_options, month),
     .help =
         "the field with the month or date, by name or path: merged_at, fields.resolutiondate (default: --to, or one "
         "whose name tells)"},
    {.name = "value",
     .value = "FIELD",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(json_options, value),
     .help = "the field with the number (default: records are counted)"},
    {.name = "from",
     .value = "FIELD",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(json_options, from),
     .help = "with --to: the value is the time between these two fields"},
    {.name = "to",
     .value = "FIELD",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(json_options, to),
     .help = "with --from: when it ended"},
    {.name = "in",
     .value = "hours|days",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(json_options, in),
     .help = "what the time between is told in (default: hours)"},
    RTP_SERIES_ROWS(json_options, series),
};

/* ---- options ---- */

static bool plan(rtp_import *run)
{
    const json_options *given = run->options;
    rtp_str days = rtp_lit("days"), hours = rtp_lit("hours");
    if (!given->from.ptr != !given->to.ptr) {
        return rtp_import_refuse(run, "I0204", rtp_lit("--from and --to belong together"),
                                 rtp_lit("for example --from created_at --to merged_at"));
    }
    if (given->from.ptr && given->value.ptr) {
        return rtp_import_refuse(run, "I0204", rtp_lit("--value does not go with --from and --to"),
                                 rtp_lit("the time between the two is the value"));
    }
    if (given->in.ptr && !rtp_str_equal(given->in, days) && !rtp_str_equal(given->in, hours)) {
        return rtp_import_refuse(
            run, "I0204",
            rtp_arena_format(run->arena, "--in does not take \"%.*s\"", RTP_FMT(rtp_export_show(run, given->in))),
            rtp_lit("it takes hours or days"));
    }
    return rtp_series_check(run, &given->series);
}

/* ---- fields ---- */

static bool is_nothing(const rtp_json *node)
{
    return !node || rtp_json_kind_of(node) == RTP_JSON_NULL ||
           (rtp_json_kind_of(node) == RTP_JSON_STRING && rtp_json_text(node).len == 0);
}

static bool refuse(json_reader *r, const char *code, const rtp_json_record *record, rtp_str pointer, rtp_diag diag)
{
    (void)rtp_records_refuse(r->run, code, record, pointer, diag);
    return false;
}

static bool is_text(const rtp_json *node)
{
    return rtp_json_kind_of(node) == RTP_JSON_STRING;
}

/* Seconds or thousandths since 1970, which is how some services write a time. */
static bool read_epoch(const rtp_json *node, rtp_month *month)
{
    double value = rtp_json_kind_of(node) == RTP_JSON_NUMBER ? rtp_json_number(node) : 0;
    double seconds = value >= 1e11 ? value / 1000 : value;
    if (!(seconds >= 631152000 && seconds <= 4e9)) {
        return false;
    }
    *month = rtp_date_month((rtp_date)(seconds / 86400));
    return true;
}

static bool read_month(const rtp_json *node, rtp_month *month)
{
    rtp_when when;
    if (!is_text(node)) {
        return read_epoch(node, month);
    }
    if (!rtp_when_read(rtp_json_text(node), &when) || when.kind != RTP_WHEN_TOLD) {
        return false;
    }
    *month = rtp_when_month(&when);
    return true;
}

/* A time, or a day, which begins with it. */
static bool read_moment(const rtp_json *node, rtp_moment *moment)
{
    if (!is_text(node)) {
        return false;
    }
    rtp_str text = rtp_json_text(node);
    rtp_date day;
    if (rtp_date_parse(text, &day)) {
        *moment = (rtp_moment){(int64_t)day * 86400, day};
        return true;
    }
    return rtp_moment_read(text, moment);
}

/* ---- which field holds the month ---- */

static bool find_month(json_reader *r)
{
    static const rtp_str names[] = {
        RTP_STR("month"),        RTP_STR("merged_at"),   RTP_STR("mergedAt"),       RTP_STR("resolved_at"),
        RTP_STR("resolvedAt"),   RTP_STR("resolved"),    RTP_STR("resolutiondate"), RTP_STR("solved_at"),
        RTP_STR("closed_at"),    RTP_STR("closedAt"),    RTP_STR("completed_at"),   RTP_STR("completedAt"),
        RTP_STR("completed_on"), RTP_STR("finished_at"), RTP_STR("date"),           RTP_STR("day"),
        RTP_STR("period"),       RTP_STR("created_at"),  RTP_STR("createdAt"),      RTP_STR("timestamp")};
    rtp_import *run = r->run;
    r->month = r->given->month.ptr ? r->given->month : r->given->to;
    for (size_t i = 0; i < RTP_COUNT(names) && !r->month.ptr; i++) {
        bool found = false;
        for (size_t k = 0; k < r->found.len && k < 200 && !found; k++) {
            rtp_month month;
            const rtp_json *node = rtp_json_find(r->found.items[k].node, names[i]);
            found = node && read_month(node, &month);
        }
        r->month = found ? names[i] : r->month;
    }
    if (r->month.ptr) {
        return true;
    }
    rtp_str keys = rtp_lit("");
    size_t n = 0;
    for (const rtp_json *at = rtp_json_first(r->found.items[0].node); at && n < 12; at = rtp_json_next(at), n++) {
        keys = rtp_arena_format(run->arena, "%.*s%s%.*s", RTP_FMT(keys), n > 0 ? ", " : "",
                                RTP_FMT(rtp_export_show(run, rtp_json_key(at))));
    }
    return refuse(r, "I0504", &r->found.items[0], rtp_lit(""),
                  (rtp_diag){.message = rtp_lit("which field holds the month is not said"),
                             .hint = rtp_arena_format(run->arena, "name it with --month; the first record has %.*s",
                                                      RTP_FMT(keys))});
}

/* ---- records ---- */

/* 1: there is one; 0: it is left out; -1: it is wrong. */
static int take_month(json_reader *r, const rtp_json_record *record, rtp_month *month)
{
    rtp_str pointer = rtp_lit("");
    const rtp_json *node = rtp_records_find(r->run, record->node, r->month, &pointer);
    if (is_nothing(node)) {
        r->undated++;
        return 0;
    }
    if (read_month(node, month)) {
        return 1;
    }
    (void)refuse(r, "I0503", record, pointer,
                 (rtp_diag){.message = rtp_arena_format(
                                r->run->arena,
                                "this is no month and no date that can be told: "
                                "\"%.*s\"",
                                RTP_FMT(rtp_export_show(r->run, is_text(node) ? rtp_json_text(node) : rtp_lit("…")))),
                            .hint = rtp_lit("dates are best written as 2025-01-31, with or without a time")});
    return -1;
}

static int take_number(json_reader *r, const rtp_json_record *record, double *value)
{
    rtp_str pointer = rtp_lit("");
    const rtp_json *node = rtp_records_find(r->run, record->node, r->given->value, &pointer);
    if (is_nothing(node)) {
        r->empty++;
        return 0;
    }
    if (rtp_json_kind_of(node) == RTP_JSON_NUMBER) {
        *value = rtp_json_number(node);
        return 1;
    }
    rtp_amount amount = is_text(node) ? rtp_amount_read(rtp_json_text(node)) : (rtp_amount){.kind = RTP_AMOUNT_OTHER};
    if (amount.kind == RTP_AMOUNT_NUMBER && amount.unit.len == 0 && rtp_amount_value(&amount, '.', value)) {
        return 1;
    }
    (void)refuse(r, "I0506", record, pointer,
                 (rtp_diag){.message = rtp_arena_format(r->run->arena, "this is no number but %s",
                                                        rtp_json_kind_name(rtp_json_kind_of(node))),
                            .hint = rtp_lit("name another field with --value, or count with --group count")});
    return -1;
}

static bool take_end(json_reader *r, const rtp_json_record *record, rtp_str field, rtp_moment *moment, bool *there)
{
    rtp_str pointer = rtp_lit("");
    const rtp_json *node = rtp_records_find(r->run, record->node, field, &pointer);
    *there = *there && !is_nothing(node);
    return is_nothing(node) || read_moment(node, moment) ||
           refuse(r, "I0503", record, pointer,
                  (rtp_diag){.message = rtp_lit("this is no time that can be told"),
                             .hint = rtp_lit("times are written as 2025-01-31T12:00:00Z, days as 2025-01-31")});
}

static int take_time(json_reader *r, const rtp_json_record *record, double *value)
{
    rtp_moment from = {0, 0}, to = {0, 0};
    bool there = true;
    if (!take_end(r, record, r->given->from, &from, &there) || !take_end(r, record, r->given->to, &to, &there)) {
        return -1;
    }
    if (!there) {
        r->empty++;
        return 0;
    }
    if (to.seconds < from.seconds) {
        (void)refuse(r, "I0506", record, rtp_lit(""),
                     (rtp_diag){.message = rtp_lit("this record ends before it begins"),
                                .hint = rtp_lit("check --from and --to")});
        return -1;
    }
    bool days = rtp_str_equal(r->given->in, rtp_lit("days"));
    double hours = rtp_moment_hours(from, to);
    *value = days ? (double)(int64_t)(hours / 24 * 100 + 0.5) / 100 : hours;
    return 1;
}

static bool take_records(json_reader *r, rtp_records *records)
{
    for (size_t i = 0; i < r->found.len && r->run->diags->errors < ERRORS_MOST; i++) {
        const rtp_json_record *at = &r->found.items[i];
        rtp_record record = {.value = 1, .offset = i, .length = 1};
        int good = take_month(r, at, &record.month);
        good = good == 1 && r->given->from.ptr ? take_time(r, at, &record.value) : good;
        good = good == 1 && r->given->value.ptr ? take_number(r, at, &record.value) : good;
        if (good == 1) {
            rtp_records_add(records, record, r->run->arena);
        }
    }
    return r->run->diags->errors == 0;
}

static void place(const void *state, const rtp_record *record, rtp_diag *diag)
{
    const json_reader *r = state;
    rtp_str pointer = rtp_lit("");
    const rtp_json_record *at = &r->found.items[record->offset];
    (void)rtp_records_find(r->run, at->node, r->month, &pointer);
    rtp_records_place(r->run->arena, at, pointer, diag);
}

/* ---- words ---- */

static void tell_left_out(const json_reader *r)
{
    const struct {
        size_t count;
        const char *what;
    } rows[] = {{r->undated, "without a month"}, {r->empty, "without a value"}};
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        if (rows[i].count > 0) {
            rtp_export_note(r->run, rtp_arena_format(r->run->arena, "%zu record%s %s left out", rows[i].count,
                                                     rows[i].count == 1 ? "" : "s", rows[i].what));
        }
    }
}

static rtp_series_words words_of(const json_reader *r)
{
    rtp_import *run = r->run;
    const json_options *given = r->given;
    rtp_str month = rtp_export_show(run, r->month);
    rtp_series_words words = {.place = place, .state = r, .lower = given->from.ptr != NULL};
    if (given->from.ptr) {
        bool days = rtp_str_equal(given->in, rtp_lit("days"));
        words.unit = days ? rtp_lit("days") : rtp_lit("h");
        words.what = rtp_arena_format(run->arena, "the %s from %.*s to %.*s, months by %.*s", days ? "days" : "hours",
                                      RTP_FMT(rtp_export_show(run, given->from)),
                                      RTP_FMT(rtp_export_show(run, given->to)), RTP_FMT(month));
    } else if (given->value.ptr) {
        words.name = rtp_export_show(run, given->value);
        words.what = rtp_arena_format(run->arena, "%.*s, months by %.*s", RTP_FMT(words.name), RTP_FMT(month));
    } else {
        words.what = rtp_arena_format(run->arena, "records, months by %.*s", RTP_FMT(month));
    }
    rtp_export_note(run, rtp_arena_format(run->arena, "months from %.*s", RTP_FMT(month)));
    return words;
}

static bool read(rtp_import *run, const rtp_source *file)
{
    json_reader r = {.run = run, .given = run->options};
    rtp_series_options series = r.given->series;
    rtp_source *text = RTP_NEW(run->arena, rtp_source); /* diagnostics point into it */
    if (!rtp_export_text(run, file, text) || !rtp_records_read(run, text, r.given->records, &r.found)) {
        return false;
    }
    if (r.found.len == 0) {
        return true;
    }
    rtp_records records = {NULL, 0, 0};
    if (!find_month(&r) || !take_records(&r, &records)) {
        return false;
    }
    if (!series.group.ptr) {
        series.group = r.given->from.ptr    ? rtp_lit("median")
                       : r.given->value.ptr ? (rtp_str){NULL, 0}
                                            : rtp_lit("count");
    }
    rtp_series_words words = words_of(&r);
    tell_left_out(&r);
    return rtp_series_put(run, &series, text, &words, &records);
}

static bool finish(rtp_import *run)
{
    (void)run;
    return true;
}

const rtp_importer rtp_importer_json = {
    .name = "json",
    .operands = "[FILE]",
    .summary = "records that another tool fetched: gh, glab, curl, jq",
    .detail =
        "Reads a list of records, several lists one behind the other, or a record a line. One field tells the month; "
        "records are counted, a field's numbers are grouped, or the time between two fields is taken.",
    .examples = "  gh pr list --author @me --state merged --limit 1000 --json createdAt,mergedAt |\n"
                "    rtopitch import json --from createdAt --to mergedAt --metric \"Time to merge\"\n"
                "  rtopitch import json issues.json --month fields.resolutiondate --metric \"Issues resolved\"\n"
                "  rtopitch import json scores.jsonl --month date --value score --group mean\n",
    .options = options,
    .option_count = RTP_COUNT(options),
    .options_size = sizeof(json_options),
    .state_size = 1,
    .plan = plan,
    .read = read,
    .finish = finish,
};
