/* Facts about the months a history covers: where the office ended and where the next way of working began.
 * `check` offers values for these months, so that what is added can be compared at once. */
#include "facts/value.h"

static const rtp_period *period_at(const rtp_site *at, size_t i)
{
    return rtp_item(&at->from->profile->history.modes, rtp_period, i);
}

/* The last office month before another way of working; while still in the office, the month before this one. */
static rtp_month office_last(const rtp_site *at)
{
    rtp_month found = RTP_DATE_UNKNOWN;
    for (size_t i = 0; i < at->from->profile->history.modes.len; i++) {
        const rtp_period *period = period_at(at, i);
        rtp_month last = period->to != RTP_DATE_UNKNOWN ? period->to : rtp_date_month(at->from->today) - 1;
        if (period->mode == RTP_MODE_OFFICE && last >= period->from && last > found) {
            found = last;
        }
    }
    return found;
}

static rtp_month away_first(const rtp_site *at)
{
    rtp_month found = RTP_DATE_UNKNOWN;
    for (size_t i = 0; i < at->from->profile->history.modes.len; i++) {
        const rtp_period *period = period_at(at, i);
        bool away = period->mode > RTP_MODE_OFFICE;
        if (away && (found == RTP_DATE_UNKNOWN || period->from < found)) {
            found = period->from;
        }
    }
    return found;
}

static rtp_value month_found(const rtp_site *at, rtp_month month)
{
    return month == RTP_DATE_UNKNOWN ? unknown_value(at)
                                     : computed(month_value(at, month), rtp_lit("the periods worked"));
}

static rtp_value history_office(const rtp_site *at)
{
    return month_found(at, office_last(at));
}

static rtp_value history_away(const rtp_site *at)
{
    return month_found(at, away_first(at));
}

static const rtp_row history_rows[] = {
    FACT("history.office_last", RTP_MONTH, "The last month in the office that the history tells of.",
         COMPUTED(history_office), FROM("/history/modes")),
    FACT("history.away_first", RTP_MONTH, "The first month partly or wholly at home that the history tells of.",
         COMPUTED(history_away), FROM("/history/modes")),
};

TOPIC(history, RTP_ONCE, history_rows);
