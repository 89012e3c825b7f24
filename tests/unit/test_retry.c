/* floor: import */
/* When to ask again and how long to wait, with the time given. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "import/retry.h"

enum { NOW = 1800000000 };

static const struct row {
    const char *what;
    int status, tries;
    int64_t after, at, remaining, reset;
    rtp_verdict_kind kind;
    int64_t wait;
} rows[] = {
    {"good", 200, 1, -1, -1, -1, -1, RTP_VERDICT_TAKE, 0},
    {"good, and the last one", 200, 1, -1, -1, 0, NOW + 30, RTP_VERDICT_TAKE, 0},
    {"a redirect", 302, 1, -1, -1, -1, -1, RTP_VERDICT_TAKE, 0},
    {"not modified", 304, 1, -1, -1, -1, -1, RTP_VERDICT_TAKE, 0},
    {"not signed in", 401, 1, -1, -1, -1, -1, RTP_VERDICT_REFUSED, 0},
    {"forbidden", 403, 1, -1, -1, 12, NOW + 30, RTP_VERDICT_REFUSED, 0},
    {"not found, whatever it says of time", 404, 1, 5, -1, -1, -1, RTP_VERDICT_REFUSED, 0},
    {"no such status", 999, 1, -1, -1, -1, -1, RTP_VERDICT_REFUSED, 0},
    {"busy", 503, 1, -1, -1, -1, -1, RTP_VERDICT_AGAIN, 1},
    {"busy again", 503, 2, -1, -1, -1, -1, RTP_VERDICT_AGAIN, 2},
    {"busy the third time", 503, 3, -1, -1, -1, -1, RTP_VERDICT_REFUSED, 4},
    {"busy, and says for how long", 503, 1, 20, -1, -1, -1, RTP_VERDICT_AGAIN, 20},
    {"bad gateway", 502, 1, -1, -1, -1, -1, RTP_VERDICT_AGAIN, 1},
    {"gateway timed out", 504, 1, -1, -1, -1, -1, RTP_VERDICT_AGAIN, 1},
    {"limited", 429, 1, 7, -1, -1, -1, RTP_VERDICT_AGAIN, 7},
    {"limited, but not for long enough", 429, 2, 0, -1, -1, -1, RTP_VERDICT_AGAIN, 2},
    {"limited, and not a word", 429, 1, -1, -1, -1, -1, RTP_VERDICT_AGAIN, 1},
    {"limited for just a minute", 429, 1, 60, -1, -1, -1, RTP_VERDICT_AGAIN, 60},
    {"limited for more", 429, 1, 61, -1, -1, -1, RTP_VERDICT_LATER, 61},
    {"limited for ages", 429, 1, INT64_C(1) << 52, -1, -1, -1, RTP_VERDICT_LATER, INT64_C(1) << 52},
    {"limited for ever", 429, 3, 0, -1, -1, -1, RTP_VERDICT_LATER, 4},
    {"until a time", 429, 1, -1, NOW + 9, -1, -1, RTP_VERDICT_AGAIN, 9},
    {"until a time that is over", 429, 1, -1, NOW - 9, -1, -1, RTP_VERDICT_AGAIN, 1},
    {"until a far time", 429, 1, -1, NOW + 3600, -1, -1, RTP_VERDICT_LATER, 3600},
    {"used up", 403, 1, -1, -1, 0, NOW + 10, RTP_VERDICT_AGAIN, 11},
    {"used up until a time that is over", 403, 1, -1, -1, 0, NOW - 10, RTP_VERDICT_AGAIN, 1},
    {"used up for an hour", 403, 1, -1, -1, 0, NOW + 3600, RTP_VERDICT_LATER, 3601},
    {"in milliseconds, as recorded", 403, 1, -1, -1, 0, INT64_C(1507651200000), RTP_VERDICT_LATER,
     INT64_C(1507651200000) - NOW + 1},
    {"what it says counts more than the limit", 403, 1, 3, -1, 0, NOW + 3600, RTP_VERDICT_AGAIN, 3},
};

static void test_judge(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        const struct row *row = &rows[i];
        rtp_head head = rtp_head_make();
        head.retry_after = row->after;
        head.retry_at = row->at;
        head.remaining = row->remaining;
        head.reset_at = row->reset;
        rtp_verdict verdict = rtp_retry_judge(row->status, &head, row->tries, NOW);
        if (verdict.kind != row->kind || verdict.wait != row->wait) {
            fail_msg("%s: %d, %lld s", row->what, (int)verdict.kind, (long long)verdict.wait);
        }
    }
}

static void test_failed(void **state)
{
    (void)state;
    assert_int_equal(rtp_retry_failed(1).kind, RTP_VERDICT_AGAIN);
    assert_int_equal(rtp_retry_failed(1).wait, 1);
    assert_int_equal(rtp_retry_failed(2).wait, 2);
    assert_int_equal(rtp_retry_failed(3).kind, RTP_VERDICT_REFUSED);
}

static const struct pause_row {
    int64_t remaining, reset, wait;
} pauses[] = {
    {-1, -1, 0},      {5, NOW + 10, 0},  {0, -1, 0},       {0, NOW + 10, 11},
    {0, NOW - 10, 0}, {0, NOW + 59, 60}, {0, NOW + 60, 0}, {0, INT64_C(1507651200000), 0},
};

static void test_pause(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(pauses); i++) {
        rtp_head head = rtp_head_make();
        head.remaining = pauses[i].remaining;
        head.reset_at = pauses[i].reset;
        assert_int_equal(rtp_retry_pause(&head, NOW), pauses[i].wait);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_judge),
        cmocka_unit_test(test_failed),
        cmocka_unit_test(test_pause),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
