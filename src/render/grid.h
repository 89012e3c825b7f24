/* A table on its way to a text format: the cells as strings, in rows of one length. What a format
 * makes of a cell differs; how columns are counted and measured does not. */
#ifndef RTOPITCH_RENDER_GRID_H
#define RTOPITCH_RENDER_GRID_H

#include "rtopitch/document.h"

typedef struct rtp_grid {
    size_t rows, columns;
    rtp_str *cells; /* row after row; filled by the format */
    rtp_align *aligns;
    size_t *widths;  /* columns on a terminal */
    bool has_header; /* the first row */
} rtp_grid;

rtp_grid rtp_grid_make(const rtp_node *table, rtp_arena *arena); /* cells empty, columns aligned */
void rtp_grid_measure(rtp_grid *grid);                           /* fills the widths from the cells */

#endif
