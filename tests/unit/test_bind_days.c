/* floor: json */
/* Weekly values and loose numbers of the invented shape: what is read, in which order, and what is refused. */
#include "shapes.h"

#define N "\"needed\":\"x\""

static bool bind_case(bench *made, outer *object)
{
    const rtp_json *root = rtp_json_read(&made->source, &rtp_json_pack_limits, made->arena, made->diags);
    EXPECT(root != NULL, made, made->copy);
    return rtp_bind(root, &outer_shape, &made->source, made->arena, made->diags, object);
}

static void weeks_come_in_order(void **state)
{
    (void)state;
    outer object;
    bench made = bench_make(rtp_lit("{" N ",\"days\":{\"2027-01-18\":2.5,\"x-n\":null,\"2027-01-11\":-1},"
                                    "\"numbers\":[3,0.5]}"));
    EXPECT(bind_case(&made, &object), &made, "order");
    rtp_date first = 0;
    assert_true(rtp_date_parse(rtp_lit("2027-01-11"), &first));
    assert_true(object.days.known && object.days.len == 2);
    assert_int_equal(object.days.items[0].day, first);
    assert_int_equal(object.days.items[1].day, first + 7);
    assert_true(object.days.items[0].value == -1 && object.days.items[1].value == 2.5);
    assert_true(object.numbers.known && object.numbers.len == 2);
    assert_true(object.numbers.items[0] == 3 && object.numbers.items[1] == 0.5);
    bench_free(&made);
}

static const struct {
    const char *json, *code, *pointer;
} refused[] = {
    {"{" N ",\"days\":[1]}", "P0002", "/days"},
    {"{" N ",\"days\":{\"2027-01\":1}}", "P0018", "/days/2027-01"},
    {"{" N ",\"days\":{\"2027-02-30\":1}}", "P0018", "/days/2027-02-30"},
    {"{" N ",\"days\":{\"2027-01-11\":\"1\"}}", "P0002", "/days/2027-01-11"},
    {"{" N ",\"days\":{\"2027-01-11\":null}}", "P0001", "/days/2027-01-11"},
    {"{" N ",\"days\":{\"2027-01-11\":1,\"2027-01-18\":1,\"2027-01-25\":1,\"2027-02-01\":1}}", "P0017", "/days"},
    {"{" N ",\"numbers\":3}", "P0002", "/numbers"},
    {"{" N ",\"numbers\":[1,true]}", "P0002", "/numbers/1"},
    {"{" N ",\"numbers\":[1,2,3]}", "P0017", "/numbers"},
};

static void others_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(refused); i++) {
        outer object;
        bench made = bench_make(rtp_str_from(refused[i].json));
        EXPECT(!bind_case(&made, &object), &made, refused[i].json);
        EXPECT(made.diags->len == 1, &made, refused[i].json);
        EXPECT(strcmp(made.diags->items[0].code, refused[i].code) == 0, &made, refused[i].json);
        EXPECT(rtp_str_equal(made.diags->items[0].pointer, rtp_str_from(refused[i].pointer)), &made, refused[i].json);
        bench_free(&made);
    }
}

int main(void)
{
    rtp_json_start();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weeks_come_in_order),
        cmocka_unit_test(others_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
