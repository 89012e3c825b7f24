/* Flat OpenDocument text: one XML file that LibreOffice opens and edits like its own. Notes are real footnotes,
 * in table cells too, and every look is a named style. */
#include "render/address.h"
#include "render/author.h"
#include "render/fodt.h"
#include "render/xml.h"

enum { USUAL_SIZE = 64 * 1024 /* of a document */ };

/* ---- spans ---- */

typedef void node_put(rtp_fodt *w, const rtp_node *node);

static void text_put(rtp_fodt *w, const rtp_node *node)
{
    rtp_xml_put(w->out, node->text);
}

static void style_open(rtp_fodt *w, const char *style)
{
    rtp_buf_puts(w->out, "<text:span text:style-name='");
    rtp_buf_puts(w->out, style);
    rtp_buf_puts(w->out, "'>");
}

static void style_close(rtp_fodt *w)
{
    rtp_buf_puts(w->out, "</text:span>");
}

static void emphasis_put(rtp_fodt *w, const rtp_node *node)
{
    style_open(w, node->kind == RTP_SPAN_STRONG ? "Strong_20_Emphasis" : "Emphasis");
    rtp_fodt_spans_put(w, node);
    style_close(w);
}

static void link_put(rtp_fodt *w, const rtp_node *node)
{
    if (!rtp_address_is_safe(node->text)) {
        rtp_fodt_spans_put(w, node);
        return;
    }
    rtp_buf address = rtp_buf_in(w->options->arena);
    rtp_address_put(&address, node->text);
    rtp_buf_puts(w->out, "<text:a xlink:type='simple' text:style-name='Internet_20_link' xlink:href='");
    rtp_xml_put(w->out, rtp_buf_text(&address));
    rtp_buf_puts(w->out, "'>");
    if (node->first) {
        rtp_fodt_spans_put(w, node);
    } else {
        rtp_xml_put(w->out, node->text);
    }
    rtp_buf_puts(w->out, "</text:a>");
}

static void break_put(rtp_fodt *w, const rtp_node *node)
{
    if (node->next) {
        rtp_buf_puts(w->out, "<text:line-break/>");
    }
}

static void nothing_put(rtp_fodt *w, const rtp_node *node)
{
    (void)w, (void)node;
}

/* ---- citations ---- */

/* A note stands right behind the word. */
static void blank_drop(rtp_buf *out)
{
    if (out->len > 0 && out->ptr[out->len - 1] == ' ') {
        out->ptr[--out->len] = '\0';
    }
}

/* The first time the whole source, later a reference to that note. */
static void footnote_put(rtp_fodt *w, int number, const rtp_node *source)
{
    bool again = w->told[number];
    rtp_buf_puts(w->out, again ? "<text:note-ref text:note-class='footnote' text:reference-format='text'"
                                 " text:ref-name='source"
                               : "<text:note text:note-class='footnote' text:id='source");
    rtp_xml_put_number(w->out, number);
    rtp_buf_puts(w->out, again ? "'>" : "'><text:note-citation>");
    rtp_xml_put_number(w->out, number);
    if (again) {
        rtp_buf_puts(w->out, "</text:note-ref>");
        return;
    }
    w->told[number] = true;
    rtp_buf_puts(w->out, "</text:note-citation><text:note-body><text:p text:style-name='Footnote'>");
    rtp_fodt_spans_put(w, source);
    rtp_buf_puts(w->out, "</text:p></text:note-body></text:note>");
}

/* " [2]" or " (Bloom et al. 2024)", linked to the entry in the list. */
static void reference_put(rtp_fodt *w, const rtp_node *node, const rtp_node *source)
{
    bool named = w->citations == RTP_CITATIONS_INLINE && source;
    blank_drop(w->out);
    rtp_buf_puts(w->out, named ? " (" : " [");
    if (source) {
        rtp_buf_puts(w->out, "<text:a xlink:type='simple' xlink:href='#source");
        rtp_xml_put_number(w->out, node->level);
        rtp_buf_puts(w->out, "'>");
    }
    if (named) {
        rtp_xml_put(w->out, rtp_notes_name(source, w->options->arena));
    } else {
        rtp_xml_put_number(w->out, node->level);
    }
    rtp_buf_puts(w->out, source ? "</text:a>" : "");
    rtp_buf_puts(w->out, named ? ")" : "]");
}

