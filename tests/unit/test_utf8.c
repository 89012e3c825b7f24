/* floor: base */
/* UTF-8: the borders of Unicode table 3-7, widths on a terminal, and what may not be printed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/base.h"

static void takes_exactly_the_sequences_of_table_3_7(void **state)
{
    (void)state;
    static const struct {
        rtp_str text;
        size_t length;
    } rows[] = {
        {RTP_STR(""), 0},
        {RTP_STR("\x00"), 1},
        {RTP_STR("\x7F"), 1},
        {RTP_STR("\x80"), 0},
        {RTP_STR("\xBF\x80"), 0},
        {RTP_STR("\xC0\x80"), 0},
        {RTP_STR("\xC1\xBF"), 0},
        {RTP_STR("\xC2\x80"), 2},
        {RTP_STR("\xDF\xBF"), 2},
        {RTP_STR("\xC2"), 0},
        {RTP_STR("\xC2\x7F"), 0},
        {RTP_STR("\xC2\xC0"), 0},
        {RTP_STR("\xE0\x9F\xBF"), 0},
        {RTP_STR("\xE0\xA0\x80"), 3},
        {RTP_STR("\xE0\xBF\xBF"), 3},
        {RTP_STR("\xE1\x7F\x80"), 0},
        {RTP_STR("\xE1\x80\x80"), 3},
        {RTP_STR("\xEC\xBF\xBF"), 3},
        {RTP_STR("\xED\x80\x80"), 3},
        {RTP_STR("\xED\x9F\xBF"), 3},
        {RTP_STR("\xED\xA0\x80"), 0},
        {RTP_STR("\xED\xBF\xBF"), 0},
        {RTP_STR("\xEE\x80\x80"), 3},
        {RTP_STR("\xEF\xBF\xBF"), 3},
        {RTP_STR("\xEF\xBF"), 0},
        {RTP_STR("\xEF\xBF\x7F"), 0},
        {RTP_STR("\xF0\x8F\xBF\xBF"), 0},
        {RTP_STR("\xF0\x90\x80\x80"), 4},
        {RTP_STR("\xF0\xBF\xBF\xBF"), 4},
        {RTP_STR("\xF1\x80\x80\x80"), 4},
        {RTP_STR("\xF3\xBF\xBF\xBF"), 4},
        {RTP_STR("\xF3\xBF\xBF\xC0"), 0},
        {RTP_STR("\xF3\xBF\x7F\xBF"), 0},
        {RTP_STR("\xF4\x80\x80\x80"), 4},
        {RTP_STR("\xF4\x8F\xBF\xBF"), 4},
        {RTP_STR("\xF4\x90\x80\x80"), 0},
        {RTP_STR("\xF4\x80\x80"), 0},
        {RTP_STR("\xF5\x80\x80\x80"), 0},
        {RTP_STR("\xFF"), 0},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        uint32_t untouched = 0xABCDEF;
        assert_int_equal(rtp_utf8_length(rows[i].text.ptr, rows[i].text.len), rows[i].length);
        assert_int_equal(rtp_utf8_decode(rows[i].text.ptr, rows[i].text.len, &untouched), rows[i].length);
        assert_int_equal(untouched == 0xABCDEF, rows[i].length == 0);
    }
}

static void every_code_point_survives_the_round_trip(void **state)
{
    (void)state;
    for (uint32_t code_point = 0; code_point < 0x110800; code_point++) {
        char bytes[4];
        size_t length = rtp_utf8_encode(code_point, bytes);
        bool scalar = code_point <= 0x10FFFF && !(code_point >= 0xD800 && code_point <= 0xDFFF);
        if ((length > 0) != scalar) {
            fail_msg("U+%04X: %zu bytes", (unsigned)code_point, length);
        }
        uint32_t back = 0;
        if (scalar && (rtp_utf8_decode(bytes, length, &back) != length || back != code_point)) {
            fail_msg("U+%04X came back as U+%04X", (unsigned)code_point, (unsigned)back);
        }
        if (length > 1 && rtp_utf8_length(bytes, length - 1) != 0) {
            fail_msg("U+%04X: a cut sequence was taken", (unsigned)code_point);
        }
    }
}

static void counts_characters_and_columns(void **state)
{
    (void)state;
    static const struct {
        rtp_str text;
        size_t count, width;
    } rows[] = {
        {RTP_STR(""), 0, 0},
        {RTP_STR("abc"), 3, 3},
        {RTP_STR("na\xC3\xAFve"), 5, 5},
        {RTP_STR("e\xCC\x81"), 2, 1}, /* combining accent */
        {RTP_STR("a\xE2\x80\x8B"
                 "b"),
         3, 2},                                                  /* zero-width space */
        {RTP_STR("\xC2\xAD"), 1, 1},                             /* soft hyphen prints when it breaks */
        {RTP_STR("\xE6\xBC\xA2\xE5\xAD\x97"), 2, 4},             /* two ideographs */
        {RTP_STR("\xEF\xBC\xA1"), 1, 2},                         /* full-width A */
        {RTP_STR("\xEF\xBD\xB1"), 1, 1},                         /* half-width katakana */
        {RTP_STR("\xF0\x9F\x98\x80"), 1, 2},                     /* emoji */
        {RTP_STR("\xEA\xB0\x80"), 1, 2},                         /* Hangul syllable */
        {RTP_STR("\xE1\x84\x80\xE1\x85\xA1"), 2, 2},             /* Hangul in parts */
        {RTP_STR("\xE2\x80\x94\xE2\x82\xAC\xE2\x9C\x93"), 3, 3}, /* dash, euro, check mark */
        {RTP_STR("\xFF\xE2\x82"), 3, 3},                         /* each bad byte is one */
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        assert_int_equal(rtp_utf8_count(rows[i].text), rows[i].count);
        assert_int_equal(rtp_utf8_width(rows[i].text), rows[i].width);
    }
}

