/* The straight line of one source: what it gives becomes a fragment of a profile, or goes into one.
 * The profile is read first, so that nobody waits for the network to hear that it is broken. */
#include "cli/rewrite.h"
#include "import/modes.h"
#include "importer/importer.h"

enum { FRAGMENT_MOST = 4 * 1024 * 1024, FILE_MOST = 64 * 1024 * 1024 };

static int print_fragment(rtp_cli *cli, const rtp_import *run)
{
    rtp_buf out = rtp_buf_make(FRAGMENT_MOST);
    rtp_history_put(&run->history, cli->arena, &out);
    return rtp_cli_print(cli, &out);
}

static int write_into(rtp_cli *cli, const rtp_import *run, rtp_str path, const rtp_source *profile)
{
    rtp_str text;
    if (!rtp_history_merge(&run->history, profile, cli->arena, cli->diags, &text)) {
        return RTP_EXIT_PROFILE;
    }
    return rtp_profile_rewrite(cli, path, profile, text) ? RTP_EXIT_DONE : RTP_EXIT_FILES;
}

/* A profile that does not load is refused before anything is asked. */
static bool read_profile(rtp_cli *cli, rtp_str path, rtp_source *profile)
{
    static const rtp_import_history nothing = {NULL, 0, 0, NULL, 0, 0};
    rtp_str same;
    return rtp_file_read(path, rtp_json_profile_limits.bytes, cli->arena, cli->diags, profile) &&
           rtp_history_merge(&nothing, profile, cli->arena, cli->diags, &same);
}

static int read_file(rtp_cli *cli, rtp_import *run)
{
    rtp_str path;
    if (!rtp_cli_profile(cli, &path)) {
        return RTP_EXIT_USAGE;
    }
    rtp_source *file = RTP_NEW(cli->arena, rtp_source); /* diagnostics point into it */
    if (!rtp_file_read(path, FILE_MOST, cli->arena, cli->diags, file)) {
        return RTP_EXIT_FILES;
    }
    return run->importer->read(run, file) ? RTP_EXIT_DONE : RTP_EXIT_PROFILE;
}

static int take_all(rtp_cli *cli, const rtp_common *common, rtp_import *run)
{
    if (!run->importer->service) {
        bool good = !run->importer->plan || run->importer->plan(run);
        return good ? read_file(cli, run) : RTP_EXIT_USAGE;
    }
    return rtp_months_read(cli, common, run) ? rtp_service_ask(cli, common, run) : RTP_EXIT_USAGE;
}

static int complain_nothing(rtp_cli *cli, bool file)
{
    rtp_diags_put(cli->diags,
                  (rtp_diag){.severity = RTP_ERROR,
                             .code = "I0102",
                             .message = file ? rtp_lit("the file has no record with a month")
                                             : rtp_lit("nothing was found in these months"),
                             .hint = file ? rtp_lit("check that it is the right file, and the right column")
                                          : rtp_lit("check whose records you asked for, and --since and --until")});
    return RTP_EXIT_PROFILE;
}

int rtp_source_run(rtp_cli *cli, const rtp_importer *importer)
{
    const rtp_common *common = cli->options;
    rtp_source *profile = RTP_NEW(cli->arena, rtp_source);
    rtp_import run = {.arena = cli->arena,
                      .diags = cli->diags,
                      .importer = importer,
                      .options = rtp_own_options(common),
                      .state = rtp_arena_take(cli->arena, importer->state_size)};
    if (!rtp_cli_today(cli, common->date, &run.today)) {
        return RTP_EXIT_USAGE;
    }
    rtp_import_history labels = {.mode_count = 0};
    if (common->modes.ptr && !rtp_modes_read(&run, common->modes, &labels)) {
        return RTP_EXIT_USAGE;
    }
    if (common->into.ptr && !common->dry_run && !read_profile(cli, common->into, profile)) {
        return RTP_EXIT_PROFILE;
    }
    int status = take_all(cli, common, &run);
    if (status != RTP_EXIT_DONE || common->dry_run) {
        return status;
    }
    if (!importer->finish(&run)) {
        return RTP_EXIT_PROFILE;
    }
    if (run.history.metric_count == 0 && run.history.mode_count == 0) {
        return complain_nothing(cli, !importer->service);
    }
    if (labels.mode_count > 0) { /* what a person says of it goes before what a calendar tells */
        run.history.modes = labels.modes;
        run.history.mode_count = labels.mode_count;
    }
    return common->into.ptr ? write_into(cli, &run, common->into, profile) : print_fragment(cli, &run);
}
