/* The chain sentence → rule → fact → line of the profile, collected once and printed in two forms.
 * Also what there is to say about a code or a rule alone. */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

#include "cli/command.h"
#include "rtopitch/app.h"

/* A stretch of a block that one point (or the outline itself) is the reason for. */
typedef struct rtp_explained {
    const rtp_node *block;
    const rtp_point *point; /* NULL: the outline's own words */
    rtp_str text;
    const rtp_node *const *spans; /* those with a value, and the citations */
    size_t span_count;
} rtp_explained;

typedef struct rtp_explanation {
    const rtp_job *job;
    const rtp_outline *outline; /* of the document: rules for other sections are no part of the story */
    const rtp_document *document;
    const rtp_rule *only; /* show this rule alone; NULL: all */
    rtp_explained *items;
    size_t len, cap;
} rtp_explanation;

void rtp_explanation_collect(rtp_explanation *explanation, rtp_arena *arena);
void rtp_explanation_put_text(const rtp_explanation *explanation, rtp_arena *arena, rtp_buf *out);
void rtp_explanation_put_json(const rtp_explanation *explanation, rtp_arena *arena, rtp_buf *out);

/* Whether a rule that was tried belongs to the story: it is the only one, or speaks in a section of the outline. */
bool rtp_explanation_has(const rtp_explanation *explanation, const rtp_rule *rule);

/* Why a rule is not in the document, in words. */
const char *rtp_outcome_words(rtp_outcome outcome);
const char *rtp_outcome_name(rtp_outcome outcome);

const rtp_code_doc *rtp_code_find(rtp_str code);                 /* over all floors; or NULL */
const rtp_rule *rtp_rule_find(const rtp_pack *pack, rtp_str id); /* or NULL */
rtp_str rtp_rule_nearest(const rtp_pack *pack, rtp_str id, rtp_arena *arena);
void rtp_rule_put(const rtp_rule *rule, rtp_buf *out);
/* "all of (ask.fixed is no, metrics.count at least 1)" */
void rtp_condition_put(const rtp_condition *condition, rtp_buf *out);

#endif
