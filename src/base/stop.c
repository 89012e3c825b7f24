/* What ends a sentence, in the scripts that people write their own words in. Words that end already
 * must not get a second full stop, and some stand in our sentences without their own. */
#include "rtopitch/base.h"

typedef struct end_mark {
    rtp_str mark;
    bool full_stop;
} end_mark;

/* Those beyond ASCII: of Chinese and Japanese, Arabic and Urdu, Hindi, Armenian, Amharic and Greek. */
static const end_mark end_marks[] = {
    {RTP_STR("\u2026"), false}, {RTP_STR("\u3002"), true},  {RTP_STR("\uFF0E"), true},  {RTP_STR("\uFF61"), true},
    {RTP_STR("\uFF01"), false}, {RTP_STR("\uFF1F"), false}, {RTP_STR("\u061F"), false}, {RTP_STR("\u06D4"), true},
    {RTP_STR("\u0964"), true},  {RTP_STR("\u0589"), true},  {RTP_STR("\u1362"), true},  {RTP_STR("\u1367"), false},
    {RTP_STR("\u037E"), false}, {RTP_STR("\u203C"), false}, {RTP_STR("\u203D"), false}, {RTP_STR("\u2047"), false},
    {RTP_STR("\u2048"), false}, {RTP_STR("\u2049"), false},
};

static const end_mark *find_mark(rtp_str text)
{
    size_t i = 0;
    while (i < RTP_COUNT(end_marks) && !rtp_str_ends(text, end_marks[i].mark)) {
        i++;
    }
    return i < RTP_COUNT(end_marks) ? &end_marks[i] : NULL;
}

static bool is_ascii(rtp_str text)
{
    return text.len > 0 && (unsigned char)text.ptr[text.len - 1] < 0x80;
}

static unsigned char byte_before_end(rtp_str text, size_t back)
{
    return text.len >= back ? (unsigned char)text.ptr[text.len - back] : 0;
}

/* In Greek a semicolon asks; most keyboards write it as the one of ASCII. */
static bool ends_with_greek(rtp_str text)
{
    unsigned char lead = byte_before_end(text, 2);
    return (lead >= 0xCD && lead <= 0xCF) || (byte_before_end(text, 3) == 0xE1 && lead >= 0xBC);
}

size_t rtp_str_full_stop(rtp_str text)
{
    if (is_ascii(text)) {
        return rtp_str_ends(text, rtp_lit(".")) && !rtp_str_ends(text, rtp_lit(".."));
    }
    const end_mark *found = find_mark(text);
    return found && found->full_stop ? found->mark.len : 0;
}

bool rtp_str_is_ended(rtp_str text)
{
    if (!is_ascii(text)) {
        return find_mark(text) != NULL;
    }
    char last = text.ptr[text.len - 1];
    rtp_str before = {text.ptr, text.len - 1};
    return last == '.' || last == '!' || last == '?' || (last == ';' && ends_with_greek(before));
}
