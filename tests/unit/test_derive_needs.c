/* floor: facts */
#include "facts_support.h"

static void needs_and_wants(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {BASE ", 'needs': [{'need': 'quiet'}, {'need': 'a desk', 'why': 'calls', 'expectation': 'no repeats'}], "
              "'wants': ['sleep']",
         "need.need", 0, "quiet", 'p', "/needs/0/need"},
        {NULL, "need.why", 0, NULL, 0, NULL},
        {NULL, "need.why", 1, "calls", 'p', "/needs/1/why"},
        {NULL, "need.expectation", 1, "no repeats", 'p', "/needs/1/expectation"},
        {NULL, "need.position", 1, "2", 'f', "/needs/1"},
        {NULL, "need.need", 2, NULL, 0, NULL},
        {NULL, "needs.count", 0, "2", 'f', "/needs"},
        {NULL, "wants.list", 0, "sleep", 'p', "/wants"},
        {NULL, "wants.count", 0, "1", 'f', "/wants"},
        {BASE, "wants.list", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(needs_and_wants)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
