/* floor: rules */
/* Conditions: what they answer when facts are known and when they are not, and what is refused when
 * they are loaded. All facts are invented. */
#include "rules_support.h"

#include "rules/condition.h"

/* ---- three values ---- */

typedef struct truth_case {
    const char *condition, *given;
    rtp_truth truth;
    const char *decided; /* NULL: none */
} truth_case;

/* Three flags and one fact of each other type stand for all. */
#define Y     "{\"fact\": \"manager.decides\", \"is\": true}"   /* yes below */
#define N     "{\"fact\": \"ask.fixed\", \"is\": true}"         /* no below */
#define U     "{\"fact\": \"team.creative_rut\", \"is\": true}" /* unknown below */
#define FLAGS "{\"manager.decides\": true, \"ask.fixed\": false}"

static const truth_case truth_cases[] = {
    {Y, FLAGS, RTP_YES, NULL},
    {N, FLAGS, RTP_NO, "ask.fixed"},
    {U, FLAGS, RTP_UNKNOWN, "team.creative_rut"},
    {"{\"not\": " Y "}", FLAGS, RTP_NO, "manager.decides"},
    {"{\"not\": " N "}", FLAGS, RTP_YES, NULL},
    {"{\"not\": " U "}", FLAGS, RTP_UNKNOWN, "team.creative_rut"},
    {"{\"not\": {\"not\": " U "}}", FLAGS, RTP_UNKNOWN, "team.creative_rut"},
    {"{\"all\": [" Y "]}", FLAGS, RTP_YES, NULL},
    {"{\"all\": [" Y ", " Y "]}", FLAGS, RTP_YES, NULL},
    {"{\"all\": [" Y ", " N "]}", FLAGS, RTP_NO, "ask.fixed"},
    {"{\"all\": [" Y ", " U "]}", FLAGS, RTP_UNKNOWN, "team.creative_rut"},
    {"{\"all\": [" U ", " Y "]}", FLAGS, RTP_UNKNOWN, "team.creative_rut"},
    {"{\"all\": [" U ", " N "]}", FLAGS, RTP_NO, "ask.fixed"},
    {"{\"all\": [" N ", " U "]}", FLAGS, RTP_NO, "ask.fixed"},
    {"{\"any\": [" N ", " N "]}", FLAGS, RTP_NO, "ask.fixed"},
    {"{\"any\": [" N ", " Y "]}", FLAGS, RTP_YES, NULL},
    {"{\"any\": [" U ", " Y "]}", FLAGS, RTP_YES, NULL},
    {"{\"any\": [" N ", " U "]}", FLAGS, RTP_UNKNOWN, "team.creative_rut"},
    {"{\"any\": [" U ", " N "]}", FLAGS, RTP_UNKNOWN, "team.creative_rut"},
    {"{\"not\": {\"any\": [" U ", " Y "]}}", FLAGS, RTP_NO, "team.creative_rut"},
    {"{\"all\": [{\"any\": [" U ", " N "]}, " N "]}", FLAGS, RTP_NO, "ask.fixed"},

    {"{\"fact\": \"manager.name\", \"known\": true}", "{}", RTP_NO, "manager.name"},
    {"{\"fact\": \"manager.name\", \"known\": false}", "{}", RTP_YES, NULL},
    {"{\"fact\": \"manager.name\", \"known\": true}", "{\"manager.name\": \"Maya\"}", RTP_YES, NULL},
    {"{\"fact\": \"manager.name\", \"known\": false}", "{\"manager.name\": \"Maya\"}", RTP_NO, "manager.name"},
    {"{\"not\": {\"fact\": \"manager.name\", \"known\": true}}", "{}", RTP_YES, NULL},

    {"{\"fact\": \"ask.office_days\", \"is\": 2}", "{\"ask.office_days\": 2}", RTP_YES, NULL},
    {"{\"fact\": \"ask.office_days\", \"is\": 2}", "{\"ask.office_days\": 3}", RTP_NO, "ask.office_days"},
    {"{\"fact\": \"ask.office_days\", \"is\": 2}", "{}", RTP_UNKNOWN, "ask.office_days"},
    {"{\"fact\": \"ask.office_days\", \"in\": [0, 2]}", "{\"ask.office_days\": 2}", RTP_YES, NULL},
    {"{\"fact\": \"ask.office_days\", \"in\": [0, 1]}", "{\"ask.office_days\": 2}", RTP_NO, "ask.office_days"},
    {"{\"fact\": \"ask.office_days\", \"lt\": 2}", "{\"ask.office_days\": 2}", RTP_NO, "ask.office_days"},
    {"{\"fact\": \"ask.office_days\", \"lt\": 2}", "{\"ask.office_days\": 1}", RTP_YES, NULL},
    {"{\"fact\": \"ask.office_days\", \"le\": 2}", "{\"ask.office_days\": 2}", RTP_YES, NULL},
    {"{\"fact\": \"ask.office_days\", \"le\": 2}", "{\"ask.office_days\": 3}", RTP_NO, "ask.office_days"},
    {"{\"fact\": \"ask.office_days\", \"gt\": 2}", "{\"ask.office_days\": 2}", RTP_NO, "ask.office_days"},
    {"{\"fact\": \"ask.office_days\", \"gt\": 2}", "{\"ask.office_days\": 3}", RTP_YES, NULL},
    {"{\"fact\": \"ask.office_days\", \"ge\": 2}", "{\"ask.office_days\": 2}", RTP_YES, NULL},
    {"{\"fact\": \"ask.office_days\", \"ge\": 2}", "{\"ask.office_days\": 1}", RTP_NO, "ask.office_days"},
    {"{\"fact\": \"ask.office_days\", \"between\": [2, 3]}", "{\"ask.office_days\": 2}", RTP_YES, NULL},
    {"{\"fact\": \"ask.office_days\", \"between\": [2, 3]}", "{\"ask.office_days\": 3}", RTP_YES, NULL},
    {"{\"fact\": \"ask.office_days\", \"between\": [2, 3]}", "{\"ask.office_days\": 4}", RTP_NO, "ask.office_days"},
    {"{\"fact\": \"ask.office_days\", \"between\": [2, 3]}", "{\"ask.office_days\": 1}", RTP_NO, "ask.office_days"},

    {"{\"fact\": \"manager.decides\", \"is\": false}", "{\"manager.decides\": false}", RTP_YES, NULL},
    {"{\"fact\": \"ask.start\", \"ge\": \"2027-01-11\"}", "{\"ask.start\": \"2027-01-11\"}", RTP_YES, NULL},
    {"{\"fact\": \"ask.start\", \"lt\": \"2027-01-11\"}", "{\"ask.start\": \"2027-01-11\"}", RTP_NO, "ask.start"},
    {"{\"fact\": \"ask.start\", \"between\": [\"2027-01-01\", \"2027-01-31\"]}", "{\"ask.start\": \"2027-01-11\"}",
     RTP_YES, NULL},
    {"{\"fact\": \"person.started\", \"le\": \"2024-02\"}", "{\"person.started\": \"2024-01\"}", RTP_YES, NULL},
    {"{\"fact\": \"person.started\", \"is\": \"2024-02\"}", "{\"person.started\": \"2024-01\"}", RTP_NO,
     "person.started"},
    {"{\"fact\": \"manager.name\", \"is\": \"Maya\"}", "{\"manager.name\": \"maya\"}", RTP_NO, "manager.name"},
    {"{\"fact\": \"ask.arrangement\", \"in\": [\"remote\", \"hybrid\"]}", "{\"ask.arrangement\": \"hybrid\"}", RTP_YES,
     NULL},
    {"{\"fact\": \"manager.priorities\", \"is\": \"uptime\"}", "{\"manager.priorities\": [\"cost\", \"uptime\"]}",
     RTP_YES, NULL},
    {"{\"fact\": \"manager.priorities\", \"is\": \"speed\"}", "{\"manager.priorities\": [\"cost\"]}", RTP_NO,
     "manager.priorities"},
    {"{\"fact\": \"manager.priorities\", \"in\": [\"speed\", \"cost\"]}", "{\"manager.priorities\": [\"cost\"]}",
     RTP_YES, NULL},
    {"{\"fact\": \"manager.priorities\", \"is\": \"cost\"}", "{}", RTP_UNKNOWN, "manager.priorities"},
};

