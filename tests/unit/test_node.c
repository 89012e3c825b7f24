/* floor: document */
/* Nodes: names, the order of children, and that a tree the grammar forbids cannot be built. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/document.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

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

static void every_kind_has_its_own_name(void **state)
{
    (void)state;
    for (int i = 0; i < RTP_NODE_KIND_COUNT; i++) {
        const char *name = rtp_node_kind_name((rtp_node_kind)i);
        assert_non_null(name);
        assert_true(strlen(name) > 0);
        for (int k = 0; k < i; k++) {
            assert_string_not_equal(name, rtp_node_kind_name((rtp_node_kind)k));
        }
    }
    assert_string_equal(rtp_node_kind_name(RTP_NODE_KIND_COUNT), "unknown");
}

static void children_stay_in_order(void **state)
{
    rtp_node *root = rtp_node_put(*state, NULL, RTP_NODE_DOCUMENT);
    assert_null(root->parent);
    assert_null(root->first);
    rtp_node *children[3];
    for (size_t i = 0; i < 3; i++) {
        children[i] = rtp_node_put(*state, root, RTP_NODE_PARAGRAPH);
        assert_ptr_equal(children[i]->parent, root);
        assert_ptr_equal(root->last, children[i]);
        assert_null(children[i]->next);
    }
    assert_ptr_equal(root->first, children[0]);
    assert_ptr_equal(children[0]->next, children[1]);
    assert_ptr_equal(children[1]->next, children[2]);
}

static void a_new_node_says_nothing_of_its_own(void **state)
{
    rtp_node *root = rtp_node_put(*state, NULL, RTP_NODE_DOCUMENT);
    rtp_node *heading = rtp_node_put(*state, root, RTP_NODE_HEADING);
    assert_int_equal(heading->kind, RTP_NODE_HEADING);
    assert_int_equal(heading->fact, RTP_LITERAL);
    assert_null(heading->point);
    assert_null(heading->value);
    assert_null(heading->evidence);
    assert_int_equal(heading->text.len, 0);
}

/* The signal that ends a process which puts `child` into `parent` (no parent: as the root). */
static int signal_of(rtp_arena *arena, rtp_node *parent, rtp_node_kind child)
{
    pid_t process = fork();
    if (process == 0) {
        const struct rlimit none = {0, 0};
        (void)setrlimit(RLIMIT_CORE, &none);
        (void)signal(SIGABRT, SIG_DFL);
        rtp_node_put(arena, parent, child);
        _exit(0);
    }
    int status = 0;
    assert_true(process > 0);
    assert_int_equal(waitpid(process, &status, 0), process);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void a_forbidden_child_ends_the_program(void **state)
{
    rtp_node *root = rtp_node_put(*state, NULL, RTP_NODE_DOCUMENT);
    rtp_node *heading = rtp_node_put(*state, root, RTP_NODE_HEADING);
    rtp_node *text = rtp_node_put(*state, heading, RTP_SPAN_TEXT);
    const struct {
        rtp_node *parent;
        rtp_node_kind child;
        int signal;
    } rows[] = {
        {root, RTP_NODE_PARAGRAPH, 0},          {heading, RTP_SPAN_FIGURE, 0},        {NULL, RTP_NODE_DOCUMENT, 0},
        {root, RTP_NODE_DOCUMENT, SIGABRT},     {root, RTP_SPAN_TEXT, SIGABRT},       {root, RTP_NODE_ITEM, SIGABRT},
        {heading, RTP_NODE_PARAGRAPH, SIGABRT}, {heading, RTP_SPAN_BREAK, SIGABRT},   {text, RTP_SPAN_TEXT, SIGABRT},
        {NULL, RTP_NODE_PARAGRAPH, SIGABRT},    {root, RTP_NODE_KIND_COUNT, SIGABRT},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        assert_int_equal(signal_of(*state, rows[i].parent, rows[i].child), rows[i].signal);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_has_its_own_name),
        cmocka_unit_test(children_stay_in_order),
        cmocka_unit_test(a_new_node_says_nothing_of_its_own),
        cmocka_unit_test(a_forbidden_child_ends_the_program),
    };
    return cmocka_run_group_tests(tests, arena_set_up, arena_tear_down);
}
