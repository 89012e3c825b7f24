/* Judges an answer by its status and what its head says of time. A reset in the past or beyond reason is
 * no reason to wait: recordings of real answers carry one in milliseconds. */
#include "import/retry.h"

static bool is_busy(int status)
{
    return status == 429 || status == 500 || status == 502 || status == 503 || status == 504;
}

/* Some services say 403 when a limit is used up. */
static bool is_limited(int status, const rtp_head *head)
{
    bool told = head->retry_after >= 0 || head->retry_at >= 0 || head->remaining == 0;
    return status == 429 || (status == 403 && told);
}

static int64_t backoff(int tries)
{
    return INT64_C(1) << (tries < 6 ? tries - 1 : 5);
}

static int64_t least_one(int64_t seconds)
{
    return seconds > 0 ? seconds : 1;
}

/* What the server asks for: the longer of its word and our own backoff. */
static int64_t wait_for(const rtp_head *head, int tries, int64_t now)
{
    int64_t asked = 0;
    if (head->retry_after >= 0) {
        asked = head->retry_after;
    } else if (head->retry_at >= 0) {
        asked = head->retry_at - now;
    } else if (head->remaining == 0 && head->reset_at >= 0) {
        asked = head->reset_at - now + 1;
    }
    int64_t own = backoff(tries);
    return least_one(asked > own ? asked : own);
}

rtp_verdict rtp_retry_judge(int status, const rtp_head *head, int tries, int64_t now)
{
    if (status >= 200 && status < 400) {
        return (rtp_verdict){.kind = RTP_VERDICT_TAKE};
    }
    bool limited = is_limited(status, head);
    if (!limited && !is_busy(status)) {
        return (rtp_verdict){.kind = RTP_VERDICT_REFUSED};
    }
    int64_t wait = wait_for(head, tries, now);
    if (wait > RTP_WAIT_MOST || (tries >= RTP_TRIES_MOST && limited)) {
        return (rtp_verdict){.kind = RTP_VERDICT_LATER, .wait = wait};
    }
    return (rtp_verdict){.kind = tries < RTP_TRIES_MOST ? RTP_VERDICT_AGAIN : RTP_VERDICT_REFUSED, .wait = wait};
}

rtp_verdict rtp_retry_failed(int tries)
{
    return (rtp_verdict){.kind = tries < RTP_TRIES_MOST ? RTP_VERDICT_AGAIN : RTP_VERDICT_REFUSED,
                         .wait = backoff(tries)};
}

int64_t rtp_retry_pause(const rtp_head *head, int64_t now)
{
    int64_t wait = head->remaining == 0 && head->reset_at >= 0 ? head->reset_at - now + 1 : 0;
    return wait > 0 && wait <= RTP_WAIT_MOST ? wait : 0;
}
