/* Facts about the other side's concerns and the person's own mitigations. Concerns keep the order
 * of the profile, which is their order of importance. */
#include "facts/value.h"

ptrdiff_t rtp_mitigation_find(const rtp_profile *profile, rtp_mitigation_test test, const void *wanted)
{
    for (size_t i = 0; i < profile->mitigations.len; i++) {
        if (test(rtp_item(&profile->mitigations, rtp_mitigation, i), wanted)) {
            return (ptrdiff_t)i;
        }
    }
    return RTP_NO_ITEM;
}

/* ---- who said it ---- */

static int from_of(const rtp_concern *concern)
{
    return concern->from == RTP_FROM_UNKNOWN ? RTP_FROM_MANAGER : concern->from;
}

static bool is_told_by_person(const rtp_concern *concern)
{
    return concern->said.len > 0 && from_of(concern) != RTP_FROM_COMPANY;
}

bool rtp_concern_is_motive(int about)
{
    static const rtp_str motives[] = {RTP_STR("real_estate"), RTP_STR("manager_role"), RTP_STR("headcount")};
    rtp_str id = rtp_word(&rtp_words_concern, about);
    bool motive = false;
    for (size_t i = 0; i < RTP_COUNT(motives); i++) {
        motive = motive || rtp_str_equal(id, motives[i]);
    }
    return motive;
}

/* A suspected motive: without the other side's own words it would be an accusation. */
bool rtp_concern_is_sensitive(const rtp_concern *concern)
{
    return rtp_concern_is_motive(concern->about) && !is_told_by_person(concern);
}

static rtp_value concern_from(const rtp_site *at)
{
    const rtp_concern *concern = at->object;
    if (concern->from != RTP_FROM_UNKNOWN) {
        return rtp_read_word(at);
    }
    return proposed(text_value(at, rtp_word(&rtp_words_from, RTP_FROM_MANAGER)),
                    rtp_lit("the manager, unless the profile says otherwise"));
}

static rtp_value concern_speaker(const rtp_site *at)
{
    const rtp_profile *profile = at->from->profile;
    const struct {
        rtp_str name;
        const char *pointer;
    } speakers[] = {
        [RTP_FROM_UNKNOWN] = {{NULL, 0}, NULL},
        [RTP_FROM_MANAGER] = {profile->manager.name, "/manager/name"},
        [RTP_FROM_SENIOR] = {profile->senior.name, "/senior/name"},
        [RTP_FROM_COMPANY] = {{NULL, 0}, NULL},
    };
    int from = from_of(at->object);
    rtp_value value = text_value(at, rtp_name_called(speakers[from].name));
    return computed(found_at(value, speakers[from].pointer, 0), rtp_lit("the first name of whoever raised it"));
}

/* ---- concerns ---- */

static bool is_concern(const rtp_mitigation *mitigation, const void *about)
{
    return mitigation->concern == *(const int *)about;
}

/* The first mitigation for the concern; NULL when there is none. */
static const rtp_mitigation *own_mitigation(const rtp_site *at, size_t *index)
{
    const rtp_concern *concern = at->object;
    ptrdiff_t found = rtp_mitigation_find(at->from->profile, is_concern, &concern->about);
    *index = (size_t)found;
    return found < 0 ? NULL : rtp_item(&at->from->profile->mitigations, rtp_mitigation, found);
}

static rtp_value own_action(const rtp_site *at)
{
    size_t index;
    const rtp_mitigation *own = own_mitigation(at, &index);
    return own ? found_at(text_value(at, own->action), "/mitigations/#/action", index) : unknown_value(at);
}

static rtp_value own_measure(const rtp_site *at)
{
    size_t index;
    const rtp_mitigation *own = own_mitigation(at, &index);
    return own ? found_at(text_value(at, own->measure), "/mitigations/#/measure", index) : unknown_value(at);
}

static rtp_value own_target(const rtp_site *at)
{
    size_t index;
    const rtp_mitigation *own = own_mitigation(at, &index);
    return own ? found_at(text_value(at, own->target), "/mitigations/#/target", index) : unknown_value(at);
}

static rtp_value answered(const rtp_site *at)
{
    const rtp_concern *concern = at->object;
    bool found = rtp_mitigation_find(at->from->profile, is_concern, &concern->about) >= 0;
    return computed(flag_value(at, found), rtp_lit("whether one of your mitigations names this concern"));
}

