/* Reads CSV the way spreadsheets write it: three delimiters, a byte order mark, rows of base/csv.
 * What cannot be read has its place told. */
#include "profile/sheet.h"

#include <string.h>

typedef struct reader {
    const rtp_source *source;
    rtp_diags *diags;
    size_t at, row_cap;
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

/* ---- rows ---- */

static void refuse_fault(reader *r, const rtp_csv *csv)
{
    if (csv->fault == RTP_CSV_OPEN) {
        refuse(r, "P0164", csv->fault_at, rtp_lit("this cell in quotes does not end"),
               rtp_lit("close it with a double quote"));
    } else if (csv->fault == RTP_CSV_FOLLOWED) {
        refuse(r, "P0164", csv->fault_at, rtp_lit("text follows the end of a cell in quotes"),
               rtp_lit("write a double quote inside a cell twice"));
    }
}

bool rtp_sheet_read(const rtp_source *source, rtp_arena *arena, rtp_diags *diags, struct rtp_sheet *sheet)
{
    const rtp_str mark = rtp_lit("\xEF\xBB\xBF");
    reader r = {.source = source, .diags = diags};
    size_t errors = diags->errors;
    *sheet = (struct rtp_sheet){.delimiter = ','};
    r.at = rtp_str_starts(source->text, mark) ? mark.len : 0;
    if (!check_text(&r)) {
        return false;
    }
    sheet->delimiter = find_delimiter(source->text);
    rtp_csv csv = {.text = source->text, .at = r.at, .delimiter = sheet->delimiter, .arena = arena};
    for (; rtp_csv_next(&csv); csv.cells = NULL, csv.cap = 0) {
        refuse_fault(&r, &csv);
        if (!rtp_csv_is_blank(&csv)) {
            sheet->rows = rtp_array_grow(arena, sheet->rows, sheet->len, &r.row_cap, sizeof *sheet->rows);
            sheet->rows[sheet->len++] = (rtp_sheet_row){csv.cells, csv.len};
        }
    }
    return diags->errors == errors;
}
