/* Which points a document shows and which research it cites. Decided once for the whole outline,
 * since budgets, arguments and citations run across sections. */
#ifndef RTOPITCH_DOCUMENT_SELECT_H
#define RTOPITCH_DOCUMENT_SELECT_H

#include "rtopitch/document.h"

typedef struct rtp_choice {
    const rtp_point **points; /* in the order they are shown; evidence is what may be cited */
    size_t count;
} rtp_choice;

typedef struct rtp_citation {
    const rtp_evidence *evidence;
    int number; /* of the source: two findings of one study share it */
} rtp_citation;

typedef struct rtp_selection {
    rtp_choice *slots; /* one a slot, section after section */
    rtp_citation *citations;
    size_t citation_count;
    int source_count; /* distinct numbers */
} rtp_selection;

/* `left_out`: points that there is no room for, by row of the trace; NULL: none. */
rtp_selection rtp_selection_make(const rtp_outline *outline, rtp_points *points, const bool *left_out,
                                 rtp_arena *arena);

/* The index into `slots` where a section's slot is kept (absent: its first), or SIZE_MAX. */
size_t rtp_slot_find(const rtp_outline *outline, rtp_str section, rtp_str slot);
/* The number of a cited entry, or 0. */
int rtp_selection_number(const rtp_selection *selection, const rtp_evidence *evidence);

#endif
