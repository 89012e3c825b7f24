/* Names of the files that a run over many profiles writes: a pattern, and what stands for its placeholders.
 * Whatever a profile says, the name is a plain one. */
#ifndef APP_BATCH_NAME_H
#define APP_BATCH_NAME_H

#include "rtopitch/base.h"

typedef struct rtp_name_part {
    rtp_str key, text; /* "person.name", as the profile says */
} rtp_name_part;
typedef struct rtp_name_parts {
    const rtp_name_part *items;
    size_t len;
} rtp_name_parts;

/* Whether the pattern holds {key}. */
bool rtp_name_has(rtp_str pattern, rtp_str key);
/* The part of a pattern that is no placeholder and cannot stand in a name; absent when all is well. */
rtp_str rtp_name_fault(rtp_str pattern, const rtp_name_parts *parts);
/* At most 200 bytes of A-Z a-z 0-9 . _ - and %, with the suffix; it begins with neither a dot nor a dash. */
rtp_str rtp_name_make(rtp_str pattern, const rtp_name_parts *parts, rtp_str suffix, rtp_arena *arena);

#endif
