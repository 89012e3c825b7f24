/* The members of an imported metric as rows, so that writing it whole and writing it into a metric that a
 * profile has already are the same code. */
#ifndef IMPORT_HISTORY_H
#define IMPORT_HISTORY_H

#include "rtopitch/import.h"

typedef struct rtp_metric_member {
    const char *key;
    void (*put)(const rtp_import_metric *metric, rtp_arena *arena, rtp_json_writer *w);
    bool keeps; /* a profile that has this member keeps its own */
} rtp_metric_member;

extern const rtp_metric_member rtp_metric_members[];
extern const size_t rtp_metric_member_count;

bool rtp_metric_has(const rtp_import_metric *metric, const rtp_metric_member *member);
void rtp_metric_put(const rtp_import_metric *metric, rtp_arena *arena, rtp_json_writer *w);
void rtp_periods_put(const rtp_import_history *history, rtp_arena *arena, rtp_json_writer *w);

#endif
