/* CSV, whatever exported it: a column of dates and one of numbers, or rows to count. What a date or a number means
 * is settled over the whole column, and what cannot be told is refused with its line and column. */
#include "import/amount.h"
#include "import/columns.h"
#include "import/series.h"
#include "import/when.h"

#include <string.h>

enum { ROWS_MOST = 500000, EXAMPLES_MOST = 20 /* errors of one kind that are told */ };

typedef struct csv_options {
    rtp_series_options series;
    rtp_str month, value, year, delimiter, decimal, dates;
    int skip;
} csv_options;

typedef struct entry { /* a row that has a month */
    rtp_when when;
    rtp_amount amount;
    rtp_csv_cell month, value;
} entry;

typedef struct csv_reader {
    rtp_import *run;
    const csv_options *given;
    rtp_table table;
    rtp_columns columns;
    entry *entries;
    size_t len, cap;
    size_t undated, empty, totals; /* rows left out */
    rtp_str remark;                /* the first row of one cell */
} csv_reader;

static const rtp_import_option options[] = {
    {.name = "month-col",
     .value = "NAME",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(csv_options, month),
     .help = "the column with the month or date, by name or number (default: found by what it holds)"},
    {.name = "value-col",
     .value = "NAME",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(csv_options, value),
     .help = "the column with the numbers, by name or number (default: the only one that holds numbers)"},
    {.name = "year-col",
     .value = "NAME",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(csv_options, year),
     .help = "the column with the year, where months stand without it"},
    RTP_SERIES_ROWS(csv_options, series),
    {.name = "dates",
     .value = "ORDER",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(csv_options, dates),
     .help = "what 3/4/2025 means: day-first or month-first (default: as the column tells)"},
    {.name = "decimal",
     .value = "MARK",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(csv_options, decimal),
     .help = "what stands before decimals: comma or point (default: as the column tells)"},
    {.name = "delimiter",
     .value = "MARK",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(csv_options, delimiter),
     .help = "what stands between cells: comma, semicolon, tab or pipe (default: found out)"},
    {.name = "skip-rows",
     .value = "N",
     .kind = RTP_IMPORT_COUNT,
     .offset = offsetof(csv_options, skip),
     .least = 1,
     .most = 10000,
     .help = "rows to leave out above the header (default: titles that fill one cell)"},
};

/* ---- options ---- */

static const struct word {
    rtp_str name;
    char mark;
} delimiters[] = {{RTP_STR("comma"), ','}, {RTP_STR("semicolon"), ';'}, {RTP_STR("tab"), '\t'}, {RTP_STR("pipe"), '|'}},
  decimals[] = {{RTP_STR("comma"), ','}, {RTP_STR("point"), '.'}},
  orders[] = {{RTP_STR("day-first"), 'd'}, {RTP_STR("month-first"), 'm'}};

/* The mark of a word, 0 when it is not given; complains about one that is none. */
static char mark_of(rtp_import *run, const char *option, rtp_str text, const struct word *words, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (rtp_str_equal(text, words[i].name) || (text.len == 1 && text.ptr[0] == words[i].mark)) {
            return words[i].mark;
        }
    }
    if (text.ptr) {
        rtp_import_refuse(
            run, "I0204",
            rtp_arena_format(run->arena, "--%s does not take \"%.*s\"", option, RTP_FMT(rtp_export_show(run, text))),
            rtp_arena_format(run->arena, "it takes %.*s or %.*s", RTP_FMT(words[0].name), RTP_FMT(words[n - 1].name)));
    }
    return 0;
}

static bool plan(rtp_import *run)
{
    const csv_options *given = run->options;
    (void)mark_of(run, "delimiter", given->delimiter, delimiters, RTP_COUNT(delimiters));
    (void)mark_of(run, "decimal", given->decimal, decimals, RTP_COUNT(decimals));
    (void)mark_of(run, "dates", given->dates, orders, RTP_COUNT(orders));
    return run->diags->errors == 0 && rtp_series_check(run, &given->series);
}

/* ---- rows ---- */

static bool has_total(const rtp_csv *row)
{
    bool found = false;
    for (size_t i = 0; i < row->len && !found; i++) {
        found = rtp_table_is_total(row->cells[i].text);
    }
    return found;
}

static size_t count_filled(const rtp_csv *row)
{
    size_t n = 0;
    for (size_t i = 0; i < row->len; i++) {
        n += row->cells[i].text.len > 0;
    }
    return n;
}

static rtp_csv_cell cell_of(const rtp_csv *row, size_t column)
{
    static const rtp_csv_cell none = {RTP_STR(""), 0, 1};
    return column < row->len ? row->cells[column] : none;
}

