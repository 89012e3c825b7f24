/* One profile becomes what is asked for: files, standard output, the clipboard. All is made before anything is
 * written, and each file is written whole or not at all. */
#include "cli/build.h"

#include "cli/output.h"

static bool complain(rtp_cli *cli, const char *code, rtp_str message, rtp_str hint)
{
    rtp_usage_complain(cli->diags, code, message, hint);
    return false;
}

/* ---- what is asked for ---- */

static bool target_put(rtp_cli *cli, rtp_build *build, rtp_target target)
{
    for (size_t i = 0; i < build->target_count && !target.clipboard; i++) {
        const rtp_target *other = &build->targets[i];
        if (!other->clipboard && rtp_str_equal(other->path, target.path)) {
            return complain(cli, "U0024", rtp_arena_format(cli->arena, "%.*s is named twice", RTP_FMT(target.path)),
                            rtp_lit("name each output once"));
        }
    }
    build->formats[build->target_count] = target.format;
    build->targets[build->target_count++] = target;
    return true;
}

static bool check_list(rtp_cli *cli, const rtp_text_list *inputs, rtp_str path)
{
    for (size_t i = 0; i < inputs->len; i++) {
        if (!rtp_output_spares(cli, path, inputs->items[i])) {
            return false;
        }
    }
    return true;
}

/* The profile is not all that a document is made from. */
static bool check_inputs(rtp_cli *cli, const rtp_making_options *making, rtp_str path)
{
    return check_list(cli, &making->rules, path) && check_list(cli, &making->styles, path) &&
           (!making->team.ptr || rtp_output_spares(cli, path, making->team));
}

static bool output_put(rtp_cli *cli, rtp_build *build, rtp_str path)
{
    const rtp_build_options *given = cli->options;
    const rtp_format *format =
        given->format > 0 ? rtp_formats[given->format - 1] : rtp_output_format(cli, path, &rtp_format_choices);
    return format && rtp_output_check(cli, path, format, build->input) && check_inputs(cli, &given->making, path) &&
           target_put(cli, build, (rtp_target){.path = path, .format = format});
}

/* Rich text is HTML. Where the clipboard takes none, and where plain text is wanted, it is what can be read as it is.
 */
static bool copy_put(rtp_cli *cli, rtp_build *build)
{
    const rtp_build_options *given = cli->options;
    bool html = given->copy == RTP_COPIED_HTML + 1 && rtp_clipboard_is_rich();
    const rtp_format *said = given->format > 0 ? rtp_formats[given->format - 1] : NULL;
    const rtp_format *plain = said ? said : rtp_format_find(rtp_lit("markdown"));
    const rtp_format *format = html ? rtp_format_find(rtp_lit("html")) : plain;
    if (html && said && said != format && given->outputs.len == 0) {
        return complain(cli, "U0025", rtp_arena_format(cli->arena, "--copy makes HTML, and -f asks for %s", said->name),
                        rtp_lit("leave one of them out, or write --copy=text"));
    }
    if (format->binary) {
        return complain(cli, "U0025", rtp_arena_format(cli->arena, "%s cannot be copied as text", format->name),
                        rtp_lit("leave out -f, or =text"));
    }
    return target_put(
        cli, build,
        (rtp_target){.clipboard = true, .copied = html ? RTP_COPIED_HTML : RTP_COPIED_TEXT, .format = format});
}

static bool has_file(const rtp_build *build)
{
    for (size_t i = 0; i < build->target_count; i++) {
        if (!build->targets[i].clipboard && !rtp_output_is_standard(build->targets[i].path)) {
            return true;
        }
    }
    return false;
}

static bool writes_standard(const rtp_build *build)
{
    for (size_t i = 0; i < build->target_count; i++) {
        if (!build->targets[i].clipboard && rtp_output_is_standard(build->targets[i].path)) {
            return true;
        }
    }
    return false;
}

