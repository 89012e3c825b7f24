/* Phrases: text with {fact|filter:argument|filter}, compiled when a pack or an outline is loaded
 * and expanded when it is used. `{{` and `[[` stand for one sign. [A part in
 * brackets] is optional (rtp_segment.group): left out as a whole when one of its facts is unknown;
 * only facts outside brackets decide whether an alternative can be used. Brackets do not nest. */
#ifndef RTOPITCH_RULES_PHRASE_H
#define RTOPITCH_RULES_PHRASE_H

#include "rules/context.h"
#include "rules/view.h"

/* Compiles a string, or an array of alternatives: strings, or objects {"when", "text"}. Every problem is reported at
 * its exact column; false when there is one. `pointer` is the JSON pointer of `node`. */
bool rtp_phrases_load(const rtp_json *node, rtp_str pointer, const rtp_context *context, rtp_phrases *out);
/* Compiles one text, which is the value at `pointer` or the name of that member. */
bool rtp_phrase_load(rtp_str text, rtp_str pointer, const rtp_context *context, rtp_phrases *out);

/* The first alternative whose condition holds and whose facts are all known. False when there is none (or no
 * alternative at all): `missing` is then what the first alternative lacks, or RTP_LITERAL. */
bool rtp_phrases_expand(const rtp_phrases *phrases, const rtp_view *view, rtp_runs *out, uint16_t *missing);

/* A C initialiser of a packed list, for tables that are compiled into the program. */
void rtp_packed_print(rtp_packed list, rtp_buf *out);
/* A C string literal. */
void rtp_literal_print(rtp_str text, rtp_buf *out);
/* A C initialiser of an rtp_str: RTP_STR("…") with everything unsafe escaped, {0} when absent. */
void rtp_str_print(rtp_str text, rtp_buf *out);

#endif
