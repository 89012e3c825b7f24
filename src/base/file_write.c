/* Writing whole files: all or nothing, and never into what the user did not name.
 * A regular file is replaced by renaming a complete, synced one; devices and pipes are written through. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- the temporary files of writes under way, for a signal handler to remove ---- */

enum { PENDING_MOST = 256, TEMPORARY_LEN = 32, TEMPORARY_TRIES = 100 };

typedef enum pending_state { PENDING_FREE, PENDING_CLAIMED, PENDING_LIVE } pending_state;

typedef struct pending {
    atomic_int state;
    int folder;
    char name[TEMPORARY_LEN];
} pending;

static pending pendings[PENDING_MOST];

static pending *pending_claim(void)
{
    for (size_t i = 0; i < PENDING_MOST; i++) {
        int expected = PENDING_FREE;
        if (atomic_compare_exchange_strong(&pendings[i].state, &expected, PENDING_CLAIMED)) {
            return &pendings[i];
        }
    }
    return NULL;
}

void rtp_file_abandon(void)
{
    int saved = errno;
    for (size_t i = 0; i < PENDING_MOST; i++) {
        if (atomic_load(&pendings[i].state) == PENDING_LIVE) {
            unlinkat(pendings[i].folder, pendings[i].name, 0);
        }
    }
    errno = saved;
}

/* ---- writing bytes; results are 0 or an errno ---- */

/* A descriptor that another program made non-blocking is waited for. */
static int wait_writable(int fd)
{
    struct pollfd wanted = {.fd = fd, .events = POLLOUT};
    return poll(&wanted, 1, -1) < 0 && errno != EINTR ? errno : 0;
}

static int write_all(int fd, rtp_str bytes)
{
    while (bytes.len > 0) {
        ssize_t put = write(fd, bytes.ptr, bytes.len);
        if (put >= 0) {
            bytes.ptr += put;
            bytes.len -= (size_t)put;
            continue;
        }
        int error = errno == EAGAIN ? wait_writable(fd) : errno;
        if (error != 0 && error != EINTR) {
            return error;
        }
    }
    return 0;
}

static int close_checked(int fd)
{
    return close(fd) != 0 && errno != EINTR ? errno : 0;
}

/* Not blocking, since a pipe that nobody reads would be waited for without end; with a reader,
 * write_all waits when the pipe is full. */
static int write_through(const char *path, rtp_str bytes)
{
    int fd;
    do {
        fd = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    } while (fd < 0 && errno == EINTR);
    if (fd < 0) {
        return errno;
    }
    int error = write_all(fd, bytes);
    int closing = close_checked(fd);
    return error != 0 ? error : closing;
}

/* ---- replacing a file ---- */

static void temporary_name(char name[TEMPORARY_LEN], unsigned how)
{
    static const char letters[] = "0123456789abcdefghijklmnopqrstuv";
    unsigned char noise[12] = {0};
    if (getentropy(noise, sizeof noise) != 0) {
        memset(noise, 0, sizeof noise); /* O_EXCL keeps even a guessed name safe */
    }
    static atomic_uint turn;
    noise[0] = (unsigned char)(noise[0] + atomic_fetch_add(&turn, 1U));
    char suffix[sizeof noise + 1];
    for (size_t i = 0; i < sizeof noise; i++) {
        suffix[i] = letters[noise[i] % 32U];
    }
    suffix[sizeof noise] = '\0';
    (void)snprintf(name, TEMPORARY_LEN, "%s%s", how & RTP_PUT_OF_MANY ? RTP_TEMPORARY_OF_MANY : ".rtopitch-", suffix);
}

