/* iCalendar (RFC 5545) as far as days need it: lines unfolded, events with their days, weekly and daily repetition. */
#ifndef IMPORT_ICS_H
#define IMPORT_ICS_H

#include "import/text.h"

typedef struct rtp_ics_rule { /* FREQ=WEEKLY or DAILY; days 0: does not repeat */
    int step;                 /* days or weeks */
    bool weekly, other;       /* other: repeats in a way that is not followed */
    unsigned weekdays;        /* bits, Monday first; 0: any of a daily rule */
    int64_t count;            /* 0: no end by number */
    rtp_date until;           /* RTP_DATE_UNKNOWN: no end by day */
} rtp_ics_rule;

typedef struct rtp_ics_event {
    rtp_str uid, title, words; /* words: categories and place; as written, unescaped */
    rtp_date first, last;      /* days it covers, both counted */
    bool cancelled, utc;
    rtp_date instead; /* of which day of its series it takes the place; RTP_DATE_UNKNOWN: none */
    rtp_ics_rule rule;
    rtp_date *except; /* days of its series that fall out */
    size_t except_count, except_cap;
} rtp_ics_event;

typedef struct rtp_ics_events {
    rtp_ics_event *items;
    size_t len, cap;
} rtp_ics_events;

/* False after a diagnostic (I0508). Events without a day are left out. */
bool rtp_ics_read(rtp_import *run, const rtp_source *text, rtp_ics_events *events);
/* Puts the days that fall out in order, once all are there; before rtp_ics_each. */
void rtp_ics_sort(rtp_ics_event *event);
/* Calls `visit` for the first day of each repetition up to `end`. */
void rtp_ics_each(const rtp_ics_event *event, rtp_date end, void (*visit)(void *state, rtp_date day), void *state);

#endif
