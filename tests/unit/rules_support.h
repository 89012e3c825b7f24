/* What the tests of the rules floor share: texts read as JSON, examples as views, profiles as facts.
 * Every profile and pack in these tests is invented. */
#ifndef RTP_TESTS_RULES_SUPPORT_H
#define RTP_TESTS_RULES_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "rtopitch/rules.h"
#include "rules/pack.h"

typedef struct bench {
    rtp_arena *arena;
    rtp_diags *diags;
    rtp_source source;   /* of what is tested; diagnostics point into it */
    rtp_context context; /* shareable, in no scope, until a test says otherwise */
} bench;

static inline bench *bench_make(void)
{
    rtp_arena *arena = rtp_arena_make();
    bench *made = RTP_NEW(arena, bench);
    made->arena = arena;
    made->diags = rtp_diags_make(arena);
    made->context = (rtp_context){.source = &made->source, .arena = arena, .diags = made->diags};
    return made;
}

static inline int set_up(void **state)
{
    rtp_json_start();
    *state = bench_make();
    return 0;
}

static inline int tear_down(void **state)
{
    bench *used = *state;
    rtp_arena_free(used->arena);
    return 0;
}

/* Forgets what the last case said. */
static inline void bench_clear(bench *on)
{
    on->diags = rtp_diags_make(on->arena);
    on->context.diags = on->diags;
}

static inline void bench_source(bench *on, const char *text)
{
    on->source = (rtp_source){.name = rtp_lit("case.json"), .text = rtp_arena_copy(on->arena, rtp_str_from(text))};
}

static inline const rtp_json *bench_read(bench *on, const char *text)
{
    bench_source(on, text);
    const rtp_json *node = rtp_json_read(&on->source, &rtp_json_pack_limits, on->arena, on->diags);
    if (!node) {
        fail_msg("not JSON: %s", text);
    }
    return node;
}

/* "{\"ask.office_days\": 2}" as the facts of an example, in any reach. */
static inline const rtp_given *bench_given(bench *on, const char *text)
{
    rtp_source source = {.name = rtp_lit("given"), .text = rtp_arena_copy(on->arena, rtp_str_from(text))};
    rtp_context any = {
        .source = &source, .arena = on->arena, .diags = on->diags, .scope = RTP_SCOPE_COUNT, .personal = true};
    any.evidence = true;
    rtp_given *given = RTP_NEW(on->arena, rtp_given);
    const rtp_json *node = rtp_json_read(&source, &rtp_json_pack_limits, on->arena, on->diags);
    if (!node || !rtp_given_load(node, rtp_lit(""), &any, given)) {
        fail_msg("not facts: %s: %.*s", text, RTP_FMT(on->diags->items[0].message));
    }
    return given;
}

static inline const rtp_facts *bench_facts(bench *on, const char *profile)
{
    rtp_source *source = RTP_NEW(on->arena, rtp_source);
    *source = (rtp_source){.name = rtp_lit("profile.json"), .text = rtp_arena_copy(on->arena, rtp_str_from(profile))};
    const rtp_profile *loaded = rtp_profile_load(source, on->arena, on->diags);
    if (!loaded) {
        fail_msg("no profile: %.*s", RTP_FMT(on->diags->items[0].message));
    }
    rtp_date today = 0;
    assert_true(rtp_date_parse(rtp_lit("2026-11-21"), &today));
    return rtp_facts_derive(loaded, today, (rtp_roles){NULL, 0}, on->arena);
}

static inline bool bench_pack(bench *on, const char *text, rtp_pack *pack)
{
    bench_source(on, text);
    return rtp_pack_load(&on->source, on->arena, on->diags, pack);
}

static inline bool bench_pack_file(bench *on, const char *path, rtp_pack *pack)
{
    rtp_source *source = RTP_NEW(on->arena, rtp_source);
    rtp_str whole = rtp_arena_format(on->arena, "%s/%s", RTP_SOURCE_DIR, path);
    return rtp_file_read(whole, rtp_json_pack_limits.bytes, on->arena, on->diags, source) &&
           rtp_pack_load(source, on->arena, on->diags, pack);
}

static inline rtp_str diag_place(const rtp_diag *diag)
{
    return (rtp_str){diag->source->text.ptr + diag->offset, diag->length};
}

/* Exactly one diagnostic, of this code, underlining exactly this text, with a hint. */
static inline void expect_only(const bench *on, const char *name, const char *code, const char *place)
{
    if (on->diags->len != 1) {
        for (size_t i = 0; i < on->diags->len; i++) {
            print_error("  %s %.*s\n", on->diags->items[i].code, RTP_FMT(on->diags->items[i].message));
        }
        fail_msg("%s: %zu diagnostics, not one %s", name, on->diags->len, code);
    }
    const rtp_diag *diag = &on->diags->items[0];
    rtp_str found = diag_place(diag);
    if (strcmp(diag->code, code) != 0 || !rtp_str_equal(found, rtp_str_from(place))) {
        fail_msg("%s: %s at >%.*s<, not %s at >%s<", name, diag->code, RTP_FMT(found), code, place);
    }
    assert_int_equal(diag->severity, RTP_ERROR);
    assert_true(diag->message.len > 0 && diag->hint.len > 0);
}

static inline rtp_str runs_text(const rtp_runs *runs, rtp_arena *arena)
{
    rtp_str *parts = RTP_NEW_ARRAY(arena, rtp_str, runs->len);
    for (size_t i = 0; i < runs->len; i++) {
        parts[i] = runs->items[i].text;
    }
    return rtp_arena_join(arena, parts, runs->len, rtp_lit(""));
}

#endif
