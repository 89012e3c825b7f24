/* An arena a test, series and closeness for the tests of the statistics. */
#ifndef STATS_SUPPORT_H
#define STATS_SUPPORT_H

#include "rtopitch/stats.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static rtp_arena *arena; /* of the test under way */

static inline int set_up(void **state)
{
    (void)state;
    arena = rtp_arena_make();
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    rtp_arena_free(arena);
    return 0;
}

/* Of the value itself, so that small tails are held as tightly as large ones. */
static inline void assert_close(double found, double wanted, double part)
{
    if (!(fabs(found - wanted) <= part * fabs(wanted))) {
        print_error("%.17g is not %.17g\n", found, wanted);
        fail();
    }
}

static inline void assert_number(double found, double wanted)
{
    if (!(fabs(found - wanted) <= 1e-12 * (1 + fabs(wanted)))) {
        print_error("%.17g is not %.17g\n", found, wanted);
        fail();
    }
}

#define SERIES(array) ((rtp_series){.values = (array), .len = RTP_COUNT(array)})

static inline bool is_finite_interval(rtp_interval interval)
{
    return isfinite(interval.low) && isfinite(interval.high) && interval.low <= interval.high;
}

static inline bool is_finite_trend(const rtp_trend *trend)
{
    return isfinite(trend->slope) && is_finite_interval(trend->interval) && trend->p >= 0 && trend->p <= 1;
}

static inline bool is_finite_comparison(const rtp_comparison *found)
{
    return isfinite(found->median[0]) && isfinite(found->median[1]) && isfinite(found->shift) &&
           is_finite_interval(found->interval) && is_finite_interval(found->bounds) && isfinite(found->percent) &&
           is_finite_interval(found->percent_interval) && found->p >= 0 && found->p <= 1 && found->smallest_p >= 0 &&
           found->smallest_p <= 1 && isfinite(found->autocorrelation) && isfinite(found->drift_reach) &&
           is_finite_trend(&found->drift);
}

#endif
