/* Numbers as text, the same digits on every machine and under every locale.
 * Rounding works on the decimal digits a reader sees: 1.005 to two decimals is 1.01. */
#include "rtopitch/base.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    DIGITS = 17,
    DECIMALS_MOST = 6,
    GROUP_FROM = 5,
    SHOWN_MOST = 15,        /* digits that a reader is shown; also those before the point */
    TINY_POINT = -5,        /* of a millionth, 0.1e-5 */
    TINY_DECIMALS = 30,     /* nobody asks for more */
    TEXT_SIZE = DIGITS + 16 /* of sign, digits, point and exponent */
};

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
    char text[TEXT_SIZE];
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

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

static bool is_tiny(const decimal *number)
{
    return number->len > 0 && number->point < TINY_POINT;
}

int rtp_number_decimals(double value)
{
    decimal number = decimal_from(value);
    decimal_round(&number, is_tiny(&number) ? DECIMALS_MOST - number.point : DECIMALS_MOST);
    int decimals = number.len - number.point;
    return number.len > 0 && decimals > 0 ? smaller(decimals, TINY_DECIMALS) : 0;
}

/* The digit at a power of ten: 0 is the ones, -1 the tenths. */
static char digit_at(const decimal *number, int power)
{
    int i = number->point - 1 - power;
    return (char)('0' + (i >= 0 && i < number->len ? number->digits[i] : 0));
}

/* "1.5e300": for what no reader could count the zeros of. */
static rtp_str scientific_text(rtp_arena *arena, decimal *number)
{
    decimal_round(number, SHOWN_MOST - number->point);
    char digits[TEXT_SIZE];
    size_t len = 0;
    for (int i = 1; i < number->len; i++) {
        digits[len++] = (char)('0' + number->digits[i]);
    }
    return rtp_arena_format(arena, "%s%d%s%.*se%d", number->negative ? "-" : "", number->digits[0], len > 0 ? "." : "",
                            (int)len, digits, number->point - 1);
}

/* So many decimals, unless more digits than a double holds would be shown. */
static int decimals_within(const decimal *number, int decimals)
{
    int room = SHOWN_MOST - number->point;
    return room < 0 ? 0 : smaller(decimals, room);
}

rtp_str rtp_number_text(rtp_arena *arena, double value, int decimals)
{
    assert(decimals >= 0);
    decimal number = decimal_from(value);
    if (is_tiny(&number)) {
        return scientific_text(arena, &number);
    }
    decimal_round(&number, decimals_within(&number, decimals));
    if (number.len > 0 && number.point > SHOWN_MOST) {
        return scientific_text(arena, &number);
    }
    decimals = decimals_within(&number, decimals); /* rounding up may have added a digit */
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

/* ---- JSON ---- */

static size_t write_plain(const decimal *number, char *text)
{
    size_t len = 0;
    if (number->negative) {
        text[len++] = '-';
    }
    for (int power = number->point > 1 ? number->point - 1 : 0; power >= 0; power--) {
        text[len++] = digit_at(number, power);
    }
    if (number->len > number->point) {
        text[len++] = '.';
    }
    for (int power = -1; power >= number->point - number->len; power--) {
        text[len++] = digit_at(number, power);
    }
    return len;
}

/* Most numbers are short, and for them nothing has to be printed and read back. */
static size_t write_json(double value, char *text)
{
    const double plain_from = 1e-4; /* smaller ones have an exponent */
    assert(isfinite(value));
    decimal number;
    if ((value == 0 || fabs(value) >= plain_from) && decimal_short(value, &number)) {
        return write_plain(&number, text); /* 0 is not negative, so there is no -0 */
    }
    int precision = fewest_digits(value);
    do {
        (void)snprintf(text, TEXT_SIZE, "%.*g", precision, value);
    } while (precision++ < DIGITS && strtod(text, NULL) != value);
    return strlen(text);
}

rtp_str rtp_number_json(rtp_arena *arena, double value)
{
    char text[TEXT_SIZE];
    size_t len = write_json(value, text);
    return rtp_arena_copy(arena, (rtp_str){text, len});
}

void rtp_number_put_json(double value, rtp_buf *out)
{
    char text[TEXT_SIZE];
    size_t len = write_json(value, text);
    rtp_buf_put(out, (rtp_str){text, len});
}
