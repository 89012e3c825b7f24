/* JSON that can be trusted: a strict RFC 8259 scan, then cJSON, then tables that bind
 * members to structs. The only door to cJSON is src/json/read.c. */
#ifndef RTOPITCH_JSON_H
#define RTOPITCH_JSON_H

#include "rtopitch/base.h"

/* Points cJSON's allocation at the calling thread's arena. Once, before the first thread. */
void rtp_json_start(void);
const char *rtp_json_version(void); /* of cJSON */

extern const rtp_code_doc rtp_json_codes[];
extern const size_t rtp_json_code_count;

/* ---- scan: the grammar and our policy, before cJSON sees a byte ---- */

typedef struct rtp_json_limits {
    size_t bytes, depth, values, string; /* string: bytes; depth: the root is level 1 */
} rtp_json_limits;

extern const rtp_json_limits rtp_json_profile_limits; /* 4 MiB, 32, 200,000, 64 KiB */
extern const rtp_json_limits rtp_json_pack_limits;

/* Reports the first fault with its place (codes J…) and returns false. A UTF-8 byte order
 * mark is skipped. Refused by policy, though valid: \u0000, duplicate keys, numbers >= 1e308. */
bool rtp_json_scan(const rtp_source *source, const rtp_json_limits *limits, rtp_diags *diags);

/* ---- the tree ---- */

typedef struct cJSON rtp_json;

typedef enum rtp_json_kind {
    RTP_JSON_NULL,
    RTP_JSON_FLAG,
    RTP_JSON_NUMBER,
    RTP_JSON_STRING,
    RTP_JSON_ARRAY,
    RTP_JSON_OBJECT
} rtp_json_kind;

/* Scans, then parses; the tree lives in the arena. NULL after a diagnostic. */
const rtp_json *rtp_json_read(const rtp_source *source, const rtp_json_limits *limits, rtp_arena *arena,
                              rtp_diags *diags);
rtp_json_kind rtp_json_kind_of(const rtp_json *node);
const char *rtp_json_kind_name(rtp_json_kind kind); /* "a number", "an object" */
bool rtp_json_flag(const rtp_json *node);
double rtp_json_number(const rtp_json *node);
rtp_str rtp_json_text(const rtp_json *node);                        /* of a string */
rtp_str rtp_json_key(const rtp_json *node);                         /* of an object's member */
const rtp_json *rtp_json_first(const rtp_json *node);               /* child of an array or object, or NULL */
const rtp_json *rtp_json_next(const rtp_json *node);                /* sibling, or NULL */
const rtp_json *rtp_json_find(const rtp_json *object, rtp_str key); /* case-sensitive; or NULL */
size_t rtp_json_count(const rtp_json *node);

/* Where the value of a JSON pointer stands in a text that passed the scan; with `key`, where its
 * member's name stands, if it is a member. Walks the text again, so it costs nothing until something is wrong. */
bool rtp_json_locate(rtp_str text, rtp_str pointer, bool key, size_t *offset, size_t *length);
/* Likewise for a part of a string, told by bytes of its decoded text; len 0 means the whole value. */
typedef struct rtp_json_part {
    size_t from, len;
} rtp_json_part;
bool rtp_json_locate_part(rtp_str text, rtp_str pointer, rtp_json_part part, size_t *offset, size_t *length);

/* All places of a text that passed the scan, for who asks for many of them: one walk, and then none. */
typedef struct rtp_json_map rtp_json_map;
const rtp_json_map *rtp_json_map_make(rtp_str text, rtp_arena *arena);
/* As rtp_json_locate and rtp_json_locate_part. */
bool rtp_json_map_locate(const rtp_json_map *map, rtp_str pointer, bool key, size_t *offset, size_t *length);
bool rtp_json_map_locate_part(const rtp_json_map *map, rtp_str pointer, rtp_json_part part, size_t *offset,
                              size_t *length);

/* ---- edit: changes to a text that keep every other byte ---- */

typedef struct rtp_json_edit { /* sets a value: replaces it, or adds it with the objects that are missing */
    rtp_str pointer;           /* a last token "-" adds an item to a list */
    rtp_str value;             /* one JSON value, laid out like the text around it */
} rtp_json_edit;
typedef struct rtp_json_edits {
    const rtp_json_edit *items;
    size_t len;
} rtp_json_edits;

/* One after the other. False after a diagnostic: a text or value that does not pass the scan, or a pointer through
 * what holds no members (J0028). */
bool rtp_json_change(const rtp_source *source, rtp_json_edits edits, rtp_arena *arena, rtp_diags *diags, rtp_str *text);

/* ---- merge: RFC 7386, a patch wins over its target member by member, and null takes a member away ---- */

typedef struct rtp_json_index rtp_json_index; /* a target prepared for many patches; only read by them */
/* Of a text that passed the scan. */
const rtp_json_index *rtp_json_index_make(const rtp_source *target, rtp_arena *arena);

typedef struct rtp_json_override { /* a value of the target that the patch changed */
    rtp_str pointer;
    rtp_str was, is; /* as written there, slices of both texts; is: "null" when it was taken away */
} rtp_json_override;
typedef struct rtp_json_overrides {
    rtp_json_override *items;
    size_t len, cap;
} rtp_json_overrides;
/* The source is put together from both, with pieces; `patch` passed the scan and outlives it. */
void rtp_json_merge(const rtp_json_index *target, const rtp_source *patch, rtp_arena *arena, rtp_source *merged,
                    rtp_json_overrides *overrides);

/* ---- bind: one table of fields drives the loader, the JSON Schema, and their documentation ---- */

