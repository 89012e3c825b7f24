/* Help from the same rows that parse: the program's overview and a command's page.
 * Also the version. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/command.h"

void rtp_help_put_program(rtp_buf *out);
void rtp_help_put_command(const rtp_command *command, rtp_arena *arena, rtp_buf *out);
void rtp_help_put_version(rtp_buf *out);

#endif
