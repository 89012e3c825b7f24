/* Jira Cloud: issues that somebody resolved, listed by the search that pages with tokens, or counted a month
 * at a time. The older search is gone, and the newer one gives no total. */
#include "import/monthly.h"
#include "import/url.h"

typedef struct jira_options {
    rtp_str url, email, assignee, project, jql;
    bool count_only;
} jira_options;

typedef struct jira_state {
    rtp_monthly resolved;
    rtp_str query;
} jira_state;

static const rtp_import_option options[] = {
    {.name = "url",
     .value = "URL",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(jira_options, url),
     .help = "your site: https://example.atlassian.net"},
    {.name = "email",
     .value = "ADDRESS",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(jira_options, email),
     .help = "the address of the account that the token belongs to"},
    {.name = "assignee",
     .value = "ID",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(jira_options, assignee),
     .help = "whose issues, by account id (default: those of the account)"},
    {.name = "project",
     .value = "KEY",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(jira_options, project),
     .help = "only in this project"},
    {.name = "jql",
     .value = "TEXT",
     .kind = RTP_IMPORT_TEXT,
     .offset = offsetof(jira_options, jql),
     .help = "only those that this filter finds, too: 'type = Bug'"},
    {.name = "count-only",
     .kind = RTP_IMPORT_FLAG,
     .offset = offsetof(jira_options, count_only),
     .help = "ask for Jira's approximate counts, and leave out the time to resolve"},
};

static const rtp_str tokens[] = {RTP_STR("JIRA_TOKEN"), RTP_STR("JIRA_API_TOKEN")};
static const rtp_str headers[] = {RTP_STR("Accept: application/json")};

static const rtp_service service = {
    .tokens = {tokens, RTP_COUNT(tokens)},
    .basic = true,
    .needs_token = true,
    .headers = {headers, RTP_COUNT(headers)},
};

/* ---- options to requests ---- */

/* A text between quotation marks, as JQL wants it. */
static rtp_str quote(rtp_import *run, rtp_str text)
{
    rtp_buf out = rtp_buf_make(text.len * 2 + 2);
    rtp_buf_put_char(&out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '"' || text.ptr[i] == '\\') {
            rtp_buf_put_char(&out, '\\');
        }
        rtp_buf_put_char(&out, text.ptr[i]);
    }
    rtp_buf_put_char(&out, '"');
    rtp_str quoted = rtp_arena_copy(run->arena, rtp_buf_text(&out));
    rtp_buf_free(&out);
    return quoted;
}

/* Resolved from the first day of one month to the last of another. */
static rtp_str jql_of(rtp_import *run, rtp_month first, rtp_month last)
{
    const jira_options *given = run->options;
    rtp_str who = given->assignee.ptr ? quote(run, given->assignee) : rtp_lit("currentUser()");
    rtp_str from = rtp_month_iso(run->arena, first), to = rtp_month_iso(run->arena, last + 1);
    rtp_str text =
        rtp_arena_format(run->arena, "assignee = %.*s AND resolved >= \"%.*s-01\" AND resolved < \"%.*s-01\"",
                         RTP_FMT(who), RTP_FMT(from), RTP_FMT(to));
    if (given->project.ptr) {
        text =
            rtp_arena_format(run->arena, "%.*s AND project = %.*s", RTP_FMT(text), RTP_FMT(quote(run, given->project)));
    }
    return given->jql.ptr ? rtp_arena_format(run->arena, "%.*s AND (%.*s)", RTP_FMT(text), RTP_FMT(given->jql)) : text;
}

static void ask_list(rtp_import *run)
{
    rtp_str jql =
        rtp_arena_format(run->arena, "%.*s ORDER BY resolved ASC", RTP_FMT(jql_of(run, run->first, run->last)));
    rtp_str path =
        rtp_arena_format(run->arena, "/rest/api/3/search/jql?jql=%.*s&fields=created,resolutiondate&maxResults=100",
                         RTP_FMT(rtp_url_escape(jql, run->arena)));
    rtp_import_ask(run, (rtp_request){.method = rtp_lit("GET"),
                                      .url = rtp_url_below(run->base, path.ptr, run->arena),
                                      .month = RTP_DATE_UNKNOWN});
}

