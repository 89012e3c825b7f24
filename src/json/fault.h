/* What can be wrong with a JSON text, and how it is told. The scan names a fault and its place;
 * the words live in one table, so that no sentence is written twice. */
#ifndef JSON_FAULT_H
#define JSON_FAULT_H

#include "rtopitch/json.h"

typedef enum rtp_fault {
    RTP_FAULT_NONE,
    RTP_FAULT_BYTES,
    RTP_FAULT_EMPTY,
    RTP_FAULT_ENCODING,
    RTP_FAULT_VALUE,
    RTP_FAULT_KEY,
    RTP_FAULT_COLON,
    RTP_FAULT_OBJECT_COMMA,
    RTP_FAULT_ARRAY_COMMA,
    RTP_FAULT_OPEN_STRING,
    RTP_FAULT_OPEN_BRACKET,
    RTP_FAULT_REST,
    RTP_FAULT_NUL,
    RTP_FAULT_CONTROL,
    RTP_FAULT_UTF8,
    RTP_FAULT_ESCAPE,
    RTP_FAULT_SURROGATE,
    RTP_FAULT_ZERO,
    RTP_FAULT_NUMBER,
    RTP_FAULT_RANGE,
    RTP_FAULT_DEPTH,
    RTP_FAULT_VALUES,
    RTP_FAULT_STRING,
    RTP_FAULT_TWICE,
    RTP_FAULT_WORD,
    RTP_FAULT_COMMENT,
    RTP_FAULT_TRAILING,
    RTP_FAULT_QUOTES,
    RTP_FAULT_BARE_KEY,
    RTP_FAULT_COUNT
} rtp_fault;

typedef struct rtp_fault_place {
    rtp_fault fault;
    size_t offset, length;
    size_t other; /* offset of what this goes with: the bracket left open, the first of two keys */
    size_t limit; /* the limit that was passed */
} rtp_fault_place;

/* Looks at the text around a fault for a likelier cause: a comment, a bare word, a trailing comma.
 * May change place->fault and place->length; returns the hint, or NULL. */
const char *rtp_fault_clue(rtp_str text, rtp_fault_place *place);

void rtp_fault_report(const rtp_source *source, rtp_fault_place place, rtp_diags *diags);

#endif
