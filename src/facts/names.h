/* Names in what a user wrote. A phrase that fits the user's words into a sentence takes the capital off their
 * first word, which a name keeps. */
#ifndef RTOPITCH_FACTS_NAMES_H
#define RTOPITCH_FACTS_NAMES_H

#include "rtopitch/profile.h"

/* See rtp_facts_is_name. */
bool rtp_profile_names(const rtp_profile *profile, rtp_str word);

#endif
