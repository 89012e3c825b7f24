/* floor: base */
/* Growing output: what is put comes out, and the limit holds to the byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/base.h"

#include <stdio.h>
#include <string.h>

static void holds_what_was_put(void **state)
{
    (void)state;
    rtp_buf buf = rtp_buf_make(1000);
    rtp_buf_puts(&buf, "ab");
    rtp_buf_put(&buf, (rtp_str){"cdef", 2});
    rtp_buf_put_char(&buf, 'e');
    rtp_buf_fill(&buf, '-', 3);
    rtp_buf_fill(&buf, '-', 0);
    rtp_buf_format(&buf, "%d%s", 42, "!");
    assert_string_equal(rtp_buf_text(&buf).ptr, "abcde---42!");
    assert_int_equal(rtp_buf_text(&buf).len, 11);
    assert_false(buf.failed);
    rtp_buf_free(&buf);
    assert_int_equal(rtp_buf_text(&buf).len, 0);
}

static void one_in_an_arena_needs_no_release(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_buf buf = rtp_buf_in(arena);
    for (size_t i = 0; i < 1000; i++) {
        rtp_buf_puts(&buf, "abc");
    }
    assert_int_equal(buf.len, 3000);
    assert_true(rtp_str_starts(rtp_buf_text(&buf), rtp_lit("abcabc")) && buf.ptr[3000] == '\0');
    rtp_buf_free(&buf);
    assert_int_equal(buf.len, 0);
    rtp_buf_puts(&buf, "again");
    assert_string_equal(buf.ptr, "again");
    rtp_arena_free(arena);
}

static void cut_back_it_goes_on(void **state)
{
    (void)state;
    rtp_buf buf = rtp_buf_make(4);
    rtp_buf_cut(&buf, 0);
    rtp_buf_puts(&buf, "abc");
    rtp_buf_puts(&buf, "de");
    assert_true(buf.failed);
    rtp_buf_cut(&buf, 2);
    assert_false(buf.failed);
    rtp_buf_puts(&buf, "xy");
    assert_string_equal(buf.ptr, "abxy");
    rtp_buf_free(&buf);
}

static void an_empty_one_is_an_empty_text(void **state)
{
    (void)state;
    rtp_buf buf = rtp_buf_make(10);
    assert_string_equal(rtp_buf_text(&buf).ptr, "");
    rtp_buf_put(&buf, rtp_lit(""));
    rtp_buf_format(&buf, "%s", "");
    assert_string_equal(rtp_buf_text(&buf).ptr, "");
    assert_int_equal(buf.len, 0);
    rtp_buf_free(&buf);
}

static void grows_over_many_puts(void **state)
{
    (void)state;
    rtp_buf buf = rtp_buf_make(1 << 20);
    for (int i = 0; i < 20000; i++) {
        rtp_buf_format(&buf, "%05d", i);
    }
    assert_int_equal(buf.len, 100000);
    for (int i = 0; i < 20000; i += 371) {
        char wanted[8];
        snprintf(wanted, sizeof wanted, "%05d", i);
        assert_memory_equal(buf.ptr + (size_t)i * 5, wanted, 5);
    }
    assert_int_equal(strlen(buf.ptr), buf.len);
    rtp_buf_free(&buf);
}

static void put_text(rtp_buf *buf)
{
    rtp_buf_puts(buf, "xyz");
}

static void put_fill(rtp_buf *buf)
{
    rtp_buf_fill(buf, 'x', 3);
}

static void put_format(rtp_buf *buf)
{
    rtp_buf_format(buf, "%03d", 7);
}

static void fails_past_the_limit_and_stays_failed(void **state)
{
    (void)state;
    static void (*const puts[])(rtp_buf *) = {put_text, put_fill, put_format};
    for (size_t i = 0; i < RTP_COUNT(puts); i++) {
        rtp_buf exact = rtp_buf_make(8);
        rtp_buf_puts(&exact, "01234");
        puts[i](&exact);
        assert_false(exact.failed);
        assert_int_equal(exact.len, 8);
        rtp_buf_free(&exact);

        rtp_buf small = rtp_buf_make(7);
        rtp_buf_puts(&small, "01234");
        puts[i](&small);
        assert_true(small.failed);
        rtp_buf_put_char(&small, 'y');
        assert_true(small.failed);
        assert_string_equal(rtp_buf_text(&small).ptr, "01234");
        rtp_buf_free(&small);
    }
}

static void expecting_much_is_no_failure(void **state)
{
    (void)state;
    rtp_buf buf = rtp_buf_make(8);
    rtp_buf_expect(&buf, SIZE_MAX);
    assert_false(buf.failed);
    const char *room = buf.ptr;
    rtp_buf_puts(&buf, "01234567");
    assert_ptr_equal(buf.ptr, room);
    assert_string_equal(rtp_buf_text(&buf).ptr, "01234567");
    rtp_buf_put_char(&buf, '8');
    assert_true(buf.failed);
    rtp_buf_free(&buf);
}

static void an_endless_piece_fails_without_memory(void **state)
{
    (void)state;
    rtp_buf buf = rtp_buf_make(100);
    rtp_buf_put(&buf, (rtp_str){"x", SIZE_MAX});
    assert_true(buf.failed);
    assert_null(buf.ptr);
}

static void room_is_filled_by_who_asked(void **state)
{
    (void)state;
    rtp_buf buf = rtp_buf_make(8);
    char *at = rtp_buf_room(&buf, 4);
    assert_non_null(at);
    memcpy(at, "0123", 4);
    rtp_buf_fit(&buf, at + 3);
    assert_string_equal(rtp_buf_text(&buf).ptr, "012");
    assert_int_equal(buf.len, 3);
    assert_ptr_equal(rtp_buf_room(&buf, 5), buf.ptr + 3);
    assert_false(buf.failed);
    assert_null(rtp_buf_room(&buf, 6));
    assert_true(buf.failed);
    assert_null(rtp_buf_room(&buf, 1));
    assert_string_equal(rtp_buf_text(&buf).ptr, "012");
    rtp_buf_free(&buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(holds_what_was_put),           cmocka_unit_test(one_in_an_arena_needs_no_release),
        cmocka_unit_test(cut_back_it_goes_on),          cmocka_unit_test(an_empty_one_is_an_empty_text),
        cmocka_unit_test(grows_over_many_puts),         cmocka_unit_test(fails_past_the_limit_and_stays_failed),
        cmocka_unit_test(expecting_much_is_no_failure), cmocka_unit_test(an_endless_piece_fails_without_memory),
        cmocka_unit_test(room_is_filled_by_who_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
