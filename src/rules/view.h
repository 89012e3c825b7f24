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

typedef struct rtp_view {
    const rtp_facts *facts;
    size_t item;
    rtp_arena *arena;                 /* values of pack facts live here */
    const rtp_concern_entry *concern; /* for concern.title and its like; NULL: unknown */
    const rtp_evidence *evidence;     /* for evidence.*; NULL: unknown */
    const rtp_given *given;           /* examples: stands in place of all the above */
} rtp_view;

const rtp_value *rtp_view_get(const rtp_view *view, size_t fact); /* never NULL */

/* The phrases that stand for a fact of the concern in view, to be expanded in its place so that the
 * facts inside them keep their origin; NULL for every other fact. */
bool rtp_fact_is_wording(size_t fact);
const rtp_phrases *rtp_view_wording(const rtp_view *view, size_t fact);

#endif
