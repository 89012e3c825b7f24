/* floor: profile */
/* Each check of what one row cannot say: a profile that trips it, its code and place, and neighbours
 * that must not. All profiles here are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/profile.h"

#include <stdio.h>
#include <string.h>

#define PERSON        "{\"person\": {\"role\": \"Analyst\"}, "
#define PLAIN         PERSON "\"ask\": {\"preferred\": {\"office_days\": 2}}, "
#define ASK(text)     PERSON "\"ask\": {" text "}}"
#define METRICS(text) PLAIN "\"history\": {\"metrics\": [" text "]}}"
#define MODES(text)   PLAIN "\"history\": {\"modes\": [" text "]}}"
#define SAMPLED(name) "{\"name\": \"" name "\", \"better\": \"lower\", \"samples\": {\"office\": [1]}}"
#define PILOT(text)   PLAIN "\"history\": {\"metrics\": [" SAMPLED("Cycle time") "]}, \"pilot\": {" text "}}"
#define TASKS(text)   PLAIN "\"tasks\": [" text "]}"
#define SHARE(number) "{\"name\": \"t\", \"share\": " number "}"

#define MANDATED(text)                                                                                                 \
    PERSON "\"mandate\": {\"office_days\": 4}, \"ask\": {\"preferred\": {\"office_days\": 2}, " text "}}"
#define STARTS(asked, text)                                                                                            \
    PERSON "\"ask\": {\"preferred\": {\"office_days\": 2}, \"start\": \"" asked "\"}, \"pilot\": {" text "}}"
#define MARGIN(better, margin, office, remote)                                                                         \
    PLAIN "\"history\": {\"metrics\": [{\"name\": \"a\", \"better\": \"" better "\", " margin                          \
          ", \"samples\": {\"office\": [" office "], \"remote\": [" remote "]}}]}}"
#define LIMITED(better, text)                                                                                          \
    PLAIN "\"history\": {\"metrics\": [{\"name\": \"a\", \"better\": \"" better                                        \
          "\", \"samples\": {\"office\": [2], \"remote\": [3, 5]}}]}, \"pilot\": {" text "}}"

enum { TODAY = 20778 }; /* 2026-11-21 */

typedef struct check_case {
    const char *code, *pointer; /* of the only diagnostic; NULL when there is none */
    const char *under;          /* the text that is underlined */
    const char *text;
} check_case;

