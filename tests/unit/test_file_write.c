/* floor: base */
/* Writing files: whole or not at all, with the mode asked for, and nothing replaced that is no file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/base.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct bench {
    rtp_arena *arena;
    rtp_diags *diags;
    char folder[32], home[4096];
} bench;

/* Every test works inside a folder of its own. */
static int bench_set_up(void **state)
{
    bench *made = calloc(1, sizeof *made);
    assert_non_null(made);
    made->arena = rtp_arena_make();
    made->diags = rtp_diags_make(made->arena);
    memcpy(made->folder, "/tmp/rtp-test-XXXXXX", sizeof "/tmp/rtp-test-XXXXXX");
    assert_non_null(mkdtemp(made->folder));
    assert_non_null(getcwd(made->home, sizeof made->home));
    assert_int_equal(chdir(made->folder), 0);
    *state = made;
    return 0;
}

static size_t entries(void)
{
    size_t n = 0;
    DIR *folder = opendir(".");
    assert_non_null(folder);
    while (readdir(folder)) {
        n++;
    }
    closedir(folder);
    return n - 2; /* without . and .. */
}

static int bench_tear_down(void **state)
{
    bench *used = *state;
    static const char *const made[] = {"out.md", "victim", "pipe", "sub/out.md"};
    for (size_t i = 0; i < RTP_COUNT(made); i++) {
        unlink(made[i]);
    }
    rmdir("sub");
    size_t left = entries();
    if (chdir(used->home) != 0 || rmdir(used->folder) != 0) {
        left++;
    }
    rtp_arena_free(used->arena);
    free(used);
    return left > 0 ? -1 : 0;
}

static void put_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void assert_file(const char *path, const char *text)
{
    char have[256] = {0};
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t len = fread(have, 1, sizeof have - 1, file);
    fclose(file);
    assert_int_equal(len, strlen(text));
    assert_string_equal(have, text);
}

static mode_t mode_of(const char *path)
{
    struct stat status;
    assert_int_equal(lstat(path, &status), 0);
    return status.st_mode;
}

static bool write_text(bench *on, const char *path)
{
    return rtp_file_write(rtp_str_from(path), rtp_lit("document\n"), 0600, on->diags);
}

static void makes_and_replaces_files(void **state)
{
    bench *on = *state;
    mkdir("sub", 0700);
    static const char *const paths[] = {"out.md", "out.md", "./out.md", "sub/out.md", "sub/../out.md"};
    for (size_t i = 0; i < RTP_COUNT(paths); i++) {
        put_file("out.md", "an older and longer document that must be gone\n");
        assert_true(write_text(on, paths[i]));
        assert_file(paths[i], "document\n");
    }
    assert_int_equal(entries(), 2);
    assert_int_equal(on->diags->len, 0);
}

static void the_mode_does_not_depend_on_the_umask(void **state)
{
    bench *on = *state;
    static const mode_t masks[] = {0, 0022, 0077, 0777};
    static const unsigned modes[] = {0600, 0644, 0640};
    for (size_t i = 0; i < RTP_COUNT(masks); i++) {
        for (size_t k = 0; k < RTP_COUNT(modes); k++) {
            mode_t before = umask(masks[i]);
            bool written = rtp_file_write(rtp_lit("out.md"), rtp_lit("x"), modes[k], on->diags);
            umask(before);
            assert_true(written);
            assert_int_equal(mode_of("out.md") & 0777, modes[k]);
        }
    }
}

static void a_link_is_replaced_and_its_file_left_alone(void **state)
{
    bench *on = *state;
    put_file("victim", "precious");
    assert_int_equal(symlink("victim", "out.md"), 0);
    assert_true(write_text(on, "out.md"));
    assert_file("victim", "precious");
    assert_true(S_ISREG(mode_of("out.md")));

    unlink("out.md");
    assert_int_equal(symlink("nowhere/at/all", "out.md"), 0);
    assert_true(write_text(on, "out.md"));
    assert_true(S_ISREG(mode_of("out.md")));
}

static void a_hard_link_keeps_its_other_name(void **state)
{
    bench *on = *state;
    put_file("victim", "precious");
    assert_int_equal(link("victim", "out.md"), 0);
    assert_true(write_text(on, "out.md"));
    assert_file("victim", "precious");
    assert_file("out.md", "document\n");
}

