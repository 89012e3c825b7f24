/* Reports: which diagnostics, in which form, and what they mean for the exit status.
 * The forms themselves are next door: report_text.c and report_lines.c. */
#include "cli/report.h"

#include <string.h>
#include <unistd.h>

const char *rtp_severity_name(rtp_severity severity)
{
    static const char *const names[] = {[RTP_NOTE] = "note", [RTP_WARNING] = "warning", [RTP_ERROR] = "error"};
    return names[severity];
}

rtp_report rtp_report_for(const rtp_cli *cli, int fd)
{
    int form = cli->globals.diagnostics;
    return (rtp_report){
        .form = form > 0 ? (rtp_diagnostics_form)(form - 1) : RTP_DIAGNOSTICS_TEXT,
        .colour = rtp_terminal_has_colour(fd, rtp_cli_when(cli)),
        .quiet = cli->globals.quiet,
    };
}

/* A file that is too large can be read; it is the profile that passes a limit. */
static int status_of(const char *code)
{
    static const char too_large[] = "O0003";
    if (strcmp(code, too_large) == 0) {
        return RTP_EXIT_PROFILE;
    }
    static const struct {
        const char *prefix;
        int status;
    } rows[] = {{"O", RTP_EXIT_FILES}, {"U", RTP_EXIT_USAGE}, {"I00", RTP_EXIT_NETWORK}, {"I02", RTP_EXIT_USAGE}};
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        if (strncmp(code, rows[i].prefix, strlen(rows[i].prefix)) == 0) {
            return rows[i].status;
        }
    }
    return RTP_EXIT_PROFILE;
}

int rtp_report_status(const rtp_diags *diags)
{
    int status = RTP_EXIT_DONE;
    for (size_t i = 0; i < diags->len; i++) {
        const rtp_diag *diag = &diags->items[i];
        int own = diag->code ? status_of(diag->code) : RTP_EXIT_PROFILE;
        if (diag->severity == RTP_ERROR && own > status) {
            status = own;
        }
    }
    return status == RTP_EXIT_DONE && diags->errors > 0 ? RTP_EXIT_PROFILE : status;
}

static void put_count(rtp_buf *out, size_t n, const char *what, const char *before)
{
    if (n > 0) {
        rtp_buf_format(out, "%s%zu %s%s", before, n, what, n == 1 ? "" : "s");
    }
}

static void put_summary(const rtp_report *report, const rtp_diags *diags, rtp_buf *out)
{
    size_t warnings = report->quiet ? 0 : diags->warnings;
    if (diags->dropped > 0) {
        rtp_buf_format(out, "and %zu more that are not shown\n", diags->dropped);
    }
    if (diags->errors + warnings > 1 && !report->of_many) {
        put_count(out, diags->errors, "error", "");
        put_count(out, warnings, "warning", diags->errors > 0 ? ", " : "");
        rtp_buf_put_char(out, '\n');
    }
}

void rtp_report_put(const rtp_report *report, rtp_diags *diags, rtp_buf *out)
{
    rtp_diags_trace(diags);
    rtp_diags_sort(diags);
    for (size_t i = 0; i < diags->len; i++) {
        const rtp_diag *diag = &diags->items[i];
        if (report->quiet && diag->severity != RTP_ERROR) {
            continue;
        }
        switch (report->form) {
        case RTP_DIAGNOSTICS_TEXT:
            rtp_report_put_text(report, diag, out);
            break;
        case RTP_DIAGNOSTICS_GCC:
            rtp_report_put_gcc(diag, out);
            break;
        case RTP_DIAGNOSTICS_JSON:
            rtp_report_put_json(diag, out);
            break;
        }
    }
    if (report->form == RTP_DIAGNOSTICS_TEXT) {
        put_summary(report, diags, out);
    }
}

int rtp_report_finish(rtp_cli *cli, int status)
{
    if (cli->diags->len > 0) {
        rtp_report report = rtp_report_for(cli, STDERR_FILENO);
        rtp_buf out = rtp_buf_make(1 << 24);
        rtp_report_put(&report, cli->diags, &out);
        rtp_process_say(rtp_buf_text(&out));
        rtp_buf_free(&out);
    }
    int asked = rtp_report_status(cli->diags);
    return asked > status ? asked : status;
}
