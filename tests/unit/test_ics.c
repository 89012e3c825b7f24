/* floor: render */
/* The calendar byte by byte: entries, escapes, folding. Profiles are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/render.h"

#include <string.h>

enum { TODAY = 20780 }; /* 2026-11-23 */

static rtp_str calendar_of(const char *metric, rtp_arena *arena)
{
    rtp_json_start();
    rtp_str text = rtp_arena_format(
        arena,
        "{\"person\": {\"role\": \"x\"}, \"ask\": {\"preferred\": {\"office_days\": 2}}, \"strategy\": \"push_back\", "
        "\"history\": {\"metrics\": [{\"name\": \"%s\", \"better\": \"lower\"}]}, "
        "\"pilot\": {\"start\": \"2027-01-11\", \"weeks\": 1, \"primary\": \"%s\"}}",
        metric, metric);
    rtp_source source = {.name = rtp_lit("p.json"), .text = text};
    const rtp_profile *profile = rtp_profile_load(&source, arena, rtp_diags_make(arena));
    assert_non_null(profile);
    rtp_buf out = rtp_buf_make(1 << 20);
    rtp_ics_put(rtp_facts_derive(profile, TODAY, (rtp_roles){NULL, 0}, arena), TODAY, arena, &out);
    rtp_str made = rtp_arena_copy(arena, rtp_buf_text(&out));
    rtp_buf_free(&out);
    return made;
}

static void entries_are_dates(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    const char *made = calendar_of("Pace", arena).ptr;
    static const char *const parts[] = {
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:",
        "DTSTAMP:20261123T000000Z\r\nDTSTART;VALUE=DATE:20270111\r\nDTEND;VALUE=DATE:20270112\r\n",
        "\r\nSUMMARY:Trial starts\r\nDESCRIPTION:Pace\r\n",
        "DTSTART;VALUE=DATE:20270125\r\n", /* the review: a week after the last day, on a working day */
        "DTSTART;VALUE=DATE:20270111\r\nDTEND;VALUE=DATE:20270118\r\nSUMMARY:Trial week 1 of 1: days at home\r\n",
        "END:VEVENT\r\nEND:VCALENDAR\r\n",
    };
    for (size_t i = 0; i < RTP_COUNT(parts); i++) {
        if (!strstr(made, parts[i])) {
            fail_msg("missing: %s", parts[i]);
        }
    }
    assert_null(strstr(made, "midpoint")); /* one week has none */
    rtp_arena_free(arena);
}

static void texts_are_escaped(void **state)
{
    (void)state;
    static const struct {
        const char *json, *line;
    } cases[] = {
        {"a,b;c", "\r\nDESCRIPTION:a\\,b\\;c\r\n"},
        {"a\\\\n", "\r\nDESCRIPTION:a\\\\n\r\n"},
        {"a\\nEND:VEVENT", "\r\nDESCRIPTION:a\\nEND:VEVENT\r\n"},
        {"a\\r\\tb", "\r\nDESCRIPTION:a b\r\n"},
        {"a\\u0007\\u202e\\u2028b", "\r\nDESCRIPTION:ab\r\n"},
        {"\\\"q\\\": r", "\r\nDESCRIPTION:\"q\": r\r\n"},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_arena *arena = rtp_arena_make();
        rtp_str made = calendar_of(cases[i].json, arena);
        if (!strstr(made.ptr, cases[i].line)) {
            fail_msg("%s: %s", cases[i].json, made.ptr);
        }
        rtp_arena_free(arena);
    }
}

/* Whole characters, 75 octets a line, a blank before what goes on. */
static void long_lines_are_folded(void **state)
{
    (void)state;
    for (size_t lead = 0; lead < 5; lead++) {
        rtp_arena *arena = rtp_arena_make();
        rtp_buf name = rtp_buf_make(4096);
        rtp_buf_fill(&name, 'x', lead + 1);
        for (size_t i = 0; i < 60; i++) {
            rtp_buf_puts(&name, "\xF0\x9D\x84\x9E");
        }
        rtp_str made = calendar_of(rtp_arena_copy(arena, rtp_buf_text(&name)).ptr, arena);
        rtp_buf_free(&name);
        size_t folded = 0;
        for (size_t at = 0; at < made.len;) {
            size_t end = (size_t)(strstr(made.ptr + at, "\r\n") - made.ptr);
            assert_in_range(end - at, 1, 75);
            folded += made.ptr[at] == ' ';
            for (size_t i = at; i < end;) {
                size_t length = rtp_utf8_length(made.ptr + i, end - i);
                assert_int_not_equal(length, 0);
                i += length;
            }
            at = end + 2;
        }
        assert_true(folded >= 6);
        rtp_arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_are_dates),
        cmocka_unit_test(texts_are_escaped),
        cmocka_unit_test(long_lines_are_folded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
