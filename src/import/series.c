/* Records of a file to a metric. Whether more is better is asked where a name leaves it open, since a document
 * with that turned round would argue against its owner. */
#include "import/series.h"

#include "import/moment.h"
#include "rtopitch/profile.h"

#include <stdlib.h>
#include <string.h>

static const struct group_word {
    rtp_str word;
    const char *says; /* of what is done, before what it is done to */
} groups[] = {
    [RTP_GROUP_OPEN] = {RTP_STR(""), "each month's value of"},
    [RTP_GROUP_SUM] = {RTP_STR("sum"), "the month's sum of"},
    [RTP_GROUP_MEAN] = {RTP_STR("mean"), "the month's mean of"},
    [RTP_GROUP_MEDIAN] = {RTP_STR("median"), "the month's median of"},
    [RTP_GROUP_COUNT] = {RTP_STR("count"), "the month's number of"},
};

void rtp_records_add(rtp_records *records, rtp_record record, rtp_arena *arena)
{
    records->items = rtp_array_grow(arena, records->items, records->len, &records->cap, sizeof *records->items);
    records->items[records->len++] = record;
}

rtp_group rtp_series_group(const rtp_series_options *given)
{
    rtp_group group = RTP_GROUP_OPEN;
    for (size_t i = RTP_GROUP_SUM; i <= RTP_GROUP_COUNT; i++) {
        group = rtp_str_equal(given->group, groups[i].word) ? (rtp_group)i : group;
    }
    return group;
}

/* ---- options ---- */

static bool is_one_of(rtp_texts words, rtp_str word)
{
    bool found = false;
    for (size_t i = 0; i < words.len && !found; i++) {
        found = rtp_str_equal(words.items[i], word);
    }
    return found;
}

static bool check_word(rtp_import *run, const char *option, rtp_texts words, rtp_str word)
{
    if (!word.ptr || is_one_of(words, word)) {
        return true;
    }
    rtp_str meant = rtp_str_nearest(word, words.items, words.len);
    rtp_str list = rtp_arena_join(run->arena, words.items, words.len, rtp_lit(", "));
    return rtp_import_refuse(
        run, "I0204",
        rtp_arena_format(run->arena, "--%s does not take \"%.*s\"", option, RTP_FMT(rtp_export_show(run, word))),
        meant.ptr ? rtp_arena_format(run->arena, "did you mean %.*s?", RTP_FMT(meant))
                  : rtp_arena_format(run->arena, "it takes %.*s", RTP_FMT(list)));
}

bool rtp_series_check(rtp_import *run, const rtp_series_options *given)
{
    static const rtp_str ways[] = {RTP_STR("sum"), RTP_STR("mean"), RTP_STR("median"), RTP_STR("count")};
    bool good = check_word(run, "group", (rtp_texts){ways, RTP_COUNT(ways)}, given->group) &&
                check_word(run, "better", rtp_words_better, given->better);
    for (size_t i = 0; i < given->about.len && good; i++) {
        good = check_word(run, "about", rtp_words_concern, given->about.items[i]);
    }
    return good;
}

/* ---- more or less ---- */

/* Where a word begins; one with a star may stand within another, as in Bearbeitungszeit. */
static bool has_word(rtp_str low, const char *word)
{
    bool within = *word == '*', found = false;
    rtp_str wanted = rtp_str_from(word + within);
    for (size_t at = 0; at + wanted.len <= low.len && !found; at++) {
        bool begins = within || at == 0 || low.ptr[at - 1] < 'a' || low.ptr[at - 1] > 'z';
        found = begins && memcmp(low.ptr + at, wanted.ptr, wanted.len) == 0;
    }
    return found;
}

/* Names of what may be better either way, or is better when there is less of it. */
static bool is_open_question(rtp_str name, rtp_str unit)
{
    static const char *const words[] = {"*time",  "hour",   "day",      "duration", "delay",  "age",       "error",
                                        "bug",    "defect", "incident", "fail",     "outage", "cost",      "overdue",
                                        "late",   "churn",  "backlog",  "open",     "reopen", "complaint", "escalat",
                                        "*zeit",  "*dauer", "*fehler",  "*stunden", "heures", "durée",     "délai",
                                        "erreur", "lead",   "*latency", "wait",     "rework", "bounce",    "return"};
    static const rtp_str units[] = {RTP_STR("h"), RTP_STR("min"), RTP_STR("d"), RTP_STR("s"), RTP_STR("ms")};
    rtp_buf low = rtp_buf_make(4096);
    for (size_t i = 0; i < name.len; i++) {
        rtp_buf_put_char(&low, name.ptr[i] >= 'A' && name.ptr[i] <= 'Z' ? (char)(name.ptr[i] + 32) : name.ptr[i]);
    }
    bool found = is_one_of((rtp_texts){units, RTP_COUNT(units)}, unit);
    for (size_t i = 0; i < RTP_COUNT(words) && !found; i++) {
        found = has_word(rtp_buf_text(&low), words[i]);
    }
    rtp_buf_free(&low);
    return found;
}

