/* floor: render */
/* A company's names of styles: what is taken, and what is refused, with code and place. The names are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "render/docx.h"
#include "rtopitch/json.h"

static int start(void **state)
{
    (void)state;
    rtp_json_start();
    return 0;
}

static void test_taken(void **state)
{
    (void)state;
    static const char text[] = "{\"$comment\": \"ours\", \"Heading 1\": \"Acme Heading\", \"Title\": \"Heading 1\", "
                               "\"Note\": \"Hinweis \u00FC\"}";
    rtp_arena *arena = rtp_arena_make();
    rtp_diags *diags = rtp_diags_make(arena);
    rtp_source source = {.name = rtp_lit("names.json"), .text = rtp_str_from(text)};
    assert_true(rtp_docx_names_check(&source, arena, diags));
    assert_int_equal(diags->len, 0);
    rtp_docx d = {.arena = arena};
    rtp_docx_names_take(&d, source.text);
    assert_true(rtp_str_equal(d.styles[RTP_DOCX_HEADING_1], rtp_lit("Acme Heading")));
    assert_true(rtp_str_equal(d.styles[RTP_DOCX_TITLE], rtp_lit("Heading 1")));
    assert_true(rtp_str_equal(d.styles[RTP_DOCX_NOTE], rtp_lit("Hinweis \u00FC")));
    assert_int_equal(d.styles[RTP_DOCX_NORMAL].len, 0);
    rtp_arena_free(arena);
}

static void test_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text, *code, *at; /* where the underlined part begins */
    } rows[] = {
        {"[1]", "P0002", "[1]"},
        {"{\"Heading 1\": 1}", "P0002", "1}"},
        {"{\"Heading 1\" \"x\"}", "J0006", "\"x\""},
        {"{\"Title\": \"a, b\"}", "S0001", "\"a, b\""},
        {"{\"Title\": \"a;b\"}", "S0001", "\"a;b\""},
        {"{\"Title\": \"a\\u202Eb\"}", "S0001", "\"a\\u202E"},
        {"{\"Title\": \"a\\nb\"}", "S0001", "\"a\\nb"},
        {"{\"Title\": \"quote\"}", "S0002", "\"quote\""},
        {"{\"Title\": \"X\", \"Note\": \"x\"}", "S0002", "\"x\""},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_arena *arena = rtp_arena_make();
        rtp_diags *diags = rtp_diags_make(arena);
        rtp_source source = {.name = rtp_lit("names.json"), .text = rtp_str_from(rows[i].text)};
        assert_false(rtp_docx_names_check(&source, arena, diags));
        assert_true(diags->len >= 1);
        assert_string_equal(diags->items[0].code, rows[i].code);
        const char *wanted = strstr(rows[i].text, rows[i].at);
        assert_non_null(wanted);
        assert_int_equal(diags->items[0].offset, wanted - rows[i].text);
        rtp_arena_free(arena);
    }
}

/* A key that is not known is told with the one that may have been meant. */
static void test_unknown(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_diags *diags = rtp_diags_make(arena);
    rtp_source source = {.name = rtp_lit("names.json"), .text = rtp_lit("{\"Heading1\": \"x\"}")};
    rtp_docx_names_check(&source, arena, diags);
    assert_int_equal(diags->len, 1);
    assert_string_equal(diags->items[0].code, "P0003");
    assert_non_null(strstr(diags->items[0].hint.ptr, "Heading 1"));
    rtp_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_taken),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_unknown),
    };
    return cmocka_run_group_tests(tests, start, NULL);
}
