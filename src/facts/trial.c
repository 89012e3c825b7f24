/* Lays the pilot out week by week and draws the order of weeks that take turns. The lot depends on the
 * seed alone, so that anybody who has the seed finds the same order. */
#include "facts/trial.h"

enum {
    WEEK = 7,
    DEFAULT_WEEKS = 12,
    DEFAULT_TRIAL_DAYS = 30,
    WEEKS_MOST = 520,
    DESIGN_ALTERNATING = 2 /* of rtp_words_design, + 1 */
};

/* ---- the lot ---- */

static void lot_step(rtp_lot *lot)
{
    lot->number = lot->number * RTP_LOT_FACTOR % RTP_LOT_DIVISOR;
}

rtp_lot rtp_lot_make(int32_t seed)
{
    rtp_lot lot = {(uint64_t)seed};
    for (int i = 0; i < RTP_LOT_LEFT_OUT; i++) {
        lot_step(&lot);
    }
    return lot;
}

bool rtp_lot_draw(rtp_lot *lot)
{
    lot_step(lot);
    return lot->number % 2 == 1;
}

/* FNV-1a with 64 bits, folded. */
int32_t rtp_seed_of(rtp_str text)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < text.len; i++) {
        hash = (hash ^ (unsigned char)text.ptr[i]) * UINT64_C(1099511628211);
    }
    return (int32_t)(1 + (hash ^ hash >> 32) % RTP_SEED_MOST);
}

/* ---- the weeks ---- */

size_t rtp_schedule_most(const rtp_profile *profile)
{
    const rtp_pilot *pilot = &profile->pilot;
    size_t weeks = pilot->weeks.known ? (size_t)pilot->weeks.value : DEFAULT_WEEKS;
    size_t days = pilot->trial_days.known ? (size_t)pilot->trial_days.value : DEFAULT_TRIAL_DAYS;
    size_t trial = (days + WEEK - 1) / WEEK, dated = 0;
    if (pilot->review != RTP_DATE_UNKNOWN && pilot->start != RTP_DATE_UNKNOWN && pilot->review > pilot->start) {
        dated = ((size_t)(pilot->review - pilot->start) + WEEK - 1) / WEEK;
    }
    size_t most = weeks > trial ? weeks : trial;
    most = dated > most ? dated : most;
    return most < WEEKS_MOST ? most : WEEKS_MOST;
}

static int32_t seed_for(const rtp_profile *profile)
{
    rtp_count recorded = profile->pilot.plan.seed;
    return recorded.known ? recorded.value : rtp_seed_of(profile->written);
}

/* A week left over at the end is in no pair and follows the pattern asked for. */
static void draw_turns(rtp_schedule *schedule)
{
    rtp_lot lot = rtp_lot_make(schedule->seed);
    for (size_t i = 0; i < schedule->pairs; i++) {
        bool home_first = rtp_lot_draw(&lot);
        schedule->weeks[2 * i].home = home_first;
        schedule->weeks[2 * i + 1].home = !home_first;
        schedule->weeks[2 * i].pair = schedule->weeks[2 * i + 1].pair = i + 1;
    }
}

/* Weeks may have been swapped by hand since they were drawn; what was recorded goes before the lot, as long as it
 * speaks of the same weeks. */
static void follow_record(const rtp_plan *plan, rtp_schedule *schedule)
{
    bool same = plan->calendar.len == schedule->len;
    for (size_t i = 0; i < schedule->len && same; i++) {
        same = rtp_item(&plan->calendar, rtp_plan_week, i)->week == schedule->weeks[i].from;
    }
    for (size_t i = 0; i < schedule->len && same; i++) {
        schedule->weeks[i].home = rtp_item(&plan->calendar, rtp_plan_week, i)->at == RTP_BEST_HOME;
    }
}

static void lay_out(rtp_derive *from, rtp_schedule *schedule)
{
    rtp_window window = rtp_pilot_window(from);
    size_t most = rtp_schedule_most(from->profile), weeks = (window.days + WEEK - 1) / WEEK;
    if (window.start == RTP_DATE_UNKNOWN || weeks > most) {
        return;
    }
    rtp_date end = rtp_date_after(window.start, (int64_t)window.days - 1);
    if (end == RTP_DATE_UNKNOWN) {
        return;
    }
    schedule->weeks = RTP_NEW_ARRAY(from->arena, rtp_trial_week, weeks);
    schedule->len = weeks;
    for (size_t i = 0; i < weeks; i++) {
        rtp_date first = rtp_date_after(window.start, (int64_t)(i * WEEK));
        rtp_date last = first + WEEK - 1;
        schedule->weeks[i] = (rtp_trial_week){.from = first, .to = last < end ? last : end, .home = true};
    }
}

const rtp_schedule *rtp_schedule_derive(rtp_derive *from)
{
    if (!from->schedule) {
        rtp_schedule *schedule = RTP_NEW(from->arena, rtp_schedule);
        const rtp_pilot *pilot = &from->profile->pilot;
        schedule->seed = seed_for(from->profile);
        schedule->alternating = pilot->design == DESIGN_ALTERNATING && rtp_strategy_choose(from) == RTP_PUSH_BACK;
        lay_out(from, schedule);
        if (schedule->alternating) {
            schedule->pairs = schedule->len / 2;
            draw_turns(schedule);
        }
        follow_record(&pilot->plan, schedule);
        from->schedule = schedule;
    }
    return from->schedule;
}
