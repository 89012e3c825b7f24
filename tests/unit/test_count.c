/* floor: app */
/* Words: what is counted in a tree is what a reader counts in Markdown and in plain text, in every document of
 * every example. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/app.h"

#include <glob.h>
#include <stdlib.h>

static bool is_letter_or_digit(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* By itself, and simpler than the code it tests: no word of these documents is without an ASCII letter or digit. */
static size_t count_words(rtp_str text)
{
    size_t words = 0;
    bool counted = false;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        bool wide = i + 1 < text.len && c == 0xC2 && (unsigned char)text.ptr[i + 1] == 0xA0;
        if (c <= ' ' || wide) {
            counted = false;
        } else if (!counted && is_letter_or_digit(c)) {
            counted = true;
            words++;
        }
    }
    return words;
}

static size_t rendered_words(const rtp_document *document, const char *format, const rtp_job *job, rtp_arena *arena)
{
    rtp_render_options how = {.width = 1000, .facts = job->facts, .source = &job->source, .arena = arena};
    rtp_buf out = rtp_buf_make(1 << 22);
    rtp_format_find(rtp_str_from(format))->render(document, &how, &out);
    size_t words = count_words(rtp_buf_text(&out));
    rtp_buf_free(&out);
    return words;
}

static void try_document(rtp_job *job, const rtp_outline *outline, rtp_arena *arena)
{
    const rtp_document *document = rtp_job_compose(job, outline, arena);
    size_t words = rtp_document_words(document);
    static const char *const formats[] = {"markdown", "text"};
    for (size_t i = 0; i < RTP_COUNT(formats); i++) {
        size_t read = rendered_words(document, formats[i], job, arena);
        if (read != words) {
            fail_msg("%.*s of %.*s: %zu words, and %zu in %s", RTP_FMT(outline->name), RTP_FMT(job->source.name), words,
                     read, formats[i]);
        }
    }
    assert_true(outline->words.most == 0 || words <= outline->words.most);
}

static void words_are_what_a_reader_counts(void **state)
{
    (void)state;
    glob_t found;
    assert_int_equal(glob(RTP_SOURCE_DIR "/data/profiles/*.json", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        rtp_arena *arena = rtp_arena_make();
        rtp_diags *diags = rtp_diags_make(arena);
        rtp_job job;
        assert_true(rtp_job_load(&job, rtp_str_from(found.gl_pathv[i]), 20000, rtp_embedded_pack(), arena, diags));
        for (size_t k = 0; k < rtp_embedded_outline_count; k++) {
            if (rtp_outline_ready(&rtp_embedded_outlines[k], job.facts, &job.source, diags)) {
                try_document(&job, &rtp_embedded_outlines[k], arena);
            }
        }
        rtp_arena_free(arena);
    }
    globfree(&found);
}

/* ---- single texts ---- */

static size_t words_of(rtp_arena *arena, const char *text)
{
    rtp_document document = {.root = rtp_node_put(arena, NULL, RTP_NODE_DOCUMENT)};
    rtp_node *paragraph = rtp_node_put(arena, document.root, RTP_NODE_PARAGRAPH);
    rtp_node_put(arena, paragraph, RTP_SPAN_TEXT)->text = rtp_str_from(text);
    return rtp_document_words(&document);
}

static void a_word_holds_a_letter_or_a_digit(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t words;
    } rows[] = {
        {"", 0},
        {"  one\ttwo\nthree ", 3},
        {"\xE2\x80\x9COne,\xE2\x80\x9D two \xE2\x80\x93 three \xE2\x80\x94 (four)", 4},
        {"26 % and 3.5", 3},
        {"26\xC2\xA0% now", 2},
        {"a\xE2\x80\xAF"
         "b\xE3\x80\x80"
         "c",
         3},
        {"well-known and/or x", 3},
        {"\xC3\xA9t\xC3\xA9 \xD0\xB4\xD0\xB0 \xE4\xBD\xA0\xE5\xA5\xBD", 3},
        {"... !? \xE2\x80\xA6 \xC2\xB7 \xE2\x86\x92", 0},
    };
    rtp_arena *arena = rtp_arena_make();
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        if (words_of(arena, rows[i].text) != rows[i].words) {
            fail_msg("\"%s\": %zu, not %zu", rows[i].text, words_of(arena, rows[i].text), rows[i].words);
        }
    }
    rtp_arena_free(arena);
}

/* A word may be made of several spans; blocks, line breaks and cells end it. */
static void words_run_over_spans_and_end_with_blocks(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_document document = {.root = rtp_node_put(arena, NULL, RTP_NODE_DOCUMENT)};
    rtp_node *heading = rtp_node_put(arena, document.root, RTP_NODE_HEADING);
    rtp_node_put(arena, heading, RTP_SPAN_TEXT)->text = rtp_lit("A");
    rtp_node *paragraph = rtp_node_put(arena, document.root, RTP_NODE_PARAGRAPH);
    rtp_node *strong = rtp_node_put(arena, paragraph, RTP_SPAN_STRONG);
    rtp_node_put(arena, strong, RTP_SPAN_TEXT)->text = rtp_lit("b");
    rtp_node_put(arena, paragraph, RTP_SPAN_TEXT)->text = rtp_lit("c");
    rtp_node_put(arena, paragraph, RTP_SPAN_BREAK);
    rtp_node_put(arena, paragraph, RTP_SPAN_FIGURE)->text = rtp_lit("7");
    rtp_node_put(arena, paragraph, RTP_SPAN_TEXT)->text = rtp_lit(" ");
    rtp_node_put(arena, paragraph, RTP_SPAN_CITATION)->level = 1;
    rtp_node_put(arena, paragraph, RTP_SPAN_TEXT)->text = rtp_lit(".");
    assert_int_equal(rtp_document_words(&document), 4);
    rtp_node *list = rtp_node_put(arena, document.root, RTP_NODE_LIST);
    rtp_node_put(arena, rtp_node_put(arena, list, RTP_NODE_ITEM), RTP_SPAN_TEXT)->text = rtp_lit("d");
    assert_int_equal(rtp_document_words(&document), 5);
    list->level = 1;
    assert_int_equal(rtp_document_words(&document), 6);
    rtp_node *row = rtp_node_put(arena, rtp_node_put(arena, document.root, RTP_NODE_TABLE), RTP_NODE_ROW);
    for (size_t i = 0; i < 2; i++) {
        rtp_node_put(arena, rtp_node_put(arena, row, RTP_NODE_CELL), RTP_SPAN_TEXT)->text = rtp_lit("e");
    }
    assert_int_equal(rtp_document_words(&document), 8);
    rtp_arena_free(arena);
}

static int json_start(void **state)
{
    (void)state;
    rtp_json_start();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_what_a_reader_counts),
        cmocka_unit_test(a_word_holds_a_letter_or_a_digit),
        cmocka_unit_test(words_run_over_spans_and_end_with_blocks),
    };
    return cmocka_run_group_tests(tests, json_start, NULL);
}