static bool find_better(rtp_import *run, const rtp_series_options *given, bool lower, rtp_import_metric *metric)
{
    metric->lower_is_better = given->better.ptr ? rtp_str_equal(given->better, rtp_lit("lower")) : lower;
    if (given->better.ptr || lower) {
        return true;
    }
    if (rtp_series_group(given) != RTP_GROUP_COUNT && is_open_question(metric->name, metric->unit)) {
        return rtp_import_refuse(run, "I0204",
                                 rtp_arena_format(run->arena, "whether more or less of \"%.*s\" is better is not said",
                                                  RTP_FMT(rtp_export_show(run, metric->name))),
                                 rtp_lit("add --better lower, or --better higher"));
    }
    rtp_export_note(run,
                    rtp_arena_format(run->arena, "more of \"%.*s\" is taken to be better; if not, add --better lower",
                                     RTP_FMT(rtp_export_show(run, metric->name))));
    return true;
}

/* ---- months ---- */

static int by_month(const void *left, const void *right)
{
    const rtp_record *a = left, *b = right;
    return a->month != b->month ? (a->month > b->month) - (a->month < b->month)
                                : (a->offset > b->offset) - (a->offset < b->offset);
}

/* Six digits: more of a mean would only look exact. */
static double rounded(double value, double most)
{
    double size = value < 0 ? -value : value, scale = 1;
    while (size > 0 && size * scale < most && scale < 1e9) {
        scale *= 10;
    }
    double whole = (double)(int64_t)(size * scale + 0.5) / scale;
    return value < 0 ? -whole : whole;
}

static double value_of(rtp_import *run, rtp_group group, const rtp_record *first, size_t n)
{
    double *values = RTP_NEW_ARRAY(run->arena, double, n), sum = 0;
    for (size_t i = 0; i < n; i++) {
        values[i] = first[i].value;
        sum += values[i];
    }
    switch (group) {
    case RTP_GROUP_OPEN:
        break;
    case RTP_GROUP_SUM:
        return rounded(sum, 1e11);
    case RTP_GROUP_MEAN:
        return rounded(sum / (double)n, 1e5);
    case RTP_GROUP_MEDIAN:
        return rounded(rtp_median(values, n), 1e5);
    case RTP_GROUP_COUNT:
        return (double)n;
    }
    return values[0];
}

typedef struct months { /* where a metric's months come from */
    rtp_group group;
    const rtp_source *file;
    const rtp_series_words *words;
    const rtp_records *records;
} months;

static bool refuse(rtp_import *run, const months *from, const char *code, const rtp_record *record, rtp_diag diag)
{
    diag.source = from->file;
    diag.offset = record->offset;
    diag.length = record->length;
    if (from->words->place) {
        from->words->place(from->words->state, record, &diag);
    }
    return rtp_export_refuse(run, code, diag.source, diag);
}

static bool refuse_second(rtp_import *run, const months *from, const rtp_record *record)
{
    rtp_str month = rtp_month_iso(run->arena, record->month);
    return refuse(run, from, "I0505", record,
                  (rtp_diag){.message = rtp_arena_format(run->arena, "%.*s has several records", RTP_FMT(month)),
                             .hint = rtp_lit("say what to make of them: --group sum, mean, median or count")});
}

static bool refuse_future(rtp_import *run, const months *from, const rtp_record *record)
{
    rtp_str month = rtp_month_iso(run->arena, record->month);
    return refuse(run, from, "I0503", record,
                  (rtp_diag){.message = rtp_arena_format(run->arena, "%.*s is in the future", RTP_FMT(month)),
                             .hint = rtp_lit("take planned months out of the file")});
}

/* Of a count, a month without a record has none; of everything else, it is unknown. */
static void fill_gap(rtp_import *run, rtp_import_metric *metric, rtp_group group, rtp_month next)
{
    rtp_month from = metric->len > 0 ? metric->values[metric->len - 1].month + 1 : next;
    if (from >= next) {
        return;
    }
    rtp_str first = rtp_month_iso(run->arena, from), last = rtp_month_iso(run->arena, next - 1);
    bool counts = group == RTP_GROUP_COUNT;
    for (rtp_month month = from; counts && month < next; month++) {
        rtp_metric_add(metric, month, 0, run->arena);
    }
    rtp_export_note(run, rtp_arena_format(run->arena, "no record in %.*s%s%.*s: %s", RTP_FMT(first),
                                          from == next - 1 ? "" : " to ", from == next - 1 ? 0 : (int)last.len,
                                          last.ptr, counts ? "counted as 0" : "left out"));
}

