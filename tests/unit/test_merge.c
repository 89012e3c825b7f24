/* floor: json */
/* Merging by RFC 7386: its own test cases, places in either text, what was overridden. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/json.h"

#include <string.h>

typedef struct merged_pair {
    rtp_arena *arena;
    rtp_source target, patch, merged;
    rtp_json_overrides overrides;
} merged_pair;

static void merge(merged_pair *pair, const char *target, const char *patch)
{
    pair->arena = rtp_arena_make();
    rtp_diags *diags = rtp_diags_make(pair->arena);
    pair->target = (rtp_source){.name = rtp_lit("team.json"), .text = rtp_str_from(target)};
    pair->patch = (rtp_source){.name = rtp_lit("all.jsonl"), .text = rtp_str_from(patch), .line = 7};
    assert_true(rtp_json_scan(&pair->target, &rtp_json_profile_limits, diags));
    assert_true(rtp_json_scan(&pair->patch, &rtp_json_profile_limits, diags));
    const rtp_json_index *index = rtp_json_index_make(&pair->target, pair->arena);
    rtp_json_merge(index, &pair->patch, pair->arena, &pair->merged, &pair->overrides);
    assert_true(rtp_json_scan(&pair->merged, &rtp_json_profile_limits, diags));
    assert_int_equal(pair->merged.text.ptr[pair->merged.text.len], '\0');
}

/* Appendix A of the RFC, those whose patch is an object; then places where commas could go wrong. */
static const struct {
    const char *target, *patch, *result;
} cases[] = {
    {"{\"a\":\"b\"}", "{\"a\":\"c\"}", "{\"a\":\"c\"}"},
    {"{\"a\":\"b\"}", "{\"b\":\"c\"}", "{\"b\":\"c\",\"a\":\"b\"}"},
    {"{\"a\":\"b\"}", "{\"a\":null}", "{}"},
    {"{\"a\":\"b\",\"b\":\"c\"}", "{\"a\":null}", "{\"b\":\"c\"}"},
    {"{\"a\":[\"b\"]}", "{\"a\":\"c\"}", "{\"a\":\"c\"}"},
    {"{\"a\":\"c\"}", "{\"a\":[\"b\"]}", "{\"a\":[\"b\"]}"},
    {"{\"a\":{\"b\":\"c\"}}", "{\"a\":{\"b\":\"d\",\"c\":null}}", "{\"a\":{\"b\":\"d\"}}"},
    {"{\"a\":[{\"b\":\"c\"}]}", "{\"a\":[1]}", "{\"a\":[1]}"},
    {"{\"e\":null}", "{\"a\":1}", "{\"a\":1,\"e\":null}"},
    {"[1,2]", "{\"a\":\"b\",\"c\":null}", "{\"a\":\"b\"}"},
    {"{}", "{\"a\":{\"bb\":{\"ccc\":null}}}", "{\"a\":{\"bb\":{}}}"},
    {"{}", "{}", "{}"},
    {"{\"x\":1}", " { } ", "{\"x\":1}"},
    {"{}", "{\"a\":null,\"b\":1}", "{\"b\":1}"},
    {"{}", "{\"a\":1,\"b\":null,\"c\":2, \"d\":3}", "{\"a\":1,\"c\":2, \"d\":3}"},
    {"{\"a\":{\"x\":1}, \"z\":2}", "{\"a\":{}}", "{\"a\":{\"x\":1},\"z\":2}"},
    {"{\"a\":{\"x\":1}}", "{\"a\":null}", "{}"},
    {"{\"a\":{\"x\":1}}", "{\"a\":[null]}", "{\"a\":[null]}"},
    {"{\"a\":3}", "{\"a\":{\"b\":null,\"c\":1}}", "{\"a\":{\"c\":1}}"},
    {"{\"\\u0061\":1}", "{\"a\":2}", "{\"a\":2}"},
    {"{\"a\":1}", "{\"\\u0061\":2}", "{\"\\u0061\":2}"},
    {"\xEF\xBB\xBF {\"a\":1}", "\xEF\xBB\xBF{\"b\":2}\r\n", "{\"b\":2,\"a\":1}"},
    {"{\"a\":\"{,null\"}", "{\"b\":\"null}\\\"\"}", "{\"b\":\"null}\\\"\",\"a\":\"{,null\"}"},
};

static void cases_hold(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        merged_pair pair;
        merge(&pair, cases[i].target, cases[i].patch);
        assert_string_equal(pair.merged.text.ptr, cases[i].result);
        rtp_arena_free(pair.arena);
    }
}

