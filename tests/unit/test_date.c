/* floor: base */
/* Dates: every day of 1900 to 2199 there and back, and every way to write one wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/base.h"

#include <stdio.h>

static rtp_date date_of(const char *text)
{
    rtp_date date = RTP_DATE_UNKNOWN;
    assert_true(rtp_date_parse(rtp_str_from(text), &date));
    return date;
}

/* Counts the days one by one, as a calendar on the wall does. */
static void every_day_follows_the_one_before(void **state)
{
    (void)state;
    static const int lengths[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    rtp_arena *arena = rtp_arena_make();
    rtp_date expected = date_of("1900-01-01");
    int weekday = 0; /* it was a Monday */
    for (int year = 1900; year <= 2199; year++) {
        for (int month = 1; month <= 12; month++) {
            bool leap = month == 2 && year % 4 == 0 && (year % 100 != 0 || year == 2000);
            for (int day = 1; day <= lengths[month - 1] + leap; day++) {
                char text[32];
                snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
                assert_int_equal(date_of(text), expected);
                assert_string_equal(rtp_date_iso(arena, expected).ptr, text);
                assert_int_equal(rtp_date_weekday(expected), weekday);
                assert_int_equal(rtp_date_month(expected), year * 12 + month - 1);
                assert_true(day > 1 || rtp_month_first(year * 12 + month - 1) == expected);
                expected++;
                weekday = (weekday + 1) % 7;
            }
            rtp_arena_reset(arena);
        }
    }
    rtp_arena_free(arena);
}

static void knows_some_days_by_heart(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        rtp_date date;
        int weekday;
    } rows[] = {
        {"1900-01-01", -25567, 0}, {"1969-12-31", -1, 2},    {"1970-01-01", 0, 3},     {"2000-02-29", 11016, 1},
        {"2000-03-01", 11017, 2},  {"2026-11-21", 20778, 5}, {"2027-01-11", 20829, 0}, {"2199-12-31", 84005, 1},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        assert_int_equal(date_of(rows[i].text), rows[i].date);
        assert_int_equal(rtp_date_weekday(rows[i].date), rows[i].weekday);
    }
}

static void refuses_what_is_no_date(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "",           "2027",       "2027-01",    "2027-1-11",   "2027-01-1",  "2027-01-011",
        "2027/01/11", "11-01-2027", "2027-00-01", "2027-13-01",  "2027-01-00", "2027-01-32",
        "2027-02-29", "2100-02-29", "2027-04-31", "1899-12-31",  "2200-01-01", "2027-01-11Z",
        "+027-01-11", "2027--1-11", "2027-01-1x", " 2027-01-11", "2o27-01-11", "0000-01-01",
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_date date = 12345;
        if (rtp_date_parse(rtp_str_from(rows[i]), &date)) {
            fail_msg("taken as a date: %s", rows[i]);
        }
        assert_int_equal(date, 12345);
    }
}

static void months_parse_and_print(void **state)
{
    (void)state;
    static const struct {
        const char *text, *printed;
    } rows[] = {{"1900-01", "January 1900"}, {"2027-09", "September 2027"}, {"2199-12", "December 2199"}};
    rtp_arena *arena = rtp_arena_make();
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_month month = 0;
        assert_true(rtp_month_parse(rtp_str_from(rows[i].text), &month));
        assert_string_equal(rtp_month_iso(arena, month).ptr, rows[i].text);
        assert_string_equal(rtp_month_long(arena, month).ptr, rows[i].printed);
    }
    static const char *const wrong[] = {"",        "2027",    "2027-1",     "2027-00", "2027-13",
                                        "1899-12", "2200-01", "2027-01-11", "2027.01"};
    for (size_t i = 0; i < RTP_COUNT(wrong); i++) {
        rtp_month month = 7;
        assert_false(rtp_month_parse(rtp_str_from(wrong[i]), &month));
        assert_int_equal(month, 7);
    }
    rtp_arena_free(arena);
}

static void long_dates_have_no_leading_zero(void **state)
{
    (void)state;
    static const struct {
        const char *text, *printed;
    } rows[] = {{"2027-01-11", "11 January 2027"}, {"2027-05-01", "1 May 2027"}, {"2028-02-29", "29 February 2028"}};
    rtp_arena *arena = rtp_arena_make();
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        assert_string_equal(rtp_date_long(arena, date_of(rows[i].text)).ptr, rows[i].printed);
    }
    rtp_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_follows_the_one_before), cmocka_unit_test(knows_some_days_by_heart),
        cmocka_unit_test(refuses_what_is_no_date),          cmocka_unit_test(months_parse_and_print),
        cmocka_unit_test(long_dates_have_no_leading_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
