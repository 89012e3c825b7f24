/* Sorts out characters that no document should hold. Formats ask for each one that is not plainly
 * harmless, so this is off the fast path. */
#include "render/stray.h"

static bool is_blank(uint32_t code_point)
{
    return code_point == ' ' || (code_point >= '\t' && code_point <= '\r') || code_point == 0x85 ||
           code_point == 0x2028 || code_point == 0x2029;
}

static bool is_noncharacter(uint32_t code_point)
{
    return (code_point & 0xFFFE) == 0xFFFE || (code_point >= 0xFDD0 && code_point <= 0xFDEF);
}

rtp_stray rtp_stray_at(rtp_str text, size_t *len)
{
    uint32_t code_point = 0;
    *len = rtp_utf8_decode(text.ptr, text.len, &code_point);
    if (*len == 0) {
        *len = 1;
        return RTP_STRAY_MARK;
    }
    if (is_blank(code_point)) {
        return RTP_STRAY_BLANK;
    }
    if (!rtp_utf8_is_unsafe(code_point)) {
        return RTP_STRAY_NONE;
    }
    return code_point < 0xA0 || is_noncharacter(code_point) ? RTP_STRAY_MARK : RTP_STRAY_HIDDEN;
}