static bool refuse_cell(const csv_reader *r, const char *code, const rtp_csv_cell *cell, const char *what, rtp_str hint)
{
    rtp_import *run = r->run;
    rtp_str shown = rtp_export_show(run, cell->text);
    return rtp_export_refuse(run, code, r->table.source,
                             (rtp_diag){.offset = cell->offset,
                                        .length = cell->length,
                                        .found = shown,
                                        .message = rtp_arena_format(run->arena, "\"%.*s\" %s", RTP_FMT(shown), what),
                                        .hint = hint});
}

static bool refuse_date(const csv_reader *r, const rtp_csv_cell *cell, const rtp_when *when)
{
    if (when && when->kind == RTP_WHEN_SERIAL) {
        return refuse_cell(r, "I0503", cell, "is a spreadsheet's number of a day",
                           rtp_lit("format the column as a date before saving it as CSV"));
    }
    if (when && when->kind == RTP_WHEN_MONTH) {
        return refuse_cell(r, "I0503", cell, "has no year", rtp_lit("name the column with the year: --year-col"));
    }
    return refuse_cell(r, "I0503", cell, when ? "has no month" : "is no month and no date",
                       rtp_lit("write 2025-01, 2025-01-15 or Jan 2025, or name another column with --month-col"));
}

/* Whether the year's column completes a month that stands without one. */
static void add_year(const csv_reader *r, const rtp_csv *row, rtp_when *when)
{
    rtp_when year;
    rtp_csv_cell cell = cell_of(row, r->columns.year);
    if (when->kind == RTP_WHEN_MONTH && rtp_when_read(cell.text, &year) && year.kind == RTP_WHEN_YEAR) {
        when->kind = RTP_WHEN_TOLD;
        when->year = year.year;
    }
}

static void take_remark(csv_reader *r, const rtp_csv *row)
{
    for (size_t i = 0; i < row->len && !r->remark.ptr; i++) {
        r->remark = row->cells[i].text.len > 0 ? row->cells[i].text : r->remark;
    }
}

/* True when there is a month; what is left out is counted. */
static bool take_month(csv_reader *r, const rtp_csv *row, entry *made)
{
    made->month = cell_of(row, r->columns.month);
    bool read = rtp_when_read(made->month.text, &made->when);
    if (count_filled(row) == 1 && r->table.width > 1 && !read && cell_of(row, r->columns.value).text.len == 0) {
        take_remark(r, row);
        return false;
    }
    if (made->month.text.len == 0 || rtp_amount_read(made->month.text).kind == RTP_AMOUNT_EMPTY) {
        r->totals += has_total(row);
        r->undated += !has_total(row);
        return false;
    }
    if (!read && rtp_table_is_total(made->month.text)) {
        r->totals++;
        return false;
    }
    if (read) {
        add_year(r, row, &made->when);
    }
    if (!read || (made->when.kind != RTP_WHEN_TOLD && made->when.kind != RTP_WHEN_PAIR)) {
        return refuse_date(r, &made->month, read ? &made->when : NULL);
    }
    return true;
}

static bool take_value(csv_reader *r, const rtp_csv *row, entry *made)
{
    if (r->columns.value == RTP_COLUMN_NONE) {
        return true;
    }
    made->value = cell_of(row, r->columns.value);
    made->amount = rtp_amount_read(made->value.text);
    r->empty += made->amount.kind == RTP_AMOUNT_EMPTY;
    if (made->amount.kind == RTP_AMOUNT_OTHER) {
        char first = made->value.text.ptr[0];
        return refuse_cell(r, "I0506", &made->value, "is no number",
                           first == '=' || first == '@'
                               ? rtp_lit("this is a formula; save the sheet with its values")
                               : rtp_lit("leave the cell empty where there is none, or name another column with "
                                         "--value-col"));
    }
    return made->amount.kind != RTP_AMOUNT_EMPTY;
}

static bool take_row(csv_reader *r, const rtp_csv *row)
{
    entry made = {.when = {.kind = RTP_WHEN_TOLD}};
    if (!take_month(r, row, &made) || !take_value(r, row, &made)) {
        return r->run->diags->errors < EXAMPLES_MOST;
    }
    if (r->len == ROWS_MOST) {
        return rtp_export_refuse(r->run, "I0502", r->table.source,
                                 (rtp_diag){.offset = made.month.offset,
                                            .message = rtp_lit("the file has more than 500,000 rows"),
                                            .hint = rtp_lit("export fewer months, or sums by month")});
    }
    r->entries = rtp_array_grow(r->run->arena, r->entries, r->len, &r->cap, sizeof *r->entries);
    r->entries[r->len++] = made;
    return true;
}

