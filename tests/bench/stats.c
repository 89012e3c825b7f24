/* CPU time of the whole analysis of a profile's months, against parsing that profile with cJSON in an arena.
 * The two take turns in one run, so that a busy machine slows both; the ratio is what counts. */
#include "rtopitch/stats.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>

enum { ROUNDS = 400, TURNS = 50, MOST_METRICS = 16, MOST_MONTHS = 200 };

typedef struct metric {
    double values[2][MOST_MONTHS];
    rtp_series sides[2];
} metric;

static rtp_arena *arena;
static metric metrics[MOST_METRICS];
static size_t metric_count;
static double sink; /* keeps the work from being left out */

static _Noreturn void fail(const char *what)
{
    fprintf(stderr, "stats: %s\n", what);
    exit(2);
}

static void *take(size_t size)
{
    return rtp_arena_take(arena, size);
}

static void leave(void *ptr)
{
    (void)ptr;
}

static double cpu_microseconds(void)
{
    struct rusage usage;
    if (getrusage(RUSAGE_SELF, &usage) != 0) {
        fail("the time cannot be read");
    }
    return (double)usage.ru_utime.tv_sec * 1e6 + (double)usage.ru_utime.tv_usec;
}

/* The first period is the office's, all others count as remote. */
static void collect(const cJSON *history)
{
    const cJSON *office =
        cJSON_GetObjectItemCaseSensitive(cJSON_GetObjectItemCaseSensitive(history, "modes")->child, "to");
    const cJSON *given = cJSON_GetObjectItemCaseSensitive(history, "metrics");
    for (const cJSON *each = given->child; each && metric_count < MOST_METRICS; each = each->next) {
        metric *made = &metrics[metric_count++];
        const cJSON *values = cJSON_GetObjectItemCaseSensitive(each, "values");
        for (const cJSON *month = values ? values->child : NULL; month; month = month->next) {
            size_t side = strcmp(month->string, office->valuestring) > 0;
            rtp_series *series = &made->sides[side];
            series->values = made->values[side];
            if (series->len < MOST_MONTHS) {
                made->values[side][series->len++] = month->valuedouble;
            }
        }
    }
}

static double parse_all(const char *text, size_t length)
{
    double start = cpu_microseconds();
    for (size_t i = 0; i < TURNS; i++) {
        rtp_arena_reset(arena);
        sink += cJSON_ParseWithLength(text, length) != NULL;
    }
    return (cpu_microseconds() - start) / TURNS;
}

static double analyse_all(void)
{
    double start = cpu_microseconds();
    for (size_t i = 0; i < TURNS; i++) {
        rtp_arena_reset(arena);
        for (size_t at = 0; at < metric_count; at++) {
            rtp_question question = {RTP_GAIN_LOWER, true, 1};
            sink += rtp_stats_compare(metrics[at].sides, question, arena).shift;
        }
    }
    return (cpu_microseconds() - start) / TURNS;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *values)
{
    qsort(values, ROUNDS, sizeof *values, compare);
    return values[ROUNDS / 2];
}

int main(int count, char **words)
{
    static char text[1 << 20];
    static double parsing[ROUNDS], analysing[ROUNDS], ratio[ROUNDS];
    FILE *file = count == 2 ? fopen(words[1], "rb") : NULL;
    if (!file) {
        fail("usage: stats PROFILE");
    }
    size_t length = fread(text, 1, sizeof text - 1, file);
    (void)fclose(file);
    arena = rtp_arena_make();
    cJSON_InitHooks(&(cJSON_Hooks){.malloc_fn = take, .free_fn = leave});
    const cJSON *profile = cJSON_ParseWithLength(text, length);
    if (!profile) {
        fail("not a profile");
    }
    collect(cJSON_GetObjectItemCaseSensitive(profile, "history"));
    for (size_t i = 0; i < ROUNDS; i++) {
        parsing[i] = parse_all(text, length);
        analysing[i] = analyse_all();
        ratio[i] = analysing[i] / parsing[i];
    }
    printf("%zu metrics, %zu and %zu months, %zu bytes\n", metric_count, metrics[0].sides[0].len,
           metrics[0].sides[1].len, length);
    printf("parsing   %8.1f us CPU (median of %d)\nanalysing %8.1f us CPU\nratio     %8.2f (median of the turns)\n",
           median(parsing), ROUNDS, median(analysing), median(ratio));
    rtp_arena_free(arena);
    return sink > 1e300;
}
