/* floor: render */
/* JSON: strict, complete, with where each sentence comes from; and nothing in a shareable document that must
 * not be shared, even as the condition of a rule. Everything told here is invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "recipe.h"
#include "rtopitch/json.h"
#include "rtopitch/render.h"
#include "rules/packed.h"
#include "words.h"

typedef struct page {
    recipe r;
    rtp_document document;
    rtp_render_options options;
} page;

static page page_make(void)
{
    rtp_arena *arena = rtp_arena_make();
    page made = {.r = {arena, rtp_lit("text")}, .options = {.arena = arena}};
    made.document = (rtp_document){.root = rtp_node_put(arena, NULL, RTP_NODE_DOCUMENT),
                                   .name = rtp_lit("probe"),
                                   .title = rtp_lit("Head"),
                                   .date = 20778};
    return made;
}

/* Renders and reads back with our own strict reader. */
static const rtp_json *page_read(page *p)
{
    rtp_buf out = rtp_buf_make(1 << 20);
    rtp_format_find(rtp_lit("json"))->render(&p->document, &p->options, &out);
    rtp_source *source = RTP_NEW(p->r.arena, rtp_source);
    *source = (rtp_source){.name = rtp_lit("out"), .text = rtp_arena_copy(p->r.arena, rtp_buf_text(&out))};
    rtp_buf_free(&out);
    rtp_diags *diags = rtp_diags_make(p->r.arena);
    rtp_json_start();
    const rtp_json *root = rtp_json_read(source, &rtp_json_profile_limits, p->r.arena, diags);
    assert_int_equal(diags->len, 0);
    assert_non_null(root);
    return root;
}

/* Follows "blocks/0/text"; names are keys, numbers places in arrays. NULL when something is not there. */
static const rtp_json *at(const rtp_json *node, const char *path)
{
    rtp_str rest = rtp_str_from(path);
    while (node && rest.len > 0) {
        size_t len = 0;
        while (len < rest.len && rest.ptr[len] != '/') {
            len++;
        }
        if (rtp_json_kind_of(node) == RTP_JSON_ARRAY) {
            node = rtp_json_first(node);
            for (int i = rest.ptr[0] - '0'; node && i > 0; i--) {
                node = rtp_json_next(node);
            }
        } else {
            node = rtp_json_find(node, (rtp_str){rest.ptr, len});
        }
        len += len < rest.len;
        rest = (rtp_str){rest.ptr + len, rest.len - len};
    }
    return node;
}

static void assert_text(const rtp_json *root, const char *path, const char *wanted)
{
    const rtp_json *node = at(root, path);
    assert_non_null(node);
    rtp_str text = rtp_json_text(node);
    assert_int_equal(text.len, strlen(wanted));
    assert_memory_equal(text.ptr, wanted, text.len);
}

static void assert_number(const rtp_json *root, const char *path, double wanted)
{
    const rtp_json *node = at(root, path);
    assert_non_null(node);
    assert_true(rtp_json_number(node) >= wanted && rtp_json_number(node) <= wanted);
}

static void assert_flag(const rtp_json *root, const char *path, bool wanted)
{
    const rtp_json *node = at(root, path);
    assert_non_null(node);
    assert_int_equal(rtp_json_flag(node), wanted);
}

static void test_envelope(void **state)
{
    (void)state;
    page p = page_make();
    const rtp_json *root = page_read(&p);
    assert_number(root, "rtopitch/document", 1);
    assert_text(root, "name", "probe");
    assert_text(root, "title", "Head");
    assert_text(root, "date", "2026-11-21");
    assert_flag(root, "private", false);
    assert_int_equal(rtp_json_count(at(root, "blocks")), 0);
    assert_int_equal(rtp_json_count(at(root, "sources")), 0);
    rtp_arena_free(p.r.arena);
}

static void test_blocks(void **state)
{
    (void)state;
    static const char *const items[] = {"a", NULL}, *const cells[] = {"b", "c", NULL};
    page p = page_make();
    rtp_node *root = p.document.root;
    rtp_node *heading = recipe_block(&p.r, root, RTP_NODE_HEADING, "Head");
    heading->level = 2;
    heading->section = rtp_lit("results");
    recipe_block(&p.r, root, RTP_NODE_PARAGRAPH, "*(a) 5|@(x)[")->section = rtp_lit("results");
    recipe_list(&p.r, root, true, items);
    recipe_row(&p.r, rtp_node_put(p.r.arena, root, RTP_NODE_TABLE), true, cells);
    recipe_block(&p.r, rtp_node_put(p.r.arena, root, RTP_NODE_QUOTE), RTP_NODE_PARAGRAPH, "q");
    rtp_node_put(p.r.arena, root, RTP_NODE_RULE);
    const rtp_json *json = page_read(&p);
    assert_text(json, "blocks/0/kind", "heading");
    assert_number(json, "blocks/0/level", 2);
    assert_text(json, "blocks/0/section", "results");
    assert_text(json, "blocks/0/text", "Head");
    assert_text(json, "blocks/1/text", "a 5\nx[1]");
    assert_text(json, "blocks/1/spans/0/kind", "strong");
    assert_text(json, "blocks/1/spans/0/spans/0/text", "a");
    assert_text(json, "blocks/1/spans/2/kind", "figure");
    assert_text(json, "blocks/1/spans/3/kind", "break");
    assert_text(json, "blocks/1/spans/4/address", "https://example.org/a?b=1&c=2");
    assert_number(json, "blocks/1/spans/5/number", 1);
    assert_flag(json, "blocks/2/numbered", true);
    assert_text(json, "blocks/2/items/0/text", "a");
    assert_flag(json, "blocks/3/rows/0/header", true);
    assert_text(json, "blocks/3/rows/0/cells/1/text", "c");
    assert_text(json, "blocks/3/rows/0/cells/1/align", "right");
    assert_text(json, "blocks/4/blocks/0/text", "q");
    assert_text(json, "blocks/5/kind", "rule");
    rtp_arena_free(p.r.arena);
}

