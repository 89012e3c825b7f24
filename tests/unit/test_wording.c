/* floor: facts */
#include "facts_support.h"

#include "facts/wording.h"

static rtp_amount amount_of(double number, const char *unit)
{
    return (rtp_amount){number, rtp_number_decimals(number), unit ? rtp_str_from(unit) : (rtp_str){NULL, 0}};
}

static void assert_text(rtp_str text, const char *wanted)
{
    if (!rtp_str_equal(text, rtp_str_from(wanted))) {
        fail_msg("\"%.*s\", not \"%s\"", RTP_FMT(text), wanted);
    }
}

static void changes_take_the_words_of_their_unit(void **state)
{
    (void)state;
    static const struct {
        double change;
        const char *unit, *text;
    } cases[] = {
        {-6.2, "h", "6.2 h shorter"},
        {6.25, "h", "6.25 h longer"},
        {-1, "days", "1 day shorter"},
        {2, "day", "2 days longer"},
        {8, "min", "8 min longer"},
        {-3, "Minutes", "3 minutes shorter"},
        {1, "business days", "1 business day longer"},
        {0.5, "%", "0.5 points higher"},
        {-1, "%", "1 point lower"},
        {-2, "percent", "2 points lower"},
        {-20.5, "comments", "20.5 fewer"},
        {1, "defects", "1 more"},
        {-2, "code reviews", "2 fewer"},
        {-2, "follow-ups", "2 fewer"},
        {-4, "tickets a week", "4 fewer"},
        {-4, "tickets per week", "4 fewer"},
        {3, "defects/release", "3 more"},
        {-2, "h per release", "2 h shorter"},
        {20.5, NULL, "20.5 higher"},
        {-20.5, "", "20.5 lower"},
        {0.2, "stars", "0.2 stars higher"},
        {-1, "points", "1 point lower"},
        {-40, "USD", "40 lower"},
        {2, "stress", "2 higher"},
        {12000, "tickets", "12,000 more"},
        {0, "h", "unchanged"},
        {-0.0, "tickets", "unchanged"},
    };
    rtp_arena *arena = rtp_arena_make();
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        assert_text(rtp_change_text(arena, amount_of(cases[i].change, cases[i].unit)), cases[i].text);
    }
    rtp_arena_free(arena);
}

static void margins_say_which_side_of_the_baseline(void **state)
{
    (void)state;
    static const struct {
        double margin;
        const char *unit;
        int better;
        const char *text;
    } cases[] = {
        {3, "h", RTP_BETTER_LOWER, "no more than 3 h longer than the baseline"},
        {1, "defects", RTP_BETTER_LOWER, "no more than 1 above the baseline"},
        {2, "%", RTP_BETTER_HIGHER, "no more than 2 points below the baseline"},
        {1, "%", RTP_BETTER_LOWER, "no more than 1 point above the baseline"},
        {10, "comments", RTP_BETTER_HIGHER, "no more than 10 below the baseline"},
        {10, NULL, RTP_BETTER_LOWER, "no more than 10 above the baseline"},
        {3, "days", RTP_BETTER_HIGHER, "no more than 3 days below the baseline"},
        {0, "h", RTP_BETTER_LOWER, "no longer than the baseline"},
        {0, "defects", RTP_BETTER_LOWER, "no higher than the baseline"},
        {0, "%", RTP_BETTER_HIGHER, "no lower than the baseline"},
    };
    rtp_arena *arena = rtp_arena_make();
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        assert_text(rtp_margin_text(arena, amount_of(cases[i].margin, cases[i].unit), cases[i].better), cases[i].text);
    }
    rtp_arena_free(arena);
}

static void limits_repeat_no_noun(void **state)
{
    (void)state;
    static const struct {
        const char *metric;
        double limit;
        const char *unit;
        int better;
        const char *text;
    } cases[] = {
        {"Escaped defects", 5, "defects", RTP_BETTER_LOWER, "Escaped defects above 5"},
        {"Review comments given", 55, "comments", RTP_BETTER_HIGHER, "Review comments given below 55"},
        {"First reply", 30, "min", RTP_BETTER_LOWER, "First reply above 30 min"},
        {"Reopened tickets", 6.5, "%", RTP_BETTER_LOWER, "Reopened tickets above 6.5 %"},
        {"Refunds", 500, "USD", RTP_BETTER_LOWER, "Refunds above 500 USD"},
        {"Mood", 3, "score", RTP_BETTER_HIGHER, "Mood below 3"},
        {"Rating", 4.5, "stars", RTP_BETTER_HIGHER, "Rating below 4.5 stars"},
        {"Lead time", 2, "day", RTP_BETTER_LOWER, "Lead time above 2 days"},
        {"Margin", -2, NULL, RTP_BETTER_HIGHER, "Margin below -2"},
    };
    rtp_arena *arena = rtp_arena_make();
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_amount limit = amount_of(cases[i].limit, cases[i].unit);
        assert_text(rtp_limit_text(arena, rtp_str_from(cases[i].metric), limit, cases[i].better), cases[i].text);
    }
    rtp_arena_free(arena);
}

static void periods_are_as_short_as_they_can_be(void **state)
{
    (void)state;
    static const struct {
        const char *first, *last, *text;
    } cases[] = {
        {"2024-01", "2024-12", "2024"},
        {"2024-01", "2025-12", "2024 to 2025"},
        {"2025-03", "2025-03", "March 2025"},
        {"2025-01", "2026-10", "January 2025 to October 2026"},
        {"2025-03", "2025-10", "March to October 2025"},
        {"2024-01", "2024-11", "January to November 2024"},
        {"2024-02", "2025-12", "February 2024 to December 2025"},
    };
    rtp_arena *arena = rtp_arena_make();
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_month first = 0;
        rtp_month last = 0;
        assert_true(rtp_month_parse(rtp_str_from(cases[i].first), &first));
        assert_true(rtp_month_parse(rtp_str_from(cases[i].last), &last));
        assert_text(rtp_period_text(arena, first, last), cases[i].text);
    }
    rtp_arena_free(arena);
}

static void small_numbers_are_words(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    assert_text(rtp_number_word(arena, 0), "zero");
    assert_text(rtp_number_word(arena, 1), "one");
    assert_text(rtp_number_word(arena, 12), "twelve");
    assert_text(rtp_number_word(arena, 13), "13");
    assert_int_equal(rtp_ascii_lower('Q'), 'q');
    assert_int_equal(rtp_ascii_lower('['), '[');
    rtp_arena_free(arena);
}

static void parts_are_found_as_whole_words(void **state)
{
    (void)state;
    static const struct {
        const char *text, *part;
        bool has;
    } cases[] = {
        {"Escaped defects", "defects", true},
        {"Escaped Defects", "defects", true},
        {"Escaped defects", "defect", false},
        {"defects, escaped", "defects", true},
        {"undefects", "defects", false},
        {"on time", "on time", true},
        {"later", "late", false},
        {"äh", "h", false},
        {"h", "h", true},
        {"", "h", false},
        {"h", "", false},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        if (rtp_text_has(rtp_str_from(cases[i].text), rtp_str_from(cases[i].part)) != cases[i].has) {
            fail_msg("\"%s\" in \"%s\"", cases[i].part, cases[i].text);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changes_take_the_words_of_their_unit),
        cmocka_unit_test(margins_say_which_side_of_the_baseline),
        cmocka_unit_test(limits_repeat_no_noun),
        cmocka_unit_test(periods_are_as_short_as_they_can_be),
        cmocka_unit_test(small_numbers_are_words),
        cmocka_unit_test(parts_are_found_as_whole_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
