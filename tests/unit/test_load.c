/* floor: profile */
/* Loading whole profiles: the examples without a word, every limit at its border, what may stand
 * anywhere, and which warnings a profile may silence. Profiles written here are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/profile.h"

#include <string.h>

#define PERSON "{\"person\": {\"role\": \"Analyst\"}, "
#define PLAIN  PERSON "\"ask\": {\"preferred\": {\"office_days\": 2}}, "

static rtp_arena *arena;

static int set_up(void **state)
{
    (void)state;
    rtp_json_start();
    arena = rtp_arena_make();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    rtp_arena_free(arena);
    return 0;
}

static rtp_diags *load(rtp_str text, const rtp_profile **profile)
{
    rtp_source *source = RTP_NEW(arena, rtp_source);
    *source = (rtp_source){.name = rtp_lit("test.json"), .text = text};
    rtp_diags *diags = rtp_diags_make(arena);
    *profile = rtp_profile_load(source, arena, diags);
    return diags;
}

static rtp_diags *load_text(const char *text, const rtp_profile **profile)
{
    return load(rtp_str_from(text), profile);
}

static void assert_text(rtp_str text, const char *expected)
{
    assert_string_equal(rtp_arena_copy(arena, text).ptr, expected);
}

static const rtp_profile *load_example(const char *name)
{
    rtp_str path = rtp_arena_format(arena, "%s/data/profiles/%s.json", RTP_SOURCE_DIR, name);
    rtp_source *source = RTP_NEW(arena, rtp_source);
    rtp_diags *diags = rtp_diags_make(arena);
    assert_true(rtp_file_read(path, 1 << 20, arena, diags, source));
    const rtp_profile *profile = rtp_profile_load(source, arena, diags);
    if (diags->len > 0) {
        fail_msg("%s: %s", name, rtp_arena_copy(arena, diags->items[0].message).ptr);
    }
    assert_non_null(profile);
    return profile;
}

/* ---- the examples ---- */

static void test_examples_load_without_a_word(void **state)
{
    (void)state;
    static const char *const names[] = {"backend-engineer", "minimal", "support-agent"};
    for (size_t i = 0; i < RTP_COUNT(names); i++) {
        load_example(names[i]);
    }
}

static void test_what_the_file_says_is_in_the_profile(void **state)
{
    (void)state;
    const rtp_profile *profile = load_example("backend-engineer");
    assert_text(profile->person.name, "Sam Rivera");
    assert_text(rtp_word(&rtp_words_role_family, profile->person.role_family), "software_engineer");
    assert_int_equal(profile->person.started, 2022 * 12 + 2);
    assert_int_equal(profile->manager.decides, RTP_FLAG_NO);
    assert_int_equal(profile->ask.starter.weeks.value, 4);
    assert_int_equal(profile->ask.acceptable.weekdays.len, 3);
    assert_text(rtp_item(&profile->mitigations, rtp_mitigation, 1)->target, "9 of 10");
    assert_int_equal(rtp_item(&profile->concerns, rtp_concern, 3)->from, RTP_FROM_SENIOR);
    const rtp_metric *metric = rtp_item(&profile->history.metrics, rtp_metric, 0);
    assert_int_equal(metric->values.len, 34);
    assert_int_equal(metric->values.items[33].month, 2026 * 12 + 9);
    assert_true(metric->values.items[33].value >= 24.0 && metric->values.items[33].value <= 24.0);
    assert_int_equal(profile->personal.hired_as, RTP_MODE_HYBRID);
    assert_text(rtp_item(&profile->pilot.guardrails, rtp_guardrail, 1)->metric, "Review comments given");
    assert_text(profile->experiments.len == 1 ? rtp_item(&profile->experiments, rtp_experiment, 0)->document
                                              : rtp_lit("none"),
                "the team's shared notebook");
}

