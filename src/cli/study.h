/* A study of the library for people and for programs: an entry of a list, a page of its own, an object.
 * Shown as it stands, with its caveat, so that nobody quotes it for more than it found. */
#ifndef CLI_STUDY_H
#define CLI_STUDY_H

#include "rtopitch/json.h"
#include "rtopitch/rules.h"

void rtp_study_put_entry(const rtp_evidence *study, rtp_arena *arena, rtp_buf *out);
void rtp_study_put_page(const rtp_evidence *study, rtp_arena *arena, rtp_buf *out);
void rtp_study_put_json(const rtp_evidence *study, rtp_arena *arena, rtp_json_writer *w);

#endif
