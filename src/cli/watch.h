/* Waiting until a file changes, however an editor writes it: in place, or beside it and renamed. */
#ifndef CLI_WATCH_H
#define CLI_WATCH_H

#include "rtopitch/base.h"

typedef struct rtp_watch rtp_watch;

/* The paths outlive the watch. Where the system cannot tell of changes, the files are looked at again and again. */
rtp_watch *rtp_watch_make(rtp_texts paths, rtp_arena *arena);
/* Forgets what has changed so far; to be called before the files are read. */
void rtp_watch_begin(rtp_watch *watch);
/* Returns when one of the files has changed since, and has been left alone for a moment. */
void rtp_watch_wait(rtp_watch *watch);

#endif