static bool take_rows(csv_reader *r)
{
    rtp_csv csv = rtp_table_begin(r->run, &r->table);
    while (rtp_table_next(r->run, &r->table, &csv) && take_row(r, &csv)) {
    }
    return r->run->diags->errors == 0;
}

/* ---- what the dates mean ---- */

/* Every day under this reading is the first of its month, and there are several: a table by month. */
static bool are_firsts(const csv_reader *r, bool day_first)
{
    size_t different = 0;
    bool firsts = true;
    for (size_t i = 0; i < r->len && firsts; i++) {
        const rtp_when *when = &r->entries[i].when, *before = i > 0 ? &r->entries[i - 1].when : NULL;
        firsts = when->kind == RTP_WHEN_PAIR && (day_first ? when->first : when->second) == 1;
        different += !before || before->first != when->first || before->second != when->second;
    }
    return firsts && different >= 3;
}

static bool refuse_order(const csv_reader *r, size_t at, size_t other, const char *what)
{
    rtp_import *run = r->run;
    rtp_place place = rtp_place_of(r->table.source, r->entries[other].month.offset);
    return refuse_cell(
        r, "I0503", &r->entries[at].month,
        rtp_arena_format(run->arena, "%s, and the date in line %zu has it the other way round", what, place.line).ptr,
        rtp_lit("write all dates alike, best as 2025-01-31"));
}

/* The order that the column tells: 'd', 'm', 0 when there is nothing to tell. False after a complaint. */
static bool find_order(const csv_reader *r, char *order)
{
    size_t day = SIZE_MAX, month = SIZE_MAX, open = SIZE_MAX;
    for (size_t i = 0; i < r->len; i++) {
        const rtp_when *when = &r->entries[i].when;
        if (when->kind == RTP_WHEN_PAIR) {
            day = day == SIZE_MAX && when->first > 12 ? i : day;
            month = month == SIZE_MAX && when->second > 12 ? i : month;
            open = open == SIZE_MAX && when->first != when->second ? i : open;
        }
    }
    if (day != SIZE_MAX && month != SIZE_MAX) {
        return day > month ? refuse_order(r, day, month, "begins with its day")
                           : refuse_order(r, month, day, "begins with its month");
    }
    bool day_firsts = are_firsts(r, true), month_firsts = are_firsts(r, false);
    *order = day != SIZE_MAX ? 'd' : month != SIZE_MAX ? 'm' : day_firsts ? 'd' : month_firsts ? 'm' : 0;
    if (*order == 0 && open != SIZE_MAX) {
        return refuse_cell(r, "I0503", &r->entries[open].month, "may begin with its day or its month",
                           rtp_lit("say which: --dates day-first or --dates month-first"));
    }
    if (day == SIZE_MAX && month == SIZE_MAX && *order != 0) {
        rtp_export_note(r->run, *order == 'd'
                                    ? rtp_lit("each date is taken to be the first day of a month: day/month")
                                    : rtp_lit("each date is taken to be the first day of a month: month/day"));
    }
    return true;
}

static bool settle_dates(csv_reader *r)
{
    char order = mark_of(r->run, "dates", r->given->dates, orders, RTP_COUNT(orders));
    if (order == 0 && !find_order(r, &order)) {
        return false;
    }
    for (size_t i = 0; i < r->len; i++) {
        entry *at = &r->entries[i];
        if (at->when.kind == RTP_WHEN_PAIR && !rtp_when_settle(&at->when, order != 'm')) {
            (void)refuse_cell(r, "I0503", &at->month, "is no day of the calendar",
                              rtp_lit("see --dates day-first and --dates month-first"));
        }
    }
    return r->run->diags->errors == 0;
}

/* ---- what the numbers mean ---- */

static bool refuse_mark(const csv_reader *r, size_t at, size_t other)
{
    rtp_place place = rtp_place_of(r->table.source, r->entries[other].value.offset);
    rtp_str what = rtp_arena_format(r->run->arena, "has another decimal mark than line %zu", place.line);
    return refuse_cell(r, "I0506", &r->entries[at].value, what.ptr, rtp_lit("write all numbers alike"));
}

