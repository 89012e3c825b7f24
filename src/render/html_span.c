/* Spans of a block as HTML: words, emphasis, links that may be links, and citations that lead to their source. */
#include "render/address.h"
#include "render/html.h"
#include "render/xml.h"

/* ---- words ---- */

static void breaks_put(rtp_html *html)
{
    for (; html->breaks > 0; html->breaks--) {
        rtp_buf_put(html->out, html->out->len > html->from ? rtp_lit("<br />\n") : rtp_lit(""));
    }
}

static void text_put(rtp_html *html, rtp_str text)
{
    if (text.len > 0) {
        breaks_put(html);
        rtp_xml_put(html->out, text);
    }
}

typedef void span_put(rtp_html *html, const rtp_node *span);

static void spans_put(rtp_html *html, const rtp_node *parent);

static void words_put(rtp_html *html, const rtp_node *span)
{
    text_put(html, span->text);
}

static void break_put(rtp_html *html, const rtp_node *span)
{
    (void)span;
    html->breaks++;
}

static void strong_put(rtp_html *html, const rtp_node *span)
{
    breaks_put(html);
    rtp_buf_put(html->out, rtp_lit("<strong>"));
    spans_put(html, span);
    rtp_buf_put(html->out, rtp_lit("</strong>"));
}

static void emphasis_put(rtp_html *html, const rtp_node *span)
{
    breaks_put(html);
    rtp_buf_put(html->out, rtp_lit("<em>"));
    spans_put(html, span);
    rtp_buf_put(html->out, rtp_lit("</em>"));
}

/* ---- links ---- */

static void address_put(rtp_html *html, rtp_str address)
{
    rtp_buf encoded = rtp_buf_in(html->arena);
    rtp_address_put(&encoded, address);
    rtp_xml_put(html->out, rtp_buf_text(&encoded));
}

static void link_put(rtp_html *html, const rtp_node *span)
{
    bool safe = rtp_address_is_safe(span->text);
    breaks_put(html);
    if (safe) {
        rtp_buf_put(html->out, rtp_lit("<a href=\""));
        address_put(html, span->text);
        rtp_buf_put(html->out, rtp_lit("\">"));
    }
    if (span->first) {
        spans_put(html, span);
    } else {
        text_put(html, span->text);
    }
    rtp_buf_put(html->out, safe ? rtp_lit("</a>") : rtp_lit(""));
}

/* ---- citations ---- */

/* "cite-2", "cite-2-3" the third time. */
static void cite_id_put(rtp_html *html, int number, int time)
{
    rtp_buf_put(html->out, rtp_lit("cite-"));
    rtp_xml_put_number(html->out, number);
    if (time > 1) {
        rtp_buf_put_char(html->out, '-');
        rtp_xml_put_number(html->out, time);
    }
}

static void mark_put(rtp_html *html, const rtp_node *span, const rtp_node *source)
{
    if (html->brief && source) {
        rtp_buf_put_char(html->out, '(');
        rtp_xml_put(html->out, rtp_notes_name(source, html->arena));
        rtp_buf_put_char(html->out, ')');
    } else {
        rtp_buf_put_char(html->out, '[');
        rtp_xml_put_number(html->out, span->level);
        rtp_buf_put_char(html->out, ']');
    }
}

static bool is_set_off(const rtp_buf *out, size_t from)
{
    return out->len == from || out->ptr[out->len - 1] == ' ' || out->ptr[out->len - 1] == '\n';
}

static void citation_put(rtp_html *html, const rtp_node *span)
{
    const rtp_node *source = rtp_notes_find(&html->notes, span->level);
    breaks_put(html);
    rtp_buf_put(html->out, is_set_off(html->out, html->from) ? rtp_lit("") : rtp_lit(" "));
    if (source) {
        rtp_buf_put(html->out, rtp_lit("<a class=\"cite\" id=\""));
        cite_id_put(html, span->level, ++html->cited[span->level]);
        rtp_buf_put(html->out, rtp_lit("\" href=\"#source-"));
        rtp_xml_put_number(html->out, span->level);
        rtp_buf_put(html->out, rtp_lit("\" role=\"doc-noteref\">"));
    }
    mark_put(html, span, source);
    rtp_buf_put(html->out, source ? rtp_lit("</a>") : rtp_lit(""));
}

void rtp_html_put_back(rtp_html *html, int number)
{
    if (number <= html->sources && html->cited[number] > 0) {
        rtp_buf_put(html->out, rtp_lit(" <a class=\"back\" href=\"#"));
        cite_id_put(html, number, 1);
        rtp_buf_put(html->out,
                    rtp_lit("\" role=\"doc-backlink\" aria-label=\"Back to where it is cited\">\u21A9\uFE0E</a>"));
    }
}

/* ---- a block ---- */

static void spark_put(rtp_html *html, const rtp_node *span)
{
    (void)html, (void)span; /* the picture shows it */
}

static span_put *const span_puts[RTP_NODE_KIND_COUNT] = {
    [RTP_SPAN_TEXT] = words_put,        [RTP_SPAN_FIGURE] = words_put, [RTP_SPAN_STRONG] = strong_put,
    [RTP_SPAN_EMPHASIS] = emphasis_put, [RTP_SPAN_LINK] = link_put,    [RTP_SPAN_CITATION] = citation_put,
    [RTP_SPAN_BREAK] = break_put,       [RTP_SPAN_SPARK] = spark_put,
};

static void spans_put(rtp_html *html, const rtp_node *parent)
{
    for (const rtp_node *span = parent->first; span; span = span->next) {
        span_puts[span->kind](html, span);
    }
}

bool rtp_html_put_spans(rtp_html *html, const rtp_node *block)
{
    html->breaks = 0;
    html->from = html->out->len;
    spans_put(html, block);
    return html->out->len > html->from;
}
