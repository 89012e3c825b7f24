/* How a failed system call becomes a diagnostic; shared by reading and writing.
 * The words come from a table of our own, since the C library's differ between systems. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "rtopitch/base.h"

/* `action` is "read" or "write"; `error` is an errno. Always returns false. */
bool rtp_file_complain(rtp_diags *diags, const char *code, const char *action, rtp_str path, int error);

#endif
