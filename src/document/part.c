/* A part of an outline: the sections that somebody wants to read. Made before rules are applied, so that a
 * document of two sections tries the rules of two, chooses its points and research for them, and has its length. */
#include "document/outline.h"

static bool holds(const rtp_section *section, rtp_form form)
{
    for (size_t i = 0; i < section->slot_count; i++) {
        if (section->slots[i].form == form) {
            return true;
        }
    }
    return false;
}

static bool is_named(rtp_str id, rtp_str word)
{
    size_t before = id.len > word.len ? id.len - word.len : 0;
    return rtp_str_equal(id, word) || (before > 0 && id.ptr[before - 1] == '.' && rtp_str_ends(id, word));
}

static bool is_among(rtp_texts words, rtp_str id)
{
    for (size_t i = 0; i < words.len; i++) {
        if (is_named(id, words.items[i])) {
            return true;
        }
    }
    return false;
}

static bool is_wanted(const rtp_section *section, rtp_texts only, rtp_texts skip)
{
    if (holds(section, RTP_FORM_TITLE)) {
        return true;
    }
    bool chosen = only.len == 0 || is_among(only, section->id) || holds(section, RTP_FORM_SOURCES);
    return chosen && !is_among(skip, section->id);
}

const rtp_outline *rtp_outline_part(const rtp_outline *outline, rtp_texts only, rtp_texts skip, rtp_arena *arena)
{
    rtp_section *kept = RTP_NEW_ARRAY(arena, rtp_section, outline->section_count);
    rtp_str *skipped = RTP_NEW_ARRAY(arena, rtp_str, outline->section_count);
    rtp_outline *part = RTP_NEW(arena, rtp_outline);
    *part = *outline;
    part->sections = kept;
    part->section_count = 0;
    part->skipped = (rtp_texts){skipped, 0};
    bool sources = false;
    for (size_t i = 0; i < outline->section_count; i++) {
        const rtp_section *section = &outline->sections[i];
        if (is_wanted(section, only, skip)) {
            kept[part->section_count++] = *section;
            sources = sources || holds(section, RTP_FORM_SOURCES);
        } else {
            skipped[part->skipped.len++] = section->id;
        }
    }
    part->citations = sources ? outline->citations : 0;
    return part;
}

bool rtp_outline_knows(const rtp_outline *outline, rtp_str word)
{
    for (size_t i = 0; i < outline->section_count; i++) {
        if (!holds(&outline->sections[i], RTP_FORM_TITLE) && is_named(outline->sections[i].id, word)) {
            return true;
        }
    }
    return false;
}

rtp_texts rtp_outline_sections(const rtp_outline *outline, rtp_arena *arena)
{
    rtp_str *ids = RTP_NEW_ARRAY(arena, rtp_str, outline->section_count);
    size_t len = 0;
    for (size_t i = 0; i < outline->section_count; i++) {
        if (!holds(&outline->sections[i], RTP_FORM_TITLE)) {
            ids[len++] = outline->sections[i].id;
        }
    }
    return (rtp_texts){ids, len};
}
