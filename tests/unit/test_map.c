/* floor: json */
/* The map of a text and the walk through it find every value, every name and every part at one place. */
#include "json_support.h"

static size_t compare_values(bench *made, const rtp_json_map *map, const rtp_json *node, rtp_str pointer)
{
    for (int key = 0; key < 2; key++) {
        size_t offset = 0, length = 0, walked = 0, walked_length = 1;
        EXPECT(rtp_json_map_locate(map, pointer, key, &offset, &length), made, pointer.ptr);
        EXPECT(rtp_json_locate(made->source.text, pointer, key, &walked, &walked_length), made, pointer.ptr);
        EXPECT(offset == walked && length == walked_length, made, pointer.ptr);
    }
    size_t compared = 1, index = 0;
    for (const rtp_json *child = rtp_json_first(node); child; child = rtp_json_next(child), index++) {
        rtp_str name = rtp_json_kind_of(node) == RTP_JSON_OBJECT ? rtp_json_key(child)
                                                                 : rtp_arena_format(made->arena, "%zu", index);
        rtp_str below = rtp_arena_join(made->arena, (rtp_str[]){pointer, name}, 2, rtp_lit("/"));
        compared += compare_values(made, map, child, below);
    }
    return compared;
}

static size_t compare_text(rtp_str text)
{
    bench made = bench_make(text);
    const rtp_json *tree = rtp_json_read(&made.source, &rtp_json_profile_limits, made.arena, made.diags);
    EXPECT(tree, &made, text.ptr);
    size_t compared = compare_values(&made, rtp_json_map_make(made.source.text, made.arena), tree, rtp_lit(""));
    bench_free(&made);
    return compared;
}

static void finds_what_the_walk_finds(void **state)
{
    (void)state;
    static const struct {
        rtp_str text;
        size_t values;
    } cases[] = {
        {RTP_STR("1"), 1},
        {RTP_STR("\xEF\xBB\xBF {} "), 1},
        {RTP_STR(" [ ] "), 1},
        {RTP_STR("[[[]],[1,[2]],{},\"]\"]"), 9},
        {RTP_STR("{\"a\" : {\"b\":[true , null,{\"c\\\"\":-1.5e3}]},\n\"d\":\"}{\\\\\"}"), 8},
        {RTP_STR("{\"\\u0061\":1,\"\":{\"\":2}}"), 4},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        assert_int_equal(compare_text(cases[i].text), cases[i].values);
    }
}

static void finds_the_same_in_a_profile(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_source file;
    assert_true(rtp_file_read(rtp_lit(RTP_SOURCE_DIR "/data/profiles/backend-engineer.json"), 1 << 22, arena,
                              rtp_diags_make(arena), &file));
    assert_true(compare_text(file.text) > 300);
    rtp_arena_free(arena);
}

static void finds_nothing_that_is_not_there(void **state)
{
    (void)state;
    static const char *const pointers[] = {"/b", "/a/2", "/a/01", "/a/x", "/a/0/0", "/c/0", "a", "/", "/a/"};
    rtp_arena *arena = rtp_arena_make();
    const rtp_json_map *map = rtp_json_map_make(rtp_lit("{\"a\":[1,2],\"c\":\"0\"}"), arena);
    for (size_t i = 0; i < RTP_COUNT(pointers); i++) {
        size_t offset = 7, length = 7;
        assert_false(rtp_json_map_locate(map, rtp_str_from(pointers[i]), false, &offset, &length));
        assert_int_equal(offset + length, 14);
    }
    rtp_arena_free(arena);
}

static void narrows_to_a_part(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    const rtp_json_map *map = rtp_json_map_make(rtp_lit("{\"a\": \"x\\u00e9yz\"}"), arena);
    size_t offset = 0, length = 0;
    assert_true(rtp_json_map_locate_part(map, rtp_lit("/a"), (rtp_json_part){1, 3}, &offset, &length));
    assert_int_equal(offset, 8);
    assert_int_equal(length, 7);
    rtp_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_the_walk_finds),
        cmocka_unit_test(finds_the_same_in_a_profile),
        cmocka_unit_test(finds_nothing_that_is_not_there),
        cmocka_unit_test(narrows_to_a_part),
    };
    rtp_json_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
