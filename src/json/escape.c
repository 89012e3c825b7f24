/* Reads one backslash escape and gives its UTF-8. Pairs of \u surrogates are one escape; halves
 * are faults, and so is \u0000, at which cJSON would cut the string. */
#include "json/escape.h"

#include <string.h>

enum { HEX_DIGITS = 4, UNIT_LENGTH = 6 /* of \u0041 */ };

static rtp_escape bad_escape(rtp_fault fault, size_t read)
{
    return (rtp_escape){.fault = fault, .read = read};
}

/* The value behind a one-letter escape, 0 when there is none. */
static char short_escape(char letter)
{
    static const char letters[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    const char *found = letter ? strchr(letters, letter) : NULL;
    return (char)(found ? values[found - letters] : '\0');
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Reads "\uXXXX" at text; returns how many bytes fit the form, UNIT_LENGTH when all do. */
static size_t unit_read(const char *text, size_t len, uint32_t *unit)
{
    if (len < 2 || text[0] != '\\' || text[1] != 'u') {
        return 0;
    }
    uint32_t value = 0;
    size_t i = 2;
    for (; i < UNIT_LENGTH && i < len && hex_value(text[i]) >= 0; i++) {
        value = value << HEX_DIGITS | (uint32_t)hex_value(text[i]);
    }
    *unit = value;
    return i;
}

static rtp_escape escape_of(uint32_t code_point, size_t read)
{
    if (code_point == 0) {
        return bad_escape(RTP_FAULT_ZERO, read);
    }
    rtp_escape escape = {.read = read};
    escape.len = rtp_utf8_encode(code_point, escape.utf8);
    return escape;
}

static rtp_escape unicode_escape(const char *text, size_t len)
{
    uint32_t high = 0, low = 0;
    size_t read = unit_read(text, len, &high);
    if (read < UNIT_LENGTH) {
        return bad_escape(RTP_FAULT_ESCAPE, read);
    }
    if (high < 0xD800 || high > 0xDFFF) {
        return escape_of(high, read);
    }
    bool paired =
        high < 0xDC00 && unit_read(text + read, len - read, &low) == UNIT_LENGTH && low >= 0xDC00 && low <= 0xDFFF;
    if (!paired) {
        return bad_escape(RTP_FAULT_SURROGATE, read);
    }
    return escape_of(0x10000 + ((high & 0x3FF) << 10 | (low & 0x3FF)), (size_t)2 * UNIT_LENGTH);
}

rtp_escape rtp_escape_read(const char *text, size_t len)
{
    if (len < 2) {
        return bad_escape(RTP_FAULT_ESCAPE, len);
    }
    if (text[1] == 'u') {
        return unicode_escape(text, len);
    }
    char value = short_escape(text[1]);
    if (!value) {
        return bad_escape(RTP_FAULT_ESCAPE, 1 + rtp_utf8_length(text + 1, len - 1));
    }
    return (rtp_escape){.read = 2, .len = 1, .utf8 = {value}};
}