static void test_what_the_file_does_not_say_is_unknown(void **state)
{
    (void)state;
    const rtp_profile *profile = load_example("minimal");
    assert_null(profile->person.name.ptr);
    assert_int_equal(profile->person.started, RTP_DATE_UNKNOWN);
    assert_int_equal(profile->mandate.start, RTP_DATE_UNKNOWN);
    assert_int_equal(profile->ask.decide_by, RTP_DATE_UNKNOWN);
    assert_int_equal(profile->pilot.review, RTP_DATE_UNKNOWN);
    assert_int_equal(profile->jurisdiction.service_start, RTP_DATE_UNKNOWN);
    assert_true(profile->ask.preferred.known);
    assert_false(profile->ask.acceptable.known);
    assert_false(profile->pilot.known);
    assert_false(profile->mandate.office_days.known);
    assert_int_equal(profile->ask.fixed, RTP_FLAG_UNKNOWN);
    assert_int_equal(profile->strategy, 0);
    assert_int_equal(profile->history.metrics.len, 0);
}

static void test_samples_go_to_their_mode(void **state)
{
    (void)state;
    const rtp_profile *profile = load_example("support-agent");
    const rtp_samples *samples = &rtp_item(&profile->history.metrics, rtp_metric, 2)->samples;
    assert_int_equal(samples->mode[RTP_MODE_OFFICE - 1].len, 2);
    assert_int_equal(samples->mode[RTP_MODE_HYBRID - 1].len, 2);
    assert_false(samples->mode[RTP_MODE_REMOTE - 1].known);
}

/* ---- what may stand anywhere, and what may not ---- */

typedef struct text_case {
    const char *code; /* of the only diagnostic, or NULL */
    const char *text;
} text_case;

static void assert_case(const text_case *row)
{
    const rtp_profile *profile;
    rtp_diags *diags = load_text(row->text, &profile);
    if (diags->len != (row->code != NULL)) {
        fail_msg("%zu diagnostics, first %s: %s", diags->len, diags->len > 0 ? diags->items[0].code : "", row->text);
    }
    if (row->code != NULL) {
        assert_string_equal(diags->items[0].code, row->code);
    }
    assert_int_equal(profile != NULL, diags->errors == 0);
}

static void test_the_format_is_read_as_its_page_says(void **state)
{
    (void)state;
    static const text_case cases[] = {
        {NULL, "\xEF\xBB\xBF" PLAIN "\"wants\": []}"},
        {NULL, "{\r\n\"person\":\r\n{\"role\": \"Analyst\"},\r\n\"ask\": {\"preferred\": {\"office_days\": 2}}}\r\n"},
        {NULL, PLAIN "\"x-mine\": null, \"$schema\": \"s\", \"$comment\": [1]}"},
        {NULL, PLAIN "\"team\": {\"x-a\": 1, \"$comment\": \"c\"}, \"needs\": [{\"need\": \"n\", \"x-b\": {}}]}"},
        {NULL, PERSON "\"ask\": {\"preferred\": {\"office_days\": 2.0}}}"},
        {NULL, PERSON "\"ask\": {\"preferred\": {\"office_days\": 2e0}}, \"team\": {\"size\": 1e1}}"},
        {"P0005", PERSON "\"ask\": {\"preferred\": {\"office_days\": 2.5}}}"},
        {"P0006", PERSON "\"ask\": {\"preferred\": {\"office_days\": 6}}}"},
        {"P0006", PERSON "\"ask\": {\"preferred\": {\"office_days\": -1}}}"},
        {"P0006", PLAIN "\"team\": {\"size\": -1}}"},
        {"P0006", PLAIN "\"jurisdiction\": {\"employer_size\": -1}}"},
        {"P0006", PLAIN "\"commute\": {\"minutes\": -1}}"},
        {"P0006", PLAIN "\"commute\": {\"share\": 1.5}}"},
        {"P0006", PLAIN "\"cover\": {\"response_minutes\": -0.5}}"},
        {"P0006", PLAIN "\"cover\": {\"onsite_minutes\": -1}}"},
        {"P0006", PLAIN "\"pilot\": {\"margin\": -1}}"},
        {"P0006", PLAIN "\"history\": {\"metrics\": [{\"name\": \"a\", \"better\": \"lower\", \"margin\": -0.1, "
                        "\"samples\": {\"office\": [1]}}]}}"},
        {NULL, PLAIN "\"history\": {\"metrics\": [{\"name\": \"a\", \"better\": \"lower\", \"margin\": 0, "
                     "\"samples\": {\"office\": [-1]}}]}}"},
        {"P0001", PLAIN "\"team\": null}"},
        {"P0001", PLAIN "\"wants\": [null]}"},
        {"P0001", PLAIN "\"team\": {\"size\": null}}"},
        {"P0002", "[]"},
        {"P0003", PLAIN "\"teem\": {}}"},
        {"P0003", PLAIN "\"team\": {\"Size\": 3}}"},
        {"P0004", "{\"person\": {\"role\": \"Analyst\"}}"},
        {"P0008", PLAIN "\"wants\": [\" \"]}"},
        {"P0009", "{\"person\": {\"role\": \"\"}, \"ask\": {\"preferred\": {\"office_days\": 2}}}"},
        {"P0011", PLAIN "\"mandate\": {\"start\": \"2027-02-29\"}}"},
        {"P0012", "{\"person\": {\"role\": \"Analyst\", \"started\": \"2027-2\"}, \"ask\": {\"preferred\": "
                  "{\"office_days\": 2}}}"},
        {"P0013", PLAIN "\"strategy\": \"Auto\"}"},
        {"P0014", PLAIN "\"deliverables\": [{\"title\": \"t\", \"link\": \"http://a.example\"}]}"},
        {"J0002", ""},
        {"J0025", PLAIN "}"},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        assert_case(&cases[i]);
    }
}

