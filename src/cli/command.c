/* Finding and running commands, and what every command shares: global options, date, input, output.
 * The registry is written by CMake from the names of the cmd_*.c files. */
#include "cli/command.h"
#include "cli/help.h"
#include "cli/report.h"
#include "rtopitch/app.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define ENTRY(command) extern const rtp_command command;
#include "cli/commands.inc"
#undef ENTRY

#define ENTRY(command) &command,
const rtp_command *const rtp_commands[] = {
#include "cli/commands.inc"
};
#undef ENTRY

const size_t rtp_command_count = RTP_COUNT(rtp_commands);

/* ---- global options ---- */

static size_t count_of_three(void)
{
    return 3;
}

static rtp_str when_name(size_t i)
{
    static const rtp_str names[] = {
        [RTP_WHEN_AUTO] = RTP_STR("auto"), [RTP_WHEN_ALWAYS] = RTP_STR("always"), [RTP_WHEN_NEVER] = RTP_STR("never")};
    return names[i];
}

static rtp_str form_name(size_t i)
{
    static const rtp_str names[] = {[RTP_DIAGNOSTICS_TEXT] = RTP_STR("text"),
                                    [RTP_DIAGNOSTICS_GCC] = RTP_STR("gcc"),
                                    [RTP_DIAGNOSTICS_JSON] = RTP_STR("json")};
    return names[i];
}

static const rtp_choices_of when_choices = {count_of_three, when_name, NULL};
static const rtp_choices_of form_choices = {count_of_three, form_name, NULL};

static const rtp_option global_rows[] = {
    {.name = "help",
     .letter = 'h',
     .kind = RTP_OPTION_FLAG,
     .offset = offsetof(rtp_globals, help),
     .help = "show this help"},
    {.name = "version", .kind = RTP_OPTION_FLAG, .offset = offsetof(rtp_globals, version), .help = "show the version"},
    {.name = "quiet",
     .letter = 'q',
     .kind = RTP_OPTION_FLAG,
     .offset = offsetof(rtp_globals, quiet),
     .help = "errors only, no warnings"},
    {.name = "color",
     .value = "WHEN",
     .kind = RTP_OPTION_CHOICE,
     .offset = offsetof(rtp_globals, color),
     .choices = &when_choices,
     .help = "colour in messages"},
    {.name = "no-color",
     .kind = RTP_OPTION_FLAG,
     .offset = offsetof(rtp_globals, no_color),
     .help = "the same as --color=never"},
    {.name = "diagnostics",
     .value = "FORM",
     .kind = RTP_OPTION_CHOICE,
     .offset = offsetof(rtp_globals, diagnostics),
     .choices = &form_choices,
     .help = "how problems are written"},
    {.name = "no-updates",
     .kind = RTP_OPTION_FLAG,
     .offset = offsetof(rtp_globals, no_updates),
     .help = "the research and rules inside, without updates installed since"},
};

const rtp_options rtp_global_options = RTP_OPTIONS(global_rows, rtp_globals);

rtp_when rtp_cli_when(const rtp_cli *cli)
{
    if (cli->globals.no_color) {
        return RTP_WHEN_NEVER;
    }
    return cli->globals.color > 0 ? (rtp_when)(cli->globals.color - 1) : RTP_WHEN_AUTO;
}

/* ---- choices that come from other floors ---- */

static size_t outline_count(void)
{
    return rtp_embedded_outline_count;
}

static rtp_str outline_name(size_t i)
{
    return rtp_embedded_outlines[i].name;
}

static size_t format_count(void)
{
    return rtp_format_count;
}

static rtp_str format_name(size_t i)
{
    return rtp_str_from(rtp_formats[i]->name);
}

/* A suffix names its format too: -f md. */
static int format_by_suffix(rtp_str word)
{
    char path[32];
    if (word.len > sizeof path - 3) {
        return -1;
    }
    (void)snprintf(path, sizeof path, "x.%.*s", RTP_FMT(word));
    const rtp_format *format = rtp_format_for_path(rtp_str_from(path));
    for (size_t i = 0; i < rtp_format_count; i++) {
        if (rtp_formats[i] == format) {
            return (int)i;
        }
    }
    return -1;
}

const rtp_choices_of rtp_outline_choices = {outline_count, outline_name, NULL};
const rtp_choices_of rtp_format_choices = {format_count, format_name, format_by_suffix};

/* ---- what commands share ---- */

