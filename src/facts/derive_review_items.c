/* Facts about each measure, limit, week and term of a review, for the rows of its tables and lists. */
#include "facts/review_value.h"
#include "facts/wording.h"

/* ---- each measure ---- */

static const rtp_review_metric *metric_at(const rtp_site *at)
{
    return &rtp_judged(at)->metrics[at->item];
}

static rtp_value outcome_name(const rtp_site *at)
{
    rtp_str name = metric_at(at)->result->name;
    return found_at(text_value(at, name), "/history/metrics/#/name", metric_at(at)->metric);
}

static rtp_value outcome_primary(const rtp_site *at)
{
    return rtp_judged_flag(at, metric_at(at)->primary, rtp_lit("whether it decides"));
}

static rtp_value outcome_verdict(const rtp_site *at)
{
    return rtp_judged_verdict(at, metric_at(at));
}

static rtp_value outcome_home_count(const rtp_site *at)
{
    return rtp_judged_count(at, metric_at(at), RTP_SIDE_HOME);
}

static rtp_value outcome_office_count(const rtp_site *at)
{
    return rtp_judged_count(at, metric_at(at), RTP_SIDE_OFFICE);
}

static rtp_value outcome_home_median(const rtp_site *at)
{
    return rtp_judged_median(at, metric_at(at), RTP_SIDE_HOME,
                             rtp_lit("median of the weeks with days at home, from the results"));
}

static rtp_value outcome_office_median(const rtp_site *at)
{
    return rtp_judged_median(at, metric_at(at), RTP_SIDE_OFFICE, rtp_lit("median of what they are held against"));
}

static rtp_value outcome_change(const rtp_site *at)
{
    return rtp_judged_change(at, metric_at(at));
}

static rtp_value outcome_interval(const rtp_site *at)
{
    return rtp_judged_interval(at, metric_at(at));
}

static const rtp_row outcome_rows[] = {
    FACT("outcome.name", RTP_TEXT, "The measure.", COMPUTED(outcome_name)),
    FACT("outcome.primary", RTP_FLAG, "Whether it decides.", COMPUTED(outcome_primary)),
    FACT("outcome.verdict", RTP_WORD, "What it says; without a margin unless it decides.", COMPUTED(outcome_verdict),
         WORDS(outcome)),
    QUANTITY("outcome.home_count", "", "Weeks at home that count.", COMPUTED(outcome_home_count)),
    QUANTITY("outcome.office_count", "", "Values on the other side.", COMPUTED(outcome_office_count)),
    FACT("outcome.home_median", RTP_TEXT, "Its median at home.", COMPUTED(outcome_home_median)),
    FACT("outcome.office_median", RTP_TEXT, "The median it is held against.", COMPUTED(outcome_office_median)),
    FACT("outcome.change", RTP_TEXT, "Its shift.", COMPUTED(outcome_change)),
    FACT("outcome.interval", RTP_TEXT, "The interval of the shift.", COMPUTED(outcome_interval)),
};

TOPIC(outcomes, RTP_OUTCOMES, outcome_rows);

/* ---- each limit ---- */

static const rtp_review_limit *limit_at(const rtp_site *at)
{
    return &rtp_judged(at)->limits[at->item];
}

static rtp_value limit_text(const rtp_site *at)
{
    return computed(text_value(at, rtp_judged_limit(at, limit_at(at))), rtp_lit("the limit in words"));
}

static rtp_value limit_state(const rtp_site *at)
{
    return rtp_judged_word(at, (int)limit_at(at)->state, rtp_lit("one value past it crosses it"));
}

static rtp_value limit_worst(const rtp_site *at)
{
    const rtp_review_limit *limit = limit_at(at);
    if (limit->n == 0 || limit->metric < 0) {
        return unknown_value(at);
    }
    rtp_str unit = rtp_item(&at->from->profile->history.metrics, rtp_metric, limit->metric)->unit;
    rtp_amount amount = {limit->worst, rtp_value_decimals(limit->worst), unit};
    return computed(text_value(at, rtp_amount_text(at->from->arena, amount)),
                    rtp_lit("the worst of the weeks with days at home, from the results"));
}

static rtp_value limit_week(const rtp_site *at)
{
    return computed(date_value(at, limit_at(at)->week), rtp_lit("the week of the worst value"));
}

static rtp_value limit_crossed(const rtp_site *at)
{
    return computed(whole_value(at, (int64_t)limit_at(at)->crossed), rtp_lit("values past the limit"));
}

