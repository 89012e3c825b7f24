/* Letter case and white space of short texts, for filters that fit a user's words into a sentence. */
#ifndef RTOPITCH_RULES_LETTERS_H
#define RTOPITCH_RULES_LETTERS_H

#include "rtopitch/base.h"

uint32_t rtp_letter_upper(uint32_t code_point);
uint32_t rtp_letter_lower(uint32_t code_point);
bool rtp_letter_is_upper(uint32_t code_point);
bool rtp_letter_is(uint32_t code_point); /* of the scripts below, and everything beyond them */

rtp_str rtp_text_capital(rtp_str text, rtp_arena *arena); /* first letter upper case */
/* First letter lower case, unless the first word is spelt so on purpose: "PCI", "GitHub", "I'd",
 * "C++", "Q3", a weekday or a month. */
rtp_str rtp_text_lower(rtp_str text, rtp_arena *arena);
rtp_str rtp_text_first_word(rtp_str text); /* letters and digits only */
bool rtp_text_holds(rtp_str text, rtp_str word);
rtp_str rtp_text_quoted(rtp_str words, rtp_arena *arena);
rtp_str rtp_text_joined(rtp_str text, rtp_arena *arena); /* trimmed; white space runs become one blank */

#endif
