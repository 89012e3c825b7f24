/* The text of one block on its way to a text format: one line of bytes, each with a mark that tells
 * the reader's words from our own markup. Escaping needs both, since neighbours decide what is structure. */
#ifndef RTOPITCH_RENDER_INLINE_H
#define RTOPITCH_RENDER_INLINE_H

#include "rtopitch/document.h"

typedef enum rtp_mark {                       /* bits of a mark; none: the profile's words, to be shown as they are */
                        RTP_MARK_OWN = 1,     /* markup of ours, put as it is */
                        RTP_MARK_OPENS = 2,   /* … that opens emphasis */
                        RTP_MARK_CLOSES = 4,  /* … that closes emphasis */
                        RTP_MARK_LINK = 8,    /* inside the text of a link */
                        RTP_MARK_INSIDE = 16, /* inside emphasis */
                        RTP_MARK_ESCAPE = 32, /* put a backslash before it; set by escape.c */
                        RTP_MARK_ENTITY = 64, /* put it as a character reference; set by escape.c */
                        RTP_MARK_SOFT = 128   /* a line ends here in the source, and nowhere else; set by fold.c */
} rtp_mark;

enum { RTP_INLINE_DEPTH = 4 }; /* the grammar nests two */

typedef struct rtp_inline_span {
    rtp_str marker;
    unsigned char bits, before; /* bits of the marker; of the text around the span */
    bool written;
} rtp_inline_span;

typedef struct rtp_inline {
    rtp_arena *arena;
    char *text;
    unsigned char *marks; /* one a byte of the text; zero behind it */
    size_t len, cap;
    size_t *signs; /* where words have bytes that may mean something to Markdown, in order; it looks at no others */
    size_t sign_count, sign_cap;
    unsigned char bits; /* of the text that comes next */
    bool emphasised;    /* markers of emphasis are in the text */
    bool blank;         /* a blank is due before it */
    size_t breaks;      /* line breaks are due before it */
    size_t width;       /* columns that the source of paragraphs and items is to keep to; 0: no limit */
    rtp_inline_span spans[RTP_INLINE_DEPTH];
    size_t depth;
    rtp_str closed; /* the marker closed last, and where it ended */
    size_t closed_at;
} rtp_inline;

rtp_inline rtp_inline_make(rtp_arena *arena);
void rtp_inline_clear(rtp_inline *line);         /* empty again, memory kept */
rtp_str rtp_inline_text(const rtp_inline *line); /* borrowed until the next put */

/* Words of the profile or of a rule: white space of any kind becomes one blank, unsafe characters
 * are taken out, and what is no UTF-8 becomes U+FFFD. Blanks at the ends of the block are lost. */
void rtp_inline_put(rtp_inline *line, rtp_str text);
void rtp_inline_put_own(rtp_inline *line, rtp_str markup);
void rtp_inline_blank(rtp_inline *line);   /* a blank, unless there is one */
void rtp_inline_unblank(rtp_inline *line); /* no blank, whatever was due */
void rtp_inline_break(rtp_inline *line);   /* a line break, unless nothing follows */

/* A span. Blanks at its ends are moved outside, and a span without text leaves nothing. `bits` are
 * those of the text inside; with RTP_MARK_INSIDE the markers are those of emphasis. */
void rtp_inline_open(rtp_inline *line, rtp_str marker, unsigned bits);
void rtp_inline_close(rtp_inline *line, rtp_str marker);

#endif
