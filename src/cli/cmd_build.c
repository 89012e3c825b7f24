/* `rtopitch build`: one profile becomes one document, written whole or not at all.
 * Everything that can be refused is refused before the profile is read. */
#include "cli/build.h"
#include "cli/clipboard.h"

static size_t copied_count(void)
{
    return 2;
}

static rtp_str copied_name(size_t i)
{
    static const rtp_str names[] = {[RTP_COPIED_HTML] = RTP_STR("html"), [RTP_COPIED_TEXT] = RTP_STR("text")};
    return names[i];
}

static const rtp_choices_of copied = {copied_count, copied_name, NULL};

static const rtp_option rows[] = {
    {.name = "output",
     .letter = 'o',
     .value = "FILE",
     .kind = RTP_OPTION_TEXTS,
     .offset = offsetof(rtp_build_options, outputs),
     .help = "write to FILE, whole or not at all; its suffix picks the format; - is standard output; may be repeated"},
    {.name = "format",
     .letter = 'f',
     .value = "FORMAT",
     .kind = RTP_OPTION_CHOICE,
     .offset = offsetof(rtp_build_options, format),
     .choices = &rtp_format_choices,
     .help = "the format, whatever the suffix (default: markdown)"},
    RTP_OPTION_AS(rtp_build_options),
    RTP_MAKING_ROWS(rtp_build_options, making),
    {.name = "copy",
     .value = "WHAT",
     .kind = RTP_OPTION_MAYBE,
     .offset = offsetof(rtp_build_options, copy),
     .choices = &copied,
     .help = "put it on the clipboard, formatted or, with =text, as Markdown"},
    {.name = "open",
     .kind = RTP_OPTION_FLAG,
     .offset = offsetof(rtp_build_options, open),
     .help = "open the file of -o with the program your desktop has for it"},
    {.name = "watch",
     .kind = RTP_OPTION_FLAG,
     .offset = offsetof(rtp_build_options, watch),
     .help = "make it again whenever the profile changes, until Ctrl-C; needs -o"},
};

static int run(rtp_cli *cli)
{
    const rtp_build_options *given = cli->options;
    rtp_build build;
    if (!rtp_build_plan(cli, &build)) {
        return RTP_EXIT_USAGE;
    }
    if (given->watch) {
        return rtp_build_watch(cli, &build);
    }
    if (rtp_build_once(cli, &build) && given->open) {
        rtp_build_open(cli, &build);
    }
    return RTP_EXIT_DONE; /* the diagnostics say which status it is */
}

const rtp_command rtp_command_build = {
    .name = "build",
    .operands = "[PROFILE]",
    .summary = "make a document from a profile",
    .detail = "Reads a profile and writes the document made from it. Without PROFILE, or with -, it reads standard "
              "input. Every figure in the document comes from the profile, is computed from it, or is quoted from "
              "research with its source.",
    .examples = "  rtopitch build profile.json\n"
                "  rtopitch build profile.json -o pitch.docx -o pitch.html\n"
                "  rtopitch build profile.json -o pitch.html --open --watch\n"
                "  rtopitch build profile.json --only results,concerns --copy\n"
                "  rtopitch build profile.json --as prep -o prep.txt\n",
    .operands_most = 1,
    .options = RTP_OPTIONS(rows, rtp_build_options),
    .run = run,
};
