/* What a file of rules holds before it is compiled: the structs of its field tables. */
#ifndef RTP_LINT_PACK_H
#define RTP_LINT_PACK_H

#include "lint/pattern.h"

typedef struct rtp_list_source {
    rtp_str name;
    rtp_texts any;
} rtp_list_source;

typedef struct rtp_rule_source {
    rtp_str code;
    int severity, profile, test;
    rtp_count limit;
    rtp_flag opening;
    rtp_str title, why, better;
    rtp_texts match, unless, hits, misses;
} rtp_rule_source;

typedef struct rtp_lint_file {
    rtp_objects words, lint; /* rtp_list_source, rtp_rule_source */
} rtp_lint_file;

bool rtp_lint_file_read(const rtp_source *source, rtp_arena *arena, rtp_diags *diags, rtp_lint_file *file);

typedef struct rtp_lint_spot { /* what is wrong in a file, and where */
    const rtp_source *source;
    const char *code;
    rtp_str pointer;
    size_t from, len; /* a part of the string there; len 0: all of it */
    rtp_str message, found, hint;
} rtp_lint_spot;

void rtp_lint_report(const rtp_lint_spot *spot, rtp_diags *diags);

unsigned rtp_lint_code_number(rtp_str code); /* 9 of "L09"; 0: none */

#endif
