/* floor: document */
/* Outlines: what a file says is what is loaded, and what is wrong is told at its place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/document.h"
#include "words.h"

#include <string.h>

static int json_start(void **state)
{
    (void)state;
    rtp_json_start();
    return 0;
}

static int arena_set_up(void **state)
{
    *state = rtp_arena_make();
    return 0;
}

static int arena_tear_down(void **state)
{
    rtp_arena_free(*state);
    return 0;
}

static rtp_source source_make(rtp_arena *arena, const char *text)
{
    return (rtp_source){.name = rtp_lit("outline.json"), .text = rtp_arena_copy(arena, rtp_str_from(text))};
}

static void assert_literal(rtp_phrases phrases, size_t i, const char *expected)
{
    assert_true(i < words_count(phrases));
    rtp_str phrase = words_at(phrases, i);
    assert_true(rtp_str_equal(words_segment(phrase, 0).text, rtp_str_from(expected)));
    assert_int_equal(words_segment(phrase, 1).text.len, 0);
}

static const char whole[] =
    "{\"outline\": \"one-page\", \"private\": true, \"summary\": \"short\", \"citations\": 2,\n"
    " \"words\": {\"least\": 200, \"most\": 230},\n"
    " \"requires\": {\"fact\": \"conversations.count\", \"message\": \"no talk\", \"hint\": \"add one\"},\n"
    " \"sections\": [\n"
    "  {\"id\": \"a\", \"heading\": [\"For {person.team}\", \"For you\"], \"slots\": [\n"
    "   {\"name\": \"rows\", \"form\": \"table\", \"most\": 4, \"each\": 1, \"intro\": \"2 of them:\",\n"
    "    \"columns\": [\"\", \">Office\"]},\n"
    "   {\"name\": \"rest\", \"form\": \"paragraph\"}]},\n"
    "  {\"id\": \"b.c\", \"slots\": [{\"name\": \"list\", \"form\": \"sources\"}]}]}";

static void every_member_is_loaded(void **state)
{
    rtp_diags *diags = rtp_diags_make(*state);
    rtp_source source = source_make(*state, whole);
    rtp_outline outline;
    assert_true(rtp_outline_load(&source, *state, diags, &outline));
    assert_int_equal(diags->len, 0);
    assert_true(rtp_str_equal(outline.name, rtp_lit("one-page")));
    assert_true(rtp_str_equal(outline.summary, rtp_lit("short")));
    assert_true(outline.personal);
    assert_int_equal(outline.citations, 2);
    assert_int_equal(outline.words.least, 200);
    assert_int_equal(outline.words.most, 230);
    assert_int_equal(outline.requires.fact, rtp_fact_find(rtp_lit("conversations.count")));
    assert_true(rtp_str_equal(outline.requires.message, rtp_lit("no talk")));
    assert_true(rtp_str_equal(outline.requires.hint, rtp_lit("add one")));
    assert_int_equal(outline.section_count, 2);
    const rtp_section *first = &outline.sections[0], *second = &outline.sections[1];
    assert_true(rtp_str_equal(first->id, rtp_lit("a")));
    assert_int_equal(words_count(first->heading), 2);
    assert_int_equal(words_segment(words_at(first->heading, 0), 1).fact, rtp_fact_find(rtp_lit("person.team")));
    assert_literal(first->heading, 1, "For you");
    assert_int_equal(first->slot_count, 2);
    const rtp_slot *rows = &first->slots[0], *rest = &first->slots[1];
    assert_true(rtp_str_equal(rows->name, rtp_lit("rows")));
    assert_int_equal(rows->form, RTP_FORM_TABLE);
    assert_int_equal(rows->most, 4);
    assert_int_equal(rows->each, 1);
    assert_literal(rows->intro, 0, "2 of them:"); /* private words may count */
    assert_int_equal(rows->column_count, 2);
    assert_literal(rows->columns[0], 0, "");
    assert_literal(rows->columns[1], 0, ">Office");
    assert_int_equal(rest->form, RTP_FORM_PARAGRAPH);
    assert_int_equal(rest->most + rest->each + (int)rest->column_count + (int)words_count(rest->intro), 0);
    assert_true(rtp_str_equal(second->id, rtp_lit("b.c")));
    assert_null(second->heading.bytes);
    assert_int_equal(second->slots[0].form, RTP_FORM_SOURCES);
}

