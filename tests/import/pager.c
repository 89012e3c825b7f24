/* Reads a list over the wire as an importer does and prints how many records and pages there were: for
 * recordings of addresses that no importer asks for. usage: pager URL [MEMBER] */
#include "import/fetch.h"
#include "import/http.h"

#include <stdio.h>
#include <time.h>

typedef struct tally {
    const char *member; /* that holds the list; NULL: the list is the whole answer */
    size_t records, pages;
} tally;

static void exchange(void *state, const rtp_call *call, rtp_arena *arena, rtp_answer *answer)
{
    rtp_http_exchange(state, call, arena, answer);
    printf("%d, %lld left, tag %s\n", answer->status, (long long)answer->head.remaining,
           answer->head.etag.ptr ? "yes" : "no");
}

static int64_t now(void *state)
{
    return state ? (int64_t)time(NULL) : 0;
}

static void wait(void *state, int64_t seconds, rtp_str reason)
{
    printf("would wait %lld s: %.*s%s\n", (long long)seconds, RTP_FMT(reason), state ? "" : "?");
}

static void progress(void *state, rtp_month month, size_t done, size_t of)
{
    (void)state, (void)month, (void)done, (void)of;
}

static bool accept(rtp_import *run, const rtp_request *asked, rtp_page *page)
{
    tally *found = run->state;
    const rtp_json *list = found->member ? rtp_json_find(page->root, rtp_str_from(found->member)) : page->root;
    if (!list) {
        return rtp_import_refuse(run, "I0009", asked->url, rtp_lit("name another member"));
    }
    found->records += rtp_json_count(list);
    found->pages++;
    return true;
}

int main(int argc, char **argv)
{
    static const rtp_importer importer = {.name = "pager", .accept = accept};
    rtp_json_start();
    rtp_arena *arena = rtp_arena_make();
    tally found = {.member = argc > 2 ? argv[2] : NULL};
    rtp_import run = {.arena = arena, .diags = rtp_diags_make(arena), .importer = &importer, .state = &found};
    rtp_http *http = rtp_http_start(&(rtp_http_settings){.timeout = 10, .agent = rtp_lit("rtopitch-test")}, arena);
    const rtp_transport transport = {http, exchange, now, wait, progress};
    rtp_fetch fetch = {.transport = &transport, .diags = run.diags, .scratch = rtp_arena_make()};
    if (argc < 2 || !http || rtp_url_read(rtp_str_from(argv[1]), &fetch.home)) {
        return 2;
    }
    rtp_import_ask(&run,
                   (rtp_request){.method = rtp_lit("GET"), .url = rtp_str_from(argv[1]), .month = RTP_DATE_UNKNOWN});
    bool done = rtp_fetch_run(&fetch, &run);
    printf("%zu records on %zu pages\n", found.records, found.pages);
    for (size_t i = 0; i < run.diags->len; i++) {
        printf("%s: %.*s\n", run.diags->items[i].code, RTP_FMT(run.diags->items[i].message));
    }
    rtp_http_end(http);
    rtp_arena_free(fetch.scratch);
    rtp_arena_free(arena);
    return done ? 0 : 4;
}
