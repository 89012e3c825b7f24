/* The only file that knows libcurl. Its defaults trust servers too much for a program that carries a token:
 * here nothing is followed, everything is counted, and what libcurl says of an error is not repeated. */
#include "import/http.h"

#include <curl/curl.h>
#include <string.h>

enum { CODE_TOO_LARGE = 100 /* CURLE_TOO_LARGE, which older headers lack */ };
enum { CONNECT_SECONDS = 10, SLOW_BYTES = 64, SLOW_SECONDS = 30 };

struct rtp_http {
    CURL *curl;
    rtp_http_settings settings;
};

typedef struct exchange { /* what the callbacks fill */
    rtp_answer *answer;
    rtp_arena *arena;
    rtp_buf body;
    bool too_large;
} exchange;

const char *rtp_http_version(void)
{
    return curl_version_info(CURLVERSION_NOW)->version;
}

rtp_http *rtp_http_start(const rtp_http_settings *settings, rtp_arena *arena)
{
    rtp_http *http = RTP_NEW(arena, rtp_http);
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
        return NULL;
    }
    http->curl = curl_easy_init();
    http->settings = *settings;
    return http->curl ? http : NULL;
}

void rtp_http_end(rtp_http *http)
{
    curl_easy_cleanup(http->curl);
    curl_global_cleanup();
}

/* Bytes are counted as they come out of the decompressor; libcurl's own limit sees only the wire. */
static size_t on_body(char *bytes, size_t size, size_t n, void *user)
{
    exchange *at = user;
    rtp_buf_put(&at->body, (rtp_str){bytes, size * n});
    at->too_large = at->too_large || at->body.failed;
    return at->too_large ? 0 : size * n;
}

static size_t on_header(char *bytes, size_t size, size_t n, void *user)
{
    exchange *at = user;
    bool taken = rtp_head_take(&at->answer->head, (rtp_str){bytes, size * n}, at->arena);
    at->too_large = at->too_large || !taken;
    return taken ? size * n : 0;
}

/* The list stays ours when there is no memory for another line. To go on without it would be to ask
 * without the token. */
static void add_line(struct curl_slist **list, rtp_str line, rtp_arena *arena)
{
    struct curl_slist *longer = curl_slist_append(*list, rtp_arena_copy(arena, line).ptr);
    if (!longer) {
        rtp_memory_fail();
    }
    *list = longer;
}

static struct curl_slist *lines_of(const rtp_call *call, rtp_arena *arena)
{
    struct curl_slist *list = NULL;
    for (size_t i = 0; i < call->headers.len; i++) {
        add_line(&list, call->headers.items[i], arena);
    }
    if (call->etag.ptr) {
        add_line(&list, rtp_arena_format(arena, "If-None-Match: %.*s", RTP_FMT(call->etag)), arena);
    }
    if (call->body.ptr) {
        add_line(&list, rtp_lit("Content-Type: application/json"), arena);
    }
    add_line(&list, rtp_lit("Expect:"), arena);
    return list;
}

/* An option that libcurl does not take is one that would not protect. */
static void need(CURLcode code)
{
    if (code != CURLE_OK) {
        rtp_memory_fail();
    }
}

static void set_number(CURL *curl, CURLoption option, long value)
{
    need(curl_easy_setopt(curl, option, value));
}

/* What never changes: no redirects, no files of the user, no other protocol, certificates checked. */
static void set_rules(CURL *curl)
{
    static const struct {
        CURLoption option;
        long value;
    } numbers[] = {
        {CURLOPT_FOLLOWLOCATION, 0},
        {CURLOPT_NETRC, CURL_NETRC_IGNORED},
        {CURLOPT_NOSIGNAL, 1},
        {CURLOPT_NOPROGRESS, 1},
        {CURLOPT_DISALLOW_USERNAME_IN_URL, 1},
        {CURLOPT_SSL_VERIFYPEER, 1},
        {CURLOPT_SSL_VERIFYHOST, 2},
        {CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2},
        {CURLOPT_LOW_SPEED_LIMIT, SLOW_BYTES},
        {CURLOPT_HTTP09_ALLOWED, 0},
        {CURLOPT_SUPPRESS_CONNECT_HEADERS, 1},
        {CURLOPT_HEADEROPT, CURLHEADER_SEPARATE}, /* a proxy gets none of ours */
        {CURLOPT_MAXFILESIZE, RTP_BODY_MOST},
    };
    for (size_t i = 0; i < RTP_COUNT(numbers); i++) {
        set_number(curl, numbers[i].option, numbers[i].value);
    }
    need(curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "gzip"));
    need(curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_body));
    need(curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_header));
}

static long least(long a, long b)
{
    return a < b ? a : b;
}

