/* Citations in formats that are lines of text: a number with the list at the end, a note behind the document, or
 * the source's name in brackets. One place knows what each way leaves out and what it has to add. */
#ifndef RTOPITCH_RENDER_CITING_H
#define RTOPITCH_RENDER_CITING_H

#include "render/inline.h"
#include "render/notes.h"

typedef struct rtp_citing {
    rtp_citations citations; /* never RTP_CITATIONS_USUAL */
    rtp_notes notes;
    bool *told; /* by number: a note is due */
    rtp_arena *arena;
} rtp_citing;

rtp_citing rtp_citing_make(const rtp_document *document, const rtp_render_options *options, rtp_citations usual);
/* What stands in the text for a citation: "[2]", "(Bloom et al. 2024)", or the format's mark of a footnote, "[^2]",
 * right behind the word. */
void rtp_citing_put(rtp_citing *citing, const rtp_node *citation, rtp_str mark, rtp_inline *line);
bool rtp_citing_leaves_out(const rtp_citing *citing, const rtp_node *block); /* a top block that the notes replace */
/* The entries that have become notes, in order: the first one whose number is above `number`, which is set to it. NULL
 * at the end. */
const rtp_node *rtp_citing_next(const rtp_citing *citing, int *number);

#endif
