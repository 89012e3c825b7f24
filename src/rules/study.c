/* Reads a study of the evidence library. Its texts stand in one packed list, since a run cites few of
 * the hundred studies and should pay nothing at its start for the others. */
#include "rules/pack_words.h"
#include "rules/packed.h"

rtp_str rtp_evidence_text(const rtp_evidence *evidence, rtp_study_text text)
{
    rtp_str rest = rtp_packed_items(evidence->texts), found = {NULL, 0};
    size_t i = 0;
    while (i <= (size_t)text && rtp_packed_next(&rest, &found)) {
        i++;
    }
    return i > (size_t)text && found.len > 0 ? found : (rtp_str){NULL, 0};
}

rtp_texts rtp_evidence_authors(const rtp_evidence *evidence, rtp_arena *arena)
{
    const rtp_str packed = rtp_evidence_text(evidence, RTP_STUDY_AUTHORS);
    rtp_str rest = packed, author;
    size_t len = 0;
    while (rtp_packed_next(&rest, &author)) {
        len++;
    }
    rtp_str *authors = RTP_NEW_ARRAY(arena, rtp_str, len);
    rest = packed;
    for (size_t i = 0; rtp_packed_next(&rest, &author); i++) {
        authors[i] = author;
    }
    return (rtp_texts){authors, len};
}

rtp_str rtp_evidence_design(const rtp_evidence *evidence)
{
    return rtp_choice_text(evidence->design, &rtp_pack_designs);
}

int rtp_evidence_compare(const rtp_evidence *a, const rtp_evidence *b)
{
    const int keys[] = {a->strength - b->strength, b->year - a->year, rtp_str_compare(a->id, b->id)};
    return keys[0] ? keys[0] : keys[1] ? keys[1] : keys[2];
}