static rtp_value own_mitigations(const rtp_site *at)
{
    const rtp_concern *concern = at->object;
    const rtp_objects *mitigations = &at->from->profile->mitigations;
    int64_t count = 0;
    for (size_t i = 0; i < mitigations->len; i++) {
        count += rtp_item(mitigations, rtp_mitigation, i)->concern == concern->about ? 1 : 0;
    }
    return computed(whole_value(at, count), rtp_lit("how many of your mitigations name this concern"));
}

static rtp_value only_private(const rtp_site *at)
{
    return computed(flag_value(at, rtp_concern_is_sensitive(at->object)),
                    rtp_lit("a motive that nobody on the other side has named"));
}

/* The rank of the first concern of a kind, or -1. */
static ptrdiff_t rank_of(const rtp_profile *profile, int about)
{
    for (size_t i = 0; i < profile->concerns.len; i++) {
        if (rtp_item(&profile->concerns, rtp_concern, i)->about == about) {
            return (ptrdiff_t)i;
        }
    }
    return RTP_NO_ITEM;
}

static rtp_value first_of_kind(const rtp_site *at)
{
    const rtp_concern *concern = at->object;
    bool first = rank_of(at->from->profile, concern->about) == (ptrdiff_t)at->item;
    return computed(flag_value(at, first), rtp_lit("no concern before it is of the same kind"));
}

/* Concerns of one row grow from nearly the same need, so what is said to one is not said to the next. */
static const rtp_str kin[][3] = {
    {RTP_STR("culture"), RTP_STR("morale"), RTP_STR("connection")},
    {RTP_STR("visibility"), RTP_STR("accountability")},
};

static size_t kin_of(int about)
{
    rtp_str id = rtp_word(&rtp_words_concern, about);
    size_t row = 0;
    while (row < RTP_COUNT(kin) && !rtp_str_equal(kin[row][0], id) && !rtp_str_equal(kin[row][1], id) &&
           !rtp_str_equal(kin[row][2], id)) {
        row++;
    }
    return row;
}

static rtp_value close_to(const rtp_site *at)
{
    const rtp_profile *profile = at->from->profile;
    int about = ((const rtp_concern *)at->object)->about;
    size_t row = kin_of(about);
    for (size_t i = 0; row < RTP_COUNT(kin) && i < at->item; i++) {
        const rtp_concern *before = rtp_item(&profile->concerns, rtp_concern, i);
        if (before->about != about && kin_of(before->about) == row) {
            rtp_value value = text_value(at, rtp_word(&rtp_words_concern, before->about));
            return computed(found_at(value, "/concerns/#/about", i), rtp_lit("a concern before it, of a like need"));
        }
    }
    return unknown_value(at);
}

/* Whether others may read this concern, and it is the first of its kind that they may read. */
static bool is_shown(const rtp_objects *concerns, size_t item)
{
    const rtp_concern *concern = rtp_item(concerns, rtp_concern, item);
    bool shown = !rtp_concern_is_sensitive(concern);
    for (size_t i = 0; i < item; i++) {
        const rtp_concern *before = rtp_item(concerns, rtp_concern, i);
        shown = shown && (before->about != concern->about || rtp_concern_is_sensitive(before));
    }
    return shown;
}

/* Among the concerns that others may read, from one. */
static rtp_value place_value(const rtp_site *at, size_t item)
{
    const rtp_objects *concerns = &at->from->profile->concerns;
    int64_t place = 0;
    for (size_t i = 0; i <= item; i++) {
        place += is_shown(concerns, i) ? 1 : 0;
    }
    return computed(found_at(whole_value(at, place), "/concerns/#/about", item),
                    rtp_lit("its place among the concerns that others may read"));
}

static rtp_value concern_place(const rtp_site *at)
{
    bool shown = is_shown(&at->from->profile->concerns, at->item);
    return shown ? place_value(at, at->item) : unknown_value(at);
}

rtp_value rtp_concern_place(const rtp_site *at, int about)
{
    const rtp_objects *concerns = &at->from->profile->concerns;
    for (size_t i = 0; i < concerns->len; i++) {
        if (rtp_item(concerns, rtp_concern, i)->about == about && is_shown(concerns, i)) {
            return place_value(at, i);
        }
    }
    return unknown_value(at);
}

#define CONCERN(read, member, subject) MEMBER(read, rtp_concern, member, "/concerns/#/" #member), SUBJECT(subject)

