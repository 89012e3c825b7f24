/* The wire: libcurl behind one function. Everything that decides anything is elsewhere.
 * One at a time, and rtp_http_start before the first thread. */
#ifndef IMPORT_HTTP_H
#define IMPORT_HTTP_H

#include "import/fetch.h"

typedef struct rtp_http_settings {
    rtp_str cacert; /* a file of certificates to trust instead of the system's; may be absent */
    int timeout;    /* seconds for one exchange */
    rtp_str agent;  /* "rtopitch/1.0" */
} rtp_http_settings;

typedef struct rtp_http rtp_http;

/* NULL when libcurl does not start. */
rtp_http *rtp_http_start(const rtp_http_settings *settings, rtp_arena *arena);
void rtp_http_end(rtp_http *http);
void rtp_http_exchange(rtp_http *http, const rtp_call *call, rtp_arena *arena, rtp_answer *answer);
const char *rtp_http_version(void); /* of libcurl */

#endif
