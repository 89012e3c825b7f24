/* `rtopitch batch`: many profiles become documents in one run, in order, by several workers.
 * A profile that fails is told and counted, and the others are made all the same. */
#include "app/batch_name.h"
#include "cli/batch.h"
#include "cli/output.h"
#include "cli/updates.h"

#include <sys/stat.h>
#include <unistd.h>

static const rtp_option rows[] = {
    {.name = "out-dir",
     .value = "FOLDER",
     .kind = RTP_OPTION_TEXT,
     .offset = offsetof(rtp_batch_options, folder),
     .help = "write a file for each person and document; without it, a line of JSON for each on standard output"},
    {.name = "name",
     .value = "PATTERN",
     .kind = RTP_OPTION_TEXT,
     .offset = offsetof(rtp_batch_options, name),
     .help = "of the files, from {stem} {person.name} {person.team} {as} {line} {index} (default: {stem}, of lines "
             "{person.name}, and -{as} where there are several)"},
    {.name = "format",
     .letter = 'f',
     .value = "FORMATS",
     .kind = RTP_OPTION_WORDS,
     .offset = offsetof(rtp_batch_options, formats),
     .help = "one or several (default: markdown, in lines json)"},
    {.name = "as",
     .value = "NAMES",
     .kind = RTP_OPTION_WORDS,
     .offset = offsetof(rtp_batch_options, as),
     .help = "the documents to make, one or several (default: talking-points)"},
    {.name = "jobs",
     .letter = 'j',
     .value = "N",
     .kind = RTP_OPTION_COUNT,
     .offset = offsetof(rtp_batch_options, jobs),
     .least = 1,
     .most = 128,
     .help = "workers (default: as many as there are processors); the result is the same for any number"},
    {.name = "force",
     .kind = RTP_OPTION_FLAG,
     .offset = offsetof(rtp_batch_options, force),
     .help = "replace files that are there already"},
    {.name = "resume",
     .kind = RTP_OPTION_FLAG,
     .offset = offsetof(rtp_batch_options, resume),
     .help = "leave out what an earlier run made from the same profile and options, and is still as it was"},
    {.name = "fail-fast",
     .kind = RTP_OPTION_FLAG,
     .offset = offsetof(rtp_batch_options, fail_fast),
     .help = "end with the first profile that fails"},
    {.name = "index",
     .kind = RTP_OPTION_FLAG,
     .offset = offsetof(rtp_batch_options, index),
     .help = "in lines of JSON, tell the place of the profile in the input"},
    {.name = "report",
     .value = "FILE",
     .kind = RTP_OPTION_TEXT,
     .offset = offsetof(rtp_batch_options, report),
     .help = "sum up all profiles, without names; the suffix picks the format, .csv and .json are for programs"},
    RTP_MAKING_ROWS(rtp_batch_options, making),
};

/* ---- what is to be made ---- */

/* Each word as a choice that `row` knows; false after a complaint. */
static bool choose(rtp_cli *cli, const rtp_option *row, const rtp_text_list *words, int *chosen)
{
    for (size_t i = 0; i < words->len; i++) {
        rtp_option_set(row, words->items[i], cli->arena, cli->diags, &chosen[i]);
        for (size_t j = 0; j < i; j++) {
            if (chosen[j] == chosen[i]) {
                rtp_usage_complain(
                    cli->diags, "U0024",
                    rtp_arena_format(cli->arena, "--%s names %.*s twice", row->name, RTP_FMT(words->items[i])),
                    rtp_lit("name it once"));
            }
        }
    }
    return cli->diags->errors == 0;
}

