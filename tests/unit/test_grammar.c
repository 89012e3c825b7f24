/* floor: document */
/* The grammar, every pair of kinds, against a second statement of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/document.h"

/* One row a parent, one letter a child, both in the order of rtp_node_kind: x may be held. */
static const struct {
    const char *children;
    rtp_node_kind parent;
} grammar[] = {
    /* DHPLITRCQNGRTFSELCBK: document, then blocks, then spans */
    {".xxx.x..xxxx........", RTP_NODE_DOCUMENT},  {"............xxxxxx..", RTP_NODE_HEADING},
    {"............xxxxxxx.", RTP_NODE_PARAGRAPH}, {"....x...............", RTP_NODE_LIST},
    {"............xxxxxxx.", RTP_NODE_ITEM},      {"......x.............", RTP_NODE_TABLE},
    {".......x............", RTP_NODE_ROW},       {"............xxxxxx..", RTP_NODE_CELL},
    {"..x.................", RTP_NODE_QUOTE},     {"..xx................", RTP_NODE_NOTE},
    {"............xxxxxx.x", RTP_NODE_CHART},     {"....................", RTP_NODE_RULE},
    {"....................", RTP_SPAN_TEXT},      {"....................", RTP_SPAN_FIGURE},
    {"............xx.x....", RTP_SPAN_STRONG},    {"............xx......", RTP_SPAN_EMPHASIS},
    {"............xx......", RTP_SPAN_LINK},      {"....................", RTP_SPAN_CITATION},
    {"....................", RTP_SPAN_BREAK},     {"....................", RTP_SPAN_SPARK},
};

static void every_pair_is_decided(void **state)
{
    (void)state;
    assert_int_equal(RTP_COUNT(grammar), RTP_NODE_KIND_COUNT);
    for (size_t i = 0; i < RTP_COUNT(grammar); i++) {
        assert_int_equal(grammar[i].parent, i);
        for (int child = 0; child < RTP_NODE_KIND_COUNT; child++) {
            bool held = rtp_node_may_hold(grammar[i].parent, (rtp_node_kind)child);
            if (held != (grammar[i].children[child] == 'x')) {
                fail_msg("%s in %s", rtp_node_kind_name((rtp_node_kind)child), rtp_node_kind_name(grammar[i].parent));
            }
        }
    }
}

static void what_is_no_kind_holds_nothing(void **state)
{
    (void)state;
    for (int kind = 0; kind <= RTP_NODE_KIND_COUNT; kind++) {
        assert_false(rtp_node_may_hold(RTP_NODE_KIND_COUNT, (rtp_node_kind)kind));
        assert_false(rtp_node_may_hold((rtp_node_kind)kind, RTP_NODE_KIND_COUNT));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pair_is_decided),
        cmocka_unit_test(what_is_no_kind_holds_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
