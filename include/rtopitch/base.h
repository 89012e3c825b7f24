/* The ground floor: slices, arenas, growing buffers, diagnostics, numbers, dates, files.
 * Nothing here prints, exits, or reads environment, clock or locale. */
#ifndef RTOPITCH_BASE_H
#define RTOPITCH_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* ---- slices: borrowed text, not necessarily NUL-terminated; {NULL, 0} means "absent" ---- */
typedef struct rtp_str {
    const char *ptr;
    size_t len;
} rtp_str;
typedef struct rtp_texts {
    const rtp_str *items;
    size_t len;
} rtp_texts;

#define RTP_STR(literal)                                                                                               \
    {                                                                                                                  \
        "" literal, sizeof(literal) - 1                                                                                \
    }
#define rtp_lit(literal) ((rtp_str)RTP_STR(literal))
#define RTP_COUNT(array) (sizeof(array) / sizeof *(array))
#define RTP_FMT(str)     (int)(str).len, (str).ptr /* for "%.*s" */

/* These two here, since a document makes and compares thousands; most that differ do so in length or first byte. */
static inline rtp_str rtp_str_from(const char *text)
{
    return (rtp_str){text, text ? strlen(text) : 0};
}
static inline bool rtp_str_equal(rtp_str a, rtp_str b)
{
    return a.len == b.len && (a.len == 0 || (a.ptr[0] == b.ptr[0] && memcmp(a.ptr, b.ptr, a.len) == 0));
}
bool rtp_str_equal_any_case(rtp_str a, rtp_str b); /* of ASCII letters */
int rtp_str_compare(rtp_str a, rtp_str b);         /* by bytes, shorter first on a tie */
bool rtp_str_starts(rtp_str text, rtp_str prefix);
bool rtp_str_ends(rtp_str text, rtp_str suffix);
bool rtp_str_is_ended(rtp_str text);    /* with a mark that ends a sentence, in whatever script */
size_t rtp_str_full_stop(rtp_str text); /* bytes of the full stop it ends with; 0: none, or several dots */
rtp_str rtp_str_trim(rtp_str text);     /* without blanks, tabs and line ends at both sides */
/* The candidate a typist may have meant by `word`, or {NULL, 0} when none is close; case is ignored. */
rtp_str rtp_str_nearest(rtp_str word, const rtp_str *candidates, size_t n);

