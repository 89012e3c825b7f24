/* What the tests of the facts floor share: a profile written in one line becomes facts, and a table
 * says what each fact reads. Profiles use ' for ", so that C need not escape them; all are invented. */
#ifndef FACTS_SUPPORT_H
#define FACTS_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "rtopitch/facts.h"

/* The two members that every profile needs. */
#define BASE "'person': {'role': 'Clerk'}, 'ask': {'preferred': {'office_days': 2}}"

typedef struct bench {
    rtp_arena *arena;
    rtp_source source;
    const rtp_facts *facts;
} bench;

/* What packs know of roles: nothing, unless a test says otherwise. */
static rtp_roles bench_roles;

typedef struct fact_case {
    const char *profile; /* without the outer braces; NULL: as in the case before */
    const char *fact;
    size_t item;
    const char *text;    /* NULL: unknown */
    char origin;         /* p profile, f formula, d default, a argument; 0: any */
    const char *pointer; /* "": none; NULL: any */
} fact_case;

static const char *const document_date = "2026-11-21";

static inline void derive_source(bench *made, rtp_source source, const char *today)
{
    rtp_diags *diags = rtp_diags_make(made->arena);
    rtp_date date = RTP_DATE_UNKNOWN;
    assert_true(rtp_date_parse(rtp_str_from(today), &date));
    made->source = source;
    const rtp_profile *profile = rtp_profile_load(&made->source, made->arena, diags);
    if (!profile) {
        fail_msg("%.*s: %.*s", RTP_FMT(source.name), RTP_FMT(diags->items[0].message));
    }
    made->facts = rtp_facts_derive(profile, date, bench_roles, made->arena);
}

static inline bench bench_make(const char *members, const char *today)
{
    rtp_json_start();
    bench made = {.arena = rtp_arena_make()};
    rtp_str text = rtp_arena_format(made.arena, "{%s}", members);
    char *copy = rtp_arena_take(made.arena, text.len + 1);
    for (size_t i = 0; i < text.len; i++) {
        copy[i] = text.ptr[i];
        if (copy[i] == '\'') {
            copy[i] = '"';
        }
    }
    derive_source(&made, (rtp_source){.name = rtp_lit("case.json"), .text = {copy, text.len}}, today);
    return made;
}

/* One of the profiles in data/profiles. */
static inline bench bench_example(const char *name)
{
    rtp_json_start();
    bench made = {.arena = rtp_arena_make()};
    rtp_diags *diags = rtp_diags_make(made.arena);
    rtp_str path = rtp_arena_format(made.arena, "%s/data/profiles/%s.json", RTP_SOURCE_DIR, name);
    rtp_source source;
    assert_true(rtp_file_read(path, 1U << 22U, made.arena, diags, &source));
    derive_source(&made, source, document_date);
    return made;
}

static inline void bench_free(bench *made)
{
    rtp_arena_free(made->arena);
}

static inline const rtp_value *bench_get(const bench *made, const char *fact, size_t item)
{
    int number = rtp_fact_find(rtp_str_from(fact));
    if (number < 0) {
        fail_msg("no fact named %s", fact);
    }
    return rtp_facts_get(made->facts, (size_t)number, item);
}

static inline void check_origin(const bench *made, const fact_case *wanted, const rtp_value *value)
{
    static const char kinds[] = {[RTP_FROM_PROFILE] = 'p',
                                 [RTP_FROM_FORMULA] = 'f',
                                 [RTP_FROM_DEFAULT] = 'd',
                                 [RTP_FROM_ARGUMENT] = 'a',
                                 [RTP_FROM_PACK] = 'k'};
    rtp_str pointer = rtp_origin_pointer(&value->origin, made->arena);
    if (wanted->origin != 0 && kinds[value->origin.kind] != wanted->origin) {
        fail_msg("%s[%zu]: origin %c, not %c", wanted->fact, wanted->item, kinds[value->origin.kind], wanted->origin);
    }
    if (wanted->pointer && !rtp_str_equal(pointer, rtp_str_from(wanted->pointer))) {
        fail_msg("%s[%zu]: pointer \"%.*s\", not \"%s\"", wanted->fact, wanted->item, RTP_FMT(pointer),
                 wanted->pointer);
    }
}

static inline void check_case(const bench *made, const fact_case *wanted)
{
    const rtp_value *value = bench_get(made, wanted->fact, wanted->item);
    rtp_str text = rtp_value_text(value, made->arena);
    if (!wanted->text) {
        if (value->known) {
            fail_msg("%s[%zu] is \"%.*s\", not unknown", wanted->fact, wanted->item, RTP_FMT(text));
        }
        return;
    }
    if (!value->known || !rtp_str_equal(text, rtp_str_from(wanted->text))) {
        fail_msg("%s[%zu] is \"%.*s\", not \"%s\"", wanted->fact, wanted->item, RTP_FMT(text), wanted->text);
    }
    check_origin(made, wanted, value);
}

static inline void check_cases(const fact_case *cases, size_t n)
{
    const char *profile = NULL;
    for (size_t i = 0; i < n; i++) {
        profile = cases[i].profile ? cases[i].profile : profile;
        bench made = bench_make(profile, document_date);
        check_case(&made, &cases[i]);
        bench_free(&made);
    }
}

static inline void check_example(const char *name, const fact_case *cases, size_t n)
{
    bench made = bench_example(name);
    for (size_t i = 0; i < n; i++) {
        check_case(&made, &cases[i]);
    }
    bench_free(&made);
}

#endif
