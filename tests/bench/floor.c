/* The floor: how fast the job can be with cJSON. Profiles, a line each, are parsed into an arena, the fields that the
 * talking points read are checked, medians computed, and the same bytes printed as by the peers; nothing is validated
 * beyond that, nothing escaped.
 *
 * usage: floor parse|build PROFILES >DOCUMENTS */
#include <cjson/cJSON.h>
#include <fcntl.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    LINE_MOST = 1 << 20,
    READ_SIZE = 1 << 18,
    OUT_SIZE = 1 << 20,
    ROOM = 1 << 16,
    ARENA_SIZE = 1 << 22,
    MONTHS_MOST = 64,
    METRICS_MOST = 8
};

static _Noreturn void fail(const char *what)
{
    fprintf(stderr, "floor: %s\n", what);
    exit(2);
}

/* ---- memory: one block, forgotten after each profile ---- */

static _Alignas(16) char arena[ARENA_SIZE];
static size_t arena_used;

static void *take(size_t size)
{
    size_t padded = (size + 15) / 16 * 16;
    if (padded > ARENA_SIZE - arena_used) {
        fail("a profile is too large");
    }
    void *taken = arena + arena_used;
    arena_used += padded;
    return taken;
}

static void leave(void *ptr)
{
    (void)ptr;
}

/* ---- output: a block, written when it is nearly full ---- */

static char out[OUT_SIZE + ROOM];
static size_t out_len;

static void flush(void)
{
    for (size_t at = 0; at < out_len;) {
        ssize_t put = write(STDOUT_FILENO, out + at, out_len - at);
        if (put < 0) {
            fail("cannot write");
        }
        at += (size_t)put;
    }
    out_len = 0;
}

static void put_bytes(const char *text, size_t len)
{
    memcpy(out + out_len, text, len);
    out_len += len;
}

#define PUT(literal) put_bytes(literal, sizeof(literal) - 1)

static void put(const char *text)
{
    put_bytes(text, strlen(text));
}

static void put_whole(long number)
{
    char digits[24];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    put_bytes(digits + at, sizeof digits - at);
}

static void put_tenths(long number, bool plus)
{
    if (number < 0) {
        PUT("-");
    } else if (plus && number > 0) {
        PUT("+");
    }
    number = labs(number);
    put_whole(number / 10);
    PUT(".");
    put_whole(number % 10);
}

static long tenths(double value)
{
    return (long)floor(value * 10 + 0.5);
}

/* ---- reading: what is missing or of another type ends the run ---- */

static const cJSON *member(const cJSON *object, const char *key)
{
    const cJSON *found = cJSON_GetObjectItemCaseSensitive(object, key);
    if (!found) {
        fail(key);
    }
    return found;
}

static const char *text(const cJSON *object, const char *key)
{
    const cJSON *found = member(object, key);
    if (!cJSON_IsString(found)) {
        fail(key);
    }
    return found->valuestring;
}

static double number(const cJSON *object, const char *key)
{
    const cJSON *found = member(object, key);
    if (!cJSON_IsNumber(found)) {
        fail(key);
    }
    return found->valuedouble;
}

static const cJSON *list(const cJSON *object, const char *key)
{
    const cJSON *found = member(object, key);
    if (!cJSON_IsArray(found)) {
        fail(key);
    }
    return found;
}

/* ---- metrics ---- */

typedef struct metric {
    const char *name, *unit, *source;
    const cJSON *months[MONTHS_MOST];
    size_t month_count;
    long office, remote, change, target;
    bool lower;
    int state; /* 1 better, -1 worse */
} metric;

static bool is_remote(const char *month, const cJSON *periods)
{
    const cJSON *period;
    cJSON_ArrayForEach(period, periods)
    {
        if (strcmp(text(period, "from"), month) <= 0 && strcmp(month, text(period, "to")) <= 0) {
            return strcmp(text(period, "mode"), "remote") == 0;
        }
    }
    fail("a month without a mode");
}

static double median(double *values, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        double value = values[i];
        size_t at = i;
        for (; at > 0 && values[at - 1] > value; at--) {
            values[at] = values[at - 1];
        }
        values[at] = value;
    }
    return n % 2 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

