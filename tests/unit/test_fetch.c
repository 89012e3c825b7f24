/* floor: import */
/* Pages, redirects and waits with a wire and a clock that are invented: what is asked, in which order, and
 * with which pauses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "import/fetch.h"

#include <string.h>

enum { STEPS_MOST = 8, NOW = 1800000000 };

typedef struct step { /* one answer of the wire */
    const char *url;  /* that must be asked */
    rtp_fault fault;
    int status;
    const char *head[4];
    const char *body;
} step;

typedef struct script { /* what happens, and how it must end */
    const char *name;
    step steps[STEPS_MOST];
    const char *code; /* of the diagnostic; NULL: all is well */
    int64_t waited;   /* seconds in all */
    int accepted;     /* pages */
} script;

#define HOME "https://s.example"
#define JSON "Content-Type: application/json"

static const script scripts[] = {
    {"one page", {{HOME "/a", 0, 200, {JSON}, "[1]"}}, NULL, 0, 1},
    {"two pages",
     {{HOME "/a", 0, 200, {JSON, "Link: </b>; rel=next"}, "[1]"}, {HOME "/b", 0, 200, {JSON}, "[2]"}},
     NULL,
     0,
     2},
    {"a page twice",
     {{HOME "/a", 0, 200, {JSON, "Link: </b>; rel=next"}, "[1]"}, {HOME "/b", 0, 200, {JSON}, "[1]"}},
     "I0011",
     0,
     1},
    {"the same address", {{HOME "/a", 0, 200, {JSON, "Link: </a>; rel=next"}, "[1]"}}, "I0011", 0, 1},
    {"next elsewhere",
     {{HOME "/a", 0, 200, {JSON, "Link: <https://s.example.evil.example/b>; rel=next"}, "[1]"}},
     "I0011",
     0,
     1},
    {"next on another port",
     {{HOME "/a", 0, 200, {JSON, "Link: <https://s.example:444/b>; rel=next"}, "[1]"}},
     "I0011",
     0,
     1},
    {"next in the clear", {{HOME "/a", 0, 200, {JSON, "Link: <http://s.example/b>; rel=next"}, "[1]"}}, "I0011", 0, 1},
    {"no JSON by name", {{HOME "/a", 0, 200, {"Content-Type: text/html"}, "[1]"}}, "I0008", 0, 0},
    {"no JSON by nature", {{HOME "/a", 0, 200, {JSON}, "[1"}}, "I0008", 0, 0},
    {"redirect", {{HOME "/a", 0, 302, {"Location: /b"}, ""}, {HOME "/b", 0, 200, {JSON}, "[1]"}}, NULL, 0, 1},
    {"redirect elsewhere", {{HOME "/a", 0, 302, {"Location: https://t.example/b"}, ""}}, "I0010", 0, 0},
    {"redirect to the clear", {{HOME "/a", 0, 307, {"Location: http://s.example/b"}, ""}}, "I0010", 0, 0},
    {"redirect to a file", {{HOME "/a", 0, 301, {"Location: file:///etc/passwd"}, ""}}, "I0010", 0, 0},
    {"redirect to nowhere", {{HOME "/a", 0, 301, {NULL}, ""}}, "I0010", 0, 0},
    {"four redirects",
     {{HOME "/a", 0, 302, {"Location: /b"}, ""},
      {HOME "/b", 0, 302, {"Location: /c"}, ""},
      {HOME "/c", 0, 302, {"Location: /d"}, ""},
      {HOME "/d", 0, 302, {"Location: /e"}, ""}},
     "I0010",
     0,
     0},
    {"busy, then not",
     {{HOME "/a", 0, 503, {NULL}, ""}, {HOME "/a", 0, 502, {NULL}, ""}, {HOME "/a", 0, 200, {JSON}, "[1]"}},
     NULL,
     3,
     1},
    {"busy for ever",
     {{HOME "/a", 0, 503, {NULL}, ""}, {HOME "/a", 0, 503, {NULL}, ""}, {HOME "/a", 0, 503, {NULL}, ""}},
     "I0004",
     3,
     0},
    {"limited", {{HOME "/a", 0, 429, {"Retry-After: 42"}, ""}, {HOME "/a", 0, 200, {JSON}, "[1]"}}, NULL, 42, 1},
    {"limited for long", {{HOME "/a", 0, 429, {"Retry-After: 61"}, ""}}, "I0005", 0, 0},
    {"the last one allowed",
     {{HOME "/a",
       0,
       200,
       {JSON, "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 1800000020", "Link: </b>; rel=next"},
       "[1]"},
      {HOME "/b", 0, 200, {JSON}, "[2]"}},
     NULL,
     21,
     2},
    {"the last one allowed until the year 49745",
     {{HOME "/a",
       0,
       200,
       {JSON, "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 1507651200000", "Link: </b>; rel=next"},
       "[1]"},
      {HOME "/b", 0, 200, {JSON}, "[2]"}},
     NULL,
     0,
     2},
    {"a connection lost", {{HOME "/a", RTP_FAULT_LOST, 0, {NULL}, ""}, {HOME "/a", 0, 200, {JSON}, "[1]"}}, NULL, 1, 1},
    {"half an answer is not asked for again", {{HOME "/a", RTP_FAULT_BROKEN, 200, {JSON}, "[1]"}}, "I0007", 0, 0},
    {"no certificate", {{HOME "/a", RTP_FAULT_TLS, 0, {NULL}, ""}}, "I0002", 0, 0},
    {"too slow", {{HOME "/a", RTP_FAULT_SLOW, 0, {NULL}, ""}}, "I0003", 0, 0},
    {"too large", {{HOME "/a", RTP_FAULT_LARGE, 0, {NULL}, ""}}, "I0006", 0, 0},
    {"no name", {{HOME "/a", RTP_FAULT_NAME, 0, {NULL}, ""}}, "I0001", 0, 0},
    {"no proxy", {{HOME "/a", RTP_FAULT_PROXY, 0, {NULL}, ""}}, "I0001", 0, 0},
    {"not modified, though nothing was kept", {{HOME "/a", 0, 304, {JSON}, ""}}, "I0004", 0, 0},
    {"a part", {{HOME "/a", 0, 206, {JSON}, "[1]"}}, "I0004", 0, 0},
    {"refused", {{HOME "/a", 0, 401, {JSON}, "[1]"}}, "I0004", 0, 0},
};

