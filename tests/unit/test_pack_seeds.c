/* floor: rules */
/* Seeds: the list is read as written, and what names a seed that is not on it is told so. Invented seeds. */
#include "rules_support.h"
#include "words.h"

static const char list[] = "{\"seeds\": [{\"id\": \"D01\", \"gist\": \"Ask.\", \"not_emitted\": \"Nobody asks.\"},"
                           " {\"id\": \"P31\", \"gist\": \"Listen.\", \"lint\": [\"L01\", \"L40\"]}]}";

static void seeds_are_read_as_written(void **state)
{
    bench *on = *state;
    rtp_pack pack = {0};
    assert_true(bench_pack(on, list, &pack));
    assert_true(bench_pack(on, "{\"seeds\": [{\"id\": \"D02\", \"gist\": \"Wait.\"}]}", &pack)); /* behind the others */
    static const rtp_seed expected[] = {
        {RTP_STR("D01"), RTP_STR("Ask."), {NULL, 0}, RTP_STR("Nobody asks.")},
        {RTP_STR("P31"), RTP_STR("Listen."), RTP_STR("\003L01\003L40"), {NULL, 0}},
        {RTP_STR("D02"), RTP_STR("Wait."), {NULL, 0}, {NULL, 0}},
    };
    rtp_str items = rtp_packed_items(pack.seeds);
    rtp_seed seed;
    for (size_t i = 0; i < RTP_COUNT(expected); i++) {
        assert_true(rtp_seed_next(&items, &seed));
        assert_true(rtp_str_equal(seed.id, expected[i].id) && rtp_str_equal(seed.gist, expected[i].gist));
        assert_true(rtp_str_equal(seed.lint, expected[i].lint));
        assert_true(rtp_str_equal(seed.not_emitted, expected[i].not_emitted));
    }
    assert_false(rtp_seed_next(&items, &seed));
}

static void what_is_wrong_with_a_list_is_told(void **state)
{
    bench *on = *state;
    static const struct {
        const char *text, *code;
    } bad[] = {
        {"{\"seeds\": [{\"id\": \"X01\", \"gist\": \"Ask.\"}]}", "R0048"},
        {"{\"seeds\": [{\"id\": \"D1\", \"gist\": \"Ask.\"}]}", "R0048"},
        {"{\"seeds\": [{\"id\": \"D01\"}]}", "P0004"},
        {"{\"seeds\": [{\"id\": \"D01\", \"gist\": \"a\"}, {\"id\": \"D01\", \"gist\": \"b\"}]}", "R0041"},
    };
    for (size_t i = 0; i < RTP_COUNT(bad); i++) {
        rtp_pack pack = {0};
        size_t before = on->diags->len;
        assert_false(bench_pack(on, bad[i].text, &pack));
        assert_null(pack.seeds.bytes);
        assert_int_equal(on->diags->len, before + 1);
        assert_string_equal(on->diags->items[before].code, bad[i].code);
    }
}

static const char rule[] = "{\"module\": \"mine\", \"rules\": [{\"id\": \"mine.one\", \"seeds\": [\"D01\", \"D09\"], "
                           "\"point\": {\"section\": \"ask\", \"text\": \"Words.\"}}]}";

/* Read alone, a rule may name any seed; beside the list, only those on it. */
static void a_rule_names_seeds_of_the_list(void **state)
{
    bench *on = *state;
    rtp_pack alone = {0}, beside = {0};
    assert_true(bench_pack(on, rule, &alone));
    assert_int_equal(words_count(alone.rules[0].seeds), 2);
    assert_true(bench_pack(on, list, &beside));
    assert_false(bench_pack(on, rule, &beside));
    assert_int_equal(beside.rule_count, 0);
    assert_int_equal(on->diags->len, 1);
    assert_string_equal(on->diags->items[0].code, "R0048");
    assert_true(rtp_str_equal(on->diags->items[0].pointer, rtp_lit("/rules/0/seeds/1")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(seeds_are_read_as_written, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_wrong_with_a_list_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_rule_names_seeds_of_the_list, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
