/* Facts about all results together: the strongest word that they honestly allow, and what there is
 * to show when no number can be compared. */
#include "facts/summary.h"
#include "facts/value.h"

typedef struct tally {
    size_t claims[RTP_CLAIM_NOT_TESTABLE + 1];
    bool must_show_worse;
} tally;

static tally count_claims(rtp_derive *from)
{
    tally counted = {{0}, false};
    for (size_t i = 0; i < from->profile->history.metrics.len; i++) {
        const rtp_metric_summary *metric = rtp_metric_summarise(from, i);
        counted.claims[metric->claim]++;
        counted.must_show_worse |= metric->claim == RTP_CLAIM_WORSE && rtp_metric_must_show(metric);
    }
    return counted;
}

/* ---- the claim ---- */

static const rtp_str claim_items[] = {
    RTP_STR("better"),       RTP_STR("no_worse"),  RTP_STR("mixed"),        RTP_STR("worse"),
    RTP_STR("inconclusive"), RTP_STR("anecdotal"), RTP_STR("not_testable"), RTP_STR("none"),
};
static const rtp_texts rtp_words_results = {claim_items, RTP_COUNT(claim_items)};
enum { BETTER, NO_WORSE, MIXED, WORSE, INCONCLUSIVE, ANECDOTAL, NOT_TESTABLE, NONE };

static bool lead_is_better(rtp_derive *from)
{
    ptrdiff_t lead = rtp_metric_lead(from);
    return lead >= 0 && rtp_metric_summarise(from, (size_t)lead)->claim == RTP_CLAIM_BETTER;
}

static int overall(rtp_derive *from)
{
    tally counted = count_claims(from);
    bool better = counted.claims[RTP_CLAIM_BETTER] > 0, worse = counted.claims[RTP_CLAIM_WORSE] > 0;
    const struct {
        bool holds;
        int claim;
    } claims[] = {
        {lead_is_better(from) && !counted.must_show_worse, BETTER},
        {better && worse, MIXED},
        {worse, WORSE},
        {better || counted.claims[RTP_CLAIM_NO_WORSE] > 0, NO_WORSE},
        {counted.claims[RTP_CLAIM_INCONCLUSIVE] > 0, INCONCLUSIVE},
        {counted.claims[RTP_CLAIM_ANECDOTAL] > 0, ANECDOTAL},
        {counted.claims[RTP_CLAIM_NOT_TESTABLE] > 0, NOT_TESTABLE},
        {true, NONE},
    };
    size_t i = 0;
    while (!claims[i].holds) {
        i++;
    }
    return claims[i].claim;
}

static rtp_value at_metrics(const rtp_site *at, rtp_value value, rtp_str formula)
{
    value.origin.pointer = at->from->profile->history.metrics.len > 0 ? "/history/metrics" : NULL;
    return computed(value, formula);
}

static rtp_value results_claim(const rtp_site *at)
{
    return at_metrics(at, text_value(at, claim_items[overall(at->from)]),
                      rtp_lit("better: the metric to lead with got better and none that must be shown got worse; "
                              "mixed: one better, one worse"));
}

static rtp_value metrics_none(const rtp_site *at)
{
    return at_metrics(at, flag_value(at, at->from->profile->history.metrics.len == 0),
                      rtp_lit("whether no metric is given"));
}

/* ---- without numbers ---- */

static bool has_dated_work(const rtp_derive *from)
{
    const rtp_objects *works = &from->profile->deliverables;
    bool found = false;
    for (size_t i = 0; i < works->len && !found; i++) {
        found = rtp_item(works, rtp_deliverable, i)->done != RTP_DATE_UNKNOWN;
    }
    return found;
}

static rtp_value qualitative(const rtp_site *at)
{
    bool numbers = overall(at->from) < ANECDOTAL;
    bool exhibits = has_dated_work(at->from) || at->from->profile->history.reviews.len > 0;
    return computed(flag_value(at, !numbers && exhibits),
                    rtp_lit("no metric can be compared, and there is dated work or a review"));
}

#define REVIEW(read, member) MEMBER(read, rtp_review, member, "/history/reviews/#/" #member), SUBJECT(REMOTE_REVIEW)
#define AWAY                 "the last review of time away from the office"

static const rtp_row results_rows[] = {
    FACT("results.claim", RTP_WORD, "The strongest word that your metrics together honestly allow.",
         COMPUTED(results_claim), WORDS(results)),
    FACT("results.qualitative", RTP_FLAG, "Whether dated work and reviews have to stand in for numbers.",
         COMPUTED(qualitative)),
    FACT("metrics.none", RTP_FLAG, "Whether you gave no metric.", COMPUTED(metrics_none)),
    FACT("review_remote.date", RTP_DATE, "The day of " AWAY ".", REVIEW(date, date)),
    FACT("review_remote.mode", RTP_WORD, "Where you worked in " AWAY ".", REVIEW(word, mode), WORDS(mode)),
    FACT("review_remote.rating", RTP_TEXT, "The rating in " AWAY ".", REVIEW(text, rating)),
    FACT("review_remote.said", RTP_TEXT, "What the reviewer said in " AWAY ".", REVIEW(text, said)),
    FACT("review_remote.by", RTP_TEXT, "Who wrote " AWAY ".", REVIEW(text, by)),
};

TOPIC(results, RTP_ONCE, results_rows);
