/* Compares two ways of working: shift, interval, percentage, p, warnings and the verdict, in one pass.
 * The interval decides, p only whether an end at 0 belongs to it; the warnings stand beside. */
#include "rtopitch/stats.h"
#include "stats/normal.h"
#include "stats/null.h"
#include "stats/order.h"
#include "stats/rank.h"
#include "stats/window.h"

#include <float.h>
#include <math.h>

typedef struct matter { /* what is being compared, and what has been found */
    rtp_question question;
    rtp_scale scale;
    rtp_window windows[2];
    rtp_arena *arena;
    rtp_comparison result; /* shift, interval, bounds and reach scaled until the end */
} matter;

/* ---- the places that matter among all combinations ---- */

typedef struct orders {
    double low, low_bound, middle[2], high_bound, high;
} orders;

static orders find_orders(const rtp_combined *of, rtp_critical critical, rtp_arena *arena)
{
    size_t all = rtp_combined_count(of), both = critical.both, one = critical.one;
    double found[RTP_PLACES_AT_MOST];
    if (both == 0) {
        size_t places[] = {(all - 1) / 2, all / 2};
        rtp_combined_select(of, places, RTP_COUNT(places), arena, found);
        return (orders){.middle = {found[0], found[1]}};
    }
    size_t places[] = {both - 1, one - 1, (all - 1) / 2, all / 2, all - one, all - both};
    rtp_combined_select(of, places, RTP_COUNT(places), arena, found);
    return (orders){found[0], found[1], {found[2], found[3]}, found[4], found[5]};
}

static rtp_method method_of(const matter *about)
{
    size_t most = about->windows[0].len > about->windows[1].len ? about->windows[0].len : about->windows[1].len;
    bool few = (about->result.flags & RTP_STATS_FEW) != 0;
    return few ? RTP_METHOD_NONE : most < RTP_EXACT_BELOW ? RTP_METHOD_EXACT : RTP_METHOD_NORMAL;
}

static void put_shift(const rtp_combined *of, rtp_critical critical, matter *about)
{
    orders found = find_orders(of, critical, about->arena);
    rtp_comparison *result = &about->result;
    result->shift = found.middle[0] / 2 + found.middle[1] / 2;
    result->has_interval = critical.both > 0;
    result->interval_method = method_of(about);
    result->interval = (rtp_interval){found.low, found.high};
    result->bounds = (rtp_interval){found.low_bound, found.high_bound};
}

/* Ratios as changes in per cent. The middle of logarithms is the geometric mean: no logarithm is needed. */
static void put_percent(const rtp_combined *of, rtp_critical critical, matter *about)
{
    critical.one = critical.both; /* no bounds in per cent: then fewer places are looked for */
    orders found = find_orders(of, critical, about->arena);
    rtp_comparison *result = &about->result;
    result->has_percent = true;
    result->percent = 100 * (rtp_root(found.middle[0]) * rtp_root(found.middle[1]) - 1);
    if (result->has_interval) {
        result->percent_interval = (rtp_interval){100 * (found.low - 1), 100 * (found.high - 1)};
    }
}

/* ---- warnings ---- */

static bool is_constant(const double *sorted, size_t n)
{
    return n > 1 && sorted[0] >= sorted[n - 1];
}

static void flag_if(matter *about, bool set, rtp_stats_flag flag)
{
    about->result.flags |= set ? (unsigned)flag : 0U;
}

/* One chance in ten of a needless warning of alike neighbours, since a missed one costs more; one in twenty that a
 * drift is claimed. The coefficient is too low by about 1/n for each level taken out. */
static void look_along_time(matter *about, const rtp_window *windows, size_t count)
{
    const double needless = 0.05, one_in_ten = 1.2816;
    double n = 0;
    for (size_t i = 0; i < count; i++) {
        n += (double)windows[i].len;
    }
    about->result.autocorrelation = rtp_windows_autocorrelation(windows, count);
    about->result.drift = rtp_windows_trend(windows, count, &about->scale, about->arena);
    double excess = about->result.autocorrelation + (double)count / n;
    flag_if(about, n > 0 && excess * rtp_root(n) > one_in_ten, RTP_STATS_AUTOCORRELATED);
    flag_if(about, about->result.drift.p < needless, RTP_STATS_DRIFTING);
}

/* How far the drift's interval reaches over the time between the windows, in the direction of the change. */
static double drift_reach(const matter *about)
{
    const rtp_comparison *found = &about->result;
    double steps = rtp_windows_distance(about->windows);
    double first = found->drift.interval.low * about->scale.factor * steps;
    double second = found->drift.interval.high * about->scale.factor * steps;
    bool upwards = found->shift > 0;
    return (first < second) == upwards ? second : first;
}

