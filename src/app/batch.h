/* The parts of a run over many profiles: where they come from, the slots they pass through, where files go.
 * A slot holds some profiles and what becomes of them; slots go round, so that memory has a bound. */
#ifndef APP_BATCH_H
#define APP_BATCH_H

#include "rtopitch/app.h"

enum {
    RTP_BATCH_BLOCK = 64 * 1024, /* bytes of JSON Lines in a slot; more when a line is longer */
    RTP_BATCH_FILES = 4,         /* files in a slot */
    RTP_BATCH_BYTES = 256 * 1024 * 1024,
    RTP_KEY_LEN = RTP_SHA256_HEX
};

typedef enum rtp_batch_state {
    RTP_ENTRY_FAILED,
    RTP_ENTRY_MADE,
    RTP_ENTRY_KEPT,
    RTP_ENTRY_DROPPED /* the run ended before it */
} rtp_batch_state;

typedef struct rtp_batch_entry {
    size_t from, len; /* in the slot's text: a line, or a path */
    size_t index, line;
    rtp_batch_state state;
    int status;
    size_t told, notes, bytes, files; /* ends in the slot's buffers */
    size_t clash;                     /* the file, from 1, whose name another profile has */
    char key[RTP_KEY_LEN];            /* of what goes into it; "" when nobody asks */
} rtp_batch_entry;

typedef struct rtp_batch_file_row {
    size_t name, bytes; /* ends */
} rtp_batch_file_row;

typedef struct rtp_batch_files {
    rtp_arena *arena;
    rtp_buf names;
    rtp_batch_file_row *rows;
    size_t len, cap;
} rtp_batch_files;

typedef struct rtp_batch_slot {
    rtp_arena *arena;   /* of the arrays, which only grow */
    rtp_str name, stem; /* of the input, for lines */
    rtp_buf text;
    rtp_batch_entry *entries;
    size_t len, cap;
    rtp_buf bytes, notes, told; /* what the entries became */
    rtp_batch_files files;
    rtp_buf messages, listed; /* what is said in the end, and lines of the log */
    uint64_t size;            /* of the input that it is */
} rtp_batch_slot;

void rtp_batch_slot_prepare(rtp_batch_slot *slot);
void rtp_batch_slot_clear(rtp_batch_slot *slot); /* but for the text, which is the next profiles' */
void rtp_batch_slot_free(rtp_batch_slot *slot);
/* Leaves the notes of those profiles that are made or kept. */
void rtp_batch_slot_drop_notes(rtp_batch_slot *slot);

/* ---- where profiles come from; used by one worker at a time ---- */

typedef struct rtp_feed {
    rtp_texts inputs;
    size_t next;     /* input */
    size_t index;    /* of the last profile */
    uint64_t size;   /* of all inputs that say so */
    bool size_known; /* all say so */
    int stream;      /* -1: none is open */
    rtp_str name, stem;
    size_t line;   /* of the stream, that was read last */
    rtp_buf rest;  /* read, but behind the last line end */
    bool skipping; /* the rest of a line that is too long */
    rtp_arena *folder_arena;
    rtp_str folder; /* with its slash */
    rtp_texts files;
    size_t next_file;
} rtp_feed;

rtp_feed rtp_feed_make(rtp_texts inputs);
/* Fills an empty slot with the next profiles; false at the end of all inputs. */
bool rtp_feed_fill(rtp_feed *feed, rtp_batch_slot *slot);
void rtp_feed_free(rtp_feed *feed);
/* "profile" of "team/profile.json" */
rtp_str rtp_feed_stem(rtp_str path);

/* ---- tables of 64-bit hashes: of names that are taken, and of what a log lists ---- */

typedef struct rtp_hashes {
    rtp_arena *arena;
    uint64_t *keys, *values; /* values: NULL in a set */
    size_t len, cap;
    bool is_map;
} rtp_hashes;
bool rtp_hashes_put(rtp_hashes *hashes, uint64_t key, uint64_t value); /* false: it was there; the value is replaced */
bool rtp_hashes_find(const rtp_hashes *hashes, uint64_t key, uint64_t *value);
uint64_t rtp_name_hash(rtp_str name); /* the same for names that differ in case alone */

/* ---- where files go ---- */

typedef struct rtp_shelf {
    const rtp_batch *batch;
    rtp_folder folder;
    rtp_buf log; /* as it was when the run began */
    rtp_hashes by_key, by_name;
} rtp_shelf;

bool rtp_shelf_open(rtp_shelf *shelf, const rtp_batch *batch, rtp_arena *arena, rtp_diags *diags);
/* What decides about a profile's documents, as a digest. */
void rtp_shelf_key(const rtp_shelf *shelf, const rtp_batch_item *item, char key[RTP_KEY_LEN]);
/* Whether all files of this key are there and whole; if so, their names are put with no bytes. */
bool rtp_shelf_has(const rtp_shelf *shelf, const char *key, rtp_batch_made *made);
/* Writes one file; 0 or an errno, EEXIST when a file that is not ours has the name. */
int rtp_shelf_put(const rtp_shelf *shelf, rtp_str name, rtp_str bytes, rtp_arena *arena);
/* One line of the log for an entry whose files are written. */
void rtp_shelf_list(const rtp_batch_slot *slot, const rtp_batch_entry *entry, rtp_buf *lines);
int rtp_shelf_close(rtp_shelf *shelf);

rtp_str rtp_batch_file_name(const rtp_batch_files *files, size_t i);
rtp_str rtp_batch_file_bytes(const rtp_batch_slot *slot, size_t i);
/* The first file of an entry: the end of the one before. */
size_t rtp_batch_first_file(const rtp_batch_slot *slot, const rtp_batch_entry *entry);

#endif
