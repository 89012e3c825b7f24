/* ISO 8601 in the one form that the services use, with or without fractions, and with every way they
 * write an offset. A leap second counts as the second before it. */
#include "import/moment.h"

#include <assert.h>
#include <stdlib.h>

enum { DAY = 86400, DAY_LENGTH = 10, TIME_LENGTH = 9 /* "T06:07:08" */ };

/* Two digits below `limit`, or -1. */
static int two_digits(rtp_str text, size_t at, int limit)
{
    if (at + 2 > text.len || text.ptr[at] < '0' || text.ptr[at] > '9' || text.ptr[at + 1] < '0' ||
        text.ptr[at + 1] > '9') {
        return -1;
    }
    int value = (text.ptr[at] - '0') * 10 + (text.ptr[at + 1] - '0');
    return value < limit ? value : -1;
}

static size_t fraction_end(rtp_str text, size_t at)
{
    if (at < text.len && text.ptr[at] == '.') {
        for (at++; at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9'; at++) {
        }
    }
    return at;
}

/* "Z", "+01:00", "+0100" as seconds. */
static bool read_offset(rtp_str text, int *seconds)
{
    if (rtp_str_equal(text, rtp_lit("Z"))) {
        *seconds = 0;
        return true;
    }
    bool colon = text.len == 6 && text.ptr[3] == ':';
    if ((text.len != 5 && !colon) || (text.ptr[0] != '+' && text.ptr[0] != '-')) {
        return false;
    }
    int hours = two_digits(text, 1, 24), minutes = two_digits(text, colon ? 4 : 3, 60);
    int length = hours * 3600 + minutes * 60;
    *seconds = text.ptr[0] == '-' ? -length : length;
    return hours >= 0 && minutes >= 0;
}

bool rtp_moment_read(rtp_str text, rtp_moment *moment)
{
    rtp_date day = 0;
    if (text.len < DAY_LENGTH + TIME_LENGTH + 1 || !rtp_date_parse((rtp_str){text.ptr, DAY_LENGTH}, &day) ||
        text.ptr[10] != 'T' || text.ptr[13] != ':' || text.ptr[16] != ':') {
        return false;
    }
    int hours = two_digits(text, 11, 24), minutes = two_digits(text, 14, 60), seconds = two_digits(text, 17, 61);
    size_t zone = fraction_end(text, DAY_LENGTH + TIME_LENGTH);
    int offset = 0;
    if (hours < 0 || minutes < 0 || seconds < 0 || !read_offset((rtp_str){text.ptr + zone, text.len - zone}, &offset)) {
        return false;
    }
    seconds = seconds == 60 ? 59 : seconds;
    moment->day = day;
    moment->seconds = (int64_t)day * DAY + hours * 3600 + minutes * 60 + seconds - offset;
    return true;
}

double rtp_moment_hours(rtp_moment from, rtp_moment to)
{
    int64_t tenths_of_seconds = (to.seconds - from.seconds) * 10;
    int64_t half = tenths_of_seconds < 0 ? -1800 : 1800;
    return (double)((tenths_of_seconds + half) / 3600) / 10;
}

static int by_size(const void *left, const void *right)
{
    const double *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

double rtp_median(double *values, size_t n)
{
    assert(n > 0);
    qsort(values, n, sizeof *values, by_size);
    double upper = values[n / 2];
    return n % 2 == 1 ? upper : (values[n / 2 - 1] + upper) / 2;
}
