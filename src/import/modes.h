/* "office 2024-01..2024-12, remote 2025-01.." as periods. */
#ifndef IMPORT_MODES_H
#define IMPORT_MODES_H

#include "rtopitch/import.h"

/* Adds the periods in order of time. False after a diagnostic (I0205) with its place in the text. */
bool rtp_modes_read(rtp_import *run, rtp_str text, rtp_import_history *history);

#endif
