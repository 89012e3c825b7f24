/* A sheet becomes results: a row a week, a column a metric. Every cell that cannot be read is told with
 * its line and column, so that a sheet is mended in one go. */
#include "profile/fields.h"
#include "profile/results.h"

#include <stdlib.h>

enum { ROWS_MOST = 2 * WEEK_LIMIT, COLUMNS_MOST = METRIC_LIMIT + 3 };

typedef enum column { COLUMN_METRIC, COLUMN_WEEK, COLUMN_AT, COLUMN_EXCLUDE } column;

typedef struct maker {
    const rtp_source *source;
    rtp_arena *arena;
    rtp_diags *diags;
    const rtp_sheet *sheet;
    column columns[COLUMNS_MOST];
    size_t width;
    rtp_diags *scratch; /* for what the JSON reader says about a number */
} maker;

static void refuse(const maker *m, const char *code, const rtp_cell *cell, rtp_str message, rtp_str hint)
{
    rtp_diags_put(m->diags, (rtp_diag){.severity = RTP_ERROR,
                                       .code = code,
                                       .source = m->source,
                                       .offset = cell->offset,
                                       .length = cell->length,
                                       .message = message,
                                       .found = cell->text,
                                       .hint = hint});
}

/* ---- the header ---- */

static bool is_word(rtp_str text, const char *word)
{
    rtp_str wanted = rtp_str_from(word);
    bool same = text.len == wanted.len;
    for (size_t i = 0; i < text.len && same; i++) {
        same = (text.ptr[i] | 0x20) == wanted.ptr[i];
    }
    return same;
}

static column column_of(rtp_str name)
{
    static const struct {
        const char *name;
        column column;
    } rows[] = {{"week", COLUMN_WEEK}, {"at", COLUMN_AT}, {"exclude", COLUMN_EXCLUDE}};
    size_t i = 0;
    while (i < RTP_COUNT(rows) && !is_word(name, rows[i].name)) {
        i++;
    }
    return i < RTP_COUNT(rows) ? rows[i].column : COLUMN_METRIC;
}

static bool is_repeated(const rtp_sheet_row *header, size_t i)
{
    bool repeated = false;
    for (size_t k = 0; k < i && !repeated; k++) {
        repeated = rtp_str_equal(header->cells[k].text, header->cells[i].text);
    }
    return repeated;
}

static void read_header(maker *m)
{
    const rtp_sheet_row *header = &m->sheet->rows[0];
    m->width = header->len < COLUMNS_MOST ? header->len : COLUMNS_MOST;
    for (size_t i = 0; i < m->width; i++) {
        const rtp_cell *cell = &header->cells[i];
        m->columns[i] = column_of(cell->text);
        if (cell->text.len == 0) {
            refuse(m, "P0161", cell, rtp_lit("this column has no name"), rtp_lit("name the metric of this column"));
        } else if (is_repeated(header, i)) {
            refuse(m, "P0161", cell,
                   rtp_arena_format(m->arena, "a second column is named \"%.*s\"", RTP_FMT(cell->text)),
                   rtp_lit("name each column once"));
        }
    }
    if (m->columns[0] != COLUMN_WEEK) {
        refuse(m, "P0160", &header->cells[0], rtp_lit("the first column must be named week"),
               rtp_lit("begin with a row such as week,Pull-request cycle time"));
    } else if (header->len > COLUMNS_MOST || header->len < 2) {
        refuse(m, "P0160", &header->cells[0],
               rtp_arena_format(m->arena, "a sheet has 1 to %d columns of metrics", METRIC_LIMIT),
               rtp_lit("one column a metric, behind the week"));
    }
}

/* ---- cells ---- */

static bool read_day(const maker *m, const rtp_cell *cell, rtp_date *day)
{
    bool read = rtp_date_parse(cell->text, day);
    if (!read) {
        refuse(m, "P0011", cell,
               cell->text.len > 0
                   ? rtp_arena_format(m->arena, "\"%.*s\" is no day of the calendar", RTP_FMT(cell->text))
                   : rtp_lit("this row has no week"),
               rtp_lit("write the first day of the week as year, month and day, such as 2027-01-11"));
    }
    return read;
}

/* As JSON: a comma between digits is a point, and a plus in front is left out. */
static rtp_str plain_number(const maker *m, rtp_str text)
{
    rtp_str copy = rtp_arena_copy(m->arena, text);
    char *made = rtp_arena_take(m->arena, copy.len + 1);
    for (size_t i = 0; i < copy.len; i++) {
        made[i] = copy.ptr[i] == ',' ? '.' : copy.ptr[i];
    }
    bool plus = copy.len > 1 && made[0] == '+';
    return (rtp_str){made + plus, copy.len - plus};
}

/* True when there is a number; an empty cell has none, and is fine. */
static bool read_number(const maker *m, const rtp_cell *cell, double *number)
{
    if (cell->text.len == 0) {
        return false;
    }
    rtp_source text = {.name = m->source->name, .text = plain_number(m, cell->text)};
    m->scratch->len = m->scratch->errors = 0;
    const rtp_json *node = rtp_json_read(&text, &rtp_json_profile_limits, m->arena, m->scratch);
    if (node && rtp_json_kind_of(node) == RTP_JSON_NUMBER) {
        *number = rtp_json_number(node);
        return true;
    }
    refuse(m, "P0163", cell, rtp_arena_format(m->arena, "\"%.*s\" is no number", RTP_FMT(cell->text)),
           rtp_lit("write 24.5 or 24,5, and leave the cell empty where nothing was measured"));
    return false;
}

