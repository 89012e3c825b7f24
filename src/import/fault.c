/* What went wrong with a request, in words that somebody can act on. Nothing that the server said is
 * repeated but its status, since its words may be anybody's, the token's among them. */
#include "import/fetch.h"

rtp_str rtp_fetch_message(const rtp_fetch *fetch, rtp_str what)
{
    const rtp_request *planned = &fetch->planned;
    rtp_arena *arena = fetch->diags->arena;
    rtp_str page = fetch->page > 1 ? rtp_arena_format(arena, " (page %zu)", fetch->page) : rtp_lit("");
    return rtp_arena_format(arena, "%.*s: %.*s %.*s%.*s", RTP_FMT(what), RTP_FMT(planned->method),
                            RTP_FMT(planned->url), RTP_FMT(page));
}

bool rtp_fetch_complain(rtp_fetch *fetch, rtp_diag diag)
{
    diag.severity = RTP_ERROR;
    diag.message = rtp_fetch_message(fetch, diag.message);
    rtp_diags_put(fetch->diags, diag);
    return false;
}

static const struct fault_row {
    const char *code;
    rtp_str message, hint;
} faults[RTP_FAULT_COUNT] = {
    [RTP_FAULT_NONE] = {"I0007", RTP_STR("the answer is not understood"), RTP_STR("try again later")},
    [RTP_FAULT_NAME] = {"I0001", RTP_STR("there is no address for the name of the server"),
                        RTP_STR("check its spelling, and that this computer is online")},
    [RTP_FAULT_CONNECT] = {"I0001", RTP_STR("the server cannot be reached"),
                           RTP_STR("check that this computer is online, and whether it needs a proxy (https_proxy)")},
    [RTP_FAULT_PROXY] = {"I0001", RTP_STR("the proxy cannot be reached, or refuses"),
                         RTP_STR("check the variables https_proxy and no_proxy")},
    [RTP_FAULT_TLS] = {"I0002", RTP_STR("the server cannot prove who it is; nothing was sent to it"),
                       RTP_STR("check the address; the certificate of a company's own authority can be named with "
                               "--cacert FILE")},
    [RTP_FAULT_SLOW] = {"I0003", RTP_STR("the answer did not come in time"),
                        RTP_STR("try again later, or give it more seconds with --timeout")},
    [RTP_FAULT_LOST] = {"I0001", RTP_STR("the connection was lost before an answer came"), RTP_STR("try again later")},
    [RTP_FAULT_BROKEN] = {"I0007", RTP_STR("the answer broke off, or is not one of HTTP"),
                          RTP_STR("try again later; check the address if it happens again")},
    [RTP_FAULT_LARGE] = {"I0006", RTP_STR("the answer is larger than rtopitch takes"),
                         RTP_STR("check the address; or ask for fewer months with --since and --until")},
};

bool rtp_fetch_complain_fault(rtp_fetch *fetch, rtp_fault fault)
{
    const struct fault_row *row = &faults[fault];
    return rtp_fetch_complain(fetch, (rtp_diag){.code = row->code, .message = row->message, .hint = row->hint});
}

static const struct status_row {
    int first, last;
    const char *meaning, *hint;
    bool token; /* the hint ends where the name of the token's variable begins */
} statuses[] = {
    {400, 400, "the service does not understand what was asked",
     "check the names you gave: user, organisation, project, query", false},
    {401, 401, "the service does not accept the token", "make a new token that may read, and set", true},
    {403, 403, "the token may not read this", "give the token the right to read it, or make a new one, and set", true},
    {404, 404, "there is nothing of that name, or the token may not see it",
     "check the address and the names you gave; a private one needs a token in", true},
    {410, 410, "the service no longer offers this", "look for a newer rtopitch", false},
    {422, 422, "the service does not know what was asked for",
     "check the names you gave: user, organisation, repository; what is private needs a token in", true},
    {407, 407, "the proxy wants to know who asks", "check the variables https_proxy and no_proxy", false},
    {500, 599, "the service has trouble", "try again later", false},
    {0, 999, "the service does not answer the question", "check the address; try again later", false},
};

bool rtp_fetch_complain_status(rtp_fetch *fetch, int status)
{
    size_t i = 0;
    while (i + 1 < RTP_COUNT(statuses) && (status < statuses[i].first || status > statuses[i].last)) {
        i++;
    }
    rtp_arena *arena = fetch->diags->arena;
    rtp_str hint = rtp_str_from(statuses[i].hint);
    if (statuses[i].token) {
        hint = fetch->variable.len > 0
                   ? rtp_arena_format(arena, "%.*s %.*s, or name its file with --token-file", RTP_FMT(hint),
                                      RTP_FMT(fetch->variable))
                   : rtp_lit("check the address in a browser; a file that it can save can be named instead");
    }
    return rtp_fetch_complain(
        fetch, (rtp_diag){.code = "I0004",
                          .message = rtp_arena_format(arena, "status %d, %s", status, statuses[i].meaning),
                          .found = rtp_arena_format(arena, "%d", status),
                          .hint = hint});
}
