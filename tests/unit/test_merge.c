/* floor: import */
/* Imported history in profiles: what is replaced, what stays, what is refused. All profiles are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/import.h"

#include <string.h>

#define START  "{\"person\": {\"role\": \"Writer\"}, \"ask\": {\"preferred\": {\"office_days\": 2}}"
#define VALUES "\"values\": {\"2026-09\": 3, \"2026-10\": 5}"
#define SOURCE "\"source\": \"S, a month\""
#define FROM                                                                                                           \
    "\"x-import\": {\"source\": \"s\", \"date\": \"2026-11-22\", \"query\": \"q\", \"count\": 8, \"definition\": "     \
    "\"d\"}"

static const struct row {
    const char *what, *profile, *result; /* result: a part of it; NULL: refused */
    const char *code;                    /* of the first diagnostic; NULL: there is none */
    bool modes;
} rows[] = {
    {"no history", START "}",
     "\"history\": {\"metrics\": [{\"name\": \"M\", \"unit\": \"u\", \"better\": \"higher\", " SOURCE
     ", \"about\": [\"productivity\"], " VALUES ", " FROM "}]}}",
     "I0302", false},
    {"another metric",
     START ", \"history\": {\"metrics\": [{\"name\": \"m\", \"better\": \"lower\", \"values\": {\"2026-01\": 1}}]}}",
     "[{\"name\": \"m\", \"better\": \"lower\", \"values\": {\"2026-01\": 1}}, {\"name\": \"M\", ", "I0302", false},
    {"the same metric, and what its owner says of it",
     START
     ", \"history\": {\"metrics\": [{\"name\": \"M\", \"better\": \"lower\", \"headline\": true, \"note\": \"n\", "
     "\"about\": [\"culture\"], \"values\": {\"2020-01\": 1}, \"x-own\": 7}]}}",
     "[{\"name\": \"M\", \"better\": \"lower\", \"headline\": true, \"note\": \"n\", \"about\": [\"culture\"], " VALUES
     ", \"x-own\": 7, \"unit\": \"u\", " SOURCE ", " FROM "}]",
     "I0302", false},
    {"the same metric as samples",
     START
     ", \"history\": {\"metrics\": [{\"name\": \"M\", \"better\": \"lower\", \"samples\": {\"office\": [1, 2]}}]}}",
     NULL, "I0101", false},
    {"periods", START "}",
     "\"modes\": [{\"mode\": \"office\", \"from\": \"2026-01\", \"to\": \"2026-05\"}, "
     "{\"mode\": \"remote\", \"from\": \"2026-06\"}]",
     "I0302", true},
    {"periods in place of others", START ", \"history\": {\"modes\": [{\"mode\": \"hybrid\", \"from\": \"2020-01\"}]}}",
     "\"history\": {\"modes\": [{\"mode\": \"office\", ", "I0302", true},
    {"no profile", "{}", NULL, "P0001", false},
    {"no JSON", "{", NULL, "J0002", false},
};

static void fill(rtp_import_history *history, bool modes, rtp_arena *arena)
{
    static const rtp_str about[] = {RTP_STR("productivity")};
    rtp_import_metric *metric = rtp_history_add_metric(history, arena);
    metric->name = rtp_lit("M");
    metric->unit = rtp_lit("u");
    metric->source = rtp_lit("S, a month");
    metric->about = (rtp_texts){about, RTP_COUNT(about)};
    metric->provenance = (rtp_provenance){rtp_lit("s"), rtp_lit("q"), 20779, 8, rtp_lit("d")};
    rtp_metric_add(metric, 2026 * 12 + 8, 3, arena);
    rtp_metric_add(metric, 2026 * 12 + 9, 5, arena);
    if (modes) {
        rtp_import_period office = {rtp_lit("office"), 2026 * 12, 2026 * 12 + 4};
        rtp_import_period remote = {rtp_lit("remote"), 2026 * 12 + 5, RTP_DATE_UNKNOWN};
        rtp_history_add_period(history, office, arena);
        rtp_history_add_period(history, remote, arena);
    }
}

static void merges(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_arena *arena = rtp_arena_make();
        rtp_diags *diags = rtp_diags_make(arena);
        rtp_import_history history = {.metrics = NULL};
        fill(&history, rows[i].modes, arena);
        rtp_source profile = {.name = rtp_lit("profile.json"), .text = rtp_str_from(rows[i].profile)};
        rtp_str text = {NULL, 0};
        bool merged = rtp_history_merge(&history, &profile, arena, diags, &text);
        if (merged != (rows[i].result != NULL) || (merged && !strstr(text.ptr, rows[i].result))) {
            fail_msg("%s: %s", rows[i].what, merged ? text.ptr : diags->items[0].message.ptr);
        }
        if (diags->len == 0 || (rows[i].code[0] == 'I' && strcmp(diags->items[0].code, rows[i].code) != 0) ||
            diags->items[0].code[0] != rows[i].code[0]) {
            fail_msg("%s: %s", rows[i].what, diags->len > 0 ? diags->items[0].code : "not a word");
        }
        rtp_arena_free(arena);
    }
}

/* What would not load is not written. */
static void refuses_what_would_not_load(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_diags *diags = rtp_diags_make(arena);
    rtp_import_history history = {.metrics = NULL};
    fill(&history, true, arena);
    history.modes[1].from = 2026 * 12 + 3; /* the periods overlap */
    rtp_source profile = {.name = rtp_lit("profile.json"), .text = rtp_lit(START "}")};
    rtp_str text = {NULL, 0};
    assert_false(rtp_history_merge(&history, &profile, arena, diags, &text));
    assert_null(text.ptr);
    assert_true(diags->errors > 0);
    rtp_arena_free(arena);
}

static void a_fragment_is_a_part_of_a_profile(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_import_history history = {.metrics = NULL};
    fill(&history, true, arena);
    rtp_buf out = rtp_buf_make(1 << 16);
    rtp_history_put(&history, arena, &out);
    rtp_source text = {.name = rtp_lit("fragment"), .text = rtp_arena_copy(arena, rtp_buf_text(&out))};
    const rtp_json *root = rtp_json_read(&text, &rtp_json_profile_limits, arena, rtp_diags_make(arena));
    assert_non_null(root);
    const rtp_json *part = rtp_json_find(root, rtp_lit("history"));
    assert_int_equal(rtp_json_count(rtp_json_find(part, rtp_lit("modes"))), 2);
    assert_int_equal(rtp_json_count(rtp_json_find(part, rtp_lit("metrics"))), 1);
    rtp_buf_free(&out);
    rtp_arena_free(arena);
}

int main(void)
{
    rtp_json_start();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(merges),
        cmocka_unit_test(refuses_what_would_not_load),
        cmocka_unit_test(a_fragment_is_a_part_of_a_profile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
