/* The clipboard, through the program that the desktop has for it. */
#ifndef CLI_CLIPBOARD_H
#define CLI_CLIPBOARD_H

#include "rtopitch/base.h"

typedef enum rtp_copied { /* what is copied; in the order of the words of --copy */
                          RTP_COPIED_HTML,
                          RTP_COPIED_TEXT
} rtp_copied;

/* Whether this system's clipboard takes rich text from a program. */
bool rtp_clipboard_is_rich(void);
/* Puts text on the clipboard. False after a diagnostic (O0008 to O0010). */
bool rtp_clipboard_put(rtp_copied what, rtp_str text, rtp_arena *arena, rtp_diags *diags);
/* Hands a file to the program that the desktop opens it with. False after a diagnostic. */
bool rtp_desktop_open(rtp_str path, rtp_arena *arena, rtp_diags *diags);

#endif
