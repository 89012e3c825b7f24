/* floor: app */
/* Names of files: placeholders, letters of all kinds, and what no name may be. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/batch_name.h"

#include <string.h>

static rtp_str make(rtp_arena *arena, rtp_str pattern, rtp_str name)
{
    const rtp_name_part parts[] = {
        {rtp_lit("name"), name}, {rtp_lit("as"), rtp_lit("email")}, {rtp_lit("none"), {NULL, 0}}};
    return rtp_name_make(pattern, &(rtp_name_parts){parts, RTP_COUNT(parts)}, rtp_lit("md"), arena);
}

static const struct {
    const char *pattern, *name, *made;
} rows[] = {
    {"{name}", "Ada Lovelace", "Ada-Lovelace.md"},
    {"{name}-{as}", "Ada", "Ada-email.md"},
    {"{as}{as}{name}", "x", "emailemailx.md"},
    {"{none}", "x", "_.md"},
    {"x{none}y", "x", "xy.md"},
    {"{name}", "{as}", "as.md"},
    {"{name}", "a/../b", "a-b.md"},
    {"{name}", "../..", "_.md"},
    {"{name}", ".hidden", "hidden.md"},
    {"{name}", "-rf", "rf.md"},
    {"{name}", "a\\b:c*d?\"<>|", "a-b-c-d.md"},
    {"{name}", "a  \t\n b", "a-b.md"},
    {"{name}", "Zoë Ångström", "Zoe-Angstrom.md"},
    {"{name}", "Zoe\xCC\x88", "Zoe.md"},
    {"{name}", "Łódź ĳ Œuvre ß", "Lodz-ij-OEuvre-ss.md"},
    {"{name}", "山", "%E5%B1%B1.md"},
    {"{name}", "\xFF", "%FF.md"},
    {"{name}", "100%", "100.md"},
    {"{name}",
     "a\xE2\x80\xAE"
     "b",
     "a-b.md"},
    {"{name}", "con", "_con.md"},
    {"{name}", "Aux", "_Aux.md"},
    {"{name}", "COM7", "_COM7.md"},
    {"{name}", "nul.tar", "_nul.tar.md"},
    {"{name}", "CONIN$", "_CONIN.md"},
    {"{name}", "console", "console.md"},
    {"{name}", "com", "_com.md"},
    {"{name}", "", "_.md"},
};

static void names_are_as_expected(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_str made = make(arena, rtp_str_from(rows[i].pattern), rtp_str_from(rows[i].name));
        assert_string_equal(made.ptr, rows[i].made);
        assert_int_equal(made.len, strlen(rows[i].made));
    }
    rtp_arena_free(arena);
}

/* Two long names that begin alike stay two, and each fits. */
static void long_names_are_cut(void **state)
{
    (void)state;
    static const char *const letters[] = {"a", "\xC3\xA9", "\xE5\xB1\xB1", "\xF0\x9F\x98\x80", "-a", ".a"};
    rtp_arena *arena = rtp_arena_make();
    for (size_t i = 0; i < RTP_COUNT(letters); i++) {
        for (size_t n = 1; n < 320; n++) {
            rtp_buf first = rtp_buf_in(arena), second = rtp_buf_in(arena);
            for (size_t j = 0; j < n; j++) {
                rtp_buf_puts(&first, letters[i]);
                rtp_buf_puts(&second, letters[i]);
            }
            rtp_buf_puts(&second, "b");
            rtp_str a = make(arena, rtp_lit("{name}"), rtp_buf_text(&first));
            rtp_str b = make(arena, rtp_lit("{name}"), rtp_buf_text(&second));
            assert_true(a.len <= 200 && b.len <= 200);
            assert_false(rtp_str_equal(a, b));
            assert_true(rtp_str_ends(a, rtp_lit(".md")));
            for (size_t j = 0; j < a.len; j++) {
                assert_non_null(strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-%", a.ptr[j]));
            }
        }
    }
    rtp_arena_free(arena);
}

static void patterns_are_checked(void **state)
{
    (void)state;
    static const struct {
        const char *pattern, *fault;
    } patterns[] = {{"{name}", NULL},     {"plain", NULL},        {"{name}{as}-x", NULL}, {"{nope}", "{nope}"},
                    {"a/b", "/"},         {"{name", "{"},         {"name}", "}"},         {"{}", "{}"},
                    {"{name}/{as}", "/"}, {"{{name}}", "{{name}"}};
    const rtp_name_part parts[] = {{rtp_lit("name"), rtp_lit("")}, {rtp_lit("as"), rtp_lit("")}};
    for (size_t i = 0; i < RTP_COUNT(patterns); i++) {
        rtp_str fault = rtp_name_fault(rtp_str_from(patterns[i].pattern), &(rtp_name_parts){parts, 2});
        rtp_str expected = patterns[i].fault ? rtp_str_from(patterns[i].fault) : (rtp_str){NULL, 0};
        assert_true(rtp_str_equal(fault, expected));
    }
    assert_true(rtp_name_has(rtp_lit("x-{as}"), rtp_lit("as")));
    assert_false(rtp_name_has(rtp_lit("x-as}"), rtp_lit("as")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_as_expected),
        cmocka_unit_test(long_names_are_cut),
        cmocka_unit_test(patterns_are_checked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
