/* floor: base */
/* What ends a sentence, in several scripts; the sentences are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/base.h"

static void each_script_has_its_own_end(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool ended;
        size_t stop;
    } rows[] = {
        {"", false, 0},
        {"Post a note", false, 0},
        {"Post a note.", true, 1},
        {".", true, 1},
        {"And so on..", true, 0},
        {"And so on...", true, 0},
        {"And so on\u2026", true, 0},
        {"Why not?", true, 0},
        {"No!", true, 0},
        {"one; two", false, 0},
        {"one;", false, 0},
        {";", false, 0},
        {"caf\u00E9;", false, 0},
        {"na\u017Ee;", false, 0},
        {"\u2014;", false, 0},
        /* Japanese, Chinese */
        {"\u9032\u6357\u304C\u898B\u3048\u306A\u3044\u3002", true, 3},
        {"\u9032\u6357\u304C\u898B\u3048\u306A\u3044", false, 0},
        {"\u9032\u6357\uFF0E", true, 3},
        {"\u9032\u6357\uFF61", true, 3},
        {"\u9032\u6357\uFF01", true, 0},
        {"\u9032\u6357\uFF1F", true, 0},
        /* Arabic, Urdu, Hindi, Armenian, Amharic */
        {"\u0643\u064A\u0641\u061F", true, 0},
        {"\u06A9\u0627\u0645\u06D4", true, 2},
        {"\u0915\u093E\u092E\u0964", true, 3},
        {"\u0563\u0589", true, 2},
        {"\u1235\u1362", true, 3},
        /* Greek, with its own sign and with that of ASCII; an accent may come from another block */
        {"\u03C0\u03AF\u03BD\u03B1\u03BA\u03B1\u037E", true, 0},
        {"\u03C0\u03AF\u03BD\u03B1\u03BA\u03B1;", true, 0},
        {"\u03C0\u1F70;", true, 0},
        {"\u03C0\u03AF\u03BD\u03B1\u03BA\u03B1.", true, 1},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_str text = rtp_str_from(rows[i].text);
        if (rtp_str_is_ended(text) != rows[i].ended || rtp_str_full_stop(text) != rows[i].stop) {
            fail_msg("row %zu: %s", i, rows[i].text);
        }
    }
}

static void an_absent_text_has_no_end(void **state)
{
    (void)state;
    assert_false(rtp_str_is_ended(rtp_str_from(NULL)));
    assert_int_equal(rtp_str_full_stop(rtp_str_from(NULL)), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_script_has_its_own_end),
        cmocka_unit_test(an_absent_text_has_no_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
