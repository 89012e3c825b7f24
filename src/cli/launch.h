/* Starting other programs: found in PATH, without a shell, so that no name can become a command. What they print
 * never mixes with a document, and they outlive a Ctrl-C that is meant for this one. */
#ifndef CLI_LAUNCH_H
#define CLI_LAUNCH_H

#include "rtopitch/base.h"

typedef enum rtp_launched {
    RTP_LAUNCHED,
    RTP_LAUNCH_MISSING, /* there is no such program */
    RTP_LAUNCH_REFUSED, /* the system does not start it */
    RTP_LAUNCH_FAILED,  /* it said that it failed, or was ended */
    RTP_LAUNCH_SLOW     /* it did not end in time, and was ended */
} rtp_launched;

enum { RTP_LAUNCH_WORDS = 8 };
typedef struct rtp_launch {
    const char *words[RTP_LAUNCH_WORDS]; /* the program and its arguments, then NULL */
} rtp_launch;

/* Gives the program `input` to read and waits until it ends, which one that goes on in the background does at once.
 * `said` is the first line that it printed on standard error, perhaps absent. */
rtp_launched rtp_launch_feed(const rtp_launch *launch, rtp_str input, rtp_arena *arena, rtp_str *said);
/* Starts the program and leaves it alone. */
rtp_launched rtp_launch_leave(const rtp_launch *launch);

#endif
