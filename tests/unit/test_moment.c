/* floor: import */
/* Times as services write them, hours between them, medians. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "import/moment.h"

static const struct row {
    const char *text, *day; /* day NULL: refused */
    int64_t seconds;
} rows[] = {
    {"1970-01-01T00:00:00Z", "1970-01-01", 0},
    {"2024-02-29T12:00:00Z", "2024-02-29", 1709208000},
    {"2024-02-29T12:00:00.123456789Z", "2024-02-29", 1709208000},
    {"2024-02-29T12:00:00.123+0000", "2024-02-29", 1709208000},
    {"2024-03-01T00:30:00+13:00", "2024-03-01", 1709206200},
    {"2024-02-28T22:30:00-1330", "2024-02-28", 1709208000},
    {"2016-12-31T23:59:60Z", "2016-12-31", 1483228799},
    {"2023-02-29T12:00:00Z", NULL, 0},
    {"2024-02-29T24:00:00Z", NULL, 0},
    {"2024-02-29T12:60:00Z", NULL, 0},
    {"2024-02-29T12:00:61Z", NULL, 0},
    {"2024-02-29T12:00:00", NULL, 0},
    {"2024-02-29T12:00:00z", NULL, 0},
    {"2024-02-29T12:00:00+1", NULL, 0},
    {"2024-02-29T12:00:00+25:00", NULL, 0},
    {"2024-02-29T12:00:00+01:00x", NULL, 0},
    {"2024-02-29 12:00:00Z", NULL, 0},
    {"2024-02-29T12:00:00,5Z", NULL, 0},
    {"9999-12-31T23:59:59Z", NULL, 0},
    {"0000-01-01T00:00:00Z", NULL, 0},
    {"2024-1-5", NULL, 0},
    {"1704434828", NULL, 0},
    {"yesterday", NULL, 0},
    {"", NULL, 0},
};

static void test_read(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_moment moment = {-7, -7};
        bool read = rtp_moment_read(rtp_str_from(rows[i].text), &moment);
        if (read != (rows[i].day != NULL)) {
            fail_msg("%s", rows[i].text);
        }
        if (read) {
            assert_string_equal(rtp_date_iso(arena, moment.day).ptr, rows[i].day);
            assert_int_equal(moment.seconds, rows[i].seconds);
        } else {
            assert_int_equal(moment.seconds, -7);
        }
    }
    rtp_arena_free(arena);
}

static void test_hours(void **state)
{
    (void)state;
    static const struct {
        int64_t from, to;
        double hours;
    } cases[] = {{0, 3600, 1}, {0, 0, 0}, {0, 179, 0}, {0, 180, 0.1}, {0, 86400 * 3 + 360, 72.1}, {3600, 0, -1}};
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_moment from = {cases[i].from, 0}, to = {cases[i].to, 0};
        assert_true(rtp_moment_hours(from, to) == cases[i].hours);
    }
}

static void test_median(void **state)
{
    (void)state;
    double one[] = {7}, odd[] = {9, 1, 5}, even[] = {4, 1, 3, 2};
    assert_true(rtp_median(one, 1) == 7);
    assert_true(rtp_median(odd, 3) == 5);
    assert_true(rtp_median(even, 4) == 2.5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),
        cmocka_unit_test(test_hours),
        cmocka_unit_test(test_median),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