int rtp_cli_print(rtp_cli *cli, rtp_buf *out)
{
    bool written = rtp_file_write(rtp_lit("-"), rtp_buf_text(out), 0600, cli->diags);
    rtp_buf_free(out);
    return written ? RTP_EXIT_DONE : RTP_EXIT_FILES;
}

static bool complain_date(rtp_cli *cli, const char *name, const char *value)
{
    rtp_usage_complain(cli->diags, "U0006", rtp_arena_format(cli->arena, "%s=%s gives no date", name, value),
                       rtp_lit("give the day with --date=YYYY-MM-DD"));
    return false;
}

static bool date_from_fields(rtp_cli *cli, const struct tm *fields, rtp_date *date)
{
    rtp_str text =
        rtp_arena_format(cli->arena, "%04d-%02d-%02d", fields->tm_year + 1900, fields->tm_mon + 1, fields->tm_mday);
    return rtp_date_parse(text, date);
}

static bool date_from_epoch(rtp_cli *cli, const char *value, rtp_date *date)
{
    enum { DIGITS_MOST = 11, DAY = 86400 };
    long long seconds = 0;
    rtp_str text = rtp_str_from(value);
    bool digits = text.len > 0 && text.len <= DIGITS_MOST;
    for (size_t i = 0; i < text.len && digits; i++) {
        digits = text.ptr[i] >= '0' && text.ptr[i] <= '9';
        seconds = seconds * 10 + (text.ptr[i] - '0');
    }
    rtp_date last = 0;
    rtp_date_parse(rtp_lit("2199-12-31"), &last);
    if (!digits || seconds / DAY > last) {
        return complain_date(cli, "SOURCE_DATE_EPOCH", value);
    }
    *date = (rtp_date)(seconds / DAY);
    return true;
}

bool rtp_cli_today(rtp_cli *cli, rtp_given_date given, rtp_date *today)
{
    if (given.given) {
        *today = given.date;
        return true;
    }
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (epoch && epoch[0] != '\0') {
        return date_from_epoch(cli, epoch, today);
    }
    time_t now = time(NULL);
    struct tm fields;
    if (!localtime_r(&now, &fields) || !date_from_fields(cli, &fields, today)) {
        return complain_date(cli, "the clock", "?");
    }
    return true;
}

bool rtp_cli_profile(rtp_cli *cli, rtp_str *path)
{
    if (cli->operands.len > 0) {
        *path = cli->operands.items[0];
        return true;
    }
    if (isatty(STDIN_FILENO)) {
        rtp_usage_complain(cli->diags, "U0009", rtp_lit("no profile is given"),
                           rtp_arena_format(cli->arena, "name one: rtopitch %s profile.json; see rtopitch %s --help",
                                            cli->command->name, cli->command->name));
        return false;
    }
    *path = rtp_lit("-");
    return true;
}

const rtp_outline *rtp_cli_outline(int as)
{
    return as > 0 ? &rtp_embedded_outlines[as - 1] : rtp_outline_find(rtp_lit("talking-points"));
}

/* ---- finding and running ---- */

const rtp_command *rtp_command_find(rtp_str name)
{
    for (size_t i = 0; i < rtp_command_count; i++) {
        if (rtp_str_equal(rtp_str_from(rtp_commands[i]->name), name)) {
            return rtp_commands[i];
        }
    }
    return NULL;
}

rtp_str rtp_command_nearest(rtp_str name)
{
    rtp_str names[RTP_COUNT(rtp_commands)];
    for (size_t i = 0; i < rtp_command_count; i++) {
        names[i] = rtp_str_from(rtp_commands[i]->name);
    }
    return rtp_str_nearest(name, names, rtp_command_count);
}

static int print_help(rtp_cli *cli)
{
    rtp_buf out = rtp_buf_make(1 << 20);
    if (cli->globals.version) {
        rtp_help_put_version(&out);
    } else if (cli->command) {
        rtp_help_put_command(cli->command, cli->arena, &out);
    } else {
        rtp_help_put_program(&out);
    }
    return rtp_cli_print(cli, &out);
}

int rtp_command_run(rtp_cli *cli)
{
    if (cli->diags->errors > 0) {
        return RTP_EXIT_USAGE;
    }
    if (cli->globals.help || cli->globals.version) {
        return print_help(cli);
    }
    if (cli->command) {
        return cli->command->run(cli);
    }
    rtp_buf out = rtp_buf_make(1 << 20);
    rtp_help_put_program(&out);
    rtp_process_say(rtp_buf_text(&out));
    rtp_buf_free(&out);
    return RTP_EXIT_USAGE;
}
