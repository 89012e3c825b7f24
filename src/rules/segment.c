/* The bytes of a compiled phrase: its condition, if any, and its segments one after the other. A segment
 * starts with what it is, the bracketed part it belongs to and its number of filters, all in one byte. */
#include "rules/packed.h"

enum { IS_FACT = 1, FILTER_SHIFT = 1, FILTER_MASK = 3, GROUP_SHIFT = 3 };
_Static_assert((int)RTP_FILTER_LIMIT <= (int)FILTER_MASK, "the number of filters has its place in the first byte");
_Static_assert((int)RTP_GROUP_LIMIT <= UINT8_MAX >> GROUP_SHIFT, "so has the number of the bracketed part");

void rtp_segment_put(const rtp_segment *segment, rtp_buf *out)
{
    bool is_fact = segment->fact != RTP_LITERAL;
    unsigned head = (unsigned)segment->group << GROUP_SHIFT | (unsigned)segment->filter_count << FILTER_SHIFT;
    rtp_buf_put_char(out, (char)(head | (is_fact ? IS_FACT : 0)));
    if (!is_fact) {
        rtp_packed_put(segment->text, out);
        return;
    }
    rtp_packed_put_size(segment->fact, out);
    for (size_t i = 0; i < segment->filter_count; i++) {
        rtp_buf_put_char(out, (char)segment->filters[i].filter);
        rtp_packed_put(segment->filters[i].argument, out);
    }
}

/* No segment starts so: a literal has no filters. */
enum { IS_CONDITION = 1 << FILTER_SHIFT };

void rtp_phrase_put_when(rtp_packed when, rtp_buf *out)
{
    rtp_str items = rtp_packed_items(when);
    rtp_buf_put_char(out, IS_CONDITION);
    rtp_packed_put(items, out);
}

bool rtp_phrase_when(rtp_str *phrase, rtp_packed *when)
{
    if (phrase->len == 0 || phrase->ptr[0] != IS_CONDITION) {
        return false;
    }
    when->bytes = phrase->ptr + 1;
    rtp_str items = rtp_packed_items(*when), end = {phrase->ptr + phrase->len, 0};
    phrase->ptr = items.ptr + items.len;
    phrase->len = (size_t)(end.ptr - phrase->ptr);
    return true;
}

static unsigned char cut_byte(rtp_str *bytes)
{
    unsigned char byte = (unsigned char)*bytes->ptr;
    *bytes = (rtp_str){bytes->ptr + 1, bytes->len - 1};
    return byte;
}

bool rtp_segment_next(rtp_str *phrase, rtp_segment *segment)
{
    if (phrase->len == 0) {
        return false;
    }
    rtp_str rest = *phrase;
    unsigned char head = cut_byte(&rest);
    segment->group = head >> GROUP_SHIFT;
    segment->filter_count = head >> FILTER_SHIFT & FILTER_MASK;
    if (head & IS_FACT) {
        segment->text = (rtp_str){NULL, 0};
        segment->fact = (uint16_t)packed_size(&rest);
        for (size_t i = 0; i < segment->filter_count; i++) {
            segment->filters[i].filter = cut_byte(&rest);
            segment->filters[i].argument = packed_item(&rest);
        }
    } else {
        segment->fact = RTP_LITERAL;
        segment->text = packed_item(&rest);
    }
    *phrase = rest;
    return true;
}

size_t rtp_segment_count(rtp_str phrase)
{
    size_t count = 0;
    for (; phrase.len > 0; count++) {
        unsigned char head = cut_byte(&phrase);
        if (!(head & IS_FACT)) {
            packed_item(&phrase);
            continue;
        }
        packed_size(&phrase);
        for (unsigned filters = head >> FILTER_SHIFT & FILTER_MASK; filters > 0; filters--) {
            cut_byte(&phrase);
            packed_item(&phrase);
        }
    }
    return count;
}
