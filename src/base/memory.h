/* Sizes that must not overflow, for everything in this floor that allocates.
 * The one place of growth arithmetic: a wrong size ends the program instead of shrinking silently. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include "rtopitch/base.h"

static inline size_t rtp_size_add(size_t a, size_t b)
{
    if (a > SIZE_MAX - b) {
        rtp_memory_fail();
    }
    return a + b;
}

static inline size_t rtp_size_multiply(size_t a, size_t b)
{
    if (b != 0 && a > SIZE_MAX / b) {
        rtp_memory_fail();
    }
    return a * b;
}

/* A capacity of at least `need`, at least twice `cap`, at least `least`. */
size_t rtp_size_grow(size_t cap, size_t need, size_t least);

#endif
