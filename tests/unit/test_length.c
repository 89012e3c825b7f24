/* floor: document */
/* Documents of a given length: which points give way, which come back, and what the trace says of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "points.h"

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

enum { RULES = 8, MOST = 60 };

typedef struct point_case {
    const char *id;
    uint8_t strength;
    size_t words;
    const char *argues;
} point_case;

typedef struct length_case {
    const char *what;
    point_case points[RULES];
    size_t most_points;
    const char *shown; /* ids in order */
    const char *silent[RULES];
    size_t words; /* of the document: its title "Made" is one */
} length_case;

/* A section "s" with two slots; rules go to the second when their id starts with "z". */
static rtp_slot slots[] = {{.name = RTP_STR("one"), .form = RTP_FORM_PARAGRAPHS},
                           {.name = RTP_STR("two"), .form = RTP_FORM_PARAGRAPHS}};
static const rtp_section sections[] = {{.id = RTP_STR("s"), .slots = slots, .slot_count = 2}};
static const rtp_outline outline = {
    .name = RTP_STR("made"), .sections = sections, .section_count = 1, .words = {MOST - 10, MOST}};

static const length_case cases[] = {
    {"enough room", {{"a", 50, 20, NULL}, {"b", 40, 20, NULL}, {"c", 30, 19, NULL}}, 0, "a b c", {NULL}, 60},
    {"the weakest goes", {{"a", 50, 20, NULL}, {"b", 40, 20, NULL}, {"c", 30, 20, NULL}}, 0, "a b", {"c"}, 41},
    {"wherever it stands", {{"a", 50, 20, NULL}, {"b", 40, 20, NULL}, {"zc", 90, 20, NULL}}, 0, "a zc", {"b"}, 41},
    {"of equals the later", {{"a", 50, 20, NULL}, {"b", 50, 20, NULL}, {"c", 50, 20, NULL}}, 0, "a b", {"c"}, 41},
    {"what still fits comes back",
     {{"a", 50, 20, NULL}, {"b", 40, 20, NULL}, {"c", 30, 20, NULL}, {"d", 20, 18, NULL}, {"e", 10, 10, NULL}},
     0,
     "a b d",
     {"c", "e"},
     59},
    {"the strongest of them first",
     {{"a", 50, 20, NULL}, {"b", 40, 20, NULL}, {"c", 30, 20, NULL}, {"d", 20, 9, NULL}, {"e", 10, 18, NULL}},
     0,
     "a b d",
     {"c", "e"},
     50},
    {"a giant costs its own place only",
     {{"a", 99, 200, NULL}, {"b", 40, 20, NULL}, {"c", 30, 20, NULL}, {"d", 20, 19, NULL}},
     0,
     "b c d",
     {"a"},
     60},
    {"and its shorter wording stands in, as strong as it",
     {{"a", 99, 21, "heard"}, {"b", 10, 9, "heard"}, {"c", 60, 20, NULL}, {"d", 50, 20, NULL}, {"e", 40, 20, NULL}},
     0,
     "c d b",
     {"a", "e"},
     50},
    {"the longer wording comes back when it fits",
     {{"a", 99, 21, "heard"}, {"b", 10, 9, "heard"}, {"c", 60, 20, NULL}, {"d", 50, 18, NULL}},
     0,
     "a c d",
     {NULL},
     60},
    {"what a slot had no room for takes a free place",
     {{"a", 99, 200, NULL}, {"b", 40, 10, NULL}, {"c", 30, 10, NULL}, {"d", 20, 10, NULL}},
     2,
     "b c",
     {"a"},
     21},
    {"nothing fits", {{"a", 99, 200, NULL}, {"b", 40, 61, NULL}}, 0, "", {"a", "b"}, 1},
};

static rtp_str words_text(rtp_arena *arena, const char *id, size_t words)
{
    rtp_buf text = rtp_buf_make(SIZE_MAX);
    rtp_buf_puts(&text, id);
    for (size_t i = 1; i < words; i++) {
        rtp_buf_puts(&text, i + 1 == words ? " end." : " word");
    }
    rtp_str kept = rtp_arena_copy(arena, rtp_buf_text(&text));
    rtp_buf_free(&text);
    return kept;
}

