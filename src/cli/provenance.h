/* Where a value came from, in words and as JSON: the last link of the chain that explain shows.
 * Lines are found by walking the profile again, so nothing is kept for them while building. */
#ifndef CLI_PROVENANCE_H
#define CLI_PROVENANCE_H

#include "rtopitch/facts.h"

/* "profile.json:12 /ask/office_days", "computed: median of …, profile.json:40 …" */
void rtp_provenance_put(const rtp_origin *origin, const rtp_source *source, rtp_arena *arena, rtp_buf *out);
/* An object {kind, pointer, line, formula}; what does not apply is null. */
void rtp_provenance_put_json(const rtp_origin *origin, const rtp_source *source, rtp_arena *arena, rtp_json_writer *w);
/* A member that is text, or null when the text is absent. */
void rtp_json_put_member(rtp_json_writer *w, const char *key, rtp_str text);

#endif
