/* Facts about the people who decide and the mandate they act under. Who decides is worked out from
 * the pilot's decider first, then from what is said about the manager. */
#include "facts/value.h"

#include <string.h>

/* ---- names ---- */

/* Titles, and what a body's name starts with. */
static bool is_honorific(rtp_str word)
{
    static const rtp_str words[] = {
        RTP_STR("Dr"),   RTP_STR("Mr"),   RTP_STR("Mrs"),       RTP_STR("Ms"),  RTP_STR("Miss"),
        RTP_STR("Mx"),   RTP_STR("Prof"), RTP_STR("Professor"), RTP_STR("Sir"), RTP_STR("Dame"),
        RTP_STR("Herr"), RTP_STR("Frau"), RTP_STR("The"),       RTP_STR("Our"),
    };
    word.len -= rtp_str_ends(word, rtp_lit(".")) ? 1 : 0;
    bool found = false;
    for (size_t i = 0; i < RTP_COUNT(words) && !found; i++) {
        found = rtp_str_equal(word, words[i]);
    }
    return found;
}

/* Where a name may be shortened to its first word: Latin, Greek and Cyrillic, and the marks among them. */
static bool is_shortened_script(uint32_t letter)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {{0x0000, 0x052F}, {0x1C80, 0x1C8F}, {0x1D00, 0x206F}, {0x2C60, 0x2C7F},
                  {0x2DE0, 0x2DFF}, {0xA640, 0xA69F}, {0xA720, 0xA7FF}, {0xAB30, 0xAB6F}};
    size_t i = 0;
    while (i < RTP_COUNT(ranges) && (letter < ranges[i].first || letter > ranges[i].last)) {
        i++;
    }
    return i < RTP_COUNT(ranges);
}

/* Of the letters that names begin with; the others count as capitals. */
static bool is_small(uint32_t letter)
{
    bool latin = (letter >= 'a' && letter <= 'z') || (letter >= 0x00DF && letter <= 0x00FF && letter != 0x00F7);
    bool greek = letter >= 0x03AC && letter <= 0x03CE;
    return latin || greek || (letter >= 0x0430 && letter <= 0x045F);
}

/* One letter, perhaps before a full stop; titles end in one too. */
static bool is_shortened(rtp_str word)
{
    return rtp_utf8_count(word) == 1 || rtp_str_ends(word, rtp_lit(".")) || rtp_str_ends(word, rtp_lit(","));
}

/* "Maya" of "Maya Chen", and not "the" of "the people committee". */
static bool is_first_name(rtp_str word)
{
    uint32_t letter = 0;
    bool fits = !is_honorific(word) && !is_shortened(word);
    for (size_t at = 0, len; fits && at < word.len; at += len) {
        len = rtp_utf8_decode(word.ptr + at, word.len - at, &letter);
        fits = len > 0 && is_shortened_script(letter) && !(at == 0 && is_small(letter));
    }
    return fits;
}

rtp_str rtp_name_called(rtp_str name)
{
    rtp_str whole = rtp_str_trim(name);
    const char *blank = whole.len > 0 ? memchr(whole.ptr, ' ', whole.len) : NULL;
    rtp_str first = {whole.ptr, blank ? (size_t)(blank - whole.ptr) : whole.len};
    return is_first_name(first) ? first : whole;
}

/* The name stands at the row's offset. */
static rtp_value called(const rtp_site *at)
{
    rtp_value name = rtp_read_text(at);
    return name.known ? computed(text_value(at, rtp_name_called(name.text)), rtp_lit("the first name")) : name;
}

/* ---- manager and senior ---- */

#define MANAGER(read, member) MEMBER(read, rtp_profile, manager.member, "/manager/" #member)

static const rtp_row manager_rows[] = {
    FACT("manager.name", RTP_TEXT, "Your manager's name.", MANAGER(text, name)),
    FACT("manager.called", RTP_TEXT, "Your manager's first name.", COMPUTED(called),
         AT(rtp_profile, manager.name, "/manager/name")),
    FACT("manager.role", RTP_TEXT, "Your manager's job title.", MANAGER(text, role)),
    FACT("manager.decides", RTP_FLAG, "Whether your manager can decide this alone.", MANAGER(flag, decides)),
    FACT("manager.stance", RTP_WORD, "How your manager sees remote work.", STEERING, MANAGER(word, stance),
         WORDS(stance)),
    FACT("manager.relationship", RTP_WORD, "How well you and your manager work together.", STEERING,
         MANAGER(word, relationship), WORDS(relationship)),
    FACT("manager.priorities", RTP_LIST, "What your manager cares about most.", MANAGER(texts, priorities)),
    FACT("manager.priority", RTP_TEXT, "The first thing your manager cares about.",
         MEMBER(first, rtp_profile, manager.priorities, "/manager/priorities/0")),
    FACT("manager.prefers", RTP_WORD, "How your manager likes to be told things.", STEERING, MANAGER(word, prefers),
         WORDS(prefers)),
};

TOPIC(manager, RTP_ONCE, manager_rows);

#define SENIOR(read, member) MEMBER(read, rtp_profile, senior.member, "/senior/" #member)

