/* `rtopitch check`: what is wrong with a profile, then what would make its case stronger.
 * The findings are the product, so they go to standard output. */
#include "cli/report.h"
#include "cli/updates.h"
#include "rtopitch/app.h"

#include <string.h>
#include <unistd.h>

enum { FINDINGS_MOST = 64 * 1024 * 1024 };

typedef struct check_options {
    rtp_given_date date;
    rtp_text_list rules;
} check_options;

static const rtp_option rows[] = {
    RTP_OPTION_TODAY(check_options),
    RTP_OPTION_RULES(check_options),
};

typedef struct checker {
    rtp_cli *cli;
    rtp_report report;
    const rtp_pack *pack;
    rtp_date today;
    rtp_buf out;
    int status;
} checker;

/* ---- readiness: the points of the outline of that name ---- */

typedef struct readiness_slot {
    rtp_str name;
    const char *title, *mark;
} readiness_slot;

static const readiness_slot readiness_slots[] = {
    {RTP_STR("strong"), "Strong", "+ "},
    {RTP_STR("weak"), "Weak", "- "},
    {RTP_STR("missing"), "Missing; the most useful first", "? "},
};

static rtp_str runs_text(rtp_runs runs, rtp_arena *arena)
{
    rtp_str *parts = RTP_NEW_ARRAY(arena, rtp_str, runs.len);
    for (size_t i = 0; i < runs.len; i++) {
        parts[i] = runs.items[i].text;
    }
    return rtp_arena_join(arena, parts, runs.len, rtp_lit(""));
}

static rtp_str point_text(const rtp_point *point, rtp_arena *arena)
{
    rtp_str lead = runs_text(point->lead, arena), text = runs_text(point->text, arena);
    return lead.len > 0 ? rtp_arena_join(arena, (rtp_str[2]){lead, text}, 2, rtp_lit(" ")) : text;
}

/* The next piece of JSON that stays on one line: up to the blank behind a comma between members, or to the end. */
static rtp_str cut_piece(rtp_str *json)
{
    size_t len = 0;
    for (bool quoted = false; len < json->len; len++) {
        if (!quoted && json->ptr[len] == ' ' && len > 0 && json->ptr[len - 1] == ',') {
            break;
        }
        if (quoted && json->ptr[len] == '\\') {
            len++;
        } else if (json->ptr[len] == '"') {
            quoted = !quoted;
        }
    }
    rtp_str piece = {json->ptr, len};
    size_t next = len < json->len ? len + 1 : len;
    *json = (rtp_str){json->ptr + next, json->len - next};
    return piece;
}

/* Lines end only where JSON may have a line end, so what is copied from the screen is still JSON. */
static void put_add(rtp_buf *out, rtp_str json, const char *label)
{
    const size_t indent = strlen(label);
    rtp_buf_puts(out, label);
    size_t column = indent;
    while (json.len > 0) {
        rtp_str piece = cut_piece(&json);
        size_t width = rtp_utf8_width(piece);
        bool first = column == indent, fits = first || column + 1 + width <= RTP_TERMINAL_WIDTH;
        rtp_buf_puts(out, first ? "" : fits ? " " : "\n");
        rtp_buf_fill(out, ' ', fits ? 0 : indent);
        rtp_terminal_put(out, piece);
        column = fits ? column + !first + width : indent + width;
    }
    rtp_buf_put_char(out, '\n');
}

/* Whether the profile has the first of the members already: it is then merged, since no key may stand twice. */
static bool has_member(const rtp_job *job, rtp_str json, rtp_arena *arena)
{
    size_t offset, length, end = 1;
    while (end < json.len && json.ptr[end] != '"') {
        end++;
    }
    rtp_str pointer = rtp_arena_format(arena, "/%.*s", RTP_FMT(((rtp_str){json.ptr + 1, end - 1})));
    return rtp_json_locate(job->source.text, pointer, false, &offset, &length);
}

static void put_point_text(checker *c, const rtp_job *job, const readiness_slot *slot, const rtp_point *point)
{
    rtp_buf_format(&c->out, "  %s", slot->mark);
    rtp_terminal_wrap(&c->out, point_text(point, c->cli->arena), 4, 4, RTP_TERMINAL_WIDTH);
    rtp_buf_put_char(&c->out, '\n');
    if (point->add.len > 0) {
        rtp_str json = runs_text(point->add, c->cli->arena);
        put_add(&c->out, json, has_member(job, json, c->cli->arena) ? "    merge: " : "    add: ");
    }
}

/* In the forms for programs a point is a note with the id of its rule for a code. */
static void put_point_note(checker *c, const rtp_job *job, const rtp_point *point)
{
    rtp_diag note = {
        .severity = RTP_NOTE,
        .code = rtp_arena_copy(c->cli->arena, point->rule->id).ptr,
        .source = &job->source,
        .message = point_text(point, c->cli->arena),
        .hint = point->add.len > 0 ? runs_text(point->add, c->cli->arena) : (rtp_str){NULL, 0},
    };
    if (c->report.form == RTP_DIAGNOSTICS_JSON) {
        rtp_report_put_json(&note, &c->out);
    } else {
        rtp_report_put_gcc(&note, &c->out);
    }
}

