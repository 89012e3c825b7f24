/* HTML: one page that stands alone, for a browser, a phone, a printer or a paste into an editor. It runs nothing and
 * loads nothing, which its own policy enforces. */
#include "render/author.h"
#include "render/html.h"
#include "render/xml.h"

enum { USUAL_SIZE = 32 * 1024 /* of a page */ };

/* ---- head ---- */

static bool is_tag(rtp_str language)
{
    bool good = language.len > 0;
    for (size_t i = 0; i < language.len && good; i++) {
        char c = language.ptr[i], lower = (char)(c | 0x20);
        good = (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }
    return good;
}

static void author_put(rtp_buf *out, rtp_str author)
{
    if (author.len > 0) {
        rtp_buf_put(out, rtp_lit("<meta name=\"author\" content=\""));
        rtp_xml_put(out, author);
        rtp_buf_put(out, rtp_lit("\" />\n"));
    }
}

static void head_put(rtp_buf *out, const rtp_document *document, const rtp_render_options *options)
{
    rtp_buf_put(out, rtp_lit("<!DOCTYPE html>\n<html lang=\""));
    rtp_buf_put(out, is_tag(options->language) ? options->language : rtp_lit("en"));
    rtp_buf_put(out, rtp_lit("\">\n<head>\n<meta charset=\"utf-8\" />\n"
                             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
                             "<meta http-equiv=\"Content-Security-Policy\" "
                             "content=\"default-src 'none'; style-src 'unsafe-inline'\" />\n"));
    author_put(out, rtp_author_name(options->facts));
    rtp_buf_put(out, rtp_lit("<title>"));
    rtp_xml_put(out, document->title.len > 0 ? document->title : document->name);
    rtp_buf_put(out, rtp_lit("</title>\n"));
    rtp_html_put_style(out, document, options);
    rtp_buf_put(out, rtp_lit("</head>\n"));
}

/* ---- body ---- */

void rtp_html_put_id(rtp_buf *out, rtp_str section)
{
    for (size_t i = 0; i < section.len; i++) {
        char c = section.ptr[i], lower = (char)(c | 0x20);
        bool kept = (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '_';
        rtp_buf_put_char(out, kept ? c : '-');
    }
}

static bool is_same_section(const rtp_node *a, const rtp_node *b)
{
    return rtp_str_equal(a->section, b->section);
}

/* The title's section and the lines right behind it: to whom, from whom, when. */
static const rtp_node *header_put(rtp_html *html, const rtp_node *first)
{
    const rtp_node *block = first;
    if (!first || first->kind != RTP_NODE_HEADING || first->level > 1) {
        return first;
    }
    rtp_buf_put(html->out, rtp_lit("<header>\n"));
    do {
        rtp_html_put_block(html, block);
        block = block->next;
    } while (block && block->section.len > 0 &&
             (is_same_section(block, first) || rtp_str_ends(block->section, rtp_lit("header"))));
    rtp_buf_put(html->out, rtp_lit("</header>\n"));
    return block;
}

static void section_start(rtp_html *html, const rtp_node *block)
{
    bool named = block->kind == RTP_NODE_HEADING && block->level == 2;
    html->section = named ? block->section : (rtp_str){NULL, 0};
    rtp_buf_put(html->out, rtp_lit("<section id=\""));
    rtp_html_put_id(html->out, block->section);
    if (named) {
        rtp_buf_put(html->out, rtp_lit("\" aria-labelledby=\""));
        rtp_html_put_id(html->out, block->section);
        rtp_buf_put(html->out, rtp_lit("-heading"));
    }
    rtp_buf_put(html->out, rtp_lit("\">\n"));
}

/* Blocks of one section; returns the first behind them. */
static const rtp_node *section_put(rtp_html *html, const rtp_node *first)
{
    const rtp_node *block = first;
    bool wrapped = first->section.len > 0;
    if (wrapped) {
        section_start(html, first);
    }
    do {
        rtp_html_put_block(html, block);
        block = block->next;
    } while (block && is_same_section(block, first));
    rtp_buf_put(html->out, wrapped ? rtp_lit("</section>\n") : rtp_lit(""));
    html->section = (rtp_str){NULL, 0};
    return block;
}

static void body_put(rtp_html *html, const rtp_document *document)
{
    rtp_buf_put(html->out, rtp_lit("<body class=\""));
    rtp_html_put_id(html->out, document->name);
    rtp_buf_put(html->out, document->personal ? rtp_lit(" private\">\n") : rtp_lit("\">\n"));
    const rtp_node *block = header_put(html, document->root->first);
    rtp_buf_put(html->out, rtp_lit("<main>\n"));
    while (block) {
        block = section_put(html, block);
    }
    rtp_buf_put(html->out, rtp_lit("</main>\n</body>\n</html>\n"));
}

static void html_render(const rtp_document *document, const rtp_render_options *options, rtp_buf *out)
{
    rtp_html html = {.out = out,
                     .arena = options->arena,
                     .notes = rtp_notes_make(document),
                     .brief = options->citations == RTP_CITATIONS_INLINE};
    html.sources = (int)rtp_notes_count(&html.notes);
    html.cited = RTP_NEW_ARRAY(options->arena, int, (size_t)html.sources + 1);
    rtp_buf_expect(out, USUAL_SIZE);
    head_put(out, document, options);
    body_put(&html, document);
}

const rtp_format rtp_format_html = {
    .name = "html",
    .suffixes = "html htm",
    .media_type = "text/html",
    .summary = "one web page with charts, for phone, screen and print",
    .style = "css",
    .takes = RTP_TAKES_CITATIONS | RTP_TAKES_PAPER | RTP_TAKES_LANGUAGE,
    .render = html_render,
};
