/* Closed rules: flat bytes without a pointer in them, as the program holds its own. Whoever applies rules opens
 * those that it needs; whoever shows them opens all. */
#ifndef RTOPITCH_RULES_CLOSED_H
#define RTOPITCH_RULES_CLOSED_H

#include "rtopitch/rules.h"

/* Appends the rule as an item of a packed list. */
void rtp_rule_close(const rtp_rule *rule, rtp_buf *out);

typedef struct rtp_closed_rule { /* as much as tells whether it is needed */
    rtp_str section;
    rtp_scope scope;
    rtp_str rest;
} rtp_closed_rule;
bool rtp_closed_next(rtp_str *rules, rtp_closed_rule *rule); /* takes the first off; false at the end */
/* Its texts stay where they are. */
void rtp_rule_open(const rtp_closed_rule *closed, rtp_arena *arena, rtp_rule *rule);

#endif