typedef struct stage {
    const script *script;
    size_t at;
    int64_t waited;
    int accepted;
} stage;

static void exchange(void *state, const rtp_call *call, rtp_arena *arena, rtp_answer *answer)
{
    stage *at = state;
    const step *next = &at->script->steps[at->at++];
    if (!next->url || !rtp_str_equal(call->url, rtp_str_from(next->url))) {
        fail_msg("%s: asks for %.*s", at->script->name, RTP_FMT(call->url));
    }
    for (size_t i = 0; i < RTP_COUNT(next->head) && next->head[i]; i++) {
        assert_true(rtp_head_take(&answer->head, rtp_str_from(next->head[i]), arena));
    }
    answer->fault = next->fault;
    answer->status = next->status;
    answer->body = rtp_arena_copy(arena, rtp_str_from(next->body));
}

static int64_t now(void *state)
{
    return NOW + ((stage *)state)->waited;
}

static void wait(void *state, int64_t seconds, rtp_str reason)
{
    assert_true(seconds > 0 && seconds <= 60 && reason.len > 0);
    ((stage *)state)->waited += seconds;
}

static void progress(void *state, rtp_month month, size_t done, size_t of)
{
    (void)month;
    assert_non_null(state);
    assert_true(done <= of);
}

static bool accept(rtp_import *run, const rtp_request *asked, rtp_page *page)
{
    assert_true(asked->url.len > 0);
    assert_int_equal(rtp_json_kind_of(page->root), RTP_JSON_ARRAY);
    (*(int *)run->state)++;
    return true;
}

static const rtp_importer importer = {.name = "invented", .accept = accept};

