/* Facts about what the person needs for good work, which is shareable, and what they would like
 * besides, which is private. */
#include "facts/value.h"

#define NEED(member) MEMBER(text, rtp_need, member, "/needs/#/" #member)

static const rtp_row need_rows[] = {
    FACT("need.need", RTP_TEXT, "Something you need to do your best work.", NEED(need)),
    FACT("need.why", RTP_TEXT, "Why you need it.", NEED(why)),
    FACT("need.expectation", RTP_TEXT, "The expectation it helps to meet.", NEED(expectation)),
    QUANTITY("need.position", "", "The place of this need in your list, from one.", COMPUTED(rtp_read_position),
             FROM("/needs/#")),
};

TOPIC(needs, RTP_NEEDS, need_rows);

static const rtp_row needs_once_rows[] = {
    QUANTITY("needs.count", "needs", "How many needs you listed.", MEMBER(size, rtp_profile, needs, "/needs")),
    FACT("wants.list", RTP_LIST, "What you would like besides what you need.", PRIVATE,
         MEMBER(texts, rtp_profile, wants, "/wants")),
    QUANTITY("wants.count", "wants", "How many wants you listed.", PRIVATE,
             MEMBER(length, rtp_profile, wants, "/wants")),
};

TOPIC(needs_once, RTP_ONCE, needs_once_rows);
