/* floor: profile */
/* The field tables against the page that describes the format, and each row against itself: its words,
 * its bounds, its sentence, and an example that the row's own binder accepts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/profile.h"

#include <string.h>

typedef struct shape_case {
    const char *name;
    const char *keys; /* as the page of the format lists them, a star behind what is required */
} shape_case;

static const shape_case shapes[] = {
    {"profile", "person* manager senior mandate ask* needs wants concerns mitigations deliverables history tasks team "
                "practices commute costs cover pilot experiments conversations private strategy jurisdiction meta"},
    {"person", "name role* role_family team started goals"},
    {"manager", "name role decides stance relationship priorities prefers"},
    {"senior", "name role priorities"},
    {"mandate", "office_days start reason policy exception_process enforcement contract"},
    {"ask", "preferred* acceptable starter start decide_by fixed"},
    {"rung", "office_days* weekdays weeks note"},
    {"need", "need* why expectation"},
    {"concern", "about* said from"},
    {"mitigation", "concern* action* measure target"},
    {"deliverable", "title* expectation due done mode outcome figure link said"},
    {"figure", "name value before unit better"},
    {"quote", "by text"},
    {"history", "modes metrics reviews"},
    {"period", "mode* from* to"},
    {"metric", "name* unit better* source about headline margin values samples note"},
    {"review", "date* mode rating said by"},
    {"task", "name* share best why"},
    {"team", "size sites same_site creative_rut new_hires mentees"},
    {"practices", "already proposed"},
    {"commute", "minutes reinvest share"},
    {"cost", "cost* borne_by mitigation"},
    {"cover", "core_hours response_minutes onsite_backup onsite_minutes security"},
    {"pilot", "weeks start primary margin secondary guardrails decider review notice_days design baseline_weeks "
              "baseline_days trial_days x-plan"},
    {"plan", "version recorded seed design start weeks review primary margin guardrails calendar"},
    {"plan_week", "week* at*"},
    {"guardrail", "metric* limit*"},
    {"experiment", "kind question* second_question people date document"},
    {"conversation", "date* with stage said agreed next"},
    {"private", "floor alternatives hired_as rating layoff_signals reasons allies notes"},
    {"floor", "office_days"},
    {"jurisdiction", "country region employer_size service_start previous_requests"},
    {"meta", "version ignore"},
};

enum { SHAPE_LIMIT = 64 };

static rtp_arena *arena;

static int set_up(void **state)
{
    (void)state;
    rtp_json_start();
    arena = rtp_arena_make();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    rtp_arena_free(arena);
    return 0;
}

typedef struct shape_list {
    const rtp_shape *items[SHAPE_LIMIT];
    size_t len;
} shape_list;

static bool holds(const shape_list *list, const rtp_shape *shape)
{
    for (size_t i = 0; i < list->len; i++) {
        if (list->items[i] == shape) {
            return true;
        }
    }
    return false;
}

/* Every shape that the root reaches, each once. */
static shape_list all_shapes(void)
{
    shape_list list = {.items = {&rtp_profile_shape}, .len = 1};
    for (size_t i = 0; i < list.len; i++) {
        for (size_t k = 0; k < list.items[i]->count; k++) {
            const rtp_shape *shape = list.items[i]->fields[k].shape;
            if (shape != NULL && !holds(&list, shape)) {
                assert_true(list.len < SHAPE_LIMIT);
                list.items[list.len++] = shape;
            }
        }
    }
    return list;
}

static const shape_case *case_of(const char *name)
{
    for (size_t i = 0; i < RTP_COUNT(shapes); i++) {
        if (strcmp(shapes[i].name, name) == 0) {
            return &shapes[i];
        }
    }
    return NULL;
}

static rtp_str keys_of(const rtp_shape *shape)
{
    rtp_str keys[SHAPE_LIMIT];
    for (size_t i = 0; i < shape->count; i++) {
        keys[i] = rtp_arena_format(arena, "%s%s", shape->fields[i].key, shape->fields[i].required ? "*" : "");
    }
    return rtp_arena_join(arena, keys, shape->count, rtp_lit(" "));
}

static void test_shapes_have_the_keys_of_the_page(void **state)
{
    (void)state;
    shape_list list = all_shapes();
    assert_int_equal(list.len, RTP_COUNT(shapes));
    for (size_t i = 0; i < list.len; i++) {
        const shape_case *expected = case_of(list.items[i]->name);
        if (expected == NULL) {
            fail_msg("shape %s is not on the page", list.items[i]->name);
            return;
        }
        assert_string_equal(keys_of(list.items[i]).ptr, expected->keys);
    }
}

