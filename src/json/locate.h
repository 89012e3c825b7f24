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

#endif
