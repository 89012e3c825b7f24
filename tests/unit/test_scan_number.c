/* floor: json */
/* Numbers at the border of what is kept; the forms that are wrong are among the faults of test_scan.c. */
#include "json_support.h"

/* The border of what a double holds, by digits, by exponent, by both. */
static void test_number_range(void **state)
{
    (void)state;
    static const struct {
        int digits, zeros; /* of the whole part; of the fraction before its one digit, -1: none */
        const char *exponent;
        bool fits;
    } cases[] = {
        {308, -1, "", true},
        {309, -1, "", false},
        {309, -1, "e-1", true},
        {400, -1, "e-91", false},
        {400, -1, "e-92", true},
        {1, -1, "e307", true},
        {1, -1, "e308", false},
        {0, 0, "e308", true},
        {0, 0, "e309", false},
        {0, 99, "e407", true},
        {0, 99, "e408", false},
        {1, 5, "E+307", true},
        {1, 5, "E+308", false},
        {1, -1, "e99999999999999999999", false},
        {1, -1, "e-99999999999999999999", true},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        char text[1024];
        size_t len = 0;
        text[len++] = cases[i].digits ? '9' : '0';
        for (int n = 1; n < cases[i].digits; n++) {
            text[len++] = '9';
        }
        if (cases[i].zeros >= 0) {
            text[len++] = '.';
            memset(text + len, '0', (size_t)cases[i].zeros);
            len += (size_t)cases[i].zeros;
            text[len++] = '7';
        }
        size_t rest = strlen(cases[i].exponent);
        memcpy(text + len, cases[i].exponent, rest + 1);
        bench made = bench_make((rtp_str){text, len + rest});
        EXPECT(scan_bytes(&made, &rtp_json_profile_limits) == cases[i].fits, &made, text);
        bench_free(&made);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_number_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