/* One section, one slot, as the rows below want it. */
#define OUTLINE(members, slots)                                                                                        \
    "{\"outline\": \"x\", \"summary\": \"y\", " members "\"sections\": [{\"id\": \"a\", \"slots\": [" slots "]}]}"
#define SLOT(members) "{\"name\": \"n\", \"form\": \"lines\"" members "}"

static void every_form_has_its_word(void **state)
{
    static const char *const words[] = {"title", "lines", "paragraph", "paragraphs", "bullets", "numbers",
                                        "table", "terms", "quotes",    "chart",      "sources"};
    for (size_t i = 0; i < RTP_COUNT(words); i++) {
        const char *columns = i == RTP_FORM_TABLE ? ", \"columns\": [\"A\"]" : "";
        const char *cites = i == RTP_FORM_SOURCES ? "\"citations\": 1, " : "";
        rtp_str text = rtp_arena_format(*state,
                                        "{\"outline\": \"x\", \"summary\": \"y\", %s\"sections\": [{\"id\": \"a\", "
                                        "\"slots\": [{\"name\": \"n\", \"form\": \"%s\"%s}]}]}",
                                        cites, words[i], columns);
        rtp_source source = {.name = rtp_lit("outline.json"), .text = text};
        rtp_diags *diags = rtp_diags_make(*state);
        rtp_outline outline;
        assert_true(rtp_outline_load(&source, *state, diags, &outline));
        assert_int_equal(outline.sections[0].slots[0].form, i);
    }
}

typedef struct bad {
    const char *text, *code; /* NULL: a code of a lower floor */
    const char *at;          /* the source from the diagnostic's offset on starts like this */
} bad;

static void assert_refused(rtp_arena *arena, const bad *row)
{
    rtp_diags *diags = rtp_diags_make(arena);
    rtp_source source = source_make(arena, row->text);
    rtp_outline outline = {.citations = 77};
    assert_false(rtp_outline_load(&source, arena, diags, &outline));
    assert_int_equal(outline.citations, 77);
    assert_true(diags->errors > 0);
    const rtp_diag *diag = &diags->items[0];
    if (row->code) {
        assert_string_equal(diag->code, row->code);
        assert_true(diag->hint.len > 0);
    }
    if (!rtp_str_starts((rtp_str){source.text.ptr + diag->offset, source.text.len - diag->offset},
                        rtp_str_from(row->at))) {
        fail_msg("%s at %.30s", diag->code, source.text.ptr + diag->offset);
    }
}

static void what_is_wrong_is_told_at_its_place(void **state)
{
    static const bad rows[] = {
        {"{\"outline\": ", NULL, ""},
        {"[]", NULL, "[]"},
        {OUTLINE("\"citation\": 1, ", SLOT("")), NULL, "\"citation\""},
        {OUTLINE("\"citations\": -1, ", SLOT("")), NULL, "-1"},
        {OUTLINE("", "{\"name\": \"n\", \"form\": \"line\"}"), NULL, "\"line\""},
        {OUTLINE("", SLOT(", \"most\": 0")), NULL, "0"},
        {OUTLINE("", SLOT(", \"intro\": \"For {person.nam}\"")), NULL, "person.nam}"},
        {OUTLINE("", SLOT(", \"intro\": \"In 30 days.\"")), NULL, "30"},
        {OUTLINE("", SLOT(", \"intro\": \"{private.floor_days}\"")), NULL, "private.floor_days"},
        {"{\"outline\": \"My pitch\", \"summary\": \"y\", \"sections\": [{\"id\": \"a\", \"slots\": [" SLOT("") "]}]}",
         "R0200", "\"My pitch\""},
        {"{\"outline\": \"x\", \"summary\": \"y\", \"sections\": [{\"id\": \"a\", \"slots\": [" SLOT(
             "") "]}, {\"id\": \"a\", \"slots\": [" SLOT("") "]}]}",
         "R0201", "\"a\", \"slots\": [{\"name\": \"n\", \"form\": \"lines\"}]}]}"},
        {OUTLINE("", SLOT("") ", {\"name\": \"n\", \"form\": \"terms\"}"), "R0202", "\"n\", \"form\": \"terms\""},
        {OUTLINE("", SLOT(", \"columns\": [\"A\"]")), "R0203", "[\"A\"]"},
        {OUTLINE("", "{\"name\": \"n\", \"form\": \"table\"}"), "R0204", "{\"name\""},
        {OUTLINE("", "{\"name\": \"n\", \"form\": \"table\", \"columns\": []}"), "R0204", "[]"},
        {OUTLINE("", "{\"name\": \"n\", \"form\": \"table\", \"columns\": \"A\"}"), "R0204", "\"A\""},
        {OUTLINE("", "{\"name\": \"n\", \"form\": \"title\"}, {\"name\": \"m\", \"form\": \"title\"}"), "R0205",
         "[{\"id\""},
        {OUTLINE("\"citations\": 2, ", SLOT("")), "R0206", "2"},
        {OUTLINE("\"words\": {\"least\": 231, \"most\": 230}, ", SLOT("")), "R0208", "{\"least\""},
        {OUTLINE("\"words\": {\"most\": 0}, ", SLOT("")), NULL, "0}"},
        {OUTLINE("\"requires\": {\"fact\": \"no.fact\", \"message\": \"m\", \"hint\": \"h\"}, ", SLOT("")), NULL,
         "\"no.fact\""},
        {OUTLINE("\"requires\": {\"fact\": \"concern.said\", \"message\": \"m\", \"hint\": \"h\"}, ", SLOT("")), NULL,
         "\"concern.said\""},
        {OUTLINE("\"requires\": {\"fact\": \"conversations.count\", \"message\": \"m\"}, ", SLOT("")), NULL,
         "{\"fact\""},
        {OUTLINE("", "{\"name\": \"n\", \"form\": \"sources\"}"), "R0207", "[{\"id\""},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        assert_refused(*state, &rows[i]);
    }
}

