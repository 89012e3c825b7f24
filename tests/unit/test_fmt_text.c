/* floor: render */
/* Plain text: underlines, hanging indents, tables that line up at any width, addresses in brackets. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "recipe.h"
#include "rtopitch/render.h"

typedef struct page {
    recipe r;
    rtp_node *root;
} page;

static page page_make(void)
{
    rtp_arena *arena = rtp_arena_make();
    return (page){{arena, rtp_lit("text")}, rtp_node_put(arena, NULL, RTP_NODE_DOCUMENT)};
}

static void assert_page(page *p, int width, const char *wanted)
{
    rtp_buf out = rtp_buf_make(1 << 20);
    rtp_render_options options = {.arena = p->r.arena, .width = width};
    rtp_format_find(rtp_lit("text"))->render(&(rtp_document){.root = p->root}, &options, &out);
    rtp_buf_put_char(&out, '\0');
    assert_string_equal(rtp_buf_text(&out).ptr, wanted);
    rtp_buf_free(&out);
    rtp_arena_free(p->r.arena);
}

static void test_headings_are_underlined(void **state)
{
    (void)state;
    page p = page_make();
    p.r.text = rtp_lit("日本");
    recipe_block(&p.r, p.root, RTP_NODE_HEADING, "T and more")->level = 1;
    recipe_block(&p.r, p.root, RTP_NODE_HEADING, "two words")->level = 2;
    recipe_block(&p.r, p.root, RTP_NODE_HEADING, "third")->level = 3;
    rtp_node_put(p.r.arena, p.root, RTP_NODE_RULE);
    assert_page(&p, 20, "日本 and more\n=============\n\ntwo words\n---------\n\nthird\n\n--------------------\n");
}

static void test_paragraphs_wrap(void **state)
{
    (void)state;
    page p = page_make();
    recipe_block(&p.r, p.root, RTP_NODE_PARAGRAPH, "*(Lead.) one two three four [ five|six");
    recipe_block(&p.r, p.root, RTP_NODE_PARAGRAPH, "");
    recipe_block(&p.r, p.root, RTP_NODE_PARAGRAPH, "see @(T) and @(x)");
    assert_page(&p, 20,
                "Lead. one two three\nfour [1] five\nsix\n\n"
                "see text\n<https://example.org/a?b=1&c=2>\nand x\n<https://example.org/a?b=1&c=2>\n");
}

static void test_widths_have_a_default_and_a_least(void **state)
{
    (void)state;
    page p = page_make();
    rtp_node_put(p.r.arena, p.root, RTP_NODE_RULE);
    assert_page(&p, 0, "------------------------------------------------------------------------\n");
    p = page_make();
    rtp_node_put(p.r.arena, p.root, RTP_NODE_RULE);
    assert_page(&p, -1, "------------------------------------------------------------------------\n");
    p = page_make();
    rtp_node_put(p.r.arena, p.root, RTP_NODE_RULE);
    assert_page(&p, 1, "--------------------\n");
}

static void test_lists_and_quotes_are_indented(void **state)
{
    (void)state;
    static const char *const items[] = {"one two three four five", "six|seven", NULL};
    page p = page_make();
    recipe_list(&p.r, p.root, false, items);
    recipe_list(&p.r, p.root, true, items);
    rtp_node *quote = rtp_node_put(p.r.arena, p.root, RTP_NODE_QUOTE);
    recipe_block(&p.r, quote, RTP_NODE_PARAGRAPH, "one two three four five");
    assert_page(&p, 20,
                "- one two three four\n  five\n- six\n  seven\n\n"
                "1. one two three\n   four five\n2. six\n   seven\n\n"
                "  one two three four\n  five\n");
}

static void test_tables_line_up(void **state)
{
    (void)state;
    static const char *const head[] = {"Work", "", "Share", NULL}, *const row[] = {"T", "x", "5", NULL};
    static const char *const gap[] = {"", "y", "", NULL};
    page p = page_make();
    p.r.text = rtp_lit("日本");
    rtp_node *table = rtp_node_put(p.r.arena, p.root, RTP_NODE_TABLE);
    recipe_row(&p.r, table, true, head);
    recipe_row(&p.r, table, false, row);
    recipe_row(&p.r, table, false, gap);
    assert_page(&p, 20, "Work     Share\n----  -  -----\n日本  x      5\n      y\n");
}

static void test_cells_wrap_inside_their_column(void **state)
{
    (void)state;
    static const char *const head[] = {"Name", "", NULL}, *const row[] = {"Length", "one two three four", NULL};
    page p = page_make();
    rtp_node *table = rtp_node_put(p.r.arena, p.root, RTP_NODE_TABLE);
    recipe_row(&p.r, table, true, head)->last->align = RTP_ALIGN_LEFT;
    recipe_row(&p.r, table, false, row);
    recipe_row(&p.r, table, false, head);
    assert_page(&p, 20, "Name\n------  ------------\nLength  one two\n        three four\n\nName\n");
}

static void test_terms_have_no_header(void **state)
{
    (void)state;
    static const char *const head[] = {"", "", NULL}, *const row[] = {"Length", "T", NULL};
    page p = page_make();
    rtp_node *table = rtp_node_put(p.r.arena, p.root, RTP_NODE_TABLE);
    recipe_row(&p.r, table, true, head)->last->align = RTP_ALIGN_LEFT;
    recipe_row(&p.r, table, false, row);
    recipe_row(&p.r, table, false, row);
    assert_page(&p, 20, "Length  text\nLength  text\n");
}

static void test_words_break_when_columns_are_too_narrow(void **state)
{
    (void)state;
    static const char *const row[] = {"aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb", NULL};
    page p = page_make();
    rtp_node *table = rtp_node_put(p.r.arena, p.root, RTP_NODE_TABLE);
    recipe_row(&p.r, table, false, row)->last->align = RTP_ALIGN_LEFT;
    assert_page(&p, 20, "aaaaaaaaa  bbbbbbbbb\naaaaaaa    bbbbbbb\n");
}

static void test_more_columns_than_room_still_end(void **state)
{
    (void)state;
    page p = page_make();
    rtp_node *row = rtp_node_put(p.r.arena, rtp_node_put(p.r.arena, p.root, RTP_NODE_TABLE), RTP_NODE_ROW);
    for (int i = 0; i < 12; i++) {
        recipe_block(&p.r, row, RTP_NODE_CELL, "ab");
    }
    assert_page(&p, 20, "a  a  a  a  a  a  a  a  a  a  a  a\nb  b  b  b  b  b  b  b  b  b  b  b\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_headings_are_underlined),
        cmocka_unit_test(test_paragraphs_wrap),
        cmocka_unit_test(test_widths_have_a_default_and_a_least),
        cmocka_unit_test(test_lists_and_quotes_are_indented),
        cmocka_unit_test(test_tables_line_up),
        cmocka_unit_test(test_cells_wrap_inside_their_column),
        cmocka_unit_test(test_terms_have_no_header),
        cmocka_unit_test(test_words_break_when_columns_are_too_narrow),
        cmocka_unit_test(test_more_columns_than_room_still_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
