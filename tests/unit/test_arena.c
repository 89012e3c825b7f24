/* floor: base */
/* Arenas: alignment, zeroed memory, growth, and reuse after a reset. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/base.h"

#include <string.h>

static int arena_set_up(void **state)
{
    *state = rtp_arena_make();
    return 0;
}

static int arena_tear_down(void **state)
{
    rtp_arena_free(*state);
    return 0;
}

static void hands_out_zeroed_aligned_memory(void **state)
{
    static const size_t sizes[] = {0, 1, 7, 8, 16, 17, 4096, 65535, 65536, 65537, 3 * 1024 * 1024, 1};
    for (int round = 0; round < 3; round++) {
        for (size_t i = 0; i < RTP_COUNT(sizes); i++) {
            char *taken = rtp_arena_take(*state, sizes[i]);
            assert_int_equal((uintptr_t)taken % 8, 0);
            for (size_t k = 0; k < sizes[i]; k++) {
                assert_int_equal(taken[k], 0);
            }
            memset(taken, 0xAA, sizes[i]);
        }
        rtp_arena_reset(*state);
    }
}

static void pieces_do_not_overlap(void **state)
{
    enum { PIECES = 5000 };
    static unsigned char *pieces[PIECES];
    for (size_t i = 0; i < PIECES; i++) {
        pieces[i] = rtp_arena_take(*state, 1 + i % 97);
        memset(pieces[i], (int)(i % 251), 1 + i % 97);
    }
    for (size_t i = 0; i < PIECES; i++) {
        for (size_t k = 0; k < 1 + i % 97; k++) {
            assert_int_equal(pieces[i][k], i % 251);
        }
    }
}

static void a_reset_keeps_the_memory(void **state)
{
    void *first = rtp_arena_take(*state, 100);
    void *large = rtp_arena_take(*state, 500000);
    rtp_arena_reset(*state);
    assert_ptr_equal(rtp_arena_take(*state, 100), first);
    assert_ptr_equal(rtp_arena_take(*state, 500000), large);
}

static void copies_end_with_nul(void **state)
{
    rtp_str copy = rtp_arena_copy(*state, (rtp_str){"abcdef", 3});
    assert_int_equal(copy.len, 3);
    assert_string_equal(copy.ptr, "abc");
    rtp_str empty = rtp_arena_copy(*state, (rtp_str){NULL, 0});
    assert_non_null(empty.ptr);
    assert_string_equal(empty.ptr, "");
}

static void joins_with_a_text_between(void **state)
{
    static const rtp_str parts[] = {RTP_STR("a"), RTP_STR(""), RTP_STR("bc")};
    static const struct {
        size_t n;
        rtp_str between;
        const char *joined;
    } rows[] = {
        {0, RTP_STR(", "), ""},        {1, RTP_STR(", "), "a"}, {2, RTP_STR(", "), "a, "},
        {3, RTP_STR(", "), "a, , bc"}, {3, RTP_STR(""), "abc"},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_str joined = rtp_arena_join(*state, parts, rows[i].n, rows[i].between);
        assert_string_equal(joined.ptr, rows[i].joined);
        assert_int_equal(joined.len, strlen(rows[i].joined));
    }
}

static void formats_short_and_long_texts(void **state)
{
    static const int widths[] = {1, 510, 511, 512, 513, 70000};
    for (size_t i = 0; i < RTP_COUNT(widths); i++) {
        rtp_str text = rtp_arena_format(*state, "%*d", widths[i], 7);
        assert_int_equal(text.len, widths[i]);
        assert_int_equal(strlen(text.ptr), widths[i]);
        assert_int_equal(text.ptr[text.len - 1], '7');
    }
}

static void arrays_grow_and_keep_their_items(void **state)
{
    int *items = NULL;
    size_t cap = 0;
    for (size_t len = 0; len < 1000; len++) {
        items = rtp_array_grow(*state, items, len, &cap, sizeof *items);
        assert_true(cap > len);
        items[len] = (int)len * 3;
    }
    for (size_t i = 0; i < 1000; i++) {
        assert_int_equal(items[i], i * 3);
    }
    int *made = RTP_NEW_ARRAY(*state, int, 40);
    for (size_t i = 0; i < 40; i++) {
        assert_int_equal(made[i], 0);
    }
}

static void freeing_nothing_is_fine(void **state)
{
    (void)state;
    rtp_arena_free(NULL);
    rtp_arena *arena = rtp_arena_make();
    assert_non_null(arena);
    rtp_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(hands_out_zeroed_aligned_memory, arena_set_up, arena_tear_down),
        cmocka_unit_test_setup_teardown(pieces_do_not_overlap, arena_set_up, arena_tear_down),
        cmocka_unit_test_setup_teardown(a_reset_keeps_the_memory, arena_set_up, arena_tear_down),
        cmocka_unit_test_setup_teardown(copies_end_with_nul, arena_set_up, arena_tear_down),
        cmocka_unit_test_setup_teardown(joins_with_a_text_between, arena_set_up, arena_tear_down),
        cmocka_unit_test_setup_teardown(formats_short_and_long_texts, arena_set_up, arena_tear_down),
        cmocka_unit_test_setup_teardown(arrays_grow_and_keep_their_items, arena_set_up, arena_tear_down),
        cmocka_unit_test(freeing_nothing_is_fine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