static void all_faults_are_listed(void **state)
{
    rtp_diags *diags = rtp_diags_make(*state);
    rtp_source source =
        source_make(*state, OUTLINE("\"citations\": 2, ",
                                    "{\"name\": \"A b\", \"form\": \"table\", \"intro\": \"{no.fact}\"}, " SLOT(
                                        ", \"columns\": [\"{no.fact}\"]")));
    rtp_outline outline;
    assert_false(rtp_outline_load(&source, *state, diags, &outline));
    static const char *const codes[] = {"R0200", "R0204", "R0203", "R0206"};
    assert_int_equal(diags->errors, RTP_COUNT(codes) + 2);
    for (size_t i = 0; i < RTP_COUNT(codes); i++) {
        assert_string_equal(diags->items[i].code, codes[i]);
    }
}

static void every_code_is_explained_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < rtp_document_code_count; i++) {
        const rtp_code_doc *code = &rtp_document_codes[i];
        assert_true(strlen(code->title) > 0 && strlen(code->text) > strlen(code->title));
        for (size_t k = 0; k < i; k++) {
            assert_true(strcmp(rtp_document_codes[k].code, code->code) < 0);
        }
    }
}

static void the_outlines_of_the_program_load(void **state)
{
    static const char *const names[] = {"talking-points", "prep", "readiness"};
    for (size_t i = 0; i < RTP_COUNT(names); i++) {
        rtp_diags *diags = rtp_diags_make(*state);
        rtp_source source;
        rtp_outline outline;
        rtp_str path = rtp_arena_format(*state, "%s/data/outlines/%s.json", RTP_SOURCE_DIR, names[i]);
        assert_true(rtp_file_read(path, rtp_json_pack_limits.bytes, *state, diags, &source));
        assert_true(rtp_outline_load(&source, *state, diags, &outline));
        assert_true(rtp_str_equal(outline.name, rtp_str_from(names[i])));
        assert_int_equal(outline.personal, i > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_member_is_loaded, arena_set_up, arena_tear_down),
        cmocka_unit_test_setup_teardown(every_form_has_its_word, arena_set_up, arena_tear_down),
        cmocka_unit_test_setup_teardown(what_is_wrong_is_told_at_its_place, arena_set_up, arena_tear_down),
        cmocka_unit_test_setup_teardown(all_faults_are_listed, arena_set_up, arena_tear_down),
        cmocka_unit_test(every_code_is_explained_once),
        cmocka_unit_test_setup_teardown(the_outlines_of_the_program_load, arena_set_up, arena_tear_down),
    };
    return cmocka_run_group_tests(tests, json_start, NULL);
}
