/* Finds the key that one object has twice, in whatever spelling: "a" and "\u0061" are one key.
 * cJSON would keep both and hand out the first, where most other readers take the last. */
#include "json/escape.h"
#include "json/scan.h"

#include <string.h>

enum { COMPARE_EACH = 48 /* up to so many keys, comparing every pair is faster than sorting */ };

/* The name between its quotes, escapes resolved; it passed the scan. */
static rtp_str decode(rtp_arena *arena, rtp_str raw)
{
    char *decoded = rtp_arena_take(arena, raw.len);
    size_t len = 0;
    for (size_t at = 0; at < raw.len;) {
        if (raw.ptr[at] != '\\') {
            decoded[len++] = raw.ptr[at++];
            continue;
        }
        rtp_escape escape = rtp_escape_read(raw.ptr + at, raw.len - at);
        memcpy(decoded + len, escape.utf8, escape.len);
        len += escape.len;
        at += escape.read;
    }
    return (rtp_str){decoded, len};
}

bool rtp_scan_key_take(rtp_scan *scan)
{
    size_t start = scan->at;
    bool escaped;
    if (!rtp_scan_string(scan, &escaped)) {
        return false;
    }
    rtp_str raw = {scan->text + start + 1, scan->at - start - 2};
    if (scan->key_count == scan->key_cap) {
        scan->keys = rtp_array_grow(scan->arena, scan->keys, scan->key_count, &scan->key_cap, sizeof *scan->keys);
    }
    scan->keys[scan->key_count++] = (rtp_scan_key){escaped ? decode(scan->arena, raw) : raw, start};
    return true;
}

/* A total order: equal names stay in the order of the text. */
static bool is_before(const rtp_scan_key *a, const rtp_scan_key *b)
{
    int order = rtp_str_compare(a->text, b->text);
    return order ? order < 0 : a->offset < b->offset;
}

static void sift_down(rtp_scan_key *keys, size_t root, size_t n)
{
    rtp_scan_key moved = keys[root];
    for (size_t child; (child = 2 * root + 1) < n; root = child) {
        if (child + 1 < n && is_before(&keys[child], &keys[child + 1])) {
            child++;
        }
        if (!is_before(&moved, &keys[child])) {
            break;
        }
        keys[root] = keys[child];
    }
    keys[root] = moved;
}

/* Heap sort: no memory of its own, and no order of keys makes it slow. */
static void sort(rtp_scan_key *keys, size_t n)
{
    for (size_t root = n / 2; root-- > 0;) {
        sift_down(keys, root, n);
    }
    for (size_t end = n; end-- > 1;) {
        rtp_scan_key last = keys[end];
        keys[end] = keys[0];
        keys[0] = last;
        sift_down(keys, 0, end);
    }
}

typedef struct key_pair {
    const rtp_scan_key *first, *again; /* NULL: none */
} key_pair;

static void pair_note(key_pair *pair, const rtp_scan_key *first, const rtp_scan_key *again)
{
    if (!pair->again || again->offset < pair->again->offset) {
        *pair = (key_pair){first, again};
    }
}

/* One of 64: keys that differ in it are not alike. Months differ in their last four bytes. */
static uint64_t mark_of(rtp_str key)
{
    if (key.len < 4) {
        return UINT64_C(1) << key.len;
    }
    const char *end = key.ptr + key.len;
    unsigned sum = (unsigned char)key.ptr[0] * 5U + (unsigned char)end[-4] * 11U + (unsigned char)end[-2] * 10U +
                   (unsigned char)end[-1] + (unsigned)key.len * 3U;
    return UINT64_C(1) << sum % 64;
}

/* The first that is like keys[i], or NULL. */
static const rtp_scan_key *find_before(const rtp_scan_key *keys, size_t i)
{
    size_t before = 0;
    while (before < i && !rtp_str_equal(keys[before].text, keys[i].text)) {
        before++;
    }
    return before < i ? &keys[before] : NULL;
}

static key_pair compare_each(const rtp_scan_key *keys, size_t n)
{
    uint64_t marks = 0;
    for (size_t i = 0; i < n; i++) {
        uint64_t mark = mark_of(keys[i].text);
        const rtp_scan_key *first = marks & mark ? find_before(keys, i) : NULL;
        if (first) {
            return (key_pair){first, &keys[i]};
        }
        marks |= mark;
    }
    return (key_pair){NULL, NULL};
}

/* Months mostly stand in their order, and what rises from each to the next is there once. */
static bool is_rising(const rtp_scan_key *keys, size_t n)
{
    size_t i = 1;
    while (i < n && rtp_str_compare(keys[i - 1].text, keys[i].text) < 0) {
        i++;
    }
    return i >= n;
}

static key_pair compare_sorted(rtp_scan_key *keys, size_t n)
{
    if (is_rising(keys, n)) {
        return (key_pair){NULL, NULL};
    }
    sort(keys, n);
    key_pair pair = {NULL, NULL};
    for (size_t i = 1; i < n; i++) {
        if (rtp_str_equal(keys[i - 1].text, keys[i].text)) {
            pair_note(&pair, &keys[i - 1], &keys[i]);
        }
    }
    return pair;
}

static size_t string_length(const rtp_scan *scan, size_t offset)
{
    size_t end = offset + 1;
    while (scan->text[end] != '"') {
        end += scan->text[end] == '\\' ? 2 : 1;
    }
    return end + 1 - offset;
}

bool rtp_scan_keys_close(rtp_scan *scan, size_t first)
{
    rtp_scan_key *keys = scan->keys + first;
    size_t n = scan->key_count - first;
    key_pair pair = n <= COMPARE_EACH ? compare_each(keys, n) : compare_sorted(keys, n);
    if (pair.again) {
        scan->place.other = pair.first->offset;
        return rtp_scan_stop(scan, RTP_FAULT_TWICE, pair.again->offset, string_length(scan, pair.again->offset));
    }
    scan->key_count = first;
    return true;
}
