/* The closed vocabularies of packs, shared by the forms that read them and the code that compares
 * them. Order matters where it is said. */
#ifndef RTOPITCH_RULES_PACK_WORDS_H
#define RTOPITCH_RULES_PACK_WORDS_H

#include "rtopitch/json.h"
#include "rtopitch/rules.h"

extern const rtp_texts rtp_pack_scopes; /* for_each: an index + 1 is the rtp_scope; those of evidence are public */

rtp_str rtp_choice_text(int choice, const rtp_texts *words); /* absent for 0 */
rtp_set rtp_choice_set(int choice);                          /* empty for 0 */
rtp_set rtp_choices_set(rtp_choices choices);

#endif