static const check_case cases[] = {
    /* weekdays */
    {"P0101", "/ask/preferred/weekdays/1", "\"tue\"",
     ASK("\"preferred\": {\"office_days\": 2, \"weekdays\": [\"tue\", \"tue\"]}")},
    {"P0101", "/ask/preferred/weekdays/2", "\"thu\"",
     ASK("\"preferred\": {\"office_days\": 2, \"weekdays\": [\"tue\", \"thu\", \"thu\"]}")},
    {"P0102", "/ask/preferred/weekdays", "[\"tue\"]",
     ASK("\"preferred\": {\"office_days\": 2, \"weekdays\": [\"tue\"]}")},
    {"P0102", "/ask/starter/weekdays", "[\"mon\", \"fri\"]",
     ASK("\"preferred\": {\"office_days\": 0}, \"starter\": {\"office_days\": 1, \"weekdays\": [\"mon\", \"fri\"]}")},
    {"P0102", "/ask/preferred/weekdays", "[]", ASK("\"preferred\": {\"office_days\": 2, \"weekdays\": []}")},
    {NULL, NULL, NULL, ASK("\"preferred\": {\"office_days\": 0, \"weekdays\": []}")},
    {NULL, NULL, NULL, ASK("\"preferred\": {\"office_days\": 2, \"weekdays\": [\"fri\", \"mon\"]}")},
    /* the order of the rungs */
    {"P0103", "/ask/acceptable/office_days", "1",
     ASK("\"preferred\": {\"office_days\": 2}, \"acceptable\": {\"office_days\": 1}")},
    {"P0103", "/ask/starter/office_days", "2",
     ASK("\"preferred\": {\"office_days\": 2}, \"acceptable\": {\"office_days\": 3}, \"starter\": {\"office_days\": "
         "2}")},
    {"P0103", "/ask/starter/office_days", "0",
     ASK("\"preferred\": {\"office_days\": 2}, \"starter\": {\"office_days\": 0}")},
    {NULL, NULL, NULL,
     ASK("\"preferred\": {\"office_days\": 2}, \"acceptable\": {\"office_days\": 2}, \"starter\": {\"office_days\": "
         "2}")},
    /* the ask beside mandate, floor and its own dates */
    {"P0206", "/ask/preferred/office_days", "2", PLAIN "\"mandate\": {\"office_days\": 2}}"},
    {"P0206", "/ask/preferred/office_days", "2", PLAIN "\"mandate\": {\"office_days\": 1}}"},
    {NULL, NULL, NULL, PLAIN "\"mandate\": {\"office_days\": 3}}"},
    {"P0207", "/private/floor/office_days", "1", PLAIN "\"private\": {\"floor\": {\"office_days\": 1}}}"},
    {NULL, NULL, NULL, PLAIN "\"private\": {\"floor\": {\"office_days\": 2}}}"},
    {"P0211", "/ask/decide_by", "\"2027-02-02\"",
     ASK("\"preferred\": {\"office_days\": 2}, \"start\": \"2027-02-01\", \"decide_by\": \"2027-02-02\"")},
    {NULL, NULL, NULL,
     ASK("\"preferred\": {\"office_days\": 2}, \"start\": \"2027-02-01\", \"decide_by\": \"2027-02-01\"")},
    {NULL, NULL, NULL, /* the ask may start before the mandate does */
     PERSON "\"mandate\": {\"start\": \"2027-03-01\"}, "
            "\"ask\": {\"preferred\": {\"office_days\": 2}, \"start\": \"2027-02-01\"}}"},
    /* concerns */
    {"P0205", "/concerns/2/about", "\"culture\"",
     PLAIN "\"concerns\": [{\"about\": \"culture\"}, {\"about\": \"cost\"}, "
           "{\"about\": \"culture\", \"from\": \"manager\"}]}"},
    {NULL, NULL, NULL,
     PLAIN "\"concerns\": [{\"about\": \"culture\"}, {\"about\": \"culture\", \"from\": \"senior\"}, "
           "{\"about\": \"culture\", \"from\": \"company\"}]}"},
    /* periods */
    {"P0104", "/history/modes/0/to", "\"2024-12\"",
     MODES("{\"mode\": \"office\", \"from\": \"2025-01\", \"to\": \"2024-12\"}")},
    {"P0105", "/history/modes/1/from", "\"2024-12\"",
     MODES("{\"mode\": \"office\", \"from\": \"2024-01\", \"to\": \"2024-12\"}, "
           "{\"mode\": \"remote\", \"from\": \"2024-12\"}")},
    {"P0105", "/history/modes/1/from", "\"2023-01\"", /* the first goes on without end */
     MODES("{\"mode\": \"remote\", \"from\": \"2024-01\"}, "
           "{\"mode\": \"office\", \"from\": \"2023-01\", \"to\": \"2024-01\"}")},
    {NULL, NULL, NULL,
     MODES("{\"mode\": \"remote\", \"from\": \"2024-02\"}, "
           "{\"mode\": \"office\", \"from\": \"2024-01\", \"to\": \"2024-01\"}")},
    {"P0201", "/history/metrics/0/values", "\"values\"",
     PLAIN "\"history\": {\"modes\": [{\"mode\": \"office\", \"from\": \"2024-02\", \"to\": \"2024-03\"}], "
           "\"metrics\": [{\"name\": \"a\", \"better\": \"lower\", "
           "\"values\": {\"2024-04\": 1, \"2024-02\": 2, \"2024-03\": 3}}]}}"},
    {"P0201", "/history/metrics/0/values", "\"values\"", /* no modes at all */
     METRICS("{\"name\": \"a\", \"better\": \"lower\", \"values\": {\"2024-01\": 1}}")},
    {NULL, NULL, NULL,
     PLAIN "\"history\": {\"modes\": [{\"mode\": \"office\", \"from\": \"2024-02\", \"to\": \"2024-03\"}], "
           "\"metrics\": [{\"name\": \"a\", \"better\": \"lower\", \"values\": {\"2024-02\": 2, \"2024-03\": 3}}]}}"},
    /* metrics */
    {"P0106", "/history/metrics/0/samples", "\"samples\"",
     PLAIN "\"history\": {\"modes\": [{\"mode\": \"office\", \"from\": \"2024-01\"}], "
           "\"metrics\": [{\"name\": \"a\", \"better\": \"lower\", \"values\": {\"2024-01\": 1}, "
           "\"samples\": {\"office\": [1]}}]}}"},
    {"P0107", "/history/metrics/1/name", "\"a\"", METRICS(SAMPLED("a") ", " SAMPLED("a"))},
    {NULL, NULL, NULL, METRICS(SAMPLED("a") ", " SAMPLED("A"))},
    {"P0204", "/history/metrics/0", "{", METRICS("{\"name\": \"a\", \"better\": \"lower\"}")},
    {"P0204", "/history/metrics/0", "{", METRICS("{\"name\": \"a\", \"better\": \"lower\", \"values\": {}}")},
    {"P0204", "/history/metrics/0", "{",
     METRICS("{\"name\": \"a\", \"better\": \"lower\", \"samples\": {\"office\": []}}")},
    {"P0208", "/history/metrics/1/headline", "true",
     METRICS("{\"name\": \"a\", \"better\": \"lower\", \"headline\": true, \"samples\": {\"office\": [1]}}, "
             "{\"name\": \"b\", \"better\": \"lower\", \"headline\": true, \"samples\": {\"office\": [1]}}")},
    {NULL, NULL, NULL,
     METRICS("{\"name\": \"a\", \"better\": \"lower\", \"headline\": true, \"samples\": {\"office\": [1]}}, "
             "{\"name\": \"b\", \"better\": \"lower\", \"headline\": false, \"samples\": {\"office\": [1]}}")},
    /* names in the pilot */
    {"P0108", "/pilot/primary", "\"Cicle time\"", PILOT("\"primary\": \"Cicle time\"")},
    {"P0108", "/pilot/primary", "\"cycle time\"", PILOT("\"primary\": \"cycle time\"")},
    {"P0108", "/pilot/secondary/1", "\"Defects\"", PILOT("\"secondary\": [\"Cycle time\", \"Defects\"]")},
    {"P0108", "/pilot/guardrails/0/metric", "\"Defects\"",
     PILOT("\"guardrails\": [{\"metric\": \"Defects\", \"limit\": 5}, {\"metric\": \"Cycle time\", \"limit\": 5}]")},
    {"P0108", "/pilot/primary", "\"Cycle time\"", PLAIN "\"pilot\": {\"primary\": \"Cycle time\"}}"},
    {NULL, NULL, NULL, PILOT("\"primary\": \"Cycle time\", \"secondary\": [\"Cycle time\"]")},
    /* dates of the pilot */
    {"P0109", "/pilot/review", "\"2027-01-31\"", PILOT("\"start\": \"2027-02-01\", \"review\": \"2027-01-31\"")},
    {NULL, NULL, NULL, PILOT("\"start\": \"2027-02-01\", \"review\": \"2027-02-01\"")},
    {"P0209", "/pilot/review", "\"2027-02-13\"",
     PILOT("\"start\": \"2027-02-01\", \"weeks\": 2, \"review\": \"2027-02-13\"")},
    {NULL, NULL, NULL, PILOT("\"start\": \"2027-02-01\", \"weeks\": 2, \"review\": \"2027-02-14\"")},
    {NULL, NULL, NULL, PILOT("\"weeks\": 2, \"review\": \"2027-02-14\"")},
    {"P0210", "/pilot/review", "\"2027-01-31\"",
     PERSON "\"ask\": {\"preferred\": {\"office_days\": 2}, \"start\": \"2027-02-01\"}, "
            "\"pilot\": {\"review\": \"2027-01-31\"}}"},
    {"P0209", "/pilot/review", "\"2027-02-13\"", /* the start is that of the mandate */
     PLAIN "\"mandate\": {\"start\": \"2027-02-01\"}, \"pilot\": {\"weeks\": 2, \"review\": \"2027-02-13\"}}"},
    /* tasks */
    {"P0110", "/tasks", "\"tasks\"", TASKS(SHARE("60") ", " SHARE("40.6"))},
    {NULL, NULL, NULL, TASKS(SHARE("60") ", " SHARE("40.5"))},
    {NULL, NULL, NULL, TASKS(SHARE("33.4") ", " SHARE("33.4") ", " SHARE("33.7"))},
    {"P0202", "/tasks", "\"tasks\"", TASKS(SHARE("60") ", " SHARE("39.4"))},
    {NULL, NULL, NULL, TASKS(SHARE("60") ", " SHARE("39.5"))},
    {"P0203", "/tasks/1", "{", TASKS(SHARE("60") ", {\"name\": \"u\"}")},
    {"P0203", "/tasks/0", "{", TASKS("{\"name\": \"u\"}, {\"name\": \"v\"}")},
    {NULL, NULL, NULL, PLAIN "\"tasks\": []}"},
    /* team and talks */
    {"P0212", "/team/same_site", "5", PLAIN "\"team\": {\"size\": 5, \"same_site\": 5}}"},
    {NULL, NULL, NULL, PLAIN "\"team\": {\"size\": 5, \"same_site\": 4}}"},
    {"P0214", "/conversations/0/next", "\"2026-11-11\"",
     PLAIN "\"conversations\": [{\"date\": \"2026-11-12\", \"next\": \"2026-11-11\"}]}"},
    {NULL, NULL, NULL, PLAIN "\"conversations\": [{\"date\": \"2026-11-12\", \"next\": \"2026-11-12\"}]}"},
    /* a deliverable may be done before or after it was due */
    {NULL, NULL, NULL,
     PLAIN "\"deliverables\": [{\"title\": \"a\", \"due\": \"2026-01-01\", \"done\": \"2026-03-01\"}, "
           "{\"title\": \"b\", \"due\": \"2026-01-01\", \"done\": \"2025-01-01\"}]}"},
    /* steps that grant nothing */
    {"P0215", "/ask/acceptable/office_days", "4", MANDATED("\"acceptable\": {\"office_days\": 4}")},
    {"P0215", "/ask/starter/office_days", "5", MANDATED("\"starter\": {\"office_days\": 5}")},
    {NULL, NULL, NULL, MANDATED("\"acceptable\": {\"office_days\": 3}, \"starter\": {\"office_days\": 3}")},
    {"P0206", "/ask/preferred/office_days", "4", /* told once */
     PERSON "\"mandate\": {\"office_days\": 4}, "
            "\"ask\": {\"preferred\": {\"office_days\": 4}, \"starter\": {\"office_days\": 4}}}"},
    /* the trial and the ask */
    {"P0216", "/pilot/start", "\"2027-01-31\"", STARTS("2027-02-01", "\"start\": \"2027-01-31\"")},
    {NULL, NULL, NULL, STARTS("2027-02-01", "\"start\": \"2027-02-01\"")},
    {"P0223", "/pilot/start", "\"2027-03-02\"",
     STARTS("2027-02-01", "\"start\": \"2027-03-02\", \"baseline_days\": 30")},
    {NULL, NULL, NULL, STARTS("2027-02-01", "\"start\": \"2027-03-03\", \"baseline_days\": 30")},
    {NULL, NULL, NULL, STARTS("2027-02-01", "\"start\": \"2027-02-02\"")}, /* no office period is planned */
    {"P0223", "/pilot/start", "\"2026-12-20\"",                            /* the period begins today at the earliest */
     PLAIN "\"mandate\": {\"start\": \"2026-10-01\"}, \"pilot\": {\"start\": \"2026-12-20\", \"baseline_days\": 30}}"},
    {NULL, NULL, NULL,
     PLAIN "\"mandate\": {\"start\": \"2026-10-01\"}, \"pilot\": {\"start\": \"2026-12-21\", \"baseline_days\": 30}}"},
    /* people */
    {"P0217", "/team/new_hires", "4", PLAIN "\"team\": {\"size\": 3, \"new_hires\": 4}}"},
    {NULL, NULL, NULL, PLAIN "\"team\": {\"size\": 3, \"new_hires\": 3}}"},
    /* done before, done later than can be */
    {"P0218", "/deliverables/1/done", "\"2025-02-28\"",
     "{\"person\": {\"role\": \"Analyst\", \"started\": \"2025-03\"}, \"ask\": {\"preferred\": {\"office_days\": 2}}, "
     "\"deliverables\": [{\"title\": \"a\", \"done\": \"2025-03-01\"}, {\"title\": \"b\", \"done\": \"2025-02-28\"}]}"},
    {"P0221", "/deliverables/0/done", "\"2026-11-22\"",
     PLAIN
     "\"deliverables\": [{\"title\": \"a\", \"done\": \"2026-11-22\"}, {\"title\": \"b\", \"done\": \"2026-11-21\"}]}"},
    {"P0221", "/conversations/0/date", "\"2026-11-22\"", PLAIN "\"conversations\": [{\"date\": \"2026-11-22\"}]}"},
    {"P0221", "/history/reviews/0/date", "\"2026-12-01\"",
     PLAIN "\"history\": {\"reviews\": [{\"date\": \"2026-12-01\"}]}}"},
    {"P0221", "/history/metrics/0/values/2026-12", "\"2026-12\"",
     PLAIN "\"history\": {\"modes\": [{\"mode\": \"office\", \"from\": \"2026-01\"}], \"metrics\": [{\"name\": \"a\", "
           "\"better\": \"lower\", \"values\": {\"2026-11\": 1, \"2026-12\": 1, \"2027-01\": 1}}]}}"},
    {NULL, NULL, NULL, /* what one does not want to hear */
     PLAIN "\"conversations\": [{\"date\": \"2026-11-22\"}], \"meta\": {\"ignore\": [\"P0221\"]}}"},
    /* planned for a day that has passed */
    {"P0222", "/ask/decide_by", "\"2026-11-20\"",
     ASK("\"preferred\": {\"office_days\": 2}, \"decide_by\": \"2026-11-20\"")},
    {NULL, NULL, NULL, ASK("\"preferred\": {\"office_days\": 2}, \"decide_by\": \"2026-11-21\"")},
    {"P0222", "/ask/start", "\"2026-11-20\"", ASK("\"preferred\": {\"office_days\": 2}, \"start\": \"2026-11-20\"")},
    {NULL, NULL, NULL, ASK("\"preferred\": {\"office_days\": 2}, \"start\": \"2026-11-21\"")},
    /* an office period that would begin on a day that has passed is none */
    {"P0222", "/ask/start", "\"2026-10-01\"", STARTS("2026-10-01", "\"start\": \"2026-12-20\", \"baseline_days\": 30")},
    {"P0222", "/pilot/review", "\"2026-11-20\"", PILOT("\"review\": \"2026-11-20\"")},
    /* margins and limits against the numbers */
    {"P0219", "/history/metrics/0/margin", "2.5", MARGIN("lower", "\"margin\": 2.5", "2, 1, 3", "2")},
    {NULL, NULL, NULL, MARGIN("lower", "\"margin\": 2", "2, 1, 3", "2")},
    {NULL, NULL, NULL, MARGIN("lower", "\"margin\": 2", "0, 0, 1", "2")}, /* nothing to compare with */
    {"P0219", "/pilot/margin", "3", LIMITED("lower", "\"primary\": \"a\", \"margin\": 3")},
    {"P0220", "/pilot/guardrails/0/limit", "3.5",
     LIMITED("lower", "\"guardrails\": [{\"metric\": \"a\", \"limit\": 3.5}]")},
    {NULL, NULL, NULL, LIMITED("lower", "\"guardrails\": [{\"metric\": \"a\", \"limit\": 4}]")},
    {"P0220", "/pilot/guardrails/0/limit", "4.5",
     LIMITED("higher", "\"guardrails\": [{\"metric\": \"a\", \"limit\": 4.5}]")},
    {NULL, NULL, NULL, LIMITED("higher", "\"guardrails\": [{\"metric\": \"a\", \"limit\": 4}]")},
    {NULL, NULL, NULL, /* the last six months count, wherever they stand */
     PLAIN "\"history\": {\"modes\": [{\"mode\": \"remote\", \"from\": \"2026-01\"}], \"metrics\": [{\"name\": \"a\", "
           "\"better\": \"lower\", \"values\": {\"2026-08\": 1, \"2026-03\": 9, \"2026-02\": 9, \"2026-01\": 9, "
           "\"2026-04\": 1, "
           "\"2026-05\": 1, \"2026-06\": 9, \"2026-07\": 1}}]}, \"pilot\": {\"guardrails\": [{\"metric\": \"a\", "
           "\"limit\": 1}]}}"},
    /* country, version, codes to ignore */
    {"P0111", "/jurisdiction/country", "\"gb\"", PLAIN "\"jurisdiction\": {\"country\": \"gb\"}}"},
    {"P0111", "/jurisdiction/country", "\"UK\"", PLAIN "\"jurisdiction\": {\"country\": \"UK\"}}"},
    {"P0111", "/jurisdiction/country", "\"A \"", PLAIN "\"jurisdiction\": {\"country\": \"A \"}}"},
    {"P0111", "/jurisdiction/country", "\"DA\"", PLAIN "\"jurisdiction\": {\"country\": \"DA\"}}"},
    {NULL, NULL, NULL, PLAIN "\"jurisdiction\": {\"country\": \"GB\"}}"},
    {NULL, NULL, NULL, PLAIN "\"jurisdiction\": {\"country\": \"ZW\"}}"},
    {"P0112", "/meta/version", "2", PLAIN "\"meta\": {\"version\": 2}}"},
    {NULL, NULL, NULL, PLAIN "\"meta\": {\"version\": 1.0}}"},
    {"P0213", "/meta/ignore/1", "\"P206\"", PLAIN "\"meta\": {\"ignore\": [\"P0206\", \"P206\"]}}"},
    {"P0213", "/meta/ignore/0", "\"P0101\"", PLAIN "\"meta\": {\"ignore\": [\"P0101\"]}}"},
    {NULL, NULL, NULL, PLAIN "\"meta\": {\"ignore\": [\"L0001\"]}}"},
};

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

