/* Imported history put into a profile: a metric of the same name takes the new numbers and where they come
 * from, and keeps what its owner said about it. What comes out must load, or nothing does. */
#include "import/history.h"
#include "rtopitch/profile.h"

typedef struct merging {
    const rtp_import_history *history;
    const rtp_profile *profile;
    rtp_arena *arena;
    rtp_diags *diags;
    rtp_json_edit *edits;
    size_t len, cap;
} merging;

enum { VALUE_MOST = 1024 * 1024 };

static void put_edit(merging *at, rtp_str pointer, rtp_buf *value)
{
    at->edits = rtp_array_grow(at->arena, at->edits, at->len, &at->cap, sizeof *at->edits);
    at->edits[at->len++] = (rtp_json_edit){pointer, rtp_arena_copy(at->arena, rtp_buf_text(value))};
    rtp_buf_free(value);
}

static void note(merging *at, rtp_str message)
{
    rtp_diags_put(at->diags, (rtp_diag){.severity = RTP_NOTE, .code = "I0302", .message = message});
}

/* The position of the metric of that name; the count when there is none. */
static size_t find_metric(const rtp_profile *profile, rtp_str name)
{
    const rtp_objects *metrics = &profile->history.metrics;
    size_t i = 0;
    while (i < metrics->len && !rtp_str_equal(rtp_item(metrics, rtp_metric, i)->name, name)) {
        i++;
    }
    return i;
}

static bool refuse_samples(merging *at, rtp_str name)
{
    rtp_diags_put(at->diags,
                  (rtp_diag){.severity = RTP_ERROR,
                             .code = "I0101",
                             .message = rtp_arena_format(
                                 at->diags->arena, "the profile has \"%.*s\" as samples without months", RTP_FMT(name)),
                             .hint = rtp_lit("give one of the two another name, or take the samples out")});
    return false;
}

static void replace_metric(merging *at, const rtp_import_metric *metric, size_t i)
{
    const rtp_metric *own = rtp_item(&at->profile->history.metrics, rtp_metric, i);
    for (size_t k = 0; k < rtp_metric_member_count; k++) {
        const rtp_metric_member *member = &rtp_metric_members[k];
        if (!member->keeps && rtp_metric_has(metric, member)) {
            rtp_buf value = rtp_buf_make(VALUE_MOST);
            rtp_json_writer w = rtp_json_writer_make(&value, 0);
            member->put(metric, at->arena, &w);
            put_edit(at, rtp_arena_format(at->arena, "/history/metrics/%zu/%s", i, member->key), &value);
        }
    }
    note(at, rtp_arena_format(at->diags->arena, "\"%.*s\" had %zu value%s and has %zu now", RTP_FMT(metric->name),
                              own->values.len, own->values.len == 1 ? "" : "s", metric->len));
}

static bool put_metric(merging *at, const rtp_import_metric *metric)
{
    size_t i = find_metric(at->profile, metric->name);
    if (i < at->profile->history.metrics.len) {
        if (rtp_item(&at->profile->history.metrics, rtp_metric, i)->samples.known) {
            return refuse_samples(at, metric->name);
        }
        replace_metric(at, metric, i);
        return true;
    }
    rtp_buf value = rtp_buf_make(VALUE_MOST);
    rtp_json_writer w = rtp_json_writer_make(&value, 0);
    rtp_metric_put(metric, at->arena, &w);
    put_edit(at, rtp_lit("/history/metrics/-"), &value);
    note(at, rtp_arena_format(at->diags->arena, "\"%.*s\" is new, with %zu month%s", RTP_FMT(metric->name), metric->len,
                              metric->len == 1 ? "" : "s"));
    return true;
}

static void put_modes(merging *at)
{
    if (at->history->mode_count == 0) {
        return;
    }
    if (at->profile->history.modes.len > 0) {
        note(at, rtp_lit("the periods of history.modes were replaced"));
    }
    rtp_buf value = rtp_buf_make(VALUE_MOST);
    rtp_json_writer w = rtp_json_writer_make(&value, 0);
    rtp_periods_put(at->history, at->arena, &w);
    put_edit(at, rtp_lit("/history/modes"), &value);
}

/* Warnings of a profile are for `rtopitch check`; errors mean that nothing can be put into it. */
static const rtp_profile *load(const rtp_source *source, rtp_arena *arena, rtp_diags *diags)
{
    rtp_diags *found = rtp_diags_make(arena);
    const rtp_profile *profile = rtp_profile_load(source, arena, found);
    for (size_t i = 0; i < found->len; i++) {
        if (found->items[i].severity == RTP_ERROR) {
            rtp_diags_put(diags, found->items[i]);
        }
    }
    return profile;
}

bool rtp_history_merge(const rtp_import_history *history, const rtp_source *profile, rtp_arena *arena, rtp_diags *diags,
                       rtp_str *text)
{
    merging at = {.history = history, .arena = arena, .diags = diags};
    at.profile = load(profile, arena, diags);
    if (!at.profile) {
        return false;
    }
    put_modes(&at);
    for (size_t i = 0; i < history->metric_count; i++) {
        if (!put_metric(&at, &history->metrics[i])) {
            return false;
        }
    }
    rtp_source *changed = RTP_NEW(arena, rtp_source); /* diagnostics may point into it */
    changed->name = rtp_lit("the profile with what was imported");
    if (!rtp_json_change(profile, (rtp_json_edits){at.edits, at.len}, arena, diags, &changed->text) ||
        !load(changed, arena, diags)) {
        return false;
    }
    *text = changed->text;
    return true;
}
