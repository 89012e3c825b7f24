/* Names in what a user wrote. A phrase that fits the user's words into a sentence takes the capital off their
 * first word, which a name keeps. */
#ifndef RTOPITCH_FACTS_NAMES_H
#define RTOPITCH_FACTS_NAMES_H

#include "rtopitch/profile.h"

enum { RTP_NAME_MARKS = 256 };

typedef struct rtp_names { /* members of a profile that may be names */
    rtp_str *items;
    size_t len;
    uint64_t marks[RTP_NAME_MARKS / 64]; /* a bit for how each of their words starts */
} rtp_names;
const rtp_names *rtp_names_make(const rtp_profile *profile, rtp_arena *arena);

/* See rtp_facts_is_name. */
bool rtp_profile_names(const rtp_profile *profile, const rtp_names *known, rtp_str word);

#endif
