/* floor: rules */
/* The bytes of conditions: operands come back exactly, and the tree as it was written. The rules are invented. */
#include "rules_support.h"

#include <float.h>

#include "rules/condition.h"
#include "rules/packed.h"

static void operands_come_back_as_they_were(void **state)
{
    (void)state;
    static const rtp_operand operands[] = {
        {.number = 0},       {.number = 0.1},           {.number = -1.5},      {.number = DBL_MAX},
        {.number = DBL_MIN}, {.text = RTP_STR("cost")}, {.text = RTP_STR("")}, {.text = RTP_STR("n\0\xFF")},
    };
    rtp_buf out = rtp_buf_make(SIZE_MAX);
    for (size_t i = 0; i < RTP_COUNT(operands); i++) {
        rtp_operand_put(&operands[i], &out);
    }
    rtp_str rest = rtp_buf_text(&out);
    rtp_operand operand;
    for (size_t i = 0; i < RTP_COUNT(operands); i++) {
        assert_true(rtp_operand_next(&rest, &operand));
        assert_true(operand.number == operands[i].number);
        assert_true(rtp_str_equal(operand.text, operands[i].text));
        assert_true(!operand.text.ptr == !operands[i].text.ptr);
    }
    assert_false(rtp_operand_next(&rest, &operand));
    rtp_buf_free(&out);
}

static size_t count_parts(rtp_str items)
{
    rtp_condition part;
    size_t count = 0;
    while (rtp_condition_next(&items, &part)) {
        count++;
    }
    return count;
}

static void the_tree_comes_back(void **state)
{
    bench *on = *state;
    rtp_packed when = {NULL};
    const rtp_json *node = bench_read(
        on,
        "{\"any\": [{\"not\": {\"fact\": \"ask.office_days\", \"between\": [0.5, 2]}},"
        "{\"fact\": \"manager.name\", \"in\": [\"Ada\", \"Bo\"]}, {\"fact\": \"manager.name\", \"known\": false}]}");
    assert_true(rtp_condition_load(node, rtp_lit(""), &on->context, &when));
    rtp_condition any = rtp_condition_read(when), part, leaf;
    assert_int_equal(any.test, RTP_ANY);
    assert_int_equal(any.fact, RTP_LITERAL);
    assert_int_equal(count_parts(any.items), 3);
    assert_true(rtp_condition_next(&any.items, &part));
    assert_int_equal(part.test, RTP_NOT);
    assert_true(rtp_condition_next(&part.items, &leaf));
    assert_int_equal(leaf.test, RTP_BETWEEN);
    assert_int_equal(leaf.fact, rtp_fact_find(rtp_lit("ask.office_days")));
    rtp_operand operand;
    assert_true(rtp_operand_next(&leaf.items, &operand) && operand.number == 0.5);
    assert_true(rtp_operand_next(&leaf.items, &operand) && operand.number == 2);
    assert_true(rtp_condition_next(&any.items, &leaf) && rtp_operand_next(&leaf.items, &operand));
    assert_true(rtp_str_equal(operand.text, rtp_lit("Ada")));
    assert_true(rtp_condition_next(&any.items, &leaf) && rtp_operand_next(&leaf.items, &operand));
    assert_int_equal(leaf.test, RTP_KNOWN);
    assert_true(operand.number == 0 && !operand.text.ptr);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(operands_come_back_as_they_were),
        cmocka_unit_test_setup_teardown(the_tree_comes_back, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
