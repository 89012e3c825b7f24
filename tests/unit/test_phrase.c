/* floor: rules */
/* Phrases: what filters write, what optional parts and alternatives do, and what is refused, to the
 * column. All facts are invented. */
#include "rules_support.h"

#include "rules/phrase.h"

static bool load(bench *on, const char *json, rtp_phrases *out)
{
    return rtp_phrases_load(bench_read(on, json), rtp_lit(""), &on->context, out);
}

/* ---- filters ---- */

typedef struct filter_case {
    const char *phrase, *given, *text;
} filter_case;

static const filter_case filter_cases[] = {
    /* plain values */
    {"{manager.name}", "{\"manager.name\": \"Maya Chen\"}", "Maya Chen"},
    {"{manager.name}", "{\"manager.name\": \" Maya \\n\\t Chen \"}", "Maya Chen"},
    {"{ask.office_days}", "{\"ask.office_days\": 2}", "2"},
    {"{pilot.margin}", "{\"pilot.margin\": 6.25}", "6.25"},
    {"{document.date}", "{\"document.date\": \"2026-12-01\"}", "1 December 2026"},
    {"{person.started}", "{\"person.started\": \"2024-03\"}", "March 2024"},
    {"{ask.office_weekdays}", "{\"ask.office_weekdays\": [\"Tuesday\", \"Thursday\"]}", "Tuesday and Thursday"},
    {"a {manager.name} b", "{\"manager.name\": \"x\"}", "a x b"},
    {"{{x}} [[y]]", "{}", "{x} [y]"},
    {"", "{}", ""},
    /* lists */
    {"{ask.office_weekdays|list}", "{\"ask.office_weekdays\": [\"a\"]}", "a"},
    {"{ask.office_weekdays|list}", "{\"ask.office_weekdays\": [\"a\", \"b\"]}", "a and b"},
    {"{ask.office_weekdays|list}", "{\"ask.office_weekdays\": [\"a\", \"b\", \"c\"]}", "a, b and c"},
    {"{ask.office_weekdays|or}", "{\"ask.office_weekdays\": [\"a\", \"b\", \"c\"]}", "a, b or c"},
    {"{ask.office_weekdays|or}", "{\"ask.office_weekdays\": [\"a\"]}", "a"},
    {"{ask.office_weekdays|semicolons}", "{\"ask.office_weekdays\": [\"I write.\", \"you, Ana, read\", \"c\"]}",
     "I write; you, Ana, read; c"},
    {"{ask.office_weekdays|semicolons}", "{\"ask.office_weekdays\": [\"a\"]}", "a"},
    {"{ask.office_weekdays|first}", "{\"ask.office_weekdays\": [\"a\", \"b\"]}", "a"},
    {"{ask.office_weekdays|list}", "{\"ask.office_weekdays\": []}", ""},
    {"{ask.office_weekdays|days}", "{\"ask.office_weekdays\": [\"Tuesday\", \"Wednesday\", \"Thursday\"]}",
     "Tuesday to Thursday"},
    {"{ask.office_weekdays|days}", "{\"ask.office_weekdays\": [\"Monday\", \"Tuesday\"]}", "Monday and Tuesday"},
    {"{ask.office_weekdays|days}", "{\"ask.office_weekdays\": [\"Monday\", \"Wednesday\", \"Thursday\"]}",
     "Monday, Wednesday and Thursday"},
    {"{ask.office_weekdays|days}",
     "{\"ask.office_weekdays\": [\"Monday\", \"Tuesday\", \"Wednesday\", \"Thursday\", \"Friday\"]}",
     "Monday to Friday"},
    {"{ask.office_weekdays|days}", "{\"ask.office_weekdays\": [\"Monday\"]}", "Monday"},
    /* numbers */
    {"{ask.office_days|words}", "{\"ask.office_days\": 0}", "zero"},
    {"{ask.office_days|words}", "{\"ask.office_days\": 1}", "one"},
    {"{ask.office_days|words}", "{\"ask.office_days\": 12}", "twelve"},
    {"{ask.office_days|words}", "{\"ask.office_days\": 13}", "13"},
    {"{ask.office_days|words}", "{\"ask.office_days\": 2.5}", "2.5"},
    {"{ask.office_days|words}", "{\"ask.office_days\": -2}", "-2"},
    {"{ask.office_days|count:day}", "{\"ask.office_days\": 2}", "two days"},
    {"{ask.office_days|count:day}", "{\"ask.office_days\": 1}", "one day"},
    {"{ask.office_days|count:day}", "{\"ask.office_days\": 15}", "15 days"},
    {"{ask.office_days|count:day}", "{\"ask.office_days\": 1.5}", "1.5 days"},
    {"{ask.office_days|count:office day}", "{\"ask.office_days\": 3}", "three office days"},
    {"{ask.office_days|count:office day}", "{\"ask.office_days\": 1}", "one office day"},
    {"{ask.office_days|count:reply}", "{\"ask.office_days\": 2}", "two replies"},
    {"{ask.office_days|count:batch}", "{\"ask.office_days\": 2}", "two batches"},
    {"{ask.office_days|count:wish}", "{\"ask.office_days\": 2}", "two wishes"},
    {"{ask.office_days|count:class}", "{\"ask.office_days\": 2}", "two classes"},
    {"{ask.office_days|count:box}", "{\"ask.office_days\": 2}", "two boxes"},
    {"{ask.office_days|percent}", "{\"ask.office_days\": 50}", "50 %"},
    {"{ask.gap|abs}", "{\"ask.gap\": -3}", "3"},
    {"{ask.gap|abs|words}", "{\"ask.gap\": -3}", "three"},
    {"{ask.gap|signed}", "{\"ask.gap\": 3}", "+3"},
    {"{ask.gap|signed}", "{\"ask.gap\": -3.5}",
     "\xE2\x88\x92"
     "3.5"},
    {"{ask.gap|signed}", "{\"ask.gap\": 0}", "0"},
    /* texts */
    {"{manager.name|capital}", "{\"manager.name\": \"quiet mornings\"}", "Quiet mornings"},
    {"{manager.name|capital}", "{\"manager.name\": \"\\u00e9t\\u00e9\"}", "\xC3\x89t\xC3\xA9"},
    {"{manager.name|capital}", "{\"manager.name\": \"\\u0436\\u0430\\u0440\"}", "\xD0\x96\xD0\xB0\xD1\x80"},
    {"{manager.name|capital}", "{\"manager.name\": \"5 a day\"}", "5 a day"},
    {"{manager.name|lower}", "{\"manager.name\": \"Quiet mornings\"}", "quiet mornings"},
    {"{manager.name|lower}", "{\"manager.name\": \"PCI audits\"}", "PCI audits"},
    {"{manager.name|lower}", "{\"manager.name\": \"GitHub reviews\"}", "GitHub reviews"},
    {"{manager.name|lower}", "{\"manager.name\": \"I keep notes\"}", "I keep notes"},
    {"{manager.name|lower}", "{\"manager.name\": \"I'd keep notes\"}", "I'd keep notes"},
    {"{manager.name|lower}", "{\"manager.name\": \"A short note\"}", "a short note"},
    {"{manager.name|lower}", "{\"manager.name\": \"C++ builds\"}", "C++ builds"},
    {"{manager.name|lower}", "{\"manager.name\": \"Q3 goals\"}", "Q3 goals"},
    {"{manager.name|lower}", "{\"manager.name\": \"Tuesday pairing\"}", "Tuesday pairing"},
    {"{manager.name|lower}", "{\"manager.name\": \"\\u00c9t\\u00e9\"}", "\xC3\xA9t\xC3\xA9"},
    {"{manager.name|lower}", "{\"manager.name\": \"Yes, daily\"}", "yes, daily"},
    {"{manager.name|sentence}", "{\"manager.name\": \"quiet helps\"}", "Quiet helps."},
    {"{manager.name|sentence}", "{\"manager.name\": \"Quiet helps.\"}", "Quiet helps."},
    {"{manager.name|sentence}", "{\"manager.name\": \"really?\"}", "Really?"},
    /* Stops of other scripts, and the question mark of Greek. */
    {"{manager.name|sentence}", "{\"manager.name\": \"\u898B\u3048\u306A\u3044\u3002\"}",
     "\u898B\u3048\u306A\u3044\u3002"},
    {"{manager.name|sentence}", "{\"manager.name\": \"\u03C0\u03CE\u03C2;\"}", "\u03A0\u03CE\u03C2;"},
    {"{manager.name|bare}", "{\"manager.name\": \"\u898B\u3048\u306A\u3044\u3002\"}", "\u898B\u3048\u306A\u3044"},
    {"I will {manager.name|deed}.", "{\"manager.name\": \"\u66F8\u304F\u3002\"}", "I will \u66F8\u304F."},
    {"{manager.name}.", "{\"manager.name\": \"\u898B\u3048\u306A\u3044\u3002\"}", "\u898B\u3048\u306A\u3044\u3002"},
    {"{manager.name|sentence}", "{\"manager.name\": \"she said \\u201cno\\u201d\"}",
     "She said \xE2\x80\x9Cno\xE2\x80\x9D"},
    {"{manager.name|clause}", "{\"manager.name\": \"Post a note.\"}", "post a note"},
    {"{manager.name|clause}", "{\"manager.name\": \"Post a note...\"}", "post a note..."},
    {"{manager.name|clause}", "{\"manager.name\": \"Why not?\"}", "why not?"},
    {"{manager.name|bare}", "{\"manager.name\": \"Post a note.\"}", "Post a note"},
    {"{manager.name|deed}", "{\"manager.name\": \"I will post a note.\"}", "post a note"},
    {"{manager.name|deed}", "{\"manager.name\": \"Post a note\"}", "post a note"},
    {"{manager.name|bare}", "{\"manager.name\": \"Why not?\"}", "Why not?"},
    {"{manager.name|quote}", "{\"manager.name\": \"No.\"}", "\xE2\x80\x9CNo.\xE2\x80\x9D"},
    {"{manager.name|quote}", "{\"manager.name\": \"\\\"No.\\\"\"}", "\xE2\x80\x9CNo.\xE2\x80\x9D"},
    {"{manager.name|quote}", "{\"manager.name\": \"a \\\"b c\\\" d\"}",
     "\xE2\x80\x9C"
     "a \xE2\x80\x98"
     "b c\xE2\x80\x99 d\xE2\x80\x9D"},
    {"{manager.name|quote}", "{\"manager.name\": \"a \\u201cb\\u201d d\"}",
     "\xE2\x80\x9C"
     "a \xE2\x80\x98"
     "b\xE2\x80\x99 d\xE2\x80\x9D"},
    {"{manager.name|quote}", "{\"manager.name\": \"\\\"a\\\" or \\\"b\\\"\"}",
     "\xE2\x80\x9C\xE2\x80\x98"
     "a\xE2\x80\x99 or \xE2\x80\x98"
     "b\xE2\x80\x99\xE2\x80\x9D"},
    {"{manager.name|name}", "{\"manager.name\": \"Maya Chen\"}", "Maya"},
    {"{manager.name|name}", "{\"manager.name\": \"Dr. Maya Chen\"}", "Dr. Maya Chen"},
    {"{ask.arrangement|capital}", "{\"ask.arrangement\": \"hybrid\"}", "Hybrid"},
    {"{ask.office_weekdays|lower|list}", "{\"ask.office_weekdays\": [\"Test  design\", \"Automation\", \"PCI\"]}",
     "test design, automation and PCI"},
    {"{ask.office_weekdays|clause|or}", "{\"ask.office_weekdays\": [\"Post it.\", \"Wait.\"]}", "post it or wait"},
    {"{ask.office_weekdays|quote}", "{\"ask.office_weekdays\": [\"a\", \"b\"]}",
     "\xE2\x80\x9C"
     "a\xE2\x80\x9D and \xE2\x80\x9C"
     "b\xE2\x80\x9D"},
    {"{ask.office_weekdays|lower|first|capital}", "{\"ask.office_weekdays\": [\"Post it.\"]}", "Post it."},
    {"{ask.office_weekdays|list|capital}", "{\"ask.office_weekdays\": [\"uptime\", \"cost\"]}", "Uptime and cost"},
    {"{ask.office_days|count:day|capital}", "{\"ask.office_days\": 2}", "Two days"},
    /* dates */
    {"{document.date|long}", "{\"document.date\": \"2026-12-01\"}", "1 December 2026"},
    {"{document.date|short}", "{\"document.date\": \"2026-11-21\"}", "21 November"},
    {"{document.date|month}", "{\"document.date\": \"2026-11-21\"}", "November 2026"},
    {"{document.date|year}", "{\"document.date\": \"2026-11-21\"}", "2026"},
    {"{document.date|iso}", "{\"document.date\": \"2026-11-21\"}", "2026-11-21"},
    {"{document.date|weekday}", "{\"document.date\": \"2026-12-01\"}", "Tuesday"},
    {"{person.started|year}", "{\"person.started\": \"2024-03\"}", "2024"},
    {"{person.started|iso}", "{\"person.started\": \"2024-03\"}", "2024-03"},
    {"{person.started|long}", "{\"person.started\": \"2024-03\"}", "March 2024"},
    /* who said it */
    {"{ask.office_days|count:day|proposed}", "{\"ask.office_days\": 2}", "two days"},
    /* full stops: a user's own ends the sentence */
    {"{manager.name}.", "{\"manager.name\": \"Enough.\"}", "Enough."},
    {"{manager.name}.", "{\"manager.name\": \"Enough?\"}", "Enough?"},
    {"{manager.name}.", "{\"manager.name\": \"Enough\"}", "Enough."},
    {"{manager.name|quote}. So", "{\"manager.name\": \"Why?\"}", "\xE2\x80\x9CWhy?\xE2\x80\x9D So"},
    {"{manager.name|quote}. So", "{\"manager.name\": \"No\"}", "\xE2\x80\x9CNo\xE2\x80\x9D. So"},
    {"{manager.name}, and", "{\"manager.name\": \"Acme Inc.\"}", "Acme Inc., and"},
    /* optional parts */
    {"{manager.name}[, {manager.role}]", "{\"manager.name\": \"Maya\", \"manager.role\": \"Lead\"}", "Maya, Lead"},
    {"{manager.name}[, {manager.role}]", "{\"manager.name\": \"Maya\"}", "Maya"},
    {"[{manager.name}: ][{manager.role}]", "{\"manager.role\": \"Lead\"}", "Lead"},
    {"[{manager.name} and {manager.role}]!", "{\"manager.role\": \"Lead\"}", "!"},
    {"{person.name}[ ({manager.name})].", "{\"person.name\": \"Sam Jr.\"}", "Sam Jr."},
};

