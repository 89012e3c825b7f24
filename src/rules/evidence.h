/* Choosing research for a point. What may be cited is decided here once: the arrangement asked for,
 * the direction, and how strong a design has to be before others may see it. */
#ifndef RTOPITCH_RULES_EVIDENCE_H
#define RTOPITCH_RULES_EVIDENCE_H

#include "rtopitch/rules.h"

typedef struct rtp_evidences {
    const rtp_evidence *const *items; /* the best first */
    size_t len;
} rtp_evidences;

typedef struct rtp_evidence_query {
    rtp_set concerns;      /* any of them */
    rtp_set likely;        /* what else is on the other side's mind: they raise what speaks to more of it */
    rtp_evidences without; /* studies that were chosen already */
    rtp_set arrangement;   /* the ask's; empty: unknown, or nothing that was studied */
    rtp_str role_family;   /* the person's; absent: unknown */
    size_t most;
    uint8_t direction; /* exactly this one: a word of packs, counted from 1 */
    bool personal;     /* statements, the weakest designs and other kinds of work too */
} rtp_evidence_query;

rtp_evidences rtp_evidence_choose(const rtp_pack *pack, const rtp_evidence_query *query, rtp_arena *arena);

#endif
