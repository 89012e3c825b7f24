/* Any bytes as the answers of a service: the first picks the source, heads and bodies follow, each up to a blank
 * line. Either history comes out or a diagnostic; nothing but the one server is ever asked; waits end. */
#include "import/fetch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MUST(condition)                                                                                                \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            fprintf(stderr, "broken: %s\n", #condition);                                                               \
            abort();                                                                                                   \
        }                                                                                                              \
    } while (0)

#define HOME "https://s.example"

typedef struct answers {
    rtp_str rest;
    int64_t waited;
} answers;

/* Up to the next blank line, and behind it. */
static rtp_str take_block(rtp_str *rest)
{
    size_t n = 0;
    while (n + 1 < rest->len && !(rest->ptr[n] == '\n' && rest->ptr[n + 1] == '\n')) {
        n++;
    }
    rtp_str block = {rest->ptr, n + 1 < rest->len ? n : rest->len};
    size_t used = n + 1 < rest->len ? n + 2 : rest->len;
    *rest = (rtp_str){rest->ptr + used, rest->len - used};
    return block;
}

static void exchange(void *state, const rtp_call *call, rtp_arena *arena, rtp_answer *answer)
{
    answers *at = state;
    rtp_url url, home;
    MUST(!rtp_url_read(rtp_lit(HOME), &home));
    MUST(!rtp_url_read(call->url, &url) && rtp_url_same_origin(&url, &home));
    if (at->rest.len == 0) {
        answer->fault = RTP_FAULT_BROKEN;
        return;
    }
    rtp_str head = take_block(&at->rest);
    static const int statuses[] = {200, 200, 200, 200, 302, 304, 429, 403, 503, 404};
    answer->status = head.len > 0 ? statuses[(unsigned char)head.ptr[0] % RTP_COUNT(statuses)] : 200;
    (void)rtp_head_take(&answer->head, rtp_lit("Content-Type: application/json"), arena);
    for (size_t i = 1, n = 1; n <= head.len; n++) {
        if (n == head.len || head.ptr[n] == '\n') {
            (void)rtp_head_take(&answer->head, (rtp_str){head.ptr + i, n - i}, arena);
            i = n + 1;
        }
    }
    answer->body = rtp_arena_copy(arena, take_block(&at->rest));
}

static int64_t now(void *state)
{
    return 1800000000 + ((answers *)state)->waited;
}

static void wait(void *state, int64_t seconds, rtp_str reason)
{
    answers *at = state;
    MUST(seconds > 0 && reason.len > 0);
    at->waited += seconds;
    MUST(at->waited <= RTP_WAITED_MOST);
}

static void progress(void *state, rtp_month month, size_t done, size_t of)
{
    MUST(state && month != 0 && done <= of);
}

/* The options of every service start with texts, of which the first three say enough. */
static void set_options(const rtp_importer *importer, char *into)
{
    static const struct {
        const char *name;
        rtp_str value;
    } values[] = {
        {"user", RTP_STR("ada")}, {"api-url", RTP_STR(HOME)}, {"url", RTP_STR(HOME)}, {"email", RTP_STR("a@b")}};
    for (size_t i = 0; i < importer->option_count; i++) {
        for (size_t k = 0; k < RTP_COUNT(values); k++) {
            if (strcmp(importer->options[i].name, values[k].name) == 0) {
                memcpy(into + importer->options[i].offset, &values[k].value, sizeof values[k].value);
            }
        }
    }
}

static void check(const rtp_import *run, bool done, rtp_arena *arena)
{
    MUST(done == (run->diags->errors == 0));
    for (size_t i = 0; i < run->diags->len; i++) {
        MUST(run->diags->items[i].message.len > 0 && strlen(run->diags->items[i].code) == 5);
    }
    if (done) {
        rtp_buf out = rtp_buf_make(1 << 24);
        rtp_history_put(&run->history, arena, &out);
        rtp_source text = {.name = rtp_lit("history"), .text = rtp_arena_copy(arena, rtp_buf_text(&out))};
        MUST(!out.failed && rtp_json_scan(&text, &rtp_json_profile_limits, rtp_diags_make(arena)));
        rtp_buf_free(&out);
    }
}

static void import(const rtp_importer *importer, rtp_str text)
{
    answers at = {.rest = text};
    const rtp_transport transport = {&at, exchange, now, wait, progress};
    rtp_arena *arena = rtp_arena_make();
    char *options = rtp_arena_take(arena, importer->options_size);
    set_options(importer, options);
    rtp_import run = {.arena = arena, .diags = rtp_diags_make(arena), .importer = importer, .options = options};
    run.state = rtp_arena_take(arena, importer->state_size);
    MUST(rtp_month_parse(rtp_lit("2026-09"), &run.first) && rtp_month_parse(rtp_lit("2026-10"), &run.last));
    rtp_fetch fetch = {
        .transport = &transport, .diags = run.diags, .scratch = rtp_arena_make(), .variable = rtp_lit("X")};
    MUST(!rtp_url_read(rtp_lit(HOME), &fetch.home));
    bool done = importer->plan(&run) && rtp_fetch_run(&fetch, &run) && importer->finish(&run);
    check(&run, done, arena);
    rtp_arena_free(fetch.scratch);
    rtp_arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bool started;
    if (!started) {
        rtp_json_start();
        started = true;
    }
    const rtp_importer *importer = size > 0 ? rtp_importers[data[0] % rtp_importer_count] : NULL;
    if (importer && importer->service) {
        import(importer, (rtp_str){(const char *)data + 1, size - 1});
    }
    return 0;
}
