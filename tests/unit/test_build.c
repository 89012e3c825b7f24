/* floor: app */
/* The straight line on the example profiles, and what each way to fail leaves behind.
 * The broken profiles written by these tests are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/app.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TODAY = 20780 }; /* 2026-11-23 */

static const char *const profiles[] = {
    RTP_SOURCE_DIR "/data/profiles/backend-engineer.json",
    RTP_SOURCE_DIR "/data/profiles/minimal.json",
    RTP_SOURCE_DIR "/data/profiles/support-agent.json",
};

typedef struct bench {
    rtp_arena *arena;
    rtp_diags *diags;
    char folder[32];
} bench;

static int set_up(void **state)
{
    rtp_json_start();
    bench *made = calloc(1, sizeof *made);
    assert_non_null(made);
    made->arena = rtp_arena_make();
    made->diags = rtp_diags_make(made->arena);
    memcpy(made->folder, "/tmp/rtp-test-XXXXXX", sizeof "/tmp/rtp-test-XXXXXX");
    assert_non_null(mkdtemp(made->folder));
    *state = made;
    return 0;
}

static int tear_down(void **state)
{
    bench *used = *state;
    unlink(rtp_arena_format(used->arena, "%s/profile.json", used->folder).ptr);
    assert_int_equal(rmdir(used->folder), 0);
    rtp_arena_free(used->arena);
    free(used);
    return 0;
}

static bool load(bench *on, const char *path, rtp_job *job)
{
    return rtp_job_load(job, rtp_str_from(path), TODAY, rtp_embedded_pack(), on->arena, on->diags);
}

static void every_example_becomes_every_document(void **state)
{
    bench *on = *state;
    for (size_t i = 0; i < RTP_COUNT(profiles); i++) {
        for (size_t k = 0; k < rtp_embedded_outline_count; k++) {
            rtp_job job;
            assert_true(load(on, profiles[i], &job));
            assert_int_equal(on->diags->len, 0);
            const rtp_outline *outline = &rtp_embedded_outlines[k];
            const rtp_document *document = rtp_job_compose(&job, outline, on->arena);
            assert_true(rtp_str_equal(document->name, outline->name));
            assert_int_equal(document->personal, outline->personal);
            assert_int_equal(document->date, TODAY);
            assert_int_equal(document->root->kind, RTP_NODE_DOCUMENT);
        }
    }
}

static rtp_str rendered(bench *on, const char *path, const char *outline)
{
    rtp_job job;
    assert_true(load(on, path, &job));
    const rtp_document *document = rtp_job_compose(&job, rtp_outline_find(rtp_str_from(outline)), on->arena);
    rtp_render_options options = {.facts = job.facts, .source = &job.source, .arena = on->arena};
    rtp_buf out = rtp_buf_make(SIZE_MAX);
    rtp_format_find(rtp_lit("markdown"))->render(document, &options, &out);
    rtp_str text = rtp_arena_copy(on->arena, rtp_buf_text(&out));
    rtp_buf_free(&out);
    return text;
}

static void the_same_profile_gives_the_same_bytes(void **state)
{
    bench *on = *state;
    for (size_t i = 0; i < RTP_COUNT(profiles); i++) {
        rtp_str once = rendered(on, profiles[i], "talking-points");
        rendered(on, profiles[i], "prep");
        rtp_str again = rendered(on, profiles[i], "talking-points");
        assert_true(once.len > 100);
        assert_true(rtp_str_equal(once, again));
    }
}

static void a_job_that_fails_is_left_as_it_was(void **state)
{
    bench *on = *state;
    static const struct {
        const char *text; /* NULL: there is no such file */
        char code;
    } rows[] = {{NULL, 'O'}, {"{\"person\": ", 'J'}, {"{\"person\": {\"name\": 7}}", 'P'}, {"[]", 'P'}};
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_str path = rtp_arena_format(on->arena, "%s/profile.json", on->folder);
        if (rows[i].text) {
            assert_true(rtp_file_write(path, rtp_str_from(rows[i].text), 0600, on->diags));
        }
        size_t before = on->diags->len;
        rtp_job job;
        rtp_job untouched;
        memset(&job, 0x5A, sizeof job);
        memset(&untouched, 0x5A, sizeof untouched);
        assert_false(load(on, path.ptr, &job));
        assert_memory_equal(&job, &untouched, sizeof job);
        assert_true(on->diags->len > before);
        const rtp_diag *diag = &on->diags->items[before];
        assert_int_equal(diag->code[0], rows[i].code);
        assert_true(!diag->source || rtp_str_equal(diag->source->text, rtp_str_from(rows[i].text)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_example_becomes_every_document, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_same_profile_gives_the_same_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_job_that_fails_is_left_as_it_was, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