/* Two numbers side by side would read as one. */
static void citation_put(rtp_fodt *w, const rtp_node *node)
{
    const rtp_node *source = rtp_notes_find(&w->notes, node->level);
    if (!source || w->citations != RTP_CITATIONS_FOOTNOTES) {
        reference_put(w, node, source);
        return;
    }
    blank_drop(w->out);
    bool again = w->told[node->level], more = node->next && node->next->kind == RTP_SPAN_CITATION;
    if (again || more) {
        style_open(w, "Footnote_20_anchor");
    }
    footnote_put(w, node->level, source);
    rtp_buf_puts(w->out, more ? "," : "");
    if (again || more) {
        style_close(w);
    }
}

static node_put *const span_puts[RTP_NODE_KIND_COUNT] = {
    [RTP_SPAN_TEXT] = text_put,         [RTP_SPAN_FIGURE] = text_put,   [RTP_SPAN_STRONG] = emphasis_put,
    [RTP_SPAN_EMPHASIS] = emphasis_put, [RTP_SPAN_LINK] = link_put,     [RTP_SPAN_CITATION] = citation_put,
    [RTP_SPAN_BREAK] = break_put,       [RTP_SPAN_SPARK] = nothing_put,
};

void rtp_fodt_spans_put(rtp_fodt *w, const rtp_node *parent)
{
    for (const rtp_node *span = parent->first; span; span = span->next) {
        span_puts[span->kind](w, span);
    }
}

/* ---- blocks ---- */

static void styled_put(rtp_fodt *w, const rtp_node *node, const char *style)
{
    if (node->first) {
        rtp_buf_puts(w->out, "<text:p text:style-name='");
        rtp_buf_puts(w->out, style);
        rtp_buf_puts(w->out, "'>");
        rtp_fodt_spans_put(w, node);
        rtp_buf_puts(w->out, "</text:p>\n");
    }
}

static void paragraph_put(rtp_fodt *w, const rtp_node *node)
{
    static const char *const styles[RTP_NODE_KIND_COUNT] = {
        [RTP_NODE_DOCUMENT] = "Text_20_body", [RTP_NODE_QUOTE] = "Quotations", [RTP_NODE_NOTE] = "Note"};
    styled_put(w, node, styles[node->parent->kind]);
}

/* The document's title stands above the outline of its headings. */
static void heading_put(rtp_fodt *w, const rtp_node *node)
{
    enum { DEEPEST = 3 };
    int level = node->level > 2 ? DEEPEST - 1 : 1;
    if (node->level <= 1) {
        styled_put(w, node, "Title");
        return;
    }
    rtp_buf_puts(w->out, "<text:h text:style-name='Heading_20_");
    rtp_xml_put_number(w->out, level);
    rtp_buf_puts(w->out, "' text:outline-level='");
    rtp_xml_put_number(w->out, level);
    rtp_buf_puts(w->out, "'>");
    rtp_fodt_spans_put(w, node);
    rtp_buf_puts(w->out, "</text:h>\n");
}

/* An entry of the sources can be jumped to. */
static void item_put(rtp_fodt *w, const rtp_node *item, int number)
{
    const char *style = item->parent->parent->kind == RTP_NODE_NOTE ? "Note"
                        : item->next                                ? "List_20_1"
                                                                    : "List_20_1_20_End";
    rtp_buf_puts(w->out, "<text:list-item><text:p text:style-name='");
    rtp_buf_puts(w->out, style);
    rtp_buf_puts(w->out, "'>");
    if (item->parent == w->notes.list) {
        rtp_buf_puts(w->out, "<text:bookmark text:name='source");
        rtp_xml_put_number(w->out, number);
        rtp_buf_puts(w->out, "'/>");
    }
    rtp_fodt_spans_put(w, item);
    rtp_buf_puts(w->out, "</text:p></text:list-item>\n");
}

static void list_put(rtp_fodt *w, const rtp_node *list)
{
    int number = 0;
    if (!list->first) {
        return;
    }
    rtp_buf_puts(w->out,
                 list->level ? "<text:list text:style-name='Numbers'>\n" : "<text:list text:style-name='Bullets'>\n");
    for (const rtp_node *item = list->first; item; item = item->next) {
        item_put(w, item, ++number);
    }
    rtp_buf_puts(w->out, "</text:list>\n");
}

static void rule_put(rtp_fodt *w, const rtp_node *node)
{
    (void)node;
    rtp_buf_puts(w->out, "<text:p text:style-name='Horizontal_20_Line'/>\n");
}