static rtp_diags *load(const char *text, const rtp_profile **profile)
{
    rtp_source *source = RTP_NEW(arena, rtp_source);
    *source = (rtp_source){.name = rtp_lit("test.json"), .text = rtp_str_from(text)};
    rtp_diags *diags = rtp_diags_make(arena);
    *profile = rtp_profile_load(source, arena, diags);
    if (*profile) {
        rtp_profile_check_days(*profile, source, TODAY, diags);
    }
    return diags;
}

static void assert_text(rtp_str text, const char *expected)
{
    assert_string_equal(rtp_arena_copy(arena, text).ptr, expected);
}

static void assert_finding(const rtp_diag *diag, const check_case *row)
{
    assert_string_equal(diag->code, row->code);
    assert_text(diag->pointer, row->pointer);
    assert_int_equal(diag->severity, row->code[2] == '1' ? RTP_ERROR : RTP_WARNING);
    assert_true(diag->message.len > 0 && diag->message.len < 200);
    assert_true(diag->hint.len > 0);
    assert_true(diag->length > 0);
    assert_text((rtp_str){diag->source->text.ptr + diag->offset, diag->length}, row->under);
}

static void test_each_check_reports_its_case_and_nothing_else(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        const rtp_profile *profile;
        rtp_diags *diags = load(cases[i].text, &profile);
        size_t expected = cases[i].code != NULL;
        if (diags->len != expected) {
            print_message("%s\n%s %s\n", cases[i].text, diags->len > 0 ? diags->items[0].code : "",
                          diags->len > 0 ? diags->items[0].message.ptr : "");
        }
        assert_int_equal(diags->len, expected);
        assert_int_equal(profile != NULL, diags->errors == 0);
        if (expected > 0) {
            assert_finding(&diags->items[0], &cases[i]);
        }
    }
}

