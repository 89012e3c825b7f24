/* The months of three centuries and which period covers each. A table is enough: every month that
 * passed the reader lies inside. */
#include "profile/calendar.h"

bool rtp_calendar_holds(rtp_month month)
{
    return month >= RTP_CALENDAR_FIRST && month < RTP_CALENDAR_END;
}

uint32_t rtp_calendar_owner(const rtp_calendar *calendar, rtp_month month)
{
    return rtp_calendar_holds(month) ? calendar->owner[month - RTP_CALENDAR_FIRST] : RTP_CALENDAR_NOBODY;
}

rtp_month rtp_calendar_put(rtp_calendar *calendar, const rtp_period *period, uint32_t owner)
{
    rtp_month last = period->to == RTP_DATE_UNKNOWN ? RTP_CALENDAR_END - 1 : period->to;
    rtp_month taken = RTP_DATE_UNKNOWN;
    for (rtp_month month = period->from; rtp_calendar_holds(month) && month <= last; month++) {
        uint32_t *slot = &calendar->owner[month - RTP_CALENDAR_FIRST];
        if (*slot == RTP_CALENDAR_NOBODY) {
            *slot = owner;
        } else if (taken == RTP_DATE_UNKNOWN) {
            taken = month;
        }
    }
    return taken;
}
