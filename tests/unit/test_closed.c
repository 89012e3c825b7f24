/* floor: rules */
/* Rules that are closed and opened again are what they were. The pack is invented. */
#include "rules_support.h"

#include "rules/closed.h"
#include "rules/packed.h"

static const char three_rules[] =
    "{\"module\": \"mine\", \"rules\": ["
    "{\"id\": \"mine.row\", \"seeds\": [\"D08\", \"D09\"], \"for_each\": \"concerns\","
    " \"when\": {\"fact\": \"concern.about\", \"is\": \"culture\"},"
    " \"point\": {\"section\": \"concerns\", \"slot\": \"rows\", \"strength\": 100, \"argues\": \"help\","
    "  \"cells\": [\"{concern.about}\", [\"of {manager.name}\", \"\"]],"
    "  \"evidence\": {\"direction\": \"against\", \"most\": 2, \"all_concerns\": true}},"
    " \"examples\": [{\"facts\": {\"concern.about\": \"culture\"}, \"fires\": true},"
    "  {\"facts\": {}, \"fires\": false}]},"
    "{\"id\": \"mine.text\", \"private\": true, \"point\": {\"section\": \"prep\", \"lead\": \"Floor:\","
    " \"text\": [\"{private.floor_days} days\", \"none\"], \"add\": {\"needs\": [{\"need\": \"x\"}]}}},"
    "{\"id\": \"mine.bare\", \"point\": {\"section\": \"s\", \"strength\": 0, \"text\": \"x\"}}]}";

static void assert_text(rtp_str found, rtp_str wanted)
{
    assert_int_equal(found.ptr == NULL, wanted.ptr == NULL);
    assert_true(rtp_str_equal(found, wanted));
}

static void assert_list(rtp_packed found, rtp_packed wanted)
{
    assert_int_equal(found.bytes == NULL, wanted.bytes == NULL);
    assert_true(rtp_str_equal(rtp_packed_items(found), rtp_packed_items(wanted)));
}

static void assert_rule(const rtp_rule *found, const rtp_rule *wanted)
{
    assert_text(found->id, wanted->id);
    assert_text(found->section, wanted->section);
    assert_text(found->slot, wanted->slot);
    assert_text(found->argues, wanted->argues);
    assert_list(found->add, wanted->add);
    assert_list(found->seeds, wanted->seeds);
    assert_list(found->when, wanted->when);
    assert_list(found->lead, wanted->lead);
    assert_list(found->text, wanted->text);
    assert_int_equal(found->scope, wanted->scope);
    assert_int_equal(found->personal, wanted->personal);
    assert_int_equal(found->strength, wanted->strength);
    assert_int_equal(found->cell_count, wanted->cell_count);
    for (size_t i = 0; i < wanted->cell_count; i++) {
        assert_list(found->cells[i], wanted->cells[i]);
    }
    assert_memory_equal(&found->evidence, &wanted->evidence, sizeof wanted->evidence);
}

static rtp_packed close_all(bench *on, const rtp_pack *pack)
{
    rtp_buf items = rtp_buf_make(SIZE_MAX);
    rtp_rules_close(pack->rules, pack->rule_count, &items);
    rtp_packed list = rtp_packed_make(rtp_buf_text(&items), on->arena);
    rtp_buf_free(&items);
    return list;
}

static void what_is_closed_opens_as_it_was(void **state)
{
    bench *on = *state;
    rtp_pack pack = {0};
    assert_true(bench_pack(on, three_rules, &pack));
    assert_int_equal(pack.rule_count, 3);
    rtp_str rest = rtp_packed_items(close_all(on, &pack));
    rtp_closed_run run;
    rtp_closed_rule closed;
    for (size_t i = 0; i < pack.rule_count; i++) {
        rtp_rule rule = {.id = {NULL, 0}};
        assert_true(rtp_closed_run_next(&rest, &run));
        assert_text(run.section, pack.rules[i].section);
        assert_true(rtp_closed_next(&run, &closed));
        rtp_rule_open(&closed, on->arena, &rule);
        assert_rule(&rule, &pack.rules[i]);
        assert_false(rtp_closed_next(&run, &closed));
    }
    assert_false(rtp_closed_run_next(&rest, &run));
}

/* Neighbours of one section only, so that rules keep their order. */
static void a_run_ends_where_the_section_does(void **state)
{
    bench *on = *state;
    rtp_rule rules[] = {
        {.section = RTP_STR("a")}, {.section = RTP_STR("a")}, {.section = RTP_STR("b")}, {.section = RTP_STR("a")}};
    static const size_t wanted[] = {2, 1, 1};
    rtp_str rest = rtp_packed_items(close_all(on, &(rtp_pack){.rules = rules, .rule_count = RTP_COUNT(rules)}));
    for (size_t i = 0; i < RTP_COUNT(wanted); i++) {
        rtp_closed_run run;
        rtp_closed_rule closed;
        size_t len = 0;
        assert_true(rtp_closed_run_next(&rest, &run));
        while (rtp_closed_next(&run, &closed)) {
            assert_text(closed.section, run.section);
            len++;
        }
        assert_int_equal(len, wanted[i]);
    }
    assert_int_equal(rest.len, 0);
}

/* As many as are asked for, and open rules whatever their section, which whoever applies them looks at. */
static void a_pack_opens_for_some_sections(void **state)
{
    bench *on = *state;
    rtp_pack pack = {0};
    assert_true(bench_pack(on, three_rules, &pack));
    const rtp_pack closed = {.closed = close_all(on, &pack), .closed_count = 3};
    rtp_str names[] = {RTP_STR("s"), RTP_STR("concerns")};
    const rtp_pack *open = rtp_pack_open(&closed, &(rtp_texts){names, RTP_COUNT(names)}, on->arena);
    assert_int_equal(open->rule_count, 2);
    assert_rule(&open->rules[0], &pack.rules[0]);
    assert_rule(&open->rules[1], &pack.rules[2]);
    assert_int_equal(rtp_pack_open(&closed, &(rtp_texts){NULL, 0}, on->arena)->rule_count, 0);
}

/* Closed rules stand before open ones, and a pack without any is opened already. */
static void a_pack_opens_once(void **state)
{
    bench *on = *state;
    rtp_pack pack = {0};
    assert_true(bench_pack(on, three_rules, &pack));
    assert_ptr_equal(rtp_pack_open(&pack, NULL, on->arena), &pack);
    const rtp_pack mixed = {
        .rules = &pack.rules[2], .rule_count = 1, .closed = close_all(on, &pack), .closed_count = 3};
    const rtp_pack *open = rtp_pack_open(&mixed, NULL, on->arena);
    assert_int_equal(open->rule_count, 4);
    assert_int_equal(open->closed_count, 0);
    for (size_t i = 0; i < open->rule_count; i++) {
        assert_rule(&open->rules[i], &pack.rules[i < 3 ? i : 2]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_closed_opens_as_it_was, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_run_ends_where_the_section_does, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_pack_opens_for_some_sections, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_pack_opens_once, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