static metric read_metric(const cJSON *given, const cJSON *periods)
{
    metric made = {.name = text(given, "name"), .unit = text(given, "unit"), .source = text(given, "source")};
    made.lower = strcmp(text(given, "better"), "lower") == 0;
    double sides[2][MONTHS_MOST];
    size_t counts[2] = {0, 0};
    const cJSON *month;
    cJSON_ArrayForEach(month, member(given, "values"))
    {
        if (!cJSON_IsNumber(month) || made.month_count == MONTHS_MOST) {
            fail("values");
        }
        bool remote = is_remote(month->string, periods);
        sides[remote][counts[remote]++] = month->valuedouble;
        made.months[made.month_count++] = month;
    }
    if (counts[0] == 0 || counts[1] == 0) {
        fail("a side without values");
    }
    double office = median(sides[0], counts[0]), remote = median(sides[1], counts[1]);
    made.change = office != 0 ? tenths((remote - office) / office * 100) : 0;
    long gain = made.lower ? -made.change : made.change;
    made.state = gain >= 20 ? 1 : gain <= -20 ? -1 : 0;
    made.office = tenths(office);
    made.remote = tenths(remote);
    made.target = tenths(office * (made.lower ? 1.05 : 0.95));
    return made;
}

/* ---- the document ---- */

typedef struct entry {
    const char *id, *title, *answer, *action, *measure;
} entry;

static const entry library[] = {
#include "library.inc"
};

static const entry *find_entry(const char *id)
{
    for (size_t i = 0; i < sizeof library / sizeof *library; i++) {
        if (strcmp(library[i].id, id) == 0) {
            return &library[i];
        }
    }
    fail("an unknown concern");
}

static void put_weekdays(const cJSON *days)
{
    const cJSON *day;
    cJSON_ArrayForEach(day, days)
    {
        put(day->valuestring);
        if (day->next) {
            PUT(", ");
        }
    }
}

static void put_top(const cJSON *p, const metric *metrics, size_t count)
{
    const cJSON *person = member(p, "person"), *manager = member(p, "manager"), *mandate = member(p, "mandate");
    const cJSON *ask = member(p, "ask"), *preferred = member(ask, "preferred"), *acceptable = member(ask, "acceptable");
    long states[3] = {0, 0, 0};
    for (size_t i = 0; i < count; i++) {
        states[metrics[i].state + 1]++;
    }
    PUT("# Talking points: "), put_whole((long)number(preferred, "office_days")), PUT(" office days for "),
        put(text(person, "name"));
    PUT("\n\nPrepared for "), put(text(person, "name")), PUT(", "), put(text(person, "role")), PUT(", "),
        put(text(person, "team"));
    PUT(". For a conversation with "), put(text(manager, "name")), PUT(", "), put(text(manager, "role"));
    PUT(". Policy: "), put(text(mandate, "policy")), PUT(", from "), put(text(mandate, "start")), PUT(", ");
    put_whole((long)number(mandate, "office_days")), PUT(" office days.\n\n## The request\n\n- **Ask:** ");
    put_whole((long)number(preferred, "office_days")), PUT(" office days a week ("),
        put_weekdays(list(preferred, "weekdays"));
    PUT("), from "), put(text(ask, "start")), PUT(".\n- **Also workable:** "),
        put_whole((long)number(acceptable, "office_days"));
    PUT(" office days a week ("), put_weekdays(list(acceptable, "weekdays")), PUT(").\n- **Answer needed by:** ");
    put(text(ask, "decide_by")), PUT(".\n- **Record:** "), put_whole(states[2]), PUT(" of "), put_whole((long)count);
    PUT(" measures were better in remote months, "), put_whole(states[1]), PUT(" unchanged, "), put_whole(states[0]);
    PUT(" worse.\n\nReason given for the policy: "), put(text(mandate, "reason")), PUT("\n\n");
}

static void put_concerns(const cJSON *p)
{
    const cJSON *concern, *mitigation;
    long n = 1;
    PUT("## What you need, and how you will see it is met\n\n");
    cJSON_ArrayForEach(concern, list(p, "concerns"))
    {
        const entry *known = find_entry(text(concern, "about"));
        const char *action = known->action, *measure = known->measure;
        cJSON_ArrayForEach(mitigation, list(p, "mitigations"))
        {
            if (strcmp(text(mitigation, "concern"), known->id) == 0) {
                action = text(mitigation, "action");
                measure = text(mitigation, "measure");
                break;
            }
        }
        PUT("### "), put_whole(n++), PUT(". "), put(known->title), PUT("\n\n> "), put(text(concern, "said")),
            PUT("\n\n");
        put(known->answer), PUT("\n\n- **I will:** "), put(action), PUT("\n- **You will see:** "), put(measure),
            PUT("\n\n");
    }
}

