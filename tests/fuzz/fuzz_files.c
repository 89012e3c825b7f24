/* Any bytes as an export: the first byte says which source reads the rest. What it takes becomes a part of a profile
 * that is JSON, with months in order and none in the future; what it refuses has an error with a place inside. */
#include "rtopitch/import.h"

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

enum { OPTIONS_ROOM = 1024, TODAY = 20779 /* 2026-11-22 */ };

static void check_metric(const rtp_import *run, const rtp_import_metric *metric)
{
    MUST(metric->len > 0 && metric->name.len > 0 && metric->provenance.count > 0);
    for (size_t i = 0; i < metric->len; i++) {
        MUST(metric->values[i].month <= rtp_date_month(run->today));
        MUST(i == 0 || metric->values[i - 1].month < metric->values[i].month);
    }
}

static void check_taken(rtp_import *run)
{
    rtp_buf out = rtp_buf_make(SIZE_MAX);
    const rtp_import_history *history = &run->history;
    MUST(run->diags->errors == 0);
    for (size_t i = 0; i < history->metric_count; i++) {
        check_metric(run, &history->metrics[i]);
    }
    for (size_t i = 0; i < history->mode_count; i++) {
        MUST(i == 0 || history->modes[i - 1].to < history->modes[i].from);
        MUST(history->modes[i].to == RTP_DATE_UNKNOWN || history->modes[i].from <= history->modes[i].to);
    }
    rtp_history_put(history, run->arena, &out);
    rtp_source made = {.name = rtp_lit("made"), .text = rtp_buf_text(&out)};
    MUST(rtp_json_scan(&made, &rtp_json_pack_limits, run->diags));
    rtp_buf_free(&out);
}

static void check_refused(const rtp_import *run)
{
    MUST(run->diags->errors > 0);
    for (size_t i = 0; i < run->diags->len; i++) {
        const rtp_diag *diag = &run->diags->items[i];
        MUST(diag->message.len > 0);
        MUST(!diag->source ||
             (diag->offset <= diag->source->text.len && rtp_place_of(diag->source, diag->offset).line >= 1));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = {"csv", "csv", "ics", "json"};
    static bool started;
    if (!started) {
        rtp_json_start();
        started = true;
    }
    if (size == 0) {
        return 0;
    }
    static uint64_t options[OPTIONS_ROOM / sizeof(uint64_t)]; /* nothing given */
    char *copy = malloc(size);                                /* exact, so that a byte read too far is seen */
    MUST(copy);
    memcpy(copy, data + 1, size - 1);
    copy[size - 1] = '\0';
    rtp_arena *arena = rtp_arena_make();
    const rtp_importer *importer = rtp_importer_find(rtp_str_from(names[data[0] % 4]));
    MUST(importer && importer->options_size <= sizeof options);
    rtp_import run = {.arena = arena, .diags = rtp_diags_make(arena), .importer = importer, .options = options};
    run.state = rtp_arena_take(arena, importer->state_size);
    run.today = TODAY;
    rtp_source file = {.name = rtp_lit("input"), .text = {copy, size - 1}};
    if ((!importer->plan || importer->plan(&run)) && importer->read(&run, &file) && importer->finish(&run)) {
        check_taken(&run);
    } else {
        check_refused(&run);
    }
    rtp_arena_free(arena);
    free(copy);
    return 0;
}
