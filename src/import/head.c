/* One row a header that matters. Numbers are read to their last digit or not at all, and those too large
 * to mean anything stay large, so that a wait of centuries is seen as one. */
#include "import/head.h"

#include <string.h>

enum { BYTES_MOST = 256 * 1024, LINES_MOST = 500 };

static const int64_t NUMBER_MOST = INT64_C(1) << 52;

rtp_head rtp_head_make(void)
{
    return (rtp_head){.retry_after = -1, .retry_at = -1, .remaining = -1, .reset_at = -1, .total = -1};
}

static int64_t read_number(rtp_str text)
{
    int64_t value = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') {
            return -1;
        }
        value = value < NUMBER_MOST ? value * 10 + (text.ptr[i] - '0') : value;
    }
    return text.len > 0 ? value : -1;
}

/* ---- dates ---- */

static int month_of(rtp_str name)
{
    static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    int month = 0;
    for (int i = 0; i < 12 && month == 0; i++) {
        month = memcmp(names + (size_t)i * 3, name.ptr, 3) == 0 ? i + 1 : 0;
    }
    return month;
}

int64_t rtp_http_date(rtp_str text, rtp_arena *arena)
{
    enum { LENGTH = 29, DAY = 86400 };
    if (text.len != LENGTH || !rtp_str_ends(text, rtp_lit(" GMT")) || text.ptr[19] != ':' || text.ptr[22] != ':') {
        return -1;
    }
    rtp_str iso =
        rtp_arena_format(arena, "%.4s-%02d-%.2s", text.ptr + 12, month_of((rtp_str){text.ptr + 8, 3}), text.ptr + 5);
    int64_t hours = read_number((rtp_str){text.ptr + 17, 2}), minutes = read_number((rtp_str){text.ptr + 20, 2});
    int64_t seconds = read_number((rtp_str){text.ptr + 23, 2});
    rtp_date date = 0;
    if (!rtp_date_parse(iso, &date) || date < 0 || hours < 0 || hours > 23 || minutes < 0 || minutes > 59 ||
        seconds < 0 || seconds > 60) {
        return -1;
    }
    return (int64_t)date * DAY + hours * 3600 + minutes * 60 + seconds;
}

/* ---- Link ---- */

static rtp_str cut(rtp_str text, size_t n)
{
    return (rtp_str){text.ptr + n, text.len - n};
}

/* The length up to one of `stops`, which do not count between quotation marks. */
static size_t until(rtp_str text, const char *stops)
{
    bool quoted = false;
    size_t i = 0;
    for (; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c != '\0' && strchr(stops, c)) {
            break;
        }
    }
    return i;
}

/* Whether a word of rel's value is "next". */
static bool names_next(rtp_str value)
{
    value = rtp_str_trim(value);
    if (value.len >= 2 && value.ptr[0] == '"' && value.ptr[value.len - 1] == '"') {
        value = (rtp_str){value.ptr + 1, value.len - 2};
    }
    bool found = false;
    while (value.len > 0 && !found) {
        size_t n = until(value, " \t");
        found = rtp_str_equal_any_case((rtp_str){value.ptr, n}, rtp_lit("next"));
        value = rtp_str_trim(cut(value, n));
    }
    return found;
}

/* The parameters of one link: ; rel="next"; title="x" */
static bool is_next(rtp_str parameters)
{
    bool found = false;
    while (parameters.len > 0 && !found) {
        size_t n = until(parameters, ";");
        rtp_str one = rtp_str_trim((rtp_str){parameters.ptr, n});
        size_t name = until(one, "=");
        found = name < one.len && rtp_str_equal_any_case(rtp_str_trim((rtp_str){one.ptr, name}), rtp_lit("rel")) &&
                names_next(cut(one, name + 1));
        parameters = cut(parameters, n < parameters.len ? n + 1 : n);
    }
    return found;
}