static rtp_value limit_count(const rtp_site *at)
{
    return computed(whole_value(at, (int64_t)limit_at(at)->n), rtp_lit("values with days at home that count"));
}

static rtp_value limit_by_month(const rtp_site *at)
{
    return rtp_judged_flag(at, limit_at(at)->by_month, rtp_lit("agreed for a month, and the results are by the week"));
}

static const rtp_row limit_rows[] = {
    FACT("limit.text", RTP_TEXT, "The limit in words, such as \"Escaped defects above 5\".", COMPUTED(limit_text)),
    FACT("limit.state", RTP_WORD, "Whether it was kept.", COMPUTED(limit_state), WORDS(limit)),
    FACT("limit.worst", RTP_TEXT, "The worst value at home.", COMPUTED(limit_worst)),
    FACT("limit.week", RTP_DATE, "The week of that value.", COMPUTED(limit_week)),
    QUANTITY("limit.crossed", "", "How many values crossed it.", COMPUTED(limit_crossed)),
    QUANTITY("limit.count", "", "How many values there are.", COMPUTED(limit_count)),
    FACT("limit.by_month", RTP_FLAG, "Whether it was agreed for a month.", COMPUTED(limit_by_month)),
};

TOPIC(limits, RTP_LIMITS, limit_rows);

/* ---- weeks that do not count ---- */

static const rtp_omission *omission_at(const rtp_site *at)
{
    return &rtp_judged(at)->omissions[at->item];
}

static rtp_value omission_kind(const rtp_site *at)
{
    return rtp_judged_word(at, (int)omission_at(at)->kind, rtp_lit("the calendar against the results"));
}

static rtp_value omission_weeks(const rtp_site *at)
{
    enum { LISTED = 4 };
    const rtp_omission *omission = omission_at(at);
    rtp_arena *arena = at->from->arena;
    rtp_str texts[LISTED];
    for (size_t i = 0; i < omission->len && i < LISTED; i++) {
        texts[i] = rtp_date_long(arena, omission->weeks[i]);
    }
    rtp_value list = {.known = true, .type = RTP_LIST, .list = {texts, omission->len}};
    rtp_str last = rtp_date_long(arena, omission->weeks[omission->len - 1]);
    rtp_str text = omission->len <= LISTED ? rtp_value_text(&list, arena)
                                           : rtp_arena_join(arena, (rtp_str[]){texts[0], last}, 2, rtp_lit(" up to "));
    return computed(text_value(at, text), rtp_lit("first days of the weeks"));
}

static rtp_value omission_count(const rtp_site *at)
{
    return computed(whole_value(at, (int64_t)omission_at(at)->len), rtp_lit("how many weeks"));
}

static rtp_value omission_why(const rtp_site *at)
{
    return computed(text_value(at, omission_at(at)->why), rtp_lit("from the results"));
}

static const rtp_row omission_rows[] = {
    FACT("omission.kind", RTP_WORD, "Why these weeks do not count.", COMPUTED(omission_kind), WORDS(omission)),
    FACT("omission.weeks", RTP_TEXT, "The weeks, by their first days.", COMPUTED(omission_weeks)),
    QUANTITY("omission.count", "weeks", "How many there are.", COMPUTED(omission_count)),
    FACT("omission.why", RTP_TEXT, "The reason that was declared.", COMPUTED(omission_why)),
};

TOPIC(omissions, RTP_OMISSIONS, omission_rows);

/* ---- terms that were changed ---- */

static const rtp_changed_term *change_at(const rtp_site *at)
{
    return &rtp_judged(at)->changes[at->item];
}

static rtp_value change_term(const rtp_site *at)
{
    return computed(text_value(at, change_at(at)->term), rtp_lit("recorded terms against the profile"));
}

static rtp_value change_recorded(const rtp_site *at)
{
    return computed(text_value(at, change_at(at)->recorded), rtp_lit("as recorded"));
}

static rtp_value change_now(const rtp_site *at)
{
    return computed(found_at(text_value(at, change_at(at)->now), change_at(at)->pointer, 0),
                    rtp_lit("as the profile says now"));
}

static const rtp_row change_rows[] = {
    FACT("change.term", RTP_TEXT, "The term that was changed, such as \"the margin\".", COMPUTED(change_term)),
    FACT("change.recorded", RTP_TEXT, "What was recorded.", COMPUTED(change_recorded)),
    FACT("change.now", RTP_TEXT, "What the profile says now.", COMPUTED(change_now)),
};

TOPIC(changes, RTP_CHANGES, change_rows);
