/* Words as a reader counts them: what stands between two blanks and holds a letter or a digit. One count
 * for whole documents, and one for the runs of a point, which estimates what leaving it out would gain. */
#ifndef RTOPITCH_DOCUMENT_COUNT_H
#define RTOPITCH_DOCUMENT_COUNT_H

#include "rtopitch/document.h"

size_t rtp_point_words(const rtp_point *point);

#endif
