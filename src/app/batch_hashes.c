/* Sets and maps of 64-bit hashes with linear probing: eight bytes remember a name, whatever its length.
 * Two names with one hash would refuse a profile that could have been written; with a million names the odds
 * are one in forty million. */
#include "app/batch.h"

enum { CAP_FIRST = 1024 };

/* 0 marks an empty place. */
static uint64_t real_key(uint64_t key)
{
    return key == 0 ? 1 : key;
}

static size_t place_of(const rtp_hashes *hashes, uint64_t key)
{
    size_t at = (size_t)(key >> 7) & (hashes->cap - 1);
    while (hashes->keys[at] != 0 && hashes->keys[at] != key) {
        at = (at + 1) & (hashes->cap - 1);
    }
    return at;
}

static void grow(rtp_hashes *hashes)
{
    rtp_hashes grown = *hashes;
    grown.cap = hashes->cap > 0 ? hashes->cap * 2 : CAP_FIRST;
    grown.keys = RTP_NEW_ARRAY(hashes->arena, uint64_t, grown.cap);
    grown.values = hashes->is_map ? RTP_NEW_ARRAY(hashes->arena, uint64_t, grown.cap) : NULL;
    for (size_t i = 0; i < hashes->cap; i++) {
        if (hashes->keys[i] != 0) {
            size_t at = place_of(&grown, hashes->keys[i]);
            grown.keys[at] = hashes->keys[i];
            if (hashes->is_map) {
                grown.values[at] = hashes->values[i];
            }
        }
    }
    *hashes = grown;
}

bool rtp_hashes_put(rtp_hashes *hashes, uint64_t key, uint64_t value)
{
    if (hashes->len * 4 >= hashes->cap * 3) {
        grow(hashes);
    }
    key = real_key(key);
    size_t at = place_of(hashes, key);
    bool fresh = hashes->keys[at] == 0;
    hashes->keys[at] = key;
    hashes->len += fresh;
    if (hashes->is_map) {
        hashes->values[at] = value;
    }
    return fresh;
}

bool rtp_hashes_find(const rtp_hashes *hashes, uint64_t key, uint64_t *value)
{
    if (hashes->len == 0) {
        return false;
    }
    size_t at = place_of(hashes, real_key(key));
    if (hashes->keys[at] != 0 && hashes->is_map) {
        *value = hashes->values[at];
    }
    return hashes->keys[at] != 0;
}

/* FNV-1a, and a last mix that spreads the end of the name over all bits. */
uint64_t rtp_name_hash(rtp_str name)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        c = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
        hash = (hash ^ (unsigned char)c) * UINT64_C(0x100000001b3);
    }
    hash ^= hash >> 32;
    hash *= UINT64_C(0xd6e8feb86659fd93);
    return hash ^ hash >> 32;
}
