/* The parts of a flat OpenDocument text: what the writer carries along, and one function a part. The format wants
 * widths and styles named before the text that uses them, so tables are looked at twice. */
#ifndef RTOPITCH_RENDER_FODT_H
#define RTOPITCH_RENDER_FODT_H

#include "render/notes.h"

typedef struct rtp_fodt {
    rtp_buf *out;
    const rtp_document *document;
    const rtp_render_options *options;
    rtp_citations citations; /* never RTP_CITATIONS_USUAL */
    rtp_notes notes;
    bool *told;         /* by number: its note stands above */
    int tables, charts; /* so far */
} rtp_fodt;

void rtp_fodt_styles_put(const rtp_fodt *w); /* all of them, the page, and the widths of all tables */
void rtp_fodt_table_styles_put(const rtp_fodt *w);
void rtp_fodt_table_put(rtp_fodt *w, const rtp_node *table);
void rtp_fodt_chart_put(const rtp_fodt *w,
                        const rtp_node *node);                /* of its points, with its words as alternative text */
void rtp_fodt_spans_put(rtp_fodt *w, const rtp_node *parent); /* for cells, items and paragraphs alike */

#endif
