/* Facts about many profiles at once: who would be on site on which day, what is asked for, what worries
 * the other side. Counts of a group that is too small to hide its people are unknown. */
#include "facts/value.h"

static const rtp_str weekdays[RTP_SITE_DAYS] = {
    RTP_STR("Monday"), RTP_STR("Tuesday"), RTP_STR("Wednesday"), RTP_STR("Thursday"), RTP_STR("Friday"),
};

static const rtp_tally *tally_of(const rtp_site *at)
{
    return at->from->profile->tally;
}

/* All of them, when there are enough to be told of; else NULL. */
static const rtp_crowd *crowd_of(const rtp_site *at)
{
    const rtp_tally *tally = tally_of(at);
    return tally && tally->all.people >= RTP_SMALLEST_GROUP ? &tally->all : NULL;
}

static rtp_value counted(const rtp_site *at, int64_t people)
{
    return computed(whole_value(at, people), rtp_lit("counted over the profiles"));
}

static rtp_value counted_if(const rtp_site *at, const rtp_crowd *crowd, int64_t people)
{
    return crowd ? counted(at, people) : unknown_value(at);
}

/* ---- the whole ---- */

static rtp_value tally_people(const rtp_site *at)
{
    return tally_of(at) ? counted(at, tally_of(at)->all.people) : unknown_value(at);
}

static rtp_value tally_failed(const rtp_site *at)
{
    return tally_of(at) ? counted(at, tally_of(at)->failed) : unknown_value(at);
}

static rtp_value tally_enough(const rtp_site *at)
{
    return tally_of(at) ? computed(flag_value(at, crowd_of(at) != NULL), rtp_lit("at least four people"))
                        : unknown_value(at);
}

static rtp_value tally_groups(const rtp_site *at)
{
    return crowd_of(at) ? counted(at, (int64_t)tally_of(at)->group_count) : unknown_value(at);
}

static rtp_value tally_floating(const rtp_site *at)
{
    const rtp_crowd *all = crowd_of(at);
    return counted_if(at, all, all ? all->floating : 0);
}

static rtp_value tally_remote(const rtp_site *at)
{
    const rtp_crowd *all = crowd_of(at);
    return counted_if(at, all, all ? all->asked[0] : 0);
}

/* ---- what is asked for ---- */

static rtp_value asked_least(const rtp_site *at)
{
    const rtp_crowd *all = crowd_of(at);
    int64_t days = 0;
    while (all && days < RTP_ASKED_DAYS - 1 && all->asked[days] == 0) {
        days++;
    }
    return all ? computed(whole_value(at, days), rtp_lit("the fewest office days that anyone asks for"))
               : unknown_value(at);
}

static rtp_value asked_most(const rtp_site *at)
{
    const rtp_crowd *all = crowd_of(at);
    int64_t days = RTP_ASKED_DAYS - 1;
    while (all && days > 0 && all->asked[days] == 0) {
        days--;
    }
    return all ? computed(whole_value(at, days), rtp_lit("the most office days that anyone asks for"))
               : unknown_value(at);
}

int64_t rtp_crowd_common(const rtp_crowd *crowd)
{
    int64_t common = 0;
    for (int64_t days = 1; days < RTP_ASKED_DAYS; days++) {
        common = crowd->asked[days] >= crowd->asked[common] ? days : common;
    }
    return common;
}

static bool is_shared(const rtp_crowd *crowd, int64_t days)
{
    bool shared = false;
    for (int64_t other = 0; other < RTP_ASKED_DAYS; other++) {
        shared = shared || (other != days && crowd->asked[other] == crowd->asked[days]);
    }
    return shared;
}

static rtp_value asked_common(const rtp_site *at)
{
    const rtp_crowd *all = crowd_of(at);
    int64_t common = all ? rtp_crowd_common(all) : 0;
    return all && !is_shared(all, common) ? computed(whole_value(at, common), rtp_lit("what most people ask for"))
                                          : unknown_value(at);
}

static rtp_value asked_differ(const rtp_site *at)
{
    rtp_value least = asked_least(at), most = asked_most(at);
    return least.known ? computed((rtp_value){.known = true, .type = RTP_FLAG, .flag = least.number < most.number},
                                  rtp_lit("whether not all ask for the same"))
                       : unknown_value(at);
}

/* ---- who would be on site ---- */

static int64_t fullest(const rtp_crowd *all)
{
    int64_t most = 0;
    for (size_t day = 0; day < RTP_SITE_DAYS; day++) {
        most = all->on_site[day] > most ? all->on_site[day] : most;
    }
    return most;
}

static int64_t emptiest(const rtp_crowd *all)
{
    int64_t least = all->people;
    for (size_t day = 0; day < RTP_SITE_DAYS; day++) {
        least = all->on_site[day] < least ? all->on_site[day] : least;
    }
    return least;
}

