/* Documents of a given length. A document is composed from a selection, and the selection is what gives
 * way: composing is asked again without the points that there is no room for. */
#ifndef RTOPITCH_DOCUMENT_LENGTH_H
#define RTOPITCH_DOCUMENT_LENGTH_H

#include "document/select.h"

typedef struct rtp_composition {
    const rtp_outline *outline;
    const rtp_facts *facts;
    rtp_points *points;
    rtp_date date;
    rtp_arena *arena;
} rtp_composition;

/* The document of what is selected without the points `left_out` (by row of the trace; NULL: none). */
const rtp_document *rtp_compose_without(const rtp_composition *c, const bool *left_out, rtp_selection *selection);
/* The document within the outline's length, so far as leaving out whole points can do it. */
const rtp_document *rtp_compose_within(const rtp_composition *c);

#endif
