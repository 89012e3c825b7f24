/* Values of a review as facts: what the topics of a review share. */
#ifndef RTOPITCH_FACTS_REVIEW_VALUE_H
#define RTOPITCH_FACTS_REVIEW_VALUE_H

#include "facts/review.h"
#include "facts/value.h"

extern const rtp_texts rtp_words_outcome, rtp_words_baseline, rtp_words_reason, rtp_words_side, rtp_words_limit,
    rtp_words_omission;

enum { RTP_SIDE_OFFICE, RTP_SIDE_HOME }; /* of a comparison */

const rtp_judgement *rtp_judged(const rtp_site *at); /* NULL without results */
/* Values that are computed, with the formula; unknown without results. */
rtp_value rtp_judged_word(const rtp_site *at, int word, rtp_str formula);
rtp_value rtp_judged_flag(const rtp_site *at, bool flag, rtp_str formula);

/* Of one measure, which may be absent. */
bool rtp_judged_sides(const rtp_review_metric *metric); /* both have values */
rtp_value rtp_judged_verdict(const rtp_site *at, const rtp_review_metric *metric);
rtp_value rtp_judged_count(const rtp_site *at, const rtp_review_metric *metric, int side);
rtp_value rtp_judged_median(const rtp_site *at, const rtp_review_metric *metric, int side, rtp_str formula);
rtp_value rtp_judged_change(const rtp_site *at, const rtp_review_metric *metric);
rtp_value rtp_judged_interval(const rtp_site *at, const rtp_review_metric *metric);

rtp_str rtp_judged_limit(const rtp_site *at, const rtp_review_limit *limit); /* "Escaped defects above 5" */

#endif
