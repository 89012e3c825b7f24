/* Numbers as text, the same digits on every machine and under every locale.
 * Rounding works on the decimal digits a reader sees: 1.005 to two decimals is 1.01. */
#include "rtopitch/base.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DIGITS = 17, DECIMALS_MOST = 6, GROUP_FROM = 5 };

/* 0.d1d2d3… times ten to the power of `point`, without zeros at the end; 0 has no digits. */
typedef struct decimal {
    bool negative;
    int point, len;
    char digits[DIGITS + 1]; /* values, not characters */
} decimal;

/* Subnormal numbers have fewer digits than the 15 that are always exact. */
static int fewest_digits(double value)
{
    return fabs(value) < DBL_MIN ? 1 : DBL_DIG;
}

static void trim_zeros(decimal *number)
{
    while (number->len > 0 && number->digits[number->len - 1] == 0) {
        number->len--;
    }
}

/* Nearly every number a person writes is a whole number of millionths. A whole number below 2^53
 * divided by such a power of ten is rounded correctly, so equality proves the digits. */
static bool decimal_short(double value, decimal *out)
{
    static const double powers[DECIMALS_MOST + 1] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    const double most = 1e9;
    const double size = fabs(value);
    for (int k = 0; size < most && k <= DECIMALS_MOST; k++) {
        int64_t whole = (int64_t)(size * powers[k] + 0.5);
        if ((double)whole / powers[k] != size) {
            continue;
        }
        decimal made = {.negative = value < 0};
        for (int64_t rest = whole; rest > 0; rest /= 10) {
            made.len++;
        }
        for (int i = made.len; i-- > 0; whole /= 10) {
            made.digits[i] = (char)(whole % 10);
        }
        made.point = made.len > 0 ? made.len - k : 1;
        trim_zeros(&made);
        *out = made;
        return true;
    }
    return false;
}

static decimal decimal_from(double value)
{
    assert(isfinite(value));
    decimal known;
    if (decimal_short(value, &known)) {
        return known;
    }
    char text[DIGITS + 16];
    int precision = fewest_digits(value);
    do {
        (void)snprintf(text, sizeof text, "%.*e", precision - 1, value);
    } while (precision++ < DIGITS && strtod(text, NULL) != value);

    decimal made = {.negative = value < 0};
    const char *from = text + (text[0] == '-');
    for (; *from != 'e'; from++) {
        if (*from != '.') {
            made.digits[made.len++] = (char)(*from - '0');
        }
    }
    made.point = (int)strtol(from + 1, NULL, 10) + 1;
    trim_zeros(&made);
    return made;
}

static void decimal_round(decimal *number, int decimals)
{
    int keep = number->point + decimals;
    if (keep >= number->len) {
        return;
    }
    bool up = keep >= 0 && number->digits[keep] >= 5;
    number->len = keep > 0 ? keep : 0;
    while (up && number->len > 0 && number->digits[number->len - 1] == 9) {
        number->len--;
    }
    if (up && number->len > 0) {
        number->digits[number->len - 1]++;
    } else if (up) {
        number->digits[number->len++] = 1;
        number->point++;
    }
    trim_zeros(number);
}

int rtp_number_decimals(double value)
{
    decimal number = decimal_from(value);
    decimal_round(&number, DECIMALS_MOST);
    int decimals = number.len - number.point;
    return number.len > 0 && decimals > 0 ? decimals : 0;
}

/* The digit at a power of ten: 0 is the ones, -1 the tenths. */
static char digit_at(const decimal *number, int power)
{
    int i = number->point - 1 - power;
    return (char)('0' + (i >= 0 && i < number->len ? number->digits[i] : 0));
}

rtp_str rtp_number_text(rtp_arena *arena, double value, int decimals)
{
    assert(decimals >= 0);
    decimal number = decimal_from(value);
    decimal_round(&number, decimals);
    int whole = number.len > 0 && number.point > 1 ? number.point : 1;
    /* sign, digits, a comma for three of them, point, decimals */
    char *text = rtp_arena_take(arena, (size_t)whole + (size_t)whole / 3 + (size_t)decimals + 3);
    size_t len = 0;
    if (number.negative && number.len > 0) {
        text[len++] = '-';
    }
    for (int power = whole - 1; power >= 0; power--) {
        text[len++] = digit_at(&number, power);
        if (whole >= GROUP_FROM && power > 0 && power % 3 == 0) {
            text[len++] = ',';
        }
    }
    if (decimals > 0) {
        text[len++] = '.';
    }
    for (int power = -1; power >= -decimals; power--) {
        text[len++] = digit_at(&number, power);
    }
    return (rtp_str){text, len};
}

rtp_str rtp_number_json(rtp_arena *arena, double value)
{
    assert(isfinite(value));
    if (value == 0) {
        return rtp_lit("0"); /* never -0 */
    }
    char text[DIGITS + 16];
    int precision = fewest_digits(value);
    do {
        (void)snprintf(text, sizeof text, "%.*g", precision, value);
    } while (precision++ < DIGITS && strtod(text, NULL) != value);
    return rtp_arena_copy(arena, rtp_str_from(text));
}
