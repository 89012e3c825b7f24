/* Lengths that documents propose without asking the profile. They are facts, since a shareable
 * phrase may hold no number of its own. */
#include "facts/value.h"

enum { MEETING_MINUTES = 20, CHECK_WEEKS = 4, COMMENT_HOURS = 24 };

static rtp_value meeting_minutes(const rtp_site *at)
{
    return proposed(whole_value(at, MEETING_MINUTES), rtp_lit("long enough for one decision"));
}

static rtp_value check_weeks(const rtp_site *at)
{
    return proposed(whole_value(at, CHECK_WEEKS), rtp_lit("early enough to change course"));
}

static rtp_value comment_hours(const rtp_site *at)
{
    return proposed(whole_value(at, COMMENT_HOURS), rtp_lit("time for everyone to read and answer in writing"));
}

static const rtp_row default_rows[] = {
    QUANTITY("default.meeting_minutes", "minutes", "How long a meeting to ask for.", COMPUTED(meeting_minutes)),
    QUANTITY("default.check_weeks", "weeks", "How many weeks until a first look.", COMPUTED(check_weeks)),
    QUANTITY("default.comment_hours", "hours", "How many hours a written note is open for comments.",
             COMPUTED(comment_hours)),
};

TOPIC(defaults, RTP_ONCE, default_rows);
