/* Charts of a flat OpenDocument text: the picture that HTML shows, carried inside the file. LibreOffice reads a chart
 * of its own from a flat file, but leaves its place empty until somebody edits it. */
#include "render/fodt.h"
#include "render/svg.h"
#include "render/xml.h"

/* Four characters for three bytes (RFC 4648). */
static void base64_put(rtp_buf *out, rtp_str bytes)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    enum { MASK = 63 };
    rtp_buf_expect(out, bytes.len / 3 * 4 + 4);
    for (size_t i = 0; i < bytes.len; i += 3) {
        uint32_t group = 0;
        for (size_t k = i; k < i + 3; k++) {
            group = group << 8 | (k < bytes.len ? (unsigned char)bytes.ptr[k] : 0);
        }
        char four[] = {digits[group >> 18], digits[group >> 12 & MASK], digits[group >> 6 & MASK],
                       digits[group & MASK]};
        size_t known = bytes.len - i < 3 ? bytes.len - i + 1 : sizeof four;
        rtp_buf_put(out, (rtp_str){four, known});
        rtp_buf_fill(out, '=', sizeof four - known);
    }
}

static void words_put(rtp_buf *out, const rtp_node *parent)
{
    for (const rtp_node *span = parent->first; span; span = span->next) {
        if (span->kind == RTP_SPAN_TEXT || span->kind == RTP_SPAN_FIGURE) {
            rtp_xml_put(out, span->text);
        }
        words_put(out, span);
    }
}

void rtp_fodt_chart_put(const rtp_fodt *w, const rtp_node *node)
{
    rtp_buf picture = rtp_buf_make(SIZE_MAX / 2);
    rtp_buf_puts(&picture, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 440 252\""
                           " font-family=\"Liberation Sans, Arial, sans-serif\">");
    rtp_svg_put(node, w->charts, w->options->arena, &picture);
    rtp_buf_puts(&picture, "</svg>");
    rtp_buf_puts(w->out, "<text:p text:style-name='Figure'><draw:frame draw:style-name='Chart' draw:name='Chart ");
    rtp_xml_put_number(w->out, w->charts);
    rtp_buf_puts(w->out, "' text:anchor-type='as-char' svg:width='12.6cm' svg:height='7.22cm'>"
                         "<draw:image draw:mime-type='image/svg+xml'><office:binary-data>");
    base64_put(w->out, rtp_buf_text(&picture));
    rtp_buf_puts(w->out, "</office:binary-data></draw:image><svg:title>");
    rtp_xml_put(w->out, node->chart->name);
    rtp_buf_puts(w->out, "</svg:title><svg:desc>");
    words_put(w->out, node);
    rtp_buf_puts(w->out, "</svg:desc></draw:frame></text:p>\n");
    rtp_buf_free(&picture);
}
