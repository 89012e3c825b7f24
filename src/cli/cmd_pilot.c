/* `rtopitch pilot plan`: the trial before it starts: terms, calendar, what it can tell; and on request its
 * terms written into the profile, where `rtopitch pilot review` looks for them. */
#include "cli/making.h"
#include "cli/pilot.h"
#include "cli/rewrite.h"
#include "cli/updates.h"
#include "rtopitch/app.h"

typedef rtp_pilot_options pilot_options;

/* ---- options ---- */

/* The formats of documents, and behind them the calendar. */
static size_t format_count(void)
{
    return rtp_format_count + 1;
}

static rtp_str format_name(size_t i)
{
    return i < rtp_format_count ? rtp_str_from(rtp_formats[i]->name) : rtp_lit("ics");
}

static int format_find(rtp_str word)
{
    return rtp_str_equal(word, rtp_lit("ics")) ? (int)rtp_format_count : rtp_format_choices.find(word);
}

static size_t design_count(void)
{
    return rtp_words_design.len;
}

static rtp_str design_name(size_t i)
{
    return rtp_words_design.items[i];
}

static const rtp_choices_of formats = {format_count, format_name, format_find};
static const rtp_choices_of designs = {design_count, design_name, NULL};

static const rtp_option rows[] = {
    {.name = "into",
     .kind = RTP_OPTION_FLAG,
     .offset = offsetof(pilot_options, into),
     .help = "write the terms into the profile: what it lacks is added, nothing is changed; a profile from standard "
             "input goes to standard output"},
    {.name = "output",
     .letter = 'o',
     .value = "FILE",
     .kind = RTP_OPTION_TEXT,
     .offset = offsetof(pilot_options, output),
     .help = "write the plan to FILE, whole or not at all; its suffix picks the format; - is standard output"},
    {.name = "format",
     .letter = 'f',
     .value = "FORMAT",
     .kind = RTP_OPTION_CHOICE,
     .offset = offsetof(pilot_options, format),
     .choices = &formats,
     .help = "the format, whatever the suffix (default: markdown); ics has the dates for a calendar"},
    {.name = "design",
     .value = "NAME",
     .kind = RTP_OPTION_CHOICE,
     .offset = offsetof(pilot_options, design),
     .choices = &designs,
     .help = "what is compared, as if the profile said so"},
    {.name = "weeks",
     .value = "N",
     .kind = RTP_OPTION_COUNT,
     .offset = offsetof(pilot_options, weeks),
     .least = 1,
     .most = 520,
     .help = "how many weeks the pilot runs, as if the profile said so"},
    {.name = "seed",
     .value = "N",
     .kind = RTP_OPTION_COUNT,
     .offset = offsetof(pilot_options, seed),
     .least = 1,
     .most = 999999,
     .help = "what the order of weeks is drawn from (default: made from the profile)"},
    RTP_OPTION_TODAY(pilot_options),
    {.name = "width",
     .value = "N",
     .kind = RTP_OPTION_COUNT,
     .offset = offsetof(pilot_options, width),
     .least = 20,
     .most = 1000,
     .help = "columns to wrap text at (default: 72)"},
    RTP_OPTION_RULES(pilot_options),
};

/* ---- the word behind the command ---- */

typedef enum word { WORD_NONE, WORD_PLAN, WORD_REVIEW } word;

static word take_word(rtp_cli *cli)
{
    static const rtp_str words[] = {RTP_STR(""), RTP_STR("plan"), RTP_STR("review")};
    rtp_text_list *operands = &cli->operands;
    for (size_t i = WORD_PLAN; i < RTP_COUNT(words) && operands->len > 0; i++) {
        if (rtp_str_equal(operands->items[0], words[i])) {
            operands->items++;
            operands->len--;
            return (word)i;
        }
    }
    rtp_str message = operands->len == 0
                          ? rtp_lit("pilot needs to know what to do")
                          : rtp_arena_format(cli->arena, "pilot does not know \"%.*s\"", RTP_FMT(operands->items[0]));
    rtp_usage_complain(cli->diags, "U0014", message,
                       rtp_lit("write rtopitch pilot plan profile.json, or pilot review profile.json results.json"));
    return WORD_NONE;
}

/* A plan takes one operand, a review two. */
static bool has_room(rtp_cli *cli, word asked)
{
    if (asked == WORD_PLAN && cli->operands.len > 1) {
        rtp_usage_complain(cli->diags, "U0008",
                           rtp_arena_format(cli->arena, "pilot plan does not know what to do with \"%.*s\"",
                                            RTP_FMT(cli->operands.items[1])),
                           rtp_lit("usage: rtopitch pilot plan [OPTIONS] [PROFILE]"));
    }
    return asked != WORD_NONE && cli->diags->errors == 0;
}

/* ---- the document ---- */

static bool is_calendar(const pilot_options *given)
{
    bool named =
        given->format == 0 && !rtp_output_is_standard(given->output) && rtp_str_ends(given->output, rtp_lit(".ics"));
    return named || given->format == (int)rtp_format_count + 1;
}

static int write_plan(rtp_cli *cli, const pilot_options *given, const rtp_format *format, rtp_job *job)
{
    rtp_buf out = rtp_buf_make(RTP_DOCUMENT_MOST);
    if (format) {
        const rtp_way way = {
            .outline = rtp_outline_find(rtp_lit("plan")), .format = format, .how = {.width = given->width}};
        rtp_way_put(&way, job, cli->arena, cli->diags, &out);
    } else {
        rtp_ics_put(job->facts, job->today, cli->arena, &out);
    }
    return rtp_output_write(cli, given->output, &out);
}

