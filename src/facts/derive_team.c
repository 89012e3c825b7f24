/* Facts about the team and its ways of working, what remote work costs, and who covers for whom.
 * Most are members as they stand. */
#include "facts/value.h"

/* ---- team ---- */

static rtp_value team_others(const rtp_site *at)
{
    rtp_count size = at->from->profile->team.size;
    return size.known && size.value > 0 ? computed(whole_value(at, size.value - 1), rtp_lit("team size less you"))
                                        : unknown_value(at);
}

static rtp_value team_elsewhere(const rtp_site *at)
{
    const rtp_team *team = &at->from->profile->team;
    int64_t elsewhere = (int64_t)team->size.value - 1 - team->same_site.value;
    if (!team->size.known || !team->same_site.known || elsewhere < 0) {
        return unknown_value(at);
    }
    return computed(whole_value(at, elsewhere), rtp_lit("team size less you and the colleagues at your site"));
}

/* How many of the colleagues an office day would meet; false when either number is missing. */
static bool count_colleagues(const rtp_site *at, int64_t *here, int64_t *others)
{
    const rtp_team *team = &at->from->profile->team;
    *here = team->same_site.value;
    *others = (int64_t)team->size.value - 1;
    return team->size.known && team->same_site.known && *others > 0 && *here <= *others;
}

static rtp_value team_mostly_elsewhere(const rtp_site *at)
{
    int64_t here = 0, others = 0;
    return count_colleagues(at, &here, &others)
               ? computed(flag_value(at, 2 * here < others),
                          rtp_lit("fewer than half of your colleagues are at your site"))
               : unknown_value(at);
}

static rtp_value team_nobody_here(const rtp_site *at)
{
    int64_t here = 0, others = 0;
    return count_colleagues(at, &here, &others)
               ? computed(flag_value(at, here == 0), rtp_lit("none of your colleagues is at your site"))
               : unknown_value(at);
}

static rtp_value team_all_here(const rtp_site *at)
{
    int64_t here = 0, others = 0;
    return count_colleagues(at, &here, &others)
               ? computed(flag_value(at, here == others), rtp_lit("all of your colleagues are at your site"))
               : unknown_value(at);
}

static rtp_value practices_count(const rtp_site *at)
{
    const rtp_practices *practices = &at->from->profile->practices;
    return rtp_value_count(at, practices->already.len + practices->proposed.len);
}

#define TEAM(read, member) MEMBER(read, rtp_profile, team.member, "/team/" #member)

static const rtp_row team_rows[] = {
    QUANTITY("team.size", "people", "How many people are in your team, you included.", TEAM(count, size)),
    QUANTITY("team.others", "people", "How many colleagues you have in your team.", COMPUTED(team_others),
             FROM("/team/size")),
    FACT("team.sites", RTP_LIST, "The places your team works at.", TEAM(texts, sites)),
    QUANTITY("team.site_count", "sites", "How many places your team works at.",
             MEMBER(length, rtp_profile, team.sites, "/team/sites")),
    QUANTITY("team.same_site", "people", "How many colleagues work at your site.", TEAM(count, same_site)),
    QUANTITY("team.elsewhere", "people", "How many colleagues work at other sites.", COMPUTED(team_elsewhere),
             FROM("/team/same_site")),
    FACT("team.mostly_elsewhere", RTP_FLAG, "Whether fewer than half of your colleagues work at your site.",
         COMPUTED(team_mostly_elsewhere), FROM("/team/same_site")),
    FACT("team.nobody_here", RTP_FLAG, "Whether none of your colleagues works at your site.",
         COMPUTED(team_nobody_here), FROM("/team/same_site")),
    FACT("team.all_here", RTP_FLAG, "Whether all of your colleagues work at your site.", COMPUTED(team_all_here),
         FROM("/team/same_site")),
    FACT("team.creative_rut", RTP_FLAG, "Whether the team is short of new ideas.", STEERING, TEAM(flag, creative_rut)),
    QUANTITY("team.new_hires", "people", "How many people are new in the team.", TEAM(count, new_hires)),
    QUANTITY("team.mentees", "people", "How many people you mentor.", TEAM(count, mentees)),
    FACT("practices.already", RTP_LIST, "Ways of working the team has already.",
         MEMBER(texts, rtp_profile, practices.already, "/practices/already")),
    FACT("practices.proposed", RTP_LIST, "Ways of working you propose.",
         MEMBER(texts, rtp_profile, practices.proposed, "/practices/proposed")),
    QUANTITY("practices.count", "practices", "How many ways of working you listed.", COMPUTED(practices_count),
             FROM("/practices")),
    QUANTITY("costs.count", "costs", "How many costs you listed.", MEMBER(size, rtp_profile, costs, "/costs")),
};