static size_t size_of(const rtp_field *field)
{
    static const size_t sizes[] = {
        [RTP_FIELD_TEXT] = sizeof(rtp_str),         [RTP_FIELD_LINK] = sizeof(rtp_str),
        [RTP_FIELD_NUMBER] = sizeof(rtp_number),    [RTP_FIELD_COUNT] = sizeof(rtp_count),
        [RTP_FIELD_FLAG] = sizeof(rtp_flag),        [RTP_FIELD_DATE] = sizeof(rtp_date),
        [RTP_FIELD_MONTH] = sizeof(rtp_month),      [RTP_FIELD_CHOICE] = sizeof(int),
        [RTP_FIELD_TEXTS] = sizeof(rtp_texts),      [RTP_FIELD_CHOICES] = sizeof(rtp_choices),
        [RTP_FIELD_DATES] = sizeof(rtp_dates),      [RTP_FIELD_OBJECTS] = sizeof(rtp_objects),
        [RTP_FIELD_RAW] = sizeof(const rtp_json *), [RTP_FIELD_SERIES] = sizeof(rtp_month_series),
        [RTP_FIELD_SAMPLES] = sizeof(rtp_samples),  [RTP_FIELD_DAYS] = sizeof(rtp_day_series),
        [RTP_FIELD_NUMBERS] = sizeof(rtp_sample),
    };
    return field->type == RTP_FIELD_OBJECT ? field->shape->size : sizes[field->type];
}

/* Members stand in the struct as in the table, so none is bound twice and none overlaps another. */
static void test_members_follow_each_other(void **state)
{
    (void)state;
    shape_list list = all_shapes();
    for (size_t i = 0; i < list.len; i++) {
        size_t end = list.items[i]->known_first ? sizeof(bool) : 0;
        for (size_t k = 0; k < list.items[i]->count; k++) {
            const rtp_field *field = &list.items[i]->fields[k];
            if (field->offset < end) {
                fail_msg("%s.%s overlaps the member before", list.items[i]->name, field->key);
            }
            end = field->offset + size_of(field);
        }
        /* the profile as it was written, its results, and what it speaks for */
        end += list.items[i] == &rtp_profile_shape ? sizeof(rtp_str) + 2 * sizeof(void *) : 0;
        assert_true(end <= list.items[i]->size && list.items[i]->size - end < 8);
    }
}

static bool takes(const rtp_field *field, rtp_field_type one, rtp_field_type many)
{
    return field->type == one || field->type == many;
}

static void test_rows_have_what_their_type_needs(void **state)
{
    (void)state;
    shape_list list = all_shapes();
    for (size_t i = 0; i < list.len; i++) {
        for (size_t k = 0; k < list.items[i]->count; k++) {
            const rtp_field *field = &list.items[i]->fields[k];
            assert_int_equal(field->words != NULL, takes(field, RTP_FIELD_CHOICE, RTP_FIELD_CHOICES));
            assert_int_equal(field->shape != NULL, takes(field, RTP_FIELD_OBJECT, RTP_FIELD_OBJECTS));
            assert_true(field->least <= field->most);
        }
    }
}

static void test_docs_are_one_plain_sentence(void **state)
{
    (void)state;
    shape_list list = all_shapes();
    for (size_t i = 0; i < list.len; i++) {
        for (size_t k = 0; k < list.items[i]->count; k++) {
            const char *doc = list.items[i]->fields[k].doc;
            size_t len = strlen(doc);
            assert_in_range(len, 4, 120);
            assert_in_range(doc[0], 'A', 'Z');
            assert_int_equal(strchr(doc, '.') == doc + len - 1 || strstr(doc, "history.modes") != NULL ||
                                 strstr(doc, "0.5") != NULL,
                             true);
            assert_int_equal(doc[len - 1], '.');
        }
    }
}

/* The example of a row, bound by a shape that has only this row. */
static void assert_example(const rtp_shape *shape, const rtp_field *field)
{
    rtp_str text = rtp_arena_format(arena, "{\"%s\": %s}", field->key, field->example);
    rtp_source source = {.name = rtp_lit("example"), .text = text};
    rtp_diags *diags = rtp_diags_make(arena);
    const rtp_json *node = rtp_json_read(&source, &rtp_json_profile_limits, arena, diags);
    const rtp_shape only = {shape->name, field, 1, shape->size, false};
    void *object = rtp_arena_take(arena, shape->size);
    bool bound = node != NULL && rtp_bind(node, &only, &source, arena, diags, object);
    if (!bound || diags->len > 0) {
        fail_msg("%s: %s", text.ptr, diags->len > 0 ? rtp_arena_copy(arena, diags->items[0].message).ptr : "");
    }
}

