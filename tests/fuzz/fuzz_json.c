/* Any bytes as JSON: what the scan accepts, cJSON parses, every value is found again at its place,
 * and the writer gives back an equal tree; what it refuses has one error with a place inside. */
#include "rtopitch/json.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MUST(condition)                                                                                                \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            fprintf(stderr, "broken: %s\n", #condition);                                                               \
            abort();                                                                                                   \
        }                                                                                                              \
    } while (0)

static const rtp_json_limits limits = {.bytes = 1 << 20, .depth = 64, .values = 20000, .string = 1 << 16};

enum { LOCATED_LIMIT = 256 /* values; each is found by walking the text */ };

typedef struct job {
    rtp_arena *arena;
    rtp_source source;
    size_t located;
} job;

/* ---- equal trees ---- */

static bool same(const rtp_json *a, const rtp_json *b)
{
    rtp_json_kind kind = rtp_json_kind_of(a);
    if (kind != rtp_json_kind_of(b) || rtp_json_flag(a) != rtp_json_flag(b)) {
        return false;
    }
    if (kind == RTP_JSON_NUMBER && !(rtp_json_number(a) == rtp_json_number(b))) {
        return false;
    }
    if (kind == RTP_JSON_STRING && !rtp_str_equal(rtp_json_text(a), rtp_json_text(b))) {
        return false;
    }
    const rtp_json *left = rtp_json_first(a), *right = rtp_json_first(b);
    for (; left && right; left = rtp_json_next(left), right = rtp_json_next(right)) {
        if (!rtp_str_equal(rtp_json_key(left), rtp_json_key(right)) || !same(left, right)) {
            return false;
        }
    }
    return !left && !right;
}

static const rtp_json *read_again(job *work, rtp_str text)
{
    rtp_source source = {.name = rtp_lit("again"), .text = rtp_arena_copy(work->arena, text)};
    return rtp_json_read(&source, &limits, work->arena, rtp_diags_make(work->arena));
}

/* ---- places ---- */

static rtp_str escaped(job *work, rtp_str key)
{
    rtp_buf buf = rtp_buf_make(SIZE_MAX);
    for (size_t i = 0; i < key.len; i++) {
        if (key.ptr[i] == '~' || key.ptr[i] == '/') {
            rtp_buf_puts(&buf, key.ptr[i] == '~' ? "~0" : "~1");
        } else {
            rtp_buf_put_char(&buf, key.ptr[i]);
        }
    }
    rtp_str copy = rtp_arena_copy(work->arena, rtp_buf_text(&buf));
    rtp_buf_free(&buf);
    return copy;
}

static void locate_all(job *work, const rtp_json *node, rtp_str pointer)
{
    if (work->located++ >= LOCATED_LIMIT) {
        return;
    }
    size_t offset = SIZE_MAX, length = 0, index = 0;
    rtp_str text = work->source.text;
    MUST(rtp_json_locate(text, pointer, false, &offset, &length));
    MUST(offset < text.len && length > 0 && length <= text.len - offset);
    const rtp_json *value = read_again(work, (rtp_str){text.ptr + offset, length});
    MUST(value && same(value, node));
    for (const rtp_json *child = rtp_json_first(node); child; child = rtp_json_next(child), index++) {
        rtp_str token = rtp_json_kind_of(node) == RTP_JSON_OBJECT ? escaped(work, rtp_json_key(child))
                                                                  : rtp_arena_format(work->arena, "%zu", index);
        locate_all(work, child, rtp_arena_join(work->arena, (rtp_str[]){pointer, token}, 2, rtp_lit("/")));
    }
}

/* ---- writing ---- */

static void write_value(rtp_json_writer *w, const rtp_json *node)
{
    rtp_json_kind kind = rtp_json_kind_of(node);
    if (kind == RTP_JSON_NULL) {
        rtp_json_put_null(w);
    } else if (kind == RTP_JSON_FLAG) {
        rtp_json_put_flag(w, rtp_json_flag(node));
    } else if (kind == RTP_JSON_NUMBER) {
        MUST(isfinite(rtp_json_number(node)));
        rtp_json_put_number(w, rtp_json_number(node));
    } else if (kind == RTP_JSON_STRING) {
        rtp_json_put_text(w, rtp_json_text(node));
    } else {
        rtp_json_open(w, kind == RTP_JSON_OBJECT ? '{' : '[');
        for (const rtp_json *child = rtp_json_first(node); child; child = rtp_json_next(child)) {
            if (kind == RTP_JSON_OBJECT) {
                rtp_json_put_key(w, rtp_json_key(child).ptr);
            }
            write_value(w, child);
        }
        rtp_json_close(w, kind == RTP_JSON_OBJECT ? '}' : ']');
    }
}

static void check_accepted(job *work, const rtp_json *tree)
{
    locate_all(work, tree, rtp_lit(""));
    rtp_buf buf = rtp_buf_make(SIZE_MAX);
    rtp_json_writer w = rtp_json_writer_make(&buf, (int)(work->source.text.len % 3));
    write_value(&w, tree);
    rtp_json_limits wide = {.bytes = SIZE_MAX, .depth = 64, .values = 20000, .string = SIZE_MAX};
    rtp_source source = {.name = rtp_lit("written"), .text = rtp_buf_text(&buf)};
    const rtp_json *again = rtp_json_read(&source, &wide, work->arena, rtp_diags_make(work->arena));
    MUST(again && same(again, tree));
    rtp_buf_free(&buf);
}

/* ---- refusals ---- */

static bool is_utf8(rtp_str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t length = rtp_utf8_length(text.ptr + at, text.len - at);
        if (length == 0) {
            return false;
        }
        at += length;
    }
    return true;
}

static void check_refused(const job *work, const rtp_diags *diags)
{
    MUST(diags->len == 1 && diags->errors == 1);
    const rtp_diag *diag = &diags->items[0];
    MUST(diag->offset <= work->source.text.len);
    MUST(diag->length <= work->source.text.len - diag->offset);
    MUST(diag->message.len > 0 && is_utf8(diag->message) && is_utf8(diag->found));
    rtp_place place = rtp_place_find(work->source.text, diag->offset);
    MUST(place.line >= 1 && place.column >= 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bool started;
    if (!started) {
        rtp_json_start();
        started = true;
    }
    char *copy = malloc(size + 1); /* exact, so that a byte read too far is seen */
    MUST(copy);
    if (size > 0) {
        memcpy(copy, data, size);
    }
    copy[size] = '\0';
    job work = {.arena = rtp_arena_make(), .source = {.name = rtp_lit("input"), .text = {copy, size}}};
    rtp_diags *diags = rtp_diags_make(work.arena);
    const rtp_json *tree = rtp_json_read(&work.source, &limits, work.arena, diags);
    if (tree) {
        MUST(diags->len == 0);
        check_accepted(&work, tree);
    } else {
        check_refused(&work, diags);
    }
    rtp_arena_free(work.arena);
    free(copy);
    return 0;
}
