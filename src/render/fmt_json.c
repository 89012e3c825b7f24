/* The document as JSON, version 1, for programs: every block with its plain text, its spans, and why it is
 * there. Texts are those of the profile, byte for byte; the writer escapes what could do harm. */
#include "render/provenance.h"
#include "rtopitch/render.h"

enum { DOCUMENT_VERSION = 1, INDENT = 2 };

typedef struct writer {
    rtp_json_writer json;
    rtp_trail trail;
    rtp_str section;         /* of the blocks at hand */
    const rtp_point *stated; /* the point of a block around this one, already told */
} writer;

static void texts_put(rtp_json_writer *json, const char *key, rtp_texts texts)
{
    rtp_json_put_key(json, key);
    rtp_json_open(json, '[');
    for (size_t i = 0; i < texts.len; i++) {
        rtp_json_put_text(json, texts.items[i]);
    }
    rtp_json_close(json, ']');
}

static void member_put(rtp_json_writer *json, const char *key, rtp_str text)
{
    if (text.len > 0) {
        rtp_json_put_key(json, key);
        rtp_json_put_text(json, text);
    }
}

static void number_put(writer *w, const char *key, double number)
{
    rtp_json_put_key(&w->json, key);
    rtp_json_put_number(&w->json, number);
}

static void flag_put(rtp_json_writer *json, const char *key, bool flag)
{
    rtp_json_put_key(json, key);
    rtp_json_put_flag(json, flag);
}

/* ---- plain text ---- */

static void plain_words_put(writer *w, const rtp_node *node)
{
    rtp_json_add_text(&w->json, node->text);
}

static void plain_citation_put(writer *w, const rtp_node *node)
{
    rtp_json_add_text(&w->json, rtp_arena_format(w->trail.arena, "[%d]", node->level));
}

static void plain_break_put(writer *w, const rtp_node *node)
{
    (void)node;
    rtp_json_add_text(&w->json, rtp_lit("\n"));
}

static void plain_link_put(writer *w, const rtp_node *node)
{
    rtp_json_add_text(&w->json, node->first ? rtp_lit("") : node->text);
}

static void (*const plain_puts[RTP_NODE_KIND_COUNT])(writer *w, const rtp_node *node) = {
    [RTP_SPAN_TEXT] = plain_words_put,  [RTP_SPAN_FIGURE] = plain_words_put, [RTP_SPAN_CITATION] = plain_citation_put,
    [RTP_SPAN_BREAK] = plain_break_put, [RTP_SPAN_LINK] = plain_link_put,
};

static void plain_put(writer *w, const rtp_node *node)
{
    if (plain_puts[node->kind]) {
        plain_puts[node->kind](w, node);
    }
    for (const rtp_node *child = node->first; child; child = child->next) {
        plain_put(w, child);
    }
}

static void text_put(writer *w, const rtp_node *block)
{
    rtp_json_put_key(&w->json, "text");
    rtp_json_open_text(&w->json);
    plain_put(w, block);
    rtp_json_close_text(&w->json);
}

/* ---- what each kind adds ---- */

typedef void attributes_put(writer *w, const rtp_node *node);

static void heading_put(writer *w, const rtp_node *node)
{
    number_put(w, "level", node->level);
}

static void list_put(writer *w, const rtp_node *node)
{
    flag_put(&w->json, "numbered", node->level != 0);
}

static void row_put(writer *w, const rtp_node *node)
{
    flag_put(&w->json, "header", node->level == 1);
}

static void cell_put(writer *w, const rtp_node *node)
{
    rtp_json_put_key(&w->json, "align");
    rtp_json_put_text(&w->json, node->align == RTP_ALIGN_RIGHT ? rtp_lit("right") : rtp_lit("left"));
}

static void words_put(writer *w, const rtp_node *node)
{
    rtp_json_put_key(&w->json, "text");
    rtp_json_put_text(&w->json, node->text);
}

static void link_put(writer *w, const rtp_node *node)
{
    rtp_json_put_key(&w->json, "address");
    rtp_json_put_text(&w->json, node->text);
}

static void citation_put(writer *w, const rtp_node *node)
{
    number_put(w, "number", node->level);
}

