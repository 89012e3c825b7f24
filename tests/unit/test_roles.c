/* floor: facts */
/* Walking what packs know of a role, and recognising metrics by it. The role is invented. */
#include "facts_support.h"

#include "facts/roles.h"

static const rtp_role clerk = {
    RTP_STR("clerk"), RTP_STR("filed letters\0what is filed\0\0\0a filed letter\0"
                              "time to file\0h\0lower\0the register\0flow\0letters sent back\0time file|filing-time\0"
                              "letters sent back\0%\0lower\0the register\0quality\0\0sent back|returned\0"
                              "\0"
                              "letters opened|openings\0time|per reader\0it counts envelopes\0"
                              "stamps\0\0it counts stamps\0"
                              "\0")};
static const rtp_role plain = {RTP_STR("any"), RTP_STR("\0\0\0\0\0\0\0")};

static void texts_stand_in_their_order(void **state)
{
    (void)state;
    static const char *const texts[] = {"filed letters", "what is filed", "", "", "a filed letter"};
    for (size_t i = 0; i < RTP_COUNT(texts); i++) {
        assert_string_equal(rtp_role_text_at(&clerk, (rtp_role_text)i).ptr, texts[i]);
    }
}

static void lists_end_where_they_end(void **state)
{
    (void)state;
    rtp_cursor measures = rtp_role_measures(&clerk), traps = rtp_role_traps(&clerk);
    rtp_measure measure;
    rtp_trap trap;
    assert_true(rtp_measure_next(&measures, &measure));
    assert_string_equal(measure.texts[RTP_MEASURE_WHERE].ptr, "the register");
    assert_true(rtp_measure_next(&measures, &measure));
    assert_string_equal(measure.texts[RTP_MEASURE_PAIR].ptr, "");
    assert_false(rtp_measure_next(&measures, &measure));
    assert_true(rtp_trap_next(&traps, &trap) && rtp_trap_next(&traps, &trap));
    assert_string_equal(trap.texts[RTP_TRAP_WHY].ptr, "it counts stamps");
    assert_false(rtp_trap_next(&traps, &trap));
    measures = rtp_role_measures(&plain);
    traps = rtp_role_traps(&plain);
    assert_false(rtp_measure_next(&measures, &measure));
    assert_false(rtp_trap_next(&traps, &trap));
}

static void roles_are_found_by_their_whole_id(void **state)
{
    (void)state;
    const rtp_role items[] = {clerk, plain};
    const rtp_roles roles = {items, RTP_COUNT(items)};
    assert_ptr_equal(rtp_role_find(roles, rtp_lit("any")), &items[1]);
    assert_null(rtp_role_find(roles, rtp_lit("cler")));
    assert_null(rtp_role_find(roles, (rtp_str){NULL, 0}));
    assert_null(rtp_role_find((rtp_roles){NULL, 0}, rtp_lit("any")));
}

static const struct {
    const char *words, *name;
    bool fits;
} fits[] = {
    {"letters opened", "Letters opened", true},
    {"letters opened", "opened letters a day", true},
    {"letters opened", "LETTERS (all) OPENED", true},
    {"letters opened", "letters", false},
    {"letters opened", "letters reopened", false},
    {"letters opened", "newsletters opened", false},
    {"a|b c", "c and b", true},
    {"a|b c", "b alone", false},
    {"", "anything", false},
    {"a", "", false},
};

static void words_fit_in_any_order_and_as_a_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(fits); i++) {
        if (rtp_words_fit(rtp_str_from(fits[i].words), rtp_str_from(fits[i].name)) != fits[i].fits) {
            fail_msg("\"%s\" in \"%s\"", fits[i].words, fits[i].name);
        }
    }
}

static void metrics_are_recognised(void **state)
{
    (void)state;
    rtp_measure measure;
    rtp_trap trap;
    assert_true(rtp_measure_find(&clerk, rtp_lit("Time until we file"), &measure));
    assert_string_equal(measure.texts[RTP_MEASURE_NAME].ptr, "time to file");
    assert_true(rtp_measure_find(&clerk, rtp_lit("Letters returned"), &measure));
    assert_string_equal(measure.texts[RTP_MEASURE_NAME].ptr, "letters sent back");
    assert_false(rtp_measure_find(&clerk, rtp_lit("Letters"), &measure));
    assert_false(rtp_measure_find(&clerk, (rtp_str){NULL, 0}, &measure));
    assert_false(rtp_measure_find(NULL, rtp_lit("Time to file"), &measure));
    assert_true(rtp_trap_find(&clerk, rtp_lit("Stamps used"), &trap));
    assert_string_equal(trap.texts[RTP_TRAP_WHY].ptr, "it counts stamps");
    assert_true(rtp_trap_find(&clerk, rtp_lit("Openings"), &trap));
    assert_false(rtp_trap_find(&clerk, rtp_lit("Time until letters are opened"), &trap));
    assert_false(rtp_trap_find(&clerk, rtp_lit("Letters opened per happy reader"), &trap));
    assert_false(rtp_trap_find(&plain, rtp_lit("Stamps"), &trap));
    assert_false(rtp_trap_find(NULL, rtp_lit("Stamps"), &trap));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_stand_in_their_order),
        cmocka_unit_test(lists_end_where_they_end),
        cmocka_unit_test(roles_are_found_by_their_whole_id),
        cmocka_unit_test(words_fit_in_any_order_and_as_a_whole),
        cmocka_unit_test(metrics_are_recognised),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
