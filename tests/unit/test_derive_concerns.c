/* floor: facts */
#include "facts_support.h"

#define NAMES          "'manager': {'name': 'Maya Chen'}, 'senior': {'name': 'Dana Okafor'}"
#define CONCERNS(list) BASE ", " NAMES ", 'concerns': [" list "]"

static void concerns_keep_their_order(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {CONCERNS("{'about': 'culture', 'said': 'We drift.', 'from': 'senior'}, {'about': 'cost'}, "
                  "{'about': 'culture', 'from': 'company', 'said': 'One firm.'}"),
         "concern.about", 0, "culture", 'p', "/concerns/0/about"},
        {NULL, "concern.said", 0, "We drift.", 'p', "/concerns/0/said"},
        {NULL, "concern.said", 1, NULL, 0, NULL},
        {NULL, "concern.from", 0, "senior", 'p', "/concerns/0/from"},
        {NULL, "concern.from", 1, "manager", 'd', ""},
        {NULL, "concern.rank", 2, "3", 'f', "/concerns/2"},
        {NULL, "concern.speaker", 0, "Dana", 'f', "/senior/name"},
        {NULL, "concern.speaker", 1, "Maya", 'f', "/manager/name"},
        {NULL, "concern.speaker", 2, NULL, 0, NULL},
        {NULL, "concern.first_of_kind", 0, "yes", 'f', NULL},
        {NULL, "concern.first_of_kind", 1, "yes", 'f', NULL},
        {NULL, "concern.first_of_kind", 2, "no", 'f', NULL},
        {NULL, "concerns.count", 0, "3", 'f', "/concerns"},
        {NULL, "concerns.said_count", 0, "2", 'f', "/concerns"},
        {NULL, "concerns.unsaid_count", 0, "1", 'f', "/concerns"},
        {NULL, "concerns.ids", 0, "culture, cost and culture", 'p', "/concerns"},
        {BASE ", 'concerns': [{'about': 'cost'}]", "concern.speaker", 0, NULL, 0, NULL},
        {BASE, "concerns.ids", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void a_motive_nobody_named_is_private(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {CONCERNS("{'about': 'real_estate'}"), "concern.only_private", 0, "yes", 'f', "/concerns/0/about"},
        {CONCERNS("{'about': 'manager_role', 'from': 'senior'}"), "concern.only_private", 0, "yes", 'f', NULL},
        {CONCERNS("{'about': 'headcount', 'from': 'company', 'said': 'We are too many.'}"), "concern.only_private", 0,
         "yes", 'f', NULL},
        {CONCERNS("{'about': 'real_estate', 'said': 'The lease runs on.'}"), "concern.only_private", 0, "no", 'f',
         NULL},
        {CONCERNS("{'about': 'headcount', 'said': 'We shrink.', 'from': 'senior'}"), "concern.only_private", 0, "no",
         'f', NULL},
        {CONCERNS("{'about': 'cost'}"), "concern.only_private", 0, "no", 'f', NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

#define WORDS_25 "a b c d e f g h i j k l m n o p q r s t u v w x y"
#define FIFTY    "lengthylengthylengthylengthylengthylengthylengthyl"

static void a_short_worry_has_at_most_25_words(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {CONCERNS("{'about': 'cost', 'said': '" WORDS_25 "'}, {'about': 'culture', 'said': '" WORDS_25 " z'}"),
         "concerns.first.short", 0, "yes", 'f', "/concerns/0/said"},
        {NULL, "concerns.second.short", 0, "no", 'f', "/concerns/1/said"},
        {CONCERNS("{'about': 'cost', 'said': '" WORDS_25 "   '}, {'about': 'culture'}"), "concerns.first.short", 0,
         "yes", 'f', NULL},
        {NULL, "concerns.second.short", 0, NULL, 0, NULL},
        {CONCERNS("{'about': 'cost', 'said': '" FIFTY FIFTY FIFTY FIFTY
                  "'}, {'about': 'culture', 'said': '" FIFTY FIFTY FIFTY FIFTY "l'}"),
         "concerns.first.short", 0, "yes", 'f', NULL},
        {NULL, "concerns.second.short", 0, "no", 'f', NULL},
        {BASE, "concerns.first.short", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

/* The first two concerns are those that a shareable document may speak of. */
static void first_and_second(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {CONCERNS("{'about': 'real_estate'}, {'about': 'cost', 'said': 'It adds up.', 'from': 'senior'}, {'about': "
                  "'morale'}"),
         "concerns.first.about", 0, "cost", 'p', "/concerns/1/about"},
        {NULL, "concerns.first.said", 0, "It adds up.", 'p', "/concerns/1/said"},
        {NULL, "concerns.first.from", 0, "senior", 'p', "/concerns/1/from"},
        {NULL, "concerns.first.speaker", 0, "Dana", 'f', "/senior/name"},
        {NULL, "concerns.first.answered", 0, "no", 'f', "/concerns/1/about"},
        {NULL, "concerns.second.about", 0, "morale", 'p', "/concerns/2/about"},
        {NULL, "concerns.second.said", 0, NULL, 0, NULL},
        {NULL, "concerns.second.from", 0, "manager", 'd', ""},
        {CONCERNS("{'about': 'cost'}"), "concerns.first.from", 0, "manager", 'd', ""},
        {NULL, "concerns.second.about", 0, NULL, 0, NULL},
        {CONCERNS("{'about': 'headcount'}"), "concerns.first.about", 0, NULL, 0, NULL},
        {NULL, "concerns.first.answered", 0, NULL, 0, NULL},
        {BASE, "concerns.first.speaker", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

/* What others may read has a place of its own, and says which need it shares with one before it. */
static void concerns_have_a_place_and_neighbours(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {CONCERNS("{'about': 'headcount'}, {'about': 'morale'}, {'about': 'morale', 'from': 'senior'}, "
                  "{'about': 'culture'}, {'about': 'headcount', 'said': 'We shrink.'}, {'about': 'visibility'}"),
         "concern.place", 0, NULL, 0, NULL},
        {NULL, "concern.place", 1, "1", 'f', "/concerns/1/about"},
        {NULL, "concern.place", 2, NULL, 0, NULL},
        {NULL, "concern.place", 3, "2", 'f', "/concerns/3/about"},
        {NULL, "concern.place", 4, "3", 'f', "/concerns/4/about"},
        {NULL, "concern.close_to", 1, NULL, 0, NULL},
        {NULL, "concern.close_to", 2, NULL, 0, NULL},
        {NULL, "concern.close_to", 3, "morale", 'f', "/concerns/1/about"},
        {NULL, "concern.close_to", 5, NULL, 0, NULL},
        {CONCERNS("{'about': 'accountability'}, {'about': 'visibility'}"), "concern.close_to", 1, "accountability", 'f',
         "/concerns/0/about"},
    };
    check_cases(cases, RTP_COUNT(cases));
}

#define MITIGATIONS                                                                                                    \
    ", 'mitigations': [{'concern': 'morale', 'action': 'ask'}, {'concern': 'cost', 'action': 'count', "                \
    "'measure': 'the bill', 'target': 'half'}, {'concern': 'cost', 'action': 'share'}, "                               \
    "{'concern': 'real_estate', 'action': 'wait'}]"

static void mitigations_meet_their_concern(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {CONCERNS("{'about': 'culture'}, {'about': 'cost'}, {'about': 'cost', 'from': 'senior'}") MITIGATIONS,
         "mitigation.concern", 1, "cost", 'p', "/mitigations/1/concern"},
        {NULL, "mitigation.action", 1, "count", 'p', "/mitigations/1/action"},
        {NULL, "mitigation.measure", 1, "the bill", 'p', "/mitigations/1/measure"},
        {NULL, "mitigation.target", 1, "half", 'p', "/mitigations/1/target"},
        {NULL, "mitigation.rank", 1, "2", 'f', "/concerns/1/about"},
        {NULL, "mitigation.rank", 0, NULL, 0, NULL},
        {NULL, "mitigation.place", 1, "2", 'f', "/concerns/1/about"},
        {NULL, "mitigation.place", 0, NULL, 0, NULL},
        {NULL, "mitigation.place", 3, NULL, 0, NULL},
        {NULL, "mitigation.only_private", 1, "no", 'f', NULL},
        {NULL, "mitigation.only_private", 3, "yes", 'f', "/mitigations/3/concern"},
        {NULL, "concern.own_mitigations", 0, "0", 'f', "/concerns/0/about"},
        {NULL, "concern.own_mitigations", 1, "2", 'f', "/concerns/1/about"},
        {NULL, "concern.own_action", 1, "count", 'p', "/mitigations/1/action"},
        {NULL, "concern.own_action", 2, "count", 'p', "/mitigations/1/action"},
        {NULL, "concern.own_measure", 1, "the bill", 'p', "/mitigations/1/measure"},
        {NULL, "concern.own_target", 1, "half", 'p', "/mitigations/1/target"},
        {NULL, "concern.own_action", 0, NULL, 0, NULL},
        {CONCERNS("{'about': 'morale'}") MITIGATIONS, "concern.own_measure", 0, NULL, 0, NULL},
        {NULL, "concerns.first.answered", 0, "yes", 'f', "/concerns/0/about"},
        {CONCERNS("{'about': 'real_estate', 'said': 'The lease runs on.'}") MITIGATIONS, "mitigation.only_private", 3,
         "no", 'f', NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(concerns_keep_their_order),
        cmocka_unit_test(a_motive_nobody_named_is_private),
        cmocka_unit_test(first_and_second),
        cmocka_unit_test(a_short_worry_has_at_most_25_words),
        cmocka_unit_test(concerns_have_a_place_and_neighbours),
        cmocka_unit_test(mitigations_meet_their_concern),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