static void month_put(writer *w, const char *key, rtp_month month)
{
    rtp_json_put_key(&w->json, key);
    rtp_json_put_text(&w->json, rtp_month_iso(w->trail.arena, month));
}

static void point_put(writer *w, const rtp_chart_point *point)
{
    rtp_json_open(&w->json, '{');
    month_put(w, "month", point->month);
    number_put(w, "value", point->value);
    member_put(&w->json, "mode", rtp_word(&rtp_words_mode, point->mode));
    rtp_json_close(&w->json, '}');
}

static void band_put(writer *w, const rtp_chart *chart, const rtp_chart_band *band)
{
    rtp_json_open(&w->json, '{');
    member_put(&w->json, "mode", rtp_word(&rtp_words_mode, band->mode));
    month_put(w, "from", chart->points[band->first].month);
    month_put(w, "to", chart->points[band->first + band->len - 1].month);
    number_put(w, "median", band->median);
    rtp_json_close(&w->json, '}');
}

static void chart_put(writer *w, const rtp_node *node)
{
    const rtp_chart *chart = node->chart;
    if (!chart) {
        return;
    }
    member_put(&w->json, "metric", chart->name);
    member_put(&w->json, "unit", chart->unit);
    number_put(w, "step", chart->step);
    rtp_json_put_key(&w->json, "bands");
    rtp_json_open(&w->json, '[');
    for (size_t i = 0; i < chart->band_count; i++) {
        band_put(w, chart, &chart->bands[i]);
    }
    rtp_json_close(&w->json, ']');
    rtp_json_put_key(&w->json, "points");
    rtp_json_open(&w->json, '[');
    for (size_t i = 0; i < chart->len; i++) {
        point_put(w, &chart->points[i]);
    }
    rtp_json_close(&w->json, ']');
}

/* `children` is the key they stand under; NULL for what holds none. */
static const struct {
    const char *children;
    attributes_put *put;
    bool is_line; /* its children are spans, so it has a plain text */
} shapes[RTP_NODE_KIND_COUNT] = {
    [RTP_NODE_DOCUMENT] = {"blocks", NULL, false}, [RTP_NODE_HEADING] = {"spans", heading_put, true},
    [RTP_NODE_PARAGRAPH] = {"spans", NULL, true},  [RTP_NODE_LIST] = {"items", list_put, false},
    [RTP_NODE_ITEM] = {"spans", NULL, true},       [RTP_NODE_TABLE] = {"rows", NULL, false},
    [RTP_NODE_ROW] = {"cells", row_put, false},    [RTP_NODE_CELL] = {"spans", cell_put, true},
    [RTP_NODE_QUOTE] = {"blocks", NULL, false},    [RTP_NODE_NOTE] = {"blocks", NULL, false},
    [RTP_NODE_CHART] = {"spans", chart_put, true}, [RTP_NODE_RULE] = {NULL, NULL, false},
    [RTP_SPAN_TEXT] = {NULL, words_put, false},    [RTP_SPAN_FIGURE] = {NULL, words_put, false},
    [RTP_SPAN_STRONG] = {"spans", NULL, false},    [RTP_SPAN_EMPHASIS] = {"spans", NULL, false},
    [RTP_SPAN_LINK] = {"spans", link_put, false},  [RTP_SPAN_CITATION] = {NULL, citation_put, false},
    [RTP_SPAN_BREAK] = {NULL, NULL, false},        [RTP_SPAN_SPARK] = {NULL, words_put, false},
};

static void nodes_put(writer *w, const char *key, const rtp_node *parent);

/* A block tells its point, unless the block around it did; spans tell the rule they come from. */
static void origin_put(writer *w, const rtp_node *node)
{
    if (node->kind >= RTP_SPAN_TEXT) {
        rtp_trail_span_put(&w->trail, node, &w->json);
    } else {
        member_put(&w->json, "section", w->section);
        rtp_trail_points_put(&w->trail, node, w->stated, &w->json);
    }
    if (node->evidence) {
        member_put(&w->json, "evidence", node->evidence->id);
    }
}

