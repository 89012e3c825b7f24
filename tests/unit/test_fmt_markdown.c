/* floor: render */
/* The layout of Markdown: what stands between blocks, lists and their neighbours, tables narrow and wide. */
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

static void assert_page(page *p, const char *wanted)
{
    rtp_buf out = rtp_buf_make(1 << 20);
    rtp_render_options options = {.arena = p->r.arena};
    rtp_format_find(rtp_lit("markdown"))->render(&(rtp_document){.root = p->root}, &options, &out);
    rtp_buf_put_char(&out, '\0');
    assert_string_equal(rtp_buf_text(&out).ptr, wanted);
    rtp_buf_free(&out);
    rtp_arena_free(p->r.arena);
}

static void test_nothing(void **state)
{
    (void)state;
    page p = page_make();
    assert_page(&p, "");
}

static void test_headings_and_paragraphs(void **state)
{
    (void)state;
    page p = page_make();
    recipe_block(&p.r, p.root, RTP_NODE_HEADING, "Head")->level = 1;
    recipe_block(&p.r, p.root, RTP_NODE_PARAGRAPH, "*(For:) you|*(From:) me");
    recipe_block(&p.r, p.root, RTP_NODE_HEADING, "Next")->level = 2;
    recipe_block(&p.r, p.root, RTP_NODE_PARAGRAPH, " ");
    rtp_node_put(p.r.arena, p.root, RTP_NODE_RULE);
    recipe_block(&p.r, p.root, RTP_NODE_HEADING, "")->level = 3;
    recipe_block(&p.r, p.root, RTP_NODE_PARAGRAPH, "T [.");
    assert_page(&p, "# Head\n\n**For:** you\\\n**From:** me\n\n## Next\n\n---\n\n###\n\ntext [1].\n");
}

static void test_lists(void **state)
{
    (void)state;
    static const char *const items[] = {"a", "b|c", "", NULL}, *const others[] = {"d", NULL};
    page p = page_make();
    recipe_list(&p.r, p.root, false, items);
    recipe_list(&p.r, p.root, true, items);
    recipe_list(&p.r, p.root, true, others);
    recipe_list(&p.r, p.root, true, others);
    recipe_list(&p.r, p.root, false, others);
    recipe_list(&p.r, p.root, false, others);
    recipe_block(&p.r, p.root, RTP_NODE_PARAGRAPH, "end");
    recipe_list(&p.r, p.root, false, others);
    assert_page(&p, "- a\n- b\\\n  c\n-\n\n"
                    "1. a\n2. b\\\n   c\n3.\n\n1) d\n\n1. d\n\n"
                    "- d\n\n* d\n\nend\n\n- d\n");
}

static void test_quotes_and_notes(void **state)
{
    (void)state;
    static const char *const items[] = {"a|b", NULL};
    page p = page_make();
    rtp_node *quote = rtp_node_put(p.r.arena, p.root, RTP_NODE_QUOTE);
    recipe_block(&p.r, quote, RTP_NODE_PARAGRAPH, "a|b");
    recipe_block(&p.r, quote, RTP_NODE_PARAGRAPH, "c");
    rtp_node_put(p.r.arena, p.root, RTP_NODE_QUOTE);
    rtp_node *note = rtp_node_put(p.r.arena, p.root, RTP_NODE_NOTE);
    recipe_list(&p.r, note, true, items);
    recipe_block(&p.r, p.root, RTP_NODE_PARAGRAPH, "end");
    assert_page(&p, "> a\\\n> b\n>\n> c\n\n> 1. a\\\n>    b\n\nend\n");
}

static void test_tables_line_up(void **state)
{
    (void)state;
    static const char *const head[] = {"Work", "Share", NULL}, *const row[] = {"T", "x", NULL};
    static const char *const longer[] = {"one", "two", "6", NULL};
    page p = page_make();
    p.r.text = rtp_lit("日本");
    rtp_node *table = rtp_node_put(p.r.arena, p.root, RTP_NODE_TABLE);
    recipe_row(&p.r, table, true, head);
    recipe_row(&p.r, table, false, row);
    table = rtp_node_put(p.r.arena, p.root, RTP_NODE_TABLE);
    recipe_row(&p.r, table, false, row);
    recipe_row(&p.r, table, false, longer);
    assert_page(&p, "| Work | Share |\n| ---- | ----: |\n| 日本 |     x |\n\n"
                    "|      |     |     |\n| ---- | --: | --: |\n| 日本 |   x |     |\n| one  | two |   6 |\n");
}

static void test_wide_tables_are_not_padded(void **state)
{
    (void)state;
    static const char *const head[] = {"a", "b", "c", NULL}, *const row[] = {"T", "", "x", NULL};
    page p = page_make();
    char wide[121];
    memset(wide, 'w', sizeof wide);
    p.r.text = (rtp_str){wide, sizeof wide};
    rtp_node *table = rtp_node_put(p.r.arena, p.root, RTP_NODE_TABLE);
    recipe_row(&p.r, table, true, head);
    recipe_row(&p.r, table, false, row);
    const char *start = "| a | b | c |\n| --- | --- | --: |\n| ", *end = " | | x |\n";
    rtp_str parts[] = {rtp_str_from(start), p.r.text, rtp_str_from(end)};
    assert_page(&p, rtp_arena_join(p.r.arena, parts, 3, rtp_lit("")).ptr);
}

static void test_tables_without_cells_are_left_out(void **state)
{
    (void)state;
    page p = page_make();
    rtp_node *table = rtp_node_put(p.r.arena, p.root, RTP_NODE_TABLE);
    rtp_node_put(p.r.arena, table, RTP_NODE_ROW);
    rtp_node_put(p.r.arena, p.root, RTP_NODE_TABLE);
    recipe_block(&p.r, p.root, RTP_NODE_PARAGRAPH, "end");
    assert_page(&p, "end\n");
}

static void test_links_that_are_not_safe_are_text(void **state)
{
    (void)state;
    page p = page_make();
    rtp_node *paragraph = recipe_block(&p.r, p.root, RTP_NODE_PARAGRAPH, "@(T)");
    paragraph->first->text = rtp_lit("javascript:alert(1)");
    paragraph = recipe_block(&p.r, p.root, RTP_NODE_PARAGRAPH, "@(T)");
    paragraph->first->text = rtp_lit("https://example.org/(a b)?c&lt;|");
    assert_page(&p, "text\n\n[text](https://example.org/\\(a%20b\\)?c\\&lt;|)\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_headings_and_paragraphs),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_quotes_and_notes),
        cmocka_unit_test(test_tables_line_up),
        cmocka_unit_test(test_wide_tables_are_not_padded),
        cmocka_unit_test(test_tables_without_cells_are_left_out),
        cmocka_unit_test(test_links_that_are_not_safe_are_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
