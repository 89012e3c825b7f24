/* floor: document */
/* Tables: which columns are shown, how cells are filled and aligned, where a citation stands. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "points.h"
#include "tree.h"
#include "words.h"

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

enum { CELLS = 4 };

static rtp_phrases header_make(rtp_arena *arena, const char *text)
{
    const rtp_segment segment = {.text = rtp_str_from(text), .fact = RTP_LITERAL};
    return words_make(arena, &segment, *text != '\0');
}

static rtp_runs run_make(rtp_arena *arena, const char *text)
{
    rtp_run *run = RTP_NEW(arena, rtp_run);
    *run = (rtp_run){.text = rtp_str_from(text), .fact = RTP_LITERAL};
    return (rtp_runs){run, *text != '\0'};
}

typedef struct table_case {
    const char *columns[CELLS], *cells[2][CELLS]; /* NULL ends them; no cells: no second row */
    const char *expected;
} table_case;

static size_t texts_count(const char *const *words)
{
    size_t count = 0;
    while (count < CELLS && words[count]) {
        count++;
    }
    return count;
}

static void row_put(bench *b, rtp_rule *rule, const char *const *cells)
{
    rtp_runs *runs = RTP_NEW_ARRAY(b->arena, rtp_runs, CELLS);
    rule->cell_count = (uint8_t)texts_count(cells);
    for (size_t i = 0; i < rule->cell_count; i++) {
        runs[i] = run_make(b->arena, cells[i]);
    }
    rtp_point *point = bench_put(b, (size_t)(rule - b->rules), 0, NO_CONCERN);
    point->cells = runs;
    point->text = (rtp_runs){NULL, 0};
}

static const char *table_text(rtp_arena *arena, const table_case *row, const rtp_evidence *const *evidence)
{
    rtp_rule rules[2] = {{.id = rtp_lit("a"), .section = rtp_lit("s")}, {.id = rtp_lit("b"), .section = rtp_lit("s")}};
    rtp_slot slot = {.name = rtp_lit("rows"), .form = RTP_FORM_TABLE};
    rtp_phrases columns[CELLS];
    slot.columns = columns;
    slot.column_count = texts_count(row->columns);
    for (size_t i = 0; i < slot.column_count; i++) {
        columns[i] = header_make(arena, row->columns[i]);
    }
    const rtp_section section = {.id = rtp_lit("s"), .slots = &slot, .slot_count = 1};
    const rtp_outline outline = {.name = rtp_lit("made"), .citations = 1, .sections = &section, .section_count = 1};
    bench b = bench_make(arena, rules);
    for (size_t i = 0; i < 2 && row->cells[i][0]; i++) {
        row_put(&b, &rules[i], row->cells[i]);
        b.points.items[i].evidence = evidence;
        b.points.items[i].evidence_count = evidence != NULL;
    }
    const rtp_facts *facts = rtp_facts_derive(RTP_NEW(arena, rtp_profile), 0, (rtp_roles){NULL, 0}, arena);
    return tree_text(rtp_compose(&outline, facts, &b.points, 0, arena)->root, arena);
}

static void columns_and_cells(void **state)
{
    static const table_case rows[] = {
        {{"A", "B"}, {{"1", "2"}, {"3", "4"}}, "h1 Made\ntable\n|A|B| head\n|1|2|\n|3|4|\n"},
        {{"A", ">B"}, {{"1", "2"}}, "h1 Made\ntable\n|A>B| head\n|1>2|\n"},
        {{"A", "> B"}, {{"1", "2"}}, "h1 Made\ntable\n|A>B| head\n|1>2|\n"},
        {{">", "B"}, {{"1", "2"}}, "h1 Made\ntable\n>|B| head\n>1|2|\n"},
        /* nobody fills the column */
        {{"A", "B", "C"}, {{"1", "", "2"}, {"3", "", ""}}, "h1 Made\ntable\n|A|C| head\n|1|2|\n|3||\n"},
        {{"A", ">B", "C"}, {{"", "1", ""}}, "h1 Made\ntable\n>B| head\n>1|\n"},
        /* too few cells, too many */
        {{"A", "B", "C"}, {{"1"}, {"2", "3"}}, "h1 Made\ntable\n|A|B| head\n|1||\n|2|3|\n"},
        {{"A"}, {{"1", "2", "3"}}, "h1 Made\ntable\n|A| head\n|1|\n"},
        /* a column without a header */
        {{"", "B"}, {{"1", "2"}}, "h1 Made\ntable\n||B| head\n|1|2|\n"},
        /* nothing to show */
        {{"A", "B"}, {{"", ""}}, "h1 Made\n"},
        {{"A"}, {{"", "2"}}, "h1 Made\n"},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        assert_string_equal(table_text(*state, &rows[i], NULL), rows[i].expected);
    }
}

static void a_citation_stands_behind_the_last_words_of_its_row(void **state)
{
    static const rtp_evidence study = {.id = RTP_STR("study")};
    static const rtp_evidence *const studies[] = {&study};
    static const table_case rows[] = {
        {{"A", "B"}, {{"1", "2."}}, "h1 Made\ntable\n|A|B| head\n|1|2 [1].|\n"},
        {{"A", "B", "C"}, {{"1", "2", ""}, {"3", "4", "5"}}, "h1 Made\ntable\n|A|B|C| head\n|1|2 [1]||\n|3|4|5|\n"},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        assert_string_equal(table_text(*state, &rows[i], studies), rows[i].expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_and_cells),
        cmocka_unit_test(a_citation_stands_behind_the_last_words_of_its_row),
    };
    return cmocka_run_group_tests(tests, arena_set_up, arena_tear_down);
}
