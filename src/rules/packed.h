/* Writing packed lists, inside the floor. Sizes take one byte below 128 and seven bits a byte from
 * there on, the lowest first, so that no list has a limit. */
#ifndef RTOPITCH_RULES_PACKED_H
#define RTOPITCH_RULES_PACKED_H

#include "rtopitch/rules.h"

enum { RTP_SIZE_BITS = 7, RTP_SIZE_MORE = 1 << RTP_SIZE_BITS };

void rtp_packed_put_size(size_t size, rtp_buf *out);
size_t rtp_packed_cut_size(rtp_str *bytes); /* off the front */

/* The same where the compiler sees it: nearly every size is one byte or two, and a run reads thousands. */
static inline size_t packed_size(rtp_str *bytes)
{
    size_t size = (unsigned char)bytes->ptr[0];
    if (size < RTP_SIZE_MORE) {
        *bytes = (rtp_str){bytes->ptr + 1, bytes->len - 1};
        return size;
    }
    size_t high = (unsigned char)bytes->ptr[1];
    if (high < RTP_SIZE_MORE) {
        *bytes = (rtp_str){bytes->ptr + 2, bytes->len - 2};
        return size - RTP_SIZE_MORE + (high << RTP_SIZE_BITS);
    }
    rtp_str rest = *bytes; /* a copy, so that the usual cases need no address */
    size = rtp_packed_cut_size(&rest);
    *bytes = rest;
    return size;
}

/* The first item of a list that has one. */
static inline rtp_str packed_item(rtp_str *items)
{
    size_t len = packed_size(items);
    rtp_str item = {items->ptr, len};
    *items = (rtp_str){items->ptr + len, items->len - len};
    return item;
}

void rtp_packed_put(rtp_str item, rtp_buf *out);
rtp_packed rtp_packed_make(rtp_str items, rtp_arena *arena); /* of items that were put one after the other */
rtp_str rtp_packed_join(const rtp_str *texts, size_t len, rtp_arena *arena); /* such items */

/* The condition of a phrase, before its segments; as rtp_phrase_when reads it. */
void rtp_phrase_put_when(rtp_packed when, rtp_buf *out);
/* A segment of a phrase, as rtp_segment_next reads it. */
void rtp_segment_put(const rtp_segment *segment, rtp_buf *out);
size_t rtp_segment_count(rtp_str phrase);
/* An operand of a condition, as rtp_operand_next reads it. */
void rtp_operand_put(const rtp_operand *operand, rtp_buf *out);

#endif
