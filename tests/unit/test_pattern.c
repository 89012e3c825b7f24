/* floor: lint */
/* Patterns: what each form matches, what is refused and where. */
#include <stdarg.h>
#include <stddef.h>

#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/pattern.h"

#include <string.h>

/* Words of three letters, all different, as alternatives. */
static const char *alternatives(unsigned n, rtp_arena *arena)
{
    rtp_buf out = rtp_buf_make(SIZE_MAX);
    for (unsigned i = 0; i < n; i++) {
        rtp_buf_format(&out, "%sw%c%c", i > 0 ? "|" : "", 'a' + i / 26, 'a' + i % 26);
    }
    const char *text = rtp_arena_copy(arena, rtp_buf_text(&out)).ptr;
    rtp_buf_free(&out);
    return text;
}

/* A pack of one rule with one pattern, made the way authors make one. */
static bool load(const char *pattern, const char *unless, rtp_arena *arena, rtp_diags *diags, rtp_lint_pack *pack)
{
    static const char huge[] = "\"<more> <more> <more> <more> <more> <more> <more> <more>\"";
    rtp_source *source = RTP_NEW(arena, rtp_source);
    source->name = rtp_lit("rules.json");
    source->text = rtp_arena_format(
        arena,
        "{\"words\": [{\"name\": \"not\", \"any\": [\"not\", \"never\"]}, "
        "{\"name\": \"day\", \"any\": [\"monday\", \"day off\"]}, {\"name\": \"loop\", \"any\": [\"<loop>\", "
        "\"<loop>\"]}, "
        "{\"name\": \"many\", \"any\": [\"%s\"]}, {\"name\": \"more\", \"any\": [\"<many> <many> <many> <many> <many> "
        "<many> <many> <many> <many> <many> <many> <many> <many> <many> <many> <many> <many> <many>\"]}, {\"name\": "
        "\"huge\", \"any\": [%s]}], \"lint\": [{\"code\": \"L01\", "
        "\"severity\": \"error\", \"title\": \"t\", \"why\": \"w\", \"better\": \"b\", \"match\": [\"%s\"], "
        "\"unless\": [%s]}]}",
        alternatives(250, arena), huge, pattern, unless);
    return rtp_lint_load(source, 1, arena, diags, pack);
}

static size_t count(const rtp_lint_pack *pack, const char *text, rtp_arena *arena)
{
    rtp_linter linter = {.pack = pack, .arena = arena, .rules = rtp_lint_all(pack), .markdown = true};
    rtp_lint_text(&linter, rtp_str_from(text));
    return linter.len;
}

typedef struct row {
    const char *pattern, *text;
    size_t found;
} row;

static const row rows[] = {
    {"i refuse", "I refuse.", 1},
    {"i refuse", "I\nrefuse.", 1},
    {"i refuse", "I will refuse.", 0},
    {"i refuse", "I refused.", 0},
    {"i refuse", "I. Refuse!", 0},
    {"i refuse", "Well, I refuse.", 1},
    {"i refuse", "So do I, refuse it.", 0},
    {"i refuse", "I refuse. I refuse! I refuse?", 3},
    {"i refuse", "I refuse and I refuse.", 1},
    {"i'll go", "I\xE2\x80\x99ll go.", 1},
    {"non negotiable", "It is non-negotiable.", 1},
    {"24 7", "24/7", 1},
    {"(go|walk away)", "We walk away.", 1},
    {"(go|walk away)", "We walk.", 0},
    {"(a|b c|d) e", "b c e", 1},
    {"(a|b c|d) e", "d e", 1},
    {"(a b|c d|e f) g", "c d g", 1},
    {"(a b|c d|e f) g", "e f g", 1},
    {"so? good", "good", 1},
    {"very so? good", "very good", 1},
    {"very so? good", "very so so good", 0},
    {"or ..2 leave", "or leave", 1},
    {"or ..2 leave", "or we may leave", 1},
    {"or ..2 leave", "or we may as well leave", 0},
    {"or ..2 leave", "or we, then, leave", 1},
    {"or ..2 leave", "or not leave", 0},
    {"or ...2 leave", "or not leave", 1},
    {"^ only", "Only this.", 1},
    {"^ only", "This only.", 0},
    {"leave $", "I leave.", 1},
    {"leave $", "I leave it.", 0},
    {"yes , but", "Yes, but no.", 1},
    {"yes , but", "Yes but no.", 0},
    {"rose # %", "It rose 30 %.", 1},
    {"rose # %", "It rose 30.5%.", 1},
    {"rose # %", "It rose a lot %.", 0},
    {"save me money",
     "You save me \xC2\xA3"
     "300.",
     1},
    {"save me money", "You save me 300 \xE2\x82\xAC.", 1},
    {"save me money", "You save me 300.", 0},
    {"why does @", "Why does Sam?", 1},
    {"why does @", "Why does it?", 0},
    {"@'s pay", "Tom's pay.", 1},
    {"@'s pay", "The pay.", 0},
    {"on <day>", "on Monday", 1},
    {"on <day>", "on day off", 1},
    {"wrong", "This is not wrong.", 0},
    {"wrong", "This is not at all so very wrong.", 1},
    {"wrong", "Not me, wrong.", 1},
    {"!wrong", "This is not wrong.", 1},
    {"wrong", "\"It is wrong,\" she said.", 0},
    {"wrong", "\xE2\x80\x9CIt is wrong,\xE2\x80\x9D she said.", 0},
    {"wrong", "He said 'wrong' twice.", 0},
    {"wrong", "A 5\" disk is wrong.", 1},
    {"wrong", "> wrong\n\nright", 0},
    {"wrong", "`wrong`", 0},
    {"wrong", "a ` wrong", 1},
    {"wrong", "```\nwrong\n```\n", 0},
    {"wrong", "<!-- wrong -->", 0},
    {"wrong", "a <!-- b --> wrong", 1},
    {"wrong", "[a](wrong)", 0},
    {"wrong", "see https://wrong.example/wrong", 0},
    {"wrong", "wrong <!-- rtopitch: allow L01 -->", 0},
    {"wrong", "<!-- rtopitch: allow L02 L01 -->\nwrong\n\nwrong", 1},
    {"wrong", "# rtopitch: allow L01\nwrong", 0},
    {"wrong", "<!-- rtopitch: allow L02 -->\nwrong", 1},
    {"a b", "| a | b |", 0},
    {"a b", "- a\n- b", 0},
    {"b", "vs. b", 1},
    {"^ b", "e.g. b", 0},
};

