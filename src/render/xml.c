/* Escapes for XML and HTML. Runs of plain characters are copied at once: most texts are one run. */
#include "render/xml.h"

#include "render/stray.h"

static const rtp_str references[] = {RTP_STR(""),      RTP_STR("&amp;"), RTP_STR("&lt;"),  RTP_STR("&gt;"),
                                     RTP_STR("&#34;"), RTP_STR("&#39;"), RTP_STR("&#96;"), RTP_STR("&#61;")};
static const unsigned char reference_of[128] = {
    ['&'] = 1, ['<'] = 2, ['>'] = 3, ['"'] = 4, ['\''] = 5, ['`'] = 6, ['='] = 7};

static bool is_plain(char c)
{
    return (unsigned char)(c - '!') <= '~' - '!' && reference_of[(unsigned char)c] == 0;
}

/* As much as can be copied at once: plain ASCII with single blanks between. `blank`: a blank stands before. */
static size_t plain_length(rtp_str text, bool *blank)
{
    bool seen = *blank;
    size_t i = 0;
    for (; i < text.len; i++) {
        bool now = text.ptr[i] == ' ';
        if (now ? seen : !is_plain(text.ptr[i])) {
            break;
        }
        seen = now;
    }
    *blank = seen;
    return i;
}

/* One character that is not plain; returns how many bytes it took. */
static size_t odd_put(rtp_buf *out, rtp_str text, bool *blank)
{
    unsigned char first = (unsigned char)text.ptr[0];
    size_t len = 1;
    if (first < RTP_COUNT(reference_of) && reference_of[first] > 0) {
        rtp_buf_put(out, references[reference_of[first]]);
        *blank = false;
        return len;
    }
    rtp_stray stray = rtp_stray_at(text, &len);
    rtp_str shown[] = {[RTP_STRAY_NONE] = {text.ptr, len},
                       [RTP_STRAY_BLANK] = {" ", *blank ? 0 : 1},
                       [RTP_STRAY_MARK] = RTP_STR(RTP_STRAY_REPLACEMENT),
                       [RTP_STRAY_HIDDEN] = {"", 0}};
    rtp_buf_put(out, shown[stray]);
    *blank = stray == RTP_STRAY_BLANK || (*blank && stray == RTP_STRAY_HIDDEN);
    return len;
}

void rtp_xml_put(rtp_buf *out, rtp_str text)
{
    bool blank = false;
    while (text.len > 0) {
        size_t len = plain_length(text, &blank);
        if (len > 0) {
            rtp_buf_put(out, (rtp_str){text.ptr, len});
        } else {
            len = odd_put(out, text, &blank);
        }
        text.ptr += len;
        text.len -= len;
    }
}

void rtp_xml_put_number(rtp_buf *out, long number)
{
    enum { DIGITS_MOST = 24 };
    char digits[DIGITS_MOST];
    size_t at = DIGITS_MOST;
    unsigned long rest = number < 0 ? 0UL - (unsigned long)number : (unsigned long)number;
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (number < 0) {
        digits[--at] = '-';
    }
    rtp_buf_put(out, (rtp_str){digits + at, DIGITS_MOST - at});
}
