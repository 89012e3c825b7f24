/* Page after page: each must be whole, new, JSON, and at home with the token. A page that repeats
 * is an error, since a lost query looks just like it. */
#include "import/fetch.h"
#include "import/cache.h"

static const rtp_json_limits answer_limits = {RTP_BODY_MOST, 64, 200000, 1024 * 1024};

typedef struct pages { /* of one request */
    uint64_t seen[RTP_PAGES_MOST];
    size_t count;
} pages;

/* Not for security: the service could repeat itself in many ways, and this notices the plain one. */
static uint64_t hash(rtp_str text)
{
    uint64_t h = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < text.len; i++) {
        h = (h ^ (unsigned char)text.ptr[i]) * UINT64_C(1099511628211);
    }
    return h;
}

static bool complain_page(rtp_fetch *fetch, const char *what)
{
    return rtp_fetch_complain(fetch,
                              (rtp_diag){.code = "I0011",
                                         .message = rtp_str_from(what),
                                         .hint = rtp_lit("nothing was imported, since some of it may be missing; "
                                                         "try fewer months with --since and --until")});
}

static bool is_new(pages *all, rtp_str body)
{
    uint64_t h = hash(body);
    for (size_t i = 0; i < all->count; i++) {
        if (all->seen[i] == h) {
            return false;
        }
    }
    all->seen[all->count++] = h;
    return true;
}

/* The scanner's words, with the request instead of a place in a file. */
static bool complain_json(rtp_fetch *fetch, const rtp_diags *found)
{
    rtp_str why = found->len > 0 ? found->items[0].message : rtp_lit("it is no JSON");
    return rtp_fetch_complain(
        fetch,
        (rtp_diag){.code = "I0008",
                   .message = rtp_arena_format(fetch->diags->arena, "the answer cannot be used: %.*s", RTP_FMT(why)),
                   .hint = rtp_lit("check the address; try again later")});
}

static bool read_json(rtp_fetch *fetch, const rtp_answer *answer, rtp_page *page)
{
    if (!answer->head.json) {
        return rtp_fetch_complain(fetch,
                                  (rtp_diag){.code = "I0008",
                                             .message = rtp_lit("the answer is a page for people, not data"),
                                             .hint = rtp_lit("check the address: a sign-in page answers this way")});
    }
    rtp_diags *found = rtp_diags_make(fetch->scratch);
    rtp_source *source = RTP_NEW(fetch->scratch, rtp_source);
    *source = (rtp_source){.name = rtp_lit("the answer"), .text = answer->body};
    page->root = rtp_json_read(source, &answer_limits, fetch->scratch, found);
    return page->root || complain_json(fetch, found);
}

/* The address of the next page, in the run's memory; absent after the last. */
static bool find_next(rtp_fetch *fetch, rtp_import *run, const rtp_request *request, rtp_str *next)
{
    rtp_url from, to;
    if (rtp_url_read(request->url, &from) || rtp_url_join(&from, *next, run->arena, &to)) {
        return complain_page(fetch, "the next page has no safe address");
    }
    if (!rtp_url_same_origin(&fetch->home, &to)) {
        return complain_page(fetch, "the next page is on another server, and your token belongs to this one");
    }
    *next = rtp_arena_copy(run->arena, to.text);
    return !rtp_str_equal(*next, request->url) || complain_page(fetch, "the next page is the same page again");
}

/* What an importer says of an answer does not say which one it was. */
static bool name_request(rtp_fetch *fetch)
{
    rtp_diag *last = fetch->diags->len > 0 ? &fetch->diags->items[fetch->diags->len - 1] : NULL;
    if (last && last->severity == RTP_ERROR) {
        last->message = rtp_fetch_message(fetch, last->message);
    }
    return false;
}

static bool take_page(rtp_fetch *fetch, rtp_import *run, rtp_request *request, pages *all)
{
    rtp_answer answer;
    if (!rtp_fetch_answer(fetch, request, &answer)) {
        return false;
    }
    rtp_page page = {.next = answer.head.next, .total = answer.head.total, .number = all->count + 1};
    if (!read_json(fetch, &answer, &page)) {
        return false;
    }
    if (!is_new(all, answer.body)) {
        return complain_page(fetch, "a page came twice");
    }
    if (!run->importer->accept(run, request, &page)) {
        return name_request(fetch);
    }
    rtp_cache_keep(fetch->cache, request, &answer, fetch->scratch);
    if (page.next.ptr && !find_next(fetch, run, request, &page.next)) {
        return false;
    }
    request->url = page.next;
    return true;
}

static bool take_pages(rtp_fetch *fetch, rtp_import *run, rtp_request request)
{
    pages all = {.count = 0};
    fetch->planned = request;
    while (request.url.ptr) {
        if (all.count == RTP_PAGES_MOST) {
            return complain_page(fetch, "there are more than a hundred pages");
        }
        rtp_arena_reset(fetch->scratch);
        fetch->page = all.count + 1;
        if (!take_page(fetch, run, &request, &all)) {
            return false;
        }
        request.method = rtp_lit("GET");
        request.body = (rtp_str){NULL, 0};
    }
    return true;
}

bool rtp_fetch_run(rtp_fetch *fetch, rtp_import *run)
{
    const rtp_transport *transport = fetch->transport;
    for (size_t i = 0; i < run->request_count; i++) {
        transport->progress(transport->state, run->requests[i].month, i, run->request_count);
        if (!take_pages(fetch, run, run->requests[i])) {
            return false;
        }
    }
    transport->progress(transport->state, RTP_DATE_UNKNOWN, run->request_count, run->request_count);
    return true;
}
