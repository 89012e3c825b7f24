/* floor: facts */
#include "facts_support.h"

enum { ENFORCEMENT, RATING, TENURE, RELATIONSHIP, RESULTS, STANCE, LAYOFFS };

#define ROLE(more)       "'person': {'role': 'Clerk'" more "}, 'ask': {'preferred': {'office_days': 2}}"
#define MANDATE(strict)  ", 'mandate': {'enforcement': '" strict "'}"
#define MANAGER(members) ", 'manager': {" members "}"
#define PRIVATE(members) ", 'private': {" members "}"
#define STRATEGY(word)   ", 'strategy': '" word "'"
#define METRIC(name, more, remote)                                                                                     \
    "{'name': '" name "', 'better': 'lower'" more ", 'samples': {'office': [5,5,5,5], 'remote': [" remote "]}}"
#define METRICS(list) ", 'history': {'metrics': [" list "]}"
#define HEADLINE      ", 'headline': true"

static const fact_case readings[] = {
    {BASE MANDATE("strict"), "factor.reading", ENFORCEMENT, "weak", 'f', "/mandate/enforcement"},
    {BASE MANDATE("moderate"), "factor.reading", ENFORCEMENT, "neutral", 'f', NULL},
    {BASE MANDATE("loose"), "factor.reading", ENFORCEMENT, "strong", 'f', NULL},
    {BASE MANDATE("unknown"), "factor.reading", ENFORCEMENT, "unknown", 'f', "/mandate/enforcement"},
    {BASE, "factor.reading", ENFORCEMENT, "unknown", 'f', ""},
    {BASE PRIVATE("'rating': 'below'"), "factor.reading", RATING, "weak", 'f', "/private/rating"},
    {BASE PRIVATE("'rating': 'meets'"), "factor.reading", RATING, "neutral", 'f', NULL},
    {BASE PRIVATE("'rating': 'above'"), "factor.reading", RATING, "strong", 'f', NULL},
    {BASE, "factor.reading", RATING, "unknown", 'f', ""},
    {ROLE(", 'started': '2025-12'"), "factor.reading", TENURE, "weak", 'f', "/person/started"},
    {ROLE(", 'started': '2025-11'"), "factor.reading", TENURE, "neutral", 'f', NULL},
    {ROLE(", 'started': '2024-12'"), "factor.reading", TENURE, "neutral", 'f', NULL},
    {ROLE(", 'started': '2024-11'"), "factor.reading", TENURE, "strong", 'f', NULL},
    {ROLE(", 'started': '2027-01'"), "factor.reading", TENURE, "unknown", 'f', ""},
    {BASE, "factor.reading", TENURE, "unknown", 'f', ""},
    {BASE MANAGER("'relationship': 'strong'"), "factor.reading", RELATIONSHIP, "strong", 'f', "/manager/relationship"},
    {BASE MANAGER("'relationship': 'good'"), "factor.reading", RELATIONSHIP, "strong", 'f', NULL},
    {BASE MANAGER("'relationship': 'new'"), "factor.reading", RELATIONSHIP, "weak", 'f', NULL},
    {BASE MANAGER("'relationship': 'strained'"), "factor.reading", RELATIONSHIP, "weak", 'f', NULL},
    {BASE MANAGER("'stance': 'supportive'"), "factor.reading", STANCE, "strong", 'f', "/manager/stance"},
    {BASE MANAGER("'stance': 'open'"), "factor.reading", STANCE, "strong", 'f', NULL},
    {BASE MANAGER("'stance': 'neutral'"), "factor.reading", STANCE, "neutral", 'f', NULL},
    {BASE MANAGER("'stance': 'sceptical'"), "factor.reading", STANCE, "neutral", 'f', NULL},
    {BASE MANAGER("'stance': 'opposed'"), "factor.reading", STANCE, "weak", 'f', NULL},
    {BASE PRIVATE("'layoff_signals': true"), "factor.reading", LAYOFFS, "weak", 'f', "/private/layoff_signals"},
    {BASE PRIVATE("'layoff_signals': false"), "factor.reading", LAYOFFS, "neutral", 'f', NULL},
    {BASE, "factor.reading", RESULTS, "unknown", 'f', ""},
    {BASE METRICS(METRIC("a", "", "3,3,3,3")), "factor.reading", RESULTS, "strong", 'f', "/history/metrics/0"},
    {BASE METRICS(METRIC("a", "", "5,5,5,5")), "factor.reading", RESULTS, "neutral", 'f', NULL},
    {BASE METRICS(METRIC("a", "", "8,8,8,8")), "factor.reading", RESULTS, "weak", 'f', NULL},
    {BASE METRICS(METRIC("a", "", "8,8,8")), "factor.reading", RESULTS, "unknown", 'f', ""},
    /* A headline that got worse outweighs another metric that got better. */
    {BASE METRICS(METRIC("a", "", "3,3,3,3") "," METRIC("b", HEADLINE, "8,8,8,8")), "factor.reading", RESULTS, "weak",
     'f', "/history/metrics/1"},
};

