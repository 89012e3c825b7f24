/* floor: render */
/* Escaping for Markdown: what people type stays as typed, and what would be structure gets the fewest
 * backslashes that keep it text. The oracle of tests/oracles proves the second half with a real parser. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "recipe.h"
#include "render/escape.h"
#include "rtopitch/render.h"

typedef struct row {
    const char *text, *source;
} row;

static void assert_source(const char *text, rtp_text_spot spot, const char *source)
{
    rtp_arena *arena = rtp_arena_make();
    rtp_inline line = rtp_inline_make(arena);
    rtp_buf out = rtp_buf_make(1 << 20);
    rtp_inline_put(&line, rtp_str_from(text));
    rtp_markdown_put(&out, &line, spot, rtp_lit(""));
    rtp_buf_put_char(&out, '\0');
    assert_string_equal(rtp_buf_text(&out).ptr, source);
    rtp_arena_free(arena);
    rtp_buf_free(&out);
}

static void assert_rows(const row *rows, size_t count, rtp_text_spot spot)
{
    for (size_t i = 0; i < count; i++) {
        assert_source(rows[i].text, spot, rows[i].source);
    }
}

/* What people write in profiles, and must find again in the source. */
static void test_ordinary_text_stays_as_typed(void **state)
{
    static const char *const texts[] = {
        "C++",
        "(PCI)",
        "5.1 h",
        "Tue–Thu",
        "a_b",
        "snake_case_name",
        "#5 of 6",
        "3 * 4",
        "2 * 3 * 4",
        "50 %",
        "e.g. this",
        "[1]",
        "see [3], p. 5",
        "AT&T and B&B",
        "x > y",
        "a < b, <5 min, <3",
        "starts 1. Mai",
        "~5 to ~6 h",
        "5* hotel",
        "C#",
        "#hashtag",
        "-5",
        "--verbose",
        "+49 30 123456",
        "24/7",
        "O'Brien",
        "“Beste Ideen”",
        "a|b",
        "| a |",
        "C:\\temp",
        "don`t",
        "100.000,00 €",
        "10:00-15:00",
        "note: this",
        "mail jo.smith@example.org",
        "==",
        "日本語",
        "wow! really",
        "if (x[0]) return;",
        "1.5 days",
        "2026-11-21",
        "[x] is not a task here",
        "größe_neu_größe",
        "7 ***",
        "####### seven",
        "1234567890. ten digits",
        "awww.",
        "smb://host",
    };
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(texts); i++) {
        assert_source(texts[i], RTP_SPOT_LINE, texts[i]);
    }
}

static void test_line_starts(void **state)
{
    static const row rows[] = {
        {"# x", "\\# x"},     {"#", "\\#"},           {"###### x", "\\###### x"},
        {"> x", "\\> x"},     {">x", "\\>x"},         {"- x", "\\- x"},
        {"-", "\\-"},         {"+ x", "\\+ x"},       {"* x", "\\* x"},
        {"1. x", "1\\. x"},   {"12) x", "12\\) x"},   {"1.", "1\\."},
        {"---", "\\---"},     {"- - -", "\\- - -"},   {"* * *", "\\* * *"},
        {"***", "\\***"},     {"_ _ _", "\\_ _ _"},   {"```", "\\`\\`\\`"},
        {"~~~ x", "\\~~~ x"}, {"[x]: y", "\\[x]: y"}, {"[!NOTE]", "\\[!NOTE]"},
        {"    four", "four"}, {"\tx", "x"},
    };
    (void)state;
    assert_rows(rows, RTP_COUNT(rows), RTP_SPOT_LINE);
}

static void test_signs_inside_a_line(void **state)
{
    static const row rows[] = {
        {"*x*", "\\*x*"},
        {"a *b* c", "a \\*b* c"},
        {"**x**", "\\*\\*x**"},
        {"_x_", "\\_x_"},
        {"~x~ y", "\\~x~ y"},
        {"a ~~b~~", "a \\~\\~b~~"},
        {"a `b` c", "a \\`b\\` c"},
        {"`a ``b`` c", "\\`a \\`\\`b\\`\\` c"},
        {"<b>", "\\<b>"},
        {"R&D <EMEA>", "R&D \\<EMEA>"},
        {"</b> <!-- <?x", "\\</b> \\<!-- \\<?x"},
        {"<1@x.org>", "\\<1@x.org>"},
        {"R&D; x", "R\\&D; x"}, /* it might be a character's name */
        {"&copy; &#42; &#x2A;", "\\&copy; \\&#42; \\&#x2A;"},
        {"[x](y)", "[x\\](y)"},
        {"[x][y]", "[x\\][y]"},
        {"![x](y)", "\\![x\\](y)"},
        {"[^1]", "\\[^1]"},
        {"see https://x.org now", "see https\\://x.org now"},
        {"HTTP://x.org", "HTTP\\://x.org"},
        {"www.x.org", "www\\.x.org"},
        {"(www.x.org)", "(www\\.x.org)"},
        {"\\*", "\\\\*"},
        {"x\\", "x\\\\"},
        {"\\\\", "\\\\\\\\"},
    };
    (void)state;
    assert_rows(rows, RTP_COUNT(rows), RTP_SPOT_LINE);
}

