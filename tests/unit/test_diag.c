/* floor: base */
/* Diagnostics: counted beyond the limit, sorted for a reader, and placed by line and column. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/base.h"

static void counts_also_what_it_drops(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_diags *diags = rtp_diags_make(arena);
    for (size_t i = 0; i < 250; i++) {
        rtp_severity severity = i % 5 == 0 ? RTP_WARNING : i % 5 == 1 ? RTP_NOTE : RTP_ERROR;
        rtp_diags_put(diags, (rtp_diag){.severity = severity, .offset = i});
    }
    assert_int_equal(diags->len, RTP_DIAG_LIMIT);
    assert_int_equal(diags->dropped, 150);
    assert_int_equal(diags->errors, 150);
    assert_int_equal(diags->warnings, 50);
    assert_int_equal(diags->items[99].offset, 99);
    rtp_arena_free(arena);
}

static void sorts_by_source_as_seen_then_offset_and_stays_stable(void **state)
{
    (void)state;
    static const rtp_source first = {.name = RTP_STR("z.json"), .text = RTP_STR("")},
                            second = {.name = RTP_STR("a.json"), .text = RTP_STR("")};
    const struct {
        const rtp_source *source;
        size_t offset;
        const char *code;
    } rows[] = {
        {&first, 9, "D"},  {&second, 4, "F"}, {&first, 2, "A"}, {NULL, 0, "H"},
        {&second, 1, "E"}, {&first, 2, "B"},  {&first, 2, "C"}, {&second, 4, "G"},
    };
    rtp_arena *arena = rtp_arena_make();
    rtp_diags *diags = rtp_diags_make(arena);
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_diags_put(diags, (rtp_diag){.source = rows[i].source, .offset = rows[i].offset, .code = rows[i].code});
    }
    rtp_diags_sort(diags);
    for (size_t i = 0; i < diags->len; i++) {
        assert_int_equal(diags->items[i].code[0], 'A' + (int)i);
    }
    rtp_arena_free(arena);
}

static void sorting_nothing_is_fine(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_diags *diags = rtp_diags_make(arena);
    rtp_diags_sort(diags);
    assert_int_equal(diags->len, 0);
    rtp_arena_free(arena);
}

static void places_are_lines_and_code_points(void **state)
{
    (void)state;
    static const struct {
        rtp_str text;
        size_t offset, line, column;
    } rows[] = {
        {RTP_STR(""), 0, 1, 1},
        {RTP_STR("abc"), 0, 1, 1},
        {RTP_STR("abc"), 2, 1, 3},
        {RTP_STR("abc"), 99, 1, 4}, /* behind the end is the end */
        {RTP_STR("a\nbc"), 1, 1, 2},
        {RTP_STR("a\nbc"), 2, 2, 1},
        {RTP_STR("a\nbc"), 3, 2, 2},
        {RTP_STR("a\r\n\tb"), 4, 2, 2},
        {RTP_STR("a\n"), 2, 2, 1},
        {RTP_STR("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80x"), 9, 1, 4},
        {RTP_STR("\xFF\xFFx"), 2, 1, 3},
        {RTP_STR("\xEF\xBB\xBF{"), 3, 1, 1},
        {RTP_STR("\xEF\xBB\xBF{"), 0, 1, 1},
        {RTP_STR("\xEF\xBB\xBF{\n}"), 5, 2, 1},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_place place = rtp_place_find(rows[i].text, rows[i].offset);
        assert_int_equal(place.line, rows[i].line);
        assert_int_equal(place.column, rows[i].column);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_also_what_it_drops),
        cmocka_unit_test(sorts_by_source_as_seen_then_offset_and_stays_stable),
        cmocka_unit_test(sorting_nothing_is_fine),
        cmocka_unit_test(places_are_lines_and_code_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
