/* One backslash escape of a JSON string, read for everybody who needs it: the scan checks with
 * it, keys are compared through it. */
#ifndef JSON_ESCAPE_H
#define JSON_ESCAPE_H

#include "json/fault.h"

typedef struct rtp_escape {
    rtp_fault fault;
    size_t read, len; /* bytes of the text; bytes of utf8 */
    char utf8[4];
} rtp_escape;

/* The escape at text[0], which is a backslash; with a fault, `read` is what to underline. */
rtp_escape rtp_escape_read(const char *text, size_t len);

#endif
