/* The whole way from profiles to documents, again and again in one warm process with one arena: what a profile costs
 * in a batch. Also counts what the loop asks of malloc, since a warm loop should ask for nothing. */
#include "rtopitch/app.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>

enum { TODAY = 20770, WARM_UP = 2, OUTPUT_LIMIT = 1 << 22 }; /* 2026-11-13 */

static size_t allocations;

void *__libc_malloc(size_t size); /* what glibc calls its own malloc */
void *malloc(size_t size);

void *malloc(size_t size)
{
    allocations++;
    return __libc_malloc(size);
}

static double cpu_microseconds(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6 +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

static bool run(const char *path, rtp_arena *arena, rtp_buf *out)
{
    rtp_arena_reset(arena);
    rtp_diags *diags = rtp_diags_make(arena);
    const rtp_outline *outline = rtp_outline_find(rtp_lit("talking-points"));
    rtp_job job;
    if (!rtp_job_load(&job, rtp_str_from(path), TODAY, rtp_embedded_pack(), arena, diags) ||
        !rtp_job_share(&job, outline, arena, diags)) {
        return false;
    }
    const rtp_document *document = rtp_job_compose(&job, outline, arena);
    rtp_render_options how = {.facts = job.facts, .source = &job.source, .arena = arena};
    out->len = 0;
    rtp_format_find(rtp_lit("markdown"))->render(document, &how, out);
    return !out->failed;
}

static bool measure(const char *path, int rounds, rtp_arena *arena, rtp_buf *out)
{
    for (int i = 0; i < WARM_UP; i++) {
        if (!run(path, arena, out)) {
            return false;
        }
    }
    size_t before = allocations;
    double start = cpu_microseconds();
    for (int i = 0; i < rounds; i++) {
        (void)run(path, arena, out);
    }
    double each = (cpu_microseconds() - start) / rounds;
    printf("%8.1f us %6zu bytes %5.1f allocations  %s\n", each, out->len, (double)(allocations - before) / rounds,
           path);
    return true;
}

int main(int argc, char **argv)
{
    int rounds = argc > 2 ? (int)strtol(argv[1], NULL, 10) : 0;
    if (rounds <= 0) {
        fprintf(stderr, "usage: loop ROUNDS PROFILE...\n");
        return 2;
    }
    rtp_json_start();
    rtp_arena *arena = rtp_arena_make();
    rtp_buf out = rtp_buf_make(OUTPUT_LIMIT);
    bool fine = true;
    for (int i = 2; i < argc; i++) {
        fine = measure(argv[i], rounds, arena, &out) && fine;
    }
    rtp_buf_free(&out);
    rtp_arena_free(arena);
    return fine ? 0 : 1;
}
