/* Selects the points that an outline has room for. Points are tried in the order a reader meets
 * them, so the first to argue something, or to cite a source, is the one that keeps it. */
#include <stdlib.h>

#include "document/select.h"
#include "document/span.h"

typedef struct picker {
    const rtp_outline *outline;
    rtp_points *points;
    const bool *left_out; /* by row of the trace; may be NULL */
    rtp_arena *arena;
    rtp_selection chosen;
    size_t citation_cap;
    const rtp_point **argued; /* kept points that argue something */
    size_t argued_len, argued_cap;
} picker;

/* Room of one slot while it fills. */
typedef struct room {
    const rtp_slot *slot;
    int used, used_by_concern, concern;
} room;

static size_t slots_count(const rtp_outline *outline)
{
    size_t count = 0;
    for (size_t i = 0; i < outline->section_count; i++) {
        count += outline->sections[i].slot_count;
    }
    return count;
}

size_t rtp_slot_find(const rtp_outline *outline, rtp_str section, rtp_str slot)
{
    size_t base = 0;
    for (size_t i = 0; i < outline->section_count; i++) {
        const rtp_section *here = &outline->sections[i];
        if (rtp_str_equal(here->id, section)) {
            for (size_t k = 0; k < here->slot_count; k++) {
                if (slot.len == 0 || rtp_str_equal(here->slots[k].name, slot)) {
                    return base + k;
                }
            }
            return SIZE_MAX;
        }
        base += here->slot_count;
    }
    return SIZE_MAX;
}

int rtp_selection_number(const rtp_selection *selection, const rtp_evidence *evidence)
{
    for (size_t i = 0; i < selection->citation_count; i++) {
        if (rtp_str_equal(selection->citations[i].evidence->id, evidence->id)) {
            return selection->citations[i].number;
        }
    }
    return 0;
}

/* ---- gather: each point to its slot ---- */

static size_t point_slot(const rtp_outline *outline, const rtp_point *point)
{
    const rtp_rule *rule = point->rule;
    return rule->personal && !outline->personal ? SIZE_MAX : rtp_slot_find(outline, rule->section, rule->slot);
}

/* Two passes over the points, one search each: the slots stay in one array behind one another. */
static void points_gather(picker *p, size_t slot_count)
{
    const rtp_points *points = p->points;
    size_t *home = RTP_NEW_ARRAY(p->arena, size_t, points->len + 1);
    for (size_t i = 0; i < points->len; i++) {
        bool same_rule = i > 0 && points->items[i].rule == points->items[i - 1].rule;
        home[i] = same_rule ? home[i - 1] : point_slot(p->outline, &points->items[i]);
        if (home[i] != SIZE_MAX) {
            p->chosen.slots[home[i]].count++;
        }
    }
    const rtp_point **next = RTP_NEW_ARRAY(p->arena, const rtp_point *, points->len + 1);
    for (size_t i = 0; i < slot_count; i++) {
        p->chosen.slots[i].points = next;
        next += p->chosen.slots[i].count;
        p->chosen.slots[i].count = 0;
    }
    for (size_t i = 0; i < points->len; i++) {
        if (home[i] != SIZE_MAX) {
            rtp_choice *slot = &p->chosen.slots[home[i]];
            slot->points[slot->count++] = &points->items[i];
        }
    }
}

