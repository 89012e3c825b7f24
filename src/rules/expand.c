/* Expands compiled phrases with the values in view. Of several alternatives the first that says
 * everything it wants to say is taken, so richer wording stands before poorer wording. */
#include "rules/filters.h"
#include "rules/packed.h"
#include "rules/phrase.h"

typedef struct plan { /* of one phrase: what each segment says, and the optional parts to leave out */
    const rtp_value **values;
    rtp_runs *wordings; /* of segments that stand for phrases of the concern */
    size_t room;        /* runs there can be */
    uint32_t left_out;  /* a bit for each group */
} plan;

/* True when the segment can be said. */
static bool plan_segment(const rtp_segment *segment, const rtp_view *view, size_t i, plan *out)
{
    const rtp_phrases *wording = rtp_view_wording(view, segment->fact);
    uint16_t missing = RTP_LITERAL;
    if (wording) {
        bool said = rtp_phrases_expand(wording, view, &out->wordings[i], &missing);
        out->room += said ? out->wordings[i].len : 0;
        return said;
    }
    out->values[i] = rtp_view_get(view, segment->fact);
    return out->values[i]->known;
}

/* The first unknown fact that is not optional, or RTP_LITERAL. */
static uint16_t make_plan(rtp_str phrase, const rtp_view *view, plan *out)
{
    rtp_segment segment;
    for (size_t i = 0; rtp_segment_next(&phrase, &segment); i++) {
        if (segment.fact == RTP_LITERAL) {
            continue;
        }
        bool said = plan_segment(&segment, view, i, out);
        if (!said && segment.group == 0) {
            return segment.fact;
        }
        if (!said) {
            out->left_out |= 1U << segment.group;
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

static size_t count_segments(rtp_str phrase)
{
    rtp_segment segment;
    size_t count = 0;
    while (rtp_segment_next(&phrase, &segment)) {
        count++;
    }
    return count;
}

static bool expand(rtp_str phrase, const rtp_view *view, rtp_runs *out, uint16_t *missing)
{
    size_t count = count_segments(phrase);
    plan chosen = {.values = RTP_NEW_ARRAY(view->arena, const rtp_value *, count),
                   .wordings = RTP_NEW_ARRAY(view->arena, rtp_runs, count),
                   .room = count};
    *missing = make_plan(phrase, view, &chosen);
    if (*missing != RTP_LITERAL) {
        return false;
    }
    rtp_run *items = RTP_NEW_ARRAY(view->arena, rtp_run, chosen.room);
    roll made = {items, {items, 0}};
    rtp_segment segment;
    for (size_t i = 0; rtp_segment_next(&phrase, &segment); i++) {
        bool is_wording = segment.fact != RTP_LITERAL && !chosen.values[i];
        if (chosen.left_out & 1U << segment.group) {
            continue;
        }
        if (is_wording) {
            put_wording(&made, &chosen.wordings[i]);
        } else {
            put_run(&made, expand_segment(&segment, chosen.values[i], &made.done, view->arena));
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