static void conditions_answer_with_three_values(void **state)
{
    bench *on = *state;
    for (size_t i = 0; i < RTP_COUNT(truth_cases); i++) {
        const truth_case *here = &truth_cases[i];
        const rtp_json *node = bench_read(on, here->condition);
        on->context.personal = true;
        rtp_packed condition = {NULL};
        if (!rtp_condition_load(node, rtp_lit(""), &on->context, &condition)) {
            fail_msg("%s: %.*s", here->condition, RTP_FMT(on->diags->items[0].message));
        }
        rtp_view view = {.arena = on->arena, .given = bench_given(on, here->given)};
        uint16_t decided = 7;
        rtp_truth truth = rtp_condition_view(condition, &view, &decided);
        const char *name = decided == RTP_LITERAL ? NULL : rtp_fact_at(decided)->name;
        bool same = name && here->decided ? strcmp(name, here->decided) == 0 : name == here->decided;
        if (truth != here->truth || !same) {
            fail_msg("%s with %s: %d by %s", here->condition, here->given, (int)truth, name ? name : "none");
        }
        assert_int_equal(rtp_condition_view(condition, &view, NULL), here->truth);
    }
}

static void a_profile_decides_like_an_example(void **state)
{
    bench *on = *state;
    const rtp_facts *facts =
        bench_facts(on, "{\"person\": {\"role\": \"Tester\"}, \"ask\": {\"preferred\": {\"office_days\": 2}},"
                        "\"needs\": [{\"need\": \"quiet\"}, {\"need\": \"a door\", \"why\": \"calls\"}]}");
    on->context.scope = RTP_NEEDS;
    rtp_packed condition = {NULL};
    assert_true(rtp_condition_load(bench_read(on, "{\"fact\": \"need.why\", \"known\": true}"), rtp_lit(""),
                                   &on->context, &condition));
    uint16_t decided = 0;
    assert_int_equal(rtp_condition_view(condition, &(rtp_view){.facts = facts, .item = 0}, &decided), RTP_NO);
    assert_int_equal(decided, rtp_fact_find(rtp_lit("need.why")));
    assert_int_equal(rtp_condition_view(condition, &(rtp_view){.facts = facts, .item = 1}, &decided), RTP_YES);
    assert_int_equal(decided, RTP_LITERAL);
    assert_int_equal(rtp_condition_view(condition, &(rtp_view){.facts = facts, .item = 2}, NULL), RTP_NO);
}

