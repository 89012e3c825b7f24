/* Finds the list of sources in a document and the entry that belongs to a number. The tree says no more than
 * "items with evidence", so that what follows from it is settled here once for all formats. */
#include "render/notes.h"

static bool is_sources(const rtp_node *block)
{
    return block->kind == RTP_NODE_LIST && block->first && block->first->evidence;
}

/* The outline's own words; a paragraph of several points has them on its spans. */
static bool is_own(const rtp_node *block)
{
    bool own = !block->point && (block->kind == RTP_NODE_HEADING || block->kind == RTP_NODE_PARAGRAPH);
    for (const rtp_node *span = block->first; span && own; span = span->next) {
        own = !span->point;
    }
    return own;
}

static bool is_beside(const rtp_node *block, const rtp_node *list)
{
    return block->parent == list->parent && rtp_str_equal(block->section, list->section);
}

static const rtp_node *list_find(const rtp_node *root)
{
    const rtp_node *block = root->first;
    while (block && !is_sources(block)) {
        block = block->next;
    }
    return block;
}

rtp_notes rtp_notes_make(const rtp_document *document)
{
    rtp_notes notes = {list_find(document->root), true};
    for (const rtp_node *block = document->root->first; block && notes.list; block = block->next) {
        if (block != notes.list && is_beside(block, notes.list) && !is_own(block)) {
            notes.alone = false;
        }
    }
    return notes;
}

const rtp_node *rtp_notes_find(const rtp_notes *notes, int number)
{
    const rtp_node *item = notes->list && number > 0 ? notes->list->first : NULL;
    for (int i = 1; item && i < number; i++) {
        item = item->next;
    }
    return item;
}

size_t rtp_notes_count(const rtp_notes *notes)
{
    size_t count = 0;
    for (const rtp_node *item = notes->list ? notes->list->first : NULL; item; item = item->next) {
        count++;
    }
    return count;
}

rtp_str rtp_notes_name(const rtp_node *entry, rtp_arena *arena)
{
    rtp_str authors = rtp_evidence_called(entry->evidence, arena);
    int year = entry->evidence->year;
    return rtp_str_trim(year > 0 ? rtp_arena_format(arena, "%.*s %d", RTP_FMT(authors), year) : authors);
}

bool rtp_notes_hold(const rtp_notes *notes, const rtp_node *block)
{
    if (!notes->list || !is_beside(block, notes->list)) {
        return false;
    }
    bool introduces = block->kind == RTP_NODE_PARAGRAPH && block->next == notes->list && is_own(block);
    return block == notes->list || notes->alone || introduces;
}
