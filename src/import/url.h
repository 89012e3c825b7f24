/* Addresses, read more strictly than any client reads them: what could be understood in two ways is
 * refused, so that whom a token goes to is never a matter of opinion. */
#ifndef IMPORT_URL_H
#define IMPORT_URL_H

#include "rtopitch/base.h"

typedef struct rtp_url {
    rtp_str text; /* the whole */
    bool secure;  /* https */
    bool loopback;
    rtp_str host; /* as written; compare with rtp_url_same_origin */
    int port;
    rtp_str path; /* with the query; starts with / */
} rtp_url;

/* https, or http for 127.0.0.1, [::1] and localhost; no user, no fragment, no blanks or odd characters.
 * NULL, or why not, as the end of a sentence: "it is not an address". */
const char *rtp_url_read(rtp_str text, rtp_url *url);
bool rtp_url_same_origin(const rtp_url *a, const rtp_url *b); /* scheme, host and port */
/* What `to` means on the page `from`; likewise. */
const char *rtp_url_join(const rtp_url *from, rtp_str to, rtp_arena *arena, rtp_url *url);
/* The address without path: "https://api.github.com". */
rtp_str rtp_url_origin(const rtp_url *url, rtp_arena *arena);
/* Everything but letters, digits and -._~ as %XX. */
rtp_str rtp_url_escape(rtp_str text, rtp_arena *arena);
/* `base` without the slash it may end in, and behind it `path`. */
rtp_str rtp_url_below(rtp_str base, const char *path, rtp_arena *arena);

#endif
