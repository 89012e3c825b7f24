/* floor: app */
/* Paper and English by country: the common ones by name, the others by a rule that cannot surprise. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/app.h"

static const rtp_country cases[] = {
    {RTP_STR("US"), RTP_STR("en-US"), RTP_PAPER_LETTER},
    {RTP_STR("CA"), RTP_STR("en-CA"), RTP_PAPER_LETTER},
    {RTP_STR("GB"), RTP_STR("en-GB"), RTP_PAPER_A4},
    {RTP_STR("IE"), RTP_STR("en-IE"), RTP_PAPER_A4},
    {RTP_STR("MX"), RTP_STR("en"), RTP_PAPER_LETTER},
    {RTP_STR("DE"), RTP_STR("en"), RTP_PAPER_A4},
    {RTP_STR("us"), RTP_STR("en"), RTP_PAPER_A4},
    {RTP_STR(""), RTP_STR("en"), RTP_PAPER_A4},
    {{NULL, 0}, RTP_STR("en"), RTP_PAPER_A4},
};

static void a_country_has_paper_and_english(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_country found = rtp_country_find(cases[i].code);
        assert_true(rtp_str_equal(found.language, cases[i].language));
        assert_int_equal(found.paper, cases[i].paper);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_country_has_paper_and_english)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
