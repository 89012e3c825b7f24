/* floor: facts */
#include "facts_support.h"

#define TALKS(last)                                                                                                    \
    BASE                                                                                                               \
        ", 'conversations': [{'date': '2026-10-01', 'with': 'Ana Ruiz', 'said': 'Later.'}, {'date': '2026-11-12'" last \
        "}]"

static void the_last_one_counts(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {TALKS(", 'with': 'Maya Chen', 'stage': 'pitch', 'said': 'Show me.', 'agreed': ['a plan', 'a date'], 'next': "
               "'2026-12-01'"),
         "conversation.with", 0, "Ana Ruiz", 'p', "/conversations/0/with"},
        {NULL, "conversation.date", 1, "12 November 2026", 'p', "/conversations/1/date"},
        {NULL, "conversation.stage", 0, NULL, 0, NULL},
        {NULL, "conversation_last.with", 0, "Maya Chen", 'p', "/conversations/1/with"},
        {NULL, "conversation_last.with_called", 0, "Maya", 'f', "/conversations/1/with"},
        {NULL, "conversation_last.stage", 0, "pitch", 'p', NULL},
        {NULL, "conversation_last.said", 0, "Show me.", 'p', NULL},
        {NULL, "conversation_last.agreed", 0, "a plan and a date", 'p', "/conversations/1/agreed"},
        {NULL, "conversation_last.next", 0, "1 December 2026", 'p', NULL},
        {NULL, "conversation_last.next_future", 0, "yes", 'f', "/conversations/1/next"},
        {NULL, "conversations.count", 0, "2", 'f', "/conversations"},
        {NULL, "conversations.agreed_count", 0, "2", 'f', "/conversations"},
        {NULL, "conversation_last.age_days", 0, "9", 'f', "/conversations/1/date"},
        {NULL, "conversation_last.is_pitch", 0, "yes", 'f', "/conversations/1/stage"},
        {NULL, "conversation_last.is_review", 0, "no", 'f', "/conversations/1/stage"},
        {TALKS(", 'stage': 'terms'"), "conversation_last.is_pitch", 0, "yes", 'f', NULL},
        {TALKS(", 'stage': 'sound_out'"), "conversation_last.is_pitch", 0, "no", 'f', NULL},
        {TALKS(", 'stage': 'review'"), "conversation_last.is_review", 0, "yes", 'f', NULL},
        {TALKS(""), "conversation_last.is_pitch", 0, NULL, 0, NULL},
        {NULL, "conversation_last.is_review", 0, NULL, 0, NULL},
        {NULL, "conversations.agreed_count", 0, "0", 'f', ""},
        {BASE ", 'conversations': [{'date': '2026-11-21'}]", "conversation_last.age_days", 0, "0", 'f', NULL},
        {BASE ", 'conversations': [{'date': '2026-11-22'}]", "conversation_last.age_days", 0, NULL, 0, NULL},
        /* What somebody else said is not for the manager's eyes. */
        {BASE
         ", 'manager': {'name': 'Maya Chen'}, 'conversations': [{'date': '2026-11-01', 'with': 'Maya', 'said': 'a'}, "
         "{'date': '2026-11-02', 'with': 'Jo from HR', 'said': 'b'}]",
         "conversation_last.said", 0, "a", 'p', "/conversations/0/said"},
        {BASE
         ", 'manager': {'name': 'Maya Chen'}, 'conversations': [{'date': '2026-11-02', 'with': 'Jo', 'said': 'b'}]",
         "conversation_last.said", 0, NULL, 0, NULL},
        {BASE ", 'senior': {'name': 'Jo Reed'}, 'conversations': [{'date': '2026-11-02', 'with': 'Jo', 'said': 'b'}]",
         "conversation_last.said", 0, NULL, 0, NULL},
        {TALKS(", 'next': '2026-11-21'"), "conversation_last.next_future", 0, "yes", 'f', NULL},
        {NULL, "conversation_last.with_called", 0, NULL, 0, NULL},
        {TALKS(", 'next': '2026-11-20'"), "conversation_last.next_future", 0, "no", 'f', NULL},
        {TALKS(""), "conversation_last.next_future", 0, NULL, 0, NULL},
        /* A recap goes to whomever it was. */
        {BASE ", 'manager': {'name': 'Maya Chen'}, 'conversations': [{'date': '2026-11-01', 'with': 'Maya'}, "
              "{'date': '2026-11-02', 'with': 'Jo Reed', 'next': '2026-12-01'}]",
         "conversations.latest", 0, "2 November 2026", 'f', "/conversations/1/date"},
        {NULL, "conversation.latest", 0, "no", 'f', "/conversations/0"},
        {NULL, "conversation.latest", 1, "yes", 'f', "/conversations/1"},
        {NULL, "conversation.with_manager", 0, "yes", 'f', "/conversations/0/with"},
        {NULL, "conversation.with_manager", 1, "no", 'f', "/conversations/1/with"},
        {NULL, "conversation.called", 1, "Jo", 'f', "/conversations/1/with"},
        {NULL, "conversation.next_future", 0, NULL, 0, NULL},
        {NULL, "conversation.next_future", 1, "yes", 'f', "/conversations/1/next"},
        {BASE, "conversation_last.date", 0, NULL, 0, NULL},
        {NULL, "conversations.latest", 0, NULL, 0, NULL},
        {NULL, "conversation_last.with_called", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_last_one_counts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
