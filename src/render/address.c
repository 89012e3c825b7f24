/* Addresses of links: which ones may become links at all, and how they are written safely. Formats share
 * this, so that no format opens a door another one closed. */
#include "render/address.h"

#include <string.h>

static const rtp_str schemes[] = {RTP_STR("https://"), RTP_STR("http://"), RTP_STR("mailto:")};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool has_scheme(rtp_str address, rtp_str scheme)
{
    for (size_t i = 0; i < scheme.len; i++) {
        if (i >= address.len || lower(address.ptr[i]) != scheme.ptr[i]) {
            return false;
        }
    }
    return address.len > scheme.len;
}

bool rtp_address_is_safe(rtp_str address)
{
    for (size_t i = 0; i < RTP_COUNT(schemes); i++) {
        if (has_scheme(address, schemes[i])) {
            return true;
        }
    }
    return false;
}

/* How many bytes at the start of `text` may stand in an address as they are; 0: encode the first. */
static size_t bare_length(rtp_str text)
{
    unsigned char c = (unsigned char)text.ptr[0];
    if (c < 0x80) {
        return c > ' ' && c != 0x7f && !strchr("<>\"`\\", c);
    }
    uint32_t code_point = 0;
    size_t len = rtp_utf8_decode(text.ptr, text.len, &code_point);
    return len > 0 && !rtp_utf8_is_unsafe(code_point) ? len : 0;
}

static rtp_str rest_of(rtp_str text, size_t n)
{
    return (rtp_str){text.ptr + n, text.len - n};
}

bool rtp_address_is_plain(rtp_str address)
{
    bool ampersand = false;
    while (address.len > 0) {
        size_t len = bare_length(address);
        ampersand = ampersand || address.ptr[0] == '&';
        if (len == 0 || (ampersand && address.ptr[0] == ';')) {
            return false;
        }
        address = rest_of(address, len);
    }
    return true;
}

static void encoded_put(rtp_buf *out, unsigned char c)
{
    static const char digits[] = "0123456789ABCDEF";
    rtp_buf_put(out, (rtp_str){(const char[]){'%', digits[c >> 4], digits[c & 15]}, 3});
}

void rtp_address_put(rtp_buf *out, rtp_str address)
{
    while (address.len > 0) {
        size_t len = bare_length(address);
        if (len == 0) {
            encoded_put(out, (unsigned char)address.ptr[0]);
            len = 1;
        } else {
            rtp_buf_put(out, (rtp_str){address.ptr, len});
        }
        address = rest_of(address, len);
    }
}