static bool choose_outlines(rtp_batch_run_of *run)
{
    static const rtp_option row = {.name = "as", .kind = RTP_OPTION_CHOICE, .choices = &rtp_outline_choices};
    const rtp_text_list *words = &run->given->as;
    int *chosen = RTP_NEW_ARRAY(run->cli->arena, int, words->len + 1);
    size_t count = words->len > 0 ? words->len : 1;
    run->outlines = RTP_NEW_ARRAY(run->cli->arena, const rtp_outline *, count);
    if (!choose(run->cli, &row, words, chosen)) {
        return false;
    }
    for (size_t pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < count; i++) {
            const rtp_outline *outline = rtp_cli_outline(chosen[i]);
            if (rtp_batch_is_of_all(outline) == (pass > 0)) {
                run->outlines[run->outline_count + run->all_count] = outline;
                run->outline_count += pass == 0;
                run->all_count += pass > 0;
            }
        }
    }
    return true;
}

static bool choose_formats(rtp_batch_run_of *run)
{
    static const rtp_option row = {.name = "format", .kind = RTP_OPTION_CHOICE, .choices = &rtp_format_choices};
    const rtp_text_list *words = &run->given->formats;
    int *chosen = RTP_NEW_ARRAY(run->cli->arena, int, words->len + 1);
    run->format_count = words->len > 0 ? words->len : 1;
    run->formats = RTP_NEW_ARRAY(run->cli->arena, const rtp_format *, run->format_count);
    if (!choose(run->cli, &row, words, chosen)) {
        return false;
    }
    for (size_t i = 0; i < run->format_count; i++) {
        rtp_str usual = run->given->folder.ptr || run->outline_count == 0 ? rtp_lit("markdown") : rtp_lit("json");
        run->formats[i] = words->len > 0 ? rtp_formats[chosen[i] - 1] : rtp_format_find(usual);
    }
    return true;
}

static bool complain(rtp_cli *cli, const char *code, rtp_str message, rtp_str hint)
{
    rtp_usage_complain(cli->diags, code, message, hint);
    return false;
}

/* What makes no sense together. */
static bool check_options(rtp_batch_run_of *run)
{
    const rtp_batch_options *given = run->given;
    rtp_cli *cli = run->cli;
    for (size_t i = 0; i < run->format_count && !given->folder.ptr && run->outline_count > 0; i++) {
        if (run->formats[i]->binary) {
            return complain(cli, "U0031",
                            rtp_arena_format(cli->arena, "%s is no text, so it cannot stand in a line of JSON",
                                             run->formats[i]->name),
                            rtp_lit("name a folder for the files with --out-dir"));
        }
    }
    const struct {
        bool given;
        const char *name;
    } of_files[] = {{given->name.ptr, "--name"}, {given->force, "--force"}, {given->resume, "--resume"}};
    for (size_t i = 0; i < RTP_COUNT(of_files) && !given->folder.ptr; i++) {
        if (of_files[i].given) {
            return complain(cli, "U0032", rtp_arena_format(cli->arena, "%s is about files", of_files[i].name),
                            rtp_lit("name a folder for them with --out-dir"));
        }
    }
    if (given->index && given->folder.ptr) {
        return complain(cli, "U0032", rtp_lit("--index is about lines of JSON"),
                        rtp_lit("put {index} or {line} into --name"));
    }
    return rtp_batch_name_check(run) && rtp_batch_sum_plan(run);
}

/* The folder that an input lies in, or is. */
static rtp_str folder_of(rtp_str input, rtp_arena *arena)
{
    size_t len = input.len;
    while (len > 0 && input.ptr[len - 1] != '/') {
        len--;
    }
    return rtp_folder_is(input.ptr) ? input : len > 0 ? rtp_arena_copy(arena, (rtp_str){input.ptr, len}) : rtp_lit(".");
}