static void print_as_json(const char *text, rtp_buf *out)
{
    rtp_json_writer writer = rtp_json_writer_make(out, 0);
    rtp_json_put_text(&writer, rtp_str_from(text));
}

static void filters_write_facts(void **state)
{
    bench *on = *state;
    on->context.personal = true; /* style is tested below */
    for (size_t i = 0; i < RTP_COUNT(filter_cases); i++) {
        const filter_case *here = &filter_cases[i];
        rtp_buf json = rtp_buf_make(SIZE_MAX);
        print_as_json(here->phrase, &json);
        rtp_phrases phrases = {0};
        if (!load(on, rtp_arena_copy(on->arena, rtp_buf_text(&json)).ptr, &phrases)) {
            fail_msg("%s: %.*s", here->phrase, RTP_FMT(on->diags->items[0].message));
        }
        rtp_buf_free(&json);
        rtp_view view = {.arena = on->arena, .given = bench_given(on, here->given)};
        rtp_runs runs = {0};
        uint16_t missing = 0;
        assert_true(rtp_phrases_expand(&phrases, &view, &runs, &missing));
        rtp_str text = runs_text(&runs, on->arena);
        if (!rtp_str_equal(text, rtp_str_from(here->text))) {
            fail_msg("%s with %s: >%.*s<, not >%s<", here->phrase, here->given, RTP_FMT(text), here->text);
        }
    }
}

