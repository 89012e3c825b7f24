/* Collecting what is wrong with an input, all of it, in the order a reader fixes it.
 * Places are found by walking the text again, which costs nothing while nothing is wrong. */
#include "rtopitch/base.h"

rtp_diags *rtp_diags_make(rtp_arena *arena)
{
    rtp_diags *diags = RTP_NEW(arena, rtp_diags);
    diags->arena = arena;
    return diags;
}

void rtp_diags_put(rtp_diags *diags, rtp_diag diag)
{
    diags->errors += diag.severity == RTP_ERROR;
    diags->warnings += diag.severity == RTP_WARNING;
    if (diags->len == RTP_DIAG_LIMIT) {
        diags->dropped++;
        return;
    }
    diags->items[diags->len++] = diag;
}

static size_t first_of_source(const rtp_diags *diags, const rtp_source *source)
{
    size_t i = 0;
    while (diags->items[i].source != source) {
        i++;
    }
    return i;
}

typedef struct sort_key {
    size_t source, offset;
} sort_key;

static bool key_is_after(sort_key a, sort_key b)
{
    return a.source != b.source ? a.source > b.source : a.offset > b.offset;
}

void rtp_diags_sort(rtp_diags *diags)
{
    sort_key keys[RTP_DIAG_LIMIT];
    for (size_t i = 0; i < diags->len; i++) {
        keys[i] = (sort_key){first_of_source(diags, diags->items[i].source), diags->items[i].offset};
    }
    for (size_t i = 1; i < diags->len; i++) {
        sort_key key = keys[i];
        rtp_diag diag = diags->items[i];
        size_t hole = i;
        for (; hole > 0 && key_is_after(keys[hole - 1], key); hole--) {
            keys[hole] = keys[hole - 1];
            diags->items[hole] = diags->items[hole - 1];
        }
        keys[hole] = key;
        diags->items[hole] = diag;
    }
}

rtp_place rtp_place_find(rtp_str text, size_t offset)
{
    size_t end = offset < text.len ? offset : text.len;
    size_t start = rtp_str_starts(text, rtp_lit("\xEF\xBB\xBF")) ? 3 : 0;
    size_t line = 1;
    for (size_t i = 0; i < end; i++) {
        if (text.ptr[i] == '\n') {
            line++;
            start = i + 1;
        }
    }
    size_t before = end > start ? end - start : 0;
    return (rtp_place){line, 1 + (before > 0 ? rtp_utf8_count((rtp_str){text.ptr + start, before}) : 0)};
}

rtp_place rtp_place_of(const rtp_source *source, size_t offset)
{
    rtp_place place = rtp_place_find(source->text, offset);
    place.line += source->line > 0 ? source->line - 1 : 0;
    return place;
}

/* ---- texts put together from others ---- */

static const rtp_piece *piece_of(const rtp_pieces *pieces, size_t offset)
{
    size_t low = 0, high = pieces->len;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (pieces->items[middle].from <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return &pieces->items[low];
}

rtp_whence rtp_whence_find(const rtp_source *source, size_t offset)
{
    while (source->pieces) {
        const rtp_piece *piece = piece_of(source->pieces, offset);
        size_t within = offset - piece->from;
        offset = piece->offset + (within < piece->len ? within : piece->len);
        source = piece->source;
    }
    return (rtp_whence){source, offset};
}

/* What is marked ends where its last byte was written, or with the piece that it begins in. */
static void trace(rtp_diag *diag)
{
    rtp_whence from = rtp_whence_find(diag->source, diag->offset);
    rtp_whence last = rtp_whence_find(diag->source, diag->offset + (diag->length > 0 ? diag->length - 1 : 0));
    if (last.source == from.source && last.offset >= from.offset) {
        diag->length = diag->length > 0 ? last.offset - from.offset + 1 : 0;
    } else {
        diag->length = diag->length > 0;
    }
    diag->source = from.source;
    diag->offset = from.offset;
}

void rtp_diags_trace(rtp_diags *diags)
{
    for (size_t i = 0; i < diags->len; i++) {
        if (diags->items[i].source && diags->items[i].source->pieces) {
            trace(&diags->items[i]);
        }
    }
}
