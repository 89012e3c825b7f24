/* Reading whole files: counted up to a limit, so that devices, pipes and huge files end well.
 * Also the words for what the system refused. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_FIRST = 64 * 1024, MIB = 1024 * 1024 };

typedef struct reason {
    int error;
    const char *text, *hint;
} reason;

static const reason reasons[] = {
    {ENOENT, "there is no such file or folder", "check the spelling and the folder you are in"},
    {EACCES, "permission denied", "check who may use the file and its folder: ls -l"},
    {EPERM, "the system does not permit it", "check who may use the file and its folder: ls -l"},
    {EISDIR, "it is a folder", "name a file inside it"},
    {ENOTDIR, "a part of the path is not a folder", "check the path"},
    {ENOSPC, "no space left on the disk", "free some space, or write to another disk"},
    {EDQUOT, "your disk quota is used up", "free some space, or write to another disk"},
    {EROFS, "the disk is read-only", "write to another disk"},
    {EFBIG, "the file would become too large", "raise the file size limit: ulimit -f"},
    {EPIPE, "nobody reads the other end", "check the program behind the pipe"},
    {EBADF, "it is closed", "open it, for example by removing <&- or >&-"},
    {EIO, "the disk reported an error", "try another disk"},
    {ENAMETOOLONG, "the name is too long", "use a shorter name"},
    {ELOOP, "too many symbolic links", "check where the links lead"},
    {EMFILE, "too many files are open", "raise the limit: ulimit -n"},
    {ENFILE, "too many files are open", "close some programs"},
    {ENXIO, "nobody reads the other end", "start the reader first, or name a file"},
    {EBUSY, "it is in use", "try again later"},
    {EWOULDBLOCK, "another run writes there", "wait until it has ended, or name another folder"},
    {EEXIST, "there is such a file already", "--force replaces files; --resume keeps those that are up to date"},
};

bool rtp_file_complain(rtp_diags *diags, const char *code, const char *action, rtp_str path, int error)
{
    rtp_diag diag = {.severity = RTP_ERROR, .code = code};
    rtp_str why = {NULL, 0};
    for (size_t i = 0; i < RTP_COUNT(reasons); i++) {
        if (reasons[i].error == error) {
            why = rtp_str_from(reasons[i].text);
            diag.hint = rtp_str_from(reasons[i].hint);
        }
    }
    if (!why.ptr) {
        why = rtp_arena_format(diags->arena, "system error %d", error);
    }
    diag.message = rtp_arena_format(diags->arena, "cannot %s %.*s: %.*s", action, RTP_FMT(path), RTP_FMT(why));
    diag.found = why;
    rtp_diags_put(diags, diag);
    return false;
}

static bool complain_large(rtp_diags *diags, rtp_str name, size_t limit)
{
    bool whole_mib = limit >= MIB && limit % MIB == 0;
    size_t shown = whole_mib ? limit / MIB : limit;
    const char *unit = whole_mib ? "MiB" : "bytes";
    rtp_diags_put(
        diags, (rtp_diag){
                   .severity = RTP_ERROR,
                   .code = "O0003",
                   .message = rtp_arena_format(diags->arena, "%.*s is larger than %zu %s", RTP_FMT(name), shown, unit),
                   .expected = rtp_arena_format(diags->arena, "at most %zu bytes", limit),
                   .hint = rtp_lit("check that this is the right file"),
               });
    return false;
}

static ssize_t read_some(int fd, char *into, size_t n)
{
    ssize_t got;
    do {
        got = read(fd, into, n);
    } while (got < 0 && errno == EINTR);
    return got;
}

/* What fstat says is a guess that saves copies; the count of bytes read decides. */
static size_t size_guess(const struct stat *status, size_t limit)
{
    if (!S_ISREG(status->st_mode) || status->st_size < 0) {
        return READ_FIRST;
    }
    size_t size = (size_t)status->st_size;
    return (size < limit ? size : limit) + 2; /* one byte to notice a file that grew, one for the NUL */
}

static bool read_all(int fd, rtp_source *into, size_t limit, rtp_arena *arena, rtp_diags *diags)
{
    struct stat status;
    if (fstat(fd, &status) != 0) {
        return rtp_file_complain(diags, "O0001", "read", into->name, errno);
    }
    if (S_ISDIR(status.st_mode)) {
        return rtp_file_complain(diags, "O0002", "read", into->name, EISDIR);
    }
    size_t cap = size_guess(&status, limit), len = 0;
    char *text = rtp_array_make(arena, cap, 1);
    for (;;) {
        ssize_t got = read_some(fd, text + len, cap - 1 - len);
        if (got < 0) {
            return rtp_file_complain(diags, "O0001", "read", into->name, errno);
        }
        if (got == 0) {
            break;
        }
        len += (size_t)got;
        if (len > limit) {
            return complain_large(diags, into->name, limit);
        }
        text = len + 1 < cap ? text : rtp_array_grow(arena, text, cap, &cap, 1);
    }
    text[len] = '\0';
    into->text = (rtp_str){text, len};
    return true;
}

bool rtp_file_read(rtp_str path, size_t limit, rtp_arena *arena, rtp_diags *diags, rtp_source *source)
{
    bool standard = rtp_str_equal(path, rtp_lit("-"));
    rtp_source made = {.name = standard ? rtp_lit("<stdin>") : rtp_arena_copy(arena, path)};
    int fd = STDIN_FILENO;
    if (!standard) {
        do {
            fd = open(made.name.ptr, O_RDONLY | O_CLOEXEC | O_NOCTTY);
        } while (fd < 0 && errno == EINTR);
    }
    if (fd < 0) {
        return rtp_file_complain(diags, "O0001", "read", made.name, errno);
    }
    bool complete = read_all(fd, &made, limit, arena, diags);
    if (!standard) {
        close(fd);
    }
    if (complete) {
        *source = made;
    }
    return complete;
}
