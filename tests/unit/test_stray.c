/* floor: render */
/* What becomes of characters that could act, hide or break a line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "render/stray.h"

static void test_kinds(void **state)
{
    static const struct {
        rtp_str text;
        rtp_stray kind;
        size_t len;
    } rows[] = {
        {RTP_STR("ab"), RTP_STRAY_NONE, 1},           {RTP_STR("\u00E9b"), RTP_STRAY_NONE, 2},
        {RTP_STR("\u00A0"), RTP_STRAY_NONE, 2},       {RTP_STR("\U0001F600"), RTP_STRAY_NONE, 4},
        {RTP_STR(" "), RTP_STRAY_BLANK, 1},           {RTP_STR("\t"), RTP_STRAY_BLANK, 1},
        {RTP_STR("\r\n"), RTP_STRAY_BLANK, 1},        {RTP_STR("\v"), RTP_STRAY_BLANK, 1},
        {RTP_STR("\xC2\x85"), RTP_STRAY_BLANK, 2},    {RTP_STR("\u2028"), RTP_STRAY_BLANK, 3},
        {RTP_STR("\u2029"), RTP_STRAY_BLANK, 3},      {RTP_STR("\0"), RTP_STRAY_MARK, 1},
        {RTP_STR("\x1B[31m"), RTP_STRAY_MARK, 1},     {RTP_STR("\x7F"), RTP_STRAY_MARK, 1},
        {RTP_STR("\xC2\x9B"), RTP_STRAY_MARK, 2},     {RTP_STR("\uFFFE"), RTP_STRAY_MARK, 3},
        {RTP_STR("\uFDD0"), RTP_STRAY_MARK, 3},       {RTP_STR("\xFF"), RTP_STRAY_MARK, 1},
        {RTP_STR("\xED\xA0\x80"), RTP_STRAY_MARK, 1}, {RTP_STR("\xE2\x80"), RTP_STRAY_MARK, 1},
        {RTP_STR("\u200E"), RTP_STRAY_HIDDEN, 3},     {RTP_STR("\u202E"), RTP_STRAY_HIDDEN, 3},
        {RTP_STR("\uFEFF"), RTP_STRAY_HIDDEN, 3},     {RTP_STR("\U000E0041"), RTP_STRAY_HIDDEN, 4},
    };
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        size_t len = 0;
        assert_int_equal(rtp_stray_at(rows[i].text, &len), rows[i].kind);
        assert_int_equal(len, rows[i].len);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_kinds)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
