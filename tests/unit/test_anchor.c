/* floor: app */
/* A text without an anchor is not looked at: with and without that short cut, the same must be found. All texts and
 * rules are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/anchor.h"
#include "rtopitch/app.h"

enum { SPLICES = 24, BYTES_MOST = 1 << 20 };

typedef struct lines {
    rtp_str *items;
    size_t len, cap;
} lines;

static int set_up(void **state)
{
    rtp_json_start();
    *state = rtp_arena_make();
    return 0;
}

static int tear_down(void **state)
{
    rtp_arena_free(*state);
    return 0;
}

static void read_lines(const char *path, rtp_arena *arena, lines *list)
{
    rtp_source source;
    assert_true(rtp_file_read(rtp_str_from(path), BYTES_MOST, arena, rtp_diags_make(arena), &source));
    for (size_t from = 0, to = 0; from < source.text.len; from = ++to) {
        while (source.text.ptr[to] != '\n') {
            to++;
        }
        list->items = rtp_array_grow(arena, list->items, list->len, &list->cap, sizeof *list->items);
        list->items[list->len++] = (rtp_str){source.text.ptr + from, to - from};
    }
}

/* ---- the program's own rules ---- */

static size_t found(const rtp_lint_pack *pack, rtp_str text, rtp_arena *arena, rtp_lint_finding **items)
{
    rtp_linter linter = {.pack = pack, .arena = arena, .rules = pack->urgent};
    rtp_lint_text(&linter, text);
    *items = linter.items;
    return linter.len;
}

/* How many findings there are, the same both ways. */
static size_t found_twice(rtp_str text, rtp_arena *arena)
{
    rtp_lint_pack close = *rtp_embedded_lint();
    rtp_lint_finding *short_cut, *looked;
    close.anchored = false;
    size_t count = found(rtp_embedded_lint(), text, arena, &short_cut);
    assert_int_equal(count, found(&close, text, arena, &looked));
    for (size_t i = 0; i < count; i++) {
        assert_ptr_equal(short_cut[i].rule, looked[i].rule);
        assert_int_equal(short_cut[i].from, looked[i].from);
    }
    return count;
}

static rtp_str splice(rtp_str head, rtp_str tail, rtp_arena *arena)
{
    rtp_str half = {tail.ptr + tail.len / 2, tail.len - tail.len / 2};
    return rtp_arena_format(arena, "%.*s%.*s", (int)(head.len / 2), head.ptr, RTP_FMT(half));
}

static void findings_are_the_same(void **state)
{
    lines list = {0};
    size_t count = 0;
    read_lines(RTP_SOURCE_DIR "/tests/lint/harmful.txt", *state, &list);
    read_lines(RTP_SOURCE_DIR "/tests/lint/innocent.txt", *state, &list);
    for (size_t i = 0; i < list.len; i++) {
        count += found_twice(list.items[i], *state);
        for (size_t k = 1; k <= SPLICES; k++) {
            rtp_str text = splice(list.items[i], list.items[(i + k * k) % list.len], *state);
            count += found_twice(text, *state);
        }
    }
    assert_true(count > 100);
}

static void most_innocent_texts_have_no_anchor(void **state)
{
    lines list = {0};
    size_t met = 0;
    read_lines(RTP_SOURCE_DIR "/tests/lint/innocent.txt", *state, &list);
    for (size_t i = 0; i < list.len; i++) {
        met += rtp_anchors_meet(rtp_embedded_lint(), list.items[i]);
    }
    assert_true(met < list.len * 3 / 4); /* they were written to come close to the rules */
    assert_false(rtp_anchors_meet(rtp_embedded_lint(), rtp_lit("")));
    assert_false(rtp_anchors_meet(rtp_embedded_lint(), rtp_lit("12.5 % (+3)")));
    assert_false(rtp_anchors_meet(rtp_embedded_lint(), rtp_lit("Answers requests faster at one table")));
}

/* ---- which words ---- */

typedef struct choice {
    const char *pattern;
    const char *has, *has_not; /* texts with and without an anchor; NULL: there is none */
} choice;

static const choice choices[] = {
    {"demand", "DEMAND", "demands"},
    {"i demand", "one demand", "i"},
    {"or (i|i'll) ..2 (quit|leave $|walk away)", "quit", "or i ill walks"},
    {"(a b|unreasonable) but", "but", "a b unreasonable"},
    {"(wonderful x|marvellous y) or", "marvellous", "or x y"},
    {"wonderful? or", "or", "wonderful"},
    {"( wonderful | marvellous )? or", "or", "wonderful marvellous"},
    {"they're", "they are", "the yre"},
    {"# million", "million", "5"},
    {"@'s salary", "salary", "s Ann"},
    {"na\xC3\xAFve", "na", "nave"},
    {"# %", NULL, NULL},
    {"money", NULL, NULL},
    {"\xC3\xA9tude", NULL, NULL},
    {"(demand|#)", NULL, NULL},
    {"^ demand ...3 $", "demand", "deman"},
};

static rtp_lint_pack pack_of(const char *pattern, rtp_arena *arena)
{
    rtp_source *source = RTP_NEW(arena, rtp_source);
    rtp_lint_pack pack;
    source->name = rtp_lit("rules");
    source->text = rtp_arena_format(
        arena,
        "{\"words\": [], \"lint\": [{\"code\": \"L01\", \"severity\": \"error\", \"title\": \"t\", \"why\": \"w\", "
        "\"better\": \"b\", \"match\": [\"%s\"]}]}",
        pattern);
    assert_true(rtp_lint_load(source, 1, arena, rtp_diags_make(arena), &pack));
    return pack;
}

static void rare_words_are_anchors(void **state)
{
    for (size_t i = 0; i < RTP_COUNT(choices); i++) {
        rtp_lint_pack pack = pack_of(choices[i].pattern, *state);
        assert_int_equal(pack.anchored, choices[i].has != NULL);
        if (pack.anchored) {
            assert_true(rtp_anchors_meet(&pack, rtp_str_from(choices[i].has)));
            assert_false(rtp_anchors_meet(&pack, rtp_str_from(choices[i].has_not)));
        } else {
            assert_true(rtp_anchors_meet(&pack, rtp_lit("")));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(findings_are_the_same, set_up, tear_down),
        cmocka_unit_test_setup_teardown(most_innocent_texts_have_no_anchor, set_up, tear_down),
        cmocka_unit_test_setup_teardown(rare_words_are_anchors, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
