/* Blocks of a document as HTML elements; what has no words leaves nothing. */
#include "render/html.h"
#include "render/svg.h"
#include "render/xml.h"

typedef void block_put(rtp_html *html, const rtp_node *block);

/* An element around the block's spans; taken back when there are none. */
static void line_put(rtp_html *html, const rtp_node *block, rtp_str open, rtp_str close)
{
    size_t before = html->out->len;
    rtp_buf_put(html->out, open);
    if (rtp_html_put_spans(html, block)) {
        rtp_buf_put(html->out, close);
    } else {
        html->out->len = before;
    }
}

static void paragraph_put(rtp_html *html, const rtp_node *block)
{
    line_put(html, block, rtp_lit("<p>"), rtp_lit("</p>\n"));
}

static void heading_put(rtp_html *html, const rtp_node *block)
{
    static const rtp_str closes[] = {RTP_STR("</h1>\n"), RTP_STR("</h2>\n"), RTP_STR("</h3>\n")};
    int level = block->level < 1 ? 1 : block->level > 3 ? 3 : block->level;
    rtp_buf_put(html->out, rtp_lit("<h"));
    rtp_xml_put_number(html->out, level);
    if (level == 2 && html->section.len > 0) {
        rtp_buf_put(html->out, rtp_lit(" id=\""));
        rtp_html_put_id(html->out, html->section);
        rtp_buf_put(html->out, rtp_lit("-heading\""));
    }
    rtp_buf_put_char(html->out, '>');
    (void)rtp_html_put_spans(html, block);
    rtp_buf_put(html->out, closes[level - 1]);
}

/* ---- lists ---- */

static void source_put(rtp_html *html, const rtp_node *item, int number)
{
    rtp_buf_put(html->out, rtp_lit("<li id=\"source-"));
    rtp_xml_put_number(html->out, number);
    rtp_buf_put(html->out, rtp_lit("\">"));
    (void)rtp_html_put_spans(html, item);
    rtp_html_put_back(html, number);
    rtp_buf_put(html->out, rtp_lit("</li>\n"));
}

static void list_put(rtp_html *html, const rtp_node *list)
{
    bool sources = list == html->notes.list;
    int number = 0;
    rtp_buf_put(html->out, sources       ? rtp_lit("<ol class=\"sources\">\n")
                           : list->level ? rtp_lit("<ol>\n")
                                         : rtp_lit("<ul>\n"));
    for (const rtp_node *item = list->first; item; item = item->next) {
        number++;
        if (sources) {
            source_put(html, item, number);
        } else {
            rtp_buf_put(html->out, rtp_lit("<li>"));
            (void)rtp_html_put_spans(html, item);
            rtp_buf_put(html->out, rtp_lit("</li>\n"));
        }
    }
    rtp_buf_put(html->out, list->level ? rtp_lit("</ol>\n") : rtp_lit("</ul>\n"));
}

/* ---- blocks that hold blocks ---- */

static void inner_put(rtp_html *html, const rtp_node *block)
{
    for (const rtp_node *inner = block->first; inner; inner = inner->next) {
        rtp_html_put_block(html, inner);
    }
}

static void quote_put(rtp_html *html, const rtp_node *block)
{
    rtp_buf_put(html->out, rtp_lit("<blockquote>\n"));
    inner_put(html, block);
    rtp_buf_put(html->out, rtp_lit("</blockquote>\n"));
}

static void note_put(rtp_html *html, const rtp_node *block)
{
    rtp_buf_put(html->out, rtp_lit("<aside role=\"note\">\n"));
    inner_put(html, block);
    rtp_buf_put(html->out, rtp_lit("</aside>\n"));
}

/* ---- others ---- */

static void chart_put(rtp_html *html, const rtp_node *block)
{
    if (!block->chart) {
        paragraph_put(html, block);
        return;
    }
    rtp_buf_put(html->out, rtp_lit("<figure>\n"));
    rtp_svg_put(block, ++html->charts, html->arena, html->out);
    line_put(html, block, rtp_lit("<figcaption>"), rtp_lit("</figcaption>\n"));
    rtp_buf_put(html->out, rtp_lit("</figure>\n"));
}

static void rule_put(rtp_html *html, const rtp_node *block)
{
    (void)block;
    rtp_buf_put(html->out, rtp_lit("<hr />\n"));
}

void rtp_html_put_block(rtp_html *html, const rtp_node *block)
{
    static block_put *const puts[RTP_NODE_KIND_COUNT] = {
        [RTP_NODE_HEADING] = heading_put,      [RTP_NODE_PARAGRAPH] = paragraph_put, [RTP_NODE_LIST] = list_put,
        [RTP_NODE_TABLE] = rtp_html_put_table, [RTP_NODE_QUOTE] = quote_put,         [RTP_NODE_NOTE] = note_put,
        [RTP_NODE_CHART] = chart_put,          [RTP_NODE_RULE] = rule_put,
    };
    puts[block->kind](html, block);
}
