/* floor: base */
/* Reading files: limits to the byte, devices, pipes, folders, and the words for what fails. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/base.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct bench {
    rtp_arena *arena;
    rtp_diags *diags;
    char folder[32];
} bench;

static int bench_set_up(void **state)
{
    bench *made = calloc(1, sizeof *made);
    assert_non_null(made);
    made->arena = rtp_arena_make();
    made->diags = rtp_diags_make(made->arena);
    memcpy(made->folder, "/tmp/rtp-test-XXXXXX", sizeof "/tmp/rtp-test-XXXXXX");
    assert_non_null(mkdtemp(made->folder));
    *state = made;
    return 0;
}

static int bench_tear_down(void **state)
{
    bench *used = *state;
    rmdir(used->folder);
    rtp_arena_free(used->arena);
    free(used);
    return 0;
}

static rtp_str file_with(bench *on, size_t size)
{
    rtp_str path = rtp_arena_format(on->arena, "%s/input", on->folder);
    FILE *file = fopen(path.ptr, "w");
    assert_non_null(file);
    for (size_t i = 0; i < size; i++) {
        fputc('a' + (int)(i % 26), file);
    }
    fclose(file);
    return path;
}

static void reads_up_to_the_limit_and_no_byte_more(void **state)
{
    bench *on = *state;
    static const struct {
        size_t size, limit;
        bool read;
    } rows[] = {
        {0, 10, true}, {1, 10, true}, {9, 10, true},          {10, 10, true},          {11, 10, false},
        {0, 0, true},  {1, 0, false}, {200000, 200000, true}, {200001, 200000, false},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_str path = file_with(on, rows[i].size);
        rtp_source source = {.name = RTP_STR("before"), .text = RTP_STR("before")};
        size_t errors = on->diags->errors;
        assert_int_equal(rtp_file_read(path, rows[i].limit, on->arena, on->diags, &source), rows[i].read);
        assert_int_equal(on->diags->errors - errors, !rows[i].read);
        assert_true(rtp_str_equal(source.name, rows[i].read ? path : rtp_lit("before")));
        if (rows[i].read) {
            assert_int_equal(source.text.len, rows[i].size);
            assert_int_equal(source.text.ptr[source.text.len], '\0');
            assert_true(rows[i].size == 0 ||
                        source.text.ptr[rows[i].size - 1] == 'a' + (char)((rows[i].size - 1) % 26));
        } else {
            assert_string_equal(on->diags->items[on->diags->len - 1].code, "O0003");
        }
        unlink(path.ptr);
    }
}

static void names_what_cannot_be_read(void **state)
{
    bench *on = *state;
    static const struct {
        const char *path, *code, *message;
    } rows[] = {
        {"/nowhere/profile.json", "O0001", "cannot read /nowhere/profile.json: there is no such file or folder"},
        {"", "O0001", "cannot read : there is no such file or folder"},
        {"/tmp", "O0002", "cannot read /tmp: it is a folder"},
        {"/dev/null/x", "O0001", "cannot read /dev/null/x: a part of the path is not a folder"},
        {"/dev/zero", "O0003", "/dev/zero is larger than 3 MiB"},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_source source;
        assert_false(rtp_file_read(rtp_str_from(rows[i].path), 3 << 20, on->arena, on->diags, &source));
        const rtp_diag *diag = &on->diags->items[i];
        assert_string_equal(diag->code, rows[i].code);
        assert_string_equal(diag->message.ptr, rows[i].message);
        assert_true(diag->hint.len > 0);
        assert_int_equal(diag->severity, RTP_ERROR);
    }
}

static void an_empty_device_is_an_empty_text(void **state)
{
    bench *on = *state;
    rtp_source source;
    assert_true(rtp_file_read(rtp_lit("/dev/null"), 10, on->arena, on->diags, &source));
    assert_int_equal(source.text.len, 0);
    assert_string_equal(source.text.ptr, "");
}

/* A pipe says nothing of its size and gives its bytes in pieces. */
static void reads_standard_input_from_a_pipe(void **state)
{
    bench *on = *state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        static char block[1000];
        memset(block, 'x', sizeof block);
        for (int i = 0; i < 300; i++) {
            if (write(ends[1], block, sizeof block) != (ssize_t)sizeof block) {
                _exit(1);
            }
        }
        _exit(0);
    }
    close(ends[1]);
    int saved = dup(STDIN_FILENO);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    rtp_source source = {.name = RTP_STR(""), .text = RTP_STR("")};
    bool read = rtp_file_read(rtp_lit("-"), 1 << 20, on->arena, on->diags, &source);
    if (saved >= 0) {
        dup2(saved, STDIN_FILENO);
        close(saved);
    }
    assert_true(read);
    assert_string_equal(source.name.ptr, "<stdin>");
    assert_int_equal(source.text.len, 300000);
}

static void a_closed_standard_input_is_an_error(void **state)
{
    bench *on = *state;
    int saved = dup(STDIN_FILENO);
    close(STDIN_FILENO);
    rtp_source source;
    bool read = rtp_file_read(rtp_lit("-"), 100, on->arena, on->diags, &source);
    if (saved >= 0) {
        dup2(saved, STDIN_FILENO);
        close(saved);
    }
    assert_false(read);
    assert_string_equal(on->diags->items[0].message.ptr, "cannot read <stdin>: it is closed");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_up_to_the_limit_and_no_byte_more, bench_set_up, bench_tear_down),
        cmocka_unit_test_setup_teardown(names_what_cannot_be_read, bench_set_up, bench_tear_down),
        cmocka_unit_test_setup_teardown(an_empty_device_is_an_empty_text, bench_set_up, bench_tear_down),
        cmocka_unit_test_setup_teardown(reads_standard_input_from_a_pipe, bench_set_up, bench_tear_down),
        cmocka_unit_test_setup_teardown(a_closed_standard_input_is_an_error, bench_set_up, bench_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
