/* Text for people: whether to colour it, how to make it safe to show, how to break it into lines.
 * Profile text and file names are hostile until they have passed rtp_terminal_put. */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include "rtopitch/base.h"

typedef enum rtp_when { RTP_WHEN_AUTO, RTP_WHEN_ALWAYS, RTP_WHEN_NEVER } rtp_when;

bool rtp_terminal_has_colour(int fd, rtp_when when);
/* Puts text on one line: a tab is a blank, what could steer a terminal is shown as \u{9b}. */
void rtp_terminal_put(rtp_buf *out, rtp_str text);
/* Puts words from `column` on, in lines of at most `width` columns that start at `indent`; no line end. */
void rtp_terminal_wrap(rtp_buf *out, rtp_str text, size_t column, size_t indent, size_t width);

enum { RTP_TERMINAL_WIDTH = 80 };

#endif
