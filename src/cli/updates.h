/* Updates of research and rules that this user has installed, and the pack of a run with them.
 * They are files in a folder of the user's; without any, nothing is read. */
#ifndef CLI_UPDATES_H
#define CLI_UPDATES_H

#include "cli/command.h"
#include "rtopitch/app.h"

/* The folder: $XDG_DATA_HOME/rtopitch/updates, or below ~/.local/share; {NULL, 0} when the environment names none. */
rtp_str rtp_updates_folder(rtp_arena *arena);
/* The files in it, by name; none with --no-updates. */
rtp_texts rtp_updates_installed(rtp_cli *cli);
/* What is inside, the updates over it, and `rules` (may be NULL) behind. NULL after a diagnostic. */
const rtp_pack *rtp_cli_pack(rtp_cli *cli, const rtp_text_list *rules);

#endif
