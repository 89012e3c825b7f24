/* Records in JSON that another tool fetched: one list, one list a page, or a value a line. */
#ifndef IMPORT_RECORDS_H
#define IMPORT_RECORDS_H

#include "import/text.h"

typedef struct rtp_json_record {
    const rtp_json *node;    /* an object */
    const rtp_source *value; /* the value of the file that holds it */
    rtp_str pointer;         /* of the list in that value, or of the record itself */
    size_t index;            /* in the list; RTP_RECORD_ALONE: it is the value */
} rtp_json_record;

#define RTP_RECORD_ALONE SIZE_MAX

typedef struct rtp_json_records {
    rtp_json_record *items;
    size_t len, cap;
} rtp_json_records;

/* `where`: the pointer or path of the list; absent: the value itself, or the only list of objects in it.
 * False after a diagnostic. */
bool rtp_records_read(rtp_import *run, const rtp_source *text, rtp_str where, rtp_json_records *records);
/* A member by name, by pointer, or by names with points between; or NULL. `pointer`, unless NULL, is where. */
const rtp_json *rtp_records_find(rtp_import *run, const rtp_json *object, rtp_str path, rtp_str *pointer);
/* An error at a record, or at a member of it where `pointer` leads; always false. */
bool rtp_records_refuse(rtp_import *run, const char *code, const rtp_json_record *record, rtp_str pointer,
                        rtp_diag diag);
/* Where a record stands. */
void rtp_records_place(rtp_arena *arena, const rtp_json_record *record, rtp_str pointer, rtp_diag *diag);

#endif
