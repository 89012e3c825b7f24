/* The same worry of the same person should stand once, since each entry becomes one answer. A worry
 * without "from" is the manager's. */
#include "profile/check.h"

enum { ABOUT_COUNT = 29, FROM_COUNT = 4 };

static int speaker_of(const rtp_concern *concern)
{
    return concern->from == RTP_FROM_UNKNOWN ? RTP_FROM_MANAGER : concern->from;
}

static void put_twice(const rtp_check *check, const rtp_concern *concern, size_t i, size_t first)
{
    rtp_str about = rtp_word(&rtp_words_concern, concern->about);
    rtp_str from = rtp_word(&rtp_words_from, speaker_of(concern));
    rtp_finding finding = {
        .code = "P0205",
        .pointer = rtp_check_say(check, "/concerns/%zu/about", i),
        .message = rtp_check_say(check, "\"%.*s\" from the %.*s is there twice", RTP_FMT(about), RTP_FMT(from)),
        .found = about,
        .hint = rtp_check_say(check, "put what was said into item %zu of \"concerns\"", first + 1),
    };
    rtp_check_put(check, finding);
}

void rtp_check_concerns(const rtp_check *check)
{
    const rtp_objects *concerns = &check->profile->concerns;
    size_t seen[ABOUT_COUNT][FROM_COUNT] = {{0}}; /* position from 1 of the first */
    for (size_t i = 0; i < concerns->len; i++) {
        const rtp_concern *concern = rtp_item(concerns, rtp_concern, i);
        if (concern->about <= 0 || concern->about >= ABOUT_COUNT) {
            continue;
        }
        size_t *first = &seen[concern->about][speaker_of(concern)];
        if (*first > 0) {
            put_twice(check, concern, i, *first - 1);
        }
        *first = *first > 0 ? *first : i + 1;
    }
}
