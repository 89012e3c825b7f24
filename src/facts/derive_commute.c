/* Facts about the commute: time saved counts the home days that the ask adds to the mandate, two
 * ways each. */
#include "facts/value.h"

enum { WAYS = 2, MINUTES_AN_HOUR = 60, HOUR_DECIMALS = 1 };

static int64_t days_saved(const rtp_profile *profile)
{
    int64_t days = (int64_t)rtp_mandate_days(profile) - profile->ask.preferred.office_days.value;
    return days > 0 ? days : 0;
}

static rtp_value commute_days(const rtp_site *at)
{
    return computed(whole_value(at, days_saved(at->from->profile)),
                    rtp_lit("home days that the ask adds to the mandate"));
}

static bool hours_saved(const rtp_profile *profile, double *hours)
{
    int64_t days = days_saved(profile);
    if (!profile->commute.minutes.known || days == 0) {
        return false;
    }
    *hours = WAYS * profile->commute.minutes.value * (double)days / MINUTES_AN_HOUR;
    return true;
}

static rtp_value commute_hours_week(const rtp_site *at)
{
    double hours = 0;
    return hours_saved(at->from->profile, &hours)
               ? computed(rtp_value_decimal(at, hours, HOUR_DECIMALS), rtp_lit("both ways on each day saved, in hours"))
               : unknown_value(at);
}

static rtp_value commute_reinvest_hours(const rtp_site *at)
{
    rtp_number share = at->from->profile->commute.share;
    double hours = 0;
    if (!share.known || !(share.value > 0) || !hours_saved(at->from->profile, &hours)) {
        return unknown_value(at);
    }
    return computed(rtp_value_decimal(at, hours * share.value, HOUR_DECIMALS),
                    rtp_lit("hours saved a week times the share"));
}

#define COMMUTE(read, member) MEMBER(read, rtp_profile, commute.member, "/commute/" #member)

static const rtp_row commute_rows[] = {
    QUANTITY("commute.minutes", "minutes", "How long you travel, one way.", COMMUTE(number, minutes)),
    FACT("commute.reinvest", RTP_TEXT, "What the saved time goes into.", COMMUTE(text, reinvest)),
    QUANTITY("commute.share", "", "The share of the saved time that goes into work, from 0 to 1.",
             COMMUTE(number, share)),
    QUANTITY("commute.days", "days", "How many commutes a week the ask saves against the mandate.",
             COMPUTED(commute_days), FROM("/ask/preferred/office_days")),
    QUANTITY("commute.hours_week", "hours", "How many hours of travel a week the ask saves.",
             COMPUTED(commute_hours_week), FROM("/commute/minutes")),
    QUANTITY("commute.reinvest_hours", "hours", "How many of the saved hours a week go into work.",
             COMPUTED(commute_reinvest_hours), FROM("/commute/share")),
};

TOPIC(commute, RTP_ONCE, commute_rows);
