/* `rtopitch help`: the list of commands, or the page of one.
 * The pages are printed from the commands' own rows. */
#include "cli/help.h"

static int run(rtp_cli *cli)
{
    const rtp_command *command = NULL;
    if (cli->operands.len > 0) {
        rtp_str name = cli->operands.items[0], meant = rtp_command_nearest(name);
        command = rtp_command_find(name);
        if (!command) {
            rtp_usage_complain(cli->diags, "U0013",
                               rtp_arena_format(cli->arena, "there is no command \"%.*s\"", RTP_FMT(name)),
                               meant.ptr ? rtp_arena_format(cli->arena, "did you mean %.*s?", RTP_FMT(meant))
                                         : rtp_lit("rtopitch help lists them"));
            return RTP_EXIT_USAGE;
        }
    }
    if (command && command->passes_words) {
        static rtp_str help[] = {RTP_STR("--help")};
        cli->command = command;
        cli->operands = (rtp_text_list){.items = help, .len = RTP_COUNT(help)};
        return command->run(cli);
    }
    rtp_buf out = rtp_buf_make(1 << 20);
    if (command) {
        rtp_help_put_command(command, cli->arena, &out);
    } else {
        rtp_help_put_program(&out);
    }
    return rtp_cli_print(cli, &out);
}

const rtp_command rtp_command_help = {
    .name = "help",
    .operands = "[COMMAND]",
    .summary = "show what a command does",
    .detail = "Shows the list of commands, or everything about one of them.",
    .examples = "  rtopitch help\n"
                "  rtopitch help build\n",
    .operands_most = 1,
    .run = run,
};
