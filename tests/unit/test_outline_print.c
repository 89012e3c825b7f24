/* floor: document */
/* Printing outlines as C: every member is there, and nothing in a text can break out of its string. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/document.h"
#include "rules/phrase.h"
#include "words.h"

#include <string.h>

static int arena_set_up(void **state)
{
    *state = rtp_arena_make();
    return 0;
}

static int arena_tear_down(void **state)
{
    rtp_arena_free(*state);
    return 0;
}

static const rtp_phrases phrases = WORDS("Say \"hi\"");
static const rtp_slot slots[] = {
    {.name = RTP_STR("rows"), .form = RTP_FORM_TABLE, .most = 4, .each = 2, .columns = &phrases, .column_count = 1},
    {.name = RTP_STR("rest"), .form = RTP_FORM_QUOTES, .intro = WORDS("Say \"hi\"")}};
static const rtp_section sections[] = {
    {.id = RTP_STR("a"), .heading = WORDS("Say \"hi\""), .slots = slots, .slot_count = 2}};
static const rtp_outline outlines[] = {{.name = RTP_STR("one"),
                                        .summary = RTP_STR("the \\first"),
                                        .personal = true,
                                        .citations = 3,
                                        .sections = sections,
                                        .section_count = 1},
                                       {.name = RTP_STR("two"),
                                        .words = {200, 230},
                                        .requires = {RTP_STR("no \"talk\""), RTP_STR("add"), 7},
                                        .sections = sections,
                                        .section_count = 1}};

static const char *printed(rtp_arena *arena, size_t count)
{
    rtp_buf buf = rtp_buf_make(1 << 20);
    rtp_outlines_print(outlines, count, "made", &buf);
    const char *text = rtp_arena_copy(arena, rtp_buf_text(&buf)).ptr;
    rtp_buf_free(&buf);
    return text;
}

static rtp_str phrases_text(rtp_arena *arena)
{
    rtp_buf buf = rtp_buf_make(1 << 20);
    rtp_packed_print(phrases, &buf);
    rtp_str text = rtp_arena_copy(arena, rtp_buf_text(&buf));
    rtp_buf_free(&buf);
    return text;
}

static void an_outline_is_one_initialiser(void **state)
{
    rtp_str said = phrases_text(*state);
    rtp_str expected = rtp_arena_format(
        *state,
        "#include \"rtopitch/document.h\"\n\n"
        "static const rtp_outline made[1] = {\n"
        "    {.name = RTP_STR(\"one\"), .summary = RTP_STR(\"the \\134first\"), .personal = true, .citations = 3, "
        ".sections = (const rtp_section[]){\n"
        "        {.id = RTP_STR(\"a\"), .heading = %.*s, .slots = (const rtp_slot[]){\n"
        "            {.name = RTP_STR(\"rows\"), .form = RTP_FORM_TABLE, .most = 4, .each = 2, .intro = {NULL}, "
        ".columns = (const rtp_phrases[]){%.*s, }, .column_count = 1},\n"
        "            {.name = RTP_STR(\"rest\"), .form = RTP_FORM_QUOTES, .most = 0, .each = 0, .intro = %.*s},\n"
        "        }, .slot_count = 2},\n"
        "    }, .section_count = 1},\n"
        "};\n",
        RTP_FMT(said), RTP_FMT(said), RTP_FMT(said));
    assert_string_equal(printed(*state, 1), expected.ptr);
    assert_null(strstr(printed(*state, 1), "Say \"hi\""));
}

static void outlines_follow_one_another(void **state)
{
    const char *text = printed(*state, 2);
    const char *one = strstr(text, "RTP_STR(\"one\")"), *other = strstr(text, "RTP_STR(\"two\")");
    assert_non_null(strstr(text, "made[2]"));
    assert_true(one && other && one < other);
    assert_non_null(strstr(other, ".summary = {NULL, 0}, .personal = false, .citations = 0"));
    assert_non_null(strstr(other, ".words = {200, 230}, .requires = {RTP_STR(\"no \\042talk\\042\"), "
                                  "RTP_STR(\"add\"), 7}, .sections"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_outline_is_one_initialiser),
        cmocka_unit_test(outlines_follow_one_another),
    };
    return cmocka_run_group_tests(tests, arena_set_up, arena_tear_down);
}
