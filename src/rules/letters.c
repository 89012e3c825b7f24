/* Case for Latin, Greek and Cyrillic letters from a table of ranges, since the C library's needs a
 * locale. Only simple one-to-one pairs are held: a first letter needs no more. */
#include "rules/letters.h"

#include <string.h>

typedef struct case_range {
    uint16_t lower_first, lower_last;
    uint16_t step; /* 1: each is a lower-case letter; 2: every second one */
    int16_t upper; /* add this for the upper-case letter */
} case_range;

static const case_range ranges[] = {
    {'a', 'z', 1, -32},       {0x00E0, 0x00F6, 1, -32}, {0x00F8, 0x00FE, 1, -32}, {0x00FF, 0x00FF, 1, 121},
    {0x0101, 0x012F, 2, -1},  {0x0133, 0x0137, 2, -1},  {0x013A, 0x0148, 2, -1},  {0x014B, 0x0177, 2, -1},
    {0x017A, 0x017E, 2, -1},  {0x0219, 0x021B, 2, -1},  {0x03AC, 0x03AC, 1, -38}, {0x03AD, 0x03AF, 1, -37},
    {0x03B1, 0x03C1, 1, -32}, {0x03C3, 0x03CB, 1, -32}, {0x03CC, 0x03CC, 1, -64}, {0x03CD, 0x03CE, 1, -63},
    {0x0430, 0x044F, 1, -32}, {0x0450, 0x045F, 1, -80}, {0x0491, 0x0491, 1, -1},  {0x1EA1, 0x1EF9, 2, -1},
};

static bool in_range(const case_range *range, int32_t lower)
{
    return lower >= range->lower_first && lower <= range->lower_last && (lower - range->lower_first) % range->step == 0;
}

/* Most letters are those of ASCII, which no range beyond the first concerns. */
enum { ASCII_END = 0x80 };

uint32_t rtp_letter_upper(uint32_t code_point)
{
    if (code_point < ASCII_END) {
        return code_point >= 'a' && code_point <= 'z' ? code_point - ('a' - 'A') : code_point;
    }
    for (size_t i = 0; i < RTP_COUNT(ranges); i++) {
        if (code_point <= 0xFFFF && in_range(&ranges[i], (int32_t)code_point)) {
            return (uint32_t)((int32_t)code_point + ranges[i].upper);
        }
    }
    return code_point;
}

uint32_t rtp_letter_lower(uint32_t code_point)
{
    if (code_point < ASCII_END) {
        return code_point >= 'A' && code_point <= 'Z' ? code_point + ('a' - 'A') : code_point;
    }
    for (size_t i = 0; i < RTP_COUNT(ranges); i++) {
        if (code_point <= 0xFFFF && in_range(&ranges[i], (int32_t)code_point - ranges[i].upper)) {
            return (uint32_t)((int32_t)code_point - ranges[i].upper);
        }
    }
    return code_point;
}

bool rtp_letter_is_upper(uint32_t code_point)
{
    return rtp_letter_lower(code_point) != code_point;
}

bool rtp_letter_is(uint32_t code_point)
{
    bool cased = rtp_letter_is_upper(code_point) || rtp_letter_upper(code_point) != code_point;
    bool mark = code_point == 0x00D7 || code_point == 0x00F7 || (code_point >= 0x2000 && code_point < 0x2C00);
    return cased || (code_point >= 0x00C0 && !mark);
}

static rtp_str with_first(rtp_str text, size_t old_len, uint32_t first, rtp_arena *arena)
{
    char bytes[4];
    rtp_str parts[] = {{bytes, rtp_utf8_encode(first, bytes)}, {text.ptr + old_len, text.len - old_len}};
    return rtp_arena_join(arena, parts, 2, rtp_lit(""));
}

rtp_str rtp_text_capital(rtp_str text, rtp_arena *arena)
{
    uint32_t first = 0;
    size_t len = rtp_utf8_decode(text.ptr, text.len, &first);
    uint32_t upper = len ? rtp_letter_upper(first) : first;
    return upper == first ? text : with_first(text, len, upper, arena);
}

static const rtp_str proper_words[] = {
    RTP_STR("Monday"),    RTP_STR("Tuesday"), RTP_STR("Wednesday"), RTP_STR("Thursday"), RTP_STR("Friday"),
    RTP_STR("Saturday"),  RTP_STR("Sunday"),  RTP_STR("January"),   RTP_STR("February"), RTP_STR("March"),
    RTP_STR("April"),     RTP_STR("May"),     RTP_STR("June"),      RTP_STR("July"),     RTP_STR("August"),
    RTP_STR("September"), RTP_STR("October"), RTP_STR("November"),  RTP_STR("December"),
};

