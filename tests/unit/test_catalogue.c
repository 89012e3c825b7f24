/* floor: facts */
#include "facts_support.h"

static const rtp_str units[] = {
    RTP_STR(""),           RTP_STR("metric"),        RTP_STR("percent"),
    RTP_STR("months"),     RTP_STR("weeks"),         RTP_STR("days"),
    RTP_STR("hours"),      RTP_STR("minutes"),       RTP_STR("people"),
    RTP_STR("profiles"),   RTP_STR("teams"),         RTP_STR("sites"),
    RTP_STR("steps"),      RTP_STR("goals"),         RTP_STR("needs"),
    RTP_STR("wants"),      RTP_STR("concerns"),      RTP_STR("metrics"),
    RTP_STR("reviews"),    RTP_STR("deliverables"),  RTP_STR("mitigations"),
    RTP_STR("tasks"),      RTP_STR("costs"),         RTP_STR("groups"),
    RTP_STR("practices"),  RTP_STR("experiments"),   RTP_STR("limits"),
    RTP_STR("factors"),    RTP_STR("conversations"), RTP_STR("years"),
    RTP_STR("agreements"),
};

static bool is_unit(const char *unit)
{
    bool found = false;
    for (size_t i = 0; i < RTP_COUNT(units); i++) {
        found = found || rtp_str_equal(rtp_str_from(unit), units[i]);
    }
    return found;
}

static void every_row_is_complete(void **state)
{
    (void)state;
    for (size_t i = 0; i < rtp_fact_count(); i++) {
        const rtp_fact *fact = rtp_fact_at(i);
        bool number = fact->type == RTP_NUMBER;
        bool sentence =
            fact->doc[0] >= 'A' && fact->doc[0] <= 'Z' && rtp_str_ends(rtp_str_from(fact->doc), rtp_lit("."));
        if (!sentence) {
            fail_msg("%s: \"%s\" is no sentence", fact->name, fact->doc);
        }
        if (!is_unit(fact->unit) || (!number && fact->unit[0] != '\0')) {
            fail_msg("%s: unit \"%s\"", fact->name, fact->unit);
        }
        if (fact->type == RTP_WORD && (!fact->words || fact->words->len < 2)) {
            fail_msg("%s is a word without choices", fact->name);
        }
    }
}

static void every_name_is_unique_and_well_formed(void **state)
{
    (void)state;
    for (size_t i = 0; i < rtp_fact_count(); i++) {
        rtp_str name = rtp_str_from(rtp_fact_at(i)->name);
        assert_int_equal(strspn(name.ptr, "abcdefghijklmnopqrstuvwxyz_."), name.len);
        assert_non_null(strchr(name.ptr, '.'));
        /* The first of two facts of one name would be found. */
        assert_int_equal(rtp_fact_find(name), (int)i);
    }
}

static void facts_are_found_by_their_whole_name_only(void **state)
{
    (void)state;
    static const char *const missing[] = {"", "ask", "ask.", "ask.office_day", "ask.office_dayss", "Ask.office_days"};
    for (size_t i = 0; i < RTP_COUNT(missing); i++) {
        assert_int_equal(rtp_fact_find(rtp_str_from(missing[i])), -1);
    }
    assert_int_equal(rtp_fact_find((rtp_str){NULL, 0}), -1);
    assert_int_equal(rtp_fact_find(rtp_lit("ask.office_days\0and more")), -1);
    assert_true(rtp_fact_find(rtp_lit("ask.office_days")) >= 0);
    assert_string_equal(rtp_fact_nearest(rtp_lit("ask.ofice_days")).ptr, "ask.office_days");
    assert_string_equal(rtp_fact_nearest(rtp_lit("concern.sayd")).ptr, "concern.said");
    assert_null(rtp_fact_nearest(rtp_lit("qqqqqqqqqqqqqqqqqqqqqqqq")).ptr);
}

static void scopes_have_names(void **state)
{
    (void)state;
    assert_string_equal(rtp_scope_name(RTP_ONCE), "");
    assert_string_equal(rtp_scope_name(RTP_CONCERNS), "concerns");
}

static void numbers_outside_the_catalogue_are_refused(void **state)
{
    (void)state;
    assert_null(rtp_fact_at(rtp_fact_count()));
    assert_int_equal(rtp_fact_scope(rtp_fact_count()), RTP_SCOPE_COUNT);
}

