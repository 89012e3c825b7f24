/* Asking a service for pages: redirects, waits, repeats, next pages, all within the origin of the token.
 * The wire, the clock and the wait are the caller's, so that every step can be tried without a network. */
#ifndef IMPORT_FETCH_H
#define IMPORT_FETCH_H

#include "import/head.h"
#include "import/url.h"
#include "rtopitch/import.h"

enum { RTP_BODY_MOST = 8 * 1024 * 1024, RTP_PAGES_MOST = 100, RTP_HOPS_MOST = 3, RTP_WAITED_MOST = 600 };

typedef enum rtp_fault {
    RTP_FAULT_NONE,
    RTP_FAULT_NAME,    /* the host has no address */
    RTP_FAULT_CONNECT, /* nobody answers there */
    RTP_FAULT_PROXY,
    RTP_FAULT_TLS,
    RTP_FAULT_SLOW,
    RTP_FAULT_LOST,   /* the connection ended before an answer began */
    RTP_FAULT_BROKEN, /* what came is no whole answer */
    RTP_FAULT_LARGE,
    RTP_FAULT_COUNT
} rtp_fault;

typedef struct rtp_call { /* one exchange on the wire */
    rtp_str method, url, body;
    rtp_texts headers; /* the token is among them */
    rtp_str etag;      /* of the answer we have; may be absent */
} rtp_call;

typedef struct rtp_answer {
    rtp_fault fault;
    int status;
    rtp_head head;
    rtp_str body; /* decoded, in the arena, with a NUL behind it */
} rtp_answer;

typedef struct rtp_transport {
    void *state;
    void (*exchange)(void *state, const rtp_call *call, rtp_arena *arena, rtp_answer *answer);
    int64_t (*now)(void *state);                                /* seconds since 1970 */
    void (*wait)(void *state, int64_t seconds, rtp_str reason); /* announces it, too */
    void (*progress)(void *state, rtp_month month, size_t done, size_t of);
} rtp_transport;

typedef struct rtp_cache rtp_cache;

typedef struct rtp_fetch {
    const rtp_transport *transport;
    const rtp_cache *cache; /* NULL: none */
    rtp_url home;           /* of the token; nothing else is ever asked */
    rtp_texts headers;
    rtp_diags *diags;
    rtp_arena *scratch;  /* of one page */
    rtp_str variable;    /* that holds the token, for hints */
    rtp_request planned; /* what is being asked, as it was planned, and its page: a next page's address is the
                          * server's word, and could repeat the token */
    size_t page;
    int64_t waited; /* seconds in all */
    int64_t pause;  /* before the next request */
} rtp_fetch;

/* Asks everything that the run planned and has the importer accept it. False after a diagnostic. */
bool rtp_fetch_run(rtp_fetch *fetch, rtp_import *run);

/* Within: one good answer, a 200 or what the cache kept. */
bool rtp_fetch_answer(rtp_fetch *fetch, const rtp_request *request, rtp_answer *answer);
/* "what: GET https://… (page 2)", without a word of the server's. */
rtp_str rtp_fetch_message(const rtp_fetch *fetch, rtp_str what);
/* Puts the diagnostic of a request that failed; always false. */
bool rtp_fetch_complain(rtp_fetch *fetch, rtp_diag diag);
bool rtp_fetch_complain_fault(rtp_fetch *fetch, rtp_fault fault);
bool rtp_fetch_complain_status(rtp_fetch *fetch, int status);

#endif
