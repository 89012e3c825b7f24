/* A profile written again after a part of it was changed: only when nobody else changed it meanwhile,
 * behind links, and with the permissions that it has. */
#ifndef CLI_REWRITE_H
#define CLI_REWRITE_H

#include "cli/command.h"

/* `read` is the file as it was; standard input goes to standard output. False after a diagnostic. */
bool rtp_profile_rewrite(rtp_cli *cli, rtp_str path, const rtp_source *read, rtp_str text);

#endif
