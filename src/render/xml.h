/* Text on its way into XML or HTML. One function for character data and attribute values alike, since a
 * text that is safe in both places cannot be put in the wrong one. */
#ifndef RTOPITCH_RENDER_XML_H
#define RTOPITCH_RENDER_XML_H

#include "rtopitch/base.h"

/* & < > " ' ` = become character references; white space of any kind becomes one blank, also at the ends; unsafe
 * characters leave U+FFFD or nothing (stray.h), and what is no UTF-8 leaves U+FFFD. So the output is well-formed
 * whatever the text holds. Attribute values stand between double quotes. */
void rtp_xml_put(rtp_buf *out, rtp_str text);
void rtp_xml_put_number(rtp_buf *out, long number); /* in digits */

#endif
