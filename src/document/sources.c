/* The list of sources: who found it, where it stands, how it was found and what it does not show.
 * The caveat is part of every entry, since a study quoted without its limits is half a lie. */
#include "document/block.h"

rtp_str rtp_evidence_called(const rtp_evidence *evidence, rtp_arena *arena)
{
    rtp_texts authors = rtp_evidence_authors(evidence, arena);
    if (authors.len > 2) {
        return rtp_arena_join(arena, (rtp_str[2]){authors.items[0], RTP_STR("et al.")}, 2, rtp_lit(" "));
    }
    return rtp_arena_join(arena, authors.items, authors.len, rtp_lit(" and "));
}

static rtp_str capital_text(rtp_arena *arena, rtp_str text)
{
    char first = text.len > 0 ? text.ptr[0] : '\0';
    if (first < 'a' || first > 'z') {
        return text;
    }
    char upper = (char)(first - 'a' + 'A');
    return rtp_arena_join(arena, (rtp_str[2]){{&upper, 1}, {text.ptr + 1, text.len - 1}}, 2, rtp_lit(""));
}

/* "Randomized trial, 235 data-entry workers in Chennai" */
static rtp_str design_text(rtp_arena *arena, const rtp_evidence *evidence)
{
    rtp_str parts[2] = {rtp_evidence_design(evidence), rtp_evidence_text(evidence, RTP_STUDY_SAMPLE)};
    if (parts[0].len == 0 || parts[1].len == 0) {
        return capital_text(arena, parts[parts[0].len == 0]);
    }
    return capital_text(arena, rtp_arena_join(arena, parts, 2, rtp_lit(", ")));
}

static rtp_str who_text(rtp_arena *arena, const rtp_evidence *evidence)
{
    rtp_str authors = rtp_evidence_called(evidence, arena);
    return evidence->year > 0 ? rtp_arena_format(arena, "%.*s (%d)", RTP_FMT(authors), evidence->year) : authors;
}

/* One span a sentence, with what joins it to the one before. */
static void sentence_put(const rtp_builder *b, rtp_node *item, rtp_str text)
{
    if (text.len > 0) {
        rtp_str parts[3] = {item->first ? rtp_lit(" ") : rtp_lit(""), text,
                            rtp_text_is_ended(text) ? rtp_lit("") : rtp_lit(".")};
        rtp_text_put(b, item, rtp_arena_join(b->arena, parts, RTP_COUNT(parts), rtp_lit("")));
    }
}

static void link_put(const rtp_builder *b, rtp_node *item, const rtp_evidence *evidence)
{
    rtp_str doi[2] = {RTP_STR("https://doi.org/"), rtp_evidence_text(evidence, RTP_STUDY_DOI)};
    rtp_str address =
        doi[1].len > 0 ? rtp_arena_join(b->arena, doi, 2, rtp_lit("")) : rtp_evidence_text(evidence, RTP_STUDY_URL);
    if (address.len > 0) {
        rtp_text_put(b, item, rtp_lit(" "));
        rtp_node *link = rtp_build_put(b, item, RTP_SPAN_LINK);
        link->text = address;
        rtp_text_put(b, link, address);
    }
}

/* Findings of one study share a number and a line; each brings its own caveat. */
static void caveats_put(const rtp_builder *b, rtp_node *item, int number)
{
    const rtp_selection *selection = b->selection;
    for (size_t i = 0; i < selection->citation_count; i++) {
        if (selection->citations[i].number == number) {
            sentence_put(b, item, rtp_evidence_text(selection->citations[i].evidence, RTP_STUDY_CAVEAT));
        }
    }
}

static const rtp_evidence *first_cited(const rtp_selection *selection, int number)
{
    size_t i = 0;
    while (selection->citations[i].number != number) {
        i++;
    }
    return selection->citations[i].evidence;
}

static void source_put(const rtp_builder *b, rtp_node *list, int number)
{
    const rtp_evidence *evidence = first_cited(b->selection, number);
    rtp_node *item = rtp_build_put(b, list, RTP_NODE_ITEM);
    item->evidence = evidence;
    sentence_put(b, item, who_text(b->arena, evidence));
    sentence_put(b, item, rtp_evidence_text(evidence, RTP_STUDY_TITLE));
    sentence_put(b, item, rtp_evidence_text(evidence, RTP_STUDY_VENUE));
    sentence_put(b, item, design_text(b->arena, evidence));
    caveats_put(b, item, number);
    link_put(b, item, evidence);
}

void rtp_sources_put(rtp_builder *b, const rtp_slot *slot, const rtp_choice *choice)
{
    (void)slot, (void)choice;
    rtp_node *list = rtp_build_put(b, b->root, RTP_NODE_LIST);
    list->level = 1;
    for (int number = 1; number <= b->selection->source_count; number++) {
        source_put(b, list, number);
    }
}
