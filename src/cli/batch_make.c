/* From one profile to its documents: files with names, or lines of JSON. Any worker may be here, so
 * nothing but the profile's own arena and buffers is written. */
#include "cli/batch.h"

#include "app/batch_name.h"

enum { SHOWN_MOST = 10 /* messages about one profile */ };

/* ---- names ---- */

enum { NAME_PARTS = 6 };

static rtp_str number_text(size_t number, rtp_arena *arena)
{
    return rtp_arena_format(arena, "%zu", number);
}

/* A profile without a name is told by its file, or by its line. */
static rtp_str name_of(const rtp_batch_item *item, const rtp_job *job, rtp_arena *arena)
{
    rtp_str name = rtp_str_trim(job->profile->person.name);
    if (name.len > 0) {
        return name;
    }
    return item->line > 0 ? rtp_arena_format(arena, "line-%zu", item->line) : item->stem;
}

static rtp_str file_name(const rtp_batch_run_of *run, const rtp_batch_item *item, const rtp_way *way,
                         const rtp_job *job, rtp_arena *arena)
{
    const rtp_name_part parts[NAME_PARTS] = {
        {rtp_lit("stem"), item->stem},
        {rtp_lit("person.name"), name_of(item, job, arena)},
        {rtp_lit("person.team"), job->profile->person.team},
        {rtp_lit("as"), way->outline->name},
        {rtp_lit("line"), number_text(item->line > 0 ? item->line : item->index, arena)},
        {rtp_lit("index"), number_text(item->index, arena)},
    };
    rtp_str pattern = run->given->name;
    if (!pattern.ptr) {
        bool several = run->outline_count > 1;
        pattern = item->line > 0 ? (several ? rtp_lit("{person.name}-{as}") : rtp_lit("{person.name}"))
                                 : (several ? rtp_lit("{stem}-{as}") : rtp_lit("{stem}"));
    }
    rtp_str suffix = rtp_str_from(way->format->suffixes);
    for (size_t i = 0; i < suffix.len; i++) {
        suffix.len = suffix.ptr[i] == ' ' ? i : suffix.len;
    }
    return rtp_name_make(pattern, &(rtp_name_parts){parts, NAME_PARTS}, suffix, arena);
}

bool rtp_batch_name_check(rtp_batch_run_of *run)
{
    static const rtp_name_part parts[NAME_PARTS] = {
        {RTP_STR("stem"), RTP_STR("")}, {RTP_STR("person.name"), RTP_STR("")}, {RTP_STR("person.team"), RTP_STR("")},
        {RTP_STR("as"), RTP_STR("")},   {RTP_STR("line"), RTP_STR("")},        {RTP_STR("index"), RTP_STR("")},
    };
    rtp_str fault = rtp_name_fault(run->given->name, &(rtp_name_parts){parts, NAME_PARTS});
    bool apart = run->outline_count < 2 || !run->given->name.ptr || rtp_name_has(run->given->name, rtp_lit("as"));
    if (fault.ptr) {
        rtp_usage_complain(run->cli->diags, "U0030",
                           rtp_arena_format(run->cli->arena, "--name cannot hold \"%.*s\"", RTP_FMT(fault)),
                           rtp_lit("it knows {stem}, {person.name}, {person.team}, {as}, {line} and {index}; a slash "
                                   "has no place in a name"));
    } else if (!apart) {
        rtp_usage_complain(run->cli->diags, "U0030",
                           rtp_lit("with several documents of a person, --name must hold {as}"),
                           rtp_lit("write for example --name '{person.name}-{as}'"));
    }
    return run->cli->diags->errors == 0;
}

/* ---- lines ---- */

static void put_text_member(rtp_json_writer *w, const char *key, rtp_str text)
{
    rtp_json_put_key(w, key);
    rtp_json_put_text(w, text);
}

static void put_number_member(rtp_json_writer *w, const char *key, size_t number)
{
    rtp_json_put_key(w, key);
    rtp_json_put_number(w, (double)number);
}

/* One line, whatever the format: JSON as it is, any other text as a string. */
static void put_line(const rtp_batch_run_of *run, const rtp_batch_item *item, const rtp_way *way, rtp_str name,
                     const rtp_batch_made *made)
{
    rtp_json_writer w = rtp_json_writer_make(made->bytes, 0);
    bool json = rtp_str_equal(rtp_str_from(way->format->name), rtp_lit("json"));
    rtp_json_open(&w, '{');
    put_text_member(&w, "name", name);
    put_text_member(&w, "source", item->source->name);
    if (run->given->index) {
        put_number_member(&w, "index", item->index);
        put_number_member(&w, "line", item->line > 0 ? item->line : 1);
    }
    put_text_member(&w, "as", way->outline->name);
    put_text_member(&w, "format", rtp_str_from(way->format->name));
    if (json) {
        rtp_json_put_key(&w, "document");
        rtp_json_put_raw(&w, rtp_str_trim(rtp_buf_text(made->scratch)));
    } else {
        put_text_member(&w, "text", rtp_buf_text(made->scratch));
    }
    rtp_json_close(&w, '}');
    rtp_buf_put_char(made->bytes, '\n');
}

