/* Sets up descriptors and signals so that no document is lost, mixed up, or left half-written.
 * Only async-signal-safe calls are made once a signal or an empty memory has been met. */
#include "cli/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

void rtp_process_say(rtp_str text)
{
    while (text.len > 0) {
        ssize_t put = write(STDERR_FILENO, text.ptr, text.len);
        if (put < 0 && errno != EINTR) {
            return;
        }
        text.ptr += put > 0 ? put : 0;
        text.len -= put > 0 ? (size_t)put : 0;
    }
}

static _Noreturn void end_with(rtp_str message)
{
    rtp_file_abandon();
    rtp_process_say(message);
    _exit(RTP_EXIT_BUG);
}

static void on_empty_memory(void)
{
    end_with(rtp_lit("rtopitch: out of memory; nothing was written\n"));
}

/* A failed assertion ends here, after the C library has said which one. */
static void on_abort(int signal_number)
{
    (void)signal_number;
    end_with(rtp_lit("rtopitch: this is a bug in rtopitch, not in your profile; please report it. "
                     "Nothing was written.\n"));
}

/* The handler was reset to the default when it was entered, so the signal ends the program. */
static void on_end(int signal_number)
{
    rtp_file_abandon();
    (void)raise(signal_number);
}

static void handle(int signal_number, void (*handler)(int))
{
    struct sigaction before, wanted = {.sa_handler = handler, .sa_flags = (int)SA_RESETHAND};
    sigemptyset(&wanted.sa_mask);
    /* What the caller ignores, as nohup does, stays ignored. */
    if (sigaction(signal_number, &wanted, &before) == 0 && before.sa_handler == SIG_IGN) {
        sigaction(signal_number, &before, NULL);
    }
}

/* A closed descriptor would be given to the next file that is opened, and a message would end up in
 * the document. It is filled the wrong way round, so that using it is still an error. */
static void fill_closed(int fd)
{
    if (fcntl(fd, F_GETFD) < 0 && errno == EBADF) {
        int filled = open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
        if (filled != fd) {
            _exit(RTP_EXIT_FILES);
        }
    }
}

void rtp_process_start(void)
{
    static const int ends[] = {SIGINT, SIGTERM, SIGHUP};
    fill_closed(STDIN_FILENO);
    fill_closed(STDOUT_FILENO);
    fill_closed(STDERR_FILENO);
    for (size_t i = 0; i < RTP_COUNT(ends); i++) {
        handle(ends[i], on_end);
    }
    handle(SIGABRT, on_abort);
    (void)signal(SIGXFSZ, SIG_IGN); /* a write past the limit then fails with an error */
    rtp_memory_on_failure(on_empty_memory);
}
