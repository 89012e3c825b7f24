/* floor: import */
/* The head of an answer: limits, links, dates, and numbers beyond reason. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "import/head.h"

#include <string.h>

static rtp_arena *arena;

static rtp_head take(const char *const *lines, size_t n)
{
    rtp_head head = rtp_head_make();
    for (size_t i = 0; i < n; i++) {
        assert_true(rtp_head_take(&head, rtp_str_from(lines[i]), arena));
    }
    return head;
}

static void assert_text(rtp_str found, const char *wanted)
{
    if (wanted) {
        assert_non_null(found.ptr);
        assert_string_equal(rtp_arena_copy(arena, found).ptr, wanted);
    } else {
        assert_null(found.ptr);
    }
}

static void test_lines(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "HTTP/1.1 200 OK\r\n",
        "content-TYPE:application/json; charset=utf-8\r\n",
        "Location: /first\r\n",
        "Location: /second\r\n",
        "ETag: W/\"abc\"\r\n",
        "X-RateLimit-Remaining: 29\r\n",
        "X-RateLimit-Reset: 1507651200000\r\n",
        "X-Total:  42 \r\n",
        "Link: <https://a.example/?page=2>; rel=\"next\"\r\n",
        "Retry-After: 7\r\n",
        "X-Other: x\r\n",
        "no colon\r\n",
        "\r\n",
    };
    rtp_head head = take(lines, RTP_COUNT(lines));
    assert_true(head.json);
    assert_text(head.location, "/first");
    assert_text(head.etag, "W/\"abc\"");
    assert_text(head.next, "https://a.example/?page=2");
    assert_int_equal(head.remaining, 29);
    assert_int_equal(head.reset_at, INT64_C(1507651200000));
    assert_int_equal(head.retry_after, 7);
    assert_int_equal(head.retry_at, -1);
    assert_true(head.total == 42);
}

static void test_nothing_is_said(void **state)
{
    (void)state;
    static const char *const lines[] = {"HTTP/1.1 200 OK\r\n", "Retry-After: -1e99 soon\r\n", "X-Total:\r\n",
                                        "X-RateLimit-Remaining: many\r\n"};
    rtp_head head = take(lines, RTP_COUNT(lines));
    assert_false(head.json);
    assert_null(head.next.ptr);
    assert_int_equal(head.retry_after, -1);
    assert_int_equal(head.remaining, -1);
    assert_true(head.total < 0);
}

/* An interim answer comes first, and its headers are not those of the answer. */
static void test_begins_again(void **state)
{
    (void)state;
    static const char *const lines[] = {"HTTP/1.1 103 Early Hints\r\n", "Link: </x>; rel=next\r\n", "Location: /x\r\n",
                                        "\r\n", "HTTP/1.1 200 OK\r\n"};
    rtp_head head = take(lines, RTP_COUNT(lines));
    assert_null(head.next.ptr);
    assert_null(head.location.ptr);
    assert_int_equal(head.lines, RTP_COUNT(lines));
}

static void test_numbers_past_all_meaning(void **state)
{
    (void)state;
    static const char *const lines[] = {"Retry-After: 18446744073709551616\r\n"};
    rtp_head head = take(lines, RTP_COUNT(lines));
    assert_true(head.retry_after > INT64_C(1) << 50);
}

static const struct type_row {
    const char *line;
    bool json;
} types[] = {
    {"Content-Type: application/json", true},
    {"Content-Type: application/json;charset=utf-8", true},
    {"Content-Type: APPLICATION/JSON ; x=y", true},
    {"Content-Type: application/vnd.github+json", true},
    {"Content-Type: text/html", false},
    {"Content-Type: text/json", false},
    {"Content-Type: application/jsonx", false},
    {"Content-Type: application/javascript", false},
    {"Content-Type: +json", false},
    {"Content-Type:", false},
};

static void test_types(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(types); i++) {
        rtp_head head = take(&types[i].line, 1);
        if (head.json != types[i].json) {
            fail_msg("%s", types[i].line);
        }
    }
}