static void test_all_problems_are_listed_at_once(void **state)
{
    (void)state;
    const rtp_profile *profile;
    rtp_diags *diags = load_text("{\"person\": {\"nmae\": \"Jo\"}, \"ask\": {\"preferred\": {\"office_days\": \"2\"}, "
                                 "\"start\": \"tomorrow\"}, \"team\": {\"size\": 3, \"same_site\": 7}, "
                                 "\"meta\": {\"version\": 3}}",
                                 &profile);
    static const char *const codes[] = {"P0003", "P0004", "P0002", "P0011", "P0212", "P0112"};
    assert_null(profile);
    assert_int_equal(diags->len, RTP_COUNT(codes));
    for (size_t i = 0; i < RTP_COUNT(codes); i++) {
        size_t found = 0;
        for (size_t k = 0; k < diags->len; k++) {
            found += strcmp(diags->items[k].code, codes[i]) == 0;
        }
        assert_int_equal(found, 1);
    }
}

/* ---- silencing warnings ---- */

typedef struct ignore_case {
    const char *codes;
    size_t errors, warnings;
} ignore_case;

static void test_ignored_warnings_are_dropped_and_errors_stay(void **state)
{
    (void)state;
    static const ignore_case cases[] = {
        {"", 1, 2}, {"\"P0206\"", 1, 1}, {"\"P0008\", \"P0206\"", 1, 0}, {"\"P0003\"", 1, 2}, {"\"L0001\"", 1, 2},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        const rtp_profile *profile;
        rtp_str text = rtp_arena_format(arena,
                                        PLAIN "\"mandate\": {\"office_days\": 2, \"reason\": \"\"}, \"unknown\": 1, "
                                              "\"meta\": {\"ignore\": [%s]}}",
                                        cases[i].codes);
        rtp_diags *diags = load(text, &profile);
        assert_int_equal(diags->errors, cases[i].errors);
        assert_int_equal(diags->warnings, cases[i].warnings);
        assert_int_equal(diags->len, cases[i].errors + cases[i].warnings);
        assert_null(profile);
    }
}

static void test_other_sources_keep_their_warnings(void **state)
{
    (void)state;
    const rtp_source source = {
        .name = rtp_lit("b.json"),
        .text = rtp_lit(PLAIN "\"mandate\": {\"office_days\": 2}, \"meta\": {\"ignore\": [\"P0206\"]}}")};
    rtp_diags *diags = rtp_diags_make(arena);
    rtp_diags_put(diags, (rtp_diag){.severity = RTP_WARNING, .code = "P0206"});
    rtp_diags_put(diags, (rtp_diag){.severity = RTP_ERROR, .code = "P0001"});
    assert_non_null(rtp_profile_load(&source, arena, diags));
    assert_int_equal(diags->len, 2);
    assert_int_equal(diags->warnings, 1);
}

/* ---- limits: the last value that fits, and the first that does not ---- */

enum { FILE_LIMIT = 4 * 1024 * 1024, LOW = 600, HIGH = 601 };

