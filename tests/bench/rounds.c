/* Runs a list of commands in rounds, each round in a new order, and prints what every run cost.
 * Commands that are compared share a round, so what drifts on a busy machine falls out of their ratio; a small parent
 * keeps its own memory out of the figures.
 *
 * usage: rounds ROUNDS <LIST >CSV      LIST: a name, a tab, then the words of the command, tabs between them
 * CSV: round, name, wall and CPU time in microseconds, peak memory in KiB, page faults */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

/* Not in POSIX, though every system has it: the usage of this one child. */
pid_t wait4(pid_t pid, int *status, int options, struct rusage *usage);

enum { COMMANDS_MOST = 100, WORDS_MOST = 64, LINE_MOST = 8192, ROUNDS_MOST = 100000 };

typedef struct command {
    char line[LINE_MOST];
    char *words[WORDS_MOST + 2]; /* the name, then the command, then NULL */
} command;

static command commands[COMMANDS_MOST];
static size_t command_count;
static size_t order[COMMANDS_MOST];

static _Noreturn void fail(const char *what, const char *which)
{
    fprintf(stderr, "rounds: %s%s%s\n", what, which ? ": " : "", which ? which : "");
    exit(2);
}

static void read_commands(void)
{
    while (command_count < COMMANDS_MOST && fgets(commands[command_count].line, LINE_MOST, stdin)) {
        command *into = &commands[command_count];
        size_t count = 0;
        into->line[strcspn(into->line, "\n")] = '\0';
        for (char *at = into->line; at && count <= WORDS_MOST; at = strchr(at, '\t')) {
            if (count > 0) {
                *at++ = '\0';
            }
            into->words[count++] = at;
        }
        if (count < 2) {
            fail("a line without a command", into->line);
        }
        order[command_count] = command_count;
        command_count++;
    }
}

static uint64_t draw(void)
{
    static uint64_t state = 88172645463325252U;
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

static void shuffle(void)
{
    for (size_t i = command_count; i-- > 1;) {
        size_t other = (size_t)(draw() % (i + 1)), kept = order[i];
        order[i] = order[other];
        order[other] = kept;
    }
}

static double microseconds(struct timeval time)
{
    return (double)time.tv_sec * 1e6 + (double)time.tv_usec;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static void run(const command *what, size_t round)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    int status = 0;
    struct rusage usage;
    double start = now();
    if (posix_spawn(&child, what->words[1], &actions, NULL, what->words + 1, environ) != 0) {
        fail("cannot start", what->words[1]);
    }
    while (wait4(child, &status, 0, &usage) < 0) {
        if (errno != EINTR) {
            fail("cannot wait for", what->words[1]);
        }
    }
    double wall = now() - start;
    posix_spawn_file_actions_destroy(&actions);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fail("failed", what->words[0]);
    }
    printf("%zu\t%s\t%.0f\t%.0f\t%ld\t%ld\n", round, what->words[0], wall,
           microseconds(usage.ru_utime) + microseconds(usage.ru_stime), usage.ru_maxrss, usage.ru_minflt);
}

/* The first round warms the caches; its reader leaves it out. */
int main(int count, char **words)
{
    size_t rounds = count == 2 ? (size_t)strtoul(words[1], NULL, 10) : 0;
    if (rounds < 1 || rounds > ROUNDS_MOST) {
        fail("usage: rounds ROUNDS <LIST >CSV", NULL);
    }
    read_commands();
    for (size_t round = 0; round < rounds; round++) {
        shuffle();
        for (size_t i = 0; i < command_count; i++) {
            run(&commands[order[i]], round);
        }
    }
    return 0;
}
