/* Any bytes as a profile: an error or a profile, never both; every finding has a place inside the
 * text and plain words; and a second loading finds the same. */
#include "rtopitch/profile.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* As a run loads it: with the checks that need a day. */
static const rtp_profile *load(const rtp_source *source, rtp_arena *arena, rtp_diags *diags)
{
    enum { TODAY = 20778 }; /* 2026-11-21 */
    const rtp_profile *profile = rtp_profile_load(source, arena, diags);
    if (profile != NULL) {
        rtp_profile_check_days(profile, source, TODAY, diags);
    }
    return profile;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MUST(condition)                                                                                                \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            fprintf(stderr, "broken: %s\n", #condition);                                                               \
            abort();                                                                                                   \
        }                                                                                                              \
    } while (0)

static bool is_utf8(rtp_str text)
{
    size_t at = 0;
    size_t length = 1;
    while (at < text.len && length > 0) {
        length = rtp_utf8_length(text.ptr + at, text.len - at);
        at += length;
    }
    return length > 0;
}

static void check_diag(const rtp_diag *diag)
{
    size_t len = diag->source->text.len;
    MUST(diag->offset <= len && diag->length <= len - diag->offset);
    MUST(diag->message.len > 0 && is_utf8(diag->message) && is_utf8(diag->hint));
    MUST(strlen(diag->code) == 5);
}

/* What binding promises to every later stage. */
static void check_profile(const rtp_profile *profile)
{
    MUST(profile->person.role.len > 0 && profile->ask.preferred.known && profile->ask.preferred.office_days.known);
    for (size_t i = 0; i < profile->history.metrics.len; i++) {
        const rtp_metric *metric = rtp_item(&profile->history.metrics, rtp_metric, i);
        MUST(metric->name.len > 0 && rtp_word(&rtp_words_better, metric->better).len > 0);
        MUST(!metric->values.known || !metric->samples.known);
    }
    for (size_t i = 0; i < profile->history.modes.len; i++) {
        const rtp_period *period = rtp_item(&profile->history.modes, rtp_period, i);
        MUST(period->mode > 0 && period->from != RTP_DATE_UNKNOWN);
        MUST(period->to == RTP_DATE_UNKNOWN || period->to >= period->from);
    }
}

static void check_same(const rtp_diags *a, const rtp_diags *b)
{
    MUST(a->len == b->len && a->dropped == b->dropped && a->errors == b->errors && a->warnings == b->warnings);
    for (size_t i = 0; i < a->len; i++) {
        MUST(strcmp(a->items[i].code, b->items[i].code) == 0 && a->items[i].offset == b->items[i].offset);
        MUST(rtp_str_equal(a->items[i].message, b->items[i].message));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bool started;
    if (!started) {
        rtp_json_start();
        started = true;
    }
    rtp_arena *arena = rtp_arena_make();
    rtp_source source = {.name = rtp_lit("input"), .text = rtp_arena_copy(arena, (rtp_str){(const char *)data, size})};
    rtp_diags *diags = rtp_diags_make(arena);
    rtp_diags *again = rtp_diags_make(arena);
    const rtp_profile *profile = load(&source, arena, diags);
    load(&source, arena, again);
    MUST((profile != NULL) == (diags->errors == 0));
    for (size_t i = 0; i < diags->len; i++) {
        check_diag(&diags->items[i]);
    }
    if (profile != NULL) {
        check_profile(profile);
    }
    check_same(diags, again);
    rtp_arena_free(arena);
    return 0;
}
