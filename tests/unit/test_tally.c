/* floor: app */
/* Counting over profiles: what is counted of one, which groups are told of, and the profile that speaks for all.
 * Teams and notes are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/app.h"

#include <string.h>

enum { TODAY = 20780, /* 2026-11-23 */ MONDAY = 1, TUESDAY = 2, FRIDAY = 16, ALL_WEEK = 31 };

static int set_up(void **state)
{
    rtp_json_start();
    *state = rtp_arena_make();
    return 0;
}

static int tear_down(void **state)
{
    rtp_arena_free(*state);
    return 0;
}

static void put(rtp_tallier *tallier, const char *team, size_t people, rtp_tally_note note)
{
    note.team = rtp_str_from(team);
    for (size_t i = 0; i < people; i++) {
        rtp_tallier_put(tallier, &note);
    }
}

/* ---- one profile ---- */

static rtp_tally_note note_of(const char *text, rtp_arena *arena)
{
    rtp_diags *diags = rtp_diags_make(arena);
    rtp_source source = {.name = rtp_lit("invented.json"), .text = rtp_str_from(text)};
    rtp_job job = {.pack = rtp_embedded_pack(), .today = TODAY};
    assert_true(rtp_job_take(&job, &source, arena, diags));
    return rtp_job_note(&job, arena);
}

static void days_are_those_of_the_preferred_ask(void **state)
{
    static const struct {
        const char *ask;
        int32_t asked;
        uint32_t days;
    } cases[] = {
        {"{\"office_days\": 2, \"weekdays\": [\"mon\", \"tue\"]}", 2, MONDAY | TUESDAY},
        {"{\"office_days\": 2}", 2, 0},
        {"{\"office_days\": 0}", 0, 0},
        {"{\"office_days\": 5}", 5, ALL_WEEK},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_str text = rtp_arena_format(*state, "{\"person\": {\"role\": \"Analyst\"}, \"ask\": {\"preferred\": %s}}",
                                        cases[i].ask);
        rtp_tally_note note = note_of(text.ptr, *state);
        assert_int_equal(note.asked, cases[i].asked);
        assert_int_equal(note.days, cases[i].days);
    }
}

static void a_suspected_motive_is_not_counted(void **state)
{
    rtp_tally_note note =
        note_of("{\"person\": {\"role\": \"Analyst\"}, \"ask\": {\"preferred\": {\"office_days\": 1}},"
                "\"concerns\": [{\"about\": \"visibility\"}, {\"about\": \"headcount\"}]}",
                *state);
    assert_int_equal(note.concerns, 2); /* visibility is the second of the words */
}

static bool has_lack(rtp_texts lacks, const char *text)
{
    bool found = false;
    for (size_t i = 0; i < lacks.len; i++) {
        found = found || rtp_str_equal(lacks.items[i], rtp_str_from(text));
    }
    return found;
}

static void lacks_are_those_of_the_profile(void **state)
{
    rtp_tally_note bare =
        note_of("{\"person\": {\"role\": \"Analyst\"}, \"ask\": {\"preferred\": {\"office_days\": 2}}}", *state);
    assert_true(has_lack(bare.lacks, "no deliverables"));
    assert_true(has_lack(bare.lacks, "office days without weekdays"));
    rtp_tally_note fuller =
        note_of("{\"person\": {\"role\": \"Analyst\"}, \"deliverables\": [{\"title\": \"An invented report\"}],"
                "\"ask\": {\"preferred\": {\"office_days\": 2, \"weekdays\": [\"mon\", \"fri\"]}}}",
                *state);
    assert_false(has_lack(fuller.lacks, "no deliverables"));
    assert_false(has_lack(fuller.lacks, "office days without weekdays"));
}

/* ---- groups ---- */

typedef struct team {
    const char *name;
    size_t people;
} team;

static const struct {
    team teams[4];
    team told[3]; /* in order; "" is the one without a name */
} groupings[] = {
    {{{"Payments", 4}, {"Billing", 5}}, {{"Billing", 5}, {"Payments", 4}}},
    {{{"Payments", 9}}, {{0}}},                                                /* the whole itself */
    {{{"Payments", 3}, {"Billing", 5}}, {{0}}},                                /* three would be what Billing leaves */
    {{{"A", 2}, {"B", 2}, {"C", 6}}, {{"C", 6}, {"", 4}}},                     /* folded, and large enough together */
    {{{"A", 1}, {"B", 4}, {"C", 6}, {"D", 7}}, {{"C", 6}, {"D", 7}, {"", 5}}}, /* B hides the one of A */
    {{{"", 4}, {"C", 6}}, {{"C", 6}, {"", 4}}},                                /* of no team */
};

