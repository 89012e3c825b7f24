/* The text of an export, whatever program saved it: UTF-8, UTF-16 or Windows' Western letters become UTF-8. */
#ifndef IMPORT_TEXT_H
#define IMPORT_TEXT_H

#include "rtopitch/import.h"

/* False after a diagnostic (I0501): a workbook, a web page, or bytes that are no text. The result may be the file
 * itself, without its byte order mark. */
bool rtp_export_text(rtp_import *run, const rtp_source *file, rtp_source *text);
/* An error with a place in a file; always false. */
bool rtp_export_refuse(rtp_import *run, const char *code, const rtp_source *source, rtp_diag diag);
void rtp_export_note(rtp_import *run, rtp_str message);
/* A few words of a cell, fit for a message: short, one line, nothing that a terminal obeys. */
rtp_str rtp_export_show(rtp_import *run, rtp_str text);
/* The name of a file without the folders it is in, which are nobody's business. */
rtp_str rtp_export_name(const rtp_source *file);

#endif
