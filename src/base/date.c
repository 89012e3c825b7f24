/* Calendar dates of the years 1900 to 2199 by own arithmetic.
 * The C library's would bring time zones, locales and static buffers, and none of them is wanted. */
#include "rtopitch/base.h"

#include <assert.h>

enum { YEAR_FIRST = 1900, YEAR_LAST = 2199, DAYS_BEFORE_1970 = 719468 };

typedef struct civil {
    int year, month, day; /* month and day from 1 */
} civil;

static const char *const month_names[12] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December",
};

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month)
{
    static const int days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

/* Counting the year from March puts the leap day last, so that 153 days span any five months;
 * 146,097 days span 400 years. */
static rtp_date date_from_civil(civil c)
{
    int year = c.month > 2 ? c.year : c.year - 1;
    int month = c.month > 2 ? c.month - 3 : c.month + 9;
    int era = year / 400, year_of_era = year % 400;
    int day_of_year = (153 * month + 2) / 5 + c.day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - DAYS_BEFORE_1970;
}

static civil civil_from_date(rtp_date date)
{
    int days = date + DAYS_BEFORE_1970;
    assert(days >= 0);
    int era = days / 146097, day_of_era = days % 146097;
    int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int month = (5 * day_of_year + 2) / 153;
    int day = day_of_year - (153 * month + 2) / 5 + 1;
    int year = era * 400 + year_of_era + (month >= 10);
    return (civil){year, month < 10 ? month + 3 : month - 9, day};
}

/* -1 when one of the n characters is no digit. */
static int digits_value(const char *text, size_t n)
{
    int value = 0;
    for (size_t i = 0; i < n; i++) {
        if (text[i] < '0' || text[i] > '9') {
            return -1;
        }
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

static bool parse_year_month(rtp_str text, civil *c)
{
    if (text.len < 7 || text.ptr[4] != '-') {
        return false;
    }
    int year = digits_value(text.ptr, 4);
    int month = digits_value(text.ptr + 5, 2);
    if (year < YEAR_FIRST || year > YEAR_LAST || month < 1 || month > 12) {
        return false;
    }
    *c = (civil){year, month, 1};
    return true;
}

bool rtp_date_parse(rtp_str text, rtp_date *date)
{
    civil c;
    if (text.len != 10 || text.ptr[7] != '-' || !parse_year_month(text, &c)) {
        return false;
    }
    c.day = digits_value(text.ptr + 8, 2);
    if (c.day < 1 || c.day > days_in_month(c.year, c.month)) {
        return false;
    }
    *date = date_from_civil(c);
    return true;
}

bool rtp_month_parse(rtp_str text, rtp_month *month)
{
    civil c;
    if (text.len != 7 || !parse_year_month(text, &c)) {
        return false;
    }
    *month = c.year * 12 + c.month - 1;
    return true;
}

/* ---- dates as text: documents print dozens, and printf is slow ---- */

enum { TEXT_MOST = 40 };

typedef struct line {
    char bytes[TEXT_MOST];
    size_t len;
} line;

/* At least `width` digits. */
static void put_number(line *out, int number, size_t width)
{
    char digits[TEXT_MOST / 2];
    size_t len = 0;
    for (; number > 0 || len < width; number /= 10) {
        digits[len++] = (char)('0' + number % 10);
    }
    while (len > 0) {
        out->bytes[out->len++] = digits[--len];
    }
}

static void put_part(line *out, char before, int number)
{
    out->bytes[out->len++] = before;
    put_number(out, number, 2);
}

/* 0 is January. */
static void put_month(line *out, int month, int year)
{
    for (const char *name = month_names[month]; *name; name++) {
        out->bytes[out->len++] = *name;
    }
    out->bytes[out->len++] = ' ';
    put_number(out, year, 1);
}

static rtp_str line_keep(rtp_arena *arena, const line *text)
{
    return rtp_arena_copy(arena, (rtp_str){text->bytes, text->len});
}

rtp_str rtp_date_iso(rtp_arena *arena, rtp_date date)
{
    civil c = civil_from_date(date);
    line text = {.len = 0};
    put_number(&text, c.year, 4);
    put_part(&text, '-', c.month);
    put_part(&text, '-', c.day);
    return line_keep(arena, &text);
}

rtp_str rtp_date_long(rtp_arena *arena, rtp_date date)
{
    civil c = civil_from_date(date);
    line text = {.len = 0};
    put_number(&text, c.day, 1);
    text.bytes[text.len++] = ' ';
    put_month(&text, c.month - 1, c.year);
    return line_keep(arena, &text);
}

rtp_str rtp_month_iso(rtp_arena *arena, rtp_month month)
{
    assert(month >= 0);
    line text = {.len = 0};
    put_number(&text, month / 12, 4);
    put_part(&text, '-', month % 12 + 1);
    return line_keep(arena, &text);
}

rtp_str rtp_month_long(rtp_arena *arena, rtp_month month)
{
    assert(month >= 0);
    line text = {.len = 0};
    put_month(&text, month % 12, month / 12);
    return line_keep(arena, &text);
}

rtp_month rtp_date_month(rtp_date date)
{
    civil c = civil_from_date(date);
    return c.year * 12 + c.month - 1;
}

rtp_date rtp_month_first(rtp_month month)
{
    return date_from_civil((civil){month / 12, month % 12 + 1, 1});
}

int rtp_date_weekday(rtp_date date)
{
    int days = (date + 3) % 7; /* 1970-01-01 was a Thursday */
    return days < 0 ? days + 7 : days;
}
