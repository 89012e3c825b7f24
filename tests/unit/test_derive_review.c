/* floor: facts */
/* What invented results come to under recorded terms; figures were worked out by hand. */
#include "facts_support.h"

/* Lower is better; before and after; eight weeks from 1 February 2027. */
#define METRICS                                                                                                        \
    "'history': {'modes': [{'mode': 'office', 'from': '2026-01', 'to': '2026-06'}], 'metrics': ["                      \
    "{'name': 'Wait', 'unit': 'h', 'better': 'lower', 'values': {'2026-03': 14, '2026-01': 12, '2026-02': 13,"         \
    " '2026-04': 15}}, {'name': 'Calls', 'unit': 'calls', 'better': 'lower', 'values': {'2026-01': 3}}]}"
#define PILOT                                                                                                          \
    "'strategy': 'push_back', 'pilot': {'weeks': 4, 'start': '2027-02-01', 'primary': 'Wait', 'margin': 2,"            \
    " 'guardrails': [{'metric': 'Wait', 'limit': 18}], 'x-plan': {'version': 1, 'recorded': '2026-12-01',"             \
    " 'design': 'before_after', 'start': '2027-02-01', 'weeks': 4, 'primary': 'Wait', 'margin': 1,"                    \
    " 'guardrails': [{'metric': 'Wait', 'limit': 16}], 'calendar': [{'week': '2027-02-01', 'at': 'home'},"             \
    " {'week': '2027-02-08', 'at': 'home'}, {'week': '2027-02-15', 'at': 'home'}, {'week': '2027-02-22', 'at': "       \
    "'home'}]}}"
#define PROFILE BASE ", " METRICS ", " PILOT
#define WEEKS(a, b, c, d)                                                                                              \
    "{\"metrics\":[{\"name\":\"Wait\",\"values\":{\"2027-02-01\":" #a ",\"2027-02-08\":" #b ",\"2027-02-15\":" #c      \
    ",\"2027-02-22\":" #d "}}]}"

static const char *const after = "2027-03-01";

static bench review(const char *results)
{
    bench made = bench_make(PROFILE, after);
    rtp_diags *diags = rtp_diags_make(made.arena);
    rtp_profile *profile = RTP_NEW(made.arena, rtp_profile);
    const rtp_profile *loaded = rtp_profile_load(&made.source, made.arena, diags);
    assert_non_null(loaded);
    *profile = *loaded;
    rtp_source *source = RTP_NEW(made.arena, rtp_source);
    *source = (rtp_source){.name = rtp_lit("results.json"), .text = rtp_str_from(results)};
    profile->results = rtp_results_load(source, profile, made.arena, diags);
    if (!profile->results) {
        fail_msg("%s: %.*s", results, RTP_FMT(diags->items[0].message));
    }
    rtp_date today = 0;
    assert_true(rtp_date_parse(rtp_str_from(after), &today));
    made.facts = rtp_facts_derive(profile, today, bench_roles, made.arena);
    return made;
}

