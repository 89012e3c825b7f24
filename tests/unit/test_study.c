/* floor: rules */
/* Studies of the evidence library: each text comes back from its place, and what is not there is
 * absent. Everything here is invented. */
#include "rules_support.h"

#include "rules/pack_words.h"
#include "rules/packed.h"

static rtp_evidence study_of(const rtp_str *texts, size_t len, rtp_arena *arena)
{
    return (rtp_evidence){.texts = rtp_packed_make(rtp_packed_join(texts, len, arena), arena)};
}

static void each_text_comes_back_from_its_place(void **state)
{
    bench *on = *state;
    rtp_str texts[RTP_STUDY_TEXT_COUNT];
    for (int i = 0; i < RTP_STUDY_TEXT_COUNT; i++) {
        texts[i] = rtp_arena_format(on->arena, "text %d", i);
    }
    rtp_evidence whole = study_of(texts, RTP_STUDY_TEXT_COUNT, on->arena);
    rtp_evidence half = study_of(texts, RTP_STUDY_TITLE, on->arena);
    for (int i = 0; i < RTP_STUDY_TEXT_COUNT; i++) {
        assert_true(rtp_str_equal(rtp_evidence_text(&whole, (rtp_study_text)i), texts[i]));
        assert_true(i >= RTP_STUDY_TITLE || rtp_str_equal(rtp_evidence_text(&half, (rtp_study_text)i), texts[i]));
        assert_true(i < RTP_STUDY_TITLE || !rtp_evidence_text(&half, (rtp_study_text)i).ptr);
    }
}

static void what_is_not_there_is_absent(void **state)
{
    bench *on = *state;
    static const rtp_str empty[RTP_STUDY_TEXT_COUNT];
    const rtp_evidence studies[] = {{.year = 0}, study_of(empty, RTP_STUDY_TEXT_COUNT, on->arena)};
    for (size_t i = 0; i < RTP_COUNT(studies); i++) {
        for (int k = 0; k < RTP_STUDY_TEXT_COUNT; k++) {
            assert_null(rtp_evidence_text(&studies[i], (rtp_study_text)k).ptr);
        }
        assert_int_equal(rtp_evidence_authors(&studies[i], on->arena).len, 0);
        assert_null(rtp_evidence_design(&studies[i]).ptr);
    }
}

static void authors_keep_their_order(void **state)
{
    bench *on = *state;
    static const rtp_str names[] = {RTP_STR("Ash"), RTP_STR("Birch"), RTP_STR("Cedar")};
    for (size_t count = 0; count <= RTP_COUNT(names); count++) {
        rtp_str texts[RTP_STUDY_TEXT_COUNT] = {{NULL, 0}};
        texts[RTP_STUDY_AUTHORS] = rtp_packed_join(names, count, on->arena);
        rtp_evidence study = study_of(texts, RTP_STUDY_TEXT_COUNT, on->arena);
        rtp_texts authors = rtp_evidence_authors(&study, on->arena);
        assert_int_equal(authors.len, count);
        for (size_t i = 0; i < count; i++) {
            assert_true(rtp_str_equal(authors.items[i], names[i]));
        }
    }
}

static void a_design_is_named(void **state)
{
    (void)state;
    for (size_t i = 0; i < rtp_pack_designs.len; i++) {
        rtp_evidence study = {.design = (uint8_t)(i + 1)};
        assert_true(rtp_str_equal(rtp_evidence_design(&study), rtp_pack_designs.items[i]));
    }
}

/* Each row goes before all that follow it. */
static void the_strongest_go_first_then_the_newest(void **state)
{
    (void)state;
    static const rtp_evidence sorted[] = {
        {.id = RTP_STR("z"), .strength = 'A', .year = 2001}, {.id = RTP_STR("y"), .strength = 'B', .year = 2024},
        {.id = RTP_STR("b"), .strength = 'B', .year = 2023}, {.id = RTP_STR("c"), .strength = 'B', .year = 2023},
        {.id = RTP_STR("a"), .strength = 'D', .year = 2026},
    };
    for (size_t i = 0; i < RTP_COUNT(sorted); i++) {
        for (size_t k = 0; k < RTP_COUNT(sorted); k++) {
            int order = rtp_evidence_compare(&sorted[i], &sorted[k]);
            assert_int_equal((order > 0) - (order < 0), (i > k) - (i < k));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_text_comes_back_from_its_place, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_not_there_is_absent, set_up, tear_down),
        cmocka_unit_test_setup_teardown(authors_keep_their_order, set_up, tear_down),
        cmocka_unit_test(a_design_is_named),
        cmocka_unit_test(the_strongest_go_first_then_the_newest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
