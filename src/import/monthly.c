/* Counts and medians by month, with the words and the provenance that go with a number. A month before the
 * first record is unknown, not zero: the person may not have worked there yet. */
#include "import/monthly.h"

static const double COUNT_MOST = 1e7;

static size_t month_count(const rtp_import *run)
{
    return (size_t)(run->last - run->first) + 1;
}

rtp_monthly rtp_monthly_make(const rtp_import *run)
{
    return (rtp_monthly){RTP_NEW_ARRAY(run->arena, rtp_monthly_row, month_count(run))};
}

rtp_monthly_row *rtp_monthly_find(const rtp_import *run, const rtp_monthly *monthly, rtp_month month)
{
    return month >= run->first && month <= run->last ? &monthly->rows[month - run->first] : NULL;
}

void rtp_monthly_add_hours(rtp_import *run, rtp_monthly_row *row, double hours)
{
    row->hours = rtp_array_grow(run->arena, row->hours, row->len, &row->cap, sizeof *row->hours);
    row->hours[row->len++] = hours;
}

/* ---- metrics ---- */

static rtp_import_metric *add_metric(rtp_import *run, const rtp_monthly_words *words, rtp_str query)
{
    rtp_import_metric *metric = rtp_history_add_metric(&run->history, run->arena);
    metric->name = rtp_str_from(words->name);
    metric->unit = rtp_str_from(words->unit);
    metric->about = words->about;
    metric->provenance.source = rtp_str_from(run->importer->name);
    metric->provenance.query = query;
    metric->provenance.date = run->today;
    metric->provenance.definition = rtp_str_from(words->definition);
    return metric;
}

static void tell(rtp_import *run, const char *code, rtp_str message)
{
    rtp_diags_put(run->diags, (rtp_diag){.severity = RTP_NOTE, .code = code, .message = message});
}

static void complete(rtp_import *run, rtp_import_metric *metric, const rtp_monthly_words *words, double count)
{
    rtp_arena *arena = run->arena;
    rtp_str total = rtp_number_text(arena, count, 0), day = rtp_date_iso(arena, run->today);
    metric->provenance.count = (size_t)count;
    metric->source =
        rtp_arena_format(arena, "%s, %.*s in all, counted on %.*s", words->source, RTP_FMT(total), RTP_FMT(day));
    tell(run, "I0301",
         rtp_arena_format(arena, "%s: %zu month%s, %.*s record%s. %s", words->name, metric->len,
                          metric->len == 1 ? "" : "s", RTP_FMT(total), count > 1 || count < 1 ? "s" : "",
                          words->definition));
}

static rtp_str months_text(rtp_import *run, rtp_month from, rtp_month to)
{
    rtp_str first = rtp_month_iso(run->arena, from), last = rtp_month_iso(run->arena, to);
    return from == to ? first : rtp_arena_format(run->arena, "%.*s to %.*s", RTP_FMT(first), RTP_FMT(last));
}

void rtp_monthly_put_counts(rtp_import *run, const rtp_monthly *monthly, const rtp_monthly_words *words, rtp_str query)
{
    size_t n = month_count(run), first = 0;
    while (first < n && !(monthly->rows[first].known && monthly->rows[first].count > 0)) {
        first++;
    }
    if (first > 0) {
        rtp_str which = months_text(run, run->first, run->first + (rtp_month)first - 1);
        tell(run, "I0303",
             rtp_arena_format(run->arena, "%s: %.*s left out, since nothing was found up to then", words->name,
                              RTP_FMT(which)));
    }
    if (first == n) {
        return;
    }
    rtp_import_metric *metric = add_metric(run, words, query);
    double total = 0;
    for (size_t i = first; i < n; i++) {
        if (monthly->rows[i].known) {
            rtp_metric_add(metric, run->first + (rtp_month)i, monthly->rows[i].count, run->arena);
            total += monthly->rows[i].count;
        }
    }
    complete(run, metric, words, total);
}

static double to_tenth(double value)
{
    return (double)(int64_t)(value * 10 + 0.5) / 10;
}

void rtp_monthly_put_medians(rtp_import *run, const rtp_monthly *monthly, const rtp_monthly_words *words, rtp_str query)
{
    size_t n = month_count(run), total = 0;
    for (size_t i = 0; i < n; i++) {
        total += monthly->rows[i].len;
    }
    if (total == 0) {
        return;
    }
    rtp_import_metric *metric = add_metric(run, words, query);
    metric->lower_is_better = true;
    for (size_t i = 0; i < n; i++) {
        rtp_monthly_row *row = &monthly->rows[i];
        if (row->len > 0) {
            rtp_metric_add(metric, run->first + (rtp_month)i, to_tenth(rtp_median(row->hours, row->len) / words->hours),
                           run->arena);
        }
    }
    complete(run, metric, words, (double)total);
}

/* ---- answers ---- */

bool rtp_answer_refuse(rtp_import *run, const char *key, const char *wanted)
{
    return rtp_import_refuse(
        run, "I0009", rtp_arena_format(run->arena, "the answer of the service has no \"%s\" that is %s", key, wanted),
        rtp_lit("check that the address is that of the right service, then look for a newer "
                "rtopitch"));
}

const rtp_json *rtp_answer_member(const rtp_json *object, const char *key)
{
    return object && rtp_json_kind_of(object) == RTP_JSON_OBJECT ? rtp_json_find(object, rtp_str_from(key)) : NULL;
}

rtp_str rtp_answer_text(const rtp_json *object, const char *key)
{
    const rtp_json *found = rtp_answer_member(object, key);
    return found && rtp_json_kind_of(found) == RTP_JSON_STRING ? rtp_json_text(found) : (rtp_str){NULL, 0};
}

bool rtp_answer_count(rtp_import *run, const rtp_json *object, const char *key, double *count)
{
    const rtp_json *found = rtp_answer_member(object, key);
    double value = found && rtp_json_kind_of(found) == RTP_JSON_NUMBER ? rtp_json_number(found) : -1;
    if (!(value >= 0 && value <= COUNT_MOST) || value != (double)(int64_t)value) {
        return rtp_answer_refuse(run, key, "a count");
    }
    *count = value;
    return true;
}

const rtp_json *rtp_answer_list(rtp_import *run, const rtp_json *object, const char *key)
{
    const rtp_json *found = key ? rtp_answer_member(object, key) : object;
    if (!found || rtp_json_kind_of(found) != RTP_JSON_ARRAY) {
        (void)rtp_answer_refuse(run, key ? key : "records", "a list");
        return NULL;
    }
    return found;
}

bool rtp_answer_moment(rtp_import *run, const rtp_json *object, const char *key, rtp_moment *moment)
{
    const rtp_json *found = rtp_answer_member(object, key);
    bool text = found && rtp_json_kind_of(found) == RTP_JSON_STRING;
    return (text && rtp_moment_read(rtp_json_text(found), moment)) || rtp_answer_refuse(run, key, "a time");
}
