/* Sums and orders in what is told about the work: shares of tasks, people at one site, and talks that
 * follow each other. */
#include "profile/check.h"

/* Shares that were rounded still count as whole. */
static const double share_least = 99.5, share_most = 100.5, share_noise = 1e-9;

typedef struct share_sum {
    double total;
    size_t missing, first_missing;
} share_sum;

static share_sum sum_of(const rtp_objects *tasks)
{
    share_sum sum = {.total = 0};
    for (size_t i = 0; i < tasks->len; i++) {
        const rtp_task *task = rtp_item(tasks, rtp_task, i);
        if (task->share.known) {
            sum.total += task->share.value;
        } else {
            sum.first_missing = sum.missing == 0 ? i : sum.first_missing;
            sum.missing++;
        }
    }
    return sum;
}

static void put_sum(const rtp_check *check, const char *code, double total, rtp_str hint)
{
    rtp_str text = rtp_number_text(check->arena, total, rtp_number_decimals(total));
    rtp_finding finding = {
        .code = code,
        .pointer = rtp_lit("/tasks"),
        .at_key = true,
        .message = rtp_check_say(check, "the shares of the tasks sum to %.*s percent", RTP_FMT(text)),
        .found = text,
        .expected = rtp_lit("100"),
        .hint = hint,
    };
    rtp_check_put(check, finding);
}

static void put_missing(const rtp_check *check, const share_sum *sum)
{
    size_t tasks = check->profile->tasks.len;
    rtp_str name = rtp_check_quote(check, rtp_item(&check->profile->tasks, rtp_task, sum->first_missing)->name);
    rtp_finding finding = {
        .code = "P0203",
        .pointer = rtp_check_say(check, "/tasks/%zu", sum->first_missing),
        .message = rtp_check_say(check, "%zu of %zu tasks %s: %.*s", sum->missing, tasks,
                                 sum->missing == 1 ? "has no share" : "have no share, first", RTP_FMT(name)),
        .expected = rtp_lit("a share in percent on every task"),
        .hint = rtp_lit("add the share of your time, in percent"),
    };
    rtp_check_put(check, finding);
}

void rtp_check_tasks(const rtp_check *check)
{
    const rtp_objects *tasks = &check->profile->tasks;
    share_sum sum = sum_of(tasks);
    if (tasks->len == 0 || !rtp_check_is_sound(check, "/tasks")) {
        return;
    }
    if (sum.total > share_most + share_noise) {
        put_sum(check, "P0110", sum.total, rtp_lit("make the shares sum to 100"));
    }
    if (sum.missing > 0) {
        put_missing(check, &sum);
    } else if (sum.total < share_least - share_noise) {
        put_sum(check, "P0202", sum.total,
                rtp_lit("list every regular task, those done in person too, or correct the shares"));
    }
}

void rtp_check_team(const rtp_check *check)
{
    const rtp_team *team = &check->profile->team;
    if (!team->size.known || !team->same_site.known || team->same_site.value < team->size.value) {
        return;
    }
    rtp_finding finding = {
        .code = "P0212",
        .pointer = rtp_lit("/team/same_site"),
        .message = rtp_check_say(check, "same_site is %d, but size is %d and counts you", team->same_site.value,
                                 team->size.value),
        .found = rtp_check_say(check, "%d", team->same_site.value),
        .expected = rtp_check_say(check, "%d or fewer", team->size.value - 1),
        .hint = rtp_lit("same_site counts the colleagues at your site without you"),
    };
    rtp_check_put(check, finding);
}

void rtp_check_conversations(const rtp_check *check)
{
    const rtp_objects *conversations = &check->profile->conversations;
    for (size_t i = 0; i < conversations->len; i++) {
        const rtp_conversation *talk = rtp_item(conversations, rtp_conversation, i);
        if (talk->date == RTP_DATE_UNKNOWN || talk->next == RTP_DATE_UNKNOWN || talk->next >= talk->date) {
            continue;
        }
        rtp_str date = rtp_date_iso(check->arena, talk->date);
        rtp_finding finding = {
            .code = "P0214",
            .pointer = rtp_check_say(check, "/conversations/%zu/next", i),
            .message = rtp_check_say(check, "the next talk is before this one of %.*s", RTP_FMT(date)),
            .found = rtp_date_iso(check->arena, talk->next),
            .expected = rtp_check_say(check, "%.*s or later", RTP_FMT(date)),
            .hint = rtp_lit("correct date or next"),
        };
        rtp_check_put(check, finding);
    }
}
