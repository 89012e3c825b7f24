/* floor: render */
/* Front matter: every text quoted, nothing that is unknown, and the title in one place only. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "recipe.h"
#include "rtopitch/render.h"

static void check(const char *title, const char *language, bool personal, const char *wanted)
{
    recipe r = {rtp_arena_make(), rtp_str_from(title)};
    rtp_document document = {.root = rtp_node_put(r.arena, NULL, RTP_NODE_DOCUMENT), .title = r.text};
    rtp_render_options options = {.arena = r.arena, .front_matter = true, .language = rtp_str_from(language)};
    rtp_buf out = rtp_buf_make(1 << 20);
    document.personal = personal;
    assert_true(rtp_date_parse(rtp_lit("2026-11-21"), &document.date));
    recipe_block(&r, document.root, RTP_NODE_HEADING, "T")->level = 1;
    recipe_block(&r, document.root, RTP_NODE_HEADING, "x")->level = 2;
    rtp_format_find(rtp_lit("markdown"))->render(&document, &options, &out);
    assert_string_equal(rtp_buf_text(&out).ptr, wanted);
    rtp_buf_free(&out);
    rtp_arena_free(r.arena);
}

static void test_rows(void **state)
{
    (void)state;
    check("A title", "en-GB", false, "---\ntitle: \"A title\"\ndate: 2026-11-21\nlang: \"en-GB\"\n---\n\n## x\n");
    check("For you", "", true, "---\ntitle: \"For you\"\ndate: 2026-11-21\nlang: \"en\"\nprivate: true\n---\n\n## x\n");
    check("", "de", false, "---\ndate: 2026-11-21\nlang: \"de\"\n---\n\n## x\n");
}

static void test_texts_are_quoted(void **state)
{
    (void)state;
    check("a\": b\\ #c\n---\n\x1b[31m\xE2\x80\xAE\xE2\x80\xA8x", "en", false,
          "---\ntitle: \"a\\\": b\\\\ #c --- \xEF\xBF\xBD[31m x\"\ndate: 2026-11-21\nlang: \"en\"\n---\n\n## x\n");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_texts_are_quoted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
