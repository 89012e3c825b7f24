/* Who a document is by, for the places where formats keep it. Facts hold it, and this is the one place
 * that knows under which name. */
#ifndef RTOPITCH_RENDER_AUTHOR_H
#define RTOPITCH_RENDER_AUTHOR_H

#include "rtopitch/document.h"

rtp_str rtp_author_name(const rtp_facts *facts); /* absent when unknown, and without facts */

#endif
