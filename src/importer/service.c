/* Asks a service: the wire, the clock, waits and the line that shows how far it is. What is decided is
 * decided in the import floor; here are the things of this computer. */
#include "import/cache.h"
#include "import/http.h"
#include "importer/importer.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { TIMEOUT_USUAL = 60 };

typedef struct wire {
    rtp_http *http;
    rtp_arena *arena;
    bool quiet, shows; /* shows: there is a terminal for the line */
} wire;

static void exchange(void *state, const rtp_call *call, rtp_arena *arena, rtp_answer *answer)
{
    rtp_http_exchange(((wire *)state)->http, call, arena, answer);
}

static int64_t now(void *state)
{
    (void)state;
    return (int64_t)time(NULL);
}

static void clear_line(const wire *at)
{
    if (at->shows) {
        rtp_process_say(rtp_lit("\r\x1b[K"));
    }
}

static void wait(void *state, int64_t seconds, rtp_str reason)
{
    wire *at = state;
    clear_line(at);
    if (!at->quiet) {
        rtp_process_say(
            rtp_arena_format(at->arena, "rtopitch: %.*s; waiting %lld s\n", RTP_FMT(reason), (long long)seconds));
    }
    struct timespec left = {.tv_sec = (time_t)seconds};
    while (nanosleep(&left, &left) != 0 && errno == EINTR) {
    }
}

static void progress(void *state, rtp_month month, size_t done, size_t of)
{
    wire *at = state;
    clear_line(at);
    if (at->shows && done < of) {
        rtp_str name = month == RTP_DATE_UNKNOWN ? rtp_lit("asking") : rtp_month_iso(at->arena, month);
        rtp_process_say(rtp_arena_format(at->arena, "%.*s, %zu of %zu", RTP_FMT(name), done + 1, of));
    }
}

/* ---- the folder of kept answers ---- */

static bool make_folder(rtp_arena *arena, rtp_str path)
{
    return mkdir(rtp_arena_copy(arena, path).ptr, 0700) == 0 || errno == EEXIST;
}

