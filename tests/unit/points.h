/* Points made by hand, for tests of the document floor: no pack and no profile decides them.
 * Everything in them is invented. */
#ifndef RTP_TESTS_POINTS_H
#define RTP_TESTS_POINTS_H

#include "rtopitch/document.h"
#include "rules/packed.h"

enum { BENCH_POINTS = 64 };

typedef struct bench {
    rtp_arena *arena;
    const rtp_rule *rules; /* a point's position is its rule's place here */
    rtp_points points;
} bench;

#define SAY(words)                                                                                                     \
    {                                                                                                                  \
        (const rtp_run[]){{.text = RTP_STR(words), .fact = RTP_LITERAL}}, 1                                            \
    }
#define NO_CONCERN INT32_MAX

static inline bench bench_make(rtp_arena *arena, const rtp_rule *rules)
{
    bench made = {.arena = arena, .rules = rules};
    made.points.items = RTP_NEW_ARRAY(arena, rtp_point, BENCH_POINTS);
    made.points.trace = RTP_NEW_ARRAY(arena, rtp_trace_row, BENCH_POINTS);
    return made;
}

/* A point that says its rule's id. */
static inline rtp_point *bench_put(bench *b, size_t rule, size_t item, int concern)
{
    rtp_run *run = RTP_NEW(b->arena, rtp_run);
    *run = (rtp_run){.text = b->rules[rule].id, .fact = RTP_LITERAL};
    rtp_point *point = &b->points.items[b->points.len++];
    *point = (rtp_point){.rule = &b->rules[rule],
                         .item = item,
                         .position = rule,
                         .row = b->points.trace_len,
                         .concern = concern,
                         .text = {run, 1}};
    b->points.trace[b->points.trace_len++] =
        (rtp_trace_row){.rule = &b->rules[rule], .item = item, .outcome = RTP_FIRED, .fact = RTP_LITERAL};
    return point;
}

static inline rtp_packed study_texts(const rtp_str texts[RTP_STUDY_TEXT_COUNT], rtp_arena *arena)
{
    return rtp_packed_make(rtp_packed_join(texts, RTP_STUDY_TEXT_COUNT, arena), arena);
}

static inline rtp_outcome bench_outcome(const bench *b, size_t rule, size_t item)
{
    for (size_t i = 0; i < b->points.trace_len; i++) {
        const rtp_trace_row *row = &b->points.trace[i];
        if (row->rule == &b->rules[rule] && row->item == item) {
            return row->outcome;
        }
    }
    return RTP_OUTCOME_COUNT;
}

#endif