static void a_default_is_called_proposed(void **state)
{
    bench *on = *state;
    rtp_phrases phrases = {0};
    assert_true(load(on, "\"{pilot.weeks|count:week|proposed} and {ask.office_days|proposed}\"", &phrases));
    const rtp_given *given = bench_given(on, "{\"pilot.weeks\": 12, \"ask.office_days\": 2}");
    rtp_value *values = RTP_NEW_ARRAY(on->arena, rtp_value, given->len);
    memcpy(values, given->values, given->len * sizeof *values);
    values[0].origin.kind = RTP_FROM_DEFAULT;
    rtp_given changed = {given->facts, values, given->len};
    rtp_view view = {.arena = on->arena, .given = &changed};
    rtp_runs runs = {0};
    uint16_t missing = 0;
    assert_true(rtp_phrases_expand(&phrases, &view, &runs, &missing));
    rtp_str text = runs_text(&runs, on->arena);
    assert_true(rtp_str_equal(text, rtp_lit("twelve weeks (proposed) and 2")));
    assert_ptr_equal(runs.items[0].value, &values[0]);
}

/* ---- alternatives ---- */

#define IF_MAYA(words) "{\"when\": {\"fact\": \"manager.name\", \"is\": \"Maya\"}, \"text\": \"" words "\"}"