static void look_at_drift(matter *about)
{
    rtp_comparison *found = &about->result;
    if (!found->has_interval) {
        return;
    }
    double reach = drift_reach(about);
    bool outlived = found->shift > 0 ? found->interval.low > reach : found->interval.high < reach;
    found->drift_reach = reach;
    flag_if(about, !found->drift.has_interval || !outlived, RTP_STATS_DRIFT_OPEN);
}

static bool is_much_longer(size_t a, size_t b)
{
    return 2 * a > 3 * b;
}

static void look_at_sides(matter *about)
{
    const rtp_window *windows = about->windows;
    size_t m = windows[0].len, n = windows[1].len;
    flag_if(about, is_much_longer(m, n) || is_much_longer(n, m), RTP_STATS_UNEQUAL);
    for (size_t side = 0; side < 2; side++) {
        rtp_window ordered = windows[side]; /* those of pairs stay as they are */
        rtp_window_order(&ordered, about->arena);
        flag_if(about, rtp_window_is_partial(&ordered), RTP_STATS_PARTIAL);
    }
    flag_if(about, about->question.better == RTP_GAIN_UNKNOWN, RTP_STATS_NO_DIRECTION);
}

/* ---- the verdict ---- */

static rtp_interval as_gain(rtp_interval change, rtp_gain better)
{
    return better == RTP_GAIN_LOWER ? (rtp_interval){-change.high, -change.low} : change;
}

/* What decimal fractions leave behind must not decide. */
static double dust_of(const matter *about)
{
    return about->scale.most * 0x1p-40;
}

/* Among equal values an end is often 0 itself, and a closed interval then promises far more than 95 %. The test, which
 * knows the ties, settles whether 0 belongs to it; where the estimate is 0 as well, it does. */
static bool ends_at_zero(const matter *about)
{
    const rtp_comparison *result = &about->result;
    double end = result->shift > 0 ? result->interval.low : result->interval.high, dust = dust_of(about);
    return result->has_interval && fabs(result->shift) > dust && fabs(end) <= dust;
}

static void settle_zero(matter *about)
{
    const double level = 0.05;
    flag_if(about, ends_at_zero(about) && about->result.p < level, RTP_STATS_ZERO_OUT);
}

static rtp_verdict judge(matter *about)
{
    const rtp_question *question = &about->question;
    if ((about->result.flags & (RTP_STATS_FEW | RTP_STATS_INVALID | RTP_STATS_NO_DIRECTION)) != 0) {
        return RTP_VERDICT_NOT_TESTABLE;
    }
    bool zero_out = (about->result.flags & RTP_STATS_ZERO_OUT) != 0;
    double dust = dust_of(about), least = zero_out ? -dust : dust;
    double margin = question->has_margin ? fabs(question->margin) * about->scale.factor : 0;
    rtp_interval gain = as_gain(about->result.interval, question->better);
    rtp_interval bound = as_gain(about->result.bounds, question->better);
    bool loss = gain.high < -least;
    if (gain.low > least) {
        return RTP_VERDICT_BETTER;
    }
    if (question->has_margin && bound.low >= -margin - dust) {
        flag_if(about, loss, RTP_STATS_SMALL_LOSS);
        return RTP_VERDICT_NO_WORSE;
    }
    return loss ? RTP_VERDICT_WORSE : RTP_VERDICT_INCONCLUSIVE;
}

static rtp_comparison finish(matter *about)
{
    rtp_comparison *result = &about->result;
    const rtp_scale *scale = &about->scale;
    settle_zero(about);
    result->verdict = judge(about);
    result->shift = rtp_scale_undo(scale, result->shift);
    result->interval = rtp_scale_undo_both(scale, result->interval);
    result->bounds = rtp_scale_undo_both(scale, result->bounds);
    result->drift_reach = rtp_scale_undo(scale, result->drift_reach);
    for (size_t side = 0; side < 2; side++) {
        result->median[side] = rtp_scale_undo(scale, result->median[side]);
    }
    return *result;
}

/* ---- what both share ---- */

