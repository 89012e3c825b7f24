/* floor: json */
/* Changes to JSON texts: what is set is there, in the manner of the file, and no other byte moves.
 * All texts are invented. */
#include "json_support.h"

/* ---- one change ---- */

typedef struct change_case {
    const char *name, *text, *pointer, *value;
    const char *want; /* the whole text afterwards; NULL: refused */
    const char *code; /* of the first diagnostic, when refused */
} change_case;

static const change_case changes[] = {
    {"replaces a number", "{\n  \"a\": 1,\n  \"b\": 2\n}\n", "/a", "7", "{\n  \"a\": 7,\n  \"b\": 2\n}\n", NULL},
    {"replaces the last text", "{\"a\": \"x\"}", "/a", "\"yy\"", "{\"a\": \"yy\"}", NULL},
    {"replaces the root", "{\"a\": 1}\n", "", "[1]", "[1]\n", NULL},
    {"adds behind the last member", "{\n  \"a\": 1\n}\n", "/b", "2", "{\n  \"a\": 1,\n  \"b\": 2\n}\n", NULL},
    {"keeps tabs", "{\n\t\"a\": {\n\t\t\"b\": 1\n\t}\n}", "/a/c", "2",
     "{\n\t\"a\": {\n\t\t\"b\": 1,\n\t\t\"c\": 2\n\t}\n}", NULL},
    {"keeps CRLF", "{\r\n  \"a\": 1\r\n}\r\n", "/b/c", "2",
     "{\r\n  \"a\": 1,\r\n  \"b\": {\r\n    \"c\": 2\r\n  }\r\n}\r\n", NULL},
    {"keeps lone CR", "{\r \"a\": 1\r}", "/b", "2", "{\r \"a\": 1,\r \"b\": 2\r}", NULL},
    {"keeps a byte order mark", "\xEF\xBB\xBF{\"a\":1}", "/b", "2", "\xEF\xBB\xBF{\"a\":1,\"b\":2}", NULL},
    {"one line, with blanks", "{\"a\": 1, \"b\": 2}", "/c", "{\"d\":[1,2]}",
     "{\"a\": 1, \"b\": 2, \"c\": {\"d\": [1, 2]}}", NULL},
    {"one line, tight", "{\"a\":1,\"b\":2}", "/c", "{ \"d\" : [ 1 , 2 ] }", "{\"a\":1,\"b\":2,\"c\":{\"d\":[1,2]}}",
     NULL},
    {"blanks around colons", "{\"a\" : 1}", "/b", "2", "{\"a\" : 1, \"b\" : 2}", NULL},
    {"an empty root in one line", "{}", "/a", "1", "{\"a\": 1}", NULL},
    {"an empty root before a line end", "{}\n", "/a", "1", "{\n  \"a\": 1\n}\n", NULL},
    {"an empty root with blanks", " { } ", "/a", "1", " {\"a\": 1} ", NULL},
    {"an empty object", "{\n    \"a\": {}\n}", "/a/b", "1", "{\n    \"a\": {\n        \"b\": 1\n    }\n}", NULL},
    {"an empty object over two lines", "{\n  \"a\": {\n  }\n}", "/a/b", "1", "{\n  \"a\": {\n    \"b\": 1\n  }\n}",
     NULL},
    {"missing objects", "{\n  \"a\": 1\n}", "/b/c/d", "true",
     "{\n  \"a\": 1,\n  \"b\": {\n    \"c\": {\n      \"d\": true\n    }\n  }\n}", NULL},
    {"missing objects in one line", "{\"a\": 1}", "/b/c/d", "true", "{\"a\": 1, \"b\": {\"c\": {\"d\": true}}}", NULL},
    {"several members a line", "{\n  \"a\": {\n    \"b\": 1, \"c\": 2,\n    \"d\": 3\n  }\n}", "/a/e", "4",
     "{\n  \"a\": {\n    \"b\": 1, \"c\": 2,\n    \"d\": 3,\n    \"e\": 4\n  }\n}", NULL},
    {"an item behind a list", "{\"a\": [1, 2]}", "/a/-", "3", "{\"a\": [1, 2, 3]}", NULL},
    {"an item in an empty list", "{\n  \"a\": []\n}", "/a/-", "3", "{\n  \"a\": [\n    3\n  ]\n}", NULL},
    {"an item of a missing list", "{\n  \"a\": 1\n}", "/b/-", "{\"c\":1}",
     "{\n  \"a\": 1,\n  \"b\": [\n    {\"c\": 1}\n  ]\n}", NULL},
    {"a member of an item", "{\"a\": [{\"b\": 1}, {\"b\": 2}]}", "/a/1/b", "3", "{\"a\": [{\"b\": 1}, {\"b\": 3}]}",
     NULL},
    {"a comment at the end stays", "{\n  \"a\": 1,\n  \"$comment\": \"} stays, \\\" too\"\n}", "/b", "2",
     "{\n  \"a\": 1,\n  \"$comment\": \"} stays, \\\" too\",\n  \"b\": 2\n}", NULL},
    {"key with a slash and a tilde", "{\"a/b~\": 1}", "/a~1b~0", "2", "{\"a/b~\": 2}", NULL},
    {"new key with a slash and a quote", "{\"a\": 1}", "/x~1\"~0", "2", "{\"a\": 1, \"x/\\\"~\": 2}", NULL},
    {"an escaped key is found", "{\"\\u0061\": 1}", "/a", "2", "{\"\\u0061\": 2}", NULL},
    {"an empty key", "{\"\": 1}", "/", "2", "{\"\": 2}", NULL},
    {"a key of one dash", "{\"a\": 1}", "/-", "2", "{\"a\": 1, \"-\": 2}", NULL},
    {"numbers are copied", "{\"a\": 1}", "/b", "1.50e+01", "{\"a\": 1, \"b\": 1.50e+01}", NULL},
    {"long values take lines", "{\n  \"a\": {\"b\": 1}\n}", "/a/c",
     "{\"first\":\"0123456789012345678901234567890123456789\",\"second\":[{\"third\":4}]}",
     "{\n  \"a\": {\"b\": 1, \"c\": {\n    \"first\": \"0123456789012345678901234567890123456789\",\n    \"second\": "
     "[{\"third\": 4}]\n  }}\n}",
     NULL},
    {"refuses a duplicate key", "{\"a\": 1, \"a\": 2}", "/b", "2", NULL, "J0022"},
    {"refuses a text that is not JSON", "{\"a\": 1,}", "/b", "2", NULL, "J0025"},
    {"refuses an empty text", "", "/b", "2", NULL, "J0002"},
    {"refuses a value that is not JSON", "{\"a\": 1}", "/b", "{\"c\":", NULL, "J0009"},
    {"refuses two values", "{\"a\": 1}", "/b", "1, \"c\": 2", NULL, "J0010"},
    {"refuses a pointer through a number", "{\"a\": 1}", "/a/b", "2", NULL, "J0028"},
    {"refuses a root without members", "7", "/a", "2", NULL, "J0028"},
    {"refuses an item beyond the list", "{\"a\": [1]}", "/a/1", "2", NULL, "J0028"},
    {"refuses a pointer without a slash", "{\"a\": 1}", "a", "2", NULL, "J0028"},
};

