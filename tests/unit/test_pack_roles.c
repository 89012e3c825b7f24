/* floor: rules */
/* The roles of data/: every family is complete, and no measure that carries weight is taken for a trap.
 * Then files that are wrong: each fault is told at its place. */
#include "rules_support.h"

#include "facts/roles.h"

static const rtp_pack *load_data(bench *on)
{
    rtp_pack *pack = RTP_NEW(on->arena, rtp_pack);
    assert_true(bench_pack_file(on, "data/roles/roles.json", pack));
    return pack;
}

static const rtp_role *data_role(bench *on, const char *id)
{
    const rtp_role *role = rtp_role_find(load_data(on)->roles, rtp_str_from(id));
    if (!role) {
        fail_msg("no role %s", id);
    }
    return role;
}

static void check_measures(const rtp_role *role)
{
    rtp_cursor cursor = rtp_role_measures(role);
    rtp_measure measure;
    bool quality = false, paired = false;
    while (rtp_measure_next(&cursor, &measure)) {
        for (size_t i = 0; i < RTP_MEASURE_TEXT_COUNT; i++) {
            assert_true(i == RTP_MEASURE_PAIR || measure.texts[i].len > 0);
        }
        bool better = rtp_str_equal(measure.texts[RTP_MEASURE_BETTER], rtp_lit("higher")) ||
                      rtp_str_equal(measure.texts[RTP_MEASURE_BETTER], rtp_lit("lower"));
        assert_true(better);
        quality = quality || rtp_str_equal(measure.texts[RTP_MEASURE_KIND], rtp_lit("quality"));
        paired = paired || measure.texts[RTP_MEASURE_PAIR].len > 0;
    }
    if (!quality || !paired) {
        fail_msg("%s has no measure of quality, or none beside it", role->id.ptr);
    }
}

static void every_family_is_complete(void **state)
{
    bench *on = *state;
    const rtp_pack *pack = load_data(on);
    const rtp_texts *families = rtp_fact_at((size_t)rtp_fact_find(rtp_lit("person.role_family")))->words;
    assert_int_equal(pack->roles.len, families->len + 1);
    for (size_t i = 0; i < families->len; i++) {
        const rtp_role *role = rtp_role_find(pack->roles, families->items[i]);
        assert_non_null(role);
        for (size_t text = 0; text < RTP_ROLE_TEXT_COUNT; text++) {
            assert_true(rtp_role_text_at(role, (rtp_role_text)text).len > 0);
        }
        check_measures(role);
    }
    rtp_measure measure;
    rtp_cursor none = rtp_role_measures(data_role(on, RTP_ROLE_ANY));
    assert_false(rtp_measure_next(&none, &measure));
}

/* The first measure is the one that rules print, so it comes with its pair. */
static void the_first_measure_has_a_pair(void **state)
{
    bench *on = *state;
    const rtp_roles roles = load_data(on)->roles;
    for (size_t i = 0; i < roles.len; i++) {
        rtp_cursor cursor = rtp_role_measures(&roles.items[i]);
        rtp_measure measure;
        if (rtp_measure_next(&cursor, &measure) && measure.texts[RTP_MEASURE_PAIR].len == 0) {
            fail_msg("%s", roles.items[i].id.ptr);
        }
    }
}

static void every_measure_is_known_by_its_name(void **state)
{
    bench *on = *state;
    const rtp_roles roles = load_data(on)->roles;
    for (size_t i = 0; i < roles.len; i++) {
        rtp_cursor cursor = rtp_role_measures(&roles.items[i]);
        rtp_measure measure, found;
        while (rtp_measure_next(&cursor, &measure)) {
            rtp_str name = measure.texts[RTP_MEASURE_NAME];
            if (!rtp_measure_find(&roles.items[i], name, &found) ||
                !rtp_str_equal(found.texts[RTP_MEASURE_NAME], name)) {
                fail_msg("%s: %s", roles.items[i].id.ptr, name.ptr);
            }
        }
    }
}

