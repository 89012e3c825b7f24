/* Escaping for Markdown: what is text stays text, and reads in the source as it was typed. Only what
 * a reader of GFM would take for structure gets a backslash. */
#ifndef RTOPITCH_RENDER_ESCAPE_H
#define RTOPITCH_RENDER_ESCAPE_H

#include "render/inline.h"

typedef enum rtp_text_spot {                   /* where a block's text stands; it decides what can start there */
                             RTP_SPOT_LINE,    /* a paragraph, or anything else at the start of a line */
                             RTP_SPOT_ITEM,    /* a list item */
                             RTP_SPOT_HEADING, /* behind "## " */
                             RTP_SPOT_CELL     /* between pipes */
} rtp_text_spot;

/* Appends the line's source; `prefix` starts every line but the first. Uses up the line's marks.
 * What it cannot stop: GFM links bare e-mail addresses after it has undone every escape. */
void rtp_markdown_put(rtp_buf *out, rtp_inline *line, rtp_text_spot spot, rtp_str prefix);

/* ---- shared by escape.c, delimiters.c, linestart.c and fold.c ---- */

typedef struct rtp_escape { /* a line while it is looked at */
    const char *text;
    unsigned char *marks;
    size_t len;
    const size_t *signs; /* where the reader's words have a sign, in order */
    size_t sign_count;
    rtp_text_spot spot;
    bool marked; /* at least one byte needs something before it or in its place */
    bool ticks;  /* every backtick is to be escaped */
} rtp_escape;

void rtp_escape_mark(rtp_escape *e, size_t i, rtp_mark mark); /* RTP_MARK_ESCAPE or RTP_MARK_ENTITY */

char rtp_escape_at(const rtp_escape *e, size_t i);       /* NUL past the end */
bool rtp_escape_is_words(const rtp_escape *e, size_t i); /* not our markup; false past the end */
bool rtp_escape_is_punctuation(char c);                  /* of ASCII */
bool rtp_escape_is_letter(char c);
bool rtp_escape_is_digit(char c);

void rtp_escape_line_starts(rtp_escape *e); /* # > - + 1. and the like */
void rtp_escape_own_markers(rtp_escape *e); /* our own emphasis must be able to open and close */
void rtp_escape_delimiters(rtp_escape *e);  /* * _ ~ and backticks */
/* Blanks of `text`, which is that of `e`, become line ends, so that lines keep to `width`; what a reader would take
 * for structure at their starts and ends is escaped. Comes last, when everything else is marked. */
void rtp_escape_fold(rtp_escape *e, char *text, size_t width);

#endif