/* ---- making ---- */

static bool complain_large(const rtp_batch_item *item, rtp_diags *diags)
{
    rtp_diags_put(diags, (rtp_diag){.severity = RTP_ERROR,
                                    .code = "O0006",
                                    .source = item->source,
                                    .message = rtp_lit("the document would be larger than 4 MiB"),
                                    .hint = rtp_lit("shorten the profile")});
    return false;
}

static bool make_one(const rtp_batch_run_of *run, const rtp_batch_item *item, const rtp_way *way, rtp_job *job,
                     rtp_batch_made *made)
{
    rtp_buf_cut(made->scratch, 0);
    made->scratch->limit = RTP_DOCUMENT_MOST;
    rtp_way here = *way;
    here.how.compact = !run->given->folder.ptr; /* it becomes a part of a line */
    rtp_way_put(&here, job, made->arena, made->diags, made->scratch);
    if (made->scratch->failed) {
        rtp_buf_cut(made->scratch, 0);
        return complain_large(item, made->diags);
    }
    if (run->given->folder.ptr) {
        rtp_buf_put(made->bytes, rtp_buf_text(made->scratch));
        rtp_batch_file(made, file_name(run, item, way, job, made->arena));
    } else {
        put_line(run, item, way, name_of(item, job, made->arena), made);
    }
    return !made->bytes->failed || complain_large(item, made->diags);
}

static bool load(const rtp_batch_run_of *run, const rtp_batch_item *item, rtp_batch_made *made, rtp_job *job)
{
    *job = (rtp_job){.pack = run->making.pack, .today = run->making.today, .shared = run->making.shared};
    return rtp_job_take(job, item->source, made->arena, made->diags);
}

/* A document is made ready once, and then in each format. */
static bool make_outline(const rtp_batch_run_of *run, const rtp_batch_item *item, size_t outline, rtp_job *job,
                         rtp_batch_made *made)
{
    const rtp_way *ways = &run->making.ways[outline * run->format_count];
    if (!rtp_way_ready(ways, job, made->arena, made->diags)) {
        return false;
    }
    for (size_t i = 0; i < run->format_count; i++) {
        if (!make_one(run, item, &ways[i], job, made)) {
            return false;
        }
    }
    return true;
}

bool rtp_batch_make(void *context, const rtp_batch_item *item, rtp_batch_made *made)
{
    const rtp_batch_run_of *run = context;
    rtp_job loaded;
    if (!load(run, item, made, &loaded)) {
        return false;
    }
    for (size_t i = 0; i < run->outline_count; i++) {
        rtp_job job = loaded;
        if (!make_outline(run, item, i, &job, made)) {
            return false;
        }
    }
    if (run->tallier) {
        rtp_batch_note_put(&loaded, made);
    }
    return true;
}

bool rtp_batch_note(void *context, const rtp_batch_item *item, rtp_batch_made *made)
{
    rtp_job loaded;
    if (!load(context, item, made, &loaded)) {
        return false;
    }
    rtp_batch_note_put(&loaded, made);
    return true;
}

/* ---- messages ---- */

static bool is_same(const rtp_diag *a, const rtp_diag *b)
{
    return a->code == b->code && a->source == b->source && a->offset == b->offset &&
           rtp_str_equal(a->message, b->message);
}

static bool is_told(const rtp_diags *diags, size_t len, const rtp_diag *diag)
{
    for (size_t i = 0; i < len; i++) {
        if (is_same(&diags->items[i], diag)) {
            return true;
        }
    }
    return false;
}

/* Each once, though several documents asked for it; and errors before others where not all can be shown. */
static void shorten(rtp_diags *diags)
{
    size_t len = 0;
    for (size_t i = 0; i < diags->len; i++) {
        const rtp_diag diag = diags->items[i];
        if (is_told(diags, len, &diag)) {
            diags->errors -= diag.severity == RTP_ERROR;
            diags->warnings -= diag.severity == RTP_WARNING;
        } else {
            diags->items[len++] = diag;
        }
    }
    for (size_t severity = RTP_NOTE; severity < RTP_ERROR && diags->errors > 0 && len > SHOWN_MOST; severity++) {
        size_t kept = 0;
        for (size_t i = 0; i < len; i++) {
            if (diags->items[i].severity != (rtp_severity)severity) {
                diags->items[kept++] = diags->items[i];
            }
        }
        len = kept;
    }
    diags->dropped += len > SHOWN_MOST ? len - SHOWN_MOST : 0;
    diags->len = len > SHOWN_MOST ? SHOWN_MOST : len;
}

int rtp_batch_report(void *context, rtp_diags *diags, rtp_buf *messages)
{
    const rtp_batch_run_of *run = context;
    int status = rtp_report_status(diags);
    rtp_diags_trace(diags);
    rtp_diags_sort(diags);
    shorten(diags);
    rtp_report_put(&run->report, diags, messages);
    return status;
}
