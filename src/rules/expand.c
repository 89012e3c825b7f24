/* Expands compiled phrases with the values in view. Of several alternatives the first that says
 * everything it wants to say is taken, so richer wording stands before poorer wording. */
#include "rules/condition.h"
#include "rules/filters.h"
#include "rules/packed.h"
#include "rules/phrase.h"

static bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool is_ended(rtp_str text)
{
    if (text.len > 0 && is_letter_or_digit(text.ptr[text.len - 1])) { /* nearly always */
        return false;
    }
    static const rtp_str closing[] = {RTP_STR("\u201D"), RTP_STR("\u2019"), RTP_STR("\""), RTP_STR(")")};
    for (size_t i = 0; i < RTP_COUNT(closing); i++) {
        if (rtp_str_ends(text, closing[i])) {
            text.len -= closing[i].len;
        }
    }
    return rtp_str_is_ended(text);
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

typedef struct roll { /* runs under way */
    rtp_run *items;
    rtp_runs done;
    size_t room;
} roll;

/* A bracketed part is whole or not there, so its runs go when one of its facts is unknown. */
typedef struct part {
    unsigned group; /* the one under way; 0: none */
    size_t start;   /* runs before it */
    bool left_out;
} part;

static void put_run(roll *out, rtp_str text, const rtp_value *value, uint16_t fact)
{
    if (text.len) {
        out->items[out->done.len++] = (rtp_run){.text = text, .value = value, .fact = fact};
    }
}

/* The runs of a wording come in place of one segment, so they need room of their own. */
static void put_wording(roll *out, const rtp_runs *wording, rtp_arena *arena)
{
    out->room += wording->len;
    rtp_run *items = RTP_NEW_ARRAY(arena, rtp_run, out->room);
    for (size_t i = 0; i < out->done.len; i++) {
        items[i] = out->items[i];
    }
    out->items = items;
    out->done.items = items;
    for (size_t i = 0; i < wording->len; i++) {
        out->items[out->done.len++] = wording->items[i];
    }
}

static void put_value(roll *out, const rtp_value *value, const rtp_segment *segment, const rtp_view *view)
{
    rtp_str text = rtp_filters_apply(value, segment->filters, segment->filter_count, view->facts, view->arena);
    put_run(out, text, value, segment->fact);
}

/* The user's own words come first. False when there are none at all. */
static bool put_words(roll *out, const rtp_wording *wording)
{
    const rtp_view *view = &wording->view;
    const rtp_value *own = wording->own.fact == RTP_LITERAL ? NULL : rtp_view_get(view, wording->own.fact);
    if (own && own->known) {
        put_value(out, own, &wording->own, view);
        return true;
    }
    uint16_t missing = RTP_LITERAL;
    rtp_runs said;
    bool known = rtp_phrases_expand(&wording->phrases, view, &said, &missing);
    if (known) {
        put_wording(out, &said, view->arena);
    }
    return known;
}

static bool put_plain(roll *out, const rtp_segment *segment, const rtp_view *view)
{
    const rtp_value *value = rtp_view_get(view, segment->fact);
    if (value->known) {
        put_value(out, value, segment, view);
    }
    return value->known;
}

static bool put_pack_fact(roll *out, const rtp_segment *segment, const rtp_view *view)
{
    rtp_wording wording;
    return rtp_view_wording(view, segment->fact, &wording) ? put_words(out, &wording) : put_plain(out, segment, view);
}

/* False when the fact is unknown. */
static bool put_fact(roll *out, const rtp_segment *segment, const rtp_view *view)
{
    return rtp_view_may_word(view, segment->fact) ? put_pack_fact(out, segment, view) : put_plain(out, segment, view);
}

/* `missing`: the fact its condition fails for, or the first unknown one that is not optional. */
static bool expand(rtp_str phrase, const rtp_view *view, rtp_runs *out, uint16_t *missing)
{
    rtp_packed when;
    if (rtp_phrase_when(&phrase, &when) && rtp_condition_view(when, view, missing) != RTP_YES) {
        return false;
    }
    roll made = {.room = rtp_segment_count(phrase)};
    made.items = RTP_NEW_ARRAY(view->arena, rtp_run, made.room);
    made.done.items = made.items;
    part here = {.group = 0};
    rtp_segment segment;
    while (rtp_segment_next(&phrase, &segment)) {
        if (segment.group != here.group) {
            here = (part){.group = segment.group, .start = made.done.len};
        }
        if (here.left_out) {
            continue;
        }
        if (segment.fact == RTP_LITERAL) {
            put_run(&made, without_second_stop(segment.text, &made.done), NULL, RTP_LITERAL);
        } else if (!put_fact(&made, &segment, view)) {
            if (segment.group == 0) {
                *missing = segment.fact;
                return false;
            }
            made.done.len = here.start;
            here.left_out = true;
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
