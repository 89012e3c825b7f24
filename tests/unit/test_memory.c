/* floor: base */
/* Running out of memory: sizes that overflow end in the hook, never in a small allocation. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/memory.h"
#include "rtopitch/base.h"

static jmp_buf failed;

static void fail_by_jumping(void)
{
    longjmp(failed, 1);
}

static void take_too_much(rtp_arena *arena)
{
    rtp_arena_take(arena, SIZE_MAX - 3);
}

static void make_too_many(rtp_arena *arena)
{
    rtp_array_make(arena, SIZE_MAX / 2, 3);
}

static void join_too_much(rtp_arena *arena)
{
    rtp_str parts[] = {{"", SIZE_MAX}, {"", SIZE_MAX}};
    rtp_arena_join(arena, parts, 2, rtp_lit(""));
}

static void grow_too_far(rtp_arena *arena)
{
    size_t cap = SIZE_MAX / 2 + 1;
    rtp_array_grow(arena, NULL, 0, &cap, 2);
}

static void ask_for_more_than_there_is(rtp_arena *arena)
{
    rtp_arena_take(arena, SIZE_MAX / 4);
}

static void what_cannot_be_had_ends_in_the_hook(void **state)
{
    (void)state;
    static void (*const acts[])(rtp_arena *) = {
        take_too_much,
        make_too_many,
        join_too_much,
        grow_too_far,
#if !defined(__SANITIZE_ADDRESS__) && !defined(__clang__) /* a sanitizer stops the program by itself */
        ask_for_more_than_there_is
#endif
    };
    (void)ask_for_more_than_there_is;
    rtp_arena *arena = rtp_arena_make();
    rtp_memory_on_failure(fail_by_jumping);
    volatile size_t stopped = 0;
    for (volatile size_t i = 0; i < RTP_COUNT(acts); i++) {
        if (setjmp(failed) == 0) {
            acts[i](arena);
        } else {
            stopped++;
        }
    }
    assert_int_equal(stopped, RTP_COUNT(acts));
    rtp_arena_free(arena);
}

static void sizes_add_and_multiply_up_to_the_border(void **state)
{
    (void)state;
    assert_true(rtp_size_add(SIZE_MAX - 1, 1) == SIZE_MAX);
    assert_true(rtp_size_multiply(SIZE_MAX / 8, 8) == SIZE_MAX - 7);
    assert_true(rtp_size_multiply(SIZE_MAX, 0) == 0);
    assert_true(rtp_size_multiply(0, SIZE_MAX) == 0);
}

static void capacities_double(void **state)
{
    (void)state;
    static const size_t rows[][4] = {
        /* cap, need, least, grown */
        {0, 1, 8, 8}, {8, 9, 8, 16}, {8, 100, 8, 100}, {64, 65, 8, 128}, {SIZE_MAX / 2 + 1, 1, 8, SIZE_MAX},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        assert_true(rtp_size_grow(rows[i][0], rows[i][1], rows[i][2]) == rows[i][3]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_cannot_be_had_ends_in_the_hook),
        cmocka_unit_test(sizes_add_and_multiply_up_to_the_border),
        cmocka_unit_test(capacities_double),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