static void the_first_complete_alternative_is_used(void **state)
{
    static const struct {
        const char *phrases, *given, *text; /* text NULL: none can be used */
        const char *missing;
    } cases[] = {
        {"[\"{manager.name}\", \"{manager.role}\", \"they\"]", "{\"manager.name\": \"M\", \"manager.role\": \"R\"}",
         "M", NULL},
        {"[\"{manager.name}\", \"{manager.role}\", \"they\"]", "{\"manager.role\": \"R\"}", "R", NULL},
        {"[\"{manager.name}\", \"{manager.role}\", \"they\"]", "{}", "they", NULL},
        {"[\"{manager.name}\", \"\"]", "{}", "", NULL},
        {"[\"{person.name} {manager.name}\", \"{manager.role}\"]", "{\"person.name\": \"S\"}", NULL, "manager.name"},
        {"\"{manager.role}\"", "{}", NULL, "manager.role"},
        /* conditions: unknown is as good as no */
        {"[" IF_MAYA("a") ", \"b\"]", "{\"manager.name\": \"Maya\"}", "a", NULL},
        {"[" IF_MAYA("a") ", \"b\"]", "{\"manager.name\": \"Bo\"}", "b", NULL},
        {"[" IF_MAYA("a") ", \"b\"]", "{}", "b", NULL},
        {"[" IF_MAYA("") ", \"b\"]", "{\"manager.name\": \"Maya\"}", "", NULL},
        {"[" IF_MAYA("{manager.role}") ", \"b\"]", "{\"manager.name\": \"Maya\"}", "b", NULL},
        {"[" IF_MAYA("{manager.role}") ", \"{person.name}\"]", "{\"manager.name\": \"Maya\"}", NULL, "manager.role"},
        {"[" IF_MAYA("a") ", {\"when\": {\"not\": {\"fact\": \"manager.name\", \"is\": \"Bo\"}}, \"text\": \"b\"}]",
         "{\"manager.name\": \"Bo\"}", NULL, "manager.name"},
        {"[{\"when\": {\"all\": [{\"fact\": \"ask.office_days\", \"between\": [1, 3]},"
         "{\"any\": [{\"fact\": \"manager.stance\", \"in\": [\"opposed\", \"open\"]},"
         "{\"fact\": \"manager.name\", \"is\": \"Bo\"}]}]}, \"text\": \"[{manager.name}, ]{ask.office_days|words}\"}]",
         "{\"ask.office_days\": 2, \"manager.name\": \"Bo\"}", "Bo, two", NULL},
        {"\"[{manager.role} ]{person.name}\"", "{}", NULL, "person.name"},
    };
    bench *on = *state;
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_phrases phrases = {0};
        assert_true(load(on, cases[i].phrases, &phrases));
        rtp_view view = {.arena = on->arena, .given = bench_given(on, cases[i].given)};
        rtp_runs runs = {NULL, 99};
        uint16_t missing = 0;
        assert_int_equal(rtp_phrases_expand(&phrases, &view, &runs, &missing), cases[i].text != NULL);
        if (cases[i].text) {
            assert_true(rtp_str_equal(runs_text(&runs, on->arena), rtp_str_from(cases[i].text)));
        } else {
            assert_int_equal(runs.len, 99);
            assert_string_equal(rtp_fact_at(missing)->name, cases[i].missing);
        }
    }
}

