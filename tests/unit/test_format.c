/* floor: base */
/* What the short way prints is what printf prints, and what it cannot do it leaves alone. */
#include "base/format.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { ROOM = 64 };

static char plain[ROOM], expected[ROOM];
static size_t plain_len;

__attribute__((format(printf, 2, 3))) static bool print(size_t room, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    bool done = rtp_format_plain(plain, room, &plain_len, format, args);
    va_end(args);
    va_start(args, format);
    (void)vsnprintf(expected, sizeof expected, format, args);
    va_end(args);
    return done;
}

#define assert_same(...)                                                                                               \
    do {                                                                                                               \
        assert_true(print(ROOM, __VA_ARGS__));                                                                         \
        assert_int_equal(plain_len, strlen(expected));                                                                 \
        assert_memory_equal(plain, expected, plain_len);                                                               \
    } while (0)

static void prints_as_printf_does(void **state)
{
    (void)state;
    static const int whole[] = {0, 1, -1, 9, 10, -10, 99, 100, INT_MAX, INT_MIN};
    for (size_t i = 0; i < RTP_COUNT(whole); i++) {
        assert_same("%d %u", whole[i], (unsigned)whole[i]);
    }
    assert_same("%s", "");
    assert_same("words only");
    assert_same("%s/%zu%%", "a", (size_t)SIZE_MAX);
    assert_same("%lu%c", ULONG_MAX, 'x');
    assert_same("<%.*s>", 3, "abcdef");
    assert_same("<%.*s>", 9, "abc");
    assert_same("<%.*s>", 0, "abc");
    assert_same("%.*s%.*s", 1, "ab", 2, "cde");
}

static void prints_a_slice_that_is_absent(void **state)
{
    (void)state;
    rtp_str absent = {NULL, 0};
    assert_same("<%.*s>", RTP_FMT(absent));
}

/* The byte behind the slice may be no memory at all. */
static void reads_a_slice_no_further_than_its_length(void **state)
{
    (void)state;
    static const char open[] = {'a', 'b'};
    assert_same("%.*s", 2, open);
}

static void leaves_the_rest_to_printf(void **state)
{
    (void)state;
    assert_false(print(ROOM, "%5d", 1));
    assert_false(print(ROOM, "%-3s", "a"));
    assert_false(print(ROOM, "%g", 1.5));
    assert_false(print(ROOM, "%.2s", "abc"));
    assert_false(print(ROOM, "%.*s", -1, "abc"));
    assert_false(print(ROOM, "%ld", 1L));
    assert_false(print(ROOM, "%zx", (size_t)1));
    assert_false(print(ROOM, "%x", 1U));
}

static void says_when_there_is_no_room(void **state)
{
    (void)state;
    memset(plain, '#', sizeof plain);
    assert_true(print(3, "%s", "abc"));
    assert_false(print(3, "%s", "abcd"));
    assert_false(print(3, "%d", 1234));
    assert_false(print(3, "abcd"));
    assert_false(print(0, "%c", 'x'));
    assert_true(print(0, "%s", ""));
    assert_int_equal(plain[3], '#');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_as_printf_does),
        cmocka_unit_test(prints_a_slice_that_is_absent),
        cmocka_unit_test(reads_a_slice_no_further_than_its_length),
        cmocka_unit_test(leaves_the_rest_to_printf),
        cmocka_unit_test(says_when_there_is_no_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
