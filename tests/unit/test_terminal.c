/* floor: cli */
/* Text for people: safe to show, broken into lines by display width, coloured only where wanted. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/terminal.h"

static void shows_what_could_steer_a_terminal(void **state)
{
    (void)state;
    static const struct {
        rtp_str text;
        const char *shown;
    } rows[] = {
        {RTP_STR(""), ""},
        {RTP_STR("plain ~ text"), "plain ~ text"},
        {RTP_STR("a\tb"), "a b"},
        {RTP_STR("a\nb\r"), "a\\u{a}b\\u{d}"},
        {RTP_STR("\x1b[31m"), "\\u{1b}[31m"},
        {RTP_STR("\xC2\x9B"
                 "31m"),
         "\\u{9b}31m"},
        {RTP_STR("\x7F"), "\\u{7f}"},
        {RTP_STR("a\0b"), "a\\u{0}b"},
        {RTP_STR("\xE2\x80\xAE"
                 "abc"),
         "\\u{202e}abc"},
        {RTP_STR("na\xC3\xAFve \xE6\xBC\xA2"), "na\xC3\xAFve \xE6\xBC\xA2"},
        {RTP_STR("\xFF\xC3"), "\\x{ff}\\x{c3}"},
        {RTP_STR("\xED\xA0\x80"), "\\x{ed}\\x{a0}\\x{80}"},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_buf out = rtp_buf_make(1000);
        rtp_terminal_put(&out, rows[i].text);
        assert_string_equal(rtp_buf_text(&out).ptr, rows[i].shown);
        rtp_buf_free(&out);
    }
}

static void wraps_at_the_width_and_never_inside_a_word(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t column, indent, width;
        const char *wrapped;
    } rows[] = {
        {"", 0, 0, 10, ""},
        {"one two", 0, 0, 10, "one two"},
        {"one two", 0, 0, 7, "one two"},
        {"one two", 0, 0, 6, "one\ntwo"},
        {"one  two\n three", 0, 2, 8, "one two\n  three"},
        {"one two", 4, 4, 10, "one\n    two"},
        {"incomprehensible", 0, 2, 5, "incomprehensible"},
        {"a incomprehensible b", 0, 2, 5, "a\n  incomprehensible\n  b"},
        {"\xE6\xBC\xA2\xE5\xAD\x97 ab", 0, 0, 6, "\xE6\xBC\xA2\xE5\xAD\x97\nab"},
        {"\xE6\xBC\xA2\xE5\xAD\x97 ab", 0, 0, 7, "\xE6\xBC\xA2\xE5\xAD\x97 ab"},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_buf out = rtp_buf_make(1000);
        rtp_terminal_wrap(&out, rtp_str_from(rows[i].text), rows[i].column, rows[i].indent, rows[i].width);
        assert_string_equal(rtp_buf_text(&out).ptr, rows[i].wrapped);
        rtp_buf_free(&out);
    }
}

static void a_full_buffer_ends_wrapping(void **state)
{
    (void)state;
    rtp_buf out = rtp_buf_make(5);
    rtp_terminal_wrap(&out, rtp_lit("one two three four"), 0, 0, 4);
    assert_true(out.failed);
    rtp_buf_free(&out);
}

static void an_order_beats_the_environment(void **state)
{
    (void)state;
    assert_true(rtp_terminal_has_colour(-1, RTP_WHEN_ALWAYS));
    assert_false(rtp_terminal_has_colour(-1, RTP_WHEN_NEVER));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_what_could_steer_a_terminal),
        cmocka_unit_test(wraps_at_the_width_and_never_inside_a_word),
        cmocka_unit_test(a_full_buffer_ends_wrapping),
        cmocka_unit_test(an_order_beats_the_environment),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
