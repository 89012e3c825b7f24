/* The entry of rtopitch-import: finds the source among the words and runs it as a command.
 * Everything it says and how it ends is as with rtopitch itself. */
#include "cli/help.h"
#include "cli/report.h"
#include "import/http.h"
#include "importer/importer.h"
#include "rtopitch/json.h"

#include <sys/resource.h>

#include <string.h>

/* The source is the first word that is no option. */
static size_t find_source(size_t count, char *const *words)
{
    size_t i = 0;
    while (i < count && words[i][0] == '-') {
        i++;
    }
    return i;
}

static void put_overview(rtp_buf *out)
{
    rtp_buf_puts(out, "Usage: rtopitch import SOURCE [OPTIONS]\n\n"
                      "Counts what a service or an export knows about your work, month by month, says\n"
                      "what was counted, and writes it as a part of a profile or into one.\n\n"
                      "Sources:\n");
    for (size_t i = 0; i < rtp_importer_count; i++) {
        size_t start = out->len;
        rtp_buf_format(out, "  %s", rtp_importers[i]->name);
        rtp_buf_fill(out, ' ', start + 12 > out->len ? start + 12 - out->len : 2);
        rtp_buf_format(out, "%s\n", rtp_importers[i]->summary);
    }
    rtp_buf_puts(out, "\n`rtopitch import SOURCE --help` tells more about one.\n"
                      "Exit status: 0 done, 1 profile or records, 2 usage, 3 files, 4 network, 70 a bug\n");
}

static int print_overview(rtp_cli *cli)
{
    rtp_buf out = rtp_buf_make(1 << 20);
    if (cli->globals.version) {
        rtp_help_put_version(&out);
        rtp_buf_format(&out, "libcurl %s\n", rtp_http_version());
    } else {
        put_overview(&out);
    }
    return rtp_cli_print(cli, &out);
}

static void complain(rtp_cli *cli, rtp_str word)
{
    rtp_str *names = RTP_NEW_ARRAY(cli->arena, rtp_str, rtp_importer_count);
    for (size_t i = 0; i < rtp_importer_count; i++) {
        names[i] = rtp_str_from(rtp_importers[i]->name);
    }
    rtp_str list = rtp_arena_join(cli->arena, names, rtp_importer_count, rtp_lit(", "));
    rtp_str meant = word.ptr ? rtp_str_nearest(word, names, rtp_importer_count) : word;
    rtp_str message = word.ptr ? rtp_arena_format(cli->arena, "there is no source \"%.*s\"", RTP_FMT(word))
                               : rtp_lit("import needs to know where from");
    rtp_usage_complain(
        cli->diags, "U0014", message,
        meant.ptr ? rtp_arena_format(cli->arena, "did you mean %.*s? The source comes first: one of %.*s",
                                     RTP_FMT(meant), RTP_FMT(list))
                  : rtp_arena_format(cli->arena, "the source comes first: one of %.*s; see rtopitch import --help",
                                     RTP_FMT(list)));
}

/* Without a source there may still be --help and --version. */
static int run_without_source(rtp_cli *cli, size_t count, char *const *words)
{
    static const rtp_command none = {.name = "import", .operands = "SOURCE", .options = {NULL, 0, 1}};
    cli->command = &none;
    rtp_arguments_read(cli, count, words);
    if (cli->diags->errors == 0 && (cli->globals.help || cli->globals.version)) {
        return print_overview(cli);
    }
    complain(cli, (rtp_str){NULL, 0});
    return RTP_EXIT_USAGE;
}

static int run(rtp_cli *cli, size_t count, char **words)
{
    size_t at = find_source(count, words);
    if (at == count) {
        return run_without_source(cli, count, words);
    }
    bool updates = strcmp(words[at], rtp_update_command.name) == 0;
    const rtp_importer *importer = updates ? NULL : rtp_importer_find(rtp_str_from(words[at]));
    if (!importer && !updates) {
        complain(cli, rtp_str_from(words[at]));
        return RTP_EXIT_USAGE;
    }
    for (size_t i = at; i + 1 < count; i++) {
        words[i] = words[i + 1];
    }
    cli->command = updates ? &rtp_update_command : rtp_source_command(importer, cli->arena);
    cli->options = rtp_arena_take(cli->arena, cli->command->options.size);
    rtp_arguments_read(cli, count - 1, words);
    return rtp_command_run(cli);
}

int main(int argc, char **argv)
{
    rtp_process_start();
    (void)setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0}); /* what a crash leaves would hold the token */
    rtp_json_start();
    rtp_arena *arena = rtp_arena_make();
    rtp_cli cli = {.arena = arena, .diags = rtp_diags_make(arena)};
    int status = rtp_report_finish(&cli, run(&cli, argc > 0 ? (size_t)argc - 1 : 0, argv + 1));
    rtp_arena_free(arena);
    return status;
}
