/* The loader and the schema without the program around them, for the oracle that compares both:
 * `--schema` prints the schema, files are loaded and every diagnostic is printed as one JSON line. */
#include "rtopitch/profile.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_LIMIT = 8 << 20, OUTPUT_LIMIT = 64 << 20 };

static void put_member(rtp_json_writer *w, const char *key, rtp_str text)
{
    rtp_json_put_key(w, key);
    rtp_json_put_text(w, text);
}

static void put_diag(const rtp_diag *diag, rtp_str path, rtp_buf *out)
{
    static const char *const severities[] = {[RTP_NOTE] = "note", [RTP_WARNING] = "warning", [RTP_ERROR] = "error"};
    rtp_json_writer w = rtp_json_writer_make(out, 0);
    rtp_json_open(&w, '{');
    put_member(&w, "file", path);
    put_member(&w, "severity", rtp_str_from(severities[diag->severity]));
    put_member(&w, "code", rtp_str_from(diag->code));
    put_member(&w, "pointer", diag->pointer);
    put_member(&w, "message", diag->message);
    rtp_json_close(&w, '}');
    rtp_buf_put_char(out, '\n');
}

static void load(rtp_str path, rtp_buf *out)
{
    rtp_arena *arena = rtp_arena_make();
    rtp_diags *diags = rtp_diags_make(arena);
    rtp_source source;
    if (rtp_file_read(path, FILE_LIMIT, arena, diags, &source)) {
        rtp_profile_load(&source, arena, diags);
    }
    for (size_t i = 0; i < diags->len; i++) {
        put_diag(&diags->items[i], path, out);
    }
    rtp_arena_free(arena);
}

int main(int argc, char **argv)
{
    rtp_json_start();
    rtp_buf out = rtp_buf_make(OUTPUT_LIMIT);
    bool schema = argc == 2 && strcmp(argv[1], "--schema") == 0;
    if (schema) {
        rtp_schema_write(&rtp_profile_shape, "profile.schema.json", "rtopitch profile", &out);
    }
    for (int i = 1; !schema && i < argc; i++) {
        load(rtp_str_from(argv[i]), &out);
    }
    rtp_str text = rtp_buf_text(&out);
    bool written = !out.failed && fwrite(text.ptr, 1, text.len, stdout) == text.len && fflush(stdout) == 0;
    rtp_buf_free(&out);
    return written ? EXIT_SUCCESS : EXIT_FAILURE;
}
