/* floor: rules */
/* Segments of phrases: every kind, part and number of filters comes back as it was put. */
#include "rules_support.h"

#include "rules/packed.h"

static void expect_same(const rtp_segment *found, const rtp_segment *put)
{
    assert_int_equal(found->fact, put->fact);
    assert_int_equal(found->group, put->group);
    assert_int_equal(found->filter_count, put->filter_count);
    assert_true(rtp_str_equal(found->text, put->text));
    for (size_t i = 0; i < put->filter_count; i++) {
        assert_int_equal(found->filters[i].filter, put->filters[i].filter);
        assert_true(rtp_str_equal(found->filters[i].argument, put->filters[i].argument));
    }
}

static const rtp_segment segments[] = {
    {.text = RTP_STR("plain"), .fact = RTP_LITERAL},
    {.text = RTP_STR("\x01\x80\xFF"), .fact = RTP_LITERAL, .group = RTP_GROUP_LIMIT},
    {.text = RTP_STR(""), .fact = RTP_LITERAL, .group = 1},
    {.fact = 0},
    {.fact = 127, .group = 2},
    {.fact = 128, .filter_count = 1, .filters = {{.filter = 0, .argument = RTP_STR("")}}},
    {.fact = 0xFFFE,
     .filter_count = 3,
     .group = RTP_GROUP_LIMIT,
     .filters = {{1, RTP_STR("office day")}, {UINT8_MAX, RTP_STR("")}, {2, RTP_STR("x")}}},
};

static void segments_come_back(void **state)
{
    (void)state;
    rtp_buf buf = rtp_buf_make(SIZE_MAX);
    for (size_t i = 0; i < RTP_COUNT(segments); i++) {
        rtp_segment_put(&segments[i], &buf);
    }
    rtp_str phrase = rtp_buf_text(&buf);
    rtp_segment segment;
    memset(&segment, 0xA5, sizeof segment); /* what was there before must not show */
    for (size_t i = 0; i < RTP_COUNT(segments); i++) {
        assert_true(rtp_segment_next(&phrase, &segment));
        expect_same(&segment, &segments[i]);
    }
    assert_false(rtp_segment_next(&phrase, &segment));
    rtp_buf_free(&buf);
}

/* A condition stands before the segments, and only there. */
static void a_condition_comes_off_the_front(void **state)
{
    (void)state;
    const rtp_packed put = {"\x03"
                            "abc"};
    rtp_buf buf = rtp_buf_make(SIZE_MAX);
    rtp_phrase_put_when(put, &buf);
    rtp_segment_put(&segments[1], &buf);
    rtp_str phrase = rtp_buf_text(&buf);
    rtp_packed when = {NULL};
    rtp_segment segment;
    assert_true(rtp_phrase_when(&phrase, &when));
    assert_true(rtp_str_equal(rtp_packed_items(when), rtp_lit("abc")));
    assert_false(rtp_phrase_when(&phrase, &when));
    assert_true(rtp_segment_next(&phrase, &segment));
    expect_same(&segment, &segments[1]);
    assert_int_equal(phrase.len, 0);
    assert_false(rtp_phrase_when(&phrase, &when));
    rtp_buf_free(&buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(segments_come_back),
                                       cmocka_unit_test(a_condition_comes_off_the_front)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
