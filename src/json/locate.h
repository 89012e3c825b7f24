/* Steps through a JSON text that passed the scan. What finds a value and what changes one walk alike,
 * since both need places, which the tree does not keep. */
#ifndef JSON_LOCATE_H
#define JSON_LOCATE_H

#include "rtopitch/json.h"

size_t rtp_json_skip_blanks(rtp_str text, size_t at);
/* Behind the closing quote of the string that starts here. */
size_t rtp_json_skip_string(rtp_str text, size_t at);
/* Behind the value that starts here, blanks before it included; brackets in strings do not count. */
size_t rtp_json_skip_value(rtp_str text, size_t at);
/* Behind the number, true, false or null that starts here. */
size_t rtp_json_skip_word(rtp_str text, size_t at);

/* From a value's place to that of a part of it, when it is a string. */
void rtp_json_narrow(rtp_str text, rtp_json_part part, size_t *offset, size_t *length);

/* Cuts the first token off a pointer that starts with a slash. */
rtp_str rtp_token_take(rtp_str *pointer);
/* Is the key literal, quotes included, the one that the token names? Escapes of both are resolved. */
bool rtp_token_names(rtp_str token, rtp_str key);
/* The item that the token names; false for what is no index. */
bool rtp_token_index(rtp_str token, size_t *index);

#endif
