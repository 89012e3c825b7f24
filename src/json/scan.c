/* Walks a text once by the grammar of RFC 8259, without recursion, and stops at the first fault.
 * It stands before cJSON, which by itself accepts bad numbers, bad UTF-8 and a key given twice. */
#include "json/scan.h"

#include <string.h>

const rtp_json_limits rtp_json_profile_limits = {
    .bytes = (size_t)4 * 1024 * 1024, .depth = 32, .values = 200000, .string = (size_t)64 * 1024};
const rtp_json_limits rtp_json_pack_limits = {
    .bytes = (size_t)16 * 1024 * 1024, .depth = 64, .values = 1000000, .string = (size_t)256 * 1024};

bool rtp_scan_stop(rtp_scan *scan, rtp_fault fault, size_t offset, size_t length)
{
    scan->place.fault = fault;
    scan->place.offset = offset;
    scan->place.length = length;
    return false;
}

static char next_char(rtp_scan *scan)
{
    char c = scan->text[scan->at];
    while (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
        c = scan->text[++scan->at];
    }
    return c;
}

/* Something stands here that cannot: say so, or that the text ends. */
static bool stop_here(rtp_scan *scan, rtp_fault fault)
{
    if (scan->text[scan->at] != '\0') {
        size_t length = rtp_utf8_length(scan->text + scan->at, scan->len - scan->at);
        return rtp_scan_stop(scan, length ? fault : RTP_FAULT_UTF8, scan->at, length ? length : 1);
    }
    if (scan->at < scan->len) {
        return rtp_scan_stop(scan, RTP_FAULT_NUL, scan->at, 1);
    }
    scan->place.other = scan->depth ? scan->levels[scan->depth - 1].offset : 0;
    return rtp_scan_stop(scan, scan->depth ? RTP_FAULT_OPEN_BRACKET : RTP_FAULT_EMPTY, scan->at, 0);
}

static bool stop_at_limit(rtp_scan *scan, rtp_fault fault, size_t limit)
{
    scan->place.limit = limit;
    return rtp_scan_stop(scan, fault, scan->at, 1);
}

/* ---- scalars ---- */

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool scan_literal(rtp_scan *scan, rtp_str word)
{
    rtp_str rest = {scan->text + scan->at, scan->len - scan->at};
    if (!rtp_str_starts(rest, word) || is_letter(rest.ptr[word.len])) {
        return stop_here(scan, RTP_FAULT_VALUE);
    }
    scan->at += word.len;
    return true;
}

static bool scan_scalar(rtp_scan *scan, char c)
{
    bool escaped;
    switch (c) {
    case '"':
        return rtp_scan_string(scan, &escaped);
    case 't':
        return scan_literal(scan, rtp_lit("true"));
    case 'f':
        return scan_literal(scan, rtp_lit("false"));
    case 'n':
        return scan_literal(scan, rtp_lit("null"));
    default:
        return c == '-' || (c >= '0' && c <= '9') ? rtp_scan_number(scan) : stop_here(scan, RTP_FAULT_VALUE);
    }
}

/* ---- objects and arrays ---- */

/* A name and its colon. */
static bool scan_key(rtp_scan *scan)
{
    if (next_char(scan) != '"') {
        return stop_here(scan, RTP_FAULT_KEY);
    }
    if (!rtp_scan_key_take(scan)) {
        return false;
    }
    if (next_char(scan) != ':') {
        return stop_here(scan, RTP_FAULT_COLON);
    }
    scan->at++;
    return true;
}

static char closing(const rtp_scan *scan)
{
    return scan->levels[scan->depth - 1].object ? '}' : ']';
}

/* Opens a bracket; before the first value of an object its key is read. */
static bool open_level(rtp_scan *scan, char c, bool *empty)
{
    size_t most = scan->limits->depth < RTP_SCAN_DEPTH ? scan->limits->depth : RTP_SCAN_DEPTH;
    if (scan->depth == most) {
        return stop_at_limit(scan, RTP_FAULT_DEPTH, most);
    }
    scan->levels[scan->depth++] = (rtp_scan_level){scan->at, scan->key_count, c == '{'};
    scan->at++;
    *empty = next_char(scan) == closing(scan);
    return *empty || c == '[' || scan_key(scan);
}

