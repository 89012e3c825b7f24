/* A spreadsheet's CSV as rows of cells, each with its place. Knows nothing of what the cells mean. */
#ifndef RTP_PROFILE_SHEET_H
#define RTP_PROFILE_SHEET_H

#include "base/csv.h"

typedef rtp_csv_cell rtp_cell;

typedef struct rtp_sheet_row {
    rtp_cell *cells;
    size_t len;
} rtp_sheet_row;

struct rtp_sheet {
    rtp_sheet_row *rows; /* without blank lines */
    size_t len;
    char delimiter; /* , ; or tab: the first of tab, semicolon, comma that the header has */
};

/* False after a diagnostic (P0164, P0165); rows after a bad one are still read. */
bool rtp_sheet_read(const rtp_source *source, rtp_arena *arena, rtp_diags *diags, struct rtp_sheet *sheet);

#endif
