/* The block of YAML that stands above a Markdown document for Obsidian, pandoc and site generators. Its
 * texts are the user's, so each is quoted. */
#ifndef RTOPITCH_RENDER_FRONT_MATTER_H
#define RTOPITCH_RENDER_FRONT_MATTER_H

#include "rtopitch/render.h"

/* Title, author, date and language, as far as they are known. Who puts it leaves the heading of the title out, since
 * readers of the block show its title as one. */
void rtp_front_matter_put(const rtp_document *document, const rtp_render_options *options, rtp_buf *out);

#endif