static const rtp_row senior_rows[] = {
    FACT("senior.name", RTP_TEXT, "The name of your manager's manager.", SENIOR(text, name)),
    FACT("senior.called", RTP_TEXT, "The first name of your manager's manager.", COMPUTED(called),
         AT(rtp_profile, senior.name, "/senior/name")),
    FACT("senior.role", RTP_TEXT, "The job title of your manager's manager.", SENIOR(text, role)),
    FACT("senior.priorities", RTP_LIST, "What your manager's manager cares about most.", SENIOR(texts, priorities)),
    FACT("senior.priority", RTP_TEXT, "The first thing your manager's manager cares about.",
         MEMBER(first, rtp_profile, senior.priorities, "/senior/priorities/0")),
};

TOPIC(senior, RTP_ONCE, senior_rows);

/* ---- the decider ---- */

static rtp_value decider_name(const rtp_site *at)
{
    const rtp_profile *profile = at->from->profile;
    if (profile->pilot.decider.len > 0) {
        return found_at(text_value(at, profile->pilot.decider), "/pilot/decider", 0);
    }
    switch (profile->manager.decides) {
    case RTP_FLAG_YES:
        return computed(found_at(text_value(at, profile->manager.name), "/manager/name", 0),
                        rtp_lit("the manager decides"));
    case RTP_FLAG_NO:
        return computed(found_at(text_value(at, profile->senior.name), "/senior/name", 0),
                        rtp_lit("the manager does not decide alone"));
    case RTP_FLAG_UNKNOWN:
        break;
    }
    return unknown_value(at);
}

static rtp_value decider_called(const rtp_site *at)
{
    rtp_value name = decider_name(at);
    return name.known ? computed(found_at(text_value(at, rtp_name_called(name.text)), name.origin.pointer, 0),
                                 rtp_lit("the first name of who decides"))
                      : name;
}

static rtp_value decider_is_manager(const rtp_site *at)
{
    const rtp_profile *profile = at->from->profile;
    rtp_str decider = profile->pilot.decider;
    if (decider.len > 0 && profile->manager.name.len > 0) {
        rtp_value value = flag_value(at, rtp_str_equal(decider, profile->manager.name));
        return computed(found_at(value, "/pilot/decider", 0), rtp_lit("whether the pilot's decider is the manager"));
    }
    if (decider.len > 0 || profile->manager.decides == RTP_FLAG_UNKNOWN) {
        return unknown_value(at);
    }
    return found_at(flag_value(at, profile->manager.decides == RTP_FLAG_YES), "/manager/decides", 0);
}

/* ---- mandate ---- */

int32_t rtp_mandate_days(const rtp_profile *profile)
{
    enum { WORKING_DAYS = 5 };
    return profile->mandate.office_days.known ? profile->mandate.office_days.value : WORKING_DAYS;
}

static rtp_value mandate_days_until(const rtp_site *at)
{
    rtp_date start = at->from->profile->mandate.start;
    if (start == RTP_DATE_UNKNOWN || at->from->today == RTP_DATE_UNKNOWN) {
        return unknown_value(at);
    }
    return computed(whole_value(at, (int64_t)start - at->from->today),
                    rtp_lit("days from the document's date to the start"));
}

static rtp_value mandate_before_start(const rtp_site *at)
{
    rtp_value days = mandate_days_until(at);
    return days.known ? computed(flag_value(at, days.number > 0), rtp_lit("the document's date is before the start"))
                      : unknown_value(at);
}

static rtp_value mandate_deadline_near(const rtp_site *at)
{
    enum { NEAR_DAYS = 14 };
    rtp_value days = mandate_days_until(at);
    return days.known ? computed(flag_value(at, days.number >= 0 && days.number < NEAR_DAYS),
                                 rtp_lit("fewer than 14 days to the start"))
                      : unknown_value(at);
}

#define MANDATE(read, member) MEMBER(read, rtp_profile, mandate.member, "/mandate/" #member)

static const rtp_row mandate_rows[] = {
    FACT("decider.name", RTP_TEXT, "Who decides: the pilot's decider, else your manager or their manager.",
         COMPUTED(decider_name)),
    FACT("decider.called", RTP_TEXT, "The first name of who decides.", COMPUTED(decider_called)),
    FACT("decider.is_manager", RTP_FLAG, "Whether the one who decides is your manager.", COMPUTED(decider_is_manager)),
    QUANTITY("mandate.office_days", "days", "How many office days a week the mandate asks for.",
             MANDATE(count, office_days)),
    FACT("mandate.start", RTP_DATE, "The day the mandate begins.", MANDATE(date, start)),
    QUANTITY("mandate.days_until", "days", "How many days there are until the mandate begins.",
             COMPUTED(mandate_days_until), FROM("/mandate/start")),
    FACT("mandate.before_start", RTP_FLAG, "Whether the mandate has not begun yet.", COMPUTED(mandate_before_start),
         FROM("/mandate/start")),
    FACT("mandate.deadline_near", RTP_FLAG, "Whether the mandate begins in less than a fortnight.",
         COMPUTED(mandate_deadline_near), FROM("/mandate/start")),
    FACT("mandate.reason", RTP_TEXT, "The reason given for the mandate.", MANDATE(text, reason)),
    FACT("mandate.policy", RTP_TEXT, "The title or section of the policy.", MANDATE(text, policy)),
    FACT("mandate.exception_process", RTP_TEXT, "How one asks for an exception.", MANDATE(text, exception_process)),
    FACT("mandate.enforcement", RTP_WORD, "How strictly the mandate is enforced.", STEERING, MANDATE(word, enforcement),
         WORDS(enforcement)),
    FACT("mandate.contract", RTP_TEXT, "What your contract or offer letter says about the place of work.",
         MANDATE(text, contract)),
};

TOPIC(mandate, RTP_ONCE, mandate_rows);
