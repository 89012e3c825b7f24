/*
 * oomfail.so - make the Nth allocation of a program fail (LD_PRELOAD, glibc, threads allowed).
 *
 *   gcc -O2 -g -fPIC -shared oomfail.c -o oomfail.so -ldl
 *   OOM_REPORT=/tmp/n LD_PRELOAD=./oomfail.so ./prog args     # counts: N in /tmp/n
 *   OOM_FAIL_AT=17    LD_PRELOAD=./oomfail.so ./prog args     # the 17th returns NULL, ENOMEM
 *
 * Environment:
 *   OOM_FAIL_AT=N     fail allocation N (from 1); unset or 0: fail none
 *   OOM_MODE=once     only that one (default)
 *   OOM_MODE=after    that one and every later one
 *   OOM_ONLY=a,b      count and fail only calls made from objects whose file name
 *                     contains one of these words ("rtopitch,libcjson"); unset: all.
 *                     The direct caller counts: strdup() called by the program is an
 *                     allocation from libc, fopen() too, so name libc to fail those.
 *   OOM_REPORT=FILE   at exit write "calls N failed F bytes B live L" there (L: blocks got
 *                     and not freed; "-" where OOM_ONLY is set, as frees are not told apart)
 *   OOM_TRACE=1       print a backtrace to stderr for the call that fails
 *
 * Covered: malloc calloc realloc reallocarray posix_memalign aligned_alloc memalign
 * valloc pvalloc, and so strdup, asprintf, getline, fopen, opendir, ... which call them.
 * Not covered: mmap, brk, the stack, and a program linked statically.
 * A program built with gcc's shared AddressSanitizer runtime works too, with
 *   ASAN_OPTIONS=verify_asan_link_order=0 LD_PRELOAD=./oomfail.so ./prog
 * (the real functions are looked up with RTLD_NEXT, which then are libasan's): that adds
 * the leak check to every failure point. clang's static runtime does not work so.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void *(*real_malloc)(size_t);
static void *(*real_calloc)(size_t, size_t);
static void *(*real_realloc)(void *, size_t);
static void *(*real_memalign)(size_t, size_t);
static void (*real_free)(void *);

static atomic_ulong calls, failed, bytes;
static atomic_long live;
static unsigned long fail_at;
static int mode_after, trace, ready, counting;
static char only[256], report[1024];

/* dlsym may allocate before the real functions are known: serve it from here */
static char boot[65536];
static size_t boot_used;
static __thread int inside __attribute__((tls_model("initial-exec"))); /* ASan wraps __tls_get_addr */

static int from_boot(const void *p)
{
    return (const char *)p >= boot && (const char *)p < boot + sizeof boot;
}

static void *boot_alloc(size_t n)
{
    char *p;
    n = (n + 31) & ~(size_t)15;
    if (n > sizeof boot - boot_used)
        return NULL;
    p = boot + boot_used;
    *(size_t *)(void *)p = n - 16;
    boot_used += n;
    return p + 16;
}

static void report_now(void)
{
    char line[160];
    int fd, n;
    if (!report[0])
        return;
    n = snprintf(line, sizeof line, "calls %lu failed %lu bytes %lu live ", (unsigned long)calls, (unsigned long)failed,
                 (unsigned long)bytes);
    n += only[0] ? snprintf(line + n, sizeof line - (size_t)n, "-\n")
                 : snprintf(line + n, sizeof line - (size_t)n, "%ld\n", (long)live);
    fd = open(report, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd >= 0) {
        if (write(fd, line, (size_t)n) != n) { /* nothing to do about it */
        }
        close(fd);
    }
}

static void init(void)
{
    if (ready || inside)
        return;
    inside = 1;
    real_malloc = (void *(*)(size_t))dlsym(RTLD_NEXT, "malloc");
    real_calloc = (void *(*)(size_t, size_t))dlsym(RTLD_NEXT, "calloc");
    real_realloc = (void *(*)(void *, size_t))dlsym(RTLD_NEXT, "realloc");
    real_memalign = (void *(*)(size_t, size_t))dlsym(RTLD_NEXT, "memalign");
    real_free = (void (*)(void *))dlsym(RTLD_NEXT, "free");
    ready = real_malloc && real_calloc && real_realloc && real_memalign && real_free;
    inside = 0;
    if (!ready) {
        static const char m[] = "oomfail: no allocator found\n";
        if (write(2, m, sizeof m - 1) < 0) {
        }
        _exit(99);
    }
}

/* counting starts here: the loader and a sanitizer's own start-up are let through */
static __attribute__((constructor)) void start(void)
{
    const char *s;
    init();
    if ((s = getenv("OOM_FAIL_AT")))
        fail_at = strtoul(s, NULL, 10);
    if ((s = getenv("OOM_MODE")))
        mode_after = *s == 'a';
    if ((s = getenv("OOM_ONLY")))
        strncpy(only, s, sizeof only - 1);
    if ((s = getenv("OOM_REPORT")))
        strncpy(report, s, sizeof report - 1);
    if ((s = getenv("OOM_TRACE")))
        trace = *s == '1';
    counting = 1;
}

