/* floor: app */
/* Terms tried out in memory and written into a profile's text: added, never changed. Profiles are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/app.h"

#include <string.h>

enum { TODAY = 20780 }; /* 2026-11-23 */

#define PROFILE(pilot)                                                                                                 \
    "{\n  \"person\": {\"role\": \"Clerk\"},\n  \"ask\": {\"preferred\": {\"office_days\": 2}},\n"                     \
    "  \"strategy\": \"push_back\"" pilot "\n}\n"

typedef struct bench {
    rtp_arena *arena;
    rtp_diags *diags;
    rtp_source source;
    rtp_job job;
} bench;

static bench bench_make(const char *text)
{
    rtp_json_start();
    bench made = {.arena = rtp_arena_make()};
    made.diags = rtp_diags_make(made.arena);
    made.source = (rtp_source){.name = rtp_lit("p.json"), .text = rtp_arena_copy(made.arena, rtp_str_from(text))};
    made.job = (rtp_job){.pack = rtp_embedded_pack(), .today = TODAY};
    assert_true(rtp_job_take(&made.job, &made.source, made.arena, made.diags));
    return made;
}

static rtp_str fact(const bench *b, const char *name)
{
    const rtp_value *value = rtp_facts_get(b->job.facts, (size_t)rtp_fact_find(rtp_str_from(name)), 0);
    return value->known ? rtp_value_text(value, b->arena) : rtp_lit("?");
}

static void assumed_terms_are_those_of_the_job(void **state)
{
    (void)state;
    bench b = bench_make(PROFILE(", \"pilot\": {\"start\": \"2027-01-11\", \"weeks\": 2}"));
    const char *before = b.source.text.ptr;
    assert_string_equal(fact(&b, "trial.seed").ptr, "?");
    assert_true(rtp_job_assume(&b.job, (rtp_terms){.seed = 7, .weeks = 8, .design = 2}, b.arena, b.diags));
    assert_string_equal(fact(&b, "pilot.weeks").ptr, "8");
    assert_string_equal(fact(&b, "trial.seed").ptr, "7");
    assert_string_equal(fact(&b, "trial.order").ptr, "office, office, home and office");
    assert_ptr_equal(b.source.text.ptr, before);
    assert_int_equal(b.diags->len, 0);
    rtp_arena_free(b.arena);
}

static void an_assumption_that_contradicts_is_told_without_a_place(void **state)
{
    (void)state;
    bench b = bench_make(PROFILE(", \"pilot\": {\"start\": \"2027-01-11\", \"weeks\": 2, \"review\": \"2027-01-25\"}"));
    assert_int_equal(b.diags->len, 0);
    assert_true(rtp_job_assume(&b.job, (rtp_terms){.weeks = 8}, b.arena, b.diags));
    assert_int_equal(b.diags->len, 1);
    assert_string_equal(b.diags->items[0].code, "P0209");
    assert_null(b.diags->items[0].source);
    rtp_arena_free(b.arena);
}

static bool record(bench *b, rtp_terms terms, rtp_recording *made)
{
    *made = (rtp_recording){.profile = &b->source, .terms = terms};
    return rtp_job_record(&b->job, b->arena, b->diags, made);
}

static void missing_terms_are_added(void **state)
{
    (void)state;
    bench b = bench_make(PROFILE(",\n  \"pilot\": {\n    \"start\": \"2027-01-11\",\n    \"weeks\": 2\n  }"));
    rtp_recording made;
    assert_true(record(&b, (rtp_terms){0}, &made));
    assert_string_equal(
        made.text.ptr,
        PROFILE(
            ",\n  \"pilot\": {\n    \"start\": \"2027-01-11\",\n    \"weeks\": 2,\n    \"review\": \"2027-02-01\",\n"
            "    \"notice_days\": 7,\n    \"design\": \"before_after\",\n    \"baseline_weeks\": 2,\n"
            "    \"x-plan\": {\n      \"version\": 1,\n      \"recorded\": \"2026-11-23\",\n"
            "      \"design\": \"before_after\",\n      \"start\": \"2027-01-11\",\n      \"weeks\": 2,\n"
            "      \"review\": \"2027-02-01\",\n      \"calendar\": [{\"week\": \"2027-01-11\", \"at\": \"home\"}, "
            "{\"week\": \"2027-01-18\", \"at\": \"home\"}]\n    }\n  }"));
    bench again = bench_make(made.text.ptr);
    rtp_recording second;
    assert_true(record(&again, (rtp_terms){0}, &second));
    assert_int_equal(second.added.len, 0);
    assert_true(rtp_str_equal(second.text, made.text));
    assert_string_equal(fact(&again, "trial.recorded").ptr, "23 November 2026");
    rtp_arena_free(again.arena);
    rtp_arena_free(b.arena);
}

