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

typedef struct bench { /* what a batch makes ready once, and works with again and again */
    const rtp_outline *outline;
    const rtp_pack *pack;
    rtp_arena *arena;
    rtp_buf out;
} bench;

static bool run(const char *path, bench *on)
{
    rtp_arena *arena = on->arena;
    const rtp_outline *outline = on->outline;
    rtp_arena_reset(arena);
    rtp_diags *diags = rtp_diags_make(arena);
    rtp_job job;
    if (!rtp_job_load(&job, rtp_str_from(path), TODAY, on->pack, arena, diags) ||
        !rtp_job_share(&job, outline, arena, diags)) {
        return false;
    }
    const rtp_document *document = rtp_job_compose(&job, outline, arena);
    rtp_render_options how = {.facts = job.facts, .source = &job.source, .arena = arena};
    on->out.len = 0;
    rtp_format_find(rtp_lit("markdown"))->render(document, &how, &on->out);
    return !on->out.failed;
}

static bool measure(const char *path, int rounds, bench *on)
{
    for (int i = 0; i < WARM_UP; i++) {
        if (!run(path, on)) {
            return false;
        }
    }
    size_t before = allocations;
    double start = cpu_microseconds();
    for (int i = 0; i < rounds; i++) {
        (void)run(path, on);
    }
    double each = (cpu_microseconds() - start) / rounds;
    printf("%8.1f us %6zu bytes %5.1f allocations  %s\n", each, on->out.len, (double)(allocations - before) / rounds,
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
    rtp_arena *kept = rtp_arena_make();
    const rtp_outline *outline = rtp_outline_find(rtp_lit("talking-points"));
    bench on = {outline, rtp_pack_for(rtp_embedded_pack(), outline, kept), rtp_arena_make(),
                rtp_buf_make(OUTPUT_LIMIT)};
    bool fine = true;
    for (int i = 2; i < argc; i++) {
        fine = measure(argv[i], rounds, &on) && fine;
    }
    rtp_buf_free(&on.out);
    rtp_arena_free(on.arena);
    rtp_arena_free(kept);
    return fine ? 0 : 1;
}
