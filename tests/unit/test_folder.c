/* floor: base */
/* A folder for one run: whole files, none replaced unasked, one run at a time, leftovers swept; and names in order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/base.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char place[] = "/tmp/rtopitch-folder-XXXXXX";
static char path[64];

static int set_up(void **state)
{
    (void)state;
    (void)snprintf(path, sizeof path, "%s/out", place);
    return 0;
}

static int clean_up(void **state)
{
    (void)state;
    DIR *folder = opendir(path);
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        (void)unlinkat(dirfd(folder), entry->d_name, 0);
    }
    closedir(folder);
    return rmdir(path) == 0 ? rmdir(place) : 1;
}

static void touch(const char *name)
{
    char whole[128];
    (void)snprintf(whole, sizeof whole, "%s/%s", path, name);
    int fd = open(whole, O_WRONLY | O_CREAT, 0600);
    assert_true(fd >= 0);
    close(fd);
}

static bool exists(const char *name)
{
    char whole[128];
    (void)snprintf(whole, sizeof whole, "%s/%s", path, name);
    return access(whole, F_OK) == 0;
}

static void files_are_whole_and_new(void **state)
{
    (void)state;
    rtp_folder folder;
    rtp_buf got = rtp_buf_make(1 << 20);
    assert_int_equal(rtp_folder_open(path, ".log", &folder), 0);
    assert_int_equal(rtp_folder_put(&folder, "a", rtp_lit("one"), false), 0);
    assert_int_equal(rtp_folder_put(&folder, "a", rtp_lit("two"), false), EEXIST);
    assert_int_equal(rtp_folder_get(&folder, "a", &got), 0);
    assert_true(rtp_str_equal(rtp_buf_text(&got), rtp_lit("one")));
    assert_int_equal(rtp_folder_put(&folder, "a", rtp_lit("two"), true), 0);
    rtp_buf_cut(&got, 0);
    assert_int_equal(rtp_folder_get(&folder, "a", &got), 0);
    assert_true(rtp_str_equal(rtp_buf_text(&got), rtp_lit("two")));
    assert_int_equal(rtp_folder_get(&folder, "b", &got), ENOENT);
    assert_int_equal(rtp_folder_get(&folder, ".", &got), EISDIR);
    assert_int_equal(symlinkat("a", folder.fd, "link"), 0);
    assert_int_equal(rtp_folder_get(&folder, "link", &got), ELOOP);
    rtp_buf_free(&got);
    assert_int_equal(rtp_folder_close(&folder), 0);
}

static void one_run_at_a_time(void **state)
{
    (void)state;
    rtp_folder first, second;
    assert_int_equal(rtp_folder_open(path, ".log", &first), 0);
    assert_int_equal(rtp_folder_open(path, ".log", &second), EWOULDBLOCK);
    assert_int_equal(rtp_folder_log_put(&first, rtp_lit("a line\n")), 0);
    assert_int_equal(rtp_folder_close(&first), 0);
    assert_int_equal(rtp_folder_open(path, ".log", &second), 0);
    assert_int_equal(second.log_len, 7);
    assert_int_equal(rtp_folder_close(&second), 0);
}

static void leftovers_are_swept(void **state)
{
    (void)state;
    touch(".rtopitch-batch-0123456789ab");
    touch(".rtopitch-0123456789ab"); /* of a single write, which may be under way */
    touch("mine");
    rtp_folder folder;
    assert_int_equal(rtp_folder_open(path, ".log", &folder), 0);
    assert_int_equal(rtp_folder_close(&folder), 0);
    assert_false(exists(".rtopitch-batch-0123456789ab"));
    assert_true(exists(".rtopitch-0123456789ab") && exists("mine"));
}

static void names_come_in_order(void **state)
{
    (void)state;
    static const char *const made[] = {"b.json", "a.json", "B.json", ".c.json", "a.txt", "json", "a.json~"};
    static const char *const listed[] = {"B.json", "a.json", "b.json"};
    for (size_t i = 0; i < RTP_COUNT(made); i++) {
        touch(made[i]);
    }
    rtp_arena *arena = rtp_arena_make();
    rtp_texts names;
    assert_int_equal(rtp_folder_list(path, rtp_lit(".json"), arena, &names), 0);
    assert_int_equal(names.len, RTP_COUNT(listed));
    for (size_t i = 0; i < names.len; i++) {
        assert_true(rtp_str_equal(names.items[i], rtp_str_from(listed[i])));
    }
    assert_int_equal(rtp_folder_list("/nowhere/at/all", rtp_lit(".json"), arena, &names), ENOENT);
    rtp_arena_free(arena);
}

static void what_is_no_folder_is_refused(void **state)
{
    (void)state;
    rtp_folder folder;
    char whole[128];
    (void)snprintf(whole, sizeof whole, "%s/mine", path);
    assert_int_equal(rtp_folder_open(whole, ".log", &folder), ENOTDIR);
    assert_int_equal(rtp_folder_open("/nowhere/at/all", ".log", &folder), ENOENT);
    (void)snprintf(whole, sizeof whole, "%s/.other", path);
    assert_int_equal(symlink("/nowhere", whole), 0);
    assert_int_equal(rtp_folder_open(path, ".other", &folder), ELOOP);
    assert_true(rtp_folder_is(path) && !rtp_folder_is("/nowhere"));
}

static void streams_are_read_in_parts(void **state)
{
    (void)state;
    char whole[128], bytes[8];
    uint64_t size = 9;
    (void)snprintf(whole, sizeof whole, "%s/a", path);
    int stream = rtp_stream_open(whole, &size);
    assert_true(stream >= 0);
    assert_int_equal(size, 3);
    assert_int_equal(rtp_stream_read(stream, bytes, 2), 2);
    assert_int_equal(rtp_stream_read(stream, bytes, 2), 1);
    assert_int_equal(rtp_stream_read(stream, bytes, 2), 0);
    rtp_stream_close(stream);
    assert_int_equal(rtp_stream_open("/nowhere", &size), -1);
    assert_int_equal(size, 0);
}

int main(void)
{
    if (!mkdtemp(place)) {
        return 1;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_whole_and_new),      cmocka_unit_test(one_run_at_a_time),
        cmocka_unit_test(leftovers_are_swept),          cmocka_unit_test(names_come_in_order),
        cmocka_unit_test(what_is_no_folder_is_refused), cmocka_unit_test(streams_are_read_in_parts),
    };
    return cmocka_run_group_tests(tests, set_up, clean_up);
}