/* Closes all brackets that close here. */
static bool close_levels(rtp_scan *scan)
{
    while (scan->depth > 0 && next_char(scan) == closing(scan)) {
        const rtp_scan_level *level = &scan->levels[scan->depth - 1];
        if (level->object && !rtp_scan_keys_close(scan, level->first_key)) {
            return false;
        }
        scan->depth--;
        scan->at++;
    }
    return true;
}

static bool scan_comma(rtp_scan *scan)
{
    bool object = scan->levels[scan->depth - 1].object;
    if (scan->text[scan->at] != ',') {
        return stop_here(scan, object ? RTP_FAULT_OBJECT_COMMA : RTP_FAULT_ARRAY_COMMA);
    }
    scan->at++;
    return !object || scan_key(scan);
}

/* One scalar, or the opening of an object or array, whose first value is still to come. */
static bool scan_start(rtp_scan *scan, bool *inside)
{
    char c = next_char(scan);
    if (scan->values++ == scan->limits->values) {
        return stop_at_limit(scan, RTP_FAULT_VALUES, scan->limits->values);
    }
    *inside = c == '{' || c == '[';
    if (!*inside) {
        return scan_scalar(scan, c);
    }
    bool empty = false;
    bool opened = open_level(scan, c, &empty);
    *inside = !empty;
    return opened;
}

static bool scan_value(rtp_scan *scan)
{
    bool inside;
    do {
        if (!scan_start(scan, &inside)) {
            return false;
        }
        if (!inside && (!close_levels(scan) || (scan->depth > 0 && !scan_comma(scan)))) {
            return false;
        }
    } while (scan->depth > 0);
    return true;
}

/* ---- the whole text ---- */

/* UTF-16 and UTF-32: a byte order mark, or NULs in every other of the first bytes. */
static bool is_wide_text(rtp_str text)
{
    if (rtp_str_starts(text, rtp_lit("\xFF\xFE")) || rtp_str_starts(text, rtp_lit("\xFE\xFF"))) {
        return true;
    }
    if (text.len < 4 || text.len % 2 != 0 || (text.ptr[0] == '\0') == (text.ptr[1] == '\0')) {
        return false;
    }
    return text.ptr[0] == '\0' ? text.ptr[2] == '\0' : text.ptr[3] == '\0';
}

static bool scan_text(rtp_scan *scan, rtp_str text)
{
    if (text.len > scan->limits->bytes) {
        scan->place.limit = scan->limits->bytes;
        return rtp_scan_stop(scan, RTP_FAULT_BYTES, scan->limits->bytes, 0);
    }
    if (is_wide_text(text)) {
        return rtp_scan_stop(scan, RTP_FAULT_ENCODING, 0, 1);
    }
    scan->at = rtp_str_starts(text, rtp_lit("\xEF\xBB\xBF")) ? 3 : 0;
    if (!scan_value(scan)) {
        return false;
    }
    next_char(scan);
    return scan->at == scan->len || stop_here(scan, RTP_FAULT_REST);
}

bool rtp_json_scan(const rtp_source *source, const rtp_json_limits *limits, rtp_diags *diags)
{
    rtp_scan scan; /* not cleared as a whole: most of it is never used */
    scan.text = source->text.ptr;
    scan.len = source->text.len;
    scan.limits = limits;
    scan.arena = diags->arena;
    scan.values = scan.depth = scan.key_count = 0;
    scan.keys = scan.some_keys;
    scan.key_cap = RTP_SCAN_KEYS;
    memset(&scan.place, 0, sizeof scan.place);
    if (scan_text(&scan, source->text)) {
        return true;
    }
    rtp_fault_report(source, scan.place, diags);
    return false;
}
