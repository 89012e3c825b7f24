/* floor: base */
/* Numbers as text: rounding, grouping, fewest decimals, and JSON that reads back equal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/base.h"

#include <float.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int arena_set_up(void **state)
{
    *state = rtp_arena_make();
    return 0;
}

static int arena_tear_down(void **state)
{
    rtp_arena_free(*state);
    return 0;
}

static void rounds_half_away_from_zero_on_decimal_digits(void **state)
{
    static const struct {
        double value;
        int decimals;
        const char *text;
    } rows[] = {
        {0, 0, "0"},
        {-0.0, 0, "0"},
        {-0.0, 2, "0.00"},
        {0.5, 0, "1"},
        {-0.5, 0, "-1"},
        {0.49, 0, "0"},
        {-0.49, 0, "0"},
        {1.5, 0, "2"},
        {2.5, 0, "3"},
        {-2.5, 0, "-3"},
        {0.05, 1, "0.1"},
        {0.04, 1, "0.0"},
        {-0.04, 1, "0.0"},
        {1.005, 2, "1.01"},
        {1.115, 2, "1.12"},
        {2.675, 2, "2.68"},
        {0.1 + 0.2, 1, "0.3"},
        {9.995, 2, "10.00"},
        {9.5, 0, "10"},
        {99.95, 1, "100.0"},
        {0.999, 0, "1"},
        {0.0001, 2, "0.00"},
        {0.009, 2, "0.01"},
        {12.5, 3, "12.500"},
        {1000, 0, "1000"},
        {9999, 0, "9999"},
        {9999.5, 0, "10,000"},
        {10000, 0, "10,000"},
        {10000.25, 1, "10,000.3"},
        {-12345.678, 2, "-12,345.68"},
        {100000, 0, "100,000"},
        {1234567, 0, "1,234,567"},
        {1e9, 0, "1,000,000,000"},
        {1e14, 0, "100,000,000,000,000"},
        {999999999999999, 0, "999,999,999,999,999"},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_str text = rtp_number_text(*state, rows[i].value, rows[i].decimals);
        assert_string_equal(text.ptr, rows[i].text);
        assert_int_equal(text.len, strlen(rows[i].text));
    }
}

/* What no reader could count the zeros of has an exponent; never more than fifteen digits. */
static void very_large_and_very_small_numbers_stay_short(void **state)
{
    static const struct {
        double value;
        int decimals;
        const char *text;
    } rows[] = {
        {1e15, 0, "1e15"},
        {-1e15, 2, "-1e15"},
        {1.5e300, 0, "1.5e300"},
        {9007199254740993.0, 0, "9.00719925474099e15"},
        {-DBL_MAX, 2, "-1.79769313486232e308"},
        {999999999999999.9, 1, "1e15"},
        {999999999999999.4, 0, "999,999,999,999,999"},
        {999999999999999.4, 6, "999,999,999,999,999"},
        {99999999999999.95, 1, "100,000,000,000,000"},
        {12345678901234.56, 2, "12,345,678,901,234.6"},
        {123456789.123456789, 6, "123,456,789.123457"},
        {0.000001, 6, "0.000001"},
        {0.00000099, 6, "9.9e-7"},
        {4.6e-7, 0, "4.6e-7"},
        {-1e-7, 3, "-1e-7"},
        {1e-20, 20, "1e-20"},
        {5e-324, 6, "5e-324"},
        {1.0 / 3e7, 6, "3.33333333333333e-8"},
        {9.999999999999998e-7, 6, "1e-6"},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_str text = rtp_number_text(*state, rows[i].value, rows[i].decimals);
        assert_string_equal(text.ptr, rows[i].text);
        assert_int_equal(text.len, strlen(rows[i].text));
    }
}

static void finds_the_fewest_decimals(void **state)
{
    (void)state;
    static const struct {
        double value;
        int decimals;
    } rows[] = {
        {0, 0},       {-0.0, 0}, {3, 0},         {2.5, 1},          {0.05, 2},    {1.125, 3},  {-7.25, 2},
        {100, 0},     {1e21, 0}, {0.1 + 0.2, 1}, {1.0 / 3, 6},      {2.0 / 3, 6}, {1e-7, 7},   {0.000001, 6},
        {5e-324, 30}, {99.9, 1}, {0.9999999, 0}, {0.1999999999, 1}, {12.340, 2},  {4.6e-7, 8}, {1234567.875, 3},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        assert_int_equal(rtp_number_decimals(rows[i].value), rows[i].decimals);
    }
}