static void no_measure_is_a_trap(void **state)
{
    bench *on = *state;
    const rtp_roles roles = load_data(on)->roles;
    const rtp_role *any = data_role(on, RTP_ROLE_ANY);
    for (size_t i = 0; i < roles.len; i++) {
        rtp_cursor cursor = rtp_role_measures(&roles.items[i]);
        rtp_measure measure;
        while (rtp_measure_next(&cursor, &measure)) {
            rtp_trap trap;
            rtp_str name = measure.texts[RTP_MEASURE_NAME];
            if (rtp_trap_find(&roles.items[i], name, &trap) || rtp_trap_find(any, name, &trap)) {
                fail_msg("%s: %s is a trap: %s", roles.items[i].id.ptr, name.ptr, trap.texts[RTP_TRAP_WHY].ptr);
            }
        }
    }
}

/* 't' a trap, 'm' a measure that carries weight, '-' neither. */
static const struct {
    const char *role, *name;
    char reading;
} names[] = {
    {"software_engineer", "Lines of code written", 't'},
    {"software_engineer", "Commits a week", 't'},
    {"software_engineer", "Story points done", 't'},
    {"software_engineer", "Merged pull requests", 't'},
    {"software_engineer", "Pull-request cycle time", 'm'},
    {"software_engineer", "Commits reverted", '-'},
    {"software_engineer", "Commitments met", 'm'},
    {"software_engineer", "Escaped defects", 'm'},
    {"sre", "MTTR", 't'},
    {"sre", "Incidents resolved", 't'},
    {"sre", "Repeat incidents", 'm'},
    {"sre", "Time to restore, median", 'm'},
    {"data", "Dashboards built", 't'},
    {"data", "Dashboards in use", 'm'},
    {"data", "Queries run", 't'},
    {"data", "Request turnaround", 'm'},
    {"designer", "Screens designed", 't'},
    {"designer", "Rework rounds", 'm'},
    {"product_manager", "Features shipped", 't'},
    {"product_manager", "Roadmap dates met", 'm'},
    {"qa", "Bugs filed", 't'},
    {"qa", "Test cases executed", 't'},
    {"qa", "Escaped bugs found by customers", 'm'},
    {"qa", "Regression time", 'm'},
    {"writer", "Pages written", 't'},
    {"writer", "Word count", 't'},
    {"writer", "Page views", 't'},
    {"writer", "Time to publish", 'm'},
    {"support", "Tickets closed", 't'},
    {"support", "Average handle time", 't'},
    {"support", "Calls handled per hour", 't'},
    {"support", "Tickets reopened", 'm'},
    {"support", "First reply", 'm'},
    {"support", "Calls abandoned", '-'},
    {"sales", "Calls made", 't'},
    {"sales", "Demos booked", 't'},
    {"sales", "Win rate", 'm'},
    {"sales", "Sales cycle", 'm'},
    {"recruiting_hr", "Cost per hire", 't'},
    {"recruiting_hr", "Time to fill", 't'},
    {"recruiting_hr", "Time to hire", 'm'},
    {"recruiting_hr", "Offers accepted", 'm'},
    {"finance", "Invoices processed", 't'},
    {"finance", "Days to close", 'm'},
    {"finance", "Entries after the close", 'm'},
    {"project_manager", "Status reports sent", 't'},
    {"project_manager", "Milestones on date", 'm'},
    {"team_lead", "Headcount", 't'},
    {"team_lead", "One-to-ones held", 'm'},
    {"team_lead", "Claims settled on time", 'm'},
    {"other", "Commitments kept", 'm'},
    {"other", "Work sent back", 'm'},
    /* for every kind of work */
    {"other", "Hours online", 't'},
    {"support", "E-mails sent", 't'},
    {"support", "E-mails answered within a day", '-'},
    {"finance", "Meetings attended", 't'},
    {"designer", "Messages a day", 't'},
    {"qa", "Smiles", '-'},
};