static const struct {
    const char *results;
    fact_case wanted;
} cases[] = {
    {WEEKS(5, 6, 7, 8), {NULL, "review.verdict", 0, "better", 'f', ""}},
    {WEEKS(5, 6, 7, 8), {NULL, "review.base", 0, "history", 'f', ""}},
    {WEEKS(5, 6, 7, 8), {NULL, "review.home_median", 0, "6.5 h", 'f', ""}},
    {WEEKS(5, 6, 7, 8), {NULL, "review.office_median", 0, "13.5 h", 'f', ""}},
    {WEEKS(5, 6, 7, 8), {NULL, "review.change", 0, "7 h shorter", 'f', ""}},
    {WEEKS(5, 6, 7, 8), {NULL, "review.interval", 0, "4 to 10 h shorter", 'f', ""}},
    {WEEKS(5, 6, 7, 8), {NULL, "review.home_count", 0, "4", 'f', ""}},
    {WEEKS(5, 6, 7, 8), {NULL, "review.margin_amount", 0, "1 h", 'f', "/pilot/x-plan/margin"}},
    {WEEKS(5, 6, 7, 8), {NULL, "review.side", 0, "gain", 'f', ""}},
    {WEEKS(5, 6, 7, 8), {NULL, "review.end", 0, "28 February 2027", 'f', ""}},
    {WEEKS(5, 6, 7, 8), {NULL, "review.running", 0, "no", 'f', ""}},
    {WEEKS(5, 6, 7, 8), {NULL, "limit.state", 0, "kept", 'f', ""}},
    {WEEKS(5, 6, 7, 8), {NULL, "limit.worst", 0, "8 h", 'f', ""}},
    {WEEKS(5, 6, 7, 8), {NULL, "limit.text", 0, "Wait above 16 h", 'f', ""}},
    {WEEKS(5, 6, 7, 8), {NULL, "change.term", 0, "the margin", 'f', ""}},
    {WEEKS(5, 6, 7, 8), {NULL, "change.recorded", 0, "1 h", 'f', ""}},
    {WEEKS(5, 6, 7, 8), {NULL, "change.now", 0, "2 h", 'f', "/pilot/margin"}},
    {WEEKS(5, 6, 7, 8), {NULL, "change.term", 1, "the design", 0, NULL}},
    {WEEKS(5, 6, 7, 16), {NULL, "review.verdict", 0, "inconclusive", 0, NULL}},
    {WEEKS(5, 6, 7, 16.5), {NULL, "review.verdict", 0, "limit", 0, NULL}},
    {WEEKS(5, 6, 7, 16.5), {NULL, "limit.week", 0, "22 February 2027", 'f', ""}},
    {WEEKS(17, 18, 19, 20), {NULL, "review.measured", 0, "worse", 0, NULL}},
    {WEEKS(17, 18, 19, 20), {NULL, "review.crossed", 0, "Wait above 16 h", 0, NULL}},
    {WEEKS(12, 13, 14, 15), {NULL, "review.measured", 0, "inconclusive", 0, NULL}},
    {"{\"metrics\":[{\"name\":\"Wait\",\"values\":{\"2027-02-01\":5,\"2027-02-08\":6,\"2027-02-15\":7}}]}",
     {NULL, "review.reason", 0, "few", 0, NULL}},
    {"{\"metrics\":[{\"name\":\"Wait\",\"values\":{\"2027-02-01\":5,\"2027-02-08\":6,\"2027-02-15\":7}}]}",
     {NULL, "omission.kind", 0, "missing", 0, NULL}},
    {"{\"metrics\":[{\"name\":\"Wait\",\"values\":{\"2027-02-01\":5,\"2027-02-08\":6,\"2027-02-15\":7}}]}",
     {NULL, "omission.weeks", 0, "22 February 2027", 0, NULL}},
    {"{\"metrics\":[{\"name\":\"Wait\",\"values\":{\"2027-02-01\":5,\"2027-02-08\":6,\"2027-02-15\":7}}]}",
     {NULL, "review.extend", 0, "1", 0, NULL}},
    {"{\"metrics\":[{\"name\":\"Wait\",\"samples\":{\"office\":[12,13,14,15],\"home\":[5,6,7,8]}},"
     "{\"name\":\"Calls\",\"values\":{\"2027-02-01\":1}}]}",
     {NULL, "outcome.verdict", 1, "not_testable", 0, NULL}},
};

static void numbers_become_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        bench made = review(cases[i].results);
        check_case(&made, &cases[i].wanted);
        bench_free(&made);
    }
}

static void nothing_is_known_without_results(void **state)
{
    (void)state;
    bench made = bench_make(PROFILE, after);
    for (size_t i = 0; i < rtp_fact_count(); i++) {
        const char *name = rtp_fact_at(i)->name;
        if (strncmp(name, "review.", 7) == 0) {
            assert_false(rtp_facts_get(made.facts, i, 0)->known);
        }
    }
    assert_int_equal(rtp_facts_items(made.facts, RTP_OUTCOMES), 0);
    bench_free(&made);
}

static void the_recorded_weeks_are_the_trial(void **state)
{
    (void)state;
    bench made = bench_make(PROFILE, "2027-02-10");
    rtp_frame frame = rtp_facts_frame(made.facts);
    assert_int_equal(frame.weeks.len, 4);
    assert_true(rtp_str_equal(frame.primary, rtp_lit("Wait")));
    assert_true(rtp_facts_is_over(made.facts, frame.weeks.items[0]));
    assert_false(rtp_facts_is_over(made.facts, frame.weeks.items[1]));
    bench_free(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_become_words),
        cmocka_unit_test(nothing_is_known_without_results),
        cmocka_unit_test(the_recorded_weeks_are_the_trial),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
