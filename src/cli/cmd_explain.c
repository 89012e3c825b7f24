/* `rtopitch explain`: why each sentence of a document is there, and what a rule or a code means.
 * One word decides: a code, else the id of a rule, else a profile. */
#include "cli/explain.h"
#include "cli/making.h"
#include "cli/report.h"
#include "cli/updates.h"

#include <unistd.h>

enum { EXPLANATION_MOST = 64 * 1024 * 1024 };

typedef struct explain_options {
    int as, format; /* format: 1 text, 2 json */
    rtp_given_date date;
    rtp_text_list rules;
    rtp_str team;
} explain_options;

static size_t form_count(void)
{
    return 2;
}

static rtp_str form_name(size_t i)
{
    return i == 0 ? rtp_lit("text") : rtp_lit("json");
}

static const rtp_choices_of forms = {form_count, form_name, NULL};

static const rtp_option rows[] = {
    RTP_OPTION_AS(explain_options),
    {.name = "format",
     .letter = 'f',
     .value = "FORM",
     .kind = RTP_OPTION_CHOICE,
     .offset = offsetof(explain_options, format),
     .choices = &forms,
     .help = "for people or for programs"},
    RTP_OPTION_TODAY(explain_options),
    RTP_OPTION_RULES(explain_options),
    {.name = "team",
     .value = "FILE",
     .kind = RTP_OPTION_TEXT,
     .offset = offsetof(explain_options, team),
     .help = RTP_TEAM_HELP "; tells what it overrides"},
};

static int explain_code(rtp_cli *cli, const rtp_code_doc *code)
{
    rtp_buf out = rtp_buf_make(1 << 20);
    rtp_buf_format(&out, "%s: %s\n\n", code->code, code->title);
    rtp_terminal_wrap(&out, rtp_str_from(code->text), 0, 0, RTP_TERMINAL_WIDTH);
    rtp_buf_put_char(&out, '\n');
    return rtp_cli_print(cli, &out);
}

static int explain_rule(rtp_cli *cli, const rtp_rule *rule)
{
    rtp_buf out = rtp_buf_make(1 << 20);
    rtp_rule_put(rule, &out);
    return rtp_cli_print(cli, &out);
}

/* "P0104": a capital and four digits; "L09": two digits for a rule about wording. */
static bool looks_like_code(rtp_str word)
{
    bool code = (word.len == 5 || word.len == 3) && word.ptr[0] >= 'A' && word.ptr[0] <= 'Z';
    for (size_t i = 1; i < word.len && code; i++) {
        code = word.ptr[i] >= '0' && word.ptr[i] <= '9';
    }
    return code;
}

static void put_labelled(rtp_buf *out, const char *label, rtp_str text)
{
    size_t start = out->len;
    rtp_buf_puts(out, label);
    rtp_terminal_wrap(out, text, out->len - start, 2, RTP_TERMINAL_WIDTH);
    rtp_buf_put_char(out, '\n');
}

/* What a rule about wording says, as its author wrote it. */
static int explain_wording(rtp_cli *cli, const rtp_lint_rule *rule)
{
    rtp_lint_words words = rtp_lint_words_of(rtp_embedded_lint(), rule);
    rtp_buf out = rtp_buf_make(1 << 20);
    rtp_buf_format(&out, "%s: %s (%s)\n\n", rtp_lint_code(rule), words.title.ptr,
                   rtp_severity_name((rtp_severity)rule->severity));
    put_labelled(&out, "Why: ", words.why);
    put_labelled(&out, "Better: ", words.better);
    rtp_buf_format(&out,
                   "\nTo allow it: <!-- rtopitch: allow %s --> in a text, for its line and the next;\n"
                   "\"meta\": {\"ignore\": [\"%s\"]} in a profile.\n",
                   rtp_lint_code(rule), rtp_lint_code(rule));
    return rtp_cli_print(cli, &out);
}

static int complain(rtp_cli *cli, const char *what, rtp_str word, rtp_str hint)
{
    rtp_usage_complain(cli->diags, "U0013",
                       rtp_arena_format(cli->arena, "there is no %s \"%.*s\"", what, RTP_FMT(word)), hint);
    return RTP_EXIT_USAGE;
}

