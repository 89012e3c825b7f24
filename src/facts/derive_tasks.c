/* Facts about the regular tasks: where each is done best, and how the week divides. Shares are
 * added up only when every task has one. */
#include "facts/value.h"

#define TASK(read, member) MEMBER(read, rtp_task, member, "/tasks/#/" #member)

static const rtp_row task_rows[] = {
    FACT("task.name", RTP_TEXT, "A regular task.", TASK(text, name)),
    FACT("task.why", RTP_TEXT, "Why it is done best there.", TASK(text, why)),
    QUANTITY("task.share", "percent", "Its share of your week.", TASK(number, share)),
    FACT("task.best", RTP_WORD, "Where it is done best.", TASK(word, best), WORDS(best)),
    QUANTITY("task.position", "", "The place of this task in your list, from one.", COMPUTED(rtp_read_position),
             FROM("/tasks/#")),
};

TOPIC(tasks, RTP_TASKS, task_rows);

static rtp_value share_of(const rtp_site *at, int best, rtp_str formula)
{
    enum { DECIMALS = 2 };
    const rtp_objects *tasks = &at->from->profile->tasks;
    double sum = 0;
    bool complete = tasks->len > 0;
    for (size_t i = 0; i < tasks->len; i++) {
        const rtp_task *task = rtp_item(tasks, rtp_task, i);
        complete = complete && task->share.known;
        sum += task->best == best ? task->share.value : 0;
    }
    return complete ? computed(rtp_value_decimal(at, sum, DECIMALS), formula) : unknown_value(at);
}

static rtp_value office_share(const rtp_site *at)
{
    return share_of(at, RTP_BEST_OFFICE, rtp_lit("sum of the shares done best at the office"));
}

static rtp_value home_share(const rtp_site *at)
{
    return share_of(at, RTP_BEST_HOME, rtp_lit("sum of the shares done best at home"));
}

static rtp_value either_share(const rtp_site *at)
{
    return share_of(at, RTP_BEST_EITHER, rtp_lit("sum of the shares done as well at either place"));
}

/* A fifth of the week is a day. */
static rtp_value tasks_fit(const rtp_site *at)
{
    enum { SHARE_OF_A_DAY = 20 };
    rtp_value share = office_share(at);
    double days = at->from->profile->ask.preferred.office_days.value;
    return share.known ? computed(flag_value(at, share.number <= SHARE_OF_A_DAY * days),
                                  rtp_lit("office share no larger than the office days asked for"))
                       : unknown_value(at);
}

static rtp_texts names_of(const rtp_site *at, int best)
{
    const rtp_objects *tasks = &at->from->profile->tasks;
    rtp_str *names = RTP_NEW_ARRAY(at->from->arena, rtp_str, tasks->len);
    size_t len = 0;
    for (size_t i = 0; i < tasks->len; i++) {
        const rtp_task *task = rtp_item(tasks, rtp_task, i);
        if (task->best == best) {
            names[len++] = task->name;
        }
    }
    return (rtp_texts){names, len};
}

static rtp_value office_names(const rtp_site *at)
{
    return computed(list_value(at, names_of(at, RTP_BEST_OFFICE)), rtp_lit("the tasks done best at the office"));
}

static rtp_value home_names(const rtp_site *at)
{
    return computed(list_value(at, names_of(at, RTP_BEST_HOME)), rtp_lit("the tasks done best at home"));
}

static rtp_value any_office(const rtp_site *at)
{
    return computed(flag_value(at, names_of(at, RTP_BEST_OFFICE).len > 0),
                    rtp_lit("whether a task is done best at the office"));
}

static rtp_value office_first(const rtp_site *at)
{
    rtp_texts names = names_of(at, RTP_BEST_OFFICE);
    return names.len > 0 ? computed(text_value(at, names.items[0]), rtp_lit("the first task done best at the office"))
                         : unknown_value(at);
}

static const rtp_row tasks_once_rows[] = {
    QUANTITY("tasks.count", "tasks", "How many tasks you listed.", MEMBER(size, rtp_profile, tasks, "/tasks")),
    QUANTITY("tasks.office_share", "percent", "The share of your week done best at the office.", COMPUTED(office_share),
             FROM("/tasks")),
    QUANTITY("tasks.home_share", "percent", "The share of your week done best at home.", COMPUTED(home_share),
             FROM("/tasks")),
    QUANTITY("tasks.either_share", "percent", "The share of your week done as well at either place.",
             COMPUTED(either_share), FROM("/tasks")),
    FACT("tasks.fits", RTP_FLAG, "Whether the work done best at the office fits the office days you ask for.",
         COMPUTED(tasks_fit), FROM("/tasks")),
    FACT("tasks.any_office", RTP_FLAG, "Whether any of your work is done best at the office.", COMPUTED(any_office)),
    FACT("tasks.office_names", RTP_LIST, "The tasks done best at the office.", COMPUTED(office_names), FROM("/tasks")),
    FACT("tasks.home_names", RTP_LIST, "The tasks done best at home.", COMPUTED(home_names), FROM("/tasks")),
    FACT("tasks.office_first", RTP_TEXT, "The first task done best at the office.", COMPUTED(office_first),
         FROM("/tasks")),
};

TOPIC(tasks_once, RTP_ONCE, tasks_once_rows);
