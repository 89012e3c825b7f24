/* How a failed system call becomes a diagnostic; shared by reading and writing.
 * The words come from a table of our own, since the C library's differ between systems. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "rtopitch/base.h"

/* `action` is "read" or "write"; `error` is an errno. Always returns false. */
bool rtp_file_complain(rtp_diags *diags, const char *code, const char *action, rtp_str path, int error);

enum { RTP_FILE_MODE = 0600 }; /* what is written tells about a person's work */
enum {
    RTP_PUT_NEW = 1,    /* EEXIST when there is such a file */
    RTP_PUT_OF_MANY = 2 /* synced later, with the others */
};
#define RTP_TEMPORARY_OF_MANY ".rtopitch-batch-"
/* A whole file in an open folder, or none; 0 or an errno. Threads may call it. */
int rtp_file_put(int folder, const char *name, rtp_str bytes, unsigned how);

#endif
