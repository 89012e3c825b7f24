/* Builds the document of an outline: title, sections, slots. Nothing here can fail, and nothing is
 * printed that has nothing under it. */
#include "document/block.h"
#include "document/length.h"

/* ---- title ---- */

static rtp_str runs_text(rtp_arena *arena, rtp_runs runs)
{
    rtp_str *parts = RTP_NEW_ARRAY(arena, rtp_str, runs.len);
    for (size_t i = 0; i < runs.len; i++) {
        parts[i] = runs.items[i].text;
    }
    return rtp_arena_join(arena, parts, runs.len, rtp_lit(""));
}

/* "talking-points" is also a title, when the profile gives nothing to say in one. */
static rtp_str name_title(rtp_arena *arena, rtp_str name)
{
    char *title = RTP_NEW_ARRAY(arena, char, name.len + 1);
    for (size_t i = 0; i < name.len; i++) {
        title[i] = name.ptr[i];
        if (title[i] == '-') {
            title[i] = ' ';
        }
    }
    if (title[0] >= 'a' && title[0] <= 'z') {
        title[0] = (char)(title[0] - 'a' + 'A');
    }
    return (rtp_str){title, name.len};
}

static const rtp_point *title_point(const rtp_outline *outline, const rtp_selection *selection, rtp_str *section)
{
    const rtp_choice *choice = selection->slots;
    for (size_t i = 0; i < outline->section_count; i++) {
        for (size_t k = 0; k < outline->sections[i].slot_count; k++, choice++) {
            if (outline->sections[i].slots[k].form == RTP_FORM_TITLE && choice->count > 0) {
                *section = outline->sections[i].id;
                return choice->points[0];
            }
        }
    }
    return NULL;
}

static rtp_str title_put(rtp_builder *b, const rtp_outline *outline)
{
    b->point = title_point(outline, b->selection, &b->section);
    rtp_node *heading = rtp_build_put(b, b->root, RTP_NODE_HEADING);
    heading->level = 1;
    if (b->point) {
        rtp_runs_put(b, heading, b->point->text);
        return runs_text(b->arena, b->point->text);
    }
    rtp_str title = name_title(b->arena, outline->name);
    rtp_text_put(b, heading, title);
    return title;
}

/* ---- sections ---- */

static bool slot_says(const rtp_selection *selection, const rtp_slot *slot, const rtp_choice *choice)
{
    if (slot->form == RTP_FORM_TITLE) {
        return false;
    }
    return slot->form == RTP_FORM_SOURCES ? selection->source_count > 0 : choice->count > 0;
}

static bool section_says(const rtp_selection *selection, const rtp_section *section, const rtp_choice *choices)
{
    for (size_t i = 0; i < section->slot_count; i++) {
        if (slot_says(selection, &section->slots[i], &choices[i])) {
            return true;
        }
    }
    return false;
}

static void heading_put(rtp_builder *b, const rtp_section *section)
{
    rtp_runs words = rtp_outline_words(b, &section->heading);
    b->point = NULL;
    if (rtp_runs_say(words)) {
        rtp_node *heading = rtp_build_put(b, b->root, RTP_NODE_HEADING);
        heading->level = 2;
        rtp_runs_put(b, heading, words);
    }
}

static void section_put(rtp_builder *b, const rtp_section *section, const rtp_choice *choices)
{
    b->section = section->id;
    if (section_says(b->selection, section, choices)) {
        heading_put(b, section);
        for (size_t i = 0; i < section->slot_count; i++) {
            if (slot_says(b->selection, &section->slots[i], &choices[i])) {
                rtp_slot_put(b, &section->slots[i], &choices[i]);
            }
        }
    }
}

const rtp_document *rtp_compose_without(const rtp_composition *c, const bool *left_out, rtp_selection *selection)
{
    const rtp_outline *outline = c->outline;
    *selection = rtp_selection_make(outline, c->points, left_out, c->arena);
    rtp_document *document = RTP_NEW(c->arena, rtp_document);
    document->name = outline->name;
    document->personal = outline->personal;
    document->date = c->date;
    document->root = rtp_node_put(c->arena, NULL, RTP_NODE_DOCUMENT);
    rtp_builder b = {.arena = c->arena,
                     .facts = c->facts,
                     .stage = c->points->stage,
                     .selection = selection,
                     .root = document->root};
    document->title = title_put(&b, outline);
    const rtp_choice *choices = selection->slots;
    for (size_t i = 0; i < outline->section_count; i++) {
        section_put(&b, &outline->sections[i], choices);
        choices += outline->sections[i].slot_count;
    }
    return document;
}

const rtp_document *rtp_compose(const rtp_outline *outline, const rtp_facts *facts, rtp_points *points, rtp_date date,
                                rtp_arena *arena)
{
    rtp_composition c = {outline, facts, points, date, arena};
    rtp_selection selection;
    return outline->words.most > 0 ? rtp_compose_within(&c) : rtp_compose_without(&c, NULL, &selection);
}
