/* The closed vocabularies of the profile. Order is part of the format: a choice is stored as the
 * index of its word + 1, and the concerns stand in the order of the catalogue. */
#include "rtopitch/profile.h"

#define WORDS(name, ...)                                                                                               \
    static const rtp_str name##_items[] = {__VA_ARGS__};                                                               \
    const rtp_texts rtp_words_##name = {name##_items, RTP_COUNT(name##_items)}

WORDS(mode, RTP_STR("office"), RTP_STR("hybrid"), RTP_STR("remote"));
WORDS(weekday, RTP_STR("mon"), RTP_STR("tue"), RTP_STR("wed"), RTP_STR("thu"), RTP_STR("fri"));
WORDS(stance, RTP_STR("supportive"), RTP_STR("open"), RTP_STR("neutral"), RTP_STR("sceptical"), RTP_STR("opposed"));
WORDS(relationship, RTP_STR("strong"), RTP_STR("good"), RTP_STR("new"), RTP_STR("strained"));
WORDS(prefers, RTP_STR("memo"), RTP_STR("one_page"), RTP_STR("data"), RTP_STR("talk"));
WORDS(enforcement, RTP_STR("strict"), RTP_STR("moderate"), RTP_STR("loose"), RTP_STR("unknown"));
WORDS(from, RTP_STR("manager"), RTP_STR("senior"), RTP_STR("company"));
WORDS(better, RTP_STR("higher"), RTP_STR("lower"));
WORDS(best, RTP_STR("home"), RTP_STR("office"), RTP_STR("either"));
WORDS(design, RTP_STR("before_after"), RTP_STR("alternating_weeks"));
WORDS(place, RTP_STR("home"), RTP_STR("office"));
WORDS(kind, RTP_STR("problem_solving"), RTP_STR("standup"), RTP_STR("protocol"), RTP_STR("blend"), RTP_STR("custom"));
WORDS(stage, RTP_STR("sound_out"), RTP_STR("pitch"), RTP_STR("terms"), RTP_STR("review"));
WORDS(rating, RTP_STR("below"), RTP_STR("meets"), RTP_STR("above"));
WORDS(strategy, RTP_STR("auto"), RTP_STR("push_back"), RTP_STR("earn_back"));
WORDS(role_family, RTP_STR("software_engineer"), RTP_STR("sre"), RTP_STR("data"), RTP_STR("designer"),
      RTP_STR("product_manager"), RTP_STR("qa"), RTP_STR("writer"), RTP_STR("support"), RTP_STR("sales"),
      RTP_STR("recruiting_hr"), RTP_STR("finance"), RTP_STR("project_manager"), RTP_STR("team_lead"), RTP_STR("other"));
WORDS(concern, RTP_STR("productivity"), RTP_STR("visibility"), RTP_STR("accountability"), RTP_STR("attendance"),
      RTP_STR("culture"), RTP_STR("morale"), RTP_STR("collaboration"), RTP_STR("new_staff"), RTP_STR("connection"),
      RTP_STR("real_estate"), RTP_STR("cost"), RTP_STR("manager_role"), RTP_STR("headcount"), RTP_STR("fairness"),
      RTP_STR("policy"), RTP_STR("responsiveness"), RTP_STR("customers"), RTP_STR("emergencies"), RTP_STR("security"),
      RTP_STR("compliance"), RTP_STR("spontaneous_help"), RTP_STR("overwork"), RTP_STR("abuse"), RTP_STR("promotion"),
      RTP_STR("management_load"), RTP_STR("equipment"), RTP_STR("decision_speed"), RTP_STR("tried_before"));

rtp_str rtp_word(const rtp_texts *words, int choice)
{
    bool inside = choice > 0 && (size_t)choice <= words->len;
    return inside ? words->items[choice - 1] : (rtp_str){NULL, 0};
}
