/* What Markdown takes for the start of a block when a line begins with it: headings, lists, quotes, fences,
 * underlines. One row a construct, since the same sign can begin several. */
#include "render/escape.h"

#include <string.h>

static const size_t nowhere = SIZE_MAX;

typedef struct line {
    const rtp_escape *e;
    size_t from, to;
    bool first;
} line;

static bool is_gap(const line *l, size_t i)
{
    return i >= l->to || l->e->text[i] == ' ';
}

static size_t run_length(const line *l, const char *chars)
{
    size_t i = l->from;
    while (i < l->to && strchr(chars, l->e->text[i])) {
        i++;
    }
    return i - l->from;
}

static bool is_only(const line *l, const char *chars)
{
    return run_length(l, chars) == l->to - l->from;
}

/* ---- each says which byte to escape ---- */

static size_t heading_find(const line *l)
{
    size_t count = run_length(l, "#");
    return count <= 6 && is_gap(l, l->from + count) ? l->from : nowhere;
}

static size_t quote_find(const line *l)
{
    return l->from;
}

static size_t bullet_find(const line *l)
{
    return is_gap(l, l->from + 1) ? l->from : nowhere;
}

static size_t number_find(const line *l)
{
    size_t dot = l->from + run_length(l, "0123456789");
    bool marker = dot < l->to && (l->e->text[dot] == '.' || l->e->text[dot] == ')');
    return marker && dot - l->from <= 9 && is_gap(l, dot + 1) && rtp_escape_is_words(l->e, dot) ? dot : nowhere;
}

/* "---", "* * *": a rule across the page. */
static size_t rule_find(const line *l)
{
    char chars[3] = {l->e->text[l->from], ' ', '\0'};
    return is_only(l, chars) ? l->from : nowhere;
}

/* "===" under a line makes a heading of it, "--- | ---" the head of a table. */
static size_t underline_find(const line *l)
{
    return !l->first && is_only(l, "=") ? l->from : nowhere;
}

static size_t delimiters_find(const line *l)
{
    return !l->first && is_only(l, "|:- ") ? l->from : nowhere;
}

static size_t fence_find(const line *l)
{
    char chars[2] = {l->e->text[l->from], '\0'};
    return run_length(l, chars) >= 3 ? l->from : nowhere;
}

/* "[x]: address" is taken out of the text, "[x]" makes an item a task, "[!NOTE]" a quote an alert. */
static size_t bracket_find(const line *l)
{
    const char *text = l->e->text;
    if (l->from + 1 < l->to && text[l->from + 1] == '!') {
        return l->from;
    }
    if (l->e->spot == RTP_SPOT_ITEM && l->first && l->to - l->from > 2 && text[l->from + 2] == ']' &&
        strchr(" xX", text[l->from + 1])) {
        return l->from;
    }
    for (size_t i = l->from; i + 1 < l->to; i++) {
        if (text[i] == ']' && text[i + 1] == ':') {
            return l->from;
        }
    }
    return nowhere;
}

typedef struct starter {
    const char *chars;
    size_t (*find)(const line *l);
} starter;

static const starter starters[] = {
    {"#", heading_find},   {">", quote_find},  {"-+*", bullet_find}, {"0123456789", number_find}, {"-*_", rule_find},
    {"=", underline_find}, {"`~", fence_find}, {"[", bracket_find},  {"|:-", delimiters_find},
};

static void line_escape(rtp_escape *e, const line *l)
{
    char c = rtp_escape_at(e, l->from);
    if (!rtp_escape_is_words(e, l->from) || rtp_escape_is_letter(c) || (unsigned char)c >= 0x80) {
        return;
    }
    for (size_t i = 0; i < RTP_COUNT(starters); i++) {
        size_t at = strchr(starters[i].chars, c) ? starters[i].find(l) : nowhere;
        if (at != nowhere) {
            rtp_escape_mark(e, at, RTP_MARK_ESCAPE);
            e->ticks = e->ticks || c == '`';
        }
    }
}

void rtp_escape_line_starts(rtp_escape *e)
{
    size_t from = 0;
    while (from < e->len) {
        const char *end = memchr(e->text + from, '\n', e->len - from);
        size_t to = end ? (size_t)(end - e->text) : e->len;
        line_escape(e, &(line){e, from, to, from == 0});
        from = to + 1;
    }
}