static rtp_value days_with(const rtp_site *at, int64_t people, rtp_str formula)
{
    const rtp_crowd *all = crowd_of(at);
    rtp_str *names = RTP_NEW_ARRAY(at->from->arena, rtp_str, RTP_SITE_DAYS);
    size_t len = 0;
    for (size_t day = 0; day < RTP_SITE_DAYS; day++) {
        if (all->on_site[day] == people) {
            names[len++] = weekdays[day];
        }
    }
    return computed(list_value(at, (rtp_texts){names, len}), formula);
}

/* All of them, when at least one names weekdays: else nothing is known of any day, and an empty office would be
 * an invention. */
static const rtp_crowd *placed_crowd(const rtp_site *at)
{
    const rtp_crowd *all = crowd_of(at);
    return all && fullest(all) > 0 ? all : NULL;
}

static rtp_value fullest_people(const rtp_site *at)
{
    const rtp_crowd *all = placed_crowd(at);
    return counted_if(at, all, all ? fullest(all) : 0);
}

static rtp_value emptiest_people(const rtp_site *at)
{
    const rtp_crowd *all = placed_crowd(at);
    return counted_if(at, all, all ? emptiest(all) : 0);
}

static rtp_value fullest_days(const rtp_site *at)
{
    const rtp_crowd *all = placed_crowd(at);
    return all ? days_with(at, fullest(all), rtp_lit("the weekdays with most people on site")) : unknown_value(at);
}

static rtp_value emptiest_days(const rtp_site *at)
{
    const rtp_crowd *all = placed_crowd(at);
    bool uneven = all && fullest(all) > emptiest(all);
    return uneven ? days_with(at, emptiest(all), rtp_lit("the weekdays with fewest people on site"))
                  : unknown_value(at);
}

/* Everybody who comes in on days that are named, when that is more than half: a few do not make it the team's day. */
static rtp_value together_days(const rtp_site *at)
{
    const rtp_crowd *all = crowd_of(at);
    int64_t coming = all ? all->people - all->asked[0] - all->floating : 0;
    return all && coming * 2 > all->people
               ? days_with(at, coming, rtp_lit("the weekdays on which all are on site who named their days"))
               : unknown_value(at);
}

static const rtp_row tally_rows[] = {
    QUANTITY("tally.people", "people", "How many profiles are counted; unknown but in a batch.",
             COMPUTED(tally_people)),
    QUANTITY("tally.failed", "profiles", "How many profiles could not be read.", COMPUTED(tally_failed)),
    FACT("tally.enough", RTP_FLAG, "Whether they are enough people to be told of in parts.", COMPUTED(tally_enough)),
    QUANTITY("tally.groups", "teams", "How many teams are told of by themselves.", COMPUTED(tally_groups)),
    QUANTITY("tally.floating", "people", "Who has office days and names no weekdays.", COMPUTED(tally_floating)),
    QUANTITY("tally.remote", "people", "Who asks for no fixed office day.", COMPUTED(tally_remote)),
    QUANTITY("tally.asked_least", "days", "The fewest office days asked for.", COMPUTED(asked_least)),
    QUANTITY("tally.asked_most", "days", "The most office days asked for.", COMPUTED(asked_most)),
    FACT("tally.asked_differ", RTP_FLAG, "Whether not all ask for as many office days.", COMPUTED(asked_differ)),
    QUANTITY("tally.asked_common", "days", "The office days that most people ask for.", COMPUTED(asked_common)),
    FACT("tally.fullest_days", RTP_LIST, "The weekdays with most people on site.", COMPUTED(fullest_days)),
    QUANTITY("tally.fullest_people", "people", "How many are on site on those days.", COMPUTED(fullest_people)),
    FACT("tally.emptiest_days", RTP_LIST, "The weekdays with fewest people on site.", COMPUTED(emptiest_days)),
    QUANTITY("tally.emptiest_people", "people", "How many are on site on those days.", COMPUTED(emptiest_people)),
    FACT("tally.together_days", RTP_LIST, "The weekdays on which all are on site who named their days.",
         COMPUTED(together_days)),
};

TOPIC(tally, RTP_ONCE, tally_rows);

/* ---- concerns: how many share one ---- */

static rtp_value concern_people(const rtp_site *at)
{
    const rtp_concern *concern = at->object;
    bool told = crowd_of(at) && tally_of(at)->concerns[concern->about - 1] > 0;
    return told ? counted(at, tally_of(at)->concerns[concern->about - 1]) : unknown_value(at);
}

/* What the team's file says lies under each profile, so all would seem to have heard it. */
static rtp_value concern_heard(const rtp_site *at)
{
    const rtp_concern *concern = at->object;
    bool given = crowd_of(at) && (tally_of(at)->given >> (concern->about - 1) & 1) != 0;
    return given ? unknown_value(at) : concern_people(at);
}

static const rtp_row tally_concern_rows[] = {
    QUANTITY("concern.people", "people", "How many profiles of a batch name this concern.", COMPUTED(concern_people)),
    QUANTITY("concern.heard", "people", "How many of a team heard it; unknown for what the team's file names.",
             COMPUTED(concern_heard)),
};

TOPIC(tally_concerns, RTP_CONCERNS, tally_concern_rows);

