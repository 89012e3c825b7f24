/* Cells of comma-separated values (RFC 4180) that stay text: no spreadsheet runs them as a formula. */
#ifndef RENDER_CSV_H
#define RENDER_CSV_H

#include "rtopitch/base.h"

void rtp_csv_put(rtp_buf *out, rtp_str text);

#endif
