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

static bool load_file(rtp_str path, rtp_arena *arena, rtp_diags *diags, rtp_pack *pack)
{
    /* Diagnostics point at the source, so it must outlive this call. */
    rtp_source *source = RTP_NEW(arena, rtp_source);
    return rtp_file_read(path, rtp_json_pack_limits.bytes, arena, diags, source) &&
           rtp_pack_load(source, arena, diags, pack);
}

const rtp_pack *rtp_packs_load(const rtp_str *paths, size_t count, rtp_arena *arena, rtp_diags *diags)
{
    if (count == 0) {
        return rtp_embedded_pack();
    }
    rtp_pack *pack = RTP_NEW(arena, rtp_pack);
    *pack = *rtp_embedded_pack();
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        good = load_file(paths[i], arena, diags, pack) && good;
    }
    return good ? pack : NULL;
}
