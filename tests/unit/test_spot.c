/* floor: json */
/* Places inside strings: bytes of the decoded text on one side, bytes of the source with its escapes on the other. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/json.h"

#include <string.h>

typedef struct row {
    const char *literal; /* of the value of "a" */
    rtp_json_part part;
    const char *shown; /* what of the source is meant */
} row;

static const row rows[] = {
    {"\"one two\"", {0, 3}, "one"},
    {"\"one two\"", {4, 3}, "two"},
    {"\"one two\"", {0, 0}, "\"one two\""},
    {"\"a\\n\\tb c\"", {3, 1}, "b"},
    {"\"\\u0041b\"", {0, 1}, "\\u0041"},
    {"\"\\u00e9b\"", {2, 1}, "b"},
    {"\"\\u20acb\"", {3, 1}, "b"},
    {"\"\\ud83d\\ude00b\"", {4, 1}, "b"},
    {"\"\\\"x\\\"\"", {1, 1}, "x"},
    {"\"\xC3\xA9x\"", {2, 1}, "x"},
    {"\"end\"", {2, 9}, "d"},
    {"12", {0, 1}, "12"},
};

static void parts_stand_where_the_source_has_them(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_str text = rtp_arena_format(arena, "{\"b\": \"\", \"a\": %s}", rows[i].literal);
        size_t offset = 0, length = 0;
        assert_true(rtp_json_locate_part(text, rtp_lit("/a"), rows[i].part, &offset, &length));
        assert_int_equal(length, strlen(rows[i].shown));
        assert_memory_equal(text.ptr + offset, rows[i].shown, length);
    }
    rtp_arena_free(arena);
}

static void a_missing_value_has_no_place(void **state)
{
    (void)state;
    size_t offset = 7, length = 8;
    assert_false(rtp_json_locate_part(rtp_lit("{\"a\": 1}"), rtp_lit("/b"), (rtp_json_part){0, 1}, &offset, &length));
    assert_int_equal(offset, 7);
    assert_int_equal(length, 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_stand_where_the_source_has_them),
        cmocka_unit_test(a_missing_value_has_no_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
