/* Turns an origin into a place a reader can open: file, line, JSON pointer, or the formula.
 * Used by explain and facts, so both tell the same story. */
#include "cli/provenance.h"
#include "cli/terminal.h"

static const char *const kind_names[] = {
    [RTP_FROM_PROFILE] = "profile",   [RTP_FROM_FORMULA] = "computed", [RTP_FROM_DEFAULT] = "proposed",
    [RTP_FROM_ARGUMENT] = "argument", [RTP_FROM_PACK] = "library",
};

/* What is said before the formula; a place or an argument speaks for itself. */
static const char *const kind_words[] = {
    [RTP_FROM_PROFILE] = "",  [RTP_FROM_FORMULA] = "computed",      [RTP_FROM_DEFAULT] = "proposed by rtopitch",
    [RTP_FROM_ARGUMENT] = "", [RTP_FROM_PACK] = "from the library",
};

/* The line of the value, 0 when the origin has no place in the profile; and the file it was written in. */
static size_t line_of(rtp_str pointer, const rtp_source *source, rtp_str *file)
{
    size_t offset = 0, length = 0;
    if (!pointer.ptr || !source || !rtp_json_locate(source->text, pointer, false, &offset, &length)) {
        return 0;
    }
    rtp_whence site = rtp_whence_find(source, offset);
    *file = site.source->name;
    return rtp_place_of(site.source, site.offset).line;
}

void rtp_provenance_put(const rtp_origin *origin, const rtp_source *source, rtp_arena *arena, rtp_buf *out)
{
    rtp_str pointer = rtp_origin_pointer(origin, arena);
    rtp_str file = {NULL, 0};
    size_t line = line_of(pointer, source, &file);
    const char *words = kind_words[origin->kind];
    rtp_buf_puts(out, words);
    if (origin->formula.len > 0) {
        rtp_buf_puts(out, words[0] ? ": " : "");
        rtp_terminal_put(out, origin->formula);
    }
    if (line > 0) {
        rtp_buf_puts(out, words[0] || origin->formula.len > 0 ? ", " : "");
        rtp_terminal_put(out, file);
        rtp_buf_format(out, ":%zu ", line);
        rtp_terminal_put(out, pointer);
    }
}

void rtp_json_put_member(rtp_json_writer *w, const char *key, rtp_str text)
{
    rtp_json_put_key(w, key);
    if (text.ptr) {
        rtp_json_put_text(w, text);
    } else {
        rtp_json_put_null(w);
    }
}

void rtp_provenance_put_json(const rtp_origin *origin, const rtp_source *source, rtp_arena *arena, rtp_json_writer *w)
{
    rtp_str pointer = rtp_origin_pointer(origin, arena);
    rtp_str file = {NULL, 0};
    size_t line = line_of(pointer, source, &file);
    rtp_json_open(w, '{');
    rtp_json_put_member(w, "kind", rtp_str_from(kind_names[origin->kind]));
    rtp_json_put_member(w, "pointer", pointer);
    if (line > 0 && source->pieces && !rtp_str_equal(file, source->name)) {
        rtp_json_put_member(w, "file", file);
    }
    rtp_json_put_key(w, "line");
    if (line > 0) {
        rtp_json_put_number(w, (double)line);
    } else {
        rtp_json_put_null(w);
    }
    rtp_json_put_member(w, "formula", origin->formula.len > 0 ? origin->formula : (rtp_str){NULL, 0});
    rtp_json_close(w, '}');
}
