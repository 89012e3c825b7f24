/* floor: rules */
#include "rules_support.h"

#include "rules/letters.h"

enum { LONGEST = 20, ROOM = LONGEST + 1 };

static void assert_joined(rtp_arena *arena, rtp_str text, const char *expected)
{
    rtp_str joined = rtp_text_joined(text, arena);
    if (!rtp_str_equal(joined, rtp_str_from(expected))) {
        fail_msg("\"%.*s\" became \"%.*s\", not \"%s\"", RTP_FMT(text), RTP_FMT(joined), expected);
    }
}

/* Two signs of white space at every place of texts of every length: "aaa" and "aaaa" stay apart by one blank. */
static void white_space_is_joined_wherever_it_stands(void **state)
{
    (void)state;
    static const char *const gaps[] = {"  ", " \n", "\t ", "\r\n", "\t\t"};
    rtp_arena *arena = rtp_arena_make();
    for (size_t len = 2; len <= LONGEST; len++) {
        for (size_t at = 0; at + 2 <= len; at++) {
            for (size_t gap = 0; gap < sizeof gaps / sizeof *gaps; gap++) {
                char text[ROOM], expected[ROOM];
                memset(text, 'a', len);
                memcpy(text + at, gaps[gap], 2);
                memset(expected, 'a', LONGEST);
                bool inside = at > 0 && at + 2 < len;
                expected[at] = inside ? ' ' : 'a';
                expected[len - (inside ? 1 : 2)] = '\0';
                assert_joined(arena, (rtp_str){text, len}, expected);
            }
        }
    }
    rtp_arena_free(arena);
}

static void joined_text_stays_where_it_is(void **state)
{
    (void)state;
    static const rtp_str texts[] = {
        RTP_STR(""),
        RTP_STR("a"),
        RTP_STR("one two"),
        RTP_STR("one two three four five"),
        RTP_STR("Stop! No, go ! on"),
        RTP_STR("a b c d e f g h i j"),
        RTP_STR("\u201CIch m\u00F6chte\u201D \u2026 sagte sie"),
    };
    rtp_arena *arena = rtp_arena_make();
    for (size_t i = 0; i < RTP_COUNT(texts); i++) {
        assert_ptr_equal(rtp_text_joined(texts[i], arena).ptr, texts[i].ptr);
        assert_int_equal(rtp_text_joined(texts[i], arena).len, texts[i].len);
    }
    rtp_arena_free(arena);
}

static void letters_have_their_case(void **state)
{
    (void)state;
    static const struct {
        uint32_t lower, upper;
    } pairs[] = {{'a', 'A'}, {'z', 'Z'}, {0xE4, 0xC4}, {0xFF, 0x178}, {0x101, 0x100}, {0x3C9, 0x3A9}, {0x44F, 0x42F}};
    static const uint32_t others[] = {'@', '[', '`', '{', '0', ' ', 0x7F, 0xD7, 0xF7, 0x1F600};
    for (size_t i = 0; i < RTP_COUNT(pairs); i++) {
        assert_int_equal(rtp_letter_upper(pairs[i].lower), pairs[i].upper);
        assert_int_equal(rtp_letter_lower(pairs[i].upper), pairs[i].lower);
        assert_true(rtp_letter_is_upper(pairs[i].upper));
        assert_false(rtp_letter_is_upper(pairs[i].lower));
    }
    for (size_t i = 0; i < RTP_COUNT(others); i++) {
        assert_int_equal(rtp_letter_upper(others[i]), others[i]);
        assert_int_equal(rtp_letter_lower(others[i]), others[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(white_space_is_joined_wherever_it_stands),
        cmocka_unit_test(joined_text_stays_where_it_is),
        cmocka_unit_test(letters_have_their_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