/* Returns a descriptor, or -1 with errno. Signals wait, so that no file is made unnoticed. */
static int temporary_make(pending *slot, unsigned mode, unsigned how)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    int fd = -1;
    for (int i = 0; i < TEMPORARY_TRIES; i++) {
        temporary_name(slot->name, how);
        fd = openat(slot->folder, slot->name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (fd >= 0 || errno != EEXIST) {
            break;
        }
    }
    int error = fd >= 0 && fchmod(fd, (mode_t)mode) != 0 ? errno : 0;
    if (fd >= 0) {
        atomic_store(&slot->state, PENDING_LIVE);
    }
    if (error != 0) {
        unlinkat(slot->folder, slot->name, 0);
        close(fd);
        fd = -1;
        errno = error;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return fd;
}

/* Some file systems cannot sync; that is no failure of this write. */
static int sync_checked(int fd)
{
    while (fsync(fd) != 0) {
        if (errno == EINVAL || errno == ENOTSUP) {
            return 0;
        }
        if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

/* Where the system cannot rename without replacing, a second name says whether the first was free; where it knows
 * no second names either, looking first is the best there is. */
static int rename_new(const pending *slot, const char *name)
{
    struct stat status;
    if (linkat(slot->folder, slot->name, slot->folder, name, 0) == 0) {
        return unlinkat(slot->folder, slot->name, 0) == 0 ? 0 : errno;
    }
    if (errno != EPERM && errno != ENOTSUP && errno != EMLINK) {
        return errno;
    }
    if (fstatat(slot->folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0) {
        return EEXIST;
    }
    return renameat(slot->folder, slot->name, slot->folder, name) == 0 ? 0 : errno;
}

static int rename_over(const pending *slot, const char *name)
{
    return renameat(slot->folder, slot->name, slot->folder, name) == 0 ? 0 : errno;
}

/* Renames the complete file to its name, or removes it; no signal comes between it and the slot. */
static int temporary_finish(pending *slot, const char *name, unsigned how, int error)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    if (error == 0) {
        error = how & RTP_PUT_NEW ? rename_new(slot, name) : rename_over(slot, name);
    }
    if (error != 0) {
        unlinkat(slot->folder, slot->name, 0);
    }
    atomic_store(&slot->state, PENDING_CLAIMED);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return error;
}

static int write_beside(pending *slot, const char *name, rtp_str bytes, unsigned mode, unsigned how)
{
    int fd = temporary_make(slot, mode, how);
    if (fd < 0) {
        return errno;
    }
    int error = write_all(fd, bytes);
    if (error == 0 && !(how & RTP_PUT_OF_MANY)) {
        error = sync_checked(fd);
    }
    int closing = close_checked(fd);
    return temporary_finish(slot, name, how, error != 0 ? error : closing);
}

int rtp_file_put(int folder, const char *name, rtp_str bytes, unsigned how)
{
    pending *slot = pending_claim();
    if (!slot) {
        return EMFILE;
    }
    slot->folder = folder;
    int error = write_beside(slot, name, bytes, RTP_FILE_MODE, how);
    atomic_store(&slot->state, PENDING_FREE);
    return error;
}

static int folder_open(const char *path, size_t len, rtp_arena *arena)
{
    rtp_str folder = len == 0 ? rtp_lit(".") : rtp_arena_copy(arena, (rtp_str){path, len});
    return open(folder.ptr, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

static int write_replacing(const char *path, rtp_str bytes, unsigned mode, rtp_arena *arena)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    pending *slot = pending_claim();
    if (!slot) {
        return EMFILE;
    }
    int error;
    slot->folder = folder_open(path, (size_t)(name - path), arena);
    if (slot->folder >= 0) {
        error = write_beside(slot, name, bytes, mode, 0);
        close(slot->folder);
    } else {
        error = errno;
    }
    atomic_store(&slot->state, PENDING_FREE);
    return error;
}

/* ---- which of the two ---- */

typedef enum target { TARGET_FILE, TARGET_STREAM, TARGET_REFUSED, TARGET_UNKNOWN } target;

static target target_of_mode(mode_t mode)
{
    if (S_ISCHR(mode) || S_ISFIFO(mode) || S_ISSOCK(mode)) {
        return TARGET_STREAM;
    }
    return S_ISDIR(mode) || S_ISBLK(mode) ? TARGET_REFUSED : TARGET_FILE;
}

/* A link is replaced itself, never the file behind it, but for a link to a device, a pipe or a
 * folder, and for those the system keeps in /dev, which are doors and not files. */
static target target_of(rtp_str path)
{
    struct stat status;
    if (rtp_str_ends(path, rtp_lit("/"))) {
        return TARGET_REFUSED;
    }
    if (lstat(path.ptr, &status) != 0) {
        return errno == ENOENT ? TARGET_FILE : TARGET_UNKNOWN;
    }
    if (!S_ISLNK(status.st_mode)) {
        return target_of_mode(status.st_mode);
    }
    if (rtp_str_starts(path, rtp_lit("/dev/")) || rtp_str_starts(path, rtp_lit("/proc/"))) {
        return TARGET_STREAM;
    }
    return stat(path.ptr, &status) != 0 ? TARGET_FILE : target_of_mode(status.st_mode);
}

static bool complain_target(rtp_diags *diags, rtp_str path)
{
    rtp_diags_put(diags, (rtp_diag){
                             .severity = RTP_ERROR,
                             .code = "O0005",
                             .message = rtp_arena_format(diags->arena, "cannot write %.*s: it is a folder or a disk",
                                                         RTP_FMT(path)),
                             .expected = rtp_lit("the name of a file"),
                             .hint = rtp_lit("name a file inside the folder, or - for standard output"),
                         });
    return false;
}

bool rtp_file_write(rtp_str path, rtp_str bytes, unsigned mode, rtp_diags *diags)
{
    if (rtp_str_equal(path, rtp_lit("-")) || rtp_str_equal(path, rtp_lit("/dev/stdout"))) {
        int error = write_all(STDOUT_FILENO, bytes);
        return error == 0 || rtp_file_complain(diags, "O0004", "write", rtp_lit("standard output"), error);
    }
    path = rtp_arena_copy(diags->arena, path);
    int error = 0;
    switch (target_of(path)) {
    case TARGET_FILE:
        error = write_replacing(path.ptr, bytes, mode, diags->arena);
        break;
    case TARGET_STREAM:
        error = write_through(path.ptr, bytes);
        break;
    case TARGET_REFUSED:
        return complain_target(diags, path);
    case TARGET_UNKNOWN:
        error = errno;
        break;
    }
    return error == 0 || rtp_file_complain(diags, "O0004", "write", path, error);
}
