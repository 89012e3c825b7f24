/* Finds the stretches of a text that are judged one by one. Lines that Markdown makes a heading, an item or
 * a row stand alone; block quotes, code and the lines of a comment are passed over. */
#include "lint/token.h"

#include <string.h>

typedef struct line {
    size_t from, to; /* without the line end */
    size_t next;     /* where the next line starts */
    rtp_str words;   /* without the blanks around it */
} line;

static line line_at(rtp_str text, size_t at)
{
    const char *end = memchr(text.ptr + at, '\n', text.len - at);
    size_t to = end ? (size_t)(end - text.ptr) : text.len;
    return (line){at, to, end ? to + 1 : to, rtp_str_trim((rtp_str){text.ptr + at, to - at})};
}

static bool starts_with(const line *l, const char *mark)
{
    return rtp_str_starts(l->words, rtp_str_from(mark));
}

/* ---- what is passed over ---- */

static bool is_fence(const line *l)
{
    return starts_with(l, "```") || starts_with(l, "~~~");
}

/* Where the line behind the closing fence starts. */
static size_t behind_fence(rtp_str text, const line *opening)
{
    rtp_str mark = {opening->words.ptr, 3};
    size_t at = opening->next;
    while (at < text.len) {
        line l = line_at(text, at);
        at = l.next;
        if (rtp_str_starts(l.words, mark)) {
            break;
        }
    }
    return at;
}

/* Where the line starts behind a comment that ends at `end`; 0 when words follow on its own line. */
static size_t behind_end(rtp_str text, size_t end)
{
    if (end == SIZE_MAX || end >= text.len) {
        return end == SIZE_MAX ? 0 : end;
    }
    line last = line_at(text, end);
    return last.words.len == 0 ? last.next : 0;
}

/* Finds the end of the next comment from `at` on. */
static void find_comment_end(rtp_paragraphs *p, size_t at)
{
    rtp_str mark = rtp_lit("-->");
    while (at + mark.len <= p->text.len && memcmp(p->text.ptr + at, mark.ptr, mark.len) != 0) {
        at++;
    }
    p->comment_end = at + mark.len <= p->text.len ? at + mark.len : SIZE_MAX;
    p->comment_behind = behind_end(p->text, p->comment_end);
}

/* A comment that starts its line and ends at the end of a line; 0 for any other. Many lines may open one that
 * ends at the same place, so its end is looked for once. */
static size_t behind_comment(rtp_paragraphs *p, const line *opening)
{
    if (p->comment_end <= opening->from) {
        find_comment_end(p, opening->from);
    }
    return p->comment_behind;
}

/* Behind what starts at this line and is no text of the author's; 0 when the line is. */
static size_t passed_over(rtp_paragraphs *p, const line *l)
{
    if (!p->markdown) {
        return 0;
    }
    if (is_fence(l)) {
        return behind_fence(p->text, l);
    }
    if (starts_with(l, ">")) {
        return l->next;
    }
    return starts_with(l, "<!--") ? behind_comment(p, l) : 0;
}

/* ---- what stands alone ---- */

static bool is_heading(const line *l)
{
    return starts_with(l, "#");
}

static bool is_row(const line *l)
{
    return starts_with(l, "|");
}

static bool is_rule(const line *l)
{
    for (size_t i = 0; i < l->words.len; i++) {
        if (!strchr("-=*_ ", l->words.ptr[i])) {
            return false;
        }
    }
    return l->words.len > 1;
}

static bool is_item(const line *l)
{
    size_t digits = 0;
    while (digits < l->words.len && l->words.ptr[digits] >= '0' && l->words.ptr[digits] <= '9') {
        digits++;
    }
    rtp_str rest = {l->words.ptr + digits, l->words.len - digits};
    bool bullet = rest.len > 1 && rest.ptr[1] == ' ' && strchr(digits > 0 ? ".)" : "-*+", rest.ptr[0]);
    return bullet && digits < 4;
}

/* Does the line begin something new after a line of text? */
static bool parts(rtp_paragraphs *p, const line *l)
{
    return l->words.len == 0 || is_item(l) ||
           (p->markdown && (passed_over(p, l) > 0 || is_heading(l) || is_row(l) || is_rule(l)));
}

bool rtp_paragraph_next(rtp_paragraphs *p, size_t *from, size_t *to)
{
    while (p->at < p->text.len) {
        line l = line_at(p->text, p->at);
        size_t behind = passed_over(p, &l);
        p->at = behind > 0 ? behind : l.next;
        if (behind > 0 || l.words.len == 0 || (p->markdown && is_rule(&l))) {
            continue;
        }
        *from = l.from;
        *to = l.to;
        bool alone = p->markdown && (is_heading(&l) || is_row(&l));
        while (!alone && p->at < p->text.len) {
            line next = line_at(p->text, p->at);
            if (parts(p, &next)) {
                break;
            }
            *to = next.to;
            p->at = next.next;
        }
        return true;
    }
    return false;
}
