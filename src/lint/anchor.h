/* Words without which no pattern of a set can match, so that a text that has none of them needs no closer look. */
#ifndef RTP_LINT_ANCHOR_H
#define RTP_LINT_ANCHOR_H

#include "lint/match.h"

enum { RTP_ANCHOR_BITS = 1 << 15 }; /* one for each hash of a word's first plain letters */

/* Sets the bits of words of which every match of the program has at least one: those that seem rare. False when
 * there are no such words. */
bool rtp_anchors_take(const rtp_lint_pack *pack, rtp_str program, rtp_arena *arena, uint8_t *bits);

/* May a rule that is an error in profiles speak in the text? In most it may not. */
bool rtp_anchors_meet(const rtp_lint_pack *pack, rtp_str text);

#endif
