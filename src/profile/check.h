/* What the checks share: the profile, where it came from, and the way to report. Each topic is one
 * file of small checks; each reports what it finds and leaves the profile as it is. */
#ifndef RTP_PROFILE_CHECK_H
#define RTP_PROFILE_CHECK_H

#include "rtopitch/profile.h"

typedef struct rtp_check {
    const rtp_profile *profile;
    const rtp_json *root; /* for what the structs cannot tell, such as an empty list from none */
    const rtp_source *source;
    rtp_arena *arena; /* of the messages */
    rtp_diags *diags;
} rtp_check;

typedef struct rtp_finding {
    const char *code; /* P01.. is an error, P02.. a warning */
    rtp_str pointer;
    bool at_key; /* underline the member's name, not its value */
    rtp_str message, found, expected, hint;
} rtp_finding;

void rtp_check_put(const rtp_check *check, rtp_finding finding);
/* Nothing more is kept: saves the search for places and suggestions that nobody will see. */
bool rtp_check_is_full(const rtp_check *check);
/* No error stands at the pointer, within it or above it. A check that could only repeat such an error
 * in other words asks first. */
bool rtp_check_is_sound(const rtp_check *check, const char *pointer);

/* The member, or NULL; also when `node` is NULL or no object. */
const rtp_json *rtp_check_member(const rtp_json *node, const char *key);
/* The first item, or NULL. Bound lists leave out empty texts, so places are counted in the tree. */
const rtp_json *rtp_check_first(const rtp_json *node);
/* The text, or {NULL, 0} for anything else. */
rtp_str rtp_check_text(const rtp_json *node);

/* Words for messages. */
#define rtp_check_say(check, ...) rtp_arena_format((check)->arena, __VA_ARGS__)
rtp_str rtp_check_quote(const rtp_check *check, rtp_str text); /* in quotes, one line, cut when long */
const char *rtp_check_plural(int32_t count);                   /* "" for one, else "s" */

typedef void rtp_check_topic(const rtp_check *check);
rtp_check_topic rtp_check_ask, rtp_check_concerns, rtp_check_periods, rtp_check_metrics, rtp_check_tasks,
    rtp_check_team, rtp_check_pilot, rtp_check_margins, rtp_check_conversations, rtp_check_sense,
    rtp_check_jurisdiction, rtp_check_meta;

/* Takes out, from `first` on, the warnings that the profile does not want to hear. */
void rtp_check_drop_ignored(const rtp_profile *profile, size_t first, rtp_diags *diags);

/* All topics, in the order of the format's page. */
void rtp_profile_check(const rtp_check *check);

#endif
