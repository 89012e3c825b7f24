/* Finds the delimiter that splits most rows alike, and the header behind the lines that programs put above it. */
#include "import/table.h"

#include "import/when.h"

#include <string.h>

enum { TRIED_BYTES = 65536, TRIED_ROWS = 100, CELL_MOST = 1024 * 1024, SHOWN_COLUMNS = 12 };

/* ---- the delimiter ---- */

/* Rows with as many cells as most others that have more than one. */
static size_t alike(rtp_str text, char delimiter, rtp_arena *scratch)
{
    size_t widths[RTP_TABLE_COLUMNS + 1] = {0}, best = 0;
    rtp_csv csv = {.text = text, .delimiter = delimiter, .cells_most = RTP_TABLE_COLUMNS, .arena = scratch};
    for (size_t n = 0; n < TRIED_ROWS && rtp_csv_next(&csv); n++) {
        widths[csv.len] += csv.fault == RTP_CSV_FINE && !rtp_csv_is_blank(&csv);
    }
    for (size_t i = 2; i <= RTP_TABLE_COLUMNS; i++) {
        best = widths[i] > best ? widths[i] : best;
    }
    return best;
}

static char find_delimiter(rtp_import *run, rtp_str text)
{
    static const char tried[] = {'\t', ';', '|', ','};
    rtp_arena *scratch = rtp_arena_make();
    size_t best = 0;
    char found = ',';
    text.len = text.len < TRIED_BYTES ? text.len : TRIED_BYTES;
    for (size_t i = 0; i < RTP_COUNT(tried); i++) {
        size_t n = alike(text, tried[i], scratch);
        if (n > best) {
            best = n;
            found = tried[i];
        }
    }
    rtp_arena_free(scratch);
    (void)run;
    return found;
}

/* "sep=;" is for a spreadsheet, and stands alone in the first line. */
static size_t take_separator(rtp_str text, char *delimiter)
{
    rtp_str start = rtp_lit("sep=");
    bool is = text.len > start.len + 1 && rtp_str_equal_any_case((rtp_str){text.ptr, start.len}, start) &&
              (text.ptr[start.len + 1] == '\n' || text.ptr[start.len + 1] == '\r');
    if (!is) {
        return 0;
    }
    *delimiter = *delimiter ? *delimiter : text.ptr[start.len];
    size_t at = start.len + 1;
    at += text.ptr[at] == '\r';
    return at + (at < text.len && text.ptr[at] == '\n');
}

/* ---- rows ---- */

static bool refuse_row(rtp_import *run, const rtp_table *table, const rtp_csv *csv)
{
    static const struct {
        const char *message, *hint;
    } words[] = {
        [RTP_CSV_FINE] = {"", ""},
        [RTP_CSV_OPEN] = {"this cell in quotes does not end", "close it with a double quote"},
        [RTP_CSV_FOLLOWED] = {"text follows the end of a cell in quotes", "write a double quote inside a cell twice"},
        [RTP_CSV_LONG] = {"this cell is larger than 1 MiB", "a quote may be missing at its end"},
        [RTP_CSV_WIDE] = {"this row has more than 1,000 cells", "check that this is the right file"},
    };
    return rtp_export_refuse(run, "I0502", table->source,
                             (rtp_diag){.offset = csv->fault_at,
                                        .message = rtp_str_from(words[csv->fault].message),
                                        .hint = rtp_str_from(words[csv->fault].hint)});
}

static bool refuse_width(rtp_import *run, const rtp_table *table, const rtp_csv *csv)
{
    const rtp_csv_cell *cell = &csv->cells[table->width];
    return rtp_export_refuse(
        run, "I0502", table->source,
        (rtp_diag){.offset = cell->offset,
                   .length = cell->length,
                   .message = rtp_arena_format(run->arena, "this row has %zu cells, and the header has %zu", csv->len,
                                               table->width),
                   .hint = rtp_lit("a cell with the delimiter in it must be in double quotes")});
}

