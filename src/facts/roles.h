/* Reads what packs know of a kind of work: its texts, the measures that carry weight and those that
 * do not. The bytes come flat from the program's tables, so each list is walked, never indexed. */
#ifndef RTOPITCH_FACTS_ROLES_H
#define RTOPITCH_FACTS_ROLES_H

#include "facts/derive.h"

typedef struct rtp_cursor { /* where a walk over texts stands */
    const char *at;
} rtp_cursor;

typedef struct rtp_measure {
    rtp_str texts[RTP_MEASURE_TEXT_COUNT];
} rtp_measure;

typedef struct rtp_trap {
    rtp_str texts[RTP_TRAP_TEXT_COUNT];
} rtp_trap;

/* The role with that id, or NULL; that of the person, or of any desk when no family is known. */
const rtp_role *rtp_role_find(rtp_roles roles, rtp_str id);
const rtp_role *rtp_role_of(rtp_derive *from);
rtp_str rtp_role_text_at(const rtp_role *role, rtp_role_text text);
rtp_cursor rtp_role_measures(const rtp_role *role);
rtp_cursor rtp_role_traps(const rtp_role *role);
/* Take the next; false at the end. */
bool rtp_measure_next(rtp_cursor *cursor, rtp_measure *measure);
bool rtp_trap_next(rtp_cursor *cursor, rtp_trap *trap);

/* Whether one of the alternatives fits the name. */
bool rtp_words_fit(rtp_str words, rtp_str name);
/* The first measure, or trap, that a metric's name speaks of; false when there is none. */
bool rtp_measure_find(const rtp_role *role, rtp_str name, rtp_measure *measure);
bool rtp_trap_find(const rtp_role *role, rtp_str name, rtp_trap *trap);
/* The role whose trap a metric's name speaks of, the person's own first; or NULL. A measure that carries
 * weight is no trap, whatever else its name says. */
const rtp_role *rtp_metric_trap(rtp_derive *from, rtp_str name, rtp_trap *trap);

#endif
