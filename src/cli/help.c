/* Help printed from option rows and command descriptors, so that it cannot drift from what is parsed.
 * Lines fit a terminal of 80 columns. */
#include "cli/help.h"
#include "rtopitch/json.h"

#include <string.h>

enum { HELP_COLUMN = 26 };

/* `left` was put from column 0 on; `right` follows beside it, or below when there is no room. */
static void put_beside(rtp_buf *out, size_t columns, rtp_str right)
{
    if (columns + 2 > HELP_COLUMN) {
        rtp_buf_put_char(out, '\n');
        columns = 0;
    }
    rtp_buf_fill(out, ' ', HELP_COLUMN - columns);
    rtp_terminal_wrap(out, right, HELP_COLUMN, HELP_COLUMN, RTP_TERMINAL_WIDTH);
    rtp_buf_put_char(out, '\n');
}

static rtp_str option_help(const rtp_option *option, rtp_arena *arena)
{
    if (!option->choices) {
        return rtp_str_from(option->help);
    }
    rtp_str list = rtp_choices_list(option->choices, arena);
    return rtp_arena_format(arena, "%s; one of %.*s", option->help, RTP_FMT(list));
}

static void put_options(const rtp_options *options, rtp_arena *arena, rtp_buf *out)
{
    for (size_t i = 0; i < options->count; i++) {
        const rtp_option *row = &options->rows[i];
        size_t start = out->len;
        if (row->letter) {
            rtp_buf_format(out, "  -%c, --%s", row->letter, row->name);
        } else {
            rtp_buf_format(out, "      --%s", row->name);
        }
        if (row->value) {
            rtp_buf_format(out, row->kind == RTP_OPTION_MAYBE ? "[=%s]" : "=%s", row->value);
        }
        put_beside(out, out->len - start, option_help(row, arena));
    }
}

void rtp_help_put_command(const rtp_command *command, rtp_arena *arena, rtp_buf *out)
{
    rtp_buf_format(out, "Usage: rtopitch %s [OPTIONS]%s%s\n\n", command->name, command->operands[0] ? " " : "",
                   command->operands);
    rtp_terminal_wrap(out, rtp_str_from(command->detail), 0, 0, RTP_TERMINAL_WIDTH);
    if (command->options.count > 0) {
        rtp_buf_puts(out, "\n\nOptions:\n");
        put_options(&command->options, arena, out);
        rtp_buf_puts(out, "\nEverywhere:\n");
    } else {
        rtp_buf_puts(out, "\n\nOptions:\n");
    }
    put_options(&rtp_global_options, arena, out);
    rtp_buf_format(out, "\nExamples:\n%s", command->examples);
}

void rtp_help_put_program(rtp_buf *out)
{
    rtp_buf_puts(out, "Usage: rtopitch COMMAND [OPTIONS] [FILE]\n\n"
                      "Talking points for negotiating remote or hybrid work, made from a JSON profile.\n\n"
                      "Commands:\n");
    for (size_t i = 0; i < rtp_command_count; i++) {
        size_t start = out->len;
        rtp_buf_format(out, "  %s", rtp_commands[i]->name);
        rtp_buf_fill(out, ' ', start + 12 > out->len ? start + 12 - out->len : 2);
        rtp_buf_format(out, "%s\n", rtp_commands[i]->summary);
    }
    rtp_buf_puts(out, "\nTo begin:\n"
                      "  rtopitch build data/profiles/backend-engineer.json\n"
                      "  rtopitch check profile.json\n"
                      "\n`rtopitch help COMMAND` tells more about one.\n"
                      "Exit status: 0 done, 1 the profile, 2 usage, 3 files, 4 network, 70 a bug\n");
}

void rtp_help_put_version(rtp_buf *out)
{
    rtp_buf_format(out, "rtopitch %s\ncJSON %s\nprofile version 1\n", RTOPITCH_VERSION, rtp_json_version());
}
