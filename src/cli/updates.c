/* Updates are found by looking into one folder. A start without any costs one call to the system. */
#include "cli/updates.h"

#include <stdlib.h>

rtp_str rtp_updates_folder(rtp_arena *arena)
{
    const char *xdg = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    if (xdg && xdg[0] == '/') {
        return rtp_arena_join(arena, (rtp_str[]){rtp_str_from(xdg), rtp_lit("/rtopitch/updates")}, 2, rtp_lit(""));
    }
    if (home && home[0] == '/') {
        return rtp_arena_join(arena, (rtp_str[]){rtp_str_from(home), rtp_lit("/.local/share/rtopitch/updates")}, 2,
                              rtp_lit(""));
    }
    return (rtp_str){NULL, 0};
}

rtp_texts rtp_updates_installed(rtp_cli *cli)
{
    rtp_texts none = {NULL, 0}, names;
    rtp_str folder = cli->globals.no_updates ? (rtp_str){NULL, 0} : rtp_updates_folder(cli->arena);
    if (!folder.ptr || rtp_folder_list(folder.ptr, rtp_lit(".json"), cli->arena, &names) != 0) {
        return none;
    }
    rtp_str *paths = RTP_NEW_ARRAY(cli->arena, rtp_str, names.len);
    for (size_t i = 0; i < names.len; i++) {
        paths[i] = rtp_arena_join(cli->arena, (rtp_str[]){folder, names.items[i]}, 2, rtp_lit("/"));
    }
    return (rtp_texts){paths, names.len};
}

static void hint_at(rtp_cli *cli, rtp_texts updates)
{
    if (updates.len > 0) {
        rtp_diags_put(cli->diags, (rtp_diag){.severity = RTP_NOTE,
                                             .code = "U0041",
                                             .message = rtp_arena_format(cli->arena, "updates were read from %.*s",
                                                                         RTP_FMT(rtp_updates_folder(cli->arena))),
                                             .hint = rtp_lit("--no-updates leaves them out; a newer one may mend it")});
    }
}

const rtp_pack *rtp_cli_pack(rtp_cli *cli, const rtp_text_list *rules)
{
    rtp_texts updates = rtp_updates_installed(cli);
    rtp_texts own = rules ? (rtp_texts){rules->items, rules->len} : (rtp_texts){NULL, 0};
    const rtp_pack *pack = rtp_packs_load(updates, own, cli->arena, cli->diags);
    if (!pack) {
        hint_at(cli, updates);
    }
    return pack;
}
