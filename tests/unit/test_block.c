/* floor: document */
/* The outline's own words: they read facts as rules do, those of packs among them. Profile and pack are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/document.h"

static const char profile_text[] =
    "{\"person\": {\"role\": \"Clerk\"}, \"ask\": {\"preferred\": {\"office_days\": 2}},"
    " \"manager\": {\"stance\": \"opposed\"}, \"concerns\": [{\"about\": \"culture\", \"said\": \"We meet here.\"}]}";
static const char concerns_text[] = "{\"concerns\": [{\"id\": \"culture\", \"title\": \"Habits\", \"interest\": \"You "
                                    "want habits.\", \"say\": \"I hear "
                                    "{concern.said|quote}.\", \"action\": \"host\", \"measure\": \"lunches\"}]}";
static const char rules_text[] =
    "{\"module\": \"m\", \"rules\": [{\"id\": \"m.a\", \"point\": {\"section\": \"s\", \"text\": \"A point.\"}}]}";

#define OUTLINE(words)                                                                                                 \
    "{\"outline\": \"x\", \"summary\": \"y\", \"sections\": [{\"id\": \"s\", \"slots\": [{\"name\": \"n\", \"form\": " \
    "\"paragraph\", \"intro\": " words "}]}]}"

static rtp_source source_of(const char *text)
{
    return (rtp_source){.name = rtp_lit("case.json"), .text = rtp_str_from(text)};
}

/* The text of the first paragraph. */
static rtp_str first_paragraph(const rtp_document *document, rtp_arena *arena)
{
    const rtp_node *node = document->root->first;
    while (node->kind != RTP_NODE_PARAGRAPH) {
        node = node->next;
    }
    rtp_buf text = rtp_buf_make(SIZE_MAX);
    for (const rtp_node *span = node->first; span; span = span->next) {
        rtp_buf_put(&text, span->text);
    }
    rtp_str kept = rtp_arena_copy(arena, rtp_buf_text(&text));
    rtp_buf_free(&text);
    return kept;
}

static void outlines_speak_as_rules_do(void **state)
{
    (void)state;
    static const struct {
        const char *intro, *text;
    } rows[] = {
        {"\"Before it.\"", "Before it."},
        {"\"{concerns.first.say} So:\"", "I hear \xE2\x80\x9CWe meet here.\xE2\x80\x9D So:"},
        {"[{\"when\": {\"fact\": \"manager.stance\", \"is\": \"open\"}, \"text\": \"Open.\"}, \"Not open.\"]",
         "Not open."},
        {"[{\"when\": {\"fact\": \"manager.stance\", \"is\": \"opposed\"}, \"text\": \"Opposed.\"}, \"Not.\"]",
         "Opposed."},
        {"\"{senior.name} knows.\"", "A point."},
    };
    rtp_json_start();
    rtp_arena *arena = rtp_arena_make();
    rtp_diags *diags = rtp_diags_make(arena);
    rtp_source profile_source = source_of(profile_text), concerns = source_of(concerns_text);
    rtp_source rules = source_of(rules_text);
    const rtp_profile *profile = rtp_profile_load(&profile_source, arena, diags);
    rtp_pack pack = {0};
    assert_true(profile && rtp_pack_load(&concerns, arena, diags, &pack) && rtp_pack_load(&rules, arena, diags, &pack));
    const rtp_facts *facts = rtp_facts_derive(profile, 0, (rtp_roles){0}, arena);
    rtp_points points = rtp_rules_apply(&pack, facts, NULL, arena);
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_str text = rtp_arena_format(arena, OUTLINE("%s"), rows[i].intro);
        rtp_source source = {.name = rtp_lit("outline.json"), .text = text};
        rtp_outline outline;
        assert_true(rtp_outline_load(&source, arena, diags, &outline));
        const rtp_document *document = rtp_compose(&outline, facts, &points, 0, arena);
        rtp_str said = first_paragraph(document, arena);
        if (!rtp_str_equal(said, rtp_str_from(rows[i].text))) {
            fail_msg("%s: >%.*s<", rows[i].intro, RTP_FMT(said));
        }
    }
    rtp_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(outlines_speak_as_rules_do)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
