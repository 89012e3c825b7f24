/* floor: facts */
#include "facts_support.h"

#include "facts/derive.h"

static void names_are_shortened_as_people_are_called(void **state)
{
    (void)state;
    static const struct {
        const char *name, *called;
    } cases[] = {
        {"Maya Chen", "Maya"},
        {"Tomasz", "Tomasz"},
        {"  Dana  Okafor ", "Dana"},
        {"Dr. Chen", "Dr. Chen"},
        {"Ms Okafor", "Ms Okafor"},
        {"Prof. Ana Ruiz", "Prof. Ana Ruiz"},
        {"Dra Lima", "Dra"},
        {"", ""},
        /* A body, an initial and a title are no first name. */
        {"the people committee", "the people committee"},
        {"The people committee", "The people committee"},
        {"Our board", "Our board"},
        {"van der Berg", "van der Berg"},
        {"Q. Rahman", "Q. Rahman"},
        {"Q Rahman", "Q Rahman"},
        {"J.R. Hale", "J.R. Hale"},
        {"Dipl.-Ing. Lind", "Dipl.-Ing. Lind"},
        {"Lind, Eva", "Lind, Eva"},
        {"\u03BA\u03C5\u03C1\u03AF\u03B1 \u039B\u03AF\u03BD\u03C4",
         "\u03BA\u03C5\u03C1\u03AF\u03B1 \u039B\u03AF\u03BD\u03C4"},
        /* Where the first name stands is not known of every script. */
        {"\u4F50\u85E4 \u5065", "\u4F50\u85E4 \u5065"},
        {"\u0623\u062D\u0645\u062F \u0639\u0644\u064A", "\u0623\u062D\u0645\u062F \u0639\u0644\u064A"},
        {"Ken \u4F50\u85E4", "Ken"},
        {"\u0395\u03CD\u03B1 \u039B\u03AF\u03BD\u03C4", "\u0395\u03CD\u03B1"},
        {"\u041E\u043B\u044C\u0433\u0430 \u041B\u0438\u043D\u0434", "\u041E\u043B\u044C\u0433\u0430"},
        {"\u00C9milie Lind", "\u00C9milie"},
        {"Nguy\u1EC5n Lind", "Nguy\u1EC5n"},
        {"Se\u00E1n O\u2019Hara", "Se\u00E1n"},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        assert_true(rtp_str_equal(rtp_name_called(rtp_str_from(cases[i].name)), rtp_str_from(cases[i].called)));
    }
}

#define MANAGER(members) BASE ", 'manager': {" members "}"
#define PILOT(name)      ", 'pilot': {'decider': '" name "'}"
#define SENIOR           ", 'senior': {'name': 'Dana Okafor', 'role': 'Director', 'priorities': ['one rule', 'cost']}"

