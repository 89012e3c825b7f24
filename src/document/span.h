/* Putting words into the tree: runs of a point become spans that remember their fact. Every
 * block is made of these, so that provenance and punctuation are settled in one place. */
#ifndef RTOPITCH_DOCUMENT_SPAN_H
#define RTOPITCH_DOCUMENT_SPAN_H

#include "document/select.h"

/* The tree while it grows. */
typedef struct rtp_builder {
    rtp_arena *arena;
    const rtp_facts *facts;
    const rtp_stage *stage;
    const rtp_selection *selection;
    rtp_node *root;
    rtp_str section;        /* that top blocks belong to */
    const rtp_point *point; /* whose words are being put; NULL: the outline's own */
} rtp_builder;

bool rtp_runs_say(rtp_runs runs); /* there is a word in them */
/* Ends like a sentence, closing quotes and brackets aside. */
bool rtp_text_is_ended(rtp_str text);
bool rtp_runs_are_ended(rtp_runs runs);

/* A node of the builder's point; a top block gets its section too. */
rtp_node *rtp_build_put(const rtp_builder *b, rtp_node *parent, rtp_node_kind kind);
void rtp_text_put(const rtp_builder *b, rtp_node *parent, rtp_str text);
void rtp_runs_put(const rtp_builder *b, rtp_node *parent, rtp_runs runs);
/* The point's lead, strong and with a blank behind it; nothing when it has none. */
void rtp_lead_put(const rtp_builder *b, rtp_node *parent);
bool rtp_runs_tell_evidence(rtp_runs runs); /* a run comes from a fact evidence.* */
/* The runs with the citations of the builder's point: behind the finding when the runs tell one, else
 * at the end, and before the full stop. */
void rtp_cited_put(const rtp_builder *b, rtp_node *parent, rtp_runs runs);
/* The point's lead and cited text; `ended`: with a full stop when it has no end of its own. */
void rtp_point_put(const rtp_builder *b, rtp_node *parent, bool ended);

#endif
