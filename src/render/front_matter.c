/* YAML in double quotes, where a backslash and the quote itself are all that means something. Texts are cleaned like
 * those of the document, so that no control character is left to escape. */
#include "render/front_matter.h"

#include "render/author.h"
#include "render/inline.h"

static void quoted_put(rtp_buf *out, rtp_str text)
{
    rtp_buf_put_char(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '"' || text.ptr[i] == '\\') {
            rtp_buf_put_char(out, '\\');
        }
        rtp_buf_put_char(out, text.ptr[i]);
    }
    rtp_buf_puts(out, "\"\n");
}

static void row_put(rtp_inline *line, const char *key, rtp_str text, rtp_buf *out)
{
    rtp_inline_clear(line);
    rtp_inline_put(line, text);
    if (line->len > 0) {
        rtp_buf_puts(out, key);
        quoted_put(out, rtp_inline_text(line));
    }
}

void rtp_front_matter_put(const rtp_document *document, const rtp_render_options *options, rtp_buf *out)
{
    rtp_inline line = rtp_inline_make(options->arena);
    rtp_buf_puts(out, "---\n");
    row_put(&line, "title: ", document->title, out);
    row_put(&line, "author: ", rtp_author_name(options->facts), out);
    rtp_buf_puts(out, "date: ");
    rtp_buf_put(out, rtp_date_iso(options->arena, document->date));
    rtp_buf_put_char(out, '\n');
    row_put(&line, "lang: ", options->language.len > 0 ? options->language : rtp_lit("en"), out);
    rtp_buf_puts(out, document->personal ? "private: true\n---\n" : "---\n");
}
