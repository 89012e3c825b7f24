/* Tells when files change. The folders are watched, since an editor may put a new file in the place of the old one;
 * what a file looks like decides as well, so that a lost event costs a moment and not the change. */
/* For realpath, which POSIX keeps among its X/Open parts. NOLINTNEXTLINE(bugprone-reserved-identifier) */
#define _XOPEN_SOURCE 700
#include "cli/watch.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/inotify.h>
#endif

enum {
    LOOK_AGAIN = 300,   /* milliseconds, where nothing tells of changes */
    LOOK_SELDOM = 2000, /* where it does: for what it cannot tell, such as files of another machine */
    SETTLE = 40         /* after an event: editors write, rename and touch in a row */
};

typedef struct looks { /* what tells one state of a file from the next */
    dev_t device;
    ino_t inode;
    off_t size;
    struct timespec changed;
    bool there;
} looks;

typedef struct watched {
    const char *path;
    rtp_str name, real_name; /* without folders; as named, and where a link leads */
    looks before;
} watched;

struct rtp_watch {
    watched *files;
    size_t len;
    int events; /* -1: nothing tells of changes */
    bool told;  /* of a change since the watch began */
};

/* ---- what a file looks like ---- */

static looks look_at(const char *path)
{
    struct stat status;
    looks found;
    memset(&found, 0, sizeof found);
    if (stat(path, &status) == 0) {
        found = (looks){status.st_dev, status.st_ino, status.st_size, status.st_mtim, true};
    }
    return found;
}

static bool is_same(const looks *a, const looks *b)
{
    return a->there == b->there && a->device == b->device && a->inode == b->inode && a->size == b->size &&
           a->changed.tv_sec == b->changed.tv_sec && a->changed.tv_nsec == b->changed.tv_nsec;
}

/* A file that is gone is about to be replaced; there is nothing to read until it is there again. */
static bool any_changed(const rtp_watch *watch)
{
    bool changed = false;
    for (size_t i = 0; i < watch->len; i++) {
        looks now = look_at(watch->files[i].path);
        changed = changed || (now.there && !is_same(&now, &watch->files[i].before));
    }
    return changed;
}

/* ---- being told ---- */

static rtp_str name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return rtp_str_from(slash ? slash + 1 : path);
}

#ifdef __linux__

static bool watch_folder(int events, const char *path, rtp_arena *arena)
{
    size_t len = (size_t)(name_of(path).ptr - path);
    rtp_str folder = len == 0 ? rtp_lit(".") : rtp_arena_copy(arena, (rtp_str){path, len});
    return inotify_add_watch(events, folder.ptr, IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE) >= 0;
}

/* The folder that names the file, and the one that a link leads to. */
static bool watch_both(int events, watched *file, rtp_arena *arena)
{
    char whole[PATH_MAX];
    const char *real = realpath(file->path, whole);
    file->real_name = real ? rtp_arena_copy(arena, name_of(real)) : file->name;
    return watch_folder(events, file->path, arena) && (!real || watch_folder(events, real, arena));
}

static int events_open(rtp_watch *watch, rtp_arena *arena)
{
    int events = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    for (size_t i = 0; i < watch->len && events >= 0; i++) {
        if (!watch_both(events, &watch->files[i], arena)) {
            close(events);
            events = -1;
        }
    }
    return events;
}

static bool is_watched(const rtp_watch *watch, rtp_str name)
{
    for (size_t i = 0; i < watch->len; i++) {
        if (rtp_str_equal(watch->files[i].name, name) || rtp_str_equal(watch->files[i].real_name, name)) {
            return true;
        }
    }
    return false;
}

/* Reads what there is to hear; true when it is about one of the files, or when too much happened to tell. */
static bool drain(const rtp_watch *watch)
{
    _Alignas(struct inotify_event) char bytes[4096];
    bool about = false;
    ssize_t got;
    while (watch->events >= 0 && (got = read(watch->events, bytes, sizeof bytes)) > 0) {
        struct inotify_event event;
        for (size_t i = 0; i + sizeof event <= (size_t)got; i += sizeof event + event.len) {
            memcpy(&event, bytes + i, sizeof event);
            rtp_str name = event.len > 0 ? rtp_str_from(bytes + i + sizeof event) : rtp_lit("");
            about = about || event.mask & IN_Q_OVERFLOW || is_watched(watch, name);
        }
    }
    return about;
}

#else

static int events_open(rtp_watch *watch, rtp_arena *arena)
{
    (void)watch, (void)arena;
    return -1;
}

static bool drain(const rtp_watch *watch)
{
    (void)watch;
    return false;
}

#endif

/* True when something can be heard before the time is over. */
static bool listen_for(const rtp_watch *watch, int milliseconds)
{
    struct pollfd ready = {.fd = watch->events, .events = POLLIN};
    int got = poll(&ready, watch->events >= 0, milliseconds);
    return got > 0;
}

/* ---- the watch ---- */

rtp_watch *rtp_watch_make(rtp_texts paths, rtp_arena *arena)
{
    rtp_watch *watch = RTP_NEW(arena, rtp_watch);
    watch->files = RTP_NEW_ARRAY(arena, watched, paths.len);
    watch->len = paths.len;
    for (size_t i = 0; i < paths.len; i++) {
        const char *path = rtp_arena_copy(arena, paths.items[i]).ptr;
        watch->files[i] = (watched){.path = path, .name = name_of(path), .real_name = name_of(path)};
    }
    watch->events = events_open(watch, arena);
    return watch;
}

void rtp_watch_begin(rtp_watch *watch)
{
    drain(watch);
    watch->told = false;
    for (size_t i = 0; i < watch->len; i++) {
        watch->files[i].before = look_at(watch->files[i].path);
    }
}

void rtp_watch_wait(rtp_watch *watch)
{
    int pause = watch->events >= 0 ? LOOK_SELDOM : LOOK_AGAIN;
    while (!watch->told && !any_changed(watch)) {
        if (listen_for(watch, pause)) {
            watch->told = drain(watch);
        }
    }
    while (listen_for(watch, SETTLE)) {
        drain(watch);
    }
}