/* P015. and P016.: test_results.c has their cases, and tests/review those that need a trial. */
static bool is_of_results(const char *code)
{
    return strncmp(code, "P015", 4) == 0 || strncmp(code, "P016", 4) == 0;
}

static void test_every_code_has_a_case(void **state)
{
    (void)state;
    for (size_t i = 0; i < rtp_profile_code_count; i++) {
        if (is_of_results(rtp_profile_codes[i].code)) {
            continue;
        }
        size_t found = 0;
        for (size_t k = 0; k < RTP_COUNT(cases); k++) {
            found += cases[k].code != NULL && strcmp(cases[k].code, rtp_profile_codes[i].code) == 0;
        }
        if (found == 0) {
            fail_msg("no case for %s", rtp_profile_codes[i].code);
        }
    }
}

static void test_codes_are_in_order_and_explained(void **state)
{
    (void)state;
    for (size_t i = 0; i < rtp_profile_code_count; i++) {
        const rtp_code_doc *doc = &rtp_profile_codes[i];
        assert_true(i == 0 || strcmp(rtp_profile_codes[i - 1].code, doc->code) < 0);
        assert_int_equal(strlen(doc->code), 5);
        assert_true(strlen(doc->title) > 10 && strlen(doc->text) > 20);
        assert_int_equal(doc->text[strlen(doc->text) - 1], '.');
    }
}