rtp_str rtp_link_next(rtp_str value)
{
    value = rtp_str_trim(value);
    while (value.len > 0 && value.ptr[0] == '<') {
        const char *end = memchr(value.ptr, '>', value.len);
        if (!end) {
            break;
        }
        rtp_str target = {value.ptr + 1, (size_t)(end - value.ptr) - 1};
        value = cut(value, target.len + 2);
        size_t n = until(value, ",");
        if (is_next((rtp_str){value.ptr, n})) {
            return target;
        }
        value = rtp_str_trim(cut(value, n < value.len ? n + 1 : n));
    }
    return (rtp_str){NULL, 0};
}

/* ---- the rows ---- */

typedef void taker(rtp_head *head, rtp_str value, rtp_arena *arena);

static void take_type(rtp_head *head, rtp_str value, rtp_arena *arena)
{
    (void)arena;
    rtp_str type = rtp_str_trim((rtp_str){value.ptr, until(value, ";")});
    rtp_str start = {type.ptr, type.len < 12 ? type.len : 12};
    rtp_str end = {type.ptr + (type.len < 5 ? 0 : type.len - 5), type.len < 5 ? 0 : 5};
    head->json =
        rtp_str_equal_any_case(type, rtp_lit("application/json")) ||
        (rtp_str_equal_any_case(start, rtp_lit("application/")) && rtp_str_equal_any_case(end, rtp_lit("+json")));
}

static void take_location(rtp_head *head, rtp_str value, rtp_arena *arena)
{
    head->location = head->location.ptr ? head->location : rtp_arena_copy(arena, value);
}

static void take_link(rtp_head *head, rtp_str value, rtp_arena *arena)
{
    rtp_str next = rtp_link_next(value);
    if (next.ptr && !head->next.ptr) {
        head->next = rtp_arena_copy(arena, next);
    }
}

static void take_etag(rtp_head *head, rtp_str value, rtp_arena *arena)
{
    head->etag = rtp_arena_copy(arena, value);
}

static void take_retry(rtp_head *head, rtp_str value, rtp_arena *arena)
{
    head->retry_after = read_number(value);
    head->retry_at = rtp_http_date(value, arena);
}

static void take_remaining(rtp_head *head, rtp_str value, rtp_arena *arena)
{
    (void)arena;
    head->remaining = read_number(value);
}

static void take_reset(rtp_head *head, rtp_str value, rtp_arena *arena)
{
    (void)arena;
    head->reset_at = read_number(value);
}

static void take_total(rtp_head *head, rtp_str value, rtp_arena *arena)
{
    (void)arena;
    head->total = (double)read_number(value);
}

static const struct row {
    rtp_str name;
    taker *take;
} rows[] = {
    {RTP_STR("content-type"), take_type},
    {RTP_STR("location"), take_location},
    {RTP_STR("link"), take_link},
    {RTP_STR("etag"), take_etag},
    {RTP_STR("retry-after"), take_retry},
    {RTP_STR("x-ratelimit-remaining"), take_remaining},
    {RTP_STR("ratelimit-remaining"), take_remaining},
    {RTP_STR("x-ratelimit-reset"), take_reset},
    {RTP_STR("ratelimit-reset"), take_reset},
    {RTP_STR("x-total"), take_total},
};

/* Interim answers come before the one that counts; what they said is forgotten, how much is not. */
static void begin(rtp_head *head)
{
    size_t bytes = head->bytes, lines = head->lines;
    *head = rtp_head_make();
    head->bytes = bytes;
    head->lines = lines;
}

bool rtp_head_take(rtp_head *head, rtp_str line, rtp_arena *arena)
{
    head->bytes += line.len;
    head->lines++;
    if (head->bytes > BYTES_MOST || head->lines > LINES_MOST) {
        head->too_large = true;
        return false;
    }
    if (rtp_str_starts(line, rtp_lit("HTTP/"))) {
        begin(head);
        return true;
    }
    const char *colon = line.len > 0 ? memchr(line.ptr, ':', line.len) : NULL;
    if (!colon) {
        return true;
    }
    rtp_str name = {line.ptr, (size_t)(colon - line.ptr)};
    rtp_str value = rtp_str_trim(cut(line, name.len + 1));
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        if (rtp_str_equal_any_case(name, rows[i].name)) {
            rows[i].take(head, value, arena);
        }
    }
    return true;
}
