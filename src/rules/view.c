/* Reads one value for a rule. Pack facts have no deriving function in the catalogue, so their
 * values are made here, from the concern entry or the research entry in view. */
#include "rules/view.h"

static const rtp_value unknown;

typedef rtp_value (*pack_value)(const rtp_view *view);

static rtp_value from_entry(rtp_str id, rtp_type type)
{
    return (rtp_value){.known = true, .type = type, .origin = {.kind = RTP_FROM_PACK, .formula = id}};
}

static rtp_value entry_text(rtp_str id, rtp_str text)
{
    rtp_value value = from_entry(id, RTP_TEXT);
    value.known = text.ptr != NULL;
    value.text = text;
    return value;
}

static rtp_value concern_title(const rtp_view *view)
{
    return entry_text(view->concern->id, view->concern->title);
}

static rtp_value concern_interest(const rtp_view *view)
{
    return entry_text(view->concern->id, view->concern->interest);
}

static rtp_value concern_never(const rtp_view *view)
{
    return entry_text(view->concern->id, view->concern->never);
}

static rtp_value evidence_claim(const rtp_view *view)
{
    return entry_text(view->evidence->id, rtp_evidence_text(view->evidence, RTP_STUDY_CLAIM));
}

static rtp_value evidence_caveat(const rtp_view *view)
{
    return entry_text(view->evidence->id, rtp_evidence_text(view->evidence, RTP_STUDY_CAVEAT));
}

static rtp_value evidence_answer(const rtp_view *view)
{
    return entry_text(view->evidence->id, rtp_evidence_text(view->evidence, RTP_STUDY_ANSWER));
}

/* Authors as a sentence names them: all of two, the first of more. */
static rtp_value evidence_who(const rtp_view *view)
{
    rtp_texts authors = rtp_evidence_authors(view->evidence, view->arena);
    rtp_str id = view->evidence->id;
    if (authors.len == 0) {
        return (rtp_value){.known = false};
    }
    if (authors.len > 2) {
        return entry_text(
            id, rtp_arena_join(view->arena, (rtp_str[]){authors.items[0], RTP_STR("colleagues")}, 2, rtp_lit(" and ")));
    }
    return entry_text(id, rtp_arena_join(view->arena, authors.items, authors.len, rtp_lit(" and ")));
}

static rtp_value evidence_year(const rtp_view *view)
{
    rtp_value value = from_entry(view->evidence->id, RTP_NUMBER);
    value.known = view->evidence->year != 0;
    value.number = view->evidence->year;
    return value;
}

static const struct {
    rtp_str name;
    pack_value value;
    bool research;
} rows[] = {
    {RTP_STR("concern.title"), concern_title, false},    {RTP_STR("concern.interest"), concern_interest, false},
    {RTP_STR("concern.never"), concern_never, false},    {RTP_STR("evidence.claim"), evidence_claim, true},
    {RTP_STR("evidence.caveat"), evidence_caveat, true}, {RTP_STR("evidence.answer"), evidence_answer, true},
    {RTP_STR("evidence.who"), evidence_who, true},       {RTP_STR("evidence.year"), evidence_year, true},
};

static const rtp_value *pack_get(const rtp_view *view, rtp_str name)
{
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        bool here = rows[i].research ? view->evidence != NULL : view->concern != NULL;
        if (!rtp_str_equal(rows[i].name, name)) {
            continue;
        }
        if (!here) {
            return &unknown;
        }
        rtp_value *value = RTP_NEW(view->arena, rtp_value);
        *value = rows[i].value(view);
        return value;
    }
    return &unknown;
}

/* ---- facts that are wording ---- */

static const struct {
    rtp_str name;
    size_t offset; /* of its phrases in the concern's entry */
} wordings[] = {
    {RTP_STR("concern.action"), offsetof(rtp_concern_entry, action)},
    {RTP_STR("concern.measure"), offsetof(rtp_concern_entry, measure)},
};

/* RTP_COUNT(wordings) when the fact is none of them. */
static size_t find_wording(const rtp_fact *fact)
{
    size_t i = 0;
    while (i < RTP_COUNT(wordings) && !rtp_str_equal(wordings[i].name, rtp_str_from(fact->name))) {
        i++;
    }
    return i;
}

bool rtp_fact_is_wording(size_t fact)
{
    return rtp_fact_scope(fact) == RTP_PACK && find_wording(rtp_fact_at(fact)) < RTP_COUNT(wordings);
}

static const rtp_fact *fact_of(const rtp_view *view, size_t fact)
{
    return view->facts ? rtp_facts_fact(view->facts, fact) : rtp_fact_at(fact);
}

static bool is_pack_fact(const rtp_view *view, size_t fact)
{
    return (view->facts ? rtp_facts_scope(view->facts, fact) : rtp_fact_scope(fact)) == RTP_PACK;
}

const rtp_phrases *rtp_view_wording(const rtp_view *view, size_t fact)
{
    bool possible = view->concern && is_pack_fact(view, fact);
    size_t i = possible ? find_wording(fact_of(view, fact)) : RTP_COUNT(wordings);
    const char *entry = (const char *)view->concern;
    return i < RTP_COUNT(wordings) ? (const rtp_phrases *)(const void *)(entry + wordings[i].offset) : NULL;
}

static const rtp_value *given_get(const rtp_given *given, size_t fact)
{
    for (size_t i = 0; i < given->len; i++) {
        if (given->facts[i] == fact) {
            return &given->values[i];
        }
    }
    return &unknown;
}

const rtp_value *rtp_view_get(const rtp_view *view, size_t fact)
{
    if (view->given) {
        return given_get(view->given, fact);
    }
    const rtp_value *value = rtp_facts_get(view->facts, fact, view->item);
    bool has_pack = view->concern || view->evidence;
    if (!value->known && has_pack && is_pack_fact(view, fact)) {
        return pack_get(view, rtp_str_from(fact_of(view, fact)->name));
    }
    return value;
}
