/* Prints compiled phrases as C initialisers, so that the program starts with them in place and
 * parses nothing. Compound literals keep each table beside what it belongs to. */
#include "rules/phrase.h"

/* Octal has a fixed width, so a digit that follows is not taken for a part of it. */
static void put_octal(rtp_buf *out, unsigned char byte)
{
    rtp_buf_put_char(out, '\\');
    rtp_buf_put_char(out, (char)('0' + (byte >> 6)));
    rtp_buf_put_char(out, (char)('0' + (byte >> 3 & 7)));
    rtp_buf_put_char(out, (char)('0' + (byte & 7)));
}

void rtp_str_print(rtp_str text, rtp_buf *out)
{
    if (!text.ptr) {
        rtp_buf_puts(out, "{NULL, 0}");
        return;
    }
    rtp_buf_puts(out, "RTP_STR(\"");
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        bool plain = byte >= ' ' && byte < 0x7F && byte != '"' && byte != '\\' && byte != '?';
        if (plain) {
            rtp_buf_put_char(out, text.ptr[i]);
        } else {
            put_octal(out, byte);
        }
    }
    rtp_buf_puts(out, "\")");
}

static void print_filters(const rtp_segment *segment, rtp_buf *out)
{
    if (segment->filter_count == 0) {
        rtp_buf_puts(out, "NULL");
        return;
    }
    rtp_buf_puts(out, "(const rtp_filter_use[]){");
    for (size_t i = 0; i < segment->filter_count; i++) {
        rtp_buf_format(out, "{%u, ", (unsigned)segment->filters[i].filter);
        rtp_str_print(segment->filters[i].argument, out);
        rtp_buf_puts(out, "}, ");
    }
    rtp_buf_puts(out, "}");
}

static void print_phrase(const rtp_phrase *phrase, rtp_buf *out)
{
    if (phrase->count == 0) {
        rtp_buf_puts(out, "{NULL, 0}, ");
        return;
    }
    rtp_buf_puts(out, "{(const rtp_segment[]){");
    for (size_t i = 0; i < phrase->count; i++) {
        const rtp_segment *segment = &phrase->segments[i];
        rtp_buf_puts(out, "{");
        rtp_str_print(segment->text, out);
        rtp_buf_puts(out, ", ");
        print_filters(segment, out);
        rtp_buf_format(out, ", %u, %u, %u}, ", (unsigned)segment->fact, (unsigned)segment->filter_count,
                       (unsigned)segment->group);
    }
    rtp_buf_format(out, "}, %zu}, ", phrase->count);
}

void rtp_phrases_print(const rtp_phrases *phrases, rtp_buf *out)
{
    if (phrases->count == 0) {
        rtp_buf_puts(out, "{NULL, 0}");
        return;
    }
    rtp_buf_puts(out, "{(const rtp_phrase[]){");
    for (size_t i = 0; i < phrases->count; i++) {
        print_phrase(&phrases->items[i], out);
    }
    rtp_buf_format(out, "}, %zu}", phrases->count);
}
