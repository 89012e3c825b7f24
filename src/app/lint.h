/* What the files that judge wording share: a finding in words, and advice about what the whole profile shows. */
#ifndef RTP_APP_LINT_H
#define RTP_APP_LINT_H

#include "rtopitch/app.h"

/* Without a place. */
rtp_diag rtp_lint_diag(const rtp_lint_rule *rule, rtp_severity severity, rtp_arena *arena);

/* Notes with the codes of `rules` about what no single text shows: a promise without a measure, a trial without a
 * decider or a way to end it, the convenient days, periods of unequal length. */
void rtp_advise(const rtp_profile *profile, const rtp_source *source, rtp_lint_set rules, rtp_diags *diags);

#endif
