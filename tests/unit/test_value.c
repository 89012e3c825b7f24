/* floor: facts */
#include "facts_support.h"

#include "facts/value.h"

#include <math.h>

static const rtp_row row = {.fact = {.name = "some.number", .type = RTP_NUMBER}, .pointer = "/some/#/number"};

static rtp_site site_at(size_t item)
{
    return (rtp_site){.row = &row, .item = item};
}

static void decimals_agree_with_those_that_print(void **state)
{
    (void)state;
    static const double numbers[] = {0,    1,     -1,        0.1,          31.5,  87.25,      0.125,       1.005,
                                     6.25, 1e-6,  1e-7,      0.3333333333, 1e9,   123456.789, 999999999.5, 1e15,
                                     1e20, 1e300, 0.1 + 0.2, 2.675,        -0.05, 100.000001, 5e-324};
    for (size_t i = 0; i < RTP_COUNT(numbers); i++) {
        if (rtp_value_decimals(numbers[i]) != rtp_number_decimals(numbers[i])) {
            fail_msg("%.17g: %d, not %d", numbers[i], rtp_value_decimals(numbers[i]), rtp_number_decimals(numbers[i]));
        }
    }
}

static void rounding_takes_the_noise_away(void **state)
{
    (void)state;
    static const struct {
        double number;
        int decimals;
        const char *text;
        int printed;
    } cases[] = {
        {31.1 - 24.9, 1, "6.2", 1},
        {31.1 - 24.85, 2, "6.25", 2},
        {0.1 + 0.2, 2, "0.3", 1},
        {377.3 / 12, 2, "31.44", 2},
        {2.5, 0, "3", 0},
        {-2.5, 0, "-3", 0},
        {-0.04, 1, "0", 0},
        {100, 2, "100", 0},
        {12345.678, 1, "12,345.7", 1},
        {1e12 + 0.25, 1, "1,000,000,000,000.3", 1},
        {3e-7 - 1e-7, 7, "2e-7", 7},
        {1e-20, 30, "1e-20", 20},
        {0.1 + 0.2, 15, "0.3", 1},
        {1.5e300, 1, "1.5e300", 0},
    };
    assert_false(signbit(rtp_value_round(-0.04, 1)));
    rtp_arena *arena = rtp_arena_make();
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_site at = site_at(0);
        rtp_value value = rtp_value_decimal(&at, cases[i].number, cases[i].decimals);
        rtp_str text = rtp_value_text(&value, arena);
        if (!rtp_str_equal(text, rtp_str_from(cases[i].text)) || value.decimals != cases[i].printed) {
            fail_msg("\"%.*s\" with %d decimals, not \"%s\"", RTP_FMT(text), value.decimals, cases[i].text);
        }
    }
    rtp_arena_free(arena);
}

static void a_number_that_is_not_finite_is_unknown(void **state)
{
    (void)state;
    rtp_site at = site_at(0);
    assert_false(rtp_value_decimal(&at, INFINITY, 1).known);
    assert_false(rtp_value_decimal(&at, NAN, 1).known);
    assert_true(rtp_value_decimal(&at, 1e308, 1).known);
}

static void a_given_number_stays_as_given(void **state)
{
    (void)state;
    rtp_site at = site_at(0);
    assert_true(rtp_value_number(&at, 0.123456789).number == 0.123456789);
    assert_int_equal(rtp_value_number(&at, 0.123456789).decimals, 6);
}

static void pointers_name_the_item(void **state)
{
    (void)state;
    static const struct {
        const char *pointer;
        uint32_t index;
        const char *text;
    } cases[] = {
        {"/concerns/#/said", 0, "/concerns/0/said"},
        {"/concerns/#/said", 12, "/concerns/12/said"},
        {"/practices/already/#", 4000000000U, "/practices/already/4000000000"},
        {"/person/name", 7, "/person/name"},
    };
    rtp_arena *arena = rtp_arena_make();
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_origin origin = {.pointer = cases[i].pointer, .index = cases[i].index};
        assert_true(rtp_str_equal(rtp_origin_pointer(&origin, arena), rtp_str_from(cases[i].text)));
    }
    assert_null(rtp_origin_pointer(&(rtp_origin){.kind = RTP_FROM_FORMULA}, arena).ptr);
    rtp_arena_free(arena);
}

static void every_type_has_a_text(void **state)
{
    (void)state;
    static const rtp_str three[] = {RTP_STR("a"), RTP_STR("b"), RTP_STR("c")};
    static const struct {
        rtp_value value;
        const char *text;
    } cases[] = {
        {{.known = true, .type = RTP_TEXT, .text = RTP_STR("as it is")}, "as it is"},
        {{.known = true, .type = RTP_WORD, .text = RTP_STR("push_back")}, "push_back"},
        {{.known = true, .type = RTP_NUMBER, .number = 31.1, .decimals = 1}, "31.1"},
        {{.known = true, .type = RTP_NUMBER, .number = 12000}, "12,000"},
        {{.known = true, .type = RTP_FLAG, .flag = true}, "yes"},
        {{.known = true, .type = RTP_FLAG, .flag = false}, "no"},
        {{.known = true, .type = RTP_DATE, .date = 0}, "1 January 1970"},
        {{.known = true, .type = RTP_MONTH, .month = 2027 * 12}, "January 2027"},
        {{.known = true, .type = RTP_LIST, .list = {three, 1}}, "a"},
        {{.known = true, .type = RTP_LIST, .list = {three, 2}}, "a and b"},
        {{.known = true, .type = RTP_LIST, .list = {three, 3}}, "a, b and c"},
        {{.known = true, .type = RTP_LIST, .list = {NULL, 0}}, ""},
        {{.known = false, .type = RTP_TEXT, .text = RTP_STR("hidden")}, ""},
    };
    rtp_arena *arena = rtp_arena_make();
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_str text = rtp_value_text(&cases[i].value, arena);
        if (!rtp_str_equal(text, rtp_str_from(cases[i].text))) {
            fail_msg("\"%.*s\", not \"%s\"", RTP_FMT(text), cases[i].text);
        }
    }
    rtp_arena_free(arena);
}

static void dates_stay_inside_the_calendar(void **state)
{
    (void)state;
    rtp_date last = 0;
    rtp_date first = 0;
    assert_true(rtp_date_parse(rtp_lit("2199-12-31"), &last));
    assert_true(rtp_date_parse(rtp_lit("1900-01-01"), &first));
    assert_int_equal(rtp_date_after(last, 0), last);
    assert_int_equal(rtp_date_after(last, 1), RTP_DATE_UNKNOWN);
    assert_int_equal(rtp_date_after(first, -1), RTP_DATE_UNKNOWN);
    assert_int_equal(rtp_date_after(first, (int64_t)last - first), last);
    assert_int_equal(rtp_date_after(RTP_DATE_UNKNOWN, 5), RTP_DATE_UNKNOWN);
    assert_int_equal(rtp_date_after(0, INT64_C(1) << 40), RTP_DATE_UNKNOWN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decimals_agree_with_those_that_print),
        cmocka_unit_test(rounding_takes_the_noise_away),
        cmocka_unit_test(a_number_that_is_not_finite_is_unknown),
        cmocka_unit_test(a_given_number_stays_as_given),
        cmocka_unit_test(pointers_name_the_item),
        cmocka_unit_test(every_type_has_a_text),
        cmocka_unit_test(dates_stay_inside_the_calendar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
