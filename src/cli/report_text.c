/* A diagnostic for people: place, message, the line it is about, a caret, and what to do.
 * Long lines are cut around the caret, so that one-line JSON is still readable. */
#include "cli/report.h"

enum { LINE_WIDTH = 100, LEFT_WIDTH = 40 };

typedef enum tint { TINT_SEVERITY, TINT_BOLD, TINT_GUTTER, TINT_CARET } tint;

static const char *tint_code(tint which, rtp_severity severity)
{
    static const char *const severities[] = {
        [RTP_NOTE] = "\x1b[1;36m", [RTP_WARNING] = "\x1b[1;35m", [RTP_ERROR] = "\x1b[1;31m"};
    static const char *const others[] = {
        [TINT_BOLD] = "\x1b[1m", [TINT_GUTTER] = "\x1b[34m", [TINT_CARET] = "\x1b[32m"};
    return which == TINT_SEVERITY ? severities[severity] : others[which];
}

static void tint_on(const rtp_report *report, const rtp_diag *diag, rtp_buf *out, tint which)
{
    if (report->colour) {
        rtp_buf_puts(out, tint_code(which, diag->severity));
    }
}

static void tint_off(const rtp_report *report, rtp_buf *out)
{
    if (report->colour) {
        rtp_buf_puts(out, "\x1b[0m");
    }
}

/* ---- the excerpt: the part of the line that is shown ---- */

typedef struct excerpt {
    rtp_str before, marked, after;
    bool cut_left, cut_right;
} excerpt;

static size_t step_back(rtp_str line, size_t at)
{
    for (size_t n = 4; n > 1; n--) {
        if (at >= n && rtp_utf8_length(line.ptr + at - n, n) == n) {
            return at - n;
        }
    }
    return at - 1;
}

static size_t step_on(rtp_str line, size_t at)
{
    size_t length = rtp_utf8_length(line.ptr + at, line.len - at);
    return at + (length > 0 ? length : 1);
}

static size_t columns_of(rtp_str line, size_t from, size_t to)
{
    return rtp_utf8_width((rtp_str){line.ptr + from, to - from});
}

static excerpt excerpt_make(rtp_str line, size_t offset, size_t length)
{
    size_t end = length < line.len - offset ? offset + length : line.len;
    size_t from = 0, to = line.len;
    if (line.len > LINE_WIDTH) {
        size_t columns = 0;
        for (from = offset; from > 0 && columns < LEFT_WIDTH;) {
            size_t next = step_back(line, from);
            columns += columns_of(line, next, from);
            from = next;
        }
        for (to = from, columns = 0; to < line.len && columns < LINE_WIDTH;) {
            size_t next = step_on(line, to);
            columns += columns_of(line, to, next);
            to = next;
        }
        end = end < to ? end : to;
    }
    return (excerpt){
        .before = {line.ptr + from, offset - from},
        .marked = {line.ptr + offset, end - offset},
        .after = {line.ptr + end, to - end},
        .cut_left = from > 0,
        .cut_right = to < line.len,
    };
}

static rtp_str line_at(rtp_str text, size_t offset)
{
    size_t from = offset, to = offset;
    while (from > 0 && text.ptr[from - 1] != '\n') {
        from--;
    }
    while (to < text.len && text.ptr[to] != '\n') {
        to++;
    }
    if (to > from && to > offset && text.ptr[to - 1] == '\r') {
        to--;
    }
    if (from == 0 && offset >= 3 && rtp_str_starts(text, rtp_lit("\xEF\xBB\xBF"))) {
        from = 3; /* a byte order mark is not part of what the user sees */
    }
    return (rtp_str){text.ptr + from, to - from};
}

/* ---- the snippet ---- */

static size_t put_measured(rtp_buf *out, rtp_str text)
{
    size_t start = out->len;
    rtp_terminal_put(out, text);
    return out->failed ? 0 : rtp_utf8_width((rtp_str){out->ptr + start, out->len - start});
}

static void put_gutter(const rtp_report *report, const rtp_diag *diag, rtp_buf *out, size_t line)
{
    char digits[24];
    size_t width = 0;
    for (size_t rest = line; rest > 0; rest /= 10) {
        digits[width++] = (char)('0' + rest % 10);
    }
    tint_on(report, diag, out, TINT_GUTTER);
    rtp_buf_puts(out, "  ");
    for (size_t i = width; i > 0; i--) {
        rtp_buf_put_char(out, digits[i - 1]);
    }
    rtp_buf_puts(out, " | ");
    tint_off(report, out);
}

static void put_snippet(const rtp_report *report, const rtp_diag *diag, rtp_buf *out, size_t line)
{
    rtp_str text = diag->source->text;
    size_t offset = diag->offset < text.len ? diag->offset : text.len;
    rtp_str whole = line_at(text, offset);
    excerpt shown = excerpt_make(whole, offset - (size_t)(whole.ptr - text.ptr), diag->length);
    size_t gutter = out->len;
    put_gutter(report, diag, out, line);
    gutter = out->len - gutter - (report->colour ? sizeof "\x1b[34m\x1b[0m" - 1 : 0);
    size_t left = shown.cut_left ? put_measured(out, rtp_lit("…")) : 0;
    left += put_measured(out, shown.before);
    size_t marked = put_measured(out, shown.marked);
    rtp_terminal_put(out, shown.after);
    rtp_buf_puts(out, shown.cut_right ? "…\n" : "\n");

    tint_on(report, diag, out, TINT_GUTTER);
    rtp_buf_fill(out, ' ', gutter - 2);
    rtp_buf_puts(out, "| ");
    tint_off(report, out);
    rtp_buf_fill(out, ' ', left);
    tint_on(report, diag, out, TINT_CARET);
    rtp_buf_put_char(out, '^');
    rtp_buf_fill(out, '~', marked > 1 ? marked - 1 : 0);
    tint_off(report, out);
    if (diag->pointer.len > 0) {
        rtp_buf_put_char(out, ' ');
        rtp_terminal_put(out, diag->pointer);
    }
    rtp_buf_put_char(out, '\n');
}

void rtp_report_put_text(const rtp_report *report, const rtp_diag *diag, rtp_buf *out)
{
    rtp_place place = {0, 0};
    tint_on(report, diag, out, TINT_BOLD);
    if (diag->source) {
        place = rtp_place_of(diag->source, diag->offset);
        rtp_terminal_put(out, diag->source->name);
        rtp_buf_format(out, ":%zu:%zu: ", place.line, place.column);
    } else {
        rtp_buf_puts(out, "rtopitch: ");
    }
    tint_off(report, out);
    tint_on(report, diag, out, TINT_SEVERITY);
    rtp_buf_format(out, "%s: ", rtp_severity_name(diag->severity));
    tint_off(report, out);
    tint_on(report, diag, out, TINT_BOLD);
    rtp_terminal_put(out, diag->message);
    tint_off(report, out);
    rtp_buf_format(out, " [%s]\n", diag->code);
    if (diag->source && diag->source->text.len > 0) {
        put_snippet(report, diag, out, place.line);
    }
    if (diag->hint.len > 0) {
        rtp_buf_puts(out, "    = help: ");
        rtp_terminal_put(out, diag->hint);
        rtp_buf_put_char(out, '\n');
    }
}
