/* A part of a string value is told in bytes of the decoded text by those who found something in it, and
 * shown in bytes of the source. Counting the escapes between the two is done here, for packs and profiles. */
#include "json/escape.h"
#include "json/locate.h"

/* The source offset of decoded byte `wanted` of the string literal that starts at `offset`. */
static size_t source_offset(rtp_str text, size_t offset, size_t wanted)
{
    size_t at = offset + 1;
    for (size_t decoded = 0; decoded < wanted && at < text.len && text.ptr[at] != '"';) {
        rtp_escape step = {.read = 1, .len = 1};
        if (text.ptr[at] == '\\') {
            step = rtp_escape_read(text.ptr + at, text.len - at);
        }
        decoded += step.len;
        at += step.read;
    }
    return at;
}

void rtp_json_narrow(rtp_str text, rtp_json_part part, size_t *offset, size_t *length)
{
    size_t start = *offset;
    if (part.len > 0 && text.ptr[start] == '"') {
        *offset = source_offset(text, start, part.from);
        *length = source_offset(text, start, part.from + part.len) - *offset;
    }
}

bool rtp_json_locate_part(rtp_str text, rtp_str pointer, rtp_json_part part, size_t *offset, size_t *length)
{
    bool found = rtp_json_locate(text, pointer, false, offset, length);
    if (found) {
        rtp_json_narrow(text, part, offset, length);
    }
    return found;
}
