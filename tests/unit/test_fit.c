/* floor: document */
/* Rules against outlines: what would be lost or cut is reported, and the program's own packs fit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/document.h"

#include <dirent.h>
#include <string.h>

static int arena_set_up(void **state)
{
    rtp_json_start();
    *state = rtp_arena_make();
    return 0;
}

static int arena_tear_down(void **state)
{
    rtp_arena_free(*state);
    return 0;
}

static const rtp_slot slots[] = {{.name = RTP_STR("said"), .form = RTP_FORM_BULLETS},
                                 {.name = RTP_STR("rows"), .form = RTP_FORM_TABLE, .column_count = 2},
                                 {.name = RTP_STR("list"), .form = RTP_FORM_SOURCES}};
static const rtp_section open_section = {.id = RTP_STR("open"), .slots = slots, .slot_count = 3};
static const rtp_section secret_section = {.id = RTP_STR("secret"), .slots = slots, .slot_count = 2};
static const rtp_outline outlines[] = {
    {.name = RTP_STR("a"), .sections = &open_section, .section_count = 1},
    {.name = RTP_STR("b"), .personal = true, .sections = &secret_section, .section_count = 1}};

static void misfits_are_reported(void **state)
{
    static const struct {
        rtp_rule rule;
        const char *code; /* NULL: it fits */
    } rows[] = {
        {{.section = RTP_STR("open")}, NULL},
        {{.section = RTP_STR("open"), .slot = RTP_STR("said")}, NULL},
        {{.section = RTP_STR("open"), .slot = RTP_STR("rows"), .cell_count = 1}, NULL},
        {{.section = RTP_STR("open"), .slot = RTP_STR("rows"), .cell_count = 2}, NULL},
        {{.section = RTP_STR("secret"), .personal = true}, NULL},
        {{.section = RTP_STR("secret")}, NULL}, /* shareable words in a private document */
        {{.section = RTP_STR("opened")}, "R0210"},
        {{.section = RTP_STR("open"), .slot = RTP_STR("sayd")}, "R0210"},
        {{.section = RTP_STR("open"), .personal = true}, "R0210"},
        {{.section = RTP_STR("open"), .slot = RTP_STR("rows")}, "R0211"},
        {{.section = RTP_STR("open"), .slot = RTP_STR("said"), .cell_count = 1}, "R0212"},
        {{.section = RTP_STR("open"), .slot = RTP_STR("rows"), .cell_count = 3}, "R0213"},
        {{.section = RTP_STR("open"), .slot = RTP_STR("list")}, "R0214"},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_diags *diags = rtp_diags_make(*state);
        const rtp_pack pack = {.rules = &rows[i].rule, .rule_count = 1};
        assert_int_equal(rtp_outlines_fit(outlines, RTP_COUNT(outlines), &pack, NULL, diags), rows[i].code == NULL);
        assert_int_equal(diags->errors, rows[i].code != NULL);
        if (rows[i].code) {
            assert_string_equal(diags->items[0].code, rows[i].code);
        }
    }
}

static void a_misfit_is_placed_in_its_file(void **state)
{
    static const char text[] =
        "{\"module\": \"m\", \"rules\": [{\"id\": \"m.a\", \"point\": {\"section\": \"open\", \"text\": "
        "\"a\"}}, {\"id\": \"m.b\", \"point\": {\"section\": \"away\", \"text\": \"b\"}}]}";
    rtp_diags *diags = rtp_diags_make(*state);
    rtp_source source = {.name = rtp_lit("m.json"), .text = {text, sizeof text - 1}};
    rtp_pack pack = {.rules = NULL};
    assert_true(rtp_pack_load(&source, *state, diags, &pack));
    assert_false(rtp_outlines_fit(outlines, RTP_COUNT(outlines), &pack, &source, diags));
    assert_int_equal(diags->errors, 1);
    const rtp_diag *diag = &diags->items[0];
    assert_ptr_equal(diag->source, &source);
    assert_true(rtp_str_equal(diag->pointer, rtp_lit("/rules/1/point")));
    assert_true(rtp_str_starts((rtp_str){text + diag->offset, diag->length}, rtp_lit("{\"section\": \"away\"")));
}

