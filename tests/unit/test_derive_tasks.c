/* floor: facts */
#include "facts_support.h"

#define TASKS(days, list)                                                                                              \
    "'person': {'role': 'Clerk'}, 'ask': {'preferred': {'office_days': " days "}}, 'tasks': [" list "]"

static void shares_need_every_task(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {TASKS("2", "{'name': 'a', 'share': 12.5, 'best': 'office', 'why': 'w'}, {'name': 'b', 'share': 27.5, 'best': "
                    "'office'}, {'name': 'c', 'share': 60, 'best': 'home'}"),
         "tasks.office_share", 0, "40", 'f', "/tasks"},
        {NULL, "tasks.home_share", 0, "60", 'f', "/tasks"},
        {NULL, "tasks.either_share", 0, "0", 'f', "/tasks"},
        {NULL, "tasks.fits", 0, "yes", 'f', "/tasks"},
        {NULL, "tasks.office_names", 0, "a and b", 'f', "/tasks"},
        {NULL, "tasks.any_office", 0, "yes", 'f', ""},
        {NULL, "tasks.office_first", 0, "a", 'f', "/tasks"},
        {NULL, "tasks.home_names", 0, "c", 'f', "/tasks"},
        {NULL, "task.share", 0, "12.5", 'p', "/tasks/0/share"},
        {NULL, "task.why", 0, "w", 'p', "/tasks/0/why"},
        {NULL, "task.best", 2, "home", 'p', "/tasks/2/best"},
        {NULL, "task.position", 2, "3", 'f', "/tasks/2"},
        {NULL, "tasks.count", 0, "3", 'f', "/tasks"},
        {TASKS("1", "{'name': 'a', 'share': 20, 'best': 'office'}, {'name': 'b', 'share': 80}"), "tasks.fits", 0, "yes",
         'f', NULL},
        {TASKS("1", "{'name': 'a', 'share': 20.5, 'best': 'office'}, {'name': 'b', 'share': 79.5}"), "tasks.fits", 0,
         "no", 'f', NULL},
        {TASKS("1", "{'name': 'a', 'share': 20, 'best': 'office'}, {'name': 'b'}"), "tasks.office_share", 0, NULL, 0,
         NULL},
        {NULL, "tasks.fits", 0, NULL, 0, NULL},
        {NULL, "tasks.office_first", 0, "a", 'f', NULL},
        {NULL, "tasks.home_names", 0, NULL, 0, NULL},
        {BASE, "tasks.either_share", 0, NULL, 0, NULL},
        {NULL, "tasks.office_first", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(shares_need_every_task)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