/* ---- what is refused ---- */

typedef struct fault_case {
    const char *condition;
    rtp_scope scope;
    bool personal;
    const char *code, *place;
} fault_case;

static const fault_case fault_cases[] = {
    {"{\"fact\": \"ask.ofice_days\", \"is\": 2}", RTP_ONCE, false, "R0001", "\"ask.ofice_days\""},
    {"{\"fact\": \"\", \"is\": 2}", RTP_ONCE, false, "R0001", "\"\""},
    {"{\"fact\": \"concern.said\", \"known\": true}", RTP_ONCE, false, "R0002", "\"concern.said\""},
    {"{\"fact\": \"concern.said\", \"known\": true}", RTP_METRICS, false, "R0002", "\"concern.said\""},
    {"{\"fact\": \"concern.said\", \"known\": true}", RTP_MITIGATIONS, false, "R0002", "\"concern.said\""},
    {"{\"fact\": \"concern.title\", \"known\": true}", RTP_METRICS, false, "R0002", "\"concern.title\""},
    {"{\"fact\": \"evidence.claim\", \"known\": true}", RTP_CONCERNS, true, "R0003", "\"evidence.claim\""},
    {"{\"fact\": \"private.floor_days\", \"ge\": 2}", RTP_ONCE, false, "R0004", "\"private.floor_days\""},
    {"{\"fact\": \"wants.count\", \"ge\": 2}", RTP_ONCE, false, "R0004", "\"wants.count\""},
    {"[]", RTP_ONCE, false, "R0010", "[]"},
    {"7", RTP_ONCE, false, "R0010", "7"},
    {"{\"all\": {}}", RTP_ONCE, false, "R0010", "{}"},
    {"{\"any\": []}", RTP_ONCE, false, "R0010", "[]"},
    {"{\"all\": [7]}", RTP_ONCE, false, "R0010", "7"},
    {"{\"not\": []}", RTP_ONCE, false, "R0010", "[]"},
    {"{\"fact\": 7, \"is\": 2}", RTP_ONCE, false, "R0010", "7"},
    {"{\"is\": 2}", RTP_ONCE, false, "R0010", "{\"is\": 2}"},
    {"{\"fact\": \"ask.fixed\", \"not\": 2}", RTP_ONCE, false, "R0010", "{\"fact\": \"ask.fixed\", \"not\": 2}"},
    {"{\"fact\": \"ask.office_days\", \"in\": 2}", RTP_ONCE, false, "R0010", "2"},
    {"{\"fact\": \"ask.office_days\", \"in\": []}", RTP_ONCE, false, "R0010", "[]"},
    {"{\"fact\": \"ask.office_days\", \"between\": [2]}", RTP_ONCE, false, "R0010", "[2]"},
    {"{\"fact\": \"ask.office_days\", \"between\": [3, 2]}", RTP_ONCE, false, "R0010", "[3, 2]"},
    {"{\"fact\": \"ask.office_days\", \"known\": 1}", RTP_ONCE, false, "R0010", "1"},
    {"{\"fact\": \"ask.office_days\", \"eq\": 2}", RTP_ONCE, false, "R0011", "\"eq\""},
    {"{\"alll\": []}", RTP_ONCE, false, "R0011", "\"alll\""},
    {"{\"fact\": \"ask.office_days\"}", RTP_ONCE, false, "R0012", "{\"fact\": \"ask.office_days\"}"},
    {"{\"fact\": \"ask.office_days\", \"ge\": 2, \"le\": 3}", RTP_ONCE, false, "R0012",
     "{\"fact\": \"ask.office_days\", \"ge\": 2, \"le\": 3}"},
    {"{\"fact\": \"manager.name\", \"lt\": \"x\"}", RTP_ONCE, false, "R0013", "\"lt\""},
    {"{\"fact\": \"manager.priorities\", \"ge\": 2}", RTP_ONCE, false, "R0013", "\"ge\""},
    {"{\"fact\": \"manager.decides\", \"in\": [true]}", RTP_ONCE, false, "R0013", "\"in\""},
    {"{\"fact\": \"ask.office_days\", \"is\": \"2\"}", RTP_ONCE, false, "R0014", "\"2\""},
    {"{\"fact\": \"ask.office_days\", \"in\": [1, true]}", RTP_ONCE, false, "R0014", "true"},
    {"{\"fact\": \"manager.decides\", \"is\": \"yes\"}", RTP_ONCE, false, "R0014", "\"yes\""},
    {"{\"fact\": \"manager.name\", \"is\": null}", RTP_ONCE, false, "R0014", "null"},
    {"{\"fact\": \"ask.start\", \"ge\": \"2027-02-30\"}", RTP_ONCE, false, "R0014", "\"2027-02-30\""},
    {"{\"fact\": \"ask.start\", \"ge\": 2027}", RTP_ONCE, false, "R0014", "2027"},
    {"{\"fact\": \"person.started\", \"is\": \"2027-01-01\"}", RTP_ONCE, false, "R0014", "\"2027-01-01\""},
    {"{\"fact\": \"ask.arrangement\", \"is\": \"hybird\"}", RTP_ONCE, false, "R0015", "\"hybird\""},
    {"{\"fact\": \"concern.about\", \"in\": [\"culture\", \"new_stuff\"]}", RTP_CONCERNS, false, "R0015",
     "\"new_stuff\""},
};

