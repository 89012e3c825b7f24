/* Facts that only the person may read, and the jurisdiction, which no rule reads yet. A point that
 * touches one of the private facts is private, whoever writes it. */
#include "facts/value.h"

static rtp_value private_any(const rtp_site *at)
{
    const rtp_private *personal = &at->from->profile->personal;
    bool any = personal->floor.office_days.known || personal->alternatives.len > 0 || personal->hired_as > 0 ||
               personal->rating > 0 || personal->layoff_signals != RTP_FLAG_UNKNOWN || personal->reasons.len > 0 ||
               personal->allies.len > 0 || personal->notes.len > 0;
    rtp_value value = flag_value(at, any);
    value.origin.pointer = any ? at->row->pointer : NULL;
    return computed(value, any ? rtp_lit("something is said in private") : rtp_lit("none given"));
}

#define PERSONAL(read, member) PRIVATE, MEMBER(read, rtp_profile, personal.member, "/private/" #member)

static const rtp_row private_rows[] = {
    QUANTITY("private.floor_days", "days", "The most office days a week you would accept.", PRIVATE,
             MEMBER(count, rtp_profile, personal.floor.office_days, "/private/floor/office_days")),
    FACT("private.alternatives", RTP_LIST, "What you would do otherwise.", PERSONAL(texts, alternatives)),
    FACT("private.hired_as", RTP_WORD, "How you were hired to work.", PERSONAL(word, hired_as), WORDS(mode)),
    FACT("private.rating", RTP_WORD, "How you were rated last.", PERSONAL(word, rating), WORDS(rating)),
    FACT("private.layoff_signals", RTP_FLAG, "Whether there are signs of layoffs.", PERSONAL(flag, layoff_signals)),
    FACT("private.reasons", RTP_LIST, "Your personal reasons.", PERSONAL(texts, reasons)),
    FACT("private.allies", RTP_LIST, "Who would support you.", PERSONAL(texts, allies)),
    FACT("private.notes", RTP_LIST, "Your notes to yourself.", PERSONAL(texts, notes)),
    FACT("private.any", RTP_FLAG, "Whether you said anything in private.", PRIVATE, COMPUTED(private_any),
         FROM("/private")),
    FACT("jurisdiction.country", RTP_TEXT, "The country whose law applies.", STEERING,
         MEMBER(text, rtp_profile, jurisdiction.country, "/jurisdiction/country")),
    FACT("jurisdiction.region", RTP_TEXT, "The region whose law applies.", STEERING,
         MEMBER(text, rtp_profile, jurisdiction.region, "/jurisdiction/region")),
};

TOPIC(private, RTP_ONCE, private_rows);