static void no_alternatives_expand_to_nothing(void **state)
{
    bench *on = *state;
    rtp_view view = {.arena = on->arena, .given = bench_given(on, "{}")};
    rtp_runs runs = {0};
    uint16_t missing = 0;
    assert_false(rtp_phrases_expand(&(rtp_phrases){0}, &view, &runs, &missing));
    assert_int_equal(missing, RTP_LITERAL);
}

/* Longer than what is set aside for a phrase. */
static void a_phrase_of_many_parts_is_written_whole(void **state)
{
    enum { PARTS = 50 };
    bench *on = *state;
    rtp_buf json = rtp_buf_make(SIZE_MAX);
    rtp_buf_puts(&json, "\"");
    for (size_t i = 0; i < PARTS; i++) {
        rtp_buf_puts(&json, "{manager.name}-");
    }
    rtp_buf_puts(&json, "\"");
    rtp_phrases phrases = {0};
    assert_true(load(on, rtp_buf_text(&json).ptr, &phrases));
    rtp_buf_free(&json);
    rtp_view view = {.arena = on->arena, .given = bench_given(on, "{\"manager.name\": \"Bo\"}")};
    rtp_runs runs = {0};
    uint16_t missing = 0;
    assert_true(rtp_phrases_expand(&phrases, &view, &runs, &missing));
    assert_int_equal(runs.len, 2 * PARTS);
    for (size_t i = 0; i < runs.len; i++) {
        assert_true(rtp_str_equal(runs.items[i].text, i % 2 ? rtp_lit("-") : rtp_lit("Bo")));
    }
}

