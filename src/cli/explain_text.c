/* The explanation for people: each stretch of the document, the rule, the facts and their lines.
 * Then the rules that stayed silent, grouped by reason. */
#include "cli/explain.h"
#include "cli/provenance.h"

typedef struct printer {
    const rtp_explanation *explanation;
    rtp_arena *arena;
    rtp_buf *out;
} printer;

static void put_fact(const printer *p, const rtp_value *value, size_t number)
{
    rtp_buf_format(p->out, "      %s = ", rtp_fact_at(number)->name);
    rtp_terminal_put(p->out, value->known ? rtp_value_text(value, p->arena) : rtp_lit("unknown"));
    if (value->known) {
        rtp_buf_puts(p->out, "  (");
        rtp_provenance_put(&value->origin, &p->explanation->job->source, p->arena, p->out);
        rtp_buf_puts(p->out, ")");
    }
    rtp_buf_put_char(p->out, '\n');
}

static void put_span(const printer *p, const rtp_node *span)
{
    if (span->value && span->fact != RTP_LITERAL) {
        put_fact(p, span->value, span->fact);
    }
    if (span->kind == RTP_SPAN_CITATION && span->evidence) {
        rtp_buf_format(p->out, "      source [%d]: ", span->level);
        rtp_terminal_put(p->out, span->evidence->id);
        rtp_buf_put_char(p->out, '\n');
    }
}

static void put_rule(const printer *p, const rtp_point *point)
{
    const rtp_rule *rule = point->rule;
    rtp_buf_puts(p->out, "    rule ");
    rtp_terminal_put(p->out, rule->id);
    if (rule->scope != RTP_ONCE) {
        rtp_buf_format(p->out, " for %s %zu", rtp_scope_name(rule->scope), point->item + 1);
    }
    rtp_buf_format(p->out, ", strength %d\n", rule->strength);
    if (rule->when.bytes) {
        rtp_condition condition = rtp_condition_read(rule->when);
        rtp_buf_puts(p->out, "      when ");
        rtp_condition_put(&condition, p->out);
        rtp_buf_put_char(p->out, '\n');
    }
}

static void put_item(const printer *p, const rtp_explained *item)
{
    bool heading = item->block->kind == RTP_NODE_HEADING;
    rtp_buf_puts(p->out, heading ? "\n" : "\n  ");
    rtp_terminal_wrap(p->out, item->text, 2, 2, RTP_TERMINAL_WIDTH);
    rtp_buf_put_char(p->out, '\n');
    if (item->point) {
        put_rule(p, item->point);
    } else if (item->block->evidence) {
        rtp_buf_puts(p->out, "    from the library: ");
        rtp_terminal_put(p->out, item->block->evidence->id);
        rtp_buf_put_char(p->out, '\n');
    } else if (!heading) {
        rtp_buf_puts(p->out, "    words of the outline ");
        rtp_terminal_put(p->out, p->explanation->document->name);
        rtp_buf_put_char(p->out, '\n');
    }
    for (size_t i = 0; i < item->span_count; i++) {
        put_span(p, item->spans[i]);
    }
}

/* ---- what is not in the document ---- */

static bool is_same_story(const rtp_trace_row *a, const rtp_trace_row *b)
{
    return a->rule == b->rule && a->outcome == b->outcome && a->fact == b->fact;
}

static void put_silent(const printer *p, const rtp_trace_row *row, size_t items)
{
    rtp_buf_puts(p->out, "  ");
    rtp_terminal_put(p->out, row->rule->id);
    if (row->rule->scope != RTP_ONCE) {
        rtp_buf_format(p->out, " (%s: %zu)", rtp_scope_name(row->rule->scope), items);
    }
    if (row->fact != RTP_LITERAL) {
        rtp_buf_format(p->out, ": %s", rtp_fact_at(row->fact)->name);
    }
    rtp_buf_put_char(p->out, '\n');
}

static void put_outcome(const printer *p, rtp_outcome outcome)
{
    const rtp_points *points = &p->explanation->job->points;
    bool first = true;
    for (size_t i = 0; i < points->trace_len;) {
        const rtp_trace_row *row = &points->trace[i];
        size_t items = 1;
        while (i + items < points->trace_len && is_same_story(row, row + items)) {
            items++;
        }
        i += items;
        if (row->outcome != outcome || !rtp_explanation_has(p->explanation, row->rule)) {
            continue;
        }
        if (first) {
            rtp_buf_format(p->out, "\nRules that stayed silent: %s\n", rtp_outcome_words(outcome));
        }
        first = false;
        put_silent(p, row, items);
    }
}

static void put_written(const printer *p, const rtp_source *source, rtp_str value)
{
    enum { SHOWN_MOST = 60 };
    size_t len = value.len < SHOWN_MOST ? value.len : SHOWN_MOST;
    while (len < value.len && ((unsigned char)value.ptr[len] & 0xC0U) == 0x80U) { /* whole characters */
        len--;
    }
    rtp_place place = rtp_place_of(source, (size_t)(value.ptr - source->text.ptr));
    rtp_terminal_put(p->out, (rtp_str){value.ptr, len});
    rtp_buf_puts(p->out, len < value.len ? " … (" : " (");
    rtp_terminal_put(p->out, source->name);
    rtp_buf_format(p->out, ":%zu)", place.line);
}

/* What the team shares and the profile says otherwise. */
static void put_overrides(const printer *p)
{
    const rtp_job *job = p->explanation->job;
    if (job->overrides.len > 0) {
        rtp_buf_puts(p->out, "\nInstead of what the team shares:\n");
    }
    for (size_t i = 0; i < job->overrides.len; i++) {
        const rtp_json_override *each = &job->overrides.items[i];
        rtp_buf_puts(p->out, "  ");
        rtp_terminal_put(p->out, each->pointer);
        rtp_buf_puts(p->out, ": ");
        put_written(p, rtp_whence_find(&job->source, 0).source, each->is);
        rtp_buf_puts(p->out, ", not ");
        put_written(p, &job->shared->source, each->was);
        rtp_buf_puts(p->out, "\n");
    }
}

void rtp_explanation_put_text(const rtp_explanation *explanation, rtp_arena *arena, rtp_buf *out)
{
    printer p = {explanation, arena, out};
    rtp_terminal_put(out, explanation->document->name);
    rtp_buf_puts(out, " from ");
    rtp_terminal_put(out, explanation->job->source.name);
    rtp_buf_puts(out, explanation->document->personal ? " (private)\n" : "\n");
    for (size_t i = 0; i < explanation->len; i++) {
        put_item(&p, &explanation->items[i]);
    }
    static const rtp_outcome silent[] = {
        RTP_DROPPED_WORDS,     RTP_DROPPED_BUDGET,  RTP_DROPPED_SAME,     RTP_DROPPED_CITATIONS,
        RTP_WITHHELD_EVIDENCE, RTP_WITHHELD_PHRASE, RTP_WITHHELD_UNKNOWN, RTP_WITHHELD_FALSE,
    };
    for (size_t i = 0; i < RTP_COUNT(silent); i++) {
        put_outcome(&p, silent[i]);
    }
    put_overrides(&p);
}
