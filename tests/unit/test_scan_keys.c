/* floor: json */
/* A key given twice is found in objects of any size and spelling, and the first such pair is told. The
 * texts are invented. */
#include "json_support.h"

/* An object of n keys; the key at `again` is spelt like key `first`, in escapes. */
static rtp_str object_with(rtp_buf *buf, size_t n, size_t first, size_t again)
{
    rtp_buf_put_char(buf, '{');
    for (size_t i = 0; i < n; i++) {
        const char *letter = i == again ? "\\u006b" : "k";
        rtp_buf_format(buf, "%s\"%s%zu\":0", i ? "," : "", letter, i == again ? first : i);
    }
    rtp_buf_put_char(buf, '}');
    return rtp_buf_text(buf);
}

static void test_keys_twice(void **state)
{
    (void)state;
    static const size_t sizes[] = {2, 3, 16, 17, 47, 48, 49, 50, 63, 64, 65, 66, 200, 5000};
    for (size_t i = 0; i < RTP_COUNT(sizes); i++) {
        size_t n = sizes[i];
        for (size_t again = 1; again < n; again += n / 2) {
            rtp_buf buf = rtp_buf_make(1 << 20);
            bench made = bench_make(object_with(&buf, n, again / 2, again));
            EXPECT(!scan_bytes(&made, &rtp_json_profile_limits), &made, "keys");
            check_refusal(&made, "keys");
            const rtp_diag *diag = &made.diags->items[0];
            assert_string_equal(diag->code, "J0022");
            EXPECT(memcmp(made.copy + diag->offset, "\"\\u006b", 7) == 0, &made, "keys");
            assert_true(made.copy[diag->offset + diag->length - 1] == '"');
            bench_free(&made);
            rtp_buf_free(&buf);
        }
        rtp_buf buf = rtp_buf_make(1 << 20);
        bench made = bench_make(object_with(&buf, n, 0, n));
        EXPECT(scan_bytes(&made, &rtp_json_profile_limits), &made, "keys");
        bench_free(&made);
        rtp_buf_free(&buf);
    }
}

/* Of several pairs, the one whose second key comes first in the text is told. */
static void test_first_pair(void **state)
{
    (void)state;
    static const struct {
        rtp_str text;
        size_t offset;
    } cases[] = {
        {RTP_STR("{\"d\":1,\"c\":1,\"b\":1,\"a\":1,\"c\":2,\"a\":2}"), 25},
        {RTP_STR("{\"a\":[{\"b\":1,\"c\":{\"d\":1,\"d\":2}}],\"a\":1}"), 24},
        {RTP_STR(
             "{\"k01\":1,\"k02\":1,\"k03\":1,\"k04\":1,\"k05\":1,\"k06\":1,\"k07\":1,\"k08\":1,\"k09\":1,\"k10\":1,"
             "\"k11\":1,\"k12\":1,\"k13\":1,\"k14\":1,\"k15\":1,\"k16\":1,\"k17\":1,\"k17\":1,\"k01\":1,\"k17\":1}"),
         1 + 17 * 8},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        bench made = bench_make(cases[i].text);
        EXPECT(!scan_bytes(&made, &rtp_json_profile_limits), &made, cases[i].text.ptr);
        EXPECT(made.diags->items[0].offset == cases[i].offset, &made, cases[i].text.ptr);
        bench_free(&made);
    }
}

/* Likewise when the keys are sorted: k0 to k98 twice, but the second time from k98 down. */
static void test_first_pair_of_many(void **state)
{
    (void)state;
    rtp_buf buf = rtp_buf_make(1 << 16);
    for (unsigned i = 0; i < 99; i++) {
        rtp_buf_format(&buf, "%s\"k%02u\":0", i ? "," : "{", i);
    }
    size_t second = buf.len + 1;
    for (unsigned i = 99; i-- > 0;) {
        rtp_buf_format(&buf, ",\"k%02u\":0", i);
    }
    rtp_buf_puts(&buf, "}");
    bench made = bench_make(rtp_buf_text(&buf));
    EXPECT(!scan_bytes(&made, &rtp_json_profile_limits), &made, "many pairs");
    EXPECT(made.diags->items[0].offset == second, &made, "many pairs");
    EXPECT(rtp_str_starts(made.diags->items[0].message, rtp_lit("\"k98\"")), &made, "many pairs");
    bench_free(&made);
    rtp_buf_free(&buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys_twice),
        cmocka_unit_test(test_first_pair),
        cmocka_unit_test(test_first_pair_of_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