static void test_only_items_are_tasks(void **state)
{
    static const row rows[] = {
        {"[ ] x", "\\[ ] x"}, {"[x] y", "\\[x] y"}, {"[X]", "\\[X]"}, {"[y] z", "[y] z"}, {"- x", "\\- x"}};
    (void)state;
    assert_rows(rows, RTP_COUNT(rows), RTP_SPOT_ITEM);
}

static void test_headings_end_with_no_sign(void **state)
{
    static const row rows[] = {{"x #", "x \\#"}, {"x ##", "x \\##"},   {"#", "\\#"},   {"C#", "C#"},
                               {"# x", "# x"},   {"1. May", "1. May"}, {"- x", "- x"}, {"*x*", "\\*x*"}};
    (void)state;
    assert_rows(rows, RTP_COUNT(rows), RTP_SPOT_HEADING);
}

static void test_cells_hold_pipes(void **state)
{
    static const row rows[] = {{"a|b", "a\\|b"},     {"|", "\\|"},   {"a\\|b", "a\\\\\\|b"}, {"# x", "# x"},
                               {"1. May", "1. May"}, {"---", "---"}, {"*x*", "\\*x*"},       {"x\\", "x\\\\"}};
    (void)state;
    assert_rows(rows, RTP_COUNT(rows), RTP_SPOT_CELL);
}

/* ---- beside our own markup: recipes as in recipe.h ---- */

typedef struct span_row {
    const char *spans, *text, *source;
} span_row;

static void assert_paragraph(const span_row *want)
{
    rtp_arena *arena = rtp_arena_make();
    rtp_buf out = rtp_buf_make(1 << 20);
    recipe r = {arena, rtp_str_from(want->text)};
    rtp_node *root = rtp_node_put(arena, NULL, RTP_NODE_DOCUMENT);
    recipe_block(&r, root, RTP_NODE_PARAGRAPH, want->spans);
    rtp_format_find(rtp_lit("markdown"))
        ->render(&(rtp_document){.root = root}, &(rtp_render_options){.arena = arena}, &out);
    rtp_buf_put_char(&out, '\0');
    assert_string_equal(rtp_buf_text(&out).ptr, want->source);
    rtp_buf_free(&out);
    rtp_arena_free(arena);
}

static void test_text_beside_markup(void **state)
{
    static const span_row rows[] = {
        {"*(T) rest", "Lead.", "**Lead.** rest\n"},
        {"*(T) rest", "a*b", "**a\\*b** rest\n"},
        {"*(T)", "a * b", "**a * b**\n"},
        {"T*(b)", "*", "\\***b**\n"},
        {"*(T) rest", "“Quoted”", "**“Quoted”** rest\n"},
        {"*(T)x", "Lead.", "**Lead.**&#120;\n"},
        {"*(T).", "Lead", "**Lead**.\n"},
        {"x*(T)", "(a)", "&#120;**(a)**\n"},
        {"x*(T)y", "a", "x**a**y\n"},
        {"*( T )x", "a", "**a** x\n"},
        {"a*(T)b", "", "ab\n"},
        {"*(T)*(T)", "a", "**aa**\n"},
        {"*(T) *(T)", "a", "**a** **a**\n"},
        {"/(T) x", "a", "*a* x\n"},
        {"[T", "(a)", "[1]\\(a)\n"},
        {"[T", ": a", "[1]\\: a\n"},
        {"x [T", ": a", "x [1]: a\n"},
        {"T[", "a", "a [1]\n"},
        {"T [.", "a", "a [1].\n"},
        {"@(T)", "a [b]", "[a \\[b\\]](https://example.org/a?b=1&c=2)\n"},
        {"@(T)", "^a]: b", "[\\^a\\]: b](https://example.org/a?b=1&c=2)\n"},
        {"T@(x)", "wow!", "wow\\![x](https://example.org/a?b=1&c=2)\n"},
        {"@(T)", "https://example.org/a?b=1&c=2", "<https://example.org/a?b=1&c=2>\n"},
        {"@", "", "<https://example.org/a?b=1&c=2>\n"},
        {"x|T", "a", "x\\\na\n"},
        {"x|T", "---", "x\\\n\\---\n"},
        {"x|T", "===", "x\\\n\\===\n"},
        {"x|T", ":-", "x\\\n\\:-\n"},
        {"x|T", "| - | - |", "x\\\n\\| - | - |\n"},
        {"T|T", "a*", "a*\\\na*\n"},
        {"T|T", "(*", "(\\*\\\n(*\n"},
        {"|T|", "a", "a\n"},
    };
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        assert_paragraph(&rows[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ordinary_text_stays_as_typed), cmocka_unit_test(test_line_starts),
        cmocka_unit_test(test_signs_inside_a_line),          cmocka_unit_test(test_only_items_are_tasks),
        cmocka_unit_test(test_headings_end_with_no_sign),    cmocka_unit_test(test_cells_hold_pipes),
        cmocka_unit_test(test_text_beside_markup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
