/* Reads addresses by a grammar of its own that is a part of every other: what is accepted here means
 * the same host to libcurl. Unusual but legal addresses are the price, and they are refused. */
#include "import/url.h"

#include <string.h>

enum { URL_MOST = 8 * 1024, HOST_MOST = 253, PORT_MOST = 65535, PORT_HTTP = 80, PORT_HTTPS = 443 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_name_char(char c)
{
    return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || c == '-' || c == '.';
}

static bool starts_any_case(rtp_str text, rtp_str prefix)
{
    return text.len >= prefix.len && rtp_str_equal_any_case((rtp_str){text.ptr, prefix.len}, prefix);
}

static rtp_str behind(rtp_str text, size_t n)
{
    return (rtp_str){text.ptr + n, text.len - n};
}

/* Letters, digits, dots and dashes, or an address of IPv6 in brackets. */
static size_t host_length(rtp_str text)
{
    size_t n = 0;
    if (text.len > 0 && text.ptr[0] == '[') {
        for (n = 1; n < text.len && text.ptr[n] != '\0' && strchr("0123456789abcdefABCDEF:.", text.ptr[n]); n++) {
        }
        return n > 2 && n < text.len && text.ptr[n] == ']' ? n + 1 : 0;
    }
    while (n < text.len && is_name_char(text.ptr[n])) {
        n++;
    }
    bool dots = n > 0 && (text.ptr[0] == '.' || text.ptr[0] == '-');
    return dots || n > HOST_MOST ? 0 : n;
}

static bool is_loopback(rtp_str host)
{
    static const rtp_str names[] = {RTP_STR("127.0.0.1"), RTP_STR("[::1]"), RTP_STR("localhost")};
    bool found = false;
    for (size_t i = 0; i < RTP_COUNT(names) && !found; i++) {
        found = rtp_str_equal_any_case(host, names[i]);
    }
    return found;
}

/* ":8080"; 0 when it is no port. */
static int read_port(rtp_str text, size_t *length)
{
    int port = 0;
    size_t n = 1;
    for (; n < text.len && is_digit(text.ptr[n]) && port <= PORT_MOST; n++) {
        port = port * 10 + (text.ptr[n] - '0');
    }
    *length = n;
    return n > 1 && port <= PORT_MOST ? port : 0;
}

static bool is_clean(rtp_str text)
{
    bool clean = text.len <= URL_MOST;
    for (size_t i = 0; i < text.len && clean; i++) {
        char c = text.ptr[i];
        clean = c > ' ' && c <= '~' && !strchr("\\\"<>#^`{|}", c);
    }
    return clean;
}

static const char *read_authority(rtp_str rest, rtp_url *url)
{
    size_t n = host_length(rest);
    if (n == 0) {
        return "it names no host";
    }
    url->host = (rtp_str){rest.ptr, n};
    url->loopback = is_loopback(url->host);
    rest = behind(rest, n);
    if (rest.len > 0 && rest.ptr[0] == ':') {
        url->port = read_port(rest, &n);
        rest = behind(rest, n);
    }
    if (url->port == 0 || (rest.len > 0 && rest.ptr[0] != '/' && rest.ptr[0] != '?')) {
        return rest.len > 0 && memchr(rest.ptr, '@', rest.len) ? "it holds a user name or password"
                                                               : "its host or port is not understood";
    }
    url->path = rest;
    return url->secure || url->loopback ? NULL : "it is not encrypted; only https:// is";
}

const char *rtp_url_read(rtp_str text, rtp_url *url)
{
    static const rtp_str schemes[] = {RTP_STR("http://"), RTP_STR("https://")};
    if (!is_clean(text)) {
        return text.len > URL_MOST ? "it is too long" : "it holds characters that do not belong in an address";
    }
    for (size_t i = 0; i < RTP_COUNT(schemes); i++) {
        if (starts_any_case(text, schemes[i])) {
            rtp_url made = {.text = text, .secure = i > 0, .port = i > 0 ? PORT_HTTPS : PORT_HTTP};
            const char *fault = read_authority(behind(text, schemes[i].len), &made);
            if (!fault) {
                *url = made;
            }
            return fault;
        }
    }
    return "it does not start with https://";
}

bool rtp_url_same_origin(const rtp_url *a, const rtp_url *b)
{
    return a->secure == b->secure && a->port == b->port && rtp_str_equal_any_case(a->host, b->host);
}

rtp_str rtp_url_origin(const rtp_url *url, rtp_arena *arena)
{
    return rtp_arena_copy(arena, (rtp_str){url->text.ptr, url->text.len - url->path.len});
}

/* Up to the last slash of the path, which the query is no part of. */
static size_t folder_length(rtp_str path)
{
    size_t end = 0;
    for (size_t i = 0; i < path.len && path.ptr[i] != '?'; i++) {
        end = path.ptr[i] == '/' ? i + 1 : end;
    }
    return end;
}

static size_t path_length(rtp_str path)
{
    const char *query = path.len > 0 ? memchr(path.ptr, '?', path.len) : NULL;
    return query ? (size_t)(query - path.ptr) : path.len;
}

static bool has_scheme(rtp_str text)
{
    size_t n = 0;
    while (n < text.len && (is_name_char(text.ptr[n]) || text.ptr[n] == '+')) {
        n++;
    }
    return n > 0 && n < text.len && text.ptr[n] == ':';
}

const char *rtp_url_join(const rtp_url *from, rtp_str to, rtp_arena *arena, rtp_url *url)
{
    to = rtp_str_trim(to);
    if (to.len == 0) {
        return "it is empty";
    }
    rtp_str start = rtp_url_origin(from, arena);
    if (has_scheme(to)) {
        start.len = 0;
    } else if (rtp_str_starts(to, rtp_lit("//"))) {
        start = from->secure ? rtp_lit("https:") : rtp_lit("http:");
    } else if (to.ptr[0] != '/') {
        size_t kept = to.ptr[0] == '?' ? path_length(from->path) : folder_length(from->path);
        start = (rtp_str){from->text.ptr, from->text.len - from->path.len + kept};
        start = kept == 0 && to.ptr[0] != '?' ? rtp_arena_format(arena, "%.*s/", RTP_FMT(start)) : start;
    }
    return rtp_url_read(rtp_arena_join(arena, (rtp_str[]){start, to}, 2, rtp_lit("")), url);
}

rtp_str rtp_url_escape(rtp_str text, rtp_arena *arena)
{
    static const char digits[] = "0123456789ABCDEF";
    char *out = rtp_array_make(arena, text.len * 3 + 1, 1);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (is_name_char(text.ptr[i]) || c == '_' || c == '~') {
            out[len++] = text.ptr[i];
        } else {
            out[len++] = '%';
            out[len++] = digits[c >> 4];
            out[len++] = digits[c & 15];
        }
    }
    return (rtp_str){out, len};
}

rtp_str rtp_url_below(rtp_str base, const char *path, rtp_arena *arena)
{
    while (base.len > 0 && base.ptr[base.len - 1] == '/') {
        base.len--;
    }
    return rtp_arena_format(arena, "%.*s%s", RTP_FMT(base), path);
}