static bool find_decimal(const csv_reader *r, char *decimal)
{
    size_t point = SIZE_MAX, comma = SIZE_MAX, doubt = SIZE_MAX;
    bool dotted = false;
    for (size_t i = 0; i < r->len; i++) {
        const rtp_amount *amount = &r->entries[i].amount;
        point = point == SIZE_MAX && amount->told == '.' ? i : point;
        comma = comma == SIZE_MAX && amount->told == ',' ? i : comma;
        doubt = doubt == SIZE_MAX && amount->doubt ? i : doubt;
        dotted = dotted || r->entries[i].when.dotted;
    }
    if (point != SIZE_MAX && comma != SIZE_MAX) {
        return point > comma ? refuse_mark(r, point, comma) : refuse_mark(r, comma, point);
    }
    *decimal = comma != SIZE_MAX ? ',' : '.';
    bool open = point == SIZE_MAX && comma == SIZE_MAX && doubt != SIZE_MAX;
    if (open && (r->table.delimiter == ';' || dotted)) {
        return refuse_cell(r, "I0506", &r->entries[doubt].value, "may be thousands, or have three decimals",
                           rtp_lit("say what stands before decimals: --decimal comma or --decimal point"));
    }
    if (open) {
        bool thousands = r->entries[doubt].amount.doubt == ',';
        rtp_str shown = rtp_export_show(r->run, r->entries[doubt].value.text);
        rtp_export_note(r->run, rtp_arena_format(r->run->arena, "\"%.*s\" was read as %s; if not, see --decimal",
                                                 RTP_FMT(shown), thousands ? "thousands" : "three decimals"));
    }
    return true;
}

/* Percent against plain numbers, hours against minutes, times of the clock against numbers: not the same thing. */
static bool check_alike(const csv_reader *r, const entry **unit)
{
    const entry *first = NULL;
    for (size_t i = 0; i < r->len; i++) {
        const entry *at = &r->entries[i];
        first = first ? first : at;
        *unit = *unit || at->amount.unit.len == 0 ? *unit : at;
        bool other = at->amount.unit.len > 0 && !rtp_str_equal_any_case(at->amount.unit, (*unit)->amount.unit);
        bool mixed = at->amount.kind != first->amount.kind || at->amount.percent != first->amount.percent;
        if (other || mixed) {
            rtp_place place = rtp_place_of(r->table.source, (other ? *unit : first)->value.offset);
            rtp_str what = rtp_arena_format(r->run->arena, "is of another unit than line %zu", place.line);
            return refuse_cell(r, "I0506", &at->value, what.ptr, rtp_lit("write all numbers in one unit"));
        }
    }
    return true;
}

/* "Cycle time (h)" and "Cycle time [h]" name their unit. */
static void split_unit(rtp_str *name, rtp_str *unit)
{
    static const rtp_str brackets[] = {RTP_STR("()"), RTP_STR("[]")};
    for (size_t i = 0; i < RTP_COUNT(brackets); i++) {
        size_t open = name->len;
        if (name->len > 2 && name->ptr[name->len - 1] == brackets[i].ptr[1]) {
            while (open > 0 && name->ptr[open - 1] != brackets[i].ptr[0]) {
                open--;
            }
        }
        if (open > 1 && open < name->len && name->len - open - 1 <= 16) {
            *unit = rtp_str_trim((rtp_str){name->ptr + open, name->len - open - 1});
            *name = rtp_str_trim((rtp_str){name->ptr, open - 1});
        }
    }
}

static void tell_unit(const csv_reader *r, const entry *unit, rtp_str *word)
{
    rtp_import *run = r->run;
    rtp_str column = rtp_table_name(run, &r->table, r->columns.value);
    if (unit) {
        *word = rtp_export_show(run, unit->amount.unit);
        rtp_export_note(run,
                        rtp_arena_format(run->arena, "\"%.*s\" was taken off the numbers in %.*s, and is their unit",
                                         RTP_FMT(*word), RTP_FMT(column)));
    } else if (r->len > 0 && r->entries[0].amount.kind == RTP_AMOUNT_CLOCK) {
        *word = rtp_lit("h");
        rtp_export_note(run, rtp_arena_format(run->arena, "%.*s was read as hours and minutes, and is in hours now",
                                              RTP_FMT(column)));
    }
}