static const rtp_row concern_rows[] = {
    FACT("concern.about", RTP_WORD, "What the concern is about.", CONCERN(word, about, ITEM), WORDS(concern)),
    FACT("concern.said", RTP_TEXT, "The concern in the other side's words.", CONCERN(text, said, ITEM)),
    FACT("concern.from", RTP_WORD, "Who raised the concern.", COMPUTED(concern_from),
         AT(rtp_concern, from, "/concerns/#/from"), WORDS(from)),
    QUANTITY("concern.rank", "", "The place of this concern in order of importance, from one.",
             COMPUTED(rtp_read_position), FROM("/concerns/#")),
    FACT("concern.speaker", RTP_TEXT, "The first name of whoever raised the concern.", COMPUTED(concern_speaker)),
    QUANTITY("concern.own_mitigations", "mitigations", "How many of your mitigations answer this concern.",
             COMPUTED(own_mitigations), FROM("/concerns/#/about")),
    FACT("concern.own_action", RTP_TEXT, "What you will do about the concern, from your first mitigation for it.",
         COMPUTED(own_action)),
    FACT("concern.own_measure", RTP_TEXT, "How they will see it, from your first mitigation for the concern.",
         COMPUTED(own_measure)),
    FACT("concern.own_target", RTP_TEXT, "The target of that measure.", COMPUTED(own_target)),
    FACT("concern.only_private", RTP_FLAG, "Whether this is a motive that only you may read about.",
         COMPUTED(only_private), FROM("/concerns/#/about")),
    FACT("concern.first_of_kind", RTP_FLAG, "Whether no concern before this one is about the same.",
         COMPUTED(first_of_kind), FROM("/concerns/#/about")),
    FACT("concern.close_to", RTP_WORD, "A concern before this one that grows from nearly the same need.",
         COMPUTED(close_to), WORDS(concern)),
    QUANTITY("concern.place", "", "The place of this concern among those that others may read, from one.",
             COMPUTED(concern_place)),
};

TOPIC(concerns, RTP_CONCERNS, concern_rows);

static rtp_value concern_ids(const rtp_site *at)
{
    const rtp_objects *concerns = &at->from->profile->concerns;
    rtp_str *ids = RTP_NEW_ARRAY(at->from->arena, rtp_str, concerns->len);
    for (size_t i = 0; i < concerns->len; i++) {
        ids[i] = rtp_word(&rtp_words_concern, rtp_item(concerns, rtp_concern, i)->about);
    }
    return list_value(at, (rtp_texts){ids, concerns->len});
}

static rtp_value count_said(const rtp_site *at, bool said, rtp_str formula)
{
    const rtp_objects *concerns = &at->from->profile->concerns;
    size_t count = 0;
    for (size_t i = 0; i < concerns->len; i++) {
        count += (rtp_item(concerns, rtp_concern, i)->said.len > 0) == said ? 1 : 0;
    }
    return count > 0 ? computed(whole_value(at, (int64_t)count), formula) : rtp_value_count(at, 0);
}

static rtp_value said_count(const rtp_site *at)
{
    return count_said(at, true, rtp_lit("how many concerns are quoted"));
}

static rtp_value unsaid_count(const rtp_site *at)
{
    return count_said(at, false, rtp_lit("how many concerns are not quoted"));
}

/* White space between words is one gap, however long; a script without any is measured in letters. */
static rtp_value said_short(const rtp_site *at)
{
    enum { WORDS_MOST = 25, LETTERS_MOST = 200 };
    const rtp_concern *concern = at->object;
    size_t words = 0;
    for (size_t i = 0; i < concern->said.len; i++) {
        bool blank = (unsigned char)concern->said.ptr[i] <= ' ';
        words += !blank && (i == 0 || (unsigned char)concern->said.ptr[i - 1] <= ' ');
    }
    bool short_enough = words <= WORDS_MOST && rtp_utf8_count(concern->said) <= LETTERS_MOST;
    return words > 0 ? computed(flag_value(at, short_enough), rtp_lit("at most 25 words and 200 letters"))
                     : unknown_value(at);
}

