/* Commands as descriptors: one file cmd_<name>.c each, found by a glob when CMake runs.
 * What they share is the run: options, operands, where to say what is wrong. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "cli/option.h"
#include "cli/terminal.h"

typedef enum rtp_diagnostics_form {
    RTP_DIAGNOSTICS_TEXT,
    RTP_DIAGNOSTICS_GCC,
    RTP_DIAGNOSTICS_JSON
} rtp_diagnostics_form;

typedef struct rtp_globals { /* options that every command has */
    bool help, version, quiet, no_color, no_updates;
    int color, diagnostics; /* choices: rtp_when + 1, rtp_diagnostics_form + 1 */
} rtp_globals;

extern const rtp_options rtp_global_options;

typedef struct rtp_command rtp_command;

typedef struct rtp_cli { /* one run of the program */
    rtp_arena *arena;
    rtp_diags *diags; /* reported on standard error when the command is done */
    const rtp_command *command;
    rtp_globals globals;
    void *options; /* the command's own struct */
    rtp_text_list operands;
} rtp_cli;

struct rtp_command {
    const char *name;     /* "build" */
    const char *operands; /* of the usage line, "[PROFILE]" */
    const char *summary;  /* one line for the list of commands */
    const char *detail;   /* a paragraph for its own help */
    const char *examples; /* whole lines for its own help */
    size_t operands_most;
    rtp_options options;
    int (*run)(rtp_cli *cli); /* returns an exit status */
    bool passes_words;        /* all words behind its name are operands: another program reads them */
};

extern const rtp_command *const rtp_commands[];
extern const size_t rtp_command_count;
const rtp_command *rtp_command_find(rtp_str name); /* or NULL */
rtp_str rtp_command_nearest(rtp_str name);

/* Fills the run from the command line; what is wrong is in cli->diags. */
void rtp_arguments_read(rtp_cli *cli, size_t count, char *const *words);
int rtp_command_run(rtp_cli *cli);

rtp_when rtp_cli_when(const rtp_cli *cli);
/* Writes bytes to standard output; returns the exit status. */
int rtp_cli_print(rtp_cli *cli, rtp_buf *out);
/* The document's date: as given, of SOURCE_DATE_EPOCH, or of the clock. False after a complaint. */
bool rtp_cli_today(rtp_cli *cli, rtp_given_date given, rtp_date *today);
/* The profile to read: the first operand, or standard input unless that is a terminal. */
bool rtp_cli_profile(rtp_cli *cli, rtp_str *path);

/* The outline of an --as choice; talking-points when it was not given. */
const struct rtp_outline *rtp_cli_outline(int as);

/* ---- rows that several commands have ---- */

extern const rtp_choices_of rtp_outline_choices, rtp_format_choices;

#define RTP_OPTION_AS(type)                                                                                            \
    {                                                                                                                  \
        .name = "as", .value = "NAME", .kind = RTP_OPTION_CHOICE, .offset = offsetof(type, as),                        \
        .choices = &rtp_outline_choices, .help = "the document to make (default: talking-points)"                      \
    }
#define RTP_OPTION_JSON(type)                                                                                          \
    {                                                                                                                  \
        .name = "json", .kind = RTP_OPTION_FLAG, .offset = offsetof(type, json), .help = "as JSON, for programs"       \
    }
#define RTP_OPTION_TODAY(type)                                                                                         \
    {                                                                                                                  \
        .name = "date", .value = "YYYY-MM-DD", .kind = RTP_OPTION_DATE, .offset = offsetof(type, date),                \
        .help = "today, for the document (default: SOURCE_DATE_EPOCH, else the clock)"                                 \
    }
#define RTP_OPTION_RULES(type)                                                                                         \
    {                                                                                                                  \
        .name = "rules", .value = "FILE", .kind = RTP_OPTION_TEXTS, .offset = offsetof(type, rules),                   \
        .help = "a rule pack to use besides those inside; may be repeated"                                             \
    }

#endif