static void each_form_matches_what_it_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_arena *arena = rtp_arena_make();
        rtp_diags *diags = rtp_diags_make(arena);
        rtp_lint_pack pack = {0};
        assert_true(load(rows[i].pattern, "", arena, diags, &pack));
        size_t found = count(&pack, rows[i].text, arena);
        if (found != rows[i].found) {
            fail_msg("%s in \"%s\": found %zu, not %zu", rows[i].pattern, rows[i].text, found, rows[i].found);
        }
        rtp_arena_free(arena);
    }
}

static void an_excuse_counts_in_its_own_sentence(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_diags *diags = rtp_diags_make(arena);
    rtp_lint_pack pack = {0};
    assert_true(load("wrong", "\"in the test ..1 data\"", arena, diags, &pack));
    assert_int_equal(count(&pack, "The wrong row stands in the test data.", arena), 0);
    assert_int_equal(count(&pack, "It is wrong. It stands in the test data.", arena), 1);
    rtp_arena_free(arena);
}

typedef struct bad_row {
    const char *pattern, *code;
    size_t column; /* of the place, within the pattern */
} bad_row;

static const bad_row bad_rows[] = {
    {"I refuse", "L1001", 0},
    {"a (b", "L1001", 2},
    {"a b)", "L1001", 3},
    {"a ..", "L1001", 2},
    {"a ..99 b", "L1001", 2},
    {"on <days>", "L1001", 3},
    {"a ||b", "L1001", 2},
    {"", "", 0},
    {"a ..1 ..1 ..1 ..1 ..1 b", "L1001", 18},
    {"((((((((((a))))))))))", "L1001", 8},
    {"..3 a", "L1003", 0},
    {"a? ..2 b", "L1003", 0},
    {"!B", "L1001", 1},
    {"a on <loop>", "L1001", 5},
    {"a <huge>", "L1001", 2},
};

static void a_bad_pattern_is_refused_at_its_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(bad_rows); i++) {
        const bad_row *bad = &bad_rows[i];
        rtp_arena *arena = rtp_arena_make();
        rtp_diags *diags = rtp_diags_make(arena);
        rtp_lint_pack pack = {0};
        bool good = load(bad->pattern, "", arena, diags, &pack);
        if (bad->code[0] == '\0') { /* a blank text in a list counts as absent */
            assert_true(good);
        } else {
            assert_false(good);
            assert_string_equal(diags->items[0].code, bad->code);
        }
        if (bad->code[0] == 'L') {
            rtp_str text = diags->items[0].source->text;
            const char *start = strstr(text.ptr, "\"match\": [\"") + strlen("\"match\": [\"");
            if (diags->items[0].offset - (size_t)(start - text.ptr) != bad->column) {
                fail_msg("%s: at %zu", bad->pattern, diags->items[0].offset - (size_t)(start - text.ptr));
            }
        }
        rtp_arena_free(arena);
    }
}

/* Alternatives are counted in a byte, and what is larger than that must not wrap. */
static void a_group_has_an_upper_size(void **state)
{
    (void)state;
    for (unsigned n = 249; n <= 300; n++) {
        rtp_arena *arena = rtp_arena_make();
        rtp_diags *diags = rtp_diags_make(arena);
        rtp_lint_pack pack = {0};
        rtp_str pattern = rtp_arena_format(arena, "(%s) x", alternatives(n, arena));
        assert_int_equal(load(pattern.ptr, "", arena, diags, &pack), n <= 250);
        if (n <= 250) {
            assert_int_equal(count(&pack, "waa x", arena), 1);
        }
        rtp_arena_free(arena);
    }
}

/* Each part may be there or not, in more ways than can be tried. */
static void a_pattern_with_too_many_ways_gives_up(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_diags *diags = rtp_diags_make(arena);
    rtp_lint_pack pack = {0};
    rtp_buf pattern = rtp_buf_make(SIZE_MAX), text = rtp_buf_make(SIZE_MAX);
    rtp_buf_puts(&pattern, "z");
    rtp_buf_puts(&text, "z");
    for (int i = 0; i < 60; i++) {
        rtp_buf_puts(&pattern, " a?");
        rtp_buf_puts(&text, " a");
    }
    rtp_buf_puts(&pattern, " b");
    assert_true(load(pattern.ptr, "", arena, diags, &pack));
    assert_int_equal(count(&pack, text.ptr, arena), 0);
    assert_int_equal(count(&pack, "z a b", arena), 1);
    rtp_buf_free(&pattern);
    rtp_buf_free(&text);
    rtp_arena_free(arena);
}

int main(void)
{
    rtp_json_start();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_form_matches_what_it_says),        cmocka_unit_test(an_excuse_counts_in_its_own_sentence),
        cmocka_unit_test(a_bad_pattern_is_refused_at_its_place), cmocka_unit_test(a_group_has_an_upper_size),
        cmocka_unit_test(a_pattern_with_too_many_ways_gives_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
