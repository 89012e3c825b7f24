/* Answers kept between runs, so that a service need not send again what did not change. Only whole answers
 * that were accepted are kept, each for one address and one token, and never the token itself. */
#ifndef IMPORT_CACHE_H
#define IMPORT_CACHE_H

#include "import/fetch.h"

struct rtp_cache {
    rtp_str folder;
    rtp_str owner;     /* tells whose answers these are: a digest of the token */
    rtp_texts secrets; /* an answer that repeats one is not kept */
};

typedef struct rtp_cached {
    rtp_str etag, next, body;
    double total;
} rtp_cached;

/* `cache` may be NULL. */
bool rtp_cache_find(const rtp_cache *cache, const rtp_call *call, rtp_arena *arena, rtp_cached *kept);
/* Failing to keep an answer is no fault of the run, so nothing is said. */
void rtp_cache_keep(const rtp_cache *cache, const rtp_request *request, const rtp_answer *answer, rtp_arena *arena);

#endif
