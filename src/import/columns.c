/* Columns by name, by number, or by what they hold. Where two could be meant, nothing is guessed unless the names
 * say which: work counts when it is finished, not when it is opened. */
#include "import/columns.h"

#include "import/amount.h"
#include "import/when.h"

/* In order of preference; in small letters. */
static const rtp_str month_names[] = {
    RTP_STR("month"),
    RTP_STR("monat"),
    RTP_STR("mois"),
    RTP_STR("mes"),
    RTP_STR("mese"),
    RTP_STR("period"),
    RTP_STR("periode"),
    RTP_STR("year-month"),
    RTP_STR("yearmonth"),
    RTP_STR("date"),
    RTP_STR("datum"),
    RTP_STR("fecha"),
    RTP_STR("data"),
    RTP_STR("day"),
    RTP_STR("tag"),
    RTP_STR("jour"),
    RTP_STR("resolved"),
    RTP_STR("resolved at"),
    RTP_STR("solved"),
    RTP_STR("solved at"),
    RTP_STR("merged"),
    RTP_STR("merged_at"),
    RTP_STR("closed"),
    RTP_STR("closed_at"),
    RTP_STR("closed date"),
    RTP_STR("close date"),
    RTP_STR("date closed"),
    RTP_STR("completed"),
    RTP_STR("completed at"),
    RTP_STR("done"),
    RTP_STR("finished"),
    RTP_STR("resolution date"),
    RTP_STR("date/time closed"),
    RTP_STR("end date"),
    RTP_STR("start date"),
    RTP_STR("updated"),
    RTP_STR("created"),
    RTP_STR("created at"),
    RTP_STR("created_at"),
    RTP_STR("created date"),
};
static const rtp_str year_names[] = {RTP_STR("year"), RTP_STR("jahr"), RTP_STR("année"), RTP_STR("annee"),
                                     RTP_STR("año"),  RTP_STR("anno"), RTP_STR("ano"),   RTP_STR("jaar")};
/* Numbers that are names, and times of the day. */
static const rtp_str id_names[] = {RTP_STR("id"),  RTP_STR("#"),          RTP_STR("no"),      RTP_STR("no."),
                                   RTP_STR("nr"),  RTP_STR("nr."),        RTP_STR("key"),     RTP_STR("number"),
                                   RTP_STR("row"), RTP_STR("index"),      RTP_STR("time"),    RTP_STR("start"),
                                   RTP_STR("end"), RTP_STR("start time"), RTP_STR("end time")};

static size_t rank_of(rtp_str name, const rtp_str *names, size_t n)
{
    size_t i = 0;
    while (i < n && !rtp_str_equal_any_case(name, names[i])) {
        i++;
    }
    return i;
}

static rtp_str header_of(const rtp_table *table, size_t i)
{
    return i < table->header.len ? table->header.cells[i].text : rtp_lit("");
}

/* ---- named ---- */

static bool refuse(rtp_import *run, const rtp_table *table, rtp_str message, rtp_str hint)
{
    bool placed = table->header.len > 0;
    size_t end = placed ? table->header.len - 1 : 0;
    size_t from = placed ? table->header.cells[0].offset : 0;
    return rtp_export_refuse(
        run, "I0504", placed ? table->source : NULL,
        (rtp_diag){.offset = from,
                   .length = placed ? table->header.cells[end].offset + table->header.cells[end].length - from : 1,
                   .message = message,
                   .hint = hint});
}

/* The number of a column, or none. */
static size_t number_of(const rtp_table *table, rtp_str text)
{
    size_t number = 0;
    bool good = text.len > 0 && text.len <= 4;
    for (size_t i = 0; i < text.len && good; i++) {
        good = text.ptr[i] >= '0' && text.ptr[i] <= '9';
        number = number * 10 + (size_t)(text.ptr[i] - '0');
    }
    return good && number >= 1 && number <= table->width ? number - 1 : RTP_COLUMN_NONE;
}

static size_t count_named(const rtp_table *table, rtp_str name, bool any_case, size_t *found)
{
    size_t n = 0;
    for (size_t i = 0; i < table->header.len; i++) {
        rtp_str header = table->header.cells[i].text;
        if (any_case ? rtp_str_equal_any_case(header, name) : rtp_str_equal(header, name)) {
            *found = n++ == 0 ? i : *found;
        }
    }
    return n;
}

