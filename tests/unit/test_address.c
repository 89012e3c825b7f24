/* floor: render */
/* Addresses: which may become links, which may stand as they are, and how the others are encoded. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "render/address.h"

typedef struct address_row {
    const char *address;
    bool safe, plain;
    const char *encoded;
} address_row;

static void test_addresses(void **state)
{
    static const address_row rows[] = {
        {"https://example.org/a?b=1&c=2#d", true, true, "https://example.org/a?b=1&c=2#d"},
        {"HTTP://example.org", true, true, "HTTP://example.org"},
        {"mailto:x@example.org", true, true, "mailto:x@example.org"},
        {"javascript:alert(1)", false, true, "javascript:alert(1)"},
        {" https://example.org", false, false, "%20https://example.org"},
        {"data:text/html,x", false, true, "data:text/html,x"},
        {"//example.org", false, true, "//example.org"},
        {"https://", false, true, "https://"},
        {"", false, true, ""},
        {"https://example.org/a b", true, false, "https://example.org/a%20b"},
        {"https://example.org/<a>\"`\\", true, false, "https://example.org/%3Ca%3E%22%60%5C"},
        {"https://example.org/\x01\x7F", true, false, "https://example.org/%01%7F"},
        {"https://example.org/&lt;", true, false, "https://example.org/&lt;"},
        {"https://example.org/é", true, true, "https://example.org/é"},
        {"https://example.org/\xE2\x80\xAE", true, false, "https://example.org/%E2%80%AE"},
        {"https://example.org/\xFF", true, false, "https://example.org/%FF"},
    };
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_str address = rtp_str_from(rows[i].address);
        rtp_buf out = rtp_buf_make(1000);
        rtp_address_put(&out, address);
        assert_string_equal(rtp_buf_text(&out).ptr, rows[i].encoded);
        assert_int_equal(rtp_address_is_safe(address), rows[i].safe);
        assert_int_equal(rtp_address_is_plain(address), rows[i].plain);
        rtp_buf_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_addresses)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
