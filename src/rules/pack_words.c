/* The closed vocabularies of packs. A word that is not here is an error with a suggestion, since a
 * misspelt word would only make a rule silent. */
#include "rules/pack_words.h"

#define WORDS(name, ...)                                                                                               \
    static const rtp_str name##_items[] = {__VA_ARGS__};                                                               \
    const rtp_texts rtp_pack_##name = {name##_items, RTP_COUNT(name##_items)}

WORDS(scopes, RTP_STR("concerns"), RTP_STR("mitigations"), RTP_STR("metrics"), RTP_STR("deliverables"),
      RTP_STR("reviews"), RTP_STR("needs"), RTP_STR("rungs"), RTP_STR("tasks"), RTP_STR("practices"), RTP_STR("costs"),
      RTP_STR("guardrails"), RTP_STR("experiments"), RTP_STR("conversations"), RTP_STR("weeks"), RTP_STR("outcomes"),
      RTP_STR("limits"), RTP_STR("omissions"), RTP_STR("changes"), RTP_STR("days"), RTP_STR("asked"), RTP_STR("groups"),
      RTP_STR("lacks"), RTP_STR("factors"));
WORDS(directions, RTP_STR("supports"), RTP_STR("against"), RTP_STR("mixed"), RTP_STR("context"));
WORDS(designs, RTP_STR("meta-analysis"), RTP_STR("randomized trial"), RTP_STR("natural experiment"),
      RTP_STR("difference-in-differences"), RTP_STR("lab experiment"), RTP_STR("observational"), RTP_STR("survey"),
      RTP_STR("statement"));
WORDS(strengths, RTP_STR("A"), RTP_STR("B"), RTP_STR("C"), RTP_STR("D"));
WORDS(arrangements, RTP_STR("hybrid"), RTP_STR("remote"), RTP_STR("any"));
WORDS(topics, RTP_STR("retention"), RTP_STR("productivity"), RTP_STR("oversight"), RTP_STR("fairness"),
      RTP_STR("engagement"), RTP_STR("customer_response"), RTP_STR("mentoring"), RTP_STR("wellbeing"),
      RTP_STR("commute_time"), RTP_STR("hiring"), RTP_STR("collaboration"), RTP_STR("innovation"), RTP_STR("culture"),
      RTP_STR("real_estate"), RTP_STR("security"));

rtp_str rtp_choice_text(int choice, const rtp_texts *words)
{
    return choice > 0 ? words->items[choice - 1] : (rtp_str){NULL, 0};
}

rtp_str rtp_want_concern(const rtp_evidence_want *want)
{
    return rtp_choice_text(want->concern, &rtp_pack_topics);
}

rtp_set rtp_choice_set(int choice)
{
    return choice > 0 ? (rtp_set)1 << (choice - 1) : 0;
}

rtp_set rtp_choices_set(rtp_choices choices)
{
    rtp_set set = 0;
    for (size_t i = 0; i < choices.len; i++) {
        set |= rtp_choice_set(choices.items[i]);
    }
    return set;
}

rtp_set rtp_word_set(rtp_str word, const rtp_texts *words)
{
    size_t i = 0;
    while (i < words->len && !rtp_str_equal(words->items[i], word)) {
        i++;
    }
    return i < words->len ? rtp_choice_set((int)i + 1) : 0;
}
