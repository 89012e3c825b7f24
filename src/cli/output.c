/* Where a command's document goes. What can be refused is refused before the profile is read. */
#include "cli/output.h"
#include "rtopitch/render.h"

#include <sys/stat.h>
#include <unistd.h>

bool rtp_output_is_standard(rtp_str path)
{
    return path.len == 0 || rtp_str_equal(path, rtp_lit("-"));
}

/* What people ask for that has a way round. */
static const struct {
    rtp_str suffix;
    const char *hint;
} others[] = {
    {RTP_STR(".pdf"), "for a PDF, make html or docx and print it to a file"},
    {RTP_STR(".doc"), "Word opens docx"},
    {RTP_STR(".rtf"), "word processors open docx"},
    {RTP_STR(".odt"), "LibreOffice opens fodt"},
};

static rtp_str format_hint(rtp_cli *cli, rtp_str output, const rtp_choices_of *choices)
{
    rtp_str list = rtp_choices_list(choices, cli->arena);
    for (size_t i = 0; i < RTP_COUNT(others); i++) {
        if (rtp_str_ends(output, others[i].suffix)) {
            return rtp_arena_format(cli->arena, "%s; the formats are %.*s", others[i].hint, RTP_FMT(list));
        }
    }
    return rtp_arena_format(cli->arena, "say it with -f; the formats are %.*s", RTP_FMT(list));
}

const rtp_format *rtp_output_format(rtp_cli *cli, rtp_str output, const rtp_choices_of *choices)
{
    if (rtp_output_is_standard(output)) {
        return rtp_format_find(rtp_lit("markdown"));
    }
    const rtp_format *format = rtp_format_for_path(output);
    if (!format) {
        rtp_usage_complain(cli->diags, "U0010",
                           rtp_arena_format(cli->arena, "the suffix of %.*s names no format", RTP_FMT(output)),
                           format_hint(cli, output, choices));
    }
    return format;
}

static bool is_input(rtp_str input, rtp_str output)
{
    struct stat in, out;
    return stat(input.ptr, &in) == 0 && stat(output.ptr, &out) == 0 && S_ISREG(in.st_mode) && in.st_dev == out.st_dev &&
           in.st_ino == out.st_ino;
}

bool rtp_output_check(rtp_cli *cli, rtp_str output, const rtp_format *format, rtp_str input)
{
    if (rtp_output_is_standard(output)) {
        if (format && format->binary && isatty(STDOUT_FILENO)) {
            rtp_usage_complain(cli->diags, "U0011",
                               rtp_arena_format(cli->arena, "%s cannot be shown on a terminal", format->name),
                               rtp_lit("name a file with -o"));
        }
    } else if (is_input(input, output)) {
        rtp_usage_complain(cli->diags, "U0012",
                           rtp_arena_format(cli->arena, "the document would replace the profile %.*s", RTP_FMT(input)),
                           rtp_lit("name another file with -o"));
    }
    return cli->diags->errors == 0;
}

bool rtp_output_spares(rtp_cli *cli, rtp_str output, rtp_str input)
{
    if (!rtp_output_is_standard(output) && is_input(input, output)) {
        rtp_usage_complain(
            cli->diags, "U0012",
            rtp_arena_format(cli->arena, "the document would replace %.*s, which it is made with", RTP_FMT(input)),
            rtp_lit("name another file with -o"));
        return false;
    }
    return true;
}

int rtp_output_write(rtp_cli *cli, rtp_str output, rtp_buf *out)
{
    bool written = false;
    if (out->failed) {
        rtp_diags_put(cli->diags, (rtp_diag){.severity = RTP_ERROR,
                                             .code = "O0006",
                                             .message = rtp_lit("the document would be larger than 4 MiB"),
                                             .hint = rtp_lit("shorten the profile")});
    } else {
        rtp_str path = rtp_output_is_standard(output) ? rtp_lit("-") : output;
        written = rtp_file_write(path, rtp_buf_text(out), 0600, cli->diags);
    }
    rtp_buf_free(out);
    return written ? RTP_EXIT_DONE : RTP_EXIT_FILES;
}