static int compare_sizes(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/* What the manager worries about most comes first, then the strongest. Of equals, the items of a
 * list stay in the user's order and other points in the pack's. A total order: no two points
 * share rule and item. */
static int points_compare(const void *left, const void *right)
{
    const rtp_point *a = *(const rtp_point *const *)left;
    const rtp_point *b = *(const rtp_point *const *)right;
    const int orders[] = {
        (a->concern > b->concern) - (a->concern < b->concern),
        (a->rule->strength < b->rule->strength) - (a->rule->strength > b->rule->strength),
        (a->rule->scope > b->rule->scope) - (a->rule->scope < b->rule->scope),
        compare_sizes(a->item, b->item),
        compare_sizes(a->position, b->position),
    };
    size_t i = 0;
    while (i + 1 < RTP_COUNT(orders) && orders[i] == 0) {
        i++;
    }
    return orders[i];
}

/* Points come in the pack's order, which is often the one that is wanted. */
static void points_sort(rtp_choice *choice)
{
    for (size_t i = 1; i < choice->count; i++) {
        if (points_compare(&choice->points[i - 1], &choice->points[i]) > 0) {
            qsort(choice->points, choice->count, sizeof *choice->points, points_compare);
            return;
        }
    }
}

/* ---- arguments: nothing is argued twice ---- */

static bool same_argument(const rtp_point *a, const rtp_point *b)
{
    return a->item == b->item && a->rule->scope == b->rule->scope && rtp_str_equal(a->rule->argues, b->rule->argues);
}

static bool is_argued(const picker *p, const rtp_point *point)
{
    for (size_t i = 0; point->rule->argues.len > 0 && i < p->argued_len; i++) {
        if (same_argument(p->argued[i], point)) {
            return true;
        }
    }
    return false;
}

static void argued_put(picker *p, const rtp_point *point)
{
    if (point->rule->argues.len > 0) {
        p->argued = rtp_array_grow(p->arena, p->argued, p->argued_len, &p->argued_cap, sizeof *p->argued);
        p->argued[p->argued_len++] = point;
    }
}

/* ---- citations ---- */

static bool same_text(const rtp_evidence *a, const rtp_evidence *b, rtp_study_text which)
{
    rtp_str text = rtp_evidence_text(a, which);
    return text.len > 0 && rtp_str_equal(text, rtp_evidence_text(b, which));
}

static int source_number(const rtp_selection *chosen, const rtp_evidence *evidence)
{
    for (size_t i = 0; i < chosen->citation_count; i++) {
        const rtp_evidence *cited = chosen->citations[i].evidence;
        if (same_text(cited, evidence, RTP_STUDY_DOI) || same_text(cited, evidence, RTP_STUDY_URL)) {
            return chosen->citations[i].number;
        }
    }
    return 0;
}

/* RTP_FIRED when the entry is now cited; otherwise why it is not. */
static rtp_outcome citation_put(picker *p, const rtp_evidence *evidence)
{
    rtp_selection *chosen = &p->chosen;
    if (rtp_selection_number(chosen, evidence) > 0) {
        return RTP_DROPPED_SAME;
    }
    int number = source_number(chosen, evidence);
    if (number == 0 && chosen->source_count >= p->outline->citations) {
        return RTP_DROPPED_CITATIONS;
    }
    if (number == 0) {
        number = ++chosen->source_count;
    }
    chosen->citations = rtp_array_grow(p->arena, chosen->citations, chosen->citation_count, &p->citation_cap,
                                       sizeof *chosen->citations);
    chosen->citations[chosen->citation_count++] = (rtp_citation){evidence, number};
    return RTP_FIRED;
}

/* The facts evidence.* are those of the point's first entry; without it the words have no source. */
static bool tells_evidence(const rtp_point *point)
{
    for (size_t i = 0; i < point->rule->cell_count; i++) {
        if (rtp_runs_tell_evidence(point->cells[i])) {
            return true;
        }
    }
    return rtp_runs_tell_evidence(point->lead) || rtp_runs_tell_evidence(point->text);
}

static const rtp_point *point_citing(picker *p, const rtp_point *point, const rtp_evidence **kept, size_t count)
{
    rtp_point *copy = RTP_NEW(p->arena, rtp_point);
    *copy = *point;
    copy->evidence = kept;
    copy->evidence_count = count;
    return copy;
}

/* Cites what the point may cite; `*point` becomes a copy when that is less than it wanted. */
static rtp_outcome citations_pick(picker *p, const rtp_point **point)
{
    size_t wanted = (*point)->evidence_count, count = 0;
    const rtp_evidence **kept = RTP_NEW_ARRAY(p->arena, const rtp_evidence *, wanted);
    for (size_t i = 0; i < wanted; i++) {
        rtp_outcome outcome = citation_put(p, (*point)->evidence[i]);
        if (outcome == RTP_FIRED) {
            kept[count++] = (*point)->evidence[i];
        } else if (i == 0 && tells_evidence(*point)) {
            return outcome;
        }
    }
    if (count < wanted) {
        *point = point_citing(p, *point, kept, count);
    }
    return RTP_FIRED;
}

/* ---- budget ---- */

static bool has_room(room *r, const rtp_point *point)
{
    const rtp_slot *slot = r->slot;
    int most = slot->form == RTP_FORM_TITLE ? 1 : slot->most;
    if (r->concern != point->concern) {
        r->concern = point->concern;
        r->used_by_concern = 0;
    }
    bool crowded = slot->each > 0 && point->concern != INT32_MAX && r->used_by_concern >= slot->each;
    return !crowded && (most == 0 || r->used < most);
}

static rtp_outcome point_pick(picker *p, room *r, const rtp_point **point)
{
    if (p->left_out && p->left_out[(*point)->row]) {
        return RTP_DROPPED_WORDS;
    }
    if (is_argued(p, *point)) {
        return RTP_DROPPED_SAME;
    }
    if (!has_room(r, *point)) {
        return RTP_DROPPED_BUDGET;
    }
    rtp_outcome outcome =
        (*point)->evidence_count > 0 && r->slot->form != RTP_FORM_TITLE ? citations_pick(p, point) : RTP_FIRED;
    if (outcome == RTP_FIRED) {
        argued_put(p, *point);
        r->used++;
        r->used_by_concern++;
    }
    return outcome;
}

/* ---- trace ---- */

static void trace_mark(rtp_points *points, const rtp_point *point, rtp_outcome outcome)
{
    points->trace[point->row].outcome = outcome;
}

/* What an earlier outline dropped is free again. */
static void trace_clear(rtp_points *points)
{
    for (size_t i = 0; i < points->trace_len; i++) {
        if (points->trace[i].outcome >= RTP_DROPPED_BUDGET) {
            points->trace[i].outcome = RTP_FIRED;
        }
    }
}

/* A point without a word to show would leave an empty bullet, or a heading above nothing. */
static bool point_says(const rtp_slot *slot, const rtp_point *point)
{
    if (slot->form != RTP_FORM_TABLE) {
        return rtp_runs_say(point->text);
    }
    for (size_t i = 0; i < point->rule->cell_count && i < slot->column_count; i++) {
        if (rtp_runs_say(point->cells[i])) {
            return true;
        }
    }
    return false;
}

static void slot_pick(picker *p, const rtp_slot *slot, rtp_choice *choice)
{
    room r = {.slot = slot, .concern = -1};
    size_t kept = 0;
    points_sort(choice);
    for (size_t i = 0; i < choice->count; i++) {
        const rtp_point *point = choice->points[i];
        if (!point_says(slot, point)) {
            continue;
        }
        rtp_outcome outcome = point_pick(p, &r, &point);
        if (outcome == RTP_FIRED) {
            choice->points[kept++] = point;
        } else {
            trace_mark(p->points, point, outcome);
        }
    }
    choice->count = kept;
}

rtp_selection rtp_selection_make(const rtp_outline *outline, rtp_points *points, const bool *left_out, rtp_arena *arena)
{
    picker p = {.outline = outline, .points = points, .left_out = left_out, .arena = arena};
    size_t slot_count = slots_count(outline);
    p.chosen.slots = RTP_NEW_ARRAY(arena, rtp_choice, slot_count + 1);
    trace_clear(points);
    points_gather(&p, slot_count);
    rtp_choice *choice = p.chosen.slots;
    for (size_t i = 0; i < outline->section_count; i++) {
        for (size_t k = 0; k < outline->sections[i].slot_count; k++) {
            slot_pick(&p, &outline->sections[i].slots[k], choice++);
        }
    }
    return p.chosen;
}

size_t rtp_points_select(const rtp_outline *outline, rtp_points *points, rtp_str section, rtp_str slot,
                         rtp_arena *arena, const rtp_point ***selected)
{
    rtp_selection selection = rtp_selection_make(outline, points, NULL, arena);
    size_t place = rtp_slot_find(outline, section, slot);
    if (place == SIZE_MAX) {
        return 0;
    }
    *selected = selection.slots[place].points;
    return selection.slots[place].count;
}
