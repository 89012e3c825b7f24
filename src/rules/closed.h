/* Closed rules: flat bytes without a pointer in them, as the program holds its own. Whoever applies rules opens
 * those that it needs; whoever shows them opens all. Neighbours of one section make a run, which is passed over as one.
 */
#ifndef RTOPITCH_RULES_CLOSED_H
#define RTOPITCH_RULES_CLOSED_H

#include "rtopitch/rules.h"

/* Appends the rules, as runs of a packed list. */
void rtp_rules_close(const rtp_rule *rules, size_t count, rtp_buf *out);

typedef struct rtp_closed_run {
    rtp_str section;
    rtp_str rules;
} rtp_closed_run;
bool rtp_closed_run_next(rtp_str *runs, rtp_closed_run *run); /* takes the first off; false at the end */

typedef struct rtp_closed_rule { /* as much as tells whether it is needed */
    rtp_str section;
    rtp_scope scope;
    rtp_str rest;
} rtp_closed_rule;
bool rtp_closed_next(rtp_closed_run *run, rtp_closed_rule *rule); /* takes the first off; false at the end */
/* Its texts stay where they are. */
void rtp_rule_open(const rtp_closed_rule *closed, rtp_arena *arena, rtp_rule *rule);

/* Among a few texts, of which most have lengths of their own. */
bool rtp_texts_hold(const rtp_texts *texts, rtp_str wanted);

#endif
