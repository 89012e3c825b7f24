/* A ZIP archive written straight into a buffer: entries are stored as they are, so that a document costs no
 * compression and the same input gives the same bytes. */
#ifndef RTOPITCH_RENDER_ZIP_H
#define RTOPITCH_RENDER_ZIP_H

#include "rtopitch/base.h"

typedef struct rtp_zip_entry {
    rtp_str name;
    size_t at, from, size; /* its header and its first byte, from the archive's start; its bytes */
    uint32_t crc;
} rtp_zip_entry;

typedef struct rtp_zip {
    rtp_buf *out;
    rtp_arena *arena;
    size_t start; /* of the archive in `out`: an archive may be an entry of another */
    rtp_zip_entry *entries;
    size_t len, cap;
    const uint32_t (*table)[256];
} rtp_zip;

enum { RTP_CRC32_SLICES = 8 };
/* The table that CRC-32 is computed with, eight bytes at a time. */
const uint32_t (*rtp_crc32_table(rtp_arena *arena))[256];
uint32_t rtp_crc32(const uint32_t (*table)[256], rtp_str bytes);

rtp_zip rtp_zip_make(rtp_buf *out, rtp_arena *arena);
/* An archive that is an entry of `around`, which stays open until this one is finished. */
rtp_zip rtp_zip_inside(const rtp_zip *around);
/* What is put into `out` until the entry is closed is the entry. The name is kept; it is ours, never a user's. */
void rtp_zip_open(rtp_zip *zip, rtp_str name);
void rtp_zip_close(rtp_zip *zip);
void rtp_zip_finish(rtp_zip *zip); /* the directory at the end */

#endif
