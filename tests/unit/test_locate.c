/* floor: json */
/* Places: the value that a pointer names is found where it stands, in our profiles, in the files of
 * JSONTestSuite, and in invented texts with odd keys and blanks. */
#include "json_support.h"

#include <dirent.h>

/* ---- property: every value's place holds that value ---- */

static bool same(const rtp_json *a, const rtp_json *b);

static bool same_children(const rtp_json *a, const rtp_json *b)
{
    const rtp_json *left = rtp_json_first(a), *right = rtp_json_first(b);
    for (; left && right; left = rtp_json_next(left), right = rtp_json_next(right)) {
        if (!rtp_str_equal(rtp_json_key(left), rtp_json_key(right)) || !same(left, right)) {
            return false;
        }
    }
    return !left && !right;
}

static bool same(const rtp_json *a, const rtp_json *b)
{
    rtp_json_kind kind = rtp_json_kind_of(a);
    if (kind != rtp_json_kind_of(b)) {
        return false;
    }
    switch (kind) {
    case RTP_JSON_NULL:
        return true;
    case RTP_JSON_FLAG:
        return rtp_json_flag(a) == rtp_json_flag(b);
    case RTP_JSON_NUMBER:
        return memcmp(&(double){rtp_json_number(a)}, &(double){rtp_json_number(b)}, sizeof(double)) == 0;
    case RTP_JSON_STRING:
        return rtp_str_equal(rtp_json_text(a), rtp_json_text(b));
    case RTP_JSON_ARRAY:
    case RTP_JSON_OBJECT:
        return same_children(a, b);
    }
    return false;
}

static rtp_str token_made(rtp_arena *arena, rtp_str key)
{
    rtp_str token = {NULL, 0};
    for (size_t i = 0; i < key.len; i++) {
        rtp_str piece = {key.ptr + i, 1};
        piece = key.ptr[i] == '~' ? rtp_lit("~0") : key.ptr[i] == '/' ? rtp_lit("~1") : piece;
        token = rtp_arena_join(arena, (rtp_str[]){token, piece}, 2, rtp_lit(""));
    }
    return token;
}

/* The key at its place, read as a JSON text, is the member's name. */
static void check_key(bench *made, const rtp_json *node, rtp_str pointer)
{
    size_t offset = 0, length = 0;
    EXPECT(rtp_json_locate(made->source.text, pointer, true, &offset, &length), made, pointer.ptr);
    bench key = bench_make((rtp_str){made->copy + offset, length});
    const rtp_json *text = rtp_json_read(&key.source, &rtp_json_profile_limits, key.arena, key.diags);
    EXPECT(text && rtp_str_equal(rtp_json_text(text), rtp_json_key(node)), &key, pointer.ptr);
    bench_free(&key);
}

static size_t check_values(bench *made, const rtp_json *node, rtp_str pointer)
{
    size_t offset = 0, length = 0, checked = 1, index = 0;
    EXPECT(rtp_json_locate(made->source.text, pointer, false, &offset, &length), made, pointer.ptr);
    bench slice = bench_make((rtp_str){made->copy + offset, length});
    const rtp_json *value = rtp_json_read(&slice.source, &rtp_json_profile_limits, slice.arena, slice.diags);
    EXPECT(value && same(value, node), &slice, pointer.ptr);
    EXPECT(!strchr(" \t\r\n", slice.copy[0]) && !strchr(" \t\r\n", slice.copy[length - 1]), &slice, pointer.ptr);
    bench_free(&slice);
    for (const rtp_json *child = rtp_json_first(node); child; child = rtp_json_next(child), index++) {
        bool member = rtp_json_kind_of(node) == RTP_JSON_OBJECT;
        rtp_str token =
            member ? token_made(made->arena, rtp_json_key(child)) : rtp_arena_format(made->arena, "%zu", index);
        rtp_str below = rtp_arena_join(made->arena, (rtp_str[]){pointer, token}, 2, rtp_lit("/"));
        checked += check_values(made, child, below);
        if (member) {
            check_key(made, child, below);
        }
    }
    return checked;
}

static size_t check_text(rtp_str text)
{
    bench made = bench_make(text);
    const rtp_json *tree = rtp_json_read(&made.source, &rtp_json_profile_limits, made.arena, made.diags);
    size_t checked = tree ? check_values(&made, tree, rtp_lit("")) : 0;
    bench_free(&made);
    return checked;
}

static size_t check_file(const char *folder, const char *name)
{
    rtp_arena *arena = rtp_arena_make();
    rtp_source file;
    rtp_str path = rtp_arena_format(arena, "%s/%s", folder, name);
    assert_true(rtp_file_read(path, 1 << 22, arena, rtp_diags_make(arena), &file));
    size_t checked = check_text(file.text);
    rtp_arena_free(arena);
    return checked;
}

