/* Expands compiled phrases with the values in view. Of several alternatives the first that says
 * everything it wants to say is taken, so richer wording stands before poorer wording. */
#include "rules/filters.h"
#include "rules/phrase.h"

enum { USUAL_SEGMENTS = 20 };

typedef struct step { /* a segment and what it says */
    rtp_segment segment;
    const rtp_value *value; /* NULL for a literal and for wording */
    rtp_runs wording;       /* of a fact that stands for phrases of the concern */
} step;

typedef struct plan { /* of one phrase */
    step *steps;
    size_t count;
    size_t room;       /* runs there can be */
    uint32_t left_out; /* a bit for each bracketed part */
} plan;

/* Reads the phrase once; `usual` is room that costs nothing, and more is taken when it is too little. */
static plan read_steps(rtp_str phrase, step usual[USUAL_SEGMENTS], rtp_arena *arena)
{
    plan read = {.steps = usual};
    size_t cap = USUAL_SEGMENTS;
    while (phrase.len) {
        read.steps = rtp_array_grow(arena, read.steps, read.count, &cap, sizeof *read.steps);
        rtp_segment_next(&phrase, &read.steps[read.count++].segment);
    }
    read.room = read.count;
    return read;
}

/* True when the segment can be said. */
static bool plan_step(step *here, const rtp_view *view, size_t *room)
{
    const rtp_phrases *wording = rtp_view_wording(view, here->segment.fact);
    uint16_t missing = RTP_LITERAL;
    if (wording) {
        here->value = NULL;
        bool said = rtp_phrases_expand(wording, view, &here->wording, &missing);
        *room += said ? here->wording.len : 0;
        return said;
    }
    here->value = rtp_view_get(view, here->segment.fact);
    return here->value->known;
}

/* The first unknown fact that is not optional, or RTP_LITERAL. */
static uint16_t make_plan(const rtp_view *view, plan *out)
{
    for (size_t i = 0; i < out->count; i++) {
        const rtp_segment *segment = &out->steps[i].segment;
        if (segment->fact == RTP_LITERAL) {
            continue;
        }
        bool said = plan_step(&out->steps[i], view, &out->room);
        if (!said && segment->group == 0) {
            return segment->fact;
        }
        if (!said) {
            out->left_out |= 1U << segment->group;
        }
    }
    return RTP_LITERAL;
}

static bool is_ended(rtp_str text)
{
    static const rtp_str closing[] = {RTP_STR("\u201D"), RTP_STR("\u2019"), RTP_STR("\""), RTP_STR(")")};
    static const rtp_str ends[] = {RTP_STR("."), RTP_STR("!"), RTP_STR("?"), RTP_STR("\u2026")};
    for (size_t i = 0; i < RTP_COUNT(closing); i++) {
        if (rtp_str_ends(text, closing[i])) {
            text.len -= closing[i].len;
        }
    }
    for (size_t i = 0; i < RTP_COUNT(ends); i++) {
        if (rtp_str_ends(text, ends[i])) {
            return true;
        }
    }
    return false;
}

/* A user's words may bring their own full stop, or a question mark: the phrase then needs none. */
static rtp_str without_second_stop(rtp_str literal, const rtp_runs *before)
{
    const rtp_run *last = before->len ? &before->items[before->len - 1] : NULL;
    bool stop = literal.len > 0 && literal.ptr[0] == '.';
    if (stop && last && last->fact != RTP_LITERAL && is_ended(last->text)) {
        return (rtp_str){literal.ptr + 1, literal.len - 1};
    }
    return literal;
}

static rtp_run expand_segment(const rtp_segment *segment, const rtp_value *value, const rtp_runs *before,
                              rtp_arena *arena)
{
    if (segment->fact == RTP_LITERAL) {
        return (rtp_run){.text = without_second_stop(segment->text, before), .fact = RTP_LITERAL};
    }
    rtp_str text = rtp_filters_apply(value, segment->filters, segment->filter_count, arena);
    return (rtp_run){.text = text, .value = value, .fact = segment->fact};
}

typedef struct roll { /* runs under way */
    rtp_run *items;
    rtp_runs done;
} roll;

static void put_run(roll *out, rtp_run run)
{
    if (run.text.len) {
        out->items[out->done.len++] = run;
    }
}

static void put_wording(roll *out, const rtp_runs *wording)
{
    for (size_t i = 0; i < wording->len; i++) {
        put_run(out, wording->items[i]);
    }
}

static bool expand(rtp_str phrase, const rtp_view *view, rtp_runs *out, uint16_t *missing)
{
    step usual[USUAL_SEGMENTS];
    plan chosen = read_steps(phrase, usual, view->arena);
    *missing = make_plan(view, &chosen);
    if (*missing != RTP_LITERAL) {
        return false;
    }
    rtp_run *items = RTP_NEW_ARRAY(view->arena, rtp_run, chosen.room);
    roll made = {items, {items, 0}};
    for (size_t i = 0; i < chosen.count; i++) {
        const step *here = &chosen.steps[i];
        bool is_wording = here->segment.fact != RTP_LITERAL && !here->value;
        if (chosen.left_out & 1U << here->segment.group) {
            continue;
        }
        if (is_wording) {
            put_wording(&made, &here->wording);
        } else {
            put_run(&made, expand_segment(&here->segment, here->value, &made.done, view->arena));
        }
    }
    *out = made.done;
    return true;
}

bool rtp_phrases_expand(const rtp_phrases *phrases, const rtp_view *view, rtp_runs *out, uint16_t *missing)
{
    uint16_t first = RTP_LITERAL;
    rtp_str rest = rtp_packed_items(*phrases), phrase;
    for (size_t i = 0; rtp_packed_next(&rest, &phrase); i++) {
        uint16_t here = RTP_LITERAL;
        if (expand(phrase, view, out, &here)) {
            return true;
        }
        first = i == 0 ? here : first;
    }
    *missing = first;
    return false;
}
