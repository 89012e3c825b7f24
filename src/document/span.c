/* Turns runs of expanded text into spans. A number or date becomes a figure span, and each span
 * carries the value it came from, so that a reader can be told where every figure stands. */
#include <string.h>

#include "document/span.h"

bool rtp_runs_say(rtp_runs runs)
{
    for (size_t i = 0; i < runs.len; i++) {
        if (runs.items[i].text.len > 0) {
            return true;
        }
    }
    return false;
}

/* ---- ends of sentences ---- */

static const rtp_str closers[] = {RTP_STR("\""), RTP_STR("'"), RTP_STR(")"), RTP_STR("]"),
                                  RTP_STR("”"),  RTP_STR("’"), RTP_STR("»")};

static size_t tail_match(rtp_str text, const rtp_str *marks, size_t count)
{
    char last = text.len > 0 ? text.ptr[text.len - 1] : '\0';
    for (size_t i = 0; i < count; i++) {
        if (last == marks[i].ptr[marks[i].len - 1] && rtp_str_ends(text, marks[i])) {
            return marks[i].len;
        }
    }
    return 0;
}

bool rtp_text_is_ended(rtp_str text)
{
    size_t len;
    while ((len = tail_match(text, closers, RTP_COUNT(closers))) > 0) {
        text.len -= len;
    }
    return rtp_str_ends(text, rtp_lit(":")) || rtp_str_is_ended(text);
}

enum { TAIL = 24 }; /* bytes: more closing marks than a sentence ends with */

/* A closing quote is often a run of its own, so the end is looked for across runs. */
bool rtp_runs_are_ended(rtp_runs runs)
{
    char tail[TAIL];
    size_t from = TAIL;
    for (size_t i = runs.len; i-- > 0 && from > 0;) {
        rtp_str text = runs.items[i].text;
        size_t take = text.len < from ? text.len : from;
        if (take > 0) {
            from -= take;
            memcpy(tail + from, text.ptr + (text.len - take), take);
        }
    }
    return rtp_text_is_ended((rtp_str){tail + from, TAIL - from});
}

/* ---- nodes ---- */

rtp_node *rtp_build_put(const rtp_builder *b, rtp_node *parent, rtp_node_kind kind)
{
    rtp_node *node = rtp_node_put(b->arena, parent, kind);
    node->point = b->point;
    if (parent == b->root) {
        node->section = b->section;
    }
    return node;
}

void rtp_text_put(const rtp_builder *b, rtp_node *parent, rtp_str text)
{
    rtp_build_put(b, parent, RTP_SPAN_TEXT)->text = text;
}

static bool is_figure(const rtp_value *value)
{
    return value && (value->type == RTP_NUMBER || value->type == RTP_DATE || value->type == RTP_MONTH);
}

static void run_put(const rtp_builder *b, rtp_node *parent, const rtp_run *run, rtp_str text)
{
    if (text.len > 0) {
        rtp_node *span = rtp_build_put(b, parent, is_figure(run->value) ? RTP_SPAN_FIGURE : RTP_SPAN_TEXT);
        span->text = text;
        span->value = run->value;
        span->fact = run->fact;
    }
}

void rtp_runs_put(const rtp_builder *b, rtp_node *parent, rtp_runs runs)
{
    for (size_t i = 0; i < runs.len; i++) {
        run_put(b, parent, &runs.items[i], runs.items[i].text);
    }
}

void rtp_lead_put(const rtp_builder *b, rtp_node *parent)
{
    if (rtp_runs_say(b->point->lead)) {
        rtp_runs_put(b, rtp_build_put(b, parent, RTP_SPAN_STRONG), b->point->lead);
        rtp_text_put(b, parent, rtp_lit(" "));
    }
}

/* ---- citations ---- */

static void citations_put(const rtp_builder *b, rtp_node *parent)
{
    int last = 0;
    for (size_t i = 0; i < b->point->evidence_count; i++) {
        const rtp_evidence *evidence = b->point->evidence[i];
        int number = rtp_selection_number(b->selection, evidence);
        if (number == last) { /* two findings of one study */
            continue;
        }
        rtp_text_put(b, parent, rtp_lit(" "));
        rtp_node *citation = rtp_build_put(b, parent, RTP_SPAN_CITATION);
        citation->level = last = number;
        citation->evidence = evidence;
    }
}

static bool ends_with_stop(rtp_str text)
{
    return rtp_str_ends(text, rtp_lit(".")) && !rtp_str_ends(text, rtp_lit(".."));
}

static bool run_reads(const rtp_run *run, rtp_str fact)
{
    return run->fact != RTP_LITERAL && rtp_str_starts(rtp_str_from(rtp_fact_at(run->fact)->name), fact);
}

bool rtp_runs_tell_evidence(rtp_runs runs)
{
    size_t i = 0;
    while (i < runs.len && !run_reads(&runs.items[i], rtp_lit("evidence."))) {
        i++;
    }
    return i < runs.len;
}

/* How many runs stand before the citations: up to the finding when it is told, else all. What the
 * point concludes from a finding, or answers to it, is not the study's. */
static size_t cited_len(rtp_runs runs)
{
    for (size_t i = runs.len; i > 0; i--) {
        if (run_reads(&runs.items[i - 1], rtp_lit("evidence.claim"))) {
            return i;
        }
    }
    while (runs.len > 0 && runs.items[runs.len - 1].text.len == 0) {
        runs.len--;
    }
    return runs.len;
}

void rtp_cited_put(const rtp_builder *b, rtp_node *parent, rtp_runs runs)
{
    size_t len = b->point->evidence_count > 0 ? cited_len(runs) : 0;
    if (len == 0) {
        rtp_runs_put(b, parent, runs);
        return;
    }
    const rtp_run *last = &runs.items[len - 1];
    size_t stop = ends_with_stop(last->text);
    rtp_runs_put(b, parent, (rtp_runs){runs.items, len - 1});
    run_put(b, parent, last, (rtp_str){last->text.ptr, last->text.len - stop});
    citations_put(b, parent);
    if (stop) {
        rtp_text_put(b, parent, rtp_lit("."));
    }
    rtp_runs_put(b, parent, (rtp_runs){runs.items + len, runs.len - len});
}

void rtp_point_put(const rtp_builder *b, rtp_node *parent, bool ended)
{
    rtp_lead_put(b, parent);
    rtp_cited_put(b, parent, b->point->text);
    if (ended && !rtp_runs_are_ended(b->point->text)) {
        rtp_text_put(b, parent, rtp_lit("."));
    }
}
