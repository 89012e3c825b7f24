/* What becomes of characters that could act, hide or break a line. One answer for every format, so that
 * no text reads differently in one of them. */
#ifndef RTOPITCH_RENDER_STRAY_H
#define RTOPITCH_RENDER_STRAY_H

#include "rtopitch/base.h"

typedef enum rtp_stray {
    RTP_STRAY_NONE,  /* an ordinary character */
    RTP_STRAY_BLANK, /* white space of any kind: one blank */
    RTP_STRAY_MARK,  /* a control, a noncharacter or no UTF-8: something is wrong with the text, so it leaves a mark */
    RTP_STRAY_HIDDEN /* direction marks and tags: invisible, and gone without a trace */
} rtp_stray;

#define RTP_STRAY_REPLACEMENT "\xEF\xBF\xBD" /* the mark, U+FFFD */

/* The character that `text`, not empty, begins with, and how many bytes it takes. */
rtp_stray rtp_stray_at(rtp_str text, size_t *len);

#endif
