/* The state of one scan, shared by the files that read strings, numbers and keys. Every reader
 * starts at text[at] and moves `at` behind what it read. */
#ifndef JSON_SCAN_H
#define JSON_SCAN_H

#include "json/fault.h"

enum { RTP_SCAN_DEPTH = 128 /* no limit goes beyond */, RTP_SCAN_KEYS = 64 /* before the arena is asked */ };

typedef struct rtp_scan_key {
    rtp_str text; /* decoded */
    size_t offset;
} rtp_scan_key;

typedef struct rtp_scan_level {
    size_t offset;    /* of the opening bracket */
    size_t first_key; /* of an object: where its keys start in `keys` */
    bool object;
} rtp_scan_level;

typedef struct rtp_scan {
    const char *text; /* a NUL stands at text[len] */
    size_t len, at;
    const rtp_json_limits *limits;
    size_t values, depth;
    rtp_scan_level levels[RTP_SCAN_DEPTH];
    rtp_arena *arena;
    rtp_scan_key *keys; /* of all open objects, outermost first */
    size_t key_count, key_cap;
    rtp_scan_key some_keys[RTP_SCAN_KEYS];
    rtp_fault_place place; /* of the fault */
} rtp_scan;

/* Notes the fault and returns false, so that readers can end with it. */
bool rtp_scan_stop(rtp_scan *scan, rtp_fault fault, size_t offset, size_t length);

bool rtp_scan_string(rtp_scan *scan, bool *escaped);
bool rtp_scan_number(rtp_scan *scan);
bool rtp_scan_key_take(rtp_scan *scan);                 /* reads the name of a member and remembers it */
bool rtp_scan_keys_close(rtp_scan *scan, size_t first); /* no two alike? then forgets them */

#endif
