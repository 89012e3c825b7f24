/* What all profiles of a run say together: the report, and documents that speak for all. A worker notes what is
 * counted of a profile as bytes; in order they are read again and counted. */
#include "cli/batch.h"
#include "cli/output.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FOLDER_MODE = 0700 };

static const rtp_str of_all[] = {RTP_STR("team"), RTP_STR("roll-up")};

bool rtp_batch_is_of_all(const rtp_outline *outline)
{
    bool found = false;
    for (size_t i = 0; i < RTP_COUNT(of_all); i++) {
        found = found || rtp_str_equal(outline->name, of_all[i]);
    }
    return found;
}

/* ---- notes as bytes ---- */

typedef struct note_head { /* the texts follow: the team, then what is lacking, each with its length */
    int32_t asked;
    uint32_t days, concerns;
    size_t team, lacks;
} note_head;

static void put_bytes(rtp_buf *out, const void *bytes, size_t len)
{
    rtp_buf_put(out, (rtp_str){bytes, len});
}

void rtp_batch_note_put(const rtp_job *job, rtp_batch_made *made)
{
    rtp_tally_note note = rtp_job_note(job, made->arena);
    note_head head = {note.asked, note.days, note.concerns, note.team.len, note.lacks.len};
    put_bytes(made->notes, &head, sizeof head);
    rtp_buf_put(made->notes, note.team);
    for (size_t i = 0; i < note.lacks.len; i++) {
        put_bytes(made->notes, &note.lacks.items[i].len, sizeof note.lacks.items[i].len);
        rtp_buf_put(made->notes, note.lacks.items[i]);
    }
}

static void take_bytes(rtp_str *notes, void *into, size_t len)
{
    memcpy(into, notes->ptr, len);
    *notes = (rtp_str){notes->ptr + len, notes->len - len};
}

static rtp_str take_text(rtp_str *notes, size_t len)
{
    rtp_str text = {notes->ptr, len};
    *notes = (rtp_str){notes->ptr + len, notes->len - len};
    return text;
}

void rtp_batch_note_take(rtp_batch_run_of *run, rtp_str notes)
{
    rtp_arena *scratch = run->note_arena;
    while (notes.len > 0) {
        note_head head;
        take_bytes(&notes, &head, sizeof head);
        rtp_tally_note note = {
            .team = take_text(&notes, head.team), .asked = head.asked, .days = head.days, .concerns = head.concerns};
        rtp_str *lacks = RTP_NEW_ARRAY(scratch, rtp_str, head.lacks);
        for (size_t i = 0; i < head.lacks; i++) {
            size_t len;
            take_bytes(&notes, &len, sizeof len);
            lacks[i] = take_text(&notes, len);
        }
        note.lacks = (rtp_texts){lacks, head.lacks};
        rtp_tallier_put(run->tallier, &note);
        rtp_arena_reset(scratch);
    }
}

/* ---- planning ---- */

typedef enum report_kind { REPORT_DOCUMENT, REPORT_CSV, REPORT_JSON } report_kind;

static report_kind kind_of(rtp_str path)
{
    return rtp_str_ends(path, rtp_lit(".csv"))    ? REPORT_CSV
           : rtp_str_ends(path, rtp_lit(".json")) ? REPORT_JSON
                                                  : REPORT_DOCUMENT;
}

/* Other options of making are for the documents; a report has its own outline and no parts. */
static bool plan_report(rtp_batch_run_of *run)
{
    rtp_cli *cli = run->cli;
    rtp_str path = run->given->report;
    if (!path.ptr || kind_of(path) != REPORT_DOCUMENT) {
        return true;
    }
    const rtp_format *format = rtp_output_format(cli, path, &rtp_format_choices);
    const rtp_outline *outline = rtp_outline_find(rtp_lit("roll-up"));
    rtp_making_options how = {.date = run->given->making.date, .rules = run->given->making.rules};
    return format &&
           rtp_making_prepare(cli, &how, &(rtp_making_wanted){&outline, 1, &format, 1, false}, &run->report_making);
}

static bool complain(rtp_cli *cli, rtp_str message, rtp_str hint)
{
    rtp_usage_complain(cli->diags, "U0033", message, hint);
    return false;
}

