/* How wide the columns of a table should be, for formats whose pages have a width but no layout of their own.
 * Judged by the words alone: what a reader sees must not hang on the fonts of one machine. */
#ifndef RTOPITCH_RENDER_COLUMNS_H
#define RTOPITCH_RENDER_COLUMNS_H

#include "rtopitch/document.h"

enum { RTP_COLUMNS_WHOLE = 1000 };

typedef struct rtp_columns {
    size_t count;
    const int *shares; /* of the table's width; together RTP_COLUMNS_WHOLE */
} rtp_columns;

size_t rtp_columns_count(const rtp_node *table); /* of its longest row */
rtp_columns rtp_columns_make(const rtp_node *table, rtp_arena *arena);
/* Whether the first row is a header that says anything; terms have an empty one. */
bool rtp_columns_are_headed(const rtp_node *table);

#endif
