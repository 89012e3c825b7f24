/* The style sheets of a page: the one that is built in, the paper, and the user's. Nothing in the user's can end the
 * element or make the page ill-formed, and the page's policy lets no sheet load anything. */
#include "render/html.h"
#include "render/stray.h"

static const char sheet[] = {
#include "render/html_css.inc"
};

static const rtp_str papers[] = {
    [RTP_PAPER_A4] = RTP_STR("@page{size:A4;margin:18mm 22mm 20mm}\n"),
    [RTP_PAPER_LETTER] = RTP_STR("@page{size:letter;margin:.7in .9in .8in}\n"),
};

/* How far the text may be put as it is: ASCII without controls, "<" and "]". */
static size_t plain_length(rtp_str text)
{
    size_t i = 0;
    while (i < text.len && (text.ptr[i] == '\n' || (text.ptr[i] >= ' ' && text.ptr[i] <= '~')) && text.ptr[i] != '<' &&
           text.ptr[i] != ']') {
        i++;
    }
    return i;
}

/* "</style" and "]]>" could end the element or the section around it: a backslash means the same character to CSS. */
static size_t odd_put(rtp_buf *out, rtp_str text)
{
    size_t len = 1;
    if (rtp_str_starts(text, rtp_lit("</"))) {
        rtp_buf_put(out, rtp_lit("<\\"));
    } else if (rtp_str_starts(text, rtp_lit("]]>"))) {
        rtp_buf_put(out, rtp_lit("]\\]\\>"));
        len = 3;
    } else if (text.ptr[0] == '<' || text.ptr[0] == ']') {
        rtp_buf_put_char(out, text.ptr[0]);
    } else {
        rtp_stray stray = rtp_stray_at(text, &len);
        rtp_buf_put(out, stray == RTP_STRAY_NONE    ? (rtp_str){text.ptr, len}
                         : stray == RTP_STRAY_BLANK ? rtp_lit(" ")
                         : stray == RTP_STRAY_MARK  ? rtp_lit(RTP_STRAY_REPLACEMENT)
                                                    : rtp_lit(""));
    }
    return len;
}

/* In a CDATA section for readers of XML, which to CSS is a comment. */
static void user_put(rtp_buf *out, rtp_str text)
{
    rtp_buf_put(out, rtp_lit("/*<![CDATA[*/\n"));
    while (text.len > 0) {
        size_t len = plain_length(text);
        if (len > 0) {
            rtp_buf_put(out, (rtp_str){text.ptr, len});
        } else {
            len = odd_put(out, text);
        }
        text = (rtp_str){text.ptr + len, text.len - len};
    }
    rtp_buf_put(out, rtp_lit("\n/*]]>*/\n"));
}

void rtp_html_put_style(rtp_buf *out, const rtp_document *document, const rtp_render_options *options)
{
    rtp_buf_put(out, rtp_lit("<style>\n"));
    rtp_buf_put(out, (rtp_str){sheet, sizeof sheet});
    rtp_buf_put(out, papers[options->paper]);
    rtp_buf_put(out, document->personal ? rtp_lit("@page{@top-right{content:\"Private\";font:8pt sans-serif}}\n")
                                        : rtp_lit(""));
    rtp_buf_put(out,
                rtp_lit("@page{@bottom-right{content:counter(page) \" / \" counter(pages);font:8pt sans-serif}}\n"));
    if (options->style.len > 0) {
        user_put(out, options->style);
    }
    rtp_buf_put(out, rtp_lit("</style>\n"));
}
