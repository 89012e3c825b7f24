/* The text of a Word document: paragraphs by style, lists by number, charts where they stand. Everything that is
 * looks is left to the styles, so that a reader changes a style and not every paragraph. */
#include "render/docx.h"
#include "render/xml.h"

/* ---- paragraphs ---- */

void rtp_docx_paragraph_open(rtp_docx *d, rtp_docx_paragraph how)
{
    rtp_buf *out = d->out;
    RTP_PUT(out, "<w:p>");
    if (how.style == RTP_DOCX_NORMAL && !how.keep && !how.below) {
        return;
    }
    RTP_PUT(out, "<w:pPr>");
    if (how.style != RTP_DOCX_NORMAL) {
        RTP_PUT(out, "<w:pStyle w:val=\"");
        rtp_buf_puts(out, rtp_docx_style_id(how.style));
        RTP_PUT(out, "\"/>");
    }
    if (how.keep) {
        RTP_PUT(out, "<w:keepNext/>");
    }
    if (how.list > 0) {
        RTP_PUT(out, "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"");
        rtp_xml_put_number(out, (long)how.list);
        RTP_PUT(out, "\"/></w:numPr>");
    }
    if (how.below || how.last) {
        RTP_PUT(out, "<w:spacing");
        rtp_buf_put(out, how.below ? rtp_lit(" w:before=\"200\"") : rtp_lit(""));
        rtp_buf_put(out, how.last ? rtp_lit(" w:after=\"140\"") : rtp_lit(""));
        RTP_PUT(out, "/>");
    }
    if (how.right) {
        RTP_PUT(out, "<w:jc w:val=\"right\"/>");
    }
    RTP_PUT(out, "</w:pPr>");
}

void rtp_docx_paragraph_close(rtp_docx *d)
{
    RTP_PUT(d->out, "</w:p>");
}

typedef struct place { /* where a block stands */
    const rtp_node *next;
    bool below; /* a table */
} place;

/* A paragraph that says nothing is left out, which shows only once it was put. */
static bool paragraph_put(rtp_docx *d, const rtp_node *block, rtp_docx_paragraph how)
{
    size_t from = d->out->len;
    rtp_docx_paragraph_open(d, how);
    if (!rtp_docx_spans_put(d, block) && !d->out->failed) {
        d->out->len = from;
        return false;
    }
    rtp_docx_paragraph_close(d);
    return true;
}

/* ---- blocks ---- */

typedef bool block_put(rtp_docx *d, const rtp_node *block, place at); /* false: nothing was put */

static bool heading_put(rtp_docx *d, const rtp_node *block, place at)
{
    (void)at;
    static const rtp_docx_style styles[] = {RTP_DOCX_TITLE, RTP_DOCX_TITLE, RTP_DOCX_HEADING_1, RTP_DOCX_HEADING_2};
    size_t level = block->level > 0 && block->level < (int)RTP_COUNT(styles) ? (size_t)block->level : 3;
    rtp_docx_paragraph_open(d, (rtp_docx_paragraph){.style = styles[level]});
    rtp_docx_spans_put(d, block);
    rtp_docx_paragraph_close(d);
    return true;
}

/* What leads to a list, a table or a chart stays on its page. */
static bool leads(const rtp_node *block, const rtp_node *next)
{
    return next && (next->kind == RTP_NODE_LIST || next->kind == RTP_NODE_TABLE) &&
           block->section.ptr == next->section.ptr;
}

static bool plain_put(rtp_docx *d, const rtp_node *block, place at)
{
    return paragraph_put(d, block, (rtp_docx_paragraph){.keep = leads(block, at.next), .below = at.below});
}

enum { BULLETS = 1, NUMBERS = 2 /* and on: each list has a number of its own, so that it starts at 1 */ };

static void anchor_put(rtp_docx *d, int number)
{
    RTP_PUT(d->out, "<w:bookmarkStart w:id=\"");
    rtp_xml_put_number(d->out, number);
    RTP_PUT(d->out, "\" w:name=\"source");
    rtp_xml_put_number(d->out, number);
    RTP_PUT(d->out, "\"/><w:bookmarkEnd w:id=\"");
    rtp_xml_put_number(d->out, number);
    RTP_PUT(d->out, "\"/>");
}

static void items_put(rtp_docx *d, const rtp_node *list, rtp_docx_paragraph how)
{
    bool sources = list == d->sources.list;
    int number = 0;
    for (const rtp_node *item = list->first; item; item = item->next) {
        how.last = !item->next;
        rtp_docx_paragraph_open(d, how);
        if (sources) {
            anchor_put(d, ++number);
        }
        rtp_docx_spans_put(d, item);
        rtp_docx_paragraph_close(d);
        how.below = false;
    }
}

static bool list_in_style_put(rtp_docx *d, const rtp_node *list, rtp_docx_paragraph how)
{
    how.list = list->level ? NUMBERS + d->numbered : BULLETS;
    d->numbered += list->level != 0;
    items_put(d, list, how);
    return true;
}

static bool list_put(rtp_docx *d, const rtp_node *block, place at)
{
    rtp_docx_style style = block->level ? RTP_DOCX_NUMBER : RTP_DOCX_BULLET;
    return list_in_style_put(d, block, (rtp_docx_paragraph){.style = style, .below = at.below});
}

static bool table_put(rtp_docx *d, const rtp_node *block, place at)
{
    if (at.below) { /* two tables would become one */
        RTP_PUT(d->out, "<w:p><w:pPr><w:spacing w:after=\"0\"/></w:pPr></w:p>");
    }
    return rtp_docx_table_put(d, block);
}

static bool framed_put(rtp_docx *d, const rtp_node *block, rtp_docx_paragraph how)
{
    bool any = false;
    for (const rtp_node *child = block->first; child; child = child->next) {
        bool put = child->kind == RTP_NODE_LIST ? list_in_style_put(d, child, how) : paragraph_put(d, child, how);
        how.below = how.below && !put;
        any = any || put;
    }
    return any;
}

static bool quote_put(rtp_docx *d, const rtp_node *block, place at)
{
    return framed_put(d, block, (rtp_docx_paragraph){.style = RTP_DOCX_QUOTE, .below = at.below});
}

static bool note_put(rtp_docx *d, const rtp_node *block, place at)
{
    return framed_put(d, block, (rtp_docx_paragraph){.style = RTP_DOCX_NOTE, .below = at.below});
}

static bool rule_put(rtp_docx *d, const rtp_node *block, place at)
{
    (void)block, (void)at;
    RTP_PUT(d->out, "<w:p><w:pPr><w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"A6A6A6\"/>"
                    "</w:pBdr></w:pPr></w:p>");
    return true;
}

/* ---- charts ---- */

static void words_put(rtp_buf *out, const rtp_node *parent)
{
    for (const rtp_node *span = parent->first; span; span = span->next) {
        if (span->kind == RTP_SPAN_TEXT || span->kind == RTP_SPAN_FIGURE) {
            rtp_buf_put(out, span->text);
        } else if (span->kind != RTP_SPAN_SPARK) {
            words_put(out, span);
        }
    }
}

/* For those who do not see it: the words that say what it shows. */
static void description_put(rtp_docx *d, const rtp_node *chart)
{
    rtp_buf words = rtp_buf_in(d->arena);
    words_put(&words, chart);
    rtp_xml_put(d->out, rtp_str_trim(rtp_buf_text(&words)));
}

static void drawing_put(rtp_docx *d, const rtp_node *chart)
{
    enum { UNITS_A_TWIP = 635, HEIGHT = 2700000 }; /* 914,400 to an inch */
    rtp_buf *out = d->out;
    long number = (long)d->chart_count;
    RTP_PUT(out, "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"");
    rtp_xml_put_number(out, rtp_docx_text_width(&d->page) * UNITS_A_TWIP);
    RTP_PUT(out, "\" cy=\"");
    rtp_xml_put_number(out, HEIGHT);
    RTP_PUT(out, "\"/><wp:docPr id=\"");
    rtp_xml_put_number(out, number);
    RTP_PUT(out, "\" name=\"Chart ");
    rtp_xml_put_number(out, number);
    RTP_PUT(out, "\" descr=\"");
    description_put(d, chart);
    RTP_PUT(out, "\"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
                 "uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart r:id=\"rIdC");
    rtp_xml_put_number(out, number);
    RTP_PUT(out, "\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>");
}

static bool chart_put(rtp_docx *d, const rtp_node *block, place at)
{
    if (!block->chart) {
        return plain_put(d, block, at);
    }
    d->charts = rtp_array_grow(d->arena, d->charts, d->chart_count, &d->chart_cap, sizeof *d->charts);
    d->charts[d->chart_count++] = block;
    rtp_docx_paragraph_open(d, (rtp_docx_paragraph){.style = RTP_DOCX_CHART, .below = at.below});
    drawing_put(d, block);
    rtp_docx_paragraph_close(d);
    paragraph_put(d, block, (rtp_docx_paragraph){.style = RTP_DOCX_CAPTION});
    return true;
}

/* ---- the part ---- */

static block_put *const block_puts[RTP_NODE_KIND_COUNT] = {
    [RTP_NODE_HEADING] = heading_put, [RTP_NODE_PARAGRAPH] = plain_put, [RTP_NODE_LIST] = list_put,
    [RTP_NODE_TABLE] = table_put,     [RTP_NODE_QUOTE] = quote_put,     [RTP_NODE_NOTE] = note_put,
    [RTP_NODE_RULE] = rule_put,       [RTP_NODE_CHART] = chart_put,
};

/* Word wants a paragraph behind a table that ends the text. */
static void blocks_put(rtp_docx *d)
{
    bool below = false;
    for (const rtp_node *block = d->document->root->first; block; block = block->next) {
        if (d->citations == RTP_CITATIONS_FOOTNOTES && rtp_notes_hold(&d->sources, block)) {
            continue;
        }
        if (block_puts[block->kind](d, block, (place){block->next, below})) {
            below = block->kind == RTP_NODE_TABLE;
        }
    }
    if (below) {
        RTP_PUT(d->out, "<w:p><w:pPr><w:spacing w:after=\"0\"/></w:pPr></w:p>");
    }
}

/* Its margins, and what stands at the head and foot of each page. */
static void page_put(rtp_docx *d)
{
    enum { EDGE = 708 }; /* from the paper's edge to header and footer */
    rtp_buf *out = d->out;
    RTP_PUT(out, "<w:sectPr>");
    if (d->document->personal) {
        RTP_PUT(out, "<w:headerReference w:type=\"default\" r:id=\"rId7\"/>");
    }
    RTP_PUT(out, "<w:footerReference w:type=\"default\" r:id=\"rId6\"/><w:pgSz w:w=\"");
    rtp_xml_put_number(out, d->page.width);
    RTP_PUT(out, "\" w:h=\"");
    rtp_xml_put_number(out, d->page.height);
    RTP_PUT(out, "\"/><w:pgMar w:top=\"");
    rtp_xml_put_number(out, d->page.top);
    RTP_PUT(out, "\" w:right=\"");
    rtp_xml_put_number(out, d->page.side);
    RTP_PUT(out, "\" w:bottom=\"");
    rtp_xml_put_number(out, d->page.top);
    RTP_PUT(out, "\" w:left=\"");
    rtp_xml_put_number(out, d->page.side);
    RTP_PUT(out, "\" w:header=\"");
    rtp_xml_put_number(out, EDGE);
    RTP_PUT(out, "\" w:footer=\"");
    rtp_xml_put_number(out, EDGE);
    RTP_PUT(out, "\" w:gutter=\"0\"/></w:sectPr>");
}

void rtp_docx_document_put(rtp_docx *d)
{
    RTP_PUT(d->out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
                    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
                    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
                    "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><w:body>");
    blocks_put(d);
    page_put(d);
    RTP_PUT(d->out, "</w:body></w:document>");
}
