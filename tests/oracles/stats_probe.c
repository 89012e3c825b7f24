/* Analyses the data sets of standard input, one a line, and prints every figure with all its digits.
 * A line: "windows M N x... y...", "pairs N x... y..." or "trend N y..."; the oracle is tests/oracles/stats.py. */
#include "rtopitch/stats.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 2000 };

static _Noreturn void fail(const char *what)
{
    fprintf(stderr, "stats_probe: %s\n", what);
    exit(2);
}

static size_t read_length(void)
{
    size_t length = 0;
    if (scanf("%zu", &length) != 1 || length > MOST) {
        fail("a length is missing or too large");
    }
    return length;
}

static rtp_series read_series(size_t length, rtp_arena *arena)
{
    double *values = RTP_NEW_ARRAY(arena, double, length);
    for (size_t i = 0; i < length; i++) {
        if (scanf("%lf", &values[i]) != 1) {
            fail("a number is missing");
        }
    }
    return (rtp_series){.values = values, .len = length};
}

static const char *const methods[] = {"none", "exact", "normal"};

static void print_trend(rtp_trend trend)
{
    printf(" slope=%.17g slope_low=%.17g slope_high=%.17g slope_has=%d slope_p=%.17g slope_method=%s", trend.slope,
           trend.interval.low, trend.interval.high, trend.has_interval, trend.p, methods[trend.method]);
}

static void print_comparison(const rtp_comparison *found)
{
    printf("shift=%.17g low=%.17g high=%.17g has=%d low_bound=%.17g high_bound=%.17g", found->shift,
           found->interval.low, found->interval.high, found->has_interval, found->bounds.low, found->bounds.high);
    printf(" percent=%.17g percent_low=%.17g percent_high=%.17g percent_has=%d", found->percent,
           found->percent_interval.low, found->percent_interval.high, found->has_percent);
    printf(" p=%.17g method=%s smallest=%.17g median_base=%.17g median_compared=%.17g autocorrelation=%.17g", found->p,
           methods[found->method], found->smallest_p, found->median[0], found->median[1], found->autocorrelation);
    print_trend(found->drift);
    putchar('\n');
}

static void compare(bool paired, rtp_arena *arena)
{
    size_t first = read_length(), second = paired ? first : read_length();
    rtp_series sides[2];
    sides[0] = read_series(first, arena);
    sides[1] = read_series(second, arena);
    rtp_question question = {RTP_GAIN_HIGHER, false, 0};
    rtp_comparison found =
        paired ? rtp_stats_compare_pairs(sides, question, arena) : rtp_stats_compare(sides, question, arena);
    print_comparison(&found);
}

static void follow(rtp_arena *arena)
{
    rtp_series series = read_series(read_length(), arena);
    printf("spread=%.17g autocorrelation=%.17g median=%.17g", rtp_stats_spread(&series),
           rtp_stats_autocorrelation(&series, arena), rtp_stats_median(&series, arena));
    print_trend(rtp_stats_trend(&series, arena));
    putchar('\n');
}

int main(void)
{
    char kind[16];
    rtp_arena *arena = rtp_arena_make();
    while (scanf("%15s", kind) == 1) {
        rtp_arena_reset(arena);
        if (strcmp(kind, "trend") == 0) {
            follow(arena);
        } else {
            compare(strcmp(kind, "pairs") == 0, arena);
        }
    }
    rtp_arena_free(arena);
    return 0;
}
