/* floor: facts */
#include "facts_support.h"

#define ASK(members)  "'person': {'role': 'Clerk'}, 'ask': {" members "}"
#define DAYS(days)    "'preferred': {'office_days': " days "}"
#define MANDATE(days) ", 'mandate': {'office_days': " days "}"

static void the_ask_is_the_preferred_rung(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {ASK("'preferred': {'office_days': 2, 'weekdays': ['thu', 'tue'], 'weeks': 8, 'note': 'not in July'}, "
             "'start': '2027-02-01', 'decide_by': '2027-01-15'"),
         "ask.office_days", 0, "2", 'p', "/ask/preferred/office_days"},
        {NULL, "ask.home_days", 0, "3", 'f', "/ask/preferred/office_days"},
        /* In week order, whatever the order given. */
        {NULL, "ask.office_weekdays", 0, "Tuesday and Thursday", 'p', "/ask/preferred/weekdays"},
        {NULL, "ask.home_weekdays", 0, "Monday, Wednesday and Friday", 'f', "/ask/preferred/weekdays"},
        {NULL, "ask.weeks", 0, "8", 'p', "/ask/preferred/weeks"},
        {NULL, "ask.note", 0, "not in July", 'p', "/ask/preferred/note"},
        {NULL, "ask.proposed", 0, "no", 'f', NULL},
        {NULL, "ask.start", 0, "1 February 2027", 'p', "/ask/start"},
        {NULL, "ask.decide_by", 0, "15 January 2027", 'p', "/ask/decide_by"},
        {NULL, "ask.decide_by_days", 0, "55", 'f', "/ask/decide_by"},
        {NULL, "ask.fixed", 0, NULL, 0, NULL},
        {BASE, "ask.decide_by_days", 0, NULL, 0, NULL},
        {BASE, "ask.office_weekdays", 0, NULL, 0, NULL},
        {NULL, "ask.home_weekdays", 0, NULL, 0, NULL},
        {NULL, "ask.weeks", 0, NULL, 0, NULL},
        {NULL, "ask.start", 0, NULL, 0, NULL},
        {ASK(DAYS("0")), "ask.home_weekdays", 0, "Monday, Tuesday, Wednesday, Thursday and Friday", 'f',
         "/ask/preferred/office_days"},
        {NULL, "ask.office_weekdays", 0, NULL, 0, NULL},
        {ASK(DAYS("2") ", 'fixed': true"), "ask.fixed", 0, "yes", 'p', "/ask/fixed"},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void arrangement_and_gap(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {ASK(DAYS("0")), "ask.arrangement", 0, "remote", 'f', "/ask/preferred/office_days"},
        {ASK(DAYS("1")), "ask.arrangement", 0, "hybrid", 'f', NULL},
        {ASK(DAYS("4")), "ask.arrangement", 0, "hybrid", 'f', NULL},
        {ASK(DAYS("5")), "ask.arrangement", 0, "office", 'f', NULL},
        {NULL, "ask.gap", 0, "0", 'f', NULL},
        {ASK(DAYS("2")), "ask.gap", 0, "3", 'f', NULL},
        {NULL, "ask.equals_mandate", 0, NULL, 0, NULL},
        {ASK(DAYS("2")) MANDATE("3"), "ask.gap", 0, "1", 'f', NULL},
        {NULL, "ask.equals_mandate", 0, "no", 'f', NULL},
        {ASK(DAYS("3")) MANDATE("3"), "ask.equals_mandate", 0, "yes", 'f', NULL},
        {ASK(DAYS("4")) MANDATE("3"), "ask.equals_mandate", 0, "yes", 'f', NULL},
        {NULL, "ask.gap", 0, "-1", 'f', NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

typedef struct ladder_case {
    const char *profile;
    const char *ladder; /* days, "*" behind those proposed */
} ladder_case;

static const ladder_case ladders[] = {
    {ASK(DAYS("2")), "preferred 2, acceptable 3*, starter 4*"},
    {ASK(DAYS("2")) MANDATE("5"), "preferred 2, acceptable 3*, starter 4*"},
    {ASK(DAYS("0")), "preferred 0, acceptable 1*, starter 4*"},
    {ASK(DAYS("0")) MANDATE("2"), "preferred 0, starter 1*"},
    {ASK(DAYS("3")), "preferred 3, starter 4*"},
    {ASK(DAYS("4")), "preferred 4"},
    {ASK(DAYS("5")), "preferred 5"},
    {ASK(DAYS("2")) MANDATE("3"), "preferred 2"},
    {ASK(DAYS("1")) MANDATE("3"), "preferred 1, starter 2*"},
    {ASK(DAYS("2") ", 'fixed': true"), "preferred 2"},
    {ASK(DAYS("2") ", 'fixed': false"), "preferred 2, acceptable 3*, starter 4*"},
    {ASK(DAYS("2") ", 'fixed': true, 'starter': {'office_days': 4}"), "preferred 2, starter 4"},
    {ASK(DAYS("1") ", 'acceptable': {'office_days': 3}"), "preferred 1, acceptable 3, starter 4*"},
    {ASK(DAYS("1") ", 'acceptable': {'office_days': 4}"), "preferred 1, acceptable 4, starter 4*"},
    {ASK(DAYS("1") ", 'acceptable': {'office_days': 4}") MANDATE("4"), "preferred 1, acceptable 4"},
    {ASK(DAYS("2") ", 'starter': {'office_days': 3}"), "preferred 2, starter 3"},
    {ASK(DAYS("1") ", 'starter': {'office_days': 3}"), "preferred 1, acceptable 2*, starter 3"},
};

static rtp_str write_ladder(const bench *made)
{
    rtp_str text = rtp_lit("");
    for (size_t i = 0; i < rtp_facts_items(made->facts, RTP_RUNGS); i++) {
        rtp_str name = rtp_value_text(bench_get(made, "rung.name", i), made->arena);
        rtp_str days = rtp_value_text(bench_get(made, "rung.office_days", i), made->arena);
        bool proposed = bench_get(made, "rung.proposed", i)->flag;
        assert_int_equal(bench_get(made, "rung.office_days", i)->origin.kind,
                         proposed ? RTP_FROM_DEFAULT : RTP_FROM_PROFILE);
        text = rtp_arena_format(made->arena, "%.*s%s%.*s %.*s%s", RTP_FMT(text), i > 0 ? ", " : "", RTP_FMT(name),
                                RTP_FMT(days), proposed ? "*" : "");
    }
    return text;
}

static void missing_rungs_are_derived(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(ladders); i++) {
        bench made = bench_make(ladders[i].profile, document_date);
        rtp_str ladder = write_ladder(&made);
        if (!rtp_str_equal(ladder, rtp_str_from(ladders[i].ladder))) {
            fail_msg("%s: \"%.*s\", not \"%s\"", ladders[i].profile, RTP_FMT(ladder), ladders[i].ladder);
        }
        assert_true(bench_get(&made, "ask.rung_count", 0)->number == (double)rtp_facts_items(made.facts, RTP_RUNGS));
        bench_free(&made);
    }
}

static void rungs_say_who_gave_them(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {ASK(DAYS("1") ", 'acceptable': {'office_days': 3, 'weekdays': ['mon', 'tue', 'wed']}"), "rung.name", 1,
         "acceptable", 'p', "/ask/acceptable"},
        {NULL, "rung.position", 1, "2", 'f', NULL},
        {NULL, "rung.home_days", 1, "2", 'f', "/ask/acceptable/office_days"},
        {NULL, "rung.home_weekdays", 1, "Thursday and Friday", 'f', "/ask/acceptable/weekdays"},
        {NULL, "rung.name", 2, "starter", 'd', ""},
        {NULL, "rung.home_days", 2, "1", 'd', ""},
        {NULL, "rung.office_weekdays", 2, NULL, 0, NULL},
        {NULL, "rung.weeks", 2, NULL, 0, NULL},
        {NULL, "rung.proposed", 2, "yes", 'f', ""},
        {NULL, "rung.name", 3, NULL, 0, NULL},
        {NULL, "rung.smallest", 2, "yes", 'f', ""},
        {NULL, "rung.smallest", 0, "no", 'f', ""},
        {NULL, "rung.repeats", 2, "no", 'f', ""},
        {NULL, "starter.office_days", 0, "4", 'd', ""},
        {NULL, "starter.home_days", 0, "1", 'd', ""},
        {NULL, "starter.proposed", 0, "yes", 'f', NULL},
        /* The smallest step is the last one, even when it is the only one. */
        {ASK(DAYS("4")), "starter.home_days", 0, "1", 'f', "/ask/preferred/office_days"},
        {NULL, "starter.proposed", 0, "no", 'f', NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_ask_is_the_preferred_rung),
        cmocka_unit_test(arrangement_and_gap),
        cmocka_unit_test(missing_rungs_are_derived),
        cmocka_unit_test(rungs_say_who_gave_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