static void devices_stay_devices(void **state)
{
    bench *on = *state;
    assert_true(write_text(on, "/dev/null"));
    assert_true(S_ISCHR(mode_of("/dev/null")));
    assert_int_equal(symlink("/dev/null", "out.md"), 0);
    assert_true(write_text(on, "out.md"));
    assert_true(S_ISLNK(mode_of("out.md")));
}

static void a_full_device_is_noticed(void **state)
{
    bench *on = *state;
    assert_false(write_text(on, "/dev/full"));
    assert_string_equal(on->diags->items[0].code, "O0004");
    assert_string_equal(on->diags->items[0].message.ptr, "cannot write /dev/full: no space left on the disk");
    assert_true(S_ISCHR(mode_of("/dev/full")));
}

static void a_pipe_is_written_through(void **state)
{
    bench *on = *state;
    assert_int_equal(mkfifo("pipe", 0600), 0);
    int reader = open("pipe", O_RDONLY | O_NONBLOCK);
    assert_true(reader >= 0);
    assert_true(write_text(on, "pipe"));
    char have[32] = {0};
    assert_int_equal(read(reader, have, sizeof have - 1), 9);
    assert_string_equal(have, "document\n");
    close(reader);
    assert_true(S_ISFIFO(mode_of("pipe")));
}

static void a_pipe_nobody_reads_is_not_waited_for(void **state)
{
    bench *on = *state;
    assert_int_equal(mkfifo("pipe", 0600), 0);
    assert_false(write_text(on, "pipe"));
    assert_string_equal(on->diags->items[0].message.ptr, "cannot write pipe: nobody reads the other end");
}

/* More than a pipe holds, to a reader that is slower than the writer. */
static void a_full_pipe_is_waited_for(void **state)
{
    bench *on = *state;
    enum { SIZE = 300000 };
    static char text[SIZE];
    assert_int_equal(mkfifo("pipe", 0600), 0);
    int reader = open("pipe", O_RDONLY | O_NONBLOCK);
    pid_t child = fork();
    if (child == 0) {
        memset(text, 'x', SIZE);
        _exit(rtp_file_write(rtp_lit("pipe"), (rtp_str){text, SIZE}, 0600, on->diags) ? 0 : 1);
    }
    assert_int_equal(fcntl(reader, F_SETFL, 0), 0);
    size_t len = 0;
    int status = -1;
    bool ended = false;
    while (!ended || len < SIZE) {
        ssize_t got = read(reader, text, 1000);
        assert_true(got >= 0);
        len += (size_t)got;
        if (got == 0 && !ended) {
            ended = waitpid(child, &status, WNOHANG) == child;
        } else if (got == 0) {
            break;
        }
    }
    if (!ended) {
        waitpid(child, &status, 0);
    }
    close(reader);
    assert_int_equal(len, SIZE);
    assert_int_equal(status, 0);
}

static void refuses_what_is_no_file(void **state)
{
    bench *on = *state;
    mkdir("sub", 0700);
    put_file("victim", "");
    assert_int_equal(symlink("sub", "out.md"), 0);
    static const struct {
        const char *path, *code, *message;
    } rows[] = {
        {"sub", "O0005", "cannot write sub: it is a folder or a disk"},
        {"sub/", "O0005", "cannot write sub/: it is a folder or a disk"},
        {"new/", "O0005", "cannot write new/: it is a folder or a disk"},
        {".", "O0005", "cannot write .: it is a folder or a disk"},
        {"/", "O0005", "cannot write /: it is a folder or a disk"},
        {"out.md", "O0005", "cannot write out.md: it is a folder or a disk"},
        {"", "O0004", "cannot write : there is no such file or folder"},
        {"nowhere/out.md", "O0004", "cannot write nowhere/out.md: there is no such file or folder"},
        {"victim/out.md", "O0004", "cannot write victim/out.md: a part of the path is not a folder"},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        assert_false(write_text(on, rows[i].path));
        assert_string_equal(on->diags->items[i].code, rows[i].code);
        assert_string_equal(on->diags->items[i].message.ptr, rows[i].message);
        assert_true(on->diags->items[i].hint.len > 0);
    }
    assert_int_equal(entries(), 3);
}

