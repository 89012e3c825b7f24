/* floor: app */
/* A newer pack over the one inside: what is replaced, added, left as it was, and which packs cannot be laid over.
 * The rules and studies are invented, but for the ids of those inside that they replace. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/app.h"

#include <string.h>

static int set_up(void **state)
{
    rtp_json_start();
    *state = rtp_arena_make();
    return 0;
}

static int tear_down(void **state)
{
    rtp_arena_free(*state);
    return 0;
}

static bool lay(const char *text, rtp_arena *arena, rtp_diags *diags, rtp_pack *pack, rtp_pack_changes *changes)
{
    rtp_source *source = RTP_NEW(arena, rtp_source);
    *source = (rtp_source){.name = rtp_lit("newer.json"), .text = rtp_arena_copy(arena, rtp_str_from(text))};
    return rtp_pack_load_over(source, arena, diags, pack, changes);
}

static const char study[] = "{\"items\": [{\"id\": \"%s\", \"claim\": \"%s\", \"direction\": \"supports\","
                            " \"arrangement\": [\"any\"], \"concerns\": [\"productivity\"], \"roles\": [\"any\"],"
                            " \"design\": \"survey\", \"sample\": \"12 invented people\", \"year\": 2026,"
                            " \"authors\": [\"Nobody\"], \"title\": \"Invented\", \"strength\": \"D\","
                            " \"caveat\": \"It is invented.\"}]}";

static const rtp_evidence *find_study(const rtp_pack *pack, const char *id)
{
    for (size_t i = 0; i < pack->evidence_count; i++) {
        if (rtp_str_equal(pack->evidence[i].id, rtp_str_from(id))) {
            return &pack->evidence[i];
        }
    }
    return NULL;
}

static void studies_take_the_place_of_those_with_their_id(void **state)
{
    rtp_arena *arena = *state;
    rtp_diags *diags = rtp_diags_make(arena);
    rtp_pack pack = *rtp_embedded_pack();
    const rtp_evidence *before = &pack.evidence[1];
    size_t count = pack.evidence_count;
    rtp_pack_changes changes;
    assert_true(
        lay(rtp_arena_format(arena, study, "invented-study", "It says nothing.").ptr, arena, diags, &pack, &changes));
    assert_int_equal(pack.evidence_count, count + 1);
    assert_int_equal(changes.added.len, 1);
    assert_true(
        lay(rtp_arena_format(arena, study, before->id.ptr, "It says nothing.").ptr, arena, diags, &pack, &changes));
    assert_int_equal(pack.evidence_count, count + 1);
    assert_int_equal(changes.changed.len, 1);
    assert_true(rtp_str_equal(rtp_evidence_text(&pack.evidence[1], RTP_STUDY_CLAIM), rtp_lit("It says nothing.")));
    assert_non_null(find_study(&pack, "invented-study"));
    assert_true(
        lay(rtp_arena_format(arena, study, before->id.ptr, "It says nothing.").ptr, arena, diags, &pack, &changes));
    assert_int_equal(changes.added.len + changes.changed.len, 0);
    assert_int_equal(changes.same, 1);
    assert_int_equal(diags->len, 0);
}

static const char rule[] =
    "{\"module\": \"newer\", \"rules\": [{\"id\": \"%s\", \"private\": true,"
    " \"when\": {\"fact\": \"metrics.count\", \"is\": 0}, \"point\": {\"section\": \"readiness\","
    " \"slot\": \"missing\", \"strength\": 99, \"text\": \"An invented sentence.\"},"
    " \"examples\": [{\"facts\": {\"metrics.count\": 0}, \"fires\": true},"
    " {\"facts\": {\"metrics.count\": 1}, \"fires\": false}]}]}";

static size_t count_rules(const rtp_pack *pack, const char *id, rtp_arena *arena)
{
    const rtp_pack *open = rtp_pack_open(pack, NULL, arena);
    size_t found = 0;
    for (size_t i = 0; i < open->rule_count; i++) {
        found += rtp_str_equal(open->rules[i].id, rtp_str_from(id));
    }
    return found;
}

static void rules_take_the_place_of_those_with_their_id(void **state)
{
    rtp_arena *arena = *state;
    rtp_diags *diags = rtp_diags_make(arena);
    rtp_pack pack = *rtp_embedded_pack();
    size_t count = rtp_pack_open(&pack, NULL, arena)->rule_count;
    rtp_pack_changes changes;
    assert_true(lay(rtp_arena_format(arena, rule, "newer.note").ptr, arena, diags, &pack, &changes));
    assert_int_equal(changes.added.len, 1);
    assert_int_equal(rtp_pack_open(&pack, NULL, arena)->rule_count, count + 1);
    assert_int_equal(count_rules(&pack, "newer.note", arena), 1);
    assert_true(lay(rtp_arena_format(arena, rule, "readiness.results").ptr, arena, diags, &pack, &changes));
    assert_int_equal(changes.changed.len, 1);
    assert_int_equal(rtp_pack_open(&pack, NULL, arena)->rule_count, count + 1);
    assert_int_equal(count_rules(&pack, "readiness.results", arena), 1);
    assert_int_equal(diags->len, 0);
}

static void other_packs_are_refused(void **state)
{
    static const struct {
        const char *text, *code;
    } cases[] = {{"{\"roles\": []}", "R0054"},
                 {"{\"seeds\": []}", "R0054"},
                 {"{\"items\": []}", "R0054"},
                 {"{}", "R0040"},
                 {"{\"items\": [{}]}", NULL}};
    rtp_arena *arena = *state;
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_diags *diags = rtp_diags_make(arena);
        rtp_pack pack = *rtp_embedded_pack();
        rtp_pack_changes changes;
        assert_false(lay(cases[i].text, arena, diags, &pack, &changes));
        assert_true(diags->errors > 0);
        assert_true(!cases[i].code || strcmp(diags->items[0].code, cases[i].code) == 0);
        assert_int_equal(pack.evidence_count, rtp_embedded_pack()->evidence_count);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(studies_take_the_place_of_those_with_their_id, set_up, tear_down),
        cmocka_unit_test_setup_teardown(rules_take_the_place_of_those_with_their_id, set_up, tear_down),
        cmocka_unit_test_setup_teardown(other_packs_are_refused, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
