/* A chart as SVG inside an HTML page: points, bands, medians and the interval, drawn in the colour of the text
 * around it. What it shows stands in words beside it; nothing can be read from colour alone. */
#ifndef RTOPITCH_RENDER_SVG_H
#define RTOPITCH_RENDER_SVG_H

#include "rtopitch/document.h"

/* `number` tells the page's charts apart. Nothing is put for a node without points. */
void rtp_svg_put(const rtp_node *node, int number, rtp_arena *arena, rtp_buf *out);

#endif