static const rtp_row concerns_once_rows[] = {
    QUANTITY("concerns.count", "concerns", "How many concerns you listed.",
             MEMBER(size, rtp_profile, concerns, "/concerns")),
    FACT("concerns.ids", RTP_LIST, "What the concerns are about.", STEERING, COMPUTED(concern_ids), FROM("/concerns")),
    QUANTITY("concerns.said_count", "concerns", "How many concerns you can quote.", COMPUTED(said_count),
             FROM("/concerns")),
    QUANTITY("concerns.unsaid_count", "concerns", "How many concerns you cannot quote.", COMPUTED(unsaid_count),
             FROM("/concerns")),
    FACT("concerns.first.said", RTP_TEXT, "The most important concern in the other side's words.",
         CONCERN(text, said, FIRST_CONCERN)),
    FACT("concerns.first.short", RTP_FLAG, "Whether the most important concern was told in at most 25 words.",
         COMPUTED(said_short), FROM("/concerns/#/said"), SUBJECT(FIRST_CONCERN)),
    FACT("concerns.first.about", RTP_WORD, "What the most important concern is about.",
         CONCERN(word, about, FIRST_CONCERN), WORDS(concern)),
    FACT("concerns.first.from", RTP_WORD, "Who raised the most important concern.", COMPUTED(concern_from),
         AT(rtp_concern, from, "/concerns/#/from"), WORDS(from), SUBJECT(FIRST_CONCERN)),
    FACT("concerns.first.answered", RTP_FLAG, "Whether one of your mitigations answers the most important concern.",
         COMPUTED(answered), FROM("/concerns/#/about"), SUBJECT(FIRST_CONCERN)),
    FACT("concerns.first.speaker", RTP_TEXT, "The first name of whoever raised the most important concern.",
         COMPUTED(concern_speaker), SUBJECT(FIRST_CONCERN)),
    FACT("concerns.second.from", RTP_WORD, "Who raised the second concern.", COMPUTED(concern_from),
         AT(rtp_concern, from, "/concerns/#/from"), WORDS(from), SUBJECT(SECOND_CONCERN)),
    FACT("concerns.second.said", RTP_TEXT, "The second concern in the other side's words.",
         CONCERN(text, said, SECOND_CONCERN)),
    FACT("concerns.second.short", RTP_FLAG, "Whether the second concern was told in at most 25 words.",
         COMPUTED(said_short), FROM("/concerns/#/said"), SUBJECT(SECOND_CONCERN)),
    FACT("concerns.second.about", RTP_WORD, "What the second concern is about.", CONCERN(word, about, SECOND_CONCERN),
         WORDS(concern)),
};

TOPIC(concerns_once, RTP_ONCE, concerns_once_rows);

/* ---- mitigations ---- */

static rtp_value mitigation_rank(const rtp_site *at)
{
    const rtp_mitigation *mitigation = at->object;
    ptrdiff_t rank = rank_of(at->from->profile, mitigation->concern);
    if (rank < 0) {
        return unknown_value(at);
    }
    return computed(found_at(whole_value(at, rank + 1), "/concerns/#/about", (size_t)rank),
                    rtp_lit("the place of the first concern it answers"));
}

static rtp_value mitigation_only_private(const rtp_site *at)
{
    const rtp_mitigation *mitigation = at->object;
    const rtp_objects *concerns = &at->from->profile->concerns;
    bool told = false;
    for (size_t i = 0; i < concerns->len; i++) {
        const rtp_concern *concern = rtp_item(concerns, rtp_concern, i);
        told = told || (concern->about == mitigation->concern && is_told_by_person(concern));
    }
    return computed(flag_value(at, rtp_concern_is_motive(mitigation->concern) && !told),
                    rtp_lit("it answers a motive that nobody on the other side has named"));
}

static rtp_value mitigation_place(const rtp_site *at)
{
    const rtp_mitigation *mitigation = at->object;
    return rtp_concern_place(at, mitigation->concern);
}

#define MITIGATION(read, member) MEMBER(read, rtp_mitigation, member, "/mitigations/#/" #member)

static const rtp_row mitigation_rows[] = {
    FACT("mitigation.concern", RTP_WORD, "The concern that this answers.", MITIGATION(word, concern), WORDS(concern)),
    FACT("mitigation.action", RTP_TEXT, "What you will do about the concern.", MITIGATION(text, action)),
    FACT("mitigation.measure", RTP_TEXT, "How the other side will see that it works.", MITIGATION(text, measure)),
    FACT("mitigation.target", RTP_TEXT, "The target of the measure.", MITIGATION(text, target)),
    QUANTITY("mitigation.rank", "", "The place of the concern it answers in order of importance, from one.",
             COMPUTED(mitigation_rank)),
    QUANTITY("mitigation.place", "", "The place of the concern it answers among those that others may read, from one.",
             COMPUTED(mitigation_place)),
    FACT("mitigation.only_private", RTP_FLAG, "Whether it answers a motive that only you may read about.",
         COMPUTED(mitigation_only_private), FROM("/mitigations/#/concern")),
};

TOPIC(mitigations, RTP_MITIGATIONS, mitigation_rows);
