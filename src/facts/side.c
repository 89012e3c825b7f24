/* The months behind one side of a metric: what one value stands for, and the time that they cover.
 * A range must not claim months that belong to another way of working, so it is told in parts. */
#include "facts/summary.h"
#include "facts/value.h"
#include "facts/wording.h"

enum { MONTH = 1, QUARTER = 3, RUNS_MOST = 3 };

typedef struct rtp_months {
    const rtp_month *items; /* in order */
    size_t len;
} rtp_months;

static rtp_months months_of(rtp_derive *from, size_t metric, int mode)
{
    const rtp_side_summary *side = &rtp_metric_summarise(from, metric)->modes[mode];
    return (rtp_months){side->months, side->months ? side->n : 0};
}

/* ---- what one value stands for ---- */

typedef struct rtp_gaps {
    size_t all, of_month, of_quarter, of_quarters;
} rtp_gaps;

static void count_gaps(const rtp_months *months, rtp_gaps *gaps)
{
    for (size_t i = 1; i < months->len; i++) {
        int32_t gap = months->items[i] - months->items[i - 1];
        gaps->all++;
        gaps->of_month += gap == MONTH;
        gaps->of_quarter += gap == QUARTER;
        gaps->of_quarters += gap % QUARTER == 0;
    }
}

static bool is_most(size_t part, size_t all)
{
    return 2 * part > all;
}

/* A single value has no gap; the other ways of working tell what it is then. */
static rtp_gaps gaps_of(rtp_derive *from, size_t metric, int mode)
{
    rtp_gaps gaps = {0};
    rtp_months months = months_of(from, metric, mode);
    count_gaps(&months, &gaps);
    for (int other = RTP_MODE_OFFICE; other <= RTP_MODE_REMOTE && months.len == 1; other++) {
        rtp_months others = months_of(from, metric, other);
        count_gaps(&others, &gaps);
    }
    return gaps;
}

rtp_str rtp_side_step(rtp_derive *from, size_t metric, int mode)
{
    rtp_gaps gaps = gaps_of(from, metric, mode);
    if (is_most(gaps.of_month, gaps.all)) {
        return rtp_lit("month");
    }
    bool quarterly = gaps.of_quarters == gaps.all && is_most(gaps.of_quarter, gaps.all);
    return quarterly ? rtp_lit("quarter") : rtp_lit("reading");
}

rtp_str rtp_side_count_text(rtp_derive *from, size_t metric, int mode)
{
    size_t n = rtp_metric_summarise(from, metric)->modes[mode].n;
    if (n == 0) {
        return (rtp_str){NULL, 0};
    }
    rtp_str step = rtp_side_step(from, metric, mode), number = rtp_number_text(from->arena, (double)n, 0);
    return rtp_arena_format(from->arena, "%.*s %.*s%s", RTP_FMT(number), RTP_FMT(step), n == 1 ? "" : "s");
}

/* ---- the time they cover ---- */

/* Whether a month between the two belongs to another way of working. */
static bool is_apart(const rtp_profile *profile, rtp_month before, rtp_month after, int mode)
{
    bool apart = false;
    for (rtp_month month = before + 1; month < after && !apart; month++) {
        int between = rtp_month_mode(profile, month);
        apart = between != RTP_MODE_UNKNOWN && between != mode;
    }
    return apart;
}

static rtp_str joined(rtp_arena *arena, const rtp_str *runs, size_t len)
{
    if (len == 1) {
        return runs[0];
    }
    rtp_str front = rtp_arena_join(arena, runs, len - 1, rtp_lit(", "));
    return rtp_arena_join(arena, (rtp_str[]){front, runs[len - 1]}, 2, rtp_lit(" and "));
}

static rtp_str many_runs(rtp_derive *from, size_t metric, int mode, const rtp_months *months)
{
    rtp_str count = rtp_side_count_text(from, metric, mode);
    rtp_str first = rtp_month_long(from->arena, months->items[0]);
    rtp_str last = rtp_month_long(from->arena, months->items[months->len - 1]);
    return rtp_arena_format(from->arena, "%.*s between %.*s and %.*s", RTP_FMT(count), RTP_FMT(first), RTP_FMT(last));
}

rtp_str rtp_side_period(rtp_derive *from, size_t metric, int mode)
{
    rtp_months months = months_of(from, metric, mode);
    rtp_str runs[RUNS_MOST];
    size_t len = 0;
    for (size_t start = 0, end; start < months.len; start = end) {
        for (end = start + 1; end < months.len; end++) {
            if (is_apart(from->profile, months.items[end - 1], months.items[end], mode)) {
                break;
            }
        }
        if (len == RUNS_MOST) {
            return many_runs(from, metric, mode, &months);
        }
        runs[len++] = rtp_period_text(from->arena, months.items[start], months.items[end - 1]);
    }
    return len > 0 ? joined(from->arena, runs, len) : (rtp_str){NULL, 0};
}