static void check_change(const change_case *row)
{
    bench made = bench_make(rtp_str_from(row->text));
    rtp_json_edit edit = {rtp_str_from(row->pointer), rtp_str_from(row->value)};
    rtp_str text = rtp_lit("untouched");
    bool done = rtp_json_change(&made.source, (rtp_json_edits){&edit, 1}, made.arena, made.diags, &text);
    const char *want = row->want ? row->want : "untouched";
    if (!rtp_str_equal(text, rtp_str_from(want))) {
        print_error("got:\n%.*s\nwant:\n%s\n", RTP_FMT(text), want);
    }
    EXPECT(done == (row->want != NULL), &made, row->name);
    EXPECT(rtp_str_equal(text, rtp_str_from(want)), &made, row->name);
    if (row->code) {
        EXPECT(made.diags->errors == 1 && strcmp(made.diags->items[0].code, row->code) == 0, &made, row->name);
    }
    bench_free(&made);
}

static void sets_a_value(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(changes); i++) {
        check_change(&changes[i]);
    }
}

/* ---- several at once ---- */

static void later_changes_see_earlier_ones(void **state)
{
    (void)state;
    bench made = bench_make(rtp_lit("{\n  \"role\": \"x\"\n}\n"));
    const rtp_json_edit edits[] = {
        {rtp_lit("/pilot/weeks"), rtp_lit("12")}, {rtp_lit("/pilot/x-plan/seed"), rtp_lit("7")},
        {rtp_lit("/pilot/weeks"), rtp_lit("8")},  {rtp_lit("/list/-"), rtp_lit("1")},
        {rtp_lit("/list/-"), rtp_lit("2")},
    };
    rtp_str text = {NULL, 0};
    assert_true(
        rtp_json_change(&made.source, (rtp_json_edits){edits, RTP_COUNT(edits)}, made.arena, made.diags, &text));
    assert_string_equal(text.ptr, "{\n  \"role\": \"x\",\n  \"pilot\": {\n    \"weeks\": 8,\n    \"x-plan\": {\n      "
                                  "\"seed\": 7\n    }\n  },\n  \"list\": [\n    1,\n    2\n  ]\n}\n");
    bench_free(&made);
}

