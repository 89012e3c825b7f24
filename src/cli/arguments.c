/* Reading the command line: options before or after operands, none abbreviated, `--` ends them.
 * The first mistake is the one reported; reading goes on, so that --diagnostics is still heeded. */
#include "cli/command.h"

typedef struct reader {
    rtp_cli *cli;
    char *const *words;
    size_t i, count;
} reader;

typedef struct option_found {
    const rtp_option *row; /* NULL when unknown */
    void *into;
} option_found;

static option_found find_long(rtp_cli *cli, rtp_str name)
{
    const rtp_option *own = cli->command ? rtp_option_find(&cli->command->options, name) : NULL;
    return own ? (option_found){own, cli->options}
               : (option_found){rtp_option_find(&rtp_global_options, name), &cli->globals};
}

static option_found find_letter(rtp_cli *cli, char letter)
{
    const rtp_option *own = cli->command ? rtp_option_find_letter(&cli->command->options, letter) : NULL;
    return own ? (option_found){own, cli->options}
               : (option_found){rtp_option_find_letter(&rtp_global_options, letter), &cli->globals};
}

static size_t put_names(const rtp_options *options, rtp_str *names)
{
    for (size_t i = 0; i < options->count; i++) {
        names[i] = rtp_str_from(options->rows[i].name);
    }
    return options->count;
}

static rtp_str nearest_option(const rtp_cli *cli, rtp_str name)
{
    size_t own = cli->command ? cli->command->options.count : 0;
    rtp_str *names = RTP_NEW_ARRAY(cli->arena, rtp_str, own + rtp_global_options.count);
    size_t n = own > 0 ? put_names(&cli->command->options, names) : 0;
    n += put_names(&rtp_global_options, names + n);
    return rtp_str_nearest(name, names, n);
}

/* The first command that has the option somebody put before any command. */
static const rtp_command *owner_of(rtp_str name)
{
    for (size_t i = 0; i < rtp_command_count; i++) {
        const rtp_options *options = &rtp_commands[i]->options;
        if (rtp_option_find(options, name) || (name.len == 1 && rtp_option_find_letter(options, name.ptr[0]))) {
            return rtp_commands[i];
        }
    }
    return NULL;
}

static rtp_str hint_for_option(const rtp_cli *cli, rtp_str name)
{
    rtp_str meant = nearest_option(cli, name);
    const rtp_command *owner = cli->command ? NULL : owner_of(name);
    if (owner) {
        return rtp_arena_format(cli->arena, "options of a command come after its name, as in rtopitch %s %s%.*s",
                                owner->name, name.len == 1 ? "-" : "--", RTP_FMT(name));
    }
    const char *help = cli->command ? cli->command->name : NULL;
    rtp_str see = help ? rtp_arena_format(cli->arena, "rtopitch %s --help", help) : rtp_lit("rtopitch --help");
    return meant.ptr ? rtp_arena_format(cli->arena, "did you mean --%.*s? See %.*s", RTP_FMT(meant), RTP_FMT(see))
                     : rtp_arena_format(cli->arena, "see %.*s", RTP_FMT(see));
}

static void complain_unknown(rtp_cli *cli, const char *dashes, rtp_str name)
{
    rtp_usage_complain(cli->diags, "U0001",
                       rtp_arena_format(cli->arena, "there is no option %s%.*s", dashes, RTP_FMT(name)),
                       hint_for_option(cli, name));
}

static void set_with_value(reader *at, option_found found, rtp_str attached)
{
    rtp_cli *cli = at->cli;
    if (!attached.ptr && at->i < at->count) {
        attached = rtp_str_from(at->words[at->i++]);
    }
    if (!attached.ptr) {
        const rtp_option *row = found.row;
        rtp_usage_complain(cli->diags, "U0003", rtp_arena_format(cli->arena, "--%s needs a value", row->name),
                           rtp_arena_format(cli->arena, "write --%s=%s", row->name, row->value));
        return;
    }
    rtp_option_set(found.row, attached, cli->arena, cli->diags, found.into);
}

/* Without =, a word that the option knows belongs to it; any other is the next operand. */
static rtp_str take_known(reader *at, const rtp_option *row)
{
    rtp_str next = at->i < at->count ? rtp_str_from(at->words[at->i]) : (rtp_str){NULL, 0};
    for (size_t i = 0; next.ptr && i < row->choices->count(); i++) {
        if (rtp_str_equal(row->choices->name(i), next)) {
            at->i++;
            return next;
        }
    }
    return (rtp_str){NULL, 0};
}