/* `count` copies of `item` with a number in it, between `before` and `after`. */
static rtp_str repeat(const char *before, const char *item, size_t count, const char *after)
{
    rtp_buf buf = rtp_buf_make(2 * FILE_LIMIT);
    rtp_buf_puts(&buf, before);
    for (size_t i = 0; i < count; i++) {
        const char *digits = strchr(item, '#');
        rtp_buf_puts(&buf, i > 0 ? "," : "");
        rtp_buf_put(&buf, (rtp_str){item, digits != NULL ? (size_t)(digits - item) : strlen(item)});
        if (digits != NULL) {
            rtp_buf_format(&buf, "%zu%s", i, digits + 1);
        }
    }
    rtp_buf_puts(&buf, after);
    rtp_str text = rtp_arena_copy(arena, rtp_buf_text(&buf));
    rtp_buf_free(&buf);
    return text;
}

typedef struct limit_case {
    const char *before, *item, *after;
    size_t most;
    const char *code, *pointer;
} limit_case;

#define METRIC "{\"name\": \"a\", \"better\": \"lower\", "

static void assert_limit(const limit_case *row)
{
    const rtp_profile *profile;
    rtp_diags *diags = load(repeat(row->before, row->item, row->most, row->after), &profile);
    assert_non_null(profile);
    assert_int_equal(diags->errors, 0);
    diags = load(repeat(row->before, row->item, row->most + 1, row->after), &profile);
    assert_null(profile);
    assert_int_equal(diags->errors, 1);
    assert_string_equal(diags->items[0].code, row->code);
    if (row->pointer != NULL) {
        assert_text(diags->items[0].pointer, row->pointer);
    }
}

static void test_limits_hold_at_their_border(void **state)
{
    (void)state;
    static const limit_case cases[] = {
        {PLAIN "\"history\": {\"metrics\": [", "{\"name\": \"m#\", \"better\": \"lower\"}", "]}}", 200, "P0010",
         "/history/metrics"},
        {PLAIN "\"deliverables\": [", "{\"title\": \"#\"}", "]}", 500, "P0010", "/deliverables"},
        {PLAIN "\"history\": {\"metrics\": [" METRIC "\"samples\": {\"office\": [", "#", "]}}]}}", 600, "P0017",
         "/history/metrics/0/samples"},
        {PLAIN "\"history\": {\"metrics\": [" METRIC "\"samples\": {\"remote\": [1, 2], \"office\": [", "#", "]}}]}}",
         598, "P0017", "/history/metrics/0/samples"},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        assert_limit(&cases[i]);
    }
}

static rtp_str months(size_t count)
{
    rtp_buf buf = rtp_buf_make(1 << 20);
    rtp_buf_puts(&buf, PLAIN "\"history\": {\"modes\": [{\"mode\": \"office\", \"from\": \"1900-01\"}], \"metrics\": "
                             "[" METRIC "\"values\": {");
    for (size_t i = 0; i < count; i++) {
        rtp_buf_format(&buf, "%s\"%zu-%02zu\": 1", i > 0 ? ", " : "", 1950 + i / 12, i % 12 + 1);
    }
    rtp_buf_puts(&buf, "}}]}}");
    rtp_str text = rtp_arena_copy(arena, rtp_buf_text(&buf));
    rtp_buf_free(&buf);
    return text;
}

static void test_a_metric_takes_600_months(void **state)
{
    (void)state;
    const rtp_profile *profile;
    rtp_diags *diags = load(months(LOW), &profile);
    assert_non_null(profile);
    assert_int_equal(diags->len, 0);
    diags = load(months(HIGH), &profile);
    assert_null(profile);
    assert_int_equal(diags->len, 1);
    assert_string_equal(diags->items[0].code, "P0017");
}

static void test_texts_are_counted_in_characters(void **state)
{
    (void)state;
    static const char *const letters[] = {"a", "é", "日", "😀"};
    for (size_t i = 0; i < RTP_COUNT(letters); i++) {
        for (size_t count = 4000; count <= 4001; count++) {
            rtp_buf buf = rtp_buf_make(1 << 20);
            rtp_buf_puts(&buf, PLAIN "\"mandate\": {\"reason\": \"");
            for (size_t n = 0; n < count; n++) {
                rtp_buf_puts(&buf, letters[i]);
            }
            rtp_buf_puts(&buf, "\"}}");
            const rtp_profile *profile;
            rtp_diags *diags = load(rtp_arena_copy(arena, rtp_buf_text(&buf)), &profile);
            rtp_buf_free(&buf);
            assert_int_equal(diags->errors, count > 4000);
            if (count > 4000) {
                assert_string_equal(diags->items[0].code, "P0007");
            }
        }
    }
}

