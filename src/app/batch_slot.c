/* A slot's buffers: made once, emptied for the next profiles, freed at the end. They grow to what the largest
 * profiles needed, and then cost nothing more. */
#include "app/batch.h"

#include <string.h>

enum { RESULTS = 6, BUFFERS };

/* What the entries became, and then the text they came from. */
static void buffers_of(rtp_batch_slot *slot, rtp_buf *buffers[BUFFERS])
{
    rtp_buf *all[BUFFERS] = {&slot->bytes,    &slot->notes,  &slot->told, &slot->files.names,
                             &slot->messages, &slot->listed, &slot->text};
    memcpy(buffers, all, sizeof all);
}

void rtp_batch_slot_prepare(rtp_batch_slot *slot)
{
    rtp_buf *buffers[BUFFERS];
    buffers_of(slot, buffers);
    for (size_t i = 0; i < BUFFERS; i++) {
        *buffers[i] = rtp_buf_make(RTP_BATCH_BYTES);
    }
    slot->arena = slot->files.arena = rtp_arena_make();
}

void rtp_batch_slot_clear(rtp_batch_slot *slot)
{
    rtp_buf *buffers[BUFFERS];
    buffers_of(slot, buffers);
    for (size_t i = 0; i < RESULTS; i++) {
        rtp_buf_cut(buffers[i], 0);
    }
    slot->files.len = 0;
}

void rtp_batch_slot_free(rtp_batch_slot *slot)
{
    rtp_buf *buffers[BUFFERS];
    buffers_of(slot, buffers);
    for (size_t i = 0; i < BUFFERS; i++) {
        rtp_buf_free(buffers[i]);
    }
    rtp_arena_free(slot->arena);
}

/* Of a profile whose files could not be written, nothing is counted. */
void rtp_batch_slot_drop_notes(rtp_batch_slot *slot)
{
    size_t from = 0, len = 0;
    for (size_t i = 0; i < slot->len; i++) {
        rtp_batch_entry *entry = &slot->entries[i];
        size_t n = entry->notes - from;
        bool counts = entry->state == RTP_ENTRY_MADE || entry->state == RTP_ENTRY_KEPT;
        if (counts && n > 0) {
            memmove(slot->notes.ptr + len, slot->notes.ptr + from, n);
        }
        from = entry->notes;
        len += counts ? n : 0;
        entry->notes = len;
    }
    rtp_buf_cut(&slot->notes, len);
}