static bench points_make(rtp_arena *arena, const length_case *here)
{
    rtp_rule *rules = RTP_NEW_ARRAY(arena, rtp_rule, RULES);
    bench b = bench_make(arena, rules);
    for (size_t i = 0; i < RULES && here->points[i].id; i++) {
        const point_case *point = &here->points[i];
        rules[i] = (rtp_rule){.id = rtp_str_from(point->id),
                              .section = rtp_lit("s"),
                              .slot = point->id[0] == 'z' ? rtp_lit("two") : rtp_lit("one"),
                              .argues = point->argues ? rtp_str_from(point->argues) : (rtp_str){NULL, 0},
                              .strength = point->strength};
        rtp_run *run = RTP_NEW(arena, rtp_run);
        *run = (rtp_run){.text = words_text(arena, point->id, point->words), .fact = RTP_LITERAL};
        bench_put(&b, i, 0, NO_CONCERN)->text = (rtp_runs){run, 1};
    }
    return b;
}

/* The ids of what is shown, in order. */
static const char *shown(const rtp_document *document, rtp_arena *arena)
{
    rtp_str ids[RULES];
    size_t count = 0;
    for (const rtp_node *node = document->root->first; node; node = node->next) {
        if (node->kind == RTP_NODE_PARAGRAPH) {
            ids[count++] = node->point->rule->id;
        }
    }
    return rtp_arena_copy(arena, rtp_arena_join(arena, ids, count, rtp_lit(" "))).ptr;
}

static size_t rule_of(const bench *b, const char *id)
{
    size_t i = 0;
    while (!rtp_str_equal(b->rules[i].id, rtp_str_from(id))) {
        i++;
    }
    return i;
}

static void whole_points_give_way(void **state)
{
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        const length_case *here = &cases[i];
        bench b = points_make(*state, here);
        slots[0].most = (int)here->most_points;
        const rtp_document *document = rtp_compose(&outline, NULL, &b.points, 0, *state);
        if (strcmp(shown(document, *state), here->shown) != 0 || rtp_document_words(document) != here->words) {
            fail_msg("%s: \"%s\", %zu words", here->what, shown(document, *state), rtp_document_words(document));
        }
        size_t dropped = 0;
        for (size_t k = 0; k < b.points.trace_len; k++) {
            dropped += b.points.trace[k].outcome == RTP_DROPPED_WORDS;
        }
        size_t silent = 0;
        for (; here->silent[silent]; silent++) {
            assert_int_equal(bench_outcome(&b, rule_of(&b, here->silent[silent]), 0), RTP_DROPPED_WORDS);
        }
        assert_int_equal(dropped, silent);
    }
}

static void without_a_limit_nothing_gives_way(void **state)
{
    rtp_outline free_length = outline;
    free_length.words = (rtp_length){.least = 50};
    bench b = points_make(*state, &cases[RTP_COUNT(cases) - 1]);
    slots[0].most = 0;
    assert_int_equal(rtp_document_words(rtp_compose(&free_length, NULL, &b.points, 0, *state)), 262);
}

/* The title stands above the document whatever it costs, unless it would be most of it. */
static void the_title_stays(void **state)
{
    static const rtp_slot title[] = {{.name = RTP_STR("one"), .form = RTP_FORM_TITLE},
                                     {.name = RTP_STR("two"), .form = RTP_FORM_PARAGRAPHS}};
    static const rtp_section titled[] = {{.id = RTP_STR("s"), .slots = title, .slot_count = 2}};
    rtp_outline with_title = outline;
    with_title.sections = titled;
    static const struct {
        size_t words;
        const char *title;
    } rows[] = {{2, "a end."}, {100, "Made"}};
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        length_case here = {
            "", {{"a", 0, rows[i].words, NULL}, {"zb", 50, 20, NULL}, {"zc", 40, 39, NULL}}, 0, "", {""}, 0};
        bench b = points_make(*state, &here);
        const rtp_document *document = rtp_compose(&with_title, NULL, &b.points, 0, *state);
        assert_true(rtp_str_equal(document->title, rtp_str_from(rows[i].title)));
        assert_true(rtp_document_words(document) <= MOST);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_points_give_way),
        cmocka_unit_test(without_a_limit_nothing_gives_way),
        cmocka_unit_test(the_title_stays),
    };
    return cmocka_run_group_tests(tests, arena_set_up, arena_tear_down);
}