static bool refuse_unknown(rtp_import *run, const rtp_table *table, const char *option, rtp_str name)
{
    rtp_str *names = RTP_NEW_ARRAY(run->arena, rtp_str, table->header.len + 1);
    for (size_t i = 0; i < table->header.len; i++) {
        names[i] = table->header.cells[i].text;
    }
    rtp_str meant = rtp_str_nearest(name, names, table->header.len);
    return refuse(
        run, table,
        rtp_arena_format(run->arena, "--%s: there is no column \"%.*s\"", option, RTP_FMT(rtp_export_show(run, name))),
        meant.ptr ? rtp_arena_format(run->arena, "did you mean \"%.*s\"?", RTP_FMT(rtp_export_show(run, meant)))
                  : rtp_arena_format(run->arena, "it has %.*s; a number from 1 to %zu does as well",
                                     RTP_FMT(rtp_table_columns(run, table)), table->width));
}

static bool find_named(rtp_import *run, const rtp_table *table, const char *option, rtp_str name, size_t *column)
{
    size_t n = count_named(table, name, false, column);
    n = n > 0 ? n : count_named(table, name, true, column);
    size_t number = n == 0 ? number_of(table, name) : RTP_COLUMN_NONE;
    if (n > 1) {
        return refuse(run, table,
                      rtp_arena_format(run->arena, "--%s: %zu columns are named \"%.*s\"", option, n,
                                       RTP_FMT(rtp_export_show(run, name))),
                      rtp_arena_format(run->arena, "give its number instead; the first is %zu", *column + 1));
    }
    *column = n == 1 ? *column : number;
    return *column != RTP_COLUMN_NONE || refuse_unknown(run, table, option, name);
}

/* ---- by what they hold ---- */

typedef bool holds(rtp_str text);

static bool is_date(rtp_str text)
{
    rtp_when when;
    return rtp_when_read(text, &when) && (when.kind == RTP_WHEN_TOLD || when.kind == RTP_WHEN_PAIR);
}

static bool is_month(rtp_str text)
{
    rtp_when when;
    return rtp_when_read(text, &when) && when.kind == RTP_WHEN_MONTH;
}

static bool is_year(rtp_str text)
{
    rtp_when when;
    return rtp_when_read(text, &when) && when.kind == RTP_WHEN_YEAR;
}

static bool is_amount(rtp_str text)
{
    rtp_amount amount = rtp_amount_read(text);
    double value;
    return (amount.kind == RTP_AMOUNT_NUMBER || amount.kind == RTP_AMOUNT_CLOCK) &&
           (rtp_amount_value(&amount, '.', &value) || rtp_amount_value(&amount, ',', &value));
}

static bool is_empty(rtp_str text)
{
    return rtp_amount_read(text).kind == RTP_AMOUNT_EMPTY;
}

/* Rows of totals, and remarks that fill one cell of many. */
static bool is_beside(const rtp_table *table, const rtp_table_row *row)
{
    size_t cells = 0;
    bool total = false;
    for (size_t i = 0; i < row->len; i++) {
        cells += row->cells[i].text.len > 0;
        total = total || rtp_table_is_total(row->cells[i].text);
    }
    return total || (cells == 1 && table->width > 1);
}

/* Four of five cells that hold something: an odd cell is no reason to miss a column. */
static bool column_holds(const rtp_table *table, size_t i, holds *test)
{
    size_t cells = 0, good = 0;
    for (size_t k = 0; k < table->len; k++) {
        const rtp_table_row *row = &table->rows[k];
        bool full = i < row->len && !is_empty(row->cells[i].text) && !is_beside(table, row);
        cells += full;
        good += full && test(row->cells[i].text);
    }
    return good > 0 && good * 5 >= cells * 4;
}

static bool find_year(const rtp_table *table, size_t *column)
{
    bool found = false;
    for (size_t i = 0; i < table->width && !found; i++) {
        *column = i;
        found = rank_of(header_of(table, i), year_names, RTP_COUNT(year_names)) < RTP_COUNT(year_names) &&
                column_holds(table, i, is_year);
    }
    return found;
}

