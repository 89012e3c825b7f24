/* Word: a package of XML parts, made in one pass and never compressed. What opens in Word, Google Docs and
 * LibreOffice is plain styles, lists, tables and footnotes, as somebody would have made them by hand. */
#include "render/docx.h"
#include "render/xml.h"

enum { USUAL_SIZE = 96 * 1024 };

static const rtp_docx_page pages[] = {
    [RTP_PAPER_A4] = {11906, 16838, 1361, 1304},
    [RTP_PAPER_LETTER] = {12240, 15840, 1440, 1296},
};

long rtp_docx_text_width(const rtp_docx_page *page)
{
    return page->width - 2 * page->side;
}

/* Before the text is put, since the list of types comes first. */
static size_t chart_count(const rtp_document *document)
{
    size_t count = 0;
    for (const rtp_node *block = document->root->first; block; block = block->next) {
        count += block->kind == RTP_NODE_CHART && block->chart;
    }
    return count;
}

static rtp_str chart_name(rtp_docx *d, const char *before, size_t number, const char *after)
{
    return rtp_arena_format(d->arena, "%s%zu%s", before, number, after);
}

static void part_put(rtp_docx *d, rtp_str name, void (*put)(rtp_docx *d))
{
    rtp_zip_open(&d->zip, name);
    put(d);
    rtp_zip_close(&d->zip);
}

/* The chart, its numbers as a workbook, and what ties the two together. */
static void chart_put(rtp_docx *d, size_t number)
{
    rtp_docx_plot plot = rtp_docx_plot_make(d->charts[number - 1]->chart, d->arena);
    rtp_zip_open(&d->zip, chart_name(d, "word/charts/chart", number, ".xml"));
    rtp_docx_chart_put(d, &plot);
    rtp_zip_close(&d->zip);
    rtp_zip_open(&d->zip, chart_name(d, "word/charts/_rels/chart", number, ".xml.rels"));
    rtp_docx_chart_links_put(d, number);
    rtp_zip_close(&d->zip);
    rtp_zip_open(&d->zip, chart_name(d, "word/embeddings/chart", number, ".xlsx"));
    rtp_docx_sheet_put(d, &plot);
    rtp_zip_close(&d->zip);
}

static void notes_put(rtp_docx *d)
{
    d->link_count = 0;
    part_put(d, rtp_lit("word/footnotes.xml"), rtp_docx_footnotes_put);
    if (d->link_count > 0) {
        part_put(d, rtp_lit("word/_rels/footnotes.xml.rels"), rtp_docx_footnote_links_put);
    }
}

static void package_put(rtp_docx *d)
{
    rtp_zip_open(&d->zip, rtp_lit("[Content_Types].xml"));
    rtp_docx_types_put(d, chart_count(d->document));
    rtp_zip_close(&d->zip);
    part_put(d, rtp_lit("_rels/.rels"), rtp_docx_package_links_put);
    part_put(d, rtp_lit("docProps/core.xml"), rtp_docx_core_put);
    part_put(d, rtp_lit("word/document.xml"), rtp_docx_document_put);
    part_put(d, rtp_lit("word/_rels/document.xml.rels"), rtp_docx_document_links_put);
    part_put(d, rtp_lit("word/styles.xml"), rtp_docx_styles_put);
    part_put(d, rtp_lit("word/numbering.xml"), rtp_docx_numbering_put);
    part_put(d, rtp_lit("word/settings.xml"), rtp_docx_settings_put);
    part_put(d, rtp_lit("word/fontTable.xml"), rtp_docx_fonts_put);
    notes_put(d);
    part_put(d, rtp_lit("word/footer1.xml"), rtp_docx_footer_put);
    if (d->document->personal) {
        part_put(d, rtp_lit("word/header1.xml"), rtp_docx_header_put);
    }
    for (size_t i = 1; i <= d->chart_count; i++) {
        chart_put(d, i);
    }
    rtp_zip_finish(&d->zip);
}

static void docx_render(const rtp_document *document, const rtp_render_options *options, rtp_buf *out)
{
    rtp_citations citations = options->citations == RTP_CITATIONS_USUAL ? RTP_CITATIONS_FOOTNOTES : options->citations;
    rtp_docx d = {.document = document,
                  .options = options,
                  .arena = options->arena,
                  .out = out,
                  .zip = rtp_zip_make(out, options->arena),
                  .sources = rtp_notes_make(document),
                  .citations = citations,
                  .page = pages[options->paper]};
    rtp_buf_expect(out, USUAL_SIZE);
    if (options->style.len > 0) {
        rtp_docx_names_take(&d, options->style);
    }
    package_put(&d);
}

const rtp_format rtp_format_docx = {
    .name = "docx",
    .suffixes = "docx",
    .media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    .summary = "Word, Google Docs and LibreOffice: styles, footnotes, charts with their numbers",
    .style = "json",
    .takes = RTP_TAKES_CITATIONS | RTP_TAKES_PAPER | RTP_TAKES_LANGUAGE,
    .binary = true,
    .style_check = rtp_docx_names_check,
    .render = docx_render,
};
