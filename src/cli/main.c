/* The program's entry: one arena, one list of diagnostics, one command, one exit status.
 * What went wrong is said last, on standard error. */
#include "cli/report.h"
#include "rtopitch/json.h"

int main(int argc, char **argv)
{
    rtp_process_start();
    rtp_json_start();
    rtp_arena *arena = rtp_arena_make();
    rtp_cli cli = {.arena = arena, .diags = rtp_diags_make(arena)};
    rtp_arguments_read(&cli, argc > 0 ? (size_t)argc - 1 : 0, argv + 1);
    int status = rtp_report_finish(&cli, rtp_command_run(&cli));
    rtp_arena_free(arena);
    return status;
}
