/* What the two places that lint share, texts and profiles: a finding in words. */
#ifndef RTP_APP_LINT_H
#define RTP_APP_LINT_H

#include "rtopitch/app.h"

/* Without a place. */
rtp_diag rtp_lint_diag(const rtp_lint_rule *rule, rtp_severity severity, rtp_arena *arena);

#endif
