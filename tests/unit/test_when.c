/* floor: import */
/* Dates and months as exports write them, and what is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "import/when.h"

static const struct row {
    const char *text;
    rtp_when_kind kind;
    int year, month, day; /* of a pair: first and second as month and day */
} rows[] = {
    {"2025-01-15", RTP_WHEN_TOLD, 2025, 1, 15},
    {"2025-01-15T10:00:00Z", RTP_WHEN_TOLD, 2025, 1, 15},
    {"2025-01-15 10:00:00.123 +0100", RTP_WHEN_TOLD, 2025, 1, 15},
    {"2025-01-15 10:00:00 UTC", RTP_WHEN_TOLD, 2025, 1, 15},
    {"2025/01/15", RTP_WHEN_TOLD, 2025, 1, 15},
    {"20250115", RTP_WHEN_TOLD, 2025, 1, 15},
    {"202501", RTP_WHEN_TOLD, 2025, 1, 0},
    {"2025-01", RTP_WHEN_TOLD, 2025, 1, 0},
    {"01/2025", RTP_WHEN_TOLD, 2025, 1, 0},
    {"1.2025", RTP_WHEN_TOLD, 2025, 1, 0},
    {"2025M01", RTP_WHEN_TOLD, 2025, 1, 0},
    {"15.1.2025", RTP_WHEN_TOLD, 2025, 1, 15},
    {"15.01.25", RTP_WHEN_TOLD, 2025, 1, 15},
    {"15. Januar 2025", RTP_WHEN_TOLD, 2025, 1, 15},
    {"Jan 2025", RTP_WHEN_TOLD, 2025, 1, 0},
    {"January 2025", RTP_WHEN_TOLD, 2025, 1, 0},
    {"2025 January", RTP_WHEN_TOLD, 2025, 1, 0},
    {"Jan-25", RTP_WHEN_TOLD, 2025, 1, 0},
    {"Jan '25", RTP_WHEN_TOLD, 2025, 1, 0},
    {"15-Jan-25", RTP_WHEN_TOLD, 2025, 1, 15},
    {"15/Jan/25 3:04 PM", RTP_WHEN_TOLD, 2025, 1, 15},
    {"Jan 15, 2025", RTP_WHEN_TOLD, 2025, 1, 15},
    {"Wed, 15 Jan 2025 10:00:00 +0000", RTP_WHEN_TOLD, 2025, 1, 15},
    {"15th of January 2025", RTP_WHEN_TOLD, 2025, 1, 15},
    {"märz 2025", RTP_WHEN_TOLD, 2025, 3, 0},
    {"févr. 2025", RTP_WHEN_TOLD, 2025, 2, 0},
    {"15 de enero de 2025", RTP_WHEN_TOLD, 2025, 1, 15},
    {"29 Feb 2024", RTP_WHEN_TOLD, 2024, 2, 29},
    {"1/15/2025", RTP_WHEN_PAIR, 2025, 1, 15},
    {"1/15/2025, 2:30:00 PM", RTP_WHEN_PAIR, 2025, 1, 15},
    {"1/15/25 14:30", RTP_WHEN_PAIR, 2025, 1, 15},
    {"15-01-2025", RTP_WHEN_PAIR, 2025, 15, 1},
    {"January", RTP_WHEN_MONTH, 0, 1, 0},
    {"12", RTP_WHEN_MONTH, 0, 12, 0},
    {"2025", RTP_WHEN_YEAR, 2025, 0, 0},
    {"45658", RTP_WHEN_SERIAL, 45658, 0, 0},
};

static const char *const none[] = {
    "",           "soon",      "2025-13",    "2025-02-30", "29 Feb 2025", "Q1 2025",     "2025-W03",         "13",
    "0",          "1/32/2025", "13/13/2025", "Jan 25",     "25-01-15",    "1.13.2025",   "2025-00-10",       "15.01",
    "1/2",        "1/2/3/4",   "1-Jan-",     "202513",     "20250230",    "99999999999", "2025-01-15 noon!", "1-2/2025",
    "0001-01-01", "2025-1-0",  "=2025-01",   "Mayor 2025", "00/00/2025"};

static void dates_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_when when = {.year = -1};
        bool read = rtp_when_read(rtp_str_from(rows[i].text), &when);
        bool pair = when.kind == RTP_WHEN_PAIR;
        if (!read || when.kind != rows[i].kind || when.year != rows[i].year ||
            (pair ? when.first : when.month) != rows[i].month || (pair ? when.second : when.day) != rows[i].day) {
            fail_msg("%s: %d, kind %d, %d-%d-%d", rows[i].text, read, (int)when.kind, when.year, when.month, when.day);
        }
    }
}

static void what_is_no_date_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(none); i++) {
        rtp_when when = {.year = -1};
        if (rtp_when_read(rtp_str_from(none[i]), &when) || when.year != -1) {
            fail_msg("%s was read as kind %d, %d-%d-%d", none[i], (int)when.kind, when.year, when.month, when.day);
        }
    }
}

static void pairs_are_settled(void **state)
{
    (void)state;
    rtp_when when, day_first, month_first;
    assert_true(rtp_when_read(rtp_lit("3/4/2025"), &when));
    day_first = month_first = when;
    assert_true(rtp_when_settle(&day_first, true) && rtp_when_settle(&month_first, false));
    assert_int_equal(rtp_when_month(&day_first), 2025 * 12 + 3);
    assert_int_equal(rtp_when_month(&month_first), 2025 * 12 + 2);
    assert_true(rtp_when_read(rtp_lit("1/31/2025"), &when));
    assert_false(rtp_when_settle(&when, true));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_read),
        cmocka_unit_test(what_is_no_date_is_refused),
        cmocka_unit_test(pairs_are_settled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
