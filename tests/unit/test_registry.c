/* floor: render */
/* Finding a format by its name and by a file's suffix, whatever formats there are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rtopitch/render.h"

static const char *name_for(const char *path)
{
    const rtp_format *format = rtp_format_for_path(rtp_str_from(path));
    return format ? format->name : "none";
}

static void test_formats_are_complete_and_sorted(void **state)
{
    (void)state;
    assert_true(rtp_format_count >= 3);
    for (size_t i = 0; i < rtp_format_count; i++) {
        const rtp_format *format = rtp_formats[i];
        assert_true(format->name[0] && format->suffixes[0] && format->media_type[0] && format->summary[0]);
        assert_non_null(format->render);
        assert_true(i == 0 || strcmp(rtp_formats[i - 1]->name, format->name) < 0);
        assert_ptr_equal(rtp_format_find(rtp_str_from(format->name)), format);
    }
}

static void test_names(void **state)
{
    (void)state;
    assert_null(rtp_format_find(rtp_lit("")));
    assert_null(rtp_format_find(rtp_lit("mark")));
    assert_null(rtp_format_find(rtp_lit("Markdown")));
}

static void test_suffixes(void **state)
{
    static const char *const rows[][2] = {
        {"a.md", "markdown"},
        {"a.markdown", "markdown"},
        {"A.MD", "markdown"},
        {"dir.md/a.txt", "text"},
        {"a.b.json", "json"},
        {"a", "none"},
        {"", "none"},
        {"a.", "none"},
        {".md", "none"},
        {"dir/.md", "none"},
        {"a.md.xyz", "none"},
        {"a.m", "none"},
        {"a.mdx", "none"},
        {"dir.md/a", "none"},
        {"a.markdow", "none"},
        {"md", "none"},
        {"a.md markdown", "none"},
    };
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        assert_string_equal(name_for(rows[i][0]), rows[i][1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_formats_are_complete_and_sorted),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_suffixes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
