/* `rtopitch pilot review`: the trial after its last week, judged by the terms that were recorded. The verdict is
 * the product, so it is no error whatever it says. */
#include "cli/making.h"
#include "cli/pilot.h"
#include "cli/updates.h"

/* ---- what can be refused before anything is read ---- */

static bool complain(rtp_cli *cli, const char *code, rtp_str message, rtp_str hint)
{
    rtp_usage_complain(cli->diags, code, message, hint);
    return false;
}

static bool has_operands(rtp_cli *cli)
{
    const rtp_text_list *operands = &cli->operands;
    const rtp_str hint = rtp_lit("write rtopitch pilot review profile.json results.json");
    if (operands->len < 2) {
        return complain(cli, "U0009",
                        operands->len == 0 ? rtp_lit("no profile is given") : rtp_lit("no results are given"), hint);
    }
    if (rtp_output_is_standard(operands->items[0]) && rtp_output_is_standard(operands->items[1])) {
        return complain(cli, "U0009", rtp_lit("profile and results cannot both be read from standard input"), hint);
    }
    return true;
}

/* Terms are tried out before a trial; afterwards they are what was recorded. */
static bool plans_nothing(rtp_cli *cli)
{
    const rtp_pilot_options *given = cli->options;
    const struct {
        bool given;
        const char *name;
    } options[] = {{given->into, "--into"},
                   {given->design > 0, "--design"},
                   {given->weeks > 0, "--weeks"},
                   {given->seed > 0, "--seed"}};
    for (size_t i = 0; i < RTP_COUNT(options); i++) {
        if (options[i].given) {
            return complain(cli, "U0001",
                            rtp_arena_format(cli->arena, "pilot review has no option %s", options[i].name),
                            rtp_lit("a review goes by the terms that were recorded; the option belongs to pilot plan"));
        }
    }
    return true;
}

static const rtp_format *format_for(rtp_cli *cli)
{
    const rtp_pilot_options *given = cli->options;
    if (given->format > (int)rtp_format_count) {
        complain(cli, "U0005", rtp_lit("a review is no calendar"), rtp_lit("leave out -f ics, or use pilot plan"));
        return NULL;
    }
    return given->format > 0 ? rtp_formats[given->format - 1]
                             : rtp_output_format(cli, given->output, &rtp_format_choices);
}

/* ---- the straight line ---- */

static bool load(rtp_cli *cli, rtp_job *job, const rtp_outline *outline)
{
    const rtp_pilot_options *given = cli->options;
    rtp_source *source = RTP_NEW(cli->arena, rtp_source); /* diagnostics point at it */
    job->pack = rtp_cli_pack(cli, &given->rules);
    return job->pack &&
           rtp_file_read(cli->operands.items[0], rtp_json_profile_limits.bytes, cli->arena, cli->diags, source) &&
           rtp_job_take(job, source, cli->arena, cli->diags) &&
           rtp_job_review(job, cli->operands.items[1], cli->arena, cli->diags) &&
           rtp_job_share(job, outline, cli->arena, cli->diags) &&
           rtp_outline_ready(outline, job->facts, &job->source, cli->diags);
}

static int write_review(rtp_cli *cli, const rtp_format *format, rtp_job *job, const rtp_outline *outline)
{
    const rtp_pilot_options *given = cli->options;
    const rtp_way way = {.outline = outline, .format = format, .how = {.width = given->width}};
    rtp_buf out = rtp_buf_make(RTP_DOCUMENT_MOST);
    rtp_way_put(&way, job, cli->arena, cli->diags, &out);
    return rtp_output_write(cli, given->output, &out);
}

int rtp_pilot_review(rtp_cli *cli)
{
    const rtp_pilot_options *given = cli->options;
    const rtp_outline *outline = rtp_outline_find(rtp_lit("review"));
    rtp_date today;
    if (!has_operands(cli) || !plans_nothing(cli) || !rtp_cli_today(cli, given->date, &today)) {
        return RTP_EXIT_USAGE;
    }
    const rtp_str *inputs = cli->operands.items;
    const rtp_format *format = format_for(cli);
    if (!format || !rtp_output_check(cli, given->output, format, inputs[0]) ||
        !rtp_output_check(cli, given->output, format, inputs[1])) {
        return RTP_EXIT_USAGE;
    }
    rtp_job job = {.today = today, .looks_back = true};
    if (!load(cli, &job, outline)) {
        return RTP_EXIT_PROFILE;
    }
    return write_review(cli, format, &job, outline);
}