/* A margin that is not finite asks nothing that could be answered. */
static matter begin(const rtp_series *sides, rtp_question question, rtp_arena *arena)
{
    matter about = {.question = question, .scale = rtp_scale_find(sides, 2), .arena = arena};
    about.question.has_margin = question.has_margin && fabs(question.margin) <= DBL_MAX;
    about.result.p = 1;
    about.result.drift.p = 1;
    flag_if(&about, !about.scale.valid, RTP_STATS_INVALID);
    for (size_t side = 0; side < 2 && about.scale.valid; side++) {
        rtp_window *window = &about.windows[side];
        *window = rtp_window_make(&sides[side], &about.scale, arena);
        rtp_window_sort(window, arena);
        about.result.n[side] = window->len;
        if (window->len > 0) {
            about.result.median[side] = rtp_median_sorted(window->sorted, window->len);
        }
    }
    return about;
}

/* Per cent of what is next to nothing says nothing. */
static bool has_percent(const matter *about)
{
    const double widest = 0x1p40;
    for (size_t side = 0; side < 2; side++) {
        if (!(about->windows[side].sorted[0] * widest > about->scale.most)) {
            return false;
        }
    }
    return true;
}

static void put_test(matter *about, rtp_rank_test test)
{
    flag_if(about, test.tied, RTP_STATS_TIES);
    if ((about->result.flags & RTP_STATS_FEW) == 0) {
        about->result.p = test.p;
        about->result.method = test.method;
    }
}

/* ---- two windows ---- */

static void test_ranks(matter *about)
{
    const rtp_window *base = &about->windows[0], *compared = &about->windows[1];
    put_test(about, rtp_rank_sum_test(base->sorted, base->len, compared->sorted, compared->len, about->arena));
}

static matter begin_windows(const rtp_series sides[2], rtp_question question, rtp_arena *arena)
{
    matter about = begin(sides, question, arena);
    rtp_window_order(&about.windows[0], arena);
    rtp_window_order(&about.windows[1], arena);
    size_t m = about.windows[0].len, n = about.windows[1].len;
    flag_if(&about, m < RTP_STATS_LEAST_VALUES || n < RTP_STATS_LEAST_VALUES, RTP_STATS_FEW);
    look_at_sides(&about);
    return about;
}

static bool has_windows(const matter *about)
{
    return about->windows[0].len > 0 && about->windows[1].len > 0;
}

static rtp_combined pairs_of(const matter *about, rtp_combination kind)
{
    const rtp_window *base = &about->windows[0], *compared = &about->windows[1];
    return (rtp_combined){kind, base->sorted, compared->sorted, base->len, compared->len};
}

static rtp_critical critical_of(const matter *about)
{
    bool few = (about->result.flags & RTP_STATS_FEW) != 0;
    return few ? (rtp_critical){0, 0} : rtp_rank_sum_critical(about->windows[0].len, about->windows[1].len);
}

/* All that a verdict rests on. */
static void compare_windows(matter *about)
{
    if (!has_windows(about)) {
        return;
    }
    const rtp_window *base = &about->windows[0], *compared = &about->windows[1];
    rtp_combined pairs = pairs_of(about, RTP_DIFFERENCES);
    put_shift(&pairs, critical_of(about), about);
    flag_if(about, rtp_rank_sum_has_ties(base->sorted, base->len, compared->sorted, compared->len), RTP_STATS_TIES);
    flag_if(about, is_constant(base->sorted, base->len) || is_constant(compared->sorted, compared->len),
            RTP_STATS_CONSTANT);
    if (ends_at_zero(about)) {
        test_ranks(about);
    }
}

static void add_parts(matter *about, unsigned parts)
{
    if ((parts & RTP_STATS_TEST) != 0) {
        about->result.smallest_p = rtp_stats_smallest_p(about->windows[0].len, about->windows[1].len);
    }
    if (!has_windows(about)) {
        return;
    }
    if ((parts & RTP_STATS_TEST) != 0) {
        test_ranks(about);
    }
    if ((parts & RTP_STATS_PERCENT) != 0 && has_percent(about)) {
        rtp_combined ratios = pairs_of(about, RTP_RATIOS);
        put_percent(&ratios, critical_of(about), about);
    }
    if ((parts & RTP_STATS_TIME) != 0) {
        look_along_time(about, about->windows, 2);
        look_at_drift(about);
    }
}

rtp_comparison rtp_stats_compare_parts(const rtp_series sides[2], rtp_question question, unsigned parts,
                                       rtp_arena *arena)
{
    rtp_arena_mark mark = rtp_arena_here(arena);
    matter about = begin_windows(sides, question, arena);
    compare_windows(&about);
    add_parts(&about, parts);
    rtp_arena_return(arena, mark);
    return finish(&about);
}