static rtp_str nested(size_t levels)
{
    rtp_buf buf = rtp_buf_make(1 << 16);
    rtp_buf_puts(&buf, PLAIN "\"x-deep\": ");
    rtp_buf_fill(&buf, '[', levels - 1);
    rtp_buf_fill(&buf, ']', levels - 1);
    rtp_buf_puts(&buf, "}");
    rtp_str text = rtp_arena_copy(arena, rtp_buf_text(&buf));
    rtp_buf_free(&buf);
    return text;
}

static void test_nesting_counts_the_root_as_one(void **state)
{
    (void)state;
    const rtp_profile *profile;
    assert_int_equal(load(nested(32), &profile)->len, 0);
    assert_non_null(profile);
    rtp_diags *diags = load(nested(33), &profile);
    assert_null(profile);
    assert_string_equal(diags->items[0].code, "J0019");
}

static rtp_str padded(size_t bytes)
{
    rtp_buf buf = rtp_buf_make(2 * FILE_LIMIT);
    rtp_buf_puts(&buf, PLAIN "\"wants\": []}");
    rtp_buf_fill(&buf, ' ', bytes - buf.len);
    rtp_str text = rtp_arena_copy(arena, rtp_buf_text(&buf));
    rtp_buf_free(&buf);
    return text;
}

static void test_a_profile_may_have_4_mebibytes(void **state)
{
    (void)state;
    const rtp_profile *profile;
    assert_int_equal(load(padded(FILE_LIMIT), &profile)->len, 0);
    assert_non_null(profile);
    rtp_diags *diags = load(padded(FILE_LIMIT + 1), &profile);
    assert_null(profile);
    assert_int_equal(diags->errors, 1);
    assert_string_equal(diags->items[0].code, "J0001");
}

/* ---- many problems ---- */

static void test_more_problems_than_are_kept_are_counted(void **state)
{
    (void)state;
    enum { MANY = 50000 };
    const rtp_profile *profile;
    rtp_diags *diags = load(repeat(PLAIN "\"pilot\": {\"secondary\": [", "\"m#\"", MANY, "]}}"), &profile);
    assert_null(profile);
    assert_int_equal(diags->errors, MANY);
    assert_int_equal(diags->len, RTP_DIAG_LIMIT);
    assert_int_equal(diags->dropped, MANY - RTP_DIAG_LIMIT);
    assert_text(diags->items[RTP_DIAG_LIMIT - 1].pointer, "/pilot/secondary/99");
}

static void test_many_periods_are_checked_against_each_other(void **state)
{
    (void)state;
    enum { MANY = 20000 };
    const rtp_profile *profile;
    rtp_diags *diags = load(repeat(PLAIN "\"history\": {\"modes\": [",
                                   "{\"mode\": \"office\", \"from\": \"2024-01\", \"x-n\": #}", MANY, "]}}"),
                            &profile);
    assert_null(profile);
    assert_int_equal(diags->errors, MANY - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_examples_load_without_a_word),
        cmocka_unit_test(test_what_the_file_says_is_in_the_profile),
        cmocka_unit_test(test_what_the_file_does_not_say_is_unknown),
        cmocka_unit_test(test_samples_go_to_their_mode),
        cmocka_unit_test(test_the_format_is_read_as_its_page_says),
        cmocka_unit_test(test_all_problems_are_listed_at_once),
        cmocka_unit_test(test_ignored_warnings_are_dropped_and_errors_stay),
        cmocka_unit_test(test_other_sources_keep_their_warnings),
        cmocka_unit_test(test_limits_hold_at_their_border),
        cmocka_unit_test(test_a_metric_takes_600_months),
        cmocka_unit_test(test_texts_are_counted_in_characters),
        cmocka_unit_test(test_nesting_counts_the_root_as_one),
        cmocka_unit_test(test_a_profile_may_have_4_mebibytes),
        cmocka_unit_test(test_more_problems_than_are_kept_are_counted),
        cmocka_unit_test(test_many_periods_are_checked_against_each_other),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
