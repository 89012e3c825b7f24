/* What a trial of given length can tell, before it starts: sums of two quantiles of Student's t, at the
 * level that the exact rank test keeps, and weeks made scarcer by what ranks and correlation cost. */
#include "rtopitch/stats.h"
#include "stats/normal.h"
#include "stats/null.h"

#include <float.h>

enum { MOST_WEEKS = 520 };

static double power_of(const rtp_trial *trial)
{
    return trial->power > 0 && trial->power < 1 ? trial->power : 0.8;
}

/* 2 over the number of ways to choose which values are whose. */
double rtp_stats_smallest_p(size_t base, size_t compared)
{
    size_t few = base < compared ? base : compared, many = base < compared ? compared : base;
    double p = few > 0 ? 2 : 1;
    for (size_t i = 1; i <= few && p > 0; i++) {
        p *= (double)i / (double)(many + i);
    }
    return p < 1 ? p : 1;
}

double rtp_stats_smallest_p_of_pairs(size_t pairs)
{
    double p = pairs > 0 ? 2 : 1;
    for (size_t i = 0; i < pairs && p > 0; i++) {
        p /= 2;
    }
    return p;
}

/* ---- what a number of weeks can tell ---- */

/* The share that the exact test leaves beyond one end: at most `wanted`, for few weeks a good deal less; 0: none. */
static double kept_tail(const rtp_trial *trial, size_t weeks, bool both, rtp_arena *arena)
{
    rtp_critical critical = trial->paired ? rtp_signed_rank_critical(weeks) : rtp_rank_sum_critical(weeks, weeks);
    size_t in = both ? critical.both : critical.one;
    if (in == 0) {
        return 0;
    }
    if (weeks >= RTP_EXACT_BELOW) {
        return both ? 0.025 : 0.05;
    }
    if (!trial->paired) {
        return rtp_rank_sum_tail(weeks, weeks, in - 1, arena);
    }
    uint32_t ranks[RTP_EXACT_BELOW];
    for (uint32_t i = 0; i < weeks; i++) {
        ranks[i] = i + 1;
    }
    return rtp_signed_rank_tail(ranks, weeks, in - 1, arena);
}

/* What the difference of the two middles is uncertain by, in standard deviations of a week. Ranks lose a factor of
 * pi/3 in variance against means when weeks are normal; of two windows, alike neighbours leave fewer weeks. */
static double uncertainty(const rtp_trial *trial, size_t weeks)
{
    const double third_of_pi = 1.0471975511965976, limit = 0.95;
    double alike = trial->paired || !(trial->autocorrelation > 0) ? 0 : trial->autocorrelation;
    alike = alike < limit ? alike : limit;
    return rtp_root(2 / (double)weeks * third_of_pi * (1 + alike) / (1 - alike));
}

static double effect(const rtp_trial *trial, size_t weeks, double tail)
{
    double degrees = trial->paired ? (double)weeks - 1 : 2 * (double)weeks - 2;
    double quantiles = rtp_student_quantile(1 - tail, degrees) + rtp_student_quantile(power_of(trial), degrees);
    return quantiles * uncertainty(trial, weeks);
}

/* Where the exact test needs every pair to agree, the chance that they do, instead of the quantiles. */
static double effect_of_all(const rtp_trial *trial, size_t weeks)
{
    double low = 0.5, high = 1;
    for (int i = 0; i < 50; i++) {
        double middle = (low + high) / 2, all = 1;
        for (size_t pair = 0; pair < weeks; pair++) {
            all *= middle;
        }
        *(all < power_of(trial) ? &low : &high) = middle;
    }
    return rtp_root(2) * rtp_normal_quantile(low);
}

static double finite(double value)
{
    return value > 0 && value <= DBL_MAX ? value : 0;
}

static bool can_tell(const rtp_trial *trial, size_t weeks)
{
    return weeks >= (size_t)(trial->paired ? RTP_STATS_LEAST_PAIRS : RTP_STATS_LEAST_VALUES);
}

double rtp_stats_detectable(const rtp_trial *trial, size_t weeks, rtp_arena *arena)
{
    double tail = can_tell(trial, weeks) ? kept_tail(trial, weeks, true, arena) : 0;
    if (!(tail > 0)) {
        return 0;
    }
    bool all = trial->paired && rtp_signed_rank_critical(weeks).both == 1;
    return finite((all ? effect_of_all(trial, weeks) : effect(trial, weeks, tail)) * trial->spread);
}

/* The level kept by the exact test is looked up only where the nominal one would do. */
size_t rtp_stats_weeks_needed(const rtp_trial *trial, double margin, rtp_arena *arena)
{
    double wanted = finite(margin) / (finite(trial->spread) > 0 ? trial->spread : DBL_MAX);
    if (!(wanted > 0)) {
        return 0;
    }
    for (size_t weeks = RTP_STATS_LEAST_VALUES; weeks <= MOST_WEEKS; weeks++) {
        if (can_tell(trial, weeks) && effect(trial, weeks, 0.05) <= wanted &&
            effect(trial, weeks, kept_tail(trial, weeks, false, arena)) <= wanted) {
            return weeks;
        }
    }
    return 0;
}
