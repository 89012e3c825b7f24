/* `rtopitch build`: one profile becomes one document, written whole or not at all.
 * Everything that can be refused is refused before the profile is read. */
#include "cli/output.h"
#include "rtopitch/app.h"

enum { DOCUMENT_MOST = 4 * 1024 * 1024 };

typedef struct build_options {
    rtp_str output;
    int format, as, width;
    rtp_given_date date;
    rtp_text_list rules;
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
    RTP_OPTION_TODAY(build_options),
    {.name = "width",
     .value = "N",
     .kind = RTP_OPTION_COUNT,
     .offset = offsetof(build_options, width),
     .least = 20,
     .most = 1000,
     .help = "columns to wrap text at (default: 72)"},
    RTP_OPTION_RULES(build_options),
};

static int write_document(rtp_cli *cli, const build_options *given, const rtp_format *format, rtp_job *job)
{
    const rtp_document *document = rtp_job_compose(job, rtp_cli_outline(given->as), cli->arena);
    rtp_render_options how = {.width = given->width, .facts = job->facts, .source = &job->source, .arena = cli->arena};
    rtp_buf out = rtp_buf_make(DOCUMENT_MOST);
    format->render(document, &how, &out);
    return rtp_output_write(cli, given->output, &out);
}

static int run(rtp_cli *cli)
{
    const build_options *given = cli->options;
    rtp_str input;
    rtp_date today;
    if (!rtp_cli_profile(cli, &input) || !rtp_cli_today(cli, given->date, &today)) {
        return RTP_EXIT_USAGE;
    }
    const rtp_format *format =
        given->format > 0 ? rtp_formats[given->format - 1] : rtp_output_format(cli, given->output, &rtp_format_choices);
    if (!format || !rtp_output_check(cli, given->output, format, input)) {
        return RTP_EXIT_USAGE;
    }
    const rtp_pack *pack = rtp_packs_load(given->rules.items, given->rules.len, cli->arena, cli->diags);
    rtp_job job;
    if (!pack || !rtp_job_load(&job, input, today, pack, cli->arena, cli->diags) ||
        !rtp_job_share(&job, rtp_cli_outline(given->as), cli->arena, cli->diags) ||
        !rtp_outline_ready(rtp_cli_outline(given->as), job.facts, &job.source, cli->diags)) {
        return RTP_EXIT_PROFILE;
    }
    return write_document(cli, given, format, &job);
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
