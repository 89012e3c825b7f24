/* Filters: how a fact is written inside a phrase. One table, so that the loader can check types
 * and the expander can call by number. */
#ifndef RTOPITCH_RULES_FILTERS_H
#define RTOPITCH_RULES_FILTERS_H

#include "rtopitch/rules.h"

typedef struct rtp_filter {
    rtp_str name;
    unsigned from;        /* a bit for each rtp_type it takes */
    rtp_type to;          /* what it gives */
    const char *argument; /* what is expected after the colon; NULL: no argument */
    rtp_value (*apply)(const rtp_value *value, rtp_str argument, rtp_arena *arena);
    bool each; /* takes a list, too, item by item, and gives one */
} rtp_filter;

extern const rtp_filter rtp_filters[];
extern const size_t rtp_filter_count;
bool rtp_filter_takes(const rtp_filter *filter, rtp_type type);
rtp_type rtp_filter_gives(const rtp_filter *filter, rtp_type type); /* of a value of that type */
int rtp_filter_find(rtp_str name);                                  /* -1 when there is none */
rtp_str rtp_filter_nearest(rtp_str name);                           /* for "did you mean" */

/* The filters one after the other, then plain text with its white space joined. `facts` tell names from other
 * words; NULL: nothing does. */
rtp_str rtp_filters_apply(const rtp_value *value, const rtp_filter_use *filters, size_t count, const rtp_facts *facts,
                          rtp_arena *arena);

#endif
