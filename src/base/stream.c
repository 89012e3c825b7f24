/* Inputs of a run over many profiles: a stream that is read in parts, and the names in a folder.
 * What the system says is returned as an errno; the words for it are in file.c. */
#include "rtopitch/base.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int rtp_stream_open(const char *path, uint64_t *size)
{
    int fd = STDIN_FILENO;
    if (strcmp(path, "-") != 0) {
        do {
            fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
        } while (fd < 0 && errno == EINTR);
    }
    struct stat status;
    bool known = fd >= 0 && fstat(fd, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0;
    *size = known ? (uint64_t)status.st_size : 0;
    return fd;
}

ptrdiff_t rtp_stream_read(int stream, char *into, size_t n)
{
    ssize_t got;
    do {
        got = read(stream, into, n);
    } while (got < 0 && errno == EINTR);
    return got;
}

void rtp_stream_close(int stream)
{
    if (stream > STDERR_FILENO) {
        close(stream);
    }
}

bool rtp_folder_is(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* Names differ, so their order is total. */
static int compare_names(const void *a, const void *b)
{
    return rtp_str_compare(*(const rtp_str *)a, *(const rtp_str *)b);
}

/* Opening a pipe of the file system waits for somebody to write, who may never come. What cannot be looked at is told
 * when it is read. */
static bool is_pipe(DIR *folder, const char *name)
{
    struct stat status;
    int before = errno; /* whoever reads the folder looks at it */
    bool found = fstatat(dirfd(folder), name, &status, 0) == 0 && S_ISFIFO(status.st_mode);
    errno = before;
    return found;
}

int rtp_folder_list(const char *path, rtp_str suffix, rtp_arena *arena, rtp_texts *names)
{
    DIR *folder = opendir(path);
    if (!folder) {
        return errno;
    }
    rtp_str *items = NULL;
    size_t len = 0, cap = 0;
    errno = 0;
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        rtp_str name = rtp_str_from(entry->d_name);
        if (name.ptr[0] != '.' && rtp_str_ends(name, suffix) && !is_pipe(folder, name.ptr)) {
            items = rtp_array_grow(arena, items, len, &cap, sizeof *items);
            items[len++] = rtp_arena_copy(arena, name);
        }
    }
    int error = errno;
    closedir(folder);
    if (len > 0) {
        qsort(items, len, sizeof *items, compare_names);
    }
    *names = (rtp_texts){items, len};
    return error;
}