static void test_limits(void **state)
{
    (void)state;
    rtp_head head = rtp_head_make();
    for (int i = 0; i < 500; i++) {
        assert_true(rtp_head_take(&head, rtp_lit("HTTP/1.1 102 X\r\n"), arena));
    }
    assert_false(rtp_head_take(&head, rtp_lit("X: y\r\n"), arena));
    assert_true(head.too_large);
    head = rtp_head_make();
    static char line[256 * 1024 + 1];
    memset(line, 'x', sizeof line);
    assert_false(rtp_head_take(&head, (rtp_str){line, sizeof line}, arena));
    assert_true(head.too_large);
}

static const struct link_row {
    const char *value, *next;
} links[] = {
    {"<https://a.example/?page=2>; rel=\"next\"", "https://a.example/?page=2"},
    {"<https://a.example/?page=2>;rel=next", "https://a.example/?page=2"},
    {"<https://a.example/?page=1>; rel=\"prev\", <https://a.example/?page=3>; rel=\"next\"",
     "https://a.example/?page=3"},
    {"<?a=1,2>; rel=\"last\" , <?a=2,3> ; REL = \"Next\"", "?a=2,3"},
    {"<x>; title=\"a, rel=next\"; rel=\"prev\", <y>; rel=\"next\"", "y"},
    {"<x>; title=\"; rel=next\"", NULL},
    {"<x>; rel=\"last next\"", "x"},
    {"<x>; rel=\"nextish\"", NULL},
    {"<x>; rev=\"next\"", NULL},
    {"<x>", NULL},
    {"<x; rel=\"next\"", NULL},
    {"x; rel=\"next\"", NULL},
    {"<>; rel=\"next\"", ""},
    {"<x>; rel=\"next", NULL},
    {"<x>; rel=", NULL},
    {"", NULL},
    {",<x>; rel=next", NULL},
};

static void test_links(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(links); i++) {
        rtp_str next = rtp_link_next(rtp_str_from(links[i].value));
        if ((links[i].next != NULL) != (next.ptr != NULL) ||
            (links[i].next && !rtp_str_equal(next, rtp_str_from(links[i].next)))) {
            fail_msg("%s: %.*s", links[i].value, RTP_FMT(next));
        }
    }
}

static const struct date_row {
    const char *text;
    int64_t seconds;
} dates[] = {
    {"Sun, 06 Nov 1994 08:49:37 GMT", 784111777},
    {"Thu, 01 Jan 1970 00:00:00 GMT", 0},
    {"Thu, 29 Feb 2024 12:00:00 GMT", 1709208000},
    {"Wed, 29 Feb 2023 12:00:00 GMT", -1},
    {"Sun, 06 Foo 1994 08:49:37 GMT", -1},
    {"Sun, 06 Nov 1994 24:49:37 GMT", -1},
    {"Sun, 06 Nov 1994 08:60:37 GMT", -1},
    {"Sun, 06 Nov 1994 08:49:37 CET", -1},
    {"Sunday, 06-Nov-94 08:49:37 GMT", -1},
    {"Sun Nov  6 08:49:37 1994", -1},
    {"Sun, 06 Nov 1969 08:49:37 GMT", -1},
    {"", -1},
    {"7", -1},
};

static void test_dates(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(dates); i++) {
        int64_t seconds = rtp_http_date(rtp_str_from(dates[i].text), arena);
        if (seconds != dates[i].seconds) {
            fail_msg("%s: %lld", dates[i].text, (long long)seconds);
        }
    }
}

static int start(void **state)
{
    (void)state;
    arena = rtp_arena_make();
    return 0;
}

static int end(void **state)
{
    (void)state;
    rtp_arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),        cmocka_unit_test(test_nothing_is_said),
        cmocka_unit_test(test_begins_again), cmocka_unit_test(test_numbers_past_all_meaning),
        cmocka_unit_test(test_types),        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_links),        cmocka_unit_test(test_dates),
    };
    return cmocka_run_group_tests(tests, start, end);
}