/* One finding of a kind at a time: when the first is mended, the next is told. */
static bool is_repeated(const rtp_point *const *points, size_t i)
{
    for (size_t k = 0; k < i; k++) {
        if (points[i]->rule->argues.len > 0 && rtp_str_equal(points[k]->rule->argues, points[i]->rule->argues)) {
            return true;
        }
    }
    return false;
}

static void put_slot(checker *c, rtp_job *job, const rtp_outline *outline, const readiness_slot *slot)
{
    const rtp_point **points = NULL;
    size_t n = rtp_points_select(outline, &job->points, outline->sections[0].id, slot->name, c->cli->arena, &points);
    if (n > 0 && c->report.form == RTP_DIAGNOSTICS_TEXT) {
        rtp_buf_format(&c->out, "\n%s\n", slot->title);
    }
    for (size_t i = 0; i < n; i++) {
        if (is_repeated(points, i)) {
            continue;
        }
        if (c->report.form == RTP_DIAGNOSTICS_TEXT) {
            put_point_text(c, job, slot, points[i]);
        } else {
            put_point_note(c, job, points[i]);
        }
    }
}

static void put_readiness(checker *c, rtp_job *job)
{
    const rtp_outline *outline = rtp_outline_find(rtp_lit("readiness"));
    if (outline) {
        rtp_job_apply(job, outline, c->cli->arena);
    }
    for (size_t i = 0; outline && !c->report.quiet && i < RTP_COUNT(readiness_slots); i++) {
        put_slot(c, job, outline, &readiness_slots[i]);
    }
}

/* ---- one profile ---- */

static void put_amount(rtp_buf *out, size_t n, const char *what)
{
    rtp_buf_format(out, "%zu %s%s", n, what, n == 1 ? "" : "s");
}

static void put_clean(checker *c, const rtp_job *job)
{
    rtp_terminal_put(&c->out, job->source.name);
    rtp_buf_puts(&c->out, ": no problems (");
    put_amount(&c->out, rtp_facts_items(job->facts, RTP_METRICS), "metric");
    rtp_buf_puts(&c->out, ", ");
    put_amount(&c->out, rtp_facts_items(job->facts, RTP_DELIVERABLES), "deliverable");
    rtp_buf_puts(&c->out, ")\n");
}

/* A file that cannot be read is no finding about a profile. */
static void hand_over(rtp_diags *from, rtp_diags *to)
{
    for (size_t i = 0; i < from->len; i++) {
        rtp_diags_put(to, from->items[i]);
    }
}

static void check_profile(checker *c, rtp_str path)
{
    rtp_diags *diags = rtp_diags_make(c->cli->arena);
    rtp_job job;
    bool loaded = rtp_job_load(&job, path, c->today, c->pack, c->cli->arena, diags);
    if (loaded) {
        rtp_job_lint(&job, c->cli->arena, diags);
    }
    int status = rtp_report_status(diags);
    c->status = status > c->status ? status : c->status;
    if (status == RTP_EXIT_FILES) {
        hand_over(diags, c->cli->diags);
        return;
    }
    rtp_report_put(&c->report, diags, &c->out);
    if (!loaded) {
        return;
    }
    if (diags->len == 0 && c->report.form == RTP_DIAGNOSTICS_TEXT && !c->report.quiet) {
        put_clean(c, &job);
    }
    put_readiness(c, &job);
}

static int run(rtp_cli *cli)
{
    const check_options *given = cli->options;
    rtp_str first;
    checker c = {.cli = cli, .report = rtp_report_for(cli, STDOUT_FILENO), .out = rtp_buf_make(FINDINGS_MOST)};
    if (!rtp_cli_profile(cli, &first) || !rtp_cli_today(cli, given->date, &c.today)) {
        return RTP_EXIT_USAGE;
    }
    c.pack = rtp_cli_pack(cli, &given->rules);
    if (!c.pack) {
        return RTP_EXIT_PROFILE;
    }
    check_profile(&c, first);
    for (size_t i = 1; i < cli->operands.len; i++) {
        rtp_buf_puts(&c.out, c.report.form == RTP_DIAGNOSTICS_TEXT && !c.report.quiet ? "\n" : "");
        check_profile(&c, cli->operands.items[i]);
    }
    int printed = rtp_cli_print(cli, &c.out);
    return printed > c.status ? printed : c.status;
}

const rtp_command rtp_command_check = {
    .name = "check",
    .operands = "[PROFILE...]",
    .summary = "find mistakes in a profile, and what would strengthen it",
    .detail =
        "Lists every mistake in a profile with its place, then what is strong, weak and missing in the case it "
        "makes, the most useful first. What stands behind add is JSON for a member that the profile lacks, behind "
        "merge "
        "for one that it has. The findings go to standard output; the exit status is 1 when a profile has errors.",
    .examples = "  rtopitch check profile.json\n"
                "  rtopitch check --diagnostics=gcc *.json\n",
    .operands_most = SIZE_MAX,
    .options = RTP_OPTIONS(rows, check_options),
    .run = run,
};