static void names_are_read_as_people_write_them(void **state)
{
    bench *on = *state;
    const rtp_role *any = data_role(on, RTP_ROLE_ANY);
    for (size_t i = 0; i < RTP_COUNT(names); i++) {
        const rtp_role *role = data_role(on, names[i].role);
        rtp_str name = rtp_str_from(names[i].name);
        rtp_measure measure;
        rtp_trap trap;
        bool caught = rtp_trap_find(role, name, &trap) || rtp_trap_find(any, name, &trap);
        char reading = rtp_measure_find(role, name, &measure) ? 'm' : '-';
        reading = reading == '-' && caught ? 't' : reading;
        if (reading != names[i].reading) {
            fail_msg("%s: \"%s\" reads %c, not %c", names[i].role, names[i].name, reading, names[i].reading);
        }
    }
}

/* ---- files that are wrong ---- */

#define MEASURE(members) "{\"roles\": [{\"id\": \"qa\", \"measures\": [{" members "}]}]}"
#define GOOD                                                                                                           \
    "\"name\": \"n\", \"unit\": \"h\", \"where\": \"w\", \"better\": \"lower\", \"kind\": \"flow\", \"words\": "       \
    "[\"n\"]"
#define TRAP(members) "{\"roles\": [{\"id\": \"any\", \"traps\": [{" members "}]}]}"

static const struct {
    const char *text, *code, *pointer; /* NULL: nothing wrong */
} files[] = {
    {MEASURE(GOOD), NULL, NULL},
    {TRAP("\"words\": [\"n\"], \"why\": \"it counts\""), NULL, NULL},
    {"{\"roles\": [{\"id\": \"wizard\"}]}", "R0051", "/roles/0/id"},
    {"{\"roles\": [{\"id\": \"qa\"}, {\"id\": \"qa\"}]}", "R0041", "/roles/1/id"},
    {MEASURE(GOOD ", \"pair\": \"other\""), "R0053", "/roles/0/measures/0/pair"},
    {MEASURE(GOOD ", \"pair\": \"n\""), "R0053", "/roles/0/measures/0/pair"},
    {MEASURE("\"name\": \"n\", \"unit\": \"h\", \"where\": \"w\", \"better\": \"up\", \"kind\": \"flow\", \"words\": "
             "[\"n\"]"),
     "R0051", "/roles/0/measures/0/better"},
    {MEASURE("\"name\": \"n\", \"unit\": \"h\", \"where\": \"w\", \"better\": \"lower\", \"kind\": \"x\", \"words\": "
             "[\"n\"]"),
     "R0051", "/roles/0/measures/0/kind"},
    {MEASURE("\"name\": \"two n\", \"unit\": \"h\", \"where\": \"w\", \"better\": \"lower\", \"kind\": \"flow\", "
             "\"words\": [\"n\"]"),
     "R0031", "/roles/0/measures/0/name"},
    {TRAP("\"words\": [\"a\", \"b|c\"], \"why\": \"it counts\""), "R0052", "/roles/0/traps/0/words/1"},
    {TRAP("\"words\": [\"a\"], \"unless\": [\"|\"], \"why\": \"it counts\""), "R0052", "/roles/0/traps/0/unless/0"},
    {TRAP("\"words\": [\"a\"], \"why\": \"it never counts\""), "R0033", "/roles/0/traps/0/why"},
    {"{\"roles\": [{\"id\": \"qa\", \"output\": \"2 tests\"}]}", "R0030", "/roles/0/output"},
};

static void each_fault_is_told_at_its_place(void **state)
{
    bench *on = *state;
    for (size_t i = 0; i < RTP_COUNT(files); i++) {
        rtp_pack pack = {0};
        bench_clear(on);
        bool good = bench_pack(on, files[i].text, &pack);
        if (good != (files[i].code == NULL) || on->diags->len != (good ? 0 : 1)) {
            fail_msg("%s: %zu problems", files[i].text, on->diags->len);
        }
        if (!good) {
            assert_string_equal(on->diags->items[0].code, files[i].code);
            assert_true(rtp_str_equal(on->diags->items[0].pointer, rtp_str_from(files[i].pointer)));
            assert_int_equal(pack.roles.len, 0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_family_is_complete, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_first_measure_has_a_pair, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_measure_is_known_by_its_name, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_measure_is_a_trap, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_are_read_as_people_write_them, set_up, tear_down),
        cmocka_unit_test_setup_teardown(each_fault_is_told_at_its_place, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
