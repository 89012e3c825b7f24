/* Draws thousands of invented trials and counts how often the verdicts are wrong, with a fixed seed.
 * usage: simulate [RUNS]; prints the tables of simulation.md and ends with 1 when a promise is broken. */
#include "rtopitch/stats.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST = 64 };

static size_t runs = 20000;
static int broken;
static rtp_arena *arena;

/* ---- random numbers: splitmix64, Steele, Lea & Flood, OOPSLA (2014) ---- */

static uint64_t state;

static uint64_t next_bits(void)
{
    state += UINT64_C(0x9E3779B97F4A7C15);
    uint64_t z = state;
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static double uniform(void)
{
    return ((double)(next_bits() >> 11) + 0.5) * 0x1p-53;
}

static double draw_normal(void)
{
    return sqrt(-2 * log(uniform())) * cos(6.283185307179586 * uniform());
}

static double draw_skewed(void)
{
    return exp(draw_normal());
}

static double draw_poisson(double mean)
{
    double limit = exp(-mean), product = uniform(), count = 0;
    for (; product > limit; count++) {
        product *= uniform();
    }
    return count;
}

static double draw_count(void)
{
    return draw_poisson(12);
}

static double draw_few(void)
{
    return draw_poisson(2);
}

typedef struct shape {
    const char *name;
    double (*draw)(void);
    double shift; /* a true shift, in the shape's own unit */
} shape;

static const shape shapes[] = {
    {"normal", draw_normal, 1},
    {"skewed (lognormal)", draw_skewed, 1},
    {"counts, mean 12", draw_count, 3},
    {"counts, mean 2", draw_few, 2},
};

/* ---- tallies ---- */

typedef struct tally {
    size_t better, worse, no_worse, covered, settled, unflagged_better, open, autocorrelated, drifting;
} tally;

static double share(size_t count)
{
    return 100 * (double)count / (double)runs;
}

/* With fewer runs than the tables are made with, chance alone is allowed for. */
static void hold(const char *what, double found, double low, double high)
{
    double slack = runs < 20000 ? 300 * sqrt(0.05 * 0.95 / (double)runs) : 0;
    if (!(found >= low - slack && found <= high + slack)) {
        fprintf(stderr, "simulate: %s: %.2f %% is not between %.1f and %.1f\n", what, found, low, high);
        broken = 1;
    }
}

static void count_in(tally *counts, const rtp_comparison *found, double truth)
{
    const unsigned in_time = RTP_STATS_AUTOCORRELATED | RTP_STATS_DRIFTING | RTP_STATS_DRIFT_OPEN;
    bool along = (found->flags & in_time) != 0;
    bool better = found->verdict == RTP_VERDICT_BETTER;
    counts->better += better;
    counts->unflagged_better += better && !along;
    counts->worse += found->verdict == RTP_VERDICT_WORSE;
    counts->no_worse += found->verdict == RTP_VERDICT_NO_WORSE || better;
    counts->covered += found->interval.low <= truth + 1e-9 && found->interval.high >= truth - 1e-9;
    counts->settled +=
        found->interval.low <= 1e-9 && found->interval.high >= -1e-9 && (found->flags & RTP_STATS_ZERO_OUT) == 0;
    counts->open += (found->flags & RTP_STATS_DRIFT_OPEN) != 0;
    counts->autocorrelated += (found->flags & RTP_STATS_AUTOCORRELATED) != 0;
    counts->drifting += (found->flags & RTP_STATS_DRIFTING) != 0;
}

/* ---- designs ---- */

typedef struct setting {
    const shape *shape;
    size_t weeks;      /* an arm */
    double correlated; /* from week to week, AR(1) */
    double drift;      /* a week */
    double truth;      /* what the second way of working adds */
    bool paired;       /* alternating weeks in random order within each pair */
    double margin;     /* 0: none */
} setting;

static void draw_weeks(const setting *set, double *weeks)
{
    double last = 0, fresh = sqrt(1 - set->correlated * set->correlated);
    for (size_t i = 0; i < 2 * set->weeks; i++) {
        double drawn = set->shape->draw();
        last = i == 0 || !(set->correlated > 0) ? drawn : set->correlated * last + fresh * drawn;
        weeks[i] = last + set->drift * (double)i;
    }
}

static rtp_comparison run_trial(const setting *set)
{
    double weeks[2 * MOST], sides[2][MOST];
    draw_weeks(set, weeks);
    for (size_t i = 0; i < set->weeks; i++) {
        size_t first = set->paired ? 2 * i : i, second = set->paired ? 2 * i + 1 : i + set->weeks;
        bool swap = set->paired && (next_bits() >> 63) != 0;
        sides[0][i] = weeks[swap ? second : first];
        sides[1][i] = weeks[swap ? first : second] + set->truth;
    }
    rtp_series series[2] = {{.values = sides[0], .len = set->weeks}, {.values = sides[1], .len = set->weeks}};
    rtp_question question = {RTP_GAIN_HIGHER, set->margin > 0, set->margin};
    rtp_arena_reset(arena);
    return set->paired ? rtp_stats_compare_pairs(series, question, arena) : rtp_stats_compare(series, question, arena);
}

/* Each cell starts its own stream, so that one cell more changes no other. */
static tally run_trials(const setting *set)
{
    tally counts = {0};
    state = UINT64_C(20261122) + (uint64_t)(set->shape - shapes) * 32452843 + set->weeks * 7919 +
            (uint64_t)(set->correlated * 1000) * 104729 + (uint64_t)(set->drift * 1000) * 1299709 +
            (set->paired ? 15485863 : 0) + (uint64_t)(fabs(set->truth) * 1000) * 179424673;
    for (size_t i = 0; i < runs; i++) {
        rtp_comparison found = run_trial(set);
        count_in(&counts, &found, set->truth);
    }
    return counts;
}

/* ---- tables ---- */

static const size_t lengths[] = {6, 8, 12, 24};

static void print_coverage(bool paired)
{
    printf("\n## %s: no effect, independent weeks\n\n", paired ? "Alternating weeks in random pairs" : "Two windows");
    puts("| values | weeks an arm | better | worse | interval covers 0 | its ends always counted in | likewise a true "
         "shift |\n|---|---:|---:|---:|---:|---:|---:|");
    for (size_t i = 0; i < RTP_COUNT(shapes) * RTP_COUNT(lengths); i++) {
        const shape *of = &shapes[i / RTP_COUNT(lengths)];
        setting set = {.shape = of, .weeks = lengths[i % RTP_COUNT(lengths)], .paired = paired};
        tally none = run_trials(&set);
        set.truth = of->shift;
        tally some = run_trials(&set);
        bool few =
            of->draw == draw_few; /* mostly equal values: with both ends in, the interval is wider than it need be */
        printf("| %s | %zu | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% |\n", of->name, set.weeks,
               share(none.better), share(none.worse), share(none.settled), share(none.covered), share(some.covered));
        hold("false better", share(none.better), 0, 5);
        hold("false worse", share(none.worse), 0, 5);
        bool blunt = few && paired && set.weeks == 6; /* one pair without a difference, and no p below 5 % is left */
        hold("coverage", share(none.settled), 94, blunt ? 100 : 99);
        hold("coverage with both ends", share(none.covered), 94, few ? 100 : 99);
        hold("coverage of a shift", share(some.covered), 94, few ? 100 : 99);
    }
}

static void print_time(void)
{
    static const struct {
        double correlated, drift, truth;
    } rows[] = {{0, 0, 0},      {0.4, 0, 0}, {0, 0.03, 0}, {0, 0.06, 0}, {0.4, 0.03, 0},
                {0.4, 0.06, 0}, {0, 0, 2},   {0, 0, 3},    {0.4, 0, 3}};
    puts("\n## Before/after with weeks that are alike, and with a drift towards \"better\"\n\n"
         "Without an effect every \"better\" is false. The last column is the same series as alternating pairs.\n\n"
         "| weeks an arm | correlation | drift, SD a week | true effect, SD | better | worse | better without a "
         "warning | "
         "alike | drifting | drift open | pairs: better |\n|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    for (size_t i = 0; i < RTP_COUNT(lengths) * RTP_COUNT(rows); i++) {
        size_t row = i % RTP_COUNT(rows);
        setting set = {
            &shapes[0], lengths[i / RTP_COUNT(rows)], rows[row].correlated, rows[row].drift, rows[row].truth, false, 0};
        tally windows = run_trials(&set);
        set.paired = true;
        tally pairs = run_trials(&set);
        printf("| %zu | %.1f | %.2f | %.0f | %.1f %% | %.1f %% | %.1f %% | %.0f %% | %.0f %% | %.0f %% | %.1f %% |\n",
               set.weeks, set.correlated, set.drift, set.truth, share(windows.better), share(windows.worse),
               share(windows.unflagged_better), share(windows.autocorrelated), share(windows.drifting),
               share(windows.open), share(pairs.better));
        if (!(set.truth > 0)) {
            hold("false better of pairs", share(pairs.better), 0, 5);
            hold("false better without a warning", share(windows.unflagged_better), 0, 5);
        }
    }
}

static void print_margins(void)
{
    static const double margins[] = {1, 0.8, 0.5};
    puts("\n## Margins: weeks needed, and what they then say\n\n| margin, SD | design | weeks an arm | no worse when "
         "as good "
         "| no worse when worse by the margin |\n|---:|---|---:|---:|---:|");
    for (size_t i = 0; i < 2 * RTP_COUNT(margins); i++) {
        rtp_trial trial = {.paired = i % 2, .spread = 1};
        setting set = {.shape = &shapes[0], .paired = trial.paired, .margin = margins[i / 2]};
        set.weeks = rtp_stats_weeks_needed(&trial, set.margin, arena);
        if (set.weeks > MOST) {
            continue;
        }
        tally good = run_trials(&set);
        set.truth = -set.margin;
        tally bad = run_trials(&set);
        printf("| %.1f | %s | %zu | %.1f %% | %.1f %% |\n", set.margin, set.paired ? "pairs" : "windows", set.weeks,
               share(good.no_worse), share(bad.no_worse));
        hold("power of a margin", share(good.no_worse), 76, 86);
        hold("false no worse", share(bad.no_worse), 0, 5.5);
    }
}

static void print_effects(void)
{
    static const struct {
        size_t weeks;
        double noted; /* earlier, by simulation */
    } rows[] = {{4, 2.8}, {6, 1.8}, {8, 1.5}, {12, 1.2}, {20, 0.9}, {26, 0.8}};
    puts("\n## Detectable effect: formula against simulation\n\n| weeks an arm | design | formula, SD | called better "
         "at that "
         "shift | noted earlier |\n|---:|---|---:|---:|---:|");
    for (size_t i = 0; i < 2 * RTP_COUNT(rows); i++) {
        rtp_trial trial = {.paired = i % 2, .spread = 1};
        setting set = {.shape = &shapes[0], .weeks = rows[i / 2].weeks, .paired = trial.paired};
        set.truth = rtp_stats_detectable(&trial, set.weeks, arena);
        if (!(set.truth > 0)) {
            continue;
        }
        tally found = run_trials(&set);
        printf("| %zu | %s | %.2f | %.1f %% |", set.weeks, set.paired ? "pairs" : "windows", set.truth,
               share(found.better));
        printf(set.paired ? " |\n" : " %.1f |\n", rows[i / 2].noted);
        hold("power", share(found.better), 74, 88);
    }
}

int main(int count, char **words)
{
    if (count > 1) {
        runs = (size_t)strtoul(words[1], NULL, 10);
    }
    if (runs < 1) {
        fputs("usage: simulate [RUNS]\n", stderr);
        return 2;
    }
    arena = rtp_arena_make();
    printf(
        "# What the verdicts are worth, by simulation\n\nMade by `tests/stats/simulate %zu`; all series are invented, "
        "from a fixed seed. With so many trials a share is good to about ±%.1f points.\n",
        runs, 196 * sqrt(0.05 * 0.95 / (double)runs));
    print_coverage(false);
    print_coverage(true);
    print_time();
    print_margins();
    print_effects();
    rtp_arena_free(arena);
    return broken;
}
