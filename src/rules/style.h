/* Rules of style for words that others will read: numbers come from facts, sentences are short,
 * nothing is absolute, and no "but" takes an acknowledgement back. */
#ifndef RTOPITCH_RULES_STYLE_H
#define RTOPITCH_RULES_STYLE_H

#include "rules/context.h"

/* Checks the text of a phrase as its author wrote it, fields in braces included. False after
 * diagnostics; nothing is checked when the context is for private documents. */
bool rtp_style_check(rtp_str text, rtp_str pointer, const rtp_context *context);

#endif