static void runs_tell_where_they_come_from(void **state)
{
    bench *on = *state;
    rtp_phrases phrases = {0};
    assert_true(load(on, "\"Dear {manager.name|capital}!\"", &phrases));
    const rtp_given *given = bench_given(on, "{\"manager.name\": \"maya\"}");
    rtp_view view = {.arena = on->arena, .given = given};
    rtp_runs runs = {0};
    uint16_t missing = 0;
    assert_true(rtp_phrases_expand(&phrases, &view, &runs, &missing));
    assert_int_equal(runs.len, 3);
    assert_int_equal(runs.items[0].fact, RTP_LITERAL);
    assert_null(runs.items[0].value);
    assert_int_equal(runs.items[1].fact, rtp_fact_find(rtp_lit("manager.name")));
    assert_ptr_equal(runs.items[1].value, &given->values[0]);
    assert_int_equal(runs.items[2].fact, RTP_LITERAL);
}

/* ---- what is refused ---- */

#define MAYA "\"when\": {\"fact\": \"manager.name\", \"is\": \"Maya\"}"

typedef struct fault_case {
    const char *json; /* of the phrase */
    rtp_scope scope;
    bool personal, evidence;
    const char *code, *place;
} fault_case;

static const fault_case fault_cases[] = {
    {"\"to {manager.nme}\"", RTP_ONCE, false, false, "R0001", "manager.nme"},
    {"\"\\u201cto\\u201d \\n\\\"{manager.nme}\"", RTP_ONCE, false, false, "R0001", "manager.nme"},
    {"\"\\ud83d\\ude00 {manager.nme}\"", RTP_ONCE, false, false, "R0001", "manager.nme"},
    {"[\"{manager.name}\", \"to {manager.nme}\"]", RTP_ONCE, false, false, "R0001", "manager.nme"},
    {"\"{ manager.name}\"", RTP_ONCE, false, false, "R0001", " manager.name"},
    {"\"{concern.said}\"", RTP_ONCE, false, false, "R0002", "concern.said"},
    {"\"{concern.title}\"", RTP_METRICS, false, false, "R0002", "concern.title"},
    {"\"{evidence.claim}\"", RTP_CONCERNS, false, false, "R0003", "evidence.claim"},
    {"\"{private.floor_days}\"", RTP_ONCE, false, false, "R0004", "private.floor_days"},
    {"\"{wants.list}\"", RTP_ONCE, false, false, "R0004", "wants.list"},
    {"\"{manager.stance}\"", RTP_ONCE, false, false, "R0005", "manager.stance"},
    {"\"to {manager.name\"", RTP_ONCE, false, false, "R0020", "{"},
    {"\"to manager.name}\"", RTP_ONCE, false, false, "R0020", "}"},
    {"\"to {manager.name|upper}\"", RTP_ONCE, false, false, "R0021", "upper"},
    {"\"to {manager.name|}\"", RTP_ONCE, false, false, "R0021", "|"},
    {"\"to {manager.name||lower}\"", RTP_ONCE, false, false, "R0021", "|"},
    {"\"to {manager.name|list}\"", RTP_ONCE, false, false, "R0022", "list"},
    {"\"to {ask.office_days|words|words}\"", RTP_ONCE, false, false, "R0022", "words"},
    {"\"to {person.started|weekday}\"", RTP_ONCE, false, false, "R0022", "weekday"},
    {"\"to {ask.office_days|count}\"", RTP_ONCE, false, false, "R0023", "count"},
    {"\"to {ask.office_days|words:day}\"", RTP_ONCE, false, false, "R0023", "words:day"},
    {"\"{manager.name|lower|capital|lower|capital}\"", RTP_ONCE, false, false, "R0024", "capital"},
    {"7", RTP_ONCE, false, false, "R0025", "7"},
    {"[]", RTP_ONCE, false, false, "R0025", "[]"},
    {"[7, \"fine\"]", RTP_ONCE, false, false, "R0025", "7"},
    {"{}", RTP_ONCE, true, false, "R0025", "{}"},
    {"{\"when\": {\"fact\": \"manager.name\", \"known\": true}, \"text\": \"x\"}", RTP_ONCE, true, false, "R0025",
     "{\"when\": {\"fact\": \"manager.name\", \"known\": true}, \"text\": \"x\"}"},
    {"[[\"x\"]]", RTP_ONCE, true, false, "R0025", "[\"x\"]"},
    /* alternatives with a condition */
    {"[{\"text\": \"x\"}]", RTP_ONCE, false, false, "R0028", "{\"text\": \"x\"}"},
    {"[{\"when\": {\"fact\": \"manager.name\", \"known\": true}}]", RTP_ONCE, false, false, "R0028",
     "{\"when\": {\"fact\": \"manager.name\", \"known\": true}}"},
    {"[{" MAYA ", \"txt\": 1, \"text\": \"x\"}]", RTP_ONCE, false, false, "R0028", "\"txt\""},
    {"[{" MAYA ", \"text\": [\"x\"]}]", RTP_ONCE, false, false, "R0025", "[\"x\"]"},
    {"[{" MAYA ", \"text\": \"to {manager.nme}\"}]", RTP_ONCE, false, false, "R0001", "manager.nme"},
    {"[{" MAYA ", \"text\": \"I come 2 days\"}]", RTP_ONCE, false, false, "R0030", "2"},
    {"[{\"when\": true, \"text\": \"x\"}]", RTP_ONCE, false, false, "R0010", "true"},
    {"[{\"when\": {\"fact\": \"manager.nme\", \"known\": true}, \"text\": \"x\"}]", RTP_ONCE, false, false, "R0001",
     "\"manager.nme\""},
    {"[{\"when\": {\"fact\": \"concern.from\", \"is\": \"senior\"}, \"text\": \"x\"}]", RTP_ONCE, false, false, "R0002",
     "\"concern.from\""},
    {"[{\"when\": {\"fact\": \"private.layoff_signals\", \"is\": true}, \"text\": \"x\"}]", RTP_ONCE, false, false,
     "R0004", "\"private.layoff_signals\""},
    {"[{\"when\": {\"fact\": \"manager.stance\", \"is\": \"hostil\"}, \"text\": \"x\"}]", RTP_ONCE, false, false,
     "R0015", "\"hostil\""},
    {"[{\"when\": {\"fact\": \"concern.say\", \"known\": true}, \"text\": \"x\"}]", RTP_CONCERNS, false, false, "R0016",
     "\"concern.say\""},
    {"[\"fine\", \"finer\"]", RTP_ONCE, false, false, "R0029", "\"finer\""},
    {"[\"[{manager.name}]\", {" MAYA ", \"text\": \"finer\"}]", RTP_ONCE, false, false, "R0029",
     "{" MAYA ", \"text\": \"finer\"}"},
    {"\"to [{manager.name}\"", RTP_ONCE, false, false, "R0026", "["},
    {"\"to {manager.name}]\"", RTP_ONCE, false, false, "R0026", "]"},
    {"\"[a [{manager.name}]\"", RTP_ONCE, false, false, "R0026", "["},
    {"\"[a] {manager.name}\"", RTP_ONCE, false, false, "R0026", "["},
    /* style */
    {"\"I come 2 days\"", RTP_ONCE, false, false, "R0030", "2"},
    {"\"I come 25 days\"", RTP_ONCE, false, false, "R0030", "25"},
    {"\"{ask.office_days|count:4 day}\"", RTP_ONCE, false, false, "R0030", "4"},
    {"\"I come Two days\"", RTP_ONCE, false, false, "R0031", "Two"},
    {"\"a two-week trial\"", RTP_ONCE, false, false, "R0031", "two"},
    {"\"a dozen letters\"", RTP_ONCE, false, false, "R0031", "dozen"},
    {"\"I \\u201calways\\u201d come\"", RTP_ONCE, false, false, "R0033", "always"},
    {"\"Nobody minds\"", RTP_ONCE, false, false, "R0033", "Nobody"},
    {"\"I see that, but I differ\"", RTP_ONCE, false, false, "R0034", "but"},
    {"\"I see that. But I differ\"", RTP_ONCE, false, false, "R0034", "But"},
    {"\"However, I differ\"", RTP_ONCE, false, false, "R0034", "However"},
    {"\"a b c d e f g h i j k l m n o p q r s t u v w x y {manager.name}. fine\"", RTP_ONCE, false, false, "R0032",
     "a b c d e f g h i j k l m n o p q r s t u v w x y {manager.name}."},
};