/* ---- weekdays ---- */

static rtp_value percent_of(const rtp_site *at, const rtp_crowd *all, int64_t people)
{
    enum { WHOLE = 100 };
    return all ? computed(rtp_value_decimal(at, (double)(people * WHOLE) / (double)all->people, 0),
                          rtp_lit("people on site out of all"))
               : unknown_value(at);
}

static rtp_value day_name(const rtp_site *at)
{
    return computed(text_value(at, weekdays[at->item]), rtp_lit("the weekday"));
}

static rtp_value day_people(const rtp_site *at)
{
    const rtp_crowd *all = placed_crowd(at);
    return counted_if(at, all, all ? all->on_site[at->item] : 0);
}

static rtp_value day_share(const rtp_site *at)
{
    const rtp_crowd *all = placed_crowd(at);
    return percent_of(at, all, all ? all->on_site[at->item] : 0);
}

static const rtp_row day_rows[] = {
    FACT("day.name", RTP_TEXT, "The weekday.", COMPUTED(day_name)),
    QUANTITY("day.people", "people", "How many are on site if each ask is granted.", COMPUTED(day_people)),
    QUANTITY("day.share", "percent", "Their share of all.", COMPUTED(day_share)),
};

TOPIC(days, RTP_DAYS, day_rows);

/* ---- office days a week ---- */

static rtp_value asked_days(const rtp_site *at)
{
    return computed(whole_value(at, (int64_t)at->item), rtp_lit("office days a week"));
}

static rtp_value asked_people(const rtp_site *at)
{
    const rtp_crowd *all = crowd_of(at);
    return counted_if(at, all, all ? all->asked[at->item] : 0);
}

static const rtp_row asked_rows[] = {
    QUANTITY("asked.days", "days", "A number of office days a week.", COMPUTED(asked_days)),
    QUANTITY("asked.people", "people", "How many ask for so many.", COMPUTED(asked_people)),
};

TOPIC(asked, RTP_ASKED, asked_rows);

/* ---- teams ---- */

static const rtp_crowd *group_at(const rtp_site *at)
{
    return &tally_of(at)->groups[at->item];
}

static rtp_value group_name(const rtp_site *at)
{
    return computed(text_value(at, group_at(at)->name), rtp_lit("the team named in the profiles"));
}

static rtp_value group_people(const rtp_site *at)
{
    return counted(at, group_at(at)->people);
}

static rtp_value group_floating(const rtp_site *at)
{
    return counted(at, group_at(at)->floating);
}

static rtp_value group_remote(const rtp_site *at)
{
    return counted(at, group_at(at)->asked[0]);
}

static rtp_value group_monday(const rtp_site *at)
{
    return counted(at, group_at(at)->on_site[0]);
}

static rtp_value group_tuesday(const rtp_site *at)
{
    return counted(at, group_at(at)->on_site[1]);
}

static rtp_value group_wednesday(const rtp_site *at)
{
    return counted(at, group_at(at)->on_site[2]);
}

static rtp_value group_thursday(const rtp_site *at)
{
    return counted(at, group_at(at)->on_site[3]);
}

static rtp_value group_friday(const rtp_site *at)
{
    return counted(at, group_at(at)->on_site[4]);
}

static const rtp_row group_rows[] = {
    FACT("group.name", RTP_TEXT, "A team; unknown for those too small to be told of.", COMPUTED(group_name)),
    QUANTITY("group.people", "people", "How many people it has.", COMPUTED(group_people)),
    QUANTITY("group.floating", "people", "Who of it names no weekdays.", COMPUTED(group_floating)),
    QUANTITY("group.remote", "people", "Who of it asks for no fixed office day.", COMPUTED(group_remote)),
    QUANTITY("group.monday", "people", "Who of it is on site on Mondays.", COMPUTED(group_monday)),
    QUANTITY("group.tuesday", "people", "Who of it is on site on Tuesdays.", COMPUTED(group_tuesday)),
    QUANTITY("group.wednesday", "people", "Who of it is on site on Wednesdays.", COMPUTED(group_wednesday)),
    QUANTITY("group.thursday", "people", "Who of it is on site on Thursdays.", COMPUTED(group_thursday)),
    QUANTITY("group.friday", "people", "Who of it is on site on Fridays.", COMPUTED(group_friday)),
};

TOPIC(groups, RTP_GROUPS, group_rows);

/* ---- what profiles could still say ---- */

static rtp_value lack_text(const rtp_site *at)
{
    return computed(text_value(at, tally_of(at)->lacks[at->item].text), rtp_lit("what the profile could still say"));
}

static rtp_value lack_people(const rtp_site *at)
{
    return counted(at, tally_of(at)->lacks[at->item].people);
}

static const rtp_row lack_rows[] = {
    FACT("lack.text", RTP_TEXT, "What profiles could still say.", COMPUTED(lack_text)),
    QUANTITY("lack.people", "profiles", "How many do not say it.", COMPUTED(lack_people)),
};

TOPIC(lacks, RTP_LACKS, lack_rows);
