/* Tables in plain text: columns that line up and cells that wrap inside them. */
#ifndef RTOPITCH_RENDER_TEXT_TABLE_H
#define RTOPITCH_RENDER_TEXT_TABLE_H

#include "render/grid.h"

/* `width` is that of the page. A header of empty cells is not shown, so that terms read as pairs. */
void rtp_text_table_put(rtp_buf *out, rtp_grid *grid, size_t width, rtp_arena *arena);

#endif
