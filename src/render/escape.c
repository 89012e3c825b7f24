/* Decides for each byte of a block's text whether Markdown would take it for structure. One small rule a
 * character, in a table; what depends on pairs or on the start of a line stands in files of its own. */
#include "render/escape.h"

#include <string.h>

char rtp_escape_at(const rtp_escape *e, size_t i)
{
    return i < e->len ? e->text[i] : '\0';
}

bool rtp_escape_is_words(const rtp_escape *e, size_t i)
{
    return i < e->len && (e->marks[i] & RTP_MARK_OWN) == 0;
}

bool rtp_escape_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool rtp_escape_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool rtp_escape_is_punctuation(char c)
{
    return c > ' ' && c < 0x7f && !rtp_escape_is_letter(c) && !rtp_escape_is_digit(c);
}

void rtp_escape_mark(rtp_escape *e, size_t i, rtp_mark mark)
{
    e->marks[i] = (unsigned char)(e->marks[i] | mark);
    e->marked = true;
}

static bool is_word(char c)
{
    return rtp_escape_is_letter(c) || rtp_escape_is_digit(c);
}

static bool is_own(const rtp_escape *e, size_t i, char c)
{
    return i < e->len && e->text[i] == c && (e->marks[i] & RTP_MARK_OWN) != 0;
}

/* ---- one rule a character: is the one at i to be escaped? ---- */

static bool backslash_escapes(const rtp_escape *e, size_t i)
{
    char next = rtp_escape_at(e, i + 1);
    return i + 1 == e->len || next == '\n' || rtp_escape_is_punctuation(next) ||
           (e->marks[i + 1] & RTP_MARK_ENTITY) != 0;
}

/* A tag, a comment, or an address between angle brackets; "x < y" and "<5" are none of them. */
static bool angle_opens(const rtp_escape *e, size_t i)
{
    char next = rtp_escape_at(e, i + 1);
    if (rtp_escape_is_letter(next) || (next != '\0' && strchr("/!?", next))) {
        return true;
    }
    for (size_t k = i + 1; k < e->len && e->text[k] != ' ' && e->text[k] != '<'; k++) {
        if (e->text[k] == '@') {
            return true;
        }
    }
    return false;
}

/* "&copy;" and "&#64;", but not "AT&T" or "R&D". */
static bool ampersand_names(const rtp_escape *e, size_t i)
{
    size_t k = i + 1 + (rtp_escape_at(e, i + 1) == '#');
    size_t from = k;
    while (is_word(rtp_escape_at(e, k))) {
        k++;
    }
    return k > from && rtp_escape_at(e, k) == ';';
}

static bool bracket_opens(const rtp_escape *e, size_t i)
{
    return (e->marks[i] & RTP_MARK_LINK) != 0 || rtp_escape_at(e, i + 1) == '^';
}

static bool bracket_closes(const rtp_escape *e, size_t i)
{
    char next = rtp_escape_at(e, i + 1);
    return (e->marks[i] & RTP_MARK_LINK) != 0 || next == '(' || (next == '[' && rtp_escape_is_words(e, i + 1));
}

/* A citation of ours with words like "(see above)" right behind it. */
static bool bracket_precedes(const rtp_escape *e, size_t i)
{
    return i > 0 && is_own(e, i - 1, ']');
}

/* The first sign in the text of a link of ours: "[^x]: y" would define a footnote. */
static bool caret_notes(const rtp_escape *e, size_t i)
{
    return i > 0 && is_own(e, i - 1, '[');
}

static bool image_starts(const rtp_escape *e, size_t i)
{
    return rtp_escape_at(e, i + 1) == '[';
}

static bool ends_with(const rtp_escape *e, size_t end, const char *word, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (end < len || (e->text[end - len + i] | 0x20) != word[i]) {
            return false;
        }
    }
    return true;
}

/* A line that begins with a citation of ours and a colon would define a link. */
static bool colon_defines(const rtp_escape *e, size_t i)
{
    size_t from = i;
    while (from > 0 && e->text[from - 1] != '[' && e->text[from - 1] != '\n') {
        from--;
    }
    return bracket_precedes(e, i) && (from == 1 || (from > 1 && e->text[from - 2] == '\n'));
}

/* GFM makes a link of "https://x", without being asked. */
static bool colon_links(const rtp_escape *e, size_t i)
{
    if (bracket_precedes(e, i)) {
        return colon_defines(e, i);
    }
    return rtp_escape_at(e, i + 1) == '/' && rtp_escape_at(e, i + 2) == '/' &&
           (ends_with(e, i, "http", 4) || ends_with(e, i, "https", 5) || ends_with(e, i, "ftp", 3));
}

static bool dot_links(const rtp_escape *e, size_t i)
{
    return ends_with(e, i, "www", 3) && (i == 3 || !is_word(e->text[i - 4]));
}

typedef bool escape_rule(const rtp_escape *e, size_t i);

