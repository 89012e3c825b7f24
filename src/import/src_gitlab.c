/* GitLab, gitlab.com or an own server: merge requests that somebody merged, listed over the whole time and
 * counted here, since the counts that GitLab gives are missing where there are many. */
#include "import/monthly.h"
#include "import/url.h"

typedef struct gitlab_options {
    rtp_str user, project, group, url;
} gitlab_options;

typedef struct gitlab_state {
    rtp_monthly merged;
    double listed;  /* records in all pages */
    size_t undated; /* merged, and nobody knows when */
    rtp_str query;
} gitlab_state;

static const rtp_import_option options[] = {
    {.name = "user",
     .value = "NAME",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(gitlab_options, user),
     .help = "whose merge requests; your user name at GitLab"},
    {.name = "project",
     .value = "PATH",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(gitlab_options, project),
     .help = "only in this project: group/name"},
    {.name = "group",
     .value = "PATH",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(gitlab_options, group),
     .help = "only in this group"},
    {.name = "url",
     .value = "URL",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(gitlab_options, url),
     .help = "an own server: https://gitlab.example.com; its token is in GITLAB_TOKEN when GITLAB_HOST names it"},
};

static const rtp_str tokens[] = {RTP_STR("GITLAB_TOKEN")};
static const rtp_str headers[] = {RTP_STR("Accept: application/json")};

/* Authorization, not PRIVATE-TOKEN: libcurl would hand the latter to other hosts. */
static const rtp_service service = {
    .home = RTP_STR("https://gitlab.com"),
    .tokens = {tokens, RTP_COUNT(tokens)},
    .host_variable = RTP_STR("GITLAB_HOST"),
    .headers = {headers, RTP_COUNT(headers)},
};

/* ---- options to requests ---- */

static rtp_str place(rtp_import *run, const gitlab_options *given)
{
    if (given->project.ptr) {
        return rtp_arena_format(run->arena, "/api/v4/projects/%.*s/merge_requests",
                                RTP_FMT(rtp_url_escape(given->project, run->arena)));
    }
    if (given->group.ptr) {
        return rtp_arena_format(run->arena, "/api/v4/groups/%.*s/merge_requests",
                                RTP_FMT(rtp_url_escape(given->group, run->arena)));
    }
    return rtp_lit("/api/v4/merge_requests");
}

static bool plan(rtp_import *run)
{
    const gitlab_options *given = run->options;
    gitlab_state *state = run->state;
    if (given->user.len == 0) {
        return rtp_import_refuse(run, "I0204", rtp_lit("whose merge requests is not said"),
                                 rtp_lit("name your user: rtopitch import gitlab --user NAME"));
    }
    run->base = given->url.ptr ? given->url : service.home;
    state->merged = rtp_monthly_make(run);
    rtp_str path = rtp_url_below(run->base, rtp_arena_copy(run->arena, place(run, given)).ptr, run->arena);
    rtp_str from = rtp_month_iso(run->arena, run->first), to = rtp_month_iso(run->arena, run->last + 1);
    rtp_str user = rtp_url_escape(given->user, run->arena);
    state->query = rtp_arena_format(
        run->arena,
        "GET %.*s?state=merged&scope=all&author_username=%.*s&merged_after=%.*s-01T00:00:00Z&merged_before="
        "%.*s-01T00:00:00Z",
        RTP_FMT(path), RTP_FMT(user), RTP_FMT(from), RTP_FMT(to));
    rtp_str url = {state->query.ptr + 4, state->query.len - 4};
    rtp_import_ask(run, (rtp_request){.method = rtp_lit("GET"),
                                      .url = rtp_arena_format(
                                          run->arena, "%.*s&order_by=created_at&sort=asc&per_page=100", RTP_FMT(url)),
                                      .month = RTP_DATE_UNKNOWN});
    return true;
}

/* ---- answers to history ---- */

/* An old server may not know a filter and send everything. */
static bool is_wanted(const rtp_import *run, const rtp_json *item)
{
    const gitlab_options *given = run->options;
    rtp_str author = rtp_answer_text(rtp_answer_member(item, "author"), "username");
    return rtp_str_equal(rtp_answer_text(item, "state"), rtp_lit("merged")) &&
           rtp_str_equal_any_case(author, given->user);
}

