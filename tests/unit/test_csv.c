/* floor: render */
/* Cells of comma-separated values: what stays as it is, what is quoted, what would run as a formula. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "render/csv.h"

static const struct {
    const char *text, *cell;
} cells[] = {
    {"", ""},
    {"Payments", "Payments"},
    {"Payments, Leeds", "\"Payments, Leeds\""},
    {"the \"core\" team", "\"the \"\"core\"\" team\""},
    {"=1+1", "\"'=1+1\""},
    {"+49 30", "\"'+49 30\""},
    {"-2", "\"'-2\""},
    {"@SUM(A1)", "\"'@SUM(A1)\""},
    {"\t=1", "\"' =1\""},
    {"one's own", "one's own"},
    {"two\nlines", "\"two lines\""},
    {"a\x1b[31mb", "a [31mb"},
    {"\u202eevil", " evil"},
    {"b\xff", "b "},
    {"\u00fcber", "\u00fcber"},
};

static void cells_stay_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(cells); i++) {
        rtp_buf out = rtp_buf_make(1024);
        rtp_csv_put(&out, rtp_str_from(cells[i].text));
        rtp_buf_put_char(&out, '\0');
        assert_string_equal(out.ptr, cells[i].cell);
        rtp_buf_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cells_stay_text)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
