/* floor: document */
/* A part of an outline: what stays whatever is asked for, and what goes with what it belongs to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/document.h"

#include <string.h>

enum { WORDS_MOST = 3 };

static const rtp_slot title[] = {{.form = RTP_FORM_TITLE, .most = 1}};
static const rtp_slot text[] = {{.form = RTP_FORM_PARAGRAPH}};
static const rtp_slot sources[] = {{.form = RTP_FORM_SOURCES}};

static const rtp_section sections[] = {
    {.id = RTP_STR("title"), .slots = title, .slot_count = 1},  {.id = RTP_STR("ask"), .slots = text, .slot_count = 1},
    {.id = RTP_STR("costs"), .slots = text, .slot_count = 1},   {.id = RTP_STR("next"), .slots = text, .slot_count = 1},
    {.id = RTP_STR("list"), .slots = sources, .slot_count = 1},
};
static const rtp_outline whole = {.name = RTP_STR("invented"),
                                  .personal = true,
                                  .citations = 2,
                                  .words = {100, 400},
                                  .sections = sections,
                                  .section_count = RTP_COUNT(sections)};

typedef struct part_case {
    const char *only[WORDS_MOST], *skip[WORDS_MOST];
    const char *left;
    int citations;
} part_case;

static const part_case cases[] = {
    {{NULL}, {NULL}, "title ask costs next list", 2},
    {{"costs"}, {NULL}, "title costs list", 2},
    {{"next", "ask"}, {NULL}, "title ask next list", 2}, /* in the outline's order */
    {{NULL}, {"costs"}, "title ask next list", 2},
    {{NULL}, {"one.costs"}, "title ask costs next list", 2},
    {{"raised"}, {NULL}, "title list", 2},
    {{NULL}, {"title"}, "title ask costs next list", 2}, /* a document has a title */
    {{"ask", "costs"}, {"costs"}, "title ask list", 2},
    {{NULL}, {"list"}, "title ask costs next", 0}, /* what nobody could look up is not cited */
    {{"ask"}, {"ask"}, "title list", 2},
    {{"unknown"}, {"unknown"}, "title list", 2},
};

static rtp_texts texts_of(const char *const *words, rtp_arena *arena)
{
    rtp_str *items = RTP_NEW_ARRAY(arena, rtp_str, WORDS_MOST);
    size_t len = 0;
    while (len < WORDS_MOST && words[len]) {
        items[len] = rtp_str_from(words[len]);
        len++;
    }
    return (rtp_texts){items, len};
}

static rtp_str ids_of(const rtp_outline *outline, rtp_arena *arena)
{
    rtp_str ids[RTP_COUNT(sections)];
    for (size_t i = 0; i < outline->section_count; i++) {
        ids[i] = outline->sections[i].id;
    }
    return rtp_arena_join(arena, ids, outline->section_count, rtp_lit(" "));
}

static void the_sections_asked_for_are_left(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_arena *arena = rtp_arena_make();
        const rtp_outline *part =
            rtp_outline_part(&whole, texts_of(cases[i].only, arena), texts_of(cases[i].skip, arena), arena);
        assert_string_equal(ids_of(part, arena).ptr, cases[i].left);
        assert_int_equal(part->citations, cases[i].citations);
        assert_true(rtp_str_equal(part->name, whole.name));
        assert_true(part->personal);
        assert_int_equal(part->words.most, whole.words.most);
        rtp_arena_free(arena);
    }
}

static void a_word_may_be_the_end_of_an_id(void **state)
{
    (void)state;
    static const rtp_section dotted[] = {{.id = RTP_STR("one.title"), .slots = title, .slot_count = 1},
                                         {.id = RTP_STR("one.raised"), .slots = text, .slot_count = 1}};
    const rtp_outline outline = {.sections = dotted, .section_count = 2};
    static const struct {
        const char *word;
        bool known;
    } words[] = {{"one.raised", true}, {"raised", true}, {".raised", false}, {"aised", false},
                 {"one", false},       {"", false},      {"title", false},   {"two.one.raised", false}};
    for (size_t i = 0; i < RTP_COUNT(words); i++) {
        assert_int_equal(rtp_outline_knows(&outline, rtp_str_from(words[i].word)), words[i].known);
    }
}

static void the_title_is_no_section_to_ask_for(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_texts ids = rtp_outline_sections(&whole, arena);
    assert_string_equal(rtp_arena_join(arena, ids.items, ids.len, rtp_lit(" ")).ptr, "ask costs next list");
    rtp_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sections_asked_for_are_left),
        cmocka_unit_test(a_word_may_be_the_end_of_an_id),
        cmocka_unit_test(the_title_is_no_section_to_ask_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
