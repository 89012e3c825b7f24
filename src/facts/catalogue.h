/* The catalogue as the facts floor sees it: rows by number and the place of each in its scope.
 * Other floors see the public half of a row only. */
#ifndef RTOPITCH_FACTS_CATALOGUE_H
#define RTOPITCH_FACTS_CATALOGUE_H

#include "facts/derive.h"

extern const rtp_topic *const rtp_topics[];
extern const size_t rtp_topic_count;

#endif
