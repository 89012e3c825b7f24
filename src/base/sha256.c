/* SHA-256 (FIPS 180-4), to tell whether two texts are the same without keeping either.
 * Manifests, caches and lists of trusted packs hold it. */
#include "rtopitch/base.h"

#include <string.h>

static const uint32_t constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

rtp_sha256 rtp_sha256_make(void)
{
    return (rtp_sha256){
        .state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}};
}

static uint32_t turned(uint32_t x, unsigned n)
{
    return x >> n | x << (32 - n);
}

static uint32_t word_at(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static void schedule_make(const unsigned char *block, uint32_t w[64])
{
    for (size_t i = 0; i < 16; i++) {
        w[i] = word_at(block + 4 * i);
    }
    for (size_t i = 16; i < 64; i++) {
        uint32_t low = turned(w[i - 15], 7) ^ turned(w[i - 15], 18) ^ w[i - 15] >> 3;
        uint32_t high = turned(w[i - 2], 17) ^ turned(w[i - 2], 19) ^ w[i - 2] >> 10;
        w[i] = w[i - 16] + low + w[i - 7] + high;
    }
}

/* One round of the standard. Its words a to h are handed on under other names instead of being moved. */
static inline void round_one(const uint32_t w, uint32_t s[8], const size_t turn)
{
#define AT(i) s[((i)-turn) & 7]
    uint32_t choice = AT(6) ^ (AT(4) & (AT(5) ^ AT(6)));
    uint32_t majority = (AT(0) & AT(1)) | (AT(2) & (AT(0) | AT(1)));
    uint32_t one = AT(7) + (turned(AT(4), 6) ^ turned(AT(4), 11) ^ turned(AT(4), 25)) + choice + w;
    AT(3) += one;
    AT(7) = one + (turned(AT(0), 2) ^ turned(AT(0), 13) ^ turned(AT(0), 22)) + majority;
#undef AT
}

static void block_mix(uint32_t state[8], const unsigned char *block)
{
    uint32_t w[64], s[8];
    schedule_make(block, w);
    memcpy(s, state, sizeof s);
    for (size_t i = 0; i < 64; i += 8) {
        for (size_t turn = 0; turn < 8; turn++) {
            round_one(w[i + turn] + constants[i + turn], s, turn);
        }
    }
    for (size_t i = 0; i < 8; i++) {
        state[i] += s[i];
    }
}

void rtp_sha256_put(rtp_sha256 *hash, rtp_str text)
{
    size_t held = hash->len % sizeof hash->block;
    hash->len += text.len;
    while (text.len > 0) {
        size_t room = sizeof hash->block - held, n = text.len < room ? text.len : room;
        if (held == 0 && n == sizeof hash->block) {
            block_mix(hash->state, (const unsigned char *)text.ptr);
        } else {
            memcpy(hash->block + held, text.ptr, n);
            held += n;
            if (held == sizeof hash->block) {
                block_mix(hash->state, hash->block);
                held = 0;
            }
        }
        text = (rtp_str){text.ptr + n, text.len - n};
    }
}

/* A one bit, zeros, and the length in bits fill the last block. */
static void finish(rtp_sha256 *hash)
{
    unsigned char tail[8];
    uint64_t bits = (uint64_t)hash->len * 8;
    for (size_t i = 0; i < sizeof tail; i++) {
        tail[i] = (unsigned char)(bits >> (56 - 8 * i));
    }
    static const char padding[64] = {(char)0x80};
    size_t held = hash->len % sizeof hash->block;
    size_t fill = (held < 56 ? 56 : 120) - held;
    rtp_sha256_put(hash, (rtp_str){padding, fill});
    rtp_sha256_put(hash, (rtp_str){(const char *)tail, sizeof tail});
}

void rtp_sha256_end(rtp_sha256 *hash, char hex[RTP_SHA256_HEX])
{
    static const char digits[] = "0123456789abcdef";
    finish(hash);
    for (size_t i = 0; i < RTP_SHA256_HEX - 1; i++) {
        hex[i] = digits[hash->state[i / 8] >> (28 - 4 * (i % 8)) & 15U];
    }
    hex[RTP_SHA256_HEX - 1] = '\0';
}

void rtp_sha256_hex(rtp_str text, char hex[RTP_SHA256_HEX])
{
    rtp_sha256 hash = rtp_sha256_make();
    rtp_sha256_put(&hash, text);
    rtp_sha256_end(&hash, hex);
}