static void test_text_is_kept_byte_for_byte(void **state)
{
    (void)state;
    static const char text[] = "  a\n\tb \"\\ \x1B[31m \xC2\x9B \xE2\x80\xA8 \xE2\x80\xAE # <b> ";
    page p = page_make();
    p.r.text = rtp_str_from(text);
    recipe_block(&p.r, p.document.root, RTP_NODE_PARAGRAPH, "T");
    const rtp_json *json = page_read(&p);
    assert_text(json, "blocks/0/text", text);
    assert_text(json, "blocks/0/spans/0/text", text);
    rtp_arena_free(p.r.arena);
}

/* ---- provenance ---- */

static uint16_t fact_number(const char *name)
{
    int number = rtp_fact_find(rtp_str_from(name));
    assert_true(number >= 0);
    return (uint16_t)number;
}

typedef struct story { /* one point: a rule, its condition, and a sentence with a figure */
    rtp_source source;
    rtp_rule rule;
    rtp_value days;
    rtp_run run;
    rtp_point point;
    rtp_evidence evidence;
    const rtp_evidence *evidence_list[1];
} story;

static story *story_make(page *p)
{
    story *s = RTP_NEW(p->r.arena, story);
    s->source = (rtp_source){.name = rtp_lit("p.json"),
                             .text = rtp_lit("{\n \"ask\": {\n  \"preferred\": {\"office_days\": 2}}}")};
    const uint16_t known[] = {fact_number("manager.stance"), fact_number("person.name")};
    s->rule = (rtp_rule){.id = rtp_lit("test.rule"),
                         .when = condition_make(p->r.arena, known, RTP_COUNT(known)),
                         .argues = rtp_lit("days")};
    s->days = (rtp_value){.known = true,
                          .type = RTP_NUMBER,
                          .number = 2,
                          .origin = {.kind = RTP_FROM_PROFILE, .pointer = "/ask/preferred/office_days"}};
    s->run = (rtp_run){rtp_lit("2"), &s->days, fact_number("ask.office_days")};
    const rtp_str texts[RTP_STUDY_TEXT_COUNT] = {[RTP_STUDY_CLAIM] = RTP_STR("It was so.")};
    s->evidence =
        (rtp_evidence){.id = rtp_lit("study"),
                       .texts = rtp_packed_make(rtp_packed_join(texts, RTP_STUDY_TEXT_COUNT, p->r.arena), p->r.arena),
                       .year = 2024,
                       .strength = 'A'};
    s->evidence_list[0] = &s->evidence;
    s->point = (rtp_point){.rule = &s->rule, .text = {&s->run, 1}, .evidence = s->evidence_list, .evidence_count = 1};
    return s;
}

static void story_put(page *p, story *s)
{
    rtp_profile *profile = RTP_NEW(p->r.arena, rtp_profile);
    profile->person.name = rtp_lit("Sam Rivera");
    profile->manager.stance = 1;
    p->options.facts = rtp_facts_derive(profile, p->document.date, (rtp_roles){NULL, 0}, p->r.arena);
    p->options.source = &s->source;
    rtp_node *block = recipe_block(&p->r, p->document.root, RTP_NODE_PARAGRAPH, "5 [");
    rtp_node *figure = block->first, *citation = block->last;
    block->point = figure->point = citation->point = &s->point;
    figure->text = s->run.text;
    figure->value = &s->days;
    figure->fact = s->run.fact;
    citation->evidence = &s->evidence;
}