static void test_examples_are_good_values(void **state)
{
    (void)state;
    shape_list list = all_shapes();
    for (size_t i = 0; i < list.len; i++) {
        for (size_t k = 0; k < list.items[i]->count; k++) {
            assert_non_null(list.items[i]->fields[k].example);
            assert_example(list.items[i], &list.items[i]->fields[k]);
        }
    }
}

/* ---- words ---- */

typedef struct words_case {
    const rtp_texts *words;
    const char *joined;
} words_case;

static const words_case vocabularies[] = {
    {&rtp_words_mode, "office hybrid remote"},
    {&rtp_words_weekday, "mon tue wed thu fri"},
    {&rtp_words_stance, "supportive open neutral sceptical opposed"},
    {&rtp_words_relationship, "strong good new strained"},
    {&rtp_words_prefers, "memo one_page data talk"},
    {&rtp_words_enforcement, "strict moderate loose unknown"},
    {&rtp_words_from, "manager senior company"},
    {&rtp_words_better, "higher lower"},
    {&rtp_words_best, "home office either"},
    {&rtp_words_design, "before_after alternating_weeks"},
    {&rtp_words_kind, "problem_solving standup protocol blend custom"},
    {&rtp_words_stage, "sound_out pitch terms review"},
    {&rtp_words_rating, "below meets above"},
    {&rtp_words_strategy, "auto push_back earn_back"},
    {&rtp_words_role_family, "software_engineer sre data designer product_manager qa writer support sales "
                             "recruiting_hr finance project_manager team_lead other"},
    {&rtp_words_concern,
     "productivity visibility accountability attendance culture morale collaboration new_staff connection real_estate "
     "cost manager_role headcount fairness policy responsiveness customers emergencies security compliance "
     "spontaneous_help overwork abuse promotion management_load equipment decision_speed tried_before"},
};

static void test_words_stand_in_the_order_of_the_page(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(vocabularies); i++) {
        const rtp_texts *words = vocabularies[i].words;
        assert_string_equal(rtp_arena_join(arena, words->items, words->len, rtp_lit(" ")).ptr, vocabularies[i].joined);
    }
    assert_int_equal(rtp_words_concern.len, 28);
}

typedef struct choice_case {
    const rtp_texts *words;
    int choice;
    const char *word;
} choice_case;

static void test_choices_name_their_word(void **state)
{
    (void)state;
    static const choice_case cases[] = {
        {&rtp_words_mode, RTP_MODE_OFFICE, "office"},    {&rtp_words_mode, RTP_MODE_HYBRID, "hybrid"},
        {&rtp_words_mode, RTP_MODE_REMOTE, "remote"},    {&rtp_words_better, RTP_BETTER_HIGHER, "higher"},
        {&rtp_words_better, RTP_BETTER_LOWER, "lower"},  {&rtp_words_from, RTP_FROM_MANAGER, "manager"},
        {&rtp_words_from, RTP_FROM_SENIOR, "senior"},    {&rtp_words_from, RTP_FROM_COMPANY, "company"},
        {&rtp_words_best, RTP_BEST_HOME, "home"},        {&rtp_words_best, RTP_BEST_OFFICE, "office"},
        {&rtp_words_best, RTP_BEST_EITHER, "either"},    {&rtp_words_mode, RTP_MODE_UNKNOWN, NULL},
        {&rtp_words_better, RTP_BETTER_LOWER + 1, NULL}, {&rtp_words_mode, -1, NULL},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_str word = rtp_word(cases[i].words, cases[i].choice);
        if (cases[i].word == NULL) {
            assert_null(word.ptr);
        } else {
            assert_string_equal(rtp_arena_copy(arena, word).ptr, cases[i].word);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shapes_have_the_keys_of_the_page),
        cmocka_unit_test(test_members_follow_each_other),
        cmocka_unit_test(test_rows_have_what_their_type_needs),
        cmocka_unit_test(test_docs_are_one_plain_sentence),
        cmocka_unit_test(test_examples_are_good_values),
        cmocka_unit_test(test_words_stand_in_the_order_of_the_page),
        cmocka_unit_test(test_choices_name_their_word),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
