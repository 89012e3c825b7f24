/* The formats there are. The list is made by CMake from the fmt_*.c files of this folder, so a new
 * format is a file and nothing else. */
#include "rtopitch/render.h"

#define ENTRY(format) extern const rtp_format format;
#include "render/formats.inc"
#undef ENTRY

#define ENTRY(format) &format,
const rtp_format *const rtp_formats[] = {
#include "render/formats.inc"
};
#undef ENTRY

const size_t rtp_format_count = RTP_COUNT(rtp_formats);

const rtp_format *rtp_format_find(rtp_str name)
{
    for (size_t i = 0; i < rtp_format_count; i++) {
        if (rtp_str_equal(name, rtp_str_from(rtp_formats[i]->name))) {
            return rtp_formats[i];
        }
    }
    return NULL;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool is_same_suffix(rtp_str suffix, rtp_str word)
{
    for (size_t i = 0; i < suffix.len && i < word.len; i++) {
        if (lower(suffix.ptr[i]) != word.ptr[i]) {
            return false;
        }
    }
    return suffix.len == word.len && word.len > 0;
}

static bool has_suffix(const rtp_format *format, rtp_str suffix)
{
    rtp_str rest = rtp_str_from(format->suffixes);
    while (rest.len > 0) {
        size_t len = 0;
        while (len < rest.len && rest.ptr[len] != ' ') {
            len++;
        }
        if (is_same_suffix(suffix, (rtp_str){rest.ptr, len})) {
            return true;
        }
        len += len < rest.len;
        rest = (rtp_str){rest.ptr + len, rest.len - len};
    }
    return false;
}

/* What follows the last dot of the file's name, which must not begin the name. */
static rtp_str suffix_of(rtp_str path)
{
    for (size_t i = path.len; i-- > 1 && path.ptr[i] != '/';) {
        if (path.ptr[i] == '.' && path.ptr[i - 1] != '/') {
            return (rtp_str){path.ptr + i + 1, path.len - i - 1};
        }
    }
    return (rtp_str){NULL, 0};
}

const rtp_format *rtp_format_for_path(rtp_str path)
{
    rtp_str suffix = suffix_of(path);
    for (size_t i = 0; i < rtp_format_count; i++) {
        if (has_suffix(rtp_formats[i], suffix)) {
            return rtp_formats[i];
        }
    }
    return NULL;
}
