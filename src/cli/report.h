/* The only printer of diagnostics: for people with the line and a caret, for editors one line each,
 * for programs one JSON object a line. */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include "cli/command.h"

typedef struct rtp_report {
    rtp_diagnostics_form form;
    bool colour, quiet; /* quiet: errors only */
    bool of_many;       /* messages about more than this will follow, so they are not counted */
} rtp_report;

rtp_report rtp_report_for(const rtp_cli *cli, int fd);
/* Sorts the diagnostics and puts them all, then how many there are when there are several. */
void rtp_report_put(const rtp_report *report, rtp_diags *diags, rtp_buf *out);
/* Puts one as text with its snippet; the other forms are one line each. */
void rtp_report_put_text(const rtp_report *report, const rtp_diag *diag, rtp_buf *out);
void rtp_report_put_gcc(const rtp_diag *diag, rtp_buf *out);
void rtp_report_put_json(const rtp_diag *diag, rtp_buf *out);
/* The exit status that the diagnostics ask for. */
int rtp_report_status(const rtp_diags *diags);
/* Says on standard error what there is to say; the exit status of a run that would end with `status`. */
int rtp_report_finish(rtp_cli *cli, int status);
const char *rtp_severity_name(rtp_severity severity);

#endif