enum { ASCII_END = 0x80 };
static escape_rule *const rules[ASCII_END] = {
    ['\\'] = backslash_escapes, ['<'] = angle_opens,  ['&'] = ampersand_names,  ['['] = bracket_opens,
    [']'] = bracket_closes,     ['!'] = image_starts, ['('] = bracket_precedes, ['^'] = caret_notes,
    [':'] = colon_links,        ['.'] = dot_links,
};

/* True when there is one of a kind that means something in pairs. */
static bool rules_apply(rtp_escape *e)
{
    bool paired = false;
    for (size_t k = 0; k < e->sign_count; k++) {
        size_t i = e->signs[k];
        escape_rule *applies = rules[(unsigned char)e->text[i]];
        if (applies && applies(e, i)) {
            rtp_escape_mark(e, i, RTP_MARK_ESCAPE);
        }
        paired = paired || (!applies && e->text[i] != '|');
    }
    return paired;
}

/* ---- spots ---- */

/* Pipes end a cell wherever they stand, in an address of ours too. */
static void pipes_escape(rtp_escape *e)
{
    const char *end = e->text + e->len, *at = e->text;
    while ((at = memchr(at, '|', (size_t)(end - at)))) {
        rtp_escape_mark(e, (size_t)(at++ - e->text), RTP_MARK_ESCAPE);
    }
}

/* "## C #" would lose its last character: a heading may be closed by the signs that open it. */
static void closing_escape(rtp_escape *e)
{
    size_t from = e->len;
    while (from > 0 && e->text[from - 1] == '#') {
        from--;
    }
    if (from < e->len && (from == 0 || e->text[from - 1] == ' ')) {
        rtp_escape_mark(e, from, RTP_MARK_ESCAPE);
    }
}

static void (*const spots[])(rtp_escape *) = {
    [RTP_SPOT_LINE] = rtp_escape_line_starts,
    [RTP_SPOT_ITEM] = rtp_escape_line_starts,
    [RTP_SPOT_HEADING] = closing_escape,
    [RTP_SPOT_CELL] = pipes_escape,
};

/* ---- output ---- */

/* What stands for the byte at i, which is marked or a line break; returns the bytes it replaces. */
static size_t mark_put(const rtp_escape *e, size_t i, rtp_str prefix, rtp_buf *out)
{
    if (e->marks[i] & RTP_MARK_ENTITY) {
        uint32_t code_point = 0;
        size_t len = rtp_utf8_decode(e->text + i, e->len - i, &code_point);
        rtp_buf_format(out, "&#%lu;", (unsigned long)code_point);
        return len;
    }
    if ((e->marks[i] & RTP_MARK_SOFT) == 0) {
        rtp_buf_put_char(out, '\\');
    }
    if (e->text[i] == '\n') {
        rtp_buf_put_char(out, '\n');
        rtp_buf_put(out, prefix);
        return 1;
    }
    return 0;
}

static bool is_put_otherwise(const rtp_escape *e, size_t i)
{
    return (e->marks[i] & (RTP_MARK_ESCAPE | RTP_MARK_ENTITY)) != 0 || e->text[i] == '\n';
}

/* Where the next byte is that is not put as it is. Most blocks have no marks, and few have line breaks. */
static size_t plain_end(const rtp_escape *e, size_t i)
{
    if (!e->marked) {
        const char *end = memchr(e->text + i, '\n', e->len - i);
        return end ? (size_t)(end - e->text) : e->len;
    }
    while (i < e->len && !is_put_otherwise(e, i)) {
        i++;
    }
    return i;
}

static void source_put(const rtp_escape *e, rtp_str prefix, rtp_buf *out)
{
    size_t from = 0;
    for (size_t i = plain_end(e, 0); i < e->len; i = plain_end(e, i + 1)) {
        rtp_buf_put(out, (rtp_str){e->text + from, i - from});
        from = i + mark_put(e, i, prefix, out);
    }
    rtp_buf_put(out, (rtp_str){e->text + from, e->len - from});
}

void rtp_markdown_put(rtp_buf *out, rtp_inline *line, rtp_text_spot spot, rtp_str prefix)
{
    rtp_escape e = {.text = line->text,
                    .marks = line->marks,
                    .len = line->len,
                    .signs = line->signs,
                    .sign_count = line->sign_count,
                    .spot = spot};
    if (e.len == 0) {
        return;
    }
    if (line->emphasised) {
        rtp_escape_own_markers(&e);
    }
    bool paired = rules_apply(&e);
    spots[spot](&e);
    if (paired) {
        rtp_escape_delimiters(&e);
    }
    if (line->width > 0 && (spot == RTP_SPOT_LINE || spot == RTP_SPOT_ITEM)) {
        rtp_escape_fold(&e, line->text, line->width > prefix.len ? line->width - prefix.len : 1);
    }
    source_put(&e, prefix, out);
}