static void faults_are_reported_at_their_column(void **state)
{
    bench *on = *state;
    for (size_t i = 0; i < RTP_COUNT(fault_cases); i++) {
        const fault_case *here = &fault_cases[i];
        bench_clear(on);
        const rtp_json *node = bench_read(on, here->json);
        on->context.scope = here->scope;
        on->context.personal = here->personal;
        on->context.evidence = here->evidence;
        rtp_phrases phrases = {"before"};
        assert_false(rtp_phrases_load(node, rtp_lit(""), &on->context, &phrases));
        assert_string_equal(phrases.bytes, "before");
        expect_only(on, here->json, here->code, here->place);
    }
}

static void what_is_allowed_is_accepted(void **state)
{
    static const struct {
        const char *json;
        bool personal, evidence;
    } cases[] = {
        {"\"one day\"", false, false},
        {"\"someone, once, in a while\"", false, false},
        {"\"not A but B\"", false, false},
        {"\"a butter knife, butter\"", false, false},
        {"\"tone, often, weight\"", false, false},
        {"\"a b c d e f g h i j k l m n o p q r s t u v w x {manager.name}. a b c d e f g h i j k l m n o p q\"", false,
         false},
        {"\"{manager.name|sentence} a b c d e f g h i j k l m n o p q r s t u v w x y\"", false, false},
        {"\"{evidence.claim} {evidence.caveat} {evidence.year}\"", false, true},
        {"\"I always come 25 days, but {private.floor_days} {manager.stance}\"", true, false},
        {"[\"{manager.name}\", \"\"]", false, false},
        {"[\"[{manager.name}]\"]", false, false},
        {"[{\"when\": {\"fact\": \"manager.stance\", \"is\": \"opposed\"}, \"text\": \"x\", \"x-why\": 1}, \"y\"]",
         false, false},
    };
    bench *on = *state;
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        const rtp_json *node = bench_read(on, cases[i].json);
        on->context.personal = cases[i].personal;
        on->context.evidence = cases[i].evidence;
        rtp_phrases phrases = {0};
        bool loaded = rtp_phrases_load(node, rtp_lit(""), &on->context, &phrases);
        if (!loaded || on->diags->len) {
            fail_msg("%s: %.*s", cases[i].json, RTP_FMT(on->diags->items[0].message));
        }
    }
}

static void every_fault_of_a_phrase_is_listed(void **state)
{
    bench *on = *state;
    rtp_phrases phrases = {0};
    assert_false(load(on, "[\"{no.such} and {manager.name|lst} in 3 of four\", \"{also.not\", \"]\"]", &phrases));
    assert_int_equal(on->diags->len, 6);
}

static void places_count_characters_not_bytes(void **state)
{
    bench *on = *state;
    rtp_phrases phrases = {0};
    assert_false(load(on, "\"\xC3\xA9\xC3\xA9 {no.such}\"", &phrases));
    rtp_place place = rtp_place_find(on->source.text, on->diags->items[0].offset);
    assert_int_equal(place.line, 1);
    assert_int_equal(place.column, 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(filters_write_facts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_default_is_called_proposed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_first_complete_alternative_is_used, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_alternatives_expand_to_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_phrase_of_many_parts_is_written_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(runs_tell_where_they_come_from, set_up, tear_down),
        cmocka_unit_test_setup_teardown(faults_are_reported_at_their_column, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_allowed_is_accepted, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_fault_of_a_phrase_is_listed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(places_count_characters_not_bytes, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
