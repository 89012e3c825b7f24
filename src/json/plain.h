/* Characters that stand in a JSON string as they are. Most text is such ASCII, so many bytes are looked at
 * together, when a string is read and when one is written. */
#ifndef JSON_PLAIN_H
#define JSON_PLAIN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* rtp_plain_bytes: the plain ones among so many bytes, up to the first that has its high bit set, is below a space,
 * a quote, a backslash or DEL. */
#ifdef __SSE2__

#include <emmintrin.h>

enum { RTP_PLAIN_TOGETHER = 16 };

static inline size_t rtp_plain_bytes(const char *ptr)
{
    __m128i bytes = _mm_loadu_si128((const void *)ptr);
    __m128i quotes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')),
            backslashes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
    /* Bytes have a sign here, so those with their high bit set are below a space, too. */
    __m128i below = _mm_cmplt_epi8(bytes, _mm_set1_epi8(' ')), deletes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x7F));
    __m128i all = _mm_or_si128(_mm_or_si128(quotes, backslashes), _mm_or_si128(below, deletes));
    unsigned hits = (unsigned)_mm_movemask_epi8(all);
    return hits ? (size_t)__builtin_ctz(hits) : RTP_PLAIN_TOGETHER;
}

#else

enum { RTP_PLAIN_TOGETHER = 8 };

#define RTP_EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

/* A subtraction may carry a hit to the bytes behind it, never to those before. */
static inline size_t rtp_plain_bytes(const char *ptr)
{
    const uint64_t ones = RTP_EACH_BYTE(0x01), highs = RTP_EACH_BYTE(0x80);
    uint64_t word;
    memcpy(&word, ptr, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    /* Bytes with their high bit set are hits as they are, so these may be wrong about them. */
    uint64_t quotes = (word ^ RTP_EACH_BYTE('"')) - ones, backslashes = (word ^ RTP_EACH_BYTE('\\')) - ones;
    uint64_t controls = (word - RTP_EACH_BYTE(0x20)) | (word + ones);
    uint64_t hits = (quotes | backslashes | controls | word) & highs;
    return hits ? (size_t)__builtin_ctzll(hits) / 8 : RTP_PLAIN_TOGETHER;
}

#endif

#endif