static void set_call(rtp_http *http, const rtp_call *call, exchange *at)
{
    CURL *curl = http->curl;
    rtp_url url;
    bool secure = rtp_url_read(call->url, &url) || url.secure; /* what is no address is not asked in the clear */
    long timeout = http->settings.timeout;
    set_number(curl, CURLOPT_TIMEOUT, timeout);
    set_number(curl, CURLOPT_CONNECTTIMEOUT, least(timeout, CONNECT_SECONDS));
    set_number(curl, CURLOPT_LOW_SPEED_TIME, least(timeout, SLOW_SECONDS));
    need(curl_easy_setopt(curl, CURLOPT_USERAGENT, rtp_arena_copy(at->arena, http->settings.agent).ptr));
    need(curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, secure ? "https" : "http"));
    need(curl_easy_setopt(curl, CURLOPT_URL, rtp_arena_copy(at->arena, call->url).ptr));
    need(curl_easy_setopt(curl, CURLOPT_WRITEDATA, at));
    need(curl_easy_setopt(curl, CURLOPT_HEADERDATA, at));
    if (!secure) {
        /* This computer alone: a proxy would see the token. */
        need(curl_easy_setopt(curl, CURLOPT_NOPROXY, "*"));
    }
    if (http->settings.cacert.ptr) {
        need(curl_easy_setopt(curl, CURLOPT_CAPATH, NULL)); /* instead of the system's, not besides */
        need(curl_easy_setopt(curl, CURLOPT_CAINFO, rtp_arena_copy(at->arena, http->settings.cacert).ptr));
    }
    if (call->body.ptr) {
        set_number(curl, CURLOPT_POSTFIELDSIZE, (long)call->body.len);
        need(curl_easy_setopt(curl, CURLOPT_COPYPOSTFIELDS, call->body.ptr));
    }
}

static const struct {
    CURLcode code;
    rtp_fault fault;
} faults[] = {
    {CURLE_OK, RTP_FAULT_NONE},
    {CURLE_COULDNT_RESOLVE_HOST, RTP_FAULT_NAME},
    {CURLE_COULDNT_RESOLVE_PROXY, RTP_FAULT_PROXY},
    {CURLE_PROXY, RTP_FAULT_PROXY},
    {CURLE_COULDNT_CONNECT, RTP_FAULT_CONNECT},
    {CURLE_OPERATION_TIMEDOUT, RTP_FAULT_SLOW},
    {CURLE_GOT_NOTHING, RTP_FAULT_LOST},
    {CURLE_SEND_ERROR, RTP_FAULT_LOST},
    {CURLE_PEER_FAILED_VERIFICATION, RTP_FAULT_TLS},
    {CURLE_SSL_CONNECT_ERROR, RTP_FAULT_TLS},
    {CURLE_SSL_CACERT_BADFILE, RTP_FAULT_TLS},
    {CURLE_SSL_ISSUER_ERROR, RTP_FAULT_TLS},
    {CURLE_SSL_CERTPROBLEM, RTP_FAULT_TLS},
    {CURLE_FILESIZE_EXCEEDED, RTP_FAULT_LARGE},
};

/* libcurl 7.88 says that it is out of memory when a header is longer than 100 kB. */
static rtp_fault fault_of(CURLcode code, const exchange *at)
{
    if (at->too_large || code == CURLE_OUT_OF_MEMORY || (int)code == CODE_TOO_LARGE) {
        return RTP_FAULT_LARGE;
    }
    for (size_t i = 0; i < RTP_COUNT(faults); i++) {
        if (faults[i].code == code) {
            return faults[i].fault;
        }
    }
    return RTP_FAULT_BROKEN;
}

static int number_of(CURL *curl, CURLINFO info)
{
    long number = 0;
    (void)curl_easy_getinfo(curl, info, &number);
    return (int)number;
}

void rtp_http_exchange(rtp_http *http, const rtp_call *call, rtp_arena *arena, rtp_answer *answer)
{
    exchange at = {.answer = answer, .arena = arena, .body = rtp_buf_make(RTP_BODY_MOST)};
    struct curl_slist *lines = lines_of(call, arena);
    curl_easy_reset(http->curl);
    set_rules(http->curl);
    set_call(http, call, &at);
    need(curl_easy_setopt(http->curl, CURLOPT_HTTPHEADER, lines));
    answer->fault = fault_of(curl_easy_perform(http->curl), &at);
    answer->status = number_of(http->curl, CURLINFO_RESPONSE_CODE);
    if (answer->fault != RTP_FAULT_NONE && number_of(http->curl, CURLINFO_HTTP_CONNECTCODE) >= 300) {
        answer->fault = RTP_FAULT_PROXY;
    }
    answer->body = rtp_arena_copy(arena, rtp_buf_text(&at.body));
    rtp_buf_free(&at.body);
    curl_slist_free_all(lines);
}
