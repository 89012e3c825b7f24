/* floor: facts */
#include "facts_support.h"

static const char *const examples[] = {"backend-engineer", "support-agent", "minimal"};

static size_t item_count(const bench *made, size_t number)
{
    return rtp_facts_items(made->facts, rtp_fact_scope(number));
}

static void check_known(const bench *made, size_t number, const rtp_value *value)
{
    const char *name = rtp_fact_at(number)->name;
    size_t offset = 0;
    size_t length = 0;
    rtp_str pointer = rtp_origin_pointer(&value->origin, made->arena);
    assert_int_equal(value->type, rtp_fact_at(number)->type);
    if (pointer.ptr && !rtp_json_locate(made->source.text, pointer, false, &offset, &length)) {
        fail_msg("%s: \"%.*s\" is not in the profile", name, RTP_FMT(pointer));
    }
    if (value->origin.kind == RTP_FROM_PROFILE && !pointer.ptr) {
        fail_msg("%s comes from the profile, but not from a place in it", name);
    }
    if (value->origin.kind != RTP_FROM_PROFILE && value->origin.formula.len == 0) {
        fail_msg("%s was made by nothing", name);
    }
    if (value->type == RTP_WORD) {
        const rtp_texts *words = rtp_fact_at(number)->words;
        bool listed = false;
        for (size_t i = 0; i < words->len; i++) {
            listed = listed || rtp_str_equal(words->items[i], value->text);
        }
        if (!listed) {
            fail_msg("%s: \"%.*s\" is none of its words", name, RTP_FMT(value->text));
        }
    }
}

static void every_known_value_has_an_origin(void **state)
{
    (void)state;
    for (size_t e = 0; e < RTP_COUNT(examples); e++) {
        bench made = bench_example(examples[e]);
        size_t known = 0;
        for (size_t number = 0; number < rtp_fact_count(); number++) {
            for (size_t item = 0; item < item_count(&made, number); item++) {
                const rtp_value *value = rtp_facts_get(made.facts, number, item);
                if (value->known) {
                    check_known(&made, number, value);
                    known++;
                }
            }
        }
        assert_true(known > 80);
        bench_free(&made);
    }
}

static void assert_same(const bench *a, const bench *b, size_t number, size_t item)
{
    const rtp_value *left = rtp_facts_get(a->facts, number, item);
    const rtp_value *right = rtp_facts_get(b->facts, number, item);
    rtp_str left_text = rtp_value_text(left, a->arena);
    rtp_str right_text = rtp_value_text(right, b->arena);
    assert_int_equal(left->known, right->known);
    assert_true(rtp_str_equal(left_text, right_text));
    assert_int_equal(left->origin.kind, right->origin.kind);
    assert_true(rtp_str_equal(left->origin.formula, right->origin.formula));
}

static void the_order_of_reading_changes_nothing(void **state)
{
    (void)state;
    for (size_t e = 0; e < RTP_COUNT(examples); e++) {
        bench forward = bench_example(examples[e]);
        bench backward = bench_example(examples[e]);
        for (size_t i = rtp_fact_count(); i-- > 0;) {
            for (size_t item = item_count(&backward, i); item-- > 0;) {
                (void)rtp_facts_get(backward.facts, i, item);
            }
        }
        for (size_t number = 0; number < rtp_fact_count(); number++) {
            for (size_t item = 0; item < item_count(&forward, number); item++) {
                assert_same(&forward, &backward, number, item);
            }
        }
        bench_free(&forward);
        bench_free(&backward);
    }
}

static void facts_know_their_rows(void **state)
{
    (void)state;
    bench made = bench_example("backend-engineer");
    for (size_t i = 0; i < rtp_fact_count(); i++) {
        assert_int_equal(rtp_facts_scope(made.facts, i), rtp_fact_scope(i));
        assert_ptr_equal(rtp_facts_fact(made.facts, i), rtp_fact_at(i));
        assert_int_equal(rtp_fact_find(rtp_str_from(rtp_fact_at(i)->name)), i);
    }
    assert_int_equal(rtp_facts_scope(made.facts, rtp_fact_count()), RTP_SCOPE_COUNT);
    assert_null(rtp_facts_fact(made.facts, rtp_fact_count()));
    bench_free(&made);
}

static void a_value_is_kept(void **state)
{
    (void)state;
    bench made = bench_example("backend-engineer");
    assert_ptr_equal(bench_get(&made, "lead.change", 0), bench_get(&made, "lead.change", 0));
    assert_ptr_equal(bench_get(&made, "concern.said", 2), bench_get(&made, "concern.said", 2));
    assert_ptr_not_equal(bench_get(&made, "concern.said", 2), bench_get(&made, "concern.said", 1));
    bench_free(&made);
}