static void read_long(reader *at, rtp_str word)
{
    rtp_cli *cli = at->cli;
    rtp_str name = word, value = {NULL, 0};
    for (size_t i = 0; i < word.len && !value.ptr; i++) {
        if (word.ptr[i] == '=') {
            name.len = i;
            value = (rtp_str){word.ptr + i + 1, word.len - i - 1};
        }
    }
    option_found found = find_long(cli, name);
    if (!found.row) {
        complain_unknown(cli, "--", name);
    } else if (found.row->kind == RTP_OPTION_MAYBE) {
        rtp_option_set(found.row, value.ptr ? value : take_known(at, found.row), cli->arena, cli->diags, found.into);
    } else if (found.row->kind != RTP_OPTION_FLAG) {
        set_with_value(at, found, value);
    } else if (value.ptr) {
        rtp_usage_complain(cli->diags, "U0004", rtp_arena_format(cli->arena, "--%s takes no value", found.row->name),
                           rtp_arena_format(cli->arena, "write --%s alone", found.row->name));
    } else {
        rtp_option_set(found.row, value, cli->arena, cli->diags, found.into);
    }
}

static void read_letters(reader *at, rtp_str letters)
{
    while (letters.len > 0) {
        option_found found = find_letter(at->cli, letters.ptr[0]);
        if (!found.row) {
            size_t length = rtp_utf8_length(letters.ptr, letters.len);
            complain_unknown(at->cli, "-", (rtp_str){letters.ptr, length > 0 ? length : 1});
            return;
        }
        rtp_str rest = {letters.ptr + 1, letters.len - 1};
        if (found.row->kind != RTP_OPTION_FLAG) {
            set_with_value(at, found, rest.len > 0 ? rest : (rtp_str){NULL, 0});
            return;
        }
        rtp_option_set(found.row, (rtp_str){NULL, 0}, at->cli->arena, at->cli->diags, found.into);
        letters = rest;
    }
}

static bool looks_like_file(rtp_str word)
{
    bool slash = false;
    for (size_t i = 0; i < word.len; i++) {
        slash = slash || word.ptr[i] == '/';
    }
    return slash || rtp_str_ends(word, rtp_lit(".json")) || rtp_str_equal(word, rtp_lit("-"));
}

static void read_command(rtp_cli *cli, rtp_str word)
{
    cli->command = rtp_command_find(word);
    if (cli->command) {
        cli->options = rtp_arena_take(cli->arena, cli->command->options.size);
        return;
    }
    rtp_str meant = rtp_command_nearest(word), hint = rtp_lit("see rtopitch help");
    if (meant.ptr) {
        hint = rtp_arena_format(cli->arena, "did you mean %.*s? See rtopitch help", RTP_FMT(meant));
    } else if (looks_like_file(word)) {
        hint = rtp_arena_format(cli->arena, "to make a document: rtopitch build %.*s", RTP_FMT(word));
    }
    rtp_usage_complain(cli->diags, "U0002", rtp_arena_format(cli->arena, "there is no command \"%.*s\"", RTP_FMT(word)),
                       hint);
}

static void read_operand(rtp_cli *cli, rtp_str word)
{
    if (!cli->command) {
        if (cli->diags->errors == 0) {
            read_command(cli, word);
        }
        return;
    }
    rtp_text_list *operands = &cli->operands;
    if (operands->len == cli->command->operands_most) {
        rtp_usage_complain(cli->diags, "U0008",
                           rtp_arena_format(cli->arena, "%s does not know what to do with \"%.*s\"", cli->command->name,
                                            RTP_FMT(word)),
                           rtp_arena_format(cli->arena, "usage: rtopitch %s [OPTIONS]%s%s", cli->command->name,
                                            cli->command->operands[0] ? " " : "", cli->command->operands));
        return;
    }
    operands->items =
        rtp_array_grow(cli->arena, operands->items, operands->len, &operands->cap, sizeof *operands->items);
    operands->items[operands->len++] = word;
}

void rtp_arguments_read(rtp_cli *cli, size_t count, char *const *words)
{
    reader at = {cli, words, 0, count};
    bool options_end = false;
    while (at.i < at.count) {
        rtp_str word = rtp_str_from(at.words[at.i++]);
        options_end = options_end || (cli->command && cli->command->passes_words);
        if (options_end || word.len < 2 || word.ptr[0] != '-') {
            read_operand(cli, word);
        } else if (rtp_str_equal(word, rtp_lit("--"))) {
            options_end = true;
        } else if (word.ptr[1] == '-') {
            read_long(&at, (rtp_str){word.ptr + 2, word.len - 2});
        } else {
            read_letters(&at, (rtp_str){word.ptr + 1, word.len - 1});
        }
    }
}
