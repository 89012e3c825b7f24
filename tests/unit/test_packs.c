/* floor: app */
/* The packs of a run: what is compiled in equals what the loaders read from data/, and files add to it.
 * The pack written by these tests is invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/app.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char good_pack[] =
    "{\"module\": \"mine\", \"rules\": [{\"id\": \"mine.hello\", \"point\": {\"section\": \"summary\", "
    "\"strength\": 50, \"text\": \"I would like to talk about how we work.\"}}]}\n";

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
    unlink(rtp_arena_format(used->arena, "%s/pack.json", used->folder).ptr);
    assert_int_equal(rmdir(used->folder), 0);
    rtp_arena_free(used->arena);
    free(used);
    return 0;
}

static rtp_str file_with(bench *on, const char *text)
{
    rtp_str path = rtp_arena_format(on->arena, "%s/pack.json", on->folder);
    assert_true(rtp_file_write(path, rtp_str_from(text), 0600, on->diags));
    return path;
}

static void load_folder(bench *on, const char *folder, rtp_pack *pack)
{
    glob_t found;
    assert_int_equal(glob(rtp_arena_format(on->arena, RTP_SOURCE_DIR "/data/%s/*.json", folder).ptr, 0, NULL, &found),
                     0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        rtp_source *source = RTP_NEW(on->arena, rtp_source);
        rtp_str path = rtp_arena_copy(on->arena, rtp_str_from(found.gl_pathv[i]));
        assert_true(rtp_file_read(path, rtp_json_pack_limits.bytes, on->arena, on->diags, source));
        assert_true(rtp_pack_load(source, on->arena, on->diags, pack));
    }
    globfree(&found);
}

static void the_embedded_pack_is_what_the_loader_reads(void **state)
{
    bench *on = *state;
    rtp_pack loaded = {0};
    load_folder(on, ".", &loaded); /* seeds, which the others name */
    load_folder(on, "concerns", &loaded);
    load_folder(on, "evidence", &loaded);
    load_folder(on, "roles", &loaded);
    load_folder(on, "rules", &loaded);
    assert_true(loaded.rule_count > 0 && loaded.concern_count > 0 && loaded.evidence_count > 0 && loaded.roles.len > 0);

    rtp_buf read = rtp_buf_make(SIZE_MAX), embedded = rtp_buf_make(SIZE_MAX);
    rtp_pack_print(&loaded, "pack", &read);
    rtp_pack_print(rtp_embedded_pack(), "pack", &embedded);
    assert_int_equal(read.len, embedded.len);
    assert_memory_equal(read.ptr, embedded.ptr, read.len);
    rtp_buf_free(&read);
    rtp_buf_free(&embedded);
}

static size_t count_alternatives(rtp_phrases phrases)
{
    rtp_str rest = rtp_packed_items(phrases), phrase;
    size_t count = 0;
    while (rtp_packed_next(&rest, &phrase)) {
        count++;
    }
    return count;
}

/* Nobody wants to be understood twice in the same words. */
static void every_concern_is_acknowledged_in_more_ways_than_one(void **state)
{
    (void)state;
    const rtp_pack *pack = rtp_embedded_pack();
    assert_int_equal(pack->concern_count, 28);
    for (size_t i = 0; i < pack->concern_count; i++) {
        const rtp_concern_entry *entry = &pack->concerns[i];
        if (count_alternatives(rtp_concern_phrases(entry, RTP_CONCERN_ACKNOWLEDGE)) < 2 ||
            count_alternatives(rtp_concern_phrases(entry, RTP_CONCERN_SAY)) < 2) {
            fail_msg("%.*s", RTP_FMT(entry->id));
        }
        assert_true(rtp_concern_words(entry, RTP_CONCERN_INTEREST).len > 0);
        assert_true(rtp_concern_words(entry, RTP_CONCERN_NEVER).len > 0);
    }
}

static void outlines_are_found_by_their_whole_name(void **state)
{
    (void)state;
    assert_true(rtp_embedded_outline_count > 0);
    for (size_t i = 0; i < rtp_embedded_outline_count; i++) {
        assert_ptr_equal(rtp_outline_find(rtp_embedded_outlines[i].name), &rtp_embedded_outlines[i]);
    }
    static const char *const unknown[] = {"", "talking", "talking-points2", "Talking-Points"};
    for (size_t i = 0; i < RTP_COUNT(unknown); i++) {
        assert_null(rtp_outline_find(rtp_str_from(unknown[i])));
    }
}

static void without_files_the_pack_is_the_embedded_one(void **state)
{
    bench *on = *state;
    assert_ptr_equal(rtp_packs_load((rtp_texts){NULL, 0}, (rtp_texts){NULL, 0}, on->arena, on->diags),
                     rtp_embedded_pack());
}

static void rules_of_a_file_stand_behind_the_embedded_ones(void **state)
{
    bench *on = *state;
    const rtp_pack *embedded = rtp_embedded_pack();
    size_t before = embedded->closed_count;
    rtp_str path = file_with(on, good_pack);
    const rtp_pack *pack = rtp_packs_load((rtp_texts){NULL, 0}, (rtp_texts){&path, 1}, on->arena, on->diags);
    assert_int_equal(on->diags->len, 0);
    assert_non_null(pack);
    assert_int_equal(pack->rule_count, before + 1);
    assert_true(rtp_str_equal(pack->rules[before].id, rtp_lit("mine.hello")));
    assert_true(rtp_str_equal(pack->rules[0].id, rtp_pack_open(embedded, NULL, on->arena)->rules[0].id));
    assert_int_equal(pack->evidence_count, embedded->evidence_count);
    assert_int_equal(embedded->closed_count, before);
}

static void every_file_is_read_and_every_fault_listed(void **state)
{
    bench *on = *state;
    rtp_str paths[] = {rtp_lit("/nowhere/one.json"), file_with(on, "{\"rules\": [{\"id\": 7}]}"),
                       rtp_lit("/nowhere/two.json")};
    assert_null(rtp_packs_load((rtp_texts){NULL, 0}, (rtp_texts){paths, RTP_COUNT(paths)}, on->arena, on->diags));
    assert_true(on->diags->len >= 3);
    assert_int_equal(on->diags->items[0].code[0], 'O');
    assert_int_equal(on->diags->items[on->diags->len - 1].code[0], 'O');
    const rtp_source *source = on->diags->items[1].source;
    assert_non_null(source);
    assert_true(rtp_str_equal(source->name, paths[1]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_embedded_pack_is_what_the_loader_reads, set_up, tear_down),
        cmocka_unit_test(every_concern_is_acknowledged_in_more_ways_than_one),
        cmocka_unit_test(outlines_are_found_by_their_whole_name),
        cmocka_unit_test_setup_teardown(without_files_the_pack_is_the_embedded_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(rules_of_a_file_stand_behind_the_embedded_ones, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_file_is_read_and_every_fault_listed, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