/* As it was before the end scaled it back; a power of two changes no digit. */
static rtp_comparison scaled_again(const rtp_comparison *found, double factor)
{
    rtp_comparison scaled = *found;
    double *const numbers[] = {&scaled.shift,       &scaled.interval.low, &scaled.interval.high, &scaled.bounds.low,
                               &scaled.bounds.high, &scaled.drift_reach,  &scaled.median[0],     &scaled.median[1]};
    for (size_t i = 0; i < RTP_COUNT(numbers); i++) {
        *numbers[i] *= factor;
    }
    return scaled;
}

void rtp_stats_add_parts(const rtp_series sides[2], rtp_question question, unsigned parts, rtp_arena *arena,
                         rtp_comparison *found)
{
    rtp_arena_mark mark = rtp_arena_here(arena);
    matter about = begin_windows(sides, question, arena);
    about.result = scaled_again(found, about.scale.factor);
    add_parts(&about, parts);
    rtp_arena_return(arena, mark);
    *found = finish(&about);
}

rtp_comparison rtp_stats_compare(const rtp_series sides[2], rtp_question question, rtp_arena *arena)
{
    return rtp_stats_compare_parts(sides, question, RTP_STATS_WHOLE, arena);
}

/* ---- pairs ---- */

/* The smallest power of two above a scaled value; frexp and ldexp would load libm at every start. */
static double power_above(double value)
{
    double power = 0x1p-512;
    while (power <= value) {
        power *= 2;
    }
    return power;
}

/* Differences on a grid far finer than the values and coarser than their rounding: 30.1 - 28.9 and 1.2 are then
 * equal, and opposite differences cancel. */
static double *differences_of(const matter *about, rtp_arena *arena)
{
    size_t n = about->windows[0].len;
    double grid =
        0x1.8p8 * power_above(about->scale.most); /* adding it leaves 44 bits behind the largest value's first */
    double *differences = RTP_NEW_ARRAY(arena, double, n);
    for (size_t i = 0; i < n; i++) {
        differences[i] = about->windows[1].values[i] - about->windows[0].values[i] + grid - grid;
    }
    return differences;
}

/* The roots of the ratios: products of two of them are Walsh's averages of the logarithms. */
static const double *roots_of(const matter *about, rtp_arena *arena)
{
    size_t n = about->windows[0].len;
    double *roots = RTP_NEW_ARRAY(arena, double, n);
    for (size_t i = 0; i < n; i++) {
        roots[i] = rtp_root(about->windows[1].values[i] / about->windows[0].values[i]);
    }
    rtp_sort_numbers(roots, n);
    return roots;
}

static void compare_differences(matter *about, const rtp_window *differences)
{
    size_t n = differences->len;
    bool few = (about->result.flags & RTP_STATS_FEW) != 0;
    rtp_critical critical = few ? (rtp_critical){0, 0} : rtp_signed_rank_critical(n);
    rtp_combined averages = {RTP_AVERAGES, differences->sorted, NULL, n, 0};
    put_shift(&averages, critical, about);
    if (has_percent(about)) {
        rtp_combined products = {RTP_PRODUCTS, roots_of(about, about->arena), NULL, n, 0};
        put_percent(&products, critical, about);
    }
    put_test(about, rtp_signed_rank_test(differences->values, n, about->arena));
    flag_if(about, is_constant(differences->sorted, n), RTP_STATS_CONSTANT);
    look_along_time(about, differences, 1);
}

static matter compare_pairs(const rtp_series sides[2], rtp_question question, rtp_arena *arena)
{
    matter about = begin(sides, question, arena);
    size_t n = about.windows[0].len;
    flag_if(&about, n != about.windows[1].len, RTP_STATS_INVALID);
    flag_if(&about, n < RTP_STATS_LEAST_PAIRS, RTP_STATS_FEW);
    look_at_sides(&about);
    about.result.smallest_p = rtp_stats_smallest_p_of_pairs(n);
    if (n == 0 || (about.result.flags & RTP_STATS_INVALID) != 0) {
        return about;
    }
    rtp_window differences = about.windows[0];
    differences.values = differences_of(&about, arena);
    rtp_window_order(&differences, arena);
    rtp_window_sort(&differences, arena);
    compare_differences(&about, &differences);
    return about;
}

rtp_comparison rtp_stats_compare_pairs(const rtp_series sides[2], rtp_question question, rtp_arena *arena)
{
    rtp_arena_mark mark = rtp_arena_here(arena);
    matter about = compare_pairs(sides, question, arena);
    rtp_arena_return(arena, mark);
    return finish(&about);
}