/* Cells beyond the header are fine as long as they are empty. */
static bool is_wide(const rtp_table *table, const rtp_csv *csv)
{
    bool wide = false;
    for (size_t i = table->width; i < csv->len && !wide; i++) {
        wide = csv->cells[i].text.len > 0;
    }
    return wide && table->width > 0;
}

rtp_csv rtp_table_begin(const rtp_import *run, const rtp_table *table)
{
    return (rtp_csv){.text = table->source->text,
                     .at = table->body,
                     .delimiter = table->delimiter,
                     .cell_most = CELL_MOST,
                     .cells_most = RTP_TABLE_COLUMNS,
                     .arena = run->arena};
}

bool rtp_table_next(rtp_import *run, const rtp_table *table, rtp_csv *csv)
{
    bool more = rtp_csv_next(csv);
    while (more && csv->fault == RTP_CSV_FINE && rtp_csv_is_blank(csv)) {
        more = rtp_csv_next(csv);
    }
    if (more && csv->fault != RTP_CSV_FINE) {
        return refuse_row(run, table, csv);
    }
    return more && (!is_wide(table, csv) || refuse_width(run, table, csv));
}

/* ---- the header ---- */

static size_t filled(const rtp_csv *csv)
{
    size_t n = 0;
    for (size_t i = 0; i < csv->len; i++) {
        n += csv->cells[i].text.len > 0;
    }
    return n;
}

/* The most cells that a row of the first ones fills. */
static size_t widest(rtp_import *run, rtp_table *table)
{
    size_t most = 0;
    rtp_csv csv = rtp_table_begin(run, table);
    for (size_t n = 0; n < TRIED_ROWS && rtp_csv_next(&csv); n++) {
        size_t cells = csv.fault == RTP_CSV_FINE ? filled(&csv) : 0;
        most = cells > most ? cells : most;
    }
    return most;
}

/* Titles and comments above a header fill one cell where it fills several. */
static bool is_above(const rtp_csv *csv, size_t most)
{
    size_t cells = filled(csv);
    bool comment = rtp_str_starts(csv->cells[0].text, rtp_lit("# ")) && cells < most;
    return cells == 0 || comment || (cells == 1 && most > 1);
}

static bool has_date(const rtp_table_row *row)
{
    bool found = false;
    for (size_t i = 0; i < row->len && !found; i++) {
        rtp_when when;
        found = rtp_when_read(row->cells[i].text, &when) && (when.kind == RTP_WHEN_TOLD || when.kind == RTP_WHEN_PAIR);
    }
    return found;
}

static rtp_table_row take_row(rtp_csv *csv)
{
    rtp_table_row row = {csv->cells, csv->len};
    csv->cells = NULL;
    csv->cap = 0;
    return row;
}

/* Names of months across: three cells of a header that are dates are no names of columns. */
static bool is_across(const rtp_table_row *row)
{
    size_t dates = 0;
    for (size_t i = 0; i < row->len; i++) {
        rtp_when when;
        dates += rtp_when_read(row->cells[i].text, &when) && (when.kind == RTP_WHEN_TOLD || when.kind == RTP_WHEN_PAIR);
    }
    return dates >= 3 && dates + 2 >= row->len;
}

static bool find_header(rtp_import *run, rtp_table *table, int skip)
{
    size_t most = widest(run, table), above = 0, start;
    rtp_csv csv = rtp_table_begin(run, table);
    for (int i = 0; i < skip && rtp_csv_next(&csv); i++) {
    }
    do {
        start = csv.at;
        if (!rtp_table_next(run, table, &csv)) {
            return run->diags->errors > 0 || rtp_export_refuse(run, "I0502", NULL,
                                                               (rtp_diag){.message = rtp_lit("the file has no rows"),
                                                                          .hint = rtp_lit("export it again")});
        }
    } while (is_above(&csv, most) && ++above > 0);
    if (above > 0) {
        rtp_export_note(
            run, rtp_arena_format(run->arena, "%zu line%s above the header left out", above, above == 1 ? "" : "s"));
    }
    rtp_table_row first = take_row(&csv);
    if (is_across(&first)) {
        return rtp_export_refuse(run, "I0504", table->source,
                                 (rtp_diag){.offset = first.cells[0].offset,
                                            .length = first.cells[0].length,
                                            .message = rtp_lit("the months stand side by side, not below each other"),
                                            .hint = rtp_lit("turn the table round (transpose it) before saving it")});
    }
    bool named = !has_date(&first);
    table->header = named ? first : (rtp_table_row){NULL, 0};
    table->width = first.len;
    while (named && table->width > 0 && first.cells[table->width - 1].text.len == 0) {
        table->width--;
    }
    table->body = named ? csv.at : start;
    return true;
}

