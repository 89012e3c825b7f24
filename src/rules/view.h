/* What one rule sees while it is applied: the facts, one item of its scope, and the concern and
 * the research that belong to that item. */
#ifndef RTOPITCH_RULES_VIEW_H
#define RTOPITCH_RULES_VIEW_H

#include "rtopitch/rules.h"

typedef struct rtp_given { /* what an example says; everything else is unknown */
    const uint16_t *facts;
    const rtp_value *values;
    size_t len;
} rtp_given;

/* A concern in view: its entry (NULL: none, or none that may be shared) and its place in the profile. */
typedef struct rtp_concern_view {
    const rtp_concern_entry *entry;
    size_t item; /* SIZE_MAX when the profile does not list it */
} rtp_concern_view;

struct rtp_stage {
    rtp_concern_view first, second; /* for concerns.first.say and its like */
    rtp_texts skipped;              /* for document.skips */
};

typedef struct rtp_view {
    const rtp_facts *facts;
    const rtp_stage *stage; /* may be NULL */
    size_t item;
    rtp_arena *arena;             /* values of pack facts live here */
    rtp_concern_view concern;     /* for concern.title and its like */
    const rtp_evidence *evidence; /* for evidence.*; NULL: unknown */
    const rtp_given *given;       /* examples: stands in place of all the above */
} rtp_view;

const rtp_value *rtp_view_get(const rtp_view *view, size_t fact); /* never NULL */

/* A fact that is wording: phrases of a concern's entry stand for it, to be expanded in its place so that the
 * facts inside them keep their origin. */
typedef struct rtp_wording {
    rtp_view view;       /* in which they are expanded */
    rtp_segment own;     /* goes before the phrases when it is known; its fact may be RTP_LITERAL */
    rtp_phrases phrases; /* {NULL}: unknown */
} rtp_wording;
bool rtp_fact_is_wording(size_t fact);
/* False for nearly every other fact, at once. */
bool rtp_view_may_word(const rtp_view *view, size_t fact);
/* False for every other fact; `out` is then untouched. */
bool rtp_view_wording(const rtp_view *view, size_t fact, rtp_wording *out);

#endif