static bool take_item(rtp_import *run, const rtp_json *item)
{
    gitlab_state *state = run->state;
    rtp_moment opened, merged;
    if (rtp_json_kind_of(item) != RTP_JSON_OBJECT || !rtp_answer_member(item, "state")) {
        return rtp_answer_refuse(run, "state", "a text");
    }
    if (!is_wanted(run, item)) {
        return true;
    }
    const rtp_json *when = rtp_answer_member(item, "merged_at");
    if (when && rtp_json_kind_of(when) == RTP_JSON_NULL) {
        state->undated++;
        return true;
    }
    if (!rtp_answer_moment(run, item, "created_at", &opened) || !rtp_answer_moment(run, item, "merged_at", &merged)) {
        return false;
    }
    rtp_monthly_row *row = rtp_monthly_find(run, &state->merged, rtp_date_month(merged.day));
    if (row) {
        row->count++;
        rtp_monthly_add_hours(run, row, merged.seconds > opened.seconds ? rtp_moment_hours(opened, merged) : 0);
    }
    return true;
}

static bool accept(rtp_import *run, const rtp_request *asked, rtp_page *page)
{
    (void)asked;
    gitlab_state *state = run->state;
    const rtp_json *items = rtp_answer_list(run, page->root, NULL);
    if (!items) {
        return false;
    }
    for (const rtp_json *item = rtp_json_first(items); item; item = rtp_json_next(item)) {
        if (!take_item(run, item)) {
            return false;
        }
    }
    state->listed += (double)rtp_json_count(items);
    return page->next.ptr || page->total < 0 || page->total == state->listed ||
           rtp_import_refuse(run, "I0012",
                             rtp_arena_format(run->arena, "GitLab counts %.0f merge requests and sent %.0f",
                                              page->total, state->listed),
                             rtp_lit("try again later"));
}

static const rtp_str about_work[] = {RTP_STR("productivity")};

static bool finish(rtp_import *run)
{
    static const rtp_monthly_words merged = {
        "Merge requests merged",
        "merge requests",
        "GitLab, own merge requests by the month of merging, whatever their size",
        "Merge requests the person opened that were merged, by the month of merging, whatever their size. A count of "
        "merge requests is weak evidence of performance; show what they were for.",
        {about_work, RTP_COUNT(about_work)},
        0};
    static const rtp_monthly_words time = {
        "Merge-request time to merge",
        "h",
        "GitLab, from opening to merging with nights and weekends, the month's median",
        "Hours from opening to merging a merge request, nights and weekends included; the median of those merged in "
        "the month. It depends on reviewers, too.",
        {about_work, RTP_COUNT(about_work)},
        1};
    gitlab_state *state = run->state;
    for (rtp_month month = run->first; month <= run->last; month++) {
        rtp_monthly_find(run, &state->merged, month)->known = true;
    }
    if (state->undated > 0) {
        rtp_diags_put(run->diags,
                      (rtp_diag){.severity = RTP_NOTE,
                                 .code = "I0303",
                                 .message = rtp_arena_format(run->arena, "%zu merged without a day of merging left out",
                                                             state->undated)});
    }
    rtp_monthly_put_counts(run, &state->merged, &merged, state->query);
    rtp_monthly_put_medians(run, &state->merged, &time, state->query);
    return true;
}

const rtp_importer rtp_importer_gitlab = {
    .name = "gitlab",
    .operands = "",
    .summary = "merge requests merged, and the time to merge",
    .detail = "Lists the merge requests of somebody that were merged, counts them by month, and takes the median time "
              "from opening to merging. A hundred a request.\n"
              "\n"
              "The token is in the variable GITLAB_TOKEN and needs the scope read_api; without one only public work is "
              "counted.",
    .examples = "  rtopitch import gitlab --user ada > history.json\n"
                "  rtopitch import gitlab --user ada --since 2024-01 --into profile.json\n"
                "  export GITLAB_HOST=gitlab.example.com\n"
                "  rtopitch import gitlab --user ada --url https://gitlab.example.com\n",
    .options = options,
    .option_count = RTP_COUNT(options),
    .options_size = sizeof(gitlab_options),
    .state_size = sizeof(gitlab_state),
    .service = &service,
    .plan = plan,
    .accept = accept,
    .finish = finish,
};