static void manager_and_senior(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {MANAGER("'name': 'Maya Chen', 'decides': true, 'stance': 'open', 'prefers': 'data', 'priorities': ['speed', "
                 "'care']") SENIOR,
         "manager.called", 0, "Maya", 'f', "/manager/name"},
        {NULL, "manager.name", 0, "Maya Chen", 'p', "/manager/name"},
        {NULL, "manager.role", 0, NULL, 0, NULL},
        {NULL, "manager.decides", 0, "yes", 'p', "/manager/decides"},
        {NULL, "manager.stance", 0, "open", 'p', "/manager/stance"},
        {NULL, "manager.relationship", 0, NULL, 0, NULL},
        {NULL, "manager.prefers", 0, "data", 'p', "/manager/prefers"},
        {NULL, "manager.priority", 0, "speed", 'p', "/manager/priorities/0"},
        {NULL, "manager.priorities", 0, "speed and care", 'p', "/manager/priorities"},
        {NULL, "senior.called", 0, "Dana", 'f', "/senior/name"},
        {NULL, "senior.priority", 0, "one rule", 'p', "/senior/priorities/0"},
        {BASE, "manager.called", 0, NULL, 0, NULL},
        {NULL, "manager.decides", 0, NULL, 0, NULL},
        {NULL, "senior.called", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void the_decider_is_worked_out(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {MANAGER("'name': 'Maya Chen', 'decides': true") SENIOR PILOT("Ana Ruiz"), "decider.name", 0, "Ana Ruiz", 'p',
         "/pilot/decider"},
        {NULL, "decider.is_manager", 0, "no", 'f', "/pilot/decider"},
        {MANAGER("'name': 'Maya Chen', 'decides': false") PILOT("Maya Chen"), "decider.is_manager", 0, "yes", 'f',
         "/pilot/decider"},
        {MANAGER("'name': 'Maya Chen', 'decides': true") SENIOR, "decider.name", 0, "Maya Chen", 'f', "/manager/name"},
        {NULL, "decider.is_manager", 0, "yes", 'p', "/manager/decides"},
        {NULL, "decider.called", 0, "Maya", 'f', "/manager/name"},
        {MANAGER("'name': 'Maya Chen', 'decides': false") SENIOR, "decider.name", 0, "Dana Okafor", 'f',
         "/senior/name"},
        {NULL, "decider.is_manager", 0, "no", 'p', "/manager/decides"},
        {MANAGER("'name': 'Maya Chen', 'decides': false"), "decider.name", 0, NULL, 0, NULL},
        {MANAGER("'name': 'Maya Chen'") SENIOR, "decider.name", 0, NULL, 0, NULL},
        {NULL, "decider.called", 0, NULL, 0, NULL},
        {NULL, "decider.is_manager", 0, NULL, 0, NULL},
        /* A decider, and a manager without a name: it cannot be told whether they are one. */
        {MANAGER("'decides': true") PILOT("Ana Ruiz"), "decider.is_manager", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

static void mandate(void **state)
{
    (void)state;
    static const fact_case cases[] = {
        {BASE ", 'mandate': {'office_days': 4, 'start': '2027-01-11', 'enforcement': 'unknown', 'contract': 'Leeds'}",
         "mandate.days_until", 0, "51", 'f', "/mandate/start"},
        {NULL, "mandate.office_days", 0, "4", 'p', "/mandate/office_days"},
        {NULL, "mandate.start", 0, "11 January 2027", 'p', "/mandate/start"},
        {NULL, "mandate.enforcement", 0, "unknown", 'p', "/mandate/enforcement"},
        {NULL, "mandate.contract", 0, "Leeds", 'p', "/mandate/contract"},
        {NULL, "mandate.reason", 0, NULL, 0, NULL},
        {NULL, "mandate.policy", 0, NULL, 0, NULL},
        {NULL, "mandate.exception_process", 0, NULL, 0, NULL},
        {BASE ", 'mandate': {'start': '2026-11-21'}", "mandate.days_until", 0, "0", 'f', NULL},
        {BASE ", 'mandate': {'start': '2026-11-01'}", "mandate.days_until", 0, "-20", 'f', NULL},
        {NULL, "mandate.before_start", 0, "no", 'f', "/mandate/start"},
        {NULL, "mandate.deadline_near", 0, "no", 'f', "/mandate/start"},
        {BASE ", 'mandate': {'start': '2026-11-21'}", "mandate.before_start", 0, "no", 'f', NULL},
        {NULL, "mandate.deadline_near", 0, "yes", 'f', NULL},
        {BASE ", 'mandate': {'start': '2026-12-04'}", "mandate.before_start", 0, "yes", 'f', NULL},
        {NULL, "mandate.deadline_near", 0, "yes", 'f', NULL},
        {BASE ", 'mandate': {'start': '2026-12-05'}", "mandate.deadline_near", 0, "no", 'f', NULL},
        {BASE, "mandate.days_until", 0, NULL, 0, NULL},
        {NULL, "mandate.before_start", 0, NULL, 0, NULL},
        {NULL, "mandate.deadline_near", 0, NULL, 0, NULL},
        {NULL, "mandate.office_days", 0, NULL, 0, NULL},
    };
    check_cases(cases, RTP_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_shortened_as_people_are_called),
        cmocka_unit_test(manager_and_senior),
        cmocka_unit_test(the_decider_is_worked_out),
        cmocka_unit_test(mandate),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
