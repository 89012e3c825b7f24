/* Starts programs and feeds them through a pipe. A clipboard program goes on in the background and keeps whatever
 * it inherited open, so nothing here waits for a pipe to be closed: only for the program that was started. */
#include "cli/launch.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum { PATIENCE = 10 * 1000, NAP = 5, SAID_MOST = 400, NEVER_STARTED = 127, MILLION = 1000 * 1000 };

/* ---- starting ---- */

typedef struct child {
    pid_t pid;
    int input;  /* our end of the pipe; -1: it reads nothing */
    FILE *said; /* a file without a name, so that the program may keep it as long as it likes */
} child;

/* A group of its own: a Ctrl-C in the terminal is not meant for the viewer or the clipboard. */
static bool attributes_make(posix_spawnattr_t *attributes)
{
    sigset_t usual, none;
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);
    sigemptyset(&none);
    if (posix_spawnattr_init(attributes) != 0) {
        return false;
    }
    posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    posix_spawnattr_setpgroup(attributes, 0);
    posix_spawnattr_setsigdefault(attributes, &usual);
    posix_spawnattr_setsigmask(attributes, &none);
    return true;
}

static int spawn_with(const rtp_launch *launch, int input, int said, pid_t *pid)
{
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_t actions;
    if (!attributes_make(&attributes)) {
        return ENOMEM;
    }
    int error = posix_spawn_file_actions_init(&actions);
    if (error != 0) {
        posix_spawnattr_destroy(&attributes);
        return error;
    }
    error = input >= 0 ? posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
                       : posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    if (error == 0) {
        error = posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    }
    if (error == 0) {
        error = said >= 0 ? posix_spawn_file_actions_adddup2(&actions, said, STDERR_FILENO)
                          : posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    }
    if (error == 0) {
        /* The interface is older than const; the words are not changed. */
        char *const *words = (char *const *)(uintptr_t)launch->words;
        error = posix_spawnp(pid, launch->words[0], &actions, &attributes, words, environ);
    }
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return error;
}

static rtp_launched start_outcome(int error)
{
    bool missing = error == ENOENT || error == ENOTDIR || error == EACCES;
    return error == 0 ? RTP_LAUNCHED : missing ? RTP_LAUNCH_MISSING : RTP_LAUNCH_REFUSED;
}

static bool set_close_on_exec(int fd)
{
    return fcntl(fd, F_SETFD, FD_CLOEXEC) == 0;
}

static rtp_launched child_start(const rtp_launch *launch, child *made)
{
    int ends[2];
    if (pipe(ends) != 0) {
        return RTP_LAUNCH_REFUSED;
    }
    made->said = tmpfile();
    int said = made->said ? fileno(made->said) : -1, error = EMFILE;
    if (set_close_on_exec(ends[0]) && set_close_on_exec(ends[1]) && fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0 &&
        (said < 0 || set_close_on_exec(said))) {
        error = spawn_with(launch, ends[0], said, &made->pid);
    }
    close(ends[0]);
    made->input = ends[1];
    return start_outcome(error);
}

/* ---- feeding ---- */

static long long now(void)
{
    struct timespec at = {0, 0};
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (long long)at.tv_sec * 1000 + at.tv_nsec / MILLION;
}

/* A program that ends without reading all is judged by its status; one that does not read, by the clock. */
static void feed(const child *to, rtp_str input, long long deadline)
{
    struct pollfd ready = {.fd = to->input, .events = POLLOUT};
    while (input.len > 0 && now() < deadline) {
        if (poll(&ready, 1, (int)(deadline - now())) < 0 && errno != EINTR) {
            return;
        }
        ssize_t put = write(to->input, input.ptr, input.len);
        if (put < 0 && errno != EINTR && errno != EAGAIN) {
            return;
        }
        input.ptr += put > 0 ? put : 0;
        input.len -= put > 0 ? (size_t)put : 0;
    }
}

/* The signal would end this program before it could say why the other one failed. */
static void feed_quietly(const child *to, rtp_str input, long long deadline)
{
    struct sigaction before, ignored = {.sa_handler = SIG_IGN};
    sigemptyset(&ignored.sa_mask);
    sigaction(SIGPIPE, &ignored, &before);
    feed(to, input, deadline);
    sigaction(SIGPIPE, &before, NULL);
}

static rtp_launched wait_for(pid_t pid, long long deadline)
{
    int status = 0;
    pid_t ended = 0;
    while ((ended = waitpid(pid, &status, WNOHANG)) == 0 && now() < deadline) {
        nanosleep(&(struct timespec){0, NAP * MILLION}, NULL);
    }
    if (ended == 0) {
        kill(pid, SIGKILL);
        waitpid(pid, &status, 0);
        return RTP_LAUNCH_SLOW;
    }
    if (ended < 0) { /* whoever started this program does not want to hear of ended ones, so nobody can tell */
        return RTP_LAUNCHED;
    }
    bool good = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    /* Where the system cannot tell before it has forked, the child ends with this status instead. */
    bool missing = WIFEXITED(status) && WEXITSTATUS(status) == NEVER_STARTED;
    return good ? RTP_LAUNCHED : missing ? RTP_LAUNCH_MISSING : RTP_LAUNCH_FAILED;
}

static rtp_str first_line(FILE *said, rtp_arena *arena)
{
    char text[SAID_MOST];
    ssize_t got = said ? pread(fileno(said), text, sizeof text, 0) : 0;
    size_t len = 0;
    while (len < (size_t)(got > 0 ? got : 0) && text[len] != '\n') {
        len++;
    }
    rtp_str line = rtp_str_trim((rtp_str){text, len});
    return line.len > 0 ? rtp_arena_copy(arena, line) : (rtp_str){NULL, 0};
}

rtp_launched rtp_launch_feed(const rtp_launch *launch, rtp_str input, rtp_arena *arena, rtp_str *said)
{
    child made = {.input = -1};
    rtp_launched outcome = child_start(launch, &made);
    long long deadline = now() + PATIENCE;
    if (outcome == RTP_LAUNCHED) {
        feed_quietly(&made, input, deadline);
    }
    if (made.input >= 0) {
        close(made.input);
    }
    if (outcome == RTP_LAUNCHED) {
        outcome = wait_for(made.pid, deadline);
        *said = first_line(made.said, arena);
    }
    if (made.said) {
        (void)fclose(made.said);
    }
    return outcome;
}

rtp_launched rtp_launch_leave(const rtp_launch *launch)
{
    pid_t pid = 0;
    return start_outcome(spawn_with(launch, -1, -1, &pid));
}
