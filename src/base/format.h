/* The few conversions of printf that nearly every message is made of, without what makes printf slow: it takes over a
 * thousand instructions for a short text, and a document is made with dozens of them. */
#ifndef RTP_BASE_FORMAT_H
#define RTP_BASE_FORMAT_H

#include "rtopitch/base.h"

#include <stdarg.h>

/* Prints %s, %.*s, %c, %d, %u, %zu, %lu and %% as printf does, without a NUL at the end. False when there is anything
 * else, or no room for all of it: then printf has to do it, with arguments that start anew. */
bool rtp_format_plain(char *out, size_t room, size_t *len, const char *format, va_list args)
    __attribute__((format(printf, 4, 0)));

#endif