/* Runs in a child whose files may have at most ten bytes, with SIGXFSZ ignored as the program does. */
static int write_with_little_room(bench *on)
{
    struct rlimit ten = {10, 10};
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &ten);
    bool written = rtp_file_write(rtp_lit("out.md"), rtp_lit("longer than ten bytes"), 0600, on->diags);
    return !written && strcmp(on->diags->items[0].code, "O0004") == 0 ? 0 : 1;
}

static void a_write_cut_short_leaves_the_old_file(void **state)
{
    bench *on = *state;
    put_file("out.md", "old");
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        _exit(write_with_little_room(on));
    }
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_file("out.md", "old");
    assert_int_equal(entries(), 1);
}

/* The standard output of a child is replaced by `fd`; returns its exit status. */
static int status_with_output(bench *on, int fd)
{
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        signal(SIGPIPE, SIG_IGN);
        if (fd >= 0) {
            dup2(fd, STDOUT_FILENO);
        } else {
            close(STDOUT_FILENO);
        }
        _exit(write_text(on, "-") ? 0 : strcmp(on->diags->items[0].code, "O0004") == 0 ? 3 : 9);
    }
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WEXITSTATUS(status);
}

static void standard_output_is_checked(void **state)
{
    bench *on = *state;
    int full = open("/dev/full", O_WRONLY), file = open("out.md", O_WRONLY | O_CREAT, 0600), ends[2];
    assert_true(full >= 0 && file >= 0);
    assert_int_equal(pipe(ends), 0);
    close(ends[0]);
    assert_int_equal(status_with_output(on, file), 0);
    assert_file("out.md", "document\n");
    assert_int_equal(status_with_output(on, full), 3);
    assert_int_equal(status_with_output(on, ends[1]), 3); /* nobody reads */
    assert_int_equal(status_with_output(on, -1), 3);      /* closed */
    close(full);
    close(file);
    close(ends[1]);
}

static void abandon_and_end(int signal_number)
{
    rtp_file_abandon();
    _exit(128 + signal_number);
}

/* A write into the temporary file is held up by a full size limit whose signal is caught. */
static void a_signal_handler_can_remove_the_temporary_file(void **state)
{
    bench *on = *state;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        struct rlimit ten = {10, 10};
        struct sigaction action = {.sa_handler = abandon_and_end};
        sigaction(SIGXFSZ, &action, NULL);
        setrlimit(RLIMIT_FSIZE, &ten);
        rtp_file_write(rtp_lit("out.md"), rtp_lit("longer than ten bytes"), 0600, on->diags);
        _exit(1);
    }
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(WEXITSTATUS(status), 128 + SIGXFSZ);
    assert_int_equal(entries(), 0);
}

static void abandoning_nothing_harms_nothing(void **state)
{
    bench *on = *state;
    assert_true(write_text(on, "out.md"));
    rtp_file_abandon();
    assert_file("out.md", "document\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(makes_and_replaces_files, bench_set_up, bench_tear_down),
        cmocka_unit_test_setup_teardown(the_mode_does_not_depend_on_the_umask, bench_set_up, bench_tear_down),
        cmocka_unit_test_setup_teardown(a_link_is_replaced_and_its_file_left_alone, bench_set_up, bench_tear_down),
        cmocka_unit_test_setup_teardown(a_hard_link_keeps_its_other_name, bench_set_up, bench_tear_down),
        cmocka_unit_test_setup_teardown(devices_stay_devices, bench_set_up, bench_tear_down),
        cmocka_unit_test_setup_teardown(a_full_device_is_noticed, bench_set_up, bench_tear_down),
        cmocka_unit_test_setup_teardown(a_pipe_is_written_through, bench_set_up, bench_tear_down),
        cmocka_unit_test_setup_teardown(a_pipe_nobody_reads_is_not_waited_for, bench_set_up, bench_tear_down),
        cmocka_unit_test_setup_teardown(a_full_pipe_is_waited_for, bench_set_up, bench_tear_down),
        cmocka_unit_test_setup_teardown(refuses_what_is_no_file, bench_set_up, bench_tear_down),
        cmocka_unit_test_setup_teardown(a_write_cut_short_leaves_the_old_file, bench_set_up, bench_tear_down),
        cmocka_unit_test_setup_teardown(standard_output_is_checked, bench_set_up, bench_tear_down),
        cmocka_unit_test_setup_teardown(a_signal_handler_can_remove_the_temporary_file, bench_set_up, bench_tear_down),
        cmocka_unit_test_setup_teardown(abandoning_nothing_harms_nothing, bench_set_up, bench_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
