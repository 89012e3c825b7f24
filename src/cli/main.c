/* The program's entry: one arena, one list of diagnostics, one command, one exit status.
 * What went wrong is said last, on standard error. */
#include "cli/report.h"
#include "rtopitch/json.h"

#include <unistd.h>

static int report_and_judge(rtp_cli *cli, int status)
{
    if (cli->diags->len > 0) {
        rtp_report report = rtp_report_for(cli, STDERR_FILENO);
        rtp_buf out = rtp_buf_make(1 << 24);
        rtp_report_put(&report, cli->diags, &out);
        rtp_process_say(rtp_buf_text(&out));
        rtp_buf_free(&out);
    }
    int asked = rtp_report_status(cli->diags);
    return asked > status ? asked : status;
}

int main(int argc, char **argv)
{
    rtp_process_start();
    rtp_json_start();
    rtp_arena *arena = rtp_arena_make();
    rtp_cli cli = {.arena = arena, .diags = rtp_diags_make(arena)};
    rtp_arguments_read(&cli, argc > 0 ? (size_t)argc - 1 : 0, argv + 1);
    int status = report_and_judge(&cli, rtp_command_run(&cli));
    rtp_arena_free(arena);
    return status;
}