/* ---- the terms ---- */

static void tell_recorded(rtp_cli *cli, rtp_str path, rtp_texts added)
{
    rtp_str *names = RTP_NEW_ARRAY(cli->arena, rtp_str, added.len);
    size_t len = 0;
    for (size_t i = 0; i < added.len; i++) {
        bool copy = rtp_str_starts(added.items[i], rtp_lit("/pilot/x-plan/"));
        rtp_str name = {added.items[i].ptr + 1, added.items[i].len - 1};
        name = copy ? rtp_lit("pilot/x-plan") : name;
        len += len == 0 || !rtp_str_equal(names[len - 1], name);
        names[len - 1] = name;
    }
    rtp_str list = rtp_arena_join(cli->arena, names, len, rtp_lit(", "));
    rtp_str message =
        added.len > 0
            ? rtp_arena_format(cli->arena, "recorded in %.*s: %.*s", RTP_FMT(path), RTP_FMT(list))
            : rtp_arena_format(cli->arena, "%.*s has its terms recorded already; nothing was added", RTP_FMT(path));
    rtp_diags_put(cli->diags, (rtp_diag){.severity = RTP_NOTE, .code = "U0015", .message = message});
}

static int record(rtp_cli *cli, const rtp_job *job, rtp_str path, rtp_recording *recording)
{
    if (!rtp_job_record(job, cli->arena, cli->diags, recording)) {
        return RTP_EXIT_PROFILE;
    }
    bool standard = rtp_output_is_standard(path);
    bool written = true;
    if (standard) {
        written = rtp_file_write(rtp_lit("-"), recording->text, 0600, cli->diags);
    } else if (recording->added.len > 0) {
        written = rtp_profile_rewrite(cli, path, recording->profile, recording->text);
    }
    if (written) {
        tell_recorded(cli, standard ? rtp_lit("the profile") : path, recording->added);
    }
    return written ? RTP_EXIT_DONE : RTP_EXIT_FILES;
}

/* ---- the straight line ---- */

static int plan(rtp_cli *cli, const pilot_options *given, rtp_str input, rtp_job *job)
{
    const rtp_terms terms = {given->seed, given->weeks, given->design};
    rtp_source *written = RTP_NEW(cli->arena, rtp_source); /* before anything is assumed; diagnostics point at it */
    *written = job->source;
    const rtp_outline *outline = rtp_outline_find(rtp_lit("plan"));
    rtp_recording recording = {.profile = written, .terms = terms};
    if (!rtp_job_assume(job, terms, cli->arena, cli->diags)) {
        return RTP_EXIT_PROFILE;
    }
    const rtp_format *format = is_calendar(given)  ? NULL
                               : given->format > 0 ? rtp_formats[given->format - 1]
                                                   : rtp_output_format(cli, given->output, &formats);
    const rtp_job whole = *job; /* what is left out of a shared document is recorded all the same */
    if (!rtp_job_share(job, outline, cli->arena, cli->diags)) {
        return RTP_EXIT_PROFILE;
    }
    int status = given->into ? record(cli, &whole, input, &recording) : RTP_EXIT_DONE;
    bool taken = given->into && rtp_output_is_standard(input) && rtp_output_is_standard(given->output);
    return status != RTP_EXIT_DONE || taken ? status : write_plan(cli, given, format, job);
}

static int run_plan(rtp_cli *cli)
{
    const pilot_options *given = cli->options;
    rtp_str input;
    rtp_date today;
    if (!rtp_cli_profile(cli, &input) || !rtp_cli_today(cli, given->date, &today)) {
        return RTP_EXIT_USAGE;
    }
    bool known = is_calendar(given) || given->format > 0 || rtp_output_format(cli, given->output, &formats);
    if (!known || !rtp_output_check(cli, given->output, NULL, input)) {
        return RTP_EXIT_USAGE;
    }
    const rtp_pack *pack = rtp_cli_pack(cli, &given->rules);
    rtp_job job;
    if (!pack || !rtp_job_load(&job, input, today, pack, cli->arena, cli->diags)) {
        return RTP_EXIT_PROFILE;
    }
    return plan(cli, given, input, &job);
}

static int run(rtp_cli *cli)
{
    word asked = take_word(cli);
    if (!has_room(cli, asked)) {
        return RTP_EXIT_USAGE;
    }
    return asked == WORD_REVIEW ? rtp_pilot_review(cli) : run_plan(cli);
}

const rtp_command rtp_command_pilot = {
    .name = "pilot",
    .operands = "plan [PROFILE] | review PROFILE RESULTS",
    .summary = "plan the trial, record its terms, judge it afterwards",
    .detail =
        "plan lays out the pilot of a profile: terms, calendar of weeks, and what the trial can tell before it starts. "
        "Where weeks take turns, their order is drawn from a seed that the plan prints. With --into the terms "
        "are written into the profile, since the review holds the trial to what was recorded. "
        "review reads the profile and the results of the trial, as JSON or CSV, and writes a memo: stop signs "
        "first, then the measure that was agreed. Whatever the verdict, the exit status is 0.",
    .examples = "  rtopitch pilot plan profile.json\n"
                "  rtopitch pilot plan profile.json --design alternating_weeks --weeks 24\n"
                "  rtopitch pilot plan profile.json --into -o plan.md\n"
                "  rtopitch pilot plan profile.json -f ics -o trial.ics\n"
                "  rtopitch pilot review profile.json results.csv -o review.md\n",
    .operands_most = 3,
    .options = RTP_OPTIONS(rows, pilot_options),
    .run = run,
};
