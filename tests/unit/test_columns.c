/* floor: render */
/* Widths of columns: short ones stay on a line, long ones take the rest, and nothing is lost in rounding. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "recipe.h"
#include "render/columns.h"

enum { COLUMNS = 4 };

static rtp_node *table_make(rtp_arena *arena)
{
    return rtp_node_put(arena, rtp_node_put(arena, NULL, RTP_NODE_DOCUMENT), RTP_NODE_TABLE);
}

/* `cells` are texts; NULL ends the row. */
static void row_put(rtp_arena *arena, rtp_node *table, bool header, const char *const *cells)
{
    rtp_node *row = rtp_node_put(arena, table, RTP_NODE_ROW);
    row->level = header;
    for (size_t i = 0; i < COLUMNS && cells[i]; i++) {
        rtp_node *cell = rtp_node_put(arena, row, RTP_NODE_CELL);
        if (cells[i][0] != '\0') {
            rtp_node_put(arena, rtp_node_put(arena, cell, RTP_SPAN_STRONG), RTP_SPAN_TEXT)->text =
                rtp_str_from(cells[i]);
        }
    }
}

#define LONG "a sentence that goes on and on until no page is wide enough to hold it on a single line of its own"

static void test_shares(void **state)
{
    (void)state;
    static const struct {
        const char *cells[COLUMNS];
        int shares[COLUMNS];
    } cases[] = {
        {{"a"}, {1000}},
        {{"a", "b"}, {500, 500}},
        {{"", "", ""}, {333, 333, 334}},
        {{"one two", "one two three"}, {384, 616}},
        {{"short one", LONG}, {148, 852}},
        {{LONG, LONG}, {500, 500}},
        {{"x", LONG, LONG}, {43, 478, 479}},
        {{"incomprehensibilities-without-end", LONG}, {362, 638}},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_arena *arena = rtp_arena_make();
        rtp_node *table = table_make(arena);
        row_put(arena, table, false, cases[i].cells);
        rtp_columns columns = rtp_columns_make(table, arena);
        int whole = 0;
        for (size_t k = 0; k < columns.count; k++) {
            whole += columns.shares[k];
        }
        for (size_t k = 0; k < columns.count; k++) {
            assert_int_equal(columns.shares[k], cases[i].shares[k]);
        }
        assert_int_equal(whole, RTP_COLUMNS_WHOLE);
        rtp_arena_free(arena);
    }
}

static void test_rows_may_be_shorter(void **state)
{
    (void)state;
    static const char *const one[] = {"a", NULL}, *const two[] = {"", "bcd", NULL};
    rtp_arena *arena = rtp_arena_make();
    rtp_node *table = table_make(arena);
    assert_int_equal(rtp_columns_make(table, arena).count, 0);
    row_put(arena, table, false, one);
    row_put(arena, table, false, two);
    rtp_columns columns = rtp_columns_make(table, arena);
    assert_int_equal(columns.count, 2);
    assert_int_equal(columns.shares[0], 400);
    assert_int_equal(columns.shares[1], 600);
    rtp_arena_free(arena);
}

static void test_a_header_says_something(void **state)
{
    (void)state;
    static const char *const full[] = {"", "b", NULL}, *const empty[] = {"", "", NULL};
    rtp_arena *arena = rtp_arena_make();
    rtp_node *tables[] = {table_make(arena), table_make(arena), table_make(arena), table_make(arena)};
    row_put(arena, tables[1], true, full);
    row_put(arena, tables[2], true, empty);
    row_put(arena, tables[3], false, full);
    assert_false(rtp_columns_are_headed(tables[0]));
    assert_true(rtp_columns_are_headed(tables[1]));
    assert_false(rtp_columns_are_headed(tables[2]));
    assert_false(rtp_columns_are_headed(tables[3]));
    rtp_arena_free(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shares),
        cmocka_unit_test(test_rows_may_be_shorter),
        cmocka_unit_test(test_a_header_says_something),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
