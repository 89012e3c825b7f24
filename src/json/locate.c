/* Finds where in the text the value of a JSON pointer stands, by walking a text that passed the
 * scan. cJSON keeps no positions; this way they cost nothing until a diagnostic needs one. */
#include "json/locate.h"
#include "json/escape.h"

typedef struct span {
    size_t start, end;
} span;

/* A place may lie megabytes into a text, so what each byte is takes one look. */
enum { WORD, BLANK, MARK, OPENING, CLOSING };

static const uint8_t classes[256] = {
    [' '] = BLANK, ['\t'] = BLANK,  ['\n'] = BLANK,  ['\r'] = BLANK,  [','] = MARK,
    [':'] = MARK,  ['{'] = OPENING, ['['] = OPENING, ['}'] = CLOSING, [']'] = CLOSING,
};

static uint8_t class_at(rtp_str text, size_t at)
{
    return classes[(unsigned char)text.ptr[at]];
}

size_t rtp_json_skip_blanks(rtp_str text, size_t at)
{
    while (at < text.len && class_at(text, at) == BLANK) {
        at++;
    }
    return at;
}

size_t rtp_json_skip_string(rtp_str text, size_t at)
{
    for (at++; text.ptr[at] != '"'; at++) {
        at += text.ptr[at] == '\\';
    }
    return at + 1;
}

size_t rtp_json_skip_word(rtp_str text, size_t at)
{
    while (at < text.len && class_at(text, at) == WORD) {
        at++;
    }
    return at;
}

size_t rtp_json_skip_value(rtp_str text, size_t at)
{
    size_t depth = 0;
    do {
        at = rtp_json_skip_blanks(text, at);
        uint8_t class = class_at(text, at);
        if (class == WORD) {
            at = text.ptr[at] == '"' ? rtp_json_skip_string(text, at) : rtp_json_skip_word(text, at);
        } else {
            depth += class == OPENING;
            depth -= class == CLOSING;
            at++;
        }
    } while (depth > 0);
    return at;
}

/* The next character of a pointer's token, ~0 and ~1 resolved; NUL at its end. */
static char token_char(rtp_str *token)
{
    if (token->len == 0) {
        return '\0';
    }
    size_t step = 1;
    char c = *token->ptr;
    if (c == '~' && token->len > 1) {
        c = token->ptr[1] == '1' ? '/' : '~';
        step = 2;
    }
    token->ptr += step;
    token->len -= step;
    return c;
}

static bool token_takes(rtp_str *token, const char *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (token->len == 0 || token_char(token) != bytes[i]) {
            return false;
        }
    }
    return true;
}

bool rtp_token_names(rtp_str token, rtp_str key)
{
    if (token.len > 0 && *token.ptr != '~' && key.ptr[1] != '\\' && *token.ptr != key.ptr[1]) {
        return false; /* as of most keys that are looked at */
    }
    for (size_t at = 1; at < key.len - 1;) {
        bool escaped = key.ptr[at] == '\\';
        rtp_escape escape = {.read = 1, .len = 1, .utf8 = {key.ptr[at]}};
        if (escaped) {
            escape = rtp_escape_read(key.ptr + at, key.len - at);
        }
        if (!token_takes(&token, escape.utf8, escape.len)) {
            return false;
        }
        at += escape.read;
    }
    return token.len == 0;
}

/* The value of the member, and its key; false when the object has none of this name. */
static bool find_member(rtp_str text, size_t at, rtp_str token, span *key, size_t *value)
{
    at = rtp_json_skip_blanks(text, at + 1);
    while (text.ptr[at] != '}') {
        span name = {at, rtp_json_skip_string(text, at)};
        size_t start = rtp_json_skip_blanks(text, rtp_json_skip_blanks(text, name.end) + 1);
        if (rtp_token_names(token, (rtp_str){text.ptr + name.start, name.end - name.start})) {
            *key = name;
            *value = start;
            return true;
        }
        at = rtp_json_skip_blanks(text, rtp_json_skip_value(text, start));
        at = text.ptr[at] == ',' ? rtp_json_skip_blanks(text, at + 1) : at;
    }
    return false;
}

/* An index is 0, or digits that do not start with 0. */
bool rtp_token_index(rtp_str token, size_t *index)
{
    size_t value = 0;
    for (size_t i = 0; i < token.len; i++) {
        char c = token.ptr[i];
        if (c < '0' || c > '9' || value > (SIZE_MAX - 9) / 10) {
            return false;
        }
        value = value * 10 + (size_t)(c - '0');
    }
    *index = value;
    return token.len == 1 || (token.len > 1 && *token.ptr != '0');
}

static bool find_item(rtp_str text, size_t at, rtp_str token, size_t *value)
{
    size_t index = 0;
    if (!rtp_token_index(token, &index)) {
        return false;
    }
    at = rtp_json_skip_blanks(text, at + 1);
    while (text.ptr[at] != ']' && index > 0) {
        at = rtp_json_skip_blanks(text, rtp_json_skip_value(text, at));
        at = text.ptr[at] == ',' ? rtp_json_skip_blanks(text, at + 1) : at;
        index--;
    }
    *value = at;
    return text.ptr[at] != ']';
}

rtp_str rtp_token_take(rtp_str *pointer)
{
    size_t len = 1;
    while (len < pointer->len && pointer->ptr[len] != '/') {
        len++;
    }
    rtp_str token = {pointer->ptr + 1, len - 1};
    *pointer = (rtp_str){pointer->ptr + len, pointer->len - len};
    return token;
}

bool rtp_json_locate(rtp_str text, rtp_str pointer, bool key, size_t *offset, size_t *length)
{
    size_t at = rtp_json_skip_blanks(text, rtp_str_starts(text, rtp_lit("\xEF\xBB\xBF")) ? 3 : 0);
    span name = {0, 0};
    while (pointer.len > 0) {
        if (*pointer.ptr != '/') {
            return false;
        }
        rtp_str token = rtp_token_take(&pointer);
        name = (span){0, 0};
        bool found = (text.ptr[at] == '{' && find_member(text, at, token, &name, &at)) ||
                     (text.ptr[at] == '[' && find_item(text, at, token, &at));
        if (!found) {
            return false;
        }
    }
    span place = key && name.end > 0 ? name : (span){at, rtp_json_skip_value(text, at)};
    *offset = place.start;
    *length = place.end - place.start;
    return true;
}
