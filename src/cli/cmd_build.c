/* `rtopitch build`: one profile becomes one document, written whole or not at all.
 * Everything that can be refused is refused before the profile is read. */
#include "cli/making.h"
#include "cli/output.h"

typedef struct build_options {
    rtp_str output;
    int format, as;
    rtp_making_options making;
} build_options;

static const rtp_option rows[] = {
    {.name = "output",
     .letter = 'o',
     .value = "FILE",
     .kind = RTP_OPTION_TEXT,
     .offset = offsetof(build_options, output),
     .help = "write to FILE, whole or not at all; its suffix picks the format; - is standard output"},
    {.name = "format",
     .letter = 'f',
     .value = "FORMAT",
     .kind = RTP_OPTION_CHOICE,
     .offset = offsetof(build_options, format),
     .choices = &rtp_format_choices,
     .help = "the format, whatever the suffix (default: markdown)"},
    RTP_OPTION_AS(build_options),
    RTP_MAKING_ROWS(build_options, making),
};

static int run(rtp_cli *cli)
{
    const build_options *given = cli->options;
    rtp_str input;
    if (!rtp_cli_profile(cli, &input)) {
        return RTP_EXIT_USAGE;
    }
    const rtp_format *format =
        given->format > 0 ? rtp_formats[given->format - 1] : rtp_output_format(cli, given->output, &rtp_format_choices);
    if (!format || !rtp_output_check(cli, given->output, format, input)) {
        return RTP_EXIT_USAGE;
    }
    const rtp_outline *outline = rtp_cli_outline(given->as);
    rtp_making making;
    if (!rtp_making_prepare(cli, &given->making, &(rtp_making_wanted){&outline, 1, &format, 1}, &making)) {
        return RTP_EXIT_DONE; /* the diagnostics say which status it is */
    }
    rtp_job job = {.pack = making.pack, .today = making.today, .shared = making.shared};
    if (!rtp_job_read(&job, input, cli->arena, cli->diags) ||
        !rtp_way_ready(&making.ways[0], &job, cli->arena, cli->diags)) {
        return RTP_EXIT_DONE;
    }
    rtp_buf out = rtp_buf_make(RTP_DOCUMENT_MOST);
    rtp_way_put(&making.ways[0], &job, cli->arena, cli->diags, &out);
    return rtp_output_write(cli, given->output, &out);
}

const rtp_command rtp_command_build = {
    .name = "build",
    .operands = "[PROFILE]",
    .summary = "make a document from a profile",
    .detail = "Reads a profile and writes the document made from it. Without PROFILE, or with -, it reads standard "
              "input. Every figure in the document comes from the profile, is computed from it, or is quoted from "
              "research with its source.",
    .examples = "  rtopitch build profile.json\n"
                "  rtopitch build profile.json -o pitch.md\n"
                "  rtopitch build profile.json --as prep -o prep.txt\n",
    .operands_most = 1,
    .options = RTP_OPTIONS(rows, build_options),
    .run = run,
};
