/* An export as a table: its delimiter, its header, and its first rows to choose columns by. The other rows are read
 * one at a time, so that a large file takes little more memory than its text. */
#ifndef IMPORT_TABLE_H
#define IMPORT_TABLE_H

#include "base/csv.h"
#include "import/text.h"

enum { RTP_TABLE_ROWS = 200 /* that columns are chosen by */, RTP_TABLE_COLUMNS = 1000 };

typedef struct rtp_table_row {
    rtp_csv_cell *cells;
    size_t len;
} rtp_table_row;

typedef struct rtp_table {
    rtp_source *source; /* UTF-8 */
    char delimiter;
    rtp_table_row header; /* no cells: it has none */
    size_t body;          /* where the rows begin */
    size_t width;         /* columns */
    rtp_table_row *rows;  /* the first ones, without blank ones */
    size_t len;
} rtp_table;

/* delimiter 0: found out. False after a diagnostic. */
bool rtp_table_read(rtp_import *run, rtp_source *source, char delimiter, int skip, rtp_table *table);
/* The other rows, from table->body. */
rtp_csv rtp_table_begin(const rtp_import *run, const rtp_table *table);
/* The next row that is not blank. False at the end, or after a diagnostic for a row that is not well made. */
bool rtp_table_next(rtp_import *run, const rtp_table *table, rtp_csv *csv);
/* "\"Created\", \"Resolved\" and 3 more", or their numbers where they have no names. */
rtp_str rtp_table_columns(rtp_import *run, const rtp_table *table);
/* A word for a total, or for another row that sums the others up, at the start of a cell. */
bool rtp_table_is_total(rtp_str text);
/* The name of a column, or "column 3". */
rtp_str rtp_table_name(rtp_import *run, const rtp_table *table, size_t i);

#endif
