/* One file an answer, named by a digest of its address and its owner. A file that does not check out is as
 * good as none; a file that cannot be written is no loss. */
#include "import/cache.h"

#include <string.h>

enum { FIELDS = 5 /* lines before the body */, ENTRY_MOST = RTP_BODY_MOST + 64 * 1024 };

static const rtp_str first_line = RTP_STR("rtopitch answer 1");

static rtp_str digest(rtp_str text, rtp_arena *arena)
{
    char hex[RTP_SHA256_HEX];
    rtp_sha256_hex(text, hex);
    return rtp_arena_copy(arena, rtp_str_from(hex));
}

/* The address holds the origin. */
static rtp_str path_of(const rtp_cache *cache, rtp_str url, rtp_arena *arena)
{
    rtp_str name = digest(rtp_arena_format(arena, "%.*s\n%.*s", RTP_FMT(url), RTP_FMT(cache->owner)), arena);
    return rtp_arena_format(arena, "%.*s/%.*s", RTP_FMT(cache->folder), RTP_FMT(name));
}

/* Takes a line off the front of `rest`. */
static rtp_str take_line(rtp_str *rest)
{
    size_t n = 0;
    while (n < rest->len && rest->ptr[n] != '\n') {
        n++;
    }
    rtp_str line = {rest->ptr, n};
    size_t used = n < rest->len ? n + 1 : n;
    *rest = (rtp_str){rest->ptr + used, rest->len - used};
    return line;
}

static double read_total(rtp_str text)
{
    double value = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') {
            return -1;
        }
        value = value * 10 + (text.ptr[i] - '0');
    }
    return text.len > 0 ? value : -1;
}

static bool is_line(rtp_str text)
{
    bool line = true;
    for (size_t i = 0; i < text.len && line; i++) {
        line = text.ptr[i] >= ' ' && text.ptr[i] <= '~';
    }
    return line;
}

bool rtp_cache_find(const rtp_cache *cache, const rtp_call *call, rtp_arena *arena, rtp_cached *kept)
{
    rtp_source file;
    if (!cache || call->body.ptr ||
        !rtp_file_read(path_of(cache, call->url, arena), ENTRY_MOST, arena, rtp_diags_make(arena), &file)) {
        return false;
    }
    rtp_str rest = file.text, fields[FIELDS];
    for (size_t i = 0; i < FIELDS; i++) {
        fields[i] = take_line(&rest);
    }
    if (!rtp_str_equal(fields[0], first_line) || fields[1].len == 0 || !is_line(fields[1]) ||
        !rtp_str_equal(fields[4], digest(rest, arena))) {
        return false;
    }
    *kept = (rtp_cached){.etag = fields[1], .body = rest, .total = read_total(fields[3])};
    if (fields[2].len > 0) {
        kept->next = fields[2];
    }
    return true;
}

static bool holds(rtp_str text, rtp_str part)
{
    bool found = false;
    for (size_t i = 0; part.len > 0 && i + part.len <= text.len && !found; i++) {
        const char *start = memchr(text.ptr + i, part.ptr[0], text.len - part.len - i + 1);
        i = start ? (size_t)(start - text.ptr) : text.len;
        found = start && memcmp(start, part.ptr, part.len) == 0;
    }
    return found;
}

static bool tells_secret(const rtp_cache *cache, rtp_str entry)
{
    bool tells = false;
    for (size_t i = 0; i < cache->secrets.len && !tells; i++) {
        tells = holds(entry, cache->secrets.items[i]);
    }
    return tells;
}

void rtp_cache_keep(const rtp_cache *cache, const rtp_request *request, const rtp_answer *answer, rtp_arena *arena)
{
    const rtp_head *head = &answer->head;
    if (!cache || request->body.ptr || head->etag.len == 0 || !is_line(head->etag) || !is_line(head->next)) {
        return;
    }
    rtp_str total = head->total >= 0 ? rtp_number_json(arena, head->total) : rtp_lit("");
    const rtp_str parts[] = {first_line, head->etag, head->next, total, digest(answer->body, arena), answer->body};
    rtp_str entry = rtp_arena_join(arena, parts, RTP_COUNT(parts), rtp_lit("\n"));
    if (!tells_secret(cache, entry)) {
        (void)rtp_file_write(path_of(cache, request->url, arena), entry, 0600, rtp_diags_make(arena));
    }
}