static __attribute__((destructor)) void stop(void)
{
    counting = 0;
    report_now();
}

static int wanted(const void *caller)
{
    Dl_info info;
    const char *w, *e;
    int r = 0;
    if (!only[0])
        return 1;
    if (!dladdr(caller, &info) || !info.dli_fname)
        return 0;
    for (w = only; *w && !r; w = *e ? e + 1 : e) {
        char word[64];
        size_t n;
        e = strchrnul(w, ',');
        n = (size_t)(e - w);
        if (n && n < sizeof word) {
            memcpy(word, w, n);
            word[n] = 0;
            r = strstr(info.dli_fname, word) != NULL;
        }
    }
    return r;
}

/* 1: let it through and count; 0: not counted; -1: fail it */
static int decide(const void *caller, size_t n)
{
    unsigned long k;
    if (inside || !counting)
        return 0;
    inside = 1;
    if (!wanted(caller)) {
        inside = 0;
        return 0;
    }
    k = ++calls;
    bytes += n;
    if (fail_at && (mode_after ? k >= fail_at : k == fail_at)) {
        failed++;
        if (trace && k == fail_at) {
            void *frame[32];
            int got = backtrace(frame, 32);
            dprintf(2, "oomfail: allocation %lu of %zu bytes fails at\n", k, n);
            backtrace_symbols_fd(frame, got, 2);
        }
        inside = 0;
        errno = ENOMEM;
        return -1;
    }
    inside = 0;
    return 1;
}

#define CALLER __builtin_return_address(0)
#define ALLOC(n, expr, onfail)                                                                                         \
    do {                                                                                                               \
        int d_;                                                                                                        \
        void *p_;                                                                                                      \
        if (!ready)                                                                                                    \
            init();                                                                                                    \
        if (!ready)                                                                                                    \
            return boot_alloc(n);                                                                                      \
        d_ = decide(CALLER, n);                                                                                        \
        if (d_ < 0)                                                                                                    \
            return onfail;                                                                                             \
        p_ = (expr);                                                                                                   \
        if (d_ > 0 && p_)                                                                                              \
            live++;                                                                                                    \
        return p_;                                                                                                     \
    } while (0)

void *malloc(size_t n)
{
    ALLOC(n, real_malloc(n), NULL);
}

void *calloc(size_t a, size_t b)
{
    size_t n;
    if (__builtin_mul_overflow(a, b, &n)) {
        errno = ENOMEM;
        return NULL;
    }
    ALLOC(n, real_calloc(a, b), NULL); /* the boot arena is zero already */
}

static void *resize(void *p, size_t n, const void *caller)
{
    int d;
    void *q;
    if (!ready)
        init();
    if (from_boot(p)) {
        size_t old = *(size_t *)(void *)((char *)p - 16);
        q = ready ? real_malloc(n) : boot_alloc(n);
        if (q)
            memcpy(q, p, old < n ? old : n);
        return q;
    }
    if (!ready)
        return p ? NULL : boot_alloc(n);
    d = decide(caller, n);
    if (d < 0)
        return NULL;
    q = real_realloc(p, n);
    if (d > 0 && !p && q)
        live++;
    return q;
}

void *realloc(void *p, size_t n)
{
    return resize(p, n, CALLER);
}

void *reallocarray(void *p, size_t a, size_t b)
{
    size_t n;
    if (__builtin_mul_overflow(a, b, &n)) {
        errno = ENOMEM;
        return NULL;
    }
    return resize(p, n, CALLER);
}

void *memalign(size_t al, size_t n)
{
    ALLOC(n, real_memalign(al, n), NULL);
}
void *aligned_alloc(size_t al, size_t n)
{
    ALLOC(n, real_memalign(al, n), NULL);
}
void *valloc(size_t n)
{
    ALLOC(n, real_memalign((size_t)sysconf(_SC_PAGESIZE), n), NULL);
}
void *pvalloc(size_t n)
{
    size_t pg = (size_t)sysconf(_SC_PAGESIZE), r = (n + pg - 1) & ~(pg - 1);
    ALLOC(r, real_memalign(pg, r), NULL);
}

int posix_memalign(void **out, size_t al, size_t n)
{
    int d;
    void *p;
    if (!ready)
        init();
    d = ready ? decide(CALLER, n) : 0;
    if (d < 0)
        return ENOMEM;
    p = ready ? real_memalign(al, n) : boot_alloc(n);
    if (!p)
        return ENOMEM;
    if (d > 0)
        live++;
    *out = p;
    return 0;
}

void free(void *p)
{
    if (!p || from_boot(p))
        return;
    if (!ready)
        init();
    if (!ready)
        return;
    if (!inside && counting)
        live--;
    real_free(p);
}
