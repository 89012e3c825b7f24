/* floor: facts */
/* The lot and the weeks it orders. The orders below were worked out apart from this program, from the
 * description of the generator alone. */
#include "facts/trial.h"
#include "facts_support.h"

static void the_lot_follows_its_description(void **state)
{
    (void)state;
    static const struct {
        int32_t seed;
        const char *order; /* h: home first */
    } cases[] = {
        {1, "ohoohhhhoohh"},      {2, "ohhoohhooooh"},      {7, "oohohohhoohh"},
        {482913, "ohhhoohooooo"}, {999999, "hooooohhhooh"},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_lot lot = rtp_lot_make(cases[i].seed);
        for (size_t k = 0; cases[i].order[k] != '\0'; k++) {
            bool home = rtp_lot_draw(&lot);
            if (home != (cases[i].order[k] == 'h')) {
                fail_msg("seed %d, pair %zu", (int)cases[i].seed, k + 1);
            }
        }
    }
}

static void each_order_is_as_likely(void **state)
{
    (void)state;
    enum { SEEDS = 20000, PAIRS = 6, ORDERS = 64 };
    size_t seen[ORDERS] = {0};
    for (int32_t seed = 1; seed <= SEEDS; seed++) {
        rtp_lot lot = rtp_lot_make(seed);
        size_t order = 0;
        for (size_t i = 0; i < PAIRS; i++) {
            order = 2 * order + rtp_lot_draw(&lot);
        }
        seen[order]++;
    }
    for (size_t i = 0; i < ORDERS; i++) { /* 312 of each on average, and a spread of 18 */
        assert_in_range(seen[i], 312 - 4 * 18, 312 + 4 * 18);
    }
}

static void seeds_of_texts_stay_in_range(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "a", "b", "{}", "{ }", "a longer text, with more in it"};
    for (size_t i = 0; i < RTP_COUNT(texts); i++) {
        int32_t seed = rtp_seed_of(rtp_str_from(texts[i]));
        assert_in_range(seed, 1, RTP_SEED_MOST);
        for (size_t k = 0; k < i; k++) {
            assert_int_not_equal(seed, rtp_seed_of(rtp_str_from(texts[k])));
        }
    }
}

/* ---- the weeks, as facts ---- */

#define TURNS(more)                                                                                                    \
    BASE ", 'strategy': 'push_back', 'pilot': {'start': '2027-01-11', 'design': 'alternating_weeks'" more "}"

static void weeks_take_turns_in_the_order_drawn(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {TURNS(", 'weeks': 5, 'x-plan': {'seed': 7}"), "trial.seed", 0, "7", 'p', "/pilot/x-plan/seed"},
        {NULL, "trial.order", 0, "office and office", 'f', NULL},
        {NULL, "trial.pairs", 0, "2", 'f', NULL},
        {NULL, "trial.home_weeks", 0, "3", 'f', NULL},
        {NULL, "trial.office_weeks", 0, "2", 'f', NULL},
        {NULL, "trial.spare", 0, "yes", 'f', NULL},
        {NULL, "week.at", 0, "office", 'f', NULL},
        {NULL, "week.at", 1, "home", 'f', NULL},
        {NULL, "week.at", 4, "home", 'f', NULL},
        {NULL, "week.pair", 3, "2", 'f', NULL},
        {NULL, "week.pair", 4, NULL, 0, NULL},
        {NULL, "week.from", 4, "8 February 2027", 'f', NULL},
        {NULL, "week.to", 4, "14 February 2027", 'f', NULL},
        {NULL, "week.from", 5, NULL, 0, NULL},
        {TURNS(", 'weeks': 4"), "trial.spare", 0, "no", 'f', NULL},
        {NULL, "trial.seed", 0, "856408", 'f', ""},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void without_turns_nothing_is_drawn(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {BASE ", 'strategy': 'push_back', 'pilot': {'start': '2027-01-11', 'weeks': 2}", "trial.design", 0,
         "before_after", 'd', ""},
        {NULL, "trial.seed", 0, NULL, 0, NULL},
        {NULL, "trial.order", 0, NULL, 0, NULL},
        {NULL, "week.at", 1, "home", 'f', NULL},
        {NULL, "week.pair", 1, NULL, 0, NULL},
        {BASE ", 'strategy': 'earn_back', 'mandate': {'start': '2027-01-04'}, 'pilot': {'design': "
              "'alternating_weeks'}",
         "trial.seed", 0, NULL, 0, NULL},
        {NULL, "trial.design", 0, "before_after", 'd', ""},
        {NULL, "week.from", 4, "3 March 2027", 'f', NULL},
        {NULL, "week.to", 4, "4 March 2027", 'f', NULL},
        {BASE, "week.from", 0, NULL, 0, NULL}, /* nobody said when it starts */
        {NULL, "trial.home_weeks", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

#define RECORD(first, second)                                                                                          \
    TURNS(", 'weeks': 2, 'x-plan': {'recorded': '2026-12-01', 'seed': 7, 'calendar': [{'week': '2027-01-11', 'at': "   \
          "'" first "'}, {'week': '" second "', 'at': 'office'}]}")

static void a_record_of_the_same_weeks_goes_first(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {RECORD("home", "2027-01-18"), "week.at", 0, "home", 'f', NULL},
        {NULL, "week.at", 1, "office", 'f', NULL},
        {NULL, "trial.recorded", 0, "1 December 2026", 'p', "/pilot/x-plan/recorded"},
        {RECORD("home", "2027-01-19"), "week.at", 0, "office", 'f', NULL}, /* of other weeks */
        {NULL, "week.at", 1, "home", 'f', NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_lot_follows_its_description), cmocka_unit_test(each_order_is_as_likely),
        cmocka_unit_test(seeds_of_texts_stay_in_range),    cmocka_unit_test(weeks_take_turns_in_the_order_drawn),
        cmocka_unit_test(without_turns_nothing_is_drawn),  cmocka_unit_test(a_record_of_the_same_weeks_goes_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
