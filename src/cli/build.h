/* `rtopitch build` in parts: what is asked for, and one round from a profile to all that is made of it. */
#ifndef CLI_BUILD_H
#define CLI_BUILD_H

#include "cli/clipboard.h"
#include "cli/making.h"

typedef struct rtp_build_options {
    rtp_text_list outputs;
    int format, as, copy; /* copy: rtp_copied + 1 */
    bool open, watch;
    rtp_making_options making;
} rtp_build_options;

typedef struct rtp_target { /* one thing that is made */
    rtp_str path;           /* "-": standard output */
    bool clipboard;
    rtp_copied copied; /* to the clipboard */
    const rtp_format *format;
} rtp_target;

typedef struct rtp_build { /* what the command line asks for; nothing of it changes from round to round */
    rtp_str input;
    const rtp_outline *outline;
    const rtp_format **formats; /* of the targets */
    rtp_target *targets;
    size_t target_count;
} rtp_build;

/* Refuses what can be refused before anything is read. False after a complaint. */
bool rtp_build_plan(rtp_cli *cli, rtp_build *build);
/* Reads, makes and writes everything; what went wrong is among the diagnostics. True when all is written. */
bool rtp_build_once(rtp_cli *cli, const rtp_build *build);
/* Hands the files that were written to the desktop. */
void rtp_build_open(rtp_cli *cli, const rtp_build *build);
/* Makes everything again whenever a file changes that it is made from, until a signal comes. Returns an exit status
 * when the first round shows that it makes no sense. */
int rtp_build_watch(rtp_cli *cli, const rtp_build *build);

#endif
