/* Which period covers a month: one slot a month of the years that dates may have. It answers overlap
 * and coverage alike, however many periods there are. */
#ifndef RTP_PROFILE_CALENDAR_H
#define RTP_PROFILE_CALENDAR_H

#include "rtopitch/profile.h"

enum {
    RTP_CALENDAR_FIRST = 1900 * 12,
    RTP_CALENDAR_END = 2200 * 12,
    RTP_CALENDAR_NOBODY = 0 /* periods are counted from 1 */
};

typedef struct rtp_calendar {
    uint32_t owner[RTP_CALENDAR_END - RTP_CALENDAR_FIRST];
} rtp_calendar;

bool rtp_calendar_holds(rtp_month month); /* the years that dates may have */
/* The position from 1 of the first period that covers the month, or RTP_CALENDAR_NOBODY. */
uint32_t rtp_calendar_owner(const rtp_calendar *calendar, rtp_month month);
/* Gives the period's free months to `owner`; returns the first month that was taken before, or
 * RTP_DATE_UNKNOWN. */
rtp_month rtp_calendar_put(rtp_calendar *calendar, const rtp_period *period, uint32_t owner);

#endif
