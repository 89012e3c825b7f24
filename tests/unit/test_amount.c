/* floor: import */
/* Numbers as exports write them, with either decimal mark, and what is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "import/amount.h"

static const struct row {
    const char *text;
    char decimal, told, doubt;
    double value;
    const char *unit;
} rows[] = {
    {"5", '.', 0, 0, 5, ""},
    {"-5", '.', 0, 0, -5, ""},
    {"\xE2\x88\x92"
     "5",
     '.', 0, 0, -5, ""},
    {"5-", '.', 0, 0, -5, ""},
    {"(5.5)", '.', '.', 0, -5.5, ""},
    {"+5", '.', 0, 0, 5, ""},
    {"1,234.5", '.', '.', 0, 1234.5, ""},
    {"1.234,5", ',', ',', 0, 1234.5, ""},
    {"1,234,567", '.', '.', 0, 1234567, ""},
    {"1.234.567", ',', ',', 0, 1234567, ""},
    {"1,234", '.', 0, ',', 1234, ""},
    {"1,234", ',', 0, ',', 1.234, ""},
    {"1.234", '.', 0, '.', 1.234, ""},
    {"0,234", ',', ',', 0, 0.234, ""},
    {"1234,567", ',', ',', 0, 1234.567, ""},
    {"7,5", ',', ',', 0, 7.5, ""},
    {".5", '.', '.', 0, 0.5, ""},
    {"1 234 567,25", ',', ',', 0, 1234567.25, ""},
    {"1\xC2\xA0"
     "234",
     '.', 0, 0, 1234, ""},
    {"1\xE2\x80\xAF"
     "234",
     '.', 0, 0, 1234, ""},
    {"1'234.50", '.', '.', 0, 1234.5, ""},
    {"12,34,567.5", '.', '.', 0, 1234567.5, ""},
    {"1.5E3", '.', '.', 0, 1500, ""},
    {"1,5E+03", ',', ',', 0, 1500, ""},
    {"97.5 %", '.', '.', 0, 97.5, "%"},
    {"97%", '.', 0, 0, 97, "%"},
    {"12 h", '.', 0, 0, 12, "h"},
    {"$1,204.50", '.', '.', 0, 1204.5, "$"},
    {"-$5", '.', 0, 0, -5, "$"},
    {"$-5", '.', 0, 0, -5, "$"},
    {"5 \xE2\x82\xAC", '.', 0, 0, 5, "\xE2\x82\xAC"},
};

static const char *const bad[] = {"many",    "=1+1",       "1d 2h",    "INV-1",  "S1",      "1/2",     "2025-01",
                                  "1e999",   "@5",         "5;6",      "5\"",    "12abc34", "$5 kg",   "<5",
                                  "5:6:7:8", "1:2",        "--5",      "5=",     "1,2,3",   "1.2.3.4", "1 2 3",
                                  "12 3456", "1,2345,678", "1,23.4,5", "1.5.5,5"};
static const char *const empty[] = {"", "-", "n/a", "N/A", "#N/A", "null", "\xE2\x80\x94", "  "};

static void numbers_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_amount amount = rtp_amount_read(rtp_str_from(rows[i].text));
        double value = -1;
        if (amount.kind != RTP_AMOUNT_NUMBER || !rtp_amount_value(&amount, rows[i].decimal, &value) ||
            value < rows[i].value || value > rows[i].value || amount.told != rows[i].told ||
            amount.doubt != rows[i].doubt || !rtp_str_equal(amount.unit, rtp_str_from(rows[i].unit))) {
            fail_msg("%s: kind %d, %g, told %d, doubt %d, unit %.*s", rows[i].text, (int)amount.kind, value,
                     amount.told, amount.doubt, RTP_FMT(amount.unit));
        }
    }
}

static void what_is_no_number_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(bad); i++) {
        rtp_amount amount = rtp_amount_read(rtp_str_from(bad[i]));
        double value = 0;
        bool number = amount.kind == RTP_AMOUNT_NUMBER || amount.kind == RTP_AMOUNT_CLOCK;
        if (amount.kind == RTP_AMOUNT_EMPTY ||
            (number && (rtp_amount_value(&amount, '.', &value) || rtp_amount_value(&amount, ',', &value)))) {
            fail_msg("%s was read as %g", bad[i], value);
        }
    }
    for (size_t i = 0; i < RTP_COUNT(empty); i++) {
        assert_int_equal(rtp_amount_read(rtp_str_from(empty[i])).kind, RTP_AMOUNT_EMPTY);
    }
}

static void clocks_are_hours(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double hours;
    } clocks[] = {{"1:30", 1.5}, {"01:30:00", 1.5}, {"100:00:36", 100.01}, {"-0:15", -0.25}};
    for (size_t i = 0; i < RTP_COUNT(clocks); i++) {
        rtp_amount amount = rtp_amount_read(rtp_str_from(clocks[i].text));
        double value = 0;
        assert_int_equal(amount.kind, RTP_AMOUNT_CLOCK);
        assert_true(rtp_amount_value(&amount, '.', &value));
        assert_true(value > clocks[i].hours - 1e-9 && value < clocks[i].hours + 1e-9);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_read),
        cmocka_unit_test(what_is_no_number_is_refused),
        cmocka_unit_test(clocks_are_hours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