static bool is_same_folder(rtp_str one, rtp_str other)
{
    struct stat first, second;
    return stat(one.ptr, &first) == 0 && stat(other.ptr, &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

/* --force replaces documents, never the profiles that they are made of. */
static bool spares_inputs(rtp_batch_run_of *run, const rtp_texts *inputs)
{
    const rtp_batch_options *given = run->given;
    rtp_cli *cli = run->cli;
    bool json = false;
    for (size_t i = 0; i < run->format_count; i++) {
        json = json || rtp_str_equal(rtp_str_from(run->formats[i]->name), rtp_lit("json"));
    }
    for (size_t i = 0; i < inputs->len; i++) {
        if (given->report.ptr && !rtp_output_spares(cli, given->report, inputs->items[i])) {
            return false;
        }
        if (given->force && json && given->folder.ptr &&
            is_same_folder(given->folder, folder_of(inputs->items[i], cli->arena))) {
            return complain(cli, "U0012", rtp_lit("JSON documents could replace the profiles in the same folder"),
                            rtp_lit("name another folder with --out-dir"));
        }
    }
    return true;
}

static bool plan(rtp_batch_run_of *run, const rtp_texts *inputs)
{
    if (!choose_outlines(run) || !choose_formats(run) || !check_options(run) || !spares_inputs(run, inputs)) {
        return false;
    }
    rtp_making_wanted wanted = {run->outlines, run->outline_count + run->all_count, run->formats, run->format_count,
                                true};
    return rtp_making_prepare(run->cli, &run->given->making, &wanted, &run->making);
}

/* ---- what a folder remembers ---- */

static void put_files(rtp_cli *cli, const char *name, rtp_texts paths, rtp_buf *out)
{
    char hex[RTP_SHA256_HEX];
    for (size_t i = 0; i < paths.len; i++) {
        rtp_source source = {.text = rtp_lit("")};
        bool read =
            rtp_file_read(paths.items[i], rtp_json_pack_limits.bytes, cli->arena, rtp_diags_make(cli->arena), &source);
        rtp_sha256_hex(source.text, hex);
        rtp_buf_format(out, "%s %s\n", name, read ? hex : "unread");
    }
}

static void put_words(const char *name, const rtp_text_list *words, rtp_buf *out)
{
    for (size_t i = 0; i < words->len; i++) {
        rtp_buf_format(out, "%s %.*s\n", name, RTP_FMT(words->items[i]));
    }
}

static rtp_texts texts_of(const rtp_text_list *list)
{
    return (rtp_texts){list->items, list->len};
}

/* The program and what is inside: research and rules change between releases, too. */
static void put_program(rtp_cli *cli, rtp_buf *out)
{
    rtp_buf_format(out, "%s %s %s %s\n", RTOPITCH_VERSION, rtp_embedded_packs_hash, rtp_embedded_outlines_hash,
                   rtp_embedded_lint_hash);
    put_files(cli, "update", rtp_updates_installed(cli), out);
}

/* Whatever makes other documents of the same profile. */
static rtp_str describe(rtp_batch_run_of *run)
{
    const rtp_making_options *given = &run->given->making;
    rtp_cli *cli = run->cli;
    rtp_buf out = rtp_buf_make(1 << 24);
    put_program(cli, &out);
    rtp_buf_format(&out, "%d %d %d %d %d\n", run->making.today, given->width, given->paper, given->citations,
                   given->front_matter);
    rtp_buf_format(&out, "name %.*s\nlanguage %.*s\n", RTP_FMT(run->given->name), RTP_FMT(given->language));
    for (size_t i = 0; i < run->outline_count; i++) {
        rtp_buf_format(&out, "as %.*s\n", RTP_FMT(run->outlines[i]->name));
    }
    for (size_t i = 0; i < run->format_count; i++) {
        rtp_buf_format(&out, "format %s\n", run->formats[i]->name);
    }
    put_words("only", &given->only, &out);
    put_words("skip", &given->skip, &out);
    put_files(cli, "rules", texts_of(&given->rules), &out);
    put_files(cli, "style", texts_of(&given->styles), &out);
    put_files(cli, "team", (rtp_texts){&given->team, given->team.ptr ? 1 : 0}, &out);
    rtp_str text = rtp_arena_copy(cli->arena, rtp_buf_text(&out));
    rtp_buf_free(&out);
    return text;
}

/* ---- running ---- */

static size_t processors(void)
{
    enum { MOST = 128 };
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > MOST ? MOST : (size_t)count;
}

static bool inputs_of(rtp_cli *cli, rtp_texts *inputs)
{
    rtp_str standard;
    *inputs = (rtp_texts){cli->operands.items, cli->operands.len};
    if (inputs->len == 0) {
        if (!rtp_cli_profile(cli, &standard)) {
            return false;
        }
        rtp_str *only = RTP_NEW(cli->arena, rtp_str);
        *only = standard;
        *inputs = (rtp_texts){only, 1};
    }
    return true;
}

static rtp_batch batch_of(rtp_batch_run_of *run, rtp_texts inputs)
{
    const rtp_batch_options *given = run->given;
    bool numbered = rtp_name_has(given->name, rtp_lit("index")) || rtp_name_has(given->name, rtp_lit("line"));
    return (rtp_batch){
        .inputs = inputs,
        .folder = run->outline_count > 0 ? given->folder.ptr : NULL,
        .jobs = given->jobs > 0 ? (size_t)given->jobs : processors(),
        .force = given->force,
        .resume = given->resume,
        .fail_fast = given->fail_fast,
        .numbered = numbered,
        .run = describe(run),
        .context = run,
        .make = rtp_batch_make,
        .note = run->tallier ? rtp_batch_note : NULL,
        .report = rtp_batch_report,
        .take = rtp_batch_take,
        .watch = rtp_batch_watch,
    };
}

static int run(rtp_cli *cli)
{
    rtp_batch_run_of *run_of = RTP_NEW(cli->arena, rtp_batch_run_of);
    run_of->cli = cli;
    run_of->given = cli->options;
    rtp_texts inputs;
    if (!inputs_of(cli, &inputs) || !plan(run_of, &inputs)) {
        return RTP_EXIT_USAGE;
    }
    run_of->report = rtp_report_for(cli, STDERR_FILENO);
    run_of->report.of_many = true;
    run_of->progress.wanted = isatty(STDERR_FILENO) && !run_of->report.quiet;
    rtp_batch_signals_hold(run_of);
    rtp_batch batch = batch_of(run_of, inputs);
    rtp_batch_counts counts = {.built = 0};
    rtp_batch_end end = rtp_batch_run(&batch, cli->arena, cli->diags, &counts);
    if (run_of->tallier && end == RTP_BATCH_DONE) {
        rtp_batch_sum_write(run_of, &counts);
    }
    rtp_batch_sum_up(run_of, &counts, end);
    rtp_batch_signals_end(run_of);
    rtp_arena_free(run_of->tally_arena);
    rtp_arena_free(run_of->note_arena);
    int least = counts.failed > 0 ? RTP_EXIT_PROFILE : RTP_EXIT_DONE;
    return counts.status > least ? counts.status : least;
}

const rtp_command rtp_command_batch = {
    .name = "batch",
    .operands = "[FILE | FOLDER | LINES.jsonl | -]...",
    .summary = "make documents from many profiles",
    .detail = "Reads profiles from files, from the .json files of folders, and from JSON Lines (.jsonl, .ndjson, "
              "standard input), one profile a line. Writes a file for each, or a line of JSON for each to standard "
              "output. A profile that fails is told with its file and line, and the others are made all the same; "
              "the last line says how many. Output and messages are in the order of the input.",
    .examples =
        "  rtopitch batch profiles/ --out-dir pitches\n"
        "  rtopitch batch all.jsonl --team team.json --out-dir pitches --as talking-points,email -f docx,markdown\n"
        "  rtopitch batch --out-dir pitches --resume --name '{person.name}-{as}' all.jsonl\n"
        "  cat all.jsonl | rtopitch batch > documents.jsonl\n",
    .operands_most = SIZE_MAX,
    .options = RTP_OPTIONS(rows, rtp_batch_options),
    .run = run,
};
