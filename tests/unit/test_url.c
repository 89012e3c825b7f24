/* floor: import */
/* Addresses: what is read, what is refused, and who gets the token of whom. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "import/url.h"

#include <string.h>

typedef struct row {
    const char *text;
    const char *fault; /* a part of it; NULL: read */
} row;

static const row addresses[] = {
    {"https://api.github.com", NULL},
    {"https://api.github.com/", NULL},
    {"HTTPS://API.GitHub.COM/x?y=z", NULL},
    {"https://github.example.com:8443/api/v3", NULL},
    {"https://[2001:db8::1]/", NULL},
    {"https://host?x=1", NULL},
    {"http://127.0.0.1:80/", NULL},
    {"http://[::1]:3000/", NULL},
    {"http://localhost/x", NULL},
    {"", "https://"},
    {"api.github.com", "https://"},
    {"ftp://api.github.com", "https://"},
    {"file:///etc/passwd", "https://"},
    {"https:/api.github.com", "https://"},
    {"https://", "no host"},
    {"https:///x", "no host"},
    {"https://.github.com", "no host"},
    {"https://-x", "no host"},
    {"https://[]/", "no host"},
    {"https://[::1", "no host"},
    {"https://[::1%25eth0]/", "no host"},
    {"https://user@host/", "user name"},
    {"https://user:pw@host/", "user name"},
    {"https://host:80@other/", "user name"},
    {"https://host:0/", "port"},
    {"https://host:65536/", "port"},
    {"https://host:99999999999999999999/", "port"},
    {"https://host:/", "port"},
    {"https://host:8x/", "port"},
    {"https://a,b/", "port"},
    {"http://api.github.com/", "not encrypted"},
    {"http://127.0.0.1.example.com/", "not encrypted"},
    {"http://127.0.0.2/", "not encrypted"},
    {"http://2130706433/", "not encrypted"},
    {"http://localhost.example.com/", "not encrypted"},
    {"https://host/a b", "characters"},
    {"https://host\\@other/", "characters"},
    {"https://host/\x01", "characters"},
    {"https://h\xc3\xb6st/", "characters"},
    {"https://host/#fragment", "characters"},
    {"https://host/\"x", "characters"},
};

static void test_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(addresses); i++) {
        rtp_url url;
        const char *fault = rtp_url_read(rtp_str_from(addresses[i].text), &url);
        if (addresses[i].fault ? !fault || !strstr(fault, addresses[i].fault) : fault != NULL) {
            fail_msg("%s: %s", addresses[i].text, fault ? fault : "read");
        }
    }
}

static void test_parts(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_url url;
    assert_null(rtp_url_read(rtp_lit("https://github.example.com:8443/api/v3?x=1"), &url));
    assert_true(url.secure);
    assert_false(url.loopback);
    assert_int_equal(url.port, 8443);
    assert_true(rtp_str_equal(url.host, rtp_lit("github.example.com")));
    assert_true(rtp_str_equal(url.path, rtp_lit("/api/v3?x=1")));
    assert_true(rtp_str_equal(rtp_url_origin(&url, arena), rtp_lit("https://github.example.com:8443")));
    assert_null(rtp_url_read(rtp_lit("http://localhost"), &url));
    assert_int_equal(url.port, 80);
    assert_true(url.loopback);
    rtp_arena_free(arena);
}

