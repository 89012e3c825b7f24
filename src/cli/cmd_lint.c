/* `rtopitch lint`: the rules about wording, tried on any text. The findings are the product, so they go to
 * standard output. */
#include "cli/report.h"
#include "rtopitch/app.h"

#include <unistd.h>

enum { FINDINGS_MOST = 64 * 1024 * 1024 };

typedef struct lint_options {
    rtp_text_list check;
} lint_options;

static const rtp_option rows[] = {
    {.name = "check",
     .value = "FILE",
     .kind = RTP_OPTION_TEXTS,
     .offset = offsetof(lint_options, check),
     .help = "load rules about wording from FILE and try the examples in them"},
};

/* ---- a text ---- */

/* Bad bytes are told by their first; what is behind them would be guesswork. */
static bool check_utf8(const rtp_source *source, rtp_diags *diags)
{
    size_t at = 0, len = 1;
    while (at < source->text.len && len > 0) {
        len = rtp_utf8_length(source->text.ptr + at, source->text.len - at);
        at += len;
    }
    if (at < source->text.len) {
        rtp_diags_put(diags, (rtp_diag){.severity = RTP_ERROR,
                                        .code = "L1006",
                                        .source = source,
                                        .offset = at,
                                        .length = 1,
                                        .message = rtp_lit("this byte is not UTF-8"),
                                        .expected = rtp_lit("a text in UTF-8"),
                                        .hint = rtp_lit("convert the text: iconv -f LATIN1 -t UTF-8 FILE")});
    }
    return at == source->text.len;
}

static void warn_of_json(const rtp_source *source, rtp_diags *diags)
{
    rtp_str text = rtp_str_trim(source->text);
    if (text.len > 1 && text.ptr[0] == '{' && text.ptr[text.len - 1] == '}') {
        rtp_diags_put(diags,
                      (rtp_diag){.severity = RTP_WARNING,
                                 .code = "L1007",
                                 .message = rtp_arena_format(diags->arena, "%.*s looks like JSON, not like a text",
                                                             RTP_FMT(source->name)),
                                 .hint = rtp_lit("for a profile: rtopitch check FILE")});
    }
}

static int print_findings(rtp_cli *cli, const rtp_source *source, rtp_diags *findings)
{
    rtp_report report = rtp_report_for(cli, STDOUT_FILENO);
    rtp_buf out = rtp_buf_make(FINDINGS_MOST);
    rtp_report_put(&report, findings, &out);
    if (findings->len == 0 && report.form == RTP_DIAGNOSTICS_TEXT && !report.quiet) {
        rtp_terminal_put(&out, source->name);
        rtp_buf_puts(&out, ": no findings\n");
    }
    int printed = rtp_cli_print(cli, &out);
    int status = rtp_report_status(findings);
    return printed > status ? printed : status;
}

static int lint_file(rtp_cli *cli, rtp_str path)
{
    rtp_source *source = RTP_NEW(cli->arena, rtp_source);
    rtp_diags *findings = rtp_diags_make(cli->arena);
    if (!rtp_file_read(path, rtp_json_profile_limits.bytes, cli->arena, cli->diags, source)) {
        return RTP_EXIT_PROFILE;
    }
    if (check_utf8(source, findings)) {
        warn_of_json(source, cli->diags);
        rtp_text_lint(source, cli->arena, findings);
    }
    return print_findings(cli, source, findings);
}

/* ---- rules from a file ---- */

/* Files behind the options are rules, too, as they are for `rules --check`. */
static rtp_text_list files_of(rtp_cli *cli, const rtp_text_list *check)
{
    rtp_text_list all = {.items = RTP_NEW_ARRAY(cli->arena, rtp_str, check->len + cli->operands.len)};
    for (size_t i = 0; i < check->len; i++) {
        all.items[all.len++] = check->items[i];
    }
    for (size_t i = 0; i < cli->operands.len; i++) {
        all.items[all.len++] = cli->operands.items[i];
    }
    return all;
}

static int check_rules(rtp_cli *cli, const rtp_text_list *paths)
{
    rtp_source *sources = RTP_NEW_ARRAY(cli->arena, rtp_source, paths->len);
    bool good = true;
    size_t run = 0;
    for (size_t i = 0; i < paths->len; i++) {
        good = rtp_file_read(paths->items[i], rtp_json_pack_limits.bytes, cli->arena, cli->diags, &sources[i]) && good;
    }
    rtp_lint_pack pack = {0};
    good = good && rtp_lint_load(sources, paths->len, cli->arena, cli->diags, &pack);
    for (size_t i = 0; i < paths->len && good; i++) {
        size_t tried = 0;
        good = rtp_lint_examples(&pack, &sources[i], cli->arena, cli->diags, &tried);
        run += tried;
    }
    if (!good) {
        return RTP_EXIT_PROFILE;
    }
    rtp_buf out = rtp_buf_make(FINDINGS_MOST);
    rtp_terminal_put(&out, sources[0].name);
    rtp_buf_format(&out, ": no problems (%u rule%s, %zu example%s)\n", pack.rule_count, pack.rule_count == 1 ? "" : "s",
                   run, run == 1 ? "" : "s");
    return rtp_cli_print(cli, &out);
}

static int run(rtp_cli *cli)
{
    const lint_options *given = cli->options;
    if (given->check.len > 0) {
        rtp_text_list files = files_of(cli, &given->check);
        return check_rules(cli, &files);
    }
    if (cli->operands.len > 1) {
        rtp_usage_complain(cli->diags, "U0008", rtp_lit("lint takes one text at a time"),
                           rtp_lit("several files are taken with --check only"));
        return RTP_EXIT_USAGE;
    }
    if (cli->operands.len == 0 && isatty(STDIN_FILENO)) {
        rtp_usage_complain(cli->diags, "U0009", rtp_lit("no text is given"),
                           rtp_lit("name a file: rtopitch lint letter.md; see rtopitch lint --help"));
        return RTP_EXIT_USAGE;
    }
    return lint_file(cli, cli->operands.len > 0 ? cli->operands.items[0] : rtp_lit("-"));
}

const rtp_command rtp_command_lint = {
    .name = "lint",
    .operands = "[FILE | --check FILE...]",
    .summary = "find wording that would weaken a pitch, in any text",
    .detail = "Reads a letter, an email or a document, plain or Markdown, and lists wording that would harm the case: "
              "place, reason, better words. What is quoted is not judged. A line <!-- rtopitch: allow L09 --> allows a "
              "rule for itself and the next line. The exit status is 1 when there is an error. For a profile, use "
              "rtopitch check; rtopitch explain L09 tells what a code means.",
    .examples = "  rtopitch lint letter.md\n"
                "  rtopitch lint < letter.txt\n"
                "  rtopitch explain L09\n",
    .operands_most = SIZE_MAX,
    .options = RTP_OPTIONS(rows, lint_options),
    .run = run,
};