/* What packs were written against: a change here breaks rules that others wrote. */
static const struct {
    const char *name;
    rtp_type type;
    rtp_scope scope;
    rtp_visibility visibility;
} promised[] = {
    {"document.date", RTP_DATE, RTP_ONCE, RTP_SHAREABLE},
    {"person.role_family", RTP_WORD, RTP_ONCE, RTP_SHAREABLE},
    {"person.role_inferred", RTP_FLAG, RTP_ONCE, RTP_STEERING},
    {"person.started", RTP_MONTH, RTP_ONCE, RTP_SHAREABLE},
    {"person.tenure_text", RTP_TEXT, RTP_ONCE, RTP_SHAREABLE},
    {"role.update", RTP_TEXT, RTP_ONCE, RTP_SHAREABLE},
    {"role.measures", RTP_LIST, RTP_ONCE, RTP_SHAREABLE},
    {"metric.trap", RTP_TEXT, RTP_METRICS, RTP_STEERING},
    {"metric.pair", RTP_TEXT, RTP_METRICS, RTP_SHAREABLE},
    {"metric.pair_missing", RTP_FLAG, RTP_METRICS, RTP_STEERING},
    {"lead.base.count_text", RTP_TEXT, RTP_ONCE, RTP_SHAREABLE},
    {"results.claim", RTP_WORD, RTP_ONCE, RTP_SHAREABLE},
    {"review_remote.said", RTP_TEXT, RTP_ONCE, RTP_SHAREABLE},
    {"projection.now", RTP_TEXT, RTP_MITIGATIONS, RTP_SHAREABLE},
    {"team.mostly_elsewhere", RTP_FLAG, RTP_ONCE, RTP_SHAREABLE},
    {"manager.stance", RTP_WORD, RTP_ONCE, RTP_STEERING},
    {"manager.relationship", RTP_WORD, RTP_ONCE, RTP_STEERING},
    {"mandate.enforcement", RTP_WORD, RTP_ONCE, RTP_STEERING},
    {"decider.is_manager", RTP_FLAG, RTP_ONCE, RTP_SHAREABLE},
    {"ask.home_weekdays", RTP_LIST, RTP_ONCE, RTP_SHAREABLE},
    {"ask.fixed", RTP_FLAG, RTP_ONCE, RTP_STEERING},
    {"starter.home_days", RTP_NUMBER, RTP_ONCE, RTP_SHAREABLE},
    {"rung.name", RTP_WORD, RTP_RUNGS, RTP_SHAREABLE},
    {"need.need", RTP_TEXT, RTP_NEEDS, RTP_SHAREABLE},
    {"wants.list", RTP_LIST, RTP_ONCE, RTP_PRIVATE},
    {"wants.count", RTP_NUMBER, RTP_ONCE, RTP_PRIVATE},
    {"concern.about", RTP_WORD, RTP_CONCERNS, RTP_SHAREABLE},
    {"concerns.ids", RTP_LIST, RTP_ONCE, RTP_STEERING},
    {"mitigation.rank", RTP_NUMBER, RTP_MITIGATIONS, RTP_SHAREABLE},
    {"metric.compared.period", RTP_TEXT, RTP_METRICS, RTP_SHAREABLE},
    {"lead.change_text", RTP_TEXT, RTP_ONCE, RTP_SHAREABLE},
    {"weak.base.median", RTP_NUMBER, RTP_ONCE, RTP_SHAREABLE},
    {"deliverable.when", RTP_TEXT, RTP_DELIVERABLES, RTP_SHAREABLE},
    {"review.date", RTP_DATE, RTP_REVIEWS, RTP_SHAREABLE},
    {"task.best", RTP_WORD, RTP_TASKS, RTP_SHAREABLE},
    {"team.creative_rut", RTP_FLAG, RTP_ONCE, RTP_STEERING},
    {"practice.kind", RTP_WORD, RTP_PRACTICES, RTP_SHAREABLE},
    {"cost.cost", RTP_TEXT, RTP_COSTS, RTP_SHAREABLE},
    {"guardrail.text", RTP_TEXT, RTP_GUARDRAILS, RTP_SHAREABLE},
    {"experiment.groups", RTP_TEXT, RTP_EXPERIMENTS, RTP_SHAREABLE},
    {"conversation.agreed", RTP_LIST, RTP_CONVERSATIONS, RTP_SHAREABLE},
    {"private.floor_days", RTP_NUMBER, RTP_ONCE, RTP_PRIVATE},
    {"strategy.chosen", RTP_WORD, RTP_ONCE, RTP_STEERING},
    {"factor.reason", RTP_TEXT, RTP_FACTORS, RTP_PRIVATE},
    {"concern.title", RTP_TEXT, RTP_PACK, RTP_SHAREABLE},
    {"evidence.year", RTP_NUMBER, RTP_PACK, RTP_SHAREABLE},
};

static void promised_facts_are_there(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(promised); i++) {
        int number = rtp_fact_find(rtp_str_from(promised[i].name));
        if (number < 0) {
            fail_msg("no fact named %s", promised[i].name);
        }
        const rtp_fact *fact = rtp_fact_at((size_t)number);
        assert_int_equal(fact->type, promised[i].type);
        assert_int_equal(rtp_fact_scope((size_t)number), promised[i].scope);
        assert_int_equal(fact->visibility, promised[i].visibility);
    }
}

/* Whatever its topic, a fact read from these parts of the profile may not be shareable. */
static void nothing_private_is_shareable(void **state)
{
    (void)state;
    static const rtp_str prefixes[] = {RTP_STR("private."), RTP_STR("wants."), RTP_STR("factor.")};
    size_t seen = 0;
    for (size_t i = 0; i < rtp_fact_count(); i++) {
        const rtp_fact *fact = rtp_fact_at(i);
        for (size_t k = 0; k < RTP_COUNT(prefixes); k++) {
            if (rtp_str_starts(rtp_str_from(fact->name), prefixes[k])) {
                assert_int_equal(fact->visibility, RTP_PRIVATE);
                seen++;
            }
        }
    }
    assert_int_equal(seen, 15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_complete),
        cmocka_unit_test(every_name_is_unique_and_well_formed),
        cmocka_unit_test(facts_are_found_by_their_whole_name_only),
        cmocka_unit_test(scopes_have_names),
        cmocka_unit_test(numbers_outside_the_catalogue_are_refused),
        cmocka_unit_test(promised_facts_are_there),
        cmocka_unit_test(nothing_private_is_shareable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