static void faults_are_reported_at_their_place(void **state)
{
    bench *on = *state;
    for (size_t i = 0; i < RTP_COUNT(fault_cases); i++) {
        const fault_case *here = &fault_cases[i];
        bench_clear(on);
        const rtp_json *node = bench_read(on, here->condition);
        on->context.scope = here->scope;
        on->context.personal = here->personal;
        assert_false(rtp_condition_load(node, rtp_lit(""), &on->context, &(rtp_packed){NULL}));
        expect_only(on, here->condition, here->code, here->place);
    }
}

static void what_is_in_reach_is_accepted(void **state)
{
    static const struct {
        const char *condition;
        rtp_scope scope;
        bool personal;
    } cases[] = {
        {"{\"fact\": \"concern.said\", \"known\": true}", RTP_CONCERNS, false},
        {"{\"fact\": \"ask.office_days\", \"is\": 2}", RTP_CONCERNS, false},
        {"{\"fact\": \"concern.title\", \"known\": true}", RTP_CONCERNS, false},
        {"{\"fact\": \"concern.title\", \"known\": true}", RTP_MITIGATIONS, false},
        {"{\"fact\": \"manager.stance\", \"is\": \"open\"}", RTP_ONCE, false},
        {"{\"fact\": \"private.floor_days\", \"ge\": 2}", RTP_ONCE, true},
        {"{\"$comment\": \"why\", \"x-note\": 7, \"fact\": \"ask.office_days\", \"is\": 2}", RTP_ONCE, false},
    };
    bench *on = *state;
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        const rtp_json *node = bench_read(on, cases[i].condition);
        on->context.scope = cases[i].scope;
        on->context.personal = cases[i].personal;
        assert_true(rtp_condition_load(node, rtp_lit(""), &on->context, &(rtp_packed){NULL}));
        assert_int_equal(on->diags->len, 0);
    }
}

