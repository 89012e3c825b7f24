/* One good answer to one request: redirects are followed by hand and only within the origin, a busy
 * server is asked again after a wait that is capped, and an answer that did not change is taken from the cache. */
#include "import/cache.h"
#include "import/fetch.h"
#include "import/retry.h"

static bool is_redirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

static bool may_wait(const rtp_fetch *fetch, int64_t seconds)
{
    return fetch->waited + seconds <= RTP_WAITED_MOST;
}

static void wait(rtp_fetch *fetch, int64_t seconds, rtp_str reason)
{
    fetch->waited += seconds;
    fetch->transport->wait(fetch->transport->state, seconds, reason);
}

static bool complain_later(rtp_fetch *fetch, int64_t seconds)
{
    rtp_arena *arena = fetch->diags->arena;
    static const rtp_str usual =
        RTP_STR("run the command again then; fewer months with --since need fewer requests, and "
                "a token raises most limits");
    bool absurd = seconds > 366 * 86400;
    rtp_str when = absurd ? rtp_lit("asks to wait more than a year")
                   : seconds <= RTP_WAIT_MOST
                       ? rtp_lit("keeps limiting how often it may be asked")
                       : rtp_arena_format(arena, "asks to wait %lld minutes", (long long)((seconds + 59) / 60));
    return rtp_fetch_complain(
        fetch, (rtp_diag){.code = "I0005",
                          .message = rtp_arena_format(arena, "the service %.*s", RTP_FMT(when)),
                          .hint = absurd ? rtp_lit("check the address; no service means such a time") : usual});
}

/* Waits where the verdict says so, and there is time left to. */
static bool wait_and_repeat(rtp_fetch *fetch, rtp_verdict verdict, int status)
{
    if (verdict.kind != RTP_VERDICT_AGAIN || !may_wait(fetch, verdict.wait)) {
        return false;
    }
    wait(fetch, verdict.wait,
         status == 0                      ? rtp_lit("the connection was lost")
         : status == 429 || status == 403 ? rtp_lit("the service limits how often it may be asked")
                                          : rtp_lit("the service has trouble"));
    return true;
}

/* Asks until there is an answer that is worth a look: a 2xx or 3xx. */
static bool ask(rtp_fetch *fetch, const rtp_call *call, rtp_answer *answer)
{
    for (int tries = 1;; tries++) {
        if (fetch->pause > 0 && may_wait(fetch, fetch->pause)) {
            wait(fetch, fetch->pause, rtp_lit("the service limits how often it may be asked"));
        }
        fetch->pause = 0;
        *answer = (rtp_answer){.head = rtp_head_make()};
        fetch->transport->exchange(fetch->transport->state, call, fetch->scratch, answer);
        int64_t now = fetch->transport->now(fetch->transport->state);
        bool again = answer->fault == RTP_FAULT_LOST || answer->fault == RTP_FAULT_CONNECT;
        if (answer->fault != RTP_FAULT_NONE && !again) {
            return rtp_fetch_complain_fault(fetch, answer->fault);
        }
        rtp_verdict verdict =
            again ? rtp_retry_failed(tries) : rtp_retry_judge(answer->status, &answer->head, tries, now);
        if (verdict.kind == RTP_VERDICT_TAKE) {
            fetch->pause = rtp_retry_pause(&answer->head, now);
            return true;
        }
        if (verdict.kind == RTP_VERDICT_LATER ||
            (verdict.kind == RTP_VERDICT_AGAIN && !may_wait(fetch, verdict.wait))) {
            return complain_later(fetch, verdict.wait);
        }
        if (!wait_and_repeat(fetch, verdict, answer->status)) {
            return again ? rtp_fetch_complain_fault(fetch, answer->fault)
                         : rtp_fetch_complain_status(fetch, answer->status);
        }
    }
}

static bool complain_redirect(rtp_fetch *fetch, const char *why)
{
    return rtp_fetch_complain(
        fetch,
        (rtp_diag){.code = "I0010",
                   .message = rtp_arena_format(fetch->diags->arena, "a redirect was not followed, since %s", why),
                   .hint = rtp_lit("check the address; when the service has moved, give its new address yourself")});
}

/* Where a redirect leads, when that is within the origin. */
static bool follow(rtp_fetch *fetch, const rtp_answer *answer, rtp_str *url)
{
    rtp_url from, to;
    if (!answer->head.location.ptr) {
        return complain_redirect(fetch, "it leads nowhere");
    }
    if (rtp_url_read(*url, &from) || rtp_url_join(&from, answer->head.location, fetch->scratch, &to)) {
        return complain_redirect(fetch, "it leads to what is not a safe address");
    }
    if (!rtp_url_same_origin(&fetch->home, &to)) {
        return complain_redirect(fetch, "it leads to another server, and your token belongs to this one");
    }
    *url = to.text;
    return true;
}

static bool take_redirects(rtp_fetch *fetch, rtp_call *call, rtp_answer *answer)
{
    for (int hops = 0; ask(fetch, call, answer); hops++) {
        if (!is_redirect(answer->status)) {
            return true;
        }
        if (hops == RTP_HOPS_MOST) {
            return complain_redirect(fetch, "there were three before it");
        }
        if (!follow(fetch, answer, &call->url)) {
            return false;
        }
    }
    return false;
}

bool rtp_fetch_answer(rtp_fetch *fetch, const rtp_request *request, rtp_answer *answer)
{
    rtp_url url;
    if (rtp_url_read(request->url, &url) || !rtp_url_same_origin(&fetch->home, &url)) {
        return complain_redirect(fetch, "it leads to another server, and your token belongs to this one");
    }
    rtp_call call = {request->method, request->url, request->body, fetch->headers, {NULL, 0}};
    rtp_cached kept = {0};
    bool known = rtp_cache_find(fetch->cache, &call, fetch->scratch, &kept);
    call.etag = kept.etag;
    if (!take_redirects(fetch, &call, answer)) {
        return false;
    }
    if (known && answer->status == 304) {
        answer->head.json = true;
        answer->head.etag = (rtp_str){NULL, 0}; /* kept already */
        answer->head.next = kept.next;
        answer->head.total = kept.total;
        answer->body = kept.body;
        return true;
    }
    return answer->status == 200 || rtp_fetch_complain_status(fetch, answer->status);
}
