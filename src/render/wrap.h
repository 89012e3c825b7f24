/* Breaking text into lines of a given width on a terminal. Widths are columns, not bytes, so that
 * names in any script line up. */
#ifndef RTOPITCH_RENDER_WRAP_H
#define RTOPITCH_RENDER_WRAP_H

#include "rtopitch/base.h"

typedef struct rtp_wrap {
    rtp_str rest;
    size_t width; /* at least 1 */
    bool hard;    /* break words that are too long, addresses too */
} rtp_wrap;

/* The next line, without the blanks around it. Line breaks in the text are kept; a word wider than
 * a line stands on a line of its own. False at the end. */
bool rtp_wrap_next(rtp_wrap *wrap, rtp_str *line);
/* The width of the widest piece that should not be broken. */
size_t rtp_wrap_least(rtp_str text);

#endif
