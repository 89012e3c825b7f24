/* Reads CSV the way spreadsheets write it: quoted cells, three delimiters, any line end, a byte order
 * mark. What cannot be read has its place told. */
#include "profile/sheet.h"

#include <string.h>

typedef struct reader {
    const rtp_source *source;
    rtp_arena *arena;
    rtp_diags *diags;
    struct rtp_sheet *sheet;
    size_t at, row_cap, cell_cap;
} reader;

static void refuse(reader *r, const char *code, size_t offset, rtp_str message, rtp_str hint)
{
    rtp_diags_put(r->diags, (rtp_diag){.severity = RTP_ERROR,
                                       .code = code,
                                       .source = r->source,
                                       .offset = offset,
                                       .length = 1,
                                       .message = message,
                                       .hint = hint});
}

/* ---- the text as a whole ---- */

static bool is_odd(const char *at, size_t len)
{
    uint32_t point = 0;
    bool space = *at == '\t' || *at == '\n' || *at == '\r';
    return !space && rtp_utf8_decode(at, len, &point) > 0 && rtp_utf8_is_unsafe(point);
}

static bool check_text(reader *r)
{
    rtp_str text = r->source->text;
    for (size_t at = r->at, len = 1; at < text.len; at += len) {
        len = rtp_utf8_length(text.ptr + at, text.len - at);
        if (len == 0 || is_odd(text.ptr + at, text.len - at)) {
            refuse(r, "P0165", at,
                   len == 0 ? rtp_lit("this byte is not UTF-8") : rtp_lit("a control character stands here"),
                   rtp_lit("save the sheet as CSV in UTF-8"));
            return false;
        }
    }
    return true;
}

static char find_delimiter(rtp_str text)
{
    static const char delimiters[] = {'\t', ';', ','};
    bool quoted = false, seen[sizeof delimiters] = {false};
    for (size_t i = 0; i < text.len && (quoted || text.ptr[i] != '\n'); i++) {
        quoted = quoted != (text.ptr[i] == '"');
        for (size_t k = 0; k < sizeof delimiters && !quoted; k++) {
            seen[k] = seen[k] || text.ptr[i] == delimiters[k];
        }
    }
    size_t k = 0;
    while (k + 1 < sizeof delimiters && !seen[k]) {
        k++;
    }
    return delimiters[k];
}

/* ---- cells ---- */

static bool is_end(const reader *r, size_t at)
{
    rtp_str text = r->source->text;
    return at >= text.len || text.ptr[at] == '\n' || text.ptr[at] == '\r' || text.ptr[at] == r->sheet->delimiter;
}

static void skip_blanks(reader *r)
{
    rtp_str text = r->source->text;
    while (r->at < text.len && (text.ptr[r->at] == ' ' || (text.ptr[r->at] == '\t' && r->sheet->delimiter != '\t'))) {
        r->at++;
    }
}

/* Behind the last quote that belongs to the cell, or the end of the text. */
static size_t quoted_end(rtp_str text, size_t at, bool *closed)
{
    for (*closed = false; at < text.len && !*closed; at++) {
        bool quote = text.ptr[at] == '"';
        bool doubled = quote && at + 1 < text.len && text.ptr[at + 1] == '"';
        at += doubled;
        *closed = quote && !doubled;
    }
    return at;
}

/* The text between the quotes, without the doubled ones. */
static rtp_str unquoted(reader *r, size_t from, size_t to)
{
    char *made = rtp_arena_take(r->arena, to - from + 1);
    size_t len = 0;
    for (size_t i = from; i < to; i++) {
        made[len++] = r->source->text.ptr[i];
        i += r->source->text.ptr[i] == '"';
    }
    return rtp_str_trim((rtp_str){made, len});
}

static rtp_cell quoted_cell(reader *r)
{
    size_t from = r->at;
    bool closed = false;
    r->at = quoted_end(r->source->text, from + 1, &closed);
    rtp_cell cell = {unquoted(r, from + 1, r->at - closed), from, r->at - from};
    skip_blanks(r);
    if (!closed) {
        refuse(r, "P0164", from, rtp_lit("this cell in quotes does not end"), rtp_lit("close it with a double quote"));
    } else if (!is_end(r, r->at)) {
        refuse(r, "P0164", r->at, rtp_lit("text follows the end of a cell in quotes"),
               rtp_lit("write a double quote inside a cell twice"));
        while (!is_end(r, r->at)) {
            r->at++;
        }
    }
    return cell;
}

static rtp_cell read_cell(reader *r)
{
    skip_blanks(r);
    if (r->at < r->source->text.len && r->source->text.ptr[r->at] == '"') {
        return quoted_cell(r);
    }
    size_t from = r->at;
    while (!is_end(r, r->at)) {
        r->at++;
    }
    rtp_str text = rtp_str_trim((rtp_str){r->source->text.ptr + from, r->at - from});
    return (rtp_cell){text, from, text.len > 0 ? text.len : 1};
}

/* ---- rows ---- */

static rtp_sheet_row read_row(reader *r)
{
    rtp_sheet_row row = {NULL, 0};
    rtp_str text = r->source->text;
    size_t cap = 0;
    bool more = true;
    while (more) {
        row.cells = rtp_array_grow(r->arena, row.cells, row.len, &cap, sizeof *row.cells);
        row.cells[row.len++] = read_cell(r);
        more = r->at < text.len && text.ptr[r->at] == r->sheet->delimiter;
        r->at += more;
    }
    r->at += r->at < text.len && text.ptr[r->at] == '\r';
    r->at += r->at < text.len && text.ptr[r->at] == '\n';
    return row;
}

/* Spreadsheets leave rows of bare delimiters behind what was deleted. */
static bool is_blank(const rtp_sheet_row *row)
{
    bool blank = true;
    for (size_t i = 0; i < row->len && blank; i++) {
        blank = row->cells[i].text.len == 0;
    }
    return blank;
}

bool rtp_sheet_read(const rtp_source *source, rtp_arena *arena, rtp_diags *diags, struct rtp_sheet *sheet)
{
    const rtp_str mark = rtp_lit("\xEF\xBB\xBF");
    reader r = {.source = source, .arena = arena, .diags = diags, .sheet = sheet};
    size_t errors = diags->errors;
    *sheet = (struct rtp_sheet){.delimiter = ','};
    r.at = rtp_str_starts(source->text, mark) ? mark.len : 0;
    if (!check_text(&r)) {
        return false;
    }
    sheet->delimiter = find_delimiter(source->text);
    while (r.at < source->text.len) {
        rtp_sheet_row row = read_row(&r);
        if (!is_blank(&row)) {
            sheet->rows = rtp_array_grow(arena, sheet->rows, sheet->len, &r.row_cap, sizeof *sheet->rows);
            sheet->rows[sheet->len++] = row;
        }
    }
    return diags->errors == errors;
}
