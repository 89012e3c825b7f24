/* Citations and their sources: the number in the text, the entry in the list at the end, and which blocks
 * make that list. A format that tells its sources on the spot leaves the list out. */
#ifndef RTOPITCH_RENDER_NOTES_H
#define RTOPITCH_RENDER_NOTES_H

#include "rtopitch/render.h"

typedef struct rtp_notes {
    const rtp_node *list; /* of sources; NULL when the document has none */
    bool alone;           /* its section says nothing else */
} rtp_notes;

rtp_notes rtp_notes_make(const rtp_document *document);
/* The entry of a citation, by its number; its children are the spans of the note's text. NULL when it has none. */
const rtp_node *rtp_notes_find(const rtp_notes *notes, int number);
size_t rtp_notes_count(const rtp_notes *notes);
rtp_str rtp_notes_name(const rtp_node *entry, rtp_arena *arena); /* "Bloom et al. 2024" */
/* Whether a top block does nothing but list the sources: the list, what introduces it and, when nothing else stands
 * in its section, the heading. To be left out where each note carries its whole source, which is with footnotes;
 * in brackets only who found it is told, so that the list with its caveats stays. */
bool rtp_notes_hold(const rtp_notes *notes, const rtp_node *block);

#endif