static bool put_months(rtp_import *run, const months *from, rtp_import_metric *metric)
{
    const rtp_records *records = from->records;
    rtp_group group = from->group;
    rtp_month now = rtp_date_month(run->today);
    for (size_t i = 0, n = 0; i < records->len; i += n) {
        const rtp_record *first = &records->items[i];
        for (n = 1; i + n < records->len && first[n].month == first->month;) {
            n++;
        }
        if (first->month > now) {
            return refuse_future(run, from, first);
        }
        if (n > 1 && group == RTP_GROUP_OPEN) {
            return refuse_second(run, from, &first[1]);
        }
        fill_gap(run, metric, group, first->month);
        rtp_metric_add(metric, first->month, value_of(run, group, first, n), run->arena);
    }
    if (records->items[records->len - 1].month == now) {
        rtp_diags_put(run->diags, (rtp_diag){.severity = RTP_WARNING,
                                             .code = "I0304",
                                             .message = rtp_lit("the last month is not over, so its number is not "
                                                                "complete"),
                                             .hint = rtp_lit("take it out of the file until it is")});
    }
    return true;
}

/* ---- words ---- */

static rtp_str definition_of(rtp_import *run, rtp_group group, const rtp_series_words *words, rtp_str name)
{
    rtp_str text =
        rtp_arena_format(run->arena, "%s %.*s, from %.*s.", groups[group].says, RTP_FMT(words->what), RTP_FMT(name));
    char *first = rtp_arena_take(run->arena, text.len + 1);
    memcpy(first, text.ptr, text.len);
    first[0] = first[0] >= 'a' && first[0] <= 'z' ? (char)(first[0] - 32) : first[0];
    return group == RTP_GROUP_COUNT
               ? rtp_arena_format(run->arena, "%.*s A count is weak evidence of performance; show what was behind it.",
                                  (int)text.len, first)
               : (rtp_str){first, text.len};
}

static void put_words(rtp_import *run, const rtp_series_options *given, const rtp_series_words *words,
                      const rtp_source *file, rtp_import_metric *metric)
{
    rtp_arena *arena = run->arena;
    rtp_str name = rtp_export_show(run, rtp_export_name(file)), day = rtp_date_long(arena, run->today);
    rtp_str count = rtp_number_text(arena, (double)metric->provenance.count, 0);
    rtp_group group = rtp_series_group(given);
    metric->about = (rtp_texts){given->about.items, given->about.len};
    metric->provenance.source = rtp_str_from(run->importer->name);
    metric->provenance.query = name;
    metric->provenance.date = run->today;
    metric->provenance.definition = definition_of(run, group, words, name);
    bool one = metric->provenance.count == 1;
    rtp_str how =
        group == RTP_GROUP_OPEN ? rtp_lit("") : rtp_arena_format(arena, "%.*s a month, ", RTP_FMT(groups[group].word));
    metric->source = given->source.ptr ? given->source
                                       : rtp_arena_format(arena, "%.*s, %.*s%.*s record%s, read on %.*s", RTP_FMT(name),
                                                          RTP_FMT(how), RTP_FMT(count), one ? "" : "s", RTP_FMT(day));
    rtp_diags_put(run->diags,
                  (rtp_diag){.severity = RTP_NOTE,
                             .code = "I0301",
                             .message = rtp_arena_format(arena, "%.*s: %zu month%s, %.*s record%s. %.*s",
                                                         RTP_FMT(rtp_export_show(run, metric->name)), metric->len,
                                                         metric->len == 1 ? "" : "s", RTP_FMT(count), one ? "" : "s",
                                                         RTP_FMT(metric->provenance.definition))});
}

bool rtp_series_put(rtp_import *run, const rtp_series_options *given, const rtp_source *file,
                    const rtp_series_words *words, rtp_records *records)
{
    if (records->len == 0) {
        return true;
    }
    rtp_import_metric made = {.name = given->metric.ptr ? given->metric : words->name};
    rtp_group group = rtp_series_group(given);
    made.unit = given->unit.ptr ? given->unit : group == RTP_GROUP_COUNT ? rtp_lit("") : words->unit;
    made.provenance.count = records->len;
    if (made.name.len == 0) {
        return rtp_import_refuse(run, "I0204", rtp_lit("what is counted has no name yet"),
                                 rtp_lit("name it as the document should: --metric \"Tickets resolved\""));
    }
    if (!find_better(run, given, words->lower && group != RTP_GROUP_COUNT, &made)) {
        return false;
    }
    qsort(records->items, records->len, sizeof *records->items, by_month);
    months from = {group, file, words, records};
    if (!put_months(run, &from, &made)) {
        return false;
    }
    put_words(run, given, words, file, &made);
    *rtp_history_add_metric(&run->history, run->arena) = made;
    return true;
}