static void factors_are_read_from_the_profile(void **state)
{
    (void)state;
    check_cases(readings, RTP_COUNT(readings));
}

static void every_factor_has_a_name_and_a_reason(void **state)
{
    (void)state;
    static const char *const names[] = {"Enforcement",     "Rating",           "Time in the role", "Relationship",
                                        "Results at home", "Manager's stance", "Signs of layoffs"};
    for (size_t i = 0; i < RTP_COUNT(readings); i++) {
        bench made = bench_make(readings[i].profile, document_date);
        assert_int_equal(rtp_facts_items(made.facts, RTP_FACTORS), RTP_COUNT(names));
        for (size_t k = 0; k < RTP_COUNT(names); k++) {
            assert_true(rtp_str_equal(bench_get(&made, "factor.name", k)->text, rtp_str_from(names[k])));
            assert_true(bench_get(&made, "factor.reason", k)->text.len > 20);
            assert_true(bench_get(&made, "factor.position", k)->number == (double)(k + 1));
        }
        bench_free(&made);
    }
}

static void the_strategy_follows(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        /* Everything unknown: a small ask is still a ladder. */
        {BASE, "strategy.chosen", 0, "push_back", 'f', ""},
        {NULL, "strategy.given", 0, NULL, 0, NULL},
        {NULL, "strategy.unknown", 0, "7", 'f', NULL},
        {NULL, "strategy.unknown_names", 0,
         "Enforcement, Rating, Time in the role, Relationship, Results at home, Manager's stance and Signs of layoffs",
         'f', NULL},
        {NULL, "strategy.strong", 0, "0", 'f', NULL},
        {BASE MANDATE("strict"), "strategy.chosen", 0, "earn_back", 'f', NULL},
        /* Strict enforcement decides alone, unless nothing else is weak and nearly everything strong. */
        {ROLE(", 'started': '2020-01'") MANDATE("strict") MANAGER("'stance': 'open', 'relationship': 'good'"),
         "strategy.chosen", 0, "earn_back", 'f', NULL},
        {NULL, "strategy.strong", 0, "3", 'f', NULL},
        {NULL, "strategy.weak", 0, "1", 'f', NULL},
        {ROLE(", 'started': '2020-01'") MANDATE("strict") MANAGER("'stance': 'open', 'relationship': 'good'")
             PRIVATE("'rating': 'above'"),
         "strategy.chosen", 0, "push_back", 'f', NULL},
        {NULL, "strategy.strong", 0, "4", 'f', NULL},
        {ROLE(", 'started': '2020-01'") MANDATE("strict") MANAGER("'stance': 'open', 'relationship': 'good'")
             PRIVATE("'rating': 'above', 'layoff_signals': true"),
         "strategy.chosen", 0, "earn_back", 'f', NULL},
        /* One thing against you is no reason to wait, two are. */
        {BASE MANAGER("'stance': 'opposed'"), "strategy.chosen", 0, "push_back", 'f', NULL},
        {BASE MANAGER("'stance': 'opposed', 'relationship': 'strained'"), "strategy.chosen", 0, "earn_back", 'f', NULL},
        /* As many weak as strong is not more. */
        {BASE MANAGER("'stance': 'opposed', 'relationship': 'good'"), "strategy.chosen", 0, "push_back", 'f', NULL},
        {BASE MANAGER("'stance': 'opposed', 'relationship': 'good'") PRIVATE("'layoff_signals': true"),
         "strategy.chosen", 0, "earn_back", 'f', NULL},
        {BASE MANDATE("strict") STRATEGY("push_back"), "strategy.chosen", 0, "push_back", 'p', "/strategy"},
        {NULL, "strategy.given", 0, "push_back", 'p', "/strategy"},
        {BASE STRATEGY("earn_back"), "strategy.chosen", 0, "earn_back", 'p', "/strategy"},
        {BASE MANDATE("strict") STRATEGY("auto"), "strategy.chosen", 0, "earn_back", 'f', ""},
        {NULL, "strategy.given", 0, "auto", 'p', "/strategy"},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void the_examples(void **state)
{
    (void)state;
    static const fact_case backend[] = {
        {NULL, "strategy.chosen", 0, "push_back", 'f', NULL},
        {NULL, "strategy.strong", 0, "4", 'f', NULL},
        {NULL, "strategy.weak", 0, "0", 'f', NULL},
    };
    static const fact_case support[] = {
        {NULL, "strategy.chosen", 0, "earn_back", 'f', NULL},
        {NULL, "strategy.strong", 0, "0", 'f', NULL},
        {NULL, "strategy.weak", 0, "5", 'f', NULL},
    };
    check_example("backend-engineer", backend, RTP_COUNT(backend));
    check_example("support-agent", support, RTP_COUNT(support));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(factors_are_read_from_the_profile),
        cmocka_unit_test(every_factor_has_a_name_and_a_reason),
        cmocka_unit_test(the_strategy_follows),
        cmocka_unit_test(the_examples),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
