/* The head of an answer, line by line: what the next step depends on, and nothing else. Counts what
 * it is given, so that a server cannot send headers without end. */
#ifndef IMPORT_HEAD_H
#define IMPORT_HEAD_H

#include "rtopitch/base.h"

typedef struct rtp_head {
    size_t bytes, lines;
    bool too_large;
    bool json;                    /* the content calls itself JSON */
    rtp_str location, next, etag; /* next: of Link; each may be absent */
    int64_t retry_after;          /* seconds from now; -1 when not said, as below */
    int64_t retry_at;             /* seconds since 1970 */
    int64_t remaining, reset_at;  /* of the rate limit; reset_at: seconds since 1970 */
    double total;                 /* records in all pages */
} rtp_head;

rtp_head rtp_head_make(void);
/* One line, with its line end. False when there were too many. */
bool rtp_head_take(rtp_head *head, rtp_str line, rtp_arena *arena);
/* The target with rel="next" in the value of a Link header, or absent. */
rtp_str rtp_link_next(rtp_str value);
/* "Sun, 06 Nov 1994 08:49:37 GMT" as seconds since 1970; -1 when it is none. */
int64_t rtp_http_date(rtp_str text, rtp_arena *arena);

#endif