static void ask_counts(rtp_import *run)
{
    for (rtp_month month = run->first; month <= run->last; month++) {
        rtp_buf body = rtp_buf_make(64 * 1024);
        rtp_json_writer w = rtp_json_writer_make(&body, 0);
        rtp_json_open(&w, '{');
        rtp_json_put_key(&w, "jql");
        rtp_json_put_text(&w, jql_of(run, month, month));
        rtp_json_close(&w, '}');
        rtp_import_ask(
            run, (rtp_request){.method = rtp_lit("POST"),
                               .url = rtp_url_below(run->base, "/rest/api/3/search/approximate-count", run->arena),
                               .body = rtp_arena_copy(run->arena, rtp_buf_text(&body)),
                               .month = month});
        rtp_buf_free(&body);
    }
}

static bool is_login(rtp_str text)
{
    bool good = text.len > 0;
    for (size_t i = 0; i < text.len && good; i++) {
        good = text.ptr[i] > ' ' && text.ptr[i] <= '~' && text.ptr[i] != ':';
    }
    return good;
}

static bool plan(rtp_import *run)
{
    const jira_options *given = run->options;
    jira_state *state = run->state;
    if (!given->url.ptr) {
        return rtp_import_refuse(run, "I0204", rtp_lit("the address of your Jira is not said"),
                                 rtp_lit("name it: --url https://example.atlassian.net"));
    }
    if (!is_login(given->email)) {
        return rtp_import_refuse(run, "I0204", rtp_lit("the address of the account is not said"),
                                 rtp_lit("name the one that the token belongs to: --email ada@example.com"));
    }
    run->base = given->url;
    run->user = given->email;
    state->resolved = rtp_monthly_make(run);
    state->query =
        rtp_arena_format(run->arena, "%.*s: %.*s", RTP_FMT(rtp_url_below(run->base, "/rest/api/3/search", run->arena)),
                         RTP_FMT(jql_of(run, run->first, run->last)));
    (given->count_only ? ask_counts : ask_list)(run);
    return true;
}

/* ---- answers to history ---- */

static bool take_issue(rtp_import *run, const rtp_json *issue)
{
    jira_state *state = run->state;
    rtp_moment created, resolved;
    const rtp_json *fields = rtp_json_kind_of(issue) == RTP_JSON_OBJECT ? rtp_answer_member(issue, "fields") : NULL;
    if (!fields) {
        return rtp_answer_refuse(run, "fields", "an object");
    }
    if (!rtp_answer_moment(run, fields, "created", &created) ||
        !rtp_answer_moment(run, fields, "resolutiondate", &resolved)) {
        return false;
    }
    rtp_monthly_row *row = rtp_monthly_find(run, &state->resolved, rtp_date_month(resolved.day));
    if (row) {
        row->count++;
        rtp_monthly_add_hours(run, row, resolved.seconds > created.seconds ? rtp_moment_hours(created, resolved) : 0);
    }
    return true;
}

/* The page that the token opens: the same question, with the token behind it. */
static rtp_str next_page(rtp_import *run, const rtp_request *asked, rtp_str token)
{
    static const rtp_str mark = RTP_STR("&nextPageToken=");
    rtp_str url = asked->url;
    for (size_t i = 0; i + mark.len <= url.len; i++) {
        if (rtp_str_starts((rtp_str){url.ptr + i, url.len - i}, mark)) {
            url.len = i;
        }
    }
    return rtp_arena_join(run->arena, (rtp_str[]){url, mark, rtp_url_escape(token, run->arena)}, 3, rtp_lit(""));
}

