/* A newer pack over the one at hand: its entries take the place of those with the same id, and others are added.
 * What an older entry said and the newer file leaves out stays. */
#include "rules/pack.h"

#include <string.h>

typedef struct entries { /* of one kind: each starts with its id */
    const char *items;
    size_t len, size;
    bool rules;
} entries;

static rtp_str id_at(const entries *of, size_t i)
{
    return *(const rtp_str *)(const void *)(of->items + i * of->size);
}

/* Their tables are the same when what would be compiled of both is. */
static rtp_str printed(const entries *of, size_t i, rtp_arena *arena)
{
    const void *entry = of->items + i * of->size;
    rtp_pack one =
        of->rules ? (rtp_pack){.rules = entry, .rule_count = 1} : (rtp_pack){.evidence = entry, .evidence_count = 1};
    rtp_buf text = rtp_buf_make(SIZE_MAX / 2);
    rtp_pack_print(&one, "entry", &text);
    rtp_str kept = rtp_arena_copy(arena, rtp_buf_text(&text));
    rtp_buf_free(&text);
    return kept;
}

static size_t find(const entries *among, rtp_str id)
{
    size_t i = 0;
    while (i < among->len && !rtp_str_equal(id_at(among, i), id)) {
        i++;
    }
    return i;
}

/* The older entries with the newer in their places, and the rest behind them. */
static void *lay_over(const entries *old, const entries *newer, rtp_arena *arena, rtp_pack_changes *changes,
                      size_t *len)
{
    char *laid = rtp_array_make(arena, old->len + newer->len, old->size);
    rtp_str *added = RTP_NEW_ARRAY(arena, rtp_str, newer->len), *changed = RTP_NEW_ARRAY(arena, rtp_str, newer->len);
    if (old->len > 0) {
        memcpy(laid, old->items, old->len * old->size);
    }
    changes->added.items = added;
    changes->changed.items = changed;
    *len = old->len;
    for (size_t i = 0; i < newer->len; i++) {
        size_t at = find(old, id_at(newer, i));
        if (at == old->len) {
            at = (*len)++;
            added[changes->added.len++] = id_at(newer, i);
        } else if (!rtp_str_equal(printed(old, at, arena), printed(newer, i, arena))) {
            changed[changes->changed.len++] = id_at(newer, i);
        } else {
            changes->same++;
        }
        memcpy(laid + at * old->size, newer->items + i * old->size, old->size);
    }
    return laid;
}

bool rtp_pack_load_over(const rtp_source *source, rtp_arena *arena, rtp_diags *diags, rtp_pack *pack,
                        rtp_pack_changes *changes)
{
    rtp_pack newer = *pack, laid = *pack;
    rtp_pack_changes found = {.kind = {NULL, 0}};
    newer.rule_count = newer.closed_count = newer.evidence_count = 0;
    newer.closed = (rtp_packed){NULL};
    if (!rtp_pack_load(source, arena, diags, &newer)) {
        return false;
    }
    if (newer.rule_count > 0) {
        const rtp_pack *open = rtp_pack_open(pack, NULL, arena);
        const entries old = {(const char *)open->rules, open->rule_count, sizeof(rtp_rule), true};
        const entries more = {(const char *)newer.rules, newer.rule_count, sizeof(rtp_rule), true};
        laid.rules = lay_over(&old, &more, arena, &found, &laid.rule_count);
        laid.closed_count = 0;
        laid.closed = (rtp_packed){NULL};
        found.kind = rtp_lit("rules");
    } else if (newer.evidence_count > 0) {
        const entries old = {(const char *)pack->evidence, pack->evidence_count, sizeof(rtp_evidence), false};
        const entries more = {(const char *)newer.evidence, newer.evidence_count, sizeof(rtp_evidence), false};
        laid.evidence = lay_over(&old, &more, arena, &found, &laid.evidence_count);
        found.kind = rtp_lit("evidence");
    } else {
        rtp_context context = {.source = source, .arena = arena, .diags = diags};
        rtp_context_report(&context, (rtp_spot){.pointer = {"", 0}},
                           (rtp_fault){.code = "R0054",
                                       .message = rtp_lit("this pack cannot be laid over the one inside"),
                                       .expected = rtp_lit("research (\"items\") or rules (\"rules\")"),
                                       .hint = rtp_lit("concerns, roles and seeds come with the program")});
        return false;
    }
    *pack = laid;
    *changes = found;
    return true;
}