static void slots_that_no_rule_fills_are_reported(void **state)
{
    static const rtp_rule rules[] = {
        {.section = RTP_STR("open")},
        {.section = RTP_STR("open"), .slot = RTP_STR("rows"), .personal = true},
        {.section = RTP_STR("secret"), .slot = RTP_STR("rows"), .personal = true},
    };
    const rtp_pack pack = {.rules = rules, .rule_count = RTP_COUNT(rules)};
    rtp_diags *diags = rtp_diags_make(*state);
    assert_false(rtp_outlines_filled(outlines, RTP_COUNT(outlines), &pack, diags));
    static const char *const messages[] = {"outline a: no rule fills the slot \"rows\" of its section \"open\"",
                                           "outline b: no rule fills the slot \"said\" of its section \"secret\""};
    assert_int_equal(diags->errors, RTP_COUNT(messages));
    for (size_t i = 0; i < RTP_COUNT(messages); i++) {
        assert_string_equal(diags->items[i].code, "R0215");
        assert_true(rtp_str_equal(diags->items[i].message, rtp_str_from(messages[i])));
    }
}

/* ---- the program's own ---- */

enum { FILES = 64 };

static size_t sources_read(rtp_arena *arena, const char *folder, rtp_diags *diags, rtp_source *sources)
{
    rtp_str path = rtp_arena_format(arena, "%s/data/%s", RTP_SOURCE_DIR, folder);
    DIR *dir = opendir(path.ptr);
    assert_non_null(dir);
    size_t count = 0;
    for (const struct dirent *entry; (entry = readdir(dir)) != NULL && count < FILES;) {
        if (rtp_str_ends(rtp_str_from(entry->d_name), rtp_lit(".json"))) {
            rtp_str file = rtp_arena_format(arena, "%s/%s", path.ptr, entry->d_name);
            assert_true(rtp_file_read(file, rtp_json_pack_limits.bytes, arena, diags, &sources[count++]));
        }
    }
    closedir(dir);
    return count;
}

static void assert_clean(const rtp_diags *diags)
{
    if (diags->errors > 0) {
        fail_msg("%.*s [%s]", RTP_FMT(diags->items[0].message), diags->items[0].code);
    }
}

static void the_packs_of_the_program_fit_its_outlines(void **state)
{
    rtp_diags *diags = rtp_diags_make(*state);
    rtp_source sources[FILES], outline_sources[FILES];
    rtp_outline own[FILES];
    rtp_pack pack = {.rules = NULL};
    size_t count = sources_read(*state, "rules", diags, sources);
    for (size_t i = 0; i < count; i++) {
        rtp_pack_load(&sources[i], *state, diags, &pack);
    }
    size_t own_count = sources_read(*state, "outlines", diags, outline_sources);
    for (size_t i = 0; i < own_count; i++) {
        rtp_outline_load(&outline_sources[i], *state, diags, &own[i]);
    }
    assert_true(count > 0 && own_count > 0 && pack.rule_count > count);
    rtp_diags *misfits = rtp_diags_make(*state); /* what is wrong inside a pack is for other tests to tell */
    rtp_outlines_fit(own, own_count, &pack, NULL, misfits);
    rtp_outlines_filled(own, own_count, &pack, misfits);
    assert_clean(misfits);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(misfits_are_reported),
        cmocka_unit_test(a_misfit_is_placed_in_its_file),
        cmocka_unit_test(slots_that_no_rule_fills_are_reported),
        cmocka_unit_test(the_packs_of_the_program_fit_its_outlines),
    };
    return cmocka_run_group_tests(tests, arena_set_up, arena_tear_down);
}
