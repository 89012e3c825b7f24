/* Bump allocation in chunks: thousands of small things, one release.
 * Under AddressSanitizer all memory not handed out is poisoned, so an arena hides no overrun. */
#include "base/format.h"
#include "base/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_GUARDED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) && !defined(ARENA_GUARDED)
#define ARENA_GUARDED 1
#endif

#ifdef ARENA_GUARDED
#include <sanitizer/asan_interface.h>
#define ARENA_CLOSE(ptr, len) ASAN_POISON_MEMORY_REGION((ptr), (len))
#define ARENA_OPEN(ptr, len)  ASAN_UNPOISON_MEMORY_REGION((ptr), (len))
enum { GUARD = 16 };
#else
#define ARENA_CLOSE(ptr, len) ((void)(ptr), (void)(len))
#define ARENA_OPEN(ptr, len)  ((void)(ptr), (void)(len))
enum { GUARD = 0 };
#endif

/* Of a pointer, a size, a double: nothing here needs more, and small things then lie closer together. */
enum { ALIGNMENT = 8, CHUNK_FIRST = 256 * 1024, CHUNK_LAST = 1024 * 1024 };

typedef struct chunk chunk;
struct chunk {
    chunk *next;
    size_t used, cap;
    _Alignas(ALIGNMENT) char bytes[];
};

struct rtp_arena {
    chunk *first, *current;
    size_t next_cap;
};

static chunk *chunk_make(size_t cap)
{
    /* Fresh memory is zero already: what is never touched never costs a page. */
    chunk *made = calloc(1, rtp_size_add(sizeof *made, cap));
    if (!made) {
        rtp_memory_fail();
    }
    made->cap = cap;
    ARENA_CLOSE(made->bytes, cap);
    return made;
}

rtp_arena *rtp_arena_make(void)
{
    rtp_arena *arena = malloc(sizeof *arena);
    if (!arena) {
        rtp_memory_fail();
    }
    arena->first = arena->current = chunk_make(CHUNK_FIRST);
    arena->next_cap = (size_t)CHUNK_FIRST * 2;
    return arena;
}

static size_t padded_size(size_t size)
{
    return rtp_size_add(size, GUARD + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

/* The chunks behind the current one are empty; one that is too small for `size` stays for later. */
static void chunk_advance(rtp_arena *arena, size_t size)
{
    chunk *last = arena->current;
    while (last->next) {
        last = last->next;
        if (last->cap >= size) {
            arena->current = last;
            return;
        }
    }
    size_t cap = arena->next_cap > size ? arena->next_cap : size;
    last->next = chunk_make(cap);
    arena->current = last->next;
    arena->next_cap = arena->next_cap < CHUNK_LAST ? arena->next_cap * 2 : CHUNK_LAST;
}

__attribute__((noinline)) static void *take_slowly(rtp_arena *arena, size_t size)
{
    chunk_advance(arena, padded_size(size));
    return rtp_arena_take(arena, size);
}

/* Called thousands of times in a run: the sum is checked only when it wraps or does not fit. */
void *rtp_arena_take(rtp_arena *arena, size_t size)
{
    chunk *from = arena->current;
    size_t used = from->used, padded = (size + (GUARD + ALIGNMENT - 1)) / ALIGNMENT * ALIGNMENT;
    if (padded < size || padded > from->cap - used) {
        return take_slowly(arena, size);
    }
    char *taken = from->bytes + used;
    from->used = used + padded;
    ARENA_OPEN(taken, size);
    return taken;
}

rtp_arena_mark rtp_arena_here(const rtp_arena *arena)
{
    return (rtp_arena_mark){arena->current, arena->current->used};
}

/* Cleared here in one go, so that taking needs no look at what memory held before. */
void rtp_arena_return(rtp_arena *arena, rtp_arena_mark mark)
{
    size_t kept = mark.used;
    for (chunk *each = mark.chunk; each; each = each->next, kept = 0) {
        ARENA_OPEN(each->bytes + kept, each->used - kept);
        memset(each->bytes + kept, 0, each->used - kept);
        each->used = kept;
        ARENA_CLOSE(each->bytes + kept, each->cap - kept);
    }
    arena->current = mark.chunk;
}

void rtp_arena_reset(rtp_arena *arena)
{
    rtp_arena_return(arena, (rtp_arena_mark){arena->first, 0});
}

void rtp_arena_free(rtp_arena *arena)
{
    if (!arena) {
        return;
    }
    for (chunk *each = arena->first; each;) {
        chunk *next = each->next;
        ARENA_OPEN(each->bytes, each->cap);
        free(each);
        each = next;
    }
    free(arena);
}

void *rtp_array_make(rtp_arena *arena, size_t n, size_t size)
{
    return rtp_arena_take(arena, rtp_size_multiply(n, size));
}

void *rtp_array_grow(rtp_arena *arena, void *items, size_t len, size_t *cap, size_t size)
{
    if (items && len < *cap) {
        return items;
    }
    size_t grown = rtp_size_grow(*cap, rtp_size_add(len, 1), 8);
    void *moved = rtp_array_make(arena, grown, size);
    if (items && len > 0) {
        memcpy(moved, items, len * size);
    }
    *cap = grown;
    return moved;
}

rtp_str rtp_arena_copy(rtp_arena *arena, rtp_str text)
{
    char *copy = rtp_arena_take(arena, rtp_size_add(text.len, 1));
    if (text.len > 0) {
        memcpy(copy, text.ptr, text.len);
    }
    return (rtp_str){copy, text.len};
}

static size_t put_text(char *out, size_t len, rtp_str text)
{
    if (text.len > 0) {
        memcpy(out + len, text.ptr, text.len);
    }
    return len + text.len;
}

rtp_str rtp_arena_join(rtp_arena *arena, const rtp_str *parts, size_t n, rtp_str between)
{
    size_t total = n > 1 ? rtp_size_multiply(n - 1, between.len) : 0;
    for (size_t i = 0; i < n; i++) {
        total = rtp_size_add(total, parts[i].len);
    }
    char *joined = rtp_arena_take(arena, rtp_size_add(total, 1));
    size_t len = 0;
    for (size_t i = 0; i < n; i++) {
        len = put_text(joined, len, i > 0 ? between : (rtp_str){NULL, 0});
        len = put_text(joined, len, parts[i]);
    }
    return (rtp_str){joined, total};
}

rtp_str rtp_arena_format(rtp_arena *arena, const char *format, ...)
{
    char small[256];
    size_t len = 0;
    va_list args;
    va_start(args, format);
    bool done = rtp_format_plain(small, sizeof small, &len, format, args);
    va_end(args);
    if (done) {
        return rtp_arena_copy(arena, (rtp_str){small, len});
    }
    va_start(args, format);
    int wanted = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (wanted < 0) {
        rtp_memory_fail();
    }
    len = (size_t)wanted;
    char *text = rtp_arena_take(arena, len + 1);
    va_start(args, format);
    (void)vsnprintf(text, len + 1, format, args);
    va_end(args);
    return (rtp_str){text, len};
}