static void chart_put(rtp_fodt *w, const rtp_node *node)
{
    if (node->chart) {
        w->charts++;
        rtp_fodt_chart_put(w, node);
    }
    styled_put(w, node, "Caption");
}

static void blocks_put(rtp_fodt *w, const rtp_node *parent);

static node_put *const block_puts[RTP_NODE_KIND_COUNT] = {
    [RTP_NODE_HEADING] = heading_put, [RTP_NODE_PARAGRAPH] = paragraph_put,
    [RTP_NODE_LIST] = list_put,       [RTP_NODE_TABLE] = rtp_fodt_table_put,
    [RTP_NODE_QUOTE] = blocks_put,    [RTP_NODE_NOTE] = blocks_put,
    [RTP_NODE_RULE] = rule_put,       [RTP_NODE_CHART] = chart_put,
};

static void blocks_put(rtp_fodt *w, const rtp_node *parent)
{
    for (const rtp_node *block = parent->first; block; block = block->next) {
        if (w->citations != RTP_CITATIONS_FOOTNOTES || !rtp_notes_hold(&w->notes, block)) {
            block_puts[block->kind](w, block);
        }
    }
}

/* ---- the document ---- */

/* LibreOffice knows the file by the media type between double quotes, and takes it for plain text else. */
static const rtp_str start =
    RTP_STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'\n"
            " xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'\n"
            " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'\n"
            " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'\n"
            " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'\n"
            " xmlns:chart='urn:oasis:names:tc:opendocument:xmlns:chart:1.0'\n"
            " xmlns:number='urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0'\n"
            " xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'\n"
            " xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'\n"
            " xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0'\n"
            " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xlink='http://www.w3.org/1999/xlink'\n"
            " office:version='1.2' office:mimetype=\"application/vnd.oasis.opendocument.text\">\n");

static void element_put(rtp_fodt *w, const char *open, rtp_str text, const char *close)
{
    if (text.len > 0) {
        rtp_buf_puts(w->out, open);
        rtp_xml_put(w->out, text);
        rtp_buf_puts(w->out, close);
    }
}

static void meta_put(rtp_fodt *w)
{
    rtp_str author = rtp_author_name(w->options->facts);
    rtp_str date = rtp_date_iso(w->options->arena, w->document->date);
    rtp_buf_puts(w->out, "<office:meta>");
    element_put(w, "<dc:title>", w->document->title, "</dc:title>");
    element_put(w, "<dc:subject>", w->document->personal ? rtp_lit("Private") : rtp_lit(""), "</dc:subject>");
    element_put(w, "<meta:initial-creator>", author, "</meta:initial-creator>");
    element_put(w, "<dc:creator>", author, "</dc:creator>");
    element_put(w, "<meta:creation-date>", date, "T00:00:00</meta:creation-date>");
    element_put(w, "<dc:date>", date, "T00:00:00</dc:date>");
    element_put(w, "<dc:language>", w->options->language.len > 0 ? w->options->language : rtp_lit("en"),
                "</dc:language>");
    rtp_buf_puts(w->out, "</office:meta>\n");
}

static void fodt_render(const rtp_document *document, const rtp_render_options *options, rtp_buf *out)
{
    rtp_fodt w = {.out = out, .document = document, .options = options, .citations = options->citations};
    w.citations = w.citations == RTP_CITATIONS_USUAL ? RTP_CITATIONS_FOOTNOTES : w.citations;
    w.notes = rtp_notes_make(document);
    w.told = RTP_NEW_ARRAY(options->arena, bool, rtp_notes_count(&w.notes) + 1);
    rtp_buf_expect(out, USUAL_SIZE);
    rtp_buf_put(out, start);
    meta_put(&w);
    rtp_fodt_styles_put(&w);
    rtp_buf_puts(out, "<office:body><office:text>\n");
    blocks_put(&w, document->root);
    rtp_buf_puts(out, "</office:text></office:body>\n</office:document>\n");
}

const rtp_format rtp_format_fodt = {
    .name = "fodt",
    .suffixes = "fodt",
    .media_type = "application/vnd.oasis.opendocument.text-flat-xml",
    .summary = "a document for LibreOffice, one XML file, with footnotes and charts",
    .takes = RTP_TAKES_CITATIONS | RTP_TAKES_PAPER | RTP_TAKES_LANGUAGE,
    .render = fodt_render,
};
