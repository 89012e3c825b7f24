/* floor: app */
/* Tables of hashes: what was put is found, through every growth, and nothing else is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/batch.h"

static void a_map_keeps_what_was_put(void **state)
{
    (void)state;
    rtp_hashes map = {.arena = rtp_arena_make(), .is_map = true};
    uint64_t found = 0;
    assert_false(rtp_hashes_find(&map, 5, &found));
    for (uint64_t i = 0; i < 10000; i++) {
        assert_true(rtp_hashes_put(&map, i * 128, i)); /* all in few places of the table */
    }
    for (uint64_t i = 0; i < 10000; i++) {
        assert_true(rtp_hashes_find(&map, i * 128, &found));
        assert_int_equal(found, i);
        assert_false(rtp_hashes_find(&map, i * 128 + 2, &found));
    }
    assert_false(rtp_hashes_put(&map, 128, 7));
    assert_true(rtp_hashes_find(&map, 128, &found));
    assert_int_equal(found, 7);
    rtp_arena_free(map.arena);
}

static void names_differ_but_for_capitals(void **state)
{
    (void)state;
    assert_true(rtp_name_hash(rtp_lit("Ada-X.md")) == rtp_name_hash(rtp_lit("ada-x.MD")));
    rtp_hashes set = {.arena = rtp_arena_make()};
    for (size_t i = 0; i < 50000; i++) {
        assert_true(rtp_hashes_put(&set, rtp_name_hash(rtp_arena_format(set.arena, "person-%zu.md", i)), 0));
    }
    rtp_arena_free(set.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_map_keeps_what_was_put),
        cmocka_unit_test(names_differ_but_for_capitals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
