/* Options as rows: one row drives parsing, the usage line, help and the words of an error.
 * A command states its rows and a struct; nothing else about an option is written down. */
#ifndef CLI_OPTION_H
#define CLI_OPTION_H

#include "cli/process.h"

typedef enum rtp_option_kind {
    RTP_OPTION_FLAG,   /* bool */
    RTP_OPTION_TEXT,   /* rtp_str */
    RTP_OPTION_TEXTS,  /* rtp_text_list; may be repeated */
    RTP_OPTION_WORDS,  /* rtp_text_list; one word or several with commas between; may be repeated */
    RTP_OPTION_CHOICE, /* int: position in the choices + 1; 0 when not given */
    RTP_OPTION_MAYBE,  /* the same, and without =WORD the first choice */
    RTP_OPTION_COUNT,  /* int: least to most; 0 when not given */
    RTP_OPTION_DATE,   /* rtp_given_date */
    RTP_OPTION_KIND_COUNT
} rtp_option_kind;

typedef struct rtp_text_list {
    rtp_str *items;
    size_t len, cap;
} rtp_text_list;

typedef struct rtp_given_date {
    bool given;
    rtp_date date;
} rtp_given_date;

typedef struct rtp_choices_of { /* the words an option knows; `find` may know more spellings */
    size_t (*count)(void);
    rtp_str (*name)(size_t i);
    int (*find)(rtp_str word); /* -1 when unknown; NULL: by name */
} rtp_choices_of;

typedef struct rtp_option {
    const char *name;
    char letter;       /* 0: none */
    const char *value; /* what stands behind it in help, "FILE"; NULL for a flag */
    rtp_option_kind kind;
    size_t offset; /* in the struct of the options */
    const rtp_choices_of *choices;
    int least, most;
    const char *help;
} rtp_option;

typedef struct rtp_options {
    const rtp_option *rows;
    size_t count, size; /* size of the struct they fill */
} rtp_options;

#define RTP_OPTIONS(table, type)                                                                                       \
    {                                                                                                                  \
        (table), RTP_COUNT(table), sizeof(type)                                                                        \
    }

const rtp_option *rtp_option_find(const rtp_options *options, rtp_str name); /* or NULL */
const rtp_option *rtp_option_find_letter(const rtp_options *options, char letter);
/* Stores a value (absent for a flag) into `into`; complains (U…) about one that does not fit. */
void rtp_option_set(const rtp_option *option, rtp_str value, rtp_arena *arena, rtp_diags *diags, void *into);
/* "markdown, text, json" */
rtp_str rtp_choices_list(const rtp_choices_of *choices, rtp_arena *arena);

/* The one way to report a wrong command line; only the first complaint of a run is kept. */
void rtp_usage_complain(rtp_diags *diags, const char *code, rtp_str message, rtp_str hint);

extern const rtp_code_doc rtp_cli_codes[];
extern const size_t rtp_cli_code_count;

#endif
