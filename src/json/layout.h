/* How a JSON text is laid out: line ends, indentation, what stands behind commas and colons. Read off
 * the text itself, so that a value put into it looks as if its author had written it. */
#ifndef JSON_LAYOUT_H
#define JSON_LAYOUT_H

#include "rtopitch/json.h"

typedef struct rtp_layout {
    bool lines;      /* a member a line */
    rtp_str newline; /* "\n", "\r\n" or "\r" */
    rtp_str unit;    /* one level of indentation */
    rtp_str indent;  /* of the members in question; absent in one line */
    rtp_str comma, colon;
} rtp_layout;

/* Of the object or array that starts at `at`; the root tells what an empty one leaves open. */
rtp_layout rtp_layout_read(rtp_str text, size_t at);
bool rtp_layout_has_lines(rtp_str text); /* whether the root's members stand on lines of their own */
/* The indentation of the line on which `at` stands; {"", 0} when nothing but the text's start is before it. */
rtp_str rtp_layout_indent(rtp_str text, size_t at);
/* Writes a value, which may be in any layout, behind a member's colon: short ones in one line. */
void rtp_layout_put(rtp_str json, const rtp_layout *layout, rtp_arena *arena, rtp_buf *out);

#endif
