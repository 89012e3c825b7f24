/* The program rtopitch-import: options, token, clock and wire around the importers.
 * The only program here that talks to a network. */
#ifndef IMPORTER_IMPORTER_H
#define IMPORTER_IMPORTER_H

#include "cli/command.h"
#include "import/fetch.h"
#include "rtopitch/import.h"

typedef struct rtp_common { /* options that every source has */
    rtp_str into, modes;
    rtp_given_date date;
    /* … that every service has */
    rtp_str since, until, token_file, cacert;
    int timeout;
    bool dry_run, no_cache;
} rtp_common;

/* The source's own options stand behind these in one struct. */
const void *rtp_own_options(const rtp_common *common);
/* The command line of one source, as if it were a command of rtopitch. */
const rtp_command *rtp_source_command(const rtp_importer *importer, rtp_arena *arena);
/* The straight line: options, requests, answers, history, output. Returns the exit status. */
int rtp_source_run(rtp_cli *cli, const rtp_importer *importer);

/* The first and last month to ask for. False after a complaint. */
bool rtp_months_read(rtp_cli *cli, const rtp_common *common, rtp_import *run);

typedef struct rtp_token {
    rtp_str text;     /* absent: ask without */
    rtp_str variable; /* that holds it, or should */
} rtp_token;

/* The token that belongs to `home`; of the file when one is named. False after a complaint. */
bool rtp_token_find(rtp_cli *cli, const rtp_service *service, const rtp_url *home, rtp_str file, rtp_token *token);
/* The header that carries it. */
rtp_str rtp_token_header(const rtp_service *service, const rtp_token *token, rtp_str user, rtp_arena *arena);

/* Plans, asks, and hears the answers of a service. Returns the exit status. */
int rtp_service_ask(rtp_cli *cli, const rtp_common *common, rtp_import *run);

/* One file from an address, without a token; redirects stay with its server. Returns the exit status. */
int rtp_address_read(rtp_cli *cli, const rtp_common *common, rtp_str address, rtp_source *source);

extern const rtp_command rtp_update_command; /* of `rtopitch evidence update` */

#endif
