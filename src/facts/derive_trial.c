/* Facts about the trial's weeks: the design, the lot, and each week with its pattern. What nobody wrote
 * down is proposed or drawn, and says so. */
#include "facts/trial.h"
#include "facts/value.h"
#include "facts/wording.h"

static const rtp_plan *plan_of(const rtp_site *at)
{
    return &at->from->profile->pilot.plan;
}

/* ---- the design and the lot ---- */

static rtp_value trial_design(const rtp_site *at)
{
    rtp_value given = rtp_read_word(at);
    bool earns = rtp_strategy_choose(at->from) == RTP_EARN_BACK;
    return given.known && !earns ? given
                                 : proposed(text_value(at, rtp_word(&rtp_words_design, 1)),
                                            rtp_lit("before and after, unless the profile says otherwise"));
}

static rtp_value trial_seed(const rtp_site *at)
{
    const rtp_schedule *schedule = rtp_schedule_derive(at->from);
    if (schedule->pairs == 0) {
        return unknown_value(at);
    }
    rtp_value value = text_value(at, rtp_arena_format(at->from->arena, "%d", (int)schedule->seed));
    return plan_of(at)->seed.known
               ? found_at(value, "/pilot/x-plan/seed", 0)
               : computed(found_at(value, NULL, 0), rtp_lit("a number made from the profile's text"));
}

static rtp_value trial_draw(const rtp_site *at)
{
    if (rtp_schedule_derive(at->from)->pairs == 0) {
        return unknown_value(at);
    }
    rtp_str text =
        rtp_arena_format(at->from->arena, "times %d, keep the remainder by %d, and so on; the first %d left out",
                         RTP_LOT_FACTOR, RTP_LOT_DIVISOR, RTP_LOT_LEFT_OUT);
    return computed(text_value(at, text), rtp_lit("a minimal standard generator"));
}

static rtp_value trial_home_first(const rtp_site *at)
{
    static const rtp_str words[] = {RTP_STR("office"), RTP_STR("home")};
    const rtp_schedule *schedule = rtp_schedule_derive(at->from);
    rtp_str *order = RTP_NEW_ARRAY(at->from->arena, rtp_str, schedule->pairs);
    for (size_t i = 0; i < schedule->pairs; i++) {
        order[i] = words[schedule->weeks[2 * i].home];
    }
    return computed(list_value(at, (rtp_texts){order, schedule->pairs}), rtp_lit("drawn from the seed"));
}

static rtp_value counted(const rtp_site *at, size_t n, rtp_str formula)
{
    return n > 0 ? computed(whole_value(at, (int64_t)n), formula) : unknown_value(at);
}

static rtp_value trial_pairs(const rtp_site *at)
{
    return counted(at, rtp_schedule_derive(at->from)->pairs, rtp_lit("half of the weeks, rounded down"));
}

static size_t home_weeks(const rtp_schedule *schedule)
{
    size_t n = 0;
    for (size_t i = 0; i < schedule->len; i++) {
        n += schedule->weeks[i].home;
    }
    return n;
}

static rtp_value trial_home_weeks(const rtp_site *at)
{
    return counted(at, home_weeks(rtp_schedule_derive(at->from)), rtp_lit("weeks of the pattern asked for"));
}

static rtp_value trial_office_weeks(const rtp_site *at)
{
    const rtp_schedule *schedule = rtp_schedule_derive(at->from);
    return counted(at, schedule->len - home_weeks(schedule), rtp_lit("weeks of the office's pattern"));
}

static rtp_value trial_spare(const rtp_site *at)
{
    const rtp_schedule *schedule = rtp_schedule_derive(at->from);
    bool turns = schedule->alternating && schedule->len > 0;
    return turns ? computed(flag_value(at, schedule->len % 2 == 1), rtp_lit("whether the number of weeks is odd"))
                 : unknown_value(at);
}

static const rtp_row trial_rows[] = {
    FACT("trial.design", RTP_WORD, "What the trial compares, as given or proposed.", COMPUTED(trial_design),
         AT(rtp_profile, pilot.design, "/pilot/design"), WORDS(design)),
    FACT("trial.seed", RTP_TEXT, "The number that the order of weeks is drawn from.", COMPUTED(trial_seed)),
    FACT("trial.draw", RTP_TEXT, "How numbers are drawn from the seed.", COMPUTED(trial_draw)),
    FACT("trial.order", RTP_LIST, "Which week comes first in each pair: home or office.", COMPUTED(trial_home_first)),
    QUANTITY("trial.pairs", "", "How many pairs of weeks there are.", COMPUTED(trial_pairs)),
    QUANTITY("trial.home_weeks", "weeks", "How many weeks follow the pattern asked for.", COMPUTED(trial_home_weeks)),
    QUANTITY("trial.office_weeks", "weeks", "How many weeks follow the office's pattern.",
             COMPUTED(trial_office_weeks)),
    FACT("trial.spare", RTP_FLAG, "Whether a week is left over that belongs to no pair.", COMPUTED(trial_spare)),
    FACT("trial.recorded", RTP_DATE, "The day on which the terms were recorded.", .read = rtp_read_date,
         AT(rtp_profile, pilot.plan.recorded, "/pilot/x-plan/recorded")),
};

TOPIC(trial, RTP_ONCE, trial_rows);

/* ---- each week ---- */

static const rtp_trial_week *week_at(const rtp_site *at)
{
    const rtp_schedule *schedule = rtp_schedule_derive(at->from);
    return at->item < schedule->len ? &schedule->weeks[at->item] : NULL;
}

static rtp_value week_position(const rtp_site *at)
{
    return week_at(at) ? computed(whole_value(at, (int64_t)at->item + 1), rtp_lit("counted from the start"))
                       : unknown_value(at);
}

static rtp_value week_from(const rtp_site *at)
{
    const rtp_trial_week *week = week_at(at);
    return week ? computed(date_value(at, week->from), rtp_lit("whole weeks after the start")) : unknown_value(at);
}

static rtp_value week_to(const rtp_site *at)
{
    const rtp_trial_week *week = week_at(at);
    return week ? computed(date_value(at, week->to), rtp_lit("the last day of the week, or of the pilot"))
                : unknown_value(at);
}

static rtp_value week_place(const rtp_site *at)
{
    const rtp_trial_week *week = week_at(at);
    if (!week) {
        return unknown_value(at);
    }
    rtp_str word = rtp_word(&rtp_words_place, week->home ? RTP_BEST_HOME : RTP_BEST_OFFICE);
    return computed(text_value(at, word),
                    week->pair ? rtp_lit("drawn from the seed") : rtp_lit("the pattern asked for"));
}

static rtp_value week_pair(const rtp_site *at)
{
    const rtp_trial_week *week = week_at(at);
    return counted(at, week ? week->pair : 0, rtp_lit("two weeks a pair"));
}

static const rtp_row week_rows[] = {
    QUANTITY("week.position", "", "The number of the week, from one.", COMPUTED(week_position)),
    FACT("week.from", RTP_DATE, "Its first day.", COMPUTED(week_from)),
    FACT("week.to", RTP_DATE, "Its last day.", COMPUTED(week_to)),
    FACT("week.at", RTP_WORD, "Whether it follows the pattern with days at home, or the office's.",
         COMPUTED(week_place), WORDS(place)),
    QUANTITY("week.pair", "", "The number of its pair, where weeks take turns.", COMPUTED(week_pair)),
};

TOPIC(weeks, RTP_WEEKS, week_rows);