typedef struct words_case {
    const char *text, *message, *hint;
} words_case;

static void test_messages_say_what_was_found_and_what_to_do(void **state)
{
    (void)state;
    static const words_case words[] = {
        {PILOT("\"primary\": \"Cicle time\""), "no metric is named \"Cicle time\"", "did you mean \"Cycle time\"?"},
        {PLAIN "\"pilot\": {\"primary\": \"Cycle time\"}}", "no metric is named \"Cycle time\"",
         "history.metrics is empty; add the metric there"},
        {ASK("\"preferred\": {\"office_days\": 2}, \"acceptable\": {\"office_days\": 1}"),
         "acceptable asks for 1 office day, fewer than the 2 of preferred",
         "office days grow from preferred over acceptable to starter"},
        {TASKS(SHARE("60") ", " SHARE("41.25")), "the shares of the tasks sum to 101.25 percent",
         "make the shares sum to 100"},
        {TASKS(SHARE("60") ", {\"name\": \"On-call\"}"), "1 of 2 tasks has no share: \"On-call\"",
         "add the share of your time, in percent"},
        {PLAIN "\"jurisdiction\": {\"country\": \"de\"}}", "\"de\" is not a country code", "did you mean \"DE\"?"},
        {PLAIN "\"jurisdiction\": {\"country\": \"UK\"}}", "\"UK\" is not a country code", "did you mean \"GB\"?"},
        {PLAIN "\"jurisdiction\": {\"country\": \"Zx\"}}", "\"Zx\" is not a country code",
         "use the code of ISO 3166-1 alpha-2, for example \"US\" or \"GB\""},
        {METRICS(
             "{\"name\": \"a\", \"better\": \"lower\", \"values\": {\"2024-11\": 1, \"2024-01\": 1, \"2024-12\": 1, "
             "\"2025-01\": 1, \"2024-05\": 1}}"),
         "no mode covers 5 months: 2024-01, 2024-05, 2024-11 to 2025-01",
         "say in history.modes where you worked then; these months are left out of comparisons until you do"},
        {METRICS(
             "{\"name\": \"a\", \"better\": \"lower\", \"values\": {\"2024-11\": 1, \"2024-01\": 1, \"2024-03\": 1, "
             "\"2025-01\": 1, \"2024-05\": 1}}"),
         "no mode covers 5 months: 2024-01, 2024-03, 2024-05, 2024-11, and more",
         "say in history.modes where you worked then; these months are left out of comparisons until you do"},
    };
    for (size_t i = 0; i < RTP_COUNT(words); i++) {
        const rtp_profile *profile;
        rtp_diags *diags = load(words[i].text, &profile);
        assert_int_equal(diags->len, 1);
        assert_text(diags->items[0].message, words[i].message);
        assert_text(diags->items[0].hint, words[i].hint);
    }
}