static void no_change_keeps_every_byte(void **state)
{
    (void)state;
    bench made = bench_make(rtp_lit(" {\"a\" :1 ,\r\n\t\"b\":[ ]}\n\n"));
    rtp_str text = {NULL, 0};
    assert_true(rtp_json_change(&made.source, (rtp_json_edits){NULL, 0}, made.arena, made.diags, &text));
    assert_true(rtp_str_equal(text, made.source.text));
    bench_free(&made);
}

static void a_result_past_the_limits_is_refused(void **state)
{
    (void)state;
    bench made = bench_make(rtp_lit("{\"a\": {\"b\": {\"c\": {}}}}"));
    char pointer[2 * 40 + 1];
    for (size_t i = 0; i < 40; i++) {
        memcpy(pointer + 2 * i, "/d", sizeof "/d");
    }
    rtp_json_edit edit = {rtp_str_from(pointer), rtp_lit("1")};
    rtp_str text = rtp_lit("untouched");
    assert_false(rtp_json_change(&made.source, (rtp_json_edits){&edit, 1}, made.arena, made.diags, &text));
    assert_string_equal(made.diags->items[0].code, "J0019");
    assert_string_equal(text.ptr, "untouched");
    bench_free(&made);
}

/* ---- every value of our profiles, set to itself, changes nothing ---- */

static void check_same(bench *made, const char *key)
{
    char pointer[64];
    (void)snprintf(pointer, sizeof pointer, "/%s", key);
    size_t offset = 0, length = 0;
    if (!rtp_json_locate(made->source.text, rtp_str_from(pointer), false, &offset, &length)) {
        return;
    }
    rtp_json_edit edit = {rtp_lit("/x-probe"), {made->source.text.ptr + offset, length}};
    rtp_str text = {NULL, 0};
    EXPECT(rtp_json_change(&made->source, (rtp_json_edits){&edit, 1}, made->arena, made->diags, &text), made, key);
    size_t end = made->source.text.len;
    for (; made->source.text.ptr[end - 1] != '}'; end--) {
    }
    for (end--; strchr(" \n", made->source.text.ptr[end - 1]); end--) {
    }
    EXPECT(memcmp(text.ptr, made->source.text.ptr, end) == 0, made, key);
    rtp_str tail = {made->source.text.ptr + end, made->source.text.len - end};
    EXPECT(rtp_str_ends(text, tail), made, key);
    rtp_source changed = {.name = rtp_lit("changed"), .text = text};
    const rtp_json *tree = rtp_json_read(&changed, &rtp_json_profile_limits, made->arena, made->diags);
    EXPECT(tree && rtp_json_find(tree, rtp_lit("x-probe")), made, key);
}

static void profiles_keep_their_bytes(void **state)
{
    (void)state;
    static const char *const keys[] = {"person", "manager", "ask", "history", "tasks", "pilot", "concerns", "private"};
    static const char *const files[] = {"backend-engineer", "support-agent", "minimal", "team-lead"};
    for (size_t i = 0; i < RTP_COUNT(files); i++) {
        rtp_arena *arena = rtp_arena_make();
        rtp_source source;
        rtp_str path = rtp_arena_format(arena, "%s/data/profiles/%s.json", RTP_SOURCE_DIR, files[i]);
        assert_true(rtp_file_read(path, 1 << 20, arena, rtp_diags_make(arena), &source));
        bench made = bench_make(source.text);
        for (size_t k = 0; k < RTP_COUNT(keys); k++) {
            check_same(&made, keys[k]);
        }
        bench_free(&made);
        rtp_arena_free(arena);
    }
}

int main(void)
{
    rtp_json_start();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sets_a_value),
        cmocka_unit_test(later_changes_see_earlier_ones),
        cmocka_unit_test(no_change_keeps_every_byte),
        cmocka_unit_test(a_result_past_the_limits_is_refused),
        cmocka_unit_test(profiles_keep_their_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
