/* The packs and outlines of a run: those compiled into the program, and rules from files behind them.
 * The embedded tables are written by rtopitch-embed; only a run with files of its own copies and compiles. */
#include "rtopitch/app.h"

const rtp_outline *rtp_outline_find(rtp_str name)
{
    for (size_t i = 0; i < rtp_embedded_outline_count; i++) {
        if (rtp_str_equal(rtp_embedded_outlines[i].name, name)) {
            return &rtp_embedded_outlines[i];
        }
    }
    return NULL;
}

/* Diagnostics point at the source, so it must outlive the load. */
static bool read_file(rtp_str path, rtp_arena *arena, rtp_diags *diags, rtp_source **source)
{
    *source = RTP_NEW(arena, rtp_source);
    return rtp_file_read(path, rtp_json_pack_limits.bytes, arena, diags, *source);
}

const rtp_pack *rtp_packs_load(rtp_texts updates, rtp_texts rules, rtp_arena *arena, rtp_diags *diags)
{
    if (updates.len + rules.len == 0) {
        return rtp_embedded_pack();
    }
    rtp_pack *pack = RTP_NEW(arena, rtp_pack);
    *pack = *rtp_pack_open(rtp_embedded_pack(), NULL, arena);
    bool good = true;
    rtp_source *source;
    rtp_pack_changes changes;
    for (size_t i = 0; i < updates.len; i++) {
        good = read_file(updates.items[i], arena, diags, &source) &&
               rtp_pack_load_over(source, arena, diags, pack, &changes) && good;
    }
    for (size_t i = 0; i < rules.len; i++) {
        good = read_file(rules.items[i], arena, diags, &source) && rtp_pack_load(source, arena, diags, pack) && good;
    }
    return good ? pack : NULL;
}

/* An update that does not load any more is what a newer one mends, so nothing is said of it. */
static rtp_pack in_force(rtp_texts installed, rtp_arena *arena)
{
    const rtp_pack *pack = rtp_packs_load(installed, (rtp_texts){NULL, 0}, arena, rtp_diags_make(arena));
    return *rtp_pack_open(pack ? pack : rtp_embedded_pack(), NULL, arena);
}

bool rtp_update_load(const rtp_source *source, rtp_texts installed, rtp_arena *arena, rtp_diags *diags,
                     rtp_pack_changes *changes)
{
    rtp_pack pack = in_force(installed, arena), alone = *rtp_pack_open(rtp_embedded_pack(), NULL, arena);
    alone.rule_count = alone.closed_count = alone.evidence_count = 0;
    alone.closed = (rtp_packed){NULL};
    size_t run = 0;
    rtp_diags *told = rtp_diags_make(arena); /* the same faults twice */
    rtp_pack_changes found;
    if (!rtp_pack_load_over(source, arena, diags, &pack, &found)) {
        return false;
    }
    bool rules = rtp_str_equal(found.kind, rtp_lit("rules"));
    if (rules && !(rtp_pack_load(source, arena, told, &alone) &&
                   rtp_outlines_fit(rtp_embedded_outlines, rtp_embedded_outline_count, &alone, source, diags) &&
                   rtp_pack_examples(source, arena, diags, &run))) {
        return false;
    }
    *changes = found;
    return true;
}
