/* floor: render */
/* Collecting a block's text: white space joined, unsafe characters out, blanks moved outside of spans. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "render/inline.h"

typedef struct clean_row {
    const char *text, *cleaned;
} clean_row;

static void assert_line(const rtp_inline *line, const char *text)
{
    rtp_str found = rtp_inline_text(line);
    assert_int_equal(found.len, rtp_str_from(text).len);
    assert_memory_equal(found.ptr, text, found.len);
}

static void test_cleaning(void **state)
{
    static const clean_row rows[] = {
        {"", ""},
        {" \t\n", ""},
        {"a", "a"},
        {"a b", "a b"},
        {"  a  b  ", "a b"},
        {"a\tb\r\nc\vd\fe", "a b c d e"},
        {"a\xC2\x85"
         "b\xE2\x80\xA8"
         "c\xE2\x80\xA9"
         "d",
         "a b c d"},
        {"a\xC2\xA0"
         "b",
         "a\xC2\xA0"
         "b"},
        {"\x1B[31mred", "\xEF\xBF\xBD[31mred"},
        {"a\x7F"
         "b",
         "a\xEF\xBF\xBD"
         "b"},
        {"a\xC2\x9B"
         "b",
         "a\xEF\xBF\xBD"
         "b"},
        {"a\xE2\x80\xAE"
         "b\xE2\x80\xAC"
         "c",
         "abc"},
        {"\xEF\xBB\xBF"
         "a",
         "a"},
        {"a \xE2\x80\x8F b", "a b"},
        {"a\xF3\xA0\x81\x81"
         "b",
         "ab"},
        {"a\xEF\xBF\xBF", "a\xEF\xBF\xBD"},
        {"a\xFF"
         "b",
         "a\xEF\xBF\xBD"
         "b"},
        {"na\xC3\xAFve \xE6\x97\xA5", "na\xC3\xAFve \xE6\x97\xA5"},
    };
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_inline line = rtp_inline_make(arena);
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_inline_clear(&line);
        rtp_inline_put(&line, rtp_str_from(rows[i].text));
        assert_line(&line, rows[i].cleaned);
    }
    rtp_arena_free(arena);
}

static void test_white_space_joins_across_pieces(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_inline line = rtp_inline_make(arena);
    rtp_inline_put(&line, rtp_lit("a "));
    rtp_inline_put(&line, rtp_lit(" b"));
    rtp_inline_blank(&line);
    rtp_inline_put_own(&line, rtp_lit("[1]"));
    rtp_inline_blank(&line);
    assert_line(&line, "a b [1]");
    rtp_arena_free(arena);
}

static void test_blanks_move_out_of_spans(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_inline line = rtp_inline_make(arena);
    rtp_inline_put(&line, rtp_lit("a"));
    rtp_inline_open(&line, rtp_lit("**"), RTP_MARK_INSIDE);
    rtp_inline_put(&line, rtp_lit(" b "));
    rtp_inline_close(&line, rtp_lit("**"));
    rtp_inline_put(&line, rtp_lit("c"));
    assert_line(&line, "a **b** c");
    assert_int_equal(line.marks[2], RTP_MARK_OWN | RTP_MARK_OPENS);
    assert_int_equal(line.marks[4], RTP_MARK_INSIDE);
    assert_int_equal(line.marks[5], RTP_MARK_OWN | RTP_MARK_CLOSES);
    assert_int_equal(line.marks[8], 0);
    rtp_arena_free(arena);
}

static void test_empty_spans_leave_nothing(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_inline line = rtp_inline_make(arena);
    rtp_inline_open(&line, rtp_lit("**"), RTP_MARK_INSIDE);
    rtp_inline_open(&line, rtp_lit("*"), RTP_MARK_INSIDE);
    rtp_inline_put(&line, rtp_lit(" "));
    rtp_inline_close(&line, rtp_lit("*"));
    rtp_inline_close(&line, rtp_lit("**"));
    rtp_inline_put(&line, rtp_lit("a"));
    assert_line(&line, "a");
    rtp_arena_free(arena);
}

static void test_neighbours_become_one_span(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_inline line = rtp_inline_make(arena);
    for (int i = 0; i < 2; i++) {
        rtp_inline_open(&line, rtp_lit("**"), RTP_MARK_INSIDE);
        rtp_inline_put(&line, rtp_lit("a"));
        rtp_inline_close(&line, rtp_lit("**"));
    }
    assert_line(&line, "**aa**");
    rtp_arena_free(arena);
}

static void test_breaks_stand_between_words(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_inline line = rtp_inline_make(arena);
    rtp_inline_break(&line);
    rtp_inline_put(&line, rtp_lit("a "));
    rtp_inline_break(&line);
    rtp_inline_put(&line, rtp_lit(" b"));
    rtp_inline_break(&line);
    assert_line(&line, "a\nb");
    rtp_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cleaning),
        cmocka_unit_test(test_white_space_joins_across_pieces),
        cmocka_unit_test(test_blanks_move_out_of_spans),
        cmocka_unit_test(test_empty_spans_leave_nothing),
        cmocka_unit_test(test_neighbours_become_one_span),
        cmocka_unit_test(test_breaks_stand_between_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