/* Whether a token for https://api.github.com may go there. */
static const struct host_row {
    const char *text;
    bool same;
} hosts[] = {
    {"https://api.github.com", true},
    {"https://api.github.com/", true},
    {"https://api.github.com:443", true},
    {"https://API.github.com/x?y", true},
    {"HTTPS://api.GITHUB.com/", true},
    {"https://api.github.com?x", true},
    {"http://api.github.com/", false},
    {"https://api.github.com:444", false},
    {"https://api.github.com:80", false},
    {"https://api.github.com.", false},
    {"https://api.github.com.evil.example", false},
    {"https://api.github.com-evil.example", false},
    {"https://api.github.community", false},
    {"https://api.github.co", false},
    {"https://api.github", false},
    {"https://github.com", false},
    {"https://uploads.github.com", false},
    {"https://xapi.github.com", false},
    {"https://x.api.github.com", false},
    {"https://apigithub.com", false},
    {"https://api-github.com", false},
    {"https://api.github.com@evil.example", false},
    {"https://evil.example@api.github.com", false},
    {"https://evil.example/api.github.com", false},
    {"https://evil.example?api.github.com", false},
    {"https://evil.example#api.github.com", false},
    {"https://evil.example\\api.github.com", false},
    {"https://api.github.com\\.evil.example", false},
    {"https://api.github.com%2eevil.example", false},
    {"https://api.github.com%00.evil.example", false},
    {"https://api.g\xd1\x96thub.com", false},
    {"https://api.xn--gthub-n4a.com", false},
    {"https://140.82.112.6", false},
    {"https://[::1]", false},
    {"https://localhost", false},
    {"ftp://api.github.com", false},
    {"//api.github.com", false},
    {" https://api.github.com", false},
};

static void test_same_origin(void **state)
{
    (void)state;
    rtp_url home;
    assert_null(rtp_url_read(rtp_lit("https://api.github.com"), &home));
    for (size_t i = 0; i < RTP_COUNT(hosts); i++) {
        rtp_url url;
        bool same = !rtp_url_read(rtp_str_from(hosts[i].text), &url) && rtp_url_same_origin(&home, &url);
        if (same != hosts[i].same) {
            fail_msg("%s is %s the origin of the token", hosts[i].text, same ? "taken for" : "not taken for");
        }
    }
}

static const struct join_row {
    const char *from, *to, *full; /* full NULL: refused */
} joins[] = {
    {"https://a.example/x/y?z=1", "https://b.example/", "https://b.example/"},
    {"https://a.example/x/y?z=1", "/p?q", "https://a.example/p?q"},
    {"https://a.example/x/y?z=1", "?q=2", "https://a.example/x/y?q=2"},
    {"https://a.example/x/y?z=/1", "p", "https://a.example/x/p"},
    {"https://a.example", "p", "https://a.example/p"},
    {"https://a.example", "?q", "https://a.example?q"},
    {"https://a.example:8/x", "//b.example/p", "https://b.example/p"},
    {"http://127.0.0.1:8/x", "//b.example/p", NULL},
    {"https://a.example/x", " /p ", "https://a.example/p"},
    {"https://a.example/x", "", NULL},
    {"https://a.example/x", "http://a.example/", NULL},
    {"https://a.example/x", "javascript:alert(1)", NULL},
    {"https://a.example/x", "file:///etc/passwd", NULL},
    {"https://a.example/x", "\\\\b.example", NULL},
    {"https://a.example/x", "/a\nb", NULL},
};

static void test_join(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    for (size_t i = 0; i < RTP_COUNT(joins); i++) {
        rtp_url from, url;
        assert_null(rtp_url_read(rtp_str_from(joins[i].from), &from));
        const char *fault = rtp_url_join(&from, rtp_str_from(joins[i].to), arena, &url);
        if (joins[i].full) {
            assert_null(fault);
            assert_string_equal(rtp_arena_copy(arena, url.text).ptr, joins[i].full);
        } else {
            assert_non_null(fault);
        }
    }
    rtp_arena_free(arena);
}

static void test_escape(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_str text = rtp_url_escape(rtp_lit("is:pr a-b_c.d~e \"\xc3\xb6\"&=+/"), arena);
    assert_string_equal(rtp_arena_copy(arena, text).ptr, "is%3Apr%20a-b_c.d~e%20%22%C3%B6%22%26%3D%2B%2F");
    assert_string_equal(rtp_url_below(rtp_lit("https://a.example/api//"), "/x", arena).ptr, "https://a.example/api/x");
    rtp_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read), cmocka_unit_test(test_parts),  cmocka_unit_test(test_same_origin),
        cmocka_unit_test(test_join), cmocka_unit_test(test_escape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