bool rtp_table_read(rtp_import *run, rtp_source *source, char delimiter, int skip, rtp_table *table)
{
    rtp_table made = {.source = source, .delimiter = delimiter};
    made.body = take_separator(source->text, &made.delimiter);
    if (!made.delimiter) {
        made.delimiter = find_delimiter(run, (rtp_str){source->text.ptr + made.body, source->text.len - made.body});
    }
    if (!find_header(run, &made, skip) || run->diags->errors > 0) {
        return false;
    }
    made.rows = RTP_NEW_ARRAY(run->arena, rtp_table_row, RTP_TABLE_ROWS);
    rtp_csv csv = rtp_table_begin(run, &made);
    while (made.len < RTP_TABLE_ROWS && rtp_table_next(run, &made, &csv)) {
        made.rows[made.len++] = take_row(&csv);
    }
    *table = made;
    return run->diags->errors == 0;
}

/* ---- its words ---- */

/* A word for a total, or for another row that sums the others up, at the start of a cell. */
bool rtp_table_is_total(rtp_str text)
{
    static const rtp_str words[] = {RTP_STR("total"),         RTP_STR("totals"),       RTP_STR("grand total"),
                                    RTP_STR("subtotal"),      RTP_STR("sum"),          RTP_STR("summe"),
                                    RTP_STR("gesamt"),        RTP_STR("insgesamt"),    RTP_STR("gesamtergebnis"),
                                    RTP_STR("gesamtsumme"),   RTP_STR("ergebnis"),     RTP_STR("somme"),
                                    RTP_STR("totale"),        RTP_STR("totaal"),       RTP_STR("suma"),
                                    RTP_STR("average"),       RTP_STR("avg"),          RTP_STR("mean"),
                                    RTP_STR("median"),        RTP_STR("mittelwert"),   RTP_STR("durchschnitt"),
                                    RTP_STR("moyenne"),       RTP_STR("promedio"),     RTP_STR("media"),
                                    RTP_STR("total général"), RTP_STR("total general")};
    bool found = false;
    for (size_t i = 0; i < RTP_COUNT(words) && !found; i++) {
        rtp_str start = {text.ptr, words[i].len};
        char next = text.len > words[i].len ? text.ptr[words[i].len] : ' ';
        found = text.len >= words[i].len && rtp_str_equal_any_case(start, words[i]) &&
                !((next | 0x20) >= 'a' && (next | 0x20) <= 'z') && (unsigned char)next < 0x80;
    }
    return found;
}

rtp_str rtp_table_name(rtp_import *run, const rtp_table *table, size_t i)
{
    bool named = i < table->header.len && table->header.cells[i].text.len > 0;
    return named ? rtp_arena_format(run->arena, "\"%.*s\"", RTP_FMT(rtp_export_show(run, table->header.cells[i].text)))
                 : rtp_arena_format(run->arena, "column %zu", i + 1);
}

rtp_str rtp_table_columns(rtp_import *run, const rtp_table *table)
{
    size_t shown = table->width < SHOWN_COLUMNS ? table->width : SHOWN_COLUMNS;
    rtp_str names[SHOWN_COLUMNS];
    for (size_t i = 0; i < shown; i++) {
        names[i] = rtp_table_name(run, table, i);
    }
    rtp_str list = rtp_arena_join(run->arena, names, shown, rtp_lit(", "));
    return shown == table->width
               ? list
               : rtp_arena_format(run->arena, "%.*s and %zu more", RTP_FMT(list), table->width - shown);
}
