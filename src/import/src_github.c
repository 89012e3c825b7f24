/* GitHub and GitHub Enterprise: pull requests that somebody merged or reviewed, counted by search, a month at
 * a time. The same answers hold when each was opened and merged, so the time to merge costs no request more. */
#include "import/monthly.h"
#include "import/url.h"

#include <string.h>

enum { WHAT_MERGED = 1, WHAT_REVIEWED, SEARCH_MOST = 1000 /* results that one search shows */ };

typedef struct github_options {
    rtp_str user, org, repo, api_url;
    bool count_only, reviews;
} github_options;

typedef struct github_state {
    rtp_monthly merged, reviewed;
    double listed;                     /* records in the pages of one month */
    rtp_str sample[WHAT_REVIEWED + 1]; /* one query of each kind, with the months left open */
} github_state;

static const rtp_import_option options[] = {
    {.name = "user",
     .value = "LOGIN",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(github_options, user),
     .help = "whose pull requests; your login at GitHub"},
    {.name = "org",
     .value = "NAME",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(github_options, org),
     .help = "only in the repositories of this organisation"},
    {.name = "repo",
     .value = "OWNER/NAME",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(github_options, repo),
     .help = "only in this repository"},
    {.name = "reviews",
     .kind = RTP_IMPORT_FLAG,
     .offset = offsetof(github_options, reviews),
     .help = "count the pull requests of others that you reviewed, too"},
    {.name = "count-only",
     .kind = RTP_IMPORT_FLAG,
     .offset = offsetof(github_options, count_only),
     .help = "count, and leave out the time to merge"},
    {.name = "api-url",
     .value = "URL",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(github_options, api_url),
     .help = "the API of a GitHub Enterprise server: https://github.example.com/api/v3"},
};

static const rtp_str tokens[] = {RTP_STR("GH_TOKEN"), RTP_STR("GITHUB_TOKEN")};
static const rtp_str tokens_elsewhere[] = {RTP_STR("GH_ENTERPRISE_TOKEN"), RTP_STR("GITHUB_ENTERPRISE_TOKEN")};
static const rtp_str headers[] = {RTP_STR("Accept: application/vnd.github+json, application/json;q=0.9"),
                                  RTP_STR("X-GitHub-Api-Version: 2022-11-28")};

static const rtp_service service = {
    .home = RTP_STR("https://api.github.com"),
    .tokens = {tokens, RTP_COUNT(tokens)},
    .tokens_elsewhere = {tokens_elsewhere, RTP_COUNT(tokens_elsewhere)},
    .headers = {headers, RTP_COUNT(headers)},
};

/* ---- options to requests ---- */

/* A name goes into a query, where a blank would begin another word of it. */
static bool is_name(rtp_str text, bool slash)
{
    size_t slashes = 0;
    bool good = text.len > 0 && text.len <= 200;
    for (size_t i = 0; i < text.len && good; i++) {
        char c = text.ptr[i];
        slashes += c == '/';
        good = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || memchr("-_.[]/", c, 6);
    }
    return good && slashes == (slash ? 1 : 0);
}

static bool check_name(rtp_import *run, const char *option, rtp_str text, bool slash)
{
    return is_name(text, slash) ||
           rtp_import_refuse(run, "I0204",
                             rtp_arena_format(run->arena, "--%s does not take \"%.*s\"", option, RTP_FMT(text)),
                             slash ? rtp_lit("write it as OWNER/NAME") : rtp_lit("write the name as in its address"));
}

static bool check(rtp_import *run, const github_options *given)
{
    if (!given->user.ptr) {
        return rtp_import_refuse(run, "I0204", rtp_lit("whose pull requests is not said"),
                                 rtp_lit("name your login: rtopitch import github --user LOGIN"));
    }
    return check_name(run, "user", given->user, false) &&
           (!given->org.ptr || check_name(run, "org", given->org, false)) &&
           (!given->repo.ptr || check_name(run, "repo", given->repo, true));
}

static rtp_str scope(rtp_import *run, const github_options *given)
{
    rtp_str text = rtp_lit("");
    if (given->org.ptr) {
        text = rtp_arena_format(run->arena, " org:%.*s", RTP_FMT(given->org));
    }
    return given->repo.ptr ? rtp_arena_format(run->arena, "%.*s repo:%.*s", RTP_FMT(text), RTP_FMT(given->repo)) : text;
}

