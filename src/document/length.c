/* Fits a document into the words its outline allows. Whole points give way, the weakest first, and what
 * still fits in the end comes back, the strongest first: no sentence is cut, and one long quotation
 * costs its own place and not that of the others. */
#include "document/length.h"

#include <stdlib.h>

#include "document/count.h"

typedef struct candidate {
    size_t row;   /* of the trace */
    size_t place; /* in the document, from its start */
    size_t words;
    int strength; /* of the strongest point that argues the same */
} candidate;

typedef struct fitting {
    const rtp_composition *how;
    bool *left_out; /* by row of the trace */
    candidate *gone;
    size_t gone_len;
    const rtp_document *document;
    rtp_selection selection;
    size_t words;
    bool stale; /* what was composed last is not the document */
} fitting;

static void compose(fitting *f)
{
    f->document = rtp_compose_without(f->how, f->left_out, &f->selection);
    f->words = rtp_document_words(f->document);
}

/* ---- what could go ---- */

enum { GIANT = 3 }; /* a point that takes more than a third of the document starves the others */

static bool is_giant(const fitting *f, size_t words)
{
    return words * GIANT > (size_t)f->how->outline->words.most;
}

static bool same_argument(const rtp_point *a, const rtp_point *b)
{
    return a->rule->argues.len > 0 && a->item == b->item && a->rule->scope == b->rule->scope &&
           rtp_str_equal(a->rule->argues, b->rule->argues);
}

/* An argument is as strong as its strongest wording: a shorter one that takes its place is not weaker. */
static int argued_strength(const fitting *f, const rtp_point *point)
{
    int strength = point->rule->strength;
    const rtp_points *points = f->how->points;
    for (size_t i = 0; point->rule->argues.len > 0 && i < points->len; i++) {
        const rtp_point *other = &points->items[i];
        if (other->rule->strength > strength && same_argument(point, other)) {
            strength = other->rule->strength;
        }
    }
    return strength;
}

static size_t put_candidates(const fitting *f, const rtp_slot *slot, const rtp_choice *choice, candidate *out)
{
    size_t len = 0;
    for (size_t i = 0; i < choice->count; i++) {
        const rtp_point *point = choice->points[i];
        size_t words = rtp_point_words(point);
        if (slot->form != RTP_FORM_TITLE || is_giant(f, words)) {
            out[len++] = (candidate){.row = point->row, .words = words, .strength = argued_strength(f, point)};
        }
    }
    return len;
}

static size_t list_candidates(const fitting *f, candidate *out)
{
    const rtp_outline *outline = f->how->outline;
    const rtp_choice *choice = f->selection.slots;
    size_t len = 0;
    for (size_t i = 0; i < outline->section_count; i++) {
        for (size_t k = 0; k < outline->sections[i].slot_count; k++) {
            len += put_candidates(f, &outline->sections[i].slots[k], choice++, out + len);
        }
    }
    for (size_t i = 0; i < len; i++) {
        out[i].place = i;
    }
    return len;
}

/* Total orders: no two candidates of one list share a row. */
static int compare_weakest(const void *left, const void *right)
{
    const candidate *a = left, *b = right;
    int strength = (a->strength > b->strength) - (a->strength < b->strength);
    return strength ? strength : (a->place < b->place) - (a->place > b->place);
}

static int compare_strongest(const void *left, const void *right)
{
    const candidate *a = left, *b = right;
    const int orders[] = {(a->strength < b->strength) - (a->strength > b->strength),
                          (a->place > b->place) - (a->place < b->place), (a->row > b->row) - (a->row < b->row)};
    return orders[0] ? orders[0] : orders[1] ? orders[1] : orders[2];
}

/* ---- leaving out, putting back ---- */

/* Giants, and then the weakest until as many words are gone as are too many. False when nothing is left. */
static bool leave_out(fitting *f)
{
    candidate *all = RTP_NEW_ARRAY(f->how->arena, candidate, f->how->points->len);
    size_t len = list_candidates(f, all), excess = f->words - (size_t)f->how->outline->words.most, gained = 0;
    qsort(all, len, sizeof *all, compare_weakest);
    for (size_t pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < len && gained < excess; i++) {
            if (!f->left_out[all[i].row] && (pass == 1 || is_giant(f, all[i].words))) {
                f->left_out[all[i].row] = true;
                f->gone[f->gone_len++] = all[i];
                gained += all[i].words;
            }
        }
    }
    return len > 0;
}

static void put_back(fitting *f)
{
    const size_t most = (size_t)f->how->outline->words.most;
    qsort(f->gone, f->gone_len, sizeof *f->gone, compare_strongest);
    for (size_t i = 0; i < f->gone_len; i++) {
        const candidate *here = &f->gone[i];
        if (f->words + here->words > most) {
            continue;
        }
        fitting with = *f;
        with.stale = false;
        f->left_out[here->row] = false;
        compose(&with);
        if (with.words <= most) {
            *f = with;
        } else {
            f->left_out[here->row] = true;
            f->stale = true;
        }
    }
}

const rtp_document *rtp_compose_within(const rtp_composition *c)
{
    fitting f = {.how = c, .left_out = NULL};
    const size_t most = (size_t)c->outline->words.most;
    compose(&f);
    if (f.words <= most) {
        return f.document;
    }
    f.left_out = RTP_NEW_ARRAY(c->arena, bool, c->points->trace_len);
    f.gone = RTP_NEW_ARRAY(c->arena, candidate, c->points->len);
    while (f.words > most && leave_out(&f)) {
        compose(&f);
    }
    put_back(&f);
    if (f.stale) {
        compose(&f); /* the trace speaks of the last one */
    }
    return f.document;
}
