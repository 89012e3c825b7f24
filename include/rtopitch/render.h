/* Renderers: document tree to bytes. One file a format, found by a glob when CMake runs. */
#ifndef RTOPITCH_RENDER_H
#define RTOPITCH_RENDER_H

#include "rtopitch/document.h"

typedef struct rtp_render_options {
    int width;                /* text: columns to wrap at; 0 = the format's default */
    const rtp_facts *facts;   /* for provenance */
    const rtp_source *source; /* the profile, for line numbers in provenance; may be NULL */
    rtp_arena *arena;         /* scratch */
} rtp_render_options;

typedef struct rtp_format {
    const char *name;       /* "markdown" */
    const char *suffixes;   /* "md markdown": of the files that -o names, space-separated */
    const char *media_type; /* "text/markdown" */
    const char *summary;    /* one line for help */
    bool binary;            /* refused on a terminal */
    void (*render)(const rtp_document *document, const rtp_render_options *options, rtp_buf *out);
} rtp_format;

extern const rtp_format *const rtp_formats[];
extern const size_t rtp_format_count;
const rtp_format *rtp_format_find(rtp_str name);     /* or NULL */
const rtp_format *rtp_format_for_path(rtp_str path); /* by suffix; NULL when unknown */

/* The trial's weeks and days as an iCalendar file (RFC 5545); `date` stamps it. */
void rtp_ics_put(const rtp_facts *facts, rtp_date date, rtp_arena *arena, rtp_buf *out);

#endif
