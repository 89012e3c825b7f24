/* rtopitch-import, the one program that talks to the network: found beside this one or where it was installed.
 * What has to be asked of others is handed over to it, so that reading private profiles stays without a wire. */
#ifndef CLI_COMPANION_H
#define CLI_COMPANION_H

#include "cli/command.h"

/* Goes on as rtopitch-import with these words behind the global options; `what` begins a sentence: "importing".
 * Comes back only when that fails, with the exit status. */
int rtp_companion_run(rtp_cli *cli, const char *what, rtp_texts words);

#endif
