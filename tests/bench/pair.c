/* Runs two commands in turn, many times, and compares the CPU time they take.
 * Pairs in changing order cancel what drifts on a busy machine; a small parent keeps its own cost out of the figures.
 */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* Not in POSIX, though every system has it: the usage of this one child. */
pid_t wait4(pid_t pid, int *status, int options, struct rusage *usage);

enum { WARM_UP = 20, MOST_ROUNDS = 100000 };

static _Noreturn void fail(const char *what)
{
    fprintf(stderr, "pair: %s\n", what);
    exit(2);
}

static double microseconds(struct timeval time)
{
    return (double)time.tv_sec * 1e6 + (double)time.tv_usec;
}

/* CPU time of one run, user and system, with all streams on /dev/null. */
static double run_once(char **command)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (int fd = 0; fd < 3; fd++) {
        posix_spawn_file_actions_addopen(&actions, fd, "/dev/null", O_RDWR, 0);
    }
    pid_t child = 0;
    int status = 0;
    struct rusage usage;
    if (posix_spawn(&child, command[0], &actions, NULL, command, environ) != 0) {
        fail("cannot start a command");
    }
    posix_spawn_file_actions_destroy(&actions);
    while (wait4(child, &status, 0, &usage) < 0) {
        if (errno != EINTR) {
            fail("cannot wait for a command");
        }
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fail("a command failed");
    }
    return microseconds(usage.ru_utime) + microseconds(usage.ru_stime);
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *values, size_t n)
{
    qsort(values, n, sizeof *values, compare);
    return n % 2 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

/* Splits the words behind the number of rounds at "--"; each half is a command. */
static char **second_command(char **words)
{
    for (char **word = words; *word; word++) {
        if (strcmp(*word, "--") == 0 && word != words && word[1]) {
            *word = NULL;
            return word + 1;
        }
    }
    fail("usage: pair ROUNDS COMMAND... -- COMMAND...");
}

int main(int count, char **words)
{
    static double first[MOST_ROUNDS], second[MOST_ROUNDS], ratio[MOST_ROUNDS];
    size_t rounds = count > 2 ? (size_t)strtoul(words[1], NULL, 10) : 0;
    if (rounds < 1 || rounds > MOST_ROUNDS) {
        fail("usage: pair ROUNDS COMMAND... -- COMMAND...");
    }
    char **b = second_command(words + 2);
    for (size_t i = 0; i < WARM_UP; i++) {
        run_once(words + 2);
        run_once(b);
    }
    for (size_t i = 0; i < rounds; i++) {
        bool swap = i % 2;
        double early = run_once(swap ? b : words + 2), late = run_once(swap ? words + 2 : b);
        first[i] = swap ? late : early;
        second[i] = swap ? early : late;
        ratio[i] = second[i] / first[i];
    }
    double a_median = median(first, rounds), b_median = median(second, rounds);
    printf("first  %8.1f us CPU (median of %zu)\nsecond %8.1f us CPU\nratio  %8.2f (median of the pairs)\n", a_median,
           rounds, b_median, median(ratio, rounds));
    return 0;
}
