/* Renderers: document tree to bytes. One file a format, found by a glob when CMake runs. */
#ifndef RTOPITCH_RENDER_H
#define RTOPITCH_RENDER_H

#include "rtopitch/document.h"

typedef enum rtp_citations {                      /* how a document tells its sources */
                             RTP_CITATIONS_USUAL, /* as suits the format: footnotes where they are real ones, else
                                                     endnotes */
                             RTP_CITATIONS_FOOTNOTES,
                             RTP_CITATIONS_ENDNOTES, /* a number, and the list of sources at the end */
                             RTP_CITATIONS_INLINE    /* in brackets behind the sentence */
} rtp_citations;

typedef enum rtp_paper { RTP_PAPER_A4, RTP_PAPER_LETTER } rtp_paper;

typedef struct rtp_render_options {
    int width; /* text and Markdown: columns to wrap at; 0 = the format's default */
    rtp_citations citations;
    bool front_matter;        /* Markdown: a YAML block above the document */
    bool compact;             /* JSON: on one line */
    rtp_paper paper;          /* of formats that have pages */
    rtp_str language;         /* "en-GB"; absent: "en" */
    rtp_str style;            /* the user's: a style sheet for HTML, style names for DOCX; absent: the format's own */
    const rtp_facts *facts;   /* for provenance */
    const rtp_source *source; /* the profile, for line numbers in provenance; may be NULL */
    rtp_arena *arena;         /* scratch */
} rtp_render_options;

typedef enum rtp_takes { /* the options that make a difference to a format; others are refused for it */
                         RTP_TAKES_WIDTH = 1,
                         RTP_TAKES_CITATIONS = 2,
                         RTP_TAKES_FRONT_MATTER = 4,
                         RTP_TAKES_PAPER = 8,
                         RTP_TAKES_LANGUAGE = 16
} rtp_takes;

typedef struct rtp_format {
    const char *name;       /* "markdown" */
    const char *suffixes;   /* "md markdown": of the files that -o names, space-separated */
    const char *media_type; /* "text/markdown" */
    const char *summary;    /* one line for help */
    const char *style;      /* suffix of its style files, "css"; NULL: it has none */
    unsigned takes;         /* rtp_takes, added up */
    bool binary;            /* refused on a terminal */
    /* Holds a style file against what the format can use, with a diagnostic for each fault; NULL: anything goes. */
    bool (*style_check)(const rtp_source *style, rtp_arena *arena, rtp_diags *diags);
    void (*render)(const rtp_document *document, const rtp_render_options *options, rtp_buf *out);
} rtp_format;

extern const rtp_format *const rtp_formats[];
extern const size_t rtp_format_count;
const rtp_format *rtp_format_find(rtp_str name);     /* or NULL */
const rtp_format *rtp_format_for_path(rtp_str path); /* by suffix; NULL when unknown */

extern const rtp_code_doc rtp_render_codes[];
extern const size_t rtp_render_code_count;

/* The trial's weeks and days as an iCalendar file (RFC 5545); `date` stamps it. */
void rtp_ics_put(const rtp_facts *facts, rtp_date date, rtp_arena *arena, rtp_buf *out);

#endif
