/* Where a piece of a pack stands and which facts it may read. Conditions, phrases and outlines
 * are compiled under one, so that reach and visibility are judged in one place. */
#ifndef RTOPITCH_RULES_CONTEXT_H
#define RTOPITCH_RULES_CONTEXT_H

#include "rtopitch/json.h"
#include "rtopitch/rules.h"

typedef struct rtp_context {
    const rtp_source *source;
    rtp_arena *arena;
    rtp_diags *diags;
    rtp_scope scope;  /* besides RTP_ONCE, whose facts are in reach; RTP_SCOPE_COUNT: not known, so any */
    bool personal;    /* for private documents only: every visibility, no rules of style */
    bool evidence;    /* evidence.* may be read */
    rtp_packed seeds; /* those that may be named; {NULL}: any */
    bool wording;     /* this is wording of its own, so no other may stand in it */
} rtp_context;

/* A part of a string value is told by bytes of the decoded text; len 0 means the whole value. */
typedef struct rtp_spot {
    rtp_str pointer;
    size_t from, len;
    bool key; /* the member's name is meant, not its value */
} rtp_spot;

typedef struct rtp_fault {
    const char *code;
    rtp_str message, found, expected, hint;
} rtp_fault;

/* Reports an error at its exact place in the source, escapes counted. */
void rtp_context_report(const rtp_context *context, rtp_spot spot, rtp_fault fault);

typedef enum rtp_use { RTP_USE_TEST, RTP_USE_PRINT } rtp_use;

/* The fact's number, or -1 after a diagnostic: no such fact, out of reach, or not to be shared. */
int rtp_context_fact(const rtp_context *context, rtp_str name, rtp_use use, rtp_spot spot);

/* RFC 6901: the pointer of a member or an element of the value at `pointer`. */
rtp_str rtp_pointer_key(rtp_arena *arena, rtp_str pointer, rtp_str key);
rtp_str rtp_pointer_index(rtp_arena *arena, rtp_str pointer, size_t index);

#endif