static bool take_list(rtp_import *run, const rtp_request *asked, rtp_page *page)
{
    const rtp_json *issues = rtp_answer_list(run, page->root, "issues");
    if (!issues) {
        return false;
    }
    for (const rtp_json *issue = rtp_json_first(issues); issue; issue = rtp_json_next(issue)) {
        if (!take_issue(run, issue)) {
            return false;
        }
    }
    rtp_str token = rtp_answer_text(page->root, "nextPageToken");
    const rtp_json *last = rtp_answer_member(page->root, "isLast");
    bool told = last && rtp_json_kind_of(last) == RTP_JSON_FLAG;
    bool ends = told ? rtp_json_flag(last) : token.len == 0;
    if (!ends && token.len == 0) {
        return rtp_import_refuse(run, "I0012", rtp_lit("Jira says that there is more and does not say where"),
                                 rtp_lit("try again later, or with fewer months"));
    }
    page->next = ends ? (rtp_str){NULL, 0} : next_page(run, asked, token);
    return true;
}

static bool take_count(rtp_import *run, const rtp_request *asked, rtp_page *page)
{
    jira_state *state = run->state;
    rtp_monthly_row *row = rtp_monthly_find(run, &state->resolved, asked->month);
    page->next = (rtp_str){NULL, 0};
    return rtp_answer_count(run, page->root, "count", &row->count);
}

static bool accept(rtp_import *run, const rtp_request *asked, rtp_page *page)
{
    return (asked->body.ptr ? take_count : take_list)(run, asked, page);
}

static const rtp_str about_work[] = {RTP_STR("productivity")};

static bool finish(rtp_import *run)
{
    static const rtp_monthly_words listed = {
        "Issues resolved",
        "issues",
        "Jira, own issues by the month of resolving, whatever their size",
        "Issues assigned to the person, by the month in which they were resolved, whatever their size. A count of "
        "issues is weak evidence of performance; show what they were for.",
        {about_work, RTP_COUNT(about_work)},
        0};
    static const rtp_monthly_words counted = {
        "Issues resolved",
        "issues",
        "Jira, own issues by the month of resolving, whatever their size, counted approximately",
        "Issues assigned to the person, by the month in which they were resolved, as Jira's approximate count has it. "
        "A count of issues is weak evidence of performance; show what they were for.",
        {about_work, RTP_COUNT(about_work)},
        0};
    static const rtp_monthly_words time = {
        "Time to resolve",
        "days",
        "Jira, from creating to resolving with weekends, the month's median",
        "Days from creating to resolving an issue, weekends included; the median of those resolved in the month. "
        "Waiting for others is part of it.",
        {about_work, RTP_COUNT(about_work)},
        24};
    const jira_options *given = run->options;
    jira_state *state = run->state;
    for (rtp_month month = run->first; month <= run->last; month++) {
        rtp_monthly_find(run, &state->resolved, month)->known = true;
    }
    rtp_monthly_put_counts(run, &state->resolved, given->count_only ? &counted : &listed, state->query);
    rtp_monthly_put_medians(run, &state->resolved, &time, state->query);
    return true;
}

const rtp_importer rtp_importer_jira = {
    .name = "jira",
    .operands = "",
    .summary = "issues resolved, and the time to resolve (Jira Cloud)",
    .detail = "Lists the issues assigned to somebody that were resolved, counts them by month, and takes the median "
              "time from creating to resolving. A hundred a request. The token is one of an Atlassian account, in the "
              "variable "
              "JIRA_TOKEN.",
    .examples = "  rtopitch import jira --url https://x.atlassian.net --email ada@x.example\n"
                "  rtopitch import jira --url https://x.atlassian.net --email ada@x.example \\\n"
                "      --jql 'type = Bug' --into profile.json\n",
    .options = options,
    .option_count = RTP_COUNT(options),
    .options_size = sizeof(jira_options),
    .state_size = sizeof(jira_state),
    .service = &service,
    .plan = plan,
    .accept = accept,
    .finish = finish,
};