static rtp_str first_word(rtp_str text)
{
    size_t len = 0;
    while (len < text.len && text.ptr[len] != ' ') {
        len++;
    }
    return (rtp_str){text.ptr, len};
}

static bool is_proper(rtp_str word)
{
    for (size_t i = 0; i < RTP_COUNT(proper_words); i++) {
        if (rtp_str_starts(word, proper_words[i])) {
            return true;
        }
    }
    return rtp_str_equal(word, rtp_lit("I"));
}

/* "PCI", "GitHub", "C++", "Q3", "I'd": upper case or something that is no letter comes soon after. */
static bool is_deliberate(rtp_str word, size_t first_len)
{
    size_t at = first_len;
    uint32_t next = 0;
    for (size_t len; at < word.len && (len = rtp_utf8_decode(word.ptr + at, word.len - at, &next)) > 0; at += len) {
        bool second = at == first_len;
        bool ends = next == ',' || next == ';' || next == ':' || next == '.';
        if (rtp_letter_is_upper(next) || (second && !ends && !rtp_letter_is(next))) {
            return true;
        }
    }
    return false;
}

rtp_str rtp_text_lower(rtp_str text, rtp_arena *arena)
{
    rtp_str word = first_word(text);
    uint32_t first = 0;
    size_t len = rtp_utf8_decode(word.ptr, word.len, &first);
    uint32_t lower = len ? rtp_letter_lower(first) : first;
    if (lower == first || is_proper(word) || is_deliberate(word, len)) {
        return text;
    }
    return with_first(text, len, lower, arena);
}

static bool is_word_byte(char c)
{
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= ASCII_END;
    return letter || (c >= '0' && c <= '9');
}

rtp_str rtp_text_first_word(rtp_str text)
{
    size_t len = 0;
    while (len < text.len && is_word_byte(text.ptr[len])) {
        len++;
    }
    return (rtp_str){text.ptr, len};
}

bool rtp_text_holds(rtp_str text, rtp_str word)
{
    for (size_t i = 0; i + word.len <= text.len; i++) {
        if (memcmp(text.ptr + i, word.ptr, word.len) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_blank(char c)
{
    return (unsigned char)c <= ' ' && (c == ' ' || c == '\t' || c == '\n' || c == '\r');
}

/* Nearly every text is joined already, and every printed fact passes here: one look a byte. */
#define EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Of eight bytes: is one below a blank, or do two blanks follow each other? A byte behind a hit may
 * count as one too, so this is a reason to look closer and no more. */
static bool is_doubtful(const char *ptr)
{
    const uint64_t ones = EACH_BYTE(0x01), highs = EACH_BYTE(0x80);
    uint64_t word;
    memcpy(&word, ptr, sizeof word);
    uint64_t apart = word ^ EACH_BYTE(' ');
    uint64_t blanks = (apart - ones) & ~apart & highs;
    uint64_t below = (word - EACH_BYTE(' ')) & ~word & highs;
    return (below | (blanks & (blanks >> 8))) != 0;
}

static bool is_joined_each(rtp_str text)
{
    bool before = true;
    for (size_t i = 0; i < text.len; i++) {
        bool blank = is_blank(text.ptr[i]);
        if (blank && (before || text.ptr[i] != ' ')) {
            return false;
        }
        before = blank;
    }
    return text.len == 0 || !before;
}

/* Steps of seven, so that every two neighbours are looked at together. */
static bool is_joined(rtp_str text)
{
    const size_t width = sizeof(uint64_t);
    if (text.len < width || is_blank(text.ptr[0]) || is_blank(text.ptr[text.len - 1])) {
        return is_joined_each(text);
    }
    size_t at = 0, last = text.len - width;
    while (at < last && !is_doubtful(text.ptr + at)) {
        at += width - 1;
    }
    return (at >= last && !is_doubtful(text.ptr + last)) || is_joined_each(text);
}

rtp_str rtp_text_joined(rtp_str text, rtp_arena *arena)
{
    if (is_joined(text)) {
        return text;
    }
    rtp_str trimmed = rtp_str_trim(text);
    char *out = rtp_arena_take(arena, trimmed.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < trimmed.len; i++) {
        char c = trimmed.ptr[i];
        if (!is_blank(c)) {
            out[len++] = c;
        } else if (!is_blank(trimmed.ptr[i - 1])) {
            out[len++] = ' ';
        }
    }
    return (rtp_str){out, len};
}
