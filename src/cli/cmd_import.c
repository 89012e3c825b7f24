/* `rtopitch import`: hands all its words to rtopitch-import, the one program that talks to the network, so
 * that the program that reads private profiles has no code for it. */
#include "cli/companion.h"

static int run(rtp_cli *cli)
{
    return rtp_companion_run(cli, "importing", (rtp_texts){cli->operands.items, cli->operands.len});
}

const rtp_command rtp_command_import = {
    .name = "import",
    .operands = "SOURCE",
    .summary = "fetch your performance history into a profile",
    .detail = "Counts what a service or an export knows about your work, month by month, and says what was counted. "
              "rtopitch import --help lists the sources.",
    .examples = "  rtopitch import github --user ada --into profile.json\n",
    .operands_most = SIZE_MAX,
    .run = run,
    .passes_words = true,
};
