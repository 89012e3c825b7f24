/* floor: document */
/* The walk: every node entered and left once, in reading order, and never out of the root. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/document.h"

#include <string.h>

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

/* Enter and leave as "<name" and "name>", one blank between. */
static void assert_walk(rtp_node *root, const char *expected)
{
    rtp_buf buf = rtp_buf_make(65536);
    rtp_walk walk = rtp_walk_make(root);
    while (rtp_walk_next(&walk)) {
        const char *name = rtp_node_kind_name(walk.node->kind);
        rtp_buf_format(&buf, walk.entering ? "<%s " : "%s> ", name);
    }
    assert_false(rtp_walk_next(&walk));
    rtp_str text = rtp_buf_text(&buf);
    assert_string_equal(text.ptr, expected);
    rtp_buf_free(&buf);
}

static void a_tree_is_walked_in_reading_order(void **state)
{
    rtp_node *root = rtp_node_put(*state, NULL, RTP_NODE_DOCUMENT);
    rtp_node *heading = rtp_node_put(*state, root, RTP_NODE_HEADING);
    rtp_node_put(*state, heading, RTP_SPAN_TEXT);
    rtp_node *list = rtp_node_put(*state, root, RTP_NODE_LIST);
    rtp_node *item = rtp_node_put(*state, list, RTP_NODE_ITEM);
    rtp_node *strong = rtp_node_put(*state, item, RTP_SPAN_STRONG);
    rtp_node_put(*state, strong, RTP_SPAN_FIGURE);
    rtp_node_put(*state, item, RTP_SPAN_CITATION);
    rtp_node_put(*state, list, RTP_NODE_ITEM);
    rtp_node_put(*state, root, RTP_NODE_RULE);
    assert_walk(root, "<document <heading <text text> heading> <list <item <strong <figure figure> strong> "
                      "<citation citation> item> <item item> list> <rule rule> document> ");
}

static void a_part_is_walked_without_its_neighbours(void **state)
{
    rtp_node *root = rtp_node_put(*state, NULL, RTP_NODE_DOCUMENT);
    rtp_node *first = rtp_node_put(*state, root, RTP_NODE_PARAGRAPH);
    rtp_node *text = rtp_node_put(*state, first, RTP_SPAN_TEXT);
    rtp_node_put(*state, first, RTP_SPAN_BREAK);
    rtp_node_put(*state, root, RTP_NODE_RULE);
    assert_walk(first, "<paragraph <text text> <break break> paragraph> ");
    assert_walk(text, "<text text> ");
}

static void nothing_is_walked_not_at_all(void **state)
{
    rtp_node *alone = rtp_node_put(*state, NULL, RTP_NODE_DOCUMENT);
    assert_walk(alone, "<document document> ");
    rtp_walk walk = rtp_walk_make(NULL);
    assert_false(rtp_walk_next(&walk));
    assert_false(rtp_walk_next(&walk));
}

static void a_wide_tree_is_entered_and_left_as_often(void **state)
{
    enum { ROWS = 500, CELLS = 20 };
    rtp_node *root = rtp_node_put(*state, NULL, RTP_NODE_DOCUMENT);
    rtp_node *table = rtp_node_put(*state, root, RTP_NODE_TABLE);
    for (int i = 0; i < ROWS; i++) {
        rtp_node *row = rtp_node_put(*state, table, RTP_NODE_ROW);
        for (int k = 0; k < CELLS; k++) {
            rtp_node_put(*state, row, RTP_NODE_CELL);
        }
    }
    size_t entered = 0, left = 0;
    for (rtp_walk walk = rtp_walk_make(root); rtp_walk_next(&walk);) {
        *(walk.entering ? &entered : &left) += 1;
    }
    assert_int_equal(entered, 2 + ROWS + ROWS * CELLS);
    assert_int_equal(left, entered);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tree_is_walked_in_reading_order),
        cmocka_unit_test(a_part_is_walked_without_its_neighbours),
        cmocka_unit_test(nothing_is_walked_not_at_all),
        cmocka_unit_test(a_wide_tree_is_entered_and_left_as_often),
    };
    return cmocka_run_group_tests(tests, arena_set_up, arena_tear_down);
}
