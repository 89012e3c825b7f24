/* floor: render */
/* Three ways of telling sources in lines of text: what stands there, what is left out, which notes are due. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "recipe.h"
#include "render/citing.h"

static const rtp_evidence study = {.year = 2024}; /* invented; nobody found it */

typedef struct page {
    recipe r;
    rtp_document document;
    rtp_node *list;
} page;

static page page_make(void)
{
    static const char *const items[] = {"a", "b", "c", NULL};
    rtp_arena *arena = rtp_arena_make();
    page p = {.r = {arena, rtp_lit("text")}};
    p.document.root = rtp_node_put(arena, NULL, RTP_NODE_DOCUMENT);
    p.list = recipe_list(&p.r, p.document.root, true, items);
    for (rtp_node *item = p.list->first; item; item = item->next) {
        item->evidence = &study;
    }
    return p;
}

static rtp_citing citing_make(page *p, rtp_citations citations)
{
    rtp_render_options options = {.citations = citations, .arena = p->r.arena};
    return rtp_citing_make(&p->document, &options, RTP_CITATIONS_ENDNOTES);
}

/* "word " with citations of these numbers and "." behind it. */
static const char *cited(page *p, rtp_citing *citing, const int *numbers, size_t count)
{
    rtp_inline line = rtp_inline_make(p->r.arena);
    rtp_inline_put(&line, rtp_lit("word "));
    for (size_t i = 0; i < count; i++) {
        rtp_node citation = {.kind = RTP_SPAN_CITATION, .level = numbers[i]};
        rtp_citing_put(citing, &citation, rtp_arena_format(p->r.arena, "[^%d]", numbers[i]), &line);
    }
    rtp_inline_put(&line, rtp_lit("."));
    return rtp_arena_copy(p->r.arena, rtp_inline_text(&line)).ptr;
}

static void test_what_stands_in_the_text(void **state)
{
    (void)state;
    static const struct {
        rtp_citations citations;
        const char *wanted;
        bool left_out;
    } cases[] = {
        {RTP_CITATIONS_USUAL, "word [3] [1] [9].", false},
        {RTP_CITATIONS_ENDNOTES, "word [3] [1] [9].", false},
        {RTP_CITATIONS_FOOTNOTES, "word[^3] [^1] [9].", true},
        {RTP_CITATIONS_INLINE, "word (2024) (2024) [9].", false},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        page p = page_make();
        rtp_citing citing = citing_make(&p, cases[i].citations);
        assert_string_equal(cited(&p, &citing, (const int[]){3, 1, 9}, 3), cases[i].wanted);
        assert_int_equal(rtp_citing_leaves_out(&citing, p.list), cases[i].left_out);
        rtp_arena_free(p.r.arena);
    }
}

static void test_notes_are_due_once_and_in_order(void **state)
{
    (void)state;
    page p = page_make();
    rtp_citing citing = citing_make(&p, RTP_CITATIONS_FOOTNOTES);
    int number = 0;
    assert_null(rtp_citing_next(&citing, &number));
    cited(&p, &citing, (const int[]){3, 1, 3}, 3);
    assert_ptr_equal(rtp_citing_next(&citing, &number), p.list->first);
    assert_int_equal(number, 1);
    assert_ptr_equal(rtp_citing_next(&citing, &number), p.list->last);
    assert_int_equal(number, 3);
    assert_null(rtp_citing_next(&citing, &number));
    rtp_arena_free(p.r.arena);
}

static void test_only_footnotes_are_due(void **state)
{
    (void)state;
    static const rtp_citations others[] = {RTP_CITATIONS_ENDNOTES, RTP_CITATIONS_INLINE};
    for (size_t i = 0; i < RTP_COUNT(others); i++) {
        page p = page_make();
        rtp_citing citing = citing_make(&p, others[i]);
        int number = 0;
        cited(&p, &citing, (const int[]){1}, 1);
        assert_null(rtp_citing_next(&citing, &number));
        rtp_arena_free(p.r.arena);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_stands_in_the_text),
        cmocka_unit_test(test_notes_are_due_once_and_in_order),
        cmocka_unit_test(test_only_footnotes_are_due),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
