/* What the tests of the json floor share: sources in exact buffers, so that a sanitizer sees every
 * byte read too far, and one arena with diagnostics a test. */
#ifndef JSON_SUPPORT_H
#define JSON_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rtopitch/json.h"

typedef struct bench { /* what one case works on */
    rtp_arena *arena;
    rtp_diags *diags;
    rtp_source source;
    char *copy;
} bench;

static inline bench bench_make(rtp_str text)
{
    bench made = {.arena = rtp_arena_make(), .copy = malloc(text.len + 1)};
    assert_non_null(made.copy);
    if (text.len > 0) {
        memcpy(made.copy, text.ptr, text.len);
    }
    made.copy[text.len] = '\0';
    made.diags = rtp_diags_make(made.arena);
    made.source = (rtp_source){.name = rtp_lit("case.json"), .text = {made.copy, text.len}};
    return made;
}

static inline void bench_free(bench *made)
{
    rtp_arena_free(made->arena);
    free(made->copy);
}

/* One line about the first diagnostic, for messages of failing tests. */
static inline void show_first(const bench *made)
{
    if (made->diags->len > 0) {
        const rtp_diag *diag = &made->diags->items[0];
        print_error("  said at %zu+%zu: [%s] %.*s\n", diag->offset, diag->length, diag->code, RTP_FMT(diag->message));
    }
}

#define EXPECT(condition, made, name)                                                                                  \
    do {                                                                                                               \
        bool holds = (condition);                                                                                      \
        if (!holds) {                                                                                                  \
            print_error("case: %s: %s\n", (name), #condition);                                                         \
            show_first(made);                                                                                          \
        }                                                                                                              \
        assert_true(holds);                                                                                            \
    } while (0)

static inline bool scan_bytes(bench *made, const rtp_json_limits *limits)
{
    return rtp_json_scan(&made->source, limits, made->diags);
}

/* One error, with code, message and a place inside the text. */
static inline void check_refusal(const bench *made, const char *name)
{
    EXPECT(made->diags->len == 1 && made->diags->errors == 1, made, name);
    const rtp_diag *diag = &made->diags->items[0];
    EXPECT(diag->code && diag->code[0] == 'J' && diag->message.len > 0, made, name);
    EXPECT(diag->source == &made->source, made, name);
    EXPECT(diag->offset <= made->source.text.len, made, name);
    EXPECT(diag->length <= made->source.text.len - diag->offset, made, name);
}

#endif