static void test_long_names_are_cut_and_kept_on_one_line(void **state)
{
    (void)state;
    char text[1024];
    char name[121];
    memset(name, 'x', sizeof(name) - 1);
    name[sizeof(name) - 1] = '\0';
    snprintf(text, sizeof(text), PLAIN "\"pilot\": {\"primary\": \"a\\n%s\"}}", name);
    const rtp_profile *profile;
    rtp_diags *diags = load(text, &profile);
    assert_int_equal(diags->len, 1);
    name[58] = '\0';
    assert_text(diags->items[0].message, rtp_arena_format(arena, "no metric is named \"a %s…\"", name).ptr);
}

/* What is wrong already is not told again in other words. */
static void test_follow_on_errors_are_not_reported(void **state)
{
    (void)state;
    static const char *const texts[] = {
        ASK("\"preferred\": {\"office_days\": 2, \"weekdays\": [\"tue\", \"thursday\"]}"),
        ASK("\"preferred\": {\"office_days\": 2, \"weekdays\": \"tue\"}"),
        ASK("\"preferred\": {\"office_days\": \"2\", \"weekdays\": [\"tue\"]}"),
        TASKS(SHARE("\"60\"") ", " SHARE("40")),
        TASKS("5, " SHARE("40")),
        METRICS("{\"name\": \"a\", \"better\": \"lower\", \"values\": {\"2024-13\": 1}}"),
        METRICS("{\"name\": \"a\", \"better\": \"lower\", \"values\": []}"),
        PLAIN "\"history\": {\"modes\": [{\"mode\": \"office\", \"from\": \"2024\"}], \"metrics\": [{\"name\": \"a\", "
              "\"better\": \"lower\", \"values\": {\"2024-01\": 1}}]}}",
        PLAIN "\"concerns\": [{\"about\": \"moral\"}, {\"about\": \"morale\"}]}",
        PLAIN "\"history\": [], \"pilot\": {\"primary\": \"a\"}}",
        PLAIN "\"history\": {\"metrics\": {}}, \"pilot\": {\"primary\": \"a\"}}",
        PLAIN "\"history\": {\"metrics\": [7]}, \"pilot\": {\"primary\": \"a\"}}",
        PLAIN "\"pilot\": {\"start\": \"2027-01-01\", \"weeks\": 2000000000, \"review\": \"2027-01-01\"}}",
    };
    for (size_t i = 0; i < RTP_COUNT(texts); i++) {
        const rtp_profile *profile;
        rtp_diags *diags = load(texts[i], &profile);
        if (diags->len != 1) {
            print_message("%s\n", texts[i]);
        }
        assert_int_equal(diags->len, 1);
        assert_true(strcmp(diags->items[0].code, "P0100") < 0);
        assert_null(profile);
    }
}