/* "is:pr is:merged author:ada", and what it is limited to. */
static rtp_str query_of(rtp_import *run, const github_options *given, int what)
{
    rtp_str where = scope(run, given);
    return what == WHAT_MERGED
               ? rtp_arena_format(run->arena, "is:pr is:merged author:%.*s%.*s", RTP_FMT(given->user), RTP_FMT(where))
               : rtp_arena_format(run->arena, "is:pr is:merged reviewed-by:%.*s -author:%.*s%.*s", RTP_FMT(given->user),
                                  RTP_FMT(given->user), RTP_FMT(where));
}

static void ask_month(rtp_import *run, int what, rtp_month month, rtp_str query)
{
    const github_options *given = run->options;
    rtp_str from = rtp_month_iso(run->arena, month), next = rtp_month_iso(run->arena, month + 1);
    rtp_date end = 0;
    (void)rtp_date_parse(rtp_arena_format(run->arena, "%.*s-01", RTP_FMT(next)), &end);
    rtp_str last = rtp_date_iso(run->arena, end - 1);
    rtp_str words = rtp_url_escape(
        rtp_arena_format(run->arena, "%.*s merged:%.*s-01..%.*s", RTP_FMT(query), RTP_FMT(from), RTP_FMT(last)),
        run->arena);
    bool list = what == WHAT_MERGED && !given->count_only;
    rtp_request request = {.method = rtp_lit("GET"), .month = month, .what = what};
    request.url = rtp_url_below(
        run->base,
        rtp_arena_format(run->arena, "/search/issues?q=%.*s&per_page=%d", RTP_FMT(words), list ? 100 : 1).ptr,
        run->arena);
    rtp_import_ask(run, request);
}

static bool plan(rtp_import *run)
{
    const github_options *given = run->options;
    github_state *state = run->state;
    if (!check(run, given)) {
        return false;
    }
    run->base = given->api_url.ptr ? given->api_url : service.home;
    state->merged = rtp_monthly_make(run);
    state->reviewed = rtp_monthly_make(run);
    for (int what = WHAT_MERGED; what <= (given->reviews ? WHAT_REVIEWED : WHAT_MERGED); what++) {
        rtp_str query = query_of(run, given, what);
        state->sample[what] =
            rtp_arena_format(run->arena, "GET %.*s q=%.*s merged:<month>",
                             RTP_FMT(rtp_url_below(run->base, "/search/issues", run->arena)), RTP_FMT(query));
        for (rtp_month month = run->first; month <= run->last; month++) {
            ask_month(run, what, month, query);
        }
    }
    return true;
}

/* ---- answers to history ---- */

static bool is_complete(rtp_import *run, const rtp_json *root)
{
    const rtp_json *flag = rtp_json_find(root, rtp_lit("incomplete_results"));
    if (!flag || rtp_json_kind_of(flag) != RTP_JSON_FLAG) {
        return rtp_answer_refuse(run, "incomplete_results", "true or false");
    }
    return !rtp_json_flag(flag) ||
           rtp_import_refuse(run, "I0012", rtp_lit("GitHub ran out of time and says that its count is incomplete"),
                             rtp_lit("try again later, or search less with --org or --repo"));
}

static bool take_item(rtp_import *run, rtp_monthly_row *row, const rtp_json *item)
{
    rtp_moment opened, merged;
    const rtp_json *pull =
        rtp_json_kind_of(item) == RTP_JSON_OBJECT ? rtp_json_find(item, rtp_lit("pull_request")) : NULL;
    if (!pull) {
        return rtp_answer_refuse(run, "pull_request", "an object");
    }
    if (!rtp_answer_moment(run, item, "created_at", &opened) || !rtp_answer_moment(run, pull, "merged_at", &merged)) {
        return false;
    }
    if (merged.seconds < opened.seconds) {
        return rtp_answer_refuse(run, "merged_at", "later than created_at");
    }
    rtp_monthly_add_hours(run, row, rtp_moment_hours(opened, merged));
    return true;
}

