/* floor: cli */
/* Starting programs: what they are given arrives whole, what goes wrong has a name, and nothing is waited for that
 * need not end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/launch.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { LARGE = 1 << 20 };

typedef struct launch_case {
    const char *script; /* for sh; the tests' own shell, not the program's */
    size_t input;
    rtp_launched outcome;
    const char *said;
} launch_case;

static const launch_case cases[] = {
    {"cat >/dev/null", 10, RTP_LAUNCHED, NULL},
    {"cat >/dev/null", 0, RTP_LAUNCHED, NULL},
    {"test $(wc -c) -eq 1048576", LARGE, RTP_LAUNCHED, NULL},
    {"exit 0", LARGE, RTP_LAUNCHED, NULL}, /* it reads nothing, and nobody is hurt */
    {"exec <&-; echo first >&2; echo second >&2; exit 3", LARGE, RTP_LAUNCH_FAILED, "first"},
    {"kill -9 $$", 10, RTP_LAUNCH_FAILED, NULL},
    {"exit 127", 10, RTP_LAUNCH_MISSING, NULL},
    {"echo a note >&2", 10, RTP_LAUNCHED, "a note"},
    {"cat >/dev/null; (read line <&3) 3</dev/null &", LARGE, RTP_LAUNCHED, NULL},
};

static void a_program_is_fed(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_arena *arena = rtp_arena_make();
        char *bytes = rtp_arena_take(arena, LARGE);
        memset(bytes, 'x', LARGE);
        rtp_str said = {NULL, 0};
        rtp_launched outcome = rtp_launch_feed(&(rtp_launch){{"sh", "-c", cases[i].script, NULL}},
                                               (rtp_str){bytes, cases[i].input}, arena, &said);
        assert_int_equal(outcome, cases[i].outcome);
        assert_true(cases[i].said ? rtp_str_equal(said, rtp_str_from(cases[i].said)) : said.ptr == NULL);
        rtp_arena_free(arena);
    }
}

/* Whoever started this program may have wanted a closed pipe to end it. */
static void the_signal_of_a_closed_pipe_is_as_before(void **state)
{
    (void)state;
    struct sigaction now;
    assert_int_equal(sigaction(SIGPIPE, NULL, &now), 0);
    assert_true(now.sa_handler == SIG_DFL);
}

static void a_program_that_is_not_there_is_missing(void **state)
{
    (void)state;
    static const char *const names[] = {"rtopitch-invented-program", "/dev/null/program", "/etc/passwd"};
    for (size_t i = 0; i < RTP_COUNT(names); i++) {
        rtp_arena *arena = rtp_arena_make();
        rtp_launch launch = {{names[i], NULL}};
        rtp_str said = {NULL, 0};
        assert_int_equal(rtp_launch_feed(&launch, rtp_lit("text"), arena, &said), RTP_LAUNCH_MISSING);
        assert_int_equal(rtp_launch_leave(&launch), RTP_LAUNCH_MISSING);
        rtp_arena_free(arena);
    }
}

static void a_program_left_alone_is_not_waited_for(void **state)
{
    (void)state;
    int ends[2];
    char byte = 0;
    assert_int_equal(pipe(ends), 0);
    /* It ends only when this end of the pipe is closed, so waiting for it would never end. */
    char script[64];
    (void)snprintf(script, sizeof script, "exec %d>&-; cat <&%d", ends[1], ends[0]);
    assert_int_equal(rtp_launch_leave(&(rtp_launch){{"sh", "-c", script, NULL}}), RTP_LAUNCHED);
    assert_int_equal(write(ends[1], &byte, 1), 1);
    close(ends[0]);
    close(ends[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_program_is_fed),
        cmocka_unit_test(the_signal_of_a_closed_pipe_is_as_before),
        cmocka_unit_test(a_program_that_is_not_there_is_missing),
        cmocka_unit_test(a_program_left_alone_is_not_waited_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
