/* A folder that one run fills with many files, each whole or not there, and a log of what is done.
 * Files are not synced one by one, which would cost more than making them: the folder is, once. What a disk loses
 * with its power is noticed by the digests in the log. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FOLDER_MODE = 0700 };

/* What a run that was killed left half done. The lock says that nobody is at work on it. */
static void sweep(int fd)
{
    int again = openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *folder = again >= 0 ? fdopendir(again) : NULL;
    if (!folder) {
        close(again);
        return;
    }
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        if (rtp_str_starts(rtp_str_from(entry->d_name), rtp_lit(RTP_TEMPORARY_OF_MANY))) {
            unlinkat(fd, entry->d_name, 0);
        }
    }
    closedir(folder);
}

static int lock(int log)
{
    int done;
    do {
        done = flock(log, LOCK_EX | LOCK_NB);
    } while (done != 0 && errno == EINTR);
    bool knows_locks = errno != ENOTSUP && errno != ENOLCK && errno != EINVAL;
    return done != 0 && knows_locks ? errno : 0;
}

static int open_in(rtp_folder *folder, const char *log)
{
    folder->log = openat(folder->fd, log, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, RTP_FILE_MODE);
    if (folder->log < 0) {
        return errno;
    }
    struct stat status;
    int error = fstat(folder->log, &status) != 0 ? errno : S_ISREG(status.st_mode) ? lock(folder->log) : EISDIR;
    if (error != 0) {
        close(folder->log);
        return error;
    }
    folder->log_len = (size_t)status.st_size;
    sweep(folder->fd);
    return 0;
}

int rtp_folder_open(const char *path, const char *log, rtp_folder *folder)
{
    if (mkdir(path, FOLDER_MODE) != 0 && errno != EEXIST) {
        return errno;
    }
    folder->fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder->fd < 0) {
        return errno;
    }
    int error = open_in(folder, log);
    if (error != 0) {
        close(folder->fd);
    }
    return error;
}

int rtp_folder_put(const rtp_folder *folder, const char *name, rtp_str bytes, bool replace)
{
    return rtp_file_put(folder->fd, name, bytes, RTP_PUT_OF_MANY | (replace ? 0U : RTP_PUT_NEW));
}

static int read_into(int fd, rtp_buf *bytes)
{
    enum { PART = 16 * 1024 };
    ptrdiff_t got;
    do {
        rtp_buf_expect(bytes, PART);
        if (bytes->cap - bytes->len <= PART) {
            return EFBIG;
        }
        got = rtp_stream_read(fd, bytes->ptr + bytes->len, PART);
        bytes->len += got > 0 ? (size_t)got : 0;
    } while (got > 0);
    return got < 0 ? errno : 0;
}

int rtp_folder_get(const rtp_folder *folder, const char *name, rtp_buf *bytes)
{
    int fd = openat(folder->fd, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK);
    if (fd < 0) {
        return errno;
    }
    struct stat status;
    int error = fstat(fd, &status) != 0 ? errno : S_ISREG(status.st_mode) ? read_into(fd, bytes) : EISDIR;
    close(fd);
    return error;
}

int rtp_folder_log_put(const rtp_folder *folder, rtp_str lines)
{
    while (lines.len > 0) {
        ssize_t put = write(folder->log, lines.ptr, lines.len);
        if (put < 0 && errno != EINTR) {
            return errno;
        }
        lines.ptr += put > 0 ? put : 0;
        lines.len -= put > 0 ? (size_t)put : 0;
    }
    return 0;
}

int rtp_folder_close(rtp_folder *folder)
{
    int error = fsync(folder->fd) == 0 ? 0 : errno;
    close(folder->log);
    close(folder->fd);
    return error == ENOTSUP || error == EINVAL ? 0 : error;
}
