/* Output that grows: one allocation that doubles, with a limit on what a document may become.
 * Past the limit it stays failed and keeps what it had, so writers need one check at the end. */
#include "base/format.h"
#include "base/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CAP_FIRST = 1024, CAP_SMALL = 128 };

rtp_buf rtp_buf_make(size_t limit)
{
    return (rtp_buf){.limit = limit};
}

rtp_buf rtp_buf_in(rtp_arena *arena)
{
    return (rtp_buf){.limit = SIZE_MAX / 2, .arena = arena};
}

void rtp_buf_free(rtp_buf *buf)
{
    if (!buf->arena) {
        free(buf->ptr);
    }
    *buf = (rtp_buf){.limit = buf->limit, .arena = buf->arena};
}

static char *grown_in(rtp_arena *arena, const rtp_buf *buf, size_t cap)
{
    char *grown = rtp_arena_take(arena, cap);
    if (buf->len > 0) {
        memcpy(grown, buf->ptr, buf->len + 1);
    }
    return grown;
}

/* Makes room for n bytes and the NUL behind them. */
static bool buf_reserve(rtp_buf *buf, size_t n)
{
    if (buf->failed || n > buf->limit - buf->len) {
        buf->failed = true;
        return false;
    }
    size_t need = rtp_size_add(rtp_size_add(buf->len, n), 1);
    if (need <= buf->cap) {
        return true;
    }
    size_t cap = rtp_size_grow(buf->cap, need, buf->arena ? CAP_SMALL : CAP_FIRST);
    cap = cap - 1 > buf->limit ? buf->limit + 1 : cap; /* so that room in the memory is room below the limit */
    char *grown = buf->arena ? grown_in(buf->arena, buf, cap) : realloc(buf->ptr, cap);
    if (!grown) {
        rtp_memory_fail();
    }
    buf->ptr = grown;
    buf->cap = cap;
    return true;
}

void rtp_buf_expect(rtp_buf *buf, size_t n)
{
    size_t most = buf->limit - buf->len;
    (void)buf_reserve(buf, n < most ? n : most);
}

/* Nearly always there is room already. */
static bool has_room(const rtp_buf *buf, size_t n)
{
    return n < buf->cap - buf->len && !buf->failed;
}

char *rtp_buf_room(rtp_buf *buf, size_t n)
{
    return has_room(buf, n) || buf_reserve(buf, n) ? buf->ptr + buf->len : NULL;
}

void rtp_buf_fit(rtp_buf *buf, const char *end)
{
    buf->len = (size_t)(end - buf->ptr);
    buf->ptr[buf->len] = '\0';
}

void rtp_buf_put(rtp_buf *buf, rtp_str text)
{
    if (text.len == 0 || (!has_room(buf, text.len) && !buf_reserve(buf, text.len))) {
        return;
    }
    memcpy(buf->ptr + buf->len, text.ptr, text.len);
    buf->len += text.len;
    buf->ptr[buf->len] = '\0';
}

void rtp_buf_puts(rtp_buf *buf, const char *text)
{
    rtp_buf_put(buf, rtp_str_from(text));
}

void rtp_buf_put_char(rtp_buf *buf, char c)
{
    if (has_room(buf, 1) || buf_reserve(buf, 1)) {
        buf->ptr[buf->len++] = c;
        buf->ptr[buf->len] = '\0';
    }
}

void rtp_buf_fill(rtp_buf *buf, char c, size_t n)
{
    if (n == 0 || (!has_room(buf, n) && !buf_reserve(buf, n))) {
        return;
    }
    memset(buf->ptr + buf->len, c, n);
    buf->len += n;
    buf->ptr[buf->len] = '\0';
}

/* True when nothing is left to do. */
__attribute__((format(printf, 2, 0))) static bool format_in_place(rtp_buf *buf, const char *format, va_list args)
{
    size_t len = 0, room = buf->failed || buf->cap == 0 ? 0 : buf->cap - 1 - buf->len;
    bool done = room > 0 && rtp_format_plain(buf->ptr + buf->len, room, &len, format, args);
    buf->len += done ? len : 0;
    if (room > 0) {
        buf->ptr[buf->len] = '\0';
    }
    return done;
}

void rtp_buf_format(rtp_buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    bool done = format_in_place(buf, format, args);
    va_end(args);
    if (done) {
        return;
    }
    va_start(args, format);
    int wanted = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (wanted < 0) {
        buf->failed = true;
        return;
    }
    if (!buf_reserve(buf, (size_t)wanted)) {
        return;
    }
    va_start(args, format);
    (void)vsnprintf(buf->ptr + buf->len, (size_t)wanted + 1, format, args);
    va_end(args);
    buf->len += (size_t)wanted;
}

void rtp_buf_cut(rtp_buf *buf, size_t len)
{
    buf->len = len;
    buf->failed = false;
    if (buf->ptr) {
        buf->ptr[len] = '\0';
    }
}

rtp_str rtp_buf_text(const rtp_buf *buf)
{
    return buf->ptr ? (rtp_str){buf->ptr, buf->len} : (rtp_str){"", 0};
}
