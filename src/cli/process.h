/* The program as a guest of its system: descriptors, signals, memory, and how it ends.
 * Everything that must be right before the first file is opened. */
#ifndef CLI_PROCESS_H
#define CLI_PROCESS_H

#include "rtopitch/base.h"

/* Exit statuses; a larger one wins when several apply. */
enum {
    RTP_EXIT_DONE = 0,
    RTP_EXIT_PROFILE = 1, /* the profile is the problem */
    RTP_EXIT_USAGE = 2,   /* the command line is */
    RTP_EXIT_FILES = 3,   /* a file, the disk or a pipe is */
    RTP_EXIT_NETWORK = 4, /* a service is, or the way to it */
    RTP_EXIT_BUG = 70     /* out of memory, or a fault of this program */
};

void rtp_process_start(void);
/* Writes all bytes to standard error; what cannot be said there is lost. */
void rtp_process_say(rtp_str text);

#endif