/* Two faults of which none follows from the other are both told. */
static void test_independent_faults_are_all_reported(void **state)
{
    (void)state;
    const rtp_profile *profile;
    rtp_diags *diags =
        load(PLAIN "\"history\": {\"metrics\": [{\"name\": \"a\", \"better\": \"worse\", \"samples\": "
                   "{\"office\": [1]}}]}, \"pilot\": {\"primary\": \"a\", \"secondary\": [\"\", \"b\"]}, "
                   "\"mandate\": {\"office_days\": 2}}",
             &profile);
    assert_null(profile);
    assert_int_equal(diags->errors, 2);
    assert_int_equal(diags->warnings, 2);
    rtp_diags_sort(diags);
    static const char *const pointers[] = {"/ask/preferred/office_days", "/history/metrics/0/better",
                                           "/pilot/secondary/0", "/pilot/secondary/1"};
    for (size_t i = 0; i < RTP_COUNT(pointers); i++) {
        assert_text(diags->items[i].pointer, pointers[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_check_reports_its_case_and_nothing_else),
        cmocka_unit_test(test_every_code_has_a_case),
        cmocka_unit_test(test_codes_are_in_order_and_explained),
        cmocka_unit_test(test_messages_say_what_was_found_and_what_to_do),
        cmocka_unit_test(test_long_names_are_cut_and_kept_on_one_line),
        cmocka_unit_test(test_follow_on_errors_are_not_reported),
        cmocka_unit_test(test_independent_faults_are_all_reported),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
