/* The explanation for programs: every stretch with its rule and facts, then every rule that was tried.
 * A script can prove with it that no figure of a document is without an origin. */
#include "cli/explain.h"
#include "cli/provenance.h"

typedef struct printer {
    const rtp_explanation *explanation;
    rtp_arena *arena;
    rtp_json_writer w;
} printer;

static void put_count(printer *p, const char *key, size_t n)
{
    rtp_json_put_key(&p->w, key);
    rtp_json_put_number(&p->w, (double)n);
}

static void put_facts(printer *p, const rtp_explained *item)
{
    rtp_json_put_key(&p->w, "facts");
    rtp_json_open(&p->w, '[');
    for (size_t i = 0; i < item->span_count; i++) {
        const rtp_node *span = item->spans[i];
        if (!span->value) {
            continue;
        }
        rtp_str name = span->fact == RTP_LITERAL ? (rtp_str){NULL, 0} : rtp_str_from(rtp_fact_at(span->fact)->name);
        rtp_json_open(&p->w, '{');
        rtp_json_put_member(&p->w, "fact", name);
        rtp_json_put_member(&p->w, "text", span->text);
        rtp_json_put_member(&p->w, "value", rtp_value_text(span->value, p->arena));
        rtp_json_put_key(&p->w, "origin");
        rtp_provenance_put_json(&span->value->origin, &p->explanation->job->source, p->arena, &p->w);
        rtp_json_close(&p->w, '}');
    }
    rtp_json_close(&p->w, ']');
}

static void put_citations(printer *p, const rtp_explained *item)
{
    rtp_json_put_key(&p->w, "citations");
    rtp_json_open(&p->w, '[');
    for (size_t i = 0; i < item->span_count; i++) {
        const rtp_node *span = item->spans[i];
        if (span->kind != RTP_SPAN_CITATION || !span->evidence) {
            continue;
        }
        rtp_json_open(&p->w, '{');
        put_count(p, "number", (size_t)span->level);
        rtp_json_put_member(&p->w, "evidence", span->evidence->id);
        rtp_json_close(&p->w, '}');
    }
    rtp_json_close(&p->w, ']');
}

static void put_item(printer *p, const rtp_explained *item)
{
    const rtp_node *block = item->block;
    rtp_json_open(&p->w, '{');
    rtp_json_put_member(&p->w, "section", block->section);
    rtp_json_put_member(&p->w, "kind", rtp_str_from(rtp_node_kind_name(block->kind)));
    rtp_json_put_member(&p->w, "text", item->text);
    rtp_json_put_member(&p->w, "rule", item->point ? item->point->rule->id : (rtp_str){NULL, 0});
    rtp_json_put_key(&p->w, "item");
    if (item->point && item->point->rule->scope != RTP_ONCE) {
        rtp_json_put_number(&p->w, (double)item->point->item);
    } else {
        rtp_json_put_null(&p->w);
    }
    rtp_json_put_member(&p->w, "source", block->evidence ? block->evidence->id : (rtp_str){NULL, 0});
    put_facts(p, item);
    put_citations(p, item);
    rtp_json_close(&p->w, '}');
}

static void put_trace(printer *p, const rtp_trace_row *row)
{
    rtp_json_open(&p->w, '{');
    rtp_json_put_member(&p->w, "rule", row->rule->id);
    put_count(p, "item", row->item);
    rtp_json_put_member(&p->w, "outcome", rtp_str_from(rtp_outcome_name(row->outcome)));
    rtp_json_put_member(&p->w, "fact",
                        row->fact == RTP_LITERAL ? (rtp_str){NULL, 0} : rtp_str_from(rtp_fact_at(row->fact)->name));
    rtp_json_close(&p->w, '}');
}

static void put_written(printer *p, const char *key, const rtp_source *source, rtp_str value)
{
    rtp_json_put_key(&p->w, key);
    rtp_json_open(&p->w, '{');
    rtp_json_put_member(&p->w, "file", source->name);
    put_count(p, "line", rtp_place_of(source, (size_t)(value.ptr - source->text.ptr)).line);
    rtp_json_put_key(&p->w, "value");
    rtp_json_put_raw(&p->w, value);
    rtp_json_close(&p->w, '}');
}

/* What the team shares and the profile says otherwise. */
static void put_overrides(printer *p)
{
    const rtp_job *job = p->explanation->job;
    rtp_json_put_member(&p->w, "team", job->shared->source.name);
    rtp_json_put_key(&p->w, "overridden");
    rtp_json_open(&p->w, '[');
    for (size_t i = 0; i < job->overrides.len; i++) {
        const rtp_json_override *each = &job->overrides.items[i];
        rtp_json_open(&p->w, '{');
        rtp_json_put_member(&p->w, "pointer", each->pointer);
        put_written(p, "team", &job->shared->source, each->was);
        put_written(p, "profile", rtp_whence_find(&job->source, 0).source, each->is);
        rtp_json_close(&p->w, '}');
    }
    rtp_json_close(&p->w, ']');
}

static void put_head(printer *p)
{
    const rtp_document *document = p->explanation->document;
    rtp_json_put_key(&p->w, "rtopitch");
    rtp_json_open(&p->w, '{');
    put_count(p, "explanation", 1);
    rtp_json_close(&p->w, '}');
    rtp_json_put_member(&p->w, "profile", p->explanation->job->source.name);
    rtp_json_put_member(&p->w, "document", document->name);
    rtp_json_put_key(&p->w, "private");
    rtp_json_put_flag(&p->w, document->personal);
    rtp_json_put_member(&p->w, "date", rtp_date_iso(p->arena, document->date));
    if (p->explanation->job->shared) {
        put_overrides(p);
    }
}

void rtp_explanation_put_json(const rtp_explanation *explanation, rtp_arena *arena, rtp_buf *out)
{
    printer p = {explanation, arena, rtp_json_writer_make(out, 1)};
    const rtp_points *points = &explanation->job->points;
    rtp_json_open(&p.w, '{');
    put_head(&p);
    rtp_json_put_key(&p.w, "blocks");
    rtp_json_open(&p.w, '[');
    for (size_t i = 0; i < explanation->len; i++) {
        put_item(&p, &explanation->items[i]);
    }
    rtp_json_close(&p.w, ']');
    rtp_json_put_key(&p.w, "trace");
    rtp_json_open(&p.w, '[');
    for (size_t i = 0; i < points->trace_len; i++) {
        if (rtp_explanation_has(explanation, points->trace[i].rule)) {
            put_trace(&p, &points->trace[i]);
        }
    }
    rtp_json_close(&p.w, ']');
    rtp_json_close(&p.w, '}');
    rtp_buf_put_char(out, '\n');
}