static void test_where_a_sentence_comes_from(void **state)
{
    (void)state;
    page p = page_make();
    story_put(&p, story_make(&p));
    const rtp_json *json = page_read(&p);
    assert_text(json, "blocks/0/points/0/rule", "test.rule");
    assert_text(json, "blocks/0/points/0/argues", "days");
    assert_text(json, "blocks/0/points/0/evidence/0", "study");
    assert_text(json, "blocks/0/points/0/facts/0/fact", "ask.office_days");
    assert_text(json, "blocks/0/points/0/facts/0/use", "text");
    assert_number(json, "blocks/0/points/0/facts/0/value", 2);
    assert_text(json, "blocks/0/points/0/facts/0/origin/kind", "profile");
    assert_text(json, "blocks/0/points/0/facts/0/origin/pointer", "/ask/preferred/office_days");
    assert_number(json, "blocks/0/points/0/facts/0/origin/line", 3);
    assert_text(json, "blocks/0/spans/0/rule", "test.rule");
    assert_text(json, "blocks/0/spans/0/fact", "ask.office_days");
    assert_number(json, "blocks/0/spans/0/origin/line", 3);
    assert_null(at(json, "blocks/0/spans/1/fact"));
    assert_text(json, "blocks/0/spans/2/evidence", "study");
    assert_text(json, "sources/0/evidence", "study");
    assert_number(json, "sources/0/number", 1);
    assert_int_equal(rtp_json_count(at(json, "sources")), 1);
    rtp_arena_free(p.r.arena);
}

static void test_shareable_documents_tell_no_steering_facts(void **state)
{
    (void)state;
    page p = page_make();
    story_put(&p, story_make(&p));
    const rtp_json *json = page_read(&p);
    assert_int_equal(rtp_json_count(at(json, "blocks/0/points/0/facts")), 2);
    assert_text(json, "blocks/0/points/0/facts/1/fact", "person.name");
    assert_text(json, "blocks/0/points/0/facts/1/use", "condition");
    assert_text(json, "blocks/0/points/0/facts/1/value", "Sam Rivera");
    rtp_arena_free(p.r.arena);
    p = page_make();
    p.document.personal = true;
    story_put(&p, story_make(&p));
    json = page_read(&p);
    assert_int_equal(rtp_json_count(at(json, "blocks/0/points/0/facts")), 3);
    assert_text(json, "blocks/0/points/0/facts/1/fact", "manager.stance");
    assert_flag(json, "private", true);
    rtp_arena_free(p.r.arena);
}

/* The same values, with nothing between them. */
static void test_on_one_line(void **state)
{
    (void)state;
    page p = page_make();
    story_put(&p, story_make(&p));
    rtp_buf wide = rtp_buf_make(1 << 20), line = rtp_buf_make(1 << 20);
    rtp_format_find(rtp_lit("json"))->render(&p.document, &p.options, &wide);
    p.options.compact = true;
    rtp_format_find(rtp_lit("json"))->render(&p.document, &p.options, &line);
    assert_true(line.len > 100 && line.ptr[line.len - 1] == '\n');
    assert_ptr_equal(strchr(line.ptr, '\n'), line.ptr + line.len - 1);
    size_t at = 0;
    for (size_t i = 0; i < wide.len; i++) { /* no text of the story has blanks but single ones within words */
        bool layout = wide.ptr[i] == '\n' || (wide.ptr[i] == ' ' && (i == 0 || strchr("\n :", wide.ptr[i - 1])));
        if (!layout) {
            assert_int_equal(line.ptr[at], wide.ptr[i]);
            at++;
        }
    }
    assert_int_equal(at + 1, line.len);
    rtp_buf_free(&wide);
    rtp_buf_free(&line);
    rtp_arena_free(p.r.arena);
}

static void test_without_profile_and_facts(void **state)
{
    (void)state;
    page p = page_make();
    story_put(&p, story_make(&p));
    p.options.facts = NULL;
    p.options.source = NULL;
    const rtp_json *json = page_read(&p);
    assert_int_equal(rtp_json_count(at(json, "blocks/0/points/0/facts")), 1);
    assert_null(at(json, "blocks/0/points/0/facts/0/origin/line"));
    rtp_arena_free(p.r.arena);
}

/* A paragraph of several points tells each once; a cell does not repeat what its row told. */
static void test_points_are_told_once(void **state)
{
    (void)state;
    static const char *const cells[] = {"a", "b", NULL};
    page p = page_make();
    story *first = story_make(&p), *second = story_make(&p);
    second->rule.id = rtp_lit("test.other");
    rtp_node *block = recipe_block(&p.r, p.document.root, RTP_NODE_PARAGRAPH, "abcd");
    block->first->point = block->first->next->point = &first->point;
    block->last->point = &second->point;
    rtp_node *table = rtp_node_put(p.r.arena, p.document.root, RTP_NODE_TABLE);
    rtp_node *row = recipe_row(&p.r, table, false, cells);
    row->point = row->first->point = row->last->point = &first->point;
    const rtp_json *json = page_read(&p);
    assert_int_equal(rtp_json_count(at(json, "blocks/0/points")), 2);
    assert_text(json, "blocks/0/points/1/rule", "test.other");
    assert_int_equal(rtp_json_count(at(json, "blocks/1/rows/0/points")), 1);
    assert_int_equal(rtp_json_count(at(json, "blocks/1/rows/0/cells/0/points")), 0);
    rtp_arena_free(p.r.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_envelope),
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_text_is_kept_byte_for_byte),
        cmocka_unit_test(test_where_a_sentence_comes_from),
        cmocka_unit_test(test_shareable_documents_tell_no_steering_facts),
        cmocka_unit_test(test_on_one_line),
        cmocka_unit_test(test_without_profile_and_facts),
        cmocka_unit_test(test_points_are_told_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
