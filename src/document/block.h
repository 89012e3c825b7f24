/* The forms a slot may take, from a line to a table. Each is one function over the points chosen
 * for the slot, found in a table, so that a new form is a row and a function. */
#ifndef RTOPITCH_DOCUMENT_BLOCK_H
#define RTOPITCH_DOCUMENT_BLOCK_H

#include "document/span.h"

/* The blocks of one slot, behind what the document holds. */
void rtp_slot_put(rtp_builder *b, const rtp_slot *slot, const rtp_choice *choice);

void rtp_table_put(rtp_builder *b, const rtp_slot *slot, const rtp_choice *choice);
void rtp_terms_put(rtp_builder *b, const rtp_slot *slot, const rtp_choice *choice);
void rtp_chart_put(rtp_builder *b, const rtp_slot *slot, const rtp_choice *choice);
void rtp_sources_put(rtp_builder *b, const rtp_slot *slot, const rtp_choice *choice);

/* A phrase of the outline; empty when a fact it needs is unknown. */
rtp_runs rtp_outline_words(const rtp_builder *b, const rtp_phrases *phrases);

#endif
