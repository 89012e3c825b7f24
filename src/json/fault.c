/* The words for every fault of a JSON text: one row each, with code, message and what helps.
 * A message says what was found where the row asks for it, so that it reads as one sentence. */
#include "json/fault.h"

typedef enum detail { ALONE, FOUND, LIMIT, LINE, FOUND_LINE } detail;

typedef struct fault_row {
    const char *code, *message;
    detail detail;
    const char *unit; /* of the limit; or what the other line is: "opened" */
    const char *expected, *hint;
} fault_row;

static const fault_row rows[RTP_FAULT_COUNT] = {
    [RTP_FAULT_BYTES] = {"J0001", "the text is too large", LIMIT, "bytes", "a smaller file",
                         "check that this is the file you meant"},
    [RTP_FAULT_EMPTY] = {"J0002", "there is no value here", ALONE, NULL, "one JSON value",
                         "the text starts with { and ends with }"},
    [RTP_FAULT_ENCODING] = {"J0003", "the text looks like UTF-16", ALONE, NULL, "UTF-8", "save the file as UTF-8"},
    [RTP_FAULT_VALUE] = {"J0004", "expected a value", FOUND, NULL,
                         "a text in double quotes, a number, true, false, { or [", NULL},
    [RTP_FAULT_KEY] = {"J0005", "expected a key in double quotes", FOUND, NULL, "a key in double quotes", NULL},
    [RTP_FAULT_COLON] = {"J0006", "expected a colon after the key", FOUND, NULL, "\":\"",
                         "write a colon between the key and its value"},
    [RTP_FAULT_OBJECT_COMMA] = {"J0007", "expected \",\" or \"}\"", FOUND, NULL, "\",\" or \"}\"", NULL},
    [RTP_FAULT_ARRAY_COMMA] = {"J0007", "expected \",\" or \"]\"", FOUND, NULL, "\",\" or \"]\"", NULL},
    [RTP_FAULT_OPEN_STRING] = {"J0008", "the file ends inside a text", LINE, "begun", "a closing double quote",
                               "close the text with a double quote"},
    [RTP_FAULT_OPEN_BRACKET] = {"J0009", "the file ends before a bracket is closed", LINE, "opened",
                                "the closing bracket", "the end of the file may be missing"},
    [RTP_FAULT_REST] = {"J0010", "something follows the end of the value", FOUND, NULL, "the end of the file",
                        "one file holds one value"},
    [RTP_FAULT_NUL] = {"J0011", "a NUL byte", ALONE, NULL, "text", "this may not be a text file"},
    [RTP_FAULT_CONTROL] = {"J0012", "a text holds a control character", FOUND, NULL, "an escape",
                           "write control characters as escapes, such as \\n or \\u001b"},
    [RTP_FAULT_UTF8] = {"J0013", "the text is not valid UTF-8", FOUND, NULL, "UTF-8",
                        "save the file as UTF-8; it may be in an older encoding"},
    [RTP_FAULT_ESCAPE] = {"J0014", "unknown escape", FOUND, NULL,
                          "\\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four hexadecimal digits",
                          "write \\\\ for a backslash"},
    [RTP_FAULT_SURROGATE] = {"J0015", "half of a surrogate pair", FOUND, NULL, "both halves, such as \\ud83d\\ude00",
                             "write the character itself"},
    [RTP_FAULT_ZERO] = {"J0016", "a text holds \\u0000", ALONE, NULL, "text without \\u0000", "leave it out"},
    [RTP_FAULT_NUMBER] = {"J0017", "a number is not written as JSON wants it", FOUND, NULL,
                          "a number such as 7 or -0.5", NULL},
    [RTP_FAULT_RANGE] = {"J0018", "a number is too large", FOUND, NULL, "a number below 1e308", NULL},
    [RTP_FAULT_DEPTH] = {"J0019", "brackets are nested too deep", LIMIT, "levels", "fewer levels", NULL},
    [RTP_FAULT_VALUES] = {"J0020", "the text holds too many values", LIMIT, "values", "fewer values", NULL},
    [RTP_FAULT_STRING] = {"J0021", "a text is too long", LIMIT, "bytes", "a shorter text", NULL},
    [RTP_FAULT_TWICE] = {"J0022", "is a key of this object twice", FOUND_LINE, "first", "each key once",
                         "keep one of the two"},
    [RTP_FAULT_WORD] = {"J0023", "unknown word", FOUND, NULL, "true, false, or a text in double quotes", NULL},
    [RTP_FAULT_COMMENT] = {"J0024", "a comment", FOUND, NULL, "JSON without comments",
                           "JSON has no comments; a key \"$comment\" may hold one"},
    [RTP_FAULT_TRAILING] = {"J0025", "a comma before the closing bracket", FOUND, NULL, "no comma after the last value",
                            "remove the comma"},
    [RTP_FAULT_QUOTES] = {"J0026", "a text in the wrong quotes", FOUND, NULL, "straight double quotes",
                          "use straight double quotes: \""},
    [RTP_FAULT_BARE_KEY] = {"J0027", "a key without quotes", FOUND, NULL, "a key in double quotes",
                            "put the key in double quotes"},
};