/* What others may write to could hold their answers, and a link may lead to what is theirs. */
static bool make_own_folder(rtp_arena *arena, rtp_str path)
{
    struct stat status;
    return make_folder(arena, path) && lstat(rtp_arena_copy(arena, path).ptr, &status) == 0 &&
           S_ISDIR(status.st_mode) && status.st_uid == geteuid() && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

/* {NULL, 0} when there is none to be had, which is no fault. */
static rtp_str cache_folder(rtp_arena *arena)
{
    const char *xdg = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    rtp_str base = {NULL, 0};
    if (xdg && xdg[0] == '/') {
        base = rtp_str_from(xdg);
    } else if (home && home[0] == '/') {
        base = rtp_arena_format(arena, "%s/.cache", home);
    }
    rtp_str own = rtp_arena_join(arena, (rtp_str[]){base, rtp_lit("rtopitch")}, 2, rtp_lit("/"));
    rtp_str folder = rtp_arena_join(arena, (rtp_str[]){own, rtp_lit("http")}, 2, rtp_lit("/"));
    bool made = base.ptr && make_folder(arena, base) && make_own_folder(arena, own) && make_own_folder(arena, folder);
    return made ? folder : (rtp_str){NULL, 0};
}

/* The token itself, and as the header has it, which may be in other letters. */
static rtp_texts secrets_of(const rtp_token *token, rtp_texts headers, rtp_arena *arena)
{
    rtp_str *secrets = RTP_NEW_ARRAY(arena, rtp_str, 2);
    if (!token->text.ptr) {
        return (rtp_texts){NULL, 0};
    }
    rtp_str line = headers.items[headers.len - 1];
    size_t start = line.len;
    while (start > 0 && line.ptr[start - 1] != ' ') {
        start--;
    }
    secrets[0] = token->text;
    secrets[1] = (rtp_str){line.ptr + start, line.len - start};
    return (rtp_texts){secrets, 2};
}

static rtp_cache *make_cache(rtp_cli *cli, const rtp_common *common, const rtp_token *token, rtp_texts headers)
{
    rtp_str folder = common->no_cache ? (rtp_str){NULL, 0} : cache_folder(cli->arena);
    if (!folder.ptr) {
        return NULL;
    }
    char hex[RTP_SHA256_HEX];
    rtp_sha256_hex(token->text, hex);
    rtp_cache *cache = RTP_NEW(cli->arena, rtp_cache);
    *cache = (rtp_cache){folder, rtp_arena_copy(cli->arena, rtp_str_from(hex)), secrets_of(token, headers, cli->arena)};
    return cache;
}

/* ---- asking ---- */

static int print_requests(rtp_cli *cli, const rtp_import *run)
{
    rtp_buf out = rtp_buf_make(1 << 24);
    for (size_t i = 0; i < run->request_count; i++) {
        const rtp_request *request = &run->requests[i];
        const rtp_str parts[] = {request->method, request->url, request->body};
        rtp_buf_put(&out, rtp_arena_join(cli->arena, parts, request->body.ptr ? 3 : 2, rtp_lit(" ")));
        rtp_buf_put_char(&out, '\n');
    }
    return rtp_cli_print(cli, &out);
}

static rtp_texts headers_of(rtp_cli *cli, const rtp_import *run, const rtp_token *token)
{
    const rtp_service *service = run->importer->service;
    rtp_str *lines = RTP_NEW_ARRAY(cli->arena, rtp_str, service->headers.len + 1);
    for (size_t i = 0; i < service->headers.len; i++) {
        lines[i] = service->headers.items[i];
    }
    size_t len = service->headers.len;
    if (token->text.ptr) {
        lines[len++] = rtp_token_header(service, token, run->user, cli->arena);
    }
    return (rtp_texts){lines, len};
}

static bool check_certificates(rtp_cli *cli, rtp_str path)
{
    rtp_source file;
    return !path.ptr || rtp_file_read(path, 1 << 24, cli->arena, cli->diags, &file);
}

static void complain_address(rtp_cli *cli, const char *fault)
{
    rtp_diags_put(cli->diags,
                  (rtp_diag){.severity = RTP_ERROR,
                             .code = "I0202",
                             .message = rtp_arena_format(cli->arena, "the address cannot be used: %s", fault),
                             .hint = rtp_lit("write it as https://host.example.com")});
}

static bool read_address(rtp_cli *cli, rtp_str base, rtp_url *home)
{
    const char *fault = rtp_url_read(base, home);
    if (fault) {
        complain_address(cli, fault);
    }
    return !fault;
}

/* From the question mark on; addresses that are signed carry their secret there. */
static size_t query_length(const rtp_url *url)
{
    const char *query = url->path.len > 0 ? memchr(url->path.ptr, '?', url->path.len) : NULL;
    return query ? (size_t)(url->path.ptr + url->path.len - query) : 0;
}

/* An address with a question has its end, and perhaps a secret, in the middle of every request. */
static bool read_base(rtp_cli *cli, rtp_str base, rtp_url *home)
{
    if (!read_address(cli, base, home)) {
        return false;
    }
    if (query_length(home) > 0) {
        complain_address(cli, "there is a question mark in it");
        return false;
    }
    return true;
}

typedef bool asking(rtp_fetch *fetch, void *what);

static bool ask_pages(rtp_fetch *fetch, void *what)
{
    return rtp_fetch_run(fetch, what);
}

/* Opens the wire for as long as it is asked over. */
static int ask_all(rtp_cli *cli, const rtp_common *common, rtp_fetch *fetch, asking *ask, void *what)
{
    const rtp_http_settings settings = {.cacert = common->cacert,
                                        .timeout = common->timeout > 0 ? common->timeout : TIMEOUT_USUAL,
                                        .agent = rtp_lit("rtopitch/" RTOPITCH_VERSION)};
    wire at = {.http = rtp_http_start(&settings, cli->arena), .arena = cli->arena, .quiet = cli->globals.quiet};
    if (!at.http) {
        rtp_memory_fail();
    }
    at.shows = !at.quiet && isatty(STDERR_FILENO);
    const rtp_transport transport = {&at, exchange, now, wait, progress};
    fetch->transport = &transport;
    fetch->scratch = rtp_arena_make();
    bool done = ask(fetch, what);
    clear_line(&at);
    rtp_arena_free(fetch->scratch);
    rtp_http_end(at.http);
    return done ? RTP_EXIT_DONE : RTP_EXIT_NETWORK;
}

int rtp_service_ask(rtp_cli *cli, const rtp_common *common, rtp_import *run)
{
    rtp_fetch fetch = {.diags = cli->diags};
    rtp_token token = {.text = {NULL, 0}};
    if (!run->importer->plan(run) || !read_base(cli, run->base, &fetch.home)) {
        return RTP_EXIT_USAGE;
    }
    if (common->dry_run) {
        return print_requests(cli, run);
    }
    if (!check_certificates(cli, common->cacert) ||
        !rtp_token_find(cli, run->importer->service, &fetch.home, common->token_file, &token)) {
        return RTP_EXIT_USAGE;
    }
    fetch.variable = token.variable;
    fetch.headers = headers_of(cli, run, &token);
    fetch.cache = make_cache(cli, common, &token, fetch.headers);
    return ask_all(cli, common, &fetch, ask_pages, run);
}

/* ---- one file ---- */

typedef struct one_file {
    rtp_request request;
    rtp_arena *arena;
    rtp_str text;
} one_file;

static bool ask_file(rtp_fetch *fetch, void *what)
{
    one_file *file = what;
    rtp_answer answer;
    if (!rtp_fetch_answer(fetch, &file->request, &answer)) {
        return false;
    }
    file->text = rtp_arena_copy(file->arena, answer.body); /* with a NUL behind it, as sources have */
    return true;
}

int rtp_address_read(rtp_cli *cli, const rtp_common *common, rtp_str address, rtp_source *source)
{
    rtp_fetch fetch = {.diags = cli->diags};
    one_file file = {.request = {.method = rtp_lit("GET"), .url = address, .month = RTP_DATE_UNKNOWN},
                     .arena = cli->arena};
    if (!read_address(cli, address, &fetch.home) || !check_certificates(cli, common->cacert)) {
        return RTP_EXIT_USAGE;
    }
    fetch.planned = file.request;
    fetch.planned.url.len -= query_length(&fetch.home);
    int status = ask_all(cli, common, &fetch, ask_file, &file);
    if (status == RTP_EXIT_DONE) {
        *source = (rtp_source){.name = address, .text = file.text};
    }
    return status;
}
