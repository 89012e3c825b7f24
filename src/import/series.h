/* Records with a month and a value become one metric: what is done with several of a month, the metric's name,
 * unit and words, and where it comes from. The same for every kind of file. */
#ifndef IMPORT_SERIES_H
#define IMPORT_SERIES_H

#include "import/text.h"

typedef enum rtp_group { RTP_GROUP_OPEN, RTP_GROUP_SUM, RTP_GROUP_MEAN, RTP_GROUP_MEDIAN, RTP_GROUP_COUNT } rtp_group;

typedef struct rtp_series_options {
    rtp_str group, metric, unit, better, source;
    rtp_import_texts about;
} rtp_series_options;

/* Rows of these options, for the table of an importer whose struct has them as `member`. */
#define RTP_SERIES_ROWS(type, member)                                                                                  \
    {.name = "group",                                                                                                  \
     .value = "HOW",                                                                                                   \
     .kind = RTP_IMPORT_TEXT,                                                                                          \
     .offset = offsetof(type, member) + offsetof(rtp_series_options, group),                                           \
     .help = "what to make of several records of a month: sum, mean, median or count; count needs no values"},         \
        {.name = "metric",                                                                                             \
         .value = "NAME",                                                                                              \
         .kind = RTP_IMPORT_TEXT,                                                                                      \
         .offset = offsetof(type, member) + offsetof(rtp_series_options, metric),                                      \
         .help = "what the document calls it (default: as the values are called)"},                                    \
        {.name = "unit",                                                                                               \
         .value = "UNIT",                                                                                              \
         .kind = RTP_IMPORT_TEXT,                                                                                      \
         .offset = offsetof(type, member) + offsetof(rtp_series_options, unit),                                        \
         .help = "of the values: h, %, tickets (default: what stands beside them)"},                                   \
        {.name = "better",                                                                                             \
         .value = "higher|lower",                                                                                      \
         .kind = RTP_IMPORT_TEXT,                                                                                      \
         .offset = offsetof(type, member) + offsetof(rtp_series_options, better),                                      \
         .help = "whether more of it is better, or less"},                                                             \
        {.name = "source",                                                                                             \
         .value = "TEXT",                                                                                              \
         .kind = RTP_IMPORT_TEXT,                                                                                      \
         .offset = offsetof(type, member) + offsetof(rtp_series_options, source),                                      \
         .help = "where the numbers come from, as the document says it (default: the file's name)"},                   \
    {                                                                                                                  \
        .name = "about", .value = "CONCERN", .kind = RTP_IMPORT_TEXTS,                                                 \
        .offset = offsetof(type, member) + offsetof(rtp_series_options, about),                                        \
        .help = "a worry on which it throws light: productivity, responsiveness, …; may be repeated"                 \
    }

typedef struct rtp_record {
    rtp_month month;
    double value;
    size_t offset, length; /* where its month stands in the file */
} rtp_record;

typedef struct rtp_records {
    rtp_record *items;
    size_t len, cap;
} rtp_records;

typedef struct rtp_series_words { /* what the file says */
    rtp_str name, unit;           /* of its values; may be absent */
    rtp_str what;                 /* "\"Hours\" in rows by \"Date\"" */
    bool lower;                   /* it is a time that something took, so less is better */
    /* Fills in where a record stands, for a file whose records have no offsets; NULL: they have. */
    void (*place)(const void *state, const rtp_record *record, rtp_diag *diag);
    const void *state;
} rtp_series_words;

void rtp_records_add(rtp_records *records, rtp_record record, rtp_arena *arena);
/* Before a file is opened: words that are none, I0204. */
bool rtp_series_check(rtp_import *run, const rtp_series_options *given);
rtp_group rtp_series_group(const rtp_series_options *given);
/* Adds the metric; sorts the records. False after a diagnostic. */
bool rtp_series_put(rtp_import *run, const rtp_series_options *given, const rtp_source *file,
                    const rtp_series_words *words, rtp_records *records);

#endif
