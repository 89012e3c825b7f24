/* floor: json */
/* The tree behind the scan: what the accessors say, that memory is the arena's, and that a text
 * that fails the scan never gets a tree. The texts are invented. */
#include "json_support.h"

#include <pthread.h>

static const rtp_json *read_bench(bench *made)
{
    return rtp_json_read(&made->source, &rtp_json_profile_limits, made->arena, made->diags);
}

static void test_kinds(void **state)
{
    (void)state;
    static const struct {
        rtp_str text;
        rtp_json_kind kind;
        const char *name;
    } cases[] = {
        {RTP_STR("null"), RTP_JSON_NULL, "null"},           {RTP_STR("true"), RTP_JSON_FLAG, "true or false"},
        {RTP_STR("false"), RTP_JSON_FLAG, "true or false"}, {RTP_STR("0"), RTP_JSON_NUMBER, "a number"},
        {RTP_STR("\"\""), RTP_JSON_STRING, "a text"},       {RTP_STR("[]"), RTP_JSON_ARRAY, "a list"},
        {RTP_STR("{}"), RTP_JSON_OBJECT, "an object"},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        bench made = bench_make(cases[i].text);
        const rtp_json *tree = read_bench(&made);
        EXPECT(tree && rtp_json_kind_of(tree) == cases[i].kind, &made, cases[i].name);
        assert_string_equal(rtp_json_kind_name(cases[i].kind), cases[i].name);
        assert_int_equal(rtp_json_flag(tree), i == 1);
        assert_null(rtp_json_first(tree));
        assert_int_equal(rtp_json_count(tree), 0);
        bench_free(&made);
    }
}

static void test_walk(void **state)
{
    (void)state;
    bench made = bench_make(rtp_lit("\xEF\xBB\xBF {\"Key\":\"caf\\u00e9 \\ud83d\\ude00\",\"key\":[1.5,-2e3],\"\":{}}"));
    const rtp_json *tree = read_bench(&made);
    EXPECT(tree != NULL, &made, "walk");
    const rtp_json *first = rtp_json_first(tree);
    assert_true(rtp_str_equal(rtp_json_key(first), rtp_lit("Key")));
    assert_true(rtp_str_equal(rtp_json_text(first), rtp_lit("caf\xC3\xA9 \xF0\x9F\x98\x80")));
    const rtp_json *list = rtp_json_next(first);
    assert_int_equal(rtp_json_count(list), 2);
    assert_true(rtp_json_number(rtp_json_first(list)) == 1.5);
    assert_true(rtp_json_number(rtp_json_next(rtp_json_first(list))) == -2000);
    assert_int_equal(rtp_json_count(tree), 3);
    assert_null(rtp_json_next(rtp_json_next(list)));
    /* names are told apart by case */
    assert_ptr_equal(rtp_json_find(tree, rtp_lit("Key")), first);
    assert_ptr_equal(rtp_json_find(tree, rtp_lit("key")), list);
    assert_null(rtp_json_find(tree, rtp_lit("KEY")));
    assert_null(rtp_json_find(tree, rtp_lit("ke")));
    assert_non_null(rtp_json_find(tree, rtp_lit("")));
    assert_null(rtp_json_find(list, rtp_lit("")));
    bench_free(&made);
}

/* 1e308 and more never get here, and so does nothing that strtod would turn into infinity. */
static void test_numbers(void **state)
{
    (void)state;
    static const struct {
        rtp_str text;
        double value;
    } cases[] = {
        {RTP_STR("-0"), -0.0},
        {RTP_STR("0.1"), 0.1},
        {RTP_STR("1e-400"), 0},
        {RTP_STR("9.99e307"), 9.99e307},
        {RTP_STR("5e-324"), 5e-324},
        {RTP_STR("9007199254740993"), 9007199254740992.0},
        {RTP_STR("2.2250738585072014e-308"), 2.2250738585072014e-308},
        {RTP_STR("0.0000000000000000000000000000000000000000000000000000000000000000000000000000000000000001"), 1e-88},
        {RTP_STR("1000000000000000000000000000000000000000000000000000000000000000000000000000"), 1e75},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        bench made = bench_make(cases[i].text);
        const rtp_json *tree = read_bench(&made);
        EXPECT(tree && memcmp(&(double){rtp_json_number(tree)}, &cases[i].value, sizeof(double)) == 0, &made,
               cases[i].text.ptr);
        bench_free(&made);
    }
}

static void test_refused(void **state)
{
    (void)state;
    static const rtp_str texts[] = {
        RTP_STR(""),      RTP_STR("[1,]"), RTP_STR("{\"a\":1,\"a\":2}"), RTP_STR("\"a\\u0000\""),
        RTP_STR("[1] x"), RTP_STR("[01]")};
    for (size_t i = 0; i < RTP_COUNT(texts); i++) {
        bench made = bench_make(texts[i]);
        EXPECT(read_bench(&made) == NULL, &made, texts[i].ptr);
        assert_int_equal(made.diags->errors, 1);
        bench_free(&made);
    }
}

static void test_limits(void **state)
{
    (void)state;
    static const rtp_json_limits small = {.bytes = 100, .depth = 2, .values = 3, .string = 5};
    bench made = bench_make(rtp_lit("[[1]]"));
    assert_non_null(rtp_json_read(&made.source, &small, made.arena, made.diags));
    bench_free(&made);
    made = bench_make(rtp_lit("[[[]]]"));
    assert_null(rtp_json_read(&made.source, &small, made.arena, made.diags));
    bench_free(&made);
}

/* ---- one arena a thread ---- */

enum { ROUNDS = 200 };

static void *read_often(void *argument)
{
    const char *text = argument;
    size_t good = 0;
    rtp_arena *arena = rtp_arena_make();
    for (int i = 0; i < ROUNDS; i++) {
        rtp_source source = {.name = rtp_lit("thread.json"), .text = rtp_str_from(text)};
        const rtp_json *tree = rtp_json_read(&source, &rtp_json_profile_limits, arena, rtp_diags_make(arena));
        good += tree && rtp_json_count(tree) == strlen(text) / 2;
        rtp_arena_reset(arena);
    }
    rtp_arena_free(arena);
    return good == ROUNDS ? argument : NULL;
}

static void test_threads(void **state)
{
    (void)state;
    static char texts[][16] = {"[1,2,3,4]", "[1]", "[1,2]", "[1,2,3,4,5,6]"};
    pthread_t threads[RTP_COUNT(texts)];
    for (size_t i = 0; i < RTP_COUNT(texts); i++) {
        assert_int_equal(pthread_create(&threads[i], NULL, read_often, texts[i]), 0);
    }
    for (size_t i = 0; i < RTP_COUNT(texts); i++) {
        void *result = NULL;
        pthread_join(threads[i], &result);
        assert_ptr_equal(result, texts[i]);
    }
}

static void test_version(void **state)
{
    (void)state;
    assert_true(rtp_str_starts(rtp_str_from(rtp_json_version()), rtp_lit("1.")));
}

int main(void)
{
    rtp_json_start();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds),   cmocka_unit_test(test_walk),   cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_refused), cmocka_unit_test(test_limits), cmocka_unit_test(test_threads),
        cmocka_unit_test(test_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
