/* Comma-separated values the way programs write them, a row at a time: quoted cells, any delimiter, any line end.
 * Knows nothing of what cells mean, and has no words for what is wrong: those are its callers'. */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include "rtopitch/base.h"

typedef struct rtp_csv_cell {
    rtp_str text; /* without quotes, and without blanks around it */
    size_t offset, length;
} rtp_csv_cell;

typedef enum rtp_csv_fault {
    RTP_CSV_FINE,
    RTP_CSV_OPEN,     /* a cell in quotes does not end */
    RTP_CSV_FOLLOWED, /* text follows the end of a cell in quotes */
    RTP_CSV_LONG,     /* a cell is longer than cell_most */
    RTP_CSV_WIDE      /* the row has more cells than cells_most */
} rtp_csv_fault;

typedef struct rtp_csv {
    rtp_str text;
    size_t at; /* where the next row begins */
    char delimiter;
    size_t cell_most, cells_most; /* 0: any */
    rtp_arena *arena;             /* for cells that hold doubled quotes, and for the array of cells */
    rtp_csv_cell *cells;          /* of the row read last; reused by the next unless it is taken away */
    size_t len, cap;
    rtp_csv_fault fault; /* the first of this row; the rest of the row is read all the same */
    size_t fault_at;
} rtp_csv;

/* Reads a row into `cells`; false at the end of the text. A blank line is a row of one empty cell. */
bool rtp_csv_next(rtp_csv *csv);
/* Spreadsheets leave rows of bare delimiters behind what was deleted. */
bool rtp_csv_is_blank(const rtp_csv *csv);

#endif
