/* What weeks of a trial can tell, as the statistics floor works it out. Kept to two calls, so that the
 * assumptions behind a plan stand in one place. */
#include "facts/power.h"
#include "rtopitch/stats.h"

static rtp_trial trial_of(rtp_effort effort)
{
    return (rtp_trial){.paired = effort.paired, .spread = effort.spread, .autocorrelation = effort.autocorrelation};
}

double rtp_effort_detectable(rtp_effort effort, size_t weeks, rtp_arena *arena)
{
    rtp_trial trial = trial_of(effort);
    return rtp_stats_detectable(&trial, weeks, arena);
}

size_t rtp_effort_weeks(rtp_effort effort, double margin, rtp_arena *arena)
{
    rtp_trial trial = trial_of(effort);
    return rtp_stats_weeks_needed(&trial, margin, arena);
}

size_t rtp_effort_least(bool paired)
{
    return paired ? RTP_STATS_LEAST_PAIRS : RTP_STATS_LEAST_VALUES;
}

double rtp_effort_alike(const double *values, size_t n, rtp_arena *arena)
{
    rtp_series series = {.values = values, .len = n};
    return rtp_stats_autocorrelation(&series, arena);
}
