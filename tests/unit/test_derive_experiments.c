/* floor: facts */
#include "facts_support.h"

static const struct {
    size_t people;
    const char *groups; /* NULL: cannot be split */
    const char *count;
} splits[] = {
    {1, NULL, NULL},
    {2, NULL, NULL},
    {3, "a group of three", "1"},
    {4, "a group of four", "1"},
    {5, NULL, NULL},
    {6, "groups of three and three", "2"},
    {7, "groups of four and three", "2"},
    {8, "groups of four and four", "2"},
    {9, "groups of three, three and three", "3"},
    {10, "groups of four, three and three", "3"},
    {11, "groups of four, four and three", "3"},
    {12, "groups of four, four and four", "3"},
    {13, "groups of four, three, three and three", "4"},
    {16, "groups of four, four, four and four", "4"},
    {17, "two groups of four and three of three", "5"},
    {20, "five groups of four", "5"},
    {23, "five groups of four and one of three", "6"},
};

static bench bench_of_people(size_t people)
{
    rtp_arena *arena = rtp_arena_make();
    rtp_str names[32];
    for (size_t i = 0; i < people; i++) {
        names[i] = rtp_arena_format(arena, "'P%zu'", i);
    }
    rtp_str list = rtp_arena_join(arena, names, people, rtp_lit(","));
    rtp_str profile =
        rtp_arena_format(arena, "%s, 'experiments': [{'kind': 'problem_solving', 'question': 'q', 'people': [%.*s]}]",
                         BASE, RTP_FMT(list));
    bench made = bench_make(rtp_arena_copy(arena, profile).ptr, document_date);
    rtp_arena_free(arena);
    return made;
}

static void people_work_in_threes_and_fours(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(splits); i++) {
        bench made = bench_of_people(splits[i].people);
        const fact_case cases[] = {
            {NULL, "experiment.groups", 0, splits[i].groups, 'f', "/experiments/0/people"},
            {NULL, "experiment.groups_count", 0, splits[i].count, 'f', "/experiments/0/people"},
            {NULL, "experiment.cannot_split", 0, splits[i].groups ? "no" : "yes", 'f', "/experiments/0/people"},
        };
        for (size_t k = 0; k < RTP_COUNT(cases); k++) {
            check_case(&made, &cases[k]);
        }
        assert_int_equal(bench_get(&made, "experiment.people_count", 0)->number, splits[i].people);
        bench_free(&made);
    }
}

static void members(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {BASE ", 'experiments': [{'kind': 'standup', 'question': 'q', 'second_question': 'r', 'date': '2027-02-24', "
              "'document': 'd'}]",
         "experiment.kind", 0, "standup", 'p', "/experiments/0/kind"},
        {NULL, "experiment.question", 0, "q", 'p', NULL},
        {NULL, "experiment.second_question", 0, "r", 'p', NULL},
        {NULL, "experiment.document", 0, "d", 'p', NULL},
        {NULL, "experiment.date", 0, "24 February 2027", 'p', "/experiments/0/date"},
        {NULL, "experiment.second_date", 0, "3 March 2027", 'd', ""},
        {NULL, "experiment.people", 0, NULL, 0, NULL},
        {NULL, "experiment.people_count", 0, "0", 'f', ""},
        /* Nobody is named, so nobody can be divided, and nobody cannot. */
        {NULL, "experiment.groups", 0, NULL, 0, NULL},
        {NULL, "experiment.cannot_split", 0, NULL, 0, NULL},
        {NULL, "experiment.position", 0, "1", 'f', "/experiments/0"},
        {NULL, "experiments.count", 0, "1", 'f', "/experiments"},
        {BASE ", 'experiments': [{'kind': 'custom', 'question': 'q'}]", "experiment.second_date", 0, NULL, 0, NULL},
        {BASE ", 'experiments': [{'kind': 'custom', 'question': 'q', 'date': '2199-12-30'}]", "experiment.second_date",
         0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_work_in_threes_and_fours),
        cmocka_unit_test(members),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
