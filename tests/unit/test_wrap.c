/* floor: render */
/* Wrapping: whole words, kept line breaks, words that are too long, and scripts without blanks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "render/wrap.h"

typedef struct wrap_row {
    const char *text;
    size_t width;
    bool hard;
    const char *lines; /* a slash behind each */
} wrap_row;

static void test_lines(void **state)
{
    static const wrap_row rows[] = {
        {"", 10, false, ""},
        {"   ", 10, false, ""},
        {"one two three", 20, false, "one two three/"},
        {"one two three", 7, false, "one two/three/"},
        {"one two three", 6, false, "one/two/three/"},
        {"  one  two ", 20, false, "one  two/"},
        {"one\ntwo", 20, false, "one/two/"},
        {"one\n\ntwo", 20, false, "one//two/"},
        {"one\n", 20, false, "one/"},
        {"exactly ten", 11, false, "exactly ten/"},
        {"a https://example.org b", 10, false,
         "a/https:/"
         "/example.org/b/"},
        {"a https://example.org b", 10, true,
         "a/https:/"
         "/ex/ample.org/b/"},
        {"abcdef", 4, true, "abcd/ef/"},
        {"abc", 0, true, "a/b/c/"},
        {"日本語", 4, false, "日本/語/"},
        {"日本語", 1, false, "日/本/語/"},
        {"x 日本語", 4, false, "x/日本/語/"},
        {"naïve café", 5, false, "naïve/café/"},
        {"e\xCC\x81"
         "e\xCC\x81",
         1, true, "e\xCC\x81/e\xCC\x81/"},
    };
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_wrap wrap = {rtp_str_from(rows[i].text), rows[i].width, rows[i].hard};
        rtp_buf lines = rtp_buf_make(1000);
        rtp_str line;
        while (rtp_wrap_next(&wrap, &line)) {
            rtp_buf_put(&lines, line);
            rtp_buf_put_char(&lines, '/');
        }
        assert_string_equal(rtp_buf_text(&lines).ptr, rows[i].lines);
        rtp_buf_free(&lines);
    }
}

static void test_bytes_that_are_no_text_do_not_stop_it(void **state)
{
    (void)state;
    rtp_wrap wrap = {rtp_lit("\xFF\xFE\xFF"), 2, true};
    rtp_str line;
    assert_true(rtp_wrap_next(&wrap, &line));
    assert_int_equal(line.len, 2);
    assert_true(rtp_wrap_next(&wrap, &line));
    assert_int_equal(line.len, 1);
    assert_false(rtp_wrap_next(&wrap, &line));
}

static void test_least_width(void **state)
{
    (void)state;
    assert_int_equal(rtp_wrap_least(rtp_lit("")), 0);
    assert_int_equal(rtp_wrap_least(rtp_lit("one three two")), 5);
    assert_int_equal(rtp_wrap_least(rtp_lit("one\nseven")), 5);
    assert_int_equal(rtp_wrap_least(rtp_lit("日本 x")), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_bytes_that_are_no_text_do_not_stop_it),
        cmocka_unit_test(test_least_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
