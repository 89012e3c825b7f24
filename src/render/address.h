/* Addresses of links: which ones may become links at all, and how they are written safely. An address
 * is data like any other text, so it is checked here once more whatever the profile's loader did. */
#ifndef RTOPITCH_RENDER_ADDRESS_H
#define RTOPITCH_RENDER_ADDRESS_H

#include "rtopitch/document.h"

bool rtp_address_is_safe(rtp_str address);  /* https, http or mailto */
bool rtp_address_is_plain(rtp_str address); /* may stand between "<" and ">" as it is */
/* Appends the address with everything encoded that could end it: blanks, quotes, brackets, controls. */
void rtp_address_put(rtp_buf *out, rtp_str address);

#endif