static void put_reading(const metric *m)
{
    static const char *const ends[] = {"). Raise it first, and bring the remedy: hold ",
                                       "). A flat number answers the fear of a drop, and is no gain.\n",
                                       "). Open with it, and say that months are a record and not a proof.\n"};
    if (m->state) {
        PUT("- **"), put(m->name), PUT(" was "), put(m->state > 0 ? "better" : "worse"), PUT(" by "),
            put_tenths(labs(m->change), false);
        PUT("%** in remote months (");
    } else {
        PUT("- **"), put(m->name), PUT(" held steady** (");
    }
    put_tenths(m->remote, false), PUT(" against "), put_tenths(m->office, false), PUT(" "), put(m->unit),
        put(ends[m->state + 1]);
    if (m->state < 0) {
        put_tenths(m->target, false), PUT(" as the line.\n");
    }
}

static void put_results(const metric *metrics, size_t count, const cJSON *periods)
{
    long remote = 0;
    for (size_t i = 0; i < metrics[0].month_count; i++) {
        remote += is_remote(metrics[0].months[i]->string, periods);
    }
    PUT("## What the record shows\n\nMedians over "), put_whole((long)metrics[0].month_count), PUT(" months: ");
    put_whole((long)metrics[0].month_count - remote), PUT(" in the office, "), put_whole(remote);
    PUT(" remote.\n\n| Measure | Unit | Office | Remote | Change | Source |\n|---|---|---:|---:|---:|---|\n");
    for (size_t i = 0; i < count; i++) {
        const metric *m = &metrics[i];
        PUT("| "), put(m->name), PUT(" | "), put(m->unit), PUT(" | "), put_tenths(m->office, false), PUT(" | ");
        put_tenths(m->remote, false), PUT(" | "), put_tenths(m->change, true), PUT("% | "), put(m->source), PUT(" |\n");
    }
    PUT("\n");
    for (size_t i = 0; i < count; i++) {
        put_reading(&metrics[i]);
    }
}

static void put_work(const cJSON *p)
{
    const cJSON *each, *practices = member(p, "practices");
    PUT("\n## Deliverables\n\n");
    cJSON_ArrayForEach(each, list(p, "deliverables"))
    {
        PUT("- **"), put(text(each, "title")), PUT("** (due "), put(text(each, "due")), PUT(", done "),
            put(text(each, "done")), PUT(", ");
        put(text(each, "mode")), PUT("): "), put(text(each, "outcome")), PUT(".\n");
    }
    PUT("\n## Where each part of the work is done best\n\n| Work | Share | Place | Why |\n|---|---:|---|---|\n");
    cJSON_ArrayForEach(each, list(p, "tasks"))
    {
        PUT("| "), put(text(each, "name")), PUT(" | "), put_whole((long)number(each, "share")), PUT("% | "),
            put(text(each, "best"));
        PUT(" | "), put(text(each, "why")), PUT(" |\n");
    }
    PUT("\n## What I need\n\n");
    cJSON_ArrayForEach(each, list(p, "needs"))
    {
        PUT("- "), put(text(each, "need")), PUT(": "), put(text(each, "why")),
            PUT(". It serves what is expected of me: ");
        put(text(each, "expectation")), PUT(".\n");
    }
    PUT("\n## The team\n\n");
    cJSON_ArrayForEach(each, list(practices, "already"))
    {
        PUT("- We have: "), put(each->valuestring), PUT(".\n");
    }
    cJSON_ArrayForEach(each, list(practices, "proposed"))
    {
        PUT("- I propose to add: "), put(each->valuestring), PUT(".\n");
    }
}