static void the_lot_is_recorded_with_its_seed(void **state)
{
    (void)state;
    bench b = bench_make(PROFILE(", \"pilot\": {\"start\": \"2027-01-11\", \"weeks\": 4}"));
    const rtp_terms terms = {.seed = 7, .design = 2};
    assert_true(rtp_job_assume(&b.job, terms, b.arena, b.diags));
    rtp_recording made;
    assert_true(record(&b, terms, &made));
    assert_non_null(strstr(made.text.ptr, "\"seed\": 7"));
    assert_non_null(strstr(made.text.ptr, "\"at\": \"office\"}"));
    bench again = bench_make(made.text.ptr);
    assert_string_equal(fact(&again, "trial.order").ptr, "office and office");
    rtp_arena_free(again.arena);
    rtp_arena_free(b.arena);
}

static void a_term_of_the_profile_is_never_changed(void **state)
{
    (void)state;
    static const struct {
        const char *pilot;
        rtp_terms terms;
        const char *pointer;
    } cases[] = {
        {", \"pilot\": {\"weeks\": 4}", {.weeks = 8}, "/pilot/weeks"},
        {", \"pilot\": {\"design\": \"before_after\"}", {.design = 2}, "/pilot/design"},
        {", \"pilot\": {\"x-plan\": {\"seed\": 8}}", {.seed = 7}, "/pilot/x-plan/seed"},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_arena *arena = rtp_arena_make();
        bench b = bench_make(
            rtp_arena_format(arena, "{\"person\": {\"role\": \"x\"}, \"ask\": {\"preferred\": {\"office_days\": 2}}%s}",
                             cases[i].pilot)
                .ptr);
        rtp_recording made;
        assert_false(record(&b, cases[i].terms, &made));
        assert_null(made.text.ptr);
        assert_int_equal(b.diags->errors, 1);
        assert_string_equal(b.diags->items[0].code, "U0016");
        assert_true(rtp_str_equal(b.diags->items[0].pointer, rtp_str_from(cases[i].pointer)));
        rtp_arena_free(b.arena);
        rtp_arena_free(arena);
    }
}

#define WATCHED                                                                                                        \
    ", \"mandate\": {\"start\": \"2027-01-11\"}, \"history\": {\"modes\": [{\"mode\": \"office\", \"from\": "          \
    "\"2026-01\"}], \"metrics\": [{\"name\": \"A\", \"better\": \"lower\", \"headline\": true, \"values\": "           \
    "{\"2026-01\": 30, \"2026-02\": 30}}, {\"name\": \"B\", \"better\": \"higher\", \"values\": {\"2026-01\": 9, "     \
    "\"2026-02\": 7, \"2026-03\": 8, \"2026-04\": 9}}]}"

static void proposals_become_terms(void **state)
{
    (void)state;
    bench b = bench_make(PROFILE(WATCHED));
    rtp_recording made;
    assert_true(record(&b, (rtp_terms){0}, &made));
    assert_non_null(strstr(made.text.ptr, "\"primary\": \"A\",\n    \"margin\": 3,"));
    assert_non_null(strstr(made.text.ptr, "    \"guardrails\": [{\"metric\": \"B\", \"limit\": 7}],\n"));
    rtp_arena_free(b.arena);
}

static void what_the_format_refuses_stays_away(void **state)
{
    (void)state;
    bench b = bench_make("{\"person\": {\"role\": \"x\"}, \"ask\": {\"preferred\": {\"office_days\": 2}}, "
                         "\"strategy\": \"earn_back\", \"mandate\": {\"start\": \"2027-01-11\"}, "
                         "\"pilot\": {\"start\": \"2190-01-11\"}}");
    rtp_recording made;
    assert_true(record(&b, (rtp_terms){0}, &made));
    assert_null(strstr(made.text.ptr, "baseline_days")); /* a hundred and sixty years */
    assert_non_null(strstr(made.text.ptr, "trial_days"));
    assert_int_equal(b.diags->errors, 0);
    rtp_arena_free(b.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(assumed_terms_are_those_of_the_job),
        cmocka_unit_test(an_assumption_that_contradicts_is_told_without_a_place),
        cmocka_unit_test(missing_terms_are_added),
        cmocka_unit_test(the_lot_is_recorded_with_its_seed),
        cmocka_unit_test(a_term_of_the_profile_is_never_changed),
        cmocka_unit_test(proposals_become_terms),
        cmocka_unit_test(what_the_format_refuses_stays_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
