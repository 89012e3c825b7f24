/* Checks one JSON number: the grammar, and that it is below 1e308 in magnitude. The magnitude is
 * worked out from the digits, since strtod would read the locale's decimal point. */
#include "json/scan.h"

enum { MAGNITUDE_LIMIT = 308, EXPONENT_ENOUGH = 100000000 /* beyond any text's own length */ };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* At least one digit; the place of the fault is where it is missing. */
static bool skip_digits(rtp_scan *scan)
{
    if (!is_digit(scan->text[scan->at])) {
        return rtp_scan_stop(scan, RTP_FAULT_NUMBER, scan->at, 1);
    }
    while (is_digit(scan->text[scan->at])) {
        scan->at++;
    }
    return true;
}

static bool skip_whole(rtp_scan *scan)
{
    if (scan->text[scan->at] != '0') {
        return skip_digits(scan);
    }
    scan->at++;
    return !is_digit(scan->text[scan->at]) || rtp_scan_stop(scan, RTP_FAULT_NUMBER, scan->at, 1);
}

static bool skip_fraction(rtp_scan *scan)
{
    if (scan->text[scan->at] != '.') {
        return true;
    }
    scan->at++;
    return skip_digits(scan);
}

static bool skip_exponent(rtp_scan *scan, bool *has_exponent)
{
    *has_exponent = (scan->text[scan->at] | 0x20) == 'e';
    if (!*has_exponent) {
        return true;
    }
    scan->at++;
    if (scan->text[scan->at] == '+' || scan->text[scan->at] == '-') {
        scan->at++;
    }
    return skip_digits(scan);
}

/* The power of ten that the digits before an exponent stand for; false when all are zeros. */
static bool mantissa_power(const char **cursor, long *power)
{
    bool fraction = false, significant = false;
    *power = -1;
    const char *ptr = *cursor;
    for (; is_digit(*ptr) || *ptr == '.'; ptr++) {
        fraction = fraction || *ptr == '.';
        significant = significant || (is_digit(*ptr) && *ptr != '0');
        bool counts = is_digit(*ptr) && (fraction ? !significant : significant);
        *power += counts ? (fraction ? -1 : 1) : 0;
    }
    *cursor = ptr;
    return significant;
}

static long exponent_value(const char *ptr)
{
    bool minus = *ptr == '-';
    ptr += minus || *ptr == '+';
    long value = 0;
    for (; is_digit(*ptr) && value < EXPONENT_ENOUGH; ptr++) {
        value = value * 10 + (*ptr - '0');
    }
    return minus ? -value : value;
}

/* Of a number that fits the grammar. */
static bool is_small(const char *ptr)
{
    long power;
    ptr += *ptr == '-';
    if (!mantissa_power(&ptr, &power)) {
        return true;
    }
    return power + ((*ptr | 0x20) == 'e' ? exponent_value(ptr + 1) : 0) < MAGNITUDE_LIMIT;
}

bool rtp_scan_number(rtp_scan *scan)
{
    size_t start = scan->at;
    bool has_exponent = false;
    scan->at += scan->text[start] == '-';
    if (!skip_whole(scan) || !skip_fraction(scan) || !skip_exponent(scan, &has_exponent)) {
        return false;
    }
    size_t length = scan->at - start;
    if ((has_exponent || length >= MAGNITUDE_LIMIT) && !is_small(scan->text + start)) {
        return rtp_scan_stop(scan, RTP_FAULT_RANGE, start, length);
    }
    return true;
}