static int complain_rule(rtp_cli *cli, const rtp_pack *pack, rtp_str word)
{
    rtp_str meant = rtp_rule_nearest(pack, word, cli->arena);
    return complain(cli, "rule", word,
                    meant.ptr ? rtp_arena_format(cli->arena, "did you mean %.*s?", RTP_FMT(meant))
                              : rtp_lit("rtopitch rules lists them"));
}

/* A word that names no file and does not look like one was meant for a rule. */
static bool is_file(rtp_str word)
{
    return rtp_str_equal(word, rtp_lit("-")) || rtp_str_ends(word, rtp_lit(".json")) || access(word.ptr, F_OK) == 0;
}

static int explain_profile(rtp_cli *cli, const rtp_pack *pack, const rtp_rule *only)
{
    const explain_options *given = cli->options;
    rtp_str path;
    rtp_date today;
    if (!rtp_cli_profile(cli, &path) || !rtp_cli_today(cli, given->date, &today)) {
        return RTP_EXIT_USAGE;
    }
    rtp_job job = {.pack = pack, .today = today};
    if (given->team.ptr && !(job.shared = rtp_shared_load(given->team, cli->arena, cli->diags))) {
        return RTP_EXIT_PROFILE;
    }
    const rtp_outline *outline = rtp_cli_outline(given->as);
    if (!rtp_job_read(&job, path, cli->arena, cli->diags) || !rtp_job_share(&job, outline, cli->arena, cli->diags) ||
        !rtp_outline_ready(outline, job.facts, &job.source, cli->diags)) {
        return RTP_EXIT_PROFILE;
    }
    rtp_job_apply(&job, NULL, cli->arena);
    const rtp_document *document = rtp_compose(outline, job.facts, &job.points, today, cli->arena);
    rtp_explanation explanation = {.job = &job, .outline = outline, .document = document, .only = only};
    rtp_explanation_collect(&explanation, cli->arena);
    rtp_buf out = rtp_buf_make(EXPLANATION_MOST);
    if (given->format == 2) {
        rtp_explanation_put_json(&explanation, cli->arena, &out);
    } else {
        rtp_explanation_put_text(&explanation, cli->arena, &out);
    }
    return rtp_cli_print(cli, &out);
}

static int run(rtp_cli *cli)
{
    const explain_options *given = cli->options;
    const rtp_pack *pack = rtp_cli_pack(cli, &given->rules);
    if (!pack) {
        return RTP_EXIT_PROFILE;
    }
    pack = rtp_pack_open(pack, NULL, cli->arena); /* any rule may be asked for */
    rtp_str first = cli->operands.len > 0 ? cli->operands.items[0] : (rtp_str){NULL, 0};
    if (cli->operands.len == 1 && looks_like_code(first)) {
        const rtp_lint_rule *wording = rtp_lint_rule_find(rtp_embedded_lint(), first);
        if (wording) {
            return explain_wording(cli, wording);
        }
        const rtp_code_doc *code = rtp_code_find(first);
        return code ? explain_code(cli, code)
                    : complain(cli, "code", first, rtp_lit("codes stand in square brackets behind a message"));
    }
    const rtp_rule *rule = cli->operands.len == 1 ? rtp_rule_find(pack, first) : NULL;
    if (rule) {
        return explain_rule(cli, rule);
    }
    if (cli->operands.len == 1 && !is_file(first)) {
        return complain_rule(cli, pack, first);
    }
    const rtp_rule *only = cli->operands.len == 2 ? rtp_rule_find(pack, cli->operands.items[1]) : NULL;
    if (cli->operands.len == 2 && !only) {
        return complain_rule(cli, pack, cli->operands.items[1]);
    }
    return explain_profile(cli, pack, only);
}

const rtp_command rtp_command_explain = {
    .name = "explain",
    .operands = "[PROFILE [RULE] | RULE | CODE]",
    .summary = "tell why each sentence is there, or what a code means",
    .detail = "For a profile: every sentence of the document with the rule that made it, the facts it reads and the "
              "lines of the profile they come from; then the rules that stayed silent, and why. For the id of a rule "
              "or the code of a message: what it means.",
    .examples = "  rtopitch explain profile.json\n"
                "  rtopitch explain profile.json pilot.terms -f json\n"
                "  rtopitch explain --team team.json profile.json\n"
                "  rtopitch explain P0001\n",
    .operands_most = 2,
    .options = RTP_OPTIONS(rows, explain_options),
    .run = run,
};
