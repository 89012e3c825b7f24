/* Characters that stand in a JSON string as they are. Most text is such ASCII, so eight bytes are looked at
 * together, when a string is read and when one is written. */
#ifndef JSON_PLAIN_H
#define JSON_PLAIN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define RTP_EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

/* The plain ones among eight bytes, up to the first that has its high bit set, is below a space, a quote, a
 * backslash or DEL. A subtraction may carry a hit to the bytes behind it, never to those before. */
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
    return hits ? (size_t)__builtin_ctzll(hits) / 8 : sizeof word;
}

#endif