static void items_are_counted_by_scope(void **state)
{
    (void)state;
    static const struct {
        rtp_scope scope;
        size_t backend, minimal;
    } counts[] = {
        {RTP_ONCE, 1, 1},         {RTP_CONCERNS, 4, 0},      {RTP_MITIGATIONS, 2, 0}, {RTP_METRICS, 3, 0},
        {RTP_DELIVERABLES, 3, 0}, {RTP_REVIEWS, 2, 0},       {RTP_NEEDS, 2, 0},       {RTP_RUNGS, 3, 3},
        {RTP_TASKS, 5, 0},        {RTP_PRACTICES, 3, 0},     {RTP_COSTS, 1, 0},       {RTP_GUARDRAILS, 2, 0},
        {RTP_EXPERIMENTS, 1, 0},  {RTP_CONVERSATIONS, 1, 0}, {RTP_FACTORS, 7, 7},     {RTP_PACK, 0, 0},
        {RTP_SCOPE_COUNT, 0, 0},
    };
    bench backend = bench_example("backend-engineer");
    bench minimal = bench_example("minimal");
    for (size_t i = 0; i < RTP_COUNT(counts); i++) {
        assert_int_equal(rtp_facts_items(backend.facts, counts[i].scope), counts[i].backend);
        assert_int_equal(rtp_facts_items(minimal.facts, counts[i].scope), counts[i].minimal);
    }
    bench_free(&backend);
    bench_free(&minimal);
}

static void out_of_reach_is_unknown(void **state)
{
    (void)state;
    bench made = bench_example("support-agent");
    assert_false(bench_get(&made, "concern.about", 3)->known);
    assert_true(bench_get(&made, "concern.about", 2)->known);
    assert_false(bench_get(&made, "evidence.year", 0)->known);
    assert_false(rtp_facts_get(made.facts, rtp_fact_count(), 0)->known);
    assert_false(rtp_facts_get(made.facts, RTP_COUNT(examples) + UINT16_MAX, 0)->known);
    /* A fact of the document is the same at every item. */
    assert_true(bench_get(&made, "person.role", SIZE_MAX)->known);
    bench_free(&made);
}

/* Missing is unknown, never zero; only counts and yes-or-no about the profile itself are known. */
static void a_bare_profile_knows_little(void **state)
{
    (void)state;
    static const rtp_str whole[] = {
        RTP_STR("manager."), RTP_STR("senior."), RTP_STR("mandate."), RTP_STR("lead."),        RTP_STR("weak."),
        RTP_STR("decider."), RTP_STR("earn."),   RTP_STR("metric."),  RTP_STR("conversation"),
    };
    bench made = bench_example("minimal");
    for (size_t number = 0; number < rtp_fact_count(); number++) {
        rtp_str name = rtp_str_from(rtp_fact_at(number)->name);
        for (size_t i = 0; i < RTP_COUNT(whole); i++) {
            bool count = rtp_str_ends(name, rtp_lit("count"));
            if (rtp_str_starts(name, whole[i]) && !count && rtp_facts_get(made.facts, number, 0)->known) {
                fail_msg("%.*s is known", RTP_FMT(name));
            }
        }
    }
    bench_free(&made);
}

static void counts_are_known_when_nothing_is_listed(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {NULL, "person.goal_count", 0, "0", 'f', ""},    {NULL, "needs.count", 0, "0", 'f', ""},
        {NULL, "wants.count", 0, "0", 'f', ""},          {NULL, "concerns.count", 0, "0", 'f', ""},
        {NULL, "concerns.said_count", 0, "0", 'f', ""},  {NULL, "metrics.count", 0, "0", 'f', ""},
        {NULL, "metrics.comparable", 0, "0", 'f', ""},   {NULL, "metrics.worse_count", 0, "0", 'f', ""},
        {NULL, "deliverables.count", 0, "0", 'f', ""},   {NULL, "deliverables.late", 0, "0", 'f', ""},
        {NULL, "reviews.count", 0, "0", 'f', ""},        {NULL, "tasks.count", 0, "0", 'f', ""},
        {NULL, "team.site_count", 0, "0", 'f', ""},      {NULL, "practices.count", 0, "0", 'f', ""},
        {NULL, "costs.count", 0, "0", 'f', ""},          {NULL, "pilot.guardrail_count", 0, "0", 'f', ""},
        {NULL, "experiments.count", 0, "0", 'f', ""},    {NULL, "conversations.count", 0, "0", 'f', ""},
        {NULL, "team.size", 0, NULL, 0, NULL},           {NULL, "team.others", 0, NULL, 0, NULL},
        {NULL, "tasks.office_share", 0, NULL, 0, NULL},  {NULL, "commute.hours_week", 0, NULL, 0, NULL},
        {NULL, "mandate.office_days", 0, NULL, 0, NULL},
    };
    check_example("minimal", cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_known_value_has_an_origin), cmocka_unit_test(the_order_of_reading_changes_nothing),
        cmocka_unit_test(facts_know_their_rows),           cmocka_unit_test(a_value_is_kept),
        cmocka_unit_test(items_are_counted_by_scope),      cmocka_unit_test(out_of_reach_is_unknown),
        cmocka_unit_test(a_bare_profile_knows_little),     cmocka_unit_test(counts_are_known_when_nothing_is_listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