/* Small types, a line each, since they are read as a table. */
/* clang-format off */
typedef struct rtp_count { bool known; int32_t value; } rtp_count;   /* a whole number */
typedef struct rtp_number { bool known; double value; } rtp_number;
typedef enum rtp_flag { RTP_FLAG_UNKNOWN, RTP_FLAG_NO, RTP_FLAG_YES } rtp_flag;
typedef struct rtp_choices { const int *items; size_t len; } rtp_choices; /* each index + 1 */
typedef struct rtp_dates { const rtp_date *items; size_t len; } rtp_dates;
typedef struct rtp_objects { void *items; size_t len; } rtp_objects; /* array of the shape's struct */
typedef struct rtp_month_value { rtp_month month; double value; } rtp_month_value;
typedef struct rtp_month_series { const rtp_month_value *items; size_t len; bool known; } rtp_month_series;
enum { RTP_MODE_COUNT = 3 };
typedef struct rtp_sample { const double *items; size_t len; bool known; } rtp_sample;
typedef struct rtp_samples { rtp_sample mode[RTP_MODE_COUNT]; bool known; } rtp_samples;
typedef struct rtp_day_value { rtp_date day; double value; } rtp_day_value;
typedef struct rtp_day_series { const rtp_day_value *items; size_t len; bool known; } rtp_day_series;
/* clang-format on */

typedef enum rtp_field_type {
    RTP_FIELD_TEXT,    /* rtp_str */
    RTP_FIELD_LINK,    /* rtp_str, an https address */
    RTP_FIELD_NUMBER,  /* rtp_number */
    RTP_FIELD_COUNT,   /* rtp_count */
    RTP_FIELD_FLAG,    /* rtp_flag */
    RTP_FIELD_DATE,    /* rtp_date, RTP_DATE_UNKNOWN when absent */
    RTP_FIELD_MONTH,   /* rtp_month, RTP_DATE_UNKNOWN when absent */
    RTP_FIELD_CHOICE,  /* int: index into words + 1; 0 when absent */
    RTP_FIELD_TEXTS,   /* rtp_texts */
    RTP_FIELD_CHOICES, /* rtp_choices */
    RTP_FIELD_DATES,   /* rtp_dates */
    RTP_FIELD_OBJECT,  /* the shape's struct, in place */
    RTP_FIELD_OBJECTS, /* rtp_objects */
    RTP_FIELD_RAW,     /* const rtp_json *, any value; for members that a later stage compiles */
    RTP_FIELD_SERIES,  /* rtp_month_series: {"2026-01": 3.5, ...} in document order */
    RTP_FIELD_SAMPLES, /* rtp_samples: {"office": [1, 2], ...} */
    RTP_FIELD_DAYS,    /* rtp_day_series: {"2027-01-11": 3.5, ...} in order of time */
    RTP_FIELD_NUMBERS  /* rtp_sample: [1, 2] */
} rtp_field_type;

typedef struct rtp_shape rtp_shape;

/* Whose words a text is: only the user's own are judged. Of an object: all texts in it. */
typedef enum rtp_voice { RTP_VOICE_OWN, RTP_VOICE_OTHERS, RTP_VOICE_PRIVATE } rtp_voice;

typedef struct rtp_field {
    const char *key;
    rtp_field_type type;
    bool required;
    uint8_t voice;          /* rtp_voice */
    uint16_t offset;        /* of the member in the shape's struct */
    double least, most;     /* of a number, or of a list's length; equal means unlimited, INFINITY is fine;
                             * most of a text: characters; most of a series or samples: values */
    const rtp_texts *words; /* of a choice */
    const rtp_shape *shape; /* of an object or of each object of a list */
    const char *doc;        /* one sentence; the schema's description */
    const char *example;    /* JSON text of one good value */
} rtp_field;

struct rtp_shape {
    const char *name;
    const rtp_field *fields;
    size_t count, size; /* of fields; of the struct */
    bool known_first;   /* the struct starts with `bool known`, set when the object is present */
};

/* Binds `node` to `object`, reporting every problem (codes P…) at its place: wrong type, out of
 * range, unknown key (with a suggestion), missing key. Keys x-…, $schema, $comment are skipped.
 * True when nothing was reported as an error; what was wrong stays absent, so that later checks can
 * still look at the rest. */
bool rtp_bind(const rtp_json *node, const rtp_shape *shape, const rtp_source *source, rtp_arena *arena,
              rtp_diags *diags, void *object);

/* ---- schema and writer ---- */

/* Draft-07, from the same tables. */
void rtp_schema_write(const rtp_shape *shape, const char *id, const char *title, rtp_buf *out);

/* A streaming writer: commas, indentation and escapes are its business. indent 0: one line. */
typedef struct rtp_json_writer {
    rtp_buf *out;
    int indent, depth;
    bool first, after_key;
} rtp_json_writer;
rtp_json_writer rtp_json_writer_make(rtp_buf *out, int indent);
void rtp_json_open(rtp_json_writer *w, char bracket);  /* '{' or '[' */
void rtp_json_close(rtp_json_writer *w, char bracket); /* '}' or ']' */
void rtp_json_put_key(rtp_json_writer *w, const char *key);
void rtp_json_put_text(rtp_json_writer *w, rtp_str text);
void rtp_json_open_text(rtp_json_writer *w); /* a text that comes in parts, each of whole characters */
void rtp_json_add_text(rtp_json_writer *w, rtp_str part);
void rtp_json_close_text(rtp_json_writer *w);
void rtp_json_put_number(rtp_json_writer *w, double value);
void rtp_json_put_flag(rtp_json_writer *w, bool flag);
void rtp_json_put_null(rtp_json_writer *w);
void rtp_json_put_raw(rtp_json_writer *w, rtp_str json); /* a value that is JSON already */

#endif
