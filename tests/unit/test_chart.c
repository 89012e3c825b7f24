/* floor: document */
/* The form "chart": words, points, and the line of characters that draws them. Profile and pack are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/document.h"

#define PROFILE(values)                                                                                                \
    "{\"person\": {\"role\": \"Clerk\"}, \"ask\": {\"preferred\": {\"office_days\": 2}}, \"history\": {\"modes\": ["   \
    "{\"mode\": \"office\", \"from\": \"2025-01\", \"to\": \"2025-06\"}, {\"mode\": \"remote\", \"from\": "            \
    "\"2025-07\"}],"                                                                                                   \
    " \"metrics\": [{\"name\": \"a\", \"better\": \"lower\", \"values\": {" values "}}]}}"

static const char rules_text[] =
    "{\"module\": \"m\", \"rules\": [{\"id\": \"m.a\", \"for_each\": \"metrics\", \"point\": {"
    "\"section\": \"s\", \"text\": \"{metric.name} by month.\"}}]}";
static const char outline_text[] = "{\"outline\": \"x\", \"summary\": \"y\", \"sections\": [{\"id\": \"s\", "
                                   "\"slots\": [{\"name\": \"n\", \"form\": \"chart\"}]}]}";

static rtp_source source_of(const char *text)
{
    return (rtp_source){.name = rtp_lit("case.json"), .text = rtp_str_from(text)};
}

/* The chart that such values make. */
static const rtp_node *chart_of(const char *profile_text, rtp_arena *arena, const rtp_document **document)
{
    rtp_diags *diags = rtp_diags_make(arena);
    rtp_source profile_source = source_of(profile_text), rules = source_of(rules_text);
    rtp_source outlines = source_of(outline_text);
    const rtp_profile *profile = rtp_profile_load(&profile_source, arena, diags);
    rtp_pack pack = {0};
    rtp_outline outline;
    assert_true(profile && rtp_pack_load(&rules, arena, diags, &pack));
    assert_true(rtp_outline_load(&outlines, arena, diags, &outline));
    const rtp_facts *facts = rtp_facts_derive(profile, RTP_DATE_UNKNOWN, (rtp_roles){0}, arena);
    rtp_points points = rtp_rules_apply(&pack, facts, NULL, arena);
    *document = rtp_compose(&outline, facts, &points, 0, arena);
    const rtp_node *node = (*document)->root->first;
    while (node && node->kind != RTP_NODE_CHART) {
        node = node->next;
    }
    assert_non_null(node);
    return node;
}

static void a_line_draws_each_month(void **state)
{
    (void)state;
    static const struct {
        const char *profile, *spark;
    } rows[] = {
        {PROFILE("\"2025-01\": 1, \"2025-02\": 8, \"2025-07\": 4.5"),
         "office \xE2\x96\x81\xE2\x96\x88, remote \xC2\xB7\xC2\xB7\xC2\xB7\xC2\xB7\xE2\x96\x85"},
        /* quarters leave no gaps, a missing one does; what no period covers is not drawn */
        {PROFILE("\"2024-12\": 9, \"2025-03\": 2, \"2025-06\": 2, \"2025-12\": 2"),
         "office \xE2\x96\x84\xE2\x96\x84, remote \xC2\xB7\xE2\x96\x84"},
        {PROFILE("\"2025-01\": 3"), "office \xE2\x96\x84"},
        /* sizes whose difference is no number */
        {PROFILE("\"2025-01\": -9e307, \"2025-02\": 9e307"), "office \xE2\x96\x81\xE2\x96\x88"},
    };
    rtp_json_start();
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_arena *arena = rtp_arena_make();
        const rtp_document *document;
        const rtp_node *chart = chart_of(rows[i].profile, arena, &document);
        assert_non_null(chart->chart);
        assert_int_equal(chart->last->kind, RTP_SPAN_SPARK);
        if (!rtp_str_equal(chart->last->text, rtp_str_from(rows[i].spark))) {
            fail_msg("row %zu: >%.*s<", i, RTP_FMT(chart->last->text));
        }
        rtp_arena_free(arena);
    }
}

static void words_come_first_and_count(void **state)
{
    (void)state;
    rtp_json_start();
    rtp_arena *arena = rtp_arena_make();
    const rtp_document *document;
    const rtp_node *chart = chart_of(PROFILE("\"2025-01\": 1, \"2025-07\": 2"), arena, &document);
    assert_true(rtp_str_equal(chart->first->text, rtp_lit("a")));
    assert_true(rtp_str_equal(chart->first->next->text, rtp_lit(" by month.")));
    /* "X", "a by month." and the names of the two ways of working */
    assert_int_equal(rtp_document_words(document), 6);
    rtp_arena_free(arena);
}

static void without_months_the_words_stand_alone(void **state)
{
    (void)state;
    rtp_json_start();
    rtp_arena *arena = rtp_arena_make();
    const rtp_document *document;
    const rtp_node *chart = chart_of(PROFILE("\"2024-01\": 1"), arena, &document); /* no period covers it */
    assert_null(chart->chart);
    assert_int_equal(chart->last->kind, RTP_SPAN_TEXT);
    rtp_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_draws_each_month),
        cmocka_unit_test(words_come_first_and_count),
        cmocka_unit_test(without_months_the_words_stand_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