static void small_groups_are_folded(void **state)
{
    for (size_t i = 0; i < RTP_COUNT(groupings); i++) {
        rtp_tallier *tallier = rtp_tallier_make(*state);
        for (size_t k = 0; k < 4 && groupings[i].teams[k].name; k++) {
            put(tallier, groupings[i].teams[k].name, groupings[i].teams[k].people, (rtp_tally_note){.asked = 2});
        }
        const rtp_tally *tally = rtp_tallier_close(tallier, *state);
        size_t count = 0;
        for (; count < 3 && groupings[i].told[count].name; count++) {
            assert_true(count < tally->group_count);
            const rtp_crowd *group = &tally->groups[count];
            assert_true(rtp_str_equal(group->name, rtp_str_from(groupings[i].told[count].name)));
            assert_int_equal(group->people, groupings[i].told[count].people);
        }
        assert_int_equal(tally->group_count, count);
    }
}

static void counts_add_up(void **state)
{
    rtp_tallier *tallier = rtp_tallier_make(*state);
    put(tallier, "A", 4, (rtp_tally_note){.asked = 2, .days = MONDAY | TUESDAY, .concerns = 1});
    put(tallier, "B", 5, (rtp_tally_note){.asked = 2, .days = TUESDAY | FRIDAY});
    put(tallier, "B", 1, (rtp_tally_note){.asked = 3});
    put(tallier, "B", 2, (rtp_tally_note){.asked = 0});
    rtp_tallier_fail(tallier);
    const rtp_tally *tally = rtp_tallier_close(tallier, *state);
    const int64_t on_site[RTP_SITE_DAYS] = {4, 9, 0, 0, 5}, asked[RTP_ASKED_DAYS] = {2, 0, 9, 1, 0, 0};
    assert_memory_equal(tally->all.on_site, on_site, sizeof on_site);
    assert_memory_equal(tally->all.asked, asked, sizeof asked);
    assert_int_equal(tally->all.people, 12);
    assert_int_equal(tally->all.floating, 1);
    assert_int_equal(tally->failed, 1);
    assert_int_equal(tally->concerns[0], 4);
    assert_int_equal(rtp_crowd_common(&tally->all), 2);
}

/* ---- speaking for all, and tables ---- */

/* Empty when the fact is unknown. */
static rtp_str fact_text(const rtp_job *job, const char *name, rtp_arena *arena)
{
    int number = rtp_fact_find(rtp_str_from(name));
    assert_true(number >= 0);
    const rtp_value *value = rtp_facts_get(job->facts, (size_t)number, 0);
    return value->known ? rtp_value_text(value, arena) : rtp_lit("");
}

static rtp_tallier *two_teams(rtp_arena *arena)
{
    rtp_tallier *tallier = rtp_tallier_make(arena);
    put(tallier, "=A", 4, (rtp_tally_note){.asked = 2, .days = MONDAY | TUESDAY, .concerns = 2});
    put(tallier, "B", 5, (rtp_tally_note){.asked = 3, .days = MONDAY | TUESDAY | FRIDAY, .concerns = 3});
    return tallier;
}

static void one_profile_speaks_for_all(void **state)
{
    rtp_diags *diags = rtp_diags_make(*state);
    rtp_job job = {.pack = rtp_embedded_pack(), .today = TODAY};
    rtp_source file = {.name = rtp_lit("team.json"),
                       .text = rtp_lit("{\"ask\": {\"preferred\": {\"office_days\": 1}}}")};
    const rtp_tally *tally = rtp_tallier_close(two_teams(*state), *state);
    assert_true(rtp_job_speak_for_all(&job, tally, NULL, *state, diags));
    assert_int_equal(job.profile->ask.preferred.office_days.value, 3);
    assert_int_equal(job.profile->concerns.len, 2);
    assert_int_equal(rtp_item(&job.profile->concerns, rtp_concern, 0)->about, 2);
    assert_true(rtp_str_equal(fact_text(&job, "tally.fullest_days", *state), rtp_lit("Monday and Tuesday")));
    assert_true(rtp_str_equal(fact_text(&job, "tally.emptiest_people", *state), rtp_lit("0")));
    assert_true(rtp_job_speak_for_all(&job, tally, &file, *state, diags));
    assert_int_equal(job.profile->ask.preferred.office_days.value, 1);
    assert_int_equal(diags->errors, 0);
}

/* What is not said of days is left unknown, never taken for an empty office. */
static void days_are_told_as_far_as_they_are_named(void **state)
{
    static const struct {
        size_t first, second;
        rtp_tally_note notes[2];
        const char *common, *fullest, *emptiest, *together; /* as text; "" is unknown */
    } cases[] = {
        {5, 0, {{.asked = 2}}, "2", "", "", ""},
        {5, 0, {{.asked = 0}}, "0", "", "", ""},
        {3, 3, {{.asked = 1, .days = MONDAY}, {.asked = 2}}, "", "3", "0", ""},
        {4, 2, {{.asked = 1, .days = MONDAY}, {.asked = 0}}, "1", "4", "0", "Monday"},
        {2, 5, {{.asked = 1, .days = MONDAY}, {.asked = 0}}, "0", "2", "0", ""},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_job job = {.pack = rtp_embedded_pack(), .today = TODAY};
        rtp_tallier *tallier = rtp_tallier_make(*state);
        put(tallier, "A", cases[i].first, cases[i].notes[0]);
        put(tallier, "A", cases[i].second, cases[i].notes[1]);
        const rtp_tally *tally = rtp_tallier_close(tallier, *state);
        assert_true(rtp_job_speak_for_all(&job, tally, NULL, *state, rtp_diags_make(*state)));
        assert_true(rtp_str_equal(fact_text(&job, "tally.asked_common", *state), rtp_str_from(cases[i].common)));
        assert_true(rtp_str_equal(fact_text(&job, "tally.fullest_people", *state), rtp_str_from(cases[i].fullest)));
        assert_true(rtp_str_equal(fact_text(&job, "day.people", *state), rtp_str_from(cases[i].fullest)));
        assert_true(rtp_str_equal(fact_text(&job, "tally.emptiest_people", *state), rtp_str_from(cases[i].emptiest)));
        assert_true(rtp_str_equal(fact_text(&job, "tally.together_days", *state), rtp_str_from(cases[i].together)));
    }
}