bool rtp_batch_sum_plan(rtp_batch_run_of *run)
{
    rtp_cli *cli = run->cli;
    bool folder = run->given->folder.ptr;
    if (run->all_count > 0 && !folder && (run->outline_count > 0 || run->all_count * run->format_count > 1)) {
        return complain(cli,
                        rtp_arena_format(cli->arena, "--as %.*s is one document for all",
                                         RTP_FMT(run->outlines[run->outline_count]->name)),
                        rtp_lit("name a folder with --out-dir, or ask for it alone and in one format"));
    }
    if (rtp_output_is_standard(run->given->report) && run->given->report.ptr) {
        return complain(cli, rtp_lit("--report needs the name of a file"),
                        rtp_lit("its suffix picks the format, such as .md, .csv or .json"));
    }
    if (run->all_count > 0 || run->given->report.ptr) {
        run->tally_arena = rtp_arena_make();
        run->note_arena = rtp_arena_make();
        run->tallier = rtp_tallier_make(run->tally_arena);
    }
    return plan_report(run);
}

/* ---- writing ---- */

static bool make_document(rtp_batch_run_of *run, const rtp_way *way, const rtp_tally *tally, rtp_buf *out)
{
    rtp_cli *cli = run->cli;
    const rtp_shared *shared = run->making.shared;
    rtp_job job = {.pack = run->making.pack, .today = run->making.today};
    if (!rtp_job_speak_for_all(&job, tally, shared ? &shared->source : NULL, cli->arena, cli->diags) ||
        !rtp_way_ready(way, &job, cli->arena, cli->diags)) {
        return false;
    }
    rtp_way_put(way, &job, cli->arena, cli->diags, out);
    return true;
}

static bool is_free(rtp_batch_run_of *run, rtp_str path)
{
    rtp_cli *cli = run->cli;
    if (run->given->force || run->given->resume || access(path.ptr, F_OK) != 0) {
        return true;
    }
    rtp_diags_put(cli->diags,
                  (rtp_diag){.severity = RTP_ERROR,
                             .code = "O0004",
                             .message = rtp_arena_format(cli->arena, "%.*s is there already", RTP_FMT(path)),
                             .hint = rtp_lit("--force replaces files")});
    return false;
}

/* Of the folder, or of standard output when there is none. */
static void write_for_all(rtp_batch_run_of *run, const rtp_way *way, const rtp_tally *tally)
{
    rtp_cli *cli = run->cli;
    rtp_str path = {NULL, 0}, suffix = rtp_str_from(way->format->suffixes);
    suffix.len = strcspn(suffix.ptr, " ");
    if (run->given->folder.ptr) {
        path = rtp_arena_format(cli->arena, "%.*s/%.*s.%.*s", RTP_FMT(run->given->folder), RTP_FMT(way->outline->name),
                                RTP_FMT(suffix));
    }
    rtp_buf out = rtp_buf_make(RTP_DOCUMENT_MOST);
    if ((!path.ptr || is_free(run, path)) && make_document(run, way, tally, &out)) {
        (void)rtp_output_write(cli, path, &out);
    }
    rtp_buf_free(&out);
}

static void write_report(rtp_batch_run_of *run, const rtp_tally *tally)
{
    rtp_buf out = rtp_buf_make(RTP_DOCUMENT_MOST);
    bool made = true;
    switch (kind_of(run->given->report)) {
    case REPORT_CSV:
        rtp_tally_put_csv(tally, &out);
        break;
    case REPORT_JSON:
        rtp_tally_put_json(tally, &out);
        break;
    case REPORT_DOCUMENT:
        made = make_document(run, &run->report_making.ways[0], tally, &out);
        break;
    }
    if (made && is_free(run, run->given->report)) {
        (void)rtp_output_write(run->cli, run->given->report, &out);
    }
    rtp_buf_free(&out);
}

void rtp_batch_sum_write(rtp_batch_run_of *run, const rtp_batch_counts *counts)
{
    for (size_t i = 0; i < counts->failed; i++) {
        rtp_tallier_fail(run->tallier);
    }
    const rtp_tally *tally = rtp_tallier_close(run->tallier, run->cli->arena);
    if (run->given->folder.ptr && run->outline_count == 0) {
        (void)mkdir(run->given->folder.ptr, FOLDER_MODE); /* why it is not there is told by the first file */
    }
    for (size_t i = 0; i < run->all_count * run->format_count; i++) {
        write_for_all(run, &run->making.ways[run->outline_count * run->format_count + i], tally);
    }
    if (run->given->report.ptr) {
        write_report(run, tally);
    }
}