static void json_is_short_and_plain(void **state)
{
    static const struct {
        double value;
        const char *text;
    } rows[] = {
        {0, "0"},
        {-0.0, "0"},
        {1, "1"},
        {-1, "-1"},
        {0.1, "0.1"},
        {2.5, "2.5"},
        {1e6, "1000000"},
        {123456789, "123456789"},
        {1e15, "1e+15"},
        {1.0 / 3, "0.3333333333333333"},
        {0.1 + 0.2, "0.30000000000000004"},
        {1e300, "1e+300"},
        {9007199254740991.0, "9007199254740991"},
        {5e-324, "5e-324"},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        assert_string_equal(rtp_number_json(*state, rows[i].value).ptr, rows[i].text);
    }
}

/* The shortest of what the C library prints and reads back as the same number. */
static void json_is_what_printing_and_reading_finds(void **state)
{
    for (int whole = -3000; whole < 3000; whole++) {
        for (double scale = 1; scale < 1e8; scale *= 10) {
            double value = whole / scale;
            char wanted[64] = "0";
            for (int digits = 15; value != 0 && digits <= 17; digits++) {
                snprintf(wanted, sizeof wanted, "%.*g", digits, value);
                digits = strtod(wanted, NULL) == value ? 17 : digits;
            }
            assert_string_equal(rtp_number_json(*state, value).ptr, wanted);
            rtp_arena_reset(*state);
        }
    }
}

static void json_is_appended_as_it_is_made(void **state)
{
    static const double values[] = {0, -0.0, -1.25, 1e300, 123456789012.5, 1.0 / 3};
    for (size_t i = 0; i < RTP_COUNT(values); i++) {
        rtp_buf out = rtp_buf_make(64);
        rtp_buf_put_char(&out, ' ');
        rtp_number_put_json(values[i], &out);
        assert_string_equal(out.ptr + 1, rtp_number_json(*state, values[i]).ptr);
        rtp_buf_free(&out);
    }
}

static uint64_t next_noise(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005U + 1442695040888963407U;
    return *seed ^ *seed >> 29;
}

static void json_reads_back_equal(void **state)
{
    uint64_t seed = 20270111;
    for (int i = 0; i < 20000; i++) {
        uint64_t bits = next_noise(&seed);
        double value;
        memcpy(&value, &bits, sizeof value);
        if (!(value >= -DBL_MAX && value <= DBL_MAX)) {
            continue;
        }
        double back = strtod(rtp_number_json(*state, value).ptr, NULL);
        assert_memory_equal(&back, &value, sizeof value);
        rtp_arena_reset(*state);
    }
}

/* Sixteenths are exact in binary, so plain integer arithmetic knows their rounded decimals. */
static void rounding_agrees_with_integer_arithmetic(void **state)
{
    for (int sixteenths = 0; sixteenths < 40000; sixteenths++) {
        long long tenths = (sixteenths * 10LL * 2 + 16) / 32;
        char wanted[32];
        snprintf(wanted, sizeof wanted, "%lld.%lld", tenths / 10, tenths % 10);
        assert_string_equal(rtp_number_text(*state, sixteenths / 16.0, 1).ptr, wanted);
        rtp_arena_reset(*state);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(rounds_half_away_from_zero_on_decimal_digits, arena_set_up, arena_tear_down),
        cmocka_unit_test_setup_teardown(very_large_and_very_small_numbers_stay_short, arena_set_up, arena_tear_down),
        cmocka_unit_test(finds_the_fewest_decimals),
        cmocka_unit_test_setup_teardown(json_is_short_and_plain, arena_set_up, arena_tear_down),
        cmocka_unit_test_setup_teardown(json_is_what_printing_and_reading_finds, arena_set_up, arena_tear_down),
        cmocka_unit_test_setup_teardown(json_is_appended_as_it_is_made, arena_set_up, arena_tear_down),
        cmocka_unit_test_setup_teardown(json_reads_back_equal, arena_set_up, arena_tear_down),
        cmocka_unit_test_setup_teardown(rounding_agrees_with_integer_arithmetic, arena_set_up, arena_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
