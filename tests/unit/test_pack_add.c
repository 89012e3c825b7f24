/* floor: rules */
/* What a rule offers to add to a profile: JSON whatever the facts hold, made of the first alternative whose
 * facts are all known. Everything here is invented. */
#include "rules_support.h"

#include "rules/filters.h"
#include "rules/pack.h"
#include "rules/phrase.h"

typedef struct example {
    const char *add, *made; /* NULL: nothing is known to make it of */
} example;

static const example examples[] = {
    {"{\"needs\": [{\"need\": \"x\"}]}", "\"needs\": [{\"need\": \"x\"}]"},
    {"{\"a\": [1, 2.50, true, false, \"\"], \"b\": {}}", "\"a\": [1, 2.5, true, false, \"\"], \"b\": {}"},
    {"{\"a\": \"say \\\"no\\\"\\n{{x}}\", \"b\\\"\": \"\"}", "\"a\": \"say \\\"no\\\"\\n{x}\", \"b\\\"\": \"\""},
    /* one fact alone keeps its kind; among words it is text */
    {"{\"a\": \"{ask.office_days}\", \"b\": \"{ask.office_days|words}\"}", "\"a\": 2, \"b\": \"two\""},
    {"{\"a\": \"for {ask.office_days|count:day}\"}", "\"a\": \"for two days\""},
    {"{\"a\": \"{ask.start}\", \"b\": \"{ask.office_weekdays}\"}", "\"a\": \"2027-01-11\", \"b\": [\"tue\",\"thu\"]"},
    {"{\"a\": \"{ask.fixed}\", \"b\": \"{person.started}\"}", "\"a\": false, \"b\": \"2024-03\""},
    /* what a user wrote stays inside its quotes */
    {"{\"a\": \"{manager.name}\", \"b\": \"ask {manager.name}!\"}",
     "\"a\": \"A \\\"B\\\" \\\\C\", \"b\": \"ask A \\\"B\\\" \\\\C!\""},
    {"{\"a\": \"{private.floor_days}\"}", "\"a\": 4"},
    /* names of members are phrases too */
    {"{\"{person.started|iso}\": 0}", "\"2024-03\": 0"},
    {"{\"a\": \"{ask.start|later:30}\", \"c\": \"{ask.start|later:-1}\", \"b\": \"{ask.start|later:-11|short}\"}",
     "\"a\": \"2027-02-10\", \"c\": \"2027-01-11\", \"b\": \"31 December\""},
    /* parts in brackets, in two strings */
    {"{\"a\": \"x[ \\\"{senior.name}\\\"]\", \"b\": \"[{manager.name} ]y\", \"c\": \"[{senior.name}]z\"}",
     "\"a\": \"x\", \"b\": \"A \\\"B\\\" \\\\C y\", \"c\": \"z\""},
    /* alternatives */
    {"{\"a\": \"{senior.name}\"}", NULL},
    {"[{\"a\": \"{senior.name}\"}, {\"b\": 1}]", "\"b\": 1"},
    {"[{\"when\": {\"fact\": \"ask.office_days\", \"is\": 3}, \"text\": {\"a\": 3}},"
     " {\"when\": {\"fact\": \"ask.office_days\", \"is\": 2}, \"text\": {\"a\": 2}}]",
     "\"a\": 2"},
};

static const char facts[] =
    "{\"ask.office_days\": 2, \"ask.start\": \"2027-01-11\", \"ask.office_weekdays\": [\"tue\", \"thu\"],"
    " \"ask.fixed\": false, \"person.started\": \"2024-03\", \"manager.name\": \"A \\\"B\\\" \\\\C\","
    " \"private.floor_days\": 4}";

static rtp_context context_of(bench *on, const char *text, const rtp_json **root)
{
    rtp_source *source = RTP_NEW(on->arena, rtp_source);
    *source = (rtp_source){.name = rtp_lit("test"), .text = rtp_str_from(text)};
    *root = rtp_json_read(source, &rtp_json_pack_limits, on->arena, on->diags);
    assert_non_null(*root);
    return (rtp_context){.source = source, .arena = on->arena, .diags = on->diags, .personal = true};
}

static rtp_str make(bench *on, const char *add, const rtp_view *view)
{
    const rtp_json *root;
    rtp_context context = context_of(on, add, &root);
    context.personal = false; /* private facts may be read all the same */
    rtp_phrases phrases;
    assert_true(rtp_add_load(root, rtp_lit(""), &context, &phrases));
    rtp_runs runs;
    uint16_t missing;
    if (!rtp_phrases_expand(&phrases, view, &runs, &missing)) {
        return (rtp_str){NULL, 0};
    }
    rtp_buf out = rtp_buf_make(SIZE_MAX);
    for (size_t i = 0; i < runs.len; i++) {
        rtp_buf_put(&out, runs.items[i].text);
    }
    rtp_str text = rtp_arena_copy(on->arena, rtp_buf_text(&out));
    rtp_buf_free(&out);
    return text;
}

static void an_addition_is_json_of_the_facts(void **state)
{
    bench *on = *state;
    const rtp_json *root;
    rtp_context context = context_of(on, facts, &root);
    rtp_given given;
    assert_true(rtp_given_load(root, rtp_lit(""), &context, &given));
    rtp_view view = {.arena = on->arena, .given = &given};
    for (size_t i = 0; i < RTP_COUNT(examples); i++) {
        rtp_str made = make(on, examples[i].add, &view);
        if (examples[i].made) {
            assert_string_equal(made.ptr, examples[i].made);
        } else {
            assert_null(made.ptr);
        }
    }
    assert_int_equal(on->diags->len, 0);
}

static void what_is_no_part_of_a_profile_is_refused(void **state)
{
    bench *on = *state;
    static const char *const bad[] = {
        "{}",
        "[]",
        "\"a\"",
        "3",
        "[3]",
        "{\"a\": null}",
        "{\"a\": \"{no.fact}\"}",
        "[{\"a\": 1}, {}]",
        "{\"a\": \"{person.role|capital|lower|capital}\"}",
        "[{\"when\": {\"fact\": \"no.fact\", \"is\": 3}, \"text\": {\"a\": 3}}]",
    };
    for (size_t i = 0; i < RTP_COUNT(bad); i++) {
        const rtp_json *root;
        rtp_context context = context_of(on, bad[i], &root);
        size_t before = on->diags->errors;
        rtp_phrases phrases = {NULL};
        assert_false(rtp_add_load(root, rtp_lit(""), &context, &phrases));
        assert_int_equal(on->diags->errors, before + 1);
        assert_null(phrases.bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_addition_is_json_of_the_facts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_no_part_of_a_profile_is_refused, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
