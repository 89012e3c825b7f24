/* floor: document */
/* What an outline requires of a profile, and how its absence is told. Profiles are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/document.h"

static rtp_source source_of(rtp_arena *arena, const char *more)
{
    return (rtp_source){.name = rtp_lit("profile.json"),
                        .text = rtp_arena_format(arena,
                                                 " {\"person\": {\"role\": \"Clerk\"}, \"ask\": {\"preferred\": "
                                                 "{\"office_days\": 2}}%s}",
                                                 more)};
}

static void what_is_missing_is_an_error_at_the_root(void **state)
{
    (void)state;
    static const struct {
        const char *fact, *more;
        bool ready;
    } rows[] = {
        {"conversations.count", "", false},
        {"conversations.count", ", \"conversations\": []", false},
        {"conversations.count", ", \"conversations\": [{\"date\": \"2026-10-01\", \"stage\": \"pitch\"}]", true},
        {"manager.name", "", false},
        {"manager.name", ", \"manager\": {\"name\": \"Maya\"}", true},
        {"manager.decides", ", \"manager\": {\"decides\": false}", false},
        {"manager.decides", ", \"manager\": {\"decides\": true}", true},
    };
    rtp_json_start();
    rtp_arena *arena = rtp_arena_make();
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_diags *diags = rtp_diags_make(arena);
        rtp_source source = source_of(arena, rows[i].more);
        const rtp_profile *profile = rtp_profile_load(&source, arena, diags);
        assert_non_null(profile);
        const rtp_facts *facts = rtp_facts_derive(profile, 0, (rtp_roles){0}, arena);
        rtp_outline outline = {.requires = {RTP_STR("nothing was said"), RTP_STR("say it"),
                                            (uint16_t)rtp_fact_find(rtp_str_from(rows[i].fact))}};
        assert_int_equal(rtp_outline_ready(&outline, facts, &source, diags), rows[i].ready);
        assert_int_equal(diags->errors, !rows[i].ready);
        if (!rows[i].ready) {
            const rtp_diag *diag = &diags->items[0];
            assert_string_equal(diag->code, "R0220");
            assert_int_equal(diag->offset, 1);
            assert_true(diag->source != &source && rtp_str_equal(diag->source->text, source.text));
            assert_true(rtp_str_equal(diag->message, rtp_lit("nothing was said")));
            assert_true(rtp_str_equal(diag->hint, rtp_lit("say it")));
        }
        assert_true(rtp_outline_ready(&(rtp_outline){.citations = 0}, facts, &source, diags));
    }
    rtp_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_missing_is_an_error_at_the_root)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
