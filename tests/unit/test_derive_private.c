/* floor: facts */
#include "facts_support.h"

static void private_members(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {NULL, "private.any", 0, "yes", 'f', "/private"},
        {NULL, "private.floor_days", 0, "4", 'p', "/private/floor/office_days"},
        {NULL, "private.hired_as", 0, "hybrid", 'p', "/private/hired_as"},
        {NULL, "private.rating", 0, "above", 'p', "/private/rating"},
        {NULL, "private.layoff_signals", 0, "no", 'p', "/private/layoff_signals"},
        {NULL, "private.reasons", 0, "school pick-up at 15:30 on two days", 'p', "/private/reasons"},
        {NULL, "private.allies", 0, "Head of Operations", 'p', "/private/allies"},
        {NULL, "private.notes", 0, "Maya's own bonus depends on office attendance", 'p', "/private/notes"},
    };
    check_example("backend-engineer", cases, RTP_COUNT(cases));
}

static void silence_is_unknown(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {BASE, "private.any", 0, "no", 'f', ""},
        {NULL, "private.floor_days", 0, NULL, 0, NULL},
        {NULL, "private.layoff_signals", 0, NULL, 0, NULL},
        {NULL, "private.notes", 0, NULL, 0, NULL},
        {NULL, "jurisdiction.country", 0, NULL, 0, NULL},
        {BASE ", 'private': {'layoff_signals': false}", "private.any", 0, "yes", 'f', "/private"},
        {BASE ", 'private': {'floor': {'office_days': 2}}", "private.any", 0, "yes", 'f', "/private"},
        {BASE ", 'jurisdiction': {'country': 'GB', 'region': 'Wales'}", "jurisdiction.country", 0, "GB", 'p',
         "/jurisdiction/country"},
        {NULL, "jurisdiction.region", 0, "Wales", 'p', "/jurisdiction/region"},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(private_members),
        cmocka_unit_test(silence_is_unknown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
