/* Which columns of a table hold the months and the values: those that were named, or those that can be meant. */
#ifndef IMPORT_COLUMNS_H
#define IMPORT_COLUMNS_H

#include "import/table.h"

typedef struct rtp_columns_given { /* as on the command line; absent: find it */
    rtp_str month, value, year;
    bool count; /* values are not asked for */
} rtp_columns_given;

typedef struct rtp_columns { /* from 0; RTP_COLUMN_NONE: there is none */
    size_t month, value, year;
} rtp_columns;

#define RTP_COLUMN_NONE SIZE_MAX

/* False after a diagnostic (I0504). Without a column of numbers, `value` is none: records are counted. */
bool rtp_columns_find(rtp_import *run, const rtp_table *table, const rtp_columns_given *given, rtp_columns *columns);

#endif