static bool check_open_and_watch(rtp_cli *cli, const rtp_build *build)
{
    const rtp_build_options *given = cli->options;
    const struct {
        bool wrong;
        const char *message, *hint;
    } checks[] = {
        {given->open && !has_file(build), "--open has no file to open", "name one: -o pitch.html"},
        {given->watch && !has_file(build), "--watch has no file to write again", "name one: -o pitch.html"},
        {given->watch && writes_standard(build), "--watch cannot write to standard output again and again",
         "name files only with -o"},
    };
    for (size_t i = 0; i < RTP_COUNT(checks); i++) {
        if (checks[i].wrong) {
            return complain(cli, "U0026", rtp_str_from(checks[i].message), rtp_str_from(checks[i].hint));
        }
    }
    return true;
}

bool rtp_build_plan(rtp_cli *cli, rtp_build *build)
{
    const rtp_build_options *given = cli->options;
    size_t most = given->outputs.len + 2; /* standard output when none is named, and the clipboard */
    *build = (rtp_build){.outline = rtp_cli_outline(given->as),
                         .formats = RTP_NEW_ARRAY(cli->arena, const rtp_format *, most),
                         .targets = RTP_NEW_ARRAY(cli->arena, rtp_target, most)};
    if (!rtp_cli_profile(cli, &build->input)) {
        return false;
    }
    for (size_t i = 0; i < given->outputs.len; i++) {
        if (!output_put(cli, build, given->outputs.items[i])) {
            return false;
        }
    }
    bool nothing = given->outputs.len == 0 && given->copy == 0;
    return (!nothing || output_put(cli, build, rtp_lit("-"))) && (given->copy == 0 || copy_put(cli, build)) &&
           check_open_and_watch(cli, build);
}

/* ---- one round ---- */

static void tell_copied(rtp_cli *cli, const rtp_format *format)
{
    rtp_diags_put(cli->diags,
                  (rtp_diag){.severity = RTP_NOTE,
                             .code = "U0027",
                             .message = rtp_arena_format(cli->arena,
                                                         "copied to the clipboard as %s; paste it where you "
                                                         "write",
                                                         format->name)});
}

static bool target_write(rtp_cli *cli, const rtp_target *target, rtp_buf *bytes)
{
    if (!target->clipboard) {
        return rtp_output_write(cli, target->path, bytes) == RTP_EXIT_DONE;
    }
    bool copied = rtp_clipboard_put(target->copied, rtp_buf_text(bytes), cli->arena, cli->diags);
    rtp_buf_free(bytes);
    if (copied) {
        tell_copied(cli, target->format);
    }
    return copied;
}

/* One that cannot be written does not keep the others from being. */
static bool targets_write(rtp_cli *cli, const rtp_build *build, rtp_job *job, const rtp_making *making)
{
    rtp_buf *made = RTP_NEW_ARRAY(cli->arena, rtp_buf, build->target_count);
    for (size_t i = 0; i < build->target_count; i++) {
        made[i] = rtp_buf_make(RTP_DOCUMENT_MOST);
        rtp_way_put(&making->ways[i], job, cli->arena, i == 0 ? cli->diags : rtp_diags_make(cli->arena), &made[i]);
    }
    bool good = true;
    for (size_t i = 0; i < build->target_count; i++) {
        good = target_write(cli, &build->targets[i], &made[i]) && good;
    }
    return good;
}

bool rtp_build_once(rtp_cli *cli, const rtp_build *build)
{
    const rtp_build_options *given = cli->options;
    const rtp_making_wanted wanted = {&build->outline, 1, build->formats, build->target_count, false};
    rtp_making making;
    if (!rtp_making_prepare(cli, &given->making, &wanted, &making)) {
        return false;
    }
    rtp_job job = {.pack = making.pack, .today = making.today, .shared = making.shared};
    return rtp_job_read(&job, build->input, cli->arena, cli->diags) &&
           rtp_way_ready(&making.ways[0], &job, cli->arena, cli->diags) && targets_write(cli, build, &job, &making);
}

void rtp_build_open(rtp_cli *cli, const rtp_build *build)
{
    for (size_t i = 0; i < build->target_count; i++) {
        if (!build->targets[i].clipboard && !rtp_output_is_standard(build->targets[i].path)) {
            rtp_desktop_open(build->targets[i].path, cli->arena, cli->diags);
        }
    }
}