static void put_terms(const cJSON *p, const metric *metrics, size_t count)
{
    const cJSON *each, *pilot = member(p, "pilot"), *cover = member(p, "cover");
    PUT("\n## The trial\n\n"), put_whole((long)number(pilot, "weeks")), PUT(" weeks from "), put(text(pilot, "start")),
        PUT(", judged by ");
    put(text(pilot, "primary")), PUT(". Either side ends it with "), put_whole((long)number(pilot, "notice_days"));
    PUT(" days of notice.\n\nLines that hold during the trial:\n\n");
    for (size_t i = 0; i < count; i++) {
        const metric *m = &metrics[i];
        PUT("- "), put(m->name), PUT(": not "), put(m->lower ? "above " : "below "), put_tenths(m->target, false),
            PUT(" "), put(m->unit);
        PUT(" (office median "), put_tenths(m->office, false), PUT(", 5% margin).\n");
    }
    PUT("\n## Cover\n\nCore hours "), put(text(cover, "core_hours")), PUT("; an answer within ");
    put_whole((long)number(cover, "response_minutes")), PUT(" minutes; on site within "),
        put_whole((long)number(cover, "onsite_minutes"));
    PUT(" minutes, with "), put(text(cover, "onsite_backup")), PUT(" as first pair of hands.\n\n");
    cJSON_ArrayForEach(each, list(cover, "security"))
    {
        PUT("- "), put(each->valuestring), PUT(".\n");
    }
    PUT("\n");
    cJSON_ArrayForEach(each, list(p, "costs"))
    {
        PUT("Cost: "), put(text(each, "cost")), PUT(", borne by "), put(text(each, "borne_by")), PUT("; "),
            put(text(each, "mitigation")), PUT(".\n");
    }
    PUT("\n## If the answer is no\n\nAsk which of the concerns decided it and what would change the answer, then ask "
        "for a date to look at it "
        "again. Thank ");
    put(text(member(p, "manager"), "name")), PUT(" for the time, and write down the reasons the same day.\n\n");
}

static void put_record(const metric *metrics, size_t count, const cJSON *periods)
{
    PUT("## Monthly record\n\n| Month | Mode |");
    for (size_t i = 0; i < count; i++) {
        PUT(" "), put(metrics[i].name), PUT(" |");
    }
    PUT("\n|---|---|");
    for (size_t i = 0; i < count; i++) {
        PUT("---:|");
    }
    PUT("\n");
    for (size_t at = 0; at < metrics[0].month_count; at++) {
        const char *month = metrics[0].months[at]->string;
        PUT("| "), put(month), PUT(" | "), put(is_remote(month, periods) ? "remote" : "office"), PUT(" |");
        for (size_t i = 0; i < count; i++) {
            PUT(" "), put_tenths(tenths(metrics[i].months[at]->valuedouble), false), PUT(" |");
        }
        PUT("\n");
    }
}

static void build(const cJSON *p)
{
    static metric metrics[METRICS_MOST];
    const cJSON *history = member(p, "history"), *periods = list(history, "modes"), *given;
    size_t count = 0;
    cJSON_ArrayForEach(given, list(history, "metrics"))
    {
        if (count == METRICS_MOST) {
            fail("too many metrics");
        }
        metrics[count++] = read_metric(given, periods);
    }
    put_top(p, metrics, count);
    put_concerns(p);
    put_results(metrics, count, periods);
    put_work(p);
    put_terms(p, metrics, count);
    put_record(metrics, count, periods);
    if (out_len > OUT_SIZE) {
        flush();
    }
}

static void take_line(const char *line, size_t len, bool building)
{
    arena_used = 0;
    const cJSON *profile = cJSON_ParseWithLength(line, len);
    if (!profile) {
        fail("a line is no JSON");
    }
    if (building) {
        build(profile);
    }
}

int main(int count, char **words)
{
    static char in[LINE_MOST + READ_SIZE];
    int fd = count == 3 ? open(words[2], O_RDONLY) : -1;
    bool building = count == 3 && strcmp(words[1], "build") == 0;
    if (fd < 0 || (!building && strcmp(words[1], "parse") != 0)) {
        fail("usage: floor parse|build PROFILES");
    }
    cJSON_InitHooks(&(cJSON_Hooks){.malloc_fn = take, .free_fn = leave});
    size_t have = 0;
    for (ssize_t got; (got = read(fd, in + have, READ_SIZE)) > 0;) {
        char *at = in, *end = in + have + (size_t)got;
        for (char *line_end; (line_end = memchr(at, '\n', (size_t)(end - at))); at = line_end + 1) {
            take_line(at, (size_t)(line_end - at), building);
        }
        have = (size_t)(end - at);
        if (have > LINE_MOST) {
            fail("a line is too long");
        }
        memmove(in, at, have);
    }
    flush();
    return 0;
}
