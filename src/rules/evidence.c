/* Chooses research for a point: what fits the question, then the strongest. A study of hybrid work says
 * nothing about a fully remote ask, nor one of a call centre about an engineer, so what does not fit is never
 * chosen, however strong. */
#include "rules/evidence.h"

#include "rules/pack_words.h"

static bool is_presentable(const rtp_evidence *entry)
{
    return entry->strength != 'D' && !rtp_str_equal(rtp_evidence_design(entry), rtp_lit("statement"));
}

/* ---- the person's kind of work ---- */

typedef struct kinship { /* words of the library's roles in which a family finds itself */
    rtp_str family;
    rtp_str roles[4];
} kinship;

static const kinship kinships[] = {
    {RTP_STR("software_engineer"), {RTP_STR("software engineering"), RTP_STR("technologists"), RTP_STR("IT services")}},
    {RTP_STR("sre"),
     {RTP_STR("software engineering"), RTP_STR("technologists"), RTP_STR("IT services"), RTP_STR("incident response")}},
    {RTP_STR("data"), {RTP_STR("technologists"), RTP_STR("software engineering"), RTP_STR("IT services")}},
    {RTP_STR("qa"), {RTP_STR("software engineering"), RTP_STR("technologists"), RTP_STR("IT services")}},
    {RTP_STR("designer"), {RTP_STR("product design"), RTP_STR("technologists")}},
    {RTP_STR("product_manager"),
     {RTP_STR("product design"), RTP_STR("technical and managerial"), RTP_STR("technologists"), RTP_STR("marketing")}},
    {RTP_STR("writer"),
     {RTP_STR("independent knowledge work"), RTP_STR("individual cognitive work"), RTP_STR("marketing")}},
    {RTP_STR("support"), {RTP_STR("customer support")}},
    {RTP_STR("sales"), {RTP_STR("sales"), RTP_STR("marketing")}},
    {RTP_STR("recruiting_hr"), {RTP_STR("human resources")}},
    {RTP_STR("finance"), {RTP_STR("finance"), RTP_STR("accounting")}},
    {RTP_STR("project_manager"), {RTP_STR("technical and managerial")}},
    {RTP_STR("team_lead"), {RTP_STR("technical and managerial"), RTP_STR("software engineering")}},
};

static const rtp_str shared_roles[] = {
    RTP_STR("any"),
    RTP_STR("knowledge work"),
    RTP_STR("office and professional"),
    RTP_STR("professional"),
    RTP_STR("new joiners"), /* whatever their work is: they are whom a concern about mentoring speaks of */
    RTP_STR("interns and new joiners"),
};

static bool has_role(const rtp_evidence *entry, const rtp_str *wanted, size_t count)
{
    rtp_str roles = rtp_evidence_text(entry, RTP_STUDY_ROLES), role;
    while (rtp_packed_next(&roles, &role)) {
        for (size_t i = 0; i < count; i++) {
            if (rtp_str_equal(wanted[i], role)) {
                return true;
            }
        }
    }
    return false;
}

static bool fits_role(const rtp_evidence *entry, rtp_str family)
{
    if (has_role(entry, shared_roles, RTP_COUNT(shared_roles))) {
        return true;
    }
    for (size_t i = 0; i < RTP_COUNT(kinships); i++) {
        if (family.len && rtp_str_equal(kinships[i].family, family)) {
            return has_role(entry, kinships[i].roles, RTP_COUNT(kinships[i].roles));
        }
    }
    return false;
}

/* ---- what fits ---- */

static bool is_same_text(const rtp_evidence *a, const rtp_evidence *b, rtp_study_text which)
{
    rtp_str text = rtp_evidence_text(a, which);
    return text.len > 0 && rtp_str_equal(text, rtp_evidence_text(b, which));
}

/* Two findings of one study share its address. */
static bool is_chosen(const rtp_evidence *entry, const rtp_evidences *chosen)
{
    for (size_t i = 0; i < chosen->len; i++) {
        const rtp_evidence *other = chosen->items[i];
        if (entry == other || is_same_text(entry, other, RTP_STUDY_DOI) || is_same_text(entry, other, RTP_STUDY_URL)) {
            return true;
        }
    }
    return false;
}

/* What speaks against the ask is of use only with what to answer. */
static bool is_usable(const rtp_evidence *entry, const rtp_evidence_query *query)
{
    bool against = rtp_str_equal(rtp_choice_text(entry->direction, &rtp_pack_directions), rtp_lit("against"));
    if (against && rtp_evidence_text(entry, RTP_STUDY_ANSWER).len == 0) {
        return false;
    }
    return query->personal || (is_presentable(entry) && fits_role(entry, query->role_family));
}

static bool fits(const rtp_evidence *entry, const rtp_evidence_query *query, rtp_set arrangements)
{
    return entry->direction == query->direction && (entry->concerns & query->concerns) &&
           (entry->arrangements & arrangements) && is_usable(entry, query) && !is_chosen(entry, &query->without);
}

/* ---- the order ---- */

static int count_words(rtp_set set)
{
    int count = 0;
    for (; set; set &= set - 1) {
        count++;
    }
    return count;
}

/* Below zero when `a` goes before `b`. Ids are unique, so no two entries are equal. */
static int compare(const rtp_evidence *a, const rtp_evidence *b, const rtp_evidence_query *query)
{
    const int keys[] = {
        fits_role(b, query->role_family) - fits_role(a, query->role_family),
        is_presentable(b) - is_presentable(a),
        count_words(b->concerns & query->likely) - count_words(a->concerns & query->likely),
        a->strength - b->strength,
        (b->arrangements == query->arrangement) - (a->arrangements == query->arrangement), /* that and no other */
        a->design - b->design,
        b->year - a->year,
        rtp_str_compare(a->id, b->id),
    };
    size_t i = 0;
    while (i + 1 < RTP_COUNT(keys) && keys[i] == 0) {
        i++;
    }
    return keys[i];
}

/* Keeps the best `most`, in order; `len` of them are there. */
static size_t put_sorted(const rtp_evidence **best, size_t len, const rtp_evidence *entry,
                         const rtp_evidence_query *query)
{
    size_t at = len;
    while (at > 0 && compare(entry, best[at - 1], query) < 0) {
        at--;
    }
    if (at == query->most) {
        return len;
    }
    size_t grown = len < query->most ? len + 1 : len;
    for (size_t i = grown - 1; i > at; i--) {
        best[i] = best[i - 1];
    }
    best[at] = entry;
    return grown;
}

rtp_evidences rtp_evidence_choose(const rtp_pack *pack, const rtp_evidence_query *query, rtp_arena *arena)
{
    const rtp_evidence **best = RTP_NEW_ARRAY(arena, const rtp_evidence *, query->most);
    rtp_set arrangements = query->arrangement | rtp_word_set(rtp_lit("any"), &rtp_pack_arrangements);
    size_t len = 0;
    for (size_t i = 0; i < pack->evidence_count; i++) {
        if (fits(&pack->evidence[i], query, arrangements)) {
            len = put_sorted(best, len, &pack->evidence[i], query);
        }
    }
    return (rtp_evidences){best, len};
}