static void every_fault_of_a_condition_is_listed(void **state)
{
    bench *on = *state;
    const rtp_json *node =
        bench_read(on, "{\"all\": [{\"fact\": \"no.such\", \"is\": 1}, {\"not\": {\"fact\": "
                       "\"ask.office_days\", \"is\": \"x\"}}, {\"fact\": \"ask.start\", \"in\": [1, 2]}]}");
    assert_false(rtp_condition_load(node, rtp_lit(""), &on->context, &(rtp_packed){NULL}));
    assert_int_equal(on->diags->len, 4);
}

static void near_misses_get_a_suggestion(void **state)
{
    static const char *const cases[][2] = {
        {"{\"fact\": \"ask.ofice_days\", \"is\": 2}", "ask.office_days"},
        {"{\"fact\": \"ask.arrangement\", \"is\": \"hybird\"}", "hybrid"},
        {"{\"fact\": \"ask.office_days\", \"betwen\": [1, 2]}", "between"},
    };
    bench *on = *state;
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        bench_clear(on);
        assert_false(rtp_condition_load(bench_read(on, cases[i][0]), rtp_lit(""), &on->context, &(rtp_packed){NULL}));
        assert_non_null(strstr(on->diags->items[0].hint.ptr, cases[i][1]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(conditions_answer_with_three_values, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_profile_decides_like_an_example, set_up, tear_down),
        cmocka_unit_test_setup_teardown(faults_are_reported_at_their_place, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_in_reach_is_accepted, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_fault_of_a_condition_is_listed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(near_misses_get_a_suggestion, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
