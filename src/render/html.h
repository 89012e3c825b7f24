/* The parts of the HTML format. A page is well-formed XML as well, so that strict readers take it, too. */
#ifndef RTOPITCH_RENDER_HTML_H
#define RTOPITCH_RENDER_HTML_H

#include "render/notes.h"

typedef struct rtp_html {
    rtp_buf *out;
    rtp_arena *arena;
    rtp_notes notes;
    bool brief;      /* a citation tells who found it, in brackets */
    int *cited;      /* how often each source has been cited so far, by number */
    int sources;     /* numbers there are */
    int charts;      /* put so far */
    rtp_str section; /* at hand, when it has a heading that names its tables */
    size_t breaks;   /* due before the next words of the block */
    size_t from;     /* where the block's words begin */
} rtp_html;

/* html_style.c: the <style> element: our sheet, the paper, and behind them the user's. */
void rtp_html_put_style(rtp_buf *out, const rtp_document *document, const rtp_render_options *options);
/* html_span.c: what stands in a block; false when that is nothing. */
bool rtp_html_put_spans(rtp_html *html, const rtp_node *block);
void rtp_html_put_back(rtp_html *html, int number); /* from a source to where it is cited first */
/* html_block.c */
void rtp_html_put_block(rtp_html *html, const rtp_node *block);
/* html_table.c */
void rtp_html_put_table(rtp_html *html, const rtp_node *table);
void rtp_html_put_id(rtp_buf *out, rtp_str section); /* a section's name as an id */

#endif
