/* floor: facts */
/* Names among a user's words: what keeps its capital inside a sentence. The profile is invented. */
#include "facts_support.h"

static const char profile[] =
    "\"person\": {\"role\": \"Clerk\", \"name\": \"Rose Hill\", \"team\": \"The claims team\"},"
    " \"manager\": {\"name\": \"Will Fox\", \"priorities\": [\"Claims settled before Easter\", \"will it last\"]},"
    " \"senior\": {\"name\": \"Ada\"},"
    " \"ask\": {\"preferred\": {\"office_days\": 2}},"
    " \"team\": {\"sites\": [\"Cardiff\", \"Port Talbot\"]},"
    " \"needs\": [{\"need\": \"Release notes from Borealis on time\", \"why\": \"Plans change. Plans again; Quotes "
    "too\"}],"
    " \"deliverables\": [{\"title\": \"The Release board\", \"said\": {\"by\": \"Customer\", \"text\": \"Thanks, "
    "customer care\"}}],"
    " \"history\": {\"metrics\": ["
    "   {\"name\": \"Calls\", \"better\": \"lower\", \"source\": \"Deployment log\"},"
    "   {\"name\": \"Tickets\", \"better\": \"lower\", \"source\": \"Service Desk\"}]},"
    " \"conversations\": [{\"date\": \"2026-10-01\", \"with\": \"Uma\", \"stage\": \"pitch\"}]";

static void names_keep_their_capital(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        bool name;
    } rows[] = {
        {"Rose", true},        {"Hill", true},     {"Will", true}, /* a person's, whatever it means elsewhere */
        {"Ada", true},         {"Uma", true},      {"Cardiff", true}, {"Talbot", true}, {"Service", true},
        {"Desk", true},        {"Borealis", true}, {"Easter", true},  {"The", false},   {"Claims", false},
        {"Deployment", false}, {"Calls", false},   {"Plans", false}, /* behind a full stop only */
        {"Quotes", false},     {"Release", true},                    /* inside a sentence, and nowhere small */
        {"Customer", false},                                         /* small elsewhere */
        {"Thanks", false},     {"rose", false},    {"", false},       {"Bo", false},    {"Boreal", false},
        {"Nowhere", false},
    };
    bench on = bench_make(profile, "2026-11-21");
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        if (rtp_facts_is_name(on.facts, rtp_str_from(rows[i].word)) != rows[i].name) {
            fail_msg("%s", rows[i].word);
        }
    }
    rtp_arena_free(on.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(names_keep_their_capital)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