static size_t check_folder(const char *path)
{
    size_t checked = 0;
    DIR *folder = opendir(path);
    assert_non_null(folder);
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        if (rtp_str_ends(rtp_str_from(entry->d_name), rtp_lit(".json"))) {
            checked += check_file(path, entry->d_name);
        }
    }
    closedir(folder);
    return checked;
}

static void test_profiles(void **state)
{
    (void)state;
    assert_true(check_folder(RTP_SOURCE_DIR "/data/profiles") > 300);
}

static void test_suite(void **state)
{
    (void)state;
    assert_true(check_folder(RTP_SOURCE_DIR "/tests/conformance/JSONTestSuite/test_parsing") > 91);
}

static void test_texts(void **state)
{
    (void)state;
    static const struct {
        rtp_str text;
        size_t values;
    } cases[] = {
        {RTP_STR("\xEF\xBB\xBF [1]"), 2},
        {RTP_STR("\r\n\t 7 \r\n"), 1},
        {RTP_STR("\"a\""), 1},
        {RTP_STR("{\"\":1,\" \":2,\"a/b\":3,\"m~n\":4,\"~1\":5,\"/\":{\"~\":[6]}}"), 9},
        {RTP_STR("{\"\\u0061\\\"\\\\\\/\":1,\"\\ud83d\\ude00\":2,\"\xF0\x9F\x98\x81\":3,\"a\":4}"), 5},
        {RTP_STR("[[],[[]],{},[{}],{ \"a\" : [ ] , \"b\" : { } }]"), 10},
        {RTP_STR("[\"]\",\"}\",\"\\\"]\",\"\\\\\",{\"]\":\"[\",\"}\":\"{\"},\",\",\":\"]"), 10},
        {RTP_STR("[ 1 , -2.5e+3 , true , false , null ]"), 6},
        {RTP_STR("{\"0\":[0],\"1\":{\"0\":1},\"01\":2}"), 6},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        assert_int_equal(check_text(cases[i].text), cases[i].values);
    }
}

/* ---- single places, and pointers that name nothing ---- */

static const char sample[] =
    "{\"a\": [10, {\"b\": \"x\"}], \"c\": {}, \"a~1\": 3, \"m\": [0,1,2,3,4,5,6,7,8,9,10,11,12]}";

static void test_places(void **state)
{
    (void)state;
    static const struct {
        rtp_str pointer;
        bool key;
        const char *place; /* NULL: not found */
    } cases[] = {
        {RTP_STR(""), false, sample},
        {RTP_STR(""), true, sample},
        {RTP_STR("/a"), false, "[10, {\"b\": \"x\"}]"},
        {RTP_STR("/a"), true, "\"a\""},
        {RTP_STR("/a/0"), false, "10"},
        {RTP_STR("/a/0"), true, "10"},
        {RTP_STR("/a/1/b"), false, "\"x\""},
        {RTP_STR("/a/1/b"), true, "\"b\""},
        {RTP_STR("/c"), false, "{}"},
        {RTP_STR("/a~01"), false, "3"},
        {RTP_STR("/m/10"), false, "10"},
        {RTP_STR("/m/12"), false, "12"},
        {RTP_STR("/m/13"), false, NULL},
        {RTP_STR("/a~1"), false, NULL},
        {RTP_STR("/"), false, NULL},
        {RTP_STR("a"), false, NULL},
        {RTP_STR("/b"), false, NULL},
        {RTP_STR("/A"), false, NULL},
        {RTP_STR("/aa"), false, NULL},
        {RTP_STR("/a/2"), false, NULL},
        {RTP_STR("/a/-"), false, NULL},
        {RTP_STR("/a/00"), false, NULL},
        {RTP_STR("/a/01"), false, NULL},
        {RTP_STR("/a/"), false, NULL},
        {RTP_STR("/a/99999999999999999999999999"), false, NULL},
        {RTP_STR("/a/0/0"), false, NULL},
        {RTP_STR("/a/1/b/c"), false, NULL},
        {RTP_STR("/c/d"), false, NULL},
    };
    bench made = bench_make(rtp_lit(""));
    made.source.text = (rtp_str){sample, sizeof sample - 1};
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        size_t offset = 77, length = 78;
        bool found = rtp_json_locate(made.source.text, cases[i].pointer, cases[i].key, &offset, &length);
        EXPECT(found == (cases[i].place != NULL), &made, cases[i].pointer.ptr);
        rtp_str place = {found ? sample + offset : "", found ? length : 0};
        EXPECT(!found || rtp_str_equal(place, rtp_str_from(cases[i].place)), &made, cases[i].pointer.ptr);
        EXPECT(found || (offset == 77 && length == 78), &made, cases[i].pointer.ptr); /* untouched */
    }
    bench_free(&made);
}

int main(void)
{
    rtp_json_start();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_profiles),
        cmocka_unit_test(test_suite),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