static bool settle_values(csv_reader *r, rtp_series_words *words, rtp_records *records)
{
    const entry *unit = NULL;
    bool values = r->columns.value != RTP_COLUMN_NONE;
    char decimal = mark_of(r->run, "decimal", r->given->decimal, decimals, RTP_COUNT(decimals));
    if (values && ((decimal == 0 && !find_decimal(r, &decimal)) || !check_alike(r, &unit))) {
        return false;
    }
    if (values) {
        words->name = r->columns.value < r->table.header.len
                          ? rtp_export_show(r->run, r->table.header.cells[r->columns.value].text)
                          : rtp_lit("");
        split_unit(&words->name, &words->unit);
        tell_unit(r, unit, &words->unit);
    }
    for (size_t i = 0; i < r->len; i++) {
        const entry *at = &r->entries[i];
        rtp_record record = {rtp_when_month(&at->when), 1, at->month.offset, at->month.length};
        if (values && !rtp_amount_value(&at->amount, decimal, &record.value)) {
            (void)refuse_cell(r, "I0506", &at->value, "is no number that is well made",
                              rtp_lit("see --decimal comma and --decimal point"));
        }
        rtp_records_add(records, record, r->run->arena);
    }
    return r->run->diags->errors == 0;
}

/* ---- what was done ---- */

static void tell_rows(const csv_reader *r)
{
    rtp_import *run = r->run;
    const struct {
        size_t count;
        const char *what;
    } rows[] = {{r->undated, "without a date"}, {r->empty, "without a value"}, {r->totals, "with totals"}};
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        if (rows[i].count > 0) {
            rtp_export_note(run, rtp_arena_format(run->arena, "%zu row%s %s left out", rows[i].count,
                                                  rows[i].count == 1 ? "" : "s", rows[i].what));
        }
    }
    if (r->remark.ptr) {
        rtp_export_note(run, rtp_arena_format(run->arena, "a remark among the rows left out: \"%.*s\"",
                                              RTP_FMT(rtp_export_show(run, r->remark))));
    }
}

static rtp_str tell_columns(const csv_reader *r)
{
    rtp_import *run = r->run;
    rtp_str month = rtp_table_name(run, &r->table, r->columns.month);
    bool values = r->columns.value != RTP_COLUMN_NONE;
    rtp_str value = values ? rtp_table_name(run, &r->table, r->columns.value) : rtp_lit("");
    rtp_export_note(
        run, values ? rtp_arena_format(run->arena, "months from %.*s, values from %.*s", RTP_FMT(month), RTP_FMT(value))
                    : rtp_arena_format(run->arena, "months from %.*s, rows counted", RTP_FMT(month)));
    return values ? rtp_arena_format(run->arena, "%.*s, months by %.*s", RTP_FMT(value), RTP_FMT(month))
                  : rtp_arena_format(run->arena, "rows, months by %.*s", RTP_FMT(month));
}

static bool read(rtp_import *run, const rtp_source *file)
{
    csv_reader r = {.run = run, .given = run->options};
    rtp_series_options series = r.given->series;
    rtp_source *text = RTP_NEW(run->arena, rtp_source); /* diagnostics point into it */
    char delimiter = mark_of(run, "delimiter", r.given->delimiter, delimiters, RTP_COUNT(delimiters));
    rtp_columns_given named = {r.given->month, r.given->value, r.given->year,
                               rtp_series_group(&series) == RTP_GROUP_COUNT};
    if (!rtp_export_text(run, file, text) || !rtp_table_read(run, text, delimiter, r.given->skip, &r.table) ||
        !rtp_columns_find(run, &r.table, &named, &r.columns) || !take_rows(&r) || !settle_dates(&r)) {
        return false;
    }
    if (r.columns.value == RTP_COLUMN_NONE && !series.group.ptr) {
        series.group = rtp_lit("count");
    }
    rtp_records records = {NULL, 0, 0};
    rtp_series_words words = {.what = tell_columns(&r)};
    if (!settle_values(&r, &words, &records)) {
        return false;
    }
    tell_rows(&r);
    return rtp_series_put(run, &series, text, &words, &records);
}

static bool finish(rtp_import *run)
{
    (void)run;
    return true;
}

const rtp_importer rtp_importer_csv = {
    .name = "csv",
    .operands = "[FILE]",
    .summary = "a column of numbers, or rows to count, from any export",
    .detail =
        "Reads a table that another program exported: months or dates in one column, numbers in another, or rows to "
        "count. Finds the columns, the delimiter, and how dates and numbers are written, says what it found, and "
        "refuses with line and column what cannot be told.",
    .examples = "  rtopitch import csv cycle-time.csv --better lower --into profile.json\n"
                "  rtopitch import csv tickets.csv --month-col Resolved --group count --metric \"Tickets resolved\"\n"
                "  rtopitch import csv zeiten.csv --value-col Stunden --group sum --unit h --better lower\n",
    .options = options,
    .option_count = RTP_COUNT(options),
    .options_size = sizeof(csv_options),
    .state_size = 1,
    .plan = plan,
    .read = read,
    .finish = finish,
};