static bool take_list(rtp_import *run, rtp_monthly_row *row, const rtp_json *root, const rtp_page *page)
{
    github_state *state = run->state;
    const rtp_json *items = rtp_answer_list(run, root, "items");
    if (!items) {
        return false;
    }
    state->listed = (page->number == 1 ? 0 : state->listed) + (double)rtp_json_count(items);
    for (const rtp_json *item = rtp_json_first(items); item; item = rtp_json_next(item)) {
        if (!take_item(run, row, item)) {
            return false;
        }
    }
    double shown = row->count < SEARCH_MOST ? row->count : SEARCH_MOST;
    return page->next.ptr || state->listed == shown ||
           rtp_import_refuse(
               run, "I0012",
               rtp_arena_format(run->arena, "GitHub counts %.0f pull requests and sent %.0f", shown, state->listed),
               rtp_lit("try again later"));
}

static bool accept(rtp_import *run, const rtp_request *asked, rtp_page *page)
{
    const github_options *given = run->options;
    github_state *state = run->state;
    rtp_monthly *monthly = asked->what == WHAT_MERGED ? &state->merged : &state->reviewed;
    rtp_monthly_row *row = rtp_monthly_find(run, monthly, asked->month);
    double count = 0;
    if (rtp_json_kind_of(page->root) != RTP_JSON_OBJECT) {
        return rtp_answer_refuse(run, "total_count", "a count");
    }
    if (!rtp_answer_count(run, page->root, "total_count", &count) || !is_complete(run, page->root)) {
        return false;
    }
    row->known = true;
    row->count = count;
    if (asked->what != WHAT_MERGED || given->count_only) {
        page->next = (rtp_str){NULL, 0};
        return true;
    }
    return take_list(run, row, page->root, page);
}

static const rtp_str about_work[] = {RTP_STR("productivity")};
static const rtp_str about_reviews[] = {RTP_STR("collaboration")};

static bool finish(rtp_import *run)
{
    static const rtp_monthly_words merged = {
        "Pull requests merged",
        "pull requests",
        "GitHub, own pull requests by the month of merging, whatever their size",
        "Pull requests the person opened that were merged, by the month of merging (UTC), whatever their size. A "
        "count of pull requests is weak evidence of performance; show what they were for.",
        {about_work, RTP_COUNT(about_work)},
        0};
    static const rtp_monthly_words time = {
        "Pull-request time to merge",
        "h",
        "GitHub, from opening to merging with nights and weekends, the month's median",
        "Hours from opening to merging a pull request, nights and weekends included; the median of those merged in the "
        "month, of a thousand at most. It depends on reviewers, too.",
        {about_work, RTP_COUNT(about_work)},
        1};
    static const rtp_monthly_words reviewed = {
        "Reviews given",
        "pull requests",
        "GitHub, pull requests of others reviewed, by the month of merging",
        "Pull requests of others that the person reviewed, by the month of merging (UTC); several reviews of one count "
        "once. A count of reviews is weak evidence of performance.",
        {about_reviews, RTP_COUNT(about_reviews)},
        0};
    github_state *state = run->state;
    rtp_monthly_put_counts(run, &state->merged, &merged, state->sample[WHAT_MERGED]);
    rtp_monthly_put_medians(run, &state->merged, &time, state->sample[WHAT_MERGED]);
    if (state->sample[WHAT_REVIEWED].ptr) {
        rtp_monthly_put_counts(run, &state->reviewed, &reviewed, state->sample[WHAT_REVIEWED]);
    }
    return true;
}

const rtp_importer rtp_importer_github = {
    .name = "github",
    .operands = "",
    .summary = "pull requests merged and reviewed, and the time to merge",
    .detail = "Counts the pull requests that somebody merged in each month, by search, and takes the median time from "
              "opening to merging. One request a month; GitHub allows 30 a minute with a token, 10 without.\n"
              "\n"
              "The token is in the variable GH_TOKEN or GITHUB_TOKEN, that of an Enterprise server in "
              "GH_ENTERPRISE_TOKEN. It needs to read pull requests and nothing more; without one only public work is "
              "counted.",
    .examples = "  rtopitch import github --user ada > history.json\n"
                "  rtopitch import github --user ada --since 2024-01 --into profile.json\n"
                "  rtopitch import github --user ada --dry-run\n",
    .options = options,
    .option_count = RTP_COUNT(options),
    .options_size = sizeof(github_options),
    .state_size = sizeof(github_state),
    .service = &service,
    .plan = plan,
    .accept = accept,
    .finish = finish,
};
