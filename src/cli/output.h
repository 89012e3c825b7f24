/* Where a command's document goes: standard output or a file that is not the input. Shared by the
 * commands that make documents, so that none of them can write over a profile. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "cli/command.h"
#include "rtopitch/render.h"

bool rtp_output_is_standard(rtp_str path); /* absent or "-" */
/* Complains (U0011, U0012) of a terminal that cannot show it, and of an output that is the input. */
bool rtp_output_check(rtp_cli *cli, rtp_str output, const rtp_format *format, rtp_str input);
/* False after a complaint (U0012) that the output is a file which the document is made with: rules, styles. */
bool rtp_output_spares(rtp_cli *cli, rtp_str output, rtp_str input);
/* The format that the suffix of `output` names, Markdown on standard output; NULL after a complaint that lists
 * the choices. */
const rtp_format *rtp_output_format(rtp_cli *cli, rtp_str output, const rtp_choices_of *choices);
/* Writes and frees the buffer; one past its limit is an error. Returns the exit status. */
int rtp_output_write(rtp_cli *cli, rtp_str output, rtp_buf *out);

#endif
