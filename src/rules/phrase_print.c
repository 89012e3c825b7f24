/* Prints texts and packed lists as C initialisers, so that the program starts with them in place and
 * parses nothing. Whatever an author wrote, only plain ASCII is printed. */
#include "rules/phrase.h"

/* Octal has a fixed width, so a digit that follows is not taken for a part of it. */
static void put_octal(rtp_buf *out, unsigned char byte)
{
    rtp_buf_put_char(out, '\\');
    rtp_buf_put_char(out, (char)('0' + (byte >> 6)));
    rtp_buf_put_char(out, (char)('0' + (byte >> 3 & 7)));
    rtp_buf_put_char(out, (char)('0' + (byte & 7)));
}

void rtp_literal_print(rtp_str text, rtp_buf *out)
{
    rtp_buf_put_char(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        bool plain = byte >= ' ' && byte < 0x7F && byte != '"' && byte != '\\' && byte != '?';
        if (plain) {
            rtp_buf_put_char(out, text.ptr[i]);
        } else {
            put_octal(out, byte);
        }
    }
    rtp_buf_put_char(out, '"');
}

void rtp_str_print(rtp_str text, rtp_buf *out)
{
    if (!text.ptr) {
        rtp_buf_puts(out, "{NULL, 0}");
        return;
    }
    rtp_buf_puts(out, "RTP_STR(");
    rtp_literal_print(text, out);
    rtp_buf_puts(out, ")");
}

void rtp_packed_print(rtp_packed list, rtp_buf *out)
{
    if (!list.bytes) {
        rtp_buf_puts(out, "{NULL}");
        return;
    }
    rtp_str items = rtp_packed_items(list);
    rtp_buf_puts(out, "{");
    rtp_literal_print((rtp_str){list.bytes, (size_t)(items.ptr - list.bytes) + items.len}, out);
    rtp_buf_puts(out, "}");
}
