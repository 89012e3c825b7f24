/* What happens when memory runs out, and the checked arithmetic behind every allocation.
 * No allocation in the library returns NULL, so the code above needs no error path for it. */
#include "base/memory.h"

#include <stdlib.h>

static void (*failure_hook)(void) = abort;

void rtp_memory_on_failure(void (*hook)(void))
{
    failure_hook = hook;
}

_Noreturn void rtp_memory_fail(void)
{
    failure_hook();
    abort();
}

size_t rtp_size_grow(size_t cap, size_t need, size_t least)
{
    size_t twice = cap > SIZE_MAX / 2 ? SIZE_MAX : cap * 2;
    size_t grown = twice > need ? twice : need;
    return grown > least ? grown : least;
}
