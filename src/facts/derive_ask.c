/* Facts about the ask and its ladder. Rungs that the profile leaves out are derived here, once, and
 * every value of a derived rung says that nobody gave it. */
#include "facts/value.h"

enum { WORKING_DAYS = 5 };

static const rtp_str weekdays[WORKING_DAYS] = {
    RTP_STR("Monday"), RTP_STR("Tuesday"), RTP_STR("Wednesday"), RTP_STR("Thursday"), RTP_STR("Friday"),
};

/* ---- the ladder ---- */

static rtp_step given_step(const char *name, rtp_rung rung)
{
    return (rtp_step){.name = name, .rung = rung};
}

static rtp_step proposed_step(const char *name, int32_t days)
{
    rtp_rung rung = {.known = true, .office_days = {true, days}};
    return (rtp_step){.name = name, .rung = rung, .proposed = true};
}

static bool may_propose(const rtp_ask *ask, const rtp_rung *rung)
{
    return !rung->known && ask->fixed != RTP_FLAG_YES;
}

static rtp_step starter_step(const rtp_profile *profile)
{
    const rtp_ask *ask = &profile->ask;
    rtp_step starter = given_step("starter", ask->starter);
    int32_t days = rtp_mandate_days(profile) - 1;
    bool above = days > ask->preferred.office_days.value;
    bool behind = !ask->acceptable.known || days >= ask->acceptable.office_days.value;
    return may_propose(ask, &ask->starter) && above && behind ? proposed_step("starter", days) : starter;
}

static rtp_step acceptable_step(const rtp_ask *ask, const rtp_rung *starter)
{
    rtp_step acceptable = given_step("acceptable", ask->acceptable);
    int32_t days = ask->preferred.office_days.value + 1;
    bool between = starter->known && days < starter->office_days.value;
    return may_propose(ask, &ask->acceptable) && between ? proposed_step("acceptable", days) : acceptable;
}

rtp_ladder rtp_ladder_derive(const rtp_profile *profile)
{
    rtp_step starter = starter_step(profile);
    const rtp_step steps[] = {
        given_step("preferred", profile->ask.preferred),
        acceptable_step(&profile->ask, &starter.rung),
        starter,
    };
    rtp_ladder ladder = {.len = 0};
    for (size_t i = 0; i < RTP_COUNT(steps); i++) {
        if (steps[i].rung.known) {
            ladder.steps[ladder.len++] = steps[i];
        }
    }
    return ladder;
}

ptrdiff_t rtp_ladder_smallest(rtp_derive *from)
{
    ptrdiff_t i = (ptrdiff_t)from->ladder.len - 1;
    while (i > 0 && from->ladder.steps[i].rung.office_days.value >= rtp_mandate_days(from->profile)) {
        i--;
    }
    return i;
}

/* ---- rungs ---- */

/* The value at `member` of the rung, or proposed with it; a proposed rung stands nowhere. */
static rtp_value of_rung(const rtp_site *at, rtp_value value, const char *member)
{
    const rtp_step *step = at->object;
    if (step->proposed) {
        return proposed(value, rtp_lit("a step between the ask and the mandate"));
    }
    if (!value.known) {
        return value;
    }
    rtp_str parts[] = {RTP_STR("/ask/"), rtp_str_from(step->name), rtp_str_from(member)};
    rtp_str pointer = rtp_arena_join(at->from->arena, parts, RTP_COUNT(parts), rtp_lit(""));
    return found_at(value, pointer.ptr, 0);
}

static rtp_value rung_name(const rtp_site *at)
{
    const rtp_step *step = at->object;
    return of_rung(at, text_value(at, rtp_str_from(step->name)), "");
}

static rtp_value rung_proposed(const rtp_site *at)
{
    const rtp_step *step = at->object;
    return computed(flag_value(at, step->proposed), rtp_lit("whether the profile leaves this step out"));
}

static rtp_value rung_smallest(const rtp_site *at)
{
    bool smallest = at->object == &at->from->ladder.steps[rtp_ladder_smallest(at->from)];
    return computed(flag_value(at, smallest), rtp_lit("the last step that asks for less than the mandate"));
}

/* A derived step may come to the same days as one that was given. */
static rtp_value rung_repeats(const rtp_site *at)
{
    const rtp_step *step = at->object;
    bool repeats = false;
    for (const rtp_step *before = at->from->ladder.steps; before < step; before++) {
        repeats = repeats || (step->proposed && before->rung.office_days.value == step->rung.office_days.value);
    }
    return computed(flag_value(at, repeats), rtp_lit("a derived step with as many office days as one before it"));
}