static void refuses_what_moves_the_cursor_or_hides_text(void **state)
{
    (void)state;
    static const struct {
        uint32_t first, last; /* unsafe, and both neighbours are safe */
    } rows[] = {
        {0x00, 0x08},       {0x0B, 0x1F},       {0x7F, 0x9F},       {0x61C, 0x61C},       {0x200E, 0x200F},
        {0x2028, 0x202E},   {0x2066, 0x2069},   {0xFDD0, 0xFDEF},   {0xFEFF, 0xFEFF},     {0xFFFE, 0xFFFF},
        {0x1FFFE, 0x1FFFF}, {0xE0000, 0xE007F}, {0xFFFFE, 0xFFFFF}, {0x10FFFE, 0x10FFFF},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        for (uint32_t code_point = rows[i].first; code_point <= rows[i].last; code_point++) {
            assert_true(rtp_utf8_is_unsafe(code_point));
        }
        assert_true(rows[i].first == 0 || !rtp_utf8_is_unsafe(rows[i].first - 1) || rows[i].first == 0xE0000);
        assert_true(rows[i].last == 0x10FFFF || !rtp_utf8_is_unsafe(rows[i].last + 1));
    }
    static const uint32_t safe[] = {'\n', '\t', ' ', '~', 0xA0, 0xAD, 0x200B, 0x200D, 0xFE0F, 0x1F600, 0xFFFD};
    for (size_t i = 0; i < RTP_COUNT(safe); i++) {
        assert_false(rtp_utf8_is_unsafe(safe[i]));
    }
    assert_true(rtp_utf8_is_unsafe(0x110000));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_exactly_the_sequences_of_table_3_7),
        cmocka_unit_test(every_code_point_survives_the_round_trip),
        cmocka_unit_test(counts_characters_and_columns),
        cmocka_unit_test(refuses_what_moves_the_cursor_or_hides_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
