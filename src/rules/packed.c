/* Packed lists: items behind their lengths in one run of bytes. Compiled packs consist of them, so
 * that starting the program relocates one pointer for a list and not one for each of its parts. */
#include "rules/packed.h"

enum { SIZE_MASK = RTP_SIZE_MORE - 1, SIZE_BYTES = 10 };

void rtp_packed_put_size(size_t size, rtp_buf *out)
{
    for (; size >= RTP_SIZE_MORE; size >>= RTP_SIZE_BITS) {
        rtp_buf_put_char(out, (char)(RTP_SIZE_MORE | (size & SIZE_MASK)));
    }
    rtp_buf_put_char(out, (char)size);
}

size_t rtp_packed_cut_size(rtp_str *bytes)
{
    size_t size = 0, used = 0;
    unsigned char byte;
    do {
        byte = (unsigned char)bytes->ptr[used];
        size |= (size_t)(byte & SIZE_MASK) << (RTP_SIZE_BITS * used);
        used++;
    } while (byte & RTP_SIZE_MORE);
    *bytes = (rtp_str){bytes->ptr + used, bytes->len - used};
    return size;
}

void rtp_packed_put(rtp_str item, rtp_buf *out)
{
    rtp_packed_put_size(item.len, out);
    rtp_buf_put(out, item);
}

rtp_packed rtp_packed_make(rtp_str items, rtp_arena *arena)
{
    rtp_buf out = rtp_buf_make(SIZE_MAX);
    rtp_packed_put(items, &out);
    rtp_packed list = {rtp_arena_copy(arena, rtp_buf_text(&out)).ptr};
    rtp_buf_free(&out);
    return list;
}

rtp_str rtp_packed_join(const rtp_str *texts, size_t len, rtp_arena *arena)
{
    rtp_buf out = rtp_buf_make(SIZE_MAX);
    for (size_t i = 0; i < len; i++) {
        rtp_packed_put(texts[i], &out);
    }
    rtp_str items = rtp_arena_copy(arena, rtp_buf_text(&out));
    rtp_buf_free(&out);
    return items;
}

rtp_str rtp_packed_items(rtp_packed list)
{
    if (!list.bytes) {
        return (rtp_str){NULL, 0};
    }
    rtp_str items = {list.bytes, SIZE_BYTES};
    size_t len = packed_size(&items);
    return (rtp_str){items.ptr, len};
}

bool rtp_packed_next(rtp_str *items, rtp_str *item)
{
    if (items->len == 0) {
        return false;
    }
    *item = packed_item(items);
    return true;
}
