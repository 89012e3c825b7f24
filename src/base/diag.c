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
