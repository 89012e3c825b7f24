/* Reads rows of CSV. A quote opens a cell only where the cell begins, so that inches and apostrophes inside a
 * cell without quotes are text, as spreadsheets have it. */
#include "base/csv.h"

static void fail(rtp_csv *csv, rtp_csv_fault fault, size_t at)
{
    if (csv->fault == RTP_CSV_FINE) {
        csv->fault = fault;
        csv->fault_at = at;
    }
}

static bool is_end(const rtp_csv *csv, size_t at)
{
    rtp_str text = csv->text;
    return at >= text.len || text.ptr[at] == '\n' || text.ptr[at] == '\r' || text.ptr[at] == csv->delimiter;
}

static void skip_blanks(rtp_csv *csv)
{
    rtp_str text = csv->text;
    while (csv->at < text.len && (text.ptr[csv->at] == ' ' || (text.ptr[csv->at] == '\t' && csv->delimiter != '\t'))) {
        csv->at++;
    }
}

/* Behind the last quote that belongs to the cell, or the end of the text. */
static size_t quoted_end(rtp_str text, size_t at, bool *closed, bool *doubled)
{
    for (*closed = *doubled = false; at < text.len && !*closed; at++) {
        bool quote = text.ptr[at] == '"';
        bool twice = quote && at + 1 < text.len && text.ptr[at + 1] == '"';
        at += twice;
        *doubled = *doubled || twice;
        *closed = quote && !twice;
    }
    return at;
}

/* The text between the quotes, without the doubled ones. */
static rtp_str unquoted(rtp_csv *csv, size_t from, size_t to)
{
    char *made = rtp_arena_take(csv->arena, to - from + 1);
    size_t len = 0;
    for (size_t i = from; i < to; i++) {
        made[len++] = csv->text.ptr[i];
        i += csv->text.ptr[i] == '"';
    }
    return (rtp_str){made, len};
}

static rtp_csv_cell quoted_cell(rtp_csv *csv)
{
    size_t from = csv->at;
    bool closed = false, doubled = false;
    csv->at = quoted_end(csv->text, from + 1, &closed, &doubled);
    size_t end = csv->at - closed;
    bool fits = csv->cell_most == 0 || end - from - 1 <= csv->cell_most;
    rtp_str inside = {csv->text.ptr + from + 1, end - from - 1};
    rtp_csv_cell cell = {rtp_str_trim(doubled && fits ? unquoted(csv, from + 1, end) : inside), from, csv->at - from};
    skip_blanks(csv);
    if (!closed) {
        fail(csv, RTP_CSV_OPEN, from);
    } else if (!is_end(csv, csv->at)) {
        fail(csv, RTP_CSV_FOLLOWED, csv->at);
        while (!is_end(csv, csv->at)) {
            csv->at++;
        }
    }
    return cell;
}

static rtp_csv_cell read_cell(rtp_csv *csv)
{
    skip_blanks(csv);
    if (csv->at < csv->text.len && csv->text.ptr[csv->at] == '"') {
        return quoted_cell(csv);
    }
    size_t from = csv->at;
    while (!is_end(csv, csv->at)) {
        csv->at++;
    }
    rtp_str text = rtp_str_trim((rtp_str){csv->text.ptr + from, csv->at - from});
    return (rtp_csv_cell){text, from, text.len > 0 ? text.len : 1};
}

static void take(rtp_csv *csv, rtp_csv_cell cell)
{
    if (csv->cell_most > 0 && cell.text.len > csv->cell_most) {
        fail(csv, RTP_CSV_LONG, cell.offset);
    }
    if (csv->cells_most > 0 && csv->len == csv->cells_most) {
        fail(csv, RTP_CSV_WIDE, cell.offset);
        return;
    }
    csv->cells = rtp_array_grow(csv->arena, csv->cells, csv->len, &csv->cap, sizeof *csv->cells);
    csv->cells[csv->len++] = cell;
}

bool rtp_csv_next(rtp_csv *csv)
{
    rtp_str text = csv->text;
    csv->len = 0;
    csv->fault = RTP_CSV_FINE;
    if (csv->at >= text.len) {
        return false;
    }
    for (bool more = true; more;) {
        take(csv, read_cell(csv));
        more = csv->at < text.len && text.ptr[csv->at] == csv->delimiter;
        csv->at += more;
    }
    csv->at += csv->at < text.len && text.ptr[csv->at] == '\r';
    csv->at += csv->at < text.len && text.ptr[csv->at] == '\n';
    return true;
}

bool rtp_csv_is_blank(const rtp_csv *csv)
{
    bool blank = true;
    for (size_t i = 0; i < csv->len && blank; i++) {
        blank = csv->cells[i].text.len == 0;
    }
    return blank;
}
