/* floor: cli */
/* Diagnostics for people: the right line, the caret under the right column, long lines cut. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/report.h"

#include <string.h>

typedef struct sample {
    rtp_str text;
    size_t offset, length;
    const char *shown;
} sample;

static const sample samples[] = {
    {RTP_STR("{\"a\": 1}"), 6, 1, "  1 | {\"a\": 1}\n    |       ^\n"},
    {RTP_STR("{\"a\": 1}"), 1, 3, "  1 | {\"a\": 1}\n    |  ^~~\n"},
    {RTP_STR("{\n  \"a\": 1\n}\n"), 9, 1, "  2 |   \"a\": 1\n    |        ^\n"},
    {RTP_STR("{\r\n\t\"a\": 1\r\n}"), 4, 3, "  2 |  \"a\": 1\n    |  ^~~\n"},
    /* more than the line holds: marked up to its end */
    {RTP_STR("[1,\n2]"), 1, 4, "  1 | [1,\n    |  ^~\n"},
    /* the end of the text, and behind it */
    {RTP_STR("[1"), 2, 0, "  1 | [1\n    |   ^\n"},
    {RTP_STR("[1\n"), 99, 5, "  2 | \n    | ^\n"},
    {RTP_STR("[\n"), 1, 1, "  1 | [\n    |  ^\n"},
    /* wide, combining and unsafe characters before and under the caret */
    {RTP_STR("\xE6\xBC\xA2 x"), 4, 1, "  1 | \xE6\xBC\xA2 x\n    |    ^\n"},
    {RTP_STR("e\xCC\x81 x"), 4, 1, "  1 | e\xCC\x81 x\n    |   ^\n"},
    {RTP_STR("\x1b x"), 0, 1, "  1 | \\u{1b} x\n    | ^~~~~~\n"},
    {RTP_STR("\xFF x"), 2, 1, "  1 | \\x{ff} x\n    |        ^\n"},
    {RTP_STR("\xEF\xBB\xBF{x}"), 4, 1, "  1 | {x}\n    |  ^\n"},
};

static const rtp_report plain = {.form = RTP_DIAGNOSTICS_TEXT};

static void the_caret_stands_under_the_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(samples); i++) {
        rtp_source source = {.name = RTP_STR("p.json"), .text = samples[i].text};
        rtp_diag diag = {.severity = RTP_ERROR,
                         .code = "P0001",
                         .source = &source,
                         .offset = samples[i].offset,
                         .length = samples[i].length,
                         .message = RTP_STR("wrong")};
        rtp_buf out = rtp_buf_make(10000);
        rtp_report_put_text(&plain, &diag, &out);
        const char *snippet = strstr(rtp_buf_text(&out).ptr, "[P0001]\n");
        assert_non_null(snippet);
        assert_string_equal(snippet + strlen("[P0001]\n"), samples[i].shown);
        rtp_buf_free(&out);
    }
}

/* Wherever the place is in a long line, the marked text is shown and stands above the caret. */
static void long_lines_are_cut_around_the_place(void **state)
{
    (void)state;
    enum { SIZE = 5000 };
    static char line[SIZE];
    static const size_t offsets[] = {0, 1, 39, 40, 41, 99, 100, 101, 2500, SIZE - 101, SIZE - 60, SIZE - 1};
    for (size_t i = 0; i < RTP_COUNT(offsets); i++) {
        memset(line, '.', SIZE);
        line[offsets[i]] = '#';
        rtp_source source = {.name = RTP_STR("p"), .text = {line, SIZE}};
        rtp_diag diag = {
            .code = "P0001", .source = &source, .offset = offsets[i], .length = 1, .message = RTP_STR("x")};
        rtp_buf out = rtp_buf_make(10000);
        rtp_report_put_text(&plain, &diag, &out);
        const char *shown = strchr(rtp_buf_text(&out).ptr, '\n') + 1;
        const char *below = strchr(shown, '\n') + 1;
        const char *mark = strchr(shown, '#'), *caret = strchr(below, '^');
        assert_non_null(mark);
        assert_non_null(caret);
        assert_int_equal(rtp_utf8_width((rtp_str){shown, (size_t)(mark - shown)}), caret - below);
        assert_true(below - shown < 120);
        assert_int_equal(strstr(shown, "| …") != NULL, offsets[i] > 40);
        rtp_buf_free(&out);
    }
}

static void says_everything_there_is(void **state)
{
    (void)state;
    static const rtp_source source = {.name = RTP_STR("a\nb.json"), .text = RTP_STR("[x]")};
    rtp_diag diag = {.severity = RTP_WARNING,
                     .code = "P0200",
                     .source = &source,
                     .offset = 1,
                     .length = 1,
                     .pointer = RTP_STR("/0"),
                     .message = RTP_STR("a \x1b message"),
                     .hint = RTP_STR("a hint")};
    rtp_buf out = rtp_buf_make(10000);
    rtp_report_put_text(&plain, &diag, &out);
    diag.source = NULL;
    rtp_report_put_text(&plain, &diag, &out);
    assert_string_equal(rtp_buf_text(&out).ptr, "a\\u{a}b.json:1:2: warning: a \\u{1b} message [P0200]\n"
                                                "  1 | [x]\n"
                                                "    |  ^ /0\n"
                                                "    = help: a hint\n"
                                                "rtopitch: warning: a \\u{1b} message [P0200]\n"
                                                "    = help: a hint\n");
    rtp_buf_free(&out);
}

/* Without its colours, the coloured text is the plain one. */
static void colour_adds_nothing_but_colour(void **state)
{
    (void)state;
    static const rtp_report coloured = {.form = RTP_DIAGNOSTICS_TEXT, .colour = true};
    for (size_t i = 0; i < RTP_COUNT(samples); i++) {
        rtp_source source = {.name = RTP_STR("p.json"), .text = samples[i].text};
        rtp_diag diag = {.severity = (rtp_severity)(i % 3),
                         .code = "P0001",
                         .source = &source,
                         .offset = samples[i].offset,
                         .length = samples[i].length,
                         .pointer = RTP_STR("/a"),
                         .message = RTP_STR("wrong"),
                         .hint = RTP_STR("help")};
        rtp_buf bare = rtp_buf_make(10000), tinted = rtp_buf_make(10000), stripped = rtp_buf_make(10000);
        rtp_report_put_text(&plain, &diag, &bare);
        rtp_report_put_text(&coloured, &diag, &tinted);
        bool escape = false;
        for (size_t k = 0; k < tinted.len; k++) {
            escape = escape || tinted.ptr[k] == '\x1b';
            if (!escape) {
                rtp_buf_put_char(&stripped, tinted.ptr[k]);
            }
            escape = escape && tinted.ptr[k] != 'm';
        }
        assert_string_equal(rtp_buf_text(&stripped).ptr, rtp_buf_text(&bare).ptr);
        assert_true(tinted.len > bare.len);
        rtp_buf_free(&bare);
        rtp_buf_free(&tinted);
        rtp_buf_free(&stripped);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_caret_stands_under_the_place),
        cmocka_unit_test(long_lines_are_cut_around_the_place),
        cmocka_unit_test(says_everything_there_is),
        cmocka_unit_test(colour_adds_nothing_but_colour),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
