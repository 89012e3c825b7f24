/* Wraps the source of a paragraph. A line that begins with the reader's words could begin a list or a heading there,
 * so the starts of new lines are escaped like those of blocks. */
#include "render/escape.h"

/* Columns of source, with the backslashes and references that marks will add. */
static size_t source_width(const rtp_escape *e, size_t from, size_t to)
{
    enum { REFERENCE = 6 };
    size_t width = rtp_utf8_width((rtp_str){e->text + from, to - from});
    for (size_t i = from; i < to; i++) {
        width += (e->marks[i] & RTP_MARK_ESCAPE) != 0;
        width += (e->marks[i] & RTP_MARK_ENTITY) != 0 ? REFERENCE : 0;
    }
    return width;
}

static size_t word_end(const rtp_escape *e, size_t i)
{
    while (i < e->len && e->text[i] != ' ' && e->text[i] != '\n') {
        i++;
    }
    return i;
}

/* Not before a citation: "[^1]:" at the start of a line would define it. */
static bool may_begin_line(const rtp_escape *e, size_t i)
{
    char next = rtp_escape_at(e, i + 1);
    return e->text[i] != '[' || rtp_escape_is_words(e, i) || (next != '^' && !rtp_escape_is_digit(next));
}

/* A backslash at the end of a line would make a hard break of it. */
static void line_end_put(rtp_escape *e, char *text, size_t i)
{
    text[i] = '\n';
    rtp_escape_mark(e, i, RTP_MARK_SOFT);
    rtp_escape_mark(e, i, RTP_MARK_OWN);
    if (i > 0 && text[i - 1] == '\\' && rtp_escape_is_words(e, i - 1)) {
        rtp_escape_mark(e, i - 1, RTP_MARK_ESCAPE);
    }
}

/* Ends a line before each word that would go past the width. A sign that begins a line may need a backslash. */
static void lines_end(rtp_escape *e, char *text, size_t width)
{
    size_t column = 0;
    for (size_t i = 0, to = 0; i < e->len; i = to + (to < e->len)) {
        to = word_end(e, i);
        size_t wide = source_width(e, i, to) + (rtp_escape_at(e, to) == '\n');
        bool first = i == 0 || text[i - 1] == '\n';
        if (!first && column + 1 + wide > width && may_begin_line(e, i)) {
            line_end_put(e, text, i - 1);
            column = wide + !rtp_escape_is_letter(text[i]);
        } else {
            column = first ? wide : column + 1 + wide;
        }
    }
}

void rtp_escape_fold(rtp_escape *e, char *text, size_t width)
{
    lines_end(e, text, width);
    rtp_escape_line_starts(e);
    rtp_escape_delimiters(e); /* a backslash in a run of signs makes two runs of it */
}
