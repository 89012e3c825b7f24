/* floor: base */
/* Rows of CSV and their faults, with limits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/csv.h"

static const struct row {
    const char *text;
    char delimiter;
    const char *cells;   /* cells between bars, rows between slashes */
    rtp_csv_fault fault; /* the first of all rows */
    size_t at;
} rows[] = {
    {"a,b\n1,2\n", ',', "a|b/1|2", RTP_CSV_FINE, 0},
    {"a;b\r\n1,5;2", ';', "a|b/1,5|2", RTP_CSV_FINE, 0},
    {"a|b\r1|2\r", '|', "a|b/1|2", RTP_CSV_FINE, 0},
    {"a\t\t\n", '\t', "a||", RTP_CSV_FINE, 0},
    {"\"a,\nb\",c\n\nd", ',', "a,\nb|c//d", RTP_CSV_FINE, 0},
    {"\"say \"\"no\"\"\" , 5\" x\n", ',', "say \"no\"|5\" x", RTP_CSV_FINE, 0},
    {"\"\"\"\",\"\"\n", ',', "\"|", RTP_CSV_FINE, 0},
    {"", ',', "", RTP_CSV_FINE, 0},
    {"a,\"b", ',', "a|b", RTP_CSV_OPEN, 2},
    {"\"a\"b,c", ',', "a|c", RTP_CSV_FOLLOWED, 3},
    {"a,bcdefghijkl,c", ',', "a|bcdefghijkl|c", RTP_CSV_LONG, 2},
    {"a,b,c,d,e", ',', "a|b|c|d", RTP_CSV_WIDE, 8},
};

static void put(rtp_buf *out, const rtp_csv *csv)
{
    for (size_t i = 0; i < csv->len; i++) {
        rtp_buf_puts(out, i > 0 ? "|" : "");
        rtp_buf_put(out, csv->cells[i].text);
        assert_true(csv->cells[i].length > 0 && csv->cells[i].offset <= csv->text.len);
    }
}

static void rows_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_arena *arena = rtp_arena_make();
        rtp_buf out = rtp_buf_make(1000);
        rtp_csv csv = {.text = rtp_str_from(rows[i].text),
                       .delimiter = rows[i].delimiter,
                       .cell_most = 10,
                       .cells_most = 4,
                       .arena = arena};
        rtp_csv_fault fault = RTP_CSV_FINE;
        size_t at = 0;
        for (size_t n = 0; rtp_csv_next(&csv); n++) {
            rtp_buf_puts(&out, n > 0 ? "/" : "");
            put(&out, &csv);
            at = fault == RTP_CSV_FINE && csv.fault != RTP_CSV_FINE ? csv.fault_at : at;
            fault = fault == RTP_CSV_FINE ? csv.fault : fault;
        }
        if (!rtp_str_equal(rtp_buf_text(&out), rtp_str_from(rows[i].cells)) || fault != rows[i].fault ||
            at != rows[i].at) {
            fail_msg("%s: %.*s, fault %d at %zu", rows[i].text, RTP_FMT(rtp_buf_text(&out)), (int)fault, at);
        }
        rtp_buf_free(&out);
        rtp_arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(rows_are_read)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
