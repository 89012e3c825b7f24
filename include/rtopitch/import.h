/* Performance history from where it lives: what to ask of a service or read from a file, and the
 * history that comes of it. All of it is pure but for src/import/http.c, the one door to libcurl. */
#ifndef RTOPITCH_IMPORT_H
#define RTOPITCH_IMPORT_H

#include "rtopitch/json.h"

/* What the floor's diagnostics mean. I00.. the network, I01.. records, I02.. the command line, I03.. notes, I05..
 * files. */
extern const rtp_code_doc rtp_import_codes[];
extern const size_t rtp_import_code_count;

/* ---- what was found: metrics with months, periods, and where each number comes from ---- */

typedef struct rtp_provenance {
    rtp_str source;     /* "github" */
    rtp_str query;      /* as it was asked, without secrets; or the name of the file */
    rtp_date date;      /* of asking */
    size_t count;       /* records that were counted */
    rtp_str definition; /* what was counted, one sentence */
} rtp_provenance;

typedef struct rtp_import_metric {
    rtp_str name, unit;
    bool lower_is_better;
    rtp_str source;          /* one line that a document prints as the metric's source */
    rtp_texts about;         /* words of rtp_words_concern */
    rtp_str note;            /* may be absent */
    rtp_month_value *values; /* in order of time */
    size_t len, cap;
    rtp_provenance provenance;
} rtp_import_metric;

typedef struct rtp_import_period { /* to: RTP_DATE_UNKNOWN means "still" */
    rtp_str mode;                  /* a word of rtp_words_mode */
    rtp_month from, to;
} rtp_import_period;

typedef struct rtp_import_history {
    rtp_import_metric *metrics;
    size_t metric_count, metric_cap;
    rtp_import_period *modes;
    size_t mode_count, mode_cap;
} rtp_import_history;

/* The metric to fill: a new one at the end. Invalid after the next call. */
rtp_import_metric *rtp_history_add_metric(rtp_import_history *history, rtp_arena *arena);
void rtp_metric_add(rtp_import_metric *metric, rtp_month month, double value, rtp_arena *arena);
void rtp_history_add_period(rtp_import_history *history, rtp_import_period period, rtp_arena *arena);
/* A part of a profile: {"history": {…}}. */
void rtp_history_put(const rtp_import_history *history, rtp_arena *arena, rtp_buf *out);
/* The profile's text with the history in it: metrics of the same name take the new values and keep their other
 * members, every other byte stays. Notes say what was replaced. False after a diagnostic: then the profile, or what
 * it would become, does not load. */
bool rtp_history_merge(const rtp_import_history *history, const rtp_source *profile, rtp_arena *arena, rtp_diags *diags,
                       rtp_str *text);

/* ---- what is asked of a service, and what it answers ---- */

typedef struct rtp_request {
    rtp_str method; /* "GET", "POST" */
    rtp_str url;
    rtp_str body;    /* JSON, of a POST */
    rtp_month month; /* that it asks about, or RTP_DATE_UNKNOWN */
    int what;        /* the importer's own */
} rtp_request;

typedef struct rtp_page { /* one good answer: JSON, whole, from where it was asked */
    const rtp_json *root;
    rtp_str next;  /* the next page's address; an importer with cursors sets it */
    double total;  /* records that the service says there are, in its headers; -1: it does not say */
    size_t number; /* of the page, from 1 */
} rtp_page;

typedef struct rtp_service {    /* how a service knows who asks; a token belongs to one origin */
    rtp_str home;               /* its address when none is given: "https://api.github.com" */
    rtp_texts tokens;           /* variables that hold a token for `home` only; without home, for any address */
    rtp_texts tokens_elsewhere; /* for any other address */
    rtp_str host_variable;      /* names the host that `tokens` are for instead of home; may be absent */
    bool basic, needs_token;    /* basic: "user:token" in base64, else a bearer's */
    rtp_texts headers;          /* "Accept: …" */
} rtp_service;

/* ---- importers: one file src_<name>.c each, found by a glob ---- */

typedef enum rtp_import_option_kind {
    RTP_IMPORT_TEXT,  /* rtp_str */
    RTP_IMPORT_TEXTS, /* rtp_import_texts; may be repeated */
    RTP_IMPORT_FLAG,  /* bool */
    RTP_IMPORT_COUNT  /* int, 0 when not given */
} rtp_import_option_kind;

typedef struct rtp_import_texts {
    rtp_str *items;
    size_t len, cap;
} rtp_import_texts;

typedef struct rtp_import_option {
    const char *name;  /* "user" */
    const char *value; /* what stands behind it in help, "NAME"; NULL for a flag */
    rtp_import_option_kind kind;
    size_t offset;   /* in the importer's own struct of options */
    int least, most; /* of a count */
    const char *help;
} rtp_import_option;

typedef struct rtp_importer rtp_importer;

typedef struct rtp_import { /* one run of one importer */
    rtp_arena *arena;
    rtp_diags *diags;
    const rtp_importer *importer;
    const void *options; /* its own struct */
    void *state;         /* its own, zeroed at the start */
    rtp_date today;
    rtp_month first, last; /* months to ask for, both counted */
    rtp_str base;          /* plan: the address the token belongs to */
    rtp_str user;          /* plan: the name of a basic login; else absent */
    rtp_request *requests; /* plan: what to ask */
    size_t request_count, request_cap;
    rtp_import_history history; /* finish */
} rtp_import;

struct rtp_importer {
    const char *name, *operands, *summary, *detail, *examples; /* as of a command */
    const rtp_import_option *options;
    size_t option_count, options_size, state_size;
    const rtp_service *service; /* NULL: reads a file, named by the operand */
    /* Options to requests; of a file, checks them before it is opened. False after a diagnostic, as with all below. */
    bool (*plan)(rtp_import *run);
    /* One page of an answer; the page's tree is gone afterwards. */
    bool (*accept)(rtp_import *run, const rtp_request *asked, rtp_page *page);
    /* The file, for an importer without a service. */
    bool (*read)(rtp_import *run, const rtp_source *file);
    /* When all is there: makes run->history. */
    bool (*finish)(rtp_import *run);
};

extern const rtp_importer *const rtp_importers[];
extern const size_t rtp_importer_count;
const rtp_importer *rtp_importer_find(rtp_str name); /* or NULL */

void rtp_import_ask(rtp_import *run, rtp_request request); /* plans one */
/* Puts an error; always false. */
bool rtp_import_refuse(rtp_import *run, const char *code, rtp_str message, rtp_str hint);

#endif
