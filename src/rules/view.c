/* Reads one value for a rule. Pack facts have no deriving function in the catalogue, so their
 * values are made here, from the concern entry or the research entry in view. */
#include "rules/view.h"

#include "rules/filters.h"

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

static rtp_value concern_words(const rtp_view *view, rtp_concern_text text)
{
    return entry_text(view->concern.entry->id, rtp_concern_words(view->concern.entry, text));
}

static rtp_value concern_title(const rtp_view *view)
{
    return concern_words(view, RTP_CONCERN_TITLE);
}

static rtp_value concern_interest(const rtp_view *view)
{
    return concern_words(view, RTP_CONCERN_INTEREST);
}

static rtp_value concern_never(const rtp_view *view)
{
    return concern_words(view, RTP_CONCERN_NEVER);
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

static rtp_value document_skips(const rtp_view *view)
{
    return (rtp_value){.known = true, .type = RTP_LIST, .list = view->stage->skipped};
}

typedef enum subject { CONCERN, RESEARCH, DOCUMENT } subject;

static bool is_in_view(const rtp_view *view, subject what)
{
    const bool there[] = {[CONCERN] = view->concern.entry != NULL,
                          [RESEARCH] = view->evidence != NULL,
                          [DOCUMENT] = view->stage && view->stage->skipped.len > 0};
    return there[what];
}

static const struct {
    rtp_str name;
    pack_value value;
    subject what;
} rows[] = {
    {RTP_STR("concern.title"), concern_title, CONCERN},      {RTP_STR("concern.interest"), concern_interest, CONCERN},
    {RTP_STR("concern.never"), concern_never, CONCERN},      {RTP_STR("evidence.claim"), evidence_claim, RESEARCH},
    {RTP_STR("evidence.caveat"), evidence_caveat, RESEARCH}, {RTP_STR("evidence.answer"), evidence_answer, RESEARCH},
    {RTP_STR("evidence.who"), evidence_who, RESEARCH},       {RTP_STR("evidence.year"), evidence_year, RESEARCH},
    {RTP_STR("document.skips"), document_skips, DOCUMENT},
};

static const rtp_value *pack_get(const rtp_view *view, rtp_str name)
{
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        if (!rtp_str_equal(rows[i].name, name)) {
            continue;
        }
        if (!is_in_view(view, rows[i].what)) {
            return &unknown;
        }
        rtp_value *value = RTP_NEW(view->arena, rtp_value);
        *value = rows[i].value(view);
        return value;
    }
    return &unknown;
}

/* ---- facts that are wording ---- */

typedef enum place { HERE, FIRST, SECOND } place;

typedef struct own_words { /* the user's own, in the concern's reach */
    rtp_str fact, filter;
} own_words;

typedef struct wording_row {
    rtp_str name;
    place place;
    rtp_concern_text text;
    const own_words *own;
} wording_row;

static const own_words own_action = {RTP_STR("concern.own_action"), RTP_STR("deed")};
static const own_words own_measure = {RTP_STR("concern.own_measure"), RTP_STR("clause")};

static const wording_row wordings[] = {
    {RTP_STR("concern.acknowledge"), HERE, RTP_CONCERN_ACKNOWLEDGE, NULL},
    {RTP_STR("concern.say"), HERE, RTP_CONCERN_SAY, NULL},
    {RTP_STR("concern.action"), HERE, RTP_CONCERN_ACTION, NULL},
    {RTP_STR("concern.measure"), HERE, RTP_CONCERN_MEASURE, NULL},
    {RTP_STR("concerns.first.say"), FIRST, RTP_CONCERN_SAY, NULL},
    {RTP_STR("concerns.first.action"), FIRST, RTP_CONCERN_ACTION, &own_action},
    {RTP_STR("concerns.first.measure"), FIRST, RTP_CONCERN_MEASURE, &own_measure},
    {RTP_STR("concerns.second.say"), SECOND, RTP_CONCERN_SAY, NULL},
};

/* NULL when the fact is none of them. */
static const wording_row *find_wording(const rtp_fact *fact)
{
    for (size_t i = 0; i < RTP_COUNT(wordings); i++) {
        if (rtp_str_equal(wordings[i].name, rtp_str_from(fact->name))) {
            return &wordings[i];
        }
    }
    return NULL;
}

bool rtp_fact_is_wording(size_t fact)
{
    return rtp_fact_scope(fact) == RTP_PACK && find_wording(rtp_fact_at(fact));
}

static const rtp_fact *fact_of(const rtp_view *view, size_t fact)
{
    return view->facts ? rtp_facts_fact(view->facts, fact) : rtp_fact_at(fact);
}

static bool is_pack_fact(const rtp_view *view, size_t fact)
{
    return (view->facts ? rtp_facts_scope(view->facts, fact) : rtp_fact_scope(fact)) == RTP_PACK;
}

static rtp_segment own_segment(const own_words *own)
{
    if (!own) {
        return (rtp_segment){.fact = RTP_LITERAL};
    }
    return (rtp_segment){.fact = (uint16_t)rtp_fact_find(own->fact),
                         .filter_count = 1,
                         .filters = {{.filter = (uint8_t)rtp_filter_find(own->filter)}}};
}

bool rtp_view_may_word(const rtp_view *view, size_t fact)
{
    return !view->given && is_pack_fact(view, fact);
}

bool rtp_view_wording(const rtp_view *view, size_t fact, rtp_wording *out)
{
    const wording_row *row = rtp_view_may_word(view, fact) ? find_wording(fact_of(view, fact)) : NULL;
    if (!row) {
        return false;
    }
    static const rtp_concern_view nobody = {NULL, SIZE_MAX};
    const rtp_stage *stage = view->stage;
    const rtp_concern_view concerns[] = {
        [HERE] = view->concern, [FIRST] = stage ? stage->first : nobody, [SECOND] = stage ? stage->second : nobody};
    const rtp_concern_view *concern = &concerns[row->place];
    *out = (rtp_wording){.view = *view, .own = own_segment(row->own)};
    out->view.item = concern->item;
    out->view.concern = *concern;
    out->phrases = concern->entry ? rtp_concern_phrases(concern->entry, row->text) : (rtp_phrases){NULL};
    return true;
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

/* Off the path that nearly every reading takes. */
__attribute__((noinline)) static const rtp_value *unknown_get(const rtp_view *view, size_t fact, const rtp_value *value)
{
    bool skips = view->stage && view->stage->skipped.len > 0;
    bool has_pack = view->concern.entry || view->evidence || skips;
    return has_pack && is_pack_fact(view, fact) ? pack_get(view, rtp_str_from(fact_of(view, fact)->name)) : value;
}

const rtp_value *rtp_view_get(const rtp_view *view, size_t fact)
{
    if (view->given) {
        return given_get(view->given, fact);
    }
    const rtp_value *value = rtp_facts_get(view->facts, fact, view->item);
    return value->known ? value : unknown_get(view, fact, value);
}