TOPIC(team, RTP_ONCE, team_rows);

/* ---- practices: those in use, then those proposed ---- */

static bool is_already(const rtp_site *at)
{
    return at->item < at->from->profile->practices.already.len;
}

static rtp_value at_practice(const rtp_site *at, rtp_value value)
{
    size_t before = is_already(at) ? 0 : at->from->profile->practices.already.len;
    return found_at(value, is_already(at) ? "/practices/already/#" : "/practices/proposed/#", at->item - before);
}

static rtp_value practice_text(const rtp_site *at)
{
    const rtp_practices *practices = &at->from->profile->practices;
    rtp_str text = is_already(at) ? practices->already.items[at->item]
                                  : practices->proposed.items[at->item - practices->already.len];
    return at_practice(at, text_value(at, text));
}

static rtp_value practice_kind(const rtp_site *at)
{
    rtp_value value = text_value(at, is_already(at) ? rtp_lit("already") : rtp_lit("proposed"));
    return computed(at_practice(at, value), rtp_lit("the list it stands in"));
}

static const rtp_str practice_kind_items[] = {RTP_STR("already"), RTP_STR("proposed")};
static const rtp_texts rtp_words_practice_kind = {practice_kind_items, RTP_COUNT(practice_kind_items)};

static const rtp_row practice_rows[] = {
    FACT("practice.text", RTP_TEXT, "A way of working.", COMPUTED(practice_text)),
    FACT("practice.kind", RTP_WORD, "Whether the team works this way already.", COMPUTED(practice_kind),
         WORDS(practice_kind)),
};

TOPIC(practices, RTP_PRACTICES, practice_rows);

/* ---- costs and cover ---- */

#define COST(member) MEMBER(text, rtp_cost, member, "/costs/#/" #member)

static const rtp_row cost_rows[] = {
    FACT("cost.cost", RTP_TEXT, "What the arrangement costs.", COST(cost)),
    FACT("cost.borne_by", RTP_TEXT, "Who carries this cost.", COST(borne_by)),
    FACT("cost.mitigation", RTP_TEXT, "What makes this cost smaller.", COST(mitigation)),
    QUANTITY("cost.position", "", "The place of this cost in your list, from one.", COMPUTED(rtp_read_position),
             FROM("/costs/#")),
};

TOPIC(costs, RTP_COSTS, cost_rows);

static rtp_value cover_any(const rtp_site *at)
{
    const rtp_cover *cover = &at->from->profile->cover;
    bool any = cover->core_hours.len > 0 || cover->response_minutes.known || cover->onsite_backup.len > 0 ||
               cover->onsite_minutes.known || cover->security.len > 0;
    rtp_value value = flag_value(at, any);
    value.origin.pointer = any ? at->row->pointer : NULL;
    return computed(value, any ? rtp_lit("something is said about cover") : rtp_lit("none given"));
}

#define COVER(read, member) MEMBER(read, rtp_profile, cover.member, "/cover/" #member)

static const rtp_row cover_rows[] = {
    FACT("cover.core_hours", RTP_TEXT, "The hours in which you can always be reached.", COVER(text, core_hours)),
    QUANTITY("cover.response_minutes", "minutes", "How soon you answer in those hours.",
             COVER(number, response_minutes)),
    FACT("cover.onsite_backup", RTP_TEXT, "Who can help on site when you are away.", COVER(text, onsite_backup)),
    QUANTITY("cover.onsite_minutes", "minutes", "How soon you can be on site.", COVER(number, onsite_minutes)),
    FACT("cover.security", RTP_LIST, "What keeps data safe at home.", COVER(texts, security)),
    FACT("cover.any", RTP_FLAG, "Whether you said anything about cover.", COMPUTED(cover_any), FROM("/cover")),
};

TOPIC(cover, RTP_ONCE, cover_rows);
