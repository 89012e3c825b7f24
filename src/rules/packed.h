/* Writing packed lists, inside the floor. Sizes take one byte below 128 and seven bits a byte from
 * there on, the lowest first, so that no list has a limit. */
#ifndef RTOPITCH_RULES_PACKED_H
#define RTOPITCH_RULES_PACKED_H

#include "rtopitch/rules.h"

void rtp_packed_put_size(size_t size, rtp_buf *out);
size_t rtp_packed_cut_size(rtp_str *bytes); /* off the front */
void rtp_packed_put(rtp_str item, rtp_buf *out);
rtp_packed rtp_packed_make(rtp_str items, rtp_arena *arena); /* of items that were put one after the other */

/* A segment of a phrase, as rtp_segment_next reads it. */
void rtp_segment_put(const rtp_segment *segment, rtp_buf *out);
/* An operand of a condition, as rtp_operand_next reads it. */
void rtp_operand_put(const rtp_operand *operand, rtp_buf *out);

#endif
