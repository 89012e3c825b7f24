/* Whether to ask again after an answer, and how long to wait before: a pure function of what was said,
 * how often it was tried, and the time. Waits are capped, so that no server can put us to sleep. */
#ifndef IMPORT_RETRY_H
#define IMPORT_RETRY_H

#include "import/head.h"

enum { RTP_TRIES_MOST = 3, RTP_WAIT_MOST = 60 /* seconds */ };

typedef enum rtp_verdict_kind {
    RTP_VERDICT_TAKE,  /* use the answer */
    RTP_VERDICT_AGAIN, /* wait, then ask again */
    RTP_VERDICT_LATER, /* the server asks for more patience than we have */
    RTP_VERDICT_REFUSED
} rtp_verdict_kind;

typedef struct rtp_verdict {
    rtp_verdict_kind kind;
    int64_t wait; /* seconds, of AGAIN and LATER */
} rtp_verdict;

/* `tries`: how often it was asked, this time included; `now`: seconds since 1970. */
rtp_verdict rtp_retry_judge(int status, const rtp_head *head, int tries, int64_t now);
/* After an exchange that brought no answer. */
rtp_verdict rtp_retry_failed(int tries);
/* How long to wait before the next request since this answer used up the limit; 0: not at all. */
int64_t rtp_retry_pause(const rtp_head *head, int64_t now);

#endif
