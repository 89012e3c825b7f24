/* floor: base */
/* Slices: order, ends, trimming, and which mistyped words are understood. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/base.h"

static void compares_by_bytes(void **state)
{
    (void)state;
    static const struct {
        rtp_str a, b;
        int order;
    } rows[] = {
        {RTP_STR(""), RTP_STR(""), 0},          {RTP_STR("a"), RTP_STR("a"), 0}, {RTP_STR("a"), RTP_STR("b"), -1},
        {RTP_STR("ab"), RTP_STR("a"), 1},       {RTP_STR(""), RTP_STR("a"), -1}, {RTP_STR("Z"), RTP_STR("a"), -1},
        {RTP_STR("\x7F"), RTP_STR("\xC3"), -1},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        int order = rtp_str_compare(rows[i].a, rows[i].b);
        assert_int_equal((order > 0) - (order < 0), rows[i].order);
        order = rtp_str_compare(rows[i].b, rows[i].a);
        assert_int_equal((order < 0) - (order > 0), rows[i].order);
        assert_int_equal(rtp_str_equal(rows[i].a, rows[i].b), rows[i].order == 0);
    }
}

static void an_absent_slice_equals_an_empty_one(void **state)
{
    (void)state;
    rtp_str absent = rtp_str_from(NULL);
    assert_null(absent.ptr);
    assert_int_equal(absent.len, 0);
    assert_true(rtp_str_equal(absent, rtp_lit("")));
    assert_int_equal(rtp_str_compare(absent, rtp_lit("")), 0);
    assert_true(rtp_str_starts(rtp_lit("x"), absent));
    assert_true(rtp_str_ends(absent, absent));
    assert_int_equal(rtp_str_trim(absent).len, 0);
}

static void knows_how_a_text_starts_and_ends(void **state)
{
    (void)state;
    static const struct {
        rtp_str text, part;
        bool starts, ends;
    } rows[] = {
        {RTP_STR("profile.json"), RTP_STR(".json"), false, true},
        {RTP_STR("profile"), RTP_STR("pro"), true, false},
        {RTP_STR("aba"), RTP_STR("a"), true, true},
        {RTP_STR("a"), RTP_STR("ab"), false, false},
        {RTP_STR("a"), RTP_STR(""), true, true},
        {RTP_STR(""), RTP_STR("a"), false, false},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        assert_int_equal(rtp_str_starts(rows[i].text, rows[i].part), rows[i].starts);
        assert_int_equal(rtp_str_ends(rows[i].text, rows[i].part), rows[i].ends);
    }
}

static void trims_blanks_at_both_sides_only(void **state)
{
    (void)state;
    static const struct {
        rtp_str text, trimmed;
    } rows[] = {
        {RTP_STR(" \t\r\n a b \n"), RTP_STR("a b")},
        {RTP_STR("a"), RTP_STR("a")},
        {RTP_STR(" \n"), RTP_STR("")},
        {RTP_STR("\xC2\xA0x"), RTP_STR("\xC2\xA0x")}, /* a no-break space is text */
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        assert_true(rtp_str_equal(rtp_str_trim(rows[i].text), rows[i].trimmed));
    }
}

static void finds_the_word_that_was_meant(void **state)
{
    (void)state;
    static const rtp_str words[] = {RTP_STR("build"),    RTP_STR("check"), RTP_STR("explain"), RTP_STR("schema"),
                                    RTP_STR("rules"),    RTP_STR("facts"), RTP_STR("facet"),   RTP_STR("deliverables"),
                                    RTP_STR("markdown"), RTP_STR("md")};
    static const struct {
        rtp_str word, meant;
    } rows[] = {
        {RTP_STR("biuld"), RTP_STR("build")},    /* neighbours swapped */
        {RTP_STR("chek"), RTP_STR("check")},     /* one missing */
        {RTP_STR("scheema"), RTP_STR("schema")}, /* one too many */
        {RTP_STR("RULES"), RTP_STR("rules")},    /* case only */
        {RTP_STR("delivrables"), RTP_STR("deliverables")},
        {RTP_STR("deliverybles"), RTP_STR("deliverables")},
        {RTP_STR("face"), RTP_STR("facet")}, /* facts is two away, facet one */
        {RTP_STR("facs"), RTP_STR("facts")}, /* facet is two away */
        {RTP_STR("MD"), RTP_STR("md")},
        {RTP_STR("del"), RTP_STR("deliverables")}, /* written in part */
        {RTP_STR("de"), RTP_STR("")},
        {RTP_STR("m"), RTP_STR("")}, /* one letter is no evidence */
        {RTP_STR("blind"), RTP_STR("")},
        {RTP_STR(""), RTP_STR("")},
        {RTP_STR("completely-different"), RTP_STR("")},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_str meant = rtp_str_nearest(rows[i].word, words, RTP_COUNT(words));
        if (!rtp_str_equal(meant, rows[i].meant)) {
            fail_msg("%.*s: meant %.*s", RTP_FMT(rows[i].word), RTP_FMT(meant));
        }
        assert_int_equal(meant.ptr == NULL, rows[i].meant.len == 0);
    }
}

static void a_tie_goes_to_the_first_candidate(void **state)
{
    (void)state;
    static const rtp_str words[] = {RTP_STR("cart"), RTP_STR("card")};
    static const rtp_str turned[] = {RTP_STR("card"), RTP_STR("cart")};
    assert_true(rtp_str_equal(rtp_str_nearest(rtp_lit("carx"), words, 2), words[0]));
    assert_true(rtp_str_equal(rtp_str_nearest(rtp_lit("carx"), turned, 2), turned[0]));
}

static void endless_words_are_not_compared(void **state)
{
    (void)state;
    static char endless[100000];
    for (size_t i = 0; i < sizeof endless; i++) {
        endless[i] = 'a';
    }
    rtp_str candidates[] = {{endless, 64}, {endless, sizeof endless}};
    assert_null(rtp_str_nearest((rtp_str){endless, sizeof endless}, candidates, 2).ptr);
    assert_int_equal(rtp_str_nearest((rtp_str){endless, 63}, candidates, 2).len, 64);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compares_by_bytes),
        cmocka_unit_test(an_absent_slice_equals_an_empty_one),
        cmocka_unit_test(knows_how_a_text_starts_and_ends),
        cmocka_unit_test(trims_blanks_at_both_sides_only),
        cmocka_unit_test(finds_the_word_that_was_meant),
        cmocka_unit_test(a_tie_goes_to_the_first_candidate),
        cmocka_unit_test(endless_words_are_not_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
