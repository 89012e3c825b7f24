/* What was found, as a part of a profile. The source line carries what a reader of a document needs to
 * know about a number; the rest of its provenance stands beside it as "x-import". */
#include "import/history.h"

enum { INDENT = 2 };

rtp_import_metric *rtp_history_add_metric(rtp_import_history *history, rtp_arena *arena)
{
    history->metrics =
        rtp_array_grow(arena, history->metrics, history->metric_count, &history->metric_cap, sizeof *history->metrics);
    rtp_import_metric *metric = &history->metrics[history->metric_count++];
    *metric = (rtp_import_metric){.len = 0};
    return metric;
}

void rtp_metric_add(rtp_import_metric *metric, rtp_month month, double value, rtp_arena *arena)
{
    metric->values = rtp_array_grow(arena, metric->values, metric->len, &metric->cap, sizeof *metric->values);
    metric->values[metric->len++] = (rtp_month_value){month, value};
}

void rtp_history_add_period(rtp_import_history *history, rtp_import_period period, rtp_arena *arena)
{
    history->modes =
        rtp_array_grow(arena, history->modes, history->mode_count, &history->mode_cap, sizeof *history->modes);
    history->modes[history->mode_count++] = period;
}

/* ---- the members of a metric ---- */

static void put_name(const rtp_import_metric *metric, rtp_arena *arena, rtp_json_writer *w)
{
    (void)arena;
    rtp_json_put_text(w, metric->name);
}

static void put_unit(const rtp_import_metric *metric, rtp_arena *arena, rtp_json_writer *w)
{
    (void)arena;
    rtp_json_put_text(w, metric->unit);
}

static void put_better(const rtp_import_metric *metric, rtp_arena *arena, rtp_json_writer *w)
{
    (void)arena;
    rtp_json_put_text(w, metric->lower_is_better ? rtp_lit("lower") : rtp_lit("higher"));
}

static void put_source(const rtp_import_metric *metric, rtp_arena *arena, rtp_json_writer *w)
{
    (void)arena;
    rtp_json_put_text(w, metric->source);
}

static void put_about(const rtp_import_metric *metric, rtp_arena *arena, rtp_json_writer *w)
{
    (void)arena;
    rtp_json_open(w, '[');
    for (size_t i = 0; i < metric->about.len; i++) {
        rtp_json_put_text(w, metric->about.items[i]);
    }
    rtp_json_close(w, ']');
}

static void put_values(const rtp_import_metric *metric, rtp_arena *arena, rtp_json_writer *w)
{
    rtp_json_open(w, '{');
    for (size_t i = 0; i < metric->len; i++) {
        rtp_json_put_key(w, rtp_month_iso(arena, metric->values[i].month).ptr);
        rtp_json_put_number(w, metric->values[i].value);
    }
    rtp_json_close(w, '}');
}

static void put_note(const rtp_import_metric *metric, rtp_arena *arena, rtp_json_writer *w)
{
    (void)arena;
    rtp_json_put_text(w, metric->note);
}

static void put_provenance(const rtp_import_metric *metric, rtp_arena *arena, rtp_json_writer *w)
{
    const rtp_provenance *from = &metric->provenance;
    rtp_json_open(w, '{');
    rtp_json_put_key(w, "source");
    rtp_json_put_text(w, from->source);
    rtp_json_put_key(w, "date");
    rtp_json_put_text(w, rtp_date_iso(arena, from->date));
    rtp_json_put_key(w, "query");
    rtp_json_put_text(w, from->query);
    rtp_json_put_key(w, "count");
    rtp_json_put_number(w, (double)from->count);
    rtp_json_put_key(w, "definition");
    rtp_json_put_text(w, from->definition);
    rtp_json_close(w, '}');
}

/* In the order in which they are written. A profile's own word about a metric stays where it has one. */
const rtp_metric_member rtp_metric_members[] = {
    {"name", put_name, true},      {"unit", put_unit, false},           {"better", put_better, true},
    {"source", put_source, false}, {"about", put_about, true},          {"values", put_values, false},
    {"note", put_note, true},      {"x-import", put_provenance, false},
};
const size_t rtp_metric_member_count = RTP_COUNT(rtp_metric_members);

bool rtp_metric_has(const rtp_import_metric *metric, const rtp_metric_member *member)
{
    return !(member->put == put_note && metric->note.len == 0) && !(member->put == put_unit && metric->unit.len == 0) &&
           !(member->put == put_about && metric->about.len == 0);
}

void rtp_metric_put(const rtp_import_metric *metric, rtp_arena *arena, rtp_json_writer *w)
{
    rtp_json_open(w, '{');
    for (size_t i = 0; i < rtp_metric_member_count; i++) {
        if (rtp_metric_has(metric, &rtp_metric_members[i])) {
            rtp_json_put_key(w, rtp_metric_members[i].key);
            rtp_metric_members[i].put(metric, arena, w);
        }
    }
    rtp_json_close(w, '}');
}

void rtp_periods_put(const rtp_import_history *history, rtp_arena *arena, rtp_json_writer *w)
{
    rtp_json_open(w, '[');
    for (size_t i = 0; i < history->mode_count; i++) {
        const rtp_import_period *period = &history->modes[i];
        rtp_json_open(w, '{');
        rtp_json_put_key(w, "mode");
        rtp_json_put_text(w, period->mode);
        rtp_json_put_key(w, "from");
        rtp_json_put_text(w, rtp_month_iso(arena, period->from));
        if (period->to != RTP_DATE_UNKNOWN) {
            rtp_json_put_key(w, "to");
            rtp_json_put_text(w, rtp_month_iso(arena, period->to));
        }
        rtp_json_close(w, '}');
    }
    rtp_json_close(w, ']');
}

void rtp_history_put(const rtp_import_history *history, rtp_arena *arena, rtp_buf *out)
{
    rtp_json_writer w = rtp_json_writer_make(out, INDENT);
    rtp_json_open(&w, '{');
    rtp_json_put_key(&w, "history");
    rtp_json_open(&w, '{');
    if (history->mode_count > 0) {
        rtp_json_put_key(&w, "modes");
        rtp_periods_put(history, arena, &w);
    }
    rtp_json_put_key(&w, "metrics");
    rtp_json_open(&w, '[');
    for (size_t i = 0; i < history->metric_count; i++) {
        rtp_metric_put(&history->metrics[i], arena, &w);
    }
    rtp_json_close(&w, ']');
    rtp_json_close(&w, '}');
    rtp_json_close(&w, '}');
    rtp_buf_put_char(out, '\n');
}
