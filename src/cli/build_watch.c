/* `rtopitch build --watch`: a round whenever the profile, the rules or the styles change. What is wrong is said, and
 * the file that was written before stays until there is something better. */
#include "cli/build.h"
#include "cli/output.h"
#include "cli/report.h"
#include "cli/watch.h"

#include <time.h>
#include <unistd.h>

/* ---- lines for the terminal ---- */

static void put_clock(rtp_buf *out)
{
    time_t now = time(NULL);
    struct tm fields;
    if (localtime_r(&now, &fields)) {
        rtp_buf_format(out, "%02d:%02d:%02d ", fields.tm_hour, fields.tm_min, fields.tm_sec);
    }
}

static void put_files(const rtp_build *build, rtp_buf *out)
{
    bool first = true;
    for (size_t i = 0; i < build->target_count; i++) {
        if (!build->targets[i].clipboard) {
            rtp_buf_puts(out, first ? "" : ", ");
            rtp_terminal_put(out, build->targets[i].path);
            first = false;
        }
    }
}

/* One write, so that a line is never seen in halves. Without a build there will be no other round. */
static void say_round(rtp_cli *cli, const rtp_build *build, bool built)
{
    rtp_buf out = rtp_buf_make(1 << 24);
    if (cli->diags->len > 0) {
        rtp_report report = rtp_report_for(cli, STDERR_FILENO);
        rtp_report_put(&report, cli->diags, &out);
    }
    if (build && !cli->globals.quiet) {
        put_clock(&out);
        rtp_buf_puts(&out, built ? "built " : "not built; as they were: ");
        put_files(build, &out);
        rtp_buf_put_char(&out, '\n');
    }
    rtp_process_say(rtp_buf_text(&out));
    rtp_buf_free(&out);
}

/* ---- rounds ---- */

static rtp_texts files_of(const rtp_cli *cli, const rtp_build *build)
{
    const rtp_making_options *making = &((const rtp_build_options *)cli->options)->making;
    rtp_str *paths = RTP_NEW_ARRAY(cli->arena, rtp_str, 2 + making->rules.len + making->styles.len);
    size_t len = 0;
    paths[len++] = build->input;
    if (making->team.ptr) {
        paths[len++] = making->team;
    }
    for (size_t i = 0; i < making->rules.len; i++) {
        paths[len++] = making->rules.items[i];
    }
    for (size_t i = 0; i < making->styles.len; i++) {
        paths[len++] = making->styles.items[i];
    }
    return (rtp_texts){paths, len};
}

/* What the command line asks for stays; a round has memory and diagnostics of its own. */
static int round_make(rtp_cli *run, const rtp_build *build, bool *open, bool first)
{
    rtp_arena *arena = rtp_arena_make();
    rtp_cli cli = *run;
    cli.arena = arena;
    cli.diags = rtp_diags_make(arena);
    bool built = rtp_build_once(&cli, build);
    int status = rtp_report_status(cli.diags); /* a file that cannot be shown is written all the same */
    if (built && *open) {
        rtp_build_open(&cli, build);
        *open = false;
    }
    bool goes_on = !first || status == RTP_EXIT_DONE || status == RTP_EXIT_PROFILE;
    say_round(&cli, goes_on ? build : NULL, built);
    rtp_arena_free(arena);
    return status;
}

static bool can_be_read_again(rtp_cli *cli, rtp_texts files)
{
    for (size_t i = 0; i < files.len; i++) {
        if (rtp_output_is_standard(files.items[i])) {
            rtp_usage_complain(cli->diags, "U0026", rtp_lit("--watch cannot read standard input again"),
                               rtp_lit("name a file: rtopitch build profile.json -o pitch.html --watch"));
            return false;
        }
    }
    return true;
}

int rtp_build_watch(rtp_cli *cli, const rtp_build *build)
{
    bool open = ((const rtp_build_options *)cli->options)->open;
    rtp_texts files = files_of(cli, build);
    if (!can_be_read_again(cli, files)) {
        return RTP_EXIT_USAGE;
    }
    rtp_watch *watch = rtp_watch_make(files, cli->arena);
    rtp_watch_begin(watch);
    int status = round_make(cli, build, &open, true);
    while (status == RTP_EXIT_DONE || status == RTP_EXIT_PROFILE) {
        rtp_watch_wait(watch);
        rtp_watch_begin(watch);
        round_make(cli, build, &open, false);
    }
    return status;
}
