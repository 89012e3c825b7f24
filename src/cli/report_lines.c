/* Diagnostics for programs: the compiler's one line that editors know, and JSON Lines.
 * Both stay one line whatever the profile holds. */
#include "cli/report.h"
#include "rtopitch/json.h"

void rtp_report_put_gcc(const rtp_diag *diag, rtp_buf *out)
{
    if (diag->source) {
        rtp_place place = rtp_place_of(diag->source, diag->offset);
        rtp_terminal_put(out, diag->source->name);
        rtp_buf_format(out, ":%zu:%zu: ", place.line, place.column);
    } else {
        rtp_buf_puts(out, "rtopitch: ");
    }
    rtp_buf_format(out, "%s: ", rtp_severity_name(diag->severity));
    rtp_terminal_put(out, diag->message);
    rtp_buf_format(out, " [%s]\n", diag->code);
}

static void put_text(rtp_json_writer *w, const char *key, rtp_str text)
{
    rtp_json_put_key(w, key);
    if (text.ptr) {
        rtp_json_put_text(w, text);
    } else {
        rtp_json_put_null(w);
    }
}

static void put_number(rtp_json_writer *w, const char *key, size_t number)
{
    rtp_json_put_key(w, key);
    rtp_json_put_number(w, (double)number);
}

static void put_place(rtp_json_writer *w, const rtp_diag *diag)
{
    rtp_place start = rtp_place_of(diag->source, diag->offset);
    rtp_place end = rtp_place_of(diag->source, diag->offset + diag->length);
    put_text(w, "file", diag->source->name);
    put_number(w, "line", start.line);
    put_number(w, "column", start.column);
    put_number(w, "endLine", end.line);
    put_number(w, "endColumn", end.column);
    put_number(w, "offset", diag->offset);
}

static void put_no_place(rtp_json_writer *w)
{
    static const char *const keys[] = {"file", "line", "column", "endLine", "endColumn", "offset"};
    for (size_t i = 0; i < RTP_COUNT(keys); i++) {
        put_text(w, keys[i], (rtp_str){NULL, 0});
    }
}

void rtp_report_put_json(const rtp_diag *diag, rtp_buf *out)
{
    rtp_json_writer w = rtp_json_writer_make(out, 0);
    rtp_json_open(&w, '{');
    if (diag->source) {
        put_place(&w, diag);
    } else {
        put_no_place(&w);
    }
    put_text(&w, "pointer", diag->pointer);
    put_text(&w, "severity", rtp_str_from(rtp_severity_name(diag->severity)));
    put_text(&w, "code", rtp_str_from(diag->code));
    put_text(&w, "message", diag->message);
    put_text(&w, "hint", diag->hint);
    put_text(&w, "found", diag->found);
    put_text(&w, "expected", diag->expected);
    rtp_json_close(&w, '}');
    rtp_buf_put_char(out, '\n');
}