static void play(const script *scene, rtp_arena *arena)
{
    stage at = {.script = scene};
    const rtp_transport transport = {&at, exchange, now, wait, progress};
    rtp_diags *diags = rtp_diags_make(arena);
    rtp_import run = {.arena = arena, .diags = diags, .importer = &importer, .state = &at.accepted};
    rtp_fetch fetch = {
        .transport = &transport, .diags = diags, .scratch = rtp_arena_make(), .variable = rtp_lit("X_TOKEN")};
    assert_null(rtp_url_read(rtp_lit(HOME), &fetch.home));
    rtp_import_ask(&run, (rtp_request){.method = rtp_lit("GET"), .url = rtp_lit(HOME "/a"), .month = RTP_DATE_UNKNOWN});
    bool done = rtp_fetch_run(&fetch, &run);
    const char *code = diags->len > 0 ? diags->items[0].code : NULL;
    if (done != (scene->code == NULL) || (scene->code && (!code || strcmp(code, scene->code) != 0))) {
        fail_msg("%s: %s", scene->name, code ? code : "all is well");
    }
    if (at.waited != scene->waited || at.accepted != scene->accepted ||
        (at.at < STEPS_MOST && scene->steps[at.at].url)) {
        fail_msg("%s: waited %lld s, accepted %d, asked %zu times", scene->name, (long long)at.waited, at.accepted,
                 at.at);
    }
    if (code) {
        assert_true(diags->items[0].hint.len > 0);
        assert_non_null(strstr(diags->items[0].message.ptr, "GET " HOME "/"));
    }
    rtp_arena_free(fetch.scratch);
}

static void plays_every_script(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(scripts); i++) {
        rtp_arena *arena = rtp_arena_make();
        play(&scripts[i], arena);
        rtp_arena_free(arena);
    }
}

/* ---- many requests ---- */

static void limit_all(void *state, const rtp_call *call, rtp_arena *arena, rtp_answer *answer)
{
    stage *at = state;
    assert_true(call->url.len > 0);
    bool first = at->at++ % 2 == 0;
    (void)rtp_head_take(&answer->head, first ? rtp_lit("Retry-After: 60") : rtp_lit(JSON), arena);
    answer->status = first ? 429 : 200;
    answer->body = rtp_arena_copy(arena, rtp_lit("[]"));
}

/* A service that limits every request would otherwise hold us for hours. */
static void waits_ten_minutes_at_most(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    stage at = {.script = NULL};
    const rtp_transport transport = {&at, limit_all, now, wait, progress};
    rtp_diags *diags = rtp_diags_make(arena);
    rtp_import run = {.arena = arena, .diags = diags, .importer = &importer, .state = &at.accepted};
    rtp_fetch fetch = {.transport = &transport, .diags = diags, .scratch = rtp_arena_make()};
    assert_null(rtp_url_read(rtp_lit(HOME), &fetch.home));
    for (int i = 0; i < 24; i++) {
        rtp_import_ask(&run, (rtp_request){.method = rtp_lit("GET"), .url = rtp_lit(HOME "/a"), .month = i});
    }
    assert_false(rtp_fetch_run(&fetch, &run));
    assert_string_equal(diags->items[0].code, "I0005");
    assert_int_equal(at.waited, RTP_WAITED_MOST);
    assert_int_equal(at.accepted, 10);
    rtp_arena_free(fetch.scratch);
    rtp_arena_free(arena);
}

/* The token belongs to one origin: a request that an importer plans for another is not sent. */
static void asks_nobody_else(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    stage at = {.script = &scripts[0]};
    const rtp_transport transport = {&at, exchange, now, wait, progress};
    rtp_diags *diags = rtp_diags_make(arena);
    rtp_import run = {.arena = arena, .diags = diags, .importer = &importer, .state = &at.accepted};
    rtp_fetch fetch = {.transport = &transport, .diags = diags, .scratch = rtp_arena_make()};
    assert_null(rtp_url_read(rtp_lit(HOME), &fetch.home));
    rtp_import_ask(&run, (rtp_request){.method = rtp_lit("GET"), .url = rtp_lit("https://s.example.evil.example/a")});
    assert_false(rtp_fetch_run(&fetch, &run));
    assert_int_equal(at.at, 0);
    rtp_arena_free(fetch.scratch);
    rtp_arena_free(arena);
}

int main(void)
{
    rtp_json_start();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plays_every_script),
        cmocka_unit_test(waits_ten_minutes_at_most),
        cmocka_unit_test(asks_nobody_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