/* ---- rows ---- */

typedef struct made { /* what grows row by row */
    rtp_day_value *values[COLUMNS_MOST];
    size_t counts[COLUMNS_MOST];
    rtp_exclusion *exclude;
    rtp_plan_week *weeks;
    size_t excluded, lived;
} made;

static void take_place(const maker *m, const rtp_cell *cell, rtp_date day, made *out)
{
    if (cell->text.len == 0) {
        return;
    }
    int at = is_word(cell->text, "home") ? RTP_BEST_HOME : is_word(cell->text, "office") ? RTP_BEST_OFFICE : 0;
    if (at == 0) {
        refuse(m, "P0013", cell, rtp_arena_format(m->arena, "\"%.*s\" is neither home nor office", RTP_FMT(cell->text)),
               rtp_lit("write home or office, or leave the cell empty"));
        return;
    }
    out->weeks[out->lived++] = (rtp_plan_week){day, at};
}

static void take_cell(const maker *m, size_t i, const rtp_cell *cell, rtp_date day, made *out)
{
    double number = 0;
    switch (m->columns[i]) {
    case COLUMN_METRIC:
        if (read_number(m, cell, &number)) {
            out->values[i][out->counts[i]++] = (rtp_day_value){day, number};
        }
        break;
    case COLUMN_AT:
        take_place(m, cell, day, out);
        break;
    case COLUMN_EXCLUDE:
        if (cell->text.len > 0) {
            out->exclude[out->excluded++] = (rtp_exclusion){day, cell->text};
        }
        break;
    case COLUMN_WEEK:
        break;
    }
}

static void take_row(const maker *m, const rtp_sheet_row *row, made *out)
{
    rtp_date day = 0;
    bool dated = read_day(m, &row->cells[0], &day);
    if (row->len != m->sheet->rows[0].len) {
        refuse(m, "P0162", &row->cells[0],
               rtp_arena_format(m->arena, "this row has %zu cells, and the header has %zu", row->len,
                                m->sheet->rows[0].len),
               rtp_lit("put a cell with a delimiter in it in double quotes"));
        return;
    }
    for (size_t i = 1; i < m->width; i++) {
        take_cell(m, i, &row->cells[i], dated ? day : 0, out);
    }
}

static int compare_days(const void *left, const void *right)
{
    const rtp_day_value *a = left, *b = right;
    return a->day != b->day ? (a->day > b->day) - (a->day < b->day) : (a->value > b->value) - (a->value < b->value);
}

static void close_metrics(const maker *m, made *out, rtp_results *results)
{
    rtp_result *metrics = RTP_NEW_ARRAY(m->arena, rtp_result, m->width);
    size_t len = 0;
    for (size_t i = 1; i < m->width; i++) {
        if (m->columns[i] != COLUMN_METRIC) {
            continue;
        }
        if (out->counts[i] > 0) {
            qsort(out->values[i], out->counts[i], sizeof *out->values[i], compare_days);
        }
        metrics[len++] =
            (rtp_result){.name = m->sheet->rows[0].cells[i].text, .values = {out->values[i], out->counts[i], true}};
    }
    results->metrics = (rtp_objects){metrics, len};
    results->exclude = (rtp_objects){out->exclude, out->excluded};
    results->weeks = (rtp_objects){out->weeks, out->lived};
}

static void read_rows(const maker *m, rtp_results *results)
{
    made *out = RTP_NEW(m->arena, made);
    size_t rows = m->sheet->len;
    for (size_t i = 1; i < m->width; i++) {
        out->values[i] = m->columns[i] == COLUMN_METRIC ? RTP_NEW_ARRAY(m->arena, rtp_day_value, rows) : NULL;
    }
    out->exclude = RTP_NEW_ARRAY(m->arena, rtp_exclusion, rows);
    out->weeks = RTP_NEW_ARRAY(m->arena, rtp_plan_week, rows);
    for (size_t i = 1; i < rows; i++) {
        take_row(m, &m->sheet->rows[i], out);
    }
    close_metrics(m, out, results);
}

bool rtp_results_of_sheet(const rtp_source *source, rtp_arena *arena, rtp_diags *diags, rtp_results *results)
{
    size_t errors = diags->errors;
    rtp_sheet *sheet = RTP_NEW(arena, rtp_sheet);
    maker *m = RTP_NEW(arena, maker);
    *m = (maker){.source = source, .arena = arena, .diags = diags, .sheet = sheet, .scratch = rtp_diags_make(arena)};
    bool read = rtp_sheet_read(source, arena, diags, sheet);
    if (!read && sheet->len == 0) {
        return false; /* no text at all: that it has no rows is no news */
    }
    if (sheet->len < 2 || sheet->len > ROWS_MOST) {
        rtp_cell start = {{NULL, 0}, 0, 1};
        refuse(m, "P0166", &start,
               sheet->len < 2 ? rtp_lit("the sheet has no row of results")
                              : rtp_arena_format(arena, "a sheet has at most %d rows", ROWS_MOST),
               rtp_lit("a header, then one row a week"));
        return false;
    }
    read_header(m);
    if (read && diags->errors == errors) {
        read_rows(m, results);
    }
    results->sheet = sheet;
    return diags->errors == errors;
}
