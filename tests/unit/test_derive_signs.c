/* floor: facts */
#include "facts_support.h"

/* All profiles are invented. */
#define REASON(text) BASE ", 'private': {'reasons': ['" text "']}"
#define ANSWER(text) BASE ", 'conversations': [{'date': '2026-11-12', 'said': '" text "'}]"

static void reasons_with_a_route_of_their_own(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {REASON("School pick-up at 15:30"), "signs.protected", 0, "School pick-up at 15:30", 'f', "/private/reasons"},
        {NULL, "signs.reasons", 0, NULL, 0, NULL},
        {REASON("my son\xE2\x80\x99s asthma"), "signs.protected", 0, "my son\xE2\x80\x99s asthma", 'f', NULL},
        {REASON("a season ticket for the train"), "signs.protected", 0, NULL, 0, NULL},
        {NULL, "signs.reasons", 0, "a season ticket for the train", 'f', NULL},
        {BASE ", 'private': {'reasons': ['caring for my mother', 'quiet']}", "signs.protected", 0,
         "caring for my mother", 'f', NULL},
        {NULL, "signs.reasons", 0, "quiet", 'f', NULL},
        {BASE, "signs.protected", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void someone_who_moved_says_so(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {REASON("we moved to the coast in 2023"), "signs.moved", 0, "yes", 'f', NULL},
        {REASON("the removal van of the team"), "signs.moved", 0, NULL, 0, NULL},
        {BASE, "signs.moved", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void words_that_would_hurt(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {BASE ", 'needs': [{'need': 'quiet', 'why': 'I never get any'}], "
              "'mitigations': [{'concern': 'overwork', 'action': 'answer at any hour'}]",
         "signs.risky", 0,
         "\xE2\x80\x9CI never get any\xE2\x80\x9D and \xE2\x80\x9C"
         "answer at any hour\xE2\x80\x9D",
         'f', NULL},
        {BASE ", 'needs': [{'need': 'a quiet morning'}]", "signs.risky", 0, NULL, 0, NULL},
        {BASE ", 'private': {'notes': ['Probation ends in May']}", "signs.probation", 0, "yes", 'f', NULL},
        {BASE, "signs.probation", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void a_flat_no_is_heard(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {ANSWER("No. The policy is the policy."), "signs.refused", 0, "yes", 'f', "/conversations/0/said"},
        {ANSWER("I can\xE2\x80\x99t approve that"), "signs.refused", 0, "yes", 'f', NULL},
        {ANSWER("I can\xE2\x80\x99t see what people are stuck on"), "signs.refused", 0, "no", 'f', NULL},
        {ANSWER("Nothing speaks against it"), "signs.refused", 0, "no", 'f', NULL},
        {BASE, "signs.refused", 0, NULL, 0, NULL},
        {BASE ", 'conversations': [{'date': '2026-09-15', 'said': 'Not this quarter'}, "
              "{'date': '2026-11-05', 'said': 'Bring me something small'}]",
         "signs.refused", 0, "no", 'f', "/conversations/1/said"},
        {NULL, "signs.refused_on", 0, "15 September 2026", 'f', "/conversations/0/said"},
        {ANSWER("Nothing speaks against it"), "signs.refused_on", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

#define MANAGER(priority)                                                                                              \
    BASE ", 'manager': {'priorities': [" priority "]}, 'deliverables': [{'title': 'Rota'}, {'title': 'Ledger move', "  \
         "'outcome': 'four tables migrated'}]"

static void work_close_to_a_priority(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {MANAGER("'the migration by June'"), "signs.work", 0, "Ledger move", 'f', "/deliverables/1/title"},
        {MANAGER("'morale', 'Ledger'"), "signs.work", 0, "Ledger move", 'f', NULL},
        {BASE ", 'manager': {'priorities': ['the ledger']}, 'deliverables': [{'title': 'Ledger move', "
              "'due': '2026-01-10', 'done': '2026-01-12'}]",
         "signs.work", 0, NULL, 0, NULL},
        {MANAGER("'fewer project weeks'"), "signs.work", 0, NULL, 0, NULL},
        {NULL, "signs.senior_work", 0, NULL, 0, NULL},
        {BASE, "signs.work", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reasons_with_a_route_of_their_own),
        cmocka_unit_test(someone_who_moved_says_so),
        cmocka_unit_test(words_that_would_hurt),
        cmocka_unit_test(a_flat_no_is_heard),
        cmocka_unit_test(work_close_to_a_priority),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