/* A concern of the team's file lies under every profile: who heard it cannot be counted. */
static void the_files_concerns_are_not_counted_as_heard(void **state)
{
    rtp_job job = {.pack = rtp_embedded_pack(), .today = TODAY};
    rtp_source file = {.name = rtp_lit("team.json"), .text = rtp_lit("{\"concerns\": [{\"about\": \"visibility\"}]}")};
    const rtp_tally *tally = rtp_tallier_close(two_teams(*state), *state);
    assert_true(rtp_job_speak_for_all(&job, tally, &file, *state, rtp_diags_make(*state)));
    size_t heard = (size_t)rtp_fact_find(rtp_lit("concern.heard")),
           people = (size_t)rtp_fact_find(rtp_lit("concern.people"));
    assert_int_equal(job.profile->concerns.len, 2);
    assert_false(rtp_facts_get(job.facts, heard, 0)->known);
    assert_int_equal((int)rtp_facts_get(job.facts, people, 0)->number, 9);
    assert_int_equal((int)rtp_facts_get(job.facts, heard, 1)->number, 5);
}

static void too_few_people_are_not_told_of(void **state)
{
    rtp_diags *diags = rtp_diags_make(*state);
    rtp_job job = {.pack = rtp_embedded_pack(), .today = TODAY};
    rtp_tallier *tallier = rtp_tallier_make(*state);
    put(tallier, "A", 3, (rtp_tally_note){.asked = 2, .days = MONDAY | TUESDAY, .concerns = 2});
    const rtp_tally *tally = rtp_tallier_close(tallier, *state);
    assert_true(rtp_job_speak_for_all(&job, tally, NULL, *state, diags));
    assert_false(rtp_outline_ready(rtp_outline_find(rtp_lit("team")), job.facts, &job.source, diags));
    rtp_buf csv = rtp_buf_make(1 << 16), json = rtp_buf_make(1 << 16);
    rtp_tally_put_csv(tally, &csv);
    rtp_tally_put_json(tally, &json);
    assert_null(strstr(csv.ptr, "on site"));
    assert_null(strstr(csv.ptr, "visibility"));
    assert_null(strstr(json.ptr, "on_site"));
    assert_null(strstr(json.ptr, "visibility"));
    rtp_buf_free(&csv);
    rtp_buf_free(&json);
}

static void tables_tell_the_same(void **state)
{
    const rtp_tally *tally = rtp_tallier_close(two_teams(*state), *state);
    rtp_buf csv = rtp_buf_make(1 << 16), json = rtp_buf_make(1 << 16);
    rtp_tally_put_csv(tally, &csv);
    rtp_tally_put_json(tally, &json);
    static const char *const rows[] = {"profiles,all,built,9\r\n", "concern,all,visibility,9\r\n",
                                       "office days asked,all,3,5\r\n", "on site,\"'=A\",Monday,4\r\n"};
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        assert_non_null(strstr(csv.ptr, rows[i]));
    }
    rtp_source source = {.name = rtp_lit("<json>"), .text = rtp_buf_text(&json)};
    const rtp_json *root = rtp_json_read(&source, &rtp_json_profile_limits, *state, rtp_diags_make(*state));
    assert_non_null(root);
    assert_int_equal((int)rtp_json_number(rtp_json_find(root, rtp_lit("built"))), 9);
    assert_int_equal(rtp_json_count(rtp_json_find(root, rtp_lit("groups"))), 2);
    rtp_buf_free(&csv);
    rtp_buf_free(&json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(days_are_those_of_the_preferred_ask, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_suspected_motive_is_not_counted, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lacks_are_those_of_the_profile, set_up, tear_down),
        cmocka_unit_test_setup_teardown(small_groups_are_folded, set_up, tear_down),
        cmocka_unit_test_setup_teardown(counts_add_up, set_up, tear_down),
        cmocka_unit_test_setup_teardown(one_profile_speaks_for_all, set_up, tear_down),
        cmocka_unit_test_setup_teardown(days_are_told_as_far_as_they_are_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_files_concerns_are_not_counted_as_heard, set_up, tear_down),
        cmocka_unit_test_setup_teardown(too_few_people_are_not_told_of, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tables_tell_the_same, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