static rtp_value rung_office_days(const rtp_site *at)
{
    const rtp_step *step = at->object;
    return of_rung(at, whole_value(at, step->rung.office_days.value), "/office_days");
}

static rtp_value rung_home_days(const rtp_site *at)
{
    const rtp_step *step = at->object;
    rtp_value value = of_rung(at, whole_value(at, WORKING_DAYS - step->rung.office_days.value), "/office_days");
    return step->proposed ? value : computed(value, rtp_lit("five working days less the office days"));
}

static bool has_weekday(const rtp_rung *rung, int weekday)
{
    bool found = false;
    for (size_t i = 0; i < rung->weekdays.len && !found; i++) {
        found = rung->weekdays.items[i] == weekday + 1;
    }
    return found;
}

/* The names of the days at the office, or of the others, in week order. */
static rtp_texts name_weekdays(const rtp_site *at, bool office)
{
    const rtp_step *step = at->object;
    rtp_str *names = RTP_NEW_ARRAY(at->from->arena, rtp_str, WORKING_DAYS);
    size_t len = 0;
    for (int day = 0; day < WORKING_DAYS; day++) {
        if (has_weekday(&step->rung, day) == office) {
            names[len++] = weekdays[day];
        }
    }
    return (rtp_texts){names, len};
}

static rtp_value rung_office_weekdays(const rtp_site *at)
{
    return of_rung(at, list_value(at, name_weekdays(at, true)), "/weekdays");
}

static rtp_value rung_home_weekdays(const rtp_site *at)
{
    const rtp_step *step = at->object;
    if (step->rung.weekdays.len > 0) {
        rtp_value value = of_rung(at, list_value(at, name_weekdays(at, false)), "/weekdays");
        return computed(value, rtp_lit("the working days that are not at the office"));
    }
    if (step->rung.office_days.value == 0) {
        rtp_value value = of_rung(at, list_value(at, name_weekdays(at, false)), "/office_days");
        return step->proposed ? value : computed(value, rtp_lit("all working days, since none is at the office"));
    }
    return unknown_value(at);
}

static rtp_value rung_weeks(const rtp_site *at)
{
    const rtp_step *step = at->object;
    rtp_count weeks = step->rung.weeks;
    return weeks.known ? of_rung(at, whole_value(at, weeks.value), "/weeks") : unknown_value(at);
}

static rtp_value rung_note(const rtp_site *at)
{
    const rtp_step *step = at->object;
    return of_rung(at, text_value(at, step->rung.note), "/note");
}

/* What every rung tells, wherever it is read: the ask is the preferred rung. */
#define RUNG_ROWS(prefix, of, subject)                                                                                 \
    QUANTITY(prefix ".office_days", "days", "How many office days a week " of " means.", COMPUTED(rung_office_days),   \
             SUBJECT(subject)),                                                                                        \
        QUANTITY(prefix ".home_days", "days", "How many home days a week " of " means.", COMPUTED(rung_home_days),     \
                 SUBJECT(subject)),                                                                                    \
        FACT(prefix ".office_weekdays", RTP_LIST, "The office days of " of ", by name.",                               \
             COMPUTED(rung_office_weekdays), SUBJECT(subject)),                                                        \
        FACT(prefix ".home_weekdays", RTP_LIST, "The home days of " of ", by name.", COMPUTED(rung_home_weekdays),     \
             SUBJECT(subject)),                                                                                        \
        QUANTITY(prefix ".weeks", "weeks", "How many weeks " of " is for.", COMPUTED(rung_weeks), SUBJECT(subject)),   \
        FACT(prefix ".note", RTP_TEXT, "What days of the week cannot say about " of ".", COMPUTED(rung_note),          \
             SUBJECT(subject)),                                                                                        \
        FACT(prefix ".proposed", RTP_FLAG, "Whether " of " was derived, not given.", COMPUTED(rung_proposed),          \
             SUBJECT(subject))

static const rtp_str rung_word_items[] = {RTP_STR("preferred"), RTP_STR("acceptable"), RTP_STR("starter")};
static const rtp_texts rtp_words_rung = {rung_word_items, RTP_COUNT(rung_word_items)};

