/* Bytes to text: what is known to be no table is told by its first bytes, and what is not UTF-8 is converted.
 * Windows' Western letters are the last guess, since nearly all bytes are letters in it. */
#include "import/text.h"

#include <string.h>

static const struct signature {
    rtp_str bytes;
    const char *what, *hint;
} signatures[] = {
    {RTP_STR("PK\x03\x04"), "this is a workbook or another packed file", "open it and save the sheet as CSV"},
    {RTP_STR("\xD0\xCF\x11\xE0"), "this is an old workbook", "open it and save the sheet as CSV"},
    {RTP_STR("%PDF"), "this is a PDF", "export the numbers as CSV"},
    {RTP_STR("\x1F\x8B"), "this file is compressed", "unpack it first: gzip -dc FILE | rtopitch import …"},
    {RTP_STR("<!DOCTYPE"), "this is a web page", "export as CSV, or save the sheet as CSV"},
    {RTP_STR("<html"), "this is a web page", "export as CSV, or save the sheet as CSV"},
    {RTP_STR("<?xml"), "this is XML", "export as CSV"},
};

enum { SHOWN_MOST = 40 };

/* Of the bytes 0x80 to 0x9F; 0: no letter. */
static const uint16_t windows_letters[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

bool rtp_export_refuse(rtp_import *run, const char *code, const rtp_source *source, rtp_diag diag)
{
    diag.severity = RTP_ERROR;
    diag.code = code;
    diag.source = source;
    diag.length = diag.length > 0 ? diag.length : 1;
    rtp_diags_put(run->diags, diag);
    return false;
}

void rtp_export_note(rtp_import *run, rtp_str message)
{
    rtp_diags_put(run->diags, (rtp_diag){.severity = RTP_NOTE, .code = "I0305", .message = message});
}

rtp_str rtp_export_show(rtp_import *run, rtp_str text)
{
    rtp_buf out = rtp_buf_make(SHOWN_MOST * 8);
    size_t at = 0;
    for (size_t n = 0; at < text.len && n < SHOWN_MOST; n++) {
        uint32_t point = 0;
        size_t len = rtp_utf8_decode(text.ptr + at, text.len - at, &point);
        if (len == 1 && point < ' ') {
            rtp_buf_put_char(&out, ' ');
        } else if (len == 0 || rtp_utf8_is_unsafe(point)) {
            rtp_buf_puts(&out, "\xEF\xBF\xBD");
        } else {
            rtp_buf_put(&out, (rtp_str){text.ptr + at, len});
        }
        at += len > 0 ? len : 1;
    }
    rtp_buf_puts(&out, at < text.len ? "…" : "");
    rtp_str shown = rtp_arena_copy(run->arena, rtp_buf_text(&out));
    rtp_buf_free(&out);
    return shown;
}

rtp_str rtp_export_name(const rtp_source *file)
{
    rtp_str name = file->name;
    for (size_t i = name.len; i-- > 0;) {
        if (name.ptr[i] == '/') {
            return (rtp_str){name.ptr + i + 1, name.len - i - 1};
        }
    }
    return rtp_str_equal(name, rtp_lit("<stdin>")) ? rtp_lit("standard input") : name;
}

/* ---- UTF-16 ---- */

typedef struct pairs {
    const unsigned char *bytes;
    size_t len;
    bool little;
} pairs;

static uint32_t unit_at(pairs from, size_t at)
{
    unsigned low = from.bytes[at + (from.little ? 0 : 1)], high = from.bytes[at + (from.little ? 1 : 0)];
    return high << 8 | low;
}

/* What stands at `at`, two or four bytes; 0 for half a pair. */
static size_t point_at(pairs from, size_t at, uint32_t *point)
{
    uint32_t first = unit_at(from, at);
    *point = first;
    if (first < 0xD800 || first > 0xDFFF) {
        return 2;
    }
    uint32_t second = at + 4 <= from.len ? unit_at(from, at + 2) : 0;
    *point = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
    return first < 0xDC00 && second >= 0xDC00 && second <= 0xDFFF ? 4 : 0;
}

static bool convert_utf16(rtp_import *run, const rtp_source *file, bool little, rtp_str *text)
{
    pairs from = {(const unsigned char *)file->text.ptr, file->text.len, little};
    char *made = rtp_array_make(run->arena, from.len / 2 * 3 + 1, 1);
    size_t len = 0;
    for (size_t at = 2, step; at < from.len; at += step) {
        uint32_t point = 0;
        step = at + 2 <= from.len ? point_at(from, at, &point) : 0;
        if (step == 0) {
            return rtp_export_refuse(
                run, "I0501", NULL,
                (rtp_diag){.message = rtp_arena_format(run->arena, "%.*s is UTF-16 with half a character at byte %zu",
                                                       RTP_FMT(file->name), at),
                           .hint = rtp_lit("the file may be cut off; save it again as UTF-8")});
        }
        len += rtp_utf8_encode(point, made + len);
    }
    *text = (rtp_str){made, len};
    return true;
}

/* ---- one byte a letter ---- */

static size_t first_broken(rtp_str text)
{
    size_t at = 0;
    while (at < text.len) {
        size_t len = rtp_utf8_length(text.ptr + at, text.len - at);
        if (len == 0) {
            return at;
        }
        at += len;
    }
    return at;
}

static uint32_t windows_letter(unsigned char byte)
{
    return byte >= 0x80 && byte < 0xA0 ? windows_letters[byte - 0x80] : byte;
}

static bool convert_windows(rtp_import *run, const rtp_source *file, rtp_str *text)
{
    rtp_str from = file->text;
    char *made = rtp_array_make(run->arena, from.len * 3 + 1, 1);
    size_t len = 0;
    for (size_t i = 0; i < from.len; i++) {
        uint32_t point = windows_letter((unsigned char)from.ptr[i]);
        if (point == 0 && from.ptr[i] != 0) {
            return rtp_export_refuse(run, "I0501", file,
                                     (rtp_diag){.offset = i,
                                                .message = rtp_lit("this byte is no text that can be told"),
                                                .hint = rtp_lit("save the file in UTF-8")});
        }
        len += rtp_utf8_encode(point, made + len);
    }
    *text = (rtp_str){made, len};
    rtp_export_note(
        run, rtp_arena_format(run->arena, "%.*s is not UTF-8, and was read as Windows-1252", RTP_FMT(file->name)));
    return true;
}

/* ---- whichever it is ---- */

static bool refuse_known(rtp_import *run, const rtp_source *file)
{
    for (size_t i = 0; i < RTP_COUNT(signatures); i++) {
        rtp_str start = {file->text.ptr, signatures[i].bytes.len};
        if (file->text.len >= start.len && rtp_str_equal_any_case(start, signatures[i].bytes)) {
            return rtp_export_refuse(
                run, "I0501", NULL,
                (rtp_diag){.message = rtp_arena_format(run->arena, "%s: %.*s", signatures[i].what, RTP_FMT(file->name)),
                           .hint = rtp_str_equal(rtp_str_from(run->importer->name), rtp_lit("csv"))
                                       ? rtp_str_from(signatures[i].hint)
                                       : rtp_lit("check that this is the right file")});
        }
    }
    return true;
}

static bool refuse_zero(rtp_import *run, const rtp_source *text)
{
    const char *zero = text->text.len > 0 ? memchr(text->text.ptr, 0, text->text.len) : NULL;
    return !zero || rtp_export_refuse(run, "I0501", text,
                                      (rtp_diag){.offset = (size_t)(zero - text->text.ptr),
                                                 .message = rtp_lit("a zero byte stands here, so this is no text"),
                                                 .hint = rtp_lit("save the file in UTF-8")});
}

bool rtp_export_text(rtp_import *run, const rtp_source *file, rtp_source *text)
{
    rtp_str bytes = file->text;
    rtp_source made = *file;
    if (!refuse_known(run, file)) {
        return false;
    }
    bool little = rtp_str_starts(bytes, rtp_lit("\xFF\xFE")), big = rtp_str_starts(bytes, rtp_lit("\xFE\xFF"));
    if (rtp_str_starts(bytes, rtp_lit("\xEF\xBB\xBF"))) {
        made.text = (rtp_str){bytes.ptr + 3, bytes.len - 3};
    } else if (little || big) {
        if (!convert_utf16(run, file, little, &made.text)) {
            return false;
        }
    }
    *text = made;
    if (!refuse_zero(run, text)) {
        return false;
    }
    if (!little && !big && first_broken(made.text) < made.text.len) {
        made.text = bytes;
        if (!convert_windows(run, file, &made.text)) {
            return false;
        }
    }
    *text = made;
    return true;
}
