/* floor: profile */
/* Cells of invented sheets, as spreadsheets write them and as people damage them. */
#include "json_support.h"

#include "profile/sheet.h"

static const struct {
    const char *text;
    const char *cells; /* cells between bars, rows between slashes */
    char delimiter;
} read_cases[] = {
    {"a,b\n1,2\n", "a|b/1|2", ','},
    {"a;b\n1,5;2\n", "a|b/1,5|2", ';'},
    {"a\tb\r\n1\t\r\n", "a|b/1|", '\t'},
    {"\"a;b\",c\n", "a;b|c", ','},
    {"\"say \"\"no\"\"\",c\n", "say \"no\"|c", ','},
    {"\"two\nlines\",c", "two\nlines|c", ','},
    {"a, b ,\" c \"\n", "a|b|c", ','},
    {"a,b\n\n,\n1,2", "a|b/1|2", ','},
    {"\xEF\xBB\xBF"
     "a,b",
     "a|b", ','},
    {"a,b\r1,2\r", "a|b/1|2", ','},
    {"", "", ','},
    {"\n\r\n", "", ','},
    {"\"\",x", "|x", ','},
};

static rtp_str flat(const struct rtp_sheet *sheet, rtp_arena *arena)
{
    rtp_str *rows = RTP_NEW_ARRAY(arena, rtp_str, sheet->len);
    for (size_t i = 0; i < sheet->len; i++) {
        rtp_str *cells = RTP_NEW_ARRAY(arena, rtp_str, sheet->rows[i].len);
        for (size_t k = 0; k < sheet->rows[i].len; k++) {
            cells[k] = sheet->rows[i].cells[k].text;
        }
        rows[i] = rtp_arena_join(arena, cells, sheet->rows[i].len, rtp_lit("|"));
    }
    return rtp_arena_join(arena, rows, sheet->len, rtp_lit("/"));
}

static void cells_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(read_cases); i++) {
        bench made = bench_make(rtp_str_from(read_cases[i].text));
        struct rtp_sheet sheet;
        EXPECT(rtp_sheet_read(&made.source, made.arena, made.diags, &sheet), &made, read_cases[i].text);
        rtp_str text = flat(&sheet, made.arena);
        EXPECT(rtp_str_equal(text, rtp_str_from(read_cases[i].cells)), &made, read_cases[i].text);
        assert_int_equal(sheet.delimiter, read_cases[i].delimiter);
        bench_free(&made);
    }
}

static void places_are_those_of_the_text(void **state)
{
    (void)state;
    bench made = bench_make(rtp_lit("week, \"a \"\"b\"\"\" ,c\n"));
    struct rtp_sheet sheet;
    assert_true(rtp_sheet_read(&made.source, made.arena, made.diags, &sheet));
    const rtp_cell *cells = sheet.rows[0].cells;
    assert_int_equal(cells[1].offset, 6);
    assert_int_equal(cells[1].length, 9);
    assert_int_equal(cells[2].offset, 17);
    bench_free(&made);
}

static const struct {
    const char *text, *code;
    size_t offset;
} bad_cases[] = {
    {"a,\"b\n", "P0164", 2},  {"\"a\"b,c\n", "P0164", 3},       {"a,\xC3\x28\n", "P0165", 2},
    {"a,\x01\n", "P0165", 2}, {"a,\xE2\x80\xAE\n", "P0165", 2},
};

static void damage_has_its_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(bad_cases); i++) {
        bench made = bench_make(rtp_str_from(bad_cases[i].text));
        struct rtp_sheet sheet;
        EXPECT(!rtp_sheet_read(&made.source, made.arena, made.diags, &sheet), &made, bad_cases[i].text);
        EXPECT(made.diags->len == 1, &made, bad_cases[i].text);
        EXPECT(strcmp(made.diags->items[0].code, bad_cases[i].code) == 0, &made, bad_cases[i].text);
        assert_int_equal(made.diags->items[0].offset, bad_cases[i].offset);
        bench_free(&made);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_are_read),
        cmocka_unit_test(places_are_those_of_the_text),
        cmocka_unit_test(damage_has_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
