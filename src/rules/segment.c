/* The bytes of a compiled phrase: its segments one after the other. A segment starts with what it is,
 * the bracketed part it belongs to and its number of filters, all in one byte. */
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
    unsigned char head = cut_byte(phrase);
    segment->group = head >> GROUP_SHIFT;
    segment->filter_count = head >> FILTER_SHIFT & FILTER_MASK;
    segment->fact = RTP_LITERAL;
    segment->text = (rtp_str){NULL, 0};
    if (!(head & IS_FACT)) {
        return rtp_packed_next(phrase, &segment->text);
    }
    segment->fact = (uint16_t)rtp_packed_cut_size(phrase);
    for (size_t i = 0; i < segment->filter_count; i++) {
        segment->filters[i].filter = cut_byte(phrase);
        rtp_packed_next(phrase, &segment->filters[i].argument);
    }
    return true;
}
