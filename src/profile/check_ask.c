/* The request against itself: each rung's weekdays, the order of the rungs, and what mandate and
 * private floor say about them. The floor is the most office days the person would accept. */
#include "profile/check.h"

typedef struct named_rung {
    const char *name;
    const rtp_rung *rung;
} named_rung;

static bool has_weekdays(const rtp_check *check, const char *name)
{
    const rtp_json *rung = rtp_check_member(rtp_check_member(check->root, "ask"), name);
    return rtp_check_member(rung, "weekdays") != NULL;
}

static void put_twice(const rtp_check *check, named_rung named, size_t i)
{
    rtp_str word = rtp_word(&rtp_words_weekday, named.rung->weekdays.items[i]);
    rtp_finding finding = {
        .code = "P0101",
        .pointer = rtp_check_say(check, "/ask/%s/weekdays/%zu", named.name, i),
        .message = rtp_check_say(check, "\"%.*s\" is there twice", RTP_FMT(word)),
        .found = word,
        .hint = rtp_lit("name each day once"),
    };
    rtp_check_put(check, finding);
}

/* Reports days named twice; returns how many different ones there are. */
static int32_t check_days(const rtp_check *check, named_rung named)
{
    unsigned seen = 0;
    int32_t distinct = 0;
    for (size_t i = 0; i < named.rung->weekdays.len; i++) {
        unsigned day = 1U << (unsigned)named.rung->weekdays.items[i];
        if ((seen & day) != 0) {
            put_twice(check, named, i);
        }
        distinct += (seen & day) == 0;
        seen |= day;
    }
    return distinct;
}

static void put_number(const rtp_check *check, named_rung named, rtp_str pointer)
{
    int32_t written = (int32_t)named.rung->weekdays.len;
    int32_t days = named.rung->office_days.value;
    rtp_finding finding = {
        .code = "P0102",
        .pointer = pointer,
        .message =
            rtp_check_say(check, "%d weekday%s named, but office_days is %d", written, rtp_check_plural(written), days),
        .found = rtp_check_say(check, "%d", written),
        .expected = rtp_check_say(check, "%d", days),
        .hint = rtp_lit("name as many weekdays as office_days says, or leave weekdays out"),
    };
    rtp_check_put(check, finding);
}

static void check_weekdays(const rtp_check *check, named_rung named)
{
    if (!has_weekdays(check, named.name)) {
        return;
    }
    rtp_str pointer = rtp_check_say(check, "/ask/%s/weekdays", named.name);
    if (!rtp_check_is_sound(check, pointer.ptr)) {
        return;
    }
    int32_t distinct = check_days(check, named);
    int32_t days = named.rung->office_days.value;
    bool agrees = distinct == days || (int32_t)named.rung->weekdays.len == days;
    if (named.rung->office_days.known && !agrees) {
        put_number(check, named, pointer);
    }
}

static void check_step(const rtp_check *check, named_rung before, named_rung rung)
{
    int32_t least = before.rung->office_days.value;
    int32_t days = rung.rung->office_days.value;
    if (days >= least) {
        return;
    }
    rtp_finding finding = {
        .code = "P0103",
        .pointer = rtp_check_say(check, "/ask/%s/office_days", rung.name),
        .message = rtp_check_say(check, "%s asks for %d office day%s, fewer than the %d of %s", rung.name, days,
                                 rtp_check_plural(days), least, before.name),
        .found = rtp_check_say(check, "%d", days),
        .expected = rtp_check_say(check, "%d or more", least),
        .hint = rtp_lit("office days grow from preferred over acceptable to starter"),
    };
    rtp_check_put(check, finding);
}

static void check_ladder(const rtp_check *check)
{
    const rtp_ask *ask = &check->profile->ask;
    const named_rung rungs[] = {
        {"preferred", &ask->preferred}, {"acceptable", &ask->acceptable}, {"starter", &ask->starter}};
    const named_rung *before = NULL;
    for (size_t i = 0; i < RTP_COUNT(rungs); i++) {
        check_weekdays(check, rungs[i]);
        if (rungs[i].rung->office_days.known && before != NULL) {
            check_step(check, *before, rungs[i]);
        }
        before = rungs[i].rung->office_days.known ? &rungs[i] : before;
    }
}

static void check_mandate(const rtp_check *check)
{
    rtp_count asked = check->profile->ask.preferred.office_days;
    rtp_count told = check->profile->mandate.office_days;
    if (!asked.known || !told.known || asked.value < told.value) {
        return;
    }
    rtp_finding finding = {
        .code = "P0206",
        .pointer = rtp_lit("/ask/preferred/office_days"),
        .message = rtp_check_say(check, "the ask is %d office day%s, and the mandate is %d", asked.value,
                                 rtp_check_plural(asked.value), told.value),
        .found = rtp_check_say(check, "%d", asked.value),
        .expected = rtp_check_say(check, "fewer than %d", told.value),
        .hint = rtp_lit("ask for fewer office days than the mandate"),
    };
    rtp_check_put(check, finding);
}

static void check_floor(const rtp_check *check)
{
    rtp_count asked = check->profile->ask.preferred.office_days;
    rtp_count most = check->profile->personal.floor.office_days;
    if (!asked.known || !most.known || asked.value <= most.value) {
        return;
    }
    rtp_finding finding = {
        .code = "P0207",
        .pointer = rtp_lit("/private/floor/office_days"),
        .message = rtp_check_say(check, "the floor is %d office day%s, but the preferred ask already has %d",
                                 most.value, rtp_check_plural(most.value), asked.value),
        .found = rtp_check_say(check, "%d", most.value),
        .expected = rtp_check_say(check, "%d or more", asked.value),
        .hint = rtp_lit("the floor is the most office days you would accept; raise it or ask for fewer"),
    };
    rtp_check_put(check, finding);
}

static void check_decision(const rtp_check *check)
{
    const rtp_ask *ask = &check->profile->ask;
    if (ask->start == RTP_DATE_UNKNOWN || ask->decide_by == RTP_DATE_UNKNOWN || ask->decide_by <= ask->start) {
        return;
    }
    rtp_str start = rtp_date_iso(check->arena, ask->start);
    rtp_finding finding = {
        .code = "P0211",
        .pointer = rtp_lit("/ask/decide_by"),
        .message = rtp_check_say(check, "the answer is due after the start on %.*s", RTP_FMT(start)),
        .found = rtp_date_iso(check->arena, ask->decide_by),
        .expected = rtp_check_say(check, "%.*s or earlier", RTP_FMT(start)),
        .hint = rtp_lit("ask for the answer by the day it should begin"),
    };
    rtp_check_put(check, finding);
}

void rtp_check_ask(const rtp_check *check)
{
    check_ladder(check);
    check_mandate(check);
    check_floor(check);
    check_decision(check);
}
