/* Where a document's words come from, as JSON: rule, facts, values, and the place in the profile. */
#ifndef RTOPITCH_RENDER_PROVENANCE_H
#define RTOPITCH_RENDER_PROVENANCE_H

#include "rtopitch/document.h"
#include "rtopitch/json.h"

typedef struct rtp_trail_line rtp_trail_line;   /* where a pointer leads, looked up once */
typedef struct rtp_trail_lines rtp_trail_lines; /* of a text: where they begin */
enum { RTP_TRAIL_SHELVES = 64 };

typedef struct rtp_trail {
    const rtp_facts *facts;   /* or NULL: conditions are then not told */
    const rtp_source *source; /* or NULL: no line numbers */
    rtp_arena *arena;
    bool personal; /* the document is private: facts that may not be shared are told too */
    const rtp_json_map *map;
    rtp_trail_lines *texts;
    rtp_trail_line *shelves[RTP_TRAIL_SHELVES];
} rtp_trail;

/* Members of a span's object: its rule, its fact and where the value came from. */
void rtp_trail_span_put(rtp_trail *trail, const rtp_node *span, rtp_json_writer *json);
/* The member "points" of a block's object: each point it states, but for `stated`. */
void rtp_trail_points_put(rtp_trail *trail, const rtp_node *block, const rtp_point *stated, rtp_json_writer *json);
/* The citations below `root`, by number, each piece of evidence once. */
const rtp_node **rtp_trail_citations(const rtp_trail *trail, rtp_node *root, size_t *count);

#endif