enum { SHOWN_BYTES = 40 /* of what was found; longer is cut */ };

static rtp_str name_of_control(rtp_arena *arena, unsigned char byte)
{
    static const struct {
        char byte;
        rtp_str name;
    } names[] = {
        {'\n', RTP_STR("a line end")}, {'\r', RTP_STR("a line end")},    {'\t', RTP_STR("a tab")},
        {'\0', RTP_STR("a NUL byte")}, {'"', RTP_STR("a double quote")},
    };
    for (size_t i = 0; i < RTP_COUNT(names); i++) {
        if (byte == (unsigned char)names[i].byte) {
            return names[i].name;
        }
    }
    return rtp_arena_format(arena, "U+%04X", (unsigned)byte);
}

/* The length of the part of text that is safe to show; 0 when not even its first character is. */
static size_t shown_length(rtp_str text)
{
    size_t len = 0;
    while (len < text.len && len < SHOWN_BYTES) {
        uint32_t code_point = 0;
        size_t step = rtp_utf8_decode(text.ptr + len, text.len - len, &code_point);
        bool visible = step > 0 && code_point >= 0x20 && !rtp_utf8_is_unsafe(code_point) &&
                       (len > 0 || rtp_utf8_width((rtp_str){text.ptr, step}) > 0);
        if (!visible) {
            break;
        }
        len += step;
    }
    return len;
}

static rtp_str found_text(rtp_str text, rtp_fault_place place, rtp_arena *arena)
{
    if (place.offset >= text.len) {
        return rtp_lit("the end of the file");
    }
    const char *ptr = text.ptr + place.offset;
    size_t rest = text.len - place.offset;
    unsigned char byte = (unsigned char)*ptr;
    size_t shown = shown_length((rtp_str){ptr, place.length});
    if (byte < 0x20 || (byte == '"' && place.length == 1)) {
        return name_of_control(arena, byte);
    }
    if (shown > 0) {
        const char *quote = byte == '"' ? "" : "\"";
        return rtp_arena_format(arena, "%s%.*s%s%s", quote, (int)shown, ptr, quote, shown < place.length ? " …" : "");
    }
    uint32_t code_point = 0;
    if (rtp_utf8_decode(ptr, rest, &code_point) > 0) {
        return rtp_arena_format(arena, "U+%04X", (unsigned)code_point);
    }
    return rtp_arena_format(arena, "the byte 0x%02X", (unsigned)byte);
}

static rtp_str with_line(rtp_str message, const fault_row *row, const rtp_source *source, size_t offset,
                         rtp_arena *arena)
{
    size_t line = rtp_place_of(source, offset).line;
    return rtp_arena_format(arena, "%.*s (%s on line %zu)", RTP_FMT(message), row->unit, line);
}

static rtp_str message_text(const fault_row *row, const rtp_source *source, rtp_fault_place place, rtp_str found,
                            rtp_arena *arena)
{
    rtp_str message = rtp_str_from(row->message);
    switch (row->detail) {
    case ALONE:
        break;
    case FOUND:
        return rtp_arena_join(arena, (rtp_str[]){message, found}, 2, rtp_lit(", found "));
    case LIMIT:
        return rtp_arena_format(arena, "%s (the limit is %.*s %s)", row->message,
                                RTP_FMT(rtp_number_text(arena, (double)place.limit, 0)), row->unit);
    case LINE:
        return with_line(message, row, source, place.other, arena);
    case FOUND_LINE:
        message = rtp_arena_join(arena, (rtp_str[]){found, message}, 2, rtp_lit(" "));
        return with_line(message, row, source, place.other, arena);
    }
    return message;
}

void rtp_fault_report(const rtp_source *source, rtp_fault_place place, rtp_diags *diags)
{
    const char *clue = rtp_fault_clue(source->text, &place);
    size_t rest = source->text.len - place.offset;
    place.length = place.length < rest ? place.length : rest;
    const fault_row *row = &rows[place.fault];
    rtp_str found = found_text(source->text, place, diags->arena);
    rtp_diags_put(diags, (rtp_diag){
                             .severity = RTP_ERROR,
                             .code = row->code,
                             .source = source,
                             .offset = place.offset,
                             .length = place.length,
                             .message = message_text(row, source, place, found, diags->arena),
                             .found = found,
                             .expected = rtp_str_from(row->expected),
                             .hint = rtp_str_from(clue ? clue : row->hint),
                         });
}
