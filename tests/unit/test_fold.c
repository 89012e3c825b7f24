/* floor: render */
/* Wrapped Markdown: lines keep to their width, and no line starts or ends as structure. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "render/escape.h"

typedef struct folded {
    rtp_text_spot spot;
    size_t width;
    const char *text, *own, *wanted; /* own: markup put behind the text */
} folded;

static const folded cases[] = {
    {RTP_SPOT_LINE, 12, "one two three four", "", "one two\n> three four"},
    {RTP_SPOT_ITEM, 9, "one two three four", "", "one two\n> three\n> four"},
    {RTP_SPOT_LINE, 0, "one two three four", "", "one two three four"},
    {RTP_SPOT_HEADING, 5, "one two three", "", "one two three"},
    {RTP_SPOT_CELL, 5, "one two three", "", "one two three"},
    {RTP_SPOT_LINE, 6, "incomprehensible x y", "", "incomprehensible\n> x y"},
    {RTP_SPOT_LINE, 1, "a b", "", "a\n> b"},
    /* starts of lines */
    {RTP_SPOT_LINE, 7, "five - x", "", "five\n> \\- x"},
    {RTP_SPOT_LINE, 7, "five # x", "", "five\n> \\# x"},
    {RTP_SPOT_LINE, 8, "five 1. a b", "", "five\n> 1\\. a\n> b"},
    {RTP_SPOT_LINE, 8, "five >= a", "", "five\n> \\>= a"},
    {RTP_SPOT_LINE, 8, "fivee === abcd", "", "fivee\n> \\===\n> abcd"},
    {RTP_SPOT_LINE, 8, "five --- abcd", "", "five\n> \\---\n> abcd"},
    {RTP_SPOT_LINE, 8, "five ``` abcd", "", "five\n> \\`\\`\\`\n> abcd"},
    {RTP_SPOT_LINE, 8, "five [a]: b", "", "five\n> \\[a]:\n> b"},
    {RTP_SPOT_LINE, 10, "ab fives * cd", "", "ab fives\n> \\* cd"},
    /* ends of lines, and what escapes add to them */
    {RTP_SPOT_LINE, 8, "five \\ six", "", "five \\\\\n> six"},
    {RTP_SPOT_LINE, 8, "fi <b six", "", "fi \\<b\n> six"},
    /* a citation stays with its word */
    {RTP_SPOT_LINE, 7, "one two", "[1]", "one\n> two[1]"},
    {RTP_SPOT_LINE, 9, "one two ", "[^12]", "one two [^12]"},
    {RTP_SPOT_LINE, 9, "one two ", "[x](y)", "one two\n> [x](y)"},
};

static void test_folding(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_buf out = rtp_buf_make(1 << 20);
        rtp_inline line = rtp_inline_make(arena);
        line.width = cases[i].width;
        rtp_inline_put(&line, rtp_str_from(cases[i].text));
        rtp_inline_put_own(&line, rtp_str_from(cases[i].own));
        rtp_markdown_put(&out, &line, cases[i].spot, rtp_lit("> "));
        assert_string_equal(rtp_buf_text(&out).ptr, cases[i].wanted);
        rtp_buf_free(&out);
    }
    rtp_arena_free(arena);
}

static void test_hard_breaks_stay_hard(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_buf out = rtp_buf_make(1 << 20);
    rtp_inline line = rtp_inline_make(arena);
    line.width = 12;
    rtp_inline_put(&line, rtp_lit("one two three"));
    rtp_inline_break(&line);
    rtp_inline_put(&line, rtp_lit("four five six"));
    rtp_markdown_put(&out, &line, RTP_SPOT_LINE, rtp_lit(""));
    assert_string_equal(rtp_buf_text(&out).ptr, "one two\nthree\\\nfour five\nsix");
    rtp_buf_free(&out);
    rtp_arena_free(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_folding),
        cmocka_unit_test(test_hard_breaks_stay_hard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