static void a_patch_that_is_no_object_stays(void **state)
{
    (void)state;
    merged_pair pair;
    merge(&pair, "{\"a\":1}", "[1, null]");
    assert_ptr_equal(pair.merged.text.ptr, pair.patch.text.ptr);
    assert_null(pair.merged.pieces);
    rtp_arena_free(pair.arena);
}

/* Every byte that one of the two wrote is found again where it was written. */
static void places_lead_back(void **state)
{
    (void)state;
    merged_pair pair;
    merge(&pair, "{\n \"manager\": {\"name\": \"Maya\", \"role\": \"Lead\"},\n \"weeks\": 6\n}",
          "{\"manager\": {\"role\": \"Head\"}, \"weeks\": null, \"ask\": 2}");
    rtp_str text = pair.merged.text;
    assert_string_equal(text.ptr, "{\"manager\": {\"role\": \"Head\",\"name\": \"Maya\"},\"ask\": 2}");
    size_t from_target = 0;
    for (size_t i = 0; i < text.len; i++) {
        rtp_whence whence = rtp_whence_find(&pair.merged, i);
        bool glue = text.ptr[i] == ',' && whence.source->text.ptr[whence.offset] != ',';
        assert_true(glue || whence.source->text.ptr[whence.offset] == text.ptr[i]);
        from_target += whence.source == &pair.target;
    }
    assert_int_equal(from_target, strlen("\"name\": \"Maya\""));
    rtp_arena_free(pair.arena);
}

static void diagnostics_are_told_where_it_was_written(void **state)
{
    (void)state;
    static const struct {
        const char *pointer, *file;
        size_t line, column, length;
    } rows[] = {
        {"/manager/name", "team.json", 2, 22, 6},
        {"/manager/role", "all.jsonl", 7, 22, 6},
        {"/manager", "all.jsonl", 7, 13, 16}, /* to its closing bracket, less what the team put in it */
        {"/weeks", "team.json", 3, 11, 1},
    };
    merged_pair pair;
    merge(&pair, "{\n \"manager\": {\"name\": \"Maya\"},\n \"weeks\": 6\n}", "{\"manager\": {\"role\": \"Head\"}}");
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_diags *diags = rtp_diags_make(pair.arena);
        rtp_diag diag = {.code = "P0001", .source = &pair.merged};
        assert_true(
            rtp_json_locate(pair.merged.text, rtp_str_from(rows[i].pointer), false, &diag.offset, &diag.length));
        rtp_diags_put(diags, diag);
        rtp_diags_trace(diags);
        const rtp_diag *told = &diags->items[0];
        rtp_place place = rtp_place_of(told->source, told->offset);
        assert_true(rtp_str_equal(told->source->name, rtp_str_from(rows[i].file)));
        assert_int_equal(place.line, rows[i].line);
        assert_int_equal(place.column, rows[i].column);
        assert_int_equal(told->length, rows[i].length);
    }
    rtp_arena_free(pair.arena);
}

static void overridden_values_are_told(void **state)
{
    (void)state;
    static const struct {
        const char *pointer, *was, *is;
    } rows[] = {
        {"/a/b~1c", "1", "2"}, {"/d", "\"x\"", "null"}, {"/e", "{\"f\": 1}", "3"}, {"/g", "[1]", "{\"h\": null}"}};
    merged_pair pair;
    merge(&pair, "{\"a\": {\"b/c\": 1, \"same\": 5}, \"d\": \"x\", \"e\": {\"f\": 1}, \"g\": [1]}",
          "{\"a\": {\"b/c\": 2, \"same\": 5, \"new\": 1}, \"d\": null, \"e\": 3, \"g\": {\"h\": null}, \"i\": null}");
    assert_int_equal(pair.overrides.len, RTP_COUNT(rows));
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        const rtp_json_override *told = &pair.overrides.items[i];
        assert_true(rtp_str_equal(told->pointer, rtp_str_from(rows[i].pointer)));
        assert_true(rtp_str_equal(told->was, rtp_str_from(rows[i].was)));
        assert_true(rtp_str_equal(told->is, rtp_str_from(rows[i].is)));
    }
    rtp_arena_free(pair.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cases_hold),
        cmocka_unit_test(a_patch_that_is_no_object_stays),
        cmocka_unit_test(places_lead_back),
        cmocka_unit_test(diagnostics_are_told_where_it_was_written),
        cmocka_unit_test(overridden_values_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