/* ---- arenas: many allocations, one release; never NULL (see rtp_memory_on_failure) ---- */
typedef struct rtp_arena rtp_arena;
rtp_arena *rtp_arena_make(void);
void *rtp_arena_take(rtp_arena *arena, size_t size); /* zeroed, aligned to 8 bytes */
void rtp_arena_reset(rtp_arena *arena);              /* forget all, keep the memory */
typedef struct rtp_arena_mark {
    void *chunk;
    size_t used;
} rtp_arena_mark;
rtp_arena_mark rtp_arena_here(const rtp_arena *arena);
void rtp_arena_return(rtp_arena *arena, rtp_arena_mark mark); /* forget what was taken since */
void rtp_arena_free(rtp_arena *arena);                        /* NULL is fine */
rtp_str rtp_arena_copy(rtp_arena *arena, rtp_str text);       /* the copy is NUL-terminated */
rtp_str rtp_arena_join(rtp_arena *arena, const rtp_str *parts, size_t n, rtp_str between);
rtp_str rtp_arena_format(rtp_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
void *rtp_array_make(rtp_arena *arena, size_t n, size_t size); /* n items of `size` bytes, zeroed */
/* Room for one item more than `len`: `items` while len < *cap, else a larger copy and a new *cap. */
void *rtp_array_grow(rtp_arena *arena, void *items, size_t len, size_t *cap, size_t size);
#define RTP_NEW(arena, type)          ((type *)rtp_arena_take((arena), sizeof(type)))
#define RTP_NEW_ARRAY(arena, type, n) ((type *)rtp_array_make((arena), (n), sizeof(type)))

/* Called when memory runs out or a size overflows; must not return. Default: abort(). */
void rtp_memory_on_failure(void (*hook)(void));
_Noreturn void rtp_memory_fail(void);

/* ---- growing output; stays "failed" after the limit is passed, so check once at the end ---- */
typedef struct rtp_buf {
    char *ptr; /* owned; always NUL-terminated once something was put */
    size_t len, cap, limit;
    bool failed;
    rtp_arena *arena; /* that it grows in; NULL: it has memory of its own */
} rtp_buf;
rtp_buf rtp_buf_make(size_t limit);   /* bytes; allocates nothing yet */
rtp_buf rtp_buf_in(rtp_arena *arena); /* without a limit; for what is small and made often */
void rtp_buf_free(rtp_buf *buf);
void rtp_buf_expect(rtp_buf *buf, size_t n); /* room for about n bytes more at once, which saves growing */
/* Room for n bytes behind what was put, for a writer that fills it itself; NULL when the buffer has failed. */
char *rtp_buf_room(rtp_buf *buf, size_t n);
void rtp_buf_fit(rtp_buf *buf, const char *end); /* what was filled there ends here */
void rtp_buf_put(rtp_buf *buf, rtp_str text);
void rtp_buf_puts(rtp_buf *buf, const char *text);
void rtp_buf_put_char(rtp_buf *buf, char c);
void rtp_buf_fill(rtp_buf *buf, char c, size_t n);
void rtp_buf_format(rtp_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
rtp_str rtp_buf_text(const rtp_buf *buf);   /* borrowed until the next put */
void rtp_buf_cut(rtp_buf *buf, size_t len); /* back to a length it had, before it failed */

/* ---- diagnostics ---- */
typedef struct rtp_code_doc { /* a row of a floor's table of codes, for `rtopitch explain CODE` */
    /* No pointers: those in a table are mended at every start, and hardly any run reads this one. */
    char code[8], title[64], text[480];
} rtp_code_doc;
extern const rtp_code_doc rtp_base_codes[];
extern const size_t rtp_base_code_count;

typedef struct rtp_pieces rtp_pieces;
typedef struct rtp_source {   /* a named text that diagnostics point into */
    rtp_str name;             /* as the user wrote it; "<stdin>" for standard input */
    rtp_str text;             /* with a NUL behind it that len does not count */
    size_t line;              /* that it begins with, of a larger file; 0: the first */
    const rtp_pieces *pieces; /* of a text that was put together from others; NULL: it was not */
} rtp_source;

typedef struct rtp_piece { /* bytes as they stand in another source; those before the next piece belong to its end */
    size_t from;           /* in the text that was put together */
    const rtp_source *source;
    size_t offset, len; /* there */
} rtp_piece;
struct rtp_pieces {
    const rtp_piece *items; /* by from; the first has 0 */
    size_t len;
};
typedef struct rtp_whence {
    const rtp_source *source;
    size_t offset;
} rtp_whence;
rtp_whence rtp_whence_find(const rtp_source *source, size_t offset); /* where a byte was written by its author */

typedef enum rtp_severity { RTP_NOTE, RTP_WARNING, RTP_ERROR } rtp_severity;

typedef struct rtp_diag {
    rtp_severity severity;
    const char *code;         /* "P0104"; never reused, explained by `rtopitch explain CODE` */
    const rtp_source *source; /* NULL when no file is meant */
    size_t offset, length;    /* bytes in source->text to underline */
    rtp_str pointer;          /* JSON pointer of the value, or absent */
    rtp_str message;          /* one line: what is wrong, naming what was found */
    rtp_str found, expected;  /* for machines; may be absent */
    rtp_str hint;             /* one line: what to do; may be absent */
} rtp_diag;
enum { RTP_DIAG_LIMIT = 100 };
typedef struct rtp_diags {
    rtp_arena *arena; /* whoever puts a diagnostic makes its texts here; they are not copied */
    rtp_diag items[RTP_DIAG_LIMIT];
    size_t len, dropped; /* dropped: found after the limit was reached */
    size_t errors, warnings;
} rtp_diags;
rtp_diags *rtp_diags_make(rtp_arena *arena);
void rtp_diags_put(rtp_diags *diags, rtp_diag diag);
void rtp_diags_sort(rtp_diags *diags);  /* sources as first seen, then offset; stable */
void rtp_diags_trace(rtp_diags *diags); /* into the sources that authors wrote, see rtp_whence_find */

/* From 1; columns in code points, a tab counts 1, a byte order mark 0. */
typedef struct rtp_place {
    size_t line, column;
} rtp_place;
rtp_place rtp_place_find(rtp_str text, size_t offset);
rtp_place rtp_place_of(const rtp_source *source, size_t offset); /* counted on from the source's first line */

/* ---- UTF-8 ---- */
/* The length of the well-formed sequence at text[0..len) (Unicode table 3-7), 0 if there is none. */
size_t rtp_utf8_length(const char *text, size_t len);
size_t rtp_utf8_decode(const char *text, size_t len, uint32_t *code_point); /* likewise */
size_t rtp_utf8_encode(uint32_t code_point, char out[4]);
size_t rtp_utf8_count(rtp_str text);          /* code points */
size_t rtp_utf8_width(rtp_str text);          /* columns on a terminal */
bool rtp_utf8_is_unsafe(uint32_t code_point); /* C0, DEL, C1, bidi and line controls, tags */

/* ---- numbers: same digits under every locale ---- */
/* The fewest decimals, 0 to 6, that print it; more for what is smaller than a millionth. */
int rtp_number_decimals(double value);
/* Rounded half away from zero to `decimals`, 15 digits at most; thousands grouped with commas from 10,000 on.
 * "1.5e300" from 1e15 on, and "4.6e-7" for what is smaller than a millionth. */
rtp_str rtp_number_text(rtp_arena *arena, double value, int decimals);
rtp_str rtp_number_json(rtp_arena *arena, double value); /* shortest text that reads back equal */
void rtp_number_put_json(double value, rtp_buf *out);

/* ---- dates: days since 1970-01-01; months: year * 12 + month - 1 ---- */
typedef int32_t rtp_date;
typedef int32_t rtp_month;
enum { RTP_DATE_UNKNOWN = INT32_MIN };
bool rtp_date_parse(rtp_str text, rtp_date *date);    /* "2027-01-11", years 1900 to 2199 */
bool rtp_month_parse(rtp_str text, rtp_month *month); /* "2027-01" */
rtp_str rtp_date_iso(rtp_arena *arena, rtp_date date);
rtp_str rtp_date_long(rtp_arena *arena, rtp_date date); /* "11 January 2027" */
rtp_str rtp_month_iso(rtp_arena *arena, rtp_month month);
rtp_str rtp_month_long(rtp_arena *arena, rtp_month month); /* "January 2027" */
rtp_month rtp_date_month(rtp_date date);
rtp_date rtp_month_first(rtp_month month); /* its first day */
int rtp_date_weekday(rtp_date date);       /* 0 Monday … 6 Sunday */

/* ---- SHA-256 (FIPS 180-4), as 64 small hexadecimal digits and a NUL ---- */
enum { RTP_SHA256_HEX = 65 };
void rtp_sha256_hex(rtp_str text, char hex[RTP_SHA256_HEX]);
typedef struct rtp_sha256 { /* for a text that comes in parts */
    uint32_t state[8];
    size_t len;
    unsigned char block[64];
} rtp_sha256;
rtp_sha256 rtp_sha256_make(void);
void rtp_sha256_put(rtp_sha256 *hash, rtp_str text);
void rtp_sha256_end(rtp_sha256 *hash, char hex[RTP_SHA256_HEX]);

/* ---- files; diagnostics carry codes O…, all of them exit status 3 ---- */
/* Reads a whole file, or standard input for "-", up to `limit` bytes; no diagnostic has a place. */
bool rtp_file_read(rtp_str path, size_t limit, rtp_arena *arena, rtp_diags *diags, rtp_source *source);
/* Writes all or nothing: a temporary file beside `path`, synced and renamed; "-" is standard
 * output; devices and pipes are written through. `mode` is used whatever the umask. */
bool rtp_file_write(rtp_str path, rtp_str bytes, unsigned mode, rtp_diags *diags);
/* Removes the temporary files of writes under way; safe in a signal handler. */
void rtp_file_abandon(void);

/* A stream of bytes, read in parts; "-" is standard input. -1 and an errno when it cannot be. */
int rtp_stream_open(const char *path, uint64_t *size); /* size: 0 when nobody knows */
ptrdiff_t rtp_stream_read(int stream, char *into, size_t n);
void rtp_stream_close(int stream);

bool rtp_folder_is(const char *path);
/* The names in a folder that end with a suffix and do not begin with a dot, sorted by bytes; 0 or an errno. */
int rtp_folder_list(const char *path, rtp_str suffix, rtp_arena *arena, rtp_texts *names);

/* ---- a folder that many files are written to, by one run at a time ---- */
typedef struct rtp_folder {
    int fd, log;    /* log: open for appending, and the lock */
    size_t log_len; /* as it was found */
} rtp_folder;
/* Makes the folder when it is not there, locks it by its log file, and removes what a run that was killed left half
 * done. 0 or an errno; EWOULDBLOCK: another run is at work. */
int rtp_folder_open(const char *path, const char *log, rtp_folder *folder);
/* Whole or not at all, 0 or an errno; EEXIST when it must be new. Threads may call it. */
int rtp_folder_put(const rtp_folder *folder, const char *name, rtp_str bytes, bool replace);
int rtp_folder_get(const rtp_folder *folder, const char *name, rtp_buf *bytes); /* links are not followed */
int rtp_folder_log_put(const rtp_folder *folder, rtp_str lines);
int rtp_folder_close(rtp_folder *folder); /* once its names are on the disk */

#endif