typedef struct choice {
    size_t best, rank, alike, all; /* alike: with the best rank */
} choice;

static choice choose_month(const rtp_table *table, holds *test)
{
    choice found = {RTP_COLUMN_NONE, SIZE_MAX, 0, 0};
    for (size_t i = 0; i < table->width; i++) {
        if (!column_holds(table, i, test)) {
            continue;
        }
        size_t rank = rank_of(header_of(table, i), month_names, RTP_COUNT(month_names));
        found.all++;
        found.alike = rank < found.rank ? 1 : found.alike + (rank == found.rank);
        found.best = rank < found.rank ? i : found.best;
        found.rank = rank < found.rank ? rank : found.rank;
    }
    return found;
}

static bool find_month(rtp_import *run, const rtp_table *table, rtp_columns *columns)
{
    choice found = choose_month(table, is_date);
    if (found.all == 0 && find_year(table, &columns->year)) {
        found = choose_month(table, is_month);
        columns->year = found.all > 0 ? columns->year : RTP_COLUMN_NONE;
    }
    if (found.all == 0) {
        return refuse(run, table, rtp_lit("no column holds dates or months"),
                      rtp_arena_format(run->arena, "name it with --month-col; there are %.*s",
                                       RTP_FMT(rtp_table_columns(run, table))));
    }
    if (found.alike > 1) {
        return refuse(run, table, rtp_lit("several columns hold dates"),
                      rtp_arena_format(run->arena, "say which with --month-col; there are %.*s",
                                       RTP_FMT(rtp_table_columns(run, table))));
    }
    columns->month = found.best;
    return true;
}

static bool is_id(rtp_str name)
{
    static const rtp_str ends[] = {RTP_STR(" id"), RTP_STR("_id"), RTP_STR(" key"), RTP_STR(" ID"), RTP_STR(" Id")};
    bool id = rank_of(name, id_names, RTP_COUNT(id_names)) < RTP_COUNT(id_names) ||
              rank_of(name, year_names, RTP_COUNT(year_names)) < RTP_COUNT(year_names);
    for (size_t i = 0; i < RTP_COUNT(ends) && !id; i++) {
        id = rtp_str_ends(name, ends[i]);
    }
    return id;
}

static bool find_value(rtp_import *run, const rtp_table *table, rtp_columns *columns)
{
    size_t n = 0;
    for (size_t i = 0; i < table->width; i++) {
        bool taken = i == columns->month || i == columns->year || is_id(header_of(table, i));
        if (!taken && column_holds(table, i, is_amount)) {
            columns->value = n++ == 0 ? i : columns->value;
        }
    }
    return n <= 1 || refuse(run, table, rtp_lit("several columns hold numbers"),
                            rtp_arena_format(run->arena,
                                             "say which with --value-col, or count the rows with --group "
                                             "count; there are %.*s",
                                             RTP_FMT(rtp_table_columns(run, table))));
}

/* A month that was named may stand without its year, too. */
static bool find_year_of(rtp_import *run, const rtp_table *table, const rtp_columns_given *given, rtp_columns *columns)
{
    if (given->year.ptr) {
        return find_named(run, table, "year-col", given->year, &columns->year);
    }
    if (columns->year == RTP_COLUMN_NONE && column_holds(table, columns->month, is_month) &&
        !find_year(table, &columns->year)) {
        return refuse(run, table,
                      rtp_arena_format(run->arena, "the months in %.*s have no year",
                                       RTP_FMT(rtp_table_name(run, table, columns->month))),
                      rtp_lit("name the column with the year: --year-col"));
    }
    return true;
}

bool rtp_columns_find(rtp_import *run, const rtp_table *table, const rtp_columns_given *given, rtp_columns *columns)
{
    rtp_columns made = {RTP_COLUMN_NONE, RTP_COLUMN_NONE, RTP_COLUMN_NONE};
    bool good = given->month.ptr ? find_named(run, table, "month-col", given->month, &made.month)
                                 : find_month(run, table, &made);
    good = good && find_year_of(run, table, given, &made);
    if (good && !given->count) {
        good = given->value.ptr ? find_named(run, table, "value-col", given->value, &made.value)
                                : find_value(run, table, &made);
    }
    if (good) {
        *columns = made;
    }
    return good;
}
