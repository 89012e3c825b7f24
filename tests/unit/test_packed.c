/* floor: rules */
/* Packed lists: what is put comes back, at every size where a length grows by a byte. */
#include "rules_support.h"

#include "rules/packed.h"

static const size_t sizes[] = {0, 1, 2, 126, 127, 128, 129, 16383, 16384, 16385, 70000};

static void sizes_come_back(void **state)
{
    (void)state;
    static const size_t values[] = {0, 1, 127, 128, 255, 16383, 16384, 2097151, 2097152, UINT32_MAX, SIZE_MAX};
    for (size_t i = 0; i < RTP_COUNT(values); i++) {
        rtp_buf buf = rtp_buf_make(SIZE_MAX);
        rtp_packed_put_size(values[i], &buf);
        rtp_buf_puts(&buf, "rest");
        rtp_str bytes = rtp_buf_text(&buf);
        assert_true(rtp_packed_cut_size(&bytes) == values[i]);
        assert_true(rtp_str_equal(bytes, rtp_lit("rest")));
        rtp_buf_free(&buf);
    }
}

static rtp_str text_of(rtp_arena *arena, size_t len)
{
    char *text = rtp_arena_take(arena, len + 1);
    memset(text, (int)('a' + len % 26), len);
    return (rtp_str){text, len};
}

static void lists_come_back(void **state)
{
    bench *on = *state;
    for (size_t count = 0; count <= RTP_COUNT(sizes); count++) {
        rtp_buf items = rtp_buf_make(SIZE_MAX);
        for (size_t i = 0; i < count; i++) {
            rtp_packed_put(text_of(on->arena, sizes[i]), &items);
        }
        rtp_packed list = rtp_packed_make(rtp_buf_text(&items), on->arena);
        rtp_buf_free(&items);
        rtp_str rest = rtp_packed_items(list), item = {NULL, 0};
        for (size_t i = 0; i < count; i++) {
            assert_true(rtp_packed_next(&rest, &item));
            assert_true(rtp_str_equal(item, text_of(on->arena, sizes[i])));
        }
        assert_false(rtp_packed_next(&rest, &item));
    }
}

static void an_absent_list_has_no_items(void **state)
{
    (void)state;
    rtp_str items = rtp_packed_items((rtp_packed){NULL}), item = RTP_STR("as it was");
    assert_int_equal(items.len, 0);
    assert_false(rtp_packed_next(&items, &item));
    assert_true(rtp_str_equal(item, rtp_lit("as it was")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sizes_come_back),
        cmocka_unit_test_setup_teardown(lists_come_back, set_up, tear_down),
        cmocka_unit_test(an_absent_list_has_no_items),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
