/* floor: render */
/* Sources: found by number, and told apart from what else a document says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "recipe.h"
#include "render/notes.h"

static const rtp_evidence study = {.year = 2024}; /* invented */
static const rtp_point point;

typedef struct page {
    recipe r;
    rtp_node *root;
    rtp_document document;
} page;

static page page_make(void)
{
    rtp_arena *arena = rtp_arena_make();
    rtp_node *root = rtp_node_put(arena, NULL, RTP_NODE_DOCUMENT);
    return (page){{arena, rtp_lit("text")}, root, {.root = root}};
}

static rtp_node *block_put(page *p, rtp_node_kind kind, const char *section)
{
    rtp_node *block = recipe_block(&p->r, p->root, kind, "T");
    block->section = rtp_str_from(section);
    return block;
}

static rtp_node *sources_put(page *p, const char *section)
{
    static const char *const items[] = {"a", "b", "c", NULL};
    rtp_node *list = recipe_list(&p->r, p->root, true, items);
    list->section = rtp_str_from(section);
    for (rtp_node *item = list->first; item; item = item->next) {
        item->evidence = &study;
    }
    return list;
}

static void test_entries_are_found_by_number(void **state)
{
    (void)state;
    static const char *const plain[] = {"x", "y", NULL};
    page p = page_make();
    recipe_list(&p.r, p.root, true, plain);
    const rtp_node *list = sources_put(&p, "sources");
    rtp_notes notes = rtp_notes_make(&p.document);
    assert_ptr_equal(notes.list, list);
    assert_ptr_equal(rtp_notes_find(&notes, 1), list->first);
    assert_ptr_equal(rtp_notes_find(&notes, 3), list->last);
    assert_true(rtp_str_equal(rtp_notes_find(&notes, 2)->first->text, rtp_lit("b")));
    assert_null(rtp_notes_find(&notes, 4));
    assert_null(rtp_notes_find(&notes, 0));
    assert_null(rtp_notes_find(&notes, -1));
    rtp_arena_free(p.r.arena);
}

static void test_a_document_without_sources_has_no_notes(void **state)
{
    (void)state;
    page p = page_make();
    const rtp_node *heading = block_put(&p, RTP_NODE_HEADING, "sources");
    rtp_notes notes = rtp_notes_make(&p.document);
    assert_null(notes.list);
    assert_null(rtp_notes_find(&notes, 1));
    assert_false(rtp_notes_hold(&notes, heading));
    rtp_arena_free(p.r.arena);
}

static void test_a_section_of_sources_goes_as_a_whole(void **state)
{
    (void)state;
    page p = page_make();
    const rtp_node *before = block_put(&p, RTP_NODE_PARAGRAPH, "next");
    const rtp_node *heading = block_put(&p, RTP_NODE_HEADING, "sources");
    const rtp_node *intro = block_put(&p, RTP_NODE_PARAGRAPH, "sources");
    const rtp_node *list = sources_put(&p, "sources");
    rtp_notes notes = rtp_notes_make(&p.document);
    assert_false(rtp_notes_hold(&notes, before));
    assert_true(rtp_notes_hold(&notes, heading));
    assert_true(rtp_notes_hold(&notes, intro));
    assert_true(rtp_notes_hold(&notes, list));
    rtp_arena_free(p.r.arena);
}

/* `joined`: the points stand on the spans, as in a paragraph of several. */
static void check_mixed(bool joined)
{
    page p = page_make();
    const rtp_node *heading = block_put(&p, RTP_NODE_HEADING, "research");
    rtp_node *words = block_put(&p, RTP_NODE_PARAGRAPH, "research");
    *(joined ? &words->first->point : &words->point) = &point;
    const rtp_node *intro = block_put(&p, RTP_NODE_PARAGRAPH, "research");
    const rtp_node *list = sources_put(&p, "research");
    const rtp_node *after = block_put(&p, RTP_NODE_PARAGRAPH, "research");
    rtp_notes notes = rtp_notes_make(&p.document);
    assert_false(rtp_notes_hold(&notes, heading));
    assert_false(rtp_notes_hold(&notes, words));
    assert_true(rtp_notes_hold(&notes, intro));
    assert_true(rtp_notes_hold(&notes, list));
    assert_false(rtp_notes_hold(&notes, after));
    rtp_arena_free(p.r.arena);
}

static void test_what_else_a_section_says_stays(void **state)
{
    (void)state;
    check_mixed(false);
    check_mixed(true);
}

static void test_spans_are_no_top_blocks(void **state)
{
    (void)state;
    page p = page_make();
    const rtp_node *list = sources_put(&p, "");
    rtp_notes notes = rtp_notes_make(&p.document);
    assert_true(rtp_notes_hold(&notes, list));
    assert_false(rtp_notes_hold(&notes, list->first));
    rtp_arena_free(p.r.arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_entries_are_found_by_number),
        cmocka_unit_test(test_a_document_without_sources_has_no_notes),
        cmocka_unit_test(test_a_section_of_sources_goes_as_a_whole),
        cmocka_unit_test(test_what_else_a_section_says_stays),
        cmocka_unit_test(test_spans_are_no_top_blocks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