static void node_put(writer *w, const rtp_node *node)
{
    const rtp_point *stated = w->stated;
    rtp_json_open(&w->json, '{');
    rtp_json_put_key(&w->json, "kind");
    rtp_json_put_text(&w->json, rtp_str_from(rtp_node_kind_name(node->kind)));
    if (shapes[node->kind].put) {
        shapes[node->kind].put(w, node);
    }
    if (shapes[node->kind].is_line) {
        text_put(w, node);
    }
    origin_put(w, node);
    w->stated = node->point;
    if (shapes[node->kind].children) {
        nodes_put(w, shapes[node->kind].children, node);
    }
    w->stated = stated;
    rtp_json_close(&w->json, '}');
}

static void nodes_put(writer *w, const char *key, const rtp_node *parent)
{
    rtp_json_put_key(&w->json, key);
    rtp_json_open(&w->json, '[');
    for (const rtp_node *node = parent->first; node; node = node->next) {
        if (parent->kind == RTP_NODE_DOCUMENT) {
            w->section = node->section;
        }
        node_put(w, node);
    }
    rtp_json_close(&w->json, ']');
}

/* ---- sources ---- */

static void source_put(writer *w, const rtp_node *citation)
{
    rtp_json_writer *json = &w->json;
    const rtp_evidence *evidence = citation->evidence;
    rtp_json_open(json, '{');
    number_put(w, "number", citation->level);
    member_put(json, "evidence", evidence->id);
    member_put(json, "claim", rtp_evidence_text(evidence, RTP_STUDY_CLAIM));
    texts_put(json, "authors", rtp_evidence_authors(evidence, w->trail.arena));
    number_put(w, "year", evidence->year);
    member_put(json, "title", rtp_evidence_text(evidence, RTP_STUDY_TITLE));
    member_put(json, "venue", rtp_evidence_text(evidence, RTP_STUDY_VENUE));
    member_put(json, "design", rtp_evidence_design(evidence));
    member_put(json, "sample", rtp_evidence_text(evidence, RTP_STUDY_SAMPLE));
    member_put(json, "strength", (rtp_str){&evidence->strength, 1});
    member_put(json, "doi", rtp_evidence_text(evidence, RTP_STUDY_DOI));
    member_put(json, "url", rtp_evidence_text(evidence, RTP_STUDY_URL));
    member_put(json, "caveat", rtp_evidence_text(evidence, RTP_STUDY_CAVEAT));
    rtp_json_close(json, '}');
}

/* By number, in the order in which they are cited; each finding once. */
static void sources_put(writer *w, const rtp_document *document)
{
    size_t count = 0;
    const rtp_node **citations = rtp_trail_citations(&w->trail, document->root, &count);
    rtp_json_put_key(&w->json, "sources");
    rtp_json_open(&w->json, '[');
    for (size_t i = 0; i < count; i++) {
        source_put(w, citations[i]);
    }
    rtp_json_close(&w->json, ']');
}

static void json_render(const rtp_document *document, const rtp_render_options *options, rtp_buf *out)
{
    writer w = {.json = rtp_json_writer_make(out, options->compact ? 0 : INDENT),
                .trail = {.facts = options->facts,
                          .source = options->source,
                          .arena = options->arena,
                          .personal = document->personal}};
    rtp_json_open(&w.json, '{');
    rtp_json_put_key(&w.json, "rtopitch");
    rtp_json_open(&w.json, '{');
    number_put(&w, "document", DOCUMENT_VERSION);
    rtp_json_close(&w.json, '}');
    member_put(&w.json, "name", document->name);
    member_put(&w.json, "title", document->title);
    member_put(&w.json, "date", rtp_date_iso(options->arena, document->date));
    flag_put(&w.json, "private", document->personal);
    nodes_put(&w, "blocks", document->root);
    sources_put(&w, document);
    rtp_json_close(&w.json, '}');
    rtp_buf_put_char(out, '\n');
}

const rtp_format rtp_format_json = {
    .name = "json",
    .suffixes = "json",
    .media_type = "application/json",
    .summary = "JSON for programs, with where every sentence comes from",
    .render = json_render,
};
