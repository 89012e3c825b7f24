/* floor: profile */
/* Invented results of an invented trial: what is read from JSON and from sheets, and what is refused. */
#include "json_support.h"

#include "profile/results.h"

static const char profile_text[] =
    "{\"person\":{\"role\":\"Clerk\"},\"ask\":{\"preferred\":{\"office_days\":2}},\"history\":{\"metrics\":["
    "{\"name\":\"Wait\",\"better\":\"lower\",\"samples\":{\"office\":[1]}},"
    "{\"name\":\"Calls\",\"better\":\"lower\",\"samples\":{\"office\":[1]}}]}}";

static const rtp_results *load(bench *made, const char *name)
{
    rtp_diags *diags = rtp_diags_make(made->arena);
    rtp_source *source = RTP_NEW(made->arena, rtp_source);
    *source = (rtp_source){.name = rtp_lit("profile.json"), .text = rtp_str_from(profile_text)};
    const rtp_profile *profile = rtp_profile_load(source, made->arena, diags);
    assert_non_null(profile);
    made->source.name = rtp_str_from(name);
    return rtp_results_load(&made->source, profile, made->arena, made->diags);
}

#define WAIT "{\"metrics\":[{\"name\":\"Wait\",\"values\":{\"2027-01-11\":1.5,\"2027-01-18\":2}}]"

static const struct {
    const char *name, *text;
    size_t metrics, values, exclude, weeks;
    double first;
} good[] = {
    {"r.json", WAIT "}", 1, 2, 0, 0, 1.5},
    {"-", " \n" WAIT ",\"exclude\":[{\"week\":\"2027-01-18\",\"why\":\"leave\"}]}", 1, 2, 1, 0, 1.5},
    {"-", WAIT ",\"weeks\":[{\"week\":\"2027-01-18\",\"at\":\"home\"}],\"notes\":\"x\"}", 1, 2, 0, 1, 1.5},
    {"-", "week,Wait\n2027-01-18,2\n2027-01-11,1.5\n", 1, 2, 0, 0, 1.5},
    {"-", "WEEK;Wait;Calls\n2027-01-11;1,5;\n2027-01-18;+2;3\n", 2, 2, 0, 0, 1.5},
    {"-", "week\tat\tWait\texclude\n2027-01-11\thome\t-1e1\tleave\n2027-01-18\t\t2\t\n", 1, 2, 1, 1, -10},
    {"-", "week,Wait\n2027-01-11,\"1,5\"\n", 1, 1, 0, 0, 1.5},
};

static void both_kinds_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(good); i++) {
        bench made = bench_make(rtp_str_from(good[i].text));
        const rtp_results *results = load(&made, good[i].name);
        EXPECT(results != NULL, &made, good[i].text);
        const rtp_result *first = rtp_item(&results->metrics, rtp_result, 0);
        assert_int_equal(results->metrics.len, good[i].metrics);
        assert_int_equal(first->values.len, good[i].values);
        assert_int_equal(results->exclude.len, good[i].exclude);
        assert_int_equal(results->weeks.len, good[i].weeks);
        assert_true(first->values.items[0].value == good[i].first);
        bench_free(&made);
    }
}

static const struct {
    const char *text, *code;
    size_t offset;
} bad[] = {
    {"week,Waits\n2027-01-11,1\n", "P0150", 5},
    {"{\"metrics\":[{\"name\":\"Waits\",\"values\":{\"2027-01-11\":1}}]}", "P0150", 20},
    {"{\"metrics\":[{\"name\":\"Wait\",\"values\":{\"2027-01-11\":1}},{\"name\":\"Wait\",\"values\":{\"2027-01-11\":1}}"
     "]}",
     "P0151", 62},
    {"week,Wait,Calls\n2027-01-11,1,\n", "P0152", 10},
    {"{\"metrics\":[{\"name\":\"Wait\"}]}", "P0152", 20},
    {"week,Wait\n2027-01-11,1\n2027-01-17,1\n", "P0153", 23},
    {"{\"metrics\":[{\"name\":\"Wait\",\"values\":{\"2027-01-11\":1,\"2027-01-12\":1}}]}", "P0153", 52},
    {WAIT ",\"exclude\":[{\"week\":\"2027-01-11\",\"why\":\"a\"},{\"week\":\"2027-01-11\",\"why\":\"b\"}]}", "P0154",
     123},
    {"date,Wait\n2027-01-11,1\n", "P0160", 0},
    {"week\n2027-01-11\n", "P0160", 0},
    {"week,\n2027-01-11,1\n", "P0161", 5},
    {"week,Wait,Wait\n2027-01-11,1,1\n", "P0161", 10},
    {"week,Wait\n2027-01-11,1,2\n", "P0162", 10},
    {"week,Wait\n2027-01-11,n/a\n", "P0163", 21},
    {"week,Wait\n2027-01-11,true\n", "P0163", 21},
    {"week,Wait\n2027-01-11,\"1\n", "P0164", 21},
    {"week,Wait\n2027-01-11,\xFF\n", "P0165", 21},
    {"week,Wait\n", "P0166", 0},
    {"", "P0166", 0},
};

static void what_is_wrong_has_its_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(bad); i++) {
        bench made = bench_make(rtp_str_from(bad[i].text));
        EXPECT(load(&made, "-") == NULL, &made, bad[i].text);
        EXPECT(made.diags->len == 1, &made, bad[i].text);
        EXPECT(strcmp(made.diags->items[0].code, bad[i].code) == 0, &made, bad[i].text);
        EXPECT(made.diags->items[0].offset == bad[i].offset, &made, bad[i].text);
        bench_free(&made);
    }
}

int main(void)
{
    rtp_json_start();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_kinds_are_read),
        cmocka_unit_test(what_is_wrong_has_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
