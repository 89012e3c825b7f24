/* A ZIP archive (PKWARE's APPNOTE 6.3) of stored entries. Sizes stand in front of each entry, so a reader needs
 * no seeking and the archive can be piped; the date is fixed, since a clock would make every file another one. */
#include "render/zip.h"

#include <string.h>

enum {
    VERSION = 20,                  /* 2.0, which every reader knows */
    NAMES_ARE_UTF8 = 1 << 11,      /* general purpose flag */
    DAY_ONE = 1 << 5 | 1,          /* 1 January 1980, where the format's years begin */
    CRC_AT = 14,                   /* in it; the two sizes follow */
    ENTRIES_MOST = UINT16_MAX - 1, /* beyond are other records, which nothing here needs */
    TABLE_LEN = 256,
    TOP_BYTE = 24
};

/* ---- CRC-32, of ISO 3309 ---- */

static const uint32_t polynomial = 0xEDB88320;

const uint32_t (*rtp_crc32_table(rtp_arena *arena))[256]
{
    uint32_t(*table)[TABLE_LEN] = rtp_array_make(arena, RTP_CRC32_SLICES, sizeof *table);
    for (uint32_t i = 0; i < TABLE_LEN; i++) {
        uint32_t crc = i;
        for (int bit = 0; bit < 8; bit++) {
            crc = (crc >> 1) ^ (polynomial & (0 - (crc & 1)));
        }
        table[0][i] = crc;
    }
    for (size_t slice = 1; slice < RTP_CRC32_SLICES; slice++) {
        for (size_t i = 0; i < TABLE_LEN; i++) {
            uint32_t before = table[slice - 1][i];
            table[slice][i] = (before >> 8) ^ table[0][before & 0xFF];
        }
    }
    return (const uint32_t(*)[TABLE_LEN])table;
}

static uint32_t word_at(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << TOP_BYTE;
}

uint32_t rtp_crc32(const uint32_t (*table)[256], rtp_str bytes)
{
    const unsigned char *at = (const unsigned char *)bytes.ptr;
    uint32_t crc = UINT32_MAX;
    size_t left = bytes.len;
    for (; left >= RTP_CRC32_SLICES; left -= RTP_CRC32_SLICES, at += RTP_CRC32_SLICES) {
        uint32_t low = crc ^ word_at(at), high = word_at(at + 4);
        crc = table[7][low & 0xFF] ^ table[6][(low >> 8) & 0xFF] ^ table[5][(low >> 16) & 0xFF] ^
              table[4][low >> TOP_BYTE] ^ table[3][high & 0xFF] ^ table[2][(high >> 8) & 0xFF] ^
              table[1][(high >> 16) & 0xFF] ^ table[0][high >> TOP_BYTE];
    }
    for (; left > 0; left--, at++) {
        crc = (crc >> 8) ^ table[0][(crc ^ *at) & 0xFF];
    }
    return ~crc;
}

/* ---- headers: little-endian, whatever the machine ---- */

typedef struct record {
    unsigned char bytes[64];
    size_t len;
} record;

static void put_short(record *r, size_t value)
{
    r->bytes[r->len++] = (unsigned char)(value & 0xFF);
    r->bytes[r->len++] = (unsigned char)(value >> 8 & 0xFF);
}

static void put_long(record *r, size_t value)
{
    put_short(r, value);
    put_short(r, value >> 16);
}

static rtp_str record_text(const record *r)
{
    return (rtp_str){(const char *)r->bytes, r->len};
}

/* What both headers of an entry hold. */
static void put_common(record *r, const rtp_zip_entry *entry)
{
    put_short(r, VERSION);
    put_short(r, NAMES_ARE_UTF8);
    put_short(r, 0); /* stored */
    put_short(r, 0); /* midnight */
    put_short(r, DAY_ONE);
    put_long(r, entry->crc);
    put_long(r, entry->size);
    put_long(r, entry->size);
    put_short(r, entry->name.len);
    put_short(r, 0); /* no extra field */
}

static void local_put(rtp_zip *zip, const rtp_zip_entry *entry)
{
    record r = {.len = 0};
    put_long(&r, 0x04034B50);
    put_common(&r, entry);
    rtp_buf_put(zip->out, record_text(&r));
    rtp_buf_put(zip->out, entry->name);
}

static void directory_put(rtp_zip *zip, const rtp_zip_entry *entry)
{
    record r = {.len = 0};
    put_long(&r, 0x02014B50);
    put_short(&r, VERSION);
    put_common(&r, entry);
    put_short(&r, 0); /* no comment */
    put_short(&r, 0); /* first disk */
    put_short(&r, 0); /* nothing said about the contents */
    put_long(&r, 0);  /* nor about the file's rights */
    put_long(&r, entry->at);
    rtp_buf_put(zip->out, record_text(&r));
    rtp_buf_put(zip->out, entry->name);
}

/* ---- the archive ---- */

rtp_zip rtp_zip_make(rtp_buf *out, rtp_arena *arena)
{
    return (rtp_zip){.out = out, .arena = arena, .start = out->len, .table = rtp_crc32_table(arena)};
}

rtp_zip rtp_zip_inside(const rtp_zip *around)
{
    return (rtp_zip){.out = around->out, .arena = around->arena, .start = around->out->len, .table = around->table};
}

void rtp_zip_open(rtp_zip *zip, rtp_str name)
{
    zip->entries = rtp_array_grow(zip->arena, zip->entries, zip->len, &zip->cap, sizeof *zip->entries);
    rtp_zip_entry *entry = &zip->entries[zip->len++];
    *entry = (rtp_zip_entry){.name = name, .at = zip->out->len - zip->start};
    local_put(zip, entry);
    entry->from = zip->out->len - zip->start;
}

/* What only the entry's end tells is written into its header; nothing was sent before the whole is made. */
void rtp_zip_close(rtp_zip *zip)
{
    rtp_zip_entry *entry = &zip->entries[zip->len - 1];
    entry->size = zip->out->len - zip->start - entry->from;
    if (zip->out->failed || entry->at + entry->size > UINT32_MAX / 2 || zip->len > ENTRIES_MOST) {
        zip->out->failed = true;
        return;
    }
    char *header = zip->out->ptr + zip->start + entry->at;
    entry->crc = rtp_crc32(zip->table, (rtp_str){zip->out->ptr + zip->start + entry->from, entry->size});
    record r = {.len = 0};
    put_long(&r, entry->crc);
    put_long(&r, entry->size);
    put_long(&r, entry->size);
    memcpy(header + CRC_AT, r.bytes, r.len);
}

void rtp_zip_finish(rtp_zip *zip)
{
    size_t at = zip->out->len - zip->start;
    for (size_t i = 0; i < zip->len; i++) {
        directory_put(zip, &zip->entries[i]);
    }
    record r = {.len = 0};
    put_long(&r, 0x06054B50);
    put_short(&r, 0); /* this disk */
    put_short(&r, 0); /* the directory's */
    put_short(&r, zip->len);
    put_short(&r, zip->len);
    put_long(&r, zip->out->len - zip->start - at);
    put_long(&r, at);
    put_short(&r, 0); /* no comment */
    rtp_buf_put(zip->out, record_text(&r));
}