static const rtp_row rung_rows[] = {
    FACT("rung.name", RTP_WORD, "Which step of the ladder this is.", COMPUTED(rung_name), WORDS(rung)),
    QUANTITY("rung.position", "", "The place of this step in the ladder, from one.", COMPUTED(rtp_read_position)),
    FACT("rung.smallest", RTP_FLAG, "Whether this is the smallest step that asks for something.",
         COMPUTED(rung_smallest)),
    FACT("rung.repeats", RTP_FLAG, "Whether this derived step asks for as many office days as one before it.",
         COMPUTED(rung_repeats)),
    RUNG_ROWS("rung", "this step", ITEM),
};

TOPIC(rungs, RTP_RUNGS, rung_rows);

/* ---- the ask ---- */

static rtp_value ask_arrangement(const rtp_site *at)
{
    int32_t days = at->from->profile->ask.preferred.office_days.value;
    int mode = days == 0 ? RTP_MODE_REMOTE : days < WORKING_DAYS ? RTP_MODE_HYBRID : RTP_MODE_OFFICE;
    return computed(text_value(at, rtp_word(&rtp_words_mode, mode)), rtp_lit("from the office days asked for"));
}

static rtp_value ask_equals_mandate(const rtp_site *at)
{
    const rtp_profile *profile = at->from->profile;
    if (!profile->mandate.office_days.known) {
        return unknown_value(at);
    }
    bool equal = profile->ask.preferred.office_days.value >= profile->mandate.office_days.value;
    return computed(flag_value(at, equal), rtp_lit("whether the ask has as many office days as the mandate"));
}

static rtp_value ask_gap(const rtp_site *at)
{
    const rtp_profile *profile = at->from->profile;
    rtp_value value = whole_value(at, rtp_mandate_days(profile) - profile->ask.preferred.office_days.value);
    return computed(value, profile->mandate.office_days.known
                               ? rtp_lit("office days of the mandate less those asked for")
                               : rtp_lit("five days, as the mandate gives none, less the office days asked for"));
}

static rtp_value ask_rung_count(const rtp_site *at)
{
    return computed(whole_value(at, (int64_t)at->from->ladder.len), rtp_lit("steps given and derived"));
}

static rtp_value ask_start(const rtp_site *at)
{
    return at->from->profile->ask.start < at->from->today ? unknown_value(at) : rtp_read_date(at);
}

static rtp_value ask_decide_by_days(const rtp_site *at)
{
    rtp_date day = at->from->profile->ask.decide_by;
    if (day == RTP_DATE_UNKNOWN || at->from->today == RTP_DATE_UNKNOWN) {
        return unknown_value(at);
    }
    return computed(whole_value(at, (int64_t)day - at->from->today),
                    rtp_lit("days from the document's date to that day"));
}

#define PREFERRED_DAYS "/ask/preferred/office_days"

static const rtp_row ask_rows[] = {
    RUNG_ROWS("ask", "your preferred ask", PREFERRED),
    RUNG_ROWS("starter", "the smallest step", STARTER),
    FACT("ask.arrangement", RTP_WORD, "Whether you ask for remote, hybrid or office work.", COMPUTED(ask_arrangement),
         FROM(PREFERRED_DAYS), WORDS(mode)),
    FACT("ask.start", RTP_DATE, "The day you would like to start, unless it has passed.", COMPUTED(ask_start),
         AT(rtp_profile, ask.start, "/ask/start")),
    FACT("ask.decide_by", RTP_DATE, "The day you need a decision by.",
         MEMBER(date, rtp_profile, ask.decide_by, "/ask/decide_by")),
    QUANTITY("ask.decide_by_days", "days", "How many days there are until you need a decision.",
             COMPUTED(ask_decide_by_days), FROM("/ask/decide_by")),
    FACT("ask.fixed", RTP_FLAG, "Whether no other steps may be offered.", STEERING,
         MEMBER(flag, rtp_profile, ask.fixed, "/ask/fixed")),
    FACT("ask.equals_mandate", RTP_FLAG, "Whether you ask for no more than the mandate allows already.", STEERING,
         COMPUTED(ask_equals_mandate), FROM(PREFERRED_DAYS)),
    QUANTITY("ask.gap", "days", "How many fewer office days you ask for than the mandate.", COMPUTED(ask_gap),
             FROM(PREFERRED_DAYS)),
    QUANTITY("ask.rung_count", "steps", "How many steps the ladder has.", COMPUTED(ask_rung_count), FROM("/ask")),
};

TOPIC(ask, RTP_ONCE, ask_rows);
