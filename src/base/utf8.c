/* UTF-8: which bytes form a character, how wide it prints, and whether it is safe to print.
 * Only well-formed sequences count as characters; of anything else each byte counts as one. */
#include "rtopitch/base.h"

#include <string.h>

typedef struct lead { /* a row of Unicode table 3-7: what may follow a first byte */
    unsigned char first, last, length, second_first, second_last;
} lead;

static const lead leads[] = {
    {0x00, 0x7F, 1, 0x00, 0x00}, {0xC2, 0xDF, 2, 0x80, 0xBF}, {0xE0, 0xE0, 3, 0xA0, 0xBF},
    {0xE1, 0xEC, 3, 0x80, 0xBF}, {0xED, 0xED, 3, 0x80, 0x9F}, {0xEE, 0xEF, 3, 0x80, 0xBF},
    {0xF0, 0xF0, 4, 0x90, 0xBF}, {0xF1, 0xF3, 4, 0x80, 0xBF}, {0xF4, 0xF4, 4, 0x80, 0x8F},
};

static const lead *lead_find(unsigned char byte)
{
    for (size_t i = 0; i < RTP_COUNT(leads); i++) {
        if (byte >= leads[i].first && byte <= leads[i].last) {
            return &leads[i];
        }
    }
    return NULL;
}

size_t rtp_utf8_length(const char *text, size_t len)
{
    if (len == 0) {
        return 0;
    }
    const unsigned char *byte = (const unsigned char *)text;
    if (byte[0] < 0x80) {
        return 1;
    }
    const lead *row = lead_find(byte[0]);
    if (!row || len < row->length || byte[1] < row->second_first || byte[1] > row->second_last) {
        return 0;
    }
    for (size_t i = 2; i < row->length; i++) {
        if ((byte[i] & 0xC0U) != 0x80U) {
            return 0;
        }
    }
    return row->length;
}

size_t rtp_utf8_decode(const char *text, size_t len, uint32_t *code_point)
{
    static const unsigned char lead_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    if (len > 0 && (unsigned char)text[0] < 0x80) {
        *code_point = (unsigned char)text[0];
        return 1;
    }
    size_t length = rtp_utf8_length(text, len);
    if (length == 0) {
        return 0;
    }
    uint32_t value = (unsigned char)text[0] & lead_bits[length];
    for (size_t i = 1; i < length; i++) {
        value = value << 6 | ((unsigned char)text[i] & 0x3FU);
    }
    *code_point = value;
    return length;
}

size_t rtp_utf8_encode(uint32_t code_point, char out[4])
{
    static const unsigned char lead_marks[] = {0, 0x00, 0xC0, 0xE0, 0xF0};
    bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (surrogate || code_point > 0x10FFFF) {
        return 0;
    }
    size_t length = code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--) {
        out[i] = (char)(0x80U | (code_point & 0x3FU));
        code_point >>= 6;
    }
    out[0] = (char)(lead_marks[length] | code_point);
    return length;
}

size_t rtp_utf8_count(rtp_str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len; n++) {
        size_t length = rtp_utf8_length(text.ptr + i, text.len - i);
        i += length > 0 ? length : 1;
    }
    return n;
}

typedef struct width_range {
    uint32_t first, last;
} width_range;

#include "base/width_table.inc"

static bool range_holds(const width_range *ranges, size_t n, uint32_t code_point)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (code_point > ranges[middle].last) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < n && code_point >= ranges[low].first;
}

static size_t code_point_width(uint32_t code_point)
{
    if (code_point < 0x300) {
        return 1;
    }
    if (range_holds(width_zero, RTP_COUNT(width_zero), code_point)) {
        return 0;
    }
    return range_holds(width_two, RTP_COUNT(width_two), code_point) ? 2 : 1;
}

/* How many bytes at the start are ASCII, eight at a time; the rest of fewer than eight is not counted. */
static size_t ascii_blocks(rtp_str text)
{
    size_t i = 0;
    for (uint64_t eight; text.len - i >= sizeof eight; i += sizeof eight) {
        memcpy(&eight, text.ptr + i, sizeof eight);
        if ((eight & UINT64_C(0x8080808080808080)) != 0) {
            break;
        }
    }
    return i;
}

size_t rtp_utf8_width(rtp_str text)
{
    size_t width = ascii_blocks(text);
    for (size_t i = width; i < text.len;) {
        if ((unsigned char)text.ptr[i] < 0x80) {
            width++;
            i++;
            continue;
        }
        uint32_t code_point = 0;
        size_t length = rtp_utf8_decode(text.ptr + i, text.len - i, &code_point);
        width += length > 0 ? code_point_width(code_point) : 1;
        i += length > 0 ? length : 1;
    }
    return width;
}

/* Code points that move the cursor, reorder a line or hide text. */
static const width_range unsafe_ranges[] = {
    {0x00, 0x08},     {0x0B, 0x1F},     {0x7F, 0x9F},     {0x61C, 0x61C},   {0x200E, 0x200F},
    {0x2028, 0x202E}, {0x2066, 0x2069}, {0xFDD0, 0xFDEF}, {0xFEFF, 0xFEFF}, {0xE0000, 0xE007F},
};

bool rtp_utf8_is_unsafe(uint32_t code_point)
{
    if (code_point >= 0x20 && code_point < 0x7F) {
        return false;
    }
    bool noncharacter = (code_point & 0xFFFEU) == 0xFFFEU || code_point > 0x10FFFF;
    return noncharacter || range_holds(unsafe_ranges, RTP_COUNT(unsafe_ranges), code_point);
}
