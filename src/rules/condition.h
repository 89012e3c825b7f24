/* Conditions, inside the floor: compiling them from JSON, and testing them in any view. */
#ifndef RTOPITCH_RULES_CONDITION_H
#define RTOPITCH_RULES_CONDITION_H

#include "rules/context.h"
#include "rules/view.h"

/* False after a diagnostic; every problem inside is reported. */
bool rtp_condition_load(const rtp_json *node, rtp_str pointer, const rtp_context *context, rtp_packed *out);

/* `decided`: the fact that made it NO or UNKNOWN, RTP_LITERAL for YES. May be NULL. */
rtp_truth rtp_condition_view(rtp_packed when, const rtp_view *view, uint16_t *decided);

/* Reads one JSON value as a value of the fact's type: an operand, or a fact of an example. For a
 * list the value is one of its elements. False after a diagnostic. */
bool rtp_operand_load(const rtp_json *node, rtp_str pointer, const rtp_fact *fact, const rtp_context *context,
                      rtp_operand *out);

#endif
