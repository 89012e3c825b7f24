/* Checks one JSON string: escapes, control characters, UTF-8. Most text is plain ASCII, so many
 * bytes are looked at together until one of them needs care. */
#include "json/escape.h"
#include "json/plain.h"
#include "json/scan.h"

static bool is_plain(char c)
{
    unsigned char byte = (unsigned char)c;
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

static void skip_plain(rtp_scan *scan)
{
    size_t at = scan->at, plain = RTP_PLAIN_TOGETHER;
    while (plain == RTP_PLAIN_TOGETHER && scan->len - at >= RTP_PLAIN_TOGETHER) {
        plain = rtp_plain_bytes(scan->text + at);
        at += plain;
    }
    while (is_plain(scan->text[at])) { /* ends at the NUL behind the text at the latest */
        at++;
    }
    scan->at = at;
}

static bool skip_escape(rtp_scan *scan, bool *escaped)
{
    rtp_escape escape = rtp_escape_read(scan->text + scan->at, scan->len - scan->at);
    if (escape.fault) {
        return rtp_scan_stop(scan, escape.fault, scan->at, escape.read);
    }
    *escaped = true;
    scan->at += escape.read;
    return true;
}

static bool skip_wide(rtp_scan *scan)
{
    size_t length = rtp_utf8_length(scan->text + scan->at, scan->len - scan->at);
    scan->at += length;
    return length || rtp_scan_stop(scan, RTP_FAULT_UTF8, scan->at, 1);
}

static bool stop_at_control(rtp_scan *scan, size_t start)
{
    if (scan->at == scan->len) {
        scan->place.other = start;
        return rtp_scan_stop(scan, RTP_FAULT_OPEN_STRING, scan->at, 0);
    }
    return rtp_scan_stop(scan, scan->text[scan->at] ? RTP_FAULT_CONTROL : RTP_FAULT_NUL, scan->at, 1);
}

static bool close_string(rtp_scan *scan, size_t start)
{
    scan->at++;
    size_t length = scan->at - start;
    if (length - 2 <= scan->limits->string) {
        return true;
    }
    scan->place.limit = scan->limits->string;
    return rtp_scan_stop(scan, RTP_FAULT_STRING, start, length);
}

/* Kept apart, since most strings hold nothing that needs care. */
__attribute__((noinline)) static bool scan_with_care(rtp_scan *scan, size_t start, bool *escaped)
{
    for (;;) {
        unsigned char byte = (unsigned char)scan->text[scan->at];
        if (byte == '"') {
            return close_string(scan, start);
        }
        if (byte < 0x20) {
            return stop_at_control(scan, start);
        }
        if (!(byte == '\\' ? skip_escape(scan, escaped) : skip_wide(scan))) {
            return false;
        }
        skip_plain(scan);
    }
}

bool rtp_scan_string(rtp_scan *scan, bool *escaped)
{
    size_t start = scan->at++;
    *escaped = false;
    skip_plain(scan);
    return scan->text[scan->at] == '"' ? close_string(scan, start) : scan_with_care(scan, start, escaped);
}
